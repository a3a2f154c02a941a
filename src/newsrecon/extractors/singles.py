"""What one thing has only one of: the time at which it began, how wide it is, how many were recalled at once, since when it is so.

Theory of operation. Two clauses are of one thing where both name it, or where both say *the probe*, as outlets do of what a
story is about. What happens to it only once (the data hold such verbs) has one time; of what happens again and again, or is
told of two days far apart, the things may be two. A measure is one where both give it of the same thing, in the same
words. Clock times differ from one witness to the next, so only those that lie well apart exclude each other.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache

from newsrecon.extractors.frames import Frame, Party, opposition_words, party_of, tense_of
from newsrecon.extractors.statement_measures import Figure, Time, is_a_guess, times_apart, units
from newsrecon.extractors.statement_reading import Assertion, predicate_of
from newsrecon.text import one_of

__all__ = ["by_measure", "by_moment", "by_score", "by_tenure", "is_single", "of_another_time"]

CLOCKS_APART = timedelta(minutes=30)
"""So far apart are two clock times that exclude each other."""
ONE_OCCASION = timedelta(days=3)
"""So far apart are two times told of one event whose name is a common noun; beyond, there may have been two."""
LONG_AGO = timedelta(days=21)
"""So long before the day on which another tells of it without a time, a deed is another one."""


def is_single(left: Assertion, right: Assertion) -> bool:
    """Whether two statements tell what one thing has only one of, which is quickly seen."""
    if left.predicate == right.predicate and left.predicate in _once():
        return bool(left.times and right.times)
    if left.predicate == right.predicate and left.predicate in _playing():
        return True
    if left.figures and right.figures:
        return any(one.noun == other.noun for one in left.figures for other in right.figures)
    return bool(left.times and right.times) and (left.subject == right.subject is not None)


# ---------------------------------------------------------------- when


def by_moment(left: Assertion, right: Assertion) -> str | None:
    """Why two times of one thing exclude each other: *The dam broke at 3 a.m.*, *The dam broke at 5 a.m.*"""
    mine, theirs = left.frame, right.frame
    if left.predicate != right.predicate or left.predicate not in _once() or mine is None or theirs is None:
        return None
    if left.negated or right.negated or not mine.tense == theirs.tense == "past":
        return None
    one, other = _theme(mine), _theme(theirs)
    if not _is_one(one, other) or _told_of_others(left, right):
        return None
    if left.told is None or right.told is None or is_a_guess(left.told, right.told):
        return None
    apart = times_apart(left.told, right.told)
    if apart is None or not _well_apart(left.told, right.told):
        return None
    named = one is not None and other is not None and one.head == other.head and one.head.startswith("@")
    made = left.predicate in _made()
    return apart if named or made or _one_occasion(left.told, right.told) else None


def of_another_time(left: Assertion, right: Assertion) -> bool:
    """Whether one is told of a time long before the other, which gives none, was told: then it is of another occasion."""
    for one, other in ((left, right), (right, left)):
        if one.told is not None and other.told is None and other.day is not None:
            end = _moment(one.told.end)
            if end is not None and datetime(other.day.year, other.day.month, other.day.day) - end > LONG_AGO:
                return True
    return False


def _theme(frame: Frame) -> Party | None:
    """What a deed is done to, or who does it where it is done to nothing: *built* **the hotel**, **the dam** *broke*."""
    return frame.done_to if frame.done_to is not None else frame.doer


def _is_one(one: Party | None, other: Party | None) -> bool:
    """Whether two parties are one by name, or as *the probe* is throughout a story."""
    if one is None or other is None or one.empty or other.empty:
        return False
    known = one.definite and other.definite and not one.bare and not other.bare
    return known and one.may_be(other) and one.of == other.of


def _told_of_others(left: Assertion, right: Assertion) -> bool:
    """Whether each names somebody or some place that the other does not: *in Sund*, *in Lima*."""
    return bool(left.names - right.names) and bool(right.names - left.names)


def _well_apart(one: Time, other: Time) -> bool:
    first, second = sorted((one, other), key=lambda time: (time.begin, time.end))
    end, begin = _moment(first.end), _moment(second.begin)
    if end is None or begin is None:
        return False
    return len(first.end) == len(second.begin) == 10 or begin - end >= CLOCKS_APART


def _one_occasion(one: Time, other: Time) -> bool:
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


# ---------------------------------------------------------------- since when


def by_tenure(left: Assertion, right: Assertion) -> str | None:
    """Why one cannot have begun then: *has led the party since 2019*, *took over the party in 2021*."""
    if left.subject is None or left.subject != right.subject or not left.told or not right.told:
        return None
    if left.negated or right.negated or _is_state(left) == _is_state(right) or _takes_up(left) == _takes_up(right):
        return None
    if not (left.tokens & right.tokens) - {left.subject, left.predicate, right.predicate}:
        return None
    return times_apart(left.told, right.told)


def _is_state(one: Assertion) -> bool:
    return one.claim is not None and _SINCE.search(one.claim.mention.text) is not None


def _takes_up(one: Assertion) -> bool:
    return one.claim is not None and _taking_up().search(one.claim.mention.text.lower()) is not None


# has led the party since
_SINCE = re.compile(r"\b(?:has|have|had|’s|'s)\s(?:[\w-]+\s){1,12}?since\b")


# took over · was appointed
@cache
def _taking_up() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(opposition_words('taking_up'))})\b")


# ---------------------------------------------------------------- how much


def by_measure(left: Assertion, right: Assertion) -> str | None:
    """Why two measures of one thing exclude each other: *is 4 kilometres wide*, *is only 1.5 kilometres wide*."""
    if left.negated or right.negated or left.subject != right.subject:
        return None
    one, other = _measured(left), _measured(right)
    if one is None or other is None or one[1:] != other[1:]:
        return None
    holders = [party_of(side.claim.subject, side.subject) for side in (left, right) if side.claim is not None]
    if len(holders) < 2 or not _one_holder(*holders) or not _says_as_much(left, right):
        return None
    mine, theirs = ([figure for figure in side.figures] for side in (left, right))
    if len(mine) != 1 or len(theirs) != 1 or mine[0].noun != theirs[0].noun:
        return None
    return None if mine[0].near(theirs[0]) else _differ(mine[0])


def _one_holder(one: Party | None, other: Party | None) -> bool:
    if one is None or other is None or one.empty or other.empty or not (one.definite and other.definite):
        return False
    return one.head == other.head and one.words == other.words and one.of == other.of


def _says_as_much(left: Assertion, right: Assertion) -> bool:
    """Whether one says nothing that the other does not, so that both measure the same."""
    mine, theirs = left.tokens - {left.predicate}, right.tokens - {right.predicate}
    return mine == theirs or (mine < theirs and not right.names - left.names) or (theirs < mine and not left.names - right.names)


def _measured(one: Assertion) -> tuple[str, str, str] | None:
    """The number that is said of the subject, the verb by which it is, and the tense."""
    if one.claim is None or not one.figures:
        return None
    text, subject = one.claim.mention.text, one.claim.subject
    if not subject or not text.startswith(subject):
        return None
    found = _measures().match(text.lower().replace("’", "'"), len(subject))
    if found is None:
        return None
    verb = found["verb"]
    return found["number"], predicate_of(verb) or "be", tense_of([verb], verb)


# was only about | 1.5
@cache
def _measures() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?P<verb>{one_of(opposition_words('measuring'))})\s+(?:(?:{one_of(opposition_words('around_numbers'))})\s+){{0,4}}"
        r"[$€£]?(?P<number>\d[\d.,]*|[a-z]+)\b"
    )


def by_score(left: Assertion, right: Assertion) -> str | None:
    """Why a match cannot have ended in two ways: *won 3-1*, *won 2-1*."""
    if left.deed != right.deed or left.deed[1] or left.subject is None or left.subject != right.subject:
        return None
    if left.predicate not in _playing() or left.names != right.names or left.told != right.told:
        return None
    one, other = (_SCORE.findall(side.claim.mention.text) if side.claim is not None else [] for side in (left, right))
    if len(one) != 1 or len(other) != 1 or one == other or sorted(one[0]) == sorted(other[0]):
        return None
    return f"it ended {'-'.join(one[0])} here and {'-'.join(other[0])} there"


# 3-1
_SCORE = re.compile(r"(?<![\w-])(\d{1,3})[-–](\d{1,3})(?![\w-])")


@cache
def _playing() -> frozenset[str]:
    return frozenset(map(predicate_of, opposition_words("playing")))


def _differ(figure: Figure) -> str:
    return f"the numbers of {figure.noun!r} differ" if figure.noun else "the numbers differ"


@cache
def _made() -> frozenset[str]:
    """What is done to one thing only once: *build*."""
    return frozenset(map(predicate_of, opposition_words("made")))


@cache
def _once() -> frozenset[str]:
    return _made() | frozenset(map(predicate_of, opposition_words("happens")))
