"""`newsrecon schema`: the published JSON Schemas."""

from __future__ import annotations

import click

from newsrecon.cli.files import write
from newsrecon.cli.messages import one_sentence
from newsrecon.cli.options import EPILOG

__all__ = ["schema"]


@click.command(epilog=EPILOG)
@click.argument("name", metavar="NAME")
def schema(name: str) -> None:
    """Print the JSON Schema of a format: article, claim, extraction, reconciliation, stories or changes.

    \b
    Examples:
      newsrecon schema claim
      newsrecon schema reconciliation > reconciliation.json
    """
    with one_sentence(False):
        import json

        from newsrecon.errors import did_you_mean
        from newsrecon.schema import SCHEMAS, json_schema

        if name not in SCHEMAS:
            hint = did_you_mean(name, SCHEMAS) or f"; there are {', '.join(SCHEMAS)}"
            raise click.BadParameter(f"there is no schema {name!r}{hint}", param_hint="NAME")
        write([json.dumps(json_schema(name), indent=2)], None)
