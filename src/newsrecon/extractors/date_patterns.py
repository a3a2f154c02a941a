"""Patterns of time expressions, written in words and compiled to regular expressions over word classes.

*the? r=last u=unit* matches *the last week*, *past year*; `r` and `u` keep what stood there. The notation is explained in
the data file of each language. Repetition is bounded and there is no backtracking into text, so that matching is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from attrs import field, frozen

from newsrecon.extractors.date_lexicon import TOKEN, Lexicon, Tokens, class_name, load_language

__all__ = ["Grammar", "Phrase", "Rule", "grammar"]

_NOTATION: Final = re.compile(
    r"\s*(?:(?P<capture>[a-z]\w*)=)?(?:(?P<macro>[A-Z]+)|(?P<name>[a-z][\w'.]*)|(?P<mark>[()|?*]))"
)
_REPEATED: Final = "{0,4}"


@frozen
class Rule:
    """A pattern with the name of its reader; `groups` tells which captures carry each name."""

    name: str
    read: str
    order: int
    shape: re.Pattern[str] = field(repr=False)
    first: str = field(repr=False)
    """The characters a match can begin with."""


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

    def words(self, name: str) -> list[str]:
        """The tokens that stood at a named place."""
        return self.tokens.texts(*self.places[name]) if name in self.places else []

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
    """The rules of a language, sorted by the characters a match can begin with."""

    lexicon: Lexicon
    rules: Mapping[str, tuple[Rule, ...]]
    starts: re.Pattern[str]

    def phrases(self, tokens: Tokens, start: int) -> Iterator[Phrase]:
        """What fits at the next place from `start` on where anything fits: the longest first."""
        found: list[tuple[int, int, re.Match[str], Rule]] = []
        while not found and (begin := self.starts.search(tokens.codes, start)):
            start = begin.start()
            for rule in self.rules[begin[0]]:
                if match := rule.shape.match(tokens.codes, start):
                    found.append((-match.end(), rule.order, match, rule))
            start += 1
        for end, _, match, rule in sorted(found, key=lambda one: one[:2]):
            places: dict[str, tuple[int, int]] = {}
            for group in match.re.groupindex:
                if match[group] is not None and match[group]:
                    places.setdefault(group.partition("__")[0], match.span(group))
            yield Phrase(rule, tokens, match.start(), -end, places)


class _Compiler:
    """One pattern on its way to a regular expression: what it can begin with is computed on the way."""

    def __init__(self, lexicon: Lexicon, macros: Mapping[str, str]) -> None:
        self.lexicon = lexicon
        self.macros = macros
        self.captures = 0

    def compile(self, pattern: str) -> tuple[str, frozenset[str], bool]:
        """The regular expression, the characters it can begin with, and whether it can be empty."""
        marks = list(_NOTATION.finditer(pattern))
        if "".join(mark[0] for mark in marks).strip() != pattern.strip():
            raise ValueError(f"not a pattern: {pattern!r}")
        made, rest = self._alternatives(marks, 0)
        if rest != len(marks):
            raise ValueError(f"unbalanced pattern: {pattern!r}")
        return made

    def _alternatives(self, marks: list[re.Match[str]], place: int) -> tuple[tuple[str, frozenset[str], bool], int]:
        shapes, first, empty = [], frozenset[str](), False
        while True:
            (shape, begin, optional), place = self._sequence(marks, place)
            shapes.append(shape)
            first |= begin
            empty |= optional
            if place >= len(marks) or marks[place]["mark"] != "|":
                return ("|".join(shapes), first, empty), place
            place += 1

    def _sequence(self, marks: list[re.Match[str]], place: int) -> tuple[tuple[str, frozenset[str], bool], int]:
        shapes, first, empty = [], frozenset[str](), True
        while place < len(marks) and marks[place]["mark"] not in (")", "|"):
            (shape, begin, optional), place = self._item(marks, place)
            if place < len(marks) and marks[place]["mark"] in ("?", "*"):
                shape += "?" if marks[place]["mark"] == "?" else _REPEATED
                optional, place = True, place + 1
            shapes.append(shape)
            first |= begin if empty else frozenset()
            empty &= optional
        return ("".join(shapes), first, empty), place

    def _item(self, marks: list[re.Match[str]], place: int) -> tuple[tuple[str, frozenset[str], bool], int]:
        mark = marks[place]
        if mark["mark"] == "(":
            (shape, first, empty), place = self._alternatives(marks, place + 1)
            if place >= len(marks):
                raise ValueError(f"unbalanced pattern: {mark.string!r}")
        elif mark["macro"]:
            shape, first, empty = self.compile(self.macros[mark["macro"]])
        else:
            characters = self.lexicon.characters(mark["name"])
            if not characters:
                raise ValueError(f"no word is a {mark['name']!r}: {mark.string!r}")
            shape, first, empty = f"[{characters}]", frozenset(characters), False
        if mark["capture"]:
            self.captures += 1
            return (f"(?P<{mark['capture']}__{self.captures}>{shape})", first, empty), place + 1
        return (f"(?:{shape})", first, empty), place + 1


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
    rules = []
    for order, rule in enumerate(data["rule"]):
        shape, first, empty = _Compiler(lexicon, macros).compile(rule["pattern"])
        if empty:
            raise ValueError(f"the pattern of {rule['name']!r} matches nothing at all")
        rules.append(Rule(rule["name"], rule["read"], order, re.compile(shape), "".join(sorted(first))))
    characters = sorted({character for rule in rules for character in rule.first})
    table = {one: tuple(rule for rule in rules if one in rule.first) for one in characters}
    return Grammar(lexicon, table, re.compile(f"[{''.join(characters)}]"))
