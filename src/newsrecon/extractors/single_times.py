"""When: the time at which something happened to one thing.

Theory of operation. Two clauses are of one thing where both name it, or where both say *the probe*, as outlets do of what a
story is about. What happens to it only once (the data hold such verbs, those side by side that tell one event) has one time; of
what may happen again, or is told of two days far apart, the things may be two. An event may be told by a noun: *the collision
happened*, *the trains collided*. Clock times differ from one witness to the next, so only those that lie well apart exclude
each other.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from datetime import date, datetime, timedelta
from functools import cache

from newsrecon.extractors.frames import Frame
from newsrecon.extractors.oppositions import opposition_words, predicates
from newsrecon.extractors.parties import Party
from newsrecon.extractors.statement_measures import Time, is_a_guess, times_apart, years_apart
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import predicate_of
from newsrecon.text import one_of

__all__ = [
    "by_end",
    "by_moment",
    "event_of",
    "grounds_of_moments",
    "happens_once",
    "is_to_come",
    "keys_of_moments",
    "may_end",
    "of_another_time",
    "strikes",
    "tell_one_event",
]

CLOCKS_APART = timedelta(minutes=30)
"""So far apart are two clock times that exclude each other."""
PARTS_APART = timedelta(hours=6)
"""So far apart are a clock time and a part of a day that exclude each other."""
PART_OF_DAY = timedelta(hours=3)
"""So long is a part of a day, at least."""
ONE_OCCASION = timedelta(days=3)
"""So far apart are two times told of one event whose name is a common noun; beyond, there may have been two."""
LONG_AGO = timedelta(days=21)
"""So long before the day on which another tells of it without a time, a deed is another one."""


def by_moment(left: Assertion, right: Assertion) -> str | None:
    """Why two times of one thing exclude each other: *The dam broke at 3 a.m.*, *The dam broke at 5 a.m.*"""
    if not happens_once(left) or not tell_one_event(left, right) or left.negated or right.negated:
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or _tense(mine, left) != _tense(theirs, right) or not _tense(mine, left):
        return None
    one, other = _theme(mine, left), _theme(theirs, right)
    called_so = event_of(left) != event_of(right) and one is not None and other is not None
    if not (called_so or _is_one(one, other, event_of(left))) or _told_of_others(left, right):
        return None
    if _is_a_later_one(one, other) and years_apart(left.told, right.told):
        return None  # the factory, the new factory
    at_one, at_other = mine.rest & left.words, theirs.rest & right.words
    if is_to_come(left) and at_one and at_other and at_one.isdisjoint(at_other):
        return None  # will begin at the port, will begin at the airport
    if left.told is None or right.told is None or is_a_guess(left.told, right.told):
        return None
    apart = times_apart(left.told, right.told)
    if apart is None or not _well_apart(left.told, right.told):
        return None
    named = one is not None and other is not None and one.head == other.head and one.head.startswith("@")
    if (
        (named and event_of(left) not in predicates("again"))
        or left.predicate in predicates("made")
        or (is_to_come(left) and is_to_come(right))
    ):
        return apart  # what is to come is the next of its kind
    return apart if _one_occasion(left.told, right.told) else None


def _is_a_later_one(one: Party | None, other: Party | None) -> bool:
    """Whether only one of two is called new, or old."""
    return one is not None and other is not None and not (one.words ^ other.words).isdisjoint(predicates("later_one"))


def tell_one_event(left: Assertion, right: Assertion) -> bool:
    """Whether both may tell one event; of what happened, one may say no more than that: *The accident happened at noon*."""
    mine, theirs = event_of(left), event_of(right)
    if mine == theirs:
        return True
    if not left.deed[0] == right.deed[0] == predicate_of("happen"):
        return False
    heads = [one.theme.head if one.theme is not None and one.theme.definite else "" for one in (left, right)]
    return all(heads) and not predicates("any_event").isdisjoint(heads)


def by_end(left: Assertion, right: Assertion) -> str | None:
    """Why one thing is not so until two times: *is closed until June*, *is closed until September*."""
    if left.negated or right.negated or left.told is None or right.told is None:
        return None
    if left.deed != right.deed and _lasts_until(left) != _lasts_until(right):
        return None
    if not (may_end(left) and may_end(right)) or is_a_guess(left.told, right.told):
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.tense != theirs.tense or not _is_one(left.theme, right.theme, ""):
        return None
    return times_apart(left.told, right.told) if left.tokens <= right.tokens or right.tokens <= left.tokens else None


def may_end(one: Assertion) -> bool:
    """Whether it is told until when something is so."""
    return one.claim is not None and one.claim.mention.text.count(" until ") == 1


def _lasts_until(one: Assertion) -> str:
    """The word in front of *until*: *will remain* **closed** *until Saturday*."""
    text = one.claim.mention.text if one.claim is not None else ""
    return text.partition(" until ")[0].rpartition(" ")[2].lower()


def _tense(frame: Frame, one: Assertion) -> str:
    """The tense of what happens: `past`, or `future` for *will begin*, *is to begin*."""
    return "future" if is_to_come(one) else frame.tense if frame.tense == "past" else ""


def happens_once(one: Assertion) -> bool:
    """Whether a statement tells what happens to one thing only once."""
    told = one.deed[0] in _events() or one.predicate in _events() or one.predicate in predicates("made")
    return told or strikes(one) or _goes_on_until(one) or _planned(one) is not None


def strikes(one: Assertion) -> bool:
    """Whether it is told that what strikes only once did so: *The earthquake hit the island*, but not *The storm hit it*."""
    if one.deed[0] not in predicates("striking") or one.passive or one.frame is None:
        return False
    return one.frame.doer is not None and one.frame.doer.head in predicates("what_strikes")


def is_to_come(one: Assertion) -> bool:
    """Whether it is told when something is to be: *will begin on Monday*, *is set for Monday*, *begins on Monday*."""
    return one.will_be or _planned(one) is not None or _is_scheduled(one)


def _is_scheduled(one: Assertion) -> bool:
    """Whether the present tense tells of a day that is to come."""
    if one.told is None or one.day is None or one.told.begin[:10] <= str(one.day):
        return False
    return one.frame is not None and one.frame.tense == "present" and not one.passive


def grounds_of_moments(one: Assertion) -> Iterator[Hashable]:
    """What two statements both show that may give two times of one thing."""
    if not one.times:
        return
    if may_end(one):
        yield "until", one.deed
        yield "until", _lasts_until(one)
    if happens_once(one):
        yield "event", event_of(one)
    if one.deed[0] == predicate_of("happen"):
        yield "event"


def keys_of_moments(one: Assertion) -> Iterator[Hashable]:
    """Keys under which the time of an event meets another: of what is to come the event, of what was who or what it befell."""
    if not one.times or not happens_once(one):
        return
    if is_to_come(one):
        yield "planned", event_of(one)
    if one.subject is not None:
        yield "once", event_of(one), one.subject
    if strikes(one) and one.frame is not None and one.frame.doer is not None:
        yield "struck", one.frame.doer.head


def _planned(one: Assertion) -> Party | None:
    """For what a time is set, where one is: **the trial** *is set for 10 June*, *The judge set* **the trial** *for 10 June*.

    What *will be held* takes place then.
    """
    if (
        not one.times or one.deed[1] or one.deed[0] not in _planning()
    ):  # a frame is looked for only where there may be one
        return None
    if one.frame is None or one.claim is None:
        return None
    if one.deed[0] in predicates("holding"):
        return one.frame.done_to if one.will_be and one.passive else None
    stands = not one.passive or _IS_SET.search(one.claim.mention.text) is not None
    return one.frame.done_to if stands and _FOR.search(one.claim.mention.text) is not None else None


# is now | set, but not "was set", which it may be no longer
_IS_SET = re.compile(r"(?:\b(?:is|are|been)|[’']s)\s")
_FOR = re.compile(r"\s(?:for|on)\s")


@cache
def _planning() -> frozenset[str]:
    """By these a time is set for an event, or it is said when one will be held."""
    return predicates("planning") | predicates("holding")


def _goes_on_until(one: Assertion) -> bool:
    """Whether the time is told to which something went on: *lasted until midnight*."""
    return bool(one.times) and one.claim is not None and _until().search(one.claim.mention.text) is not None


# went on | until
@cache
def _until() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(opposition_words('going_on'))})\s+until\b")


def event_of(one: Assertion) -> str:
    """A word for the event that is told, one for *broke* and *collapsed*, *the trains collided* and *the collision happened*."""
    if _goes_on_until(one):
        return "end"
    if (planned := _planned(one)) is not None:
        return _events().get(planned.head, planned.head)
    if strikes(one):
        return one.deed[0]
    event = _events().get(one.predicate) or _events().get(one.deed[0], one.predicate)
    if event != "happen" or one.frame is None or one.frame.doer is None:
        return event
    return _events().get(one.frame.doer.head, one.frame.doer.head)


def of_another_time(left: Assertion, right: Assertion) -> bool:
    """Whether one is told of a time long before the other, which gives none, was told: then it is of another occasion."""
    for one, other in ((left, right), (right, left)):
        if one.told is not None and other.told is None and other.day is not None:
            end = _moment(one.told.end)
            if end is not None and datetime(other.day.year, other.day.month, other.day.day) - end > LONG_AGO:
                return True
    return False


def _theme(frame: Frame, one: Assertion) -> Party | None:
    """What a deed is done to, or who does it where it is done to nothing: *built* **the hotel**, **the dam** *broke*."""
    if strikes(one):
        return frame.doer
    thing = frame.done_to
    behind = one.deed[0].split()[1:]  # take | place
    part_of_verb = thing is not None and (
        thing.head in map(predicate_of, behind) or (thing.bare and "_" in one.deed[0])
    )
    return frame.doer if thing is None or part_of_verb else thing


def _is_one(one: Party | None, other: Party | None, event: str) -> bool:
    """Whether two parties are one by name, or as *the probe* is throughout a story, or one is the event itself."""
    if one is None or other is None or one.empty or other.empty:
        return False
    if one.head == other.head == event and one.words - predicates("next_of_kind") == other.words - predicates(
        "next_of_kind"
    ):
        return True  # sentencing, his sentencing; a new election, the election; a general strike, the general strike
    if not (one.definite and other.definite) or one.bare or other.bare:
        return False
    if (one.head == event) != (other.head == event):
        return True
    return one.may_be(other) and (one.of <= other.of or other.of <= one.of)


def _told_of_others(left: Assertion, right: Assertion) -> bool:
    """Whether each names somebody or some place that the other does not: *in Sund*, *in Lima*."""
    return bool(left.names - right.names) and bool(right.names - left.names)


def _well_apart(one: Time, other: Time) -> bool:
    one = one.on_the_day_of(other)
    other = other.on_the_day_of(one)
    first, second = sorted((one, other), key=lambda time: (time.begin, time.end))
    end, begin = _moment(first.end), _moment(second.begin)
    if end is None or begin is None:
        return False
    room = PARTS_APART if _is_part_of_day(first) != _is_part_of_day(second) else CLOCKS_APART
    return len(first.end) == len(second.begin) == 10 or begin - end >= room


def _is_part_of_day(time: Time) -> bool:
    """Whether it is a part of a day, whose ends are not sharp: *Friday morning* may be 3 a.m."""
    begin, end = _moment(time.begin), _moment(time.end)
    return begin is not None and end is not None and PART_OF_DAY <= end - begin < timedelta(days=1)


def _one_occasion(one: Time, other: Time) -> bool:
    one = one.on_the_day_of(other)
    other = other.on_the_day_of(one)
    first, second = sorted((one, other), key=lambda time: (time.begin, time.end))
    end, begin = _moment(first.end), _moment(second.begin)
    return end is not None and begin is not None and begin - end <= ONE_OCCASION


def _moment(iso: str) -> datetime | None:
    """The moment that an ISO day or clock time is; None for what is none, such as a year before the first."""
    try:
        day = datetime.combine(date.fromisoformat(iso[:10]), datetime.min.time())
    except ValueError:
        return None
    clock = _CLOCK.fullmatch(iso, 10)
    return day + timedelta(hours=int(clock[1]), minutes=int(clock[2])) if clock else day


_CLOCK = re.compile(r"T(\d\d):(\d\d).*")


@cache
def _events() -> dict[str, str]:
    """For each verb of what happens to one thing only once, one of those that tell the same event."""
    found: dict[str, str] = {}
    for group in sorted(opposition_words("happens")):
        # Of a verb that says nothing by itself the whole tells: "take place".
        tokens = [
            predicate_of(verb) if predicate_of(verb.split()[0]) or "_" in predicate_of(verb) else verb
            for verb in group.split("/")
        ]
        found.update(dict.fromkeys(tokens, tokens[0]))
    return {**{verb: verb for verb in predicates("again")}, **found}
