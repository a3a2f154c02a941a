"""When, and how many: the times and figures of a statement, as they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from math import isinf
from typing import Any

from attrs import evolve, field, frozen

from newsrecon.context import Context
from newsrecon.extractors.statement_words import tokens_in
from newsrecon.language_data import data_table
from newsrecon.model import Claim
from newsrecon.timex.readable import interval_in_words

__all__ = [
    "Figure",
    "Time",
    "amounts",
    "counted_otherwise",
    "every_figure_of",
    "figures_of",
    "in_one_unit",
    "is_a_guess",
    "numbers_differ",
    "percent",
    "sharpest",
    "timed_otherwise",
    "times_apart",
    "times_of",
    "units",
    "years_apart",
]

WEEKS_APART = 31
"""So many days lie between a time that is told and one counted from a borrowed day, if they exclude each other."""
A_MONTH = timedelta(days=31)
"""So long is the longest time that two statements may have in common and be of one thing by it."""
_CLOCK = "T"
"""What stands between the day and the hour of a moment."""
_HOUR_ALONE = re.compile(r"in\(XXXX-XX-XXT(?:24:00,shift\(now,-1,D\)|[^,]+,(?:now|shift\((?!now,).+,[01],D\)))\)")
"""The reading of a clock time with which no day is told: of the article's day, of that spoken of, or of the night after it."""
_EASTMOST, _WESTMOST = timedelta(hours=14), timedelta(hours=12)
"""By so much are the clocks of the earth ahead of universal time, and behind it."""
ABOUT = 1.15
"""A number told as a bound, or as about so many, is off by no more than this factor."""


@frozen
class Time:
    """When a statement says that something was so: ISO days, end exclusive, and how the statement knows."""

    begin: str
    end: str
    source: str
    telling: float = field(default=0.0, eq=False)
    """How much it tells that another statement is of this time, from 0 to 1: little where the whole story is."""
    borrowed: bool = field(default=False, eq=False)
    """Whether it rests on a day that the article borrowed from its story."""
    rounded: tuple[str, str] | None = field(default=None, eq=False)
    """The days that a count of whole units back may mean: *two years ago*."""
    hour_alone: bool = field(default=False, eq=False)
    """Whether no day is told with it, and it is taken for the day spoken of, or the article's own: *at 9 a.m.*"""
    zone: str | None = field(default=None, eq=False)
    """By how much its clock is ahead of universal time, where that is told: `+02:00`."""

    at_most: tuple[str, str] = field(init=False, eq=False, repr=False)
    """All the days that it may mean."""

    @at_most.default
    def _at_most(self) -> tuple[str, str]:
        begin, end = self.rounded or (self.begin, self.end)
        return min(begin, self.begin), max(end, self.end)

    @property
    def is_year(self) -> bool:
        """Whether it is one year and no more is told."""
        years = self.begin[:4], self.end[:4]
        whole = self.begin[4:] == self.end[4:] == "-01-01" and all(map(str.isdecimal, years))
        return whole and int(years[0]) + 1 == int(years[1])

    @property
    def is_telling(self) -> bool:
        """Whether it is no longer than a month: much else is of *this year*."""
        try:
            begin, end = (date.fromisoformat(day[:10]) for day in (self.begin, self.end))
        except ValueError:  # before the year 1
            return False
        return end - begin <= A_MONTH

    def meets(self, other: Time) -> bool:
        """Whether the two share a day, or may where one is told in a round number; of an hour alone, whether they share an hour.

        Two clocks of which one shows the time of nobody knows which place may be far apart.
        """
        if self.zone != other.zone and _CLOCK in self.begin and _CLOCK in other.begin:
            return self._meets_by_another_clock(other)
        if self.hour_alone or other.hour_alone:
            clocks, moved = _CLOCK in self.begin and _CLOCK in other.begin, self.on_the_day_of(other)
            return not clocks or moved.meets(other.on_the_day_of(moved))
        return self.at_most[0] < other.at_most[1] and other.at_most[0] < self.at_most[1]

    def _meets_by_another_clock(self, other: Time) -> bool:
        if self.hour_alone or other.hour_alone:
            return True
        mine, theirs = self._universal, other._universal
        return mine[0] < theirs[1] and theirs[0] < mine[1]

    @property
    def _universal(self) -> tuple[datetime, datetime]:
        """From when to when it is by universal time, at the most."""
        try:
            begin, end = (datetime.fromisoformat(moment) for moment in (self.begin, self.end))
            if self.zone is None:
                return begin - _EASTMOST, end + _WESTMOST
            ahead = datetime.fromisoformat(f"2000-01-01T00:00{self.zone}").utcoffset() or timedelta()
            return begin - ahead, end - ahead
        except (ValueError, OverflowError):  # beyond the years that Python's dates reach
            return datetime.min, datetime.max

    def on_the_day_of(self, other: Time) -> Time:
        """Itself, or the same hour on the day of another where only the hour is told."""
        if not self.hour_alone:
            return self
        begin, end = (f"{other.begin[:10]}{moment[10:]}" for moment in (self.begin, self.end))
        return evolve(self, begin=begin, end=end if end > begin else f"{begin[:10]}T24:00", hour_alone=False)

    def tells_the_same(self, other: Time) -> bool:
        """Whether both give one time: an hour alone does not tell of which day it is, and can only be another's hour."""
        if (self.hour_alone or other.hour_alone) and not (_CLOCK in self.begin and _CLOCK in other.begin):
            return False
        return self.meets(other)

    def within(self, other: Time) -> bool:
        """Whether this one is as sharp or sharper."""
        return other.begin <= self.begin and self.end <= other.end


