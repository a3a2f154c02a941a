"""Quotation marks in pairs: *“He told me ‘no’,” she said.* holds two quotations, one inside the other.

Theory of operation. Marks are read once, left to right, paragraph by paragraph, on a stack of what stands open. A mark opens
or closes by its shape (“ ” « »), or, where its shape does not tell (" '), by what stands beside it. Double marks and
guillemets go before single ones: they close over a single mark left open, which was an apostrophe then, while a single mark
never closes over them. What is still open at the end of a paragraph runs to its end where that is how news marks long
quotations (the next paragraph repeats the mark) or where the shape of the mark leaves no doubt; else only this one mark is
given up. Nothing is looked at twice, so the time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import field, frozen

from newsrecon.language_data import data_table
from newsrecon.span import Span, trimmed

__all__ = ["Quotation", "quotations"]

# Each alternative begins with a character and none with a class, so that the engine looks for these characters only.
# An apostrophe inside a word is no mark: two in five of all that look like one are.
_NOT_IN_WORD = r"{0}(?:(?![^\W_])|(?<![^\W_]{0}))"
_MARKS = re.compile("|".join(("``", "'''?", "‘‘", "’’", *'"“”„‟«»‘‚‹›`', *map(_NOT_IN_WORD.format, "'’"))))
_WORD = re.compile(r"\w{1,12}['’]?")
_DECADE = re.compile(r"\d\d(?:s\b|\b)")

DOUBLE, GUILLEMET, SINGLE = "double", "guillemet", "single"
_FAMILIES = {
    **dict.fromkeys(("``", "''", "‘‘", "’’", '"', "“", "”", "„", "‟"), DOUBLE),
    **dict.fromkeys("«»‹›", GUILLEMET),
    **dict.fromkeys("'‘’‚`", SINGLE),
}
_OPENING = frozenset(("“", "„", "‟", "‘", "‚", "``", "‘‘"))
_BEFORE_OPENING = frozenset("([{<—–-/=*_>|\"“„‟«‹‘‚'`")
_BEFORE_EITHER = frozenset(".,:;!?…")
_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_AFTER_CLOSING = frozenset(")]}>.,;:!?—–-/…*_|\"”’'»›“‘")
# 6'2" · 5' 10"
_INCHES = re.compile(r"""\d\s?['’]\s?\d{1,2}(?:\.\d)?"$""")
# She said: "It
_ANNOUNCED = re.compile(r"""[:,]\s["'`]{1,2}[A-Z]$""")
_GOES_ON = re.compile(r"\s[a-z]")
_PARTNERS = {"«": "»", "»": "«", "‹": "›", "›": "‹"}


@frozen
class Quotation:
    """What stands between quotation marks: the content without the marks, the marks' own offsets, its depth.

    >>> from newsrecon import Article
    >>> text = "She said “it rained” twice."
    >>> [quoted.content.of(text) for quoted in Article(text).quotations]
    ['it rained']
    """

    content: Span
    """What stands between the marks, in code points, half-open."""
    outer: Span = field(kw_only=True)
    """The content with its marks; equal to the content's end where the closing mark is missing."""
    depth: int = field(default=0, kw_only=True)
    """0 for an outermost quotation, 1 for one inside another."""
    closed: bool = field(default=True, kw_only=True)
    """False where the closing mark is missing."""
    continues: bool = field(default=False, kw_only=True)
    """True where this quotation goes on from the paragraph before (opening mark repeated, closed once)."""


@frozen
class _Mark:
    """One quotation mark and what may be done with it where it stands."""

    text: str
    start: int
    end: int
    opens: bool
    closes: bool
    doubtful: bool = False
    """It closes, unless what follows shows that it was an apostrophe or a sign of measure."""

    @property
    def family(self) -> str:
        return _FAMILIES[self.text]


@frozen
class _Pair:
    """Two marks that belong together; None stands for the edge of the paragraph."""

    opening: _Mark | None
    closing: _Mark | None


def quotations(text: str, body: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations in some paragraphs, in order of their start, outer before inner.

    >>> text = "“He told me ‘no’,” she said."
    >>> [(found.content.of(text), found.depth) for found in quotations(text, [Span(0, len(text))])]
    [('He told me ‘no’,', 0), ('no', 1)]
    """
    read = [tuple(_marks(text, paragraph)) for paragraph in body]
    found: list[Quotation] = []
    carried: str | None = None
    for number, (paragraph, marks) in enumerate(zip(body, read, strict=True)):
        if not marks:
            carried = None
            continue
        pairs, left, stray = _paired(marks)
        if carried == DOUBLE and stray is not None and stray.text == "”":
            pairs.append(_Pair(None, stray))
        repeated = _leading(body[number + 1], read[number + 1]) if number + 1 < len(body) else None
        unclosed = _unclosed(text, paragraph, left, pairs, repeated)
        if unclosed is not None:
            pairs.append(_Pair(unclosed, None))
        goes_on = carried is not None and carried == _leading(paragraph, marks)
        found += _nested(text, paragraph, pairs, goes_on)
        carried = None if unclosed is None else unclosed.family
    return tuple(found)


def _leading(paragraph: Span, marks: Sequence[_Mark]) -> str | None:
    """The family of the mark that a paragraph begins with, if it does."""
    return marks[0].family if marks and marks[0].start == paragraph.start and marks[0].opens else None


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    """The marks of a paragraph that may open or close something; apostrophes and signs of measure are left out."""
    found = [mark for mark in _every_mark(text, paragraph) if mark.opens or mark.closes]
    following: dict[str, _Mark] = {}
    kept = []
    for mark in reversed(found):
        after = following.get(mark.family)
        if mark.doubtful and after is not None and after.closes and not after.opens:
            continue
        if not mark.doubtful:
            following[mark.family] = mark
        kept.append(mark)
    return reversed(kept)


def _every_mark(text: str, paragraph: Span) -> Iterator[_Mark]:
    for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if end - start < 3:
            yield _mark(text, paragraph, start, end, before, after)
        else:
            middle = start + 2 if before.isspace() or before in _BEFORE_OPENING else start + 1
            yield _mark(text, paragraph, start, middle, before, after)
            yield _mark(text, paragraph, middle, end, before, after)


def _mark(text: str, paragraph: Span, start: int, end: int, before: str, after: str) -> _Mark:
    mark = text[start:end]
    before, after = (" " if char in _INVISIBLE else char for char in (before, after))
    if mark == "’" or _FAMILIES[mark] == SINGLE:
        opens, closes = _single(text, mark, end, before, after)
        return _Mark(mark, start, end, opens, closes, closes and before in "sSzZxX" and bool(_GOES_ON.match(text, end)))
    opens, closes = _double(mark, before, after)
    if mark == '"' and before.isdigit():
        if _INCHES.search(text, max(paragraph.start, start - 8), end):
            return _Mark(mark, start, end, False, False)
        return _Mark(mark, start, end, opens, closes, bool(_GOES_ON.match(text, end)))
    return _Mark(mark, start, end, opens or (mark == "”" and start == paragraph.start), closes)


def _double(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a double mark may open, and may close, between these two characters."""
    if mark in ("„", "‟", "``", "‘‘"):
        return True, False
    if mark in _PARTNERS:
        return True, True
    may_open = before.isspace() or before in _BEFORE_OPENING
    may_close = after.isspace() or after in _AFTER_CLOSING
    if mark == "“":
        return True, not before.isspace() and may_close
    if mark in ("”", "’’"):
        return before.isspace() and not may_close, True
    if may_open == may_close or before in _BEFORE_EITHER:
        return not may_close or may_open, may_close or not may_open
    return may_open, may_close


def _single(text: str, mark: str, end: int, before: str, after: str) -> tuple[bool, bool]:
    """Whether a single mark may open, and may close; neither where it is an apostrophe."""
    may_open = before.isspace() or before in _BEFORE_OPENING or before in ":…"
    may_close = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if mark == "’":
        return False, may_close
    opens = may_open and not after.isspace() and not _is_elision(text, end)
    if mark in "‘‚`":
        return opens, mark == "‘" and may_close
    return opens and (after not in _AFTER_CLOSING or after in '"“‘«'), may_close


def _is_elision(text: str, place: int) -> bool:
    """Whether the mark before this place stands for left-out letters: *’90s*, *’em*."""
    word = _WORD.match(text, place)
    if word is None:
        return False
    return word[0].strip("'’").lower() in _elisions() or bool(_DECADE.match(text, place))


@cache
def _elisions() -> frozenset[str]:
    data = data_table("quotation")
    return frozenset(data["elisions"])


def _paired(marks: Sequence[_Mark]) -> tuple[list[_Pair], list[_Mark], _Mark | None]:
    """The pairs, the marks left open, and a double mark that closes what this paragraph never opened."""
    pairs: list[_Pair] = []
    stack: list[_Mark] = []
    opened: dict[str, list[_Mark]] = {DOUBLE: [], GUILLEMET: [], SINGLE: []}
    stray: _Mark | None = None
    fresh = True
    for mark in marks:
        partner = opened[mark.family][-1] if opened[mark.family] else None
        if partner is not None and _closes(mark, partner, stack[-1]):
            while stack[-1] is not partner:
                opened[stack.pop().family].pop()
            opened[stack.pop().family].pop()
            pairs.append(_Pair(partner, mark))
        elif mark.opens:
            stack.append(mark)
            opened[mark.family].append(mark)
        elif fresh and mark.family == DOUBLE:
            stray = mark
        fresh = fresh and mark.family != DOUBLE
    return pairs, stack, stray


def _closes(mark: _Mark, partner: _Mark, innermost: _Mark) -> bool:
    if mark.family == GUILLEMET:
        return _PARTNERS[mark.text] == partner.text
    if mark.family == SINGLE and innermost.family != SINGLE:
        return False
    return mark.closes and (not mark.opens or mark.text != "“" or partner.text in "“„‟")


def _unclosed(
    text: str, paragraph: Span, left: Sequence[_Mark], pairs: Sequence[_Pair], repeated: str | None
) -> _Mark | None:
    """The mark among those left open whose quotation runs to the end of the paragraph, if there is one."""
    if not left:
        return None
    last = left[-1]
    if last.family == repeated:
        return last
    announced = last.start == paragraph.start or _ANNOUNCED.search(
        text, max(paragraph.start, last.start - 3), last.end + 1
    )
    certain = last.family == DOUBLE and (last.text in _OPENING or announced)
    alone = not any(
        pair.closing and pair.closing.start > last.start and pair.closing.family == DOUBLE for pair in pairs
    )
    return last if certain and alone else None


def _nested(text: str, paragraph: Span, pairs: Sequence[_Pair], goes_on: bool) -> Iterator[Quotation]:
    """The pairs as quotations in order, each with its depth; empty ones and any that cross another are left out."""
    ends: list[int] = []
    for start, end, pair in sorted(
        ((*_bounds(pair, paragraph), pair) for pair in pairs), key=lambda item: (item[0], -item[1])
    ):
        while ends and ends[-1] <= start:
            ends.pop()
        content = trimmed(
            text, pair.opening.end if pair.opening else start, pair.closing.start if pair.closing else end
        )
        if content is None or (ends and ends[-1] < end):
            continue
        continues = pair.opening is None or (goes_on and start == paragraph.start)
        closed = pair.closing is not None
        yield Quotation(content, outer=Span(start, end), depth=len(ends), closed=closed, continues=continues)
        ends.append(end)


def _bounds(pair: _Pair, paragraph: Span) -> tuple[int, int]:
    start = pair.opening.start if pair.opening else paragraph.start
    return start, pair.closing.end if pair.closing else paragraph.end
