"""Files of names that a user knows: a table with a heading, or one JSON object a line.

```
name,id,aliases,type
Anna Berg,Q101,A. K. Berg;Anna Berg-Lund,person
Harbour Board,,,organization
```
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any

from newsrecon.errors import ReadError
from newsrecon.given_files import given_file, table_rows
from newsrecon.known_names import KnownName, known_name_from

__all__ = ["read_names"]

SUFFIXES = (".csv", ".jsonl")
_SEPARATOR = ";"
"""What parts the aliases in one cell of a table."""


def read_names(path: str | os.PathLike[str]) -> tuple[KnownName, ...]:
    """The names in a `.csv` or `.jsonl` file, in its order.

    Both have `name` and where known `id`, `aliases` and `type`; a table parts aliases by semicolons, JSON has a list of them.
    Other columns and keys are passed over. Raises ReadError, with the line, where something is not as it should be.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "people.csv")
    ...     _ = path.write_text("name,id,aliases\\nAda Lind,P-17,A. Lind;Mayor Lind", "utf-8")
    ...     (known,) = read_names(path)
    >>> known.name, known.id, known.aliases
    ('Ada Lind', 'P-17', ('A. Lind', 'Mayor Lind'))
    """
    file, suffix, text = given_file(path, "names", SUFFIXES)
    rows = _table(text, str(file)) if suffix == ".csv" else _json_lines(text, str(file))
    return tuple(_made(row, str(file), line) for line, row in rows)


def _table(text: str, name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for line, cells in table_rows(text, name, ["name"]):
        aliases = [alias.strip() for alias in cells.get("aliases", "").split(_SEPARATOR)]
        yield line, {**cells, "aliases": [alias for alias in aliases if alias]}


def _json_lines(text: str, name: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                message = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
                raise ReadError(f"not valid JSON: {message}", path=name, line=number) from None


def _made(row: object, name: str, line: int) -> KnownName:
    try:
        return known_name_from(row)
    except ValueError as error:
        raise ReadError(str(error), path=name, line=line) from None
