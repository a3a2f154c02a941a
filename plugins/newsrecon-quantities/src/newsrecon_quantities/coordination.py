"""Which groups of people are one: *two men and a woman*, *Jane Roe, a teacher*, *a boy, who*.

What "and" joins is counted together; commas join what a later "and" closes (*a man, a woman and two boys*). Otherwise a comma
puts a second word for the same people beside the first (*the victim, a 12-year-old girl*; *three people, two men and a woman*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from newsrecon import Span
from newsrecon.text import one_of
from newsrecon_quantities.groups import Group
from newsrecon_quantities.words import section

__all__ = ["joined"]


def joined(lower: str, groups: Sequence[Group]) -> list[Group]:
    """The groups of a sentence, those put together that are one.

    >>> from newsrecon import Article
    >>> from newsrecon_quantities.groups import find_groups
    >>> article = Article("Two men and a woman were killed. The driver, a father of two, was hurt.")
    >>> [[(one.low, one.high) for one in joined(article.lower, find_groups(article, line))] for line in article.sentences]
    [[(3, 3)], [(1, None)]]
    """
    found: list[Group] = []
    place = 0
    while place < len(groups):
        chain, joints = [groups[place]], []
        while place + 1 < len(groups) and (joint := _joint(lower, chain[-1], groups[place + 1])):
            place += 1
            chain.append(groups[place])
            joints.append(joint)
        found += _resolved(lower, chain, joints)
        place += 1
    return found


def _joint(lower: str, left: Group, right: Group) -> str:
    """How two neighbours hang together: *and*, a comma, *who*, or not at all."""
    between = _between().fullmatch(lower, left.span.end, right.span.start)
    if between is None or not left.called or (between["and"] and left.single and _others(right)):
        return ""
    if right.called in section("people", "relative"):
        return "who"
    # A bare number goes with its own verb: "12 people killed and 30 injured".
    return ("and" if between["and"] else "comma" if between["comma"] else "") if right.called else ""


def _others(group: Group) -> bool:
    return not group.single and group.called in section("people", "more")


def _resolved(lower: str, chain: Sequence[Group], joints: Sequence[str]) -> list[Group]:
    """The groups that a chain of neighbours makes."""
    lists = [[chain[0]]]
    closed = max((place for place, joint in enumerate(joints) if joint == "and"), default=-1)
    told = False
    for place, (joint, right) in enumerate(zip(joints, chain[1:], strict=True)):
        left = lists[-1][-1]
        # "Three people, two men and a boy": all that follows tells who the three are.
        apposed = joint == "comma" and _apposed(left, right)
        told = (told and place <= closed) or (apposed and not left.single)
        if told or apposed or joint == "who":
            span = Span(left.span.start, right.span.end)
            lists[-1][-1] = evolve(left, span=span, apposed=left.apposed or apposed)
        elif place <= closed:
            lists[-1].append(right)
        else:
            lists.append([right])
    return [group for listed in lists for group in _sums(lower, listed)]


def _apposed(left: Group, right: Group) -> bool:
    """Whether the right of two groups with a comma between them tells who the left one is."""
    if not left.single or not right.single:
        return not left.single and left.noun is None
    new = right.determiner in ("a", "an") and left.determiner not in ("a", "an", "another", "one")
    return left.named != right.named or (new and not left.named)


def _sums(lower: str, listed: Sequence[Group]) -> list[Group]:
    """What a list of groups is together; "a man and a woman was hurt" is no list."""
    if len(listed) > 1 and _one_behind().match(lower, listed[-1].span.end):
        return [*_sums(lower, listed[:-1]), listed[-1]]
    span = Span(listed[0].span.start, listed[-1].span.end)
    if len(listed) == 1:
        return list(listed)
    if all(group.single for group in listed):
        return [Group(span, sum(group.low or 0 for group in listed), None, single=True)]
    bounded = all(group.single or group.high is not None for group in listed)
    high = sum((group.low if group.single else group.high) or 0 for group in listed)
    low = sum(group.low or 0 for group in listed)
    return [Group(span, low, high if bounded else None, called="people")]


@cache
def _between() -> re.Pattern[str]:
    joints = one_of(section("people", "and"))
    return re.compile(rf"\s*(?:(?P<and>,?\s+(?:{joints})|,\s*(?:{joints}))|(?P<comma>,)|)\s+|\s*(?P<dash>\u2014)\s*")


@cache
def _one_behind() -> re.Pattern[str]:
    """A verb that only one person can have."""
    return re.compile(rf"\s+(?:{one_of(section('people', 'one_behind'))})\b")
