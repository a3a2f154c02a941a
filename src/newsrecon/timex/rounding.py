"""What a count of years, months or weeks back may mean: who says *two years ago* in January means no year of the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from newsrecon.timex.expressions import NOW, Expression
from newsrecon.timex.units import Unit

__all__ = ["rounded"]

# APPROX(| shift(now,-2,Y) |), not of a single one: *last year* is told of the calendar
_COUNTED: Final = re.compile(r"shift\(now,-(?P<count>[2-9]|[1-9]\d{1,2}),(?P<unit>[YMW])\)")
_HALF: Final = {"Y": 183, "M": 16, "W": 4}
"""Half a unit, in days, the odd one more."""


def rounded(expression: str, anchor: date) -> tuple[str, str] | None:
    """The days that a count of years, months or weeks back, told in whole units, may mean; None for any other expression.

    They lie within half a unit of the day so long before the anchor.

    >>> rounded("shift(now,-2,Y)", date(2018, 1, 1)), rounded("shift(now,-1,Y)", date(2018, 1, 1))
    (('2015-07-02', '2016-07-03'), None)
    """
    found = _COUNTED.search(expression)
    if found is None:
        return None
    back = Expression.move(NOW, -int(found["count"]), Unit(found["unit"])).resolve(anchor).begin
    if back is None:
        return None
    half, day = timedelta(_HALF[found["unit"]]), date.fromisoformat(back)
    try:
        return (day - half).isoformat(), (day + half + timedelta(1)).isoformat()
    except OverflowError:
        return None
