"""Points of the calendar at every granularity: *the 20th century*, *1989-Q3*, *2025-W27*, *2016-05-28T16:00*.

A point knows its TIMEX3 text, its interval and its neighbours; any part of it may be blank (`XXXX-04`, `XXXX-WXX-4`).
Years count as people do: there is no year 0, and 480 BC is -480.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from attrs import evolve, field, frozen

from newsrecon.timex.clocks import PARTS, clock_interval, clock_text, coarser, exists_on_clock, unit_of
from newsrecon.timex.gregorian import astronomical, civil, day_number, first_monday, historical, iso_week, month_length
from newsrecon.timex.units import CLOCKED, DAY, PER_YEAR, SEASONS, YEARS, Unit

__all__ = ["Point"]

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


@frozen(slots=True)
class Point:
    """A stretch of the calendar of one unit, with blanks (None) where something is not known.

    `year` is that of the century or decade in its own digits: 19 for the 1900s, 198 for the 1980s. `number` is the half,
    season, quarter, month or week; `day` the day of the month; `weekday` stands alone in patterns such as `XXXX-WXX-4`.
    ValueError for what the calendar has not, such as a 30 February.

    >>> thursday = Point.parse("2025-07-03")
    >>> thursday.floor(Unit.WEEK), thursday.floor(Unit.QUARTER).shift(-3).edtf
    (Point('2025-W27'), '2024-36')
    """

    unit: Unit
    """How fine it is."""
    year: int | None = None
    """The year, or that of the century or decade in its own digits; negative before year 1. None where it is blank."""
    number: int | None = field(default=None, kw_only=True)
    """Which half, season, quarter, month or week of the year, from 1."""
    day: int | None = field(default=None, kw_only=True)
    """The day of the month, from 1."""
    weekday: int | None = field(default=None, kw_only=True)
    """The day of the week, 1 for Monday up to 7."""
    clock: str | None = field(default=None, kw_only=True)
    """The time of day or part of it, as TIMEX3 writes it after `T`."""

    def __attrs_post_init__(self) -> None:
        if not _exists(self):
            raise ValueError(f"the calendar has no such point: {self!r}")

    @classmethod
    def parse(cls, text: str) -> Point:
        """The point that a TIMEX3 value names; ValueError where it names none."""
        match = _POINT.fullmatch(text)
        if match is None or (match["clock"] and not (match["day"] or match["weekday"])):
            raise ValueError(f"a point is written like 2025-07-03, 1989-Q3 or XXXX-WXX-4, not {text!r}")
        year, clock = _value(match["year"]), match["clock"]
        if match["era"] and year is not None:
            year = -year
        if match["weekday"]:
            return cls._of_weekday(year, _value(match["week"]), int(match["weekday"]), clock)
        if match["day"]:
            return cls(unit_of(clock), year, number=_value(match["month"]), day=_value(match["day"]), clock=clock)
        for name, unit in (("month", Unit.MONTH), ("quarter", Unit.QUARTER), ("half", Unit.HALF)):
            if match[name]:
                return cls(unit, year, number=_value(match[name]))
        if match["season"]:
            return cls(Unit.SEASON, year, number=SEASONS.index(match["season"]) + 1)
        if match["week"]:
            return cls(Unit.WEEKEND if match["weekend"] else Unit.WEEK, year, number=_value(match["week"]))
        return cls({2: Unit.CENTURY, 3: Unit.DECADE}.get(len(match["year"]), Unit.YEAR), year)

    @classmethod
    def _of_weekday(cls, year: int | None, week: int | None, weekday: int, clock: str | None) -> Point:
        if year is None or week is None:
            return cls(unit_of(clock), weekday=weekday, clock=clock)
        day = cls.on(first_monday(astronomical(year)) + 7 * (week - 1) + weekday - 1)
        return evolve(day, unit=unit_of(clock), clock=clock)

    @classmethod
    def of(cls, moment: date) -> Point:
        """The day of a date, the minute of a date-time."""
        day = cls(Unit.DAY, moment.year, number=moment.month, day=moment.day)
        return evolve(day, unit=Unit.MINUTE, clock=f"{moment:%H:%M}") if isinstance(moment, datetime) else day

    @classmethod
    def on(cls, number: int, unit: Unit = Unit.DAY) -> Point:
        """The day of a day number, or the larger unit around it."""
        year, month, day = civil(number)
        if unit in (Unit.WEEK, Unit.WEEKEND):
            year, week = iso_week(number)
            return cls(unit, historical(year), number=week)
        if unit is Unit.SEASON and month < 3:
            year, month = year - 1, month + 12
        year = historical(year)
        if unit in YEARS:
            return cls(unit, year // YEARS[unit] if year > 0 else -(-year // YEARS[unit]))
        if unit in PER_YEAR:
            size = 12 // PER_YEAR[unit]
            return cls(unit, year, number=month // 3 if unit is Unit.SEASON else (month + size - 1) // size)
        return cls(unit, year) if unit is Unit.YEAR else cls(unit, year, number=month, day=day)

    @classmethod
    def spanning(cls, begin: int, end: int) -> Point | None:
        """The point whose interval is exactly this one, in seconds from 1970; None where no unit fits.

        >>> Point.spanning(*Point.parse("1989-Q3").seconds)
        Point('1989-Q3')
        """
        first, within = divmod(begin, DAY)
        for unit in Unit:
            if unit not in CLOCKED and (found := cls.on(first, unit)).seconds == (begin, end):
                return found
        for part, (start, stop) in PARTS.items():
            if (within, end - begin) == (start * 3600, (stop - start) * 3600):
                return evolve(cls.on(first), unit=Unit.PART, clock=part)
        for unit, length in CLOCKED.items():
            if end - begin == length and begin % length == 0:
                return evolve(cls.on(first), unit=unit, clock=clock_text(within, unit))
        return None

    def __str__(self) -> str:
        time = f"T{self.clock or 'XX'}" if self.unit in CLOCKED else ""
        if self.weekday is not None:
            return f"XXXX-WXX-{self.weekday}{time}"
        digits = {Unit.CENTURY: 2, Unit.DECADE: 3}.get(self.unit, 4)
        stem = "X" * digits if self.year is None else f"{'BC' if self.year < 0 else ''}{abs(self.year):0{digits}}"
        if self.unit in (Unit.HALF, Unit.QUARTER):
            return f"{stem}-{self.unit}{self.number or 'X'}"
        if self.unit is Unit.SEASON:
            return f"{stem}-{SEASONS[self.number - 1] if self.number else 'SX'}"
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
        if not self.dated or (self.unit in CLOCKED and self.clock in (None, "XX")):
            return None
        first = self._first_day
        if self.unit in CLOCKED:
            begin, end = clock_interval(self.clock or "")
            return first * DAY + begin, first * DAY + end
        last = first + 2 if self.unit is Unit.WEEKEND else self._next_first_day
        return first * DAY, last * DAY

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
        if self.unit in YEARS:
            span = YEARS[self.unit]
            return day_number(max(year * span, 1) if year >= 0 else 2 - span + year * span, 1, 1)
        year = astronomical(year)
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return first_monday(year) + 7 * (number - 1) + (5 if self.unit is Unit.WEEKEND else 0)
        if self.unit.rank >= Unit.DAY.rank:
            return day_number(year, number, self.day or 1)
        return (
            day_number(year, *_first_month(self.unit, number), 1) if self.unit in PER_YEAR else day_number(year, 1, 1)
        )

    @property
    def _next_first_day(self) -> int:
        year, number = self.year or 0, self.number or 1
        if self.unit in YEARS:
            span = YEARS[self.unit]
            return day_number(year * span + span if year >= 0 else 2 + year * span, 1, 1)
        if self.unit is Unit.WEEK:
            return self._first_day + 7
        if self.unit is Unit.DAY:
            return self._first_day + 1
        if self.unit is Unit.YEAR:
            return day_number(astronomical(year) + 1, 1, 1)
        month = _first_month(self.unit, number)[0] + 12 // PER_YEAR[self.unit]
        return day_number(astronomical(year) + (month > 12), (month - 1) % 12 + 1, 1)

    def floor(self, unit: Unit) -> Point:
        """The unit around this point; with blanks where that is not known or the unit is finer.

        >>> Point.parse("XXXX-04-02").floor(Unit.MONTH), Point.parse("2021").floor(Unit.MONTH)
        (Point('XXXX-04'), Point('2021-XX'))
        """
        if unit is self.unit:
            return self
        if self.dated and unit not in CLOCKED and unit.rank <= self.unit.rank:
            return Point.on(self._first_day, unit)
        year = self.year if min(unit.rank, self.unit.rank) >= Unit.YEAR.rank else None
        month = self.number if self.unit is Unit.MONTH or self.unit.rank >= Unit.DAY.rank else None
        if unit in CLOCKED:
            clock = coarser(self.clock, unit) if self.clock else None
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
        if unit in YEARS:
            return Point(unit, year + count)
        if unit is Unit.YEAR:
            return Point(unit, historical(astronomical(year) + count))
        if unit in PER_YEAR:
            year, index = divmod(astronomical(year) * PER_YEAR[unit] + number - 1 + count, PER_YEAR[unit])
            return Point(unit, historical(year), number=index + 1)
        if unit in (Unit.WEEK, Unit.WEEKEND):
            return Point.on(self._first_day + 7 * count, unit)
        if unit in (Unit.DAY, Unit.PART):
            return evolve(Point.on(self._first_day + count), unit=unit, clock=self.clock)
        if self.clock in (None, "XX"):
            return self
        moment = self._first_day * DAY + clock_interval(self.clock)[0] + count * CLOCKED[unit]
        return evolve(Point.on(moment // DAY), unit=unit, clock=clock_text(moment % DAY, unit))

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
        if self.year is not None or container.unit in YEARS:
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
        if self.unit in YEARS:
            return None if self.year is None or self.year < 0 else str(self) + "X" * (4 - len(str(self)))
        year = self.year
        stem = (
            "XXXX"
            if year is None
            else f"{year:04}"
            if year > 0
            else f"-{-astronomical(year):04}"
            if year < -1
            else "0000"
        )
        offset = {Unit.SEASON: 20, Unit.QUARTER: 32, Unit.HALF: 39}.get(self.unit)
        if offset is not None:
            return f"{stem}-{offset + self.number}" if self.number else None
        text = stem + str(evolve(self, year=None))[4:]
        if self.unit in CLOCKED:
            return None if "X" in text else text + ":00:00"[3 * (text.count(":")) :]
        return text


def _value(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdecimal() else None


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02}"


def _first_month(unit: Unit, number: int) -> tuple[int]:
    return ({Unit.HALF: 6 * number - 5, Unit.QUARTER: 3 * number - 2, Unit.SEASON: 3 * number}.get(unit, number),)


def _in_calendar(unit: Unit, year: int | None, month: int | None, day: int | None) -> bool:
    """Whether a month has such a day; in a year that is not known, February has 29."""
    if day is None or 0 < day < 29 or unit.rank < Unit.DAY.rank:
        return True
    return 1 <= day <= (31 if month is None else month_length(2000 if year is None else astronomical(year), month))


def _exists(point: Point) -> bool:
    unit, year, number = point.unit, point.year, point.number
    limit = 9999 // YEARS.get(unit, 1)
    if year is not None and (not -limit <= year <= limit or (year == 0 and unit not in YEARS)):
        return False
    largest = {Unit.HALF: 2, Unit.SEASON: 4, Unit.QUARTER: 4, Unit.WEEK: 53, Unit.WEEKEND: 53}.get(unit, 12)
    if number is not None and not 1 <= number <= largest:
        return False
    if number == 53 and unit in (Unit.WEEK, Unit.WEEKEND) and year is not None:
        start = astronomical(year)
        if first_monday(start + 1) - first_monday(start) < 371:
            return False
    if point.clock and point.clock[0].isdecimal() and not exists_on_clock(point.clock):
        return False
    return _in_calendar(unit, year, number, point.day)
