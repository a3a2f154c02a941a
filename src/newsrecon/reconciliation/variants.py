"""The values of one cluster as a graph: which are equal, which sharpen which, which cannot both be true.

Agreement is not transitive, entailment is: `refines` is closed under transitivity and has no cycles, and a conflict that an
entailment contradicts is dropped, since a wrong "the sources contradict each other" is the worst this library can say.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from newsrecon.matching import Entailment, Matcher, Relation
from newsrecon.reconciliation.nodes import Node

__all__ = ["VariantGraph", "graph_of"]


@frozen(eq=False)
class VariantGraph:
    """The nodes of each value, and between values who refines and who conflicts with whom, by position, with reasons."""

    values: tuple[tuple[Node, ...], ...]
    refines: frozenset[tuple[int, int]]
    conflicts: dict[tuple[int, int], str]
    """Pairs with the smaller position first, and why they cannot both be true."""
    overlaps: frozenset[tuple[int, int]] = frozenset()
    """Pairs with the smaller position first that tell of the same and can both be true."""
    unrelated: frozenset[tuple[int, int]] = frozenset()
    """Pairs with the smaller position first of which neither says anything about the other."""
    more_exact: Mapping[tuple[int, int], str] = field(factory=dict)
    """Pairs whose first tells the same more exactly, and how: of `refines`, where others say something else, too, and of
    values that overlap."""

    def sharper(self, position: int) -> set[int]:
        """The values that refine this one, itself among them."""
        return {position} | {one for one, other in self.refines if other == position}

    def nodes_saying(self, position: int) -> list[Node]:
        """The nodes of a value and of those that refine it: who says something sharper says this, too."""
        return [node for other in sorted(self.sharper(position)) for node in self.values[other]]

    def vaguer(self, position: int) -> set[int]:
        """The values that this one refines."""
        return {other for one, other in self.refines if one == position}

    def against(self, position: int) -> set[int]:
        """The values that conflict with this one."""
        return {one if other == position else other for one, other in self.conflicts if position in (one, other)}

    def without_conflicts(self, pairs: Collection[tuple[int, int]]) -> VariantGraph:
        """The same without the conflicts between some pairs, in whichever order they are given."""
        if not pairs:
            return self
        kept = {pair: why for pair, why in self.conflicts.items() if pair not in pairs and pair[::-1] not in pairs}
        return evolve(self, conflicts=kept)


def graph_of(
    nodes: Sequence[Node], matcher: Matcher[Any], known: Mapping[tuple[Node, Node], Entailment] | None = None
) -> VariantGraph:
    """The graph of the values that some nodes state about one thing; what is known of two of them is not asked again."""
    if len(nodes) == 1:
        return VariantGraph((tuple(nodes),), frozenset(), {})
    values, entailments = _equal_values(nodes, matcher, known or {})
    refines: set[tuple[int, int]] = set()
    conflicts: dict[tuple[int, int], str] = {}
    overlaps: set[tuple[int, int]] = set()
    unrelated: set[tuple[int, int]] = set()
    more_exact: dict[tuple[int, int], str] = {}
    for (one, two), entailment in sorted(entailments.items(), key=lambda item: item[0]):
        if entailment.relation in (Relation.REFINES, Relation.REFINED_BY):
            sharp, vague = (one, two) if entailment.relation is Relation.REFINES else (two, one)
            _add(refines, sharp, vague)
            if entailment.sharper:
                more_exact[sharp, vague] = entailment.reason
        elif entailment.relation is Relation.CONFLICTS:
            conflicts[one, two] = entailment.reason
        elif entailment.relation is Relation.OVERLAPS:
            overlaps.add((one, two))
            more_exact.update(_sharpened(values, one, two, matcher))
        else:
            unrelated.add((one, two))
    compatible = {(min(pair), max(pair)) for pair in refines}
    kept = {pair: reason for pair, reason in conflicts.items() if pair not in compatible}
    more_exact = {
        pair: reason for pair, reason in more_exact.items() if pair in refines or tuple(sorted(pair)) in overlaps
    }
    return VariantGraph(tuple(values), frozenset(refines), kept, frozenset(overlaps), frozenset(unrelated), more_exact)


def _sharpened(
    values: Sequence[tuple[Node, ...]], one: int, two: int, matcher: Matcher[Any]
) -> dict[tuple[int, int], str]:
    """Which of two values that overlap tells more exactly, and how, if either does."""
    if matcher.sharpens is None:
        return {}
    pairs = ((one, two), (two, one))
    told = {pair: matcher.sharpens(values[pair[0]][0].features, values[pair[1]][0].features) for pair in pairs}
    return {pair: reason for pair, reason in told.items() if reason is not None}


def _equal_values(
    nodes: Sequence[Node], matcher: Matcher[Any], told: Mapping[tuple[Node, Node], Entailment]
) -> tuple[list[tuple[Node, ...]], dict[tuple[int, int], Entailment]]:
    """Nodes gathered by the canonical form of their value, forms that the matcher calls equal put together, and what each
    value says about those after it."""
    by_form: dict[Any, list[Node]] = {}
    for node in nodes:
        by_form.setdefault(node.variant, []).append(node)
    values: list[list[Node]] = []
    entailments: dict[tuple[int, int], Entailment] = {}
    for same in by_form.values():
        said: dict[tuple[int, int], Entailment] = {}
        for place, known in enumerate(values):
            pair = known[0], same[0]
            entailment = told.get(pair) or matcher.relate(pair[0].features, pair[1].features)
            if entailment.relation is Relation.EQUAL:
                known.extend(same)
                break
            said[place, len(values)] = entailment
        else:
            values.append(same)
            entailments.update(said)
    return [tuple(value) for value in values], entailments


def _add(refines: set[tuple[int, int]], sharp: int, vague: int) -> None:
    """One more edge and what follows from it, unless it would close a circle."""
    if (vague, sharp) in refines:
        return
    above = {vague} | {other for one, other in refines if one == vague}
    below = {sharp} | {one for one, other in refines if other == sharp}
    refines.update((one, other) for one in below for other in above)
