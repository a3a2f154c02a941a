"""The vocabulary of time of one language, and text as a string of word classes.

Every token of a text is written as one character that stands for the set of classes it belongs to: *March* is a month,
*second* an ordinal and a unit of the clock, *15* a day, a count, an hour. Phrases are then matched by ordinary regular
expressions over these characters (`date_patterns`), which is fast and linear, and knows nothing of spelling.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from typing import Any, Final

from attrs import field, frozen

from newsrecon.language_data import data_table

__all__ = [
    "FIGURE",
    "LANGUAGES",
    "POSSESSIVE",
    "TOKEN",
    "Lexicon",
    "Tokens",
    "class_name",
    "language_of",
    "load_language",
]

LANGUAGES: Final = ("en", "de")
"""The languages that have a data file, in the order of preference."""

POSSESSIVE: Final = frozenset(("'s", "’s"))
"""Tokens that make a time or a name an owner, or stand for *is*."""

# a.m. · b.c. · o'clock · the fy of fy25 · words
# 2025-w27-4 · 2016-05-30 · 2025-07-03t14:30:00z · 10:35 · 1980s · 21st · 10am · 's · single marks
TOKEN: Final = re.compile(
    r"[apb]\.[mcd]\.(?:e\.)?|o['’]clock|fy(?=\d)|[^\W\d_]\w*+|\d{4}-w\d\d(?:-[1-7])?(?![\w-])|\d++(?:[.,:/–-]\d++)*+"
    r"(?:t\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?+\w*+|['’](?:s\b|ll\b)|[^\w\s]"
)
FIGURE: Final = re.compile(r"\d")
_MARKS: Final = {
    ",": "comma", "-": "dash", "–": "dash", ".": "dot", "'": "apostrophe", "’": "apostrophe", "‘": "apostrophe",
    "'s": "s", "’s": "s", "(": "parenthesis", ")": "parenthesis_end", "’ll": "'ll", "o’clock": "o'clock",
}  # fmt: skip
_PROPER: Final = frozenset({"month", "month_short", "weekday", "weekday_short", "weekdays"})
_NUMERIC: Final = {
    "count": re.compile(r"\d{1,3}(?:,\d{3}){0,3}|\d{1,6}|\d{1,4}\.\d{1,2}|\d{1,2}[½¼¾]"),
    "fraction": re.compile(r"1/2|[13]/4|[12]/3"),
    "day_number": re.compile(r"0?[1-9]|[12]\d|3[01]"),
    "ordinal_number": re.compile(r"(?:0?[1-9]|[1-9]\d)(?:st|nd|rd|th)"),
    "year_number": re.compile(r"19\d\d|20[0-4]\d"),
    "year_doubtful": re.compile(r"1[0-8]\d\d|20[5-9]\d|2[1-4]\d\d"),
    "short_year": re.compile(r"\d\d"),
    "decade_number": re.compile(r"(?:1\d|20)?\d0s"),
    "decade_of_antiquity": re.compile(r"[1-9]\d?0s"),
    "interval": re.compile(r"\d{1,3}[-–]\d{1,3}"),
    "year_interval": re.compile(r"(?:1[0-9]|20)\d\d(?:[-–](?:(?:1[0-9]|20)\d\d|\d\d?)|/\d\d)"),
    "numeric_date": re.compile(
        r"(?:19|20)\d\d-\d\d-\d\dt\d\d:\d\d.*|(?:19|20)\d\d([-/.])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2(?:19|20)?\d\d"
    ),
    "iso_week": re.compile(r"(?:19|20)\d\d-w(?:0[1-9]|[1-4]\d|5[0-3])(?:-[1-7])?"),
    "clock": re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d|hrs?)?"),
    "clock_meridiem": re.compile(r"(?:0?\d|1[0-2])(?:[:.][0-5]\d)?[ap]m"),
}
# One number for every set of classes that numbers fall into.
_SAMPLES: Final = (
    "0 00 1 01 10 25 32 99 100 0.5 1.5 1.25 1.75 12.50 24.10 2.59 10.30 32.5 1,000 1000 1800 1900 2000 2049 2050 2200 "
    "2600 999999 1/2 1st 21st 32nd 1980s 80s 470s 1700s 2020s 1-2 10-20 30-50 100-120 1999-2001 1999-20 1999-1 1999/00 2025-w27 "
    "2016-05-30 2016-05-30t10:35 1-2-99 07/15/2016 7/4/16 1.2.2016 1.2.16 10:35 10:35:20 10:35hrs 24:00 9:05 10am 10:30pm "
    "10.30pm 9.30am"
)
_VERBS: Final = frozenset(
    ("could", "scheduled_to", "also_infinitive", "scheduled", "looking_ahead", "looking_back", "speaking", "willing")
)
_NOTHING: Final = "."
_NO_CLASSES: Final = frozenset[str]()


@frozen(eq=False)
class Lexicon:
    """Word classes, the values words have in them, and one character for every set of classes that occurs."""

    language: str
    data: Mapping[str, Any] = field(repr=False)
    codes: Mapping[frozenset[str], str] = field(repr=False)
    words: Mapping[str, str] = field(repr=False)
    small: Mapping[str, str] = field(repr=False)
    """For the character of a word that needs a capital, the character of the same word without one."""
    classes: Mapping[str, frozenset[str]] = field(repr=False)
    """The classes of every word."""

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that stand in nearly every paragraph, and tell nothing by themselves."""
        return frozenset((*self.data["frequent"], *self.data.get("common", ())))

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Words that may tell where a time lies, but for regular past forms."""
        return frozenset(word for word, classes in self.classes.items() if not classes.isdisjoint(_VERBS))

    def characters(self, name: str) -> str:
        """All characters whose set of classes has this one."""
        return self._characters.get(name, "")

    @cached_property
    def _characters(self) -> Mapping[str, str]:
        """What patterns ask for a thousand times."""
        found: dict[str, str] = {}
        for classes, code in self.codes.items():
            for name in classes:
                found[name] = found.get(name, "") + code
        return found

    def value(self, table: str, word: str) -> Any:
        """What a word means in a table; None where it is not there."""
        return self.data.get(table, {}).get(word)

    def is_a(self, word: str, name: str) -> bool:
        """Whether a word belongs to a class."""
        return name in self.classes.get(word, _NO_CLASSES)

    def ends(self, word: str, name: str) -> bool:
        """Whether a word ends as the language ends its regular past forms, or its adverbs."""
        ending = self.data.get("endings", {}).get(name)
        return bool(ending) and word.endswith(ending)

    def encode(self, text: str, lower: str, start: int, end: int) -> Tokens:
        """The tokens of a part of a text and their characters."""
        coded, small = self.words.get, self.small
        matches = [*TOKEN.finditer(lower, start, end)]
        words = tuple([match[0] for match in matches])
        places = tuple([match.span() for match in matches])
        codes = [coded(word, _NOTHING) for word in words]
        # Most words are none of time: only figures, and words that need a capital, are looked at one by one.
        if FIGURE.search(lower, start, end):
            for index in [index for index, word in enumerate(words) if word[0].isdecimal()]:
                if codes[index] is _NOTHING:
                    codes[index] = self._numeric(words[index], lower, *places[index])
        if not small.keys().isdisjoint(codes):
            for index in [index for index, code in enumerate(codes) if code in small]:
                if not text[places[index][0]].isupper():
                    codes[index] = small[codes[index]]
        return Tokens(text, lower, places, words, "".join(codes))

    def _numeric(self, word: str, lower: str, start: int, end: int) -> str:
        """The character of a number: nothing for prices, shares, parts of addresses and numbers too long for a time."""
        if len(word) > 32 or lower[end : end + 1] in _GLUED_AFTER:
            return _NOTHING
        before = lower[start - 1 : start]
        if before in _GLUED_BEFORE or (before in (".", ":", ",") and not lower[max(0, start - 2)].isspace()):
            return _NOTHING
        return self.codes.get(_numeric_classes(word), _NOTHING)


_GLUED_BEFORE: Final = frozenset("/_=@#$£€¥%&+~\\")
_GLUED_AFTER: Final = frozenset("%/°_=@")


@lru_cache(4096)
def _numeric_classes(word: str) -> frozenset[str]:
    return frozenset(name for name, shape in _NUMERIC.items() if shape.fullmatch(word))


@frozen
class Tokens:
    """Tokens of a stretch of text: their places and, as one string, their characters."""

    source: str = field(repr=False)
    lower: str = field(repr=False)
    places: tuple[tuple[int, int], ...]
    words: tuple[str, ...] = field(repr=False)
    """The tokens themselves, in lower case."""
    codes: str

    def text(self, index: int) -> str:
        """The token at an index, in lower case; nothing outside the stretch."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def texts(self, start: int, end: int) -> tuple[str, ...]:
        """The tokens from one index to before another."""
        return self.words[start:end]

    def is_capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= index < len(self.places) and self.source[self.places[index][0]].isupper()

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return 0 < index < len(self.places) and self.places[index - 1][1] == self.places[index][0]


