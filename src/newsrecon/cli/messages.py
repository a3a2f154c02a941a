"""What a run says on standard error: progress, warnings, and one sentence for each thing that went wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from newsrecon.model import Article, Diagnostic

__all__ = ["one_sentence", "progress", "tell", "width"]

FAILED = 1
UNUSABLE = 2


@contextmanager
def progress(total: int, quiet: bool) -> Iterator[Callable[[Article], None] | None]:
    """A bar on standard error where someone is watching; nothing elsewhere."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading articles", total=total)
        yield lambda article: bar.advance(task)


def tell(diagnostics: Iterable[Diagnostic], quiet: bool) -> None:
    """One line for each diagnostic that someone may want to act on."""
    shown = ("error",) if quiet else ("error", "warning")
    for item in diagnostics:
        if item.level in shown:
            _say(f"{item.message}{_by(item)}", item.level)


def _by(item: Diagnostic) -> str:
    """Which plugin said it, of which version, about which article."""
    if item.plugin is None:
        return ""
    version = f" {item.version}" if item.version else ""
    return f" (plugin {item.plugin}{version}" + (f", article {item.article})" if item.article else ")")


def width() -> int:
    """How many columns the terminal has; 100 where there is none."""
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


@contextmanager
def one_sentence(strict: bool) -> Iterator[None]:
    """Turn what goes wrong into one line on standard error for each cause, and an exit status."""
    from newsrecon.errors import NewsreconError, PluginError

    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except ExceptionGroup as group:
        unusable, rest = group.split(NewsreconError)
        if rest is not None or unusable is None:
            _failed(group, strict)
        for error in unusable.exceptions:
            _say(error)
        sys.exit(UNUSABLE)
    except PluginError as error:
        _say(error)
        sys.exit(FAILED)
    except NewsreconError as error:
        _say(error)
        sys.exit(UNUSABLE)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        _say(f"{place}{error.strerror or error}")
        sys.exit(UNUSABLE)
    except Exception as error:
        _failed(error, strict)


def _say(problem: object, level: str = "error") -> None:
    """One line on standard error, with escapes for what a terminal would act on or not show."""
    line = " ".join(f"{level}: {problem}".split())
    shown = "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in line)
    click.echo(shown, err=True)


def _failed(error: Exception, strict: bool) -> NoReturn:
    """The program's own failure, or a plugin's in strict mode, where its author wants to see all of it."""
    if strict:
        import traceback

        click.echo("".join(traceback.format_exception(error)), err=True, nl=False)
    else:
        _say(f"the program failed: {type(error).__name__}: {error}; run again with --strict to see where")
    sys.exit(FAILED)
