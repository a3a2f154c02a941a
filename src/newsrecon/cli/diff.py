"""`newsrecon diff`: what changed between two reconciliations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from attrs import evolve

from newsrecon.cli import steps
from newsrecon.cli.files import write
from newsrecon.cli.messages import tell, width
from newsrecon.cli.options import EPILOG, FILE, Run, compares_claims

if TYPE_CHECKING:
    from newsrecon.changes import Changes

__all__ = ["diff"]


@click.command(epilog=EPILOG)
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@compares_claims("text", "json", paths=False)
def diff(run: Run, old: str, new: str) -> None:
    """Show what NEW has that OLD had not: articles, claims, verdicts that turned, clusters that came and went.

    OLD and NEW are documents that reconcile wrote with --format json, or articles as every other command reads them.

    \b
    Examples:
      newsrecon diff monday.json tuesday.json
      newsrecon diff monday.json articles/ --format json
    """
    from newsrecon.changes import compare

    before, after = (steps.reconciliation(run, steps.given(evolve(run, paths=(path,)))) for path in (old, new))
    write([_shown(compare(before, after), run)], run.output)
    tell((*before.diagnostics, *after.diagnostics), run.quiet, run.verbose)


def _shown(changes: Changes, run: Run) -> str:
    if run.form == "json":
        from newsrecon.exports.documents import dumps

        return dumps(changes, indent=2)
    from newsrecon.report.changes import render_changes

    return render_changes(changes, width=min(width(), 100))
