"""Hierarchical votes: a vaguer value is no vote against a sharper one, and what contains what is learned from the votes.

*Silesia*, says one origin; *Poland*, say seven. Who answers *Poland* does not deny *Silesia*, so the sharper value explains all
eight votes. Three things are learned together, in turns, until they settle:

*Containment.* Where *Lombardy* is claimed, *Italy* is claimed beside it more often than chance has it, and *Italy* is claimed in
more slots. How likely a broader value contains a narrower one is read off the other slots of the narrower one; for one that
is claimed once only, off how coherent the broader one is elsewhere. Where values do not recur, as with numbers, nothing
contains anything, and the method is one of accuracy alone.

*Errors.* A wrong value that many slots have (a placeholder, a slip of a reader) is a likely error, and weak evidence anywhere;
this is POPACCU's popularity of false values (Dong, Saha and Srivastava, *Less is more*, VLDB 2013).

*Accuracy* of each origin, drawn to the mean of those that say about as much as it does (within a factor of two): who edits a
thousand entries is another sort than a passer-by, for better or worse, and the votes tell which. A vaguer value counts as right
where a sharper one is true.

A value is scored by its own probability and half of that of what it contains: to be sharp is better than to be vague, and
to be vague is better than to be wrong. Among models of truth in hierarchies see Jung, Kim and Shim, *Crowdsourced truth
discovery in the presence of hierarchies* (EDBT 2019), where the hierarchy is given.

Numbers that differ by less than one part in ten thousand are one answer, told in the words of the middle vote.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import exp, log, log2
from typing import Any

from attrs import field, frozen

from newsrecon.truth.ballot import Ballot, Scores, accuracies

__all__ = ["hierarchical"]

VAGUE = 0.03
"""How often an origin that knows the sharper value gives a vaguer one: low, so that one voice does not outweigh many."""

HALF = 0.5
START = 0.5
TRUST = 4.0

LIKE = 20.0
"""So many origins must say about as much as one does before their own mean counts as much as that of all."""

ROUNDS = 30
SETTLED = 1e-4

COHERENT = 3.0
"""So many pairs of slots must speak of a container before its own coherence counts as much as that of all."""

RARE = 0.1
"""The weight of an error that was never seen."""

MANY = 30
"""Of a slot's values, only so many can be containers: those claimed in most slots."""

SAME = 1e-4
LARGEST = 1e7
"""Longer runs of digits are days, numbers of documents or telephones, of which neighbours are not alike."""


def hierarchical(ballot: Ballot) -> Scores:
    """How likely each value is, or to half what it contains, by accuracy of origins, likely errors, and containment."""
    leaders = [_leaders(values, votes) for values, votes in zip(ballot.values, ballot.votes, strict=True)]
    slots = [
        _Slot(values, votes, lead) for values, votes, lead in zip(ballot.values, ballot.votes, leaders, strict=True)
    ]
    scores = _Model(ballot, slots).settle()
    return [
        [row[slot.place[value]] if slot.values[slot.place[value]] == value else 0.0 for value in values]
        for row, slot, values in zip(scores, slots, ballot.values, strict=True)
    ]


# ---------------------------------------------------------------- values that are one


def _leaders(values: Sequence[Any], votes: Sequence[Sequence[tuple[int, float]]]) -> dict[Any, Any]:
    """{value: the value that speaks for it}, for numbers so near to each other that they are one answer."""
    numbers = sorted((number, place) for place, value in enumerate(values) if (number := _number(value)) is not None)
    lead: dict[Any, Any] = {}
    start = 0
    for end in range(1, len(numbers) + 1):
        if end < len(numbers) and numbers[end][0] - numbers[start][0] <= SAME * abs(numbers[start][0]):
            continue
        places = [place for _, place in numbers[start:end]]
        middle = sum(weight for place in places for _, weight in votes[place]) / 2
        reached = 0.0
        for place in places:
            reached += sum(weight for _, weight in votes[place])
            if reached >= middle:
                lead.update((values[other], values[place]) for other in places)
                break
        start = end
    return lead


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if abs(number) < LARGEST else None


class _Slot:
    """One slot: its distinct values, who votes for each, and the place of each value as it was given."""

    def __init__(
        self, values: Sequence[Any], votes: Sequence[Sequence[tuple[int, float]]], lead: dict[Any, Any]
    ) -> None:
        self.values = [value for value in values if lead.get(value, value) == value]
        own = {value: place for place, value in enumerate(self.values)}
        self.place = {value: own[lead.get(value, value)] for value in values}
        self.votes: list[list[tuple[int, float]]] = [[] for _ in self.values]
        for value, given in zip(values, votes, strict=True):
            self.votes[self.place[value]] += given


# ---------------------------------------------------------------- what contains what


@frozen(eq=False)
class _Containment:
    """How likely one value contains another: (container, contained) → 0 to 1; and for each slot the pairs it has, by place."""

    likely: dict[tuple[Any, Any], float] = field(factory=dict)
    pairs: list[list[tuple[int, int]]] = field(factory=list)


def _containment(slots: Sequence[_Slot]) -> _Containment:
    reach = Counter(value for slot in slots for value in slot.values)
    pairs = [list(_possible(slot, reach)) for slot in slots]
    together: Counter[tuple[Any, Any]] = Counter()
    for slot, found in zip(slots, pairs, strict=True):
        together.update((slot.values[outer], slot.values[inner]) for outer, inner in found)
    again: dict[Any, int] = defaultdict(int)
    chances: dict[Any, int] = defaultdict(int)
    for (outer, inner), count in together.items():
        again[outer] += count * (count - 1)
        chances[outer] += count * (reach[inner] - 1)
    alone = sum(1 for count in reach.values() if count == 1)
    total = sum(chances.values()) + alone
    anyone = sum(again.values()) / total if total else 0.0
    coherence = {outer: (again[outer] + COHERENT * anyone) / (chances[outer] + COHERENT) for outer in chances}
    likely = {
        (outer, inner): (count - 1 + coherence[outer]) / reach[inner] for (outer, inner), count in together.items()
    }
    return _Containment(likely, pairs)


