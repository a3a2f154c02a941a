"""Closed classes of English words, by which the parts of a sentence are told apart; the words are data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

__all__ = ["words_of_class"]


@cache
def words_of_class(name: str) -> frozenset[str]:
    """The members of a closed class of English words, as listed in the packaged data."""
    return frozenset(_grammar()[name])


@cache
def _grammar() -> Mapping[str, list[str]]:
    text = (resources.files("newsrecon") / "data" / "speech_grammar.toml").read_text(encoding="utf-8")
    grammar = tomllib.loads(text)
    for mark in ("'", "’"):
        grammar["auxiliaries"] += [f"{verb}n{mark}t" for verb in grammar["negatable"]]
    return grammar
