"""Offsets in the units of other languages: UTF-16 units as in JavaScript and Java, bytes of UTF-8 as in Go, Rust and C."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import Any

from newsrecon.exports.states import CODE_POINTS
from newsrecon.model import Article

__all__ = ["UNITS", "in_units"]


def _utf_16(letter: str) -> int:
    return 2 if letter > "\uffff" else 1


def _utf_8(letter: str) -> int:
    return 1 if letter < "\x80" else 2 if letter < "\u0800" else 3 if letter <= "\uffff" else 4


UNITS: Mapping[str, Callable[[str], int]] = {CODE_POINTS: lambda _: 1, "utf-16": _utf_16, "bytes": _utf_8}
"""How many units a letter takes; a lone surrogate takes one UTF-16 unit, and three bytes as it does in its digest."""


def in_units(document: Any, articles: Mapping[str, Article], unit: str) -> Any:
    """A document, or a claim in JSON, with every offset in a unit, which it states in its key `offsets`.

    ValueError for an unknown unit, and where an article that a span lies in is not there.

    >>> claim = {"mention": {"article": "a", "start": 2, "end": 5, "text": "Ann"}, "value": {}}
    >>> in_units(claim, {"a": Article("\\U0001f327 Ann", id="a")}, "utf-16")["mention"]
    {'article': 'a', 'start': 3, 'end': 6, 'text': 'Ann'}
    """
    if unit not in UNITS:
        raise ValueError(f"offsets are counted in {', '.join(UNITS)}, not in {unit!r}")
    if unit == CODE_POINTS:
        return document

    return {**_Counter(articles, unit).part(document, None), "offsets": unit}


class _Counter:
    """Counts the offsets of a document anew."""

    def __init__(self, articles: Mapping[str, Article], unit: str) -> None:
        self._articles = articles
        self._unit = unit
        self._places: dict[str, list[int]] = {}
        self._article_of: dict[str, str] = {}

    def part(self, part: Any, article: str | None) -> Any:
        """A part of a document, the article that its spans lie in being known from what is above it."""
        if isinstance(part, list):
            return [self.part(inner, article) for inner in part]
        if not isinstance(part, dict):
            return part
        if "clusters" in part and "claims" in part:
            self._article_of = {claim["id"]: claim["mention"]["article"] for claim in part["claims"]}
        article = self._article(part) or article
        counted = {key: self.part(inner, article) for key, inner in part.items()}
        if article is not None and type(part.get("start")) is int and type(part.get("end")) is int:
            places = self._counted(article)
            counted["start"], counted["end"] = places[part["start"]], places[part["end"]]
        return counted

    def _article(self, part: dict[str, Any]) -> str | None:
        """The article that a part names as its own: a claim, a mention, a record, a variant."""
        if isinstance(part.get("mention"), dict):
            return str(part["mention"]["article"])
        if "article" in part and "start" in part:
            return str(part["article"])
        if "digest" in part and "credits" in part:
            return str(part["id"])
        if "refines" in part and "claims" in part:
            return self._article_of_variant(part)
        return None

    def _article_of_variant(self, variant: dict[str, Any]) -> str | None:
        """The article whose words a variant shows as its value, which is that of one of its claims."""
        spans = list(_spans(variant["value"]))
        for claim in variant["claims"]:
            article = self._article_of[claim]
            if spans and all(self._text(article)[start:end] == text for start, end, text in spans):
                return article
        return None

    def _counted(self, article: str) -> list[int]:
        if article not in self._places:
            self._places[article] = [0, *accumulate(map(UNITS[self._unit], self._text(article)))]
        return self._places[article]

    def _text(self, article: str) -> str:
        if article not in self._articles:
            raise ValueError(f"offsets in {self._unit} take the texts, and that of article {article!r} is not here")
        return self._articles[article].text


def _spans(value: Any) -> Iterator[tuple[int, int, str]]:
    """The spans of a value, on every level."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= set(value):
            yield value["start"], value["end"], value["text"]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _spans(inner)
