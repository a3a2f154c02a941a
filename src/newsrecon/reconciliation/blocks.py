"""Which nodes of one kind meet: those that share a key, unless too many have it.

Nodes come and go as a story grows, and with them the pairs that meet. Only what shares a key with a node that came or went is
looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from itertools import combinations, product, repeat
from typing import Any

from attrs import define, field

from newsrecon.reconciliation.nodes import Node, Pair

__all__ = ["BLOCK_LIMIT", "Blocks"]

BLOCK_LIMIT = 300
"""Nodes that may share a key. A fuller block tells nothing: its key is passed over, with a diagnostic."""


@define(eq=False)
class Blocks:
    """The nodes that share each key."""

    limit: int = field(factory=lambda: BLOCK_LIMIT)
    """A block of more nodes than that brings none together."""
    _keys: dict[Node, tuple[Hashable, ...]] = field(factory=dict, init=False)
    _members: dict[Hashable, list[Node]] = field(factory=dict, init=False)
    _full: set[Hashable] = field(factory=set, init=False)

    @property
    def nodes(self) -> Collection[Node]:
        """All that are there now."""
        return self._keys.keys()

    @property
    def full(self) -> int:
        """How many blocks are passed over."""
        return len(self._full)

    def change(
        self,
        gone: Collection[Node],
        new: Iterable[Node],
        place: Mapping[Node, int],
        keys: Callable[[Any], Iterable[Hashable]],
    ) -> tuple[Mapping[Pair, None], Collection[Pair]]:
        """The pairs that meet since some nodes are gone and others new, in a fixed order, and those that meet no longer.

        `place` tells where each node that is there stands in canonical order, and `keys` from its features which keys it has.
        Pairs of which one is gone are not told, and a pair that meets already may be told again.
        """
        came: dict[Hashable, list[Node]] = {key: [] for node in gone for key in self._keys.pop(node)}
        for key in came:
            self._members[key] = [node for node in self._members[key] if node not in gone]
        for node in new:
            self._keys[node] = tuple(dict.fromkeys(keys(node.features)))
            for key in self._keys[node]:
                came.setdefault(key, []).append(node)
        whole: dict[tuple[Node, ...], None] = {}  # near copies share many keys, so that many blocks hold the same nodes
        meeting: dict[Pair, None] = {}
        parting: dict[Pair, None] = {}
        for key, nodes in came.items():
            before = self._members.pop(key, None)
            if before is None and len(nodes) == 1 <= self.limit:  # as most keys are: of one node alone
                self._members[key] = nodes
                continue
            before = before or []
            now = [*before, *nodes]
            if now:
                self._members[key] = now
            was_full, is_full = key in self._full, len(now) > self.limit
            if is_full and not was_full:
                self._full.add(key)
                parting.update(zip(combinations(sorted(before, key=place.__getitem__), 2), repeat(None)))
            elif was_full and not is_full:
                self._full.remove(key)
                whole[tuple(sorted(now, key=place.__getitem__))] = None
            elif not is_full and len(now) > 1:
                whole[tuple(nodes)] = None
                meeting.update((_ordered(pair, place), None) for pair in product(before, nodes))
        for members in whole:
            meeting.update(zip(combinations(members, 2), repeat(None)))
        return meeting, [pair for pair in parting if not self._share_an_open_key(pair)]

    def _share_an_open_key(self, pair: Pair) -> bool:
        one, two = pair
        return any(key not in self._full for key in {*self._keys[one]} & {*self._keys[two]})


def _ordered(pair: Pair, place: Mapping[Node, int]) -> Pair:
    one, two = pair
    return pair if place[one] < place[two] else (two, one)
