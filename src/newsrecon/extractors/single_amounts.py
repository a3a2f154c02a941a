"""How much: what one thing has only one measure of. *Is 4 kilometres wide*, *was jailed for six years*, *rose by 5 percent*.

Theory of operation. A number is one where both give it of the same thing, in the same words: of a measure, the verb that tells
it; of a sentence, whom it is passed on; of a change, what changes and when. What one says besides may make it a part of what the
other measures (*cost 20 million in its first year*), so neither may say more than the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterator
from functools import cache, lru_cache

from attrs import frozen

from newsrecon.extractors.frames import behind_subject
from newsrecon.extractors.one_thing import (
    both_known,
    holders,
    is_news,
    is_one,
    numbers_apart,
    of_one_day,
    of_one_time,
    says_as_much,
)
from newsrecon.extractors.oppositions import opposition_words, predicates, tokens
from newsrecon.extractors.parties import content_of, party_of
from newsrecon.extractors.single_measures import DAYS
from newsrecon.extractors.statement_measures import amounts, numbers_differ, percent, units
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import currency_signs, predicate_of, words_of
from newsrecon.extractors.tenses import tense_of
from newsrecon.text import one_of
from newsrecon.timex import may_have_turned
from newsrecon.wording import content_words

__all__ = [
    "by_amount",
    "ends_alike",
    "grounds_of_amounts",
    "has_turned",
    "is_a_share",
    "keys_of_amounts",
    "tells_level",
    "tells_range",
]


def grounds_of_amounts(one: Assertion) -> Iterator[Hashable]:
    """What two statements both show that may give two numbers of one thing."""
    yield from (("number", figure.noun) for figure in one.figures)
    if one.deed[0] in predicates("sentencing"):
        yield "sentence"


def _sentence_one(left: Assertion, right: Assertion) -> bool:
    return left.deed[0] in predicates("sentencing") and right.deed[0] in predicates("sentencing")


def keys_of_amounts(one: Assertion) -> Iterator[Hashable]:
    """A key under which a measure meets others of the same thing."""
    if len(one.figures) == 1 and _measured(one) is not None:
        holder = party_of(one.claim.subject, one.subject) if one.claim is not None else None
        if holder is not None:
            yield "measure", one.figures[0].noun, holder.head


def by_amount(left: Assertion, right: Assertion) -> str | None:
    """Why two numbers of one thing exclude each other, if they do."""
    if left.negated or right.negated:
        return None
    return next((found for rule in _RULES if (found := rule(left, right))), None)


def _by_measure(left: Assertion, right: Assertion) -> str | None:
    """*is 4 kilometres wide*, *is only 1.5 kilometres wide*"""
    one, other = _measured(left), _measured(right)
    if one is None or one != other or left.claim is None or right.claim is None:
        return None
    of = holders(left, right)
    if not is_one(*of, bare=True) or _by_the_clock(left) != _by_the_clock(right):
        return None
    alone = left.names == right.names and all(one and one.bare and len(one.words) == 1 for one in of)
    alone &= left.words <= right.words or right.words <= left.words  # in the north, in the south
    same = (
        says_as_much(left, right, tokens("around_numbers"))
        or _says_it_beside(left, right)
        or (alone and one == ("be", "past"))
    )
    return numbers_apart(left, right) if same else None


def _by_the_clock(one: Assertion) -> bool:
    """Whether it is told at what hour something had a measure: *was 40 percent by noon*."""
    return one.told is not None and "T" in one.told.begin


def _says_it_beside(left: Assertion, right: Assertion) -> bool:
    """Whether what only one says stands behind a comma, beside the measure: *is 70 percent effective*, *a study found*."""
    for one, other in ((left, right), (right, left)):
        more = one.words - other.words - tokens("around_numbers")
        text = one.claim.mention.text if one.claim is not None else ""
        comma = text.find(",")
        if one.names != other.names or (more and not 0 < comma < min(text.find(one.shown[word]) for word in more)):
            return False
    return True


def tells_level(one: Assertion) -> bool:
    """Whether what is said of the subject is to what number it has come: *The death toll rose to 14*."""
    found = _measure(one)
    return found is not None and found["verb"] in words_of("coming_to")


def _measured(one: Assertion) -> tuple[str, str] | None:
    """The verb by which a number is told of the subject, and the tense; None where none is."""
    found = _measure(one)
    if found is None:
        return None
    verb = found["verb"] or found["has"]
    first = verb.split()[0]
    kind = "be" if verb in words_of("coming_to") else predicate_of(found["noun"] or verb) or "be"
    return kind, tense_of([first], first)


def _measure(one: Assertion) -> re.Match[str] | None:
    """The words by which a number is told of the subject."""
    if one.claim is None or not one.figures or not one.claim.subject:
        return None
    text = one.claim.mention.text
    behind = behind_subject(text, one.claim.subject)
    return _measures().match(text.lower().replace("’", "'"), behind) if behind >= 0 else None


def has_turned(old: Assertion, new: Assertion) -> bool:
    """Whether both tell how old somebody or something is, and the second may be so by the time it was told."""
    if _by_measure(old, new) is None or not all(
        _YEARS_OLD.search(one.claim.mention.text) for one in (old, new) if one.claim
    ):
        return False
    return may_have_turned(old.figures[0].low, old.published, new.figures[0].low, new.published)


# is 28 | years old
_YEARS_OLD = re.compile(r"\byears\sold\b")


def is_a_share(left: Assertion, right: Assertion) -> bool:
    """Whether both tell how large a share of a thing was so, which changes from day to day: *was 10 percent contained*."""
    return _by_measure(left, right) is not None and left.figures[0].noun == percent()


# was only about | 1.5 · had a magnitude of | 6.1
@cache
def _measures() -> re.Pattern[str]:
    verbs = one_of([*opposition_words("measuring"), *words_of("coming_to")])
    return re.compile(
        rf"\s+(?:(?P<verb>{verbs})|(?P<has>ha[sd]|have)\s+an?\s+(?P<noun>[\w-]+)\s+of)\s+"
        rf"(?:(?:{one_of(opposition_words('around_numbers'))})\s+){{0,5}}[{currency_signs()}]?(?:\d|{_numeral()}\b)"
    )


@cache
def _numeral() -> str:
    from newsrecon.wording import numerals

    return one_of([*numerals(), "half"])


def _by_sentence(left: Assertion, right: Assertion) -> str | None:
    """*was sentenced to six years*, *The judge jailed her for eight years*"""
    if left.deed[0] not in predicates("sentencing") or right.deed[0] not in predicates("sentencing"):
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or not mine.tense == theirs.tense == "past":
        return None
    one_person = is_one(mine.done_to, theirs.done_to, of=False) or _is_who_is_named(left, right)
    if not one_person or (mine.doer and theirs.doer and not mine.doer.may_be(theirs.doer)):
        return None
    if not (left.deed[0] in predicates("imprisoning") and right.deed[0] in predicates("imprisoning")):
        light = units().union(predicates("sentencing"), *(frame.doer.words for frame in (mine, theirs) if frame.doer))
        return numbers_apart(left, right) if says_as_much(left, right, light) else None
    if not is_news(left, right) or _for_other_deeds(left, right) or tokens("in_part") & (left.words | right.words):
        return None
    if left.words.isdisjoint(_life()) != right.words.isdisjoint(_life()):
        years = right if right.words.isdisjoint(_life()) else left
        return "one is for life, the other for years" if years.figures else None
    for noun in sorted(_terms()):
        one, other = ([figure for figure in side.figures if figure.noun == noun] for side in (left, right))
        if len(one) == len(other) == 1 and not one[0].meets(other[0]):
            return numbers_differ(one[0], left.shown)
    return None


def _is_who_is_named(left: Assertion, right: Assertion) -> bool:
    """Whether one names whom the other only tells what he is, for the same: *a surgeon*, *Surgeon Simon Peel*, *two patients*."""
    if (left.subject is None) == (right.subject is None):
        return False
    named, told = (left, right) if right.subject is None else (right, left)
    party = told.frame.done_to if told.frame is not None else None
    if party is None or party.definite or party.others or party.head in tokens("anybody"):
        return False
    if named.ordinals or told.ordinals or any(told.types.get(name) == "person" for name in told.names):
        return False
    common = (left.words & right.words) - predicates("sentencing") - units() - {party.head}
    return party.head in named.words and bool(common)


def _for_other_deeds(left: Assertion, right: Assertion) -> bool:
    """Whether both tell for what one was sentenced, and nothing in common: *for fraud*, *for theft*."""
    mine, theirs = (
        _what_for(one.claim.mention.text) if one.claim is not None else frozenset() for one in (left, right)
    )
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


@lru_cache(maxsize=1 << 10)
def _what_for(text: str) -> frozenset[str]:
    """The content words of what somebody is sentenced for; those of a length, *for six years*, tell nothing."""
    parts = re.split(r"\s(?:for|over)\s", text)[1:]
    return frozenset(
        token for part in parts for token in content_words(part) if token not in units() and not token[0].isdigit()
    )


@cache
def _terms() -> frozenset[str]:
    """What a sentence is counted in: years, months."""
    return frozenset(token for unit in DAYS for token in content_words(unit))


@cache
def _life() -> frozenset[str]:
    return frozenset(content_words("life"))


def _by_range(left: Assertion, right: Assertion) -> str | None:
    """*plans to raise the pension age from 62 to 65*, *from 62 to 64*: of what has one change in the news of one day."""
    if left.claim is None or right.claim is None or not of_one_day(left, right):
        return None
    one, other = _range(left.claim.mention.text), _range(right.claim.mention.text)
    if one is None or other is None or not _may_change_as_one(one, other):
        return None
    if (one.first == other.first) == (one.last == other.last):
        return None
    if one.noun == left.predicate and not is_one(*holders(left, right), bare=True):
        return None  # the inflation rate rose, the interest rate rose
    return f"it is from {one.first} to {one.last} here and from {other.first} to {other.last} there"


@frozen
class _Range:
    """What changes from one number to another: a noun and the word in front of it, as tokens, and the numbers."""

    noun: str
    kind: str
    first: str
    last: str


def _may_change_as_one(one: _Range, other: _Range) -> bool:
    """Whether two ranges may be of one thing: *the key rate*, *the rate*, but not *the inflation rate*."""
    return one.noun == other.noun and (not one.kind or not other.kind or one.kind == other.kind)


@lru_cache(maxsize=1 << 12)
def _range(text: str) -> _Range | None:
    """What is told to change from one number to another; None where nothing is, or several things."""
    from newsrecon.wording import numerals

    found = [] if " from " not in text else list(_from_to().finditer(text.lower()))
    if len(found) != 1:
        return None
    noun, kind = content_words(found[0]["noun"]), content_words(found[0]["kind"] or "")
    first, last = (numerals().get(found[0][key], found[0][key]) for key in ("first", "last"))
    return _Range(noun[0], kind[0] if kind else "", first, last) if noun else None


# age | from 62 to 65 · rate | from 4.5 percent to 4 percent
@cache
def _from_to() -> re.Pattern[str]:
    number = rf"\d+(?:[.,]\d+)*|{_numeral()}"
    unit = rf"(?:\s?%|\s(?:{one_of((*words_of('units'), *(f'{unit}s' for unit in words_of('units'))))}))?"
    return re.compile(
        rf"\b(?:(?P<kind>[a-z]+)\s)?(?P<noun>[a-z]+)\sfrom\s(?P<first>{number}){unit}\sto\s(?P<last>{number})\b"
    )


def tells_range(text: str) -> bool:
    """Whether it is told from what number to what something changes."""
    return _range(text) is not None


def _by_change(left: Assertion, right: Assertion) -> str | None:
    """*will rise by 5 percent*, *will go up by 8 percent*: of one thing at one time."""
    if not _change_alike(left, right) or left.passive != right.passive:
        return None
    if left.claim is not None and tells_range(left.claim.mention.text):
        return None  # from 10 to 12, from 12 to 15
    at_once = of_one_day(left, right) or of_one_time(left, right)
    mine, theirs = (one.core - {one.predicate} - one.names for one in (left, right))
    if not (mine <= theirs or theirs <= mine or _to_one_thing(left, right)):
        return None  # cut deaths by 30 percent, cut prices by 12 percent
    if left.will_be != right.will_be or (left.names - right.names and right.names - left.names) or not at_once:
        return None  # in Zurich, in New York
    if _where(left) != _where(right) and predicates("traded").isdisjoint(left.words & right.words):
        return None  # sales rose by 4 percent, by 6 percent in Asia
    here, there = left.frame, right.frame
    if here is None or there is None or here.tense != there.tense:
        return None
    if not is_one(here.doer, there.doer, bare=True) and left.tokens != right.tokens:
        return None  # shares in Acme, Acme shares
    # By half a point | to 3.5 percent: two numbers of one change.
    by_points = _change_apart(left, right, frozenset((_point(),))) if ends_alike(left, right, points=True) else None
    return by_points or (_change_apart(left, right, _by_how_much()) if ends_alike(left, right) else None)


def _change_apart(left: Assertion, right: Assertion, nouns: Collection[str]) -> str | None:
    """Why the one number that each has of some units cannot be one, if it cannot."""
    ours, others = ([each for each in side.figures if each.noun in nouns] for side in (left, right))
    if len(ours) != 1 or len(others) != 1 or ours[0].noun != others[0].noun or ours[0].meets(others[0]):
        return None
    return numbers_differ(ours[0], left.shown)


def _where(one: Assertion) -> frozenset[str]:
    """The content words for where, or among whom, something changes: *rose in* **Asia**, *fell among* **women**."""
    text = one.claim.mention.text if one.claim is not None else ""
    behind = max(0, behind_subject(text, one.claim.subject)) if one.claim is not None else 0
    told = frozenset().union(*(content_of(found["where"]) for found in _WITHIN.finditer(text, behind)))
    return frozenset(token for token in told - units() if not token[0].isdigit())


# rose by 6 percent in | Asia, but not: in | a row
_WITHIN = re.compile(r"\b(?:in|at|among|across|within|outside)\s(?!a\srow\b)(?P<where>[^,;:]{1,60})")


def _change_alike(left: Assertion, right: Assertion) -> bool:
    """Whether both tell a change by one verb, or by two that tell the same way of what changes by itself: *fell*, *lost*."""
    if left.predicate == right.predicate:
        return left.predicate in predicates("changing")
    if any({left.predicate, right.predicate} <= predicates(way) for way in ("raising", "lowering")):
        return _to_one_thing(left, right)
    if left.passive or right.passive:
        return False
    return any({left.predicate, right.predicate} <= predicates(way) for way in ("going_up", "going_down"))


def _to_one_thing(left: Assertion, right: Assertion) -> bool:
    """Whether both tell what somebody raised or lowered, and it can be one: *cut its key rate*, *lowered its rate*."""
    things = [side.frame.done_to for side in (left, right) if side.frame is not None]
    return len(things) == 2 and both_known(*things)


@cache
def _by_how_much() -> frozenset[str]:
    """Units of what something grows or shrinks by."""
    return (units() | amounts()) - {""}


@cache
def _point() -> str:
    return predicate_of("points")


def ends_alike(left: Assertion, right: Assertion, *, points: bool = False) -> bool:
    """Whether both tell what something came to, or both by how much it changed: *fell* **to** *5.1 percent*, **by** *2 percent*.

    With `points`, to how many points: *was cut* **by** *a point to 5 percent* tells by how many it was.
    """
    pattern = _TO_POINTS if points else _to_a_share()
    ends = [one.claim is not None and pattern.search(one.claim.mention.text) is not None for one in (left, right)]
    return ends[0] == ends[1]


# to | 3 points
_TO_POINTS = re.compile(r"\bto\s(?:[a-z]+\s){0,2}\d[\d.]*\s(?:[a-z]+\s)?points?\b")


# to | 5.1 percent · to about | $5bn
@cache
def _to_a_share() -> re.Pattern[str]:
    return re.compile(rf"\bto\s(?:[a-z]+\s){{0,2}}(?:[A-Z]{{0,3}}[{currency_signs()}]\s?)?\d")


_RULES = (_by_measure, _by_sentence, _by_change, _by_range)
