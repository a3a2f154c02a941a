"""The words by which a clause is read as an assertion: what denies it, what makes it less than a fact, what counts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from newsrecon.verbs import forms_of

__all__ = ["forms_in", "is_calendar", "manifold", "multipliers", "ordinal", "words_of"]


@cache
def words_of(key: str) -> frozenset[str]:
    """A list of words of the statement data."""
    found = _data()[key]
    return frozenset(found.split() if isinstance(found, str) else found)


@cache
def forms_in(key: str) -> frozenset[str]:
    """Every form of the verbs of a list."""
    return forms_of(sorted(words_of(key)))


def is_calendar(word: str) -> bool:
    """Whether a word is of dates: *Monday*, *May*, but not *a march*."""
    return word.lower().rstrip(".") in words_of("calendar") and word not in words_of("common_in_calendar")


def multipliers() -> Mapping[str, int]:
    """What a word behind a figure multiplies it by: *thousand*."""
    found: Mapping[str, int] = _data()["multipliers"]
    return found


def manifold() -> Mapping[str, int]:
    """The words that tell how many times, and how many: *twice* is 2."""
    found: Mapping[str, int] = _data()["manifold"]
    return found


def ordinal(word: str) -> str:
    """An ordinal in letters where one is known: *third*, for *3rd*; *80th* as it is."""
    letters: str = _data()["numbered"].get(word, word)
    return letters


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("newsrecon").joinpath("data/statements.toml").read_text("utf-8"))
