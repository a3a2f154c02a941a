"""Patterns of time expressions, written in words and compiled to regular expressions over word classes.

*the? r=last u=unit* matches *the last week*, *past year*; `r` and `u` keep what stood there. The notation is explained in
the data file of each language. Repetition is bounded and there is no backtracking into text, so that matching is linear.

Most paragraphs hold no time. Every match of a rule has a word of some set (*the last week* has a unit), which is found with the
rule; a paragraph without any of these words, and without a figure, is not looked at further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache, cached_property
from typing import Final

from attrs import evolve, field, frozen

from newsrecon.extractors.date_lexicon import FIGURE, TOKEN, Lexicon, Tokens, class_name, load_language

__all__ = ["Grammar", "Phrase", "Rule", "grammar"]

_NOTATION: Final = re.compile(
    r"\s*(?:(?P<capture>[a-z]\w*)=)?(?:(?P<macro>[A-Z]+)|(?P<name>[a-z][\w'.]*)|(?P<mark>[()|?*]))"
)
_REPEATED: Final = "{0,4}"
_WORD: Final = re.compile(r"[^\W_]+")


@frozen
class Rule:
    """A pattern with the name of its reader; `groups` tells which captures carry each name."""

    name: str
    read: str
    order: int
    shape: str = field(repr=False)
    needed: frozenset[str] = field(repr=False)
    """Characters of which every match has one."""
    openings: Mapping[str, frozenset[str] | None] = field(repr=False)
    """For each character a match can begin with, those that can come second; None where it can be over by then."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The shape, compiled when it is first needed: most texts need few of them."""
        return re.compile(self.shape)


@frozen
class Phrase:
    """A stretch of tokens that fits a rule, and what stood at its named places, as token indices."""

    rule: Rule
    tokens: Tokens = field(repr=False)
    start: int
    end: int
    places: Mapping[str, tuple[int, int]]

    def __contains__(self, name: str) -> bool:
        return name in self.places

    def words(self, name: str) -> tuple[str, ...]:
        """The tokens that stood at a named place."""
        return self.tokens.texts(*self.places[name]) if name in self.places else ()

    def word(self, name: str) -> str:
        """The first token at a named place; nothing where the place is empty."""
        return self.tokens.text(self.places[name][0]) if name in self.places else ""

    @property
    def before(self) -> str:
        """The token before the phrase."""
        return self.tokens.text(self.start - 1)

    @property
    def after(self) -> str:
        """The token after the phrase."""
        return self.tokens.text(self.end)


@frozen(eq=False)
class Grammar:
    """The rules of a language, and those that can apply by the two characters a match begins with."""

    lexicon: Lexicon
    rules: Mapping[str, tuple[Rule, ...]]
    starts: re.Pattern[str]
    triggers: frozenset[str] = field(repr=False)
    """Words of which every phrase has one, unless it has a figure."""
    opened: dict[str, tuple[Rule, ...]] = field(factory=dict, repr=False)
    """What was found out about two characters before."""

    def may_match(self, lower: str, start: int, end: int, words: Iterable[Set[str]]) -> bool:
        """Whether a part of a text in lower case has a figure, or one of its words is such that nothing fits without any."""
        return not all(map(self.triggers.isdisjoint, words)) or FIGURE.search(lower, start, end) is not None

    def phrases(self, tokens: Tokens, start: int) -> Iterator[Phrase]:
        """What fits at the next place from `start` on where anything fits: the longest first."""
        found: list[tuple[int, int, re.Match[str], Rule]] = []
        codes, opened = tokens.codes, self.opened
        for begin in self.starts.finditer(codes, start):
            place = begin.start()
            two = codes[place : place + 2]
            rules = opened[two] if two in opened else self._opened_by(two)
            for rule in rules:
                if match := rule.pattern.match(codes, place):
                    found.append((-match.end(), rule.order, match, rule))
            if found:
                break
        for end, _, match, rule in sorted(found, key=lambda one: one[:2]):
            places: dict[str, tuple[int, int]] = {}
            for group in match.re.groupindex:
                if match[group] is not None and match[group]:
                    places.setdefault(group.partition("__")[0], match.span(group))
            yield Phrase(rule, tokens, match.start(), -end, places)

    def _opened_by(self, two: str) -> tuple[Rule, ...]:
        """The rules that can match where these two characters stand, or one at the end."""
        rules = self.rules[two[0]]
        found = tuple(rule for rule in rules if (after := rule.openings[two[0]]) is None or two[1:] in after)
        self.opened[two] = found
        return found


