"""Who or what takes the same place in two clauses and is not the same: talks *with Russian* and *with Chinese officials*.

Two events of one day and one kind are told in nearly the same words. What tells them apart is a person, a country or a place.
Names exclude each other only where they stand in one frame (after the same verb or noun, before the same noun, or as the place
where it was), are of one sort, and are named nowhere else in the other clause. A city is no rival of a country, which may
hold it, nor a street or a stadium of a city.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from attrs import frozen

from newsrecon import gazetteer
from newsrecon.context import NamedSpan
from newsrecon.extractors.date_lexicon import load_language
from newsrecon.extractors.statement_words import words_of
from newsrecon.roles import country_of
from newsrecon.verbs import word_list
from newsrecon.wording import content_words

__all__ = ["Framed", "framed", "ranks", "rivals"]

# words, apostrophes inside them included
_WORD: Final = re.compile(r"\w+(?:['’]\w+)?")
_PLACE: Final = frozenset({"in", "at", "near", "outside"})
_LINKING: Final = frozenset({"of", "with", "to", "by", "from", "for", "against", "between", "and", "over"})
_SKIPPED: Final = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_SORTS: Final = {"person": "person", "place": "place", "other": "place"}


@frozen
class Framed:
    """A name and where it stands: its sort, itself, its words, and what it stands before or after."""

    sort: str
    name: str
    words: frozenset[str]
    frames: frozenset[str]


def framed(text: str, named: Sequence[tuple[int, int, NamedSpan]]) -> tuple[Framed, ...]:
    """The persons, countries and places of a clause with their frames; `named` are the known names and where they stand in it."""
    units = list(_units(text, named))
    found = []
    for index, (name, sort, words) in enumerate(units):
        if sort:
            frames = frozenset((*_before(units, index, sort), *_after(units, index)))
            found.append(Framed(sort, name, words, frames))
    return tuple(found)


_Unit = tuple[str, str, frozenset[str]]
"""A word or a name, its sort where it is a name that can have rivals, and its words."""


def _units(text: str, named: Sequence[tuple[int, int, NamedSpan]]) -> Iterator[_Unit]:
    rest = 0
    for left, right, one in sorted(named, key=lambda found: found[:2]):
        if left >= rest:
            yield from _words(text[rest:left])
            yield _unit(one.name, one.type)
            rest = right
    yield from _words(text[rest:])


def _words(text: str) -> Iterator[_Unit]:
    before = ""
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].isupper() and (before in _PLACE or country_of(_plain(word))):
            yield _unit(word, "place")
        else:
            yield word.lower(), "", frozenset()
        before = word.lower()


def _plain(name: str) -> str:
    return re.sub(r"['’]s$", "", name)


@lru_cache(maxsize=1 << 13)
def _unit(name: str, type_: str) -> _Unit:
    plain = _plain(name)
    if country := country_of(plain):
        is_city = plain.lower() in gazetteer.capitals()
        return plain, "place" if is_city else "country", frozenset((country, plain.lower() if is_city else country))
    of_time = any(load_language("en").value(table, name.lower()) for table in ("month", "weekday"))
    sort = "" if of_time else _SORTS.get(type_, "")
    words = [word.lower() for word in _WORD.findall(name)]
    if sort == "place" and words and (words[-1] in words_of("place_nouns") or words[0] in words_of("place_openers")):
        telling = frozenset(words) - words_of("place_nouns") - words_of("place_openers")
        return name, "site", telling or frozenset(words)
    return name, sort, frozenset(words)


def _before(units: Sequence[_Unit], index: int, sort: str) -> Iterator[str]:
    """The frame of what stands before: *sentenced …*, *king of …*, *in …* for a place."""
    place = index - 1
    while place >= 0 and units[place][0] in _SKIPPED:
        place -= 1
    if place < 0:
        return
    word = units[place][0]
    if word in _PLACE:
        if sort in ("place", "site"):
            yield "in …"
        elif place and not units[place - 1][1] and (stems := content_words(units[place - 1][0])):
            yield f"{stems[0]} in …"
        return
    link = ""
    if word in _LINKING:
        link, place = f" {word}", place - 1
    if place >= 0 and not units[place][1] and (stems := content_words(units[place][0])):
        yield f"{stems[0]}{link} …"


def _after(units: Sequence[_Unit], index: int) -> Iterator[str]:
    """The frame of the noun or verb that follows at once, auxiliaries aside: *… officials*, *… was arrested*."""
    place = index + 1
    while place < len(units) and units[place][0] in _auxiliaries():
        place += 1
    if place < len(units) and not units[place][1] and (stems := content_words(units[place][0])):
        yield f"… {stems[0]}"


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset((*word_list("be"), "been", *word_list("have"), *word_list("modals")))


def ranks(text: str) -> dict[str, frozenset[int]]:
    """Which of several things a clause tells of, by the stems of what is counted: *the second round of talks*.

    >>> ranks("The second round of talks began on 3 July.")
    {'round': frozenset({2})}
    """
    words = [word.lower() for word in _WORD.findall(text)]
    found: dict[str, frozenset[int]] = {}
    for word, noun in pairwise(words):
        number = _rank(word)
        if number and not _is_of_time(noun) and (stems := content_words(noun)):
            found[stems[0]] = found.get(stems[0], frozenset()) | {number}
    return found


@lru_cache(maxsize=1 << 13)
def _rank(word: str) -> int | None:
    value = load_language("en").value("ordinal", word)
    digits = word[:-2] if word.endswith(("st", "nd", "rd", "th")) else ""
    return int(value) if value else int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 4 else None


def _is_of_time(word: str) -> bool:
    """Whether a word tells a time, or how often: *the third quarter*, *the second time*, *third July*."""
    lexicon = load_language("en")
    return lexicon.is_a(word, "time_word") or any(lexicon.value(table, word) for table in _TIMES)


_TIMES: Final = ("unit", "units", "clock_unit", "clock_units", "month", "month_short", "weekday", "season")


def rivals(left: Sequence[Framed], right: Sequence[Framed]) -> tuple[str, str] | None:
    """Two names, one of each clause, that take the same place in both and exclude each other; None where there are none."""
    for one in left:
        for other in right:
            if one.sort == other.sort and not one.frames.isdisjoint(other.frames):
                named = (_all_words(left), _all_words(right))
                if one.words.isdisjoint(named[1]) and other.words.isdisjoint(named[0]):
                    return one.name, other.name
    return None


def _all_words(names: Sequence[Framed]) -> frozenset[str]:
    return frozenset(word for one in names for word in one.words)
