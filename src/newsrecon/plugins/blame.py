"""What a plugin's failure is called: the error in words, and the author's own file and line."""

from __future__ import annotations

import importlib
import inspect
import os
import sys
from collections.abc import Callable, Iterator
from types import CodeType, ModuleType, TracebackType
from typing import Any

__all__ = ["ToldError", "codes", "defined_at", "home_of", "home_of_import", "in_words", "is_part_of", "shown"]

_LONGEST = 300
_LIBRARY = (os.path.dirname(os.path.dirname(__file__)) + os.sep, os.path.dirname(importlib.__file__) + os.sep)


class ToldError(Exception):
    """Raised where a plugin did what it must not; the message says it all, the place included."""


def in_words(error: BaseException, home: str | None = None) -> str:
    """The error's type, its message, and the innermost line that stands in the plugin's home, a file or a folder."""
    if isinstance(error, ToldError):
        return str(error)
    message = _safely(lambda: error.msg if isinstance(error, SyntaxError) else str(error))
    return f"{type(error).__name__}{': ' * bool(message)}{message} ({_place(error, home)})"


def defined_at(function: Callable[..., Any], home: str | None) -> str:
    """The file and line where a function begins, in brackets; nothing for one that is not written in Python."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return f" ({_named(code.co_filename, code.co_firstlineno, home)})" if code else ""


def shown(value: object) -> str:
    """The beginning of the repr of whatever a plugin gave."""
    return _safely(lambda: repr(value))[:80]


def _safely(words: Callable[[], str]) -> str:
    """One line of what may itself fail, being the plugin's."""
    try:
        found = " ".join(words().split())
        return found if len(found) <= _LONGEST else found[: _LONGEST - 1] + "…"
    except Exception as error:
        return f"a message that cannot be shown ({type(error).__name__})"


def home_of(plugin: object) -> str | None:
    """The folder of the package a plugin is written in, or its file where it is a single module; None where unknown."""
    name = plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__module__
    top = sys.modules.get(name.partition(".")[0]) or plugin
    file = getattr(top, "__file__", None)
    return _home(file) if isinstance(file, str) else None


def home_of_import(error: BaseException) -> str | None:
    """The home of what failed while it was imported: that of the first line which is not of this library; None where all are."""
    files = (file for file, _ in _lines(error.__traceback__))
    return next((_home(file) for file in files if not file.startswith(_LIBRARY)), None)


def _home(file: str) -> str:
    """The folder of the outermost package that a file is in, or the file where it is in none."""
    folder, outermost = os.path.dirname(file), None
    while os.path.exists(os.path.join(folder, "__init__.py")) and os.path.dirname(folder) != folder:
        outermost, folder = folder, os.path.dirname(folder)
    return file if outermost is None else outermost + os.sep


def _place(error: BaseException, home: str | None) -> str:
    """The innermost line of the plugin's own; the innermost of all where none is, as in a library that it calls."""
    if isinstance(error, SyntaxError) and error.filename:
        return _named(error.filename, error.lineno, home)
    lines = list(_lines(error.__traceback__))
    own = [line for line in lines if home and line[0].startswith(home)] or lines
    return _named(*own[-1], home) if own else "no traceback"


def codes(error: BaseException) -> Iterator[CodeType]:
    """The functions that an error went through, from the outermost to where it was raised."""
    trace = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code
        trace = trace.tb_next


def is_part_of(code: CodeType, function: Callable[..., Any]) -> bool:
    """Whether code is that of a function, or of one within it, such as a generator expression."""
    own = getattr(inspect.unwrap(function), "__code__", None)
    if own is None or code is own:
        return own is not None
    return code.co_filename == own.co_filename and code.co_qualname.startswith(f"{own.co_qualname}.<locals>.")


def _lines(trace: TracebackType | None) -> Iterator[tuple[str, int | None]]:
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if not file.startswith("<"):  # frozen modules and generated methods have no file to look into
            yield file, trace.tb_lineno
        trace = trace.tb_next


def _named(file: str, line: int | None, home: str | None) -> str:
    """A file by its path from the folder its package lies in, as authors know it."""
    inside = home is not None and home.endswith(os.sep) and file.startswith(home)
    root = os.path.dirname(home.rstrip(os.sep)) if home is not None and inside else os.path.dirname(file)
    return f"{os.path.relpath(file, root) if root else file}" + (f", line {line}" if line else "")