@frozen
class _Part:
    """A part of a pattern: its expression, the places it can begin and end with, whether it can be empty, what it needs."""

    shape: str
    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    empty: bool = True
    needed: frozenset[str] | None = None
    """Characters of which every match has one; None where there are no such."""


class _Compiler:
    """One pattern on its way to a regular expression.

    Every word of it is a place, and what can follow each place is noted on the way (Glushkov, 1961).
    """

    def __init__(self, lexicon: Lexicon, macros: Mapping[str, str]) -> None:
        self.lexicon = lexicon
        self.macros = macros
        self.captures = 0
        self.characters: list[frozenset[str]] = []
        self.follow: list[set[int]] = []

    def rule(self, name: str, read: str, order: int, pattern: str) -> Rule:
        """The rule of a pattern."""
        made = self.compile(pattern)
        if made.empty or made.needed is None:
            raise ValueError(f"the pattern of {name!r} matches nothing at all")
        openings: dict[str, frozenset[str] | None] = {}
        for place in sorted(made.first):
            after = None if place in made.last else self._after(place)
            for character in self.characters[place]:
                known = openings.get(character, frozenset())
                openings[character] = None if after is None or known is None else known | after
        return Rule(name, read, order, made.shape, made.needed, openings)

    def _after(self, place: int) -> frozenset[str]:
        return frozenset[str]().union(*(self.characters[one] for one in self.follow[place]))

    def compile(self, pattern: str) -> _Part:
        """A pattern, or what a macro stands for."""
        marks = list(_NOTATION.finditer(pattern))
        if "".join(mark[0] for mark in marks).strip() != pattern.strip():
            raise ValueError(f"not a pattern: {pattern!r}")
        made, rest = self._alternatives(marks, 0)
        if rest != len(marks):
            raise ValueError(f"unbalanced pattern: {pattern!r}")
        return made

    def _alternatives(self, marks: list[re.Match[str]], place: int) -> tuple[_Part, int]:
        parts = []
        while True:
            part, place = self._sequence(marks, place)
            parts.append(part)
            if place >= len(marks) or marks[place]["mark"] != "|":
                break
            place += 1
        first = frozenset[int]().union(*(part.first for part in parts))
        last = frozenset[int]().union(*(part.last for part in parts))
        needed = [part.needed for part in parts if part.needed is not None]
        every = frozenset[str]().union(*needed) if len(needed) == len(parts) else None
        shape = "|".join(part.shape for part in parts)
        return _Part(shape, first, last, any(part.empty for part in parts), every), place

    def _sequence(self, marks: list[re.Match[str]], place: int) -> tuple[_Part, int]:
        whole = _Part("")
        while place < len(marks) and marks[place]["mark"] not in (")", "|"):
            part, place = self._item(marks, place)
            if place < len(marks) and marks[place]["mark"] in ("?", "*"):
                repeated = marks[place]["mark"] == "*"
                if repeated:
                    self._join(part.last, part.first)
                part = evolve(part, shape=part.shape + (_REPEATED if repeated else "?"), empty=True, needed=None)
                place += 1
            self._join(whole.last, part.first)
            whole = _Part(
                whole.shape + part.shape,
                whole.first | part.first if whole.empty else whole.first,
                whole.last | part.last if part.empty else part.last,
                whole.empty and part.empty,
                self._rarer(whole.needed, part.needed),
            )
        return whole, place

    def _rarer(self, left: frozenset[str] | None, right: frozenset[str] | None) -> frozenset[str] | None:
        """Of two sets of characters the one whose words are the rarer ones: less frequent, or else fewer."""
        if left is None or right is None:
            return right if left is None else left
        return min(left, right, key=lambda characters: _commonness(self.lexicon, characters))

    def _join(self, ends: frozenset[int], begins: frozenset[int]) -> None:
        for end in ends:
            self.follow[end] |= begins

    def _item(self, marks: list[re.Match[str]], place: int) -> tuple[_Part, int]:
        mark = marks[place]
        if mark["mark"] == "(":
            part, place = self._alternatives(marks, place + 1)
            if place >= len(marks):
                raise ValueError(f"unbalanced pattern: {mark.string!r}")
        elif mark["macro"]:
            part = self.compile(self.macros[mark["macro"]])
        else:
            part = self._word(mark)
        group = "(?:"
        if mark["capture"]:
            self.captures += 1
            group = f"(?P<{mark['capture']}__{self.captures}>"
        return evolve(part, shape=f"{group}{part.shape})"), place + 1

    def _word(self, mark: re.Match[str]) -> _Part:
        characters = self.lexicon.characters(mark["name"])
        if not characters:
            raise ValueError(f"no word is a {mark['name']!r}: {mark.string!r}")
        here = frozenset((len(self.characters),))
        self.characters.append(frozenset(characters))
        self.follow.append(set())
        return _Part(f"[{characters}]", here, here, False, frozenset(characters))


