"""JSON set in, one item a line, for people to read.

The text is that of `json.dumps` with `indent`, whose encoder in C cannot set in: what it falls back on in Python hands each comma
through as many generators as the value is deep. Written straight, the document of a story takes half as long.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from json.encoder import encode_basestring as quoted
from typing import Any

from newsrecon.value import Value, as_dict

__all__ = ["indented"]


def indented(value: Any, step: str, line: str = "\n") -> str:
    """The JSON text of dicts with strings for keys, of lists and what they hold, each level set in by a step.

    Letters outside ASCII stand as they are.

    >>> print(indented({"claims": [1, "é"]}, "  "))
    {
      "claims": [
        1,
        "é"
      ]
    }
    """
    plain, inner = _PLAIN, line + step
    if isinstance(value, dict):
        # What holds nothing is written in place: most of a document are strings and numbers, and each call costs as much.
        items = [
            f"{quoted(key)}: {plain[kind](item) if (kind := type(item)) in plain else indented(item, step, inner)}"
            for key, item in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(items)}{line}}}" if items else "{}"
    if isinstance(value, (list, tuple)):
        items = [plain[kind](item) if (kind := type(item)) in plain else indented(item, step, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(items)}{line}]" if items else "[]"
    if isinstance(value, Value):  # asked late, for an abstract class takes long to say no
        return indented(as_dict(value), step, line)
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


_PLAIN: Mapping[type, Callable[[Any], str]] = {
    str: quoted,
    int: int.__repr__,
    bool: {True: "true", False: "false"}.__getitem__,
    type(None): {None: "null"}.__getitem__,
}
