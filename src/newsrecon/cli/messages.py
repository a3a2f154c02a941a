"""What a run says on standard error: progress, warnings, and one sentence for each thing that went wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from newsrecon.model import Article, Diagnostic

__all__ = ["AskedToEnd", "one_sentence", "printable", "progress", "say", "tell", "width"]

FAILED = 1
UNUSABLE = 2
INTERRUPTED = 130
"""What a shell gives for a program that Ctrl-C ended."""


class AskedToEnd(KeyboardInterrupt):
    """Raised where the system asks the program to end; no plugin's exit is taken for it, nor it for a plugin's."""

    def __init__(self, number: int) -> None:
        self.number = number


@contextmanager
def progress(total: int, quiet: bool) -> Iterator[Callable[[Article], None] | None]:
    """A bar on standard error where someone is watching: articles read, how many a second, the time left, the last one's id."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("reading articles"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[last]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="", last="")

        def advance(article: Article) -> None:
            speed = bar.tasks[task].speed
            rate = f"{speed:.1f} a second" if speed else ""
            bar.update(task, advance=1, rate=rate, last=escape(printable(article.id[:40])))

        yield advance


def tell(diagnostics: Iterable[Diagnostic], quiet: bool, verbose: bool) -> None:
    """One line for each thing that someone may want to act on, however many articles it befell; all for who wants to know."""
    alike: dict[object, list[Diagnostic]] = {}
    for item in diagnostics:
        if item.level == "error" or (item.level == "warning" and not quiet) or verbose:
            same = (item.level, item.message, item.plugin, item.version, item.article if verbose else None)
            alike.setdefault(same, []).append(item)
    for items in alike.values():
        say(f"{items[0].message}{_by(items)}", items[0].level)


def _by(items: Sequence[Diagnostic]) -> str:
    """Which plugin said it, of which version, about which article, and about how many more."""
    first, *others = items
    if first.plugin is None:
        return ""
    version = f" {first.version}" if first.version else ""
    about = f", article {first.article}" if first.article else ""
    return f" (plugin {first.plugin}{version}{about}{f' and {len(others)} more' if others else ''})"


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
    except AskedToEnd as asked:
        sys.exit(128 + asked.number)
    except KeyboardInterrupt:
        say("interrupted; nothing was written")
        sys.exit(INTERRUPTED)
    except ExceptionGroup as group:
        unusable, rest = group.split(NewsreconError)
        if rest is not None or unusable is None:
            _failed(group, strict)
        for error in unusable.exceptions:
            say(error)
        sys.exit(UNUSABLE)
    except PluginError as error:
        say(error)
        sys.exit(FAILED)
    except NewsreconError as error:
        say(error)
        sys.exit(UNUSABLE)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        say(f"{place}{error.strerror or error}")
        sys.exit(UNUSABLE)
    except Exception as error:
        _failed(error, strict)


def say(problem: object, level: str = "error") -> None:
    """One line on standard error, with escapes for what a terminal would act on or not show."""
    click.echo(printable(" ".join(f"{level}: {problem}".split())), err=True)


def printable(text: str) -> str:
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)


def _failed(error: Exception, strict: bool) -> NoReturn:
    """The program's own failure, or a plugin's in strict mode, where its author wants to see all of it."""
    if strict:
        import traceback

        click.echo("".join(traceback.format_exception(error)), err=True, nl=False)
    else:
        say(f"the program failed: {type(error).__name__}: {error}; run again with --strict to see where")
    sys.exit(FAILED)
