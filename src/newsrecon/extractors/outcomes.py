"""What came out for somebody, which can be told only in one way: *posted a profit*, *made a loss*; *a loss of 9 million*."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from functools import cache

from newsrecon.extractors.one_thing import is_news, is_one, of_one_time
from newsrecon.extractors.oppositions import forms, opposition_words, paired, predicate_pairs, predicates, tokens
from newsrecon.extractors.parties import Party
from newsrecon.extractors.statement_measures import amounts, numbers_differ, percent
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import predicate_of

__all__ = ["by_outcome", "grounds_of_outcomes", "keys_of_outcomes", "may_tell_outcomes"]


def by_outcome(left: Assertion, right: Assertion) -> str | None:
    """Why one cannot have had both: *posted a profit of 30 million*, *made a loss of 12 million*, *a profit of 40 million*."""
    mine, theirs = left.frame, right.frame
    if not may_tell_outcomes(left, right) or not (mine and theirs) or not is_one(mine.doer, theirs.doer):
        return None
    one, other = _result(left), _result(right)
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


def _result(one: Assertion) -> Party | None:
    """What came out for somebody: a profit, a loss; **a loss**, too, where he *lost 15 million euros*."""
    if one.frame is None:
        return None
    head = _by_verb().get(one.predicate) if _tells_sum(one) else None
    return one.frame.done_to if head is None else Party(head, frozenset((head,)), False, False)


def _tells_sum(one: Assertion) -> bool:
    """Whether a verb alone tells what came out, and how much: *lost 15 million euros*, not *lost 15 million in market value*."""
    if one.passive or one.predicate not in _by_verb() or one.frame is None or one.frame.done_to is None:
        return False
    return one.frame.done_to.head in amounts() - {percent()} and not one.frame.rest


def _which(result: Party) -> frozenset[str]:
    """What tells which result it is: **operating** *profit*."""
    return result.words - tokens("of_any_result") - {result.head}


def may_tell_outcomes(left: Assertion, right: Assertion) -> bool:
    """Whether both may tell, by one verb or by verbs for that, what came out for somebody, which is quickly seen."""
    by_noun = [one for one in (left, right) if not _tells_sum(one)]
    if any(one.words.isdisjoint(_outcomes()) for one in by_noun):
        return False
    verbs = {str(one.claim.value.get("verb")) for one in by_noun if one.claim is not None}
    return left.predicate == right.predicate or verbs <= forms("reporting")


def grounds_of_outcomes(one: Assertion) -> Iterator[Hashable]:
    """What two statements both show that may tell what came out for somebody."""
    if _tells_sum(one):
        yield "outcome"
    elif not one.words.isdisjoint(_outcomes()):
        yield "outcome", one.predicate
        if one.claim is not None and str(one.claim.value.get("verb")) in forms("reporting"):
            yield "outcome"


def keys_of_outcomes(one: Assertion) -> Iterator[Hashable]:
    """A key under which what came out for somebody meets what else did."""
    told = _tells_sum(one) or not one.words.isdisjoint(_outcomes())
    if told and one.frame is not None and one.frame.doer is not None:
        yield "outcome", one.frame.doer.head


@cache
def _by_verb() -> Mapping[str, str]:
    """What came out, for each verb that tells it: *loss*, for *lose*."""
    pairs = (pair.split("/") for pair in opposition_words("comes_out_as"))
    return {predicate_of(verb): predicate_of(result) for verb, result in pairs}


@cache
def _outcomes() -> frozenset[str]:
    return paired("outcomes") | predicates("results")
