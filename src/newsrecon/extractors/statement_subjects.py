"""Of whom a statement tells: the name its subject is known by, the countries it is.

A name that only says which is meant (*the road to Lima*) is no subject; that of a country whose body it is (*the government of
Peru*) is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from newsrecon.context import Context
from newsrecon.extractors.nominal_subjects import body_called, person_called
from newsrecon.extractors.parties import without_participle
from newsrecon.extractors.statement_names import country, country_words, entity
from newsrecon.extractors.statement_words import words_of
from newsrecon.model import Claim
from newsrecon.span import Span
from newsrecon.text import one_of
from newsrecon.word_classes import class_of

__all__ = ["name_in_apposition", "nations_of", "subject_of"]

LONGEST_NAME = 8
"""So many words at the end of a subject are looked through for a name."""

_WORD = re.compile(r"[^\W\d_]+")


def subject_of(claim: Claim, context: Context, named: Iterable[tuple[Span, str]]) -> str | None:
    """The name that the subject is known by, None for a description; a body of a country may be the country."""
    subject = without_participle(claim.subject)
    if (antecedent := claim.value.get("antecedent")) is not None:
        return entity(context.names.of(claim.mention.article, antecedent))
    if not subject or subject.lower() in words_of("pronouns"):
        return None
    if _is_a_deed(subject, claim, named):
        return None
    bare = subject.removeprefix("the ").removeprefix("The ")
    called = body_called(context.names, claim.mention.article, subject, claim.mention.span.start)
    called = called or person_called(context.names, claim.mention.article, subject)
    if called is not None:
        return entity(called)
    if (claim.mention.article, bare) in context.names.forms:
        return entity(context.names.of(claim.mention.article, bare))
    for span, inside in named:
        surface = span.of(claim.mention.text)
        if subject == surface or (subject.endswith(" " + surface) and not _is_owned(subject, surface)):
            return entity(inside)
    if (ends_with := _name_at_end(bare, claim.mention.article, context)) is not None:
        return entity(ends_with)
    for known in context.names.in_mention(claim.mention):
        start = claim.mention.span.start
        surface = claim.mention.text[known.span.start - start : known.span.end - start]
        if known.type == "other" and bare.startswith(surface) and _CALLED.fullmatch(bare, len(surface)):
            return entity(known.name)
    text = claim.mention.text
    if text.startswith(claim.subject + ", "):
        opens = len(claim.subject) + 2
        so_called = _called_so().match(text, opens)
        opens = opens if so_called is None else so_called.end()
        opens += len("the ") if text.startswith("the ", opens) else 0  # the vessel, the Marlow Star,
        told = next((inside for span, inside in named if span.start == opens and text.startswith(",", span.end)), None)
        if told is not None:
            return entity(told)
    words = [word.lower() for word in _WORD.findall(bare)]
    if len(words) > 1 and words_of("bodies").isdisjoint(words):
        return country(bare.lower())
    return next((one for word in words if (one := country(word))), None)


def _is_a_deed(subject: str, claim: Claim, named: Iterable[tuple[Span, str]]) -> bool:
    """Whether something done is the subject: *freeing Jon Berg* | *was a mistake*; not *Beijing Airport*."""
    first, _, rest = subject.partition(" ")
    if not rest or class_of(first.lower()) != "G":
        return False
    place = claim.mention.text.find(subject)
    if place < 0:
        return not first[0].isupper()  # outside of the clause, where no name is known
    return not any(span.start <= place < span.end for span, _ in named)


def _name_at_end(subject: str, article: str, context: Context) -> str | None:
    """Who is named behind what it is, where that stands outside the clause: *the carmaker* **Corvex** *said that it …*"""
    words = subject.split()
    for place in range(max(1, len(words) - LONGEST_NAME), len(words)):
        name = " ".join(words[place:])
        if (article, name) in context.names.forms:
            return None if _is_owned(subject, name) else context.names.of(article, name)
    return None


# , | identified as | Jon Berg,
@cache
def _called_so() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words_of('called_so'))})\s+")


# the Orion-3 | probe
_CALLED = re.compile(r"\s[a-z]+")


def name_in_apposition(text: str, place: int) -> str | None:
    """The name of several words that stands between commas at a place; None where none does.

    >>> name_in_apposition("The captain, Jon Berg, is ill.", len("The captain"))
    'Jon Berg'
    """
    found = _APPOSED.match(text, place)
    return found["name"] if found else None


# , Jon Berg,
_APPOSED = re.compile(r",\s(?P<name>[A-Z][\w.’'-]{0,30}(?:\s[A-Z][\w.’'-]{0,30}){1,3}),")


def _is_owned(subject: str, name: str) -> bool:
    """Whether a name only says which is meant: *the departure of Lind*, *the road to Lima*; *the government of Peru* is Peru."""
    words = [word.lower() for word in _WORD.findall(subject.removesuffix(name))]
    return not words_of("linking").isdisjoint(words) and words_of("bodies").isdisjoint(words)


# Russia · China, but not Russia’s
_NATION = re.compile(r"\b[^\W\d_]+\b(?!['’])")


@lru_cache(maxsize=1 << 13)
def nations_of(subject: str) -> frozenset[str]:
    """The countries that are the subject: of *China, Pakistan and others*, two; of *Russia’s decision*, none."""
    from newsrecon.gazetteer import demonyms

    named = country_words().intersection(_NATION.findall(subject.lower())) - demonyms().keys()
    return frozenset(one for word in named if (one := country(word)))
