"""The number grammar: *12*, *twenty-five*, *half a million*, *dozens of*, *1.2bn*, *at least 12*, *10 to 15*.

A number is what it may mean: at least `low` and at most `high`, either being None where nothing bounds it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from attrs import field, frozen

from newsrecon import Article, Span
from newsrecon_quantities.words import needed, one_of, section

__all__ = ["Number", "numbered_sentences", "read_numbers", "spelt"]


@frozen
class Number:
    """A number at a place of a text: `span` with the words that bound it, `core` without them."""

    span: Span
    core: Span
    least: float
    most: float
    symbol: str = field(default="", kw_only=True)
    """The sign of a currency in front of it."""
    sense: str = field(default="", kw_only=True)
    """What the words around it make of it: least, above, most, below, nearly, about, or nothing."""

    def bounds(self, *, whole: bool) -> tuple[float | None, float | None]:
        """What it may mean; `whole` for things that only come whole, where "more than 12" begins at 13."""
        step = 1 if whole else 0
        low, high = self.least, self.most
        bounds: dict[str, tuple[float | None, float | None]] = {
            "": (low, high),
            "least": (low, None),
            "above": (low + step, None),
            "most": (None, high),
            "below": (None, high - step),
            "nearly": (_rounded(low * 0.9, whole, math.floor), high - step),
            "about": (_rounded(low * 0.9, whole, math.floor), _rounded(high * 1.1, whole, math.ceil)),
        }
        least, most = bounds[self.sense]
        return _plain(least), _plain(most)


def _rounded(number: float, whole: bool, to: Callable[[float], int]) -> float:
    # Rounding first keeps 1.1 × 40 from becoming 44.000000000000004 and so 45.
    number = round(number, 6)
    return float(to(number)) if whole else number


def _plain(number: float | None) -> float | None:
    return int(number) if number is not None and number == int(number) else number


def read_numbers(lower: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numbers between two places of a text in lower case, in order, none overlapping another.

    >>> [(number.bounds(whole=True)) for number in read_numbers("at least 12, 10 to 15, nearly half a million, dozens")]
    [(12, None), (10, 15), (450000, 499999), (24, None)]
    """
    place, end = start, len(lower) if end is None else end
    while found := _number().search(lower, place, end):
        place = found.end()
        least = most = _value(found)
        if least is None or most is None:
            continue
        core = Span(found.start("core"), place)
        if (
            (further := _further(bool(found["between"])).match(lower, place, end))
            and (upper := _value(further))
            and upper > least
        ):
            most, place = upper, further.end()
            if found["digits"] and not _factor(found):
                least = min(least * (_factor(further) or 1), most)
        sense = "least" if found["vague"] else section("numbers", "before").get(_words(found["before"]), "")
        if after := _after().match(lower, place, end):
            sense, place = section("numbers", "after")[_words(after["after"])], after.end()
        symbol = section("money", "symbols").get(_words(found["symbol"]), "")
        yield Number(Span(found.start(), place), core, least, most, symbol=symbol, sense=sense)


@lru_cache(maxsize=2)
def numbered_sentences(article: Article) -> tuple[Span, ...]:
    """The sentences in which a number may stand, told once for all who look for numbers there: most have none.

    >>> article = Article("Two trams met. It rained. By 9 it was dry.", id="a")
    >>> [span.of(article.text) for span in numbered_sentences(article)]
    ['Two trams met.', 'By 9 it was dry.']
    """
    return tuple(
        sentence
        for sentence, words in zip(article.sentences, article.sentence_words, strict=True)
        if not _numerals().isdisjoint(words) or _DIGIT.search(article.lower, sentence.start, sentence.end)
    )


@cache
def _numerals() -> frozenset[str]:
    """The words that a number without digits must have one of."""
    return needed(word for name in ("scales", "vague", "exact", "units", "tens") for word in section("numbers", name))


