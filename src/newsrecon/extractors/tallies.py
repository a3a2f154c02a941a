"""How a match, a vote or an election ended: *won 3-1*, *by 52 votes to 48*, *with 41.2 percent of the vote*.

Theory of operation. A score is of two sides that both name, a vote of one bill, a share of one party in one vote; what is told
before all votes are counted is not how it ended.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import cache, lru_cache

from attrs import frozen

from newsrecon.extractors.one_thing import holders, is_news, is_one, of_one_day, without_figures
from newsrecon.extractors.oppositions import opposition_words, predicates
from newsrecon.extractors.parties import SCORE
from newsrecon.extractors.statement_measures import Figure, numbers_differ, percent
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import predicate_of
from newsrecon.model import Claim
from newsrecon.text import end_of_word, one_of
from newsrecon.wording import numerals

__all__ = ["by_tally", "grounds_of_tallies", "keys_of_tallies", "tell_shares"]


def grounds_of_tallies(one: Assertion) -> Iterator[Hashable]:
    """What two statements both show that may tell how one match or vote ended."""
    if one.deed[0] in predicates("playing") | predicates("beating"):
        yield "match"
    if one.deed[0] in _deciding():
        yield "vote"
    yield from keys_of_tallies(one)


def keys_of_tallies(one: Assertion) -> Iterator[Hashable]:
    """A key under which a share of a vote meets another of the same party."""
    if one.subject is not None and _share_of(one) is not None:
        yield "share", one.subject


def by_tally(left: Assertion, right: Assertion) -> str | None:
    """Why one match or vote did not end in both ways, if it did not."""
    if left.negated or right.negated:
        return None
    return next((found for rule in (_by_score, _by_winner, _by_vote, _by_share) if (found := rule(left, right))), None)


def tell_shares(left: Assertion, right: Assertion) -> bool:
    """Whether two tell which share of a vote one who is named has."""
    if left.subject is None or left.subject != right.subject or _share_of(left) is None or _share_of(right) is None:
        return False
    return any(_has_word_of("votes", side) for side in (left, right)) or all(map(_tells_only_share, (left, right)))


def _tells_only_share(one: Assertion) -> bool:
    """Whether it is told which share one got, and nothing else: *Berg received 47.4 percent.*"""
    return one.subject is not None and one.words <= {percent(), one.predicate, one.deed[0]}


def _by_score(left: Assertion, right: Assertion) -> str | None:
    """*won 3-1*, *won 2-1*; *Sund beat Tarn 3-1*, *Tarn lost 2-1 to Sund*"""
    if (
        left.deed[0] not in predicates("playing")
        or right.deed[0] not in predicates("playing")
        or left.claim is None
        or right.claim is None
    ):
        return None
    if not (_of_one_side(left, right) or _of_two_sides(left, right)):
        return None
    one, other = _score_of(left.claim), _score_of(right.claim)
    if one is None or other is None or one.kind != other.kind or sorted(one.points) == sorted(other.points):
        return None
    return f"it ended {'-'.join(one.points)} here and {'-'.join(other.points)} there"


def _by_winner(left: Assertion, right: Assertion) -> str | None:
    """*Sund beat Tarn on Sunday*, *Tarn beat Sund on Sunday*"""
    if left.deed[0] not in predicates("beating") or right.deed[0] not in predicates("beating"):
        return None
    if left.passive != right.passive or not of_one_day(left, right) or not left.frame or not right.frame:
        return None
    one, other = left.frame, right.frame
    if None in (one.doer, one.done_to, other.doer, other.done_to) or not one.tense == other.tense == "past":
        return None
    sides = [[party.head for party in (frame.doer, frame.done_to) if party is not None] for frame in (one, other)]
    named = all(head.startswith("@") for head in sides[0])
    if not named or sides[0] != sides[1][::-1] or sides[0] == sides[1]:
        return None
    here, there = (left.shown.get(side, side) for side in sides[0])
    return f"{here!r} won here, {there!r} there"


@frozen
class _Score:
    points: tuple[str, str]
    kind: str
    """What it is a score of, where that is told: *4-3* **on penalties**."""


def _score_of(claim: Claim) -> _Score | None:
    """The score that a verb tells, the first behind it: *beat Tarn* **4-3 on penalties** *after a 1-1 draw*."""
    text, verb = claim.mention.text, str(claim.value.get("verb") or "")
    found = SCORE.search(text, max(end_of_word(text, verb), 0))
    if found is None:
        return None
    kind = _KIND_OF_SCORE.match(text, found.end())
    return _Score((found[1], found[2]), kind["kind"] if kind else "")


# 4-3 | on penalties
_KIND_OF_SCORE = re.compile(r"\s(?:on|in|after)\s(?P<kind>penalties|aggregate|extra time|overtime|a shootout)\b")


def _of_one_side(left: Assertion, right: Assertion) -> bool:
    same = left.deed == right.deed and left.subject is not None and left.subject == right.subject
    return same and left.names == right.names and left.told == right.told


def _of_two_sides(left: Assertion, right: Assertion) -> bool:
    """Whether both name the same two sides, one of them as the subject, and tell of one day."""
    sides = left.names & right.names
    named = len(sides) > 1 and left.subject in sides and right.subject in sides
    return named and (of_one_day(left, right) or left.told is None or right.told is None)


def _by_vote(left: Assertion, right: Assertion) -> str | None:
    """*passed the bill by 52 votes to 48*, *passed the bill 51-49*"""
    scores = [_score_of(one.claim) for one in (left, right) if one.claim is not None]
    if any(score is not None and score.kind for score in scores):
        return None  # beat them on penalties
    elected = _elect_one(left, right)
    if not (elected or _on_one_bill(left, right)) or not is_news(left, right):
        return None
    one, other = (_tallies(side) for side in (left, right))
    if len(one) != 1 or len(other) != 1 or sorted(map(int, one[0])) == sorted(map(int, other[0])):
        return None
    mine, theirs = (without_figures(side.tokens) - {predicate_of("votes")} for side in (left, right))
    enough = min(len(mine), len(theirs)) > 2 or is_one(*holders(left, right))
    alike = elected or (enough and (mine <= theirs or theirs <= mine))
    return f"the vote was {' to '.join(one[0])} here and {' to '.join(other[0])} there" if alike else None


def _on_one_bill(left: Assertion, right: Assertion) -> bool:
    """Whether one and the same is decided in both: *approved the plan*, *voted to approve the plan*."""
    if left.deed == right.deed:
        return left.deed[0] in predicates("voting")
    pairs = ((left, right), (right, left))
    return any(
        one.deed[0] == predicate_of("vote") and other.deed[0] in predicates("voting") & one.words
        for one, other in pairs
    )


def _elect_one(left: Assertion, right: Assertion) -> bool:
    """Whether one person is voted for in both, and to one post: *elected Ada Lind as mayor*, *voted to make Ada Lind mayor*."""
    if left.deed[0] not in _deciding() or right.deed[0] not in _deciding():
        return False
    mine, theirs = (None if one.frame is None else one.frame.doer for one in (left, right))
    if mine is not None and theirs is not None and not mine.may_be(theirs):
        return False  # the committee, the senate
    persons = {name for name in left.names & right.names if left.types.get(name) == "person"}
    return bool(persons) and len(left.core & right.core - predicates("appointing")) > 1


@cache
def _deciding() -> frozenset[str]:
    """By which something is voted on, or somebody."""
    return predicates("voting") | predicates("appointing")


def _by_share(left: Assertion, right: Assertion) -> str | None:
    """*won the election with 41.2 percent of the vote*, *took 43 percent*: of one who is named."""
    if not tell_shares(left, right) or not is_news(left, right) or left.will_be != right.will_be:
        return None
    if left.names - right.names and right.names - left.names:
        return None  # in one town here, and in another there
    if any(_has_word_of("not_final", side) for side in (left, right)):
        return None
    one, other = (_share_of(side) for side in (left, right))
    if one is None or other is None or one.meets(other):
        return None
    return numbers_differ(one, {one.noun: percent()})


def _has_word_of(key: str, one: Assertion) -> bool:
    """Whether a statement has a word of a list of the data."""
    text = one.claim.mention.text.lower() if one.claim is not None else ""
    return not opposition_words(key).isdisjoint(re.findall(r"[a-z]+", text))


def _share_of(one: Assertion) -> Figure | None:
    """The share that the subject has, the first of those told."""
    if one.claim is None or not one.claim.value.get("numbers") or not _tells_share(one.claim.mention.text):
        return None
    return next((figure for figure in one.counted if figure.noun == percent()), None)


@lru_cache(maxsize=1 << 12)
def _tells_share(text: str) -> bool:
    return _voted().search(text.lower()) is not None


# with | 41.2 percent
@cache
def _voted() -> re.Pattern[str]:
    around = one_of(opposition_words("around_numbers"))
    return re.compile(
        rf"\b(?:{one_of(opposition_words('voted'))})\s+(?:(?:{around})\s+){{0,3}}\d+(?:\.\d+)?\s?(?:%|per\s?cent)"
    )


def _tallies(one: Assertion) -> list[tuple[str, str]]:
    """The votes for and against that a statement tells."""
    told = _tally().findall(one.claim.mention.text.lower()) if one.claim is not None else []
    return [(numerals().get(yes, yes), numerals().get(no, no)) for yes, no in told]


# 52-48 · 52 votes to 48 · nine votes to six
@cache
def _tally() -> re.Pattern[str]:
    votes = rf"\d{{1,4}}|{one_of(numerals())}"
    return re.compile(rf"(?<![\w-])({votes})(?:\s+votes?)?(?:\s+(?:to|against)\s+|[-–])({votes})(?![\w-])")
