"""`newsrecon plugin new`: a plugin to begin with."""

from __future__ import annotations

import os
from pathlib import Path

import click

from newsrecon.cli.files import write
from newsrecon.cli.messages import one_sentence
from newsrecon.cli.options import EPILOG

__all__ = ["plugin"]


@click.group(epilog=EPILOG)
def plugin() -> None:
    """Make plugins of your own.

    \b
    Examples:
      newsrecon plugin new earthquakes
    """


@plugin.command(epilog=EPILOG)
@click.argument("name", metavar="NAME")
@click.option(
    "--in",
    "folder",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, writable=True),
    default=".",
    help="Where to make the folder, instead of here.",
)
def new(name: str, folder: str) -> None:
    """Write a plugin to begin with, as a distribution that can be installed: an extractor, a matcher, tests of both.

    It is called newsrecon-NAME and lies in a folder of that name. NAME is lower-case letters and digits, words joined by hyphens.

    \b
    Examples:
      newsrecon plugin new earthquakes
      newsrecon plugin new bird-strikes --in ~/plugins
    """
    with one_sentence(False):
        from newsrecon.scaffold import check_plugin_name, write_distribution

        try:
            check_plugin_name(name)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="NAME") from None
        try:
            place = write_distribution(name, folder)
        except FileExistsError:
            taken = Path(folder) / f"newsrecon-{name}"
            raise click.BadParameter(f"there is {str(taken)!r} already", param_hint="NAME") from None
        files = sorted(path for path in place.rglob("*") if path.is_file())
        write((str(path) for path in files), None)
        click.echo(
            f"install it and run its tests: pip install -e {os.fspath(place)!r}[test] && pytest {place}", err=True
        )
