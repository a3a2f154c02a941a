"""When what a story is about happened, by a noun for it: *the attack occurred at 4*, *the incident, which was reported at 4:10*.

Theory of operation. News tells its event once in full and then points to it: *the incident*, *the attack*. A clause whose subject
is such a noun, with the article that points, and whose verb says only that it happened, tells nothing but the time and the
place, so it shares few words with another that tells the same time of the same event by another noun. Two such clauses are of
one event where their nouns may name one and they are of one day, that of the story where a noun fits any event. *The second
shooting* is one of several, and *a shooting* may be any. On which day something was and at which hour are two questions: an hour
meets an hour.

Clock times of one event are seldom told alike, and those less than half an hour apart need not be two.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache

from newsrecon.extractors.date_lexicon import load_language
from newsrecon.extractors.dated import Dated, are_apart, comparable, same_day
from newsrecon.extractors.deeds import kinds_of_deed
from newsrecon.matching import Likeness
from newsrecon.text import one_of
from newsrecon.wording import content_word

__all__ = ["are_close", "event_told", "has_clock", "one_event"]

_SURELY = 0.6
"""How surely two clauses that say of an event only when it happened are of one event."""
_CLOSE = timedelta(minutes=30)
"""Clock times less far apart may be of one moment, as witnesses tell it."""


def event_told(subject: str, of: str | None) -> str:
    """The noun for the event of which a clause tells only when it happened; empty where it tells something else.

    `of` is what the clause is said of where that stands outside.

    >>> event_told("The latest attack happened shortly after noon.", None), event_told("He was attacked at noon.", None)
    ('attack', '')
    >>> event_told("which was reported around 4pm", "the incident,")
    'incident'
    """
    lower = subject.lower()
    verb = _happened().search(lower)
    if verb is None:
        return ""
    before = of.lower() if of and not lower[: verb.start()].strip(" ,").count(" ") else lower[: verb.start()]
    noun = _event().search(before)
    return noun["noun"] if noun else ""


def one_event(left: Dated, right: Dated) -> Likeness | None:
    """Two clauses that say of one event of one day only when it happened; None where they do not."""
    if not (left.event and right.event) or left.article == right.article or left.ranks or right.ranks:
        return None
    if not same_day(left, right) or has_clock(left) != has_clock(right):
        return None
    if are_apart(left, right) and not has_clock(left):
        return None
    generic = {left.event, right.event} & _generic()
    if generic and not (left.main and right.main):
        return None
    ours, theirs = content_word(left.event), content_word(right.event)
    if not generic and ours != theirs and not kinds_of_deed(ours) & kinds_of_deed(theirs):
        return None
    return Likeness(_SURELY, f"both tell when “{left.event}” and “{right.event}” happened, and are of one day")


def are_close(left: Dated, right: Dated) -> bool:
    """Whether two clock times lie so near to each other that they may be one: *3:30*, *about 3:50*."""
    if not (has_clock(left) and has_clock(right)):
        return False
    (begin, end), (other_begin, other_end) = (
        tuple(datetime.fromisoformat(moment) for moment in interval) for interval in comparable(left, right) if interval
    )
    return max(begin, other_begin) - min(end, other_end) < _CLOSE


def has_clock(one: Dated) -> bool:
    """Whether a time is one of the clock: *at 4:10 p.m.*"""
    return ":" in str(one.value["timex"])


@cache
def _generic() -> frozenset[str]:
    return frozenset(load_language("en").data["words"]["any_event"])


# the latest| attack
@cache
def _event() -> re.Pattern[str]:
    words = load_language("en").data["words"]
    nouns = one_of([*words["befallen"], *words["any_event"]])
    return re.compile(
        rf"\b(?:the|this|that)\s+(?:[a-z-]{{2,20}}\s+){{0,3}}?(?P<noun>{nouns})\b(?:,|[^.;,]{{0,80}})\s*\Z"
    )


# took place · was reported
@cache
def _happened() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(load_language('en').data['words']['happening'])})\b")
