"""The commands: their arguments, their help, and what each does.

What takes long to import is imported by the command that needs it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from attrs import evolve

from newsrecon.cli.files import check_output, write
from newsrecon.cli.messages import one_sentence, progress, tell

if TYPE_CHECKING:
    from newsrecon.model import Article, Extraction
    from newsrecon.plugins import Plugins
    from newsrecon.reading import Reading
    from newsrecon.reconciliation import Cluster, Reconciliation, Story

__all__ = ["command", "main"]

_EPILOG = """
\b
Exit status:
  0  the work was done; what was passed over is told on standard error
  1  the program failed, or with --strict a plugin did
  2  arguments or input cannot be used
"""

F = TypeVar("F", bound=Callable[..., Any])


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(None, "--version", package_name="newsrecon", message="newsrecon %(version)s")
def command() -> None:
    """Read what several news articles about one event say, and show what they agree on and where they differ.

    \b
    Examples:
      newsrecon reconcile seeds/
      newsrecon reconcile a.txt b.html --format json --output story.json
      newsrecon extract seeds/ --format jsonl | head
      newsrecon report seeds/ --output report.html
      newsrecon explain "accepted the credentials" seeds/
      newsrecon stories stream.jsonl
      newsrecon plugins

    PATH is a .txt, .html, .json or .jsonl file, a folder of them, or - for JSON Lines on standard input: one article a line,
    an object with "text" and where known "id", "title", "published", "url", "source", "story". An articles.toml beside the
    files tells the same of text files and web pages.
    """


def _reading_options(formats: tuple[str, ...]) -> Callable[[F], F]:
    """The arguments and options of every command that reads articles."""
    return _with(
        click.argument("paths", metavar="PATH...", nargs=-1, required=True),
        click.option(
            "--format",
            "form",
            type=click.Choice(formats),
            default=formats[0],
            show_default=True,
            help="Form of the output.",
        ),
        click.option(
            "-o", "--output", metavar="FILE", help="Write to a file, all at once, instead of standard output."
        ),
        click.option(
            "--strict", is_flag=True, help="Stop at the first plugin that fails and at any input that cannot be read."
        ),
        click.option("-q", "--quiet", is_flag=True, help="Show no progress and no warnings."),
    )


def _common(formats: tuple[str, ...]) -> Callable[[F], F]:
    """The arguments and options of every command that reads claims from articles."""
    return _with(
        _reading_options(formats),
        click.option(
            "--disable", metavar="NAME", multiple=True, help="Leave a plugin out; may be given several times."
        ),
    )


def _with(*options: Callable[[F], F]) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


@command.command(epilog=_EPILOG)
@_common(("text", "json", "jsonl"))
def extract(
    paths: tuple[str, ...], form: str, output: str | None, disable: tuple[str, ...], strict: bool, quiet: bool
) -> None:
    """Show the claims of articles, each with the words it rests on.

    \b
    Examples:
      newsrecon extract seeds/
      newsrecon extract articles.jsonl --format jsonl --output claims.jsonl
      cat articles.jsonl | newsrecon extract - --format jsonl --disable statements
    """
    check_output(output)
    with one_sentence(strict):
        extraction = _extraction_of(_reading(paths, strict), _plugins(disable, strict), strict, quiet)
        write(_claims_in(extraction, form), output)
        tell(extraction.diagnostics, quiet)


@command.command(epilog=_EPILOG)
@_common(("text", "json"))
@click.option("--group", is_flag=True, help="Sort the articles into stories first, whatever story keys they carry.")
def reconcile(
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    disable: tuple[str, ...],
    strict: bool,
    quiet: bool,
    group: bool,
) -> None:
    """Show what articles agree on, where one is sharper than another, and where they contradict each other.

    \b
    Examples:
      newsrecon reconcile seeds/
      newsrecon reconcile monday.txt tuesday.html
      newsrecon reconcile stream.jsonl --group
      cat articles.jsonl | newsrecon reconcile - --format json --output story.json
    """
    check_output(output)
    with one_sentence(strict):
        from newsrecon.reconciliation import in_stories

        reading = _reading(paths, strict)
        if group:
            reading = evolve(reading, articles=tuple(in_stories(reading.articles)))
        found = _reconciled(reading, disable, strict, quiet)
        write(_reconciliation_in(found, form, output), output)
        tell(found.diagnostics, quiet)


@command.command(epilog=_EPILOG)
@_common(("html",))
@click.option("--title", metavar="TEXT", help="Headline of the page; else the one that shares most with the others.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def report(
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    disable: tuple[str, ...],
    strict: bool,
    quiet: bool,
    title: str | None,
    force: bool,
) -> None:
    """Write a page that shows a reconciliation to readers: one file that needs no script and no network.

    \b
    Examples:
      newsrecon report seeds/ --output report.html
      newsrecon report articles.jsonl --output report.html --title "The ferry" --force
    """
    check_output(output)
    if output is not None and Path(output).is_file() and not force:
        raise click.BadParameter(f"{output!r} is there already; --force writes over it", param_hint="--output")
    if output is None and sys.stdout.isatty():
        raise click.UsageError("a page is not for a terminal; name a file with --output FILE")
    with one_sentence(strict):
        from newsrecon.report.html import render_html

        reading = _reading(paths, strict)
        found = _reconciled(reading, disable, strict, quiet)
        write((render_html(found, reading.articles, title=title),), output)
        tell(found.diagnostics, quiet)


@command.command(epilog=_EPILOG)
@click.argument("cluster", metavar="CLUSTER")
@_common(("text",))
def explain(
    cluster: str,
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    disable: tuple[str, ...],
    strict: bool,
    quiet: bool,
) -> None:
    """Tell how a cluster came about. CLUSTER is the beginning of its id, or some words of what it is about.

    \b
    Examples:
      newsrecon explain "accepted the credentials" seeds/
      newsrecon explain 6f2a articles.jsonl
    """
    check_output(output)
    with one_sentence(strict):
        found = _reconciled(_reading(paths, strict), disable, strict, quiet)
        write(("\n\n".join(found.explain(one) for one in _meant(cluster, found)),), output)
        tell(found.diagnostics, quiet)


def _meant(given: str, found: Reconciliation) -> list[Cluster]:
    """The clusters that an id's beginning or some words mean; an error where there are none."""
    words = given.casefold()
    meant = [one for one in found if one.id.startswith(given)] or [
        one
        for one in found
        if words in one.subject.casefold() or any(words in variant.text.casefold() for variant in one.variants)
    ]
    if not given.strip() or not meant:
        raise click.BadParameter(
            f"no cluster has an id that begins with {given!r}, or these words", param_hint="CLUSTER"
        )
    return meant


