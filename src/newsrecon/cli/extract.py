"""`newsrecon extract`: the claims of articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from newsrecon.cli import steps
from newsrecon.cli.files import write
from newsrecon.cli.messages import tell
from newsrecon.cli.options import EPILOG, Run, reads_claims

if TYPE_CHECKING:
    from newsrecon.model import Extraction

__all__ = ["extract"]


@click.command(epilog=EPILOG)
@reads_claims("text", "json", "jsonl")
def extract(run: Run) -> None:
    """Show the claims of articles, each with the words it rests on.

    \b
    Examples:
      newsrecon extract seeds/
      newsrecon extract articles.jsonl --format jsonl --output claims.jsonl
      cat articles.jsonl | newsrecon extract - --format jsonl --disable statements
    """
    found = steps.extraction(run, steps.reading(run), steps.plugins_at_work(run))
    write(_shown(found, run.form), run.output)
    tell(found.diagnostics, run.quiet, run.verbose)


def _shown(found: Extraction, form: str) -> Iterable[str]:
    if form == "text":
        from newsrecon.report.text import render_claims

        return (render_claims(found),)
    if form == "jsonl":
        from newsrecon.exports.lines import claims_to_jsonl

        return claims_to_jsonl(found)
    from newsrecon.exports.documents import dumps

    return (dumps(found, indent=2),)
