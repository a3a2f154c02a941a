"""What is called off, and what is to go ahead: *called off the strike*, *The strike will go ahead*."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import cache

from newsrecon.extractors.one_thing import both_known
from newsrecon.extractors.oppositions import opposition_words, predicates
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.text import one_of
from newsrecon.verbs import forms_of

__all__ = ["by_calling_off", "calls_off", "keys_of_what_is_called_off"]


def by_calling_off(left: Assertion, right: Assertion) -> str | None:
    """Why what is called off does not take place: *called off the strike*, *The strike will go ahead*."""
    if calls_off(left) == calls_off(right):
        return None
    off, on = (left, right) if calls_off(left) else (right, left)
    one, other = off.frame, on.frame
    if one is None or other is None or one.negated or other.negated or on.claim is None:
        return None
    if on.will_be and _is_same_trip(off, on):
        return _NOT_TO_BE
    if not on.will_be or not _may_go_ahead(on):
        return None
    theme = other.done_to if on.passive else other.doer
    return _NOT_TO_BE if both_known(one.done_to, theme) else None


_NOT_TO_BE = "what is called off will not take place"


def _is_same_trip(off: Assertion, on: Assertion) -> bool:
    """Whether one calls off the trip on which the other says that he will go: *cancelled her trip to Lima*, *will visit Lima*."""
    mine, theirs = off.frame, on.frame
    if mine is None or theirs is None or mine.done_to is None or mine.done_to.head not in predicates("travelling"):
        return False
    to_one_place = bool((off.names & on.names) - {off.subject, on.subject})
    return on.deed[0] in predicates("travelling") and to_one_place and both_known(mine.doer, theirs.doer)


def calls_off(one: Assertion) -> bool:
    """Whether it is told that somebody calls something off."""
    return one.predicate in predicates("calling_off")


def keys_of_what_is_called_off(one: Assertion) -> Iterator[Hashable]:
    """A key under which what is called off meets what is to go ahead."""
    if calls_off(one) or (_may_go_ahead(one) and one.will_be):
        frame = one.frame
        theme = None if frame is None else frame.done_to if one.passive or calls_off(one) else frame.doer
        if theme is not None:
            yield "called off", theme.head


def _may_go_ahead(one: Assertion) -> bool:
    """Whether it is told that something goes ahead, if it is told of what is to come."""
    verb = str(one.claim.value.get("verb")) if one.claim is not None else ""
    return verb in _ahead() and one.claim is not None and _goes_ahead().search(one.claim.mention.text) is not None


@cache
def _ahead() -> frozenset[str]:
    return forms_of(sorted(phrase.removeprefix("be ").split()[0] for phrase in opposition_words("goes_ahead")))


# will | go ahead
@cache
def _goes_ahead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(opposition_words('goes_ahead'))})\b")
