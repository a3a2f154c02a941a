"""Whether what a statement tells happens to one or to several: *80 were killed*, *shot dead the driver*."""

from __future__ import annotations

import re
from functools import cache

from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.oppositions import opposition_words
from newsrecon.extractors.statement_numbers import numbers_in
from newsrecon.extractors.statement_words import forms_in, words_of
from newsrecon.model import Claim
from newsrecon.text import end_of_word, lower, one_of
from newsrecon.wording import numerals

__all__ = ["sufferers_of", "takes_place"]


# the driver · him · her dog, but not: the drivers, nor: weapons | in the flat
@cache
def _one() -> re.Pattern[str]:
    governs = one_of(words_of_class("prepositions") - words_of("particles"))
    ahead = rf"(?:(?!(?:{governs})\b)\w+\s+){{0,2}}?"
    return re.compile(
        rf"{ahead}(?:(?:him|her|it|himself|herself)\b|(?:the|an?|his|her|its|their)\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>[a-z-]+)(?=[.,;:]|\s+(?:who|was|were|had|has|and|in|on|at|after|before|by|with|to|as)\b|$))",
        re.IGNORECASE,
    )


def takes_place(claim: Claim) -> bool:
    """Whether a statement tells that what its subject names took place: *The shooting occurred*."""
    return (claim.value.get("verb") or "").lower() in forms_in("taking_place") and not claim.value.get("passive")


def sufferers_of(claim: Claim) -> str | None:
    """Whether a verb that is done to somebody is done to one or to several, by its subject or its object."""
    value = claim.value
    verb = value.get("verb")
    if not verb or value.get("phrase"):
        return None
    if value.get("passive") or takes_place(claim):
        return _number_of(claim.subject)
    text = claim.mention.text
    end = end_of_word(lower(text), verb)
    return _number_of(text[end:].lstrip()) if end >= 0 else None


def _number_of(words: str) -> str | None:
    """Whether a noun phrase that opens some words is of one or of several."""
    match = _one().match(words) if not _opens_with_number(words) else None
    if match is not None:
        noun = match["noun"]
        return None if noun is not None and noun.endswith("s") and not noun.endswith("ss") else "one"
    if _before_a_number().match(words) is None:
        return None  # fined | the bank 3 million euros
    numbers = numbers_in(" ".join(words.split(maxsplit=4)[:4]))
    return (
        "several" if any(one["number"] > 1 and one["noun"] not in _units_as_written() for one in numbers[:1]) else None
    )


# at least | 12 · the other | two
@cache
def _before_a_number() -> re.Pattern[str]:
    bounds = words_of("least") | words_of("most") | words_of("about")
    small = one_of(bounds.union(*map(opposition_words, ("definite", "others", "focus"))))
    return re.compile(rf"(?:(?:{small})\s+){{0,3}}(?:\d|(?:{one_of(numerals())})\b)", re.IGNORECASE)


def _opens_with_number(words: str) -> bool:
    """Whether several are counted first: *killed* **five** *at a market*."""
    first = words.split(maxsplit=1)[:1]
    return (
        bool(first)
        and first[0].lower() not in ("1", "one")
        and (first[0][0].isdigit() or first[0].lower() in numerals())
    )


@cache
def _units_as_written() -> frozenset[str]:
    """The words for what measures many things, in one and in many."""
    return frozenset(form for one in words_of("units") for form in (one, f"{one}s"))
