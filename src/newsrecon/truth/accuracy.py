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
    own: _Own = {}
    for _ in range(ROUNDS):
        weights = [log(WAYS * known / (1 - known)) for known in accuracy]
        rank = _ranks(accuracy) if own else ()
        scores = [
            _probabilities(
                [_independent(votes, weights, rank, own) for votes in by_value]
                if own
                else [sum([weights[origin] * weight for origin, weight in votes]) for votes in by_value]
            )
            for by_value in ballot.votes
        ]
        before, accuracy = accuracy, accuracies(ballot, ballot.credit(scores), given, [START] * len(given), TRUST)
        own = _own(shared, scores, accuracy)
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


_Own = Mapping[int, Mapping[int, float]]
"""For two origins that may depend on each other, how likely a vote of either is its own where the other has voted before."""


def _ranks(accuracy: Sequence[float]) -> list[int]:
    """The place of each origin, the most accurate first."""
    ranks = [0] * len(accuracy)
    for rank, origin in enumerate(sorted(range(len(accuracy)), key=lambda origin: -accuracy[origin])):
        ranks[origin] = rank
    return ranks


def _independent(votes: Sequence[tuple[int, float]], weights: Sequence[float], rank: Sequence[int], own: _Own) -> float:
    """The sum of votes for a value, each as far as it is the origin's own."""
    if len(votes) > CROWD:
        own = {}
    counted: list[int] = []
    total = 0.0
    for origin, weight in sorted(votes, key=lambda vote: rank[vote[0]]) if len(votes) > 1 else votes:
        share = 1.0
        if near := own.get(origin):
            for other in counted:
                if other in near:
                    share *= near[other]
        counted.append(origin)
        total += weights[origin] * weight * share
    return total


_Places = dict[tuple[int, int], list[tuple[int, int, int]]]


def _shared(ballot: Ballot) -> _Places:
    """{two origins that share values: (slot, the one's value, the other's) wherever both speak}, by position."""
    common: dict[tuple[int, int], int] = defaultdict(int)
    for by_value in ballot.votes:
        for votes in by_value:
            if len(votes) <= CROWD:
                for pair in combinations(sorted([origin for origin, _ in votes]), 2):
                    common[pair] += 1
    pairs = {pair for pair, count in common.items() if count >= LEAST_SHARED}
    said: dict[int, dict[int, int]] = defaultdict(dict)
    for slot, by_value in enumerate(ballot.votes):
        for value, votes in enumerate(by_value):
            for origin, _ in votes:
                said[origin].setdefault(slot, value)
    shared = {}
    for one, other in sorted(pairs):
        mine, theirs = said[one], said[other]
        shared[one, other] = [(slot, mine[slot], theirs[slot]) for slot in sorted(mine.keys() & theirs.keys())]
    return shared


def _own(shared: _Places, scores: Scores, accuracy: Sequence[float]) -> _Own:
    """How likely a vote is an origin's own beside one of another: less, the likelier one of the two copies from the other."""
    found: dict[int, dict[int, float]] = defaultdict(dict)
    before, apart = log(DEPENDENT / (1 - DEPENDENT)), log(1 - COPIED)
    for (one, other), places in shared.items():
        right, wrong = accuracy[one] * accuracy[other], (1 - accuracy[one]) * (1 - accuracy[other]) / WAYS
        typical = (accuracy[one] + accuracy[other]) / 2
        untypical = 1 - typical
        odds = before
        for slot, left, second in places:
            if left != second:
                odds += apart
                continue
            true = scores[slot][left]
            false = 1 - true
            odds += log(COPIED * (true * typical + false * untypical) / (true * right + false * wrong) + 1 - COPIED)
        dependence = 1 / (1 + exp(-max(-500.0, min(500.0, odds))))
        found[one][other] = found[other][one] = 1 - COPIED * dependence
    return found
