"""Which claims of one kind are about one thing.

Theory of operation. Claims that say the same words about the same subject with the same value are one *node*: they join
freely, so that a verbatim copy changes nothing below. Nodes meet only inside *blocks* (a key that a matcher gives both).
Each pair that meets is asked for its likeness; pairs at the matcher's threshold or above are edges. Clusters then grow by
average linkage (Sokal and Michener 1958): of all pairs of neighbouring clusters the one that is nearest joins next, while it
reaches the threshold. Near is half the mean likeness over *all* pairs of nodes, half how well each node finds its counterpart
on the other side, of the side where it finds it worse: where two outlets tell a thing twice each, in a wording the other has
and in one of their own, the mean of all would keep them apart. For a single node the two are the same. Pairs that no block
brought together are asked when their clusters come up, so no chain of near-misses joins strangers. Pairs that are silent about
each other, as two parts of one long remark are, count neither way. A veto between any two nodes keeps their clusters apart for
good. Ties go by the nodes' canonical order, which is made from their words alone: neither the order of articles nor their ids
decides.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import fsum
from typing import Any, TypeVar

from attrs import field, frozen

from newsrecon.context import Context
from newsrecon.matching import Entailment, Likeness, Matcher, Relation
from newsrecon.model import Claim
from newsrecon.reconciliation.comparisons import NOTHING, Compared, Pair
from newsrecon.reconciliation.results import Link

__all__ = ["VETO", "Group", "Node", "group_claims", "grouped", "nodes_of"]

F = TypeVar("F")

BLOCK_LIMIT = 300
"""Nodes that may share a key. A fuller block tells nothing: its key is passed over, with a diagnostic."""

VETO = "veto"
"""The rule of a link to a claim that a veto kept out of the cluster, though it is near enough."""

LINKS_SHOWN = 12
"""Up to so many nodes, every edge of a cluster is kept as a link; above, the strongest edge of each node."""


@frozen(eq=False)
class Node:
    """Claims that say the same: their features, read once from the first of them, and the form their value takes."""

    claims: tuple[Claim, ...]
    features: Any = field(repr=False)
    variant: Hashable = field(repr=False)


@frozen(eq=False)
class Group:
    """The nodes of one cluster, the links that brought them together, and what linked nodes say of each other."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    entailments: Mapping[tuple[Node, Node], Entailment] = field(factory=dict)