def _possible(slot: _Slot, reach: Counter[Any]) -> Iterator[tuple[int, int]]:
    """(container, contained) by place: what is claimed in more slots may contain what is claimed in fewer."""
    broad = sorted(range(len(slot.values)), key=lambda place: (-reach[slot.values[place]], place))[:MANY]
    for outer in broad:
        for inner, value in enumerate(slot.values):
            if reach[slot.values[outer]] > reach[value]:
                yield outer, inner


# ---------------------------------------------------------------- settling


class _Model:
    """What is learned together: accuracy of origins, popularity of errors, how far each value is to be believed."""

    def __init__(self, ballot: Ballot, slots: Sequence[_Slot]) -> None:
        self.ballot, self.slots = ballot, slots
        self.given = ballot.given()
        self.containment = _containment(slots)
        self.reach = Counter(value for slot in slots for value in slot.values)
        self.expected = START
        self.activity = [int(log2(max(1.0, count))) for count in self.given]
        nothing = [0.0] * len(self.given)
        self.accuracy = accuracies(ballot, nothing, nothing, [START] * len(self.given), TRUST)
        self.believed: dict[Any, float] = dict.fromkeys(self.reach, 0.5)
        self.errors: dict[Any, float] = dict.fromkeys(self.reach, 0.0)
        self.all_errors = 0.0

    def settle(self) -> list[list[float]]:
        rows: list[list[float]] = []
        for _ in range(ROUNDS):
            judged = [self._judge(slot, pairs) for slot, pairs in zip(self.slots, self.containment.pairs, strict=True)]
            rows = [
                [own + HALF * (right - own) for own, right in zip(sharp, fair, strict=True)] for sharp, fair in judged
            ]
            if self._learn([fair for _, fair in judged]) < SETTLED:
                break
        return rows

    def _noise(self, value: Any) -> float:
        """How likely an origin that errs says this."""
        return (self.errors[value] + RARE) / (self.all_errors + RARE * len(self.errors))

    def _holds(self, slot: _Slot, outer: int, inner: int) -> float:
        """How likely an origin that knows one value gives the other, which contains it."""
        broad = slot.values[outer]
        return VAGUE * self.containment.likely[broad, slot.values[inner]] * self.believed[broad]

    def _judge(self, slot: _Slot, pairs: Sequence[tuple[int, int]]) -> tuple[list[float], list[float]]:
        """For each value of a slot, how likely it is the truth, and how likely it is true, be it sharp or vague."""
        noise = [self._noise(value) for value in slot.values]
        likelihood = [self._gain(votes, 1 - VAGUE, wrong) for votes, wrong in zip(slot.votes, noise, strict=True)]
        held = {(outer, inner): self._holds(slot, outer, inner) for outer, inner in pairs}
        for (outer, inner), share in held.items():
            likelihood[inner] += self._gain(slot.votes[outer], share, noise[outer])
        highest = max(likelihood)
        weights = [exp(value - highest) for value in likelihood]
        total = sum(weights)
        sharp = [weight / total for weight in weights]
        fair = list(sharp)
        for (outer, inner), share in held.items():
            meant = self.expected * share
            fair[outer] += sharp[inner] * meant / (meant + (1 - self.expected) * noise[outer])
        return sharp, fair

    def _gain(self, votes: Sequence[tuple[int, float]], share: float, wrong: float) -> float:
        """How much likelier votes are if their value follows from the truth than if all were errors, as a logarithm."""
        total = 0.0
        for origin, weight in votes:
            known = self.accuracy[origin]
            total += weight * log(1 + known * share / ((1 - known) * wrong))
        return total

    def _learn(self, fair: Sequence[Sequence[float]]) -> float:
        """Learn from what is now held true; by how much the accuracy of an origin has changed at most."""
        right = [0.0] * len(self.accuracy)
        errors: dict[Any, float] = dict.fromkeys(self.reach, 0.0)
        believed: dict[Any, float] = dict.fromkeys(self.reach, 0.5)
        for slot, row in zip(self.slots, fair, strict=True):
            for value, votes, true in zip(slot.values, slot.votes, row, strict=True):
                believed[value] += true
                for origin, weight in votes:
                    right[origin] += weight * true
                    errors[value] += weight * (1 - true)
        self.errors, self.all_errors = errors, sum(errors.values())
        self.believed = {value: held / (self.reach[value] + 1) for value, held in believed.items()}
        shares = [was / count for was, count in zip(right, self.given, strict=True)]
        self.expected = min(0.95, max(0.05, sum(shares) / len(shares))) if shares else START
        usual = self._usual(shares)
        before, self.accuracy = self.accuracy, accuracies(self.ballot, right, self.given, usual, TRUST)
        return max((abs(one - other) for one, other in zip(before, self.accuracy, strict=True)), default=0.0)

    def _usual(self, shares: Sequence[float]) -> list[float]:
        """For each origin the share of right votes that is usual among those as active as it is."""
        right: dict[int, float] = defaultdict(float)
        origins: Counter[int] = Counter(self.activity)
        for band, share in zip(self.activity, shares, strict=True):
            right[band] += share
        usual = {band: (right[band] + LIKE * self.expected) / (count + LIKE) for band, count in origins.items()}
        return [usual[band] for band in self.activity]
