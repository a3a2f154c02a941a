"""The best value of what is disputed, picked by a method of truth discovery that looks at all clusters at once.

A cluster is a slot. What its voices vote for are *sides*: of values that contradict each other the vaguest of each side, since
whoever says *on the evening of 15 August* is for *15 August*, too. Where nothing is in dispute there is one side, and all who
speak of it are right: that is how a method learns whom to believe where there is. Values that newer ones took the place of, and
values that contradict none, have no votes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from newsrecon.discovery import LEVEL, scores_of
from newsrecon.plugins import Plugins
from newsrecon.reconciliation.results import Cluster, Variant
from newsrecon.reconciliation.support import best_of
from newsrecon.truth import Ballot, SourceAccuracy, TruthMethod
from newsrecon.truth.ballot import Scores

__all__ = ["judged_by", "votes_of"]

Vote = tuple[str, str, int]


def votes_of(clusters: Iterable[Cluster]) -> tuple[Vote, ...]:
    """(voice, cluster id, position of a variant) for each voice and the sides it is on."""
    return tuple(vote for cluster in clusters for vote in _votes(cluster))


def _votes(cluster: Cluster) -> Iterator[Vote]:
    sides = _sides(cluster.variants)
    if sides:
        for position in sorted(set(sides.values())):
            yield from ((voice, cluster.id, position) for voice in cluster.variants[position].voices)
    elif cluster.best is not None:
        voices = {voice for variant in cluster.variants if variant.updated_by is None for voice in variant.voices}
        yield from ((voice, cluster.id, cluster.best) for voice in sorted(voices))


def _sides(variants: Sequence[Variant]) -> dict[int, int]:
    """For each value that contradicts one that still holds, the vaguest such value that it sharpens, or itself."""
    holding = [position for position, variant in enumerate(variants) if variant.updated_by is None]
    disputed = [position for position in holding if set(variants[position].conflicts) & set(holding)]
    sides = {}
    for position in disputed:
        vaguer = [other for other in variants[position].refines if other in disputed]
        sides[position] = min(vaguer, default=position, key=lambda other: (len(variants[other].refines), other))
    return sides


def judged_by(
    clusters: Sequence[Cluster],
    votes: Sequence[Vote],
    method: str | TruthMethod | Callable[[Ballot], Scores],
    known: SourceAccuracy | None,
    plugins: Plugins,
) -> tuple[Cluster, ...]:
    """The clusters with the best value of each that is disputed picked by a method, and how in words."""
    ballot = Ballot.of(votes, known)
    rows = scores_of(ballot, method, plugins)
    scores = {
        slot: dict(zip(values, row, strict=True))
        for slot, values, row in zip(ballot.slots, ballot.values, rows, strict=True)
    }
    called = method if isinstance(method, str) else getattr(method, "name", getattr(method, "__name__", "the method"))
    return tuple(_judged(cluster, scores.get(cluster.id, {}), called) for cluster in clusters)


def _judged(cluster: Cluster, score: dict[int, float], called: str) -> Cluster:
    sides = _sides(cluster.variants)
    if not sides:
        return cluster
    strength = [_level(score.get(sides.get(place, place), 0.0)) for place in range(len(cluster.variants))]
    best, margin = best_of(cluster.variants, strength)
    told = [
        f"{cluster.variants[position].text!r} {score[position]:.2f}"
        for position in sorted(set(sides.values()), key=lambda position: (-score[position], position))
    ]
    return evolve(cluster, best=best, margin=margin, pick=f"{called} gives {' and '.join(told)}")


def _level(score: float) -> float:
    """The score without digits in which level ones may differ."""
    return round(score / LEVEL) * LEVEL
