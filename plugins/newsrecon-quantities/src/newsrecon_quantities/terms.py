"""Terms of imprisonment: *up to 10 years in prison*, *sentenced to 12 years*, *could be jailed for up to 10 years*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsrecon import Article, Claim, Span
from newsrecon.text import one_of
from newsrecon_quantities.numbers import numbered_sentences, read_numbers
from newsrecon_quantities.words import section

__all__ = ["read_terms"]

SUBJECTS = {"longest": "longest possible prison term", "given": "prison term given"}


def read_terms(article: Article) -> Iterator[Claim]:
    """The claims about prison terms in years; `of` is `longest` for the most that may be given, `given` for what was.

    The number of *up to 10 years* is ten: it is the longest term that is spoken of. `whole` is whether the article gives one
    such length only.

    >>> article = Article("She could face up to 14 years in prison.", id="a")
    >>> [(claim.subject, claim.value["low"], claim.value["high"]) for claim in read_terms(article)]
    [('longest possible prison term', 14, 14)]
    """
    found = [term for sentence in numbered_sentences(article) for term in _terms(article.lower, sentence)]
    lengths: dict[str, set[tuple[float | None, float | None]]] = {}
    for _, sort, low, high in found:
        lengths.setdefault(sort, set()).add((low, high))
    for span, sort, low, high in found:
        whole = len(lengths[sort]) == 1
        value = {"slot": "term", "low": low, "high": high, "unit": "years", "of": sort, "whole": whole}
        yield Claim("quantity", SUBJECTS[sort], value, article.mention(span.start, span.end))


def _terms(lower: str, sentence: Span) -> Iterator[tuple[Span, str, float | None, float | None]]:
    if not _any_prison().search(lower, sentence.start, sentence.end):
        return
    for number in read_numbers(lower, sentence.start, sentence.end):
        unit = _unit().match(lower, number.span.end, sentence.end)
        if number.symbol or unit is None:
            continue
        # "up to" is a part of the number, "sentenced to" stands before it.
        start = max(sentence.start, number.span.start - 40)
        before = _before().search(lower, start, number.core.start) or _before().search(lower, start, number.span.start)
        if before is None or not (unit["prison"] or before["given"] or before["only"]):
            continue
        sort = "given" if before["only"] else "longest"
        low, high = (number.most, number.most) if sort == "longest" else number.bounds(whole=False)
        divisor = 12 if unit["unit"].startswith("month") else 1
        yield Span(before.start(), unit.end()), sort, _years(low, divisor), _years(high, divisor)


def _years(length: float | None, divisor: int) -> float | None:
    if length is None:
        return None
    years = round(length / divisor, 4)
    return int(years) if years == int(years) else years


# ---------------------------------------------------------------- patterns


@cache
def _any_prison() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of([*section('terms', 'prison'), 'jailed', 'imprisoned', 'sentenced'])})\b")


@cache
def _unit() -> re.Pattern[str]:
    prison = one_of(section("terms", "prison"))
    return re.compile(rf"[\s-](?P<unit>years?|months?)\b(?P<prison>['\u2019]?\s+(?:in\s+|of\s+)?(?:{prison})\b)?")


@cache
def _before() -> re.Pattern[str]:
    """What stands directly in front of the length; *jailed* says by itself that it is a prison term."""
    longest, given = one_of(section("terms", "longest")), one_of(section("terms", "given"))
    return re.compile(rf"\b(?:(?P<given>{given})\s+(?P<also>{longest})|(?P<longest>{longest})|(?P<only>{given}))\s*$")
