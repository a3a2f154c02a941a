"""Votes in canonical order, what is known of the voters beforehand, and what a method of judging them is.

A vote is an origin's word on a slot: *whc.unesco.org* says of *Angkor* that it lies in *Cambodia*. Everything below is sorted
first, and every sum runs in that order, so that the same votes give the same bits whatever order they came in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeAlias

from attrs import field, frozen

__all__ = ["Ballot", "Scores", "SourceAccuracy", "TruthMethod", "accuracies"]

Scores: TypeAlias = Sequence[Sequence[float]]
"""One row for each slot of a ballot, in it one number for each of the slot's values."""

LEAST, MOST = 0.02, 0.98
"""No origin is taken to be always wrong or always right."""


def _counted(counts: Mapping[str, tuple[float, float]]) -> tuple[tuple[str, float, float], ...]:
    return tuple((origin, *map(float, counts[origin])) for origin in sorted(counts))  # type: ignore[misc]


@frozen
class SourceAccuracy:
    """How often each origin has been right so far, made of `{origin: (votes it was right in, votes it gave)}`.

    Fractions are allowed. `learn_accuracy` makes one; `a + b` adds up what was learned from different stories; `to_json` and
    `from_json` keep it. ValueError where an origin is right more often than it gave votes.

    >>> known = SourceAccuracy({"The Daily": (9, 10)})
    >>> (known + SourceAccuracy({"The Daily": (0, 2)})).of("The Daily")
    0.75
    >>> SourceAccuracy.from_json(known.to_json()) == known
    True
    """

    counts: tuple[tuple[str, float, float], ...] = field(factory=dict, converter=_counted)
    """For each origin, in the order of their names, the votes it was right in and the votes it gave."""

    @counts.validator
    def _check(self, attribute: object, counts: tuple[tuple[str, float, float], ...]) -> None:
        for origin, right, given in counts:
            if not 0 <= right <= given:
                raise ValueError(f"{origin!r} cannot be right in {right!r} of {given!r} votes")

    @cached_property
    def _by_origin(self) -> dict[str, tuple[float, float]]:
        return {origin: (right, given) for origin, right, given in self.counts}

    def votes(self, origin: object) -> tuple[float, float]:
        """The votes an origin was right in, and those it gave; zeros for one that is not known."""
        return self._by_origin.get(origin, (0.0, 0.0)) if isinstance(origin, str) else (0.0, 0.0)

    def of(self, origin: str) -> float | None:
        """The share of an origin's votes that were right; None where it has given none."""
        right, given = self.votes(origin)
        return right / given if given else None

    def __add__(self, other: SourceAccuracy) -> SourceAccuracy:
        if not isinstance(other, SourceAccuracy):
            return NotImplemented
        added = {}
        for origin in {*self._by_origin, *other._by_origin}:
            (right, given), (more, votes) = self.votes(origin), other.votes(origin)
            added[origin] = (right + more, given + votes)
        return SourceAccuracy(added)

    def to_json(self) -> str:
        """A JSON object of `[right, given]` for each origin, in the order of their names."""
        return json.dumps({origin: [right, given] for origin, right, given in self.counts}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> SourceAccuracy:
        """What `to_json` wrote; ValueError where the text is something else."""
        try:
            return cls(
                {str(origin): (float(right), float(given)) for origin, (right, given) in json.loads(text).items()}
            )
        except (AttributeError, TypeError, ValueError) as error:
            raise ValueError(f"no source accuracy: {text[:60]!r} ({error})") from None


@frozen(eq=False)
class Ballot:
    """All votes, in canonical order, as a method of truth discovery sees them.

    `origins` and `slots` are what they were called by; `values[i]` are the values of the slot `slots[i]`, and `votes[i][j]` the
    votes for the value `values[i][j]`, each the position of its origin in `origins` and its weight. An origin that says one
    thing of a slot has a vote of weight 1; one that says two things has halves.

    >>> from newsrecon import discover
    >>> def first(ballot):
    ...     return [[float(place == 0) for place in range(len(values))] for values in ballot.values]
    >>> discover([("Daily", "toll", "12"), ("Globe", "toll", "21")], method=first)
    {'toll': '12'}
    """

    origins: tuple[Any, ...]
    """Who votes, in canonical order."""
    slots: tuple[Any, ...]
    """What is voted on, in canonical order."""
    values: tuple[tuple[Any, ...], ...]
    """For each slot, the values that somebody is for."""
    votes: tuple[tuple[tuple[tuple[int, float], ...], ...], ...] = field(repr=False)
    """For each slot and each of its values, the votes for it, as positions in `origins` with weights above 0 up to 1."""
    prior: tuple[tuple[float, float], ...] = field(repr=False)
    """For each origin, in how many votes it was right before and how many it gave."""

    @classmethod
    def of(cls, votes: Iterable[tuple[Hashable, Hashable, Hashable]], known: SourceAccuracy | None = None) -> Ballot:
        """The ballot of some (origin, slot, value) triples; what is said twice counts once."""
        by_slot: dict[Hashable, dict[Hashable, list[Hashable]]] = {}
        said: dict[tuple[Hashable, Hashable], int] = {}
        for origin, slot, value in _sorted(votes):
            holders = by_slot.setdefault(slot, {}).setdefault(value, [])
            if not holders or holders[-1] != origin:
                holders.append(origin)
                said[origin, slot] = said.get((origin, slot), 0) + 1
        origins = tuple(dict.fromkeys(origin for origin, _ in said))
        place = {origin: number for number, origin in enumerate(origins)}
        before = known or SourceAccuracy()
        return cls(
            origins,
            slots=tuple(by_slot),
            values=tuple(tuple(holders) for holders in by_slot.values()),
            votes=tuple(
                tuple(
                    tuple((place[origin], 1 / said[origin, slot]) for origin in holders)
                    for holders in by_value.values()
                )
                for slot, by_value in by_slot.items()
            ),
            prior=tuple(before.votes(origin) for origin in origins),
        )

    def given(self) -> list[float]:
        """The weight of all votes of each origin."""
        total = [0.0] * len(self.origins)
        for by_value in self.votes:
            for votes in by_value:
                for origin, weight in votes:
                    total[origin] += weight
        return total

    def credit(self, scores: Scores) -> list[float]:
        """For each origin, the weight of its votes times the score of what each was for."""
        total = [0.0] * len(self.origins)
        for by_value, row in zip(self.votes, scores, strict=True):
            for votes, score in zip(by_value, row, strict=True):
                for origin, weight in votes:
                    total[origin] += weight * score
        return total


def _sorted(votes: Iterable[tuple[Hashable, Hashable, Hashable]]) -> list[tuple[Any, Any, Any]]:
    """Votes by slot, value and origin: as text where they are text, else by type and appearance, which needs no order."""
    found = list(votes)
    for vote in found:
        if not isinstance(vote, tuple) or len(vote) != 3:
            raise ValueError(f"a vote is an (origin, slot, value) triple, not {vote!r:.80}")
    if all(type(part) is str for vote in found for part in vote):
        return sorted(found, key=lambda vote: (vote[1], vote[2], vote[0]))
    return sorted(found, key=lambda vote: tuple((type(vote[part]).__name__, repr(vote[part])) for part in (1, 2, 0)))


def accuracies(
    ballot: Ballot, right: Sequence[float], given: Sequence[float], expected: Sequence[float], trust: float
) -> list[float]:
    """Each origin's accuracy: what it was right in, now and before, drawn to what is expected of its like by `trust` votes."""
    return [
        min(MOST, max(LEAST, (now + before[0] + trust * usual) / (count + before[1] + trust)))
        for now, count, before, usual in zip(right, given, ballot.prior, expected, strict=True)
    ]


@frozen
class TruthMethod:
    """A named way to judge votes: `score(ballot)` gives, for each slot, how likely each of its values is, from 0 to 1.

    Passed to `discover` as it is, or offered by a plugin through the hook `register_truth_methods`. The value with the highest
    score is picked; where two are level, none is.

    >>> from newsrecon import discover
    >>> biggest = TruthMethod("biggest", lambda ballot: [[float(value) for value in values] for values in ballot.values])
    >>> discover([("Daily", "toll", "12"), ("Globe", "toll", "21")], method=biggest)
    {'toll': '21'}
    """

    name: str
    """What the method is asked for by."""
    score: Callable[[Ballot], Scores]
    """From a ballot, for each slot a number from 0 to 1 for each of its values."""
