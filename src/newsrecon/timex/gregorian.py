"""Days by number in the proleptic Gregorian calendar, without a limit on years: 0 is 1 January 1970.

Years count astronomically here (0 is 1 BC), so that antiquity works like the present; `historical` and `astronomical` go
between these years and those of people.
"""

from __future__ import annotations

__all__ = [
    "astronomical",
    "civil",
    "day_number",
    "easter",
    "first_monday",
    "historical",
    "iso_week",
    "month_length",
    "nth_weekday",
]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day, 0 for 1970-01-01; `year` counts astronomically (0 is 1 BC)."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def civil(number: int) -> tuple[int, int, int]:
    """Astronomical year, month and day of a day number."""
    era, of_era = divmod(number + 719_468, 146_097)
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    part = (5 * of_year + 2) // 153
    month = part + 3 if part < 10 else part - 9
    return year + era * 400 + (month <= 2), month, of_year - (153 * part + 2) // 5 + 1


def astronomical(year: int) -> int:
    """A year as people count it, as an astronomical one: 480 BC, -480, is -479."""
    return year if year > 0 else year + 1


def historical(year: int) -> int:
    """An astronomical year as people count it."""
    return year if year > 0 else year - 1


def month_length(year: int, month: int) -> int:
    """Days of a month of an astronomical year."""
    return day_number(year + month // 12, month % 12 + 1, 1) - day_number(year, month, 1)


def first_monday(year: int) -> int:
    """The day number on which ISO week 1 of an astronomical year begins."""
    fourth = day_number(year, 1, 4)
    return fourth - (fourth + 3) % 7


def iso_week(number: int) -> tuple[int, int]:
    """Astronomical year and week of a day number."""
    year = civil(number - (number + 3) % 7 + 3)[0]
    return year, (number - first_monday(year)) // 7 + 1


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> int:
    """The day number of the nth (or, for -1, last) weekday of a month, Monday being 1."""
    if nth > 0:
        first = day_number(year, month, 1)
        return first + (weekday - 1 - (first + 3)) % 7 + 7 * (nth - 1)
    last = day_number(year, month, month_length(year, month))
    return last - ((last + 3) - (weekday - 1)) % 7 + 7 * (nth + 1)


def easter(year: int) -> int:
    """The day number of Easter Sunday in the Gregorian calendar (the anonymous Gregorian computus)."""
    century, of_century = divmod(year, 100)
    leap, of_leap = divmod(century, 4)
    epact = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, of_quarter = divmod(of_century, 4)
    to_sunday = (32 + 2 * of_leap + 2 * quarter - epact - of_quarter) % 7
    correction = (year % 19 + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * correction + 114, 31)
    return day_number(year, month, day + 1)
