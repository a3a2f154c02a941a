"""How many of what: the figures of a clause, in digits and in words, with the noun that they count.

*At least 1,200 protesters* are 1,200 or more of protesters. The day of a date counts nothing, nor does what is part of a
name (*Flight BX-12*) or the age of somebody (*Jane Roe, 54, said*). What another figure is only compared with (*down from 73
percent*) says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import cache
from typing import Any

from newsrecon.extractors.statement_words import (
    currencies,
    currency_signs,
    fractions,
    manifold,
    multipliers,
    multipliers_of_sums,
    points,
    words_of,
)
from newsrecon.span import Span
from newsrecon.text import one_of
from newsrecon.verbs import word_list
from newsrecon.word_classes import class_of, is_plural
from newsrecon.wording import numerals

__all__ = ["may_count", "numbers_in", "so_long", "without_parts"]

# 1,200 · dozen · protesters
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
# Kepler-452 · F-16
_NAMES = re.compile(r"[^\W\d_]-\d")
# Jane Roe | , 54,
_AGE = re.compile(r",\s\d{1,3},")
_DIGIT = re.compile(r"\d")
# 12 · 2.5
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_PER_CENT = re.compile(r"\bper cent\b")
# $31 | a share
_EACH = re.compile(r"\s(?:an?|per|for\s(?:each|every))\s(?P<of>[^\W\d_]+)")
_TENS = range(20, 100, 10)


def may_count(text: str, words: Set[str]) -> bool:
    """Whether a text has figures, in digits or, by the words of its sentence in lower case, in words.

    >>> may_count("Two trams met.", {"two", "trams", "met"}), may_count("Trams met.", {"trams", "met"})
    (True, False)
    """
    return (
        not words.isdisjoint(("half", *fractions(), *manifold()))
        or not numerals().keys().isdisjoint(words)
        or _DIGIT.search(text) is not None
    )


def numbers_in(text: str, dates: Iterable[Span] = ()) -> list[dict[str, Any]]:
    """The figures of a text with what they count, sums their currency; those in the spans of its dates count nothing.

    >>> numbers_in("Police held at least 1,200 protesters and two other men.")
    [{'number': 1200, 'noun': 'protesters', 'bound': 'least'}, {'number': 2, 'noun': 'men', 'bound': None}]
    >>> numbers_in("Forty-three people were hurt.")
    [{'number': 43, 'noun': 'people', 'bound': None}]
    >>> numbers_in("On 3 May two men fled.", [Span(3, 8)])
    [{'number': 2, 'noun': 'men', 'bound': None}]
    >>> [one.get("compared", False) for one in numbers_in("Turnout was 68 percent, down from 73 percent.")]
    [False, True]
    >>> numbers_in("a deal worth about $4.2bn in cash")
    [{'number': 4200000000, 'noun': 'dollars', 'bound': 'about'}]
    >>> [one["noun"] for one in numbers_in("12 old wooden houses, two police officers and 20 percent")]
    ['houses', 'officers', 'percent']
    """
    for date in dates:
        text = text[: date.start] + " " * len(date) + text[date.end :]
    text = _PER_CENT.sub("percent ", text)
    shares = list(_share().finditer(text)) if " of " in text else []
    found = [_as_percent(share, text) for share in shares]
    for share in shares:
        text = text[: share.start()] + " " * len(share[0]) + text[share.end() :]
    words = list(_WORD.finditer(text))
    low = [word[0].lower() for word in words]
    figures, powers, of_sums, between = numerals(), multipliers(), multipliers_of_sums(), words_of("between")
    also = {"half", *fractions(), *manifold()}
    place = 0
    for first in [at for at, word in enumerate(low) if word[0].isdecimal() or word in figures or word in also]:
        if first < place:  # part of the figure before
            continue
        if low[first] in manifold():
            if low[first + 1 : first + 2] in (["as"], ["the"], ["that"]):  # twice as many
                continue
            found.append({"number": manifold()[low[first]], "noun": "times", "bound": None})
            continue
        word, start, place = low[first], words[first].start(), first + 1
        number = _number(word) if word[0].isdecimal() else figures.get(word)
        if (
            number is None
            and (part := _part(low, first, text[words[first].end() : words[first].end() + 1])) is not None
        ):
            number, place = part
        if number is None or _NAMES.match(text, max(0, start - 2)) or _AGE.match(text, max(0, start - 2)):
            continue
        if low[max(0, first - 1) : first] == ["of"] and low[max(0, first - 2)] in words_of("of_age"):
            continue  # a man of 81
        value = float(number)
        if place < len(words) and text[words[place - 1].end() : words[place].start()] == "-":
            unit = float(figures.get(low[place], 0))
            if value in _TENS and 0 < unit < 10:  # forty-five
                value, place = value + unit, place + 1
        value, place = _with_parts(value, low, place)
        if (length := so_long().match(text, start)) is not None:  # a four-day | visit
            place = next(at for at in range(place, len(words)) if words[at].start() >= length.start("noun"))
        sign = _sign().search(text, max(0, start - 5), start)
        of_what, opens = (powers, start) if sign is None else (of_sums, sign.start())
        for multiplier in low[place : place + 2]:
            if multiplier not in of_what:
                break
            value *= of_what[multiplier]
            place += 1
        counted = _noun(text, words, place, between) if value != 1 else _first(low[place : place + 5], between)
        if low[place + 1 : place + 2] in (["point"], ["points"]) and low[place] in points():
            value, counted = value * points()[low[place]], "points"
        if sign is not None:
            each = _EACH.match(text, words[place - 1].end())
            counted = each["of"] if each and each["of"] not in words_of("units") else currencies()[sign[1]]
        figure: dict[str, Any] = {
            "number": int(value) if value.is_integer() else round(value, 6),
            "noun": _scale(low[max(0, first - 2) : first]) or counted,
            "bound": _bound(text[max(0, opens - 24) : opens].lower().split()),
        }
        if (
            figure["noun"] != "times"
            and (before := _number_of().search(text, max(0, start - _BESIDE), start)) is not None
        ):
            figure["noun"] = before["noun"]
        of_whom = low[max(0, first - 2)] in words_of("aged") and low[max(0, first - 1)] in words_of("of_ages")
        if of_whom and value <= OLDEST and counted not in words_of("units"):
            figure |= {"noun": "age", "bound": None}  # everyone under 16
        if _compared().search(text, max(0, start - _BESIDE), start) is not None:
            figure["compared"] = True
        found.append(figure)
    return found


# about | $ | 4 billion · US | $ | 5m
@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![^\W\d_])[A-Z]{{1,3}})?([{currency_signs()}])\s?$")


# the number of damaged | houses | at about | 450 · the number of cases rose to | 1,200
@cache
def _number_of() -> re.Pattern[str]:
    about = one_of(words_of("about") | words_of("least") | words_of("most"))
    comes = rf"(?:at|is|was|(?:ha[sd]\s)?(?:{one_of(words_of('coming_to'))}))"
    return re.compile(rf"\bnumber\sof\s(?:[a-z-]+\s){{0,2}}?(?P<noun>[a-z-]+)\s{comes}\s(?:(?:{about})\s)?$")


OLDEST = 120
"""Nobody is older."""


def _as_percent(share: re.Match[str], text: str) -> dict[str, Any]:
    """A part of a whole as so many percent, which is meant in round numbers."""
    counted = share["number"].lower()
    number = float(counted) if counted.isdecimal() else float(numerals().get(counted, 1))
    percent = round(100 * number / fractions()[share["part"].lower()], 1)
    bound = _bound(text[max(0, share.start() - 24) : share.start()].lower().split())
    return {"number": int(percent) if percent.is_integer() else percent, "noun": "percent", "bound": bound or "about"}


# a third · two-thirds | of the members, but not: a quarter | of a point
@cache
def _share() -> re.Pattern[str]:
    number = rf"an?|\d|{one_of(numerals())}"
    return re.compile(
        rf"\b(?P<number>{number})[\s-](?P<part>{one_of(fractions())})s?(?=\sof\s(?!an?\b))", re.IGNORECASE
    )


_BESIDE = 60
"""So many characters before a figure may tell that another is compared with it."""


# was 68 percent, | down from | 73 percent · a loss of 2 million, | compared with a profit of | 9 million
@cache
def _compared() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{one_of(words_of('comparing'))})\s(?:[\w-]+\s){{0,5}}[{currency_signs()}]?$", re.IGNORECASE
    )


def _scale(before: Sequence[str]) -> str:
    """The scale on which a figure is a value, by the words before it: **magnitude** *6.4*, *a* **magnitude** *of 6.4*."""
    scales = words_of("scales")
    if before[-1:] and before[-1] in scales:
        return before[-1]
    return before[0] if before[-1:] == ["of"] and before[0] in scales else ""


def _first(low: Sequence[str], between: Set[str]) -> str:
    """The first word that may be what is counted; of *seven of the nine* **members**, of whom there are more."""
    told = [one for one in low if one not in between]
    of_more = low[:1] == ["of"] and len(told) > 1 and (told[0].isdecimal() or told[0] in numerals())
    return told[1] if of_more else "".join(told[:1])


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset((*word_list("be"), *word_list("have"), "been"))


def _noun(text: str, words: Sequence[re.Match[str]], place: int, between: Set[str]) -> str:
    """What is counted: the plurals that end the words behind a figure, or else the first of them.

    Where none is named it is those of whom something is said: *35 were wounded*. *five 40-foot containers* are 40 feet long.
    """
    low = [word[0].lower() for word in words[place : place + 5]]
    if (
        low
        and class_of(low[0]) in _IN_PHRASE
        and not low[0].isdecimal()
        and text[words[place - 1].end() : words[place].start()] == "-"
    ):
        return low[0]
    first = _first(low, between)
    if first in _auxiliaries():  # 18 of them had | died
        return _first(low, between | _auxiliaries())
    noun = ""
    for at in range(low.index(first) if first else 0, len(low)):
        apart = at > 0 and text[words[place + at - 1].end() : words[place + at].start()].strip(" -")
        if apart or class_of(low[at]) not in _IN_PHRASE or (noun and not is_plural(low[at])):
            break
        noun = low[at] if is_plural(low[at]) else noun
    return noun or first


# a base that may be a noun, a form in -ed or -ing, a participle, any other word
_IN_PHRASE = frozenset("bsDNGCx")


@cache
def so_long() -> re.Pattern[str]:
    """What lasts for so many units: *four-day visit*, but not *four-year-old boy*."""
    return re.compile(rf"(?<![\w-])(?P<figure>[^\W_]+)-(?P<unit>{one_of(words_of('time_units'))})\s(?P<noun>[^\W\d_]+)")


def _part(low: Sequence[str], place: int, behind: str, *, several: bool = False) -> tuple[str, int] | None:
    """The part of one that a word tells, or one of several parts, and where its noun stands.

    *half a* **billion**, *quarter of a* **point**, *half-* **point**; *three quarters of a* **point**
    """
    word, after = low[place], low[place + 1 : place + 3]
    parts = 2 if word == "half" else fractions().get(word.removesuffix("s") if several else word)
    if parts is None:
        return None
    if parts == 2 and not several and after[:1] in (["a"], ["an"]):
        return "0.5", place + 2
    if after in (["of", "a"], ["of", "an"]) and (several or parts == 2 or low[max(0, place - 1)] in _ONE):
        return str(1 / parts), place + 3
    if (behind == "-" or parts in _BARE) and after[:1] in (["point"], ["percentage"]):
        return str(1 / parts), place + 1
    return None


def _with_parts(value: float, low: Sequence[str], place: int) -> tuple[float, int]:
    """A figure with the parts behind it, and where its noun stands: *three* | *quarters of a* **point**, *two* | *and a half*."""
    if low[place : place + 3] == ["and", "a", "half"]:
        return value + 0.5, place + 3
    part = _part(low, place, " ", several=True) if place < len(low) else None
    return (value, place) if part is None else (value * float(part[0]), part[1])


_ONE = ("a", "an", "one", "another")
"""What stands in front of a part: *a third of a mile*, but not *the third of a series*."""
_BARE = (2, 4)
"""Parts that stand in front of a point without more: *a half point*, *a quarter point*, but *the third point*."""


def without_parts(text: str) -> str:
    """The text without the words for parts of one, which are figures: *by a* **quarter** *of a point*, not *the third quarter*.

    >>> without_parts("by a quarter of a point in the third quarter, the third of a series")
    'by a   of a point in the third quarter, the third of a series'
    """
    return _parts().sub(r"\g<one> ", text) if "half" in text or "quarter" in text or " of a" in text else text


# half | a million · a | quarter | of a point · quarters | of a point · quarter | point
@cache
def _parts() -> re.Pattern[str]:
    parts, point = one_of(fractions()), r"(?=[\s-](?:percentage\s)?points?\b)"
    of_one = rf"half(?=\san?\s|\sof\san?\b)|(?:{parts})s(?=\sof\san?\b)|(?:half|quarter){point}"
    return re.compile(rf"(?P<one>\b(?:{one_of(_ONE)})\s)(?:{parts})(?=\sof\san?\b)|\b(?:{of_one})")


def _bound(before: Sequence[str]) -> str | None:
    """Whether a figure is a lower or an upper bound or about right, by the words before it."""
    line = f" {' '.join(before)}"
    return next((key for key, phrases in _bounds() if line.endswith(phrases)), None)


@cache
def _bounds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The phrases of each bound, a space in front of each."""
    return tuple((key, tuple(f" {phrase}" for phrase in sorted(words_of(key)))) for key in ("least", "most", "about"))


def _number(text: str) -> str | None:
    """The digits of a figure; None for what only begins like one, such as a word behind a superscript."""
    plain = text.replace(",", "")
    return plain if _FIGURE.fullmatch(plain) and len(plain) < 16 else None
