"""Where results go: standard output or a file, which is there whole or as it was before."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

__all__ = ["check_output", "replace_file", "write", "write_bytes"]


def write(parts: Iterable[str], output: str | None) -> None:
    """Write lines as UTF-8, lone surrogates as escapes; a reader that goes away ends the program quietly."""
    write_bytes((part.rstrip("\n").encode("utf-8", "backslashreplace") + b"\n" for part in parts), output)


def write_bytes(parts: Iterable[bytes], output: str | None) -> None:
    """Write bytes one after another to standard output or a file."""
    if output is not None and output != "-":
        replace_file(Path(output), lambda path: _fill(path, parts))
        return
    if sys.stdout is None:
        raise OSError(errno.EBADF, "closed", "standard output")
    stream = sys.stdout.buffer
    try:
        stream.writelines(parts)
        stream.flush()
    except BrokenPipeError:
        _let_go_of_standard_output()
        sys.exit(0)
    except OSError as error:
        _let_go_of_standard_output()
        raise OSError(error.errno, error.strerror, "standard output") from None


def check_output(output: str | None, force: bool, *, folder: bool = False) -> None:
    """Refuse before the work what could not, or should not, be written after it; `folder` where that is several files."""
    if output is None or output == "-":
        return
    path = Path(output)
    if folder and path.is_dir():
        if any(path.iterdir()) and not force:
            raise _refused(f"the folder {output!r} is not empty; --force writes over the files there")
        return
    if path.is_dir():
        raise _refused(f"{output!r} is a folder")
    if folder and path.exists():
        raise _refused(f"{output!r} is a file, and a folder is needed for several files")
    if not path.parent.is_dir():
        raise _refused(f"there is no folder {str(path.parent)!r}")
    if path.is_file() and not force:
        raise _refused(f"{output!r} is there already; --force writes over it")
    if not os.access(path.resolve().parent if path.is_file() or not path.exists() else path, os.W_OK):
        raise _refused(f"{output!r} cannot be written; look at the permissions of its folder")


def replace_file(path: Path, fill: Callable[[Path], object]) -> None:
    """Have a file filled so that it is there whole or as it was before; what is no regular file is written to directly.

    `fill` is called with the path of an empty file beside the one that is meant. Whatever ends it, an interrupt as well,
    takes that file away.
    """
    import tempfile

    target = path.resolve()
    try:
        if path.exists() and not path.is_file():
            fill(path)
            return
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
        try:
            os.close(handle)
            fill(Path(name))
            os.chmod(name, target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        # The file in between is nobody's business.
        raise OSError(error.errno, error.strerror, str(path)) from error


def _fill(path: Path, parts: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(parts)


def _refused(message: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint="--output")


def _let_go_of_standard_output() -> None:
    """Have what is still to be flushed at the end go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
