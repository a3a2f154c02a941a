"""Which values were overtaken by newer ones: *70 dead* on the evening, *84 dead* the morning after.

A value of a thing that can only grow is not contradicted by a larger one told later; it is out of date, be it told of the same
people (*3 dead*) or of some who may be among them (*3 workers dead*). Whether a thing grows is for its matcher to say
(`Matcher.grows`); when a value was told is known from the days on which articles were published. What was told first counts, in
these words or in sharper ones: an outlet that repeats the old toll late is behind, and no party to a dispute. Only where more
sources tell the old value after the new one came up than tell the new one, they have gone back to it, or never believed the new
one: then the two are left to contradict each other. Articles whose day is unknown, or borrowed from the story, date nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from newsrecon.matching import Matcher
from newsrecon.reconciliation.nodes import Node
from newsrecon.reconciliation.variants import VariantGraph

__all__ = ["Published", "overtaken", "unsettled"]

Published = Mapping[str, date | datetime | None]
"""When each article was published."""


def overtaken(graph: VariantGraph, matcher: Matcher[Any], published: Published) -> frozenset[tuple[int, int]]:
    """Pairs of values that differ, the first of which the second took the place of."""
    if matcher.grows is None or not (graph.conflicts or graph.unrelated):
        return frozenset()
    told = [_first_told(graph.nodes_saying(position), published) for position in range(len(graph.values))]
    features = [nodes[0].features for nodes in graph.values]
    return frozenset(
        (old, new)
        for pair in (*graph.conflicts, *graph.unrelated)
        for old, new in (pair, pair[::-1])
        if _before(told[old], told[new])
        and matcher.grows(features[old], features[new])
        and len(_sources(graph.values[new]))
        # What may go either way is changed by as many as told it; what only grows is still told by some who are behind.
        >= (
            len(_sources(graph.values[old]))
            if matcher.grows(features[new], features[old])
            else len(_sources(graph.values[old], told[new], published))
        )
    )


def unsettled(graph: VariantGraph, matcher: Matcher[Any]) -> frozenset[tuple[int, int]]:
    """Pairs of values that conflict and may be of two moments, whichever was told first."""
    if matcher.unsettled is None:
        return frozenset()
    features = [nodes[0].features for nodes in graph.values]
    return frozenset(pair for pair in graph.conflicts if matcher.unsettled(features[pair[0]], features[pair[1]]))


def _sources(
    nodes: Sequence[Node], since: date | datetime | None = None, published: Published | None = None
) -> set[str]:
    """Who tells a value, or who does after a moment."""
    return {
        claim.mention.source
        for node in nodes
        for claim in node.claims
        if since is None or _before(since, (published or {}).get(claim.mention.article))
    }


def _first_told(nodes: Sequence[Node], published: Published) -> date | datetime | None:
    """When an article first said exactly this; None where the day of one that did is unknown.

    The hour counts only where all that said it that day have one, in comparable zones.
    """
    told = [published.get(claim.mention.article) for node in nodes for claim in node.claims]
    known = [moment for moment in told if moment is not None]
    if len(known) < len(told):
        return None
    first = min(_day(moment) for moment in known)
    clocks = [moment for moment in known if _day(moment) == first and isinstance(moment, datetime)]
    if (
        len(clocks) == sum(_day(moment) == first for moment in known)
        and len({_has_zone(clock) for clock in clocks}) == 1
    ):
        return min(clocks)
    return first


def _before(one: date | datetime | None, other: date | datetime | None) -> bool:
    """Whether one moment is surely before the other: by the clock where both have a comparable one, else by the day."""
    if one is None or other is None:
        return False
    if isinstance(one, datetime) and isinstance(other, datetime) and _has_zone(one) == _has_zone(other):
        return one < other
    return _day(one) < _day(other)


def _has_zone(moment: datetime) -> bool:
    return moment.tzinfo is not None


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
