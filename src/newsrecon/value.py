"""A value: the JSON object that a claim asserts, frozen, with one canonical text and a digest."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

__all__ = ["Value", "as_dict", "digest"]


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
        given = dict(items._items if type(items) is Value else items, **more)
        for key in given:
            if not isinstance(key, str):
                raise TypeError(f"the keys of a value are strings, not {given!r}")
        self._items: dict[str, Any] = {
            key: inner if type(inner := given[key]) in _FROZEN else _frozen(inner, key) for key in sorted(given)
        }
        self._canonical: str | None = None

    @property
    def canonical(self) -> str:
        """The JSON text of this value in its one canonical form, with keys sorted, no white space, in ASCII."""
        if self._canonical is None:
            self._canonical = canonical_json(self._items)
        return self._canonical

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    # Asked for all the time: what Mapping has goes by way of a KeyError.
    def __contains__(self, key: object) -> bool:
        return key in self._items

    def get(self, key: str, default: Any = None, /) -> Any:
        """The inner value under a key, the default where there is none."""
        return self._items.get(key, default)

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


_FROZEN = frozenset((str, int, bool, type(None), Value))
"""What needs no freezing; most of what claims assert is of these types."""


def _frozen(value: Any, place: str) -> Any:
    if isinstance(value, (list, tuple)):
        return tuple([item if type(item) in _FROZEN else _frozen(item, place) for item in value])
    if isinstance(value, (dict, Mapping)):  # asked first, for an abstract class takes long to say yes
        return Value(value)
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


def as_dict(value: Any) -> Any:
    """The dict of a Value or another mapping, for an encoder of JSON that meets one."""
    if isinstance(value, Value):
        return value._items
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"not JSON: {value!r}")


_CANONICAL = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), default=as_dict, allow_nan=False, check_circular=False
)


def digest(*parts: Any) -> str:
    """Twenty hexadecimal digits that identify JSON values by their content."""
    return hashlib.sha256(canonical_json(parts).encode("ascii")).hexdigest()[:20]
