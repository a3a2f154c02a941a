"""What an expression comes to: a TIMEX3 type and value, and the half-open interval of time it denotes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from attrs import frozen

from newsrecon.timex.gregorian import day_number
from newsrecon.timex.points import Point

__all__ = ["REFERENCES", "Timex", "iso", "iso_interval"]

REFERENCES: Final = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


@frozen
class Timex:
    """A time resolved as far as its anchor allows: TIMEX3 type, value and modifier, and the interval it denotes.

    `begin` and `end` are ISO dates, or date-times where the clock matters; None where the calendar does not tell.

    >>> from newsrecon.timex import parse_expression
    >>> monday = parse_expression("past(XXXX-WXX-1,now)").resolve(date(2025, 5, 7))
    >>> monday.value, monday.begin, monday.end
    ('2025-05-05', '2025-05-05', '2025-05-06')
    """

    type: str
    """`DATE`, `TIME`, `DURATION` or `SET`."""
    value: str
    """The TIMEX3 value, X standing for what is not known."""
    begin: str | None = None
    """Where the interval begins, in ISO 8601."""
    end: str | None = None
    """Where it ends, in ISO 8601; this day or moment is no part of it."""
    mod: str | None = None
    """The TIMEX3 modifier, such as `START` or `APPROX`; None where there is none."""

    @property
    def edtf(self) -> str | None:
        """The value in the Extended Date/Time Format, where it has a form for it.

        >>> from newsrecon.timex import parse_expression
        >>> parse_expression("APPROX(1994)").resolve(None).edtf, parse_expression("shift(now,0,W)").resolve(date(2025, 7, 3)).edtf
        ('1994~', '2025-06-30/2025-07-06')
        """
        if self.type in ("DURATION", "SET") or self.value in REFERENCES:
            return None
        text = None if self.begin and "X" in self.value else _edtf(self.value)
        if text is None and self.begin and self.end and len(self.begin) == len(self.end) == 10:
            text = f"{self.begin}/{date.fromisoformat(self.end) - timedelta(days=1)}"
        return f"{text}~".replace("/", "~/") if text and self.mod == "APPROX" else text


@lru_cache(4096)
def _edtf(value: str) -> str | None:
    """Articles of one day tell the same days again and again."""
    return Point.parse(value).edtf


def iso_interval(point: Point) -> tuple[str | None, str | None]:
    seconds = point.seconds
    if seconds is None:
        days = point.days
        if days is None:
            return None, None
        seconds = days[0] * 86_400, days[1] * 86_400
    begin, end = (iso(second) for second in seconds)
    if begin and end and (len(begin) > 10) != (len(end) > 10):
        begin, end = (text if len(text) > 10 else f"{text}T00:00" for text in (begin, end))
    return (begin, end) if begin and end else (None, None)


def iso(second: int) -> str | None:
    """An ISO date, or date-time off midnight; None before year 1, which Python's dates do not reach, and after 9999."""
    day, rest = divmod(second, 86_400)
    if not day_number(1, 1, 1) <= day <= day_number(9999, 12, 31):
        return None
    moment = datetime(1970, 1, 1) + timedelta(days=day, seconds=rest)
    return moment.date().isoformat() if not rest else moment.isoformat(timespec="seconds" if rest % 60 else "minutes")
