"""Sentences: *Mr. Smith left the U.S. Army at 5 p.m. Monday.* is one, *He left. She stayed.* are two.

Boundaries come from sentencex, paragraph by paragraph; a few are taken back (after a title, an initial, "a.m.") and a few
added (after a closing quotation mark). Which words do so is data.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from newsrecon.datelines import after_dateline
from newsrecon.language_data import data_table
from newsrecon.span import Span, trimmed

__all__ = ["sentences"]

LONGEST = 3000
"""How much of a paragraph is looked at in one piece."""

_SURROGATES = re.compile("[\ud800-\udfff]")
# a no-break space, an ideographic one
_WIDE_SPACE = re.compile(r"[^\S\x00-\x7f]")
_LAST = re.compile(r"[^\s(\[\"'“‘]{1,12}\.$")
_FIRST = re.compile(r"[\"'“‘(\[]{0,3}([^\s.,;:!?()\"'“”‘’]{1,20})")
_LOWER_CASE = re.compile(r"[a-z]{2}")
_CLOSING = re.compile(r"[”»)\]]+\s*")
_END = re.compile(r"[.!?]['\"”’)]{0,2}\s{1,3}(?=['\"“‘(]?[A-Z])")
_OPENING = frozenset("“‘„«([\"'")

# It rained. (He did not mind.) | She did.
_IN_BRACKETS = re.compile(r"(?:^|[.!?]['\"”’]?\s)[(\[][A-Z][^()\[\]]{8,400}[.!?]['\"”’]?[)\]]\s+(?=[A-Z\"'“‘])")


def sentences(text: str, body: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences of some paragraphs, in order, without surrounding white space; none crosses a paragraph.

    A quotation of several sentences is left whole.

    >>> text = "Dr. Ito left at 5 p.m. Monday. She was late."
    >>> [span.of(text) for span in sentences(text, [Span(0, len(text))])]
    ['Dr. Ito left at 5 p.m. Monday.', 'She was late.']
    """
    return tuple(sentence for paragraph in body for sentence in _of_paragraph(text, paragraph))


def _of_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph; a dateline is one, so that where and when was written is no part of what is told."""
    start = after_dateline(text, paragraph.start, paragraph.end)
    if start > paragraph.start and (dateline := trimmed(text, paragraph.start, start)):
        yield dateline
    rest = Span(start, paragraph.end)
    for end in (*_boundaries(rest.of(text)), len(rest)):
        sentence = trimmed(text, start, rest.start + end)
        if sentence is not None:
            yield sentence
        start = rest.start + end


def _boundaries(paragraph: str) -> list[int]:
    """The offsets inside a paragraph at which a sentence ends and another begins."""
    # Before a full stop, sentencex takes any white space for one byte, and panics where it is more.
    plain = paragraph if paragraph.isascii() else _WIDE_SPACE.sub(" ", _SURROGATES.sub("\ufffd", paragraph))
    ends = _proposed(plain)
    kept = {_between_marks(paragraph, end) for end in ends if not _goes_on(paragraph, end)}
    if "(" in paragraph or "[" in paragraph:
        kept.update(match.end() for match in _IN_BRACKETS.finditer(paragraph))
    kept.update(_behind_plain_words(paragraph))
    return sorted(kept)


def _behind_plain_words(paragraph: str) -> Iterator[int]:
    """Behind words that look like abbreviations and are none, outside quotations: *is seriously ill.* | *Doctors said*."""
    opened = quoted = False
    for found in _plain_or_mark().finditer(paragraph):
        mark = found["mark"]
        if mark is None:
            if not (opened or quoted):
                yield found.end()
        elif mark == '"':
            quoted = not quoted
        else:
            opened = mark == "“"


@cache
def _plain_or_mark() -> re.Pattern[str]:
    words = "|".join(sorted(_words()["plain"]))
    return re.compile(rf"(?P<mark>[“”\"])|(?<=[a-z\d]\s)(?:{words})\.\s{{1,3}}(?=[\"“‘]?[A-Z])")


def _proposed(paragraph: str) -> Iterator[int]:
    """The boundaries that sentencex finds, in stretches: its time grows with the square of the marks it sees at once."""
    from sentencex import segment

    start = 0
    while start < len(paragraph):
        end, certain = _stretch(paragraph, start)
        ends = list(accumulate(map(len, segment("en", paragraph[start:end])), initial=start))
        if ends[-1] == end:
            yield from ends[1:-1]
        if certain:
            yield end
        start = end


def _stretch(paragraph: str, start: int) -> tuple[int, bool]:
    """Where a stretch ends that is no longer than LONGEST, and whether a sentence ends there, too."""
    end = start + LONGEST
    if end >= len(paragraph):
        return len(paragraph), False
    last = deque(_END.finditer(paragraph, start + LONGEST // 2, end), maxlen=1)
    if last:
        return last[0].end(), True
    space = paragraph.rfind(" ", start + LONGEST // 2, end)
    return (space + 1 if space >= 0 else end), False


def _between_marks(paragraph: str, place: int) -> int:
    """The boundary at or beside this place that leaves an opening mark to what follows, a closing one to what precedes."""
    closing = _CLOSING.match(paragraph, place)
    if closing:
        return closing.end()
    last = place
    while last > 1 and paragraph[last - 1].isspace():
        last -= 1
    return last - 1 if last > 1 and paragraph[last - 1] in _OPENING and paragraph[last - 2].isspace() else place


def _goes_on(paragraph: str, place: int) -> bool:
    """Whether the sentence goes on here after all: the full stop before belongs to an abbreviation."""
    before = paragraph[max(0, place - 24) : place].rstrip()
    if before.endswith(("?", "!")):
        return _LOWER_CASE.match(paragraph, place) is not None
    last, first = _LAST.search(before), _FIRST.match(paragraph, place)
    if last is None or first is None:
        return False
    words = _words()
    if last[0] in words["before_names"]:
        return first[1] not in words["starters"]
    return last[0].lower() in words["inside"] and first[1] in words["follow"]


@cache
def _words() -> dict[str, frozenset[str]]:
    data = data_table("sentences")
    return {key: frozenset(value) for key, value in data.items()}
