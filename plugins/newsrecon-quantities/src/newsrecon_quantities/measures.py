"""Lengths of time, distances, weights and temperatures: *about 10 minutes*, *2 km*, *a 400-pound stone*, *more than a mile*.

Outlets measure in units of their own, so all are turned into one unit each. A figure is as exact as it is written: 400 pounds
may be 395 or 405, and 181 kg is a sharper way to say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import floor, log10

from newsrecon import Article, Claim, Span
from newsrecon_quantities.amounts import around, weighs
from newsrecon_quantities.numbers import Number, numbered_sentences, read_numbers
from newsrecon_quantities.words import needed, one_of, section

__all__ = ["read_measures"]

COARSEST = 0.025
"""A round figure is taken to be off by no more than this part of itself."""
DIGITS = 4
"""So many digits of a converted figure are kept."""


def read_measures(article: Article) -> Iterator[Claim]:
    """The claims about measures; `stated` is the figure with the unit it was written in.

    >>> article = Article("The bridge is 2 km long, and the tour takes 90 minutes.", id="a")
    >>> [(claim.value["slot"], claim.value["low"], claim.value["high"], claim.value["unit"]) for claim in read_measures(article)]
    [('distance', 1950.0, 2050.0, 'm'), ('duration', 87.75, 92.25, 'minutes')]
    """
    numbered = frozenset(numbered_sentences(article))
    for sentence, words in zip(article.sentences, article.sentence_words, strict=True):
        if _unit_words().isdisjoint(words) and sentence not in numbered:
            continue
        if _any_unit().search(article.lower, sentence.start, sentence.end) is None:
            continue
        for number, behind in _figures(article.lower, sentence):
            sort, unit, factor, shift = _units()[" ".join(behind["unit"].split())]
            if sort == "weight" and behind["unit"].startswith("pound") and not _weighs(article.lower, sentence, behind):
                continue
            low, high = _bounds(number, "least" if behind["plus"] else number.sense)
            value = {
                "slot": sort,
                "low": _converted(low, factor, shift),
                "high": _converted(high, factor, shift),
                "unit": unit,
                "stated": f"{number.core.of(article.text)} {behind['unit']}",
            }
            yield Claim(
                "quantity",
                around(article.text, sentence, Span(number.span.start, behind.end())),
                value,
                article.mention(number.span.start, behind.end()),
            )


def _figures(lower: str, sentence: Span) -> Iterator[tuple[Number, re.Match[str]]]:
    """The numbers of a sentence that a unit stands behind, each with its unit, in order."""
    for number in read_numbers(lower, sentence.start, sentence.end):
        behind = _unit().match(lower, number.span.end, sentence.end)
        if behind is not None and not number.symbol:
            yield number, behind
    for found in _joined().finditer(lower, sentence.start, sentence.end):
        behind = _unit().match(lower, found.end("core"), sentence.end)
        if behind is not None:
            figure = 1.0 if found["one"] else float(found["core"].replace(",", ""))
            span, core = Span(found.start(), found.end("core")), Span(*found.span("core"))
            sense = section("numbers", "before").get(found["before"] or "", "")
            yield Number(span, core, figure, figure, sense=sense), behind


def _weighs(lower: str, sentence: Span, unit: re.Match[str]) -> bool:
    """Whether pounds are a weight here: *a 400-pound stone*, *it weighs 400 pounds*; else they are money."""
    return unit[0].startswith("-") or weighs(lower, sentence)


def _bounds(number: Number, sense: str) -> tuple[float | None, float | None]:
    """The least and the most that the figure may mean, half a step of its last digit on either side."""
    low, high = number.least - _step(number.least), number.most + _step(number.most)
    if sense in ("least", "above"):
        return number.least, None
    if sense in ("most", "below"):
        return None, number.most
    if sense == "nearly":
        return number.least * 0.9, number.most
    if sense == "about":
        return min(low, number.least * 0.9), max(high, number.most * 1.1)
    return low, high


def _step(figure: float) -> float:
    """Half a unit of the last digit that is not zero, at most a small part of the figure."""
    if figure <= 0:
        return 0.0
    scale = 10.0 ** floor(log10(figure))
    while abs(round(figure / scale) * scale - figure) > 1e-6 * figure and scale > 1e-4 * figure:
        scale /= 10
    return float(min(scale / 2, COARSEST * figure))


def _converted(figure: float | None, factor: float, shift: float) -> float | None:
    if figure is None:
        return None
    found = figure * factor + shift
    return float(f"{found:.{DIGITS}g}")


# ---------------------------------------------------------------- patterns


@cache
def _units() -> dict[str, tuple[str, str, float, float]]:
    """For each way to write a unit: what it measures, the unit it is turned into, by what factor, and from which zero."""
    return {
        name: (str(group["sort"]), str(group["unit"]), float(group["factor"]), float(group.get("shift", 0.0)))
        for group in section("measures", "units")
        for name in group["names"]
    }


@cache
def _unit_words() -> frozenset[str]:
    """The words of units, as they stand where no digits are written together with them."""
    return needed(_units())


@cache
def _any_unit() -> re.Pattern[str]:
    """A unit anywhere: quicker to look for than one with all that may stand around it."""
    return re.compile(rf"(?<![a-z])(?:{one_of(_units())})(?![a-z])")


@cache
def _unit() -> re.Pattern[str]:
    plus = r"(?P<plus>-plus|\s+or\s+more)?"
    no_length = rf"(?!\w)(?!\s+(?:{one_of(section('measures', 'not_before'))})\b)"
    return re.compile(rf"[\s-]{{0,2}}(?P<unit>{one_of(_units())}){plus}{no_length}")


@cache
def _joined() -> re.Pattern[str]:
    """*400-pound*, *a mile*: figures that are no words of their own."""
    before = one_of(section("numbers", "before"))
    digits = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,3})?"
    return re.compile(rf"(?<![\w.,-])(?:(?P<before>{before})\s+)?(?P<core>(?:{digits})(?=-[a-z])|(?P<one>an?)(?=\s))")
