"""Sorts of things of which one is not another: a *school* is no *bridge* (co-hyponyms, as lexicography has it)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from newsrecon.language_data import data_table
from newsrecon.wording import content_words

__all__ = ["callings", "exclude", "sorts_of", "tokens_with_sorts", "two_of_a_sort"]

Sorts = Mapping[str, int]
"""By the name of each sort that something is of, which of its things it is."""
_NONE: Sorts = {}


def two_of_a_sort(one: str, other: str) -> frozenset[str]:
    """The sorts of which two content words, as tokens, are two things."""
    return _apart(sorts_of(one), sorts_of(other))


def exclude(one: Sequence[str], other: Sequence[str], among: Collection[str] | None = None) -> bool:
    """Whether two noun phrases, in lower case, name two things of one sort; of certain sorts, if they are given.

    >>> exclude(("a", "small", "knife"), ("an", "axe")), exclude(("the", "van"), ("a", "white", "car"))
    (True, False)
    """
    found = _apart(_sorts_of_phrase(tuple(one)), _sorts_of_phrase(tuple(other)))
    return not found.isdisjoint(among) if among is not None else bool(found)


def _apart(one: Sorts, other: Sorts) -> frozenset[str]:
    return frozenset(sort for sort in one.keys() & other.keys() if one[sort] != other[sort])


def sorts_of(token: str) -> Sorts:
    """The sorts that a content word is of, by its token."""
    return _by_token().get(token, _NONE)


def tokens_with_sorts() -> Mapping[str, Sorts]:
    """Each token that is of some sort."""
    return _by_token()


@cache
def callings() -> frozenset[str]:
    """The sorts of which one person may be several, one after the other: *a nurse*, *a teacher*."""
    return frozenset(data_table("sorts")["callings"])


@lru_cache(maxsize=1 << 12)
def _sorts_of_phrase(words: tuple[str, ...]) -> Sorts:
    """The sorts of what a noun phrase names, by its last word, or its last two: *side door*."""
    return {**_by_form().get(words[-1:], _NONE), **_by_form().get(words[-2:], _NONE)}


@cache
def _by_token() -> Mapping[str, Sorts]:
    found: dict[str, dict[str, int]] = {}
    for sort, number, words in _listed("sorts", "callings", "of_two"):
        tokens = content_words(words)
        if len(tokens) == 1:
            found.setdefault(tokens[0], {}).setdefault(sort, number)
    return found


@cache
def _by_form() -> Mapping[tuple[str, ...], Sorts]:
    """By words as they are written, of one thing and of several."""
    found: dict[tuple[str, ...], dict[str, int]] = {}
    for sort, number, words in _listed("sorts", "callings", "as_written"):
        *first, last = words.split()
        for form in (last, f"{last}s", f"{last}es"):
            found.setdefault((*first, form), {})[sort] = number
    return found


def _listed(*tables: str) -> Iterator[tuple[str, int, str]]:
    """The words of each sort of some tables, with the number of the thing in its sort."""
    data = data_table("sorts")
    for sort, things in chain.from_iterable(data[table].items() for table in tables):
        for number, thing in enumerate(things.split(",")):
            yield from ((sort, number, words.strip()) for words in thing.split("/"))
