"""The words by which a clause is read as an assertion: what denies it, what makes it less than a fact, what counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from newsrecon.language_data import data_table
from newsrecon.verbs import forms_of
from newsrecon.wording import content_words

__all__ = [
    "currencies",
    "currency_signs",
    "forms_in",
    "fractions",
    "is_calendar",
    "manifold",
    "multipliers",
    "multipliers_of_sums",
    "ordinal",
    "points",
    "predicate_of",
    "predicates_in",
    "tokens_in",
    "words_of",
]


@cache
def words_of(key: str) -> frozenset[str]:
    """A list of words of the statement data."""
    found = data_table("statements")[key]
    return frozenset(found.split() if isinstance(found, str) else found)


@cache
def forms_in(key: str) -> frozenset[str]:
    """Every form of the verbs of a list."""
    return forms_of(sorted(words_of(key)))


@cache
def tokens_in(key: str) -> frozenset[str]:
    """The content words of a list."""
    return frozenset(token for words in words_of(key) for token in content_words(words))


@cache
def predicates_in(key: str) -> frozenset[str]:
    """The tokens of the verbs of a list."""
    return frozenset(map(predicate_of, words_of(key)))


def predicate_of(verb: str) -> str:
    """The token of a verb, one for all its forms and synonyms."""
    words = content_words(verb)
    return words[0] if words else ""


@lru_cache(maxsize=1 << 14)
def is_calendar(word: str) -> bool:
    """Whether a word is of dates: *Monday*, *May*, but not *a march*."""
    return word.lower().rstrip(".") in words_of("calendar") and word not in words_of("common_in_calendar")


def fractions() -> Mapping[str, int]:
    """Into how many equal parts each word for a part divides a whole: *third*."""
    found: Mapping[str, int] = data_table("statements")["fractions"]
    return found


def points() -> Mapping[str, float]:
    """How many points of a hundred one is, by the word in front of it: *basis point*."""
    found: Mapping[str, float] = data_table("statements")["points"]
    return found


def multipliers() -> Mapping[str, int]:
    """What a word behind a figure multiplies it by: *thousand*."""
    found: Mapping[str, int] = data_table("statements")["multipliers"]
    return found


def currencies() -> Mapping[str, str]:
    """The sign of each currency, and the word for it."""
    found: Mapping[str, str] = data_table("statements")["currencies"]
    return found


@cache
def currency_signs() -> str:
    """The sign of every currency, as they stand in brackets in a pattern."""
    return "".join(map(re.escape, currencies()))


@cache
def multipliers_of_sums() -> Mapping[str, int]:
    """What a word or a letter behind a sum of money multiplies it by: *bn*."""
    found: Mapping[str, int] = data_table("statements")["of_sums"]
    return {**multipliers(), **found}


def manifold() -> Mapping[str, int]:
    """The words that tell how many times, and how many: *twice* is 2."""
    found: Mapping[str, int] = data_table("statements")["manifold"]
    return found


def ordinal(word: str) -> str:
    """An ordinal in letters where one is known: *third*, for *3rd*; *80th* as it is."""
    letters: str = data_table("statements")["numbered"].get(word, word)
    return letters
