"""The arguments and options that commands share, and the Run that carries what was given for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click
from attrs import fields, frozen

from newsrecon.cli.files import check_output
from newsrecon.cli.messages import one_sentence

__all__ = ["EPILOG", "Run", "chooses_plugins", "compares_claims", "reads_articles", "reads_claims"]

EPILOG = """
\b
Exit status:
  0  the work was done; what was passed over is told on standard error
  1  the program failed, or with --strict a plugin did
  2  arguments or input cannot be used
"""

FILE = click.Path(readable=False, allow_dash=True)
"""The name of a file or folder, looked at by the command itself; a shell completes it."""

SEVERAL_FILES = ("csv", "brat", "timeml")
"""The forms whose output is a folder."""

F = TypeVar("F", bound=Callable[..., Any])


@frozen
class Run:
    """What a command that reads articles was asked for."""

    form: str
    output: str | None
    force: bool
    strict: bool
    quiet: bool
    verbose: bool
    paths: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    isolate: float | None = None
    names: str | None = None
    owners: str | None = None
    method: str | None = None
    accuracy: str | None = None
    jobs: int = 1


def reads_articles(*formats: str, paths: bool = True) -> Callable[[F], F]:
    """Give a command the arguments and options of all that read articles; it is called with a Run of them.

    With `paths=False` the command says itself where they are. Where the output cannot be written the command is not called
    at all, and whatever goes wrong in it ends in one sentence.
    """
    return _with(
        *([click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=FILE)] if paths else []),
        click.option(
            "--format",
            "form",
            type=click.Choice(formats),
            default=formats[0],
            show_default=True,
            help="Form of the output.",
        ),
        click.option(
            "-o",
            "--output",
            metavar="FILE",
            type=FILE,
            help="Write to a file, whole or not at all, instead of standard output.",
        ),
        click.option("--force", is_flag=True, help="Write over a file that is there."),
        click.option(
            "--strict", is_flag=True, help="Stop at the first plugin that fails and at any input that cannot be read."
        ),
        click.option("-q", "--quiet", is_flag=True, help="Show no progress and no warnings."),
        click.option("-v", "--verbose", is_flag=True, help="Tell what is done, article by article."),
        _as_a_run,
    )


def reads_claims(*formats: str, paths: bool = True) -> Callable[[F], F]:
    """Give a command what `reads_articles` gives, and the options of all that read claims from articles."""
    return _with(
        chooses_plugins,
        click.option(
            "-j",
            "--jobs",
            metavar="N",
            type=click.IntRange(1),
            default=1,
            show_default=True,
            help="Read articles in N processes; what comes out is the same.",
        ),
        reads_articles(*formats, paths=paths),
    )


def chooses_plugins(function: F) -> F:
    """Give a command the options that say which plugins are at work, and how."""
    return _with(
        click.option(
            "--disable",
            metavar="NAME",
            multiple=True,
            shell_complete=_plugin_names,
            help="Leave a plugin out; may be given several times.",
        ),
        click.option(
            "--enable",
            metavar="NAME",
            multiple=True,
            shell_complete=_plugin_names,
            help="Switch an optional plugin on; may be given several times.",
        ),
        click.option(
            "--plugins-dir",
            "folders",
            metavar="DIR",
            multiple=True,
            type=click.Path(exists=True, file_okay=False),
            help="Take each Python file in a folder as a plugin; may be given several times.",
        ),
        click.option(
            "--isolate",
            metavar="SECONDS",
            type=click.FloatRange(min=0, min_open=True),
            help="Run plugins in a process of its own and stop one that takes longer than this for an article.",
        ),
    )(function)


def compares_claims(*formats: str, paths: bool = True) -> Callable[[F], F]:
    """Give a command what `reads_claims` gives, and the options of all that compare claims."""
    return _with(
        click.option(
            "--names",
            metavar="FILE",
            type=FILE,
            help="Names you know, a .csv or .jsonl with name, id, aliases, type; see the docs.",
        ),
        click.option(
            "--owners",
            metavar="FILE",
            type=FILE,
            help="Who owns which outlet, a .csv with outlet, owner or a .toml; outlets of one owner are one voice.",
        ),
        click.option(
            "--method",
            metavar="NAME",
            help="Pick the best of disputed values by a method of truth discovery (accu, truthfinder, …), not by counting.",
        ),
        click.option(
            "--accuracy",
            metavar="FILE",
            type=FILE,
            help="With --method, how often each voice was right before, as SourceAccuracy.to_json wrote it.",
        ),
        reads_claims(*formats, paths=paths),
    )


def _with(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Apply decorators so that options are told in the order they stand in."""

    def decorate(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


def _as_a_run(function: F) -> F:
    @wraps(function)
    def call(**given: Any) -> None:
        run = Run(**{part.name: given.pop(part.name) for part in fields(Run) if part.name in given})
        check_output(run.output, run.force, folder=run.form in SEVERAL_FILES and not given.get("part"))
        with one_sentence(run.strict):
            function(run, **given)

    return call  # type: ignore[return-value]


def _plugin_names(context: click.Context, option: click.Parameter, begun: str) -> list[str]:
    """The plugins whose names a shell may complete."""
    from newsrecon.plugins import load_plugins

    return [info.name for info in load_plugins().infos if info.name.startswith(begun)]
