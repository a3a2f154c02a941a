"""Average linkage: which of some things belong together, by how alike pairs of them are.

Theory of operation. Clusters grow by average linkage (Sokal and Michener 1958): of all pairs of neighbouring clusters the one
that is nearest joins next, while it reaches the threshold. Near is half the mean likeness over *all* pairs of members, half
how well each member finds its counterpart on the other side, of the side where it finds it worse: where two outlets tell a
thing twice each, in a wording the other has and in one of their own, the mean of all would keep them apart. For a single
member the two are the same. Pairs that are no edge are asked when their clusters come up, so no chain of near-misses joins
strangers. Pairs that are silent about each other, as two parts of one long remark are, count neither way. A veto between any
two members keeps their clusters apart for good. Ties go by position.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from math import fsum

from attrs import frozen

from newsrecon.matching import Likeness

__all__ = ["linked"]


def linked(
    count: int, edges: Iterable[tuple[int, int]], likeness: Callable[[int, int], Likeness], threshold: float
) -> list[tuple[int, ...]]:
    """So many things, by position, in clusters in order of their first members.

    `edges` are the pairs to begin with, the smaller position first; `likeness` is asked for these, and for other pairs of
    which the smaller position comes first, each once.
    """
    return sorted(_Linkage(count, likeness, threshold).clusters(edges))


class _Linkage:
    def __init__(self, count: int, likeness: Callable[[int, int], Likeness], threshold: float) -> None:
        self._likeness = likeness
        self._threshold = threshold
        self._asked: dict[tuple[int, int], Likeness] = {}
        self._members: dict[int, tuple[int, ...]] = {index: (index,) for index in range(count)}
        self._between: dict[tuple[int, int], _Between | None] = {}

    def likeness(self, left: int, right: int) -> Likeness:
        """How surely two are about one thing."""
        pair = _ordered(left, right)
        found = self._asked.get(pair)
        if found is None:
            found = self._asked[pair] = self._likeness(*pair)
        return found

    def clusters(self, edges: Iterable[tuple[int, int]]) -> Iterable[tuple[int, ...]]:
        """The members of each cluster, once nothing is left to join."""
        neighbours: dict[int, set[int]] = defaultdict(set)
        waiting: list[tuple[float, int, int]] = []
        for left, right in edges:
            neighbours[left].add(right)
            neighbours[right].add(left)
            waiting.append((-self.likeness(left, right).score, left, right))
        heapq.heapify(waiting)
        while waiting:
            score, left, right = heapq.heappop(waiting)
            if left in self._members and right in self._members and self._is_still(-score, left, right):
                self._join(left, right, neighbours, waiting)
        return self._members.values()

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
            if between.nearness >= self._threshold:
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
