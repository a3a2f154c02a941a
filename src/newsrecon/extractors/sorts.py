"""Sorts of things of which one is not another: *opened a school in Sund*, *opened a bridge in Sund* tell of two deeds.

Theory of operation. Words of one sort (co-hyponyms, as lexicography has it) exclude each other where they stand in one place of
two reports: both are what something is done to, both who does it, or both stand behind one preposition. Where they stand in two
places (*outside the hotel*, *near the station*) both may be of one thing. The sorts are data.
"""

from __future__ import annotations

from functools import cache

from newsrecon import gazetteer
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.one_thing import is_one
from newsrecon.extractors.parties import WORD
from newsrecon.extractors.places_apart import places_apart
from newsrecon.extractors.statement_names import stands_for
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.word_sorts import callings, sorts_of, tokens_with_sorts, two_of_a_sort
from newsrecon.wording import content_word

__all__ = ["by_kind", "of_another_name", "of_another_sort"]

REACH = 5
"""So many words may stand between a preposition and the noun that hangs on it: *in* a small old fishing *harbour*."""


def of_another_sort(left: Assertion, right: Assertion) -> str | None:
    """Why two statements are of two things, if what one has in some place the other has another of its sort."""
    mine, theirs = (one.words & tokens_with_sorts().keys() for one in (left, right))
    for token in sorted(mine - theirs):
        for other in sorted(theirs - mine):
            if not two_of_a_sort(token, other) or _has_of(left, token, theirs) or _has_of(right, other, mine):
                continue
            if not _places(left, token).isdisjoint(_places(right, other)):
                return f"one is of {left.shown[token]!r}, the other of {right.shown[other]!r}"
    return None


def of_another_name(left: Assertion, right: Assertion) -> str | None:
    """Why two statements are of two persons or two bodies, if each names one behind the same preposition: *shares in Acme*.

    Of two places one may lie in the other, if they are not known, and what is done with two people may be told of either.
    """
    if told := _in_front_of_one_noun(left, right):
        return told
    mine = _behind_prepositions(left)
    theirs = _behind_prepositions(right) if mine else {}
    for place in sorted(mine.keys() & theirs.keys()):
        if len(mine[place]) == len(theirs[place]) == 1:
            (one,), (other,) = mine[place], theirs[place]
            words = [set(side.shown[name].lower().split()) - _bodies() for side, name in ((left, one), (right, other))]
            alike = one in right.names or other in left.names or stands_for(one, other)
            alike = alike or not all(words) or not words[0].isdisjoint(words[1])
            two = left.types.get(one) == right.types.get(other) != "place"
            if not alike and (two or places_apart(left.shown[one], right.shown[other])):
                return f"{place!r} stands in front of {left.shown[one]!r} here and of {right.shown[other]!r} there"
    return None


def _in_front_of_one_noun(left: Assertion, right: Assertion) -> str | None:
    """Why two statements are of two things, if each names one in front of the same noun: *a French court*, *a German court*."""
    mine = _names_by_noun(left)
    theirs = _names_by_noun(right) if mine else {}
    for noun in sorted(mine.keys() & theirs.keys()):
        one, other = mine[noun], theirs[noun]
        if one in right.names or other in left.names or stands_for(one, other):
            continue
        return f"one is of {left.shown[one]!r}, the other of {right.shown[other]!r}"
    return None


def _names_by_noun(one: Assertion) -> dict[str, str]:
    """The one name that stands right in front of each noun; none for a noun with several."""
    found: dict[str, set[str]] = {}
    text = one.claim.mention.text if one.claim is not None else ""
    for name in one.names:
        noun = _behind(text, one.shown[name])
        if noun in one.words and noun != one.predicate:
            found.setdefault(noun, set()).add(name)
    return {noun: names.pop() for noun, names in found.items() if len(names) == 1}


def by_kind(left: Assertion, right: Assertion) -> str | None:
    """Why one cannot be both: *the victim was a man of 45*, *the victim was a woman of 45*."""
    mine, theirs = left.frame, right.frame
    if left.negated or right.negated or left.deed[0] or right.deed[0] or mine is None or theirs is None:
        return None
    if (
        not is_one(mine.doer, theirs.doer)
        or mine.tense != theirs.tense
        or mine.done_to is None
        or theirs.done_to is None
    ):
        return None
    one, other = mine.done_to.head, theirs.done_to.head
    if mine.done_to.definite or theirs.done_to.definite or two_of_a_sort(one, other) <= callings():
        return None
    return f"{left.shown.get(one, one)!r} and {right.shown.get(other, other)!r} exclude each other"


def _behind_prepositions(one: Assertion) -> dict[str, set[str]]:
    """The names that stand right behind each preposition."""
    found: dict[str, set[str]] = {}
    text = one.claim.mention.text if one.claim is not None else ""
    for span, name in one.named:
        ahead = text[max(0, span.start - REACH * 8) : span.start]
        word = ahead.removesuffix("the ").rstrip().rpartition(" ")[2].lower()
        if word in words_of_class("prepositions") and name in one.names:
            found.setdefault(word, set()).add(name)
    return found


def _has_of(one: Assertion, token: str, others: frozenset[str]) -> bool:
    """Whether a statement has a word of some sort of a token that the other has, too: both may be of that."""
    sorts = sorts_of(token).keys()
    return any(word in others and not sorts.isdisjoint(sorts_of(word)) for word in one.words)


def _places(one: Assertion, token: str) -> set[str]:
    """Where a word stands in a statement: `done to`, `doer`, the preposition it hangs on, and the word behind it."""
    found = set()
    frame = one.frame
    if frame is not None:
        found |= {"done to"} if frame.done_to is not None and frame.done_to.head == token else set()
        found |= {"doer"} if frame.doer is not None and frame.doer.head == token else set()
    if one.claim is None:
        return found
    text, word = one.claim.mention.text, one.shown[token]
    return (found or {_preposition(text, word)}).union((_behind(text, word),)) - {""}


def _behind(text: str, word: str) -> str:
    """The token of the word right behind a word: **medal**, of *the gold* **medal**; empty where none follows."""
    place = text.find(word)
    found = WORD.match(text, place + len(word) + 1) if place >= 0 else None
    return content_word(found[0]) if found is not None else ""


def _preposition(text: str, word: str) -> str:
    """The preposition that a word hangs on; empty where none stands near in front of it."""
    place = text.find(word)
    before = [found[0].lower() for found in WORD.finditer(text[:place])][-REACH:] if place >= 0 else []
    return next((one for one in reversed(before) if one in words_of_class("prepositions")), "")


@cache
def _bodies() -> frozenset[str]:
    """Words that tell of what sort a body is: *the Elm Street* **hospital**."""
    return frozenset(gazetteer.organisations().heads)
