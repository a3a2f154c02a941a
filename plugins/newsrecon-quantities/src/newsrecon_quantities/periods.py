"""Over what time people were counted: *38 people were killed* **since March began**, *16 died* **on Thursday and Friday**."""

from __future__ import annotations

import re
from functools import cache

from newsrecon import Span
from newsrecon.text import one_of
from newsrecon_quantities.words import section

__all__ = ["over_other_times", "period_of"]


def period_of(lower: str, sentence: Span, count: Span) -> str | None:
    """From when on, or on which days of the week, those of a count were counted, by the words of its sentence; else None.

    The text is given in lower case, and so are the words that come back.

    >>> text = "at least 38 people have been killed since the protests began in december."
    >>> period_of(text, Span(0, len(text)), Span(0, 35))
    'since the protests began in december'
    >>> text = "on friday, 12 people were hurt by stray bullets."
    >>> period_of(text, Span(0, len(text)), Span(11, 30))
    'friday'
    """
    found = _behind().match(lower, count.end, sentence.end)
    if found is None:
        found = _ahead().match(lower, sentence.start, count.start)
    if found is None:
        return None
    return " ".join(found["since"].split()) if found["since"] else " ".join(_day().findall(found["days"]))


def over_other_times(one: str | None, other: str | None) -> bool:
    """Whether two counts were made over two times.

    >>> over_other_times("since december", "thursday friday"), over_other_times("since december", "since the war began")
    (True, False)
    >>> over_other_times("thursday", "friday"), over_other_times("friday", None)
    (True, False)
    """
    if one is None or other is None:
        return False
    mine, theirs = (period.startswith(_SINCE) for period in (one, other))
    return mine != theirs or (not mine and one != other)


_SINCE = "since "


# were killed | by stray bullets on | Thursday and Friday · have died | since the protests began
@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"[^,;:]{{0,60}}?\b(?:(?P<since>since\s[^,;:.]{{1,60}})|(?:on\s)?(?P<days>{_days()}))")


# on | Thursday and Friday, · since the protests began, |
@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<since>since\s[^,;:.]{{1,60}}),|(?:on\s)?(?P<days>{_days()})\b)")


def _days() -> str:
    day = one_of(section("people", "weekdays"))
    return rf"(?:{day})(?:(?:,|,?\sand)\s(?:{day}))*\b"


@cache
def _day() -> re.Pattern[str]:
    return re.compile(one_of(section("people", "weekdays")))
