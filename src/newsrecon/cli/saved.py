"""Documents that an earlier run wrote, told apart from articles: reconciliations and extractions carry their whole state."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from newsrecon.known_names import KnownName
    from newsrecon.model import Extraction

__all__ = ["saved"]


@frozen
class Saved:
    """What documents held: the union of their claims and records, and the names and owners known to whoever wrote them."""

    extraction: Extraction
    names: tuple[KnownName, ...]
    owners: dict[str, str]


def saved(paths: Iterable[str]) -> tuple[Saved | None, tuple[str, ...]]:
    """What the documents among some paths hold, None where there are none; and the other paths."""
    from newsrecon.owners import Owners

    documents, others = [], []
    for path in paths:
        document = _document(path)
        if document is None:
            others.append(path)
        else:
            documents.append(_read(document, path))
    if not documents:
        return None, tuple(others)
    return Saved(
        reduce(or_, (document.extraction for document in documents)),
        tuple(dict.fromkeys(name for document in documents for name in document.names)),
        dict(Owners(pair for document in documents for pair in document.owners.items()).entries),
    ), tuple(others)


def _read(document: dict[str, Any], path: str) -> Saved:
    from newsrecon.errors import ReadError
    from newsrecon.exports.documents import decode
    from newsrecon.known_names import known_name_from
    from newsrecon.model import Extraction
    from newsrecon.owners import Owners

    try:
        names = tuple(known_name_from(name) for name in document.get("known_names", ()))
        return Saved(decode(Extraction, document), names, dict(Owners(document.get("owners") or {}).entries))
    except (ValueError, TypeError) as error:
        raise ReadError(str(error), path=path) from None


def _document(path: str) -> dict[str, Any] | None:
    """The document in a file, None where the file holds something else; what cannot be read is told when it is read again."""
    if not path.lower().endswith(".json"):
        return None
    try:
        data = json.loads(Path(path).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and "schema" in data and "claims" in data else None
