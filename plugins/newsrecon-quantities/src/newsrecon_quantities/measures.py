"""Lengths of time, distances, weights, temperatures, speeds and areas: *about 10 minutes*, *half a mile*, *a 400-pound stone*.

Outlets measure in units of their own, so all are turned into one unit each, by pint. A figure is as exact as it is written:
400 pounds may be 395 or 405, and 181 kg is a sharper way to say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import floor, log10
from typing import TYPE_CHECKING, Any

from attrs import evolve

from newsrecon import Article, Claim, Span
from newsrecon.text import one_of
from newsrecon_quantities.amounts import around, weighs
from newsrecon_quantities.numbers import Number, numbered_sentences, read_numbers, spelt
from newsrecon_quantities.words import needed, section

if TYPE_CHECKING:
    from pint import UnitRegistry

__all__ = ["read_measures"]

COARSEST = 0.025
"""A round figure is taken to be off by no more than this part of itself."""
DIGITS = 4
"""So many digits of a converted figure are kept."""


def read_measures(article: Article) -> Iterator[Claim]:
    """The claims about measures; `stated` is the figure with the unit it was written in, `figure` what it is in ours.

    A range and a bound have no `figure`.

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
            name = " ".join(behind["unit"].split())
            sort, unit, written = _units()[name]
            if sort == "weight" and behind["unit"].startswith("pound") and not _weighs(article.lower, sentence, behind):
                continue
            if name in section("measures", "letters") and not _is_degrees(article.text, number, behind):
                continue
            sense = "least" if behind["plus"] else number.sense
            low, high = _bounds(number, sense)
            figure = number.one_figure if sense == number.sense else None
            start = number.span.start
            if sort == "temperature" and (below := _below_zero().search(article.lower, max(0, start - 8), start)):
                low, high, figure, start = _negative(high), _negative(low), _negative(figure), below.start()
            value = {
                "slot": sort,
                "low": _converted(low, written, unit),
                "high": _converted(high, written, unit),
                "unit": unit,
                "stated": f"{article.text[start : number.span.end]} {behind['unit']}"
                if start < number.span.start
                else f"{number.core.of(article.text)} {behind['unit']}",
            }
            if figure is not None:
                value["figure"] = _converted(figure, written, unit)
            span = Span(start, behind.end())
            yield Claim("quantity", around(article.text, sentence, span), value, article.mention(start, span.end))


def _figures(lower: str, sentence: Span) -> Iterator[tuple[Number, re.Match[str]]]:
    """The numbers of a sentence that a unit stands behind, each with its unit, in order."""
    for number in read_numbers(lower, sentence.start, sentence.end):
        behind = _unit().match(lower, number.span.end, sentence.end)
        if behind is not None and not number.symbol:
            yield _with_half(number, behind), behind
    for found in _joined().finditer(lower, sentence.start, sentence.end):
        behind = _unit().match(lower, found.end("core"), sentence.end)
        if behind is not None and not (found["one"] and behind["unit"].endswith("s")):  # an | hours-long row
            span, core = Span(found.start(), found.end("core")), Span(found.start("figure"), found.end("core"))
            sense = section("numbers", "before").get(" ".join((found["before"] or "").split()), "")
            figure = _figure(found)
            yield _with_half(Number(span, core, figure, figure, sense=sense), behind), behind


def _figure(found: re.Match[str]) -> float:
    """*400* of "400-pound", *five* of "five-hour", 1 of "a mile", 0.5 of "half a mile"."""
    if part := found["part"]:
        return float(section("numbers", "fractions")[" ".join(re.split(r"[\s-]+", part))])
    if word := found["word"]:
        return spelt([word]) or 0.0
    return 1.0 if found["one"] else float(found["core"].replace(",", ""))


def _with_half(number: Number, behind: re.Match[str]) -> Number:
    """The number and the half that stands behind its unit: *an hour and a half*."""
    if not behind["half"]:
        return number
    half: float = section("numbers", "fractions")[" ".join(behind["half"].split())]
    return evolve(number, least=number.least + half, most=number.most + half)


def _is_degrees(text: str, number: Number, unit: re.Match[str]) -> bool:
    """Whether a letter directly behind digits is a capital: *40C*."""
    return (
        unit.start("unit") == number.span.end
        and text[unit.start("unit")].isupper()
        and text[number.core.start].isdigit()
    )


def _negative(figure: float | None) -> float | None:
    return None if figure is None else -figure


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


def _converted(figure: float | None, written: str | None, unit: str) -> float | None:
    """A figure in a unit, from the unit it was written in, None where it is that one."""
    if figure is None:
        return None
    if written is not None:
        nought, one = _ends(written, unit)
        figure = nought + figure * (one - nought)
    return float(f"{figure:.{DIGITS}g}")


@cache
def _ends(written: str, unit: str) -> tuple[float, float]:
    """What nought and one of a unit are in another: all figures lie on the line through them, and pint is asked once."""
    nought, one = (float(_registry().Quantity(figure, written).to(unit).magnitude) for figure in (0.0, 1.0))
    return nought, one


@cache
def _registry() -> UnitRegistry[Any]:
    # Not before something is to be converted: it takes a third of a second.
    from pint import UnitRegistry

    return UnitRegistry()


# ---------------------------------------------------------------- patterns


@cache
def _units() -> dict[str, tuple[str, str, str | None]]:
    """For each way to write a unit: what it measures, the unit it is turned into, and its name in pint where it is another."""
    return {
        name: (str(group["sort"]), str(group["unit"]), group.get("pint"))
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
    half = r"(?:\s+and\s+(?P<half>a\s+half|a\s+quarter)\b)?"
    no_length = rf"(?![\w/])(?!\s+(?:{one_of(section('measures', 'not_before'))})\b)"
    return re.compile(rf"[\s-]{{0,2}}(?P<unit>{one_of(_units())}){plus}{half}{no_length}")


@cache
def _below_zero() -> re.Pattern[str]:
    """*-* of "-12", but not of "10-12"."""
    return re.compile(rf"(?<![\w.,])(?:[-\u2212]|(?:{one_of(section('measures', 'below_zero'))})\s)$")


@cache
def _joined() -> re.Pattern[str]:
    """*400-pound*, *five-hour*, *a mile*, *half a mile*: figures that are no words of their own."""
    before = one_of(section("numbers", "before"))
    digits = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,3})?"
    words = one_of([*section("numbers", "units"), *section("numbers", "tens")])
    parts = one_of(word for word in section("numbers", "fractions") if word[-1].isalpha()).replace(r"\s+", r"[\s-]+")
    return re.compile(
        rf"(?<![\w.,-])(?:(?P<before>{before})\s+)?(?P<figure>(?:(?P<part>{parts})\s+(?:of\s+)?(?=an?\s))?)"
        rf"(?P<core>(?:{digits})(?=-[a-z]|[cf]\b)|(?P<word>{words})(?=-[a-z])"
        # "added a second" tells which of several; "half a second", how long.
        r"|(?P<one>an?)(?=\s)(?(part)|(?!\s+second\b)))"
    )
