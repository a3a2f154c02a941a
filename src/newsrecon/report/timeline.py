"""When things happened, as a picture: intervals as bars, days as points, who says so beside them.

The axis gives a gap between two dates room by the logarithm of its days, so that a week and a decade are both seen.
Every length is a share of the width, so that text keeps its size on a phone.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from datetime import datetime

from attrs import frozen

from newsrecon.model import Value
from newsrecon.timex.readable import MONTHS

__all__ = ["Axis", "Bar", "Tick", "bar_of", "moment"]

_DAY = 86400.0
_LEFT, _RIGHT = 3.0, 97.0
_APART = 10.0
"""Least distance between two labels of the axis, in hundredths of its width."""


@frozen
class Bar:
    """Where a value lies between the left (0) and the right (100) of the picture; a point where it is a day or less."""

    start: float
    end: float
    point: bool

    @property
    def middle(self) -> float:
        """Where its point stands."""
        return round((self.start + self.end) / 2, 2)


@frozen
class Tick:
    """A date written at the axis."""

    at: float
    label: str
    year: bool
    """Whether it is the first of a year."""


def moment(text: object) -> float | None:
    """A date or date-time as days since the first, None for what is none (a year before our era, an open end).

    >>> moment("2025-07-04") - moment("2025-07-03")
    1.0
    """
    try:
        read = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return read.toordinal() + (read.hour * 3600 + read.minute * 60 + read.second) / _DAY if read else None


class Axis:
    """The dates of a story on a line, gaps drawn by the logarithm of their length."""

    def __init__(self, values: Iterable[Value]) -> None:
        intervals = [interval for value in values if (interval := _interval(value))]
        self._bounds = sorted({bound for interval in intervals for bound in interval})
        gaps = [math.log1p(after - before) for before, after in zip(self._bounds, self._bounds[1:], strict=False)]
        scale = (_RIGHT - _LEFT) / sum(gaps) if gaps else 0.0
        self._places = [_LEFT]
        for gap in gaps:
            self._places.append(self._places[-1] + gap * scale)
        self._begins = sorted({begin for begin, _ in intervals})

    def at(self, bound: float) -> float:
        """Where one of the bounds stands, in hundredths of the width."""
        return round(self._places[bisect_right(self._bounds, bound) - 1], 2)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """As many dates as there is room for: first those that begin a year, then days and months."""
        chosen: list[Tick] = []
        told: set[int] = set()
        for opens_year in (True, False):
            year = None
            for begin in self._begins:
                day = datetime.fromordinal(int(begin))
                place = self.at(begin)
                if (day.year != year) is opens_year and all(abs(place - tick.at) >= _APART for tick in chosen):
                    short = f"{day.day} {MONTHS[day.month - 1][:3]}"
                    label = str(day.year) if opens_year else short if day.year in told else f"{short} {day.year}"
                    chosen.append(Tick(place, label, opens_year))
                    told.add(day.year)
                year = day.year
        return tuple(sorted(chosen, key=lambda tick: tick.at))


def bar_of(value: Value, axis: Axis) -> Bar | None:
    """Where a value lies on the axis, None where it has no interval."""
    interval = _interval(value)
    if interval is None:
        return None
    begin, end = interval
    return Bar(axis.at(begin), axis.at(end), end - begin <= 1)


def _interval(value: Value) -> tuple[float, float] | None:
    begin, end = moment(value.get("begin")), moment(value.get("end"))
    if begin is None:
        return None
    return begin, end if end is not None and end > begin else begin + 1
