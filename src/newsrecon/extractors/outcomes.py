"""What came out for somebody, which can be told only in one way: *posted a profit*, *made a loss*; *a loss of 9 million*."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache

from newsrecon.extractors.one_thing import is_news, is_one, of_one_time
from newsrecon.extractors.oppositions import forms, paired, predicate_pairs, predicates, tokens
from newsrecon.extractors.parties import Party
from newsrecon.extractors.statement_measures import amounts, numbers_differ
from newsrecon.extractors.statement_reading import Assertion

__all__ = ["by_outcome", "grounds_of_outcomes", "keys_of_outcomes"]


def by_outcome(left: Assertion, right: Assertion) -> str | None:
    """Why one cannot have had both: *posted a profit of 30 million*, *made a loss of 12 million*, *a profit of 40 million*."""
    mine, theirs = left.frame, right.frame
    if not may_tell_outcomes(left, right) or not (mine and theirs) or not is_one(mine.doer, theirs.doer):
        return None
    one, other = mine.done_to, theirs.done_to
    if one is None or other is None or left.negated or right.negated or mine.tense != theirs.tense:
        return None
    if not is_news(left, right) and not of_one_time(left, right):
        return None
    if frozenset((one.head, other.head)) in predicate_pairs("outcomes"):
        return (
            f"{left.shown.get(one.head, one.head)!r} and {right.shown.get(other.head, other.head)!r} exclude each other"
        )
    if one.head != other.head or one.head not in predicates("results") or _which(one) != _which(other):
        return None
    if (left.told is None) != (right.told is None):
        return None  # in the first quarter
    sums = [[figure for figure in side.figures if figure.noun in amounts()] for side in (left, right)]
    told = len(sums[0]) == len(sums[1]) == 1 and sums[0][0].noun == sums[1][0].noun
    return numbers_differ(sums[0][0], left.shown) if told and not sums[0][0].meets(sums[1][0]) else None


def _which(result: Party) -> frozenset[str]:
    """What tells which result it is: **operating** *profit*."""
    return result.words - tokens("of_any_result") - {result.head}


def may_tell_outcomes(left: Assertion, right: Assertion) -> bool:
    """Whether both may tell, by one verb or by verbs for that, what came out for somebody, which is quickly seen."""
    if left.words.isdisjoint(_outcomes()) or right.words.isdisjoint(_outcomes()):
        return False
    verbs = {str(one.claim.value.get("verb")) for one in (left, right) if one.claim is not None}
    return left.predicate == right.predicate or verbs <= forms("reporting")


def grounds_of_outcomes(one: Assertion) -> Iterator[Hashable]:
    """What two statements both show that may tell what came out for somebody."""
    if not one.words.isdisjoint(_outcomes()):
        yield "outcome", one.predicate
        if one.claim is not None and str(one.claim.value.get("verb")) in forms("reporting"):
            yield "outcome"


def keys_of_outcomes(one: Assertion) -> Iterator[Hashable]:
    """A key under which what came out for somebody meets what else did."""
    if not one.words.isdisjoint(_outcomes()) and one.frame is not None and one.frame.doer is not None:
        yield "outcome", one.frame.doer.head


@cache
def _outcomes() -> frozenset[str]:
    return paired("outcomes") | predicates("results")