@cache
def _commonness(lexicon: Lexicon, characters: frozenset[str]) -> tuple[bool, int, bool, int]:
    """How little the words of some characters tell: whether marks are among them, how many are common, how many there are.

    Words that are looked for anyway, such as *day*, tell more than others: *Veterans Day* adds no *veterans* to them.
    """
    words = _words_of(lexicon, characters)
    looked_for = {word for table in _LOOKED_FOR for word in lexicon.data.get(table, ())}
    return None in words, len(words & lexicon.common), not words <= looked_for, len(words)


_LOOKED_FOR: Final = (
    "unit",
    "units",
    "clock_unit",
    "clock_units",
    "month",
    "weekday",
    "weekdays",
    "part",
    "parts",
    "season",
)
"""Tables whose words are times by themselves."""


def _words_of(lexicon: Lexicon, characters: frozenset[str]) -> frozenset[str | None]:
    """What of the words that these characters stand for a search for words finds; None for marks."""
    found = _findable(lexicon)
    return frozenset[str | None]().union(*(found.get(character, ()) for character in characters))


@cache
def _findable(lexicon: Lexicon) -> dict[str, set[str | None]]:
    """For each character what a search for words finds of its words: of *a.m.*, the part that is the less common."""
    found: dict[str, set[str | None]] = {}
    for word, character in lexicon.words.items():
        parts = _WORD.findall(word)
        best = min(parts, key=lambda part: (part in lexicon.common, -len(part)), default=None)
        found.setdefault(character, set()).add(best)
    return found


def _one_of(phrases: list[str]) -> str:
    """A pattern for any of several phrases, the longest first."""
    split = sorted((TOKEN.findall(phrase) for phrase in phrases), key=lambda words: (-len(words), words))
    return "(" + " | ".join(" ".join(map(class_name, words)) for words in split) + ")"


@cache
def grammar(language: str = "en") -> Grammar:
    """The compiled patterns of a language."""
    lexicon = load_language(language)
    data = lexicon.data
    references = [phrase for one in data["reference"].values() for phrase in one["phrases"]]
    macros = {**data["macros"], "FEAST": _one_of(list(data["feast"])), "REFERENCE": _one_of(references)}
    if months := data.get("moon_month"):
        macros["MOON"] = _one_of(list(months))
    rules = tuple(
        _Compiler(lexicon, macros).rule(rule["name"], rule["read"], order, rule["pattern"])
        for order, rule in enumerate(data["rule"])
    )
    characters = sorted({character for rule in rules for character in rule.openings})
    table = {one: tuple(rule for rule in rules if one in rule.openings) for one in characters}
    needed = frozenset[str]().union(*(rule.needed for rule in rules))
    triggers = frozenset(word for word in _words_of(lexicon, needed) if word is not None)
    return Grammar(lexicon, table, re.compile(f"[{''.join(characters)}]"), triggers)
