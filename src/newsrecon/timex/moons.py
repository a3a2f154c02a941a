"""Days that follow the moon: *Eid al-Fitr*, *Passover*, *Chinese New Year*, *Diwali*, Orthodox Easter.

The Hebrew calendar and the Julian Easter are exact, and so is the Chinese new year, found from the moon and the sun as Chinese
law defines it. An Islamic month begins the day after the moon is new before the afternoon of Mecca ends; what is sighted and
decreed differs by a day from land to land. Diwali is the evening on which the moon of autumn is dark in India, to a day.

Sources: Dershowitz and Reingold, Calendrical Calculations (Hebrew, Islamic); Meeus, Astronomical Algorithms, chapters 25, 27
and 49, the terms that matter to a minute or so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from math import floor, radians, sin
from typing import Final

from newsrecon.timex.gregorian import civil, day_number

__all__ = ["RECKONINGS", "moon_days"]

_HEBREW_EPOCH: Final = -2_092_590
_ISLAMIC_EPOCH: Final = -492_148
_JULIAN_DAY: Final = 2_440_587.5
"""The Julian day of 1970-01-01T00:00."""
_CHINA, _INDIA, _MECCA = 8 / 24, 5.5 / 24, 3 / 24
_FIRST_MOON, _LUNATION = 2_451_550.09766, 29.530588861
_AFTERNOON: Final = 16 / 24
"""A moon that is new by this hour in Mecca is seen there the next evening, or said to be."""
_DUSK: Final = 20 / 24
"""The moon must be dark until this hour for Diwali to be on that day."""


def moon_days(reckoning: str, month: int, day: int, year: int) -> list[int]:
    """The day numbers in a Gregorian year on which a month and day of another reckoning fall: one, or two Islamic ones.

    >>> from newsrecon.timex.gregorian import civil
    >>> [civil(found) for found in moon_days("hebrew", 1, 15, 2024)], [civil(found) for found in moon_days("chinese", 1, 1, 2024)]
    ([(2024, 4, 23)], [(2024, 2, 10)])
    """
    return [found for found in RECKONINGS[reckoning](month, day, year) if civil(found)[0] == year]


def _hebrew(month: int, day: int, year: int) -> Iterator[int]:
    """Nisan is month 1, Tishri month 7, with which the year begins; Adar of a leap year is the second, 12 before Nisan."""
    for of_creation in (year + 3760, year + 3761):
        new_year = _hebrew_new_year(of_creation)
        if month >= 7:
            lengths = _hebrew_lengths(_hebrew_new_year(of_creation + 1) - new_year)
            if month == 12:
                yield _hebrew_new_year(of_creation + 1) - 207 + day
                continue
            yield new_year + sum(lengths[: month - 7]) + day - 1
        else:
            yield _hebrew_new_year(of_creation + 1) - 177 + sum((30, 29, 30, 29, 30, 29)[: month - 1]) + day - 1


def _hebrew_lengths(year_length: int) -> tuple[int, ...]:
    """Days of Tishri, Heshvan, Kislev, Tevet and Shevat in a year of so many days."""
    return (30, 30 if year_length % 10 == 5 else 29, 29 if year_length % 10 == 3 else 30, 29, 30)


def _hebrew_elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + (3 * (day + 1) % 7 < 3)


def _hebrew_new_year(year: int) -> int:
    before, here, after = (_hebrew_elapsed(one) for one in (year - 1, year, year + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + delay


def _islamic(month: int, day: int, year: int) -> Iterator[int]:
    """The month that the tabular calendar tells, from its own new moon."""
    first = floor((year - 622) * 33 / 32)
    for of_hijra in range(first - 1, first + 3):
        tabular = _ISLAMIC_EPOCH + (of_hijra - 1) * 354 + (3 + 11 * of_hijra) // 30 + 29 * (month - 1) + month // 2
        moment = _new_moon(round((tabular - 1 + _JULIAN_DAY - _FIRST_MOON) / _LUNATION))
        yield floor(moment + _MECCA + 1 - _AFTERNOON) + day


def _chinese(month: int, day: int, year: int) -> Iterator[int]:
    """The new year alone: the second moon after that of the winter solstice, the third where one of them is a leap month."""
    eleventh = _moon_before(_solar_term(year - 1, 270) + 1)
    following = _moon_before(_solar_term(year, 270) + 1)
    moons = [eleventh]
    while moons[-1] < following:
        moons.append(_new_moon_after(moons[-1] + 2, _CHINA))
    leap = len(moons) - 1 == 13
    late = leap and any(_sign(one) == _sign(other) for one, other in pairwise(moons[:3]))
    yield moons[3 if late else 2] + day - 1


def _sign(china_day: float) -> int:
    """The twelfth of its way that the sun is on as a day begins in China."""
    return floor(_sun(china_day - _CHINA) / 30)


def _moon_before(day: int) -> int:
    """The last day before another on which the moon is new in China."""
    found = _new_moon_after(day - 32, _CHINA)
    while (after := _new_moon_after(found + 2, _CHINA)) < day:
        found = after
    return found


def _diwali(month: int, day: int, year: int) -> Iterator[int]:
    begin = day_number(year, 10, 17) + 0.5
    lunation = floor((begin + _JULIAN_DAY - _FIRST_MOON) / _LUNATION) - 1
    while (moment := _new_moon(lunation)) < begin:
        lunation += 1
    yield floor(moment + _INDIA - _DUSK)


def _orthodox(month: int, day: int, year: int) -> Iterator[int]:
    """Easter of the Julian calendar and so many days after it (Meeus)."""
    epact = (19 * (year % 19) + 15) % 30
    to_sunday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
    month, of_month = divmod(epact + to_sunday + 114, 31)
    shift = year // 100 - year // 400 - 2
    yield day_number(year, month, of_month + 1) + shift + day


RECKONINGS: Final[Mapping[str, Callable[[int, int, int], Iterator[int]]]] = {
    "hebrew": _hebrew,
    "islamic": _islamic,
    "chinese": _chinese,
    "diwali": _diwali,
    "orthodox": _orthodox,
}


# ---- the moon and the sun, in days from 1970


def _new_moon_after(day: float, zone: float) -> int:
    """The first day, in a zone, at or after another on which the moon is new."""
    lunation = floor((day + _JULIAN_DAY - _FIRST_MOON) / _LUNATION) - 1
    while floor(_new_moon(lunation) + zone) < day:
        lunation += 1
    return floor(_new_moon(lunation) + zone)


def _new_moon(lunation: int) -> float:
    """The moment of a new moon, counted from the one of 6 January 2000."""
    century = lunation / 1236.85
    moment = _FIRST_MOON + _LUNATION * lunation + 0.00015437 * century**2
    dim = 1 - 0.002516 * century
    sun = radians(2.5534 + 29.1053567 * lunation)
    moon = radians(201.5643 + 385.81693528 * lunation + 0.0107582 * century**2)
    node = radians(160.7108 + 390.67050284 * lunation - 0.0016118 * century**2)
    moment += (
        -0.4072 * sin(moon)
        + 0.17241 * dim * sin(sun)
        + 0.01608 * sin(2 * moon)
        + 0.01039 * sin(2 * node)
        + 0.00739 * dim * sin(moon - sun)
        - 0.00514 * dim * sin(moon + sun)
        + 0.00208 * dim**2 * sin(2 * sun)
        - 0.00111 * sin(moon - 2 * node)
        - 0.00057 * sin(moon + 2 * node)
    )
    return moment - _JULIAN_DAY - 0.0008


def _sun(day: float) -> float:
    """The longitude of the sun in degrees."""
    century = (day + _JULIAN_DAY - 2_451_545) / 36_525
    mean = 280.46646 + 36_000.76983 * century
    anomaly = radians(357.52911 + 35_999.05029 * century)
    centre = (1.914602 - 0.004817 * century) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    return (mean + centre - 0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * century))) % 360


def _solar_term(year: int, longitude: int) -> int:
    """The day in China on which the sun reaches a longitude in December."""
    day = day_number(year, 12, 18)
    while not _sun(day - _CHINA) <= longitude < _sun(day + 1 - _CHINA):
        day += 1
    return day
