"""The words of what excludes what, and which words are wider than others: a *boy* is a *child*."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from newsrecon.wording import content_words

__all__ = ["is_wider", "opposition_data", "opposition_words", "wider_pairs", "widest"]


@cache
def opposition_words(key: str) -> frozenset[str]:
    """A list of words of the data on what excludes what."""
    return frozenset(opposition_data()[key])


@cache
def opposition_data() -> Mapping[str, Any]:
    """The data on what excludes what."""
    return tomllib.loads(resources.files("newsrecon").joinpath("data/oppositions.toml").read_text("utf-8"))


@cache
def wider_pairs() -> frozenset[tuple[str, str]]:
    pairs = (pair.split("/") for pair in opposition_words("wider"))
    return frozenset((content_words(wide)[0], content_words(narrow)[0]) for wide, narrow in pairs)


@lru_cache(maxsize=1 << 12)
def widest(word: str) -> str:
    """The widest word for what a word means: *child*, of *toddler*."""
    seen = {word}
    while wider := sorted(wide for wide, narrow in wider_pairs() if narrow == word and wide not in seen):
        word = wider[0]
        seen.add(word)
    return word


def is_wider(one: str, other: str) -> bool:
    return (one, other) in wider_pairs() or (other, one) in wider_pairs()
