"""Files of what a user knows beforehand, names and owners: found by their ending, in UTF-8."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsrecon.errors import ReadError

__all__ = ["given_file", "table_rows"]


def given_file(path: str | os.PathLike[str], what: str, suffixes: Sequence[str]) -> tuple[Path, str, str]:
    """A file's path, ending and text. Raises ReadError for another ending, an unreadable file, or what is not UTF-8."""
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix not in suffixes:
        expected = " or ".join(suffixes)
        raise ReadError(f"not a kind of file that {what} are read from: expected {expected}", path=str(file))
    try:
        return file, suffix, file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReadError(error.strerror or str(error), path=str(file)) from None
    except UnicodeDecodeError:
        raise ReadError("not UTF-8", path=str(file)) from None


def table_rows(text: str, name: str, needed: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with a heading that are not empty, each by its columns, with the line it ends on.

    Raises ReadError, with the line, where a needed column is missing or the text is no table.
    """
    # As a file, since `splitlines` also breaks at marks that may stand within a cell, such as U+2028.
    reader = csv.DictReader(io.StringIO(text, newline=""), skipinitialspace=True)
    try:
        columns = [column.strip() for column in reader.fieldnames or ()]
        missing = next((column for column in needed if column not in columns), None)
        if missing is not None:
            told = f"only {', '.join(map(repr, columns))}" if columns else "being empty"
            raise ReadError(f"the table has no column {missing!r}, {told}"[:200], path=name, line=1)
        for row in reader:
            cells = {(key or "").strip(): cell.strip() for key, cell in row.items() if isinstance(cell, str)}
            if any(cells.values()):
                yield reader.line_num, cells
    except csv.Error as error:
        raise ReadError(f"not a table: {error}", path=name, line=reader.line_num + 1) from None
