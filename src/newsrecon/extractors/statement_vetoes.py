"""What keeps two statements apart that are alike in their words: a *not*, a *may*, another number, day, country or doer.

A veto asks what must not differ where two outlets tell one thing. Where both surely tell one event (`are_one_event`), another
number or another day of it is no veto but a dispute.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from newsrecon.extractors.circumstances import other_circumstances
from newsrecon.extractors.contradictions import figures_apart, of_another_occasion, of_any
from newsrecon.extractors.in_order import of_another_in_order
from newsrecon.extractors.opposed_deeds import opposed, undoes
from newsrecon.extractors.oppositions import predicates
from newsrecon.extractors.other_deeds import swapped
from newsrecon.extractors.routes import goes_back
from newsrecon.extractors.sexes import of_another_sex
from newsrecon.extractors.statement_measures import times_apart
from newsrecon.extractors.statement_names import country_of, is_government, stands_for
from newsrecon.extractors.statement_reading import DENIED, Assertion
from newsrecon.extractors.statement_words import predicates_in
from newsrecon.extractors.sufferers import takes_place
from newsrecon.extractors.which_of_two import of_another_side

__all__ = ["are_one_event", "veto_of"]


def veto_of(left: Assertion, right: Assertion) -> str | None:
    """Why two statements cannot share a cluster, however alike their words are; None where nothing keeps them apart."""
    if left.negated != right.negated and left.deed[1] != right.deed[1]:
        return "one denies what the other says"  # failed to explode, did not go off
    if other_in_order := of_another_in_order(left, right):
        return other_in_order
    if against := opposed(left, right) or undoes(left, right):
        return against
    if left.judgement * right.judgement < 0:
        return "one calls good what the other calls bad"
    if left.modality != right.modality and (_says_less(left, right) or _says_less(right, left)):
        return "one does not say that it is so"
    if _of_other_nations(left, right):
        return "they are about different countries"
    if _other_turns(left, right):
        return "what happens only once is not something else"
    if goes_back(left, right):
        return "one goes there, the other back"
    if _was_told_before(left, right) or _was_told_before(right, left):
        return "one was told as done before the day of the other"
    if before := of_another_occasion(left, right):
        return before
    if (left.tells_how or right.tells_how) and (other := _other_circumstances(left, right)):
        return other
    if _swapped(left, right):
        return "who does it and who suffers it are swapped"
    if other_way := swapped(left, right):
        return other_way
    if left.person and right.person and left.passive == right.passive and not _share_doers(left, right):
        return "one tells it of one person, the other of another"
    if of_two := of_another_sex(left, right):
        return of_two
    if left.sufferers != right.sufferers and (_one_and_many(left, right) or _one_and_many(right, left)):
        return "it happens to one here and to several there"
    apart = figures_apart(left, right) or times_apart(left.told, right.told)
    return apart if apart and not are_one_event(left, right) else None


_NOT_SO = frozenset((DENIED, "deny", "plan", "condition", "may"))
"""The modalities of what is not said to be so."""


def _says_less(one: Assertion, other: Assertion) -> bool:
    """Whether one says less than that it is so, and not as the other does.

    What is planned is what will be, *rejected* is so where the other has *turned down*, too, and what one failed to do, where
    the other has not done it.
    """
    if one.modality not in _NOT_SO:
        return False
    if one.modality == "plan" and other.modality is None:
        return not other.will_be or one.predicate in predicates("asking")
    if one.modality != "deny" or other.modality is not None:
        return True
    return one.predicate not in other.words and not (one.deed[1] and one.deed == other.deed)


def _was_told_before(one: Assertion, other: Assertion) -> bool:
    """Whether one was told as done, without a time, before the day of which the other tells: *few trains ran*, on Thursday."""
    if one.times or one.published is None or other.told is None or one.modality is not None or one.will_be:
        return False
    next_day = min(one.published, date.max - timedelta(1)) + timedelta(1)
    is_later = not other.told.borrowed and other.told.begin[:10] > str(next_day)
    return is_later and one.frame is not None and one.frame.tense == "past"


def _other_turns(left: Assertion, right: Assertion) -> bool:
    """Whether one tells what happens only once, and the other another such thing, or a move: *was born*, *died*, *moved*."""
    one, other = _turn(left), _turn(right)
    if not one or not other or one == other:
        return False
    return left.predicate not in right.words and right.predicate not in left.words


def _turn(one: Assertion) -> str | None:
    return "move" if one.goal else one.predicate if one.predicate in predicates_in("once") else None


def _of_other_nations(left: Assertion, right: Assertion) -> bool:
    """Whether the subjects name countries of which the other statement has none: *China sent troops*, *Russia sent troops*."""
    if left.passive != right.passive or not left.nations or not right.nations:
        return False
    mine, theirs = (one.nations.union(map(country_of, one.names)) for one in (left, right))
    return left.nations.isdisjoint(theirs) and right.nations.isdisjoint(mine)


def _other_circumstances(left: Assertion, right: Assertion) -> str | None:
    """Why two deeds were done in two ways, if they were."""
    if left.claim is None or right.claim is None:
        return None
    return other_circumstances(left.claim.mention.text, right.claim.mention.text)


def _share_doers(left: Assertion, right: Assertion) -> bool:
    """Whether the one who is the subject here is named there, too: *Berg met Rask*, *Rask met Berg*."""
    return left.subject in right.names or right.subject in left.names


def _swapped(left: Assertion, right: Assertion) -> bool:
    """Whether the two say the same of each other's subjects: *Rome beat Milan*, *Milan beat Rome*."""
    if left.predicate != right.predicate or not left.subject or not right.subject or left.subject == right.subject:
        return False
    return left.passive == right.passive and left.subject in right.names and right.subject in left.names


