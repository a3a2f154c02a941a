"""`newsrecon stories`: which articles tell of one event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from newsrecon.cli import steps
from newsrecon.cli.files import write
from newsrecon.cli.messages import tell, width
from newsrecon.cli.options import EPILOG, Run, reads_articles

if TYPE_CHECKING:
    from newsrecon.model import Article
    from newsrecon.reconciliation import Story

__all__ = ["stories"]


@click.command(epilog=EPILOG)
@reads_articles("text", "json")
def stories(run: Run) -> None:
    """Sort articles into stories: which of them tell of one event. Story keys they carry are not looked at.

    \b
    Examples:
      newsrecon stories stream.jsonl
      cat stream.jsonl | newsrecon stories - --format json --output stories.json
    """
    from newsrecon.reconciliation import stories as sorted_into

    reading = steps.reading(run)
    write((_shown(sorted_into(reading.articles), reading.articles, run.form),), run.output)
    tell(reading.diagnostics, run.quiet, run.verbose)


def _shown(found: Iterable[Story], articles: Iterable[Article], form: str) -> str:
    if form == "json":
        from newsrecon.exports.documents import dumps, encode
        from newsrecon.exports.states import SCHEMA

        return dumps({"schema": SCHEMA, "stories": [encode(story) for story in found]}, indent=2)
    from newsrecon.report.stream import render_stories

    return render_stories(found, articles, width=min(width(), 100))
