"""What came out for somebody, of two things that exclude each other: *posted a profit*, *made a loss*."""

from __future__ import annotations

from newsrecon.extractors.one_thing import is_news, is_one
from newsrecon.extractors.oppositions import forms, paired, predicate_pairs
from newsrecon.extractors.statement_reading import Assertion

__all__ = ["by_outcome", "may_tell_outcomes"]


def by_outcome(left: Assertion, right: Assertion) -> str | None:
    """Why one cannot have had both: *posted a profit of 30 million*, *made a loss of 12 million*."""
    mine, theirs = left.frame, right.frame
    if not may_tell_outcomes(left, right) or not (mine and theirs) or not is_one(mine.doer, theirs.doer):
        return None
    one, other = mine.done_to, theirs.done_to
    if one is None or other is None or left.negated or right.negated:
        return None
    if frozenset((one.head, other.head)) not in predicate_pairs("outcomes") or not is_news(left, right):
        return None
    return f"{left.shown.get(one.head, one.head)!r} and {right.shown.get(other.head, other.head)!r} exclude each other"


def may_tell_outcomes(left: Assertion, right: Assertion) -> bool:
    """Whether both may tell, by one verb or by verbs for that, what came out for somebody, which is quickly seen."""
    if left.words.isdisjoint(paired("outcomes")) or right.words.isdisjoint(paired("outcomes")):
        return False
    verbs = {str(one.claim.value.get("verb")) for one in (left, right) if one.claim is not None}
    return left.predicate == right.predicate or verbs <= forms("reporting")
