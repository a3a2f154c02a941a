"""Since when something is so: *has led the party since 2019*, *has led it for ten years*, *took over the party in 2021*.

Theory of operation. What is so since a time, or for a length of time up to the day it is told, has begun at one time. Lengths are
round numbers: *for ten years* leaves some room on both sides, *for more than ten years* all that lies before.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from attrs import frozen

from newsrecon.extractors.one_thing import holders, is_one
from newsrecon.extractors.oppositions import opposition_words
from newsrecon.extractors.single_measures import DAYS
from newsrecon.extractors.statement_measures import times_apart
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import words_of
from newsrecon.text import one_of
from newsrecon.verbs import word_list
from newsrecon.wording import content_words, numerals

__all__ = ["by_beginning", "by_tenure", "may_tell_tenure", "tells_since_when"]

ROUNDED = 0.2
"""By this share of it a length may be rounded, and by a whole unit in any case."""


@frozen
class _Beginning:
    earliest: str
    """The first day on which it may have begun, in ISO 8601; empty where there is none."""
    latest: str
    shown: str


@frozen
class _Length:
    least: float
    """For how many days it is so, at least."""
    most: float
    shown: str


def by_beginning(left: Assertion, right: Assertion) -> str | None:
    """Why one thing cannot have begun when both say: *has been closed since May*, *has been closed for two years*."""
    if left.deed != right.deed or left.negated != right.negated or left.passive != right.passive:
        return None
    if not all(tells_since_when(one.claim.mention.text) for one in (left, right) if one.claim is not None):
        return None
    mine, theirs = _beginning(left), _beginning(right)
    if mine is None or theirs is None or not is_one(*holders(left, right)) or not _of_one_state(left, right):
        return None
    if mine.earliest <= theirs.latest and theirs.earliest <= mine.latest:
        return None
    return f"it is so {mine.shown!r} here and {theirs.shown!r} there"


def tells_since_when(text: str) -> bool:
    """Whether it is told since when, or for how long up to now, something is so."""
    return (" for " in text or " since " in text or " over the " in text) and _is_so_far(text)


@lru_cache(maxsize=1 << 12)
def _is_so_far(text: str) -> bool:
    return _so_far().search(text.lower().replace("’", "'")) is not None


def _of_one_state(left: Assertion, right: Assertion) -> bool:
    """Whether one says no more than the other beside since when: *in Sund*, *in Lima* are two."""
    mine, theirs = left.tokens - _of_time(), right.tokens - _of_time()
    return mine <= theirs or theirs <= mine


@cache
def _of_time() -> frozenset[str]:
    """What lengths of time say, as content words."""
    return frozenset(token for word in (*DAYS, "ten years", "decade") for token in content_words(word))


def _beginning(one: Assertion) -> _Beginning | None:
    """When began what is so, as far as it is told."""
    if one.claim is None or one.day is None:
        return None
    length = _length(one.claim.mention.text)
    if length is not None:
        earliest, latest = (_before(one.day, days) for days in (length.most, length.least))
        return _Beginning(earliest, latest, length.shown)
    if (years := _FROM_TO.search(one.claim.mention.text)) is not None:
        return _Beginning(f"{years['first']}-01-01", f"{years['first']}-12-31", years[0])
    since = _SINCE.search(one.claim.mention.text)
    if since is None or one.told is None:
        return None
    return _Beginning(one.told.begin[:10], one.told.end[:10], since[0])


def _before(day: date, days: float) -> str:
    return str(day - timedelta(days)) if days < day.toordinal() else ""


@lru_cache(maxsize=1 << 12)
def _length(text: str) -> _Length | None:
    """For how long something is said to be so: *for more than ten years*."""
    found = _so_far().search(text.lower().replace("’", "'"))
    if found is None or found["number"] is None:
        return None
    number = 1.0 if found["number"] in ("a", "an") else float(numerals().get(found["number"], found["number"]))
    unit, bound = DAYS[found["unit"]], found["bound"]
    room = max(1.0, ROUNDED * number)
    least, most = unit * (number - room / (2 if number < 2 else 1)), unit * (number + room)
    if bound in words_of("least"):
        least, most = unit * number, float("inf")
    elif bound in words_of("most"):
        least, most = 0.0, unit * number
    return _Length(least, most, found["when"])


# has been closed | since · have been married | for 20 years
@cache
def _so_far() -> re.Pattern[str]:
    bound = one_of(sorted(words_of("about") | words_of("least") | words_of("most")))
    number = rf"an?|\d{{1,3}}|{one_of(numerals())}"
    return re.compile(
        rf"\b(?:{one_of([*word_list('perfect'), *word_list('contracted_perfect')])})\s+(?:[\w'-]+\s+){{1,12}}?"
        rf"(?P<when>since\s|(?:for|over)\s+(?:the\s+)?(?:past\s+|last\s+)?(?:(?P<bound>{bound})\s+)?(?P<number>{number})\s+"
        rf"(?P<unit>{one_of(DAYS)})s?\b)"
    )


# from 2012 to 2018
_FROM_TO = re.compile(r"\bfrom\s(?P<first>(?:1[89]|20)\d\d)\s(?:to|until|till|through)\s(?:1[89]|20)\d\d\b")
# since 2019
_SINCE = re.compile(r"\bsince\s[^,;.]+")


def by_tenure(left: Assertion, right: Assertion) -> str | None:
    """Why one cannot have begun then: *has led the party since 2019*, *took over the party in 2021*."""
    if left.subject is None or left.subject != right.subject or left.negated or right.negated:
        return None
    state, start = (left, right) if _is_state(left) else (right, left)
    if not _is_state(state) or not _begins(start) or start.told is None:
        return None
    if not (left.tokens & right.tokens) - {left.subject, left.predicate, right.predicate} or not _of_that(start, state):
        return None
    if state.told is not None:
        return times_apart(state.told, start.told)
    begun = _beginning(state)
    if begun is None or (begun.earliest <= start.told.end[:10] and start.told.begin[:10] <= begun.latest):
        return None
    return f"it is so {begun.shown!r}, and began in {start.told.begin[:4]}"


def _of_that(start: Assertion, state: Assertion) -> bool:
    """Whether what one took up is what the other tells of: *bought* **the firm**, not *a house*; *deputy mayor* is another."""
    thing = start.frame.done_to if start.frame is not None and not start.passive else None
    return thing is None or thing.words <= state.tokens


def may_tell_tenure(left: Assertion, right: Assertion) -> bool:
    """Whether one gives a time, and the other for how long something has been so, which is quickly seen."""
    timed, lasting = (left, right) if left.times else (right, left)
    return bool(timed.times) and lasting.claim is not None and tells_since_when(lasting.claim.mention.text)


def _is_state(one: Assertion) -> bool:
    """Whether it is told since when, or how long, one is something: *has led the party since 2019*, *has led it for years*."""
    text = one.claim.mention.text if one.claim is not None else ""
    return (
        tells_since_when(text)
        or _FROM_TO.search(text) is not None
        or _has_since().search(text.lower().replace("’", "'")) is not None
    )


def _begins(one: Assertion) -> bool:
    return one.claim is not None and _taking_up().search(one.claim.mention.text.lower()) is not None


# has led the party since
@cache
def _has_since() -> re.Pattern[str]:
    has = one_of([*word_list("have"), *word_list("contracted_perfect")])
    return re.compile(rf"\b(?:{has})\s(?:[\w-]+\s){{1,12}}?since\b")


# took over · was appointed
@cache
def _taking_up() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(opposition_words('taking_up'))})\b")
