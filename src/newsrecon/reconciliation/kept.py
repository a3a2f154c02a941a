"""What is kept of the stories last looked at, for when one of them is looked at again."""

from __future__ import annotations

from attrs import define, field

from newsrecon.reconciliation.comparisons import Comparisons
from newsrecon.reconciliation.judged import Judged
from newsrecon.reconciliation.readings import Readings

__all__ = ["Kept", "RecentStories"]


@define(eq=False)
class Kept:
    """What was found out about the claims of one story."""

    readings: Readings = field(factory=Readings)
    """What each was read as."""
    compared: dict[str, Comparisons] = field(factory=dict)
    """What was found of pairs of them, by kind."""
    judged: Judged = field(factory=Judged)
    """What their clusters came to."""
    words: dict[str, frozenset[str]] = field(factory=dict)
    """The content words of each passage."""

    @property
    def size(self) -> int:
        """How much memory it takes, in comparisons of two claims."""
        pairs = sum(map(len, self.compared.values()))
        return pairs + A_READING * len(self.readings)


A_READING = 20
"""A reading takes as much memory as so many comparisons."""


class RecentStories:
    """What is kept of the stories last looked at: all of the last one, and of others before it while all together is no larger
    than `limit` comparisons, so that memory stays bounded."""

    def __init__(self, limit: int = 1_000_000) -> None:
        self._limit = limit
        self._kept: dict[str | None, Kept] = {}
        self._size = 0

    def take(self, story: str | None) -> Kept:
        """What is kept of a story, which is then kept no longer; empty where nothing is known."""
        kept = self._kept.pop(story, None) or Kept()
        self._size -= kept.size
        return kept

    def put(self, story: str | None, kept: Kept) -> None:
        """Keep what was found out, and forget the stories looked at longest ago beyond the limit."""
        self._kept[story] = kept
        self._size += kept.size
        while self._size > self._limit and len(self._kept) > 1:
            self.take(next(iter(self._kept)))