@frozen
class Figure:
    """How many of what: the least and the most it may be."""

    noun: str
    low: float
    high: float

    def meets(self, other: Figure) -> bool:
        """Whether both can be true."""
        return self.low <= other.high and other.low <= self.high

    def near(self, other: Figure) -> bool:
        """Whether each bears the other out: *more than 100* and *104*, but not *at least nine* and *fourteen*."""
        mine, theirs = self.closed, other.closed
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]

    @property
    def closed(self) -> tuple[float, float]:
        """The least and the most that one has in mind who tells a bound."""
        low, high = self.low, self.high
        return (high / ABOUT if isinf(low) else low), (low * ABOUT if isinf(high) else high)

    def within(self, other: Figure) -> bool:
        """Whether this one is as sharp or sharper."""
        return self.noun == other.noun and other.low <= self.low and self.high <= other.high


def in_one_unit(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Figures with the larger and smaller units of a measure in one: of 2.1 kilometres, 2,050 to 2,150 metres."""
    scaled = _scaled()
    return tuple(
        figure if (found := scaled.get(figure.noun)) is None else _in_unit(figure, *found) for figure in figures
    )


def _in_unit(figure: Figure, unit: str, times: float) -> Figure:
    """A figure in another unit; an exact one may be off by half of its last digit."""
    off = 0.0
    if figure.low == figure.high:
        off = 0.499 if figure.low.is_integer() else 0.0499 if (figure.low * 10).is_integer() else 0.00499
    return Figure(unit, (figure.low - off) * times, (figure.high + off) * times)


@cache
def _scaled() -> Mapping[str, tuple[str, float]]:
    """The units that another one is so many times as large as: kilometres, in metres."""
    from newsrecon.wording import content_words

    found: Mapping[str, Mapping[str, float]] = data_table("statements")["scaled"]
    return {
        content_words(unit)[0]: (content_words(base)[0], times)
        for base, units_of in found.items()
        for unit, times in units_of.items()
    }


def numbers_differ(figure: Figure, shown: Mapping[str, str]) -> str:
    """That the numbers of what a figure counts differ, its noun as it is shown."""
    return f"the numbers of {shown.get(figure.noun, figure.noun)!r} differ" if figure.noun else "the numbers differ"


def times_of(claim: Claim, context: Context) -> Iterable[Time]:
    """The times of a statement, those without an anchor counted from the day its article borrows."""
    found = list(_read(claim, context))
    for time in found:
        of_a_day = time.hour_alone and any(time.within(day) for day in found if not day.hour_alone)
        yield evolve(time, hour_alone=False) if of_a_day else time  # On Monday, | the dam broke at 9 a.m.


def _read(claim: Claim, context: Context) -> Iterator[Time]:
    from newsrecon.timex import resolve_value, rounded

    anchor = context.anchor(claim.mention.article)
    for time in claim.value.get("times") or ():
        telling = context.times.telling(str(time.get("timex")))
        borrowed = False
        if time.get("begin") is None and anchor is not None:
            time, borrowed = resolve_value(time, anchor), True
        if time.get("begin") and time.get("end"):
            read = str(time.get("expression"))
            count = rounded(read, anchor) if anchor else None
            alone = _HOUR_ALONE.fullmatch(read) is not None
            known = time.get("from") or "clause"
            yield Time(time["begin"], time["end"], known, telling, borrowed, count, alone, time.get("zone"))


def sharpest(times: Sequence[Time]) -> Time | None:
    """The sharpest of the times, if all can be one."""
    best = min(
        times, key=lambda one: (sum(one.within(other) for other in times) * -1, one.begin, one.end), default=None
    )
    return best if best and all(best.within(other) for other in times) else None


def times_apart(one: Time | None, other: Time | None) -> str | None:
    """Why the times cannot be one, if they cannot."""
    if one is None or other is None or one.meets(other):
        return None
    first, second = sorted((one, other), key=lambda time: (time.begin, time.end))
    return f"one is of {_told_of(first)}, the other of {_told_of(second)}"


def years_apart(one: Time | None, other: Time | None) -> bool:
    """Whether a year or more lies between two times."""
    if one is None or other is None:
        return False
    gap = _days_between(one, other)
    return gap is None or gap > 365


def on_one_day(one: Time | None, other: Time | None) -> bool:
    """Whether both are of one day, or of a part of it."""
    if one is None or other is None or not one.meets(other):
        return False
    try:
        first, last = (date.fromisoformat(day[:10]) for day in (min(one.begin, other.begin), max(one.end, other.end)))
    except ValueError:  # before the year 1
        return False
    return last - first <= timedelta(days=1)


def is_a_guess(one: Time | None, other: Time | None) -> bool:
    """Whether what keeps two times apart is a day borrowed from the story: an undated article may be weeks older or younger."""
    if one is None or other is None or not (one.borrowed or other.borrowed):
        return False
    gap = _days_between(one, other)
    return gap is None or (one.borrowed and other.borrowed) or gap < WEEKS_APART


def _days_between(one: Time, other: Time) -> int | None:
    """The days from the end of the earlier time to the beginning of the later; None for times before the year 1."""
    first, second = sorted((one, other), key=lambda time: (time.begin, time.end))
    try:
        return (date.fromisoformat(second.begin[:10]) - date.fromisoformat(first.end[:10])).days
    except ValueError:
        return None


def timed_otherwise(mine: Sequence[Time], theirs: Sequence[Time]) -> str | None:
    """Why the times of two statements do not bear each other out, if they do not: both give some, and no day in common."""
    if not mine or not theirs or any(time.borrowed for time in (*mine, *theirs)):
        return None
    met = any(one.meets(other) or one.begin[:10] == other.begin[:10] for one in mine for other in theirs)
    return None if met else "they have no day in common"


def _told_of(time: Time) -> str:
    """Of when something is told, and that its tense alone tells it: *has fallen*; of an hour alone no more than that."""
    if time.hour_alone:
        return interval_in_words(time.begin, time.end).rpartition(", ")[2]
    return interval_in_words(time.begin, time.end) + (", by its tense" if time.source == "tense" else "")


def counted_otherwise(
    mine: Iterable[Figure], theirs: Iterable[Figure], shown: Mapping[str, str], *, same: bool
) -> str | None:
    """Why the numbers of one thing do not bear each other out, if they do not: *at least nine* and *fourteen* may both be true.

    Of several numbers of one thing one must be near. Measures such as years may be of many things, unless the same is said.
    """
    ours, other = _by_noun(in_one_unit(mine)), _by_noun(in_one_unit(theirs))
    for noun in sorted(ours.keys() & other.keys()):
        of_one = same or not noun or noun not in units()
        if of_one and not any(one.near(two) for one in ours[noun] for two in other[noun]):
            return f"they do not give one number of {shown[noun]!r}" if noun in shown else "they do not give one number"
    return None


def _by_noun(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for one in figures:
        found.setdefault(one.noun, []).append(one)
    return found


def figures_of(value: Mapping[str, Any]) -> tuple[Figure, ...]:
    """What a statement counts, by noun; a noun with two different figures tells none."""
    told = _by_noun(every_figure_of(value))
    return tuple(figures[0] for _, figures in sorted(told.items()) if all(one == figures[0] for one in figures))


def every_figure_of(value: Mapping[str, Any]) -> list[Figure]:
    """All that a statement counts, but for what that is compared with, a noun perhaps more than once: *2 boys and 3 boys*."""
    from newsrecon.wording import content_words

    figures = []
    for one in value.get("numbers") or ():
        if one.get("compared"):
            continue
        noun = (*content_words(one["noun"]), "")[0]
        figures.append(Figure(noun, *_bounds(float(one["number"]), one.get("bound"), share=noun == percent())))
    return figures


@cache
def percent() -> str:
    """The token of a share of a hundred."""
    from newsrecon.wording import content_words

    return content_words("percent")[0]


def _bounds(number: float, bound: str | None, *, share: bool) -> tuple[float, float]:
    """The least and the most that a figure may mean; a share in whole percents is rounded: *41*, of *41.3*."""
    if bound == "least":
        return number, float("inf")
    if bound == "most":
        return float("-inf"), number
    if bound == "about":
        return number * (2 - ABOUT), number * ABOUT
    rounded = 0.499 if share and number.is_integer() else 0.0  # 41 and 42 do not meet
    return number - rounded, number + rounded


@cache
def amounts() -> frozenset[str]:
    """Of the units, those that two numbers of are of two things: sums of money, shares of a whole."""

    return tokens_in("amounts")


@cache
def units() -> frozenset[str]:
    """What measures many things, so that two numbers of it need not be of one thing: years, miles."""

    return tokens_in("units") | {""}
