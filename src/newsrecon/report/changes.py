"""What changed between two reconciliations, as plain text for a person."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from newsrecon.changes import Change, Changes, Turn
from newsrecon.reconciliation import Cluster
from newsrecon.report.words import count, counts, title_of, value_in_words, visible

__all__ = ["render_changes"]

_MEANINGS = {
    Turn.TURNED: "the verdict is another",
    Turn.REVALUED: "the verdict is the same, the best value another",
    Turn.NEW: "nothing was said of it before",
    Turn.VANISHED: "nothing is said of it any more",
    Turn.JOINED: "it went into another cluster",
    Turn.SPLIT: "it came out of another cluster",
}


def render_changes(changes: Changes, *, width: int = 100) -> str:
    """The changes in lines of at most `width` characters: what turned first, of the new and vanished those not unconfirmed."""
    if not changes:
        return "Nothing changed.\n"
    lines = [
        f"{_more(changes.articles_added, changes.articles_removed, 'article')} · "
        f"{_more(changes.claims_added, changes.claims_removed, 'claim')}"
    ]
    for turn, meaning in _MEANINGS.items():
        found = changes.of(turn)
        if found:
            lines += ["", f"{str(turn).upper()} ({len(found)}) — {meaning}", *_section(found, max(width, 40))]
    return "\n".join(lines) + "\n"


def _more(added: tuple[object, ...], removed: tuple[object, ...], noun: str) -> str:
    return f"{count(len(added), noun)} added, {len(removed)} removed"


def _section(found: tuple[Change, ...], width: int) -> Iterator[str]:
    """The changes one by one; what one voice alone says, or said, is counted only."""
    quiet = []
    for change in found:
        shown = change.new or change.old
        assert shown is not None
        if change.turn in (Turn.NEW, Turn.VANISHED) and shown.verdict == "unconfirmed":
            quiet.append(shown.kind)
            continue
        yield _wrapped(f"[{shown.kind}] {title_of(shown)} ({_verdicts(change)})", width, "  ")
        if change.turn in (Turn.TURNED, Turn.REVALUED) and change.old and change.new:
            yield _wrapped(f"best: {_bests(change.old, change.new)}", width, "      ")
    if quiet:
        yield f"  unconfirmed, one voice or no two that say the same: {counts(quiet)}"


def _verdicts(change: Change) -> str:
    told = [str(cluster.verdict) for cluster in (change.old, change.new) if cluster]
    return " → ".join(dict.fromkeys(told))


def _bests(old: Cluster, new: Cluster) -> str:
    """The best value before and after; in the words of the texts where what they were read as does not tell them apart."""
    before, after = (None if one.best is None else one.variants[one.best] for one in (old, new))
    told = ["undecided" if one is None else value_in_words(one) or f"“{one.text}”" for one in (before, after)]
    if told[0] == told[1] and before and after and before != after:
        told = [f"“{one.text}”" for one in (before, after)]
    return " → ".join(dict.fromkeys(told))


def _wrapped(text: str, width: int, indent: str) -> str:
    return textwrap.fill(
        visible(text), width, initial_indent=indent, subsequent_indent=indent + "    ", break_long_words=False
    )
