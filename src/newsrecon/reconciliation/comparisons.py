"""What was found of the nodes of one kind when they were last looked at, for when their story is looked at again.

A comparison is a function of the features of two nodes and nothing else, so what was found of two nodes holds as long as both
are there. A new article can change who is meant by a name or how rare a word is; whatever is then read otherwise is another
node.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from attrs import define, field, frozen

from newsrecon.matching import Entailment, Likeness, Matcher
from newsrecon.reconciliation.blocks import Blocks
from newsrecon.reconciliation.nodes import Node, Pair
from newsrecon.reconciliation.results import Link

__all__ = ["Comparisons", "Group", "Part"]

T = TypeVar("T")


@frozen(eq=False)
class Group:
    """The nodes of one cluster, the links that brought them together, and what linked nodes say of each other."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    entailments: Mapping[Pair, Entailment] = field(factory=dict)


@frozen(eq=False)
class Part:
    """What nodes that edges connect come to: their groups, and the pairs asked on the way that but for a veto would be edges."""

    groups: tuple[Group, ...]
    vetoed: tuple[Pair, ...] = ()


@define(eq=False)
class Comparisons:
    """What was found of the nodes of one kind when they were last looked at."""

    blocks: Blocks = field(factory=Blocks)
    likenesses: dict[Pair, Likeness] = field(factory=dict, repr=False)
    """How surely two that meet are about one thing."""
    others: dict[Pair, Likeness] = field(factory=dict, repr=False)
    """The same of pairs that do not meet and were asked all the same, since clusters came up in which they are."""
    entailments: dict[Pair, Entailment] = field(factory=dict, repr=False)
    """What one says about the other."""
    parts: dict[tuple[tuple[Node, ...], frozenset[Pair]], Part] = field(factory=dict, repr=False)
    """What nodes with such edges between them came to."""

    def __len__(self) -> int:
        return len(self.likenesses) + len(self.others)

    @property
    def nodes(self) -> Mapping[str, Node]:
        """All that were there, by the id of their first claim."""
        return {node.id: node for node in self.blocks.nodes}

    def look_at(self, nodes: Iterable[Node], matcher: Matcher[Any]) -> None:
        """Compare those that meet now and did not before, and forget what is gone."""
        place = {node: position for position, node in enumerate(nodes)}
        gone = dict.fromkeys(node for node in self.blocks.nodes if node not in place)
        if gone:
            self.likenesses = _without(gone, self.likenesses)
            self.others = _without(gone, self.others)
            self.entailments = _without(gone, self.entailments)
        new = [node for node in place if node not in self.blocks.nodes]
        meeting, parting = self.blocks.change(gone, new, place, matcher.keys)
        self.others.update([(pair, self.likenesses.pop(pair)) for pair in parting])
        self.likenesses.update([(pair, self.others.pop(pair)) for pair in self.others.keys() & meeting.keys()])
        same, known = matcher.same, self.likenesses
        known.update({pair: same(pair[0].features, pair[1].features) for pair in meeting if pair not in known})

    def likeness(self, pair: Pair, matcher: Matcher[Any]) -> Likeness:
        """How surely two are about one thing."""
        found = self.likenesses.get(pair) or self.others.get(pair)
        if found is None:
            found = self.others[pair] = matcher.same(pair[0].features, pair[1].features)
        return found

    def entailment(self, pair: Pair, matcher: Matcher[Any]) -> Entailment:
        """What the first says about the second."""
        found = self.entailments.get(pair)
        if found is None:
            found = self.entailments[pair] = matcher.relate(pair[0].features, pair[1].features)
        return found


def _without(gone: Collection[Node], known: Mapping[Pair, T]) -> dict[Pair, T]:
    return {pair: found for pair, found in known.items() if pair[0] not in gone and pair[1] not in gone}
