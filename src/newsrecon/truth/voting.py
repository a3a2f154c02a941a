"""Voting: the value most origins give."""

from __future__ import annotations

from math import fsum

from newsrecon.truth.ballot import Ballot, Scores

__all__ = ["vote"]


def vote(ballot: Ballot) -> Scores:
    """The share of a slot's votes that each value has."""
    rows = []
    for by_value in ballot.votes:
        counts = [fsum(weight for _, weight in votes) for votes in by_value]
        total = fsum(counts)
        rows.append([count / total for count in counts])
    return rows
