"""Which claims of one kind are about one thing, and why.

Theory of operation. Nodes meet only inside blocks (a key that a matcher gives both). Each pair that meets is asked for its
likeness; pairs at the matcher's threshold or above are edges. Nodes that no chain of edges connects are nothing to each other,
so each connected part of them is clustered by itself, by average linkage. Ties go by the nodes' canonical order, which is made
from their words alone: neither the order of articles nor their ids decides.

What was found of nodes, pairs and parts holds as long as the same nodes are there, which is how a story is looked at again at
the cost of what is new in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, TypeVar

from attrs import evolve

from newsrecon.matching import Entailment, Likeness, Matcher, Relation
from newsrecon.reconciliation.blocks import Blocks
from newsrecon.reconciliation.comparisons import Comparisons, Group, Part
from newsrecon.reconciliation.linkage import linked
from newsrecon.reconciliation.nodes import Node, Pair
from newsrecon.reconciliation.results import Link

__all__ = ["VETO", "group_claims", "grouped"]

F = TypeVar("F")

VETO = "veto"
"""The rule of a link to a claim that a veto kept out of the cluster, though it is near enough."""

LINKS_SHOWN = 12
"""Up to so many nodes, every edge of a cluster is kept as a link; above, the strongest edge of each node."""


def group_claims(
    nodes: Sequence[Node], matcher: Matcher[Any], problems: list[str], compared: Comparisons | None = None
) -> list[Group]:
    """The nodes gathered by what they are about.

    Keys too common to tell anything are reported in `problems`. What was `compared` before is not asked again, and what is
    found out now is kept there.
    """
    compared = Comparisons() if compared is None else compared
    look = _Look(nodes, matcher, compared)
    if full := compared.blocks.full:
        limit = compared.blocks.limit
        problems.append(f"{full} blocks of {matcher.kind} claims hold more than {limit} and were passed over")
    return look.groups()


def grouped(features: Iterable[F], matcher: Matcher[F], *, limit: int) -> list[tuple[int, ...]]:
    """Which of some things belong together, by position; a key that more than `limit` of them have brings none together."""
    look = _Look([Node((), one, place) for place, one in enumerate(features)], matcher, Comparisons(Blocks(limit)))
    edges, _ = look.near()
    clusters = [cluster for part in _connected(look.place, edges) for cluster in look.clusters(*part)[0]]
    return sorted(tuple([look.place[node] for node in cluster]) for cluster in clusters)


class _Look:
    """One look at the nodes of a kind, with what was found of them before and now."""

    def __init__(self, nodes: Sequence[Node], matcher: Matcher[Any], compared: Comparisons) -> None:
        self.place = {node: position for position, node in enumerate(nodes)}
        self._matcher = matcher
        self._compared = compared
        compared.look_at(self.place, matcher)

    def groups(self) -> list[Group]:
        """The nodes in groups, those read and connected as before as they were."""
        edges, vetoed = self.near()
        before, now = self._compared.parts, dict[tuple[tuple[Node, ...], frozenset[Pair]], Part]()
        for connected in _connected(self.place, edges):
            now[connected] = before.get(connected) or self._part(*connected)
        self._compared.parts = now
        found = [group for part in now.values() for group in part.groups]
        apart = self._nearest_apart(found, [*vetoed, *(pair for part in now.values() for pair in part.vetoed)])
        return [evolve(group, links=(*group.links, apart[group])) if group in apart else group for group in found]

    def near(self) -> tuple[list[Pair], list[Pair]]:
        """Of the pairs that meet the edges, and those that but for a veto would be edges."""
        near = [(pair, found) for pair, found in self._compared.likenesses.items() if self._is_near(found)]
        edges = [pair for pair, found in near if not found.veto and not found.silent]
        return edges, [pair for pair, found in near if found.veto]

    def _is_near(self, likeness: Likeness) -> bool:
        return likeness.score >= self._matcher.threshold

    def _likeness(self, one: Node, two: Node) -> Likeness:
        return self._compared.likeness((one, two), self._matcher)

    def clusters(self, members: Sequence[Node], edges: Iterable[Pair]) -> tuple[list[tuple[Node, ...]], list[Pair]]:
        """The clusters of some nodes, and the pairs that do not meet and but for a veto would be edges."""
        if len(members) == 1:
            return [tuple(members)], []
        inside = {node: position for position, node in enumerate(members)}
        vetoed = []

        def likeness(left: int, right: int) -> Likeness:
            pair = members[left], members[right]
            found = self._compared.likeness(pair, self._matcher)
            if found.veto and self._is_near(found) and pair not in self._compared.likenesses:
                vetoed.append(pair)
            return found

        joining = [(inside[one], inside[two]) for one, two in edges]
        clusters = linked(len(members), joining, likeness, self._matcher.threshold)
        return [tuple([members[position] for position in cluster]) for cluster in clusters], vetoed

    def _part(self, members: tuple[Node, ...], edges: frozenset[Pair]) -> Part:
        clusters, vetoed = self.clusters(members, edges)
        return Part(tuple(map(self._group, clusters)), tuple(vetoed))

    def _group(self, members: tuple[Node, ...]) -> Group:
        said = {pair: self._compared.entailment(pair, self._matcher) for pair in self._shown(members)}
        return Group(members, (*_copies(members), *self._links(said)), said)

    def _shown(self, members: tuple[Node, ...]) -> list[Pair]:
        """The pairs of a cluster's nodes that make links: every edge, or in a large one the strongest edge of each node."""
        scores = {
            pair: likeness.score
            for pair in combinations(members, 2)
            if self._is_near(likeness := self._likeness(*pair)) and not likeness.veto and not likeness.silent
        }
        if len(members) <= LINKS_SHOWN:
            return list(scores)
        ordered = sorted(scores, key=lambda pair: (-scores[pair], self.place[pair[0]], self.place[pair[1]]))
        strongest: dict[Node, Pair] = {}
        for pair in ordered:
            for node in pair:
                strongest.setdefault(node, pair)
        return sorted(set(strongest.values()), key=lambda pair: (self.place[pair[0]], self.place[pair[1]]))

    def _links(self, said: Mapping[Pair, Entailment]) -> Iterator[Link]:
        """Why nodes stand together: how alike they are, and what one says of the other."""
        for (one, two), entailment in said.items():
            likeness = self._likeness(one, two)
            yield Link(
                one.id,
                two.id,
                relation=entailment.relation,
                score=round(likeness.score, 4),
                reason=f"{likeness.reason}; {entailment.reason}",
                threshold=self._matcher.threshold,
            )

    def _nearest_apart(self, groups: Iterable[Group], vetoed: Iterable[Pair]) -> dict[Group, Link]:
        """For each group that a veto kept from another, the surest of such pairs, as a link that says what stood between them."""
        home = {node: group for group in groups for node in group.nodes}
        nearest: dict[Group, tuple[float, int, int, Pair]] = {}
        for one, two in vetoed:
            if home[one] is not home[two]:
                score = self._likeness(one, two).score
                for inside, outside in ((one, two), (two, one)):
                    candidate = (-score, self.place[inside], self.place[outside], (inside, outside))
                    nearest[home[inside]] = min(nearest.get(home[inside], candidate), candidate)
        return {group: self._apart(*pair) for group, (*_, pair) in nearest.items()}

    def _apart(self, inside: Node, outside: Node) -> Link:
        likeness = self._likeness(*sorted((inside, outside), key=self.place.__getitem__))
        return Link(
            inside.id,
            outside.id,
            relation=Relation.UNRELATED,
            score=round(likeness.score, 4),
            reason=likeness.reason,
            rule=VETO,
            threshold=self._matcher.threshold,
        )


def _copies(members: Iterable[Node]) -> Iterator[Link]:
    """What links the first claim of each node with its copies."""
    for node in members:
        for copy in node.claims[1:]:
            yield Link(node.id, copy.id, relation=Relation.EQUAL, score=1.0, reason="the same words", rule="verbatim")


def _connected(nodes: Iterable[Node], edges: Iterable[Pair]) -> Iterator[tuple[tuple[Node, ...], frozenset[Pair]]]:
    """The connected parts of the graph that some edges make of the nodes: the nodes of each, in order, and its edges."""
    around: dict[Node, list[Node]] = {}
    for one, two in edges:
        here, there = around.setdefault(one, [one]), around.setdefault(two, [two])
        if here is not there:
            more, fewer = (here, there) if len(here) >= len(there) else (there, here)
            more += fewer
            around.update(dict.fromkeys(fewer, more))
    joining: dict[int, list[Pair]] = defaultdict(list)
    for pair in edges:
        joining[id(around[pair[0]])].append(pair)
    members: dict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        if node in around:
            members[id(around[node])].append(node)
        else:
            yield (node,), _NO_EDGES
    for part, connected in members.items():
        yield tuple(connected), frozenset(joining[part])


_NO_EDGES: frozenset[Pair] = frozenset()
