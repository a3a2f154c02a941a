"""The plugin's words, read once from `words.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["needed", "section"]


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(resources.files("newsrecon_quantities").joinpath("words.toml").read_text("utf-8"))


def section(*path: str) -> Any:
    """The part of the words under a path of keys.

    >>> section("numbers", "scales")["dozen"]
    12
    """
    found: Any = _words()
    for key in path:
        found = found[key]
    return found


def needed(phrases: Iterable[str]) -> frozenset[str]:
    """One word of each phrase, its longest: a sentence that has none of these words has none of the phrases.

    >>> sorted(needed(["dead", "shot dead", "in custody"]))
    ['custody', 'dead', 'shot']
    """
    return frozenset(max(re.findall(r"\w+", phrase), key=len) for phrase in phrases)
