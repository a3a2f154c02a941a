"""How long, how fast, how strong, for how much: measures that one event has only one of.

Theory of operation. A length, a price or a magnitude is told in several ways (*was sold for 3 million*, *fetched 3 million*), so
the measure is read from the words around the number, and two are of one thing where both tell it of what both know.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import cache, lru_cache
from itertools import combinations

from attrs import frozen

from newsrecon.extractors.one_thing import holders, is_news, is_one, numbers_apart, of_one_day, without_figures
from newsrecon.extractors.oppositions import forms, opposition_words, predicates, tokens
from newsrecon.extractors.parties import party_of
from newsrecon.extractors.statement_measures import amounts, numbers_differ
from newsrecon.extractors.statement_numbers import so_long
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import currency_signs, multipliers, predicate_of, predicates_in, words_of
from newsrecon.text import one_of
from newsrecon.verbs import word_list

__all__ = ["by_extent", "grounds_of_extents", "keys_of_extents", "of_another_length", "tell_one_deal"]

MUCH = 0.15
"""Lengths that differ by less, of the longer one, are one in round numbers: *a month*, *30 days*."""


def grounds_of_extents(one: Assertion) -> Iterator[Hashable]:
    """What two statements both show that may give two measures of one event."""
    text = one.claim.mention.text if one.claim is not None else ""
    if one.figures and _tells_price(text):
        yield "price"
    if one.figures and _tells_deal(one):
        yield "deal"
    if one.figures and (what := _sum_in(text)) is not None:
        yield "sum", what
    if _tells_loot(one):
        yield "loot"
    if one.figures and (what := _dimension(text)) is not None:
        yield "dimension", what
    if _lengths(one):
        yield "length", one.deed
    for length in _lasts(text):
        yield from (("lasting", verb, length.after) for verb in {_goes_on(one), one.predicate} - {""})


def keys_of_extents(one: Assertion) -> Iterator[Hashable]:
    """Keys under which what something was sold for meets another price of it, and a reward another reward."""
    if one.claim is None or not one.figures:
        return
    holder = party_of(one.claim.subject, one.subject)
    if holder is not None and _tells_price(one.claim.mention.text):
        yield "price", holder.head
    if (what := _sum_in(one.claim.mention.text)) is not None:
        yield "sum", what
    if len(one.names) > 1 and _tells_deal(one):
        yield from (("deal", *pair) for pair in combinations(sorted(one.names), 2))


def by_extent(left: Assertion, right: Assertion) -> str | None:
    """Why two measures of one event exclude each other, if they do."""
    if left.negated or right.negated:
        return None
    return next((found for rule in _RULES if (found := rule(left, right))), None)


# ---------------------------------------------------------------- how long


def _by_length(left: Assertion, right: Assertion) -> str | None:
    """*arrived for a four-day visit*, *at the start of a five-day trip*: of what both name somebody."""
    if not left.names & right.names:
        return None
    mine = _lengths(left)
    theirs = _lengths(right) if mine else {}
    for (unit, noun), one in sorted(mine.items()):
        for (same_unit, of), other in sorted(theirs.items()):
            if unit == same_unit and one.isdisjoint(other) and (noun == of or _done_to_both(left, noun, right, of)):
                return f"it is of {min(one)} {unit}s here and of {min(other)} there"
    return None


def _done_to_both(left: Assertion, noun: str, right: Assertion, of: str) -> bool:
    """Whether one deed is done to both, so that they are one: *signed a three-year contract*, *signed a two-year deal*."""
    if left.deed != right.deed or left.frame is None or right.frame is None or left.subject != right.subject:
        return False
    one, other = left.frame.done_to, right.frame.done_to
    return one is not None and other is not None and (one.head, other.head) == (noun, of)


def _lengths(one: Assertion) -> dict[tuple[str, str], set[str]]:
    """The figures of what is said to be so long, by the unit and what it is: *4*, of *a four-day visit*."""
    from newsrecon.wording import numerals

    found: dict[tuple[str, str], set[str]] = {}
    text = one.claim.mention.text.lower() if one.claim is not None else ""
    for number, unit, noun in so_long().findall(text) if "-" in text else ():
        found.setdefault((unit, predicate_of(noun)), set()).add(numerals().get(number, number))
    return found


def _by_lasting(left: Assertion, right: Assertion) -> str | None:
    """*The strike will last three days*, *The strike will last a week*"""
    if left.claim is None or right.claim is None or not of_one_day(left, right) or not _do_one_thing(left, right):
        return None
    mine, theirs = _lasts(left.claim.mention.text), _lasts(right.claim.mention.text)
    if len(mine) != 1 or len(theirs) != 1 or mine[0].after != theirs[0].after or not is_one(*holders(left, right)):
        return None
    if left.will_be != right.will_be:
        return None
    said = [side.tokens - predicates_in("time_units") - {_goes_on(side), side.predicate} for side in (left, right)]
    if not (said[0] <= said[1] or said[1] <= said[0]):
        return None  # jailed for six years for fraud, for two years for theft
    return None if mine[0].is_about(theirs[0]) else _two_lengths(mine[0], theirs[0])


def _goes_on(one: Assertion) -> str:
    """The verb of a statement, one for those by which something goes on so long: *lasted*, *took*."""
    verb = str(one.claim.value.get("verb")) if one.claim is not None else ""
    goes_on = verb in forms("lasting") or one.predicate == predicate_of("continue")  # went | on
    return predicate_of("last") if goes_on else one.deed[0]


def _do_one_thing(left: Assertion, right: Assertion) -> bool:
    """Whether both tell one deed: *was released*, *was let go*."""
    return _goes_on(left) == _goes_on(right) or (bool(left.predicate) and left.predicate == right.predicate)


def of_another_length(left: Assertion, right: Assertion) -> str | None:
    """Why two statements are of two things, if each tells how long one went on, and not alike."""
    if left.claim is None or right.claim is None or not _do_one_thing(left, right):
        return None
    mine, theirs = _lasts(left.claim.mention.text), _lasts(right.claim.mention.text)
    both = [(one, other) for one in mine for other in theirs if one.after == other.after]
    return _two_lengths(*both[0]) if both and not any(one.is_about(other) for one, other in both) else None


@frozen
class _Length:
    days: float
    shown: str
    after: bool
    """Whether it is how long after something else: *was freed* **after three hours**."""
    least: bool
    """Whether it is at least so long: *for* **more than** *an hour*."""

    def is_about(self, other: _Length) -> bool:
        """Whether both may be one in round numbers."""
        round_numbers = abs(self.days - other.days) <= MUCH * max(self.days, other.days)
        return round_numbers or (self.least and other.days > self.days) or (other.least and self.days > other.days)


def _two_lengths(one: _Length, other: _Length) -> str:
    if one.after:
        return f"it is after {one.shown} here and after {other.shown} there"
    return f"it lasts {one.shown} here and {other.shown} there"


@lru_cache(maxsize=1 << 12)
def _lasts(text: str) -> tuple[_Length, ...]:
    """For how long something is said to go on, or after how long to happen; nothing for what goes on while it is told."""
    from newsrecon.wording import numerals

    low = text.lower().replace("’", "'")
    if _still_goes_on().search(low) is not None:
        return ()
    found = []
    for match in _length().finditer(low):
        figure = numerals().get(match["number"], "1" if match["number"] in ("a", "an") else match["number"])
        shown = f"{match['number']} {match['unit']}{match['plural']}"
        long = float(figure) * DAYS[match["unit"]]
        found.append(_Length(long, shown, match[0].startswith("after"), match["least"] is not None))
    return tuple(found)


# has been closed for three days · for up to three days
@cache
def _still_goes_on() -> re.Pattern[str]:
    from newsrecon.wording import numerals

    number = rf"(?:an?|\d{{1,4}}|{one_of(numerals())})"
    have = one_of(sorted({*word_list("have"), "'ve"}))
    return re.compile(rf"(?<![\w'])(?:{have}|(?:{one_of(sorted(words_of('most')))})(?=\s{number}\s))\b")


DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.2, "decade": 3652.0}
"""How many days each unit of time has."""


# will last | a week · was closed for | three days · was freed after | an hour
@cache
def _length() -> re.Pattern[str]:
    from newsrecon.wording import numerals

    about, least = (one_of(sorted(words_of(key))) for key in ("about", "least"))
    number = rf"an?|\d{{1,4}}|{one_of(numerals())}"
    return re.compile(
        rf"\b(?:{one_of(sorted(forms('lasting')))}|for|after)\s+(?:(?:{about})\s+|(?P<least>{least})\s+)?(?P<number>{number})\s+"
        rf"(?P<unit>{one_of(words_of('time_units'))})(?P<plural>s?)\b"
    )


# ---------------------------------------------------------------- how fast


def _by_speed(left: Assertion, right: Assertion) -> str | None:
    """*was travelling at 120 kilometres an hour*, *was going at 80*"""
    if not all(map(_is_fast, (left, right))):
        return None
    for one in left.figures:
        for other in right.figures:
            if one.noun == other.noun and not one.meets(other):
                return numbers_differ(one, left.shown) if is_one(*holders(left, right)) else None
    return None


def _is_fast(one: Assertion) -> bool:
    return one.claim is not None and _SPEED.search(one.claim.mention.text) is not None


# at | 120 kilometres an hour
_SPEED = re.compile(
    r"\bat\s(?:[\w-]+\s){0,4}?\d+\s?(?:km/h|kph|mph|knots|(?:kilomet(?:re|er)s|miles)\s(?:an|per)\shour)\b"
)


# ---------------------------------------------------------------- how deep


def _by_dimension(left: Assertion, right: Assertion) -> str | None:
    """*struck at a depth of 10 kilometres*, *struck at a depth of 35 kilometres*: of one event of one day."""
    one, other = (_dimension(side.claim.mention.text) if side.claim is not None else None for side in (left, right))
    if one is None or one != other or left.deed != right.deed or not is_news(left, right):
        return None
    return numbers_apart(left, right) if is_one(*holders(left, right)) else None


@lru_cache(maxsize=1 << 12)
def _dimension(text: str) -> str | None:
    """The word for what is measured behind *at*."""
    found = _dimensions().search(text)
    return found["what"] if found is not None else None


# at a | depth of 10 kilometres
@cache
def _dimensions() -> re.Pattern[str]:
    about = one_of(sorted(words_of("about")))
    return re.compile(
        rf"\bat\s(?:an?|the)\s(?P<what>{one_of(opposition_words('dimensions'))})\sof\s(?:(?:{about})\s)?\d"
    )


# ---------------------------------------------------------------- how strong


def _by_scale(left: Assertion, right: Assertion) -> str | None:
    """*A magnitude 6.1 earthquake struck*, *the earthquake had a magnitude of 6.4*"""
    if not is_news(left, right) or (left.names - right.names and right.names - left.names):
        return None
    if not (left.words ^ right.words).isdisjoint(predicates("further_of_kind")):
        return None  # an earthquake of magnitude 6.3, the new quake
    for scale in sorted(words_of("scales")):
        one, other = ([each for each in side.figures if each.noun == predicate_of(scale)] for side in (left, right))
        if len(one) == len(other) == 1 and not one[0].meets(other[0]):
            further = (left.core & right.core) - {predicate_of(scale)}
            return numbers_differ(one[0], left.shown) if further else None
    return None


# ---------------------------------------------------------------- for how much


def _by_sum(left: Assertion, right: Assertion) -> str | None:
    """*A reward of 10,000 pounds was offered*, *Police are offering a reward of 20,000 pounds*"""
    if left.claim is None or right.claim is None or not is_news(left, right):
        return None
    one, other = _sum_in(left.claim.mention.text), _sum_in(right.claim.mention.text)
    asked = one not in opposition_words("asked_for") and any(
        side.deed[0] in predicates("asking") for side in (left, right)
    )
    if one is None or one != other or asked or (left.names - right.names and right.names - left.names):
        return None
    return numbers_apart(left, right)


@lru_cache(maxsize=1 << 12)
def _sum_in(text: str) -> str | None:
    """What a text tells the sum of, if it is one that a story has only one of."""
    found = _sums().search(text.lower())
    return found["what"] or found["paid"] if found is not None else None


# a reward of | 10,000 pounds
@cache
def _sums() -> re.Pattern[str]:
    about = one_of(sorted(words_of("about")))
    is_set = rf"(?:\w+\s+){{1,2}}(?:{one_of(opposition_words('setting'))})\s+"
    paid = one_of(opposition_words("paid_in"))
    return re.compile(
        rf"\b(?P<what>{one_of(opposition_words('sums'))})\s+(?:{is_set})?(?:of|at)\s+(?:(?:{about})\s+)?[{currency_signs()}]?\d"
        rf"|\d[\d.,]*\s(?:\w+\s){{1,2}}in\s(?P<paid>{paid})\b"
    )


def _by_loot(left: Assertion, right: Assertion) -> str | None:
    """*The robbers took 2 million euros*, *The robbers made off with 300,000 euros*"""
    if not _tells_loot(left) or not _tells_loot(right) or not of_one_day(left, right):
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or not mine.tense == theirs.tense == "past":
        return None
    told = [
        without_figures(frame.rest | (frame.done_to.of if frame.done_to else frozenset())) for frame in (mine, theirs)
    ]
    if all(told) and told[0].isdisjoint(told[1]):
        return None  # from the bank, from the post office
    return numbers_apart(left, right) if is_one(mine.doer, theirs.doer) else None


def _tells_loot(one: Assertion) -> bool:
    """Whether it is told with how much money somebody who robs another gets away."""
    if len(one.figures) != 1 or one.figures[0].noun not in amounts() or one.passive or one.claim is None:
        return False
    verb = str(one.claim.value.get("verb"))
    return verb in forms("looting") and not tokens("robbers").isdisjoint(one.words)


def _by_price(left: Assertion, right: Assertion) -> str | None:
    """*was sold for 3 million dollars*, *fetched 4 million dollars*"""
    if left.claim is None or right.claim is None or not of_one_day(left, right):
        return None
    if not (_tells_price(left.claim.mention.text) and _tells_price(right.claim.mention.text)):
        return None
    return numbers_apart(left, right) if is_one(*holders(left, right)) else None


def _by_deal(left: Assertion, right: Assertion) -> str | None:
    """*has agreed to buy its rival Helix for 8 billion dollars*, *is to take over Helix in a deal worth 6.5 billion*"""
    return numbers_apart(left, right) if tell_one_deal(left, right) and is_news(left, right) else None


def tell_one_deal(left: Assertion, right: Assertion) -> bool:
    """Whether both tell for how much one who is named bought another, in whatever words."""
    return len(left.names & right.names) > 1 and _tells_deal(left) and _tells_deal(right)


def _tells_deal(one: Assertion) -> bool:
    """Whether it is told for how much one buys another."""
    text = one.claim.mention.text if one.claim is not None else ""
    if len(one.figures) != 1 or one.figures[0].noun not in amounts():
        return False
    return _deal().search(text) is not None or _pays().search(text) is not None


# buy its rival Helix for | 8 billion · take over Helix in a deal worth | 6.5 billion
@cache
def _deal() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{one_of(opposition_words('acquiring'))})\b[^,;.{currency_signs()}\d]{{1,80}}?\s(?:for|worth|valued\sat)\s+"
        rf"(?:(?:{one_of(sorted(words_of('about')))})\s+)?(?=[{currency_signs()}]?\d|[a-z]+\s+(?:{one_of(multipliers())})\b)"
    )


# pay | 4 billion dollars for Corvex
@cache
def _pays() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{one_of(opposition_words('paying'))})\s[^,;.]{{0,12}}?\d[\d.,]*[^,;.\d]{{1,30}}?\sfor\s(?=[A-Z])"
    )


@lru_cache(maxsize=1 << 12)
def _tells_price(text: str) -> bool:
    """Whether a text tells what was paid for something."""
    return _sold().search(text) is not None


# sold for | $3 million · fetched | 4 million
@cache
def _sold() -> re.Pattern[str]:
    about = one_of(sorted(words_of("about")))
    return re.compile(
        rf"\b(?:{one_of(opposition_words('prices'))}|(?:{one_of(opposition_words('sold'))})\s[^,;.{currency_signs()}\d]{{1,60}}?\sfor)\s+(?:(?:{about})\s+)?(?=[{currency_signs()}]?\d|[a-z]+\s+(?:{one_of(multipliers())})\b)"
    )


_RULES = (_by_speed, _by_dimension, _by_length, _by_lasting, _by_scale, _by_sum, _by_loot, _by_price, _by_deal)
