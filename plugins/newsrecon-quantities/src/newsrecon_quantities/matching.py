"""How counts are brought together: same slot, same unit, same thing counted; then by the numbers they may mean.

Counts of people meet where they are totals of one slot; *12 soldiers* refines *12 people*, and two totals that cannot both be
true conflict. What is only a part of a total, sums of money and percentages are never said to conflict: that two of them
are about one thing is too unsure for that, so they meet only where both numbers can be true.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from attrs import field, frozen

from newsrecon import Claim, Context, Entailment, Likeness, Matcher, Rarity, Relation

__all__ = ["matcher"]


@frozen
class Features:
    """What a count is compared by."""

    slot: str
    unit: str
    subject: str
    low: float | None
    high: float | None
    noun: str | None = None
    whole: bool = False
    words: tuple[str, ...] = ()
    rarity: Rarity = field(factory=Rarity, eq=False)


def read(claim: Claim, context: Context) -> Features:
    """The features of a claim; amounts are told apart by the words around them."""
    # Words are compared only for amounts, and the word lists behind that are loaded only then.
    from newsrecon.wording import content_words

    value: Mapping[str, Any] = claim.value
    people = value["unit"] == "people"
    return Features(
        value["slot"],
        value["unit"],
        claim.subject.casefold() if people else "",
        value["low"],
        value["high"],
        value.get("of"),
        bool(value.get("whole")),
        () if people else tuple(content_words(claim.subject)),
        context.rarity,
    )


def keys(count: Features) -> Iterable[Hashable]:
    """Slot, unit and subject; for amounts each word around them."""
    if count.unit == "people":
        return [(count.slot, count.subject, count.whole)]
    return [(count.slot, count.unit, word) for word in count.words] or [(count.slot, count.unit)]


def same(left: Features, right: Features) -> Likeness:
    """Whether two counts are of one thing."""
    if (left.slot, left.unit, left.subject, left.whole) != (right.slot, right.unit, right.subject, right.whole):
        return Likeness(0.0, "different things are counted", veto=True)
    if left.unit == "people" and left.whole:
        return Likeness(1.0, f"both count {left.subject}")
    if _apart(left, right):
        return Likeness(0.0, "the numbers differ, and nothing tells that they count one thing", veto=True)
    if left.unit == "people":
        return Likeness(1.0, f"both count some of the {left.subject}")
    shared = sorted(set(left.words) & set(right.words))
    if not shared:
        return Likeness(1.0 if left.words == right.words else 0.0, "no words around the amounts are alike")
    score = _overlap(left, right)
    return Likeness(score, f"the words around the amounts are alike: {', '.join(shared)}")


def _overlap(left: Features, right: Features) -> float:
    """The share of the words around two amounts that both have, rare words counting more."""
    union = sorted(set(left.words) | set(right.words))
    both = set(left.words) & set(right.words)
    total = sum(left.rarity(word) for word in union)
    return min(1.0, sum(left.rarity(word) for word in union if word in both) / total)


def relate(left: Features, right: Features) -> Entailment:
    """What one number says about the other."""
    mine, theirs = _in_words(left), _in_words(right)
    if variant(left) == variant(right):
        return Entailment(Relation.EQUAL, f"both say {mine}")
    if (left.slot, left.unit, left.whole) != (right.slot, right.unit, right.whole):
        return Entailment(Relation.OVERLAPS, f"{mine} and {theirs} count different things")
    if _refines(left, right):
        return Entailment(Relation.REFINES, f"{mine} is sharper than {theirs}")
    if _refines(right, left):
        return Entailment(Relation.REFINED_BY, f"{theirs} is sharper than {mine}")
    if _apart(left, right) and left.whole and left.noun == right.noun:
        return Entailment(Relation.CONFLICTS, f"{mine} and {theirs} cannot both be the number of {left.subject}")
    return Entailment(Relation.OVERLAPS, f"{mine} and {theirs} can both be true")


def grows(old: Features, new: Features) -> bool:
    """Whether the new number may be what the old one has become: tolls rise while a disaster is counted."""
    return new.low is not None and old.high is not None and new.low > old.high


def variant(count: Features) -> Hashable:
    """The numbers, and whom they count where that is narrower than people."""
    return count.slot, count.unit, count.low, count.high, count.noun, count.whole


def _refines(sharp: Features, vague: Features) -> bool:
    """Whether the one says all that the other says, and more."""
    low = vague.low is None or (sharp.low is not None and sharp.low >= vague.low)
    high = vague.high is None or (sharp.high is not None and sharp.high <= vague.high)
    return low and high and vague.noun in (None, sharp.noun)


def _apart(left: Features, right: Features) -> bool:
    """Whether no number is both."""
    below = left.high is not None and right.low is not None and left.high < right.low
    above = left.low is not None and right.high is not None and left.low > right.high
    return below or above


def _in_words(count: Features) -> str:
    noun = f" {count.noun}" if count.noun else "" if count.unit == "people" else f" {count.unit}"
    if count.low == count.high:
        return f"{_grouped(count.low)}{noun}"
    if count.high is None:
        return f"{_grouped(count.low)}{noun} or more"
    return (
        f"at most {_grouped(count.high)}{noun}"
        if count.low is None
        else f"{_grouped(count.low)} to {_grouped(count.high)}{noun}"
    )


def _grouped(number: float | None) -> str:
    return "any number" if number is None else f"{number:,}"


matcher: Matcher[Features] = Matcher(
    "quantity", read=read, keys=keys, same=same, relate=relate, variant=variant, grows=grows
)
