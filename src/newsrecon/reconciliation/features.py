"""Whether a claim is read as it was: features compared part by part, those that `==` passes over among them.

Features are alike if they are built alike from plain values: attrs classes, tuples, lists, mappings and sets of texts and
numbers. Anything else counts as changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

import attrs

from newsrecon.model import Claim
from newsrecon.value import Value

__all__ = ["alike", "is_plain_throughout"]

_PLAIN: frozenset[type] = frozenset((str, int, float, bool, type(None), date, datetime, bytes, Claim, Value))
"""What is the same in every respect where it is equal."""


def alike(one: Any, other: Any) -> bool:
    """Whether two are alike in every respect, those that `==` passes over among them.

    >>> alike(("ferry", {"weight": 0.5}), ("ferry", {"weight": 0.5})), alike({"ferry": 1}, {"ferry": 1.0})
    (True, False)
    """
    if one is other or type(one) is not type(other):
        return one is other
    if type(one) in _PLAIN:
        return bool(one == other)
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, frozenset | set):
        return one == other and all(map(_is_plain, one))
    if (parts := _parts(one.__class__)) is not None:
        return alike(parts(one), parts(other))
    if isinstance(one, Mapping):
        return list(one) == list(other) and all(map(alike, one.values(), other.values()))
    return False


def is_plain_throughout(one: Any) -> bool:
    """Whether something is built of plain values alone, so that nothing it was made from can still change it.

    >>> is_plain_throughout(("ferry", {"weight": 0.5})), is_plain_throughout(("ferry", print))
    (True, False)
    """
    if type(one) in _PLAIN:
        return True
    if isinstance(one, tuple | list):
        return all(map(is_plain_throughout, one))
    if isinstance(one, frozenset | set):
        return all(map(_is_plain, one))
    if (parts := _parts(one.__class__)) is not None:
        return is_plain_throughout(parts(one))
    return isinstance(one, Mapping) and all(map(is_plain_throughout, one.values()))


def _is_plain(one: object) -> bool:
    return type(one) in _PLAIN or (type(one) is tuple and all(map(_is_plain, one)))


@lru_cache(maxsize=1 << 8)
def _parts(kind: type) -> Callable[[Any], Any] | None:
    """From an object to all that it is made of, if its class is an attrs class."""
    names = [one.name for one in attrs.fields(kind) if one.init] if attrs.has(kind) else []
    return attrgetter(*names) if names else None
