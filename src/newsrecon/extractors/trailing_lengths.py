"""A length of time at the end of a clause that counts for the next one: *called off on Thursday, two days | after it sank*."""

from __future__ import annotations

import re
from functools import cache

from newsrecon.extractors.date_lexicon import load_language
from newsrecon.span import Span
from newsrecon.text import one_of

__all__ = ["trailing_length"]

_LONGEST = 60


def trailing_length(lower: str, clause: Span) -> int | None:
    """Where the length begins, at the comma before it, by which the next clause is told; None where there is none.

    >>> text = "it was called off on thursday, two days after it sank."
    >>> text[: trailing_length(text, Span(0, 40))]
    'it was called off on thursday'
    """
    if not _next().match(lower, clause.end):
        return None
    found = _length().search(lower, max(clause.start + 1, clause.end - _LONGEST), clause.end)
    return found.start() if found is not None else None


# , just | two and a half | days
@cache
def _length() -> re.Pattern[str]:
    data = load_language("en").data
    units = one_of([*data["unit"], *data["units"], *data["clock_unit"], *data["clock_units"]])
    many = one_of([*data["cardinal"], *data["words"]["few"], *data["words"]["article"], *data["words"]["half"]])
    number = rf"(?:[a-z]{{3,9}}\s{{1,3}}){{0,2}}(?:\d[\d.,-]{{0,6}}|{many})"
    return re.compile(rf",\s{{1,3}}{number}\s{{1,3}}(?:[\w-]{{1,20}}\s{{1,3}}){{0,3}}(?:{units})\s{{0,3}}\Z")


# after it sank · before the vote was held
@cache
def _next() -> re.Pattern[str]:
    words = load_language("en").data["words"]
    return re.compile(rf"\s{{0,3}}(?:{one_of([*words['after_word'], *words['before_word'], *words['since_word']])})\b")
