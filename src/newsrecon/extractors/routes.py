"""From where to where one was under way: *was sailing from Sund to Lima*, *from Lima to Sund*."""

from __future__ import annotations

import re
from functools import cache

from newsrecon.extractors.one_thing import both_known
from newsrecon.extractors.oppositions import opposition_words
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.text import one_of

__all__ = ["by_route", "goes_back", "goes_otherwise", "on_the_way", "still_under_way"]


def by_route(left: Assertion, right: Assertion) -> str | None:
    """Why one was not under way on two ways: *was sailing from Sund to Lima*, *from Lima to Sund*, *from Sund to Oslo*."""
    mine, theirs = left.frame, right.frame
    if (
        not goes_otherwise(left, right)
        or mine is None
        or theirs is None
        or mine.tense != theirs.tense
        or not mine.tense
    ):
        return None
    if not (_is_under_way(left) and _is_under_way(right)) or not both_known(mine.doer, theirs.doer):
        return None
    return "one goes there and the other back" if goes_back(left, right) else "they do not go one way"


def _is_under_way(one: Assertion) -> bool:
    """Whether it is told that one was on a way: *was sailing from Sund to Lima*, *was on its way from Sund to Lima*."""
    if one.claim is None:
        return False
    return str(one.claim.value.get("verb")).endswith("ing") or on_the_way(one)


# on its way
@cache
def _under_way() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(opposition_words('under_way'))})\b")


def goes_back(left: Assertion, right: Assertion) -> bool:
    """Whether one goes where the other comes from, and comes from where it goes."""
    return left.route is not None and right.route is not None and left.route == right.route[::-1]


def goes_otherwise(left: Assertion, right: Assertion) -> bool:
    """Whether both tell from where to where it goes, and not the same."""
    return left.route is not None and right.route is not None and left.route != right.route


def still_under_way(left: Assertion, right: Assertion) -> str | None:
    """Why one is under way and the other is where it goes, or elsewhere: *was on its way to the wreck*, *is near the boat*."""
    if left.predicate or right.predicate or left.claim is None or right.claim is None:
        return None  # was sailing to the wreck
    return "one is still on its way" if on_the_way(left) != on_the_way(right) else None


def on_the_way(one: Assertion) -> bool:
    """Whether it is told that one is on the way."""
    text = one.claim.mention.text if one.claim is not None else ""
    return _under_way().search(text) is not None
