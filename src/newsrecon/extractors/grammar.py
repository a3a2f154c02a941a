"""Closed classes of English words, by which the parts of a sentence are told apart; the words are data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsrecon.language_data import data_table

__all__ = ["words_of_class"]


@cache
def words_of_class(name: str) -> frozenset[str]:
    """The members of a closed class of English words, as listed in the packaged data."""
    return frozenset(_grammar()[name])


@cache
def _grammar() -> Mapping[str, list[str]]:
    grammar = data_table("speech_grammar")
    denied = [f"{verb}n{mark}t" for mark in ("'", "’") for verb in grammar["negatable"]]
    return {**grammar, "auxiliaries": [*grammar["auxiliaries"], *denied]}
