"""What an article's counts of people come to: which number is its total, and who of those hit was hurt.

An article tells its toll first, or in its title; another number for the same slot is a part of it, or belongs to another
event. A number of people of whom something is said that holds of some only ("two are in critical condition") is no total
where there is another. A single person sets no total, and says nothing where a total is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import evolve, frozen

from newsrecon import Article, Claim, Span
from newsrecon_quantities.groups import Group
from newsrecon_quantities.identity import may_be_one
from newsrecon_quantities.words import one_of, section

__all__ = ["Count", "settled"]


@frozen
class Count:
    """A group, what became of it, and the time that is not the event's (*in 2012*), if one is named."""

    slot: str
    span: Span
    group: Group
    when: str

    @property
    def number(self) -> bool:
        """Whether this is a number of people in the event, and not somebody, or the toll of another day."""
        return not self.when and not self.group.single


def settled(article: Article, counts: Sequence[Count], titled: Sequence[Count]) -> Iterator[Claim]:
    """The claims that an article's counts and those of its title make, the totals told from the rest."""
    counts = [*_without_the_dead(counts)]
    counts += _survivors(article, counts, titled)
    for slot in section("slots"):
        own = [count for count in counts if count.slot == slot]
        yield from _claims(article, own, _total(own, [count for count in titled if count.slot == slot]))


def _total(counts: Sequence[Count], titled: Sequence[Count]) -> Group | None:
    """The number for a slot that the title tells, too, else the first exact one, else the first."""
    numbers = [count.group for count in counts if count.number]
    if numbers and _one_is_told(counts, titled):
        return Group(numbers[0].span, 1, 1)
    heads = [count.group for count in titled if count.number]
    same = (group for group in numbers for head in heads if (group.low, group.high) == (head.low, head.high))
    exact = (group for group in numbers if group.high is not None)
    return next(same, None) or next(exact, None) or next(iter(numbers), None)


def _one_is_told(counts, titled):
    now = [count for count in counts if not count.when]
    return bool(titled) and all((t.group.single and t.group.low==1) or (t.group.low, t.group.high) == (1, 1) for t in titled) and now[0].group.single and now[0].group.low==1


def _claims(article: Article, counts: Sequence[Count], total: Group | None) -> Iterator[Claim]:
    for count in counts:
        group = count.group
        if group.single and total is not None and (total.low,total.high)!=(1,1) and not count.when:
            continue
        whole = bool(count.when) or total is None or _meet(group, total)
        noun = group.noun if group.noun and not whole else "people"
        value = {"slot": count.slot, "low": group.low, "high": group.high, "unit": "people", "of": group.noun}
        mention = article.mention(count.span.start, count.span.end)
        yield Claim("quantity", f"{noun} {count.slot}{count.when}", {**value, "whole": whole}, mention)


def _meet(one: Group, other: Group) -> bool:
    """Whether both can count the same people."""
    below = one.high is not None and other.low is not None and one.high < other.low
    above = one.low is not None and other.high is not None and one.low > other.high
    return not below and not above


def _survivors(article: Article, counts: Sequence[Count], titled: Sequence[Count]) -> Iterator[Count]:
    """Of those shot or stabbed, those not killed, where the article gives no number of injured by itself."""
    now = [count for count in counts if not count.when]
    hit = next((count for count in now if count.slot == "shot" and count.number and count.group.high), None)
    if any(count.slot == "injured" and (count.number or hit is None) for count in now):
        return
    if hit is None:
        hit = next((count for count in now if count.slot == "shot"), None)
        if hit and not _deadly().search(article.lower) and not _deadly().search((article.title or "").lower()):
            yield evolve(hit, slot="injured")
        return
    killed = [count.group for count in now if count.slot == "killed"]
    dead = next(
        (group.low for group in killed if not group.single), max((group.low or 0 for group in killed), default=0)
    )
    high = (hit.group.high or 0) - (dead or 0)
    low = high if dead and hit.group.low == hit.group.high else None
    if high > 0:
        yield evolve(hit, slot="injured", group=evolve(hit.group, low=low, high=high, noun=None))


@cache
def _deadly() -> re.Pattern[str]:
    """Words of an article by which somebody died, however it says so."""
    return re.compile(rf"\b(?<!attempted )(?:{one_of(section('links', 'deadly'))})\b")


def _without_the_dead(counts: Sequence[Count]) -> Iterator[Count]:
    """The counts but for somebody's injury who is said to have died of it."""
    dead = [count.group for count in counts if count.slot == "killed" and not count.when]
    for count in counts:
        if count.slot != "injured" or not any(may_be_one(count.group, one) for one in dead):
            yield count
