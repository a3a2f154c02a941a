"""The steps from what was given on the command line to the values it stands for.

What takes long to import is imported by the step that needs it.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, redirect_stdout
from typing import TYPE_CHECKING

import click
from attrs import evolve

from newsrecon.cli.messages import progress
from newsrecon.cli.options import Run

if TYPE_CHECKING:
    from newsrecon.model import Extraction
    from newsrecon.plugins import Plugins
    from newsrecon.reading import Reading
    from newsrecon.reconciliation import Reconciliation

__all__ = ["chosen_plugins", "extraction", "plugins_at_work", "reading", "reconciliation"]


def reading(run: Run) -> Reading:
    """The articles a run is about."""
    from newsrecon.reading import read

    return read(run.paths, strict=run.strict)


def plugins_at_work(run: Run) -> Plugins:
    """The plugins that are installed and in the run's folders, without those that it leaves out."""
    return chosen_plugins(run.disable, run.folders, run.isolate, strict=run.strict)


def chosen_plugins(
    disable: tuple[str, ...], folders: tuple[str, ...], isolate: float | None, *, strict: bool = False
) -> Plugins:
    """The plugins that options ask for; an error where a name to be left out is none."""
    from newsrecon.plugins import load_plugins

    with _results_kept_clean():
        loaded = load_plugins(disable=disable, folders=folders, isolate=isolate, strict=strict)
    known = {info.name for info in loaded.infos}
    for name in disable:
        if name not in known:
            raise click.BadParameter(
                f"no plugin is named {name!r}; there are {', '.join(sorted(known))}", param_hint="--disable"
            )
    return loaded


def extraction(run: Run, given: Reading, plugins: Plugins) -> Extraction:
    """The claims of the articles that were read, and what was to be said of the reading."""
    from newsrecon.extraction import extract

    with progress(len(given.articles), run.quiet) as advance, _results_kept_clean():
        found = extract(given.articles, plugins=plugins, strict=run.strict, progress=advance)
    return evolve(found, diagnostics=found.diagnostics + given.diagnostics)


def reconciliation(run: Run, given: Reading) -> Reconciliation:
    """What the articles that were read come to."""
    from newsrecon.name_files import read_names
    from newsrecon.reconciliation import reconcile

    plugins, names = plugins_at_work(run), read_names(run.names) if run.names else ()
    found = extraction(run, given, plugins)
    with _results_kept_clean():
        return reconcile(found, names=names, plugins=plugins, strict=run.strict)


def _results_kept_clean() -> AbstractContextManager[object]:
    """While plugins are at work, what one of them prints goes to standard error: standard output is for results."""
    return redirect_stdout(sys.stderr)
