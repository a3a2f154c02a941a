"""Lengths of time: *P3Y*, *PT10M*, *PXW*."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from newsrecon.timex.units import Unit

__all__ = ["Length"]

_LENGTH: Final = re.compile(r"P(?=.)(?:(?:\d+(?:\.\d+)?|X)(?:CE|DE|Y|Q|M|WE|W|D))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?")
_AMOUNT: Final = re.compile(r"(\d+(?:\.\d+)?|X)(CE|DE|WE|[YQMWDHS])|(T)")
_DAYS_IN: Final = {
    "CE": 36524.25,
    "DE": 3652.425,
    "Y": 365.2425,
    "Q": 91.3106,
    "M": 30.4369,
    "W": 7.0,
    "WE": 2.0,
    "D": 1.0,
}
_CLOCK_DAYS: Final = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86_400}


@frozen
class Length:
    """A length of time as TIMEX3 writes it, X standing for a number that is not told; ValueError for another text.

    >>> Length("P10W").days, Length("PXW").days, str(Length.of(90, Unit.MINUTE))
    (70.0, None, 'PT90M')
    """

    text: str
    """The length as TIMEX3 writes it, such as `P3Y`."""

    def __attrs_post_init__(self) -> None:
        if not _LENGTH.fullmatch(self.text) or self.text.endswith("T"):
            raise ValueError(f"a length is written like P3Y, PT10M or PXW, not {self.text!r}")

    @classmethod
    def of(cls, count: int | str | None, unit: Unit) -> Length:
        """So many units; None for a number that is not told."""
        number = "X" if count is None else count
        if unit in (Unit.HALF, Unit.SEASON, Unit.PART):
            return cls(f"P{number if number == 'X' else int(number) * {'H': 6, 'S': 3}.get(unit, 0)}M")
        return cls(f"PT{number}{unit[1]}" if unit.rank > Unit.PART.rank else f"P{number}{unit}")

    def __str__(self) -> str:
        return self.text

    @property
    def amounts(self) -> tuple[tuple[str, str], ...]:
        """Numbers with their units, those of the clock written TH, TM, TS."""
        found, clocked = [], ""
        for number, unit, clock in _AMOUNT.findall(self.text):
            if clock:
                clocked = "T"
            else:
                found.append((number, clocked + unit))
        return tuple(found)

    @property
    def days(self) -> float | None:
        """The length in mean days; None where a number is not told."""
        total = 0.0
        for number, unit in self.amounts:
            if number == "X":
                return None
            total += float(number) * (_CLOCK_DAYS[unit[1]] if unit[0] == "T" else _DAYS_IN[unit])
        return total