@command.command(epilog=_EPILOG)
@_reading_options(("text", "json"))
def stories(paths: tuple[str, ...], form: str, output: str | None, strict: bool, quiet: bool) -> None:
    """Sort articles into stories: which of them tell of one event. Story keys they carry are not looked at.

    \b
    Examples:
      newsrecon stories stream.jsonl
      cat stream.jsonl | newsrecon stories - --format json --output stories.json
    """
    check_output(output)
    with one_sentence(strict):
        from newsrecon.reconciliation import stories as sorted_into

        reading = _reading(paths, strict)
        write(_stories_in(sorted_into(reading.articles), reading.articles, form), output)
        tell(reading.diagnostics, quiet)


@command.command(epilog=_EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Show them as JSON.")
def plugins(as_json: bool) -> None:
    """List the plugins that are installed, what each does, and why one is off."""
    with one_sentence(False):
        from newsrecon.plugins import load_plugins

        loaded = load_plugins()
        write(_plugins_in_json(loaded) if as_json else _plugins_in_text(loaded), None)


def main() -> None:
    """Run the command line and exit."""
    command(prog_name="newsrecon")


# ---------------------------------------------------------------- from arguments to values


def _plugins(disable: Iterable[str], strict: bool) -> Plugins:
    from newsrecon.plugins import load_plugins

    loaded = load_plugins(disable=disable, strict=strict)
    known = {info.name for info in loaded.infos}
    for name in disable:
        if name not in known:
            raise click.BadParameter(
                f"no plugin is named {name!r}; there are {', '.join(sorted(known))}", param_hint="--disable"
            )
    return loaded


def _reading(paths: Iterable[str], strict: bool) -> Reading:
    from newsrecon.reading import read

    return read(paths, strict=strict)


def _reconciled(reading: Reading, disable: Iterable[str], strict: bool, quiet: bool) -> Reconciliation:
    from newsrecon.reconciliation import reconcile as reconciled

    plugins = _plugins(disable, strict)
    return reconciled(_extraction_of(reading, plugins, strict, quiet), plugins=plugins, strict=strict)


def _extraction_of(reading: Reading, plugins: Plugins, strict: bool, quiet: bool) -> Extraction:
    from newsrecon.extraction import extract as extracted

    with progress(len(reading.articles), quiet) as advance:
        extraction = extracted(reading.articles, plugins=plugins, strict=strict, progress=advance)
    return evolve(extraction, diagnostics=extraction.diagnostics + reading.diagnostics)


# ---------------------------------------------------------------- from values to text


def _claims_in(extraction: Extraction, form: str) -> Iterable[str]:
    if form == "text":
        from newsrecon.report.text import render_claims

        return (render_claims(extraction),)
    from newsrecon.export import claims_to_jsonl, dumps

    return claims_to_jsonl(extraction) if form == "jsonl" else (dumps(extraction, indent=2),)


def _reconciliation_in(found: Any, form: str, output: str | None) -> Iterable[str]:
    if form == "json":
        from newsrecon.export import dumps

        return (dumps(found, indent=2),)
    from newsrecon.report.text import render

    color = output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return (render(found, width=min(_width(), 100), color=color),)


def _stories_in(found: Iterable[Story], articles: Iterable[Article], form: str) -> Iterator[str]:
    if form == "json":
        from newsrecon.export import SCHEMA, dumps, encode

        yield dumps({"schema": SCHEMA, "stories": [encode(story) for story in found]}, indent=2)
        return
    from newsrecon.report.stream import render_stories

    yield render_stories(found, articles, width=min(_width(), 100))


def _width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


def _plugins_in_text(loaded: Plugins) -> Iterator[str]:
    for info in loaded.infos:
        made_by = f"{info.distribution} {info.version}" if info.distribution else "given"
        state = ", ".join(info.hooks) if info.enabled else f"off: {info.reason}"
        yield f"{info.name:<14} {made_by:<28} {state}"


def _plugins_in_json(loaded: Plugins) -> Iterator[str]:
    import json

    from attrs import asdict

    yield json.dumps([asdict(info) for info in loaded.infos], indent=2)
