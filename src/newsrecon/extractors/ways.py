"""In what way something was done to somebody: *punched the guard*, *kicked and slapped the guard*."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from functools import cache, lru_cache

from newsrecon.extractors.oppositions import opposition_words
from newsrecon.extractors.parties import Party, phrase_after
from newsrecon.extractors.statement_measures import on_one_day
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.text import one_of
from newsrecon.verbs import forms_of

__all__ = ["by_way", "keys_of_ways", "tells_way"]


def by_way(left: Assertion, right: Assertion) -> str | None:
    """Why one did something else to somebody: *was filmed punching a guard*, *slapped and kicked the guard*."""
    if not _tell_other_ways(left, right) or left.negated or right.negated or left.article == right.article:
        return None
    if left.subject is None or left.subject != right.subject:
        return None
    one, other = _whom(left), _whom(right)
    if one is None or other is None or one.head != other.head:
        return None
    beside = (left.tokens & right.tokens) - {left.subject, one.head}
    if not beside and not on_one_day(left.told, right.told):
        return None  # nothing tells that it was done on one occasion
    mine, theirs = (" and ".join(map(repr, sorted(_ways_in(one)))) for one in (left, right))
    return f"one tells of {mine}, the other of {theirs}"


def tells_way(text: str) -> bool:
    """Whether it is told in what way something was done to somebody."""
    return bool(_ways_told(text))


def _tell_other_ways(left: Assertion, right: Assertion) -> bool:
    """Whether both tell in what way something was done to somebody, and not in one."""
    mine = _ways_in(left)
    theirs = _ways_in(right) if mine else mine
    return bool(mine and theirs) and {_ways()[form] for form in mine}.isdisjoint(_ways()[form] for form in theirs)


def keys_of_ways(one: Assertion) -> Iterator[Hashable]:
    """A key under which a way of doing something to somebody meets another."""
    if one.subject is not None and _ways_in(one) and (whom := _whom(one)) is not None:
        yield "way", one.subject, whom.head


def _ways_in(one: Assertion) -> frozenset[str]:
    """The words of a statement that tell a way, as they are written."""
    return _ways_told(one.claim.mention.text) if one.claim is not None else frozenset()


def _whom(one: Assertion) -> Party | None:
    """To whom it is done: *pushing, kicking and slapping* **the soldiers**."""
    text = one.claim.mention.text if one.claim is not None else ""
    last = [word.end() for word in _any_way().finditer(text.lower())][-1:]
    return phrase_after(text, last[0], one.named) if last else None


@lru_cache(maxsize=1 << 13)
def _ways_told(text: str) -> frozenset[str]:
    return frozenset(_any_way().findall(text.lower()))


# punching · kicked
@cache
def _any_way() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(_ways())})\b")


@cache
def _ways() -> Mapping[str, str]:
    """For each form of the verbs of the data the verb."""
    return {form: verb for verb in sorted(opposition_words("ways")) for form in forms_of([verb])}
