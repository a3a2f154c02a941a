"""Truth discovery: which value of each slot to believe, when many origins vote and some are better than others."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from math import isfinite
from typing import TypeVar

from newsrecon.plugins import Plugins, load_plugins
from newsrecon.truth import DEFAULT, METHODS, Ballot, SourceAccuracy, TruthMethod
from newsrecon.truth.ballot import Scores

__all__ = ["discover", "learn_accuracy", "methods", "scores_of"]

S = TypeVar("S", bound=Hashable)
V = TypeVar("V", bound=Hashable)

LEVEL = 1e-9
"""Scores that are nearer to each other than this are level."""


def discover(
    votes: Iterable[tuple[Hashable, S, V]],
    *,
    method: str | TruthMethod | Callable[[Ballot], Scores] = DEFAULT,
    known: SourceAccuracy | None = None,
    plugins: Plugins | None = None,
) -> dict[S, V]:
    """The value to believe for each slot, from (origin, slot, value) votes; a slot whose best values are level is left out.

    `method` is a name, a TruthMethod, or a function from a Ballot to scores. Names are `vote` (most origins), `accu` (the more
    accurate count for more), `accu-copy` (and copies count once), `truthfinder`, `pooled-investment`, `hierarchical` (a vaguer
    value is no vote against a sharper one; the default, best where nothing is known of the data), and those of plugins.
    `known` is what was learned of the origins before. An origin may say two things of one slot. The order of votes never
    matters. ValueError for an unknown name or a vote that is no triple.

    >>> votes = [("Daily", "toll", "12"), ("Globe", "toll", "12"), ("Echo", "toll", "21"), ("Echo", "day", "Monday")]
    >>> discover(votes)
    {'day': 'Monday', 'toll': '12'}
    >>> discover(votes[1:3], method="vote")
    {}
    """
    ballot = Ballot.of(votes, known)
    picked = {}
    for slot, values, row in zip(ballot.slots, ballot.values, scores_of(ballot, method, plugins), strict=True):
        best = _best(row)
        if best is not None:
            picked[slot] = values[best]
    return picked


def learn_accuracy(
    votes: Iterable[tuple[str, Hashable, Hashable]],
    *,
    method: str | TruthMethod | Callable[[Ballot], Scores] = DEFAULT,
    known: SourceAccuracy | None = None,
    plugins: Plugins | None = None,
) -> SourceAccuracy:
    """How often each origin was right in these votes, by the scores of a method; add it to what was `known` before.

    Votes of many stories can be learned from at once or story by story. Slots on which one origin alone speaks teach nothing.

    >>> votes = [("Daily", "toll", "12"), ("Globe", "toll", "12"), ("Echo", "toll", "21")]
    >>> learned = learn_accuracy(votes, method="vote")
    >>> round(learned.of("Daily"), 2), round(learned.of("Echo"), 2)
    (0.67, 0.33)
    """
    ballot = Ballot.of(votes, known)
    scores = scores_of(ballot, method, plugins)
    right = [0.0] * len(ballot.origins)
    given = [0.0] * len(ballot.origins)
    for by_value, row in zip(ballot.votes, scores, strict=True):
        if len({origin for held in by_value for origin, _ in held}) < 2:
            continue
        for held, score in zip(by_value, row, strict=True):
            for origin, weight in held:
                right[origin] += weight * min(1.0, max(0.0, score))
                given[origin] += weight
    learned = zip(ballot.origins, right, given, strict=True)
    return SourceAccuracy({str(origin): (min(was, count), count) for origin, was, count in learned if count})


def scores_of(
    ballot: Ballot, method: str | TruthMethod | Callable[[Ballot], Scores], plugins: Plugins | None
) -> Scores:
    """What a method makes of a ballot; ValueError for an unknown name or scores that do not fit."""
    judged = _score_of(method, plugins)(ballot)
    expected = [len(values) for values in ballot.values]
    if [len(row) for row in judged] != expected:
        raise ValueError(
            f"the method {method!r} gave scores for {len(judged)} slots that do not fit the ballot's {len(expected)}"
        )
    for slot, row in zip(ballot.slots, judged, strict=True):
        for score in row:
            if not (isinstance(score, int | float) and isfinite(score)):
                raise ValueError(f"the method {method!r} gave {score!r} for a value of {slot!r}, which is no score")
    return judged


def methods(plugins: Plugins) -> tuple[str, ...]:
    """The names of the methods there are, the built-in ones first."""
    return tuple(dict.fromkeys((*METHODS, *plugins.truth_methods([]))))


def _score_of(
    method: str | TruthMethod | Callable[[Ballot], Scores], plugins: Plugins | None
) -> Callable[[Ballot], Scores]:
    if isinstance(method, TruthMethod):
        return method.score
    if not isinstance(method, str):
        return method
    if method in METHODS:
        return METHODS[method].score
    offered = (load_plugins() if plugins is None else plugins).truth_methods([])
    if method not in offered:
        raise ValueError(
            f"no method of truth discovery is named {method!r}; there are {', '.join([*METHODS, *offered])}"
        )
    return offered[method].score


def _best(row: Iterable[float]) -> int | None:
    """The place of the highest score; None where another is level with it."""
    ranked = sorted(((score, place) for place, score in enumerate(row)), reverse=True)
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] <= LEVEL * max(1e-300, abs(ranked[0][0])):
        return None
    return ranked[0][1]
