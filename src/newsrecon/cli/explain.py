"""`newsrecon explain`: how a cluster came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsrecon.cli import steps
from newsrecon.cli.files import write
from newsrecon.cli.messages import tell
from newsrecon.cli.options import EPILOG, Run, compares_claims

if TYPE_CHECKING:
    from newsrecon.reconciliation import Cluster, Reconciliation

__all__ = ["explain"]


@click.command(epilog=EPILOG)
@click.argument("cluster", metavar="CLUSTER")
@compares_claims("text")
def explain(run: Run, cluster: str) -> None:
    """Tell how a cluster came about. CLUSTER is the beginning of its id, or some words of what it is about.

    \b
    Examples:
      newsrecon explain "accepted the credentials" seeds/
      newsrecon explain 6f2a articles.jsonl
    """
    found = steps.reconciliation(run, steps.given(run))
    write(("\n\n".join(found.explain(one) for one in _meant(cluster, found)),), run.output)
    tell(found.diagnostics, run.quiet, run.verbose)


def _meant(given: str, found: Reconciliation) -> list[Cluster]:
    """The clusters that an id's beginning or some words mean; an error where there are none."""
    words = given.casefold()
    meant = [one for one in found if one.id.startswith(given)] or [
        one
        for one in found
        if words in one.subject.casefold() or any(words in variant.text.casefold() for variant in one.variants)
    ]
    if not given.strip() or not meant:
        raise click.BadParameter(
            f"no cluster has an id that begins with {given!r}, or these words", param_hint="CLUSTER"
        )
    return meant
