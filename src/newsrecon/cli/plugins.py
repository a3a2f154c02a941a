"""`newsrecon plugins`: who reads articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from newsrecon.cli import steps
from newsrecon.cli.files import write
from newsrecon.cli.messages import one_sentence, printable
from newsrecon.cli.options import EPILOG, chooses_plugins

if TYPE_CHECKING:
    from newsrecon.plugins import PluginInfo

__all__ = ["plugins"]


@click.command(epilog=EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Show them as JSON.")
@chooses_plugins
def plugins(
    as_json: bool, disable: tuple[str, ...], enable: tuple[str, ...], folders: tuple[str, ...], isolate: float | None
) -> None:
    """List the plugins that are installed, what each does, and why one is off.

    \b
    Examples:
      newsrecon plugins
      newsrecon plugins --plugins-dir my-plugins/
      newsrecon plugins --isolate 10
      NEWSRECON_LOAD_PLUGINS= newsrecon plugins

    The last one imports none of the installed plugins, whatever they would do.
    """
    with one_sentence(False):
        chosen = steps.chosen_plugins(disable, enable, folders, isolate)
        with steps.results_kept_clean():
            infos = chosen.described()
        write(_json(infos) if as_json else _text(infos), None)


def _text(infos: Iterable[PluginInfo]) -> Iterator[str]:
    rows = [_row(info) for info in infos]
    widths = [max(map(len, column), default=0) for column in zip(*rows, strict=True)][:-1]
    for *cells, last in rows:
        line = "  ".join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)), last])
        yield printable(line.rstrip())


def _row(info: PluginInfo) -> tuple[str, ...]:
    """Name, where from, and what it does: *dates  newsrecon 0.1.0  date: extract_claims, register_matchers*."""
    made_by = " ".join(filter(None, (info.distribution or info.file or "given", info.version)))
    if not info.enabled:
        return info.name, made_by, f"off: {info.reason}"
    kinds = f"{', '.join(info.kinds)}: " if info.kinds else ""
    return info.name, made_by, kinds + ", ".join(info.hooks)


def _json(infos: Iterable[PluginInfo]) -> Iterator[str]:
    import json

    from attrs import asdict

    yield json.dumps([asdict(info) for info in infos], indent=2)
