"""TruthFinder and pooled investment: origins are trusted as their values are, and values as their origins are.

Yin, Han and Yu, *Truth discovery with multiple conflicting information providers on the web* (KDD 2007). Pasternack and Roth,
*Knowing what to believe (when you already know something)* (COLING 2010).
"""

from __future__ import annotations

from math import exp, log

from newsrecon.truth.ballot import Ballot, Scores

__all__ = ["pooled_investment", "truthfinder"]

START = 0.9
DAMPING = 0.3
"""By how much TruthFinder lowers its sums, since origins are not fully independent."""

GROWTH = 1.4
"""Invested trust grows by this power, so that what many believe gains."""

ROUNDS = 10


def truthfinder(ballot: Ballot) -> Scores:
    """How likely each value is: one less the probability that all who give it are wrong, damped."""
    given = ballot.given()
    trust = [(START + right) / (1 + before) if before else START for right, before in ballot.prior]
    scores: Scores = ()
    for _ in range(ROUNDS):
        doubt = [-log(1 - min(known, 1 - 1e-9)) for known in trust]
        scores = [
            [1 / (1 + exp(-DAMPING * sum([doubt[origin] * weight for origin, weight in votes]))) for votes in by_value]
            for by_value in ballot.votes
        ]
        trust = [
            (right + known[0]) / (count + known[1])
            for right, count, known in zip(ballot.credit(scores), given, ballot.prior, strict=True)
        ]
    return scores


def pooled_investment(ballot: Ballot) -> Scores:
    """The share each value has of a slot's trust, which origins spread over what they say and get back as it grows."""
    given = ballot.given()
    trust = [(right + 1) / (before + 2) * 2 for right, before in ballot.prior]
    scores: list[list[float]] = []
    for _ in range(ROUNDS):
        stake = [known / count for known, count in zip(trust, given, strict=True)]
        back = [0.0] * len(trust)
        scores = []
        for by_value in ballot.votes:
            invested = [sum([stake[origin] * weight for origin, weight in votes]) for votes in by_value]
            grown = [held**GROWTH for held in invested]
            paid = sum(grown)
            shares = [part / paid for part in grown] if paid else [0.0] * len(grown)
            scores.append(shares)
            for votes, share in zip(by_value, shares, strict=True):
                for origin, weight in votes:
                    back[origin] += share * stake[origin] * weight
        highest = max(back, default=1.0) or 1.0
        trust = [known / highest for known in back]
    return scores
