"""Who is counted: *12 people*, *three unarmed men*, *dozens*, *a 19-year-old woman*, *Jane Roe, 23,*, *no one*.

A single person is somebody, not a number: that somebody died says that one or more did. Which groups are one is told in
`coordination.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import evolve, field, frozen

from newsrecon import Article, Span
from newsrecon.text import one_of
from newsrecon_quantities.numbers import Number, read_numbers
from newsrecon_quantities.words import section

__all__ = ["Group", "counts_nothing", "find_groups", "means_people", "numbered"]


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
    called: str = field(default="", kw_only=True)
    """The noun or pronoun for them in lower case, or the name of somebody; nothing for a bare number."""
    determiner: str = field(default="", kw_only=True)
    """Somebody only: what stands in front (*a*, *the*, *his*)."""
    apposed: bool = field(default=False, kw_only=True)
    """Whether they are told of in two ways with a comma between, after which another may stand (*the driver, a woman,*)."""
    whole: Group | None = field(default=None, kw_only=True)
    """Those of whom this is a part (*three people* in "one of three people")."""

    @property
    def named(self) -> bool:
        """Whether this is somebody who is called by a name."""
        return self.single and self.called[:1].isupper()

    @property
    def known(self) -> bool:
        """Whether this is somebody who was told of before: *he*, *the boy*."""
        known = self.called in section("people", "pronouns") or self.determiner in section("people", "definite")
        return self.single and known


def find_groups(article: Article, sentence: Span) -> list[Group]:
    """The groups of people in a sentence, in order; none overlaps another.

    >>> article = Article("Two men and a woman were killed, 30 injured.")
    >>> [(group.low, group.high) for group in find_groups(article, article.sentences[0])]
    [(2, 2), (1, None), (30, 30)]
    """
    found = [*_numbered_groups(article.lower, sentence), *_single_people(article, sentence)]
    found.sort(key=lambda group: (group.span.start, -group.span.end))
    kept: list[Group] = []
    for group in found:
        if not kept or group.span.start >= kept[-1].span.end:
            kept.append(group)
    return kept


def numbered(number: Number, *, noun: str | None = None, end: int | None = None, called: str = "") -> Group:
    """The group that a number makes."""
    low, high = number.bounds(whole=True)
    return Group(Span(number.span.start, end or number.span.end), low, high, noun=noun, called=called)


def _numbered_groups(lower: str, sentence: Span) -> Iterator[Group]:
    numbers = list(read_numbers(lower, sentence.start, sentence.end))
    groups = [_numbered_group(lower, sentence, number) for number in numbers]
    for place, (number, group) in enumerate(zip(numbers, groups, strict=True)):
        part = _of().match(lower, number.span.end, sentence.end)
        if part and place + 1 < len(numbers) and numbers[place + 1].span.start == part.end():
            if whole := groups[place + 1]:
                yield evolve(numbered(number, end=whole.span.end), whole=whole)
        elif group:
            yield group


def _numbered_group(lower: str, sentence: Span, number: Number) -> Group | None:
    if number.symbol or counts_nothing(lower, sentence, number):
        return None
    before = max(sentence.start, number.span.start - 16)
    if (
        number.least == 1
        and _A_SHOT.match(lower, number.span.end)
        and _firing().search(lower, before, number.span.start)
    ):
        return None
    noun = _noun().match(lower, number.span.end, sentence.end)
    if noun and _means_people(noun["noun"]):
        # "8 yo girl", "44 Child shot": digits that count no girl and no child.
        if number.least > 1 and noun["noun"].split()[-1] in section("people", "singular"):
            return None
        general = noun["noun"] in section("people", "general")
        ages = _AGES_BEHIND.match(lower, noun.end(), sentence.end)
        end = ages.end() if ages else noun.end()
        return numbered(number, noun=None if general else noun["noun"], end=end, called=noun["noun"])
    if them := _of_them().match(lower, number.span.end, sentence.end):
        return numbered(number, end=them.end())
    if _stands_alone().match(lower, number.span.end, sentence.end) and not _is_year_or_age(lower, number):
        return numbered(number)
    return None


def counts_nothing(lower: str, sentence: Span, number: Number) -> bool:
    """Whether the words in front of a number make it a date, an age, a name or a rank: *May 12*, *aged 12*, *Flight 12*."""
    start = number.span.start
    if _no_count_before().search(lower, max(sentence.start, start - 16), start):
        return True
    return _AGES_BEFORE.search(lower, max(sentence.start, start - 60), start) is not None


def means_people(noun: str) -> bool:
    """Whether a noun, in lower case and with the words in front of it, is for people: *miners*, *two police officers*."""
    found = _noun().match(f" {noun}")
    return found is not None and found["noun"] == noun and _means_people(noun)


def _means_people(noun: str) -> bool:
    return noun not in section("people", "not_people")


def _is_year_or_age(lower: str, number: Number) -> bool:
    """*in 2012*, *Jane Roe, 23,*: digits that count nobody."""
    beside = lower[max(0, number.span.start - 2) : number.span.start], lower[number.span.end : number.span.end + 1]
    is_age = number.core.of(lower).isdigit() and beside[0] == ", " and beside[1] in (",", ".", ";")
    return is_age or number.is_year(lower)


def _single_people(article: Article, sentence: Span) -> Iterator[Group]:
    for found in _nobody().finditer(article.lower, sentence.start, sentence.end):
        yield Group(Span(*found.span()), 0, 0)
    for found in _somebody().finditer(article.lower, sentence.start, sentence.end):
        called, determiner = found["noun"] or found["pronoun"], found["determiner"] or ""
        aged = _with_age().match(article.lower, found.start("noun"), sentence.end) if found["noun"] else None
        yield Group(
            Span(found.start(), aged.end() if aged else found.end()),
            1,
            None,
            single=True,
            called=called,
            determiner=determiner,
        )
    for found in _headline(article, sentence):
        yield Group(Span(*found.span()), 1, None, single=True, called=found["noun"])
    for found in _name().finditer(article.text, sentence.start, sentence.end):
        if _place_before().search(article.lower, max(sentence.start, found.start() - 12), found.start()):
            continue
        if not _no_name().search(found["name"].lower()):
            yield Group(Span(*found.span()), 1, None, single=True, called=found["name"])


def _headline(article: Article, sentence: Span) -> Iterator[re.Match[str]]:
    """Somebody without a determiner: at the start of any sentence, anywhere where no mark ends it (*Teen, officer shot*)."""
    if first := _bare().match(article.lower, sentence.start, sentence.end):
        yield first
    if sentence.of(article.text).rstrip()[-1:] not in section("people", "sentence_ends"):
        yield from _bare().finditer(article.lower, first.end() if first else sentence.start, sentence.end)


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
    """What follows a number that counts people without naming them: *12 were killed*, *killed 12 in the north*, *12 more*."""
    nothing = rf"\s+(?:{one_of(section('people', 'alone_before'))})\b|\s*(?:[.,;:!?)\"\u201d\u2019]|$)"
    return re.compile(rf"(?:\s+more\b)?(?:{nothing})")


@cache
def _no_count_before() -> re.Pattern[str]:
    """*May 12*, *aged 12*, *No. 12*, *no one*: what is in front of a number that counts nobody."""
    words = [*section("numbers", "not_after", "words"), *(f"{noun} of" for noun in section("ages", "of_age"))]
    return re.compile(rf"(?:\b(?:{one_of(words)})\.?\s+)$")


# brothers, aged 12 and | 14 · two men | aged 31 and 40
_AGES_BEFORE = re.compile(r"\baged\s+\d{1,3}(?:,\s\d{1,3}){0,6},?\s+(?:and|to)\s+$")
_AGES_BEHIND = re.compile(r"\s+aged\s+\d{1,3}(?:,\s\d{1,3}){0,6},?\s+(?:and|to)\s+\d{1,3}(?![\w-]|[.,]\d)")


# one | shot
_A_SHOT = re.compile(r"\s+shot\b")


@cache
def _firing() -> re.Pattern[str]:
    """*fired* **one shot**: nobody is counted."""
    return re.compile(rf"\b(?:{one_of(section('people', 'firing'))})\s+$")


@cache
def _nobody() -> re.Pattern[str]:
    general = one_of([*section("people", "general"), *section("people", "plural")])
    return re.compile(rf"\b(?:{one_of(section('people', 'nobody'))}|no\s+(?:{general}))\b(?!\s+(?:else|other)\b)")


@cache
def _somebody() -> re.Pattern[str]:
    """*a 19-year-old Chicago man*, *the victim*, *she*."""
    people = section("people")
    one = one_of(people["singular"])
    noun = rf"(?P<noun>(?:{one}|\d{{1,2}}-year-old)(?!-|['\u2019]s)\b(?:\s+(?:{one})\b)?)"
    return re.compile(
        rf"\b(?:(?P<determiner>{one_of(people['determiners'])}){_adjectives(4)}\s+{noun}"
        rf"|(?P<pronoun>{one_of(people['pronouns'])}))(?![\w-])"
    )


# man | aged 31 · woman | of 81
@cache
def _with_age() -> re.Pattern[str]:
    one, of_age = one_of(section("people", "singular")), one_of(section("ages", "of_age"))
    return re.compile(rf"(?:(?:{one})(?:,?\s+aged)|(?:{of_age})\s+of)\s+\d{{1,2}}(?![\w-]|[.,]\d)")


@cache
def _bare() -> re.Pattern[str]:
    """*Man* in "Man killed in crash", without a determiner."""
    each = one_of(section("people", "each"))
    one = rf"(?:{one_of(section('people', 'singular'))}|\d{{1,2}}-year-old)\b(?!-|['\u2019]s)"
    return re.compile(rf"\b(?:(?!(?:{each})\b)[a-z]+\s+)?(?P<noun>{one}(?:\s+{one})?)")


@cache
def _no_name() -> re.Pattern[str]:
    """Words that stand with a capital in a title, and in no name."""
    numbers = [word for part in ("units", "tens", "vague") for word in section("numbers", part)]
    fates = [word for slot in section("slots").values() for key in ("after", "before") for word in slot[key]]
    return re.compile(rf"\b(?:{one_of([*numbers, *fates, *section('people', 'ends')])})\b")


@cache
def _name() -> re.Pattern[str]:
    """*Jane Roe*, *John Q. Public, 23,*: two capitalised words or more, and an age."""
    return re.compile(
        r"\b(?P<name>(?:[A-Z][\w'\u2019-]{1,20}|[A-Z]\.)(?:\s(?:[A-Z][\w'\u2019-]{1,20}|[A-Z]\.)){1,3})(?:,\s\d{1,3}\b,?)?"
    )


@cache
def _place_before() -> re.Pattern[str]:
    """*at the* in "the bear at the Riverton Zoo was killed": the name is not the subject."""
    return re.compile(rf"\b(?:{one_of(section('people', 'before_places'))})\s+$")


@cache
def _of_them() -> re.Pattern[str]:
    return re.compile(rf"\s+of\s+(?:{one_of(section('people', 'them'))})\b")


@cache
def _of() -> re.Pattern[str]:
    """*of the* in "one of the three people"."""
    return re.compile(rf"\s+of\s+(?:(?:{one_of(section('people', 'definite'))})\s+)?")
