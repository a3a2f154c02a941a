"""The words of what excludes what, and which words are wider than others: a *boy* is a *child*."""

from __future__ import annotations

from functools import cache, lru_cache

from newsrecon.extractors.statement_words import predicate_of
from newsrecon.language_data import data_table
from newsrecon.verbs import forms_of
from newsrecon.wording import content_words

__all__ = [
    "forms",
    "is_wider",
    "opposition_words",
    "paired",
    "predicate_pairs",
    "predicates",
    "tokens",
    "wider_pairs",
    "widest",
]


@cache
def opposition_words(key: str) -> frozenset[str]:
    """A list of words of the data on what excludes what."""
    return frozenset(data_table("oppositions")[key])


@cache
def forms(key: str) -> frozenset[str]:
    """Every form of the verbs of a list."""
    return forms_of(sorted(opposition_words(key)))


@cache
def tokens(key: str) -> frozenset[str]:
    """The content words of a list."""
    return frozenset(token for words in opposition_words(key) for token in content_words(words))


@cache
def predicates(key: str) -> frozenset[str]:
    """The tokens of the verbs of a list."""
    return frozenset(map(predicate_of, opposition_words(key)))


@cache
def predicate_pairs(key: str) -> frozenset[frozenset[str]]:
    """The tokens of the verbs of a list of pairs: *approve/reject*."""
    return frozenset(frozenset(map(predicate_of, pair.split("/"))) for pair in opposition_words(key))


@cache
def paired(key: str) -> frozenset[str]:
    """The tokens of all the verbs in a list of pairs."""
    return frozenset(one for pair in predicate_pairs(key) for one in pair)


@cache
def wider_pairs() -> frozenset[tuple[str, str]]:
    pairs = (pair.split("/") for pair in opposition_words("wider"))
    return frozenset((content_words(wide)[0], content_words(narrow)[0]) for wide, narrow in pairs)


@lru_cache(maxsize=1 << 12)
def widest(word: str) -> str:
    """The widest word for what a word means: *child*, of *toddler*."""
    seen = {word}
    while wider := sorted(wide for wide, narrow in wider_pairs() if narrow == word and wide not in seen):
        word = wider[0]
        seen.add(word)
    return word


def is_wider(one: str, other: str) -> bool:
    return (one, other) in wider_pairs() or (other, one) in wider_pairs()
