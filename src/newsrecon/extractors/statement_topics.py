"""What two statements only speak of: *The Lund mill burned down* and *Flour from the mill in Lund was sold* share a mill.

Words in common that stand side by side in both, as one noun phrase does, say what is spoken of. They are what is said where they
hold the verb of either, and may be where both stand behind verbs of which one tells nothing: *was in stable condition*.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from itertools import pairwise

from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import words_of
from newsrecon.span import Span

__all__ = ["one_topic"]

# a word, or a mark, at which a noun phrase ends
_WORD_OR_MARK = re.compile(r"[^\W_]+|[,;:.!?()\[\]\"“”—–]")


def one_topic(left: Assertion, right: Assertion, shared: Collection[str]) -> bool:
    """Whether all that two statements share is one noun phrase, and each says something else of it."""
    both_tell = left.predicate in left.words and right.predicate in right.words
    if left.predicate in shared or right.predicate in shared:
        # 'They signed' and 'signs greeted them' have a word in common, and nobody.
        return both_tell and left.predicate != right.predicate and len(shared) == 1
    if left.predicate == right.predicate and _verb(left) == _verb(right):
        return False
    sides = [_standing(one, shared) for one in (left, right)]
    if None in sides or "holds the verb" in sides:
        return False
    return both_tell or "in front" in sides


def _verb(one: Assertion) -> str:
    return (one.claim.value.get("verb") or "") if one.claim is not None else ""


def _standing(one: Assertion, shared: Collection[str]) -> str | None:
    """Where a noun phrase of some tokens stands to the verb; None where they are no noun phrase, or there is no verb."""
    verb = _found(one, _verb(one))
    run = _run(one, shared)
    if verb is None or run is None:
        return None
    if run.end <= verb.start:
        return "in front"
    return "behind" if verb.end <= run.start else "holds the verb"


def _run(one: Assertion, shared: Collection[str]) -> Span | None:
    """The stretch of text that holds all of some tokens, if nothing but small words stands between them."""
    places = [_found(one, one.shown[token]) for token in shared]
    known = sorted((place for place in places if place is not None), key=lambda place: (place.start, place.end))
    if one.claim is None or not known or len(known) < len(places):
        return None
    text, small = one.claim.mention.text, _small()
    for before, after in pairwise(known):
        if any(word[0].lower() not in small for word in _WORD_OR_MARK.finditer(text, before.end, after.start)):
            return None
    return Span(known[0].start, max(place.end for place in known))


def _found(one: Assertion, words: str) -> Span | None:
    """Where some words stand first in the text of a statement, as whole words."""
    text = one.claim.mention.text if one.claim is not None else ""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum():
            return Span(start, end)
        start = text.find(words, start + 1)
    return None


@cache
def _small() -> frozenset[str]:
    """Words that stand inside noun phrases: *the mill* **in** *Lund*, *Lund*’**s** *mill*."""
    return words_of("linking") | words_of_class("determiners") | words_of_class("possessives") | {"s", "and"}
