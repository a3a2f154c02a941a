"""Counts of anything else: *468 inmates*, *more than 11,000 jobs*, *31 houses*, *672 goals*.

What is counted is the plural that ends the noun phrase behind a number. People who were killed, hurt, held and the like, money,
measures, ages and votes are counted by others, whose numbers are left to them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate

from newsrecon import Article, Claim, Span
from newsrecon_quantities.amounts import around
from newsrecon_quantities.groups import counts_nothing
from newsrecon_quantities.numbers import Number, numbered_sentences, read_numbers
from newsrecon_quantities.words import section

__all__ = ["read_counts"]


def read_counts(article: Article, told: Iterable[Claim]) -> Iterator[Claim]:
    """The claims about how many there are of what, but for the numbers that stand in what is `told` by others.

    >>> article = Article("The jail has room for 468 inmates and has 12 old iron doors.", id="a")
    >>> [(claim.value["low"], claim.value["unit"], claim.mention.text) for claim in read_counts(article, [])]
    [(468, 'inmates', '468 inmates'), (12, 'doors', '12 old iron doors')]
    """
    taken = _Taken(claim.mention.span for claim in told)
    numbered = frozenset(numbered_sentences(article))
    for sentence, words in zip(article.sentences, article.sentence_words, strict=True):
        if sentence not in numbered or not any(map(_is_plural, words)):
            continue
        for number in read_numbers(article.lower, sentence.start, sentence.end):
            if (
                number.symbol
                or number.most < LEAST
                or number.core.of(article.lower) == "both"
                or counts_nothing(article.lower, sentence, number)
            ):
                continue
            noun = _noun(article.lower, number.span.end, sentence.end)
            if noun is None or _is_no_count(article.text, number):
                continue
            span = Span(number.span.start, noun.end())
            if not taken.overlaps(span):
                low, high = number.bounds(whole=False)
                value = {"slot": "count", "low": low, "high": high, "unit": noun["word"]}
                if number.sense == "about" and (figure := number.one_figure) is not None:
                    value["figure"] = figure
                yield Claim(
                    "quantity", around(article.text, sentence, span), value, article.mention(span.start, span.end)
                )


class _Taken:
    """The places that some spans take."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._reached = list(accumulate((end for _, end in ordered), max))

    def overlaps(self, span: Span) -> bool:
        """Whether one of them shares a character with a span."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reached[before - 1] > span.start


def _noun(lower: str, start: int, end: int) -> re.Match[str] | None:
    """The plural that ends the noun phrase behind a number; None where none does, or it tells when or how much."""
    noun, place = None, start
    for _ in range(LONGEST):
        word = _WORD.match(lower, place, end)
        if word is None or word["word"] in _ends():
            break
        if _is_plural(word["word"]):
            noun = word
        elif noun is not None:
            break
        place = word.end()
    return None if noun is None or noun["word"] in section("counts", "no_things") else noun


def _is_plural(word: str) -> bool:
    return word in section("counts", "plurals") or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


@cache
def _ends() -> frozenset[str]:
    return frozenset((*section("people", "ends"), *section("counts", "ends")))


def _is_no_count(text: str, number: Number) -> bool:
    """Whether digits tell when, or are part of a name: *in 2012 women voted*, *911 calls*, *Boeing 787 Dreamliners*."""
    if not number.core.of(text).isdigit() or number.sense:
        return False
    start = number.span.start
    if number.core.of(text) in section("counts", "names"):
        return True
    return number.is_year(text) or _NAMED.search(text, max(0, start - LONGEST_NAME), start) is not None


LEAST = 2
"""One is somebody or something, and not a number."""
LONGEST = 5
"""So many words stand behind a number at most, up to the noun it counts."""
LONGEST_NAME = 20
"""So many characters in front of a number tell whether it is part of a name."""

# Boeing | 787 Dreamliners
_NAMED = re.compile(r"[^.!?\s]\s(?!(?:In|On|At|By|The|All|Some|About|Up)\s)[A-Z]\w+\s$")
# 12 | old | iron doors
_WORD = re.compile(r"[ -](?P<word>[^\W\d_]+)")
