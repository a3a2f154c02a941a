"""Times as readers write them: *28 June to 4 July 2025* for two dates, *August 2021* for `2021-08`."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

__all__ = [
    "MONTHS",
    "days_in_words",
    "hour_in_words",
    "interval_in_words",
    "part_of_year_in_words",
    "time_in_words",
    "timex_in_words",
]

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


def interval_in_words(begin: str, end: str) -> str:
    """An interval of ISO days or moments, its end excluded, as a reader writes it; as it is where no calendar has it.

    >>> interval_in_words("2016-07-14", "2016-07-15"), interval_in_words("2016-07-14T22:30", "2016-07-14T22:31")
    ('14 July 2016', '14 July 2016, 22:30')
    >>> interval_in_words("2016-07-14T19:00", "2016-07-15T00:00")
    '14 July 2016, 19:00 to 00:00'
    """
    try:
        if len(begin) == len(end) == 10:
            return days_in_words(date.fromisoformat(begin), date.fromisoformat(end) - timedelta(days=1))
        first, last = datetime.fromisoformat(begin), datetime.fromisoformat(end)
    except (ValueError, OverflowError):  # before the year 1, or no day at all
        return f"{begin} to {end}"
    opening, closing = (f"{days_in_words(one.date(), one.date())}, {one:%H:%M}" for one in (first, last))
    if last - first == timedelta(minutes=1):
        return opening
    return f"{opening} to {last:%H:%M}" if last - first < timedelta(days=1) else f"{opening} to {closing}"


def timex_in_words(timex: str, begin: str | None, end: str | None) -> str:
    """A TIMEX3 value as a reader says it, by its days where it has them and the value is blank: *Ramadan 2015*.

    >>> timex_in_words("2015-XX", "2015-06-18", "2015-07-17"), timex_in_words("2015-06", "2015-06-01", "2015-07-01")
    ('18 June to 16 July 2015', 'June 2015')
    """
    if begin and end and "X" in timex and len(begin) == len(end) == len("2015-06-18"):
        return days_in_words(date.fromisoformat(begin), date.fromisoformat(end) - timedelta(days=1))
    return time_in_words(timex)


_PARTS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter", "H1": "first half of", "H2": "second half of"}
_HOURS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
# 2025-07-03T14:30, 2025-07-03, 2025-07, 2025, 198
_TIMEX = re.compile(
    r"(\d{2,4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d|[A-Z]{2}))?)?|-(SP|SU|FA|WI|H1|H2)|-W(\d\d)(?:-WE)?|-Q(\d))?"
)


# P13Y · PT2H · P1Y6M
_LENGTH = re.compile(r"P(?:(?:\d+(?:\.\d+)?|X)[A-Z]{1,2})*(?:T(?:(?:\d+(?:\.\d+)?|X)[A-Z])+)?")
_PART_OF_LENGTH = re.compile(r"(\d+(?:\.\d+)?|X)([A-Z]{1,2})")
_DAYS_AND_MORE = {"D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year"}
_DAYS_AND_MORE |= {"DE": "decade", "CE": "century", "ML": "millennium"}
_OF_A_DAY = {"H": "hour", "M": "minute", "S": "second"}
_MANY = {"century": "centuries", "millennium": "millennia"}


def _length_in_words(timex: str) -> str:
    """A length as a reader says it; empty for what is none."""
    if not _LENGTH.fullmatch(timex):
        return ""
    days, _, hours = timex[1:].partition("T")
    told = []
    for part, units in ((days, _DAYS_AND_MORE), (hours, _OF_A_DAY)):
        for number, letters in _PART_OF_LENGTH.findall(part):
            if letters not in units:
                return ""
            unit = units[letters]
            unit = unit if number == "1" else _MANY.get(unit, f"{unit}s")
            told.append(unit if number == "X" else f"{number} {unit}")
    return " ".join(told)


def hour_in_words(hour: str) -> str:
    """What stands behind the *T* of a TIMEX3 value as a reader says it.

    >>> hour_in_words("NI"), hour_in_words("14:30")
    ('night', '14:30')
    """
    return _HOURS.get(hour, hour)


def part_of_year_in_words(timex: str) -> str:
    """A season, a half, a quarter or a week behind its year; all else as it is.

    >>> part_of_year_in_words("2015-SU"), part_of_year_in_words("2015-W07"), part_of_year_in_words("2015-06")
    ('2015 summer', '2015 week 7', '2015-06')
    """
    found = _TIMEX.fullmatch(timex)
    if not found or not (found[5] or found[6] or found[7]):
        return timex
    year, part, week, quarter = found[1], found[5], found[6], found[7]
    if part:
        return f"{year} {_PARTS[part].removesuffix(' of')}"
    weekend = ", weekend" if timex.endswith("-WE") else ""
    return f"{year} week {int(week)}{weekend}" if week else f"{year} quarter {quarter}"


def time_in_words(timex: str) -> str:
    """A TIMEX3 value as a reader says it; what has no such form stays as it is.

    >>> [time_in_words(value) for value in ("2021-08-15", "2021-08", "198", "2025-07-03TMO", "XXXX-WXX-4")]
    ['15 August 2021', 'August 2021', '1980s', '3 July 2025, morning', 'XXXX-WXX-4']
    >>> [time_in_words(value) for value in ("P13Y", "PT1H", "PXD", "P1Y6M")]
    ['13 years', '1 hour', 'days', '1 year 6 months']
    """
    if length := _length_in_words(timex):
        return length
    found = _TIMEX.fullmatch(timex)
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        return timex
    year, month, day, hour, part, week, quarter = found.groups()
    if len(year) < 4:
        return f"{year}0s" if len(year) == 3 else f"{year}00s"
    if month:
        date = f"{int(day)} " if day else ""
        return f"{date}{MONTHS[int(month) - 1]} {year}" + (f", {hour_in_words(hour)}" if hour else "")
    if part or week or quarter:
        weekend = "weekend of " if timex.endswith("-WE") else ""
        return (
            f"{weekend}{_PARTS[part] if part else f'week {int(week)} of' if week else f'quarter {quarter} of'} {year}"
        )
    return year
