"""Files of what a user knows beforehand, names and owners: found by their ending, in UTF-8."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from newsrecon.errors import ReadError

__all__ = ["given_file"]


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
