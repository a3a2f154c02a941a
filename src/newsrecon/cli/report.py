"""`newsrecon report`: a page for readers."""

from __future__ import annotations

import sys

import click

from newsrecon.cli import steps
from newsrecon.cli.files import write
from newsrecon.cli.messages import tell
from newsrecon.cli.options import EPILOG, Run, compares_claims

__all__ = ["report"]


@click.command(epilog=EPILOG)
@compares_claims("html")
@click.option("--title", metavar="TEXT", help="Headline of the page; else the one that shares most with the others.")
def report(run: Run, title: str | None) -> None:
    """Write a page that shows a reconciliation to readers: one file that needs no script and no network.

    \b
    Examples:
      newsrecon report seeds/ --output report.html
      newsrecon report articles.jsonl --output report.html --title "The ferry" --force
    """
    if run.output is None and sys.stdout.isatty():
        raise click.UsageError("a page is not for a terminal; name a file with --output FILE")
    from newsrecon.report.html import render_html

    given = steps.given(run)
    found = steps.reconciliation(run, given)
    write((render_html(found, given.articles, title=title),), run.output)
    tell(found.diagnostics, run.quiet, run.verbose)
