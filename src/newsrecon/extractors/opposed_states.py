"""Two states that one thing cannot be in: *is legal*, *is illegal*; *is still missing*, *was recovered on Monday*.

Theory of operation. Both are said of one thing in one tense. A state that changes was another at another time, so that two of
the past exclude each other only where both give one time, or say *at the time*. What was done to a thing in the days before
leaves it in a state: who was recaptured on Monday is not at large on Tuesday, and who is at large on Monday may be recaptured
later. What has no end is so ever after.
"""

from __future__ import annotations

import re

from newsrecon.extractors.frames import Frame
from newsrecon.extractors.oppositions import opposition_words, tokens
from newsrecon.extractors.parties import Party, content_of
from newsrecon.extractors.single_times import of_another_time
from newsrecon.extractors.statement_measures import times_apart
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.states import State, deeds_of
from newsrecon.extractors.tenses import Tense
from newsrecon.extractors.undone import is_of_days_before
from newsrecon.text import end_of_word
from newsrecon.wording import content_words

__all__ = ["by_states", "has_changed", "one_hurt", "states_apart"]


def by_states(left: Assertion, right: Assertion) -> str | None:
    found = states_apart(left, right)
    if found is None or (times_apart(left.told, right.told) and found[0].done == found[1].done):
        return None
    if any(state.done and not state.final for state in found) and of_another_time(left, right):
        return None
    if all(state.done or state.fixed for state in found) and _on_other_occasions(left, right, found):
        return None
    if all(state.done and state.fixed and _is_anybody(state.holder) for state in found):
        return None  # the man who was arrested need not be the man who was shot
    return f"{found[0].words!r} and {found[1].words!r} exclude each other"


def _is_anybody(holder: Party | None) -> bool:
    return holder is not None and holder.words <= tokens("anybody")


def _on_other_occasions(left: Assertion, right: Assertion, states: tuple[State, State]) -> bool:
    """Whether two tell when or where it was so, and nothing in common: *cried at the funeral*, *smiled at the wedding*."""
    texts = (_text(one).replace(state.words, " ").lower() for one, state in zip((left, right), states, strict=True))
    one, other = ({found[1] for found in _OCCASION.finditer(text)} for text in texts)
    return bool(one) and bool(other) and one.isdisjoint(other)


# at the | funeral
_OCCASION = re.compile(r"\b(?:at|in|during|after|before)\s+(?:(?:the|a|an|his|her|its|their)\s+)?(?!time\b)([^\W\d_]+)")


def states_apart(left: Assertion, right: Assertion) -> tuple[State, State] | None:
    for mine in left.states:
        for theirs in right.states:
            if (
                mine.excludes(theirs)
                and _of_one_tense(mine, theirs, left, right)
                and _of_one(mine, theirs, left, right)
            ):
                return None if _may_follow(mine, theirs, left, right) else (mine, theirs)
    return None


def _of_one_tense(mine: State, theirs: State, left: Assertion, right: Assertion) -> bool:
    """Whether both are of one time by their tenses: of two deeds, whichever was told with its day."""
    if mine.done and theirs.done and mine.tense:
        return mine.tense == theirs.tense or _tense(mine, left) == _tense(theirs, right)
    return _tense(mine, left) == _tense(theirs, right) != ""


def _tense(state: State, one: Assertion) -> Tense:
    """The tense of a state; who was arrested in the days before the telling is in custody."""
    lately = state.done and state.tense == "past" and is_of_days_before(one, one, same_day=True)
    return "present" if lately else state.tense


def _may_follow(mine: State, theirs: State, left: Assertion, right: Assertion) -> bool:
    """Whether a state that changes was told of two moments: *was closed*, and *was open* again; *is at large*, *was caught*."""
    if mine.fixed or mine.of != "subject" or _AT_THE_TIME.search(_text(left)) or _AT_THE_TIME.search(_text(right)):
        return False
    if mine.tense == theirs.tense == "past" and (_lasted(left) or _lasted(right)):
        return False  # was closed for three hours, remained open
    if mine.done != theirs.done:
        deed, state = (left, right) if mine.done else (right, left)
        if _tense(mine, left) != "present":
            return True
        if mine.final or theirs.final:
            return deed.day is None or state.day is None or deed.day > state.day
        until = state.told.end if state.told is not None else str(state.day or "")
        return deed.told is not None and (
            until <= deed.told.begin[:10] or (deed.day is not None and until < str(deed.day))
        )
    return mine.tense == "past" and (left.told is None or right.told is None)


