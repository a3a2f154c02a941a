"""When something is done, by the form of a verb and the words in front of it: *had signed*, *will sign*, *signs*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsrecon.verbs import verbs, word_list

__all__ = ["NEGATED", "Tense", "forms_of_be", "is_past", "past_auxiliaries", "tense_of", "words_ahead"]

Tense = str
"""`past`, the perfect among it, `present` or `future`; empty where nothing tells, or the words say less than that it is so."""

NEGATED = 4
"""So many words in front of a verb may negate it."""


def tense_of(before: Sequence[str], verb: str, *, reported: bool = False) -> Tense:
    """The tense of a verb by the words in front of it and its form; what somebody said *would* be is to be."""
    near = before[-NEGATED:]
    if reported and not words_ahead().isdisjoint(near):
        return "future"
    if not _future().isdisjoint(near) or (near[-1:] == ["to"] and not _to_come().isdisjoint(near[-2:-1])):
        return "future"
    if not _unsure().isdisjoint(near):
        return ""
    if not past_auxiliaries().isdisjoint(near):
        return "past"
    if not _present_auxiliaries().isdisjoint(near):
        return "present"
    return "past" if is_past(verb) else "present"


def is_past(verb: str) -> bool:
    return verb in _past_forms() or verb.endswith("ed")


@cache
def _future() -> frozenset[str]:
    return frozenset(word_list("future"))


@cache
def words_ahead() -> frozenset[str]:
    """What stands before a verb of what is to be, or was said to be going to be: *will*, *would*."""
    return frozenset(word_list("ahead"))


@cache
def _unsure() -> frozenset[str]:
    return frozenset(word_list("modals")) - _future()


@cache
def past_auxiliaries() -> frozenset[str]:
    return frozenset((*word_list("past"), *word_list("have")))


@cache
def _present_auxiliaries() -> frozenset[str]:
    return frozenset((*word_list("be"), *word_list("do"))) - past_auxiliaries()


@cache
def _to_come() -> frozenset[str]:
    """What stands before *to* and a verb of what is to be: *is*, *going*."""
    return forms_of_be() | {"going"}


@cache
def forms_of_be() -> frozenset[str]:
    return frozenset((*word_list("be"), "be", "been"))


@cache
def _past_forms() -> frozenset[str]:
    told = frozenset(form for verb in verbs().values() for form in (*verb.past, *verb.participle))
    return told | (past_auxiliaries() - frozenset(word_list("perfect")))
