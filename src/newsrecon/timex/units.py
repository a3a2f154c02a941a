"""Units of the calendar and the clock, from the century to the second."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = ["CLOCKED", "DAY", "PER_YEAR", "SEASONS", "YEARS", "Unit"]


class Unit(StrEnum):
    """A granularity, by its TIMEX3 letter where it has one.

    >>> Unit.DAY.value
    'D'
    """

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
# Units of the clock in seconds; parts of a day differ.
CLOCKED: Final = {Unit.PART: 0, Unit.HOUR: 3600, Unit.MINUTE: 60, Unit.SECOND: 1}
YEARS: Final = {Unit.CENTURY: 100, Unit.DECADE: 10}
PER_YEAR: Final = {Unit.HALF: 2, Unit.SEASON: 4, Unit.QUARTER: 4, Unit.MONTH: 12}
SEASONS: Final = ("SP", "SU", "FA", "WI")
DAY: Final = 86_400
