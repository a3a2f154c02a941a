"""Counts of people and what became of them: *at least 12 people were killed*, *injuring dozens*, *the toll rose to 84*.

In each sentence the groups of people are found, then the words that say what became of people. A group and such a word
belong together when only words that change nothing stand between them.

What they come to, and which is an article's total, is told in `totals.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import evolve

from newsrecon import Article, Claim, Span
from newsrecon.text import one_of
from newsrecon_quantities.coordination import joined
from newsrecon_quantities.groups import Group, find_groups, numbered
from newsrecon_quantities.numbers import read_numbers
from newsrecon_quantities.periods import period_of
from newsrecon_quantities.totals import Count, settled
from newsrecon_quantities.words import needed, section

__all__ = ["read_people"]

REACH = 240
"""So many characters in front of a verb, those it is said of may begin."""


def read_people(article: Article) -> Iterator[Claim]:
    """The claims about people killed, injured, arrested, missing, displaced and aboard.

    >>> article = Article("At least 12 people were killed and dozens injured.", id="a")
    >>> [(claim.subject, claim.value["low"], claim.value["high"], claim.mention.text) for claim in read_people(article)]
    [('people killed', 12, None, 'At least 12 people were killed'), ('people injured', 24, None, 'dozens injured')]
    """
    titled = _read(Article(article.title)) if article.title else []
    return settled(article, _read(article), titled)


def _read(article: Article) -> list[Count]:
    return [
        count
        for sentence, words in zip(article.sentences, article.sentence_words, strict=True)
        if not _fateful().isdisjoint(words) and _any_fate().search(article.lower, sentence.start, sentence.end)
        for count in _counts(article, sentence)
    ]


def _counts(article: Article, sentence: Span) -> list[Count]:
    """What a sentence says became of whom."""
    lower = article.lower
    if _rate().search(lower, sentence.start, sentence.end) or _tells_of_many(lower, sentence):
        return []
    groups = joined(lower, find_groups(article, sentence))
    when = _other_time().search(lower, sentence.start, sentence.end)
    denied = _what_is_denied(lower, sentence)
    return [
        Count(
            slot,
            span,
            group,
            _when(article, sentence, when, span) if when else "",
            period_of(lower, sentence, span),
            some,
        )
        for slot in section("slots")
        for span, group, some in (*_by_verb(lower, sentence, slot, groups), *_by_noun(lower, sentence, slot))
        if denied is None or not denied.contains(span)
    ]


def _what_is_denied(lower: str, sentence: Span) -> Span | None:
    """Where a sentence tells what somebody denies: *denied reports that* **a child had died**; None where nobody does."""
    denied = _denied().search(lower, sentence.start, sentence.end)
    if denied is None:
        return None
    end = lower.find(";", denied.end(), sentence.end)
    return Span(denied.end(), end if end >= 0 else sentence.end)


def _tells_of_many(lower: str, sentence: Span) -> bool:
    """Whether a sentence tells of several events: *in 17 shootings*."""
    if not _any_event().search(lower, sentence.start, sentence.end):
        return False
    numbers = read_numbers(lower, sentence.start, sentence.end)
    return any(number.least > 1 and _events().match(lower, number.span.end, sentence.end) for number in numbers)


def _when(article: Article, sentence: Span, found: re.Match[str], count: Span) -> str:
    """*in 2012*, *last year*, as the end of a subject; nothing where it is the event's own time, or that of another clause.

    *Two were killed, said Berg, who has run the mine since 2012*: the relative clause hangs on another than what is counted.
    """
    published = article.published_day
    if found["year"] and published and int(found["year"]) == published.year:
        return ""
    clauses = article.clauses_of(sentence)
    clause = next(clause for clause in reversed(clauses) if clause.span.start <= found.start())
    if clause.kind == "relative" and clause.governor is not None and not clause.span.contains(count):
        governor = clauses[clause.governor]
        if not governor.span.start <= count.start < governor.span.end:
            return ""
    return f" {' '.join(found[0].split())}"


Linked = Iterator[tuple[Span, Group, bool]]
"""Where it is said, of whom, and whether of some of them only."""


def _by_verb(lower: str, sentence: Span, slot: str, groups: Sequence[Group]) -> Linked:
    """*killed 12 people*, then *12 people were killed* where the same word has nothing behind it."""
    taken = set()
    for verb in _fate(slot, "before").finditer(lower, sentence.start, sentence.end):
        place = bisect_left(groups, verb.end(), key=_start)
        group = groups[place] if place < len(groups) else None
        if group and _leads_to().fullmatch(lower, verb.end(), group.span.start) and _is_real(lower, verb.start()):
            if group.noun in section("slots", slot).get("others", ()):
                continue
            if slot == "shot" and _fatal_behind().match(lower, group.span.end):
                continue
            taken.add(verb.start())
            yield Span(verb.start(), group.span.end), group, False
    some = section("slots", slot).get("some", ())
    for verb in _fate(slot, "after").finditer(lower, sentence.start, sentence.end):
        near = groups[
            bisect_left(groups, verb.start() - REACH, key=_start) : bisect_left(groups, verb.start(), key=_start)
        ]
        group = next((one for group in reversed(near) if (one := _befallen(lower, group, verb, slot))), None)
        main = near and verb[0] in section("slots", slot).get("main", ())
        if group is None and main and _modified().fullmatch(lower, near[-1].span.end, verb.start()):
            group = near[-1]
        if group and verb.start() not in taken and _is_linked(lower, group, verb, slot):
            part = verb.lastgroup == "adverb" or " ".join(verb[0].split()) in some
            yield Span(group.span.start, verb.end()), evolve(group, high=None) if part else group, part


def _start(group: Group) -> int:
    return group.span.start


def _befallen(lower: str, group: Group, verb: re.Match[str], slot: str) -> Group | None:
    """Those of a group in front of a word whom it says what became of; None where it does not."""
    closed = group.apposed and lower.startswith(",", group.span.end)
    between = _between().fullmatch(lower, group.span.end + closed, verb.start())
    if (
        between is None
        or _unlike(slot).match(lower, verb.start())
        or (verb.lastgroup == "adverb" and not _nothing_behind().match(lower, verb.end()))
    ):
        return None
    if group.single and (group.low or 0) < 2 and _several().search(lower, group.span.end, verb.start()):
        return None
    # "The gunman killed": somebody in front of a verb that takes an object did it, unless "was" stands there.
    active = group.single and verb[0] in section("slots", slot, "before") and not between["be"]
    pronoun = group.called in section("people", "pronouns")
    if active and (pronoun or not _nothing_behind().match(lower, verb.end())):
        return None
    # "Two officers shot and killed a man": several in front of a verb did it, too, where somebody else stands behind.
    takes_object = verb[0] in section("slots", slot, "before") and not between["be"]
    if takes_object and _object_behind().match(lower, verb.end()):
        return None
    # "One of three people wounded" tells of three; "one of three people was wounded" and "one of three people died" of one.
    reduced = verb[0] in section("slots", slot, "before") and not between["be"]
    return group.whole if reduced and group.whole else group


def _is_linked(lower: str, group: Group, verb: re.Match[str], slot: str) -> bool:
    """Whether what a slot needs stands beside those counted: **with** *12 people on board*, *12 people* **were** *on board*."""
    needs = section("slots", slot).get("needs", ())
    if not needs:
        return True
    before = lower[max(0, group.span.start - 16) : group.span.start].rstrip().rpartition(" ")[2]
    between = _between().fullmatch(lower, group.span.end, verb.start())
    return before in needs or (between is not None and between["be"] is not None)


def _is_real(lower: str, start: int) -> bool:
    return not _unreal().search(lower, max(0, start - 24), start)


def _by_noun(lower: str, sentence: Span, slot: str) -> Linked:
    """*no injuries*, *12 confirmed deaths*, *the death toll rose to 84*."""
    for noun in _counted(slot).finditer(lower, sentence.start, sentence.end):
        if noun["none"]:
            yield Span(*noun.span()), Group(Span(*noun.span()), 0, 0), False
            continue
        for number in read_numbers(lower, max(sentence.start, noun.start() - 60), noun.start()):
            if _adjectives().fullmatch(lower, number.span.end, noun.start()):
                yield Span(number.span.start, noun.end()), numbered(number, end=noun.end()), False
    for toll in _toll(slot).finditer(lower, sentence.start, sentence.end):
        last = next(read_numbers(lower, toll.end(), min(sentence.end, toll.end() + 60)), None)
        if last is not None and last.span.start == toll.end():
            # "rose from 73 to 84" is read as the range 73 to 84.
            now = evolve(last, least=last.most) if toll["from"] or toll["since"] else last
            yield Span(toll.start(), last.span.end), numbered(now), False


# ---------------------------------------------------------------- patterns


@cache
def _fates() -> frozenset[str]:
    """All that may become of people, without what must stand beside it or is not counted."""
    told = (
        words for slot in section("slots").values() for key, words in slot.items() if key not in ("needs", "others")
    )
    return frozenset(word for words in told for word in words)


@cache
def _fateful() -> frozenset[str]:
    """The words that a sentence which tells what became of people must have one of."""
    return needed(_fates())


@cache
def _any_fate() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(_fates())})\b")


@cache
def _fate(slot: str, place: str) -> re.Pattern[str]:
    words = section("slots", slot, place)
    own = section("slots", slot)
    if place == "after":
        words = [*words, *own.get("some", ())]
    adverbs = rf"|(?P<adverb>{one_of(own['adverbs'])})" if place == "after" and "adverbs" in own else ""
    return re.compile(rf"\b(?:{one_of(words)}{adverbs})\b" if words else r"(?!)")


@cache
def _unlike(slot: str) -> re.Pattern[str]:
    """*survived by* in "he is survived by two sons": what begins like a word for a slot."""
    words = section("slots", slot).get("unlike", ())
    return re.compile(rf"(?:{one_of(words)})\b" if words else r"(?!)")


@cache
def _between() -> re.Pattern[str]:
    """Between a group and its fate: an insertion, then words that change nothing; `be` holds the last form of *be*."""
    quiet = one_of(section("links", "between"))
    be = one_of(section("links", "be"))
    insertion = r"(?:,[^,;]{1,100}(?:,[^,;]{1,40})?,|\s*\([^()]{1,60}\))?"
    return re.compile(rf"{insertion}(?:\s+(?:(?P<be>{be})|{quiet})\b){{0,7}}\s+")


@cache
def _modified() -> re.Pattern[str]:
    """*who was wounded in a shooting on Sunday has* between a subject and its verb: no other clause begins there."""
    begins, ends = one_of(section("links", "modifying")), one_of(section("links", "clauses"))
    return re.compile(
        rf"(?:(?<=\swho)|\s+(?:{begins}))\b(?:(?!\b(?:{ends})\b)[^,;:.]){{0,120}}?(?:\b(?:has|have|had|later))?\s+"
    )


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(section('people', 'several_behind'))})\b")


@cache
def _leads_to() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?:{one_of(section('links', 'in_front'))})\b){{0,3}}\s+")


@cache
def _nothing_behind() -> re.Pattern[str]:
    """*Man killed in crash*: no object follows, as in *officer shot at her*."""
    nothing, aims = one_of(section("links", "no_object")), one_of(section("links", "aims"))
    return re.compile(rf"\s+(?!at\s+(?:{aims})\b)(?:{nothing})\b|\s*(?:[.,;:!?]|$)")


@cache
def _object_behind() -> re.Pattern[str]:
    """*shot and killed | a man*, *shot dead | their neighbour*, but not *died | the next day*."""
    links = section("links")
    fatal, objects, times = one_of(links["fatal_behind"]), one_of(links["objects"]), one_of(links["no_objects"])
    return re.compile(rf"(?:[^\S\n]+(?:{fatal}))?[^\S\n]+(?:{objects})\s+(?!(?:\w+\s+)?(?:{times})\b)\w")


@cache
def _fatal_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{one_of(section('links', 'fatal_behind'))})\b")


@cache
def _unreal() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(section('links', 'unreal'))})\s+(?:have\s+)?$")


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(section('links', 'denying'))})\s(?:[\w'’-]+\s){{0,6}}that\s")


@cache
def _rate() -> re.Pattern[str]:
    """*five people a day*, but not *a day after the vote*"""
    rates, beside = one_of(section("links", "rates")), one_of(section("links", "beside_time"))
    return re.compile(rf"\b(?:{rates})\b(?!(?<=\ba day)\s+(?:{beside})\b)")


@cache
def _any_event() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(section('links', 'events'))})\b")


@cache
def _events() -> re.Pattern[str]:
    """*separate shootings*, with up to two words in front."""
    return re.compile(rf"(?:\s+[a-z][\w-]{{0,20}}){{0,2}}?\s+(?:{one_of(section('links', 'events'))})\b")


@cache
def _other_time() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:in|since|during)\s+(?P<year>(?:19|20)\d\d)|{one_of(section('links', 'elsewhen'))})\b(?!-)"
    )


@cache
def _counted(slot: str) -> re.Pattern[str]:
    nouns, more = section("slots", slot, "nouns"), one_of([*section("people", "more"), *section("people", "degrees")])
    return re.compile(
        rf"\b(?:(?P<none>no\s+(?:(?!(?:{more})\b)[a-z-]{{1,20}}\s+){{0,2}}?))?(?:{one_of(nouns)})\b"
        if nouns
        else r"(?!)(?P<none>)"
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
    ends = one_of(section("people", "ends"))
    return re.compile(rf"(?:\s+(?!(?:{ends})\b)[a-z][\w-]{{0,20}}){{0,3}}\s+")
