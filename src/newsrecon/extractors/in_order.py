"""Which of several: *the second case*, *the third case* are two, and what is *the fifth country* to do it is not the sixth."""

from __future__ import annotations

from newsrecon.extractors.statement_reading import Assertion

__all__ = ["by_order", "of_another_in_order"]

ENOUGH = 3
"""So many telling words in common tell of what both are where neither names it: *it was the second human case of bird flu*."""


def of_another_in_order(left: Assertion, right: Assertion) -> str | None:
    """Why two statements are of two of several, if each says which of the same it is of."""
    for one, words in left.ordinals:
        others = [other for other, behind in right.ordinals if not words.isdisjoint(behind)]
        if others and one not in others:
            return f"one is of the {one}, the other of the {min(others)}"
    return None


def by_order(left: Assertion, right: Assertion) -> str | None:
    """Why one cannot be both: *became the fifth country to join*, *became the sixth country to join*."""
    if not left.ordinals or not right.ordinals or left.negated or right.negated:
        return None
    if not (_is_what_it_is(left) and _is_what_it_is(right)) or (left.subject or right.subject) != (
        right.subject or left.subject
    ):
        return None
    shared = (left.core & right.core) - {left.subject}
    return (
        of_another_in_order(left, right) if len(shared) >= (1 if left.subject and right.subject else ENOUGH) else None
    )


def _is_what_it_is(one: Assertion) -> bool:
    """Whether a clause says only what something is: *was the second case*."""
    return not one.predicate or one.predicate == "becom"
