"""The point that fits a pattern on one side of another: *the last Thursday*, *the nearest April*, *the next Easter*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from attrs import evolve

from newsrecon.timex.gregorian import easter, nth_weekday
from newsrecon.timex.moons import RECKONINGS, moon_days
from newsrecon.timex.points import Point
from newsrecon.timex.units import Unit

__all__ = ["Direction", "candidates", "chosen", "feast_days"]


class Direction(StrEnum):
    """On which side of its base a pattern is sought.

    `PAST` and `FUTURE` take the base itself for an answer, `BEFORE` and `AFTER` do not; `THIS` is around the base, or in its
    year or week; `NEAR` is whichever is closest, and so are the rest, to which what lies on the less likely side seems farther
    than it is: `RECENT` doubts what is still to come a little, `LATELY` much, and `SOON` doubts what is over as much.

    >>> str(Direction.PAST)
    'past'
    """

    PAST = "past"
    FUTURE = "future"
    BEFORE = "before"
    AFTER = "after"
    THIS = "this"
    NEAR = "near"
    RECENT = "recent"
    LATELY = "lately"
    SOON = "soon"


# How many times as far a time ahead seems, and one that is over.
_DOUBT: Final = {Direction.NEAR: (1, 1), Direction.RECENT: (2, 1), Direction.LATELY: (60, 1), Direction.SOON: (1, 16)}


def candidates(wanted: Point, around: Point, feast: str | None = None) -> list[Point]:
    """The points that fit a pattern, or the days of a feast, on both sides of the first day of another point, in order."""
    first = (around.days or (0, 0))[0]
    if wanted.weekday is not None:
        ahead = (wanted.weekday - 1 - (first + 3)) % 7
        days = _days_from(first, (ahead - 7, ahead, ahead + 7))
        return days if wanted.unit is Unit.DAY else [evolve(day, unit=wanted.unit, clock=wanted.clock) for day in days]
    if wanted.unit in (Unit.WEEK, Unit.WEEKEND):
        return [around.floor(wanted.unit).shift(offset) for offset in range(-2, 3)]
    if wanted.unit.rank >= Unit.DAY.rank and wanted.number is None and feast is None:
        if wanted.day is None:
            return [evolve(day, unit=wanted.unit, clock=wanted.clock) for day in _days_from(first, (-1, 0, 1))]
        months = [around.floor(Unit.MONTH).shift(offset) for offset in range(-3, 4)]
        return [found for month in months if (found := wanted.fill(month)).dated]
    reach = 8 if (wanted.number, wanted.day) == (2, 29) else 2 if wanted.unit is Unit.SEASON or feast else 1
    years = [around.floor(Unit.YEAR).shift(offset) for offset in range(-reach, reach + 1)]
    if feast is not None:
        return [day for year in years if year.year for day in feast_days(feast, year.year)]
    return [found for year in years if year.dated and (found := wanted.fill(year)).dated]


def _days_from(first: int, offsets: Iterable[int]) -> list[Point]:
    """The days so many days off a day number, without those beyond the ends of the calendar."""
    day = Point.on(first)
    return [found for offset in offsets if (found := day.shift(offset)).dated]


def chosen(found: list[Point], direction: Direction, around: Point, wanted: Point) -> Point | None:
    begin, end = around.days or (0, 0)
    spans = [(point.days or (0, 0), point) for point in found]
    if direction in _DOUBT:
        ahead, behind = _DOUBT[direction]
        return min(
            spans,
            key=lambda one: max(behind * (begin - one[0][1] + 1), ahead * (one[0][0] - end + 1)),
            default=(None, None),
        )[1]
    if direction is Direction.THIS:
        monthly = wanted.number is None and wanted.day is not None
        unit = Unit.WEEK if wanted.weekday is not None else Unit.MONTH if monthly else Unit.YEAR
        home = around.floor(unit)
        around_it = (point for (start, stop), point in spans if start <= begin and end <= stop)
        return next(around_it, next((point for _, point in spans if point.floor(unit) == home), None))
    if direction in (Direction.PAST, Direction.BEFORE):
        limit = [
            point for (start, stop), point in spans if (stop <= begin if direction is Direction.BEFORE else start < end)
        ]
        return limit[-1] if limit else None
    limit = [
        point for (start, stop), point in spans if (start >= end if direction is Direction.AFTER else stop > begin)
    ]
    return limit[0] if limit else None


def feast_days(rule: str, year: int) -> list[Point]:
    """The days of a feast in a year, mostly one.

    A rule is `easter+49`; or month, which one (`l` the last), weekday, and days after it (`11-4-4+1`); or month and day of a
    calendar that follows the moon (`hebrew-1-15`, `islamic-10-1`).
    """
    if match := re.fullmatch(r"easter([+-]\d{1,3})?", rule):
        return [Point.on(easter(year) + int(match[1] or 0))]
    if match := re.fullmatch(r"(\d\d?)-([1-5]|l)-([1-7])(?:\+(\d{1,2}))?", rule):
        nth = -1 if match[2] == "l" else int(match[2])
        return [Point.on(nth_weekday(year, int(match[1]), nth, int(match[3])) + int(match[4] or 0))]
    if (match := re.fullmatch(r"([a-z]+)-(\d\d?)-(\d\d?)", rule)) and match[1] in RECKONINGS:
        return [Point.on(day) for day in moon_days(match[1], int(match[2]), int(match[3]), year)]
    raise ValueError(f"a feast is written like easter-2, 11-4-4 or hebrew-1-15, not {rule!r}")