def _one_and_many(one: Assertion, many: Assertion) -> bool:
    """Whether what is done to one here is done to several there: *80 were killed*, *shot dead the driver*."""
    if one.sufferers != "one" or many.sufferers != "several":
        return False
    if one.claim is not None and many.claim is not None and takes_place(one.claim) != takes_place(many.claim):
        return False  # the shooting happened, four were shot
    return one.predicate in many.words or many.predicate in one.words


def are_one_event(left: Assertion, right: Assertion) -> bool:
    """Whether both surely tell one event: one predicate and subject, no strangers, and a further telling word.

    What happens only once needs none.
    """
    if left.predicate != right.predicate or left.passive != right.passive or left.predicate not in left.core:
        return False
    if (
        left.subject is None
        or right.subject is None
        or of_any(left, right)
        or of_another_side(left, right)
        or left.predicate in predicates("repeatable")
    ):
        return False
    if left.subject != right.subject and not stands_for(left.subject, right.subject):
        return False
    if left.modality == right.modality == "plan" and _of_two_things(left, right):
        return False
    subjects = {left.subject, right.subject}
    further = (left.core & right.core) - subjects - {left.predicate}
    return bool(further or left.predicate in predicates_in("once")) and not _strangers(
        left.names - right.names - subjects, right.names - left.names - subjects
    )


def _of_two_things(left: Assertion, right: Assertion) -> bool:
    """Whether each tells of another thing that it is done to: *plans to open a shop*, *plans to open a plant*."""
    things = [one.frame.done_to for one in (left, right) if one.frame is not None and one.frame.done_to is not None]
    return len(things) == 2 and things[0].words.isdisjoint(right.tokens) and things[1].words.isdisjoint(left.tokens)


def _strangers(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Whether each side names someone whom nobody on the other side can be."""
    return any(not any(_can_be(one, other) for other in theirs) for one in mine) and any(
        not any(_can_be(one, other) for one in mine) for other in theirs
    )


def _can_be(left: str, right: str) -> bool:
    """Whether two names may be of one: a country and its ministry, a country and a government named without it."""
    if stands_for(left, right):
        return True
    countries = country_of(left) == left, country_of(right) == right
    return countries[0] != countries[1] and any(is_government(one) for one in (left, right))
