"""What a story's anchor makes of the date claims of an article that has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from newsrecon.timex.terms import parse_expression

__all__ = ["moment_value", "resolve_value"]

V = TypeVar("V", bound=Mapping[str, Any])


def resolve_value(value: V, anchor: date) -> V:
    """The value of a date claim with `timex`, `begin`, `end` and `edtf` counted from an anchor that its article lacked.

    Unchanged where it has an interval already or needs no anchor; `anchor` then says `story`.

    >>> bare = {"type": "DATE", "timex": "XXXX-WXX-4", "begin": None, "end": None, "expression": "past(XXXX-WXX-4,now)"}
    >>> resolve_value(bare, date(2025, 7, 4))["timex"]
    '2025-07-03'
    """
    if value.get("begin") is not None or not value.get("expression"):
        return value
    expression = parse_expression(value["expression"])
    if not expression.relative:
        return value
    found = expression.resolve(anchor)
    changed = {
        **value,
        "timex": found.value,
        "begin": found.begin,
        "end": found.end,
        "edtf": found.edtf,
        "anchor": "story",
    }
    make: Callable[[Mapping[str, Any]], V] = type(value)
    return make(changed)


def moment_value(value: V, anchor: date | None) -> V:
    """The value of the day that a length beside another day leads to, with its `type` and `timex`; itself for any other.

    >>> value = {"type": "DURATION", "timex": "P2D", "begin": "2025-05-01", "expression": "earlier(P2D,2025-05-03)"}
    >>> moment_value(value, None)["timex"]
    '2025-05-01'
    """
    if value.get("begin") is None or not str(value.get("expression")).startswith(("earlier(", "later(")):
        return value
    moment = parse_expression(value["expression"]).moment
    if moment is None:
        return value
    found = moment.resolve(anchor)
    make: Callable[[Mapping[str, Any]], V] = type(value)
    return make({**value, "type": found.type, "timex": found.value, "edtf": found.edtf})
