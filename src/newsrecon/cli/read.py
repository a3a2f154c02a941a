"""`newsrecon read`: articles as they were read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newsrecon.cli import steps
from newsrecon.cli.files import write
from newsrecon.cli.messages import tell
from newsrecon.cli.options import EPILOG, Run, reads_articles

if TYPE_CHECKING:
    from newsrecon.reading import Reading

__all__ = ["read"]


@click.command(epilog=EPILOG)
@reads_articles("jsonl")
def read(run: Run) -> None:
    """Write the articles themselves, one a line: text and metadata, and how each was read.

    What comes out is read again by every command, so web pages and feeds need to be read once only.

    \b
    Examples:
      newsrecon read pages/ --output articles.jsonl
      newsrecon read feed.xml | newsrecon reconcile -
    """
    found = steps.reading(run)
    write(_lines(found), run.output)
    tell(found.diagnostics, run.quiet, run.verbose)


def _lines(found: Reading) -> Iterator[str]:
    from newsrecon.exports.documents import dumps, encode

    for article, how in zip(found.articles, found.provenance, strict=True):
        yield dumps({**encode(article), "reading": encode(how)})
