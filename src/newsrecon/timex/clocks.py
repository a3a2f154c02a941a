"""Times of the day as TIMEX3 writes them: *16:00*, *TMO* for the morning."""

from __future__ import annotations

from typing import Final

from newsrecon.timex.units import CLOCKED, Unit

__all__ = ["PARTS", "clock_interval", "clock_text", "coarser", "exists_on_clock", "unit_of"]

# Hours of the parts of a day. Evening and night overlap, as they do in the mouths of people.
PARTS: Final = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 23), "NI": (19, 24), "DT": (8, 18)}


def unit_of(clock: str | None) -> Unit:
    """The unit of a time of the day; a day without one."""
    if clock is None:
        return Unit.DAY
    if not clock[0].isdecimal():
        return Unit.PART
    return {2: Unit.HOUR, 5: Unit.MINUTE}.get(len(clock), Unit.SECOND)


def clock_text(second: int, unit: Unit) -> str:
    """A second of the day as a unit writes it: *16*, *16:00*, *16:00:30*."""
    text = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    return text[: {Unit.HOUR: 2, Unit.MINUTE: 5}.get(unit, 8)]


def coarser(clock: str, unit: Unit) -> str | None:
    """A clock time at a coarser unit; None where it is too coarse itself."""
    width = {Unit.HOUR: 2, Unit.MINUTE: 5, Unit.SECOND: 8}.get(unit)
    return clock[:width] if width and clock[0].isdecimal() and len(clock) >= width else None


def clock_interval(clock: str) -> tuple[int, int]:
    """Where a time of the day begins and ends, in seconds of the day."""
    if clock in PARTS:
        start, stop = PARTS[clock]
        return start * 3600, stop * 3600
    hour, minute, second = (*map(int, clock.split(":")), 0, 0)[:3]
    begin = hour * 3600 + minute * 60 + second
    return begin, begin + CLOCKED[unit_of(clock)]


def exists_on_clock(clock: str) -> bool:
    """Whether the day has such a time; 24:00 is its end."""
    hour, minute, second = (*map(int, clock.split(":")), 0, 0)[:3]
    return (hour < 24 or (hour, minute, second) == (24, 0, 0)) and minute < 60 and second < 60
