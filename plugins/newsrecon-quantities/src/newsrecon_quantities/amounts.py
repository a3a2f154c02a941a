"""Sums of money and percentages: *$1.2bn*, *half a million euros*, *more than 60 percent*."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache

from newsrecon import Article, Claim, Span
from newsrecon.text import one_of
from newsrecon_quantities.numbers import Number, numbered_sentences, read_numbers
from newsrecon_quantities.words import needed, section

__all__ = ["around", "read_amounts", "weighs"]

REACH = 80
"""So many characters on either side of an amount tell what it is of."""


def read_amounts(article: Article) -> Iterator[Claim]:
    """The claims about sums of money and percentages; the subject is what the sentence says around it.

    >>> article = Article("The fine was cut to $1.2bn, almost 40 percent less.", id="a")
    >>> [(claim.value["unit"], claim.value["low"], claim.value["high"]) for claim in read_amounts(article)]
    [('USD', 1200000000, 1200000000), ('percent', 36, 40)]
    """
    fractions = not all(map(_fraction_ends().isdisjoint, article.sentence_words))
    for sentence in numbered_sentences(article):
        if fractions:
            yield from _fractions(article, sentence)
        if not _any_unit().search(article.lower, sentence.start, sentence.end):
            continue
        for number in read_numbers(article.lower, sentence.start, sentence.end):
            behind = _unit_behind().match(article.lower, number.span.end, sentence.end)
            unit = number.symbol or (_unit(behind["unit"]) if behind else "")
            if unit and not (behind and behind["unit"].startswith("pound") and weighs(article.lower, sentence)):
                low, high = number.bounds(whole=False)
                value = {"slot": "share" if unit == "percent" else "money", "low": low, "high": high, "unit": unit}
                if number.sense == "about" and (figure := number.one_figure) is not None:
                    value["figure"] = figure
                end = behind.end() if behind else number.span.end
                subject = around(article.text, sentence, Span(number.span.start, end))
                yield Claim("quantity", subject, value, article.mention(number.span.start, end))


def _fractions(article: Article, sentence: Span) -> Iterator[Claim]:
    """*two-thirds of voters*, to the whole percent on either side."""
    for found in _fraction().finditer(article.lower, sentence.start, sentence.end):
        if _named_part().search(article.lower, max(sentence.start, found.start() - 12), found.start()):
            continue
        percent = round(100 * section("numbers", "fractions")[" ".join(re.split(r"[\s-]+", found["fraction"]))], 6)
        sense = section("numbers", "before").get(" ".join((found["before"] or "").split()), "")
        span = Span(found.start(), found.end("fraction"))
        low, high = Number(span, span, math.floor(percent), math.ceil(percent), sense=sense).bounds(whole=False)
        value = {"slot": "share", "low": low, "high": high, "unit": "percent"}
        yield Claim("quantity", around(article.text, sentence, span), value, article.mention(span.start, span.end))


def weighs(lower: str, sentence: Span) -> bool:
    """Whether a sentence weighs something, so that its pounds are no money."""
    return _weighing().search(lower, sentence.start, sentence.end) is not None


def _unit(words: str) -> str:
    name = " ".join(words.split())
    return "percent" if name in section("shares", "names") else str(section("money", "names")[name])


def around(text: str, sentence: Span, amount: Span) -> str:
    """The words of the sentence around an amount, as many as 80 characters on either side hold.

    >>> around("The ferry line paid 9 million euros.", Span(0, 36), Span(20, 35))
    'The ferry line paid … .'
    """
    opens, closes = max(sentence.start, amount.start - REACH), min(sentence.end, amount.end + REACH)
    while opens > sentence.start and opens < amount.start and not text[opens - 1].isspace():
        opens += 1
    while closes < sentence.end and closes > amount.end and not text[closes].isspace():
        closes -= 1
    return " ".join(f"{text[opens : amount.start]} … {text[amount.end : closes]}".split())


@cache
def _any_unit() -> re.Pattern[str]:
    """A sign, or a word at its beginning: quicker to look for than a number with all that may stand around it."""
    marks = [*section("money", "symbols"), *section("money", "names"), *section("shares", "names")]
    signs = re.escape("".join(sorted({mark[-1] for mark in marks if not (mark[-1].isalpha() or mark[-1] == ".")})))
    return re.compile(rf"[{signs}]|\b(?:{one_of(mark for mark in marks if mark[0].isalpha() and mark[-1] != '$')})")


@cache
def _fraction_ends() -> frozenset[str]:
    """The last words of fractions: an article without any has no fraction."""
    return needed(word.split()[-1] for word in section("numbers", "fractions") if word[-1].isalpha())


@cache
def _fraction() -> re.Pattern[str]:
    """*nearly two-thirds* of what comes in parts: no quarter of an hour, mile or million."""
    words = one_of(word for word in section("numbers", "fractions") if word[-1].isalpha()).replace(r"\s+", r"[\s-]+")
    before = one_of(section("numbers", "before"))
    return re.compile(rf"\b(?<!-)(?:(?P<before>{before})\s+)?(?P<fraction>{words})\s+of\s+(?!an?\b|\d)")


@cache
def _named_part() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(section('shares', 'named_parts'))})\s$")


@cache
def _unit_behind() -> re.Pattern[str]:
    names = one_of([*section("money", "names"), *section("shares", "names")])
    return re.compile(rf"[\s-]?(?P<unit>{names})(?!\w)")


@cache
def _weighing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(section('measures', 'weighing'))})\b")
