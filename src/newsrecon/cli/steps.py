"""The steps from what was given on the command line to the values it stands for.

What takes long to import is imported by the step that needs it.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve, frozen

from newsrecon.cli.messages import progress, say
from newsrecon.cli.options import Run

if TYPE_CHECKING:
    from newsrecon.cli.saved import Saved
    from newsrecon.model import Article, Extraction
    from newsrecon.plugins import Plugins
    from newsrecon.reading import Reading
    from newsrecon.reconciliation import Reconciliation
    from newsrecon.truth import SourceAccuracy

__all__ = [
    "Given",
    "chosen_plugins",
    "extraction",
    "given",
    "plugins_at_work",
    "reading",
    "reconciliation",
    "results_kept_clean",
]


@frozen
class Given:
    """What the paths of a run hold: articles, and the claims of those that earlier runs have read."""

    reading: Reading
    saved: Saved | None = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles whose texts are here."""
        return self.reading.articles


def reading(run: Run) -> Reading:
    """The articles a run is about."""
    from newsrecon.reading import read

    found = read(run.paths, strict=run.strict)
    if run.verbose:
        say(f"{len(found.articles)} articles from {', '.join(run.paths)}", "info")
        for how in found.provenance:
            day = f", published by {how.published_by}" if how.published_by else ""
            say(f"{how.article} from {how.path} by {how.reader}, {how.encoding}{day}, sha256 {how.digest}", "info")
    return found


def given(run: Run) -> Given:
    """The articles a run is about, and what documents among its paths hold: claims that were read before."""
    from newsrecon.cli.saved import saved

    held, paths = saved(run.paths)
    return Given(reading(evolve(run, paths=paths)), held)


def plugins_at_work(run: Run) -> Plugins:
    """The plugins that are installed and in the run's folders, without those that it leaves out."""
    loaded = chosen_plugins(run.disable, run.enable, run.folders, run.isolate, strict=run.strict)
    if run.verbose:
        say(f"at work are {', '.join(info.name for info in loaded.infos if info.enabled)}", "info")
    return loaded


def chosen_plugins(
    disable: tuple[str, ...],
    enable: tuple[str, ...],
    folders: tuple[str, ...],
    isolate: float | None,
    *,
    strict: bool = False,
) -> Plugins:
    """The plugins that options ask for; an error where a name to be left out or switched on is none."""
    from newsrecon.errors import did_you_mean
    from newsrecon.plugins import load_plugins

    try:
        with results_kept_clean():
            loaded = load_plugins(disable=disable, enable=enable, folders=folders, isolate=isolate, strict=strict)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--isolate") from None
    known = {info.name for info in loaded.infos}
    for option, names in (("--disable", disable), ("--enable", enable)):
        for name in names:
            if name not in known:
                hint = did_you_mean(name, known) or f"; there are {', '.join(sorted(known))}"
                raise click.BadParameter(f"no plugin is named {name!r}{hint}", param_hint=option)
    return loaded


def extraction(run: Run, read: Reading, plugins: Plugins) -> Extraction:
    """The claims of the articles that were read, and what was to be said of the reading."""
    with progress(len(read.articles), run.quiet) as advance, results_kept_clean():
        if run.jobs > 1 and len(read.articles) > 1:
            from newsrecon.cli.workers import extract_in_processes

            choice = {"disable": run.disable, "enable": run.enable, "folders": run.folders, "isolate": run.isolate}
            found = extract_in_processes(read.articles, run.jobs, plugins=choice, strict=run.strict, progress=advance)
        else:
            from newsrecon.extraction import extract

            # Copies are read, so that what the shape of an article tells goes with the copy: it is no longer needed then.
            copies = (evolve(article) for article in read.articles)
            found = extract(copies, plugins=plugins, strict=run.strict, progress=advance)
    if run.verbose:
        of_article = Counter(claim.mention.article for claim in found)
        for record in found.records:
            say(f"{of_article[record.id]} claims from {record.id}", "info")
    # Made anew, all claims would be put in order again.
    return evolve(found, diagnostics=found.diagnostics + read.diagnostics) if read.diagnostics else found


def reconciliation(run: Run, given: Given) -> Reconciliation:
    """What the articles, and the claims that were read before, come to."""
    from newsrecon.name_files import read_names
    from newsrecon.owner_files import read_owners
    from newsrecon.owners import Owners
    from newsrecon.reconciliation import reconcile

    plugins = plugins_at_work(run)
    names = tuple(read_names(run.names)) if run.names else ()
    owners = read_owners(run.owners) if run.owners else {}
    known = _accuracy(run)
    found = extraction(run, given.reading, plugins)
    if given.saved is not None:
        found, names = given.saved.extraction | found, (*given.saved.names, *names)
        owners = dict(Owners((*given.saved.owners.items(), *owners.items())).entries)
    with results_kept_clean():
        made = reconcile(found, names=names, owners=owners, plugins=plugins, strict=run.strict)
        return made.judged(run.method, known=known) if run.method else made


def _accuracy(run: Run) -> SourceAccuracy | None:
    """What is known of the voices; an error where it is of no use."""
    from newsrecon.discovery import methods
    from newsrecon.errors import ReadError, did_you_mean
    from newsrecon.truth import SourceAccuracy

    if run.method and run.method not in (known := methods(plugins_at_work(evolve(run, verbose=False)))):
        hint = did_you_mean(run.method, known) or f"; there are {', '.join(known)}"
        raise click.BadParameter(f"no method is named {run.method!r}{hint}", param_hint="--method")
    if run.accuracy is None:
        return None
    if run.method is None:
        raise click.UsageError("--accuracy is of use with --method only")
    try:
        return SourceAccuracy.from_json(Path(run.accuracy).read_text("utf-8"))
    except OSError as error:
        raise ReadError(error.strerror or str(error), path=run.accuracy) from None
    except ValueError as error:
        raise ReadError(str(error), path=run.accuracy) from None


@contextmanager
def results_kept_clean() -> Iterator[None]:
    """While plugins are at work, what they or programs they call print goes to standard error: standard output is for results."""
    with ExitStack() as restored, redirect_stdout(sys.stderr):
        with suppress(OSError):  # closed by whoever started the program
            kept = os.dup(1)
            restored.callback(os.close, kept)
            os.dup2(2, 1)
            restored.callback(os.dup2, kept, 1)
        yield
