"""Which of two: *injured his left knee*, *injured his right knee*; *won gold*, *took silver*.

Theory of operation. Of a pair one word tells which is meant, and two reports of one deed that tell the two words before one noun
exclude each other. The pairs are data. Of the medals of one contest one has only one.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from functools import cache, lru_cache

from newsrecon.extractors.one_thing import is_news, is_one
from newsrecon.extractors.oppositions import forms, opposition_words
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.word_sorts import tokens_with_sorts, two_of_a_sort
from newsrecon.text import one_of
from newsrecon.wording import content_word

__all__ = ["by_medal", "by_side", "grounds_of_sides", "of_another_side"]

MEDALS = "medals"
"""The sort of what is won in a contest."""


def by_side(left: Assertion, right: Assertion) -> str | None:
    """Why one deed was not done to both of two: *his left knee*, *his right knee*."""
    mine, theirs = left.frame, right.frame
    if left.deed != right.deed or not left.deed[0] or left.deed[1] or mine is None or theirs is None:
        return None
    if not mine.tense == theirs.tense == "past" or left.passive != right.passive or not is_news(left, right):
        return None
    if not (is_one(mine.doer, theirs.doer) or is_one(mine.done_to, theirs.done_to)):
        return None
    return of_another_side(left, right)


def of_another_side(left: Assertion, right: Assertion) -> str | None:
    """Why two statements are of two things, if each tells which of a pair it is of."""
    one, other = _sides(left), _sides(right)
    for noun in sorted(one.keys() & other.keys()):
        (pair, word), (same, otherwise) = one[noun], other[noun]
        if pair == same and word != otherwise:
            return f"it is the {word} here, and the {otherwise} there"
    return None


def by_medal(left: Assertion, right: Assertion) -> str | None:
    """Why one cannot have won both in one contest: *won gold in the 100 metres*, *took silver in the 100 metres*."""
    mine, theirs = left.frame, right.frame
    if not _has(left) or not _has(right) or left.negated or right.negated or mine is None or theirs is None:
        return None
    if mine.done_to is None or theirs.done_to is None or not is_one(mine.doer, theirs.doer):
        return None
    one, other = mine.done_to.head, theirs.done_to.head
    if MEDALS not in two_of_a_sort(one, other) or not is_news(left, right):
        return None
    told = [frame.rest | (frame.done_to.of if frame.done_to else frozenset()) for frame in (mine, theirs)]
    return (
        f"one tells of {left.shown.get(one, one)!r}, the other of {right.shown.get(other, other)!r}"
        if told[0] == told[1]
        else None
    )


def _has(one: Assertion) -> bool:
    return one.claim is not None and one.claim.value.get("verb") in forms("having")


def grounds_of_sides(one: Assertion) -> Iterator[Hashable]:
    """What two statements both show that may tell two of a pair."""
    yield from (("side", noun) for noun in _sides(one))
    if _has(one) and not _medals().isdisjoint(one.words):
        yield "medal"


def _sides(one: Assertion) -> Mapping[str, tuple[int, str]]:
    return _sides_in(one.claim.mention.text.lower()) if one.claim is not None else {}


@lru_cache(maxsize=1 << 12)
def _sides_in(text: str) -> Mapping[str, tuple[int, str]]:
    """For each noun which pair is told of it, and which of the pair; none for a noun of which both are told."""
    found: dict[str, tuple[int, str]] = {}
    twice = set()
    for match in _pattern().finditer(text):
        word = match["side"] or match["contrary"]
        noun, side = content_word(match["noun"]), (_pairs()[word], word)
        if found.setdefault(noun, side) != side:
            twice.add(noun)
    return {noun: side for noun, side in found.items() if noun and noun not in twice}


# his | left | knee · suffered | non-fatal | wounds
@cache
def _pattern() -> re.Pattern[str]:
    sides, contrary = (one_of(word for pair in opposition_words(key) for word in pair.split("/")) for key in _KEYS)
    return re.compile(
        rf"(?<![\w-])(?:(?:the|his|her|its|their|a|an)\s(?P<side>{sides})|(?P<contrary>{contrary}))\s(?P<noun>[a-z]+)\b"
    )


@cache
def _pairs() -> Mapping[str, int]:
    """Of which pair each word is."""
    told = (pair for key in _KEYS for pair in sorted(opposition_words(key)))
    return {word: number for number, pair in enumerate(told) for word in pair.split("/")}


_KEYS = ("pairs", "contrary_pairs")
"""Words that tell which of two behind an article or an owner, and those that do wherever they stand before a noun."""


@cache
def _medals() -> frozenset[str]:
    return frozenset(token for token, sorts in tokens_with_sorts().items() if MEDALS in sorts)