# Words that tell that a state is of the moment of the event.
_AT_THE_TIME = re.compile(r"\bat the time\b")


def _lasted(one: Assertion) -> bool:
    return not opposition_words("lasted").isdisjoint(_text(one).lower().split())


def _text(one: Assertion) -> str:
    return one.claim.mention.text if one.claim is not None else ""


def has_changed(states: tuple[State, State], old: Assertion, new: Assertion) -> bool:
    """Whether, of two states that exclude each other, the second may have come after the first was told."""
    was, is_now = states
    if (was.done and not is_now.done) or _AT_THE_TIME.search(_text(old)) or _AT_THE_TIME.search(_text(new)):
        return False
    return was.of == "injury" or not was.fixed or was.tense != "past"


def one_hurt(left: Assertion, right: Assertion) -> bool:
    """Whether two tell of one who is hurt."""
    return any(_of_one(mine, theirs, left, right) for mine in left.states for theirs in right.states)


def _of_one(mine: State, theirs: State, left: Assertion, right: Assertion) -> bool:
    """Whether two states are said of one thing, or of one deed."""
    if mine.of == "deed":
        only = deeds_of(mine)
        same = {left.deed[0], right.deed[0]} <= only if only else left.deed[0] == right.deed[0]
        at_once = _is_before(left) == _is_before(right) and not _of_other_things(mine, left, theirs, right)
        so = same and at_once and _names_subject(left) and _names_subject(right)
        return so and _one_deed(left.frame, right.frame, mine, theirs)
    one, other = mine.holder, theirs.holder
    if one is None or other is None or (one.part and not _is_of_all(right)) or (other.part and not _is_of_all(left)):
        return False
    return one.may_be(other)


def _is_before(one: Assertion) -> bool:
    """Whether it is told of what had been so before: *had been travelling north*; who said it *had been* tells that it was."""
    return one.speaker is None and " had " in _text(one)


def _of_other_things(mine: State, left: Assertion, theirs: State, right: Assertion) -> bool:
    """Whether both tell what a state is of, and nothing in common: *not guilty of murder*, *guilty of manslaughter*."""
    of = [_behind(_text(one), state.words) for one, state in ((left, mine), (right, theirs))]
    return all(of) and of[0].isdisjoint(of[1])


def _behind(text: str, words: str) -> frozenset[str]:
    low = text.lower()
    end = end_of_word(low, words)
    found = _OF_WHAT.match(low, end) if end >= 0 else None
    return content_of(found["thing"]) if found is not None else frozenset()


# guilty | of murder
_OF_WHAT = re.compile(r"\s(?:of|to)\s(?P<thing>[^,;:]{1,80})")


def _names_subject(one: Assertion) -> bool:
    """Whether the clause itself tells whom it is about: of *her mother, who survived, | was hit*, it may be another."""
    return one.claim is not None and one.claim.mention.text.startswith(one.claim.subject)


def _is_of_all(one: Assertion) -> bool:
    """Whether a statement is of all of some, and not of a part or of one: *the miners*."""
    subject = one.claim.subject.split() if one.claim is not None else []
    return (
        bool(subject)
        and subject[-1].endswith("s")
        and not any(state.holder and state.holder.part for state in one.states)
    )


def _one_deed(left: Frame | None, right: Frame | None, here: State, there: State) -> bool:
    """Whether two frames of one verb have one doer or one thing it is done to, and none that differs.

    The states themselves are nothing that it is done to: *was travelling* **south**.
    """
    if left is None or right is None or left.tense != right.tense or left.negated or right.negated:
        return False
    done_to = (_beside(left.done_to, here), _beside(right.done_to, there))
    known = [pair for pair in (done_to, (left.doer, right.doer)) if None not in pair]
    return bool(known) and all(
        one.definite and other.definite and one.may_be(other) for one, other in known if one and other
    )


def _beside(party: Party | None, state: State) -> Party | None:
    """A party, if it is not the words for a state."""
    return None if party is not None and party.words <= set(content_words(state.words)) else party
