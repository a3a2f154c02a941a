"""Whose citizen somebody is: *Paul Rask, a 31-year-old Peruvian citizen*, *the driver, who held dual Peruvian nationality*.

Only what is said of a citizen by that word counts: *a Peruvian man* may be many things. Somebody who is a resident of a country
*in* another is no citizen of the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import frozen

from newsrecon import gazetteer
from newsrecon.model import Article, Claim
from newsrecon.span import Span

__all__ = ["Citizen", "citizens_in"]

WITHIN = 80
"""So many characters may stand between somebody and what is said of them."""


@frozen
class Citizen:
    """Where it is said, of whom, of which countries one is a citizen, and in which other country one lives."""

    span: Span
    name: str
    nations: tuple[str, ...]
    abroad: str | None


def citizens_in(article: Article, people: Sequence[Claim]) -> Iterator[Citizen]:
    """What an article says of citizenship, in order; `people` are the claims that name or describe persons, in their order."""
    text = article.text
    roles = {str(claim.value["role"]).lower(): claim.subject for claim in people if claim.kind == "description"}
    for found in _CITIZEN.finditer(text):
        nations = [gazetteer.adjectives().get(word) for word in found["nations"].lower().split("-")]
        name = _owner(text, found.start(), people, roles)
        if name and all(nations):
            abode = found["abode"]
            abroad = gazetteer.countries().get(abode.lower()) if abode and found["noun"] == "resident" else None
            yield Citizen(Span(*found.span()), name, tuple(sorted({one for one in nations if one})), abroad)


def _owner(text: str, at: int, people: Sequence[Claim], roles: dict[str, str]) -> str | None:
    """The person whom the words at a place are said of: named or described right before them."""
    place = bisect_left(people, at, key=lambda claim: claim.mention.span.start)
    nearest = [(claim.mention.span.end, claim.subject) for claim in people[max(0, place - 3) : place]]
    nearest = [(end, name) for end, name in nearest if end <= at]
    before = text[max(0, at - WITHIN) : at]
    nearest += [
        (at - len(before) + match.end(), roles[match[1].lower()])
        for match in _ROLE.finditer(before)
        if match[1].lower() in roles
    ]
    end, name = max(nearest, default=(0, ""))
    return name if at - end < WITHIN and _BETWEEN.fullmatch(text, end, at) else None


# the attacker
_ROLE = re.compile(r"\b[Tt]he\s+(\w+)")
# , a 31-year-old | , who police said held | , is a
_BETWEEN = re.compile(
    r"(?:,\s+(?:\d{1,3},\s+)?(?:who\b[^,.;()]{0,30}\b(?:is|was|held|holds|has|had)\s+)?|,?\s+(?:is|was|held|holds|has|had|with)\s+)"
    r"(?:an?\s+|the\s+)?(?:\d{1,3}-year-old\s+)?"
)


# dual Peruvian-Chilean citizenship · Peruvian resident in Chile. The first letter is asked for by itself, as nearly everywhere
# it is another.
_CITIZEN = re.compile(
    r"(?=[A-Zd])(?<![\w-])(?:dual )?(?P<nations>[A-Z][a-z]{2,20}(?:-[A-Z][a-z]{2,20})?)\s"
    r"(?P<noun>citizen(?:ship)?|national(?:ity)?|resident|passport)\b(?: in (?P<abode>[A-Z]\w{2,20}))?"
)
