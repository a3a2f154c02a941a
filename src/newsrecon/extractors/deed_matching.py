"""Deeds of one kind told in two words: *punched a guard two weeks ago*, *was filmed last month kicking guards*.

Theory of operation. Such words are no synonyms: nobody who says *punched* says *kicked*. But where outlets date a deed of one
kind to one day or one month, and name the same people or the same place beside it, they date one deed. The less else is needed
where both were done to the same people, or where little in the story is of that time: an attack in one city in a month long
ago is one. Only times are brought together so, never what is asserted; and deeds of one article are two.
"""

from __future__ import annotations

from newsrecon.extractors.date_likeness import RARE_TIME, alike, in_common, listed
from newsrecon.extractors.dated import Dated, lies_within, same_day, same_month
from newsrecon.extractors.deeds import rare_kinds
from newsrecon.matching import Likeness

__all__ = ["akin"]

_NEEDED, _NEEDED_TO_ONE = 0.33, 0.25
"""How alike two clauses must be that tell deeds of one kind, and that tell of them as done to one."""
_BARELY = 0.55
"""How surely two deeds of one kind are one event: enough, and less than where words are the same."""
_OBJECT = 2
"""So many words behind a deed may tell whom it was done to."""
_LIGHTEST = 0.3
"""A word of no more weight is all over the story."""
_FAR = 0.6
"""What tells so much is a time that little in the story is of."""


def akin(left: Dated, right: Dated) -> Likeness | None:
    """Two clauses that tell a deed of one kind in two words, *punched a guard*, *kicked guards*, of one day or one month.

    None where there are no such words, or the rest has too little in common.
    """
    if not (left.deeds and right.deeds) or left.article == right.article:
        return None
    if not (same_day(left, right) or same_month(left, right)):
        return None
    kin = _kin(left, right)
    far = _is_far(left, right) and _one_rare_deed(left, right)
    if not kin and not far:
        return None
    likeness, shared = alike(left.words, right.words, left, right, kin)
    to_one = any(_is_done_to_one(one, other, left, right) for one, other in kin)
    rare = RARE_TIME * min(left.telling, right.telling)
    needed = _NEEDED_TO_ONE - rare if to_one else _NEEDED - (rare if far else 0.0)
    if len(shared) < 2 - (far or to_one) or likeness < needed:
        return None
    if not kin:
        return Likeness(_BARELY, f"of a time that little here is of, {in_common(shared, left)}")
    ours, theirs = (listed((word,), one) for word, one in zip(kin[0], (left, right), strict=True))
    return Likeness(_BARELY, f"{ours} and {theirs} are deeds of one kind, and {in_common(shared, left)}")


def _is_done_to_one(deed: str, other: str, left: Dated, right: Dated) -> bool:
    """Whether a word behind both deeds is the same, where whom or what they were done to stands.

    A name tells only where of what hardly comes twice in one place: *rallied in Harlow* and *marched in Harlow* may be two.
    """
    after = _behind(deed, left) & _behind(other, right)
    if not left.deeds[deed] & right.deeds[other] & rare_kinds():
        after -= {word for name in left.names for word in name.words}
    return bool(after)


def _behind(deed: str, one: Dated) -> frozenset[str]:
    """The telling words that follow a deed in its clause."""
    after = [word for word in one.words[one.words.index(deed) + 1 :] if word not in one.deeds]
    return frozenset(word for word in after[:_OBJECT] if one.weights[word] > _LIGHTEST)


def _one_rare_deed(left: Dated, right: Dated) -> bool:
    """Whether both tell a deed of one kind, of which there are few, and name one place or one person."""
    ours, theirs = (frozenset().union(*one.deeds.values()) & rare_kinds() for one in (left, right))
    named = any(one.words & other.words for one in left.names for other in right.names)
    return named and not ours.isdisjoint(theirs)


def _kin(left: Dated, right: Dated) -> tuple[tuple[str, str], ...]:
    """Pairs of words, one of each clause and not in the other, that tell deeds of one kind."""
    ours = [word for word in left.deeds if word not in right.words]
    theirs = [word for word in right.deeds if word not in left.words]
    return tuple((one, other) for one in ours for other in theirs if left.deeds[one] & right.deeds[other])


def _is_far(left: Dated, right: Dated) -> bool:
    """Whether one time lies within the other, a week or a month that little in the story is of: that is evidence by itself."""
    longer = max((left, right), key=lambda one: -len(str(one.value["timex"])))
    within = lies_within(left, right) or lies_within(right, left)
    return within and len("2025") < len(str(longer.value["timex"])) < len("2025-07-03") and longer.telling > _FAR
