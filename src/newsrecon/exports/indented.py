"""JSON set in, one item a line, for people to read.

The text is that of `json.dumps` with `indent`, whose encoder in C cannot set in: what it falls back on in Python hands each comma
through as many generators as the value is deep. Most objects of a document have the keys of many others, so that what stands
around their items is made once. Written so, the document of a story takes a third of the time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
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
    inner = line + step
    if isinstance(value, dict):
        # What holds nothing is written in place: most of a document are strings and numbers, and each call costs as much.
        items = [
            write(item) if (write := _plain(type(item))) else indented(item, step, inner) for item in value.values()
        ]
        return _around(tuple(value), inner, line) % tuple(items) if items else "{}"
    if isinstance(value, (list, tuple)):
        items = [write(item) if (write := _plain(type(item))) else indented(item, step, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(items)}{line}]" if items else "[]"
    if isinstance(value, Value):  # asked late, for an abstract class takes long to say no
        return indented(as_dict(value), step, line)
    return _OTHER.encode(value)


@lru_cache(maxsize=1 << 10)
def _around(keys: tuple[str, ...], inner: str, line: str) -> str:
    """The text of an object with these keys, a place being left for each item."""
    items = [quoted(key).replace("%", "%%") + ": %s" for key in keys]
    return f"{{{inner}{f',{inner}'.join(items)}{line}}}"


_PLAIN: Mapping[type, Callable[[Any], str]] = {
    str: quoted,
    int: int.__repr__,
    bool: {True: "true", False: "false"}.__getitem__,
    type(None): {None: "null"}.__getitem__,
}
_plain = _PLAIN.get

_OTHER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
