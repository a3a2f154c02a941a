"""Rival readings of a claim, and which one scores choose: the seam for what has learned to tell good readings from bad ones.

An extractor proposes candidates: the claim as it read it, and other ways to read the same words, each with features. Scorers,
in plugins of their own, say how likely each is to be right. Nothing is proposed where there is no scorer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from newsrecon.model import Claim, Value

__all__ = ["LEAST", "Candidate", "best_of"]

LEAST = 0.5
"""The score that a claim needs to be kept: it is more likely right than wrong."""


def _to_value(features: Value | Mapping[str, Any]) -> Value:
    return features if isinstance(features, Value) else Value(features)


@frozen
class Candidate:
    """One reading of a claim, and the features that tell for or against it.

    `claim` is the claim as it was read, or another reading made from it by `claim.revise(...)`. `features` maps names to
    strings, numbers and booleans; which there are is said by the extractor that proposes.

    >>> from newsrecon import Article
    >>> rain = Claim("rain", "Oda", {}, Article("It rained.", id="a").mention(0, 9))
    >>> other = Candidate(rain.revise(subject="snow"), {"cold": True})
    >>> other.of == rain.id, other.features["cold"]
    (True, True)
    """

    claim: Claim
    """The claim as this reading has it."""
    features: Value = field(converter=_to_value, factory=Value)
    """What tells for or against it, by name."""

    @property
    def of(self) -> str:
        """The id of the claim that this is a reading of."""
        return self.claim.revises or self.claim.id


def best_of(candidates: Sequence[Candidate], scores: Sequence[float]) -> dict[str, tuple[Claim, float]]:
    """For each claim the reading with the highest score, with that score; on a tie the reading that the extractor has.

    >>> from newsrecon import Article
    >>> rain = Claim("rain", "Oda", {}, Article("It rained.", id="a").mention(0, 9))
    >>> snow = Candidate(rain.revise(subject="snow"))
    >>> {claim.subject: score for claim, score in best_of([Candidate(rain), snow], [0.4, 0.9]).values()}
    {'snow': 0.9}
    """
    best: dict[str, tuple[Claim, float]] = {}
    ranked = sorted(
        zip(candidates, scores, strict=True),
        key=lambda pair: (-pair[1], pair[0].claim.revises is not None, pair[0].claim.id),
    )
    for candidate, score in ranked:
        best.setdefault(candidate.of, (candidate.claim, score))
    return best
