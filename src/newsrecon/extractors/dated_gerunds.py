"""Times of a deed told by a gerund: *was fined on Monday | for parking a lorry on the tracks in March*.

A clause happens once. Where a second time stands in it behind a preposition and a form in *-ing*, that is when the gerund's deed
was done, and the first tells when the rest was.
"""

from __future__ import annotations

import re
from functools import cache

from newsrecon.extractors.grammar import words_of_class
from newsrecon.span import Span
from newsrecon.text import one_of
from newsrecon.word_classes import class_of

__all__ = ["dated_gerund"]

_LONGEST = 200
"""So many characters before a time may begin the gerund that it is of, and so many behind it may end what that tells."""

_MARK = re.compile(r"[,;:()“”\"–—]")


def dated_gerund(text: str, clause: Span, earlier: int, time: Span) -> Span | None:
    """The gerund phrase between the end of an earlier time of its clause and a mark that a time is of; None where there is none.

    >>> text = "He was fined on Monday for parking a lorry on the tracks in March, it said."
    >>> found = dated_gerund(text, Span(0, len(text)), 22, Span(59, 64))
    >>> found.of(text)
    'parking a lorry on the tracks in March'
    """
    first = max(earlier, time.start - _LONGEST)
    opened = [found for found in _gerund().finditer(text, first, time.start) if class_of(found["deed"]) == "G"]
    if not opened:
        return None
    begin, last = opened[-1].start("deed"), min(clause.end, time.end + _LONGEST)
    mark = _MARK.search(text, time.end, last)
    return Span(begin, begin + len(text[begin : mark.start() if mark else last].rstrip()))


# for | allegedly | parking
@cache
def _gerund() -> re.Pattern[str]:
    before = one_of(sorted(words_of_class("before_gerunds")))
    return re.compile(rf"\b(?:{before})\s+(?:[a-z]{{2,20}}ly\s+)?(?P<deed>[a-z]{{2,20}}ing)\b")
