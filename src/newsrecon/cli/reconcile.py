"""`newsrecon reconcile`: what articles come to."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click
from attrs import evolve

from newsrecon.cli import steps
from newsrecon.cli.files import write
from newsrecon.cli.messages import tell, width
from newsrecon.cli.options import EPILOG, Run, compares_claims

if TYPE_CHECKING:
    from newsrecon.reconciliation import Reconciliation

__all__ = ["reconcile"]


@click.command(epilog=EPILOG)
@compares_claims("text", "json")
@click.option("--group", is_flag=True, help="Sort the articles into stories first, whatever story keys they carry.")
def reconcile(run: Run, group: bool) -> None:
    """Show what articles agree on, where one is sharper than another, and where they contradict each other.

    \b
    Examples:
      newsrecon reconcile seeds/
      newsrecon reconcile monday.txt tuesday.html
      newsrecon reconcile stream.jsonl --group
      newsrecon reconcile seeds/ --names people.csv
      cat articles.jsonl | newsrecon reconcile - --format json --output story.json
    """
    given = steps.given(run)
    found = steps.reconciliation(run, _in_stories(given) if group else given)
    write((_shown(found, run),), run.output)
    tell(found.diagnostics, run.quiet, run.verbose)


def _in_stories(given: steps.Given) -> steps.Given:
    if given.saved is not None:
        raise click.UsageError(
            "--group sorts articles by their texts, and a saved document has none; give the articles"
        )
    from newsrecon.reconciliation import in_stories

    return evolve(given, reading=evolve(given.reading, articles=tuple(in_stories(given.articles))))


def _shown(found: Reconciliation, run: Run) -> str:
    if run.form == "json":
        from newsrecon.exports.documents import dumps

        return dumps(found, indent=2)
    from newsrecon.report.text import render

    color = run.output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return render(found, width=min(width(), 100), color=color)
