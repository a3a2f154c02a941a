"""Deeds of which only one was done: *approved it*, *rejected it*; *cut the power*, *restored the power*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from newsrecon.extractors.frames import Frame
from newsrecon.extractors.one_thing import both_known, of_one_time, of_others
from newsrecon.extractors.oppositions import opposition_words, paired, predicate_pairs
from newsrecon.extractors.parties import Party, party_of
from newsrecon.extractors.statement_measures import amounts, on_one_day, units
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.word_sorts import two_of_a_sort

__all__ = ["by_opposites", "by_words", "is_of_one", "opposed", "opposites", "other_charges", "undoes"]


def by_opposites(left: Assertion, right: Assertion) -> str | None:
    """Why two deeds exclude each other: of one doer and one thing, both known, only one was done."""
    pair = frozenset((left.deed[0], right.deed[0]))
    if right.predicate in opposites().get(left.predicate, ()):
        pair = frozenset((left.predicate, right.predicate))  # ruled out
    elif right.deed[0] not in opposites().get(left.deed[0], ()):
        return None
    if left.deed[1] or right.deed[1]:
        return None
    if pair in predicate_pairs("turns") and not (on_one_day(left.told, right.told) or of_one_time(left, right)):
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or _at_two_times(left, right):
        return None
    if pair in predicate_pairs("plans"):  # who stays, and what is moved
        so = _is_to_be(left) and _is_to_be(right) and both_known(left.theme, right.theme)
        return _exclude_in_words(left, right) if so else None
    if mine.tense != theirs.tense or not mine.tense or _of_two_parts(mine, theirs):
        return None
    if pair in predicate_pairs("fates"):
        so = mine.tense == "past" and both_known(left.theme, right.theme)
    elif pair in predicate_pairs("decided") and (mine.doer is None or theirs.doer is None):
        so = both_known(mine.done_to, theirs.done_to) and not _of_other_matters(mine, theirs)
    else:
        so = _one_doing(mine, theirs) and not (pair in predicate_pairs("attitudes") and mine.doer is None)
    if not so:
        return None
    return _exclude_in_words(left, right)


def _at_two_times(left: Assertion, right: Assertion) -> bool:
    """Whether both tell when, and one may have been before the other: *sold it last week*, *bought it last month*."""
    one, other = left.told, right.told
    return one is not None and other is not None and not (one.within(other) or other.within(one))


def _is_to_be(one: Assertion) -> bool:
    """Whether a plan is told: *will stay*, *is leaving the club*; *said that he* **was leaving**."""
    if one.frame is None or one.claim is None:
        return False
    goes_on = str(one.claim.value.get("verb")).endswith("ing")
    now = one.frame.tense == "present" or (one.frame.tense == "past" and one.speaker is not None)
    return one.frame.tense == "future" or (goes_on and now)


def _of_two_parts(mine: Frame, theirs: Frame) -> bool:
    """Whether each tells it of another thing of one sort: *won in the north*, *lost in the south*."""
    if not mine.rest.isdisjoint(theirs.rest):
        return False
    return any(two_of_a_sort(one, other) for one in mine.rest for other in theirs.rest)


def _of_other_matters(mine: Frame, theirs: Frame) -> bool:
    """Whether both tell of what, and of nothing in common: *convicted of fraud*, *acquitted of murder*."""
    of = [frame.rest | (frame.done_to.of if frame.done_to is not None else frozenset()) for frame in (mine, theirs)]
    of = [words - paired("decided") for words in of]  # found guilty | of murder
    return bool(of[0]) and bool(of[1]) and of[0].isdisjoint(of[1])


def other_charges(left: Assertion, right: Assertion) -> str | None:
    """Why what was decided of one thing is of two matters: *convicted of fraud*, *acquitted of perjury*."""
    if (
        left.deed[0] not in paired("decided")
        or right.deed[0] not in paired("decided")
        or left.frame is None
        or right.frame is None
    ):
        return None
    return "they are of two matters" if _of_other_matters(left.frame, right.frame) else None


def _one_doing(mine: Frame, theirs: Frame) -> bool:
    """Whether two frames are of one doer, or of none that is told, and of one thing, or of none."""
    if _is_no_thing(mine.done_to) and _is_no_thing(theirs.done_to):
        return both_known(mine.doer, theirs.doer)
    if not both_known(mine.done_to, theirs.done_to) or of_others(mine.done_to, theirs.done_to):
        return False
    return (mine.doer is None and theirs.doer is None) or both_known(mine.doer, theirs.doer)


def _is_no_thing(party: Party | None) -> bool:
    """Whether nothing is told that a deed is done to, but how much at most: *fell* **5 percent**."""
    return party is None or party.head in amounts() | units()


def by_words(left: Assertion, right: Assertion) -> str | None:
    """Why one is the very denial of the other, if it is: in all but the denial they are the same, word for word."""
    if left.passive != right.passive or left.figures != right.figures or left.subject != right.subject:
        return None
    if not (is_of_one(left) and is_of_one(right)) or _is_of_some(left) or _is_of_some(right):
        return None
    mine, theirs = left.tokens - {left.predicate}, right.tokens - {right.predicate}
    if mine != theirs or len(mine) < 2 or (left.frame and right.frame and left.frame.tense != right.frame.tense):
        return None
    if left.predicate == right.predicate and left.negated != right.negated:
        not_done, done = (left, right) if left.negated else (right, left)
        if done.deed[0] and _of_any_such(done.frame) and not _of_any_such(not_done.frame):
            return None
        return None if not_done.told and not done.told else "one denies what the other says"
    if any(one.frame and one.frame.done_to and not one.frame.done_to.definite for one in (left, right)):
        return None
    pair = frozenset((left.predicate, right.predicate))
    turned = pair in predicate_pairs("plans") or (pair in predicate_pairs("turns") and not left.figures)
    if turned and (left.told is None or right.told is None):
        return None
    return opposed(left, right)


def _of_any_such(frame: Frame | None) -> bool:
    """Whether it is done to one of many: *called off a strike*."""
    return frame is not None and frame.done_to is not None and not frame.done_to.definite


def is_of_one(one: Assertion) -> bool:
    """Whether the words tell what a clause is about: *this* may be anything."""
    return one.claim is None or party_of(one.claim.subject, one.subject) is not None


def _is_of_some(one: Assertion) -> bool:
    """Whether it is told of some of many, whom nobody knows: *some residents*, *many voters*."""
    opens = one.claim.subject.lower().split()[:1] if one.claim is not None else []
    return bool(opens) and opens[0] in opposition_words("indefinite") and opens[0] not in ("a", "an")


def undoes(left: Assertion, right: Assertion) -> str | None:
    """Why two deeds are two, if one undoes the other: *cut the power*, *restored the power*."""
    if right.predicate not in _undone_by().get(left.predicate, ()) or left.negated or right.negated:
        return None
    words = sorted(one.shown.get(one.predicate, one.predicate) for one in (left, right))
    return f"of {words[0]!r} and {words[1]!r} one undoes the other"


def opposed(left: Assertion, right: Assertion) -> str | None:
    """Why the predicates exclude each other, if they do."""
    if left.negated != right.negated or right.predicate not in opposites().get(left.predicate, ()):
        return None
    if left.predicate not in left.tokens or right.predicate not in right.tokens:
        return None
    return _exclude_in_words(left, right)


def _exclude_in_words(left: Assertion, right: Assertion) -> str:
    words = [one.shown.get(one.deed[0], one.shown.get(one.predicate, one.deed[0])) for one in (left, right)]
    return f"{words[0]!r} and {words[1]!r} exclude each other"


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """For each predicate that has opposites, those that cannot be so with it."""
    return _others(predicate_pairs("deeds") | predicate_pairs("turns") | predicate_pairs("plans"))


@cache
def _undone_by() -> Mapping[str, frozenset[str]]:
    """For each predicate those that undo it, or that it undoes."""
    return _others(predicate_pairs("undoing"))


def _others(pairs: Iterable[frozenset[str]]) -> dict[str, frozenset[str]]:
    """For each of those in a pair the others that it has one with."""
    found: dict[str, frozenset[str]] = {}
    for pair in pairs:
        for one in pair:
            found[one] = found.get(one, frozenset()) | (pair - {one})
    return found
