"""Counts of people and what became of them: *at least 12 people were killed*, *injuring dozens*, *the toll rose to 84*.

In each sentence the groups of people are found, then the words that say what became of people. A group and such a word
belong together when only words that change nothing stand between them.

The first number an article gives for a slot is its total (`whole` is true); another number for the same slot is a part of
it or belongs to another event. A single person sets no total, and says nothing where a total is given.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import evolve, frozen

from newsrecon import Article, Claim, Span
from newsrecon_quantities.groups import Group, find_groups, numbered
from newsrecon_quantities.numbers import read_numbers
from newsrecon_quantities.words import one_of, section

__all__ = ["read_people"]

REACH = 240
"""So many characters in front of a verb, those it is said of may begin."""


@frozen
class Count:
    """A group, what became of it, and the time that is not the event's (*in 2012*), if one is named."""

    slot: str
    span: Span
    group: Group
    when: str


def read_people(article: Article) -> Iterator[Claim]:
    """The claims about people killed, injured, arrested, missing and displaced.

    >>> article = Article("At least 12 people were killed and dozens injured.", id="a")
    >>> [(claim.subject, claim.value["low"], claim.value["high"], claim.mention.text) for claim in read_people(article)]
    [('people killed', 12, None, 'At least 12 people were killed'), ('people injured', 24, None, 'dozens injured')]
    """
    counts: list[Count] = []
    for sentence in article.sentences:
        if _any_fate().search(article.lower, sentence.start, sentence.end):
            counts += _counts(article, sentence)
    counts += _survivors(counts)
    for slot in section("slots"):
        yield from _claims(article, [count for count in counts if count.slot == slot])


def _survivors(counts: Sequence[Count]) -> Iterator[Count]:
    """Of those shot or stabbed, those not killed, where the article gives no number of injured by itself."""
    now = [count for count in counts if not count.when]
    hit = next((count for count in now if count.slot == "shot" and not count.group.single and count.group.high), None)
    if hit is None or any(count.slot == "injured" and not count.group.single for count in now):
        return
    killed = [count.group for count in now if count.slot == "killed"]
    dead = next(
        (group.low for group in killed if not group.single), max((group.low or 0 for group in killed), default=0)
    )
    high = (hit.group.high or 0) - (dead or 0)
    low = high if dead and hit.group.low == hit.group.high else None
    if high > 0:
        yield evolve(hit, slot="injured", group=evolve(hit.group, low=low, high=high, noun=None))


def _claims(article: Article, counts: Sequence[Count]) -> Iterator[Claim]:
    """The counts of one slot, the total told from the rest."""
    totals = [count.group for count in counts if not count.when and not count.group.single]
    total = totals[0] if totals else None
    for count in counts:
        group = count.group
        if group.single and total is not None and not count.when:
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


def _counts(article: Article, sentence: Span) -> list[Count]:
    """What a sentence says became of whom."""
    lower = article.lower
    if _rate().search(lower, sentence.start, sentence.end):
        return []
    groups = find_groups(article, sentence)
    when = _when(article, sentence)
    return [
        Count(slot, span, group, when)
        for slot in section("slots")
        for span, group in (*_by_verb(lower, sentence, slot, groups), *_by_noun(lower, sentence, slot))
    ]


def _when(article: Article, sentence: Span) -> str:
    """*in 2012*, *last year*, as the end of a subject; nothing where the sentence names no other time than the event's."""
    found = _other_time().search(article.lower, sentence.start, sentence.end)
    published = article.published_day
    if found is None or (found["year"] and published and int(found["year"]) == published.year):
        return ""
    return f" {' '.join(found[0].split())}"


Linked = Iterator[tuple[Span, Group]]


def _by_verb(lower: str, sentence: Span, slot: str, groups: Sequence[Group]) -> Linked:
    """*killed 12 people*, then *12 people were killed* where the same word has nothing behind it."""
    taken = set()
    for verb in _fate(slot, "before").finditer(lower, sentence.start, sentence.end):
        place = bisect_left(groups, verb.end(), key=_start)
        group = groups[place] if place < len(groups) else None
        if group and _leads_to().fullmatch(lower, verb.end(), group.span.start) and _is_real(lower, verb.start()):
            if slot == "shot" and _fatal_behind().match(lower, group.span.end):
                continue
            taken.add(verb.start())
            yield Span(verb.start(), group.span.end), group
    some = section("slots", slot).get("some", ())
    for verb in _fate(slot, "after").finditer(lower, sentence.start, sentence.end):
        near = groups[
            bisect_left(groups, verb.start() - REACH, key=_start) : bisect_left(groups, verb.start(), key=_start)
        ]
        group = next((group for group in reversed(near) if _befalls(lower, group, verb, slot)), None)
        if group and verb.start() not in taken:
            part = " ".join(verb[0].split()) in some
            yield Span(group.span.start, verb.end()), evolve(group, high=None) if part else group


