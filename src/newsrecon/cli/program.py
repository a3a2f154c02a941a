"""The program `newsrecon`, which every command is a part of."""

from __future__ import annotations

import signal
import sys

import click

from newsrecon.cli.diff import diff
from newsrecon.cli.explain import explain
from newsrecon.cli.export import export
from newsrecon.cli.extract import extract
from newsrecon.cli.messages import UNUSABLE, AskedToEnd, say
from newsrecon.cli.options import EPILOG
from newsrecon.cli.plugin import plugin
from newsrecon.cli.plugins import plugins
from newsrecon.cli.read import read
from newsrecon.cli.reconcile import reconcile
from newsrecon.cli.report import report
from newsrecon.cli.schema import schema
from newsrecon.cli.stories import stories
from newsrecon.garbage import look_seldom

__all__ = ["command", "main"]


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
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
      newsrecon plugin new earthquakes

    PATH is a .txt, .html, .json, .jsonl or feed (.xml, .rss, .atom) file, a folder of them, or - for JSON Lines on standard
    input: one article a line,
    an object with "text" and where known "id", "title", "published", "url", "source", "story". An articles.toml beside the
    files tells the same of text files and web pages. Nothing is fetched.
    """


for _one in (extract, reconcile, report, explain, diff, export, stories, read, plugins, plugin, schema):
    command.add_command(_one)


def main() -> None:
    """Run the command line and exit; a polite request to end is heard as Ctrl-C is, so that nothing is left half done."""

    def end(number: int, frame: object) -> None:
        raise AskedToEnd(number)

    signal.signal(signal.SIGTERM, end)
    look_seldom()
    try:
        command(prog_name="newsrecon")
    except OSError as error:  # help that cannot be written, to a full disk perhaps
        say(f"standard output: {error.strerror or error}")
        sys.exit(UNUSABLE)
