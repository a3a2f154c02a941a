"""`newsrecon report`: a page for readers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsrecon.cli import steps
from newsrecon.cli.files import write
from newsrecon.cli.messages import tell
from newsrecon.cli.options import EPILOG, Run, compares_claims

__all__ = ["report"]


@click.command(epilog=EPILOG)
@compares_claims("html")
@click.option("--title", metavar="TEXT", help="Headline of the page; else the one that shares most with the others.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def report(run: Run, title: str | None, force: bool) -> None:
    """Write a page that shows a reconciliation to readers: one file that needs no script and no network.

    \b
    Examples:
      newsrecon report seeds/ --output report.html
      newsrecon report articles.jsonl --output report.html --title "The ferry" --force
    """
    if run.output is not None and Path(run.output).is_file() and not force:
        raise click.BadParameter(f"{run.output!r} is there already; --force writes over it", param_hint="--output")
    if run.output is None and sys.stdout.isatty():
        raise click.UsageError("a page is not for a terminal; name a file with --output FILE")
    from newsrecon.report.html import render_html

    reading = steps.reading(run)
    found = steps.reconciliation(run, reading)
    write((render_html(found, reading.articles, title=title),), run.output)
    tell(found.diagnostics, run.quiet)
