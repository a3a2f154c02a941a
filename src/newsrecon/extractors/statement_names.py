"""The names inside a statement: one token for each, the countries that they stand for, the common words in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from newsrecon.context import NamedSpan
from newsrecon.extractors.statement_words import words_of
from newsrecon.model import Claim
from newsrecon.span import Span
from newsrecon.wording import content_words_as_written

__all__ = [
    "common_parts",
    "country",
    "country_of",
    "country_words",
    "entity",
    "is_government",
    "outermost",
    "stands_for",
    "without",
]

_WORDS = re.compile(r"[^\W\d_]+")


def outermost(claim: Claim, inside: Iterable[NamedSpan]) -> list[tuple[Span, str]]:
    """The outermost of the names inside the mention, with offsets into it."""
    found: list[tuple[Span, str]] = []
    start = claim.mention.span.start
    for one in sorted(inside, key=lambda one: (one.span.start, -one.span.end, one.name)):
        span = Span(one.span.start - start, one.span.end - start)
        if not found or span.start >= found[-1][0].end:
            found.append((span, one.name))
    return found


def without(text: str, spans: Iterable[Span]) -> str:
    """The text with a comma in place of each span."""
    parts, place = [], 0
    for span in spans:
        parts.append(text[place : span.start])
        place = span.end
    return " , ".join([*parts, text[place:]])


def common_parts(claim: Claim, inside: Iterable[NamedSpan]) -> list[tuple[str, str]]:
    """The common words in names of bodies and places: of *Elm Street Hospital*, *hospital*, as one writes without the name.

    A name of one word is written so only where the word says what sort of body it is: *Parliament*.
    """
    from newsrecon.gazetteer import common_words, organisations

    found: list[tuple[str, str]] = []
    for one in inside:
        if one.type != "person":
            start = claim.mention.span.start
            parts = _WORDS.findall(claim.mention.text[one.span.start - start : one.span.end - start])
            common = common_words() if len(parts) > 1 else organisations().heads
            found += [pair for part in parts if part.lower() in common for pair in content_words_as_written(part)]
    return found


@lru_cache(maxsize=1 << 14)
def entity(name: str) -> str:
    """One token for a name; a country and its capital are one."""
    low = name.lower().removeprefix("the ")
    return country(low) or "@" + low


@lru_cache(maxsize=1 << 14)
def country(word: str) -> str | None:
    """The token of the country that a word is of, None where it is of none."""
    from newsrecon import roles

    code = roles.country_of(word)
    return "@" + code if code else None


@cache
def country_words() -> frozenset[str]:
    """Every word that means a country by itself, in lower case, and names of several words."""
    from newsrecon import gazetteer

    return frozenset((*gazetteer.countries(), *gazetteer.demonyms(), *gazetteer.capitals()))


@lru_cache(maxsize=1 << 14)
def country_of(token: str) -> str | None:
    """The country that a token is, or that its name holds: of *Russian Foreign Ministry*, Russia."""
    if token.startswith("@") and token[1:].isupper():
        return token
    found = [country(word) for word in _WORDS.findall(token)]
    return next((one for one in found if one), None)


def stands_for(left: str, right: str) -> bool:
    """Whether one is the country of the other: *Russia* for its ministry."""
    return country_of(left) == right or country_of(right) == left


def is_government(token: str) -> bool:
    """Whether a name calls itself a government without naming a country."""
    return not words_of("governments").isdisjoint(_WORDS.findall(token)) and country_of(token) is None
