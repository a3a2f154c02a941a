"""What two statements of one story cannot both say: *approved the offer*, *rejected the offer*; *is legal*, *is illegal*.

Theory of operation. Most statements that differ can both be true, so two exclude each other only where words that exclude each
other are said of the same: of one doer and one thing (frames), of one thing that is in a state (states), at one time, in one
tense, both as facts. What is not done is told of less than what is done: *no shots were fired* excludes *shots were fired at the
gate*, and *no shots were fired at the gate* does not exclude *shots were fired*. What may have become of something by the time
it was told is an update, and no dispute (`may_have_changed`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cache

from newsrecon.extractors.frames import Frame, Party, Tense, opposition_words, party_of
from newsrecon.extractors.singles import by_measure, by_moment, by_score, by_tenure, is_single, of_another_time
from newsrecon.extractors.statement_measures import amounts, on_one_day, times_apart, units
from newsrecon.extractors.statement_names import stands_for
from newsrecon.extractors.statement_reading import DENIED, Assertion, predicate_of
from newsrecon.extractors.states import State, deeds_of
from newsrecon.extractors.undone import by_negation, implied_by, is_of_days_before, keys_of_denial

__all__ = [
    "contradiction",
    "counts_of_one_day",
    "denial",
    "different_subjects",
    "figures_apart",
    "goes_back",
    "may_have_changed",
    "one_hurt",
    "opposed",
    "opposing_keys",
    "opposites",
]

LEAST = 0.3
"""So much of what is said, by weight, must be what is denied."""
FEW_DAYS = 2
"""So many days apart, two articles tell as news of one deed."""
MOST = 0.75
"""So much of what is denied, by weight, must be said where it is said to be so."""


def contradiction(left: Assertion, right: Assertion) -> str | None:
    """Why one excludes the other, if it does; None as well where one speaker, or one article in its own words, says both."""
    if not _may_exclude(left, right) or not (_is_told(left) and _is_told(right)):
        return None
    if left.article == right.article and not _told_by_two(left, right):
        return None
    single = by_moment(left, right) or by_tenure(left, right) or _by_states(left, right)
    if single is not None:
        return single
    if times_apart(left.told, right.told) or of_another_time(left, right):
        return None
    return next((found for rule in _RULES if (found := rule(left, right))), None)


def _may_exclude(left: Assertion, right: Assertion) -> bool:
    """Whether two statements have what it takes to exclude each other, which most pairs have not and is quickly seen."""
    if left.states and right.states:
        return left.phrase == right.phrase
    if left.phrase or right.phrase:
        return False
    if is_single(left, right):
        return True
    mine, theirs = left.deed[0], right.deed[0]
    if mine == theirs:
        differ = left.deed[1] != right.deed[1] or left.negated != right.negated
        return differ or mine in _alone() or goes_back(left, right)
    if left.deed[1] != right.deed[1] and (theirs in implied_by(mine) or mine in implied_by(theirs)):
        return True
    return theirs in opposites().get(mine, ()) or right.predicate in opposites().get(left.predicate, ())


def _told_by_two(left: Assertion, right: Assertion) -> bool:
    """Whether an article tells two statements on the words of two speakers."""
    return bool(left.speaker and right.speaker) and left.speaker != right.speaker


def may_have_changed(old: Assertion, new: Assertion) -> bool:
    """Whether, of two statements that exclude each other, the second may be what became of the first by the time it was told."""
    if contradiction(old, new) is None or (old.told is not None and new.told is not None):
        return False
    states = _states_apart(old, new)
    if states is not None:
        if states[0].done and not states[1].done:
            return False
        return states[0].of == "injury" or not states[0].fixed or states[0].tense != "past"
    if _by_doer(old, new) or _by_route(old, new):
        return False
    if old.deed[0] == new.deed[0] and new.frame is not None and new.frame.tense == "past":
        # What was not done may be done later, and what was done stays done, or had been done when it was denied.
        return old.deed[1] and not is_of_days_before(new, old)
    return True


def opposing_keys(one: Assertion) -> Iterator[Hashable]:
    """Keys under which a statement meets those that may exclude it and have few words in common with it."""
    for state in one.states:
        if state.holder is not None:
            yield "state", state.scale, state.holder.head
    yield from keys_of_denial(one)
    against = opposites().get(one.deed[0], ()) if one.modality is None or one.modality == "deny" else ()
    for other in sorted(against):
        if one.frame is not None and one.frame.doer is not None:
            yield "deed", *sorted((one.deed[0], other)), one.frame.doer.head


# ---------------------------------------------------------------- states


def _by_states(left: Assertion, right: Assertion) -> str | None:
    found = _states_apart(left, right)
    if found is None or (times_apart(left.told, right.told) and found[0].done == found[1].done):
        return None
    return f"{found[0].words!r} and {found[1].words!r} exclude each other"


def _states_apart(left: Assertion, right: Assertion) -> tuple[State, State] | None:
    for mine in left.states:
        for theirs in right.states:
            if mine.excludes(theirs) and _tense(mine, left) == _tense(theirs, right) != "" and _of_one(mine, theirs, left, right):
                return None if _may_follow(mine, theirs, left, right) else (mine, theirs)
    return None


def _tense(state: State, one: Assertion) -> Tense:
    """The tense of a state; who was arrested in the days before the telling is in custody."""
    lately = state.done and state.tense == "past" and is_of_days_before(one, one)
    return "present" if lately else state.tense


def _may_follow(mine: State, theirs: State, left: Assertion, right: Assertion) -> bool:
    """Whether a state that changes was told of two moments: *was closed*, and *was open* again; *is at large*, *was caught*."""
    if mine.fixed or mine.of != "subject" or _AT_THE_TIME.search(_text(left)) or _AT_THE_TIME.search(_text(right)):
        return False
    if mine.done != theirs.done:
        deed, state = (left, right) if mine.done else (right, left)
        if mine.final or theirs.final:
            return deed.day is None or state.day is None or deed.day > state.day
        until = state.told.end if state.told is not None else str(state.day or "")
        return deed.told is not None and (until <= deed.told.begin[:10] or (deed.day is not None and until < str(deed.day)))
    return mine.tense == "past" and (left.told is None or right.told is None)


# Words that tell that a state is of the moment of the event.
_AT_THE_TIME = re.compile(r"\bat the time\b")


def _text(one: Assertion) -> str:
    return one.claim.mention.text if one.claim is not None else ""


def one_hurt(left: Assertion, right: Assertion) -> bool:
    """Whether two tell of one who is hurt."""
    return any(_of_one(mine, theirs, left, right) for mine in left.states for theirs in right.states)


def _of_one(mine: State, theirs: State, left: Assertion, right: Assertion) -> bool:
    """Whether two states are said of one thing, or of one deed."""
    if mine.of == "deed":
        only = deeds_of(mine)
        same = left.deed[0] == right.deed[0] and (not only or left.deed[0] in only)
        return same and _one_deed(left.frame, right.frame)
    return mine.holder is not None and theirs.holder is not None and mine.holder.may_be(theirs.holder)


def _one_deed(left: Frame | None, right: Frame | None) -> bool:
    """Whether two frames of one verb have one doer or one thing it is done to, and none that differs."""
    if left is None or right is None or left.tense != right.tense or left.negated or right.negated:
        return False
    known = [pair for pair in ((left.done_to, right.done_to), (left.doer, right.doer)) if None not in pair]
    return bool(known) and all(
        one.definite and other.definite and one.may_be(other) for one, other in known if one and other
    )


# ---------------------------------------------------------------- deeds


def _by_opposites(left: Assertion, right: Assertion) -> str | None:
    """Why two deeds exclude each other: of one doer and one thing, both known, only one was done."""
    pair = frozenset((left.deed[0], right.deed[0]))
    if left.deed[1] or right.deed[1] or right.deed[0] not in opposites().get(left.deed[0], ()):
        return None
    if pair in _turns() and (left.told is None or right.told is None):
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.tense != theirs.tense or not mine.tense:
        return None
    if pair in _plans():  # who stays, and what is moved
        so = mine.tense == "future" and _both_known(_theme(mine, left), _theme(theirs, right))
    elif pair in _pairs("fates"):
        so = mine.tense == "past" and _both_known(_theme(mine, left), _theme(theirs, right))
    elif pair in _pairs("decided") and (mine.doer is None or theirs.doer is None):
        so = _both_known(mine.done_to, theirs.done_to) and not _of_other_matters(mine, theirs)
    else:
        so = _one_doing(mine, theirs) and not (pair in _attitudes() and mine.doer is None)
    if not so:
        return None
    return _exclude_in_words(left, right)


def _theme(frame: Frame, one: Assertion) -> Party | None:
    """Who or what a clause is about as a frame has it."""
    return frame.done_to if one.passive else frame.doer


def _of_other_matters(mine: Frame, theirs: Frame) -> bool:
    """Whether both tell of what, and of nothing in common: *convicted of fraud*, *acquitted of murder*."""
    of = [frame.rest | (frame.done_to.of if frame.done_to is not None else frozenset()) for frame in (mine, theirs)]
    return bool(of[0]) and bool(of[1]) and of[0].isdisjoint(of[1])


def _one_doing(mine: Frame, theirs: Frame) -> bool:
    """Whether two frames are of one doer, or of none that is told, and of one thing, or of none."""
    if mine.done_to is None and theirs.done_to is None:
        return _both_known(mine.doer, theirs.doer)
    if not _both_known(mine.done_to, theirs.done_to) or _of_others(mine.done_to, theirs.done_to):
        return False
    return (mine.doer is None and theirs.doer is None) or _both_known(mine.doer, theirs.doer)


def _of_others(mine: Party | None, theirs: Party | None) -> bool:
    """Whether both tell what a thing is of, and nothing of it in common: *the request to move*, *the request for bail*."""
    of = [party.of for party in (mine, theirs) if party is not None and party.of]
    return len(of) == 2 and of[0].isdisjoint(of[1])


def _both_known(one: Party | None, other: Party | None) -> bool:
    return one is not None and other is not None and one.definite and other.definite and one.may_be(other)


def _by_doer(left: Assertion, right: Assertion) -> str | None:
    """Why two cannot both have done it: *Lind won the race*, *Rask won the race*."""
    if left.deed != right.deed or left.deed[1] or left.deed[0] not in _alone() or left.passive or right.passive:
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.tense != "past" or theirs.tense != "past":
        return None
    if (
        not left.person
        or not right.person
        or left.subject == right.subject
        or not _both_known(mine.done_to, theirs.done_to)
    ):
        return None
    if _of_others(mine.done_to, theirs.done_to):
        return None
    return (
        f"{left.shown.get(left.subject or '')!r} and {right.shown.get(right.subject or '')!r} cannot both have done it"
    )


def _by_route(left: Assertion, right: Assertion) -> str | None:
    """Why one was not under way both there and back: *was sailing from Sund to Lima*, *was sailing from Lima to Sund*."""
    mine, theirs = left.frame, right.frame
    if not goes_back(left, right) or mine is None or theirs is None or mine.tense != theirs.tense or not mine.tense:
        return None
    under_way = all(str(one.claim.value.get("verb")).endswith("ing") for one in (left, right) if one.claim is not None)
    return "one goes there and the other back" if under_way and _both_known(mine.doer, theirs.doer) else None


def goes_back(left: Assertion, right: Assertion) -> bool:
    """Whether one goes where the other comes from, and comes from where it goes."""
    return left.route is not None and right.route is not None and left.route == right.route[::-1]


def _by_words(left: Assertion, right: Assertion) -> str | None:
    """Why one is the very denial of the other, if it is: in all but the denial they are the same, word for word."""
    if left.passive != right.passive or left.figures != right.figures or left.subject != right.subject:
        return None
    if not (_is_of_one(left) and _is_of_one(right)):
        return None
    mine, theirs = left.tokens - {left.predicate}, right.tokens - {right.predicate}
    if mine != theirs or len(mine) < 2 or (left.frame and right.frame and left.frame.tense != right.frame.tense):
        return None
    if left.predicate == right.predicate and left.negated != right.negated:
        not_done, done = (left, right) if left.negated else (right, left)
        return None if not_done.told and not done.told else "one denies what the other says"
    if any(one.frame and one.frame.done_to and not one.frame.done_to.definite for one in (left, right)):
        return None
    pair = frozenset((left.predicate, right.predicate))
    turned = pair in _plans() or (pair in _turns() and not left.figures)
    if turned and (left.told is None or right.told is None):
        return None
    return opposed(left, right)


def _is_of_one(one: Assertion) -> bool:
    """Whether the words tell what a clause is about: *this* may be anything."""
    return one.claim is None or party_of(one.claim.subject, one.subject) is not None


_RULES: tuple[Callable[[Assertion, Assertion], str | None], ...] = (
    by_negation,
    _by_opposites,
    _by_doer,
    _by_route,
    _by_words,
    by_measure,
    by_score,
)


def _is_told(one: Assertion) -> bool:
    """Whether it is said to be so, or not: *rejected the bill*, though to reject is to deny; *refused to leave*."""
    if one.modality is None:
        return True
    return one.modality == "deny" and (one.deed[0] != one.predicate or one.predicate in opposites())


def denial(left: Assertion, right: Assertion) -> str | None:
    """Why one is somebody's denial of the other, if it is: nearly all that is denied is said there, of the same."""
    if (left.modality == DENIED) == (right.modality == DENIED):
        return None
    denying, said = (left, right) if left.modality == DENIED else (right, left)
    if said.modality is not None or denying.negated != said.negated or said.phrase:
        return None
    denied = denying.words - denying.names
    shared = denied & said.words
    if len(shared) < 2 or denying.weight_of(shared) < MOST * denying.weight_of(denied):
        return None
    # A clause that is denied has a verb, and what is said to be so has it, too, and says little else.
    clause = denying.claim is not None and denying.claim.value.get("modality") == DENIED
    if (clause and denying.predicate != said.predicate) or said.weight_of(shared) < LEAST * said.weight:
        return None
    if different_subjects(denying, said) or times_apart(denying.told, said.told) or figures_apart(denying, said):
        return None
    return f"{denying.denied_by} denies it"


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


