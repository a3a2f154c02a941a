"""A value: the JSON object that a claim asserts, frozen, with one canonical text and a digest."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

__all__ = ["Value", "digest"]


class Value(Mapping[str, Any]):
    """An immutable, hashable JSON object: what a claim asserts.

    Lists become tuples and inner objects become Values. Two Values are equal when their JSON is; the order of keys is
    that of the alphabet. TypeError for what JSON cannot hold, such as NaN, a set, or a key that is no string.

    >>> toll = Value({"high": 12, "low": 12})
    >>> toll["low"], dict(toll)
    (12, {'high': 12, 'low': 12})
    >>> toll == Value(low=12, high=12)
    True
    """

    __slots__ = ("_canonical", "_items")

    def __init__(self, items: Mapping[str, Any] | Iterable[tuple[str, Any]] = (), /, **more: Any) -> None:
        given = dict(items, **more)
        if not all(isinstance(key, str) for key in given):
            raise TypeError(f"the keys of a value are strings, not {given!r}")
        self._items: dict[str, Any] = {key: _frozen(given[key], key) for key in sorted(given)}
        self._canonical: str | None = None

    @property
    def canonical(self) -> str:
        """The JSON text of this value in its one canonical form, with keys sorted, no white space, in ASCII."""
        if self._canonical is None:
            self._canonical = canonical_json(self._items)
        return self._canonical

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Value):
            return self.canonical == other.canonical
        return isinstance(other, Mapping) and self.canonical == canonical_json(other)

    def __hash__(self) -> int:
        return hash(self.canonical)

    def __repr__(self) -> str:
        return f"Value({self._items!r})"

    def __reduce__(self) -> tuple[type[Value], tuple[dict[str, Any]]]:
        return Value, (dict(self._items),)


def _frozen(value: Any, place: str) -> Any:
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None or kind is Value:
        return value
    if isinstance(value, Mapping):
        return Value(value)
    if isinstance(value, (list, tuple)):
        return tuple(_frozen(item, place) for item in value)
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, (str, int)):
        return str(value) if isinstance(value, str) else int(value)
    raise TypeError(
        f"a value holds JSON only (text, finite numbers, true, false, null, lists, objects); {place!r} is {value!r}"
    )


def canonical_json(value: Any) -> str:
    """The one JSON text of a value: keys sorted, no white space, ASCII, so that equal values have equal digests."""
    return _CANONICAL.encode(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Value):
        return value._items
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"not JSON: {value!r}")


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), default=_plain, allow_nan=False)


def digest(*parts: Any) -> str:
    """Twenty hexadecimal digits that identify JSON values by their content."""
    return hashlib.sha256(canonical_json(parts).encode("ascii")).hexdigest()[:20]
