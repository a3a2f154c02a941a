"""How old somebody is: *a 4-year-old boy*, *Jane Roe, 16,*, *he was 3 years old*, *a man aged 31*.

An age is of somebody who has a name, or is only described (*boy*, *suspect*, *bear*). Whether an article speaks of one such
person or of several is told by who is introduced: *a boy* is somebody new, *the boy* and *he* are somebody known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache

from attrs import field, frozen

from newsrecon import Article, Claim, Span
from newsrecon.text import one_of
from newsrecon_quantities.numbers import numbered_sentences, spelt
from newsrecon_quantities.words import section

__all__ = ["Person", "named_ages", "person", "read_ages"]

NAME_REACH = 80
"""So many characters in front of a description may be the name of who is described."""
OLDEST = 120
"""No age of a person is above this many years."""


@frozen
class Person:
    """Who somebody is said to be where nobody is named: what may keep two of them apart."""

    noun: str
    family: str
    """`young` or `grown` for people; the noun itself for what is no person (*bear*); nothing for *male* and *female*."""
    sex: str
    part: str
    """`harming` or `harmed`, where the noun says so."""
    proper: bool
    """Whether the noun has a capital: a nation's, or a name that nothing tells from one."""


@frozen
class Age:
    """An age at a place of a text, and whose it is."""

    span: Span
    years: int
    noun: str | None
    name: str | None = field(default=None, kw_only=True)
    new: bool = field(default=False, kw_only=True)
    """Whether this introduces somebody."""
    called_by: bool = field(default=False, kw_only=True)
    """Whether somebody is called by the age: *the 16-year-old* and *the 15-year-old* are two."""
    further: bool = field(default=False, kw_only=True)
    """Whether this is somebody beside those told of before (*another 5-year-old*); of them no more is known."""


def read_ages(article: Article) -> Iterator[Claim]:
    """The claims about ages; `whole` is whether the article introduces one person of this description only.

    >>> article = Article("A 4-year-old boy won the race. Jane Roe, 16, saw it.", id="a")
    >>> [(claim.subject, claim.value["low"], claim.mention.text) for claim in read_ages(article)]
    [('age of boy', 4, 'A 4-year-old boy'), ('age of Jane Roe', 16, 'Jane Roe, 16')]
    """
    ages = [age for sentence in numbered_sentences(article) for age in _ages(article, sentence)]
    introduced: dict[str, set[int]] = {}
    for age in ages:
        if (age.new or age.called_by) and age.noun:
            introduced.setdefault(person(age.noun, age.years).family, set()).add(age.years)
    for age in ages:
        if age.further:
            continue
        alone = age.noun is None or len(introduced.get(person(age.noun, age.years).family, ())) <= 1
        value = {"slot": "age", "low": age.years, "high": age.years, "unit": "years"}
        who = {"of": age.noun, "name": age.name, "whole": alone}
        mention = article.mention(age.span.start, age.span.end)
        yield Claim("quantity", f"age of {age.name or age.noun}", {**value, **who}, mention)


