"""Who is counted: *12 people*, *three unarmed men*, *dozens*, *a 19-year-old woman*, *Jane Roe, 23,*, *no one*.

"Two men and a woman" is one group of three. A single person is somebody, not a number: that somebody died says that one or
more did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import field, frozen

from newsrecon import Article, Span
from newsrecon_quantities.numbers import Number, read_numbers
from newsrecon_quantities.words import one_of, section

__all__ = ["Group", "find_groups", "numbered"]


@frozen
class Group:
    """People at a place of a text: how many at least and at most, None where open."""

    span: Span
    low: float | None
    high: float | None
    noun: str | None = field(default=None, kw_only=True)
    """What they are called where that is narrower than people."""
    single: bool = field(default=False, kw_only=True)
    """Whether this is somebody and not a number."""


def find_groups(article: Article, sentence: Span) -> list[Group]:
    """The groups of people in a sentence, in order; none overlaps another.

    >>> article = Article("Two men and a woman were killed, 30 injured.")
    >>> [(group.low, group.high) for group in find_groups(article, article.sentences[0])]
    [(3, 3), (30, 30)]
    """
    found = [*_numbered_groups(article.lower, sentence), *_single_people(article, sentence)]
    found.sort(key=lambda group: (group.span.start, -group.span.end))
    merged: list[Group] = []
    for group in found:
        if merged and group.span.start < merged[-1].span.end:
            continue
        if merged and _together(article.lower, merged[-1], group):
            merged[-1] = _sum(merged[-1], group)
        else:
            merged.append(group)
    return merged


def numbered(number: Number, *, noun: str | None = None, end: int | None = None) -> Group:
    """The group that a number makes."""
    low, high = number.bounds(whole=True)
    return Group(Span(number.span.start, end or number.span.end), low, high, noun=noun)


def _together(lower: str, left: Group, right: Group) -> bool:
    """Whether "and" makes two groups one; a bare number goes with its own verb ("12 killed and 30 injured")."""
    named = all(group.noun or group.single for group in (left, right))
    return named and bool(_and().fullmatch(lower, left.span.end, right.span.start))


def _sum(left: Group, right: Group) -> Group:
    span = Span(left.span.start, right.span.end)
    low = (left.low or 0) + (right.low or 0)
    if left.single and right.single:
        return Group(span, low, None, single=True)
    bounded = all(group.single or group.high is not None for group in (left, right))
    high = sum((group.low if group.single else group.high) or 0 for group in (left, right))
    return Group(span, low, high if bounded else None, noun="people of several sorts")


def _numbered_groups(lower: str, sentence: Span) -> Iterator[Group]:
    for number in read_numbers(lower, sentence.start, sentence.end):
        if number.symbol or _no_count_before().search(
            lower, max(sentence.start, number.span.start - 16), number.span.start
        ):
            continue
        if (noun := _noun().match(lower, number.span.end, sentence.end)) and _means_people(noun["noun"]):
            general = noun["noun"] in section("people", "general")
            yield numbered(number, noun=None if general else noun["noun"], end=noun.end())
        elif _stands_alone().match(lower, number.span.end, sentence.end) and not _is_year_or_age(lower, number):
            yield numbered(number)


def _means_people(noun: str) -> bool:
    return noun not in section("people", "not_people")


def _is_year_or_age(lower: str, number: Number) -> bool:
    """*in 2012*, *Jane Roe, 23,*: digits that count nobody."""
    if not number.core.of(lower).isdigit():
        return False
    is_year = not number.sense and 1900 <= number.least < 2100
    is_age = lower[: number.span.start][-2:] == ", " and lower[number.span.end : number.span.end + 1] in (",", ".", ";")
    return is_year or is_age


def _single_people(article: Article, sentence: Span) -> Iterator[Group]:
    for found in _nobody().finditer(article.lower, sentence.start, sentence.end):
        yield Group(Span(*found.span()), 0, 0)
    for found in _somebody().finditer(article.lower, sentence.start, sentence.end):
        yield Group(Span(*found.span()), 1, None, single=True)
    if headline := _headline().match(article.lower, sentence.start, sentence.end):
        yield Group(Span(*headline.span()), 1, None, single=True)
    for found in _name().finditer(article.text, sentence.start, sentence.end):
        if _place_before().search(article.lower, max(sentence.start, found.start() - 12), found.start()):
            continue
        yield Group(Span(*found.span()), 1, None, single=True)


# ---------------------------------------------------------------- patterns


def _adjectives(most: int) -> str:
    """Up to so many words that can stand between a number and its noun."""
    return rf"(?:\s+(?!(?:{one_of(section('people', 'ends'))})\b)[^\W\d][\w'\u2019-]{{0,20}}){{0,{most}}}?"


@cache
def _noun() -> re.Pattern[str]:
    """*people*, *unarmed men*, *of the soldiers*, *police officers*: what follows a number of people."""
    people = section("people")
    known = one_of([*people["general"], *people["plural"], *people["singular"]])
    alike = r"[a-z]{3,20}(?:ers|ors|ists|ians|ees)|\d{1,2}-year-olds?"
    return re.compile(rf"(?:\s+of)?{_adjectives(3)}\s+(?P<noun>(?:{known}|{alike})\b(?:\s+(?:{known})\b)?)")


@cache
def _stands_alone() -> re.Pattern[str]:
    """What follows a number that counts people without naming them: *12 were killed*, *killed 12 in the north*."""
    return re.compile(rf"\s+(?:{one_of(section('people', 'alone_before'))})\b|\s*(?:[.,;:!?)\"\u201d\u2019]|$)")


@cache
def _no_count_before() -> re.Pattern[str]:
    """*May 12*, *aged 12*, *No. 12*, *no one*: what is in front of a number that counts nobody."""
    words = section("numbers", "not_after", "words")
    return re.compile(rf"(?:\b(?:{one_of(words)})\.?\s+)$")


@cache
def _nobody() -> re.Pattern[str]:
    general = one_of([*section("people", "general"), *section("people", "plural")])
    return re.compile(rf"\b(?:{one_of(section('people', 'nobody'))}|no(?:\s+other)?\s+(?:{general}))\b")


@cache
def _somebody() -> re.Pattern[str]:
    """*a 19-year-old Chicago man*, *the victim*, *she*."""
    people = section("people")
    noun = rf"(?:{one_of(people['singular'])}|\d{{1,2}}-year-old)(?!-|['\u2019]s)\b(?:\s+(?:{one_of(people['singular'])})\b)?"
    return re.compile(
        rf"\b(?:(?:{one_of(people['determiners'])}){_adjectives(4)}\s+{noun}|(?:{one_of(people['pronouns'])}))(?![\w-])"
    )


@cache
def _headline() -> re.Pattern[str]:
    """*Man* in "Man killed in crash", without a determiner."""
    return re.compile(rf"(?:[a-z]+\s+)?(?:{one_of(section('people', 'singular'))})\b(?!-|['\u2019]s)")


@cache
def _name() -> re.Pattern[str]:
    """*Jane Roe*, *John Q. Public, 23,*: two capitalised words or more, and an age."""
    return re.compile(
        r"\b(?:[A-Z][\w'\u2019-]{1,20}|[A-Z]\.)(?:\s(?:[A-Z][\w'\u2019-]{1,20}|[A-Z]\.)){1,3}(?:,\s\d{1,3}\b,?)?"
    )


@cache
def _place_before() -> re.Pattern[str]:
    """*at the* in "the bear at the Riverton Zoo was killed": the name is not the subject."""
    return re.compile(rf"\b(?:{one_of(section('people', 'before_places'))})\s+$")


@cache
def _and() -> re.Pattern[str]:
    return re.compile(r"\s*(?:,|,?\s+and|,?\s+as\s+well\s+as|,?\s+along\s+with)\s+")
