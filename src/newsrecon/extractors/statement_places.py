"""Where what a clause states was so: *Two trams collided | at the Elm Street Bridge*, *was met | outside her home*.

Outlets tell where something happened in clauses that have nothing else in common. So a phrase of place is a statement of its
own beside the clause that it is part of. Countries and capitals are no places here: they stand for governments as often.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cache

from newsrecon.model import Article, Claim
from newsrecon.span import Span
from newsrecon.text import one_of

__all__ = ["places_in"]

BEFORE = 60
"""So many characters of the phrase may stand before the name."""


def places_in(article: Article, clause: Span, words: Set[str], names: Sequence[Claim]) -> Iterator[Span]:
    """The phrases of place inside a clause, in order.

    `words` are those of its sentence in lower case; `names` are the claims of names other than persons', in their order.
    """
    end = clause.start
    owned = () if _words("place_nouns").isdisjoint(words) else _owned(article.text, clause)
    for phrase in sorted((*_named(article.text, clause, names), *owned)):
        if phrase.start >= end:
            end = phrase.end
            yield phrase


def _named(text: str, clause: Span, names: Sequence[Claim]) -> Iterator[Span]:
    """*at the Elm Street Bridge in Rivertown*: a preposition of place and a name."""
    place = bisect_left(names, clause.start, key=lambda name: name.mention.span.start)
    while place < len(names) and names[place].mention.span.end <= clause.end:
        name = names[place]
        span = name.mention.span
        place += 1
        if text.startswith(("'s", "’s"), span.end) or _is_of_a_state(name.mention.text):
            continue
        if _is_of_any(name.mention.text):
            continue
        opens = _opens().search(text, max(clause.start, span.start - BEFORE), span.start)
        if opens is None or not (_is_place(name) or opens["near"]):
            continue
        end = span.end
        if (part := _PART.search(opens["between"])) is not None:
            if part[1].lower() not in _words("place_parts"):
                continue  # "on behalf of Sund" tells of no place
        elif (determined := _DETERMINED.search(opens["between"])) is not None:
            noun = _noun().match(text, end, clause.end)
            if noun is not None:
                end = noun.end()
            elif determined["article"]:
                continue  # "at a Sund party" tells of a party
        yield Span(opens.start(), end)


# the outskirts of
_PART = re.compile(r"([\w’'-]+)\s+of\s")
# a · a crowded · her aunt's
_DETERMINED = re.compile(r"(?:^|\s)(?:(?P<article>[Aa]n?)|[\w-]+(?:['’]s|s['’]))\s+(?:[a-z][\w-]*\s+)*$")


@cache
def _noun() -> re.Pattern[str]:
    """The noun behind a name that only tells which it is: *at a Sund* **apartment complex**."""
    nouns = one_of(_words("place_nouns") | _words("place_parts"))
    return re.compile(rf"(?:\s+[a-z][\w-]*){{0,2}}?\s+(?:{nouns})\b(?!\s+(?:{nouns})\b)")


def _is_of_a_state(name: str) -> bool:
    """Whether a name is a country's or a capital's, which stand for governments."""
    return name.lower().removeprefix("the ") in _states()


def _is_of_any(name: str) -> bool:
    """Whether a name tells what kind of place it is and no more, as in a title: *Portrait at the* **Lake**."""
    from newsrecon import gazetteer

    return gazetteer.organisations().heads.get(name.lower().removeprefix("the ")) == "place"


@cache
def _states() -> frozenset[str]:
    from newsrecon import gazetteer

    return frozenset[str]().union(
        gazetteer.countries(), gazetteer.capitals(), gazetteer.demonyms(), gazetteer.adjectives()
    )


def _is_place(claim: Claim) -> bool:
    """Whether a name is of a place, or of a body that is called by its building: *Elm Street Hospital*, *Place d’Armes*."""
    words = claim.mention.text.lower().split()
    return claim.value["type"] == "place" or words[-1] in _words("place_nouns") or words[0] in _words("place_openers")


def _owned(text: str, clause: Span) -> Iterator[Span]:
    """*outside her family home*: a place without a name that is somebody's, or that something is near or outside of."""
    for found in _common().finditer(text, clause.start, clause.end):
        yield Span(*found.span())


@cache
def _opens() -> re.Pattern[str]:
    """What stands before the name of a place: *at the*, *along the famous*, *in front of*."""
    prepositions, near = one_of(_words("place_prepositions")), one_of(_words("near_prepositions"))
    return re.compile(
        rf"\b(?:(?P<near>{near})|{prepositions})\s+(?P<between>(?:(?!(?:{prepositions})\b)[\w’'-]+\s+){{0,3}})$",
        re.IGNORECASE,
    )


@cache
def _common() -> re.Pattern[str]:
    nouns = one_of(_words("place_nouns"))
    owner = r"(?:his|her|its|their|my|our|[A-Z][\w-]*(?:['’]s|s['’]))"
    between = r"(?:[a-z][\w-]*\s+){0,2}"
    near = rf"(?:{one_of(_words('near_prepositions'))})\s+(?:the\s+|an?\s+)?(?:[\w-]+(?:['’]s|s['’])?\s+){{0,3}}?"
    within = rf"(?:{one_of(_words('place_prepositions'))})\s+(?:the\s+\w+\s+(?:to|of)\s+)?{owner}\s+{between}"
    return re.compile(rf"\b(?:{near}|{within})(?:{nouns})\b")


def _words(key: str) -> frozenset[str]:
    from newsrecon.extractors.statement_words import words_of

    return words_of(key)
