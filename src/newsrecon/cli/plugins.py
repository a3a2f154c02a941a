"""`newsrecon plugins`: who reads articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newsrecon.cli.files import write
from newsrecon.cli.messages import one_sentence
from newsrecon.cli.options import EPILOG

if TYPE_CHECKING:
    from newsrecon.plugins import Plugins

__all__ = ["plugins"]


@click.command(epilog=EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Show them as JSON.")
def plugins(as_json: bool) -> None:
    """List the plugins that are installed, what each does, and why one is off."""
    with one_sentence(False):
        from newsrecon.plugins import load_plugins

        loaded = load_plugins()
        write(_json(loaded) if as_json else _text(loaded), None)


def _text(loaded: Plugins) -> Iterator[str]:
    for info in loaded.infos:
        made_by = f"{info.distribution} {info.version}" if info.distribution else "given"
        state = ", ".join(info.hooks) if info.enabled else f"off: {info.reason}"
        yield f"{info.name:<14} {made_by:<28} {state}"


def _json(loaded: Plugins) -> Iterator[str]:
    import json

    from attrs import asdict

    yield json.dumps([asdict(info) for info in loaded.infos], indent=2)
