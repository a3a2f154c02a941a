"""What two statements of one story cannot both say: *approved the offer*, *rejected the offer*; *is legal*, *is illegal*.

Theory of operation. Most statements that differ can both be true, so two exclude each other only where words that exclude each
other are said of the same: of one doer and one thing (frames), of one thing that is in a state (states), at one time, in one
tense, both as facts. What is not done is told of less than what is done: *no shots were fired* excludes *shots were fired at the
gate*, and *no shots were fired at the gate* does not exclude *shots were fired*. What may have become of something by the time
it was told is an update, and no dispute (`may_have_changed`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator

from newsrecon.extractors.calling_off import by_calling_off, keys_of_what_is_called_off
from newsrecon.extractors.doers import by_described_doer, by_doer, by_post, by_self
from newsrecon.extractors.existence import (
    by_bringing_about,
    by_existence,
    keys_of_what_is_brought_about,
)
from newsrecon.extractors.grounds import grounds_of
from newsrecon.extractors.in_order import by_order, of_another_in_order
from newsrecon.extractors.one_thing import of_one_day
from newsrecon.extractors.opposed_deeds import by_opposites, by_words, opposites, other_charges
from newsrecon.extractors.opposed_states import by_states, has_changed, states_apart
from newsrecon.extractors.oppositions import widest
from newsrecon.extractors.outcomes import by_outcome, keys_of_outcomes
from newsrecon.extractors.routes import by_route
from newsrecon.extractors.since_when import by_beginning, by_tenure
from newsrecon.extractors.single_amounts import by_amount, has_turned, is_a_share, keys_of_amounts
from newsrecon.extractors.single_counts import by_count, keys_of_counts
from newsrecon.extractors.single_measures import by_extent, keys_of_extents
from newsrecon.extractors.single_times import (
    by_end,
    by_moment,
    is_to_come,
    keys_of_moments,
    of_another_time,
)
from newsrecon.extractors.slots import by_slot, keys_of_slots
from newsrecon.extractors.sorts import by_kind
from newsrecon.extractors.statement_measures import amounts, numbers_differ, times_apart, units, years_apart
from newsrecon.extractors.statement_names import stands_for
from newsrecon.extractors.statement_reading import DENIED, Assertion
from newsrecon.extractors.tallies import by_tally, keys_of_tallies
from newsrecon.extractors.undone import (
    by_first_time,
    by_last,
    by_negation,
    by_since,
    is_ever,
    is_of_days_before,
    is_of_late,
    keys_of_denial,
)
from newsrecon.extractors.ways import by_way, keys_of_ways
from newsrecon.extractors.which_of_two import by_medal, by_side

__all__ = [
    "contradiction",
    "denial",
    "different_subjects",
    "figures_apart",
    "may_have_changed",
    "of_another_occasion",
    "of_any",
    "opposing_keys",
]

LEAST = 0.3
"""So much of what is said, by weight, must be what is denied."""
MOST = 0.75
"""So much of what is denied, by weight, must be said where it is said to be so."""


def contradiction(left: Assertion, right: Assertion) -> str | None:
    """Why one excludes the other, if it does; None as well where one speaker, or one article in its own words, says both."""
    if not grounds_of(left).meet(grounds_of(right)):
        return None
    if left.article == right.article and not _told_by_two(left, right):
        return None
    single = next((found for rule in _SINGLE if (found := rule(left, right))), None)
    if single is not None:
        return single
    if of_another_in_order(left, right):
        return None
    if times_apart(left.told, right.told):
        return None
    if of_another_time(left, right) and not (is_ever(left) or is_ever(right) or is_of_late(left, right)):
        return None
    return next((found for rule in _RULES if (found := rule(left, right))), None)


_SINGLE: tuple[Callable[[Assertion, Assertion], str | None], ...] = (
    by_moment,
    by_end,
    by_beginning,
    by_tenure,
    by_since,
    by_last,
    by_first_time,
    by_order,
    by_states,
    by_slot,
)
"""Of what one thing has only one, whenever it is told."""


def of_another_occasion(left: Assertion, right: Assertion) -> str | None:
    """Why one of many alike is not the one that is known: *rejected a ceasefire in January*, *rejected the ceasefire*.

    What is decided of one charge is not decided of another.
    """
    if left.predicate != right.predicate or (left.told is None and right.told is None):
        return other_charges(left, right)
    if left.frame is None or right.frame is None or left.frame.done_to is None or right.frame.done_to is None:
        return None
    one, other = left.frame.done_to, right.frame.done_to
    mixed = one.head == other.head and one.definite != other.definite
    return "one is of long before" if mixed and of_another_time(left, right) else other_charges(left, right)


def _told_by_two(left: Assertion, right: Assertion) -> bool:
    """Whether an article tells two statements on the words of two speakers."""
    return bool(left.speaker and right.speaker) and left.speaker != right.speaker


def may_have_changed(old: Assertion, new: Assertion) -> bool:
    """Whether, of two statements that exclude each other, the second may be what became of the first by the time it was told."""
    if contradiction(old, new) is None:
        return False
    if by_calling_off(old, new) is not None:
        return True
    if old.told is not None and new.told is not None:
        return is_to_come(old) and is_to_come(new)  # what is to be on Monday may be put off to Tuesday
    states = states_apart(old, new)
    if states is not None:
        return has_changed(states, old, new)
    if any(rule(old, new) for rule in _OF_WHAT_STAYS):
        return is_a_share(old, new) or has_turned(old, new)
    if old.deed[0] == new.deed[0] and new.frame is not None and new.frame.tense == "past":
        # What was not done may be done later, and what was done stays done, or had been done when it was denied.
        return old.deed[1] and not is_of_days_before(new, old)
    return True


def opposing_keys(one: Assertion) -> Iterator[Hashable]:
    """Keys under which a statement meets those that may exclude it and have few words in common with it."""
    for state in one.states:
        if state.holder is not None:
            yield "state", state.scale, widest(state.holder.head)
        elif state.of == "deed" and (theme := one.theme) is not None:
            yield "state", state.scale, widest(theme.head)
    if one.route is not None and (theme := one.theme) is not None:
        yield "route", theme.head
    yield from keys_of_denial(one)
    yield from keys_of_amounts(one)
    yield from keys_of_counts(one)
    yield from keys_of_extents(one)
    yield from keys_of_tallies(one)
    yield from keys_of_moments(one)
    yield from keys_of_what_is_called_off(one)
    yield from keys_of_what_is_brought_about(one)
    yield from keys_of_outcomes(one)
    yield from keys_of_ways(one)
    yield from keys_of_slots(one)
    against = opposites().get(one.deed[0], ()) if one.modality is None or one.modality == "deny" else ()
    for other in sorted(against):
        if (theme := one.theme) is not None:
            yield "deed", *sorted((one.deed[0], other)), theme.head


_RULES: tuple[Callable[[Assertion, Assertion], str | None], ...] = (
    by_negation,
    by_opposites,
    by_outcome,
    by_bringing_about,
    by_calling_off,
    by_described_doer,
    by_doer,
    by_post,
    by_route,
    by_self,
    by_way,
    by_words,
    by_amount,
    by_count,
    by_tally,
    by_extent,
    by_existence,
    by_kind,
    by_medal,
    by_side,
)


_OF_WHAT_STAYS: tuple[Callable[[Assertion, Assertion], str | None], ...] = (
    by_beginning,
    by_tenure,
    by_doer,
    by_described_doer,
    by_last,
    by_first_time,
    by_post,
    by_route,
    by_self,
    by_way,
    by_amount,
    by_count,
    by_tally,
    by_extent,
    by_kind,
    by_medal,
    by_side,
    by_slot,
)
"""Rules for what does not change between two tellings."""


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
                return numbers_differ(mine, left.shown)
    return None


def of_any(left: Assertion, right: Assertion) -> bool:
    """Whether both tell of one of many alike: *held a rally*, as one does every week; *caught 40 pirates*, unless of one day."""
    things = [one.frame.done_to for one in (left, right) if one.frame is not None and one.frame.done_to is not None]
    if len(things) < 2 or things[0].head != things[1].head or (things[0].definite and things[1].definite):
        return False
    of_one = (things[0].definite or things[1].definite) and not years_apart(left.when, right.when)
    return not of_one and not _counts_of_one_day(left, right)


def _counts_of_one_day(left: Assertion, right: Assertion) -> bool:
    """Whether both count what a deed of one day was done to, and who counts fewer does not tell of a part: *at the gate*."""
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.done_to is None or theirs.done_to is None:
        return False
    if not of_one_day(left, right):
        return False
    if mine.done_to.others or theirs.done_to.others:
        return False
    noun = mine.done_to.head
    counts = [next((one for one in side.figures if one.noun == noun), None) for side in (left, right)]
    if counts[0] is None or counts[1] is None:
        return False
    fewer, more = (mine, theirs) if counts[0].low < counts[1].low else (theirs, mine)
    return fewer.rest <= more.rest
