"""Lengths that tell how far from another day something was: *two days before the vote on 3 May*, *a week after Monday’s crash*.

Corpora annotate such a length as a length, and so it stays; what it leads to is told by its interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import cast

from attrs import evolve

from newsrecon.extractors.date_context import Reading
from newsrecon.extractors.date_lexicon import load_language
from newsrecon.text import one_of
from newsrecon.timex import Expression, Length, Unit

__all__ = ["beside"]

_FAR = 60
"""So many characters, at most, stand between the length and the day that it counts from."""


def beside(readings: Sequence[Reading], lower: str, anchor: date | None) -> Iterator[Reading]:
    """The readings of a text in lower case in order, lengths before or after a day laid beside it."""
    for length, base in pairwise(readings):
        yield _laid(length, base, lower, anchor) or length
    yield from readings[-1:]


def _laid(length: Reading, base: Reading, lower: str, anchor: date | None) -> Reading | None:
    if length.expression.operator != "lasting" or length.is_age or base.start - length.end > _FAR:
        return None
    if not base.is_point or base.expression.point(anchor).unit.rank < Unit.DAY.rank:
        return None
    between = _between().fullmatch(lower, length.end, base.start)
    if between is None:
        return None
    day = Expression.shift(base.expression, 0, Unit.DAY)
    later = between["word"] in load_language("en").data["words"]["after_word"]
    laid = Expression.beside(cast(Length, length.expression.arguments[0]), day, later=later)
    return evolve(length, expression=laid, timex=laid.resolve(anchor)) if laid.moment else None


# before | the deadly crash on
@cache
def _between() -> re.Pattern[str]:
    words = load_language("en").data["words"]
    beside = one_of([*words["before_word"], *words["after_word"]])
    owner = one_of(["the", *words["article"], *words["possessive"]])
    return re.compile(rf"\s+(?P<word>{beside})\s+(?:(?:{owner})\s+(?:[a-z-]{{2,20}}\s+){{1,3}}(?:on|of)\s+)?")
