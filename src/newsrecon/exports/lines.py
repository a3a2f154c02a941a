"""Claims as lines of JSON: what `newsrecon extract` writes, and nothing of what the documents of a story need."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from newsrecon.exports.states import claim_object
from newsrecon.model import Claim
from newsrecon.value import as_dict

__all__ = ["claims_to_jsonl", "escaped", "line_of"]


def claims_to_jsonl(claims: Iterable[Claim]) -> Iterator[str]:
    """One line of JSON for each claim, without line ends.

    >>> from newsrecon import Article, extract
    >>> found = extract(Article("It rained on 3 May 2025.", id="1"))
    >>> next(claims_to_jsonl(found.claims))[:7]
    '{"id": '
    """
    for claim in claims:
        yield line_of(claim_object(claim))


def line_of(made: Any) -> str:
    """The JSON text of dicts, lists and values on one line, letters outside ASCII as they stand.

    >>> line_of({"start": 3})
    '{"start": 3}'
    """
    return escaped(_LINE.encode(made))


def escaped(text: str) -> str:
    """JSON text in which lone surrogates are escaped."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text


_LINE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, default=as_dict)