def named_ages(article: Article, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims about the age of *the 41-year-old*, with the name of the only person who is named before.

    Where the article tells another age, or that of somebody without a name, it may be of somebody else, and is left alone.

    >>> from newsrecon import extract
    >>> claims = extract([Article("Jane Roe won. The 41-year-old wept.", id="a")]).claims
    >>> [claim.subject for claim in claims if claim.kind == "quantity"]
    ['age of Jane Roe']
    """
    claims = tuple(claims)
    ages = [claim for claim in claims if claim.kind == "quantity" and claim.value["slot"] == "age"]
    bare = [claim for claim in ages if claim.value["name"] is None and _THE_AGED.fullmatch(claim.mention.text.lower())]
    if len({claim.value["low"] for claim in bare}) != 1 or _tells_other_ages(ages, bare):
        return
    persons = [claim for claim in claims if claim.kind == "alias" and claim.value["type"] == "person"]
    for claim in bare:
        before = {one.value["full"] for one in persons if one.mention.span.end <= claim.mention.span.start}
        if len(before) == 1:
            name = before.pop()
            yield claim.revise(subject=f"age of {name}", name=name)


def _tells_other_ages(ages: Iterable[Claim], bare: Sequence[Claim]) -> bool:
    """Whether an article tells another age, or one of somebody who is only described: *the 3-year-old* may be *a girl, 3*."""
    years = bare[0].value["low"]
    return any(claim.value["low"] != years or claim.value["name"] is None for claim in ages if claim not in bare)


# the 41-year-old
_THE_AGED = re.compile(r"the\s[\w-]{1,12}-year-old")


@lru_cache(maxsize=4096)
def person(noun: str, years: float) -> Person:
    """What a noun or a pronoun says of somebody of an age.

    >>> person("he", 3) == person("he", 4), person("he", 3).family, person("bear", 8).family
    (True, 'young', 'bear')
    """
    words = section("ages")
    lower = noun.casefold()
    sex = next((name for name in ("male", "female") if lower in words[name]), "")
    part = next((name for name in ("harming", "harmed") if lower in words[name]), "")
    family = next((name for name in ("young", "grown") if lower in words[name]), "")
    if not family and lower not in words["of_any_sort"]:
        family = ("young" if years < words["adult"] else "grown") if _is_person(noun) else lower
    return Person(lower, family, sex, part, lower != noun)


def _is_person(noun: str) -> bool:
    lower = noun.casefold()
    known = (*section("people", "singular"), *section("people", "pronouns"), *section("ages", "more_people"))
    return lower in known or noun[:1].isupper()


def _ages(article: Article, sentence: Span) -> list[Age]:
    """The ages of one sentence, in order; none overlaps another."""
    found = [*_described(article, sentence), *_told(article, sentence), *_named(article, sentence)]
    found.sort(key=lambda age: (age.span.start, -age.span.end))
    kept: list[Age] = []
    for age in found:
        if 0 < age.years <= OLDEST and (not kept or age.span.start >= kept[-1].span.end):
            kept.append(age)
    return kept


def _described(article: Article, sentence: Span) -> Iterator[Age]:
    """*a 4-year-old boy*, *the 16-year-old*, *17-year-old Jane Roe*, *a man aged 31*."""
    text, lower = article.text, article.lower
    if _MAY_DESCRIBE.search(lower, sentence.start, sentence.end) is None:
        return
    verbs = {clause.verb.start for clause in article.clauses_of(sentence) if clause.verb is not None}
    for found in _year_old().finditer(lower, sentence.start, sentence.end):
        determiner = found["determiner"]
        behind = _noun_behind().match(text, found.end(), sentence.end)
        noun, end, name = ("minor" if _years(found) < section("ages", "adult") else "person"), found.end(), None
        if behind and (head := _head(behind["phrase"], behind.start("phrase"), verbs)) is not None:
            noun, end = text[head.start : head.end], head.end
            called = _called().match(text, end, sentence.end)
            if called and called["name"] not in section("ages", "not_names"):
                end, name = called.end(), called["name"]
        new = determiner is None or determiner in section("ages", "introducing")
        start = found.start()
        if name is None and determiner and (apposed := _apposed(text, sentence.start, Span(start, end))) is not None:
            start, name = apposed.start("name"), apposed["name"]
        yield Age(
            Span(start, end),
            _years(found),
            noun,
            name=name,
            new=new,
            called_by=name is None,
            further=determiner == "another",
        )
    for found in _aged().finditer(lower, sentence.start, sentence.end):
        noun, new = found["noun"] or found["of_age"], found["determiner"] in section("ages", "introducing")
        yield Age(Span(*found.span()), _years(found), noun, new=new)


def _apposed(text: str, start: int, described: Span) -> re.Match[str] | None:
    """The name in front of a description between commas: *Jane Roe, a 49-year-old lawyer,*, but not *In Sund, a 49-year-old*."""
    closed = text[described.end : described.end + 1] in (",", ".", ";") or text.startswith(
        (" who ", " whose "), described.end
    )
    if not closed or text.startswith(", and ", described.end):
        return None  # Jane Roe, a 4-year-old boy, and a dog
    found = _NAME_BEFORE.search(text, max(start, described.start - NAME_REACH), described.start)
    if found is None or set(found["name"].split()) & set(section("ages", "not_names")):
        return None
    near = (
        *text[max(start, found.start() - 12) : found.start()].lower().split()[-1:],
        found["name"].lower().split()[0],
    )
    is_place = not set(near).isdisjoint(section("ages", "before_places"))
    return found if not is_place and _is_named(text, found["name"]) else None


def _is_named(text: str, name: str) -> bool:
    """Whether a name has several words, or is the surname of one that has."""
    return " " in name or name in _surnames(text)


# a 4-year-old · a man aged 31 · a woman of 81
_MAY_DESCRIBE = re.compile(r"year|aged| of \d")


def _head(phrase: str, start: int, verbs: Set[int]) -> Span | None:
    """What somebody is called: the last noun for a person, else the last word with a capital, else the last word.

    A verb ends it, and so does a word in *-ed*, which is taken for one of whoever stands before it; None where nothing is left.
    """
    words = list(re.finditer(r"\S+", phrase))
    ends = (
        place for place, word in enumerate(words) if start + word.start() in verbs or (place and word[0].endswith("ed"))
    )
    words = words[: next(ends, len(words))]
    if not words:
        return None
    nouns = [word for word in words if _is_person(word[0].lower())] or [word for word in words if _is_person(word[0])]
    head = (nouns or words)[-1]
    return Span(start + head.start(), start + head.end())


def _told(article: Article, sentence: Span) -> Iterator[Age]:
    """*he was 3 years old*, *the child is 4 years old*, *she is 3.*"""
    for found in _is_old().finditer(article.lower, sentence.start, sentence.end):
        if found["old"] or found["digits"]:
            yield Age(Span(*found.span()), _years(found), found["noun"] or found["pronoun"])


def _named(article: Article, sentence: Span) -> Iterator[Age]:
    """*Jane Roe, 16,*, *Jane Roe (16)*, *Jane Roe, aged 16*, *Roe, who is 16,*, *Roe is 16 years old*."""
    text, start, end = article.text, sentence.start, sentence.end
    patterns = [_name_and_age()] if _AGE_BEHIND.search(text, start, end) else []
    if text.find("year", start, end) >= 0 or text.find("who", start, end) >= 0:
        patterns.append(_name_is())
    for pattern in patterns:
        for found in pattern.finditer(text, start, end):
            if not set(found["name"].split()) & set(section("ages", "not_names")) and _is_known(text, found):
                yield Age(Span(*found.span()), _years(found), None, name=found["name"])


def _is_known(text: str, found: re.Match[str]) -> bool:
    """Whether one word with a capital is a surname: *Roe, 16,*, where *Jane Roe* stands in the same text."""
    return found.re is not _name_and_age() or _is_named(text, found["name"])


@lru_cache(maxsize=8)
def _surnames(text: str) -> frozenset[str]:
    """The words with a capital that stand behind another, whatever they own: *Jane* **Roe**’s."""
    return frozenset(found["last"].removesuffix("'s").removesuffix("’s") for found in _FULL_NAME.finditer(text))


def _years(found: re.Match[str]) -> int:
    words = found["years"]
    return int(words) if words.isdigit() else int(spelt(re.split(r"[\s-]+", words)) or 0)


# ---------------------------------------------------------------- patterns


@cache
def _number() -> str:
    """*31*, *four*, *twenty-five*."""
    units, tens = one_of(section("numbers", "units")), one_of(section("numbers", "tens"))
    return rf"(?P<years>(?P<digits>\d{{1,3}})|(?:{tens})(?:[\s-](?:{units}))?|{units})"


@cache
def _year_old() -> re.Pattern[str]:
    determiners = one_of(section("people", "determiners"))
    return re.compile(rf"(?<![\w.,$-])(?:(?P<determiner>{determiners})\s+)?{_number()}[\s-]year[\s-]old(?!\w)")


@cache
def _noun_behind() -> re.Pattern[str]:
    """The words up to the end of the noun phrase, at most three."""
    ends = one_of([*section("people", "ends"), *section("ages", "be"), "named", "identified"])
    word = rf"\s(?!(?i:{ends})\b)[^\W\d][\w-]{{1,20}}"
    return re.compile(rf"(?P<phrase>(?:{word}){{1,3}})(?!\w)")


@cache
def _called() -> re.Pattern[str]:
    """*named Jane Roe*, *identified as Jane Roe*, *Jane Roe* directly behind what somebody is called."""
    name = r"[^\W\d_a-z][\w'\u2019-]{1,20}"
    return re.compile(rf"(?:,?\s(?:named|called|identified\sas))?\s(?P<name>{name}(?:\s{name}){{0,2}})")


@cache
def _aged() -> re.Pattern[str]:
    people = one_of([*section("people", "singular"), *section("ages", "more_people"), *section("ages", "young")])
    determiners = one_of(section("people", "determiners"))
    of_age = one_of(section("ages", "of_age"))
    who = rf"(?:(?P<noun>{people}),?\s+aged|(?P<of_age>{of_age})\s+of(?=\s+\d\d?(?![\w-]|[.,]\d)))"
    return re.compile(rf"\b(?P<determiner>{determiners})\s+{who}\s+{_number()}(?![\w-])")


@cache
def _is_old() -> re.Pattern[str]:
    """Somebody known, a few words and a form of *be*, and an age; without *years old*, nothing may follow."""
    people = one_of([*section("people", "singular"), *section("ages", "more_people"), *section("ages", "young")])
    be = one_of(section("ages", "be"))
    return re.compile(
        rf"\b(?:the\s+(?P<noun>{people})\b(?:\s+[a-z]{{1,20}}){{0,6}}?|(?P<pronoun>he|she)\b(?:\s+[a-z]{{1,20}}){{0,2}}?)"
        rf"\s+(?:{be})\s+(?:only\s+|just\s+)?{_number()}"
        rf"(?:(?P<old>\s+years\s+(?:old|of\s+age)\b)|(?=[.;](?:\s|[\"\u201d]|$)))"
    )


_NAME = r"(?:[^\W\d_a-z][\w'\u2019-]{1,20}|[A-Z]\.)"
"""A word of a name."""


# Jane | Roe
_FULL_NAME = re.compile(rf"(?<![\w-]){_NAME}\s(?=(?P<last>{_NAME})(?!\w))")


@cache
def _name_is() -> re.Pattern[str]:
    """A name, a form of *be* and an age; without *years old*, *who* tells that it is a person's."""
    be, old = one_of(section("ages", "be")), r"\s+years\s+(?:old|of\s+age)\b"
    return re.compile(
        rf"(?<![\w-])(?P<name>{_NAME}(?:\s{_NAME}){{0,3}})"
        rf"(?P<who>,\swho)?\s(?:{be})\s+(?:only\s+|just\s+)?{_number()}(?:{old}|(?(who)(?=[,.;)])|(?!)))"
    )


# , 16 · (aged 16
_AGE_BEHIND = re.compile(r"(?:,\s|\()(?:aged?\s)?\d")
"""What every name with an age behind it has, and is quicker to look for."""


@cache
def _name_and_age() -> re.Pattern[str]:
    """Words with a capital, and digits between commas or in brackets."""
    return re.compile(
        rf"(?<![\w-])(?P<name>{_NAME}(?:\s{_NAME}){{0,3}})"
        rf"(?:,\s|\s(?=\([^()]{{1,12}}\))\()(?:aged?\s)?(?P<years>\d{{1,3}})(?=[,.;)](?!\d))"
    )


# Jane Roe, | a 49-year-old lawyer
_NAME_BEFORE = re.compile(rf"(?<![\w-])(?P<name>{_NAME}(?:\s{_NAME}){{0,3}}),\s$")
