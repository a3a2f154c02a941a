"""Who is of another age when told of later: *Anna Berg, 28* in March, *Anna Berg, 29* in June."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["may_have_turned"]

BIRTHDAY = timedelta(days=21)
"""So long after an age was told, a birthday since then is more likely than a mistake."""
A_YEAR = timedelta(days=365.25)


def may_have_turned(age: float, on: date | None, other: float, later: date | None) -> bool:
    """Whether somebody of one age on a day may be of another on a later day, both in years; no where a day is not known.

    >>> may_have_turned(28, date(2025, 3, 8), 29, date(2025, 6, 9)), may_have_turned(28, date(2025, 3, 8), 29, date(2025, 3, 9))
    (True, False)
    """
    if on is None or later is None or later - on < BIRTHDAY:
        return False
    years = (later - on) // A_YEAR
    return years <= other - age <= years + 1
