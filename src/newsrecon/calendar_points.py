"""Points of the calendar at every granularity: *the 20th century*, *1989-Q3*, *2025-W27*, *2016-05-28T16:00*.

A point knows its TIMEX3 text, its interval and its neighbours; any part of it may be blank (`XXXX-04`, `XXXX-WXX-4`).
Years count as people do: there is no year 0, and 480 BC is -480. Inside, days are numbered in the proleptic Gregorian
calendar without a limit on years, so that antiquity works like the present.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from attrs import evolve, field, frozen

__all__ = ["Point", "Unit", "day_number", "easter", "nth_weekday"]


class Unit(StrEnum):
    """A granularity, by its TIMEX3 letter where it has one."""

    CENTURY = "CE"
    DECADE = "DE"
    YEAR = "Y"
    HALF = "H"
    SEASON = "S"
    QUARTER = "Q"
    MONTH = "M"
    WEEK = "W"
    WEEKEND = "WE"
    DAY = "D"
    PART = "PT"
    HOUR = "TH"
    MINUTE = "TM"
    SECOND = "TS"

    @property
    def rank(self) -> int:
        """How fine the unit is, 0 for a century."""
        return _RANKS[self]


_RANKS: Final = {unit: rank for rank, unit in enumerate(Unit)}
_CLOCKED: Final = {Unit.PART: 0, Unit.HOUR: 3600, Unit.MINUTE: 60, Unit.SECOND: 1}
_YEARS: Final = {Unit.CENTURY: 100, Unit.DECADE: 10}
_PER_YEAR: Final = {Unit.HALF: 2, Unit.SEASON: 4, Unit.QUARTER: 4, Unit.MONTH: 12}
_SEASONS: Final = ("SP", "SU", "FA", "WI")
_DAY: Final = 86_400

# Hours of the parts of a day. Evening and night overlap, as they do in the mouths of people.
_PARTS: Final = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 23), "NI": (19, 24), "DT": (8, 18)}

# 2025-07-03T16:00, 1989-Q3, XXXX-WXX-4, 2025-W27-WE, 198, BC0480-SP
_POINT: Final = re.compile(
    r"""(?P<era>BC)?
    (?P<year>\d{4}|\d{2,3}|X{2,4})
    (?: -H(?P<half>[12X]) | -Q(?P<quarter>[1-4X]) | -(?P<season>SP|SU|FA|WI)
      | -W(?P<week>\d\d|XX)(?:-(?:(?P<weekend>WE)|(?P<weekday>[1-7])))?
      | -(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?
    )?
    (?:T(?P<clock>MO|MI|AF|EV|NI|DT|XX|\d\d(?::\d\d(?::\d\d)?)?))?""",
    re.VERBOSE,
)


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day, 0 for 1970-01-01; `year` counts astronomically (0 is 1 BC)."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def _civil(number: int) -> tuple[int, int, int]:
    """Astronomical year, month and day of a day number."""
    era, of_era = divmod(number + 719_468, 146_097)
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    part = (5 * of_year + 2) // 153
    month = part + 3 if part < 10 else part - 9
    return year + era * 400 + (month <= 2), month, of_year - (153 * part + 2) // 5 + 1


def _astronomical(year: int) -> int:
    return year if year > 0 else year + 1


def _historical(year: int) -> int:
    return year if year > 0 else year - 1


def _month_length(year: int, month: int) -> int:
    """Days of a month of an astronomical year."""
    return day_number(year + month // 12, month % 12 + 1, 1) - day_number(year, month, 1)


def _first_monday(year: int) -> int:
    """The day number on which ISO week 1 of an astronomical year begins."""
    fourth = day_number(year, 1, 4)
    return fourth - (fourth + 3) % 7


def _iso_week(number: int) -> tuple[int, int]:
    """Astronomical year and week of a day number."""
    year = _civil(number - (number + 3) % 7 + 3)[0]
    return year, (number - _first_monday(year)) // 7 + 1


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> int:
    """The day number of the nth (or, for -1, last) weekday of a month, Monday being 1."""
    if nth > 0:
        first = day_number(year, month, 1)
        return first + (weekday - 1 - (first + 3)) % 7 + 7 * (nth - 1)
    last = day_number(year, month, _month_length(year, month))
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


@frozen(slots=True)
class Point:
    """A stretch of the calendar of one unit, with blanks (None) where something is not known.

    `year` is that of the century or decade in its own digits: 19 for the 1900s, 198 for the 1980s. `number` is the half,
    season, quarter, month or week; `day` the day of the month; `weekday` stands alone in patterns such as `XXXX-WXX-4`.

    >>> thursday = Point.parse("2025-07-03")
    >>> thursday.floor(Unit.WEEK), thursday.floor(Unit.QUARTER).shift(-3).edtf
    (Point('2025-W27'), '2024-36')
    """

    unit: Unit
    year: int | None = None
    number: int | None = field(default=None, kw_only=True)
    day: int | None = field(default=None, kw_only=True)
    weekday: int | None = field(default=None, kw_only=True)
    clock: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not _exists(self):
            raise ValueError(f"the calendar has no such point: {self!r}")

    @classmethod
    def parse(cls, text: str) -> Point:
        """The point that a TIMEX3 value names."""
        match = _POINT.fullmatch(text)
        if match is None or (match["clock"] and not (match["day"] or match["weekday"])):
            raise ValueError(f"a point is written like 2025-07-03, 1989-Q3 or XXXX-WXX-4, not {text!r}")
        year, clock = _value(match["year"]), match["clock"]
        if match["era"] and year is not None:
            year = -year
        if match["weekday"]:
            return cls._of_weekday(year, _value(match["week"]), int(match["weekday"]), clock)
        if match["day"]:
            return cls(_unit_of(clock), year, number=_value(match["month"]), day=_value(match["day"]), clock=clock)
        for name, unit in (("month", Unit.MONTH), ("quarter", Unit.QUARTER), ("half", Unit.HALF)):
            if match[name]:
                return cls(unit, year, number=_value(match[name]))
        if match["season"]:
            return cls(Unit.SEASON, year, number=_SEASONS.index(match["season"]) + 1)
        if match["week"]:
            return cls(Unit.WEEKEND if match["weekend"] else Unit.WEEK, year, number=_value(match["week"]))
        return cls({2: Unit.CENTURY, 3: Unit.DECADE}.get(len(match["year"]), Unit.YEAR), year)

    @classmethod
    def _of_weekday(cls, year: int | None, week: int | None, weekday: int, clock: str | None) -> Point:
        if year is None or week is None:
            return cls(_unit_of(clock), weekday=weekday, clock=clock)
        day = cls.on(_first_monday(_astronomical(year)) + 7 * (week - 1) + weekday - 1)
        return evolve(day, unit=_unit_of(clock), clock=clock)

    @classmethod
    def of(cls, moment: date) -> Point:
        """The day of a date, the minute of a date-time."""
        day = cls(Unit.DAY, moment.year, number=moment.month, day=moment.day)
        return evolve(day, unit=Unit.MINUTE, clock=f"{moment:%H:%M}") if isinstance(moment, datetime) else day

    @classmethod
    def on(cls, number: int, unit: Unit = Unit.DAY) -> Point:
        """The day of a day number, or the larger unit around it."""
        year, month, day = _civil(number)
        if unit in (Unit.WEEK, Unit.WEEKEND):
            year, week = _iso_week(number)
            return cls(unit, _historical(year), number=week)
        if unit is Unit.SEASON and month < 3:
            year, month = year - 1, month + 12
        year = _historical(year)
        if unit in _YEARS:
            return cls(unit, year // _YEARS[unit] if year > 0 else -(-year // _YEARS[unit]))
        if unit in _PER_YEAR:
            size = 12 // _PER_YEAR[unit]
            return cls(unit, year, number=month // 3 if unit is Unit.SEASON else (month + size - 1) // size)
        return cls(unit, year) if unit is Unit.YEAR else cls(unit, year, number=month, day=day)

    @classmethod
    def spanning(cls, begin: int, end: int) -> Point | None:
        """The point whose interval is exactly this one, in seconds from 1970; None where no unit fits.

        >>> Point.spanning(*Point.parse("1989-Q3").seconds)
        Point('1989-Q3')
        """
        first, within = divmod(begin, _DAY)
        for unit in Unit:
            if unit not in _CLOCKED and (found := cls.on(first, unit)).seconds == (begin, end):
                return found
        for part, (start, stop) in _PARTS.items():
            if (within, end - begin) == (start * 3600, (stop - start) * 3600):
                return evolve(cls.on(first), unit=Unit.PART, clock=part)
        for unit, length in _CLOCKED.items():
            if end - begin == length and begin % length == 0:
                return evolve(cls.on(first), unit=unit, clock=_clock(within, unit))
        return None

    def __str__(self) -> str:
        time = f"T{self.clock or 'XX'}" if self.unit in _CLOCKED else ""
        if self.weekday is not None:
            return f"XXXX-WXX-{self.weekday}{time}"
        digits = {Unit.CENTURY: 2, Unit.DECADE: 3}.get(self.unit, 4)
        stem = "X" * digits if self.year is None else f"{'BC' if self.year < 0 else ''}{abs(self.year):0{digits}}"
        if self.unit in (Unit.HALF, Unit.QUARTER):
            return f"{stem}-{self.unit}{self.number or 'X'}"
        if self.unit is Unit.SEASON:
            return f"{stem}-{_SEASONS[self.number - 1] if self.number else 'SX'}"
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return f"{stem}-W{_two(self.number)}{'-WE' if self.unit is Unit.WEEKEND else ''}"
        if self.unit is Unit.MONTH:
            return f"{stem}-{_two(self.number)}"
        return f"{stem}-{_two(self.number)}-{_two(self.day)}{time}" if self.unit.rank >= Unit.DAY.rank else stem

    def __repr__(self) -> str:
        return f"Point({str(self)!r})"

    @property
    def dated(self) -> bool:
        """Whether no part of the calendar is blank; the clock may be."""
        if self.year is None:
            return False
        if self.unit.rank >= Unit.DAY.rank:
            return self.number is not None and self.day is not None
        return self.number is not None or self.unit.rank <= Unit.YEAR.rank

    @property
    def seconds(self) -> tuple[int, int] | None:
        """The half-open interval in seconds from 1970-01-01; None where something is blank."""
        if not self.dated or (self.unit in _CLOCKED and self.clock in (None, "XX")):
            return None
        first = self._first_day
        if self.unit in _CLOCKED:
            begin, end = _clock_interval(self.clock or "")
            return first * _DAY + begin, first * _DAY + end
        last = first + 2 if self.unit is Unit.WEEKEND else self._next_first_day
        return first * _DAY, last * _DAY

    @property
    def days(self) -> tuple[int, int] | None:
        """The day numbers that the point touches, half-open; None where they are blank."""
        if not self.dated:
            return None
        first = self._first_day
        if self.unit.rank >= Unit.DAY.rank:
            return first, first + 1
        return first, first + 2 if self.unit is Unit.WEEKEND else self._next_first_day

    @property
    def _first_day(self) -> int:
        year, number = self.year or 0, self.number or 1
        if self.unit in _YEARS:
            span = _YEARS[self.unit]
            return day_number(max(year * span, 1) if year >= 0 else 2 - span + year * span, 1, 1)
        year = _astronomical(year)
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return _first_monday(year) + 7 * (number - 1) + (5 if self.unit is Unit.WEEKEND else 0)
        if self.unit.rank >= Unit.DAY.rank:
            return day_number(year, number, self.day or 1)
        return (
            day_number(year, *_first_month(self.unit, number), 1) if self.unit in _PER_YEAR else day_number(year, 1, 1)
        )

    @property
    def _next_first_day(self) -> int:
        year, number = self.year or 0, self.number or 1
        if self.unit in _YEARS:
            span = _YEARS[self.unit]
            return day_number(year * span + span if year >= 0 else 2 + year * span, 1, 1)
        if self.unit is Unit.WEEK:
            return self._first_day + 7
        if self.unit is Unit.DAY:
            return self._first_day + 1
        if self.unit is Unit.YEAR:
            return day_number(_astronomical(year) + 1, 1, 1)
        month = _first_month(self.unit, number)[0] + 12 // _PER_YEAR[self.unit]
        return day_number(_astronomical(year) + (month > 12), (month - 1) % 12 + 1, 1)

    def floor(self, unit: Unit) -> Point:
        """The unit around this point; with blanks where that is not known or the unit is finer.

        >>> Point.parse("XXXX-04-02").floor(Unit.MONTH), Point.parse("2021").floor(Unit.MONTH)
        (Point('XXXX-04'), Point('2021-XX'))
        """
        if unit is self.unit:
            return self
        if self.dated and unit not in _CLOCKED and unit.rank <= self.unit.rank:
            return Point.on(self._first_day, unit)
        year = self.year if min(unit.rank, self.unit.rank) >= Unit.YEAR.rank else None
        month = self.number if self.unit is Unit.MONTH or self.unit.rank >= Unit.DAY.rank else None
        if unit in _CLOCKED:
            clock = _coarser(self.clock, unit) if self.clock else None
            return Point(unit, year, number=month, day=self.day, clock=clock)
        if unit is Unit.DAY:
            return Point(unit, year, number=month, day=self.day, weekday=self.weekday)
        return Point(unit, year, number=month if unit is Unit.MONTH else None)

    def shift(self, count: int) -> Point:
        """The point of the same unit so many units later; blank where this one is, or where the calendar ends.

        >>> Point.parse("2024-11").shift(3), Point.parse("2020-W53").shift(1), Point.parse("BC0001").shift(1)
        (Point('2025-02'), Point('2021-W01'), Point('0001'))
        """
        if not count:
            return self
        if not self.dated:
            return Point(self.unit)
        try:
            return self._shifted(count)
        except (ValueError, OverflowError):
            return Point(self.unit)

    def _shifted(self, count: int) -> Point:
        unit, year, number = self.unit, self.year or 0, self.number or 1
        if abs(count) > 10**7:
            raise OverflowError
        if unit in _YEARS:
            return Point(unit, year + count)
        if unit is Unit.YEAR:
            return Point(unit, _historical(_astronomical(year) + count))
        if unit in _PER_YEAR:
            year, index = divmod(_astronomical(year) * _PER_YEAR[unit] + number - 1 + count, _PER_YEAR[unit])
            return Point(unit, _historical(year), number=index + 1)
        if unit in (Unit.WEEK, Unit.WEEKEND):
            return Point.on(self._first_day + 7 * count, unit)
        if unit in (Unit.DAY, Unit.PART):
            return evolve(Point.on(self._first_day + count), unit=unit, clock=self.clock)
        if self.clock in (None, "XX"):
            return self
        moment = self._first_day * _DAY + _clock_interval(self.clock)[0] + count * _CLOCKED[unit]
        return evolve(Point.on(moment // _DAY), unit=unit, clock=_clock(moment % _DAY, unit))

    def fill(self, container: Point) -> Point:
        """This pattern with its blanks filled from what holds it; as it is where nothing follows.

        >>> Point.parse("XXXX-04").fill(Point.parse("2025")), Point.parse("XXXX-WXX-2").fill(Point.parse("2025-W27"))
        (Point('2025-04'), Point('2025-07-01'))
        """
        if self.weekday is not None:
            return (
                Point._of_weekday(container.year, container.number, self.weekday, self.clock)
                if container.unit is Unit.WEEK
                else self
            )
        if self.unit.rank >= Unit.DAY.rank and self.day is None:
            if container.unit.rank < Unit.DAY.rank:
                return self
            return evolve(container, unit=self.unit, clock=self.clock)
        if self.year is not None or container.unit in _YEARS:
            return self
        number = self.number
        if number is None and (container.unit is Unit.MONTH or container.unit.rank >= Unit.DAY.rank):
            number = container.number
        filled = (self.unit, container.year, number, self.day)
        return evolve(self, year=container.year, number=number) if _in_calendar(*filled) else self

    @property
    def edtf(self) -> str | None:
        """The point in the Extended Date/Time Format (ISO 8601-2); None where that has no form for it.

        >>> [Point.parse(text).edtf for text in ("198", "2021-SU", "BC0480", "XXXX-12-25")]
        ['198X', '2021-22', '-0479', 'XXXX-12-25']
        """
        if self.weekday is not None or self.unit in (Unit.WEEK, Unit.WEEKEND, Unit.PART) or self.clock == "XX":
            return None
        if self.unit in _YEARS:
            return None if self.year is None or self.year < 0 else str(self) + "X" * (4 - len(str(self)))
        year = self.year
        stem = (
            "XXXX"
            if year is None
            else f"{year:04}"
            if year > 0
            else f"-{-_astronomical(year):04}"
            if year < -1
            else "0000"
        )
        offset = {Unit.SEASON: 20, Unit.QUARTER: 32, Unit.HALF: 39}.get(self.unit)
        if offset is not None:
            return f"{stem}-{offset + self.number}" if self.number else None
        text = stem + str(evolve(self, year=None))[4:]
        if self.unit in _CLOCKED:
            return None if "X" in text else text + ":00:00"[3 * (text.count(":")) :]
        return text


def _value(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdecimal() else None


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02}"


def _unit_of(clock: str | None) -> Unit:
    if clock is None:
        return Unit.DAY
    if not clock[0].isdecimal():
        return Unit.PART
    return {2: Unit.HOUR, 5: Unit.MINUTE}.get(len(clock), Unit.SECOND)


def _clock(second: int, unit: Unit) -> str:
    text = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    return text[: {Unit.HOUR: 2, Unit.MINUTE: 5}.get(unit, 8)]


def _coarser(clock: str, unit: Unit) -> str | None:
    """A clock time at a coarser unit; None where it is too coarse itself."""
    width = {Unit.HOUR: 2, Unit.MINUTE: 5, Unit.SECOND: 8}.get(unit)
    return clock[:width] if width and clock[0].isdecimal() and len(clock) >= width else None


def _clock_interval(clock: str) -> tuple[int, int]:
    if clock in _PARTS:
        start, stop = _PARTS[clock]
        return start * 3600, stop * 3600
    hour, minute, second = (*map(int, clock.split(":")), 0, 0)[:3]
    begin = hour * 3600 + minute * 60 + second
    return begin, begin + _CLOCKED[_unit_of(clock)]


def _first_month(unit: Unit, number: int) -> tuple[int]:
    return ({Unit.HALF: 6 * number - 5, Unit.QUARTER: 3 * number - 2, Unit.SEASON: 3 * number}.get(unit, number),)


def _in_calendar(unit: Unit, year: int | None, month: int | None, day: int | None) -> bool:
    """Whether a month has such a day; in a year that is not known, February has 29."""
    if day is None or 0 < day < 29 or unit.rank < Unit.DAY.rank:
        return True
    return 1 <= day <= (31 if month is None else _month_length(2000 if year is None else _astronomical(year), month))


def _exists(point: Point) -> bool:
    unit, year, number = point.unit, point.year, point.number
    limit = 9999 // _YEARS.get(unit, 1)
    if year is not None and (not -limit <= year <= limit or (year == 0 and unit not in _YEARS)):
        return False
    largest = {Unit.HALF: 2, Unit.SEASON: 4, Unit.QUARTER: 4, Unit.WEEK: 53, Unit.WEEKEND: 53}.get(unit, 12)
    if number is not None and not 1 <= number <= largest:
        return False
    if number == 53 and unit in (Unit.WEEK, Unit.WEEKEND) and year is not None:
        start = _astronomical(year)
        if _first_monday(start + 1) - _first_monday(start) < 371:
            return False
    if point.clock and point.clock[0].isdecimal() and not _exists_on_clock(point.clock):
        return False
    return _in_calendar(unit, year, number, point.day)


def _exists_on_clock(clock: str) -> bool:
    """Whether the day has such a time; 24:00 is its end."""
    hour, minute, second = (*map(int, clock.split(":")), 0, 0)[:3]
    return (hour < 24 or (hour, minute, second) == (24, 0, 0)) and minute < 60 and second < 60
