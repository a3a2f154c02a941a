"""The dateline that a report opens with: *ROME, Italy (Reuters) –*; and the line in front of it: *Published on 3 May 2025*.

They say where, when and by whom the report was written, and nothing of what it reports.
"""

from __future__ import annotations

import re
from functools import cache

from newsrecon.language_data import data_table

__all__ = ["after_dateline", "is_line_of_day"]

# ROME, Italy (Reuters) - · GENEVA, May 3, 2025 (AP) —
_DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]{1,30}(?: [A-Z][A-Z.’'-]{1,30}){0,3}"
    r"(?:,(?: [A-Z][\w.]{1,30}){1,3}(?: \d{1,2}(?:, \d{4})?)?){0,2}(?: \([^()\n]{2,30}\))?"
    r" ?[–—-]{1,3}\s{1,3}(?=\S)"
)
# By Jane Roe | · by Science Desk
_BYLINE = re.compile(r"\b(?:By|BY|by)(?:\s[A-Z][\w.’'-]{0,30}){1,4}")
_WORD = re.compile(r"[^\W_]+")


def after_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind its dateline; where it has none, where it begins.

    >>> text = "GENEVA (AP) – Rain fell."
    >>> text[after_dateline(text, 0, len(text)) :]
    'Rain fell.'
    """
    found = _DATELINE.match(text, start, end)
    return found.end() if found else start


def is_line_of_day(line: str, day: str) -> bool:
    """Whether a line says of which day a report is, in some words of it, and nothing else; or opens with a dateline that does.

    >>> is_line_of_day("By Jane Roe | Published 3 May 2025", "3 May 2025")
    True
    >>> is_line_of_day("It rained on 3 May 2025", "3 May 2025")
    False
    """
    before, told, behind = line.partition(day)
    if not told or len(before) + len(day) <= after_dateline(f"{line} .", 0, len(line) + 2):
        return bool(told)
    rest = _WORD.finditer(_BYLINE.sub(" ", f"{before} {behind}").lower())
    return all(word[0] in _publishing() or word[0].isdecimal() for word in rest)


@cache
def _publishing() -> frozenset[str]:
    data = data_table("datelines")
    return frozenset(data["publishing"])
