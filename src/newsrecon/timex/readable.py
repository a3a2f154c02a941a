"""Days as readers write them: *28 June to 4 July 2025* for two dates."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["MONTHS", "days_in_words"]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def days_in_words(first: date, last: date) -> str:
    """The days from the first to the last, both included, as a reader writes them.

    >>> days_in_words(date(2025, 4, 1), date(2025, 4, 30)), days_in_words(date(2025, 6, 28), date(2025, 7, 4))
    ('April 2025', '28 June to 4 July 2025')
    """
    month, other = MONTHS[first.month - 1], MONTHS[last.month - 1]
    one_month = (first.year, first.month) == (last.year, last.month)
    if first == last:
        return f"{first.day} {month} {first.year}"
    if first.day == 1 and (last == date.max or (last + timedelta(days=1)).day == 1):
        if one_month:
            return f"{month} {first.year}"
        if (first.month, last.month) == (1, 12):
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if one_month:
        return f"{first.day} to {last.day} {month} {first.year}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {month}{year} to {last.day} {other} {last.year}"
