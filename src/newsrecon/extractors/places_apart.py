"""Places of which neither lies in the other: two cities, two countries, a capital and another country.

Only places that are known are told apart, since any other may lie in any: *in Tarn*, a suburb, *in Sund*.
"""

from __future__ import annotations

from functools import lru_cache

from newsrecon import gazetteer

__all__ = ["places_apart"]


@lru_cache(maxsize=1 << 12)
def places_apart(one: str, other: str) -> bool:
    """Whether two names are of places of which neither lies in the other.

    >>> places_apart("Lyon", "Marseille"), places_apart("Manhattan", "New York City"), places_apart("Paris", "France")
    (True, False, False)
    """
    left, right = (name.lower().removeprefix("the ") for name in (one, other))
    kinds = {gazetteer.place_kinds().get(name) for name in (left, right)}
    if None in kinds or not _groups(left).isdisjoint(_groups(right)):
        return False
    mine, theirs = (gazetteer.countries().get(name) or gazetteer.capitals().get(name) for name in (left, right))
    if mine and theirs:
        return mine != theirs and not {(mine, theirs), (theirs, mine)} & gazetteer.parts_of_countries()
    return left != right and len(kinds) == 1


def _groups(name: str) -> frozenset[int]:
    return gazetteer.one_ground().get(name, frozenset())
