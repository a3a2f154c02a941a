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
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import fsum
from typing import Any, TypeVar

from attrs import field, frozen

from newsrecon.context import Context
from newsrecon.matching import Entailment, Likeness, Matcher, Relation
from newsrecon.model import Claim
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
    ordered = sorted(gathered.items(), key=lambda item: (item[0][0], item[0][1], repr(item[0][2]), item[1][0][0].id))
    return [Node(tuple(claim for claim, _ in same), same[0][1], key[2]) for key, same in ordered]


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def group_claims(nodes: Sequence[Node], matcher: Matcher[Any], problems: list[str]) -> list[Group]:
    """The nodes gathered by what they are about; keys too common to tell anything are reported in `problems`."""
    linkage = _linked(nodes, matcher, problems)
    clusters = sorted(linkage.clusters())
    apart = _nearest_apart(clusters, linkage)
    groups = []
    for members in clusters:
        shown = _shown(members, linkage)
        entailments = {
            (nodes[one], nodes[two]): matcher.relate(nodes[one].features, nodes[two].features) for one, two in shown
        }
        links = (*_links(members, shown, entailments.values(), linkage), *apart.get(members, ()))
        groups.append(Group(tuple([nodes[index] for index in members]), links, entailments))
    return groups


def grouped(features: Sequence[F], matcher: Matcher[F], *, limit: int) -> list[tuple[int, ...]]:
    """Which of some things belong together, by position; a key that more than `limit` of them have brings none together."""
    linkage = _linked([Node((), one, position) for position, one in enumerate(features)], matcher, [], limit)
    return sorted(linkage.clusters())


def _linked(nodes: Sequence[Node], matcher: Matcher[Any], problems: list[str], limit: int | None = None) -> _Linkage:
    """The linkage of some nodes, those that share a block compared."""
    linkage = _Linkage(nodes, matcher)
    linkage.ask(_pairs(nodes, matcher, problems, BLOCK_LIMIT if limit is None else limit))
    return linkage


def _pairs(nodes: Sequence[Node], matcher: Matcher[Any], problems: list[str], limit: int) -> set[tuple[int, int]]:
    """Pairs that share a block, the smaller index first."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        for key in set(matcher.keys(node.features)):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    full = 0
    for members in [members for members in blocks.values() if len(members) > 1]:
        if len(members) > limit:
            full += 1
        else:
            seen.update(combinations(members, 2))
    if full:
        problems.append(f"{full} blocks of {matcher.kind} claims hold more than {limit} and were passed over")
    return seen


class _Linkage:
    """Average linkage on the nodes that met, with likenesses asked once and kept."""

    def __init__(self, nodes: Sequence[Node], matcher: Matcher[Any]) -> None:
        self._nodes = nodes
        self._matcher = matcher
        self._asked: dict[tuple[int, int], Likeness] = {}
        self._members: dict[int, tuple[int, ...]] = {index: (index,) for index in range(len(nodes))}
        self._between: dict[tuple[int, int], _Between | None] = {}

    def ask(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Compare pairs of nodes, each with the smaller index first and none asked before."""
        same, features = self._matcher.same, [node.features for node in self._nodes]
        self._asked.update({(left, right): same(features[left], features[right]) for left, right in pairs})

    def likeness(self, left: int, right: int) -> Likeness:
        """How surely two nodes are about one thing."""
        pair = (left, right) if left < right else (right, left)
        found = self._asked.get(pair)
        if found is None:
            found = self._matcher.same(self._nodes[pair[0]].features, self._nodes[pair[1]].features)
            self._asked[pair] = found
        return found

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
            waiting.append((-self.likeness(left, right).score, left, right))
        heapq.heapify(waiting)
        while waiting:
            score, left, right = heapq.heappop(waiting)
            if left not in self._members or right not in self._members or -score != self._nearness(left, right):
                continue
            self._join(left, right, neighbours, waiting)
        return list(self._members.values())

    def _join(
        self, left: int, right: int, neighbours: dict[int, set[int]], waiting: list[tuple[float, int, int]]
    ) -> None:
        """Put the right cluster into the left one and ask anew how near the neighbours of both are."""
        around = sorted((neighbours.pop(left, set()) | neighbours.pop(right, set())) - {left, right})
        joined = {other: _joined(self._facing(left, other), self._facing(right, other)) for other in around}
        self._members[left] = tuple(sorted(self._members[left] + self._members.pop(right)))
        neighbours[left] = set(around)
        for other in around:
            neighbours[other].discard(right)
            neighbours[other].add(left)
            self._between.pop(_ordered(right, other), None)
            facing = joined[other]
            self._between[_ordered(left, other)] = facing if facing is None or left < other else facing.turned
            nearness = self._nearness(left, other)
            if nearness >= self._matcher.threshold:
                heapq.heappush(waiting, (-nearness, *_ordered(left, other)))

    def _nearness(self, left: int, right: int) -> float:
        """How near two clusters are, below every threshold where a veto stands between them."""
        between = self._facing(left, right)
        return -1.0 if between is None else between.nearness

    def _facing(self, one: int, other: int) -> _Between | None:
        """What lies between two clusters, seen from the first; None where a veto does."""
        pair = _ordered(one, other)
        if pair not in self._between:
            self._between[pair] = self._look(*pair)
        found = self._between[pair]
        return found if found is None or one < other else found.turned

    def _look(self, left: int, right: int) -> _Between | None:
        total, pairs = 0.0, 0
        here: dict[int, float] = {}
        there: dict[int, float] = {}
        for one in self._members[left]:
            for two in self._members[right]:
                likeness = self.likeness(one, two)
                if likeness.veto:
                    return None
                if likeness.silent:
                    continue
                total, pairs = total + likeness.score, pairs + 1
                here[one] = max(here.get(one, 0.0), likeness.score)
                there[two] = max(there.get(two, 0.0), likeness.score)
        return _Between(total, pairs, here, there)


@frozen(eq=False)
class _Between:
    """The likenesses between two clusters that are not silent: their sum, their number, and for each node the best one."""

    total: float
    pairs: int
    here: Mapping[int, float]
    there: Mapping[int, float]

    @property
    def turned(self) -> _Between:
        """The same seen from the other side."""
        return _Between(self.total, self.pairs, self.there, self.here)

    @property
    def nearness(self) -> float:
        """Half the mean of all pairs, half the mean of the best ones, of the side where it is lower."""
        if not self.pairs:
            return -1.0
        mean = self.total / self.pairs
        if len(self.here) == 1 or len(self.there) == 1:
            return mean
        counterparts = min(fsum(side.values()) / len(side) for side in (self.here, self.there))
        return (mean + counterparts) / 2


def _joined(one: _Between | None, two: _Between | None) -> _Between | None:
    """What lies between two clusters that are now one and a third."""
    if one is None or two is None:
        return None
    there = {**two.there, **{node: max(best, two.there.get(node, best)) for node, best in one.there.items()}}
    return _Between(one.total + two.total, one.pairs + two.pairs, {**one.here, **two.here}, there)


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