def _start(group: Group) -> int:
    return group.span.start


def _befalls(lower: str, group: Group, verb: re.Match[str], slot: str) -> bool:
    """Whether the word behind a group says what became of it."""
    between = _between().fullmatch(lower, group.span.end, verb.start())
    if between is None:
        return False
    # "The gunman killed": somebody in front of a verb that takes an object did it, unless "was" stands there.
    active = group.single and verb[0] in section("slots", slot, "before") and not between["be"]
    return not active or bool(_nothing_behind().match(lower, verb.end()))


def _is_real(lower: str, start: int) -> bool:
    return not _unreal().search(lower, max(0, start - 24), start)


def _by_noun(lower: str, sentence: Span, slot: str) -> Linked:
    """*no injuries*, *12 confirmed deaths*, *the death toll rose to 84*."""
    for noun in _counted(slot).finditer(lower, sentence.start, sentence.end):
        if noun["none"]:
            yield Span(*noun.span()), Group(Span(*noun.span()), 0, 0)
            continue
        for number in read_numbers(lower, max(sentence.start, noun.start() - 60), noun.start()):
            if _adjectives().fullmatch(lower, number.span.end, noun.start()):
                yield Span(number.span.start, noun.end()), numbered(number)
    for toll in _toll(slot).finditer(lower, sentence.start, sentence.end):
        last = next(read_numbers(lower, toll.end(), min(sentence.end, toll.end() + 60)), None)
        if last is not None and last.span.start == toll.end():
            # "rose from 73 to 84" is read as the range 73 to 84.
            now = evolve(last, least=last.most) if toll["from"] or toll["since"] else last
            yield Span(toll.start(), last.span.end), numbered(now)


# ---------------------------------------------------------------- patterns


@cache
def _any_fate() -> re.Pattern[str]:
    words = [word for slot in section("slots").values() for words in slot.values() for word in words]
    return re.compile(rf"\b(?:{one_of(words)})\b")


@cache
def _fate(slot: str, place: str) -> re.Pattern[str]:
    words = section("slots", slot, place)
    if place == "after":
        words = [*words, *section("slots", slot).get("some", ())]
    return re.compile(rf"\b(?:{one_of(words)})\b" if words else r"(?!)")


@cache
def _between() -> re.Pattern[str]:
    """Between a group and its fate: an insertion, then words that change nothing; `be` holds the last form of *be*."""
    quiet = one_of(section("links", "between"))
    be = one_of(section("links", "be"))
    insertion = r"(?:,[^,;]{1,100}(?:,[^,;]{1,40})?,|\s*\([^()]{1,60}\))?"
    return re.compile(rf"{insertion}(?:\s+(?:(?P<be>{be})|{quiet})\b){{0,7}}\s+")


@cache
def _leads_to() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?:{one_of(section('links', 'in_front'))})\b){{0,3}}\s+")


@cache
def _nothing_behind() -> re.Pattern[str]:
    """*Man killed in crash*: no object follows."""
    return re.compile(rf"\s+(?:{one_of(section('links', 'no_object'))})\b|\s*(?:[.,;:!?]|$)")


@cache
def _fatal_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{one_of(section('links', 'fatal_behind'))})\b")


@cache
def _unreal() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(section('links', 'unreal'))})\s+(?:have\s+)?$")


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(section('links', 'rates'))})\b")


@cache
def _other_time() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:in|since|during)\s+(?P<year>(?:19|20)\d\d)|{one_of(section('links', 'elsewhen'))})\b(?!-)"
    )


@cache
def _counted(slot: str) -> re.Pattern[str]:
    nouns = section("slots", slot, "nouns")
    return re.compile(
        rf"\b(?:(?P<none>no\s+(?:[a-z-]{{1,20}}\s+){{0,2}}?))?(?:{one_of(nouns)})\b" if nouns else r"(?!)(?P<none>)"
    )


@cache
def _toll(slot: str) -> re.Pattern[str]:
    """*the death toll in the city rose to*, *death toll at*, *put the number of dead at*."""
    tolls = one_of(section("slots", slot, "tolls"))
    links = section("links")
    at, rose, other = one_of(links["toll"]), one_of(links["rose"]), one_of(links["other_tolls"])
    numbers = section("numbers")
    number = one_of([word for part in ("before", "units", "tens", "vague", "exact") for word in numbers[part]])
    return re.compile(
        rf"\b(?:{tolls})\b(?:(?:(?!\b(?:{other})\b)[^.;]){{0,160}}?\s(?:{rose})\s+(?:(?P<from>from)|to)"
        rf"|(?:(?!\b(?:{other})\b)[^.;\d]){{0,80}}?\s(?:(?P<since>from)|{at}))\s+(?=\d|(?:a|{number})\b)"
    )


@cache
def _adjectives() -> re.Pattern[str]:
    return re.compile(r"(?:\s+(?!and\b|or\b|of\b)[a-z][\w-]{0,20}){0,3}\s+")
