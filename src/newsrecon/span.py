"""A span: where in a text something stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from attrs import frozen

__all__ = ["Span", "covered", "trimmed", "without"]

_START = attrgetter("start")


@frozen(init=False)
class Span:
    """Half-open code-point offsets into a text; ValueError where the end is before the start, or the start below 0.

    >>> span = Span(0, 4)
    >>> span.of("Rain fell."), len(span), span.overlaps(Span(4, 9))
    ('Rain', 4, False)
    """

    start: int
    """The offset of the first character, from 0."""
    end: int
    """The offset after the last character."""

    # Spans are made and compared more often than anything else: written out, this costs a third less than what attrs makes.
    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span runs from 0 or more to its start or more, not {start} to {end}")
        _set_start(self, start)
        _set_end(self, end)

    def __lt__(self, other: Span) -> bool:
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __le__(self, other: Span) -> bool:
        return not other < self

    def __gt__(self, other: Span) -> bool:
        return other < self

    def __ge__(self, other: Span) -> bool:
        return not self < other

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of the text that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


_set_start, _set_end = (getattr(Span, name).__set__ for name in ("start", "end"))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span between two offsets without white space at either end, None where nothing else is there.

    >>> trimmed(" Rain ", 0, 6)
    Span(start=1, end=5)
    """
    part = text[start:end]
    bare = part.lstrip()
    if not bare:
        return None
    start += len(part) - len(bare)
    return Span(start, start + len(bare.rstrip()))


def covered(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a span lies wholly inside one of some ordered, disjoint spans.

    >>> covered(Span(2, 4), (Span(0, 5), Span(6, 9))), covered(Span(4, 7), (Span(0, 5), Span(6, 9)))
    (True, False)
    """
    place = bisect_right(spans, span.start, key=_START) - 1
    return place >= 0 and span.end <= spans[place].end


def without(paragraphs: Sequence[Span], spans: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs less some spans: one wholly taken is gone, one cut at an end is shorter, one cut inside is two.

    >>> without((Span(0, 9), Span(10, 20)), (Span(0, 9), Span(15, 20)))
    (Span(start=10, end=15),)
    """
    cuts = sorted(spans)
    kept: list[Span] = []
    first = 0
    for paragraph in paragraphs:
        while first < len(cuts) and cuts[first].end <= paragraph.start:
            first += 1
        start, place = paragraph.start, first
        while place < len(cuts) and cuts[place].start < paragraph.end:
            if cuts[place].start > start:
                kept.append(Span(start, cuts[place].start))
            start = max(start, cuts[place].end)
            place += 1
        if start < paragraph.end:
            kept.append(Span(start, paragraph.end))
    return tuple(kept)
