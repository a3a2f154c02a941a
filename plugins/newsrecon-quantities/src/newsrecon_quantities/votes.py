"""Votes: *142 in favour, 10 against and 12 abstentions*, *by 315 votes to 240*, *a 52-48 vote*.

Of two numbers the larger is of those for what was passed, and of those against what was rejected; where neither is said, the
first is of those for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsrecon import Article, Claim, Span
from newsrecon.text import one_of
from newsrecon_quantities.amounts import around
from newsrecon_quantities.numbers import numbered_sentences, read_numbers
from newsrecon_quantities.words import section

__all__ = ["read_votes"]

FOR, AGAINST, ABSTAINED = "votes for", "votes against", "abstentions"


def read_votes(article: Article) -> Iterator[Claim]:
    """The claims about votes for and against, and abstentions; the subject is what the sentence says around them.

    >>> article = Article("The motion was passed by 315 votes to 240, with 12 abstentions.", id="a")
    >>> [(claim.value["slot"], claim.value["low"], claim.mention.text) for claim in read_votes(article)]
    [('votes for', 315, '315 votes to 240'), ('votes against', 240, '315 votes to 240'), ('abstentions', 12, '12 abstentions')]
    """
    for sentence in numbered_sentences(article):
        if not _any_of("voting", "abstained").search(article.lower, sentence.start, sentence.end):
            continue
        results = list(_results(article.lower, sentence))
        end = max((span.end for _, span, _, _ in results), default=sentence.start)
        sides = (side for side in _sides(article.lower, sentence) if side[1].start >= end)
        for slot, span, low, high in (*results, *sides):
            value = {"slot": slot, "low": low, "high": high, "unit": "votes"}
            subject = around(article.text, sentence, span)
            yield Claim("quantity", subject, value, article.mention(span.start, span.end))


Votes = Iterator[tuple[str, Span, float | None, float | None]]


def _results(lower: str, sentence: Span) -> Votes:
    """*315 votes to 240*: two numbers that make one result."""
    failed = _any_of("lost").search(lower, sentence.start, sentence.end)
    won = _any_of("won").search(lower, sentence.start, sentence.end)
    for found in _result().finditer(lower, sentence.start, sentence.end):
        if not (found["before"] or found["ballots"] or found["after"]):
            continue
        lost = failed or _against().match(lower, found.end(), sentence.end)
        numbers = [int(found[name].replace(",", "")) for name in ("one", "two")]
        sides = (AGAINST, FOR) if lost else (FOR, AGAINST)
        for slot, number in zip(sides, sorted(numbers, reverse=True) if lost or won else numbers, strict=True):
            yield slot, Span(found.start("one"), found.end("two")), number, number


def _sides(lower: str, sentence: Span) -> Votes:
    """*142 countries voted in favour*, *10 against*, *12 abstained*: a number and its side."""
    for number in read_numbers(lower, sentence.start, sentence.end):
        behind = _side().match(lower, number.span.end, sentence.end)
        if behind and not number.symbol and not number.is_year(lower):
            slot = FOR if behind["for"] else AGAINST if behind["against"] else ABSTAINED
            yield slot, Span(number.span.start, behind.end()), *number.bounds(whole=True)


# ---------------------------------------------------------------- patterns


@cache
def _any_of(*names: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(word for name in names for word in section('votes', name))})\b")


@cache
def _against() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{one_of(section('votes', 'against'))})\b")


@cache
def _result() -> re.Pattern[str]:
    """*by 315 votes to 240*, *voted 52-48*, *a vote of 52 to 48*, *a 52-48 vote*."""
    ballots, before = one_of(section("votes", "ballots")), one_of(section("votes", "before_result"))
    number = r"\d{1,3}(?:,\d{3}){0,3}"
    return re.compile(
        rf"(?:\b(?P<before>{before})\s+)?(?<![\w.,-])(?P<one>{number})(?:\s(?P<ballots>{ballots}))?"
        rf"(?:\s?[-\u2013\u2014]\s?|\s+to\s+|-to-)(?P<two>{number})(?![\w%]|[.,:-]\d)(?:[\s-](?P<after>{ballots})\b)?"
    )


@cache
def _side() -> re.Pattern[str]:
    who = one_of([*section("votes", "ballots"), *section("votes", "who"), "were", "was", "cast"])
    sides = {name: one_of(section("votes", name)) for name in ("for", "against", "abstained")}
    return re.compile(
        rf"(?:\s+(?:{who})\b){{0,3}}"
        rf"(?:\s+(?P<for>{sides['for']})|\s+(?P<against>{sides['against']})|\s+(?P<abstained>{sides['abstained']}))\b"
    )