def different_subjects(left: Assertion, right: Assertion) -> bool:
    """Whether two different names are the subjects, neither of which can stand for the other."""
    if left.subject is None or right.subject is None or left.passive != right.passive:
        return False
    return left.subject != right.subject and not stands_for(left.subject, right.subject)


def figures_apart(left: Assertion, right: Assertion) -> str | None:
    """Why the numbers of one thing cannot be one, if they cannot; years may be of many things, unless the same is said."""
    same = left.predicate == right.predicate and left.predicate in left.core
    for mine in left.figures:
        for theirs in right.figures:
            differ = mine.noun == theirs.noun and not mine.meets(theirs)
            if differ and (same or mine.noun in amounts() or mine.noun not in units()):
                return f"the numbers of {mine.noun!r} differ" if mine.noun else "the numbers differ"
    return None


def counts_of_one_day(left: Assertion, right: Assertion) -> bool:
    """Whether both count what a deed of one day was done to, and who counts fewer does not tell of a part: *at the gate*."""
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.done_to is None or theirs.done_to is None:
        return False
    if not on_one_day(left.told, right.told) and not _of_these_days(left, right):
        return False
    if mine.done_to.others or theirs.done_to.others:
        return False
    noun = mine.done_to.head
    counts = [next((one for one in side.figures if one.noun == noun), None) for side in (left, right)]
    if counts[0] is None or counts[1] is None:
        return False
    fewer, more = (mine, theirs) if counts[0].low < counts[1].low else (theirs, mine)
    return fewer.rest <= more.rest


def _of_these_days(left: Assertion, right: Assertion) -> bool:
    """Whether neither gives a time, and both are told within a few days: of one deed, which is the news."""
    if left.told is not None or right.told is not None or left.day is None or right.day is None:
        return False
    return abs((left.day - right.day).days) <= FEW_DAYS


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """For each predicate that has opposites, those that cannot be so with it."""
    found: dict[str, frozenset[str]] = {}
    for pair in _pairs("deeds") | _turns() | _plans():
        for one in pair:
            found[one] = found.get(one, frozenset()) | (pair - {one})
    return found


@cache
def _turns() -> frozenset[frozenset[str]]:
    """Pairs that undo each other, so that both can be so on two days."""
    return _pairs("turns")


@cache
def _plans() -> frozenset[frozenset[str]]:
    """Pairs of which only one can be so of what is to be."""
    return _pairs("plans")


@cache
def _attitudes() -> frozenset[frozenset[str]]:
    """Pairs that tell what somebody thinks of a thing: another may think otherwise."""
    return _pairs("attitudes")


@cache
def _pairs(key: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(map(predicate_of, pair.split("/"))) for pair in opposition_words(key))


@cache
def _alone() -> frozenset[str]:
    return frozenset(map(predicate_of, opposition_words("alone")))