def class_name(token: str) -> str:
    """The class of a mark, or the word itself, as patterns name them."""
    return _MARKS.get(token, token)


def language_of(lower: str) -> str:
    """The language whose most frequent words a text in lower case has most of.

    English, unless another has more, and three different ones at least: *von der Leyen* makes no German.

    >>> language_of("am 3. juli hat das parlament von der reise erfahren"), language_of("von der leyen met macron")
    ('de', 'en')
    """
    sample = lower[:_SAMPLE].split(" ")
    known = set(sample)
    first = LANGUAGES[0]
    frequent = {language: load_language(language).data["frequent"] for language in LANGUAGES}
    likely = [language for language in LANGUAGES[1:] if sum(word in known for word in frequent[language]) > 2]
    if not likely:
        return first
    counts = Counter(sample)
    return max((first, *likely), key=lambda language: sum(counts[word] for word in frequent[language]))


_SAMPLE: Final = 4000
_NO_TABLES: Final = frozenset(
    (
        "language",
        "frequent",
        "common",
        "nouns",
        "what_happened",
        "endings",
        "words",
        "macros",
        "rule",
        "reference",
        "feast",
        "moon_month",
        "famous_day",
    )
)
"""What a data file holds beside tables of words."""


@cache
def load_language(language: str) -> Lexicon:
    """The vocabulary of a language from its data file, with every word that its patterns name."""
    data = data_table(f"dates.{language}")
    tables = {name: table for name, table in data.items() if name not in _NO_TABLES}
    named: dict[str, set[str]] = {}
    for table, words in (*tables.items(), *data["words"].items()):
        for word in words:
            named.setdefault(word, set()).add(table)
    for word in _literals(data, frozenset(tables) | frozenset(data["words"])):
        named.setdefault(word, set()).add(word)
    sets = {frozenset(classes) for classes in named.values()} | {frozenset({mark}) for mark in _MARKS.values()}
    sets |= {classes - _PROPER for classes in sets} | {_numeric_classes(word) for word in _SAMPLES.split()}
    codes = {classes: chr(0xE000 + index) for index, classes in enumerate(sorted(sets - {frozenset()}, key=sorted))}
    codes[frozenset()] = _NOTHING
    entries = {word: codes[frozenset(classes)] for word, classes in named.items()}
    entries.update({mark: codes[frozenset({name})] for mark, name in _MARKS.items()})
    small = {codes[classes]: codes[classes - _PROPER] for classes in sets if classes & _PROPER}
    classes = {word: frozenset(names) for word, names in named.items()}
    return Lexicon(data["language"], data, codes, entries, small, classes)


def _literals(data: Mapping[str, Any], classes: frozenset[str]) -> Iterable[str]:
    """The words that patterns and phrases name and that are no classes."""
    phrases = [
        *data["feast"],
        *data.get("moon_month", ()),
        *(phrase for one in data["reference"].values() for phrase in one["phrases"]),
    ]
    patterns = [*data["macros"].values(), *(rule["pattern"] for rule in data["rule"])]
    found = {token for phrase in phrases for token in TOKEN.findall(phrase)}
    found |= {name for pattern in patterns for name in re.findall(r"(?<![\w=])(?:\w+=)?([a-z][\w'.]*)", pattern)}
    marks = frozenset(_MARKS) | frozenset(_MARKS.values()) - {"'ll", "o'clock"}
    return sorted(found - marks - classes - frozenset(_NUMERIC))
