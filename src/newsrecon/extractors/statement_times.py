"""When what a clause states was so: the dates inside it, those in front of a clause it goes on from, and its tense.

*In April, Moscow removed the group | and accepted an ambassador*: both clauses carry April, since it stands before the verb
they share a sentence with. *The group seized power in 2021 | and has closed schools*: only the first carries 2021. *Russia has
accepted the credentials*: news in the perfect without a date is of the days before the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from newsrecon.clauses import Clause
from newsrecon.model import Article, Claim
from newsrecon.span import Span
from newsrecon.text import one_of
from newsrecon.verbs import word_list

__all__ = ["PUNCTUAL", "dates_in", "times_of"]

LEAD = 6
"""In so many sentences from the start, an article tells its news."""
NEWS = "until(P1W,move(now,2,D))"
"""The days in which something happened that is news on a day, with a day more for clocks that differ."""
SHARING = frozenset(("coordinated", "participle", "continued"))
"""Kinds of clauses that go on from the one before and share what stands in front of it."""
PUNCTUAL = frozenset(("DATE", "TIME"))

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def times_of(article: Article, clause: Clause, chain: Sequence[Clause], dates: Sequence[Claim]) -> list[dict[str, Any]]:
    """The times of what a clause states; `from` says how each is known: `clause`, `sentence` or `tense`."""
    inside = list(dates_in(clause.span, dates))
    told = [date for date in inside if date.value["type"] in PUNCTUAL and _is_told(article, date)]
    own = [_entry(date, "clause") for date in told if not _is_of_another(article, clause, date)]
    if own:
        return own
    shared = _shared(article, clause, chain, dates) or _before_colon(article, clause, dates)
    if shared:
        return [_entry(date, "sentence") for date in shared]
    if not inside and _is_news(article, clause, chain, dates):
        return [_now(article)]
    return []


def dates_in(span: Span, dates: Sequence[Claim]) -> Iterator[Claim]:
    """The dates inside a span, of dates in the order of their places."""
    start = bisect_left(dates, span.start, key=lambda date: date.mention.span.start)
    for place in range(start, len(dates)):
        if dates[place].mention.span.start >= span.end:
            return
        if dates[place].mention.span.end <= span.end:
            yield dates[place]


def _is_told(article: Article, date: Claim) -> bool:
    """Whether the date says when: *now* and *recently* do not, and *a 2012 car crash* tells when the crash was."""
    if str(date.value["timex"]).endswith("_REF"):
        return False
    span = date.mention.span
    before = _DETERMINER.search(article.text, max(0, span.start - 12), span.start)
    return before is None or _NOUN.match(article.text, span.end) is None


def _is_of_another(article: Article, clause: Clause, date: Claim) -> bool:
    """Whether a date behind a clause's verb dates what another verb tells: *held a man suspected of a killing on Monday*.

    Nor is *the lowest turnout since 1990* of 1990, nor *2 million, down from 3 million in 1990*, nor who *left after the vote
    of Sunday* of Sunday. Who *was convicted of fraud on Monday* was convicted then; who *was convicted of fraud in 2019* may have
    been so for what was done then.
    """
    if clause.verb is None or date.mention.span.start < clause.verb.end:
        return False
    charged = _charged().fullmatch(article.text, clause.verb.start, date.mention.span.start)
    if charged is not None and (charged["crime"] is None or len(str(date.value["timex"])) >= len("2019-07-03")):
        return False
    if _ranked().search(article.text, clause.verb.end, date.mention.span.start) is not None:
        return True
    if _compared().search(article.text, clause.verb.end, date.mention.span.start) is not None:
        return True
    if date.value.get("of_noun") and _beside().search(article.text, clause.verb.end, date.mention.span.start):
        return True
    return _another().search(article.text, clause.verb.end, date.mention.span.start) is not None


# resigned after its defeat in | Sunday's election
@cache
def _beside() -> re.Pattern[str]:
    from newsrecon.extractors.statement_words import words_of

    return re.compile(rf"\b(?:{one_of(words_of('before_or_after'))})\s[^,;.]*$")


# a man | who killed · a man | suspected of · in connection with · for allegedly
@cache
def _another() -> re.Pattern[str]:
    from newsrecon.extractors.statement_words import words_of

    return re.compile(rf"\s\w+\s+(?:that|which|who)\s+\w+(?:ed|[dt])\b|\b(?:{one_of(words_of('charges'))})\b")


# convicted of fraud on | Monday · convicted in | 2019, but not: convicted of the murder of a man on | Monday
@cache
def _charged() -> re.Pattern[str]:
    from newsrecon.extractors.statement_words import words_of

    verbs = one_of({phrase.split()[0] for phrase in words_of("charges")} - {"in", "for"})
    crime = r"(?P<crime>\s(?:of|with)(?:\s(?!(?:an?|the|his|her|its|their)\b)[a-z-]+(?<!ing)){1,2}?)"
    return re.compile(rf"(?!(?:is|are)\s)(?:\w+\s){{0,3}}?(?:{verbs}){crime}?(?:\s(?:on|in|by|since|early|late))*\s")


# the lowest turnout since | 1990
@cache
def _ranked() -> re.Pattern[str]:
    from newsrecon.extractors.statement_words import words_of

    most = one_of(sorted(words_of("superlatives") | words_of("of_all") | {"most", "least"}))
    return re.compile(rf"\b(?:{most})\b[^,;.]{{0,60}}\bsince\s+$")


# 2 million, down from | 3 million in | 1990
@cache
def _compared() -> re.Pattern[str]:
    from newsrecon.extractors.statement_words import words_of

    return re.compile(rf"(?<!\w)(?:{one_of(words_of('comparing'))})\s[^,;]{{0,60}}$")


# a | 2012 | car crash
_DETERMINER = re.compile(r"(?<![^\W_])(?:an?|the|his|her|its|their)\s+$", re.IGNORECASE)
_NOUN = re.compile(
    r"\s+(?!(?:and|or|but|in|on|at|of|to|by|as|for|from|with|when|after|before|that|which|who|was|is|were|are|had|has|have)\b)[a-z]"
)


def _entry(date: Claim, source: str) -> dict[str, Any]:
    value = date.value
    entry = {key: value.get(key) for key in ("timex", "begin", "end", "expression")}
    if "zone" in value:
        entry["zone"] = value["zone"]
    return {**entry, "type": value["type"], "from": source}


def _shared(article: Article, clause: Clause, chain: Sequence[Clause], dates: Sequence[Claim]) -> list[Claim]:
    """The dates in front of the verb of a clause that this one goes on from."""
    for governor in chain:
        if clause.kind not in SHARING:
            return []
        told = [
            date
            for date in dates_in(governor.span, dates)
            if date.value["type"] in PUNCTUAL and _is_told(article, date)
        ]
        if told:
            verb = governor.verb.start if governor.verb else governor.span.end
            return [date for date in told if clause.kind == "participle" or date.mention.span.end <= verb]
        clause = governor
    return []


def _before_colon(article: Article, clause: Clause, dates: Sequence[Claim]) -> list[Claim]:
    """The dates of what a clause behind a colon sets out: *Fewer came on Tuesday:* | *9,000 people marched*."""
    text, start, colon = article.text, clause.sentence.start, clause.span.start - 1
    while colon > start and text[colon].isspace():
        colon -= 1
    if colon <= start or text[colon] != ":":
        return []
    opens = max(start, *(text.rfind(mark, start, colon) for mark in ":;"))
    told = dates_in(Span(opens, colon), dates)
    return [date for date in told if date.value["type"] in PUNCTUAL and _is_told(article, date)]


def _is_news(article: Article, clause: Clause, chain: Sequence[Clause], dates: Sequence[Claim]) -> bool:
    """Whether the clause tells an event in the perfect where an article tells its news."""
    if clause.verb is None or clause.kind not in ("main", "content", "coordinated"):
        return False
    if bisect_left(article.sentences, clause.sentence) >= LEAD:
        return False
    if any(True for governor in chain for _ in dates_in(governor.span, dates)):
        return False
    low = [word.lower().replace("’", "'") for word in _WORD.findall(clause.span.of(article.text))]
    first = clause.verb.of(article.text).lower().replace("’", "'")
    if first not in _perfect() or first not in low or not _lasting().isdisjoint(low):
        return False
    if first == "had":
        return bool(chain) and clause.kind == "content"
    return low[low.index(first) + 1 : low.index(first) + 2] != ["to"]


@cache
def _perfect() -> frozenset[str]:
    return frozenset(word_list("have")) & {"has", "have", "had"}


@cache
def _lasting() -> frozenset[str]:
    from newsrecon.extractors.statement_words import words_of

    return words_of("lasting")


def _now(article: Article) -> dict[str, Any]:
    from newsrecon.timex import parse_expression

    found = parse_expression(NEWS).resolve(article.published_day)
    return {
        "timex": found.value,
        "begin": found.begin,
        "end": found.end,
        "expression": NEWS,
        "type": "DATE",
        "from": "tense",
    }
