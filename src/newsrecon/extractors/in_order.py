"""Which of several: *the second case*, *the third case* are two, and what is *the fifth country* to do it is not the sixth."""

from __future__ import annotations

from functools import cache

from newsrecon.extractors.one_thing import holders, is_news, is_one
from newsrecon.extractors.oppositions import forms
from newsrecon.extractors.statement_reading import Assertion, time_token
from newsrecon.verbs import word_list

__all__ = ["by_order", "of_another_in_order"]


def of_another_in_order(left: Assertion, right: Assertion) -> str | None:
    """Why two statements are of two of several, if each says which of the same it is of."""
    if not left.ordinals or not right.ordinals:
        return None
    pairs = [
        (one, other) for one, words in left.ordinals for other, behind in right.ordinals if not words.isdisjoint(behind)
    ]
    mine, theirs = {one for one, _ in pairs}, {other for _, other in pairs}
    return f"one is of the {min(mine)}, the other of the {min(theirs)}" if pairs and mine.isdisjoint(theirs) else None


def by_order(left: Assertion, right: Assertion) -> str | None:
    """Why one who is named, or known, cannot be both: *became the fifth country to join*, *became the sixth country to join*."""
    if left.negated or right.negated or not left.ordinals or not right.ordinals:
        return None
    named = left.subject is not None and left.subject == right.subject
    if not named and not is_one(*holders(left, right)):
        return None
    if not (_is_what_it_is(left) and _is_what_it_is(right)) and not _done_so_often(left, right):
        return None
    if (left.names - right.names and right.names - left.names) or not _among_the_same(left, right):
        return None  # the tallest in Sundia, the second tallest in Norland
    further = (left.core & right.core) - {left.subject, *(left.party.words if left.party is not None else ())}
    return of_another_in_order(left, right) if further else None


def _among_the_same(left: Assertion, right: Assertion) -> bool:
    """Whether both tell it of one time, and of the same: not *the longest in the country*, *the second longest in the world*."""
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.done_to is None or theirs.done_to is None:
        return True
    of = mine.done_to.of, theirs.done_to.of
    return mine.tense == theirs.tense and (not all(of) or not of[0].isdisjoint(of[1]))


def _done_so_often(left: Assertion, right: Assertion) -> bool:
    """Whether both tell which time one did a thing: *won the Cup for the third time*, *won the Cup, their second win*."""
    things = [one.frame.done_to for one in (left, right) if one.frame is not None and one.frame.done_to is not None]
    if len(things) < 2 or things[0].head != things[1].head or not (things[0].definite and things[1].definite):
        return False
    return is_news(left, right) and any(time_token() in words for one in (left, right) for _, words in one.ordinals)


def _is_what_it_is(one: Assertion) -> bool:
    """Whether a clause says only what somebody or something is: *was the second*, *became the second*, *finished second*."""
    if one.claim is None:
        return False
    return str(one.claim.value.get("verb") or "be").lower() in _ranking() or (
        one.will_be and " be the " in one.claim.mention.text
    )


@cache
def _ranking() -> frozenset[str]:
    """Forms of verbs by which one is which of several."""
    return forms("ranking") | {*word_list("be"), "be", "been", "being"}
