"""Whether two statements are of one thing, and of one time: what must be so before two numbers of them exclude each other."""

from __future__ import annotations

from newsrecon.extractors.oppositions import widest
from newsrecon.extractors.parties import Party
from newsrecon.extractors.statement_measures import numbers_differ, on_one_day
from newsrecon.extractors.statement_reading import Assertion

__all__ = [
    "both_known",
    "holders",
    "is_news",
    "is_one",
    "numbers_apart",
    "of_one_day",
    "of_one_time",
    "of_others",
    "says_as_much",
    "without_figures",
]

FEW_DAYS = 2
"""So many days apart, two articles tell as news of one deed."""


def holders(left: Assertion, right: Assertion) -> tuple[Party | None, Party | None]:
    """Whom or what each is about, by the words of its subject."""
    if left.claim is None or right.claim is None:
        return None, None
    return left.party, right.party


def is_one(one: Party | None, other: Party | None, *, bare: bool = False, of: bool = True) -> bool:
    """Whether two parties are one by name, or by the same words of what is known; `bare` words such as *turnout*, too.

    What they are `of` must be one as well, unless it is compared elsewhere.
    """
    if one is None or other is None or one.empty or other.empty or not (one.definite and other.definite):
        return False
    if (not bare and (one.bare or other.bare)) or one.others != other.others:
        return False
    said, whose = (
        [without_figures(tokens) for tokens in sides] for sides in ((one.words, other.words), (one.of, other.of))
    )
    alike = said[0] - {one.head} == said[1] - {other.head} and (whose[0] == whose[1] or not of)
    return alike and widest(one.head) == widest(other.head)


def both_known(one: Party | None, other: Party | None) -> bool:
    """Whether both are known, and can be one."""
    return one is not None and other is not None and one.definite and other.definite and one.may_be(other)


def of_others(mine: Party | None, theirs: Party | None) -> bool:
    """Whether both tell what a thing is of, and nothing of it in common: *the request to move*, *the request for bail*."""
    of = [party.of for party in (mine, theirs) if party is not None and party.of]
    return len(of) == 2 and of[0].isdisjoint(of[1])


def without_figures(tokens: frozenset[str]) -> frozenset[str]:
    """The tokens that are no figures: *the* **two** *sides* are the sides."""
    return frozenset(token for token in tokens if not token[0].isdigit())


def says_as_much(left: Assertion, right: Assertion, light: frozenset[str] = frozenset()) -> bool:
    """Whether each says what the other does, so that both measure the same."""
    return left.tokens - {left.predicate} - light == right.tokens - {right.predicate} - light


def numbers_apart(left: Assertion, right: Assertion) -> str | None:
    """Why the one number of each cannot both be right, if both have one, of one unit."""
    if len(left.figures) != 1 or len(right.figures) != 1:
        return None
    one, other = left.figures[0], right.figures[0]
    return numbers_differ(one, left.shown) if one.noun == other.noun and not one.meets(other) else None


def of_one_day(left: Assertion, right: Assertion) -> bool:
    """Whether both tell of one day, or give no time in articles of the same days."""
    return on_one_day(left.told, right.told) or _of_these_days(left, right)


def is_news(left: Assertion, right: Assertion) -> bool:
    """Whether both tell of one day, or are told within a few days and do not give two."""
    one_tells_none = left.told is None or right.told is None
    return on_one_day(left.told, right.told) or (one_tells_none and _are_told_together(left, right))


def of_one_time(left: Assertion, right: Assertion) -> bool:
    """Whether both give the very same time: *last year*."""
    one, other = left.told, right.told
    return one is not None and other is not None and (one.begin, one.end) == (other.begin, other.end)


def _of_these_days(left: Assertion, right: Assertion) -> bool:
    """Whether neither gives a time, and both are told within a few days: of one deed, which is the news."""
    return left.told is None and right.told is None and _are_told_together(left, right)


def _are_told_together(left: Assertion, right: Assertion) -> bool:
    """Whether the articles of both count from days that are near each other."""
    return left.day is not None and right.day is not None and abs((left.day - right.day).days) <= FEW_DAYS
