"""The dateline that a report opens with: *ROME, Italy (Reuters) –*. It says where and by whom the report was written."""

from __future__ import annotations

import re

__all__ = ["after_dateline"]

# ROME, Italy (Reuters) - · GENEVA —
_DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]{1,30}(?: [A-Z][A-Z.’'-]{1,30}){0,3}(?:,(?: [A-Z][\w.]{1,30}){1,3})?(?: \([^()\n]{2,30}\))?"
    r" ?[–—-]{1,3}\s{1,3}(?=\S)"
)


def after_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind its dateline; where it has none, where it begins.

    >>> text = "GENEVA (AP) – Rain fell."
    >>> text[after_dateline(text, 0, len(text)) :]
    'Rain fell.'
    """
    found = _DATELINE.match(text, start, end)
    return found.end() if found else start