_DIGIT = re.compile(r"\d")


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _core(*, joined: bool = False) -> str:
    """*1,200* · *1.2bn* · *2.5 lakh* · *dozens* · *half a million* · *one hundred and five* · *a dozen*"""
    part = {
        name: one_of(section("numbers", name)) for name in ("scales", "suffixes", "vague", "exact", "units", "tens")
    }
    start = r"(?<! [\w\#/:@] ) (?<! \d[.,] ) (?<! \w- )"
    word = f"(?:{part['units']}|{part['tens']}|{part['scales']})"
    return rf"""
        {"" if joined else start}
        (?P<core>
            (?P<digits> \d{{1,3}}(?:,\d{{3}}){{1,5}}(?!\d)(?:\.\d{{1,6}})? | \d{{1,15}}(?:\.\d{{1,6}})? )
            (?: (?:\s|-)? (?P<scale> {part["scales"]} ) \b | (?P<suffix> {part["suffixes"]} ) \b )?
          | (?P<vague> {part["vague"]} ) \b
          | (?P<exact> {part["exact"]} ) \b
          | (?P<words> (?:an?\s+(?=(?:{part["scales"]})\b))? {word} \b
                (?: (?: (?<=hundred)\s+and | (?<=thousand)\s+and | (?<=million)\s+and )? [\s-]{{1,3}} {word} \b ){{0,8}} )
        )
        (?! \w | [/:]\d | -(?!plus\b)[^\W\d] )
    """


@cache
def _number() -> re.Pattern[str]:
    before, symbols = one_of(section("numbers", "before")), one_of(section("money", "symbols"))
    return re.compile(
        rf"""(?: \b (?P<before> {before} ) \s+ | \b (?P<between> between ) \s+ )?
             (?: (?<!\w) (?P<symbol> {symbols} ) \s? )? {_core()}""",
        re.VERBOSE,
    )


@cache
def _further(between: bool) -> re.Pattern[str]:
    """The upper end of a range: *-15*, *to 15*, *or 15*, *and 15* after "between"."""
    joint = r"\s+and\s+" if between else r"(?: \s?[-\u2013\u2014]\s? | \s+(?:to|or)\s+ ) (?: [$\u20ac\u00a3] )?"
    return re.compile(rf"{joint} {_core(joined=True)}", re.VERBOSE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s* (?P<after> {one_of(section('numbers', 'after'))} ) \b", re.VERBOSE)


def _value(found: re.Match[str]) -> float | None:
    """The number that was matched, None where the words make none (*two three*)."""
    numbers = section("numbers")
    if digits := found["digits"]:
        # Rounding repairs 1.1 × 1,000,000 = 1100000.0000000001.
        return round(float(digits.replace(",", "")) * (_factor(found) or 1), 6)
    if known := found["vague"] or found["exact"]:
        return float({**numbers["vague"], **numbers["exact"]}[_words(known)])
    return spelt(re.split(r"[\s-]+", found["words"]))


def _factor(found: re.Match[str]) -> int | None:
    """1000 for *thousand* or *k* behind digits, None where nothing multiplies them."""
    factors: dict[str, int] = {**section("numbers", "scales"), **section("numbers", "suffixes")}
    return factors.get(found["scale"] or found["suffix"])


def spelt(words: list[str]) -> float | None:
    """*one hundred and twenty-five* → 125; None for words that follow each other as in no number."""
    numbers = section("numbers")
    total, current, room = 0, 0, 10**15
    for word in words:
        if word in ("a", "an", "and"):
            continue
        if word in numbers["scales"]:
            factor = numbers["scales"][word]
            if factor < 1000:
                current, room = max(current, 1) * factor, factor
            else:
                total, current, room = total + max(current, 1) * factor, 0, factor
        else:
            value = numbers["units"].get(word) or numbers["tens"].get(word, 0)
            if value >= room:
                return None
            current, room = current + value, 10 if value >= 20 else 1
    return float(total + current)
