"""When two places of one event agree: *in Riverton* says all that *in Norland* says, and more, if the one lies in the other."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from attrs import field, frozen

from newsrecon import Claim, Context, Entailment, Likeness, Matcher, Relation, Value
from newsrecon.wording import content_words, likeness

__all__ = ["Location", "matcher"]

ALIKE = 0.5
"""So much the clauses have in common where the places agree."""
ALIKE_APART = 0.8
"""So much where they exclude each other: only the same words make a contradiction."""
NEIGHBOURS = 30.0
"""Places that lie no more kilometres apart than this may be two names for where one thing happened."""
RAREST = 4
EARTH = 6371.0


@frozen(eq=False)
class Location:
    """A location claim as the matcher sees it: the place, and the content words of what happened there."""

    place: Value
    words: tuple[str, ...]
    weights: dict[str, float] = field(repr=False)


def _read(claim: Claim, context: Context) -> Location:
    about = claim.subject.replace(claim.mention.text, " ")
    words = tuple(dict.fromkeys(content_words(about)))
    return Location(claim.value, words, {word: context.rarity(word) for word in words})


def _keys(one: Location) -> Iterable[Hashable]:
    """Pairs of the rarest words; the one word where there is no other."""
    rarest = sorted(one.words, key=lambda word: (-one.weights[word], word))[:RAREST]
    return [tuple(sorted(pair)) for pair in combinations(rarest, 2)] or [tuple(rarest)]


def _same(left: Location, right: Location) -> Likeness:
    weights = {**left.weights, **right.weights}
    score = likeness(left.words, right.words, lambda word: weights[word])
    shared = " ".join(sorted(set(left.words) & set(right.words)))
    reason = f"both tell of {shared}" if shared else "the clauses share no word"
    if _relation(left, right) is Relation.CONFLICTS and score < ALIKE_APART:
        return Likeness(min(score, ALIKE / 2), f"{reason}, which is too little for places that exclude each other")
    return Likeness(score, reason)


def _relate(left: Location, right: Location) -> Entailment:
    relation = _relation(left, right)
    mine, theirs = left.place["name"], right.place["name"]
    if relation is Relation.EQUAL:
        return Entailment(relation, f"both say {mine}")
    if relation is Relation.REFINES:
        return Entailment(relation, f"{mine} lies in {theirs}")
    if relation is Relation.REFINED_BY:
        return Entailment(relation, f"{theirs} lies in {mine}")
    apart = _kilometres(left.place, right.place)
    far = "" if apart is None else f", {apart:.0f} km apart"
    if relation is Relation.CONFLICTS:
        return Entailment(relation, f"{mine} and {theirs}{far}, are two places")
    return Entailment(relation, f"{mine} and {theirs}{far}, may both be right")


def _relation(left: Location, right: Location) -> Relation:
    mine, theirs = left.place, right.place
    if mine["id"] == theirs["id"]:
        return Relation.EQUAL
    inside, around = theirs["id"] in mine["within"], mine["id"] in theirs["within"]
    if inside and not around:
        return Relation.REFINES
    if around and not inside:
        return Relation.REFINED_BY
    apart = _kilometres(mine, theirs)
    near = apart is not None and apart <= NEIGHBOURS
    return Relation.OVERLAPS if inside or near else Relation.CONFLICTS


def _kilometres(left: Value, right: Value) -> float | None:
    """How far apart two places lie along the earth, by the haversine formula; None where one has no coordinates."""
    given = [left["latitude"], left["longitude"], right["latitude"], right["longitude"]]
    if any(one is None for one in given):
        return None
    south, west, north, east = map(radians, given)
    chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(chord)))


matcher: Matcher[Location] = Matcher(
    "location",
    read=_read,
    keys=_keys,
    same=_same,
    relate=_relate,
    variant=lambda one: one.place["id"],
    threshold=ALIKE,
)
