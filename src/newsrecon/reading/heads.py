"""What the head of a plain text tells: its title, by whom it is, and the day it was published. What is not told is left empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from newsrecon.gazetteer import words_with_capitals
from newsrecon.language_data import data_table
from newsrecon.text import boilerplate, paragraphs
from newsrecon.timex.readable import MONTHS

__all__ = ["head"]

HEAD = 5000
LONGEST = 160
"""A line longer than this is a sentence of the report."""
LINES = 8
"""Names of authors and days stand among so many first lines."""


def head(text: str) -> dict[str, Any]:
    """The `title`, `byline` and `published` that the first lines tell; those they do not tell are missing.

    >>> head("Harbour bridge closed\\n\\nBy Jane Doe\\nJuly 3, 2025\\n\\nEngineers closed the bridge on Tuesday.")
    {'title': 'Harbour bridge closed', 'byline': 'Jane Doe', 'published': datetime.date(2025, 7, 3)}
    """
    told = {"title": _headline(text), "byline": _byline(text), "published": _published(text)}
    return {key: value for key, value in told.items() if value}


def _headline(text: str) -> str | None:
    """The first paragraph where it is a headline: short, not a sentence, not boilerplate, and text follows."""
    lines = paragraphs(text[:HEAD])
    if len(lines) < 2:
        return None
    first = lines[0].of(text)
    tagged = [item.span for item in boilerplate(text[:HEAD], lines) if item.span.overlaps(lines[0])]
    if tagged:
        first = text[lines[0].start : tagged[0].start].rstrip(" |–—-\t\xa0")
    words = first.split()
    return first if 3 <= len(words) <= 30 and len(first) <= 250 and first[-1] not in ".:;,…" else None


def _lines(text: str) -> Iterator[str]:
    return (span.of(text).strip() for span in paragraphs(text[:HEAD])[:LINES])


def _byline(text: str) -> str | None:
    """The names in a line that is a byline and no more."""
    small = {"and", "&", *words_with_capitals("particles")}
    for line in _lines(text):
        match = _patterns()["byline"].fullmatch(line) if len(line) <= LONGEST else None
        if match and all(word[0].isupper() or word in small for word in match["names"].split()):
            return ", ".join(
                name for name in match["names"].split(", ") if name.lower() not in data_table("heads")["posts"]
            )
    return None


def _published(text: str) -> date | None:
    """The day in a line that is a date of publication and no more; None where two such lines name different days."""
    days = {day for line in _lines(text) if (day := _day_in(line))}
    return days.pop() if len(days) == 1 else None


def _day_in(line: str) -> date | None:
    match = _patterns()["date"].fullmatch(line) if len(line) <= LONGEST else None
    if match is None:
        return None
    told = {key: value for key, value in match.groupdict().items() if value}
    month = next(value for key, value in told.items() if key.startswith("month"))
    day = next(value for key, value in told.items() if key.startswith("day"))
    year = next(value for key, value in told.items() if key.startswith("year"))
    number = int(month) if month.isdigit() else _MONTH_NUMBER[month[:3].lower()]
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


_MONTH_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of whole lines: *By Jane Doe and John Roe, Staff Writer*, *Published: Thursday, July 3, 2025, 10:15 GMT*."""
    words = data_table("heads")
    either = {
        key: "|".join(sorted(map(re.escape, listed), key=lambda one: (-len(one), one))) for key, listed in words.items()
    }
    month = "|".join(
        sorted({*MONTHS, *(f"{name[:3]}\\.?" for name in MONTHS), "Sept\\.?"}, key=lambda one: (-len(one), one))
    )
    name = r"(?:[^\W\d_][\w.'’-]{0,30})(?:[ ]\(?[^\W\d_][\w.'’-]{0,30}\)?){0,5}"
    zone = r"(?:\s?\(?(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2})\)?)?"
    clock = rf"(?:[,\s|·–—-]{{0,5}}(?:at\s)?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?(?:\s?[apAP]\.?[mM]\.?)?{zone})?"
    return {
        "byline": re.compile(
            rf"(?:(?i:{either['by']})[:\s]\s*)(?P<names>{name}(?:(?:,\s|\s(?:and|&)\s|,\sand\s){name}){{0,5}})"
            rf"(?:\s*[|–—]\s*(?i:{either['posts']}))?\.?"
        ),
        "date": re.compile(
            rf"(?:(?i:{either['published']})[:\s]*)?(?:(?i:{either['weekdays']})\.?,?\s+)?"
            rf"(?:(?P<month_1>(?i:{month}))\s(?P<day_1>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year_1>\d{{4}})"
            rf"|(?P<day_2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month_2>(?i:{month})),?\s(?P<year_2>\d{{4}})"
            rf"|(?P<year_3>\d{{4}})-(?P<month_3>\d{{2}})-(?P<day_3>\d{{2}})(?:T(?=\d))?)"
            rf"{clock}"
        ),
    }
