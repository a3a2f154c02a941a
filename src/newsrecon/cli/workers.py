"""Articles read in several processes.

Reading one article is a pure function of it, and the union of what was read has one order; so the same comes out of any number
of processes. Each loads the plugins for itself. They are started afresh rather than forked: a fork inherits the threads of
a progress bar in whatever state they are.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import active_children, get_context
from typing import Any

from newsrecon.extraction import extract
from newsrecon.garbage import look_seldom
from newsrecon.model import Article, Extraction
from newsrecon.plugins import Plugins, load_plugins

__all__ = ["extract_in_processes"]

LARGEST = 32
"""So many articles are handed over at a time at most; and few enough that no process is without work while others have much."""

_plugins: Plugins


def extract_in_processes(
    articles: Sequence[Article],
    jobs: int,
    *,
    plugins: Mapping[str, Any] | None = None,
    strict: bool = False,
    progress: Callable[[Article], object] | None = None,
) -> Extraction:
    """What `extract` gives, read by so many processes; `plugins` are the arguments each has for `load_plugins`."""
    pool = ProcessPoolExecutor(
        min(jobs, len(articles)),
        mp_context=get_context("spawn"),
        initializer=_prepare,
        initargs=({**(plugins or {}), "strict": strict},),
    )
    try:
        waiting = {pool.submit(_read, some): some for some in _handfuls(articles, jobs)}
        found = []
        for done in as_completed(waiting):
            found.append(done.result())
            for article in waiting[done]:
                if progress is not None:
                    progress(article)
        return _united(found)
    except BaseException:
        # Nobody waits for what is not wanted any more.
        for process in active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _prepare(choice: Mapping[str, Any]) -> None:
    """Make a process ready: plugins loaded, what they print on standard error, interrupts left to its starter."""
    global _plugins
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdout = sys.stderr
    os.dup2(2, 1)
    look_seldom()
    _plugins = load_plugins(**choice)


def _read(articles: Sequence[Article]) -> Extraction:
    return extract(articles, plugins=_plugins)


def _handfuls(articles: Sequence[Article], jobs: int) -> Iterator[Sequence[Article]]:
    size = max(1, min(LARGEST, len(articles) // (4 * jobs)))
    return (articles[place : place + size] for place in range(0, len(articles), size))


def _united(found: Sequence[Extraction]) -> Extraction:
    return Extraction(
        tuple(claim for one in found for claim in one.claims),
        records=tuple(record for one in found for record in one.records),
        diagnostics=tuple(item for one in found for item in one.diagnostics),
    )