def nodes_of(claims: Iterable[Claim], matcher: Matcher[Any], context: Context) -> list[Node]:
    """The nodes of some claims, in canonical order."""
    gathered: dict[tuple[str, str, Hashable], list[tuple[Claim, Any]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        features = matcher.read(claim, context)
        key = (claim.subject.casefold(), _words(claim.mention.text), matcher.variant(features))
        gathered[key].append((claim, features))
    values = Counter(key[:2] for key in gathered)  # the form of a value is put in words only where it decides

    def place(item: tuple[tuple[str, str, Hashable], list[tuple[Claim, Any]]]) -> tuple[str, str, str, str]:
        (subject, words, variant), same = item
        return subject, words, repr(variant) if values[subject, words] > 1 else "", same[0][0].id

    ordered = sorted(gathered.items(), key=place)
    return [Node(tuple(claim for claim, _ in same), same[0][1], key[2]) for key, same in ordered]


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def group_claims(
    nodes: Sequence[Node], matcher: Matcher[Any], problems: list[str], before: Compared = NOTHING
) -> tuple[list[Group], Compared]:
    """The nodes gathered by what they are about, and all that was found of pairs of them.

    Keys too common to tell anything are reported in `problems`. What was found `before` of nodes that are still read alike is
    not asked again.
    """
    linkage = _linked(nodes, matcher, problems, before=before)
    clusters = sorted(linkage.clusters())
    apart = _nearest_apart(clusters, linkage)
    groups = []
    for members in clusters:
        shown = _shown(members, linkage)
        said = [linkage.entailment(*pair) for pair in shown]
        links = (*_links(members, shown, said, linkage), *apart.get(members, ()))
        entailments = {(nodes[one], nodes[two]): each for (one, two), each in zip(shown, said, strict=True)}
        groups.append(Group(tuple([nodes[index] for index in members]), links, entailments))
    return groups, linkage.compared()


def grouped(features: Sequence[F], matcher: Matcher[F], *, limit: int) -> list[tuple[int, ...]]:
    """Which of some things belong together, by position; a key that more than `limit` of them have brings none together."""
    linkage = _linked([Node((), one, position) for position, one in enumerate(features)], matcher, [], limit)
    return sorted(linkage.clusters())


def _linked(
    nodes: Sequence[Node],
    matcher: Matcher[Any],
    problems: list[str],
    limit: int | None = None,
    before: Compared = NOTHING,
) -> _Linkage:
    """The linkage of some nodes, those that share a block compared."""
    linkage = _Linkage(nodes, matcher, before)
    linkage.ask(_pairs(nodes, matcher, problems, BLOCK_LIMIT if limit is None else limit))
    return linkage


def _pairs(nodes: Sequence[Node], matcher: Matcher[Any], problems: list[str], limit: int) -> set[tuple[int, int]]:
    """Pairs that share a block, the smaller index first."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        for key in set(matcher.keys(node.features)):
            blocks[key].append(index)
    shared = [tuple(members) for members in blocks.values() if len(members) > 1]
    seen: set[tuple[int, int]] = set()
    # Near copies share many keys, so that many blocks hold the same nodes.
    for members in set(shared):
        if len(members) <= limit:
            seen.update(combinations(members, 2))
    full = sum(len(members) > limit for members in shared)
    if full:
        problems.append(f"{full} blocks of {matcher.kind} claims hold more than {limit} and were passed over")
    return seen


class _Linkage:
    """Average linkage on the nodes that met, with likenesses asked once and kept."""

    def __init__(self, nodes: Sequence[Node], matcher: Matcher[Any], before: Compared) -> None:
        self._nodes = nodes
        self._matcher = matcher
        self._claims = tuple([node.claims[0].id if node.claims else "" for node in nodes])
        self._features = tuple([node.features for node in nodes])
        self._before = before
        self._former = before.former(self._claims, self._features)
        self._asked: dict[Pair, Likeness] = {}
        self._related: dict[Pair, Entailment] = {}
        self._members: dict[int, tuple[int, ...]] = {index: (index,) for index in range(len(nodes))}
        self._between: dict[tuple[int, int], _Between | None] = {}

    def ask(self, pairs: Iterable[Pair]) -> None:
        """Compare pairs of nodes, each with the smaller index first and none asked before."""
        same, features = self._matcher.same, self._features
        known, former = self._before.likenesses, self._former
        self._asked.update(
            {
                (left, right): known.get((former[left], former[right])) or same(features[left], features[right])
                for left, right in pairs
            }
        )

    def likeness(self, left: int, right: int) -> Likeness:
        """How surely two nodes are about one thing."""
        pair = (left, right) if left < right else (right, left)
        found = self._asked.get(pair)
        if found is None:
            self.ask([pair])
            found = self._asked[pair]
        return found

    def entailment(self, left: int, right: int) -> Entailment:
        """What one node says about another, of which the first has the smaller index."""
        found = self._before.entailments.get((self._former[left], self._former[right]))
        if found is None:
            found = self._matcher.relate(self._features[left], self._features[right])
        self._related[left, right] = found
        return found

    def compared(self) -> Compared:
        """All that was found of pairs of nodes."""
        return Compared(self._claims, self._features, self._asked, self._related)

    def is_edge(self, likeness: Likeness) -> bool:
        return not likeness.veto and not likeness.silent and likeness.score >= self._matcher.threshold

    def edges(self) -> list[tuple[int, int]]:
        return sorted(pair for pair, likeness in self._asked.items() if self.is_edge(likeness))

    def vetoed(self) -> list[tuple[int, int]]:
        """The pairs that would be edges but for a veto."""
        enough = self._matcher.threshold
        return sorted(pair for pair, likeness in self._asked.items() if likeness.veto and likeness.score >= enough)

    def clusters(self) -> list[tuple[int, ...]]:
        """The members of each cluster, once nothing is left to join."""
        neighbours: dict[int, set[int]] = defaultdict(set)
        waiting: list[tuple[float, int, int]] = []
        for left, right in self.edges():
            neighbours[left].add(right)
            neighbours[right].add(left)
            waiting.append((-self._asked[left, right].score, left, right))
        heapq.heapify(waiting)
        while waiting:
            score, left, right = heapq.heappop(waiting)
            if left in self._members and right in self._members and self._is_still(-score, left, right):
                self._join(left, right, neighbours, waiting)
        return list(self._members.values())

    def _is_still(self, score: float, left: int, right: int) -> bool:
        """Whether two clusters are as near as they were when they began to wait; what was never looked at has not changed."""
        if (left, right) not in self._between:
            return True
        between = self._between[left, right]
        return between is not None and between.nearness == score

    def _join(
        self, left: int, right: int, neighbours: dict[int, set[int]], waiting: list[tuple[float, int, int]]
    ) -> None:
        """Put the right cluster into the left one and ask anew how near the neighbours of both are."""
        around = sorted((neighbours.pop(left) | neighbours.pop(right)) - {left, right})
        joined = {other: self._facing_both(left, right, other) for other in around}
        self._members[left] = tuple(sorted(self._members[left] + self._members.pop(right)))
        neighbours[left] = {other for other in around if joined[other] is not None}
        for other, between in joined.items():
            neighbours[other].discard(right)
            self._between.pop(_ordered(right, other), None)
            self._between[_ordered(left, other)] = between
            if between is None:  # nor will anything that either grows into be near the other
                neighbours[other].discard(left)
                continue
            neighbours[other].add(left)
            if between.nearness >= self._matcher.threshold:
                heapq.heappush(waiting, (-between.nearness, *_ordered(left, other)))

    def _facing_both(self, left: int, right: int, other: int) -> _Between | None:
        """What lies between two clusters that become one and a third; None where a veto does."""
        one = self._facing(left, other)
        two = None if one is None else self._facing(right, other)
        if one is None or two is None:
            return None
        mine, theirs = self._members[left] + self._members[right], self._members[other]
        best = {**one.best, **two.best}
        for node in theirs:
            if node in one.best:
                best[node] = max(best[node], one.best[node])
        return _between(one.total + two.total, one.pairs + two.pairs, best, mine, theirs)

    def _facing(self, one: int, other: int) -> _Between | None:
        """What lies between two clusters; None where a veto does."""
        pair = _ordered(one, other)
        if pair not in self._between:
            self._between[pair] = self._look(*pair)
        return self._between[pair]

    def _look(self, left: int, right: int) -> _Between | None:
        total, pairs = 0.0, 0
        best: dict[int, float] = {}
        asked = self._asked
        for one in self._members[left]:
            for two in self._members[right]:
                likeness = asked.get((one, two) if one < two else (two, one)) or self.likeness(one, two)
                if likeness.veto:
                    return None
                if not likeness.silent:
                    score = likeness.score
                    total, pairs = total + score, pairs + 1
                    best[one], best[two] = max(best.get(one, score), score), max(best.get(two, score), score)
        return _between(total, pairs, best, self._members[left], self._members[right])


@frozen(eq=False)
class _Between:
    """The likenesses between two clusters that are not silent: their sum, their number, and for each node the best one."""

    total: float
    pairs: int
    best: Mapping[int, float]
    nearness: float
    """Half the mean of all pairs, half the mean of the best ones, of the side where it is lower."""


def _between(
    total: float, pairs: int, best: Mapping[int, float], mine: tuple[int, ...], theirs: tuple[int, ...]
) -> _Between:
    """What lies between the nodes of two clusters, and how near it brings them."""
    if not pairs:
        return _Between(total, pairs, best, -1.0)
    mean = total / pairs
    sides = [[best[node] for node in side if node in best] for side in (mine, theirs)]
    if len(sides[0]) == 1 or len(sides[1]) == 1:
        return _Between(total, pairs, best, mean)
    counterparts = min(fsum(side) / len(side) for side in sides)
    return _Between(total, pairs, best, (mean + counterparts) / 2)


def _ordered(left: int, right: int) -> tuple[int, int]:
    return (left, right) if left < right else (right, left)


def _links(
    members: tuple[int, ...],
    shown: Iterable[tuple[int, int]],
    entailments: Iterable[Entailment],
    linkage: _Linkage,
) -> Iterator[Link]:
    """The copies of each node's first claim, and the pairs that are shown with what they say of each other."""
    nodes, matcher = linkage._nodes, linkage._matcher
    for index in members:
        first, *rest = nodes[index].claims
        for copy in rest:
            yield Link(first.id, copy.id, relation=Relation.EQUAL, score=1.0, reason="the same words", rule="verbatim")
    for (one, two), entailment in zip(shown, entailments, strict=True):
        likeness, left, right = linkage.likeness(one, two), nodes[one], nodes[two]
        yield Link(
            left.claims[0].id,
            right.claims[0].id,
            relation=entailment.relation,
            score=round(likeness.score, 4),
            reason=f"{likeness.reason}; {entailment.reason}",
            threshold=matcher.threshold,
        )


def _nearest_apart(clusters: Iterable[tuple[int, ...]], linkage: _Linkage) -> dict[tuple[int, ...], tuple[Link]]:
    """For each cluster that a veto kept from another, the surest of such pairs, as a link that says what stood between them."""
    home = {index: members for members in clusters for index in members}
    nearest: dict[tuple[int, ...], tuple[float, int, int]] = {}
    for one, two in linkage.vetoed():
        score = linkage.likeness(one, two).score
        for inside, outside in ((one, two), (two, one)):
            members = home[inside]
            if outside not in members:
                candidate = (-score, inside, outside)
                nearest[members] = min(nearest.get(members, candidate), candidate)
    nodes = linkage._nodes
    return {
        members: (
            Link(
                nodes[inside].claims[0].id,
                nodes[outside].claims[0].id,
                relation=Relation.UNRELATED,
                score=round(-score, 4),
                reason=linkage.likeness(inside, outside).reason,
                rule=VETO,
                threshold=linkage._matcher.threshold,
            ),
        )
        for members, (score, inside, outside) in nearest.items()
    }


def _shown(members: tuple[int, ...], linkage: _Linkage) -> list[tuple[int, int]]:
    """The pairs of a cluster's nodes that make links: every edge, or in a large one the strongest edge of each node."""
    pairs = [(one, two) for place, one in enumerate(members) for two in members[place + 1 :]]
    pairs = [pair for pair in pairs if linkage.is_edge(linkage.likeness(*pair))]
    if len(members) <= LINKS_SHOWN:
        return pairs
    best: dict[int, tuple[float, int, int]] = {}
    for one, two in pairs:
        for index in (one, two):
            candidate = (-linkage.likeness(one, two).score, one, two)
            best[index] = min(best.get(index, candidate), candidate)
    return sorted({(one, two) for _, one, two in best.values()})
