"""Whether two who were told of in one article may be one: *a boy* and *he*, *the victim* and *a 16-year-old girl*."""

from __future__ import annotations

from newsrecon_quantities.groups import Group
from newsrecon_quantities.words import section

__all__ = ["may_be_one"]


def may_be_one(one: Group, other: Group) -> bool:
    """Whether the later of two people in a text is somebody told of before, and nothing tells them apart.

    >>> from newsrecon import Span
    >>> boy, the_boy, she = (
    ...     Group(Span(place, place + 1), 1, None, single=True, called=called, determiner=determiner)
    ...     for place, (called, determiner) in enumerate([("boy", "a"), ("boy", "the"), ("she", "")])
    ... )
    >>> may_be_one(boy, the_boy), may_be_one(boy, she)
    (True, False)
    """
    if not one.single or not other.single or (one.low or 0) + (other.low or 0) > 2:
        return False
    if one.span.start == other.span.start:
        return True
    if one.named and other.named:
        mine, theirs = {*one.called.split()}, {*other.called.split()}
        return mine <= theirs or theirs <= mine
    later = max(one, other, key=lambda group: group.span.start)
    if not later.known or later.called in section("people", "relative") or later.determiner == "another":
        return False
    return not {_sex(one), _sex(other)} >= {"male", "female"} and _nouns_go_together(one, other)


def _sex(group: Group) -> str:
    words = section("ages")
    last = group.called.split()[-1:]
    return next((name for name in ("male", "female") if last and last[0] in words[name]), "")


def _nouns_go_together(one: Group, other: Group) -> bool:
    """Whether what two are called can be said of one: anything of *he* and of a name, *victim* of all but a suspect."""
    if any(group.named or group.called in section("people", "pronouns") for group in (one, other)):
        return True
    nouns = [group.called.split()[-1] for group in (one, other)]
    if nouns[0] == nouns[1]:
        return True
    words = section("ages")
    harmed = [noun in words["harmed"] for noun in nouns]
    if any(harmed):
        return not any(noun in words["harming"] for noun in nouns)
    young = [noun in words["young"] or noun.endswith("-year-old") for noun in nouns]
    grown = [noun in words["grown"] or noun.endswith("-year-old") for noun in nouns]
    return all(young) or all(grown)
