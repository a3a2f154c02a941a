"""The number grammar: *12*, *twenty-five*, *half a million*, *dozens of*, *1.2bn*, *at least 12*, *10 to 15*.

A number is what it may mean: at least `low` and at most `high`, either being None where nothing bounds it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from attrs import field, frozen

from newsrecon import Article, Span
from newsrecon.text import one_of
from newsrecon_quantities.words import needed, section

__all__ = ["Number", "numbered_sentences", "read_numbers", "spelt"]


FIRST_YEAR, LAST_YEAR = 1900, 2100


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

    @property
    def one_figure(self) -> float | None:
        """The figure of *12* and *about 12*; None for a range, and for what only bounds it."""
        return self.least if self.least == self.most and self.sense in ("", "about") else None

    def is_year(self, lower: str) -> bool:
        """Whether its digits may be a year of the text: *in* **2012** *women voted*, but not *2,012 women*."""
        return self.core.of(lower).isdigit() and not self.sense and FIRST_YEAR <= self.least == self.most < LAST_YEAR

    def bounds(self, *, whole: bool) -> tuple[float | None, float | None]:
        """What it may mean; `whole` for things that only come whole, where "more than 12" begins at 13."""
        low, high = self.least, self.most
        above = math.floor(low) + 1 if whole else low
        below = math.ceil(high) - 1 if whole and high > 0 else high
        bounds: dict[str, tuple[float | None, float | None]] = {
            "": (low, high),
            "least": (low, None),
            "above": (above, None),
            "most": (None, high),
            "below": (None, below),
            "nearly": (_rounded(low * 0.9, whole, math.floor), below),
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
    return iter(_numbers(lower, start, len(lower) if end is None else end))


@lru_cache(maxsize=64)
def _numbers(lower: str, start: int, end: int) -> tuple[Number, ...]:
    """The same, kept for the next who asks: several look for numbers in one sentence."""
    return tuple(_read(lower, start, end))


def _read(lower: str, place: int, end: int) -> Iterator[Number]:
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
        sense = section("numbers", "before").get(_words(found["before"]), "about" if found["tilde"] else "")
        if found["vague"] or _words(found["few"]) in section("numbers", "few"):
            sense = "least"
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
    return needed(
        word for name in ("scales", "vague", "exact", "fractions", "units", "tens") for word in section("numbers", name)
    )


_DIGIT = re.compile(r"\d")


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _apart(text: str) -> str:
    """Words without hyphens."""
    return " ".join(re.split(r"[\s-]+", text))


def _core(*, joined: bool = False) -> str:
    """*1,200* · *1.2bn* · *2.5 lakh crore* · *dozens* · *a few hundred* · *half a million* · *two and a half* · *a dozen*"""
    part = {name: one_of(section("numbers", name)) for name in ("vague", "exact", "units", "tens")}
    few = one_of([*section("numbers", "few"), *section("numbers", "pairs")])
    scale = f"(?:{one_of(section('numbers', 'scales'))})s?"
    suffixes = section("numbers", "suffixes")
    letter, letters = (one_of(word for word in suffixes if (len(word) == 1) is single) for single in (True, False))
    marks = "".join(word for word in section("numbers", "fractions") if len(word) == 1)
    parts = one_of(word for word in section("numbers", "fractions") if word[0].isalpha()).replace("\\s+", "[\\s-]+")
    start = r"(?<! [\w\#/:@] ) (?<! \d[.,] ) (?<! \w- )"
    word = f"(?:{part['units']}|{part['tens']}|{scale})"
    return rf"""
        {"" if joined else start}
        (?P<core> (?:
            (?P<digits> \d{{1,3}}(?:,\d{{3}}){{1,5}}(?!\d)(?:\.\d{{1,6}})?
                | \d{{1,2}}(?:,\d{{2}}){{1,4}},\d{{3}}(?!\d)
                | \d{{1,3}}(?:[\u00a0\u2009\u202f]\d{{3}}){{1,5}}(?!\d)
                | \d{{1,15}}(?:\.\d{{1,6}})? )
            (?: (?P<mark> [{marks}] ) | \s (?P<written> 1/2 | 1/4 | 3/4 ) (?!\d) )?
            (?: (?:\s|-)? (?P<scale> {scale} ) \b (?: \s (?P<upon> {scale} ) \b )?
                | \s? (?P<letters> {letters} ) \b | (?P<letter> {letter} ) \b )?
          | (?P<few> {few} ) \s+ (?P<many> {scale} ) \b
          | (?P<vague> {part["vague"]} ) \b
          | (?P<exact> {part["exact"]} ) \b
          | (?P<part> {parts} ) (?:\s+of)? [\s-]+ (?:an?\s+)? (?P<of> {scale} ) \b
          | (?P<words> (?:an?\s+(?=(?:{scale})\b))? {word} \b
                (?: (?: (?<=hundred)\s+and | (?<=thousand)\s+and | (?<=million)\s+and )? [\s-]{{1,3}} {word} \b ){{0,8}} )
          )
          (?: [\s-]and[\s-] (?P<extra> a[\s-](?:half|quarter|third) ) \b (?: [\s-] (?P<times> {scale} ) \b )? )?
        )
        (?! \w | [/:]\d | [.,]\d | -(?!(?:plus|odd|dollar|euro|rupee|yen)\b)[^\W\d] )
    """


@cache
def _number() -> re.Pattern[str]:
    before, symbols = one_of(section("numbers", "before")), one_of(section("money", "symbols"))
    return re.compile(
        # A word or a sign: nothing begins inside a word but what ~ stands before.
        rf"""(?: (?<!\w) | (?=~) )
             (?: \b (?P<before> {before} ) \s+ | (?P<tilde> ~ ) \s? | \b (?P<between> between ) \s+ )?
             (?: (?<!\w) (?P<symbol> {symbols} ) \s? )? {_core()}""",
        re.VERBOSE,
    )


@cache
def _further(between: bool) -> re.Pattern[str]:
    """The upper end of a range: *-15*, *to 15*, *or 15*, *and 15* after "between"."""
    joint = r"\s+and\s+" if between else r"(?: \s?[-\u2013\u2014]\s? | \s+(?:to|or)\s+ )"
    joint = rf"{joint} (?: [$\u20ac\u00a3] )?"
    return re.compile(rf"{joint} {_core(joined=True)}", re.VERBOSE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s* (?P<after> {one_of(section('numbers', 'after'))} ) (?!\w)", re.VERBOSE)


def _value(found: re.Match[str]) -> float | None:
    """The number that was matched, None where the words make none (*two three*)."""
    number = _plain_value(found)
    if number is None:
        return None
    if found["extra"]:
        fraction: float = section("numbers", "fractions")[_apart(found["extra"])]
        last = _factor(found) or _scale((found["words"] or "").split()[-1:])
        number = (number + fraction * last) * _scale([found["times"]])
    # Rounding repairs 1.1 × 1,000,000 = 1100000.0000000001.
    return round(number, 6)


def _plain_value(found: re.Match[str]) -> float | None:
    numbers = section("numbers")
    if digits := found["digits"]:
        fraction: float = numbers["fractions"].get(found["mark"] or found["written"], 0)
        return (float(re.sub(r"[^\d.]", "", digits)) + fraction) * (_factor(found) or 1)
    if few := found["few"]:
        return float({**numbers["few"], **numbers["pairs"]}[_words(few)] * _scale([found["many"]]))
    if part := found["part"]:
        return float(numbers["fractions"][_apart(part)] * _scale([found["of"]]))
    if word := found["vague"] or found["exact"]:
        return float({**numbers["vague"], **numbers["exact"]}[_words(word)])
    return spelt(re.split(r"[\s-]+", found["words"]))


def _scale(words: Iterable[str | None]) -> int:
    """What such words multiply a number by."""
    scales: dict[str, int] = section("numbers", "scales")
    return math.prod(scales.get((word or "").removesuffix("s"), 1) for word in words)


def _factor(found: re.Match[str]) -> int | None:
    """1000 for *thousand* or *k* behind digits, None where nothing multiplies them."""
    suffix = found["letters"] or found["letter"]
    if suffix:
        return int(section("numbers", "suffixes")[suffix])
    return _scale([found["scale"], found["upon"]]) if found["scale"] else None


def spelt(words: list[str]) -> float | None:
    """*one hundred and twenty-five* → 125; None for words that follow each other as in no number."""
    numbers = section("numbers")
    total, current, room, last = 0, 0, 10**15, 0
    for word in words:
        if word in ("a", "an", "and"):
            continue
        factor = numbers["scales"].get(word.removesuffix("s"))
        if factor and factor < 1000:
            current, room = max(current, 1) * factor, factor
        elif factor and last and not current:
            # "three lakh crore": a scale upon a scale.
            total, last = total + last * (factor - 1), last * factor
        elif factor:
            last = max(current, 1) * factor
            total, current, room = total + last, 0, factor
        else:
            value = numbers["units"].get(word) or numbers["tens"].get(word, 0)
            if value >= room:
                return None
            current, room = current + value, 10 if value >= 20 else 1
    return float(total + current)
