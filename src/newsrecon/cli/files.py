"""Where results go: standard output or a file, which is there whole or as it was before."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

__all__ = ["check_output", "write"]


def write(parts: Iterable[str], output: str | None) -> None:
    """Write lines as UTF-8, lone surrogates as escapes; a reader that goes away ends the program quietly."""
    lines = (part.rstrip("\n").encode("utf-8", "backslashreplace") + b"\n" for part in parts)
    if output is not None and output != "-":
        _write_file(lines, Path(output))
        return
    stream = sys.stdout.buffer
    try:
        stream.writelines(lines)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def check_output(output: str | None) -> None:
    """Refuse before the work what could not be written after it."""
    if output is None or output == "-":
        return
    path = Path(output)
    if path.is_dir():
        raise click.BadParameter(f"{output!r} is a folder", param_hint="--output")
    if not path.parent.is_dir():
        raise click.BadParameter(f"there is no folder {str(path.parent)!r}", param_hint="--output")


def _write_file(lines: Iterable[bytes], path: Path) -> None:
    """Write a file so that it is there whole or as it was before; what is no regular file is written to directly."""
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.writelines(lines)
        return
    import tempfile

    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(lines)
        os.chmod(name, target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
