"""What an article's counts of people come to: which number is its total, and who of those hit was hurt.

An article tells its toll first, or in its title; another number for the same slot is a part of it, or belongs to another
event. A number of people of whom something is said that holds of some only ("two are in critical condition") is no total
where there is another. A single person sets no total, and says nothing beside a number above one; but where the title and
the text begin with one person, the numbers further on are of other events.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import evolve, frozen

from newsrecon import Article, Claim, Span
from newsrecon.text import one_of
from newsrecon_quantities.groups import Group
from newsrecon_quantities.identity import may_be_one
from newsrecon_quantities.whereabouts import where_behind
from newsrecon_quantities.words import section

__all__ = ["Count", "settled"]

NEAREST = 8
"""Somebody hurt may be one of so many dead told of before, and of so many told of after."""


@frozen
class Count:
    """A group, what became of it, and the time that is not the event's (*in 2012*), if one is named."""

    slot: str
    span: Span
    group: Group
    when: str
    during: str | None = None
    """Over what time they were counted, where the sentence tells it."""
    some: bool = False
    """Whether the number is of those of whom something holds that holds of some only (*two are in critical condition*)."""

    @property
    def number(self) -> bool:
        """Whether this is a number of people in the event, and not somebody, or the toll of another day."""
        return not self.when and not self.group.single


def settled(article: Article, counts: Sequence[Count], titled: Sequence[Count]) -> Iterator[Claim]:
    """The claims that an article's counts and those of its title make, the totals told from the rest."""
    counts = [*_without_the_dead(_without_the_unhurt(article, counts))]
    counts += _survivors(article, counts)
    for slot in section("slots"):
        own = [count for count in counts if count.slot == slot]
        yield from _claims(article, own, _total(own, [count for count in titled if count.slot == slot]))


def _claims(article: Article, counts: Sequence[Count], total: Group | None) -> Iterator[Claim]:
    for count in counts:
        group = count.group
        if group.single and not count.when and total is not None and not _is_one(total):
            continue
        part = count.some and total is not None and (group.low or 0) < (total.low or 0)
        whole = bool(count.when) or total is None or (_meet(group, total) and not part)
        noun = group.noun if group.noun and not whole else "people"
        value = {"slot": count.slot, "low": group.low, "high": group.high, "unit": "people", "of": group.noun}
        value |= {"whole": whole, "where": where_behind(article.text, count.span.end), "during": count.during}
        mention = article.mention(count.span.start, count.span.end)
        yield Claim("quantity", f"{noun} {_called(count.slot, mention.text)}{count.when}", value, mention)


def _called(slot: str, told: str) -> str:
    """What became of them, in a word: of those hit by a blade, *stabbed*."""
    return "stabbed" if slot == "shot" and _by_blade().search(told.lower()) else slot


@cache
def _by_blade() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(section('people', 'by_blade'))})\b")


def _total(counts: Sequence[Count], titled: Sequence[Count]) -> Group | None:
    """The number for a slot that the title tells, too, else the first exact one, else the first."""
    numbers = [count for count in counts if count.number]
    if not numbers:
        return None
    first = next(count.group for count in counts if not count.when)
    if titled and all(_is_one(group) for group in (first, *(count.group for count in titled))):
        return evolve(first, low=1, high=1)
    heads = {(count.group.low, count.group.high) for count in titled if count.number}
    told = next((count.group for count in numbers if (count.group.low, count.group.high) in heads), None)
    return told or _first_exact(numbers) or numbers[0].group


def _first_exact(counts: Sequence[Count]) -> Group | None:
    """The first exact number, but for those below a bound told before: *At least 11 died*, *two pupils were killed*.

    Behind such a bound, what holds of some only is no total either.
    """
    least = 0.0
    for count in counts:
        group = count.group
        if group.high is not None and group.high >= least and not (least and count.some):
            return group
        least = max(least, group.low or 0.0)
    return None


def _is_one(group: Group) -> bool:
    """Whether this is somebody, or the number one."""
    return group.low == 1 and (group.single or group.high == 1)


def _meet(one: Group, other: Group) -> bool:
    """Whether both can count the same people."""
    below = one.high is not None and other.low is not None and one.high < other.low
    above = one.low is not None and other.high is not None and one.low > other.high
    return not below and not above


# ---------------------------------------------------------------- the hurt


def _without_the_unhurt(article: Article, counts: Sequence[Count]) -> Sequence[Count]:
    """The counts but for those who *survived* where nobody was shot, stabbed or attacked."""
    alive = tuple(section("slots", "injured")["alive"])
    left = [
        count
        for count in counts
        if count.slot != "injured" or not article.lower[count.span.start : count.span.end].endswith(alive)
    ]
    return counts if len(left) < len(counts) and _of_crime().search(article.lower) else left


@cache
def _of_crime() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(section('slots', 'injured')['crimes'])})\b")


def _without_the_dead(counts: Sequence[Count]) -> Iterator[Count]:
    """The counts but for somebody's injury who is said to have died."""
    dead = sorted((c.group for c in counts if c.slot == "killed" and not c.when), key=_start)
    for count in counts:
        place = bisect_left(dead, count.group.span.start, key=_start) if count.slot == "injured" else 0
        near = dead[max(0, place - NEAREST) : place + NEAREST] if count.slot == "injured" else ()
        if not any(may_be_one(count.group, one) for one in near):
            yield count


def _start(group: Group) -> int:
    return group.span.start


def _survivors(article: Article, counts: Sequence[Count]) -> Iterator[Count]:
    """Of those shot or stabbed, those not killed, where the article gives no number of injured by itself."""
    now = [count for count in counts if not count.when]
    hurt = [count for count in now if count.slot == "injured"]
    hit = [count for count in now if count.slot == "shot" and not _both(article, count)]
    number = next((count for count in hit if count.number and count.group.high), None)
    if number is None:
        if (
            hit
            and not hurt
            and not any(_deadly().search(text) for text in (article.lower, (article.title or "").lower()))
        ):
            yield evolve(hit[0], slot="injured")
    elif not any(count.number for count in hurt):
        yield from _left(article, number, [count.group for count in now if count.slot == "killed"])


def _left(article: Article, hit: Count, killed: Sequence[Group]) -> Iterator[Count]:
    """Those of a number that was hit who are not among the killed."""
    group = evolve(hit.group, noun=None)
    numbers = [one.low for one in killed if not one.single]
    dead = (numbers[0] if numbers else max((one.low or 0 for one in killed), default=0)) or 0
    # "One man is dead and three others were shot": those killed are not among them.
    if not dead or not _others().search(article.lower, group.span.start, group.span.end):
        high = (group.high or 0) - dead
        group = evolve(group, low=high if dead and group.low == group.high else None, high=high)
    if group.high and group.high > 0:
        yield evolve(hit, slot="injured", group=group)


def _both(article: Article, count: Count) -> bool:
    """Whether a number is *both*, which counts people told of before and no total."""
    return article.lower.startswith("both", count.group.span.start)


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(section('people', 'more'))})\b")


@cache
def _deadly() -> re.Pattern[str]:
    """Words of an article by which somebody died, however it says so."""
    return re.compile(rf"\b(?<!attempted )(?:{one_of(section('links', 'deadly'))})\b")
