"""The day each article's relative dates count from: its own, or one borrowed from its story."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from attrs import frozen

from newsrecon.article_records import ArticleRecord
from newsrecon.model import Claim
from newsrecon.wording import content_words

__all__ = ["Anchor", "find_anchors"]

ALIKE = 0.7
"""How alike two clauses must be, by the cosine of their content words, to be of one thing."""

LEAST_SHARED = 3
"""So many content words they must have in common."""

FRONT = 400
"""Within so many characters, a day that is a line by itself tells of which day an article is."""

LIST = 3
"""So many such lines make a list of days."""

_SOON_AFTER = 3
"""So many days behind a day that is stated, at most, a weekday is the one behind it rather than the one before."""

# on Sunday · will meet on Sunday
_WEEKDAY = re.compile(r"(past|future)\(XXXX-WXX-([1-7]),now\)")
# today · yesterday evening · two days ago
_NEAR = re.compile(r"shift\(now,(-?[0-7]),D\)")


@frozen
class Anchor:
    """A day and where it comes from, in words.

    >>> from newsrecon import Article, reconcile
    >>> known = Article("The bridge opened on Monday.", id="1", source="The Daily", published="2025-05-06")
    >>> undated = Article("On Monday the bridge opened.", id="2", source="The Globe")
    >>> borrowed = reconcile([known, undated]).anchor("2")
    >>> str(borrowed.day), borrowed.because
    ('2025-05-06', 'borrowed from 1, published that day')
    """

    day: date
    """The calendar day that relative dates count from."""
    because: str
    """Where it comes from, in words."""


def find_anchors(records: Sequence[ArticleRecord], claims: Iterable[Claim]) -> dict[str, Anchor]:
    """The anchor of each article of a story; articles that nothing dates are left out.

    A dated article is its own anchor, and so is one that opens with a line that is a day and nothing else. One that says
    *yesterday* of what others give a day of takes the day that makes both true, and then helps to date others, in rounds that
    each rest on the one before only, until nothing new is found. What is left borrows the latest day of an article that dates
    itself; where none does, the latest full date that an article of the story states by itself.
    That is of the event rather than of the article: one that tells of the Sunday behind it was written then.
    """
    own = {record.id: record.published_day for record in records}
    claims = [claim for claim in claims if claim.kind == "date" and claim.mention.article in own]
    anchors = {article: Anchor(day, "published that day") for article, day in own.items() if day is not None}
    anchors |= _dated_by_a_line([claim for claim in claims if own[claim.mention.article] is None])
    dated = sorted((anchor.day, article, anchor.because) for article, anchor in anchors.items())
    undated = own.keys() - anchors.keys()
    told = [one for claim in claims if (one := _told(claim)) is not None] if undated else []
    while found := _dated_by_others(told, anchors, undated - anchors.keys()):
        anchors.update(found)
    if dated:
        day, article, because = dated[-1]
        borrowed = Anchor(day, f"borrowed from {article}, {because}")
    else:
        stated = sorted(_stated_days(claims))
        if not stated:
            return anchors
        day, words, article = stated[-1]
        borrowed = Anchor(day, f"borrowed from the story: {article} states {words!r}")
        later = _days_after(borrowed, claims)
        return {article: anchors.get(article) or later.get(article, borrowed) for article in own}
    return {article: anchors.get(article, borrowed) for article in own}


# ---------------------------------------------------------------- days that stand in a line of their own


def _dated_by_a_line(claims: Iterable[Claim]) -> dict[str, Anchor]:
    """The day of each article that opens with it, in a line of its own: *17 July 2010*; a list of days has many such lines."""
    lines: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.mention.span.start < FRONT and claim.value.get("dateline") and _stated(claim):
            lines[claim.mention.article].append(claim)
    found = {}
    for article, own in lines.items():
        first = min(own, key=lambda claim: claim.mention.span)
        day = _stated(first)
        if day is not None and len(own) < LIST:
            found[article] = Anchor(day, f"told by {first.mention.text!r} in front of it")
    return found


# ---------------------------------------------------------------- days that others tell


@frozen
class _Told:
    """What is said to have been on a day: its words, and the day, or how many days from that of its article it lies."""

    article: str
    shown: str
    words: frozenset[str]
    day: date | None
    apart: int


def _told(claim: Claim) -> _Told | None:
    """A claim that tells a day, or one that is counted from the day of its article; None for any other."""
    value = claim.value
    near = _NEAR.search(str(value.get("expression")))
    day = _day(value.get("begin")) if len(str(value.get("timex"))) >= 10 else None
    if day is None and near is None:
        return None
    words = frozenset(content_words(claim.subject.replace(claim.mention.text, " ")))
    return _Told(claim.mention.article, claim.mention.text, words, day, int(near[1]) if near else 0)


def _day(begin: object) -> date | None:
    try:
        return date.fromisoformat(begin[:10]) if isinstance(begin, str) else None
    except ValueError:
        return None


def _dated_by_others(
    told: Sequence[_Told], anchors: Mapping[str, Anchor], articles: Collection[str]
) -> dict[str, Anchor]:
    """The days of some articles, so far as what they tell of a day near them is told of a known day by others."""
    known: dict[str, list[tuple[_Told, date]]] = defaultdict(list)
    for one in told:
        day = one.day
        if day is None and one.article in anchors:
            day = _shifted(anchors[one.article].day, one.apart)
        if day is not None:
            for word in one.words:
                known[word].append((one, day))
    votes: dict[str, dict[date, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
    for one in told if known else ():
        if one.day is None and one.article in articles:
            shared = Counter(other for word in one.words for other in known.get(word, ()))
            for (other, day), count in shared.items():
                if other.article != one.article and _is_one(one, other, count):
                    own = _shifted(day, -one.apart)
                    if own is not None:
                        votes[one.article][own].add((other.article, one.shown))
    found = {}
    for article, days in votes.items():
        most = max(len(others) for others in days.values())
        level = [day for day, others in days.items() if len(others) == most]
        if len(level) == 1:
            teller, words = min(days[level[0]])
            found[article] = Anchor(level[0], f"what it says of {words!r} {teller} gives a day of")
    return found


def _is_one(one: _Told, other: _Told, shared: int) -> bool:
    """Whether two clauses have so many words in common that they tell of one thing."""
    return shared >= LEAST_SHARED and shared >= ALIKE * (len(one.words) * len(other.words)) ** 0.5


def _shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


# ---------------------------------------------------------------- days that are stated


def _stated_days(claims: Iterable[Claim]) -> Iterable[tuple[date, str, str]]:
    """Days with a year of their own, as date claims give them without any anchor."""
    for claim in claims:
        day = _stated(claim) if len(str(claim.value.get("timex"))) == 10 else None
        if day is not None:
            yield day, claim.mention.text, claim.mention.article


def _stated(claim: Claim) -> date | None:
    """The day that a date claim gives by itself, with its year, to the hour or not; None for any other time."""
    value = claim.value
    timex = value.get("timex")
    if value.get("anchor") is not None or not isinstance(timex, str) or len(timex) < 10:
        return None
    begin = value.get("begin")
    return _day(begin) if isinstance(begin, str) and begin[:10] == timex[:10] else None


def _days_after(stated: Anchor, claims: Iterable[Claim]) -> dict[str, Anchor]:
    """For articles that tell of weekdays soon after a day that is stated, the last of these days, but none behind one to come."""
    found: dict[str, tuple[int, str]] = {}
    limits: dict[str, int] = {}
    for claim in claims:
        if match := _WEEKDAY.search(str(claim.value.get("expression"))):
            article, days = claim.mention.article, (int(match[2]) - stated.day.isoweekday()) % 7
            if match[1] == "future":
                limits[article] = min(days, limits.get(article, days))
                continue
            known = found.get(article, (0, ""))
            if known[0] < days <= _SOON_AFTER or (known[0] == days and claim.mention.text < known[1]):
                found[article] = days, claim.mention.text
    return {
        article: Anchor(day, f"{stated.because}, and it tells of {words!r} soon after")
        for article, (days, words) in found.items()
        if days <= limits.get(article, days) and (day := _shifted(stated.day, days))
    }
