"""A date and the statement it stands in are told once, the one inside the other.

*The group seized power in August 2021* is a date claim and, around it, a statement claim, and each is compared with what others
say. A reader sees one finding with two sides to it, so the lesser of the two is shown inside the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from newsrecon.model import Claim
from newsrecon.reconciliation import Cluster

__all__ = ["Fold", "folded"]

_NESTED = 8
"""Clauses before a date that are looked at: clauses hold each other no deeper than that."""


@frozen
class Fold:
    """A cluster that is shown inside another one, and those of its claims whose words are seen there."""

    inner: Cluster
    outer: Cluster
    seen: frozenset[str]


def folded(
    clusters: Sequence[Cluster], claim: Callable[[str], Claim], gravity: Callable[[Cluster], tuple[int, str]]
) -> tuple[Fold, ...]:
    """What is shown inside what: a date in the statement that half of its claims or more stand in, or the other way about.

    The graver of the two, that is the one of least `gravity`, is the outer one; the statement where they are level. Nothing
    is folded twice, and nothing that is folded has something folded into it.
    """
    by_id = {cluster.id: cluster for cluster in clusters}
    held = _statements(clusters, claim)
    pairs = []
    for dates in clusters:
        if dates.kind == "date":
            found = {one: _around(claim(one), held) for one in dates.claims}
            counted = Counter(cluster for around in found.values() for cluster in around)
            best = min(counted, key=lambda other: (-counted[other], other), default="")
            if counted[best] * 2 >= len(dates.claims):
                days = frozenset(one for one, around in found.items() if best in around)
                clauses = frozenset(around[best] for around in found.values() if best in around)
                pairs.append((dates, by_id[best], days, clauses))
    pairs.sort(key=lambda pair: (min(gravity(pair[0]), gravity(pair[1])), pair[0].id))
    made: dict[str, Fold] = {}
    outers: set[str] = set()
    for dates, statement, days, clauses in pairs:
        fold = Fold(dates, statement, days)
        if gravity(dates) < gravity(statement):
            fold = Fold(statement, dates, clauses)
        if fold.inner.id not in made and fold.inner.id not in outers and fold.outer.id not in made:
            made[fold.inner.id] = fold
            outers.add(fold.outer.id)
    return tuple(made.values())


_Held = Mapping[str, Sequence[tuple[int, int, str, str]]]


def _statements(clusters: Sequence[Cluster], claim: Callable[[str], Claim]) -> _Held:
    """For each article where its statements begin and end, in that order, with their clusters and claims."""
    held: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    for cluster in clusters:
        if cluster.kind == "statement":
            for one in cluster.claims:
                mention = claim(one).mention
                held[mention.article].append((mention.span.start, mention.span.end, cluster.id, one))
    return {article: sorted(entries) for article, entries in held.items()}


def _around(date: Claim, held: _Held) -> dict[str, str]:
    """The clusters, and of each the claim, whose clause holds the date."""
    span = date.mention.span
    entries = held.get(date.mention.article, ())
    place = bisect_left(entries, span.start + 1, key=lambda entry: entry[0])
    return {cluster: one for _, end, cluster, one in entries[max(place - _NESTED, 0) : place] if end >= span.end}
