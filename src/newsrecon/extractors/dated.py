"""A date claim as it is compared with others: what it dates, when, and how its time lies to other times."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import UTC, datetime

from attrs import field, frozen

from newsrecon.extractors.date_rivals import Framed
from newsrecon.model import Value

__all__ = ["EDGES", "Dated", "Interval", "are_apart", "comparable", "day_of", "lies_within", "same_day", "same_month"]

Interval = tuple[str, str]


@frozen(eq=False)
class Dated:
    """A date claim as the matcher sees it."""

    article: str
    subject: str
    shown: str
    words: tuple[str, ...]
    """Content words of the clause, names made one, without the time."""
    wide: tuple[str, ...] = field(repr=False)
    """The same with the sentence that a clause without a say of its own points to; as `words` for any other."""
    weights: dict[str, float] = field(repr=False)
    told: Value
    """The time as the claim has it, counted from its article's day."""
    value: Value
    """The same, or the day that a length beside another day leads to."""
    interval: Interval | None
    telling: float
    """How much it tells that another clause is of this time, from 0 to 1: little where the whole story is."""
    edge: str | None = None
    matter: frozenset[str] = frozenset()
    """Of the clause and what it points to, words that much of the story is about; none for a day that little of it is of."""
    names: tuple[Framed, ...] = ()
    long_names: tuple[frozenset[str], ...] = ()
    """The content words of each name that has several."""
    """Who and what the clause names, each with its place in it."""
    ranks: dict[str, frozenset[int]] = field(factory=dict, repr=False)
    """Which of several things it tells of: `{"round": {2}}` for *the second round*."""
    borrowed: bool = False
    """Whether the time rests on a day that the article borrowed from its story."""
    main: bool = False
    """Whether it is of the day that the story is about."""
    points: bool = False
    """Whether the clause only points to an event told of nearby: *the move came on Thursday*."""
    of_noun: bool = False
    """Whether the time is of a thing that is named: *the March crash*."""
    deeds: dict[str, frozenset[str]] = field(factory=dict, repr=False)
    """The words of the clause that tell a deed, each with the kinds that it may be of."""
    rounded: Interval | None = None
    """The days that a count of whole units back may mean: *two years ago*."""
    event: str = ""
    """A noun for the event of which the clause tells only when it happened: *the attack occurred at noon*."""

    sort: str = field(init=False)
    """What it can be compared with: a point in time, a length, what recurs, or nothing."""
    universal: Interval | None = field(init=False)
    """The interval in universal time, where the zone of the clock is told."""
    form: Hashable = field(init=False)
    """The time in its canonical form."""

    @sort.default
    def _sort(self) -> str:
        if str(self.value["timex"]).endswith("_REF"):
            return "vague"
        return {"DURATION": "length", "SET": "set"}.get(self.value["type"], "point")

    @universal.default
    def _universal(self) -> Interval | None:
        zone = self.value.get("zone")
        if not zone or not self.interval:
            return None
        try:
            begin, end = (
                datetime.fromisoformat(f"{moment if 'T' in moment else f'{moment}T00:00'}{zone}").astimezone(UTC)
                for moment in self.interval
            )
        except OverflowError:
            return None
        return begin.isoformat(), end.isoformat()

    @form.default
    def _form(self) -> Hashable:
        if self.interval and self.sort == "point":
            return (self.universal or self.interval, self.edge, bool(self.universal))
        return (self.sort, self.value["timex"])


def are_apart(left: Dated, right: Dated) -> bool:
    """Whether the two times exclude each other."""
    here, there = comparable(left, right)
    if here is None or there is None:
        return False
    if left.rounded or right.rounded:
        here, there = _at_most(left, here), _at_most(right, there)
    here, there = _at_its_edge(left, here), _at_its_edge(right, there)
    return here[1] <= there[0] or there[1] <= here[0]


def _at_most(one: Dated, told: Interval) -> Interval:
    """All the days that a time may mean, those of a round number with those of the calendar."""
    if one.rounded is None or one.interval is None:
        return one.interval or told
    return min(one.interval[0], one.rounded[0]), max(one.interval[1], one.rounded[1])


EDGES = {"START": (0.0, 0.45), "MID": (0.25, 0.75), "END": (0.55, 1.0)}
"""The part of a time that its beginning, its middle and its end may be taken for at most."""


def _at_its_edge(one: Dated, told: Interval) -> Interval:
    """All that may be meant by a time of which an edge is told: *early in 2024*, until the middle of June."""
    part = EDGES.get(one.edge or "")
    if part is None:
        return told
    try:
        begin, end = map(datetime.fromisoformat, told)
    except ValueError:  # past the last year that Python counts
        return told
    first, last = (begin + (end - begin) * share for share in part)
    return first.isoformat(), last.isoformat()


def comparable(left: Dated, right: Dated) -> tuple[Interval | None, Interval | None]:
    """Both intervals: in universal time where both tell their zone, else by the clocks told."""
    here, there = left.universal, right.universal
    return (here, there) if here and there else (left.interval, right.interval)


def lies_within(inner: Dated, outer: Dated) -> bool:
    """Whether the inner time lies within the outer, which no edge narrows down (*early in* holds nothing for sure)."""
    within, around = comparable(inner, outer)
    if within is None or around is None or outer.edge:
        return False
    return around[0] <= within[0] and within[1] <= around[1]


def same_day(left: Dated, right: Dated) -> bool:
    """Whether both times are one day or lie in it."""
    return bool(left.interval and right.interval and day_of(left) and day_of(left) == day_of(right))


def same_month(left: Dated, right: Dated) -> bool:
    """Whether both times are one month, or one part of a year: *in December*, *last month*."""
    fine = all(len(str(one.value["timex"])) > len("2025") for one in (left, right))
    return fine and (left.form == right.form or lies_within(left, right) or lies_within(right, left))


def day_of(one: Dated) -> str | None:
    value = str(one.value["timex"])
    return value[:10] if len(value) >= 10 and "X" not in value[:10] and value[4] == value[7] == "-" else None
