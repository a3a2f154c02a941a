"""Deeds that only one can have done, and who: *Lind won*, *Berg won*; *was found by a hiker*, *a fisherman found it*."""

from __future__ import annotations

from newsrecon.extractors.one_thing import both_known, is_news, of_one_day, of_others
from newsrecon.extractors.oppositions import opposition_words, predicates, tokens
from newsrecon.extractors.statement_names import country_of, stands_for
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import predicate_of
from newsrecon.extractors.word_sorts import two_of_a_sort
from newsrecon.gazetteer import titles

__all__ = [
    "by_described_doer",
    "by_doer",
    "by_post",
    "by_self",
    "did_it_to_self",
    "named_doer",
    "tells_death",
    "tells_what_is_done_once",
]


def by_doer(left: Assertion, right: Assertion) -> str | None:
    """Why two cannot both have done it: *Lind won the race*, *Rask won the race*; *carried out by Norland*, *by Sundia*."""
    if left.predicate != right.predicate or left.deed[1] or right.deed[1]:
        return None
    if left.predicate not in predicates("alone") and not (tells_what_is_done_once(left) and is_news(left, right)):
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.tense != "past" or theirs.tense != "past":
        return None
    one, other = named_doer(left), named_doer(right)
    if one is None or other is None or not _are_two(left, one, right, other):
        return None
    if not both_known(mine.done_to, theirs.done_to) or of_others(mine.done_to, theirs.done_to):
        return None
    return f"{left.shown.get(one, one)!r} and {right.shown.get(other, other)!r} cannot both have done it"


def tells_what_is_done_once(one: Assertion) -> bool:
    """Whether it is called so that only one can have done it: *scored* **the winning goal**."""
    called = {
        token for token in tokens("done_once") & one.words if one.shown[token].lower() in opposition_words("done_once")
    }
    thing = one.frame.done_to if called and one.frame is not None else None
    return thing is not None and thing.definite and not called.isdisjoint(thing.words)


def by_described_doer(left: Assertion, right: Assertion) -> str | None:
    """Why two who are only described cannot both have done it: *was found by a hiker*, *a fisherman found the body*."""
    if (
        left.deed != right.deed
        or left.deed[1]
        or left.deed[0] not in predicates("alone_in_news")
        or not of_one_day(left, right)
    ):
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or not mine.tense == theirs.tense == "past":
        return None
    one, other = mine.doer, theirs.doer
    if one is None or other is None or one.definite or other.definite or not two_of_a_sort(one.head, other.head):
        return None
    if not both_known(mine.done_to, theirs.done_to) or of_others(mine.done_to, theirs.done_to):
        return None
    return f"{left.shown.get(one.head, one.head)!r} and {right.shown.get(other.head, other.head)!r} cannot both have done it"


def _are_two(left: Assertion, one: str, right: Assertion, other: str) -> bool:
    """Whether two who are named are two persons, or two countries: of two bodies, one may be part of the other."""
    if one == other or stands_for(one, other):
        return False
    countries = country_of(one) == one, country_of(other) == other
    return all(countries) or left.types.get(one) == right.types.get(other) == "person"


def by_post(left: Assertion, right: Assertion) -> str | None:
    """Why two cannot both have got a post that one holds: *Lind was named mayor of Sund*, *Rask was named mayor of Sund*."""
    if left.deed != right.deed or left.deed[0] not in predicates("appointing") or not (left.passive and right.passive):
        return None
    if not (left.person and right.person) or left.subject == right.subject or left.claim is None:
        return None
    alike = left.words == right.words and left.names - {left.subject} == right.names - {right.subject}
    if not alike or not of_one_day(left, right):
        return None
    if titles().sole.isdisjoint(left.claim.mention.text.lower().split()):
        return None
    return f"{left.shown.get(left.subject or '')!r} and {right.shown.get(right.subject or '')!r} cannot both have got one post"


def by_self(left: Assertion, right: Assertion) -> str | None:
    """Why one did it to himself, or another did: *shot himself*, *was shot by a guard*; *killed himself*, *police killed him*."""
    for did, done in ((left, right), (right, left)):
        told, suffered = did.frame, done.frame
        if (
            not did_it_to_self(did)
            or did_it_to_self(done)
            or did.deed[1]
            or done.deed[1]
            or told is None
            or suffered is None
        ):
            continue
        if did.deed[0] != done.deed[0] and not (tells_death(did) and tells_death(done)):
            continue
        if not told.tense == suffered.tense == "past" or suffered.doer is None or suffered.doer.empty:
            continue
        if both_known(told.doer, suffered.done_to) and not _hurt_elsewhere(did, done):
            return "one says that who suffered it did it, the other that another did"
    return None


def _hurt_elsewhere(one: Assertion, other: Assertion) -> bool:
    """Whether both tell in what part of the body, and name two: *shot himself in the foot*, *was shot in the leg*."""
    return any(
        mine.of == theirs.of == "deed" and mine.scale == theirs.scale and mine.sides.isdisjoint(theirs.sides)
        for mine in one.states
        for theirs in other.states
    )


def did_it_to_self(one: Assertion) -> bool:
    """Whether who does it does it to himself: *shot himself*, *took his own life*."""
    return one.to_self or _tells_suicide(one)


def tells_death(one: Assertion) -> bool:
    """Whether it is told of a deed that somebody dies of it: *killed himself*, *shot and killed the gunman*."""
    kill = predicate_of("kill")
    return (kill in one.words and one.deed[0] in predicates("killing") | {kill}) or _tells_suicide(one)


def _tells_suicide(one: Assertion) -> bool:
    text = one.claim.mention.text if one.claim is not None else ""
    return any(words in text for words in opposition_words("suicide"))


def named_doer(one: Assertion) -> str | None:
    """The name of who does it: the subject, or of a passive who stands behind *by*."""
    if not one.passive:
        return one.subject
    text = one.claim.mention.text if one.claim is not None else ""
    return next((name for span, name in one.named if text[: span.start].endswith((" by ", " by the "))), None)
