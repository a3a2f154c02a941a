"""ACCU and ACCU-COPY: origins that are right more often count for more, and those that copy count once.

Dong, Berti-Equille and Srivastava, *Integrating conflicting data: the role of source dependence* (VLDB 2009). An origin of
accuracy *A* that may err in *n* ways gives its value ln(*nA* / (1 − *A*)); values are probable as these sums say, accuracies
are the mean probability of what an origin says, and both are settled in turns.

*Copies.* Two origins that share a true value say nothing of each other; that share a false one, though many were to be had,
hardly come to it by chance. What a pair has in common and what it differs in gives the probability that one copies.
Votes are then counted in the order of accuracy, each less by the probability that it was copied from one counted before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import exp, log

from newsrecon.truth.ballot import Ballot, Scores, accuracies

__all__ = ["accu", "accu_copy"]

WAYS = 10
"""In how many ways an origin may be wrong."""

START = 0.8
TRUST = 1.0
ROUNDS = 10

COPIED = 0.8
"""How much of its values a copier copies."""

DEPENDENT = 0.2
"""How likely two origins are dependent before anything is known of them."""

LEAST_SHARED = 2
CROWD = 30
"""A value that more origins give tells nothing of a pair of them, and is left out where pairs are compared."""


def accu(ballot: Ballot) -> Scores:
    """How likely each value is, by the accuracy of those who give it."""
    return _settled(ballot, copies=False)


def accu_copy(ballot: Ballot) -> Scores:
    """How likely each value is, by the accuracy of those who give it and did not copy it."""
    return _settled(ballot, copies=True)


def _settled(ballot: Ballot, *, copies: bool) -> Scores:
    given = ballot.given()
    accuracy = accuracies(ballot, [0.0] * len(given), [0.0] * len(given), [START] * len(given), TRUST)
    shared = _shared(ballot) if copies else {}
    scores: Scores = ()
    dependence: Mapping[tuple[int, int], float] = {}
    for _ in range(ROUNDS):
        weights = [log(WAYS * known / (1 - known)) for known in accuracy]
        scores = [
            _probabilities(
                [_independent(votes, weights, accuracy, dependence) for votes in by_value]
                if dependence
                else [sum([weights[origin] * weight for origin, weight in votes]) for votes in by_value]
            )
            for by_value in ballot.votes
        ]
        before, accuracy = accuracy, accuracies(ballot, ballot.credit(scores), given, [START] * len(given), TRUST)
        dependence = _dependence(shared, scores, accuracy)
        if not copies and max(map(_apart, before, accuracy), default=0.0) < 1e-6:
            break
    return scores


def _apart(one: float, other: float) -> float:
    return abs(one - other)


def _probabilities(counts: Sequence[float]) -> list[float]:
    """Of values with these sums; what nobody says has the sum 0, and there are `WAYS` wrong values in all."""
    highest = max(*counts, 0.0)
    shares = [exp(count - highest) for count in counts]
    total = sum(shares) + max(0, WAYS + 1 - len(counts)) * exp(-highest)
    return [share / total for share in shares]


def _independent(
    votes: Sequence[tuple[int, float]],
    weights: Sequence[float],
    accuracy: Sequence[float],
    dependence: Mapping[tuple[int, int], float],
) -> float:
    """The sum of votes for a value, each as far as it is the origin's own."""
    counted: list[int] = []
    total = 0.0
    for origin, weight in sorted(votes, key=lambda vote: (-accuracy[vote[0]], vote[0])):
        own = 1.0
        for other in counted if len(votes) <= CROWD else ():
            own *= 1 - COPIED * dependence.get((min(origin, other), max(origin, other)), 0.0)
        counted.append(origin)
        total += weights[origin] * weight * own
    return total


_Places = dict[tuple[int, int], list[tuple[int, int, int]]]


def _shared(ballot: Ballot) -> _Places:
    """{two origins that share values: (slot, the one's value, the other's) wherever both speak}, by position."""
    common: dict[tuple[int, int], int] = defaultdict(int)
    for by_value in ballot.votes:
        for votes in by_value:
            if len(votes) <= CROWD:
                for pair in combinations([origin for origin, _ in votes], 2):
                    common[pair] += 1
    pairs = {pair for pair, count in common.items() if count >= LEAST_SHARED}
    said: dict[int, dict[int, int]] = defaultdict(dict)
    for slot, by_value in enumerate(ballot.votes):
        for value, votes in enumerate(by_value):
            for origin, _ in votes:
                said[origin].setdefault(slot, value)
    return {
        (one, other): [
            (slot, value, said[other][slot]) for slot, value in sorted(said[one].items()) if slot in said[other]
        ]
        for one, other in sorted(pairs)
    }


def _dependence(shared: _Places, scores: Scores, accuracy: Sequence[float]) -> dict[tuple[int, int], float]:
    """How likely one of two origins copies from the other."""
    found = {}
    for (one, other), places in shared.items():
        right, wrong = accuracy[one] * accuracy[other], (1 - accuracy[one]) * (1 - accuracy[other]) / WAYS
        typical = (accuracy[one] + accuracy[other]) / 2
        odds = log(DEPENDENT / (1 - DEPENDENT))
        for slot, left, second in places:
            if left != second:
                odds += log(1 - COPIED)
                continue
            true = scores[slot][left]
            alone = true * right + (1 - true) * wrong
            copied = true * typical + (1 - true) * (1 - typical)
            odds += log(COPIED * copied / alone + 1 - COPIED)
        found[one, other] = 1 / (1 + exp(-max(-500.0, min(500.0, odds))))
    return found
