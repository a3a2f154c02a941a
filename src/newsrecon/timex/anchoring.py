"""What a story's anchor makes of the date claims of an article that has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from newsrecon.timex.terms import parse_expression

__all__ = ["resolve_value"]

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
