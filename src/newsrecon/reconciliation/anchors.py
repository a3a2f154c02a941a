"""The day each article's relative dates count from: its own, or one borrowed from its story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen

from newsrecon.model import ArticleRecord, Claim

__all__ = ["Anchor", "find_anchors"]


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
    because: str


def find_anchors(records: Sequence[ArticleRecord], claims: Iterable[Claim]) -> dict[str, Anchor]:
    """The anchor of each article of a story; articles that nothing dates are left out.

    A dated article is its own anchor. The others borrow the latest day on which an article of the story was published;
    where none is dated, the latest full date that an article of the story states by itself.
    """
    own = {record.id: record.published_day for record in records}
    published = sorted((day, article) for article, day in own.items() if day is not None)
    if published:
        day, article = published[-1]
        borrowed = Anchor(day, f"borrowed from {article}, published that day")
    else:
        stated = sorted(_stated_days(claims, frozenset(own)))
        if not stated:
            return {}
        day, words, article = stated[-1]
        borrowed = Anchor(day, f"borrowed from the story: {article} states {words!r}")
    anchors = {}
    for article, known in own.items():
        anchors[article] = borrowed if known is None else Anchor(known, "published that day")
    return anchors


def _stated_days(claims: Iterable[Claim], articles: frozenset[str]) -> Iterable[tuple[date, str, str]]:
    """Days with a year of their own, as date claims give them without any anchor."""
    for claim in claims:
        if claim.kind != "date" or claim.mention.article not in articles:
            continue
        value = claim.value
        timex = value.get("timex")
        if value.get("anchor") is None and isinstance(timex, str) and len(timex) == 10 and value.get("begin") == timex:
            try:
                yield date.fromisoformat(timex), claim.mention.text, claim.mention.article
            except ValueError:
                continue
