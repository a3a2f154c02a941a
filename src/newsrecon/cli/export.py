"""`newsrecon export`: a reconciliation in the formats of other tools."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from newsrecon.cli import steps
from newsrecon.cli.files import replace_file, write_bytes
from newsrecon.cli.messages import tell
from newsrecon.cli.options import EPILOG, SEVERAL_FILES, Run, compares_claims

__all__ = ["export"]

FORMATS = ("json", "jsonl", "csv", "sqlite", "web-annotation", "schema-org", "brat", "timeml", "dot", "mermaid")
UNITS = ("code points", "utf-16", "bytes")
"""Both are told here too, so that help need not import what writes them; a test holds them to what there is."""


@click.command(epilog=EPILOG)
@compares_claims(*FORMATS)
@click.option(
    "--offsets", type=click.Choice(UNITS), default=UNITS[0], show_default=True, help="What json and jsonl count in."
)
@click.option("--file", "part", metavar="NAME", help="Of a format of several files, write this one alone: claims.csv.")
def export(run: Run, offsets: str, part: str | None) -> None:
    """Write a reconciliation for other tools: databases, spreadsheets, annotation and graph tools, the web of data.

    csv, brat and timeml are several files: --output names a folder for them. PATH may also be a document that reconcile
    wrote with --format json; brat and timeml take the articles themselves.

    \b
    Examples:
      newsrecon export seeds/ --format sqlite --output story.sqlite
      newsrecon export story.json --format csv --output tables/
      newsrecon export story.json --format csv --file claims.csv | head
      newsrecon export seeds/ --format brat --output corrected/
      newsrecon export seeds/ --format dot | dot -Tsvg > voices.svg
    """
    from newsrecon.exports.formats import export as exported

    given = steps.given(run)
    found = steps.reconciliation(run, given)
    try:
        files = exported(found, run.form, articles=given.articles, offsets=offsets)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    _write(files, part, run)
    tell(found.diagnostics, run.quiet, run.verbose)


def _write(files: dict[str, bytes], part: str | None, run: Run) -> None:
    if part is not None:
        if part not in files:
            raise click.BadParameter(f"there is no file {part!r}, there are {', '.join(files)}", param_hint="--file")
        files = {part: files[part]}
    if len(files) == 1 and (part is not None or run.form not in SEVERAL_FILES):
        (content,) = files.values()
        if run.output in (None, "-") and run.form == "sqlite" and sys.stdout.isatty():
            raise click.UsageError("a database is not for a terminal; name a file with --output FILE")
        write_bytes([content], run.output)
    elif run.output in (None, "-"):
        raise click.UsageError(f"{run.form} is several files; name a folder with --output, or one of them with --file")
    else:
        _write_folder(files, Path(str(run.output)))


def _write_folder(files: dict[str, bytes], folder: Path) -> None:
    """Write files into a folder that is there whole or not at all; into one that is there already, file by file."""
    if folder.exists():
        for name, content in files.items():
            replace_file(folder / name, lambda path, content=content: path.write_bytes(content))  # type: ignore[misc]
        return
    with tempfile.TemporaryDirectory(prefix=f".{folder.name[:50]}.", dir=folder.resolve().parent) as made:
        inside = Path(made) / "files"
        inside.mkdir()
        for name, content in files.items():
            (inside / name).write_bytes(content)
        os.rename(inside, folder.resolve())
