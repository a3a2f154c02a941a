"""How many: whom or what one deed was done to, who did it, and who came. *Two men robbed the bank*, *three men robbed the bank*.

Theory of operation. A count is one where both tell of one deed of one day, done by one who is known or to what is known. Who
counts fewer tells no more than the other, or it might be a part.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from functools import cache

from newsrecon.extractors.frames import Frame
from newsrecon.extractors.one_thing import (
    holders,
    is_news,
    is_one,
    numbers_apart,
    of_one_day,
    says_as_much,
    without_figures,
)
from newsrecon.extractors.oppositions import forms, opposition_words, predicates, tokens
from newsrecon.extractors.parties import Party
from newsrecon.extractors.single_amounts import ends_alike
from newsrecon.extractors.statement_measures import Figure, numbers_differ, on_one_day, units
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import predicate_of
from newsrecon.wording import content_words, numerals

__all__ = ["by_count", "grounds_of_counts", "keys_of_counts"]

REACH = 6
"""So many words in front of a noun may hold its number and what governs it: *murder of the first four patients*."""
ENOUGH = 4
"""More words than these must be alike where nothing else shows that two numbers are of one thing; one fewer of who is named."""


_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")


def grounds_of_counts(one: Assertion) -> Iterator[Hashable]:
    """What two statements both show that may give two counts of one crowd."""
    if one.figures and one.deed[0] in _gathering() | predicates("drawing"):
        yield "crowd"


def keys_of_counts(one: Assertion) -> Iterator[Hashable]:
    """A key under which a crowd meets another at the same event."""
    if one.figures and one.frame is not None and one.deed[0] in _gathering() | predicates("drawing"):
        event = _crowd_and_event(one, one.frame)[1]
        if event is not None and event.definite:
            yield "crowd", event.head


def by_count(left: Assertion, right: Assertion) -> str | None:
    """Why two counts of one deed exclude each other, if they do."""
    if left.negated or right.negated or not ends_alike(left, right, points=True):
        return None  # cut the lead by 5 points, to 3 points
    return next((found for rule in _RULES if (found := rule(left, right))), None)


def _by_things(left: Assertion, right: Assertion) -> str | None:
    """*The sides will exchange 300 prisoners*, *The sides will exchange 120 prisoners*: of who is known.

    Who counts fewer tells no more than the other, or it might be a part: *will recall 12 cars in Norland*.
    """
    mine, theirs = left.frame, right.frame
    alike = left.deed == right.deed or (_has(left) and _has(right)) or _in_one_phrase(left, right)
    goes_on = left.deed == right.deed and left.deed[0] in _ongoing() and not (_has(left) and _has(right))
    if (
        not alike
        or goes_on
        or not (mine and theirs)
        or ((left.passive or right.passive) and not _to_come(mine, theirs) and not _from_one_place(mine, theirs))
    ):
        return None
    at_one = mine.tense == theirs.tense or {mine.tense, theirs.tense} == {"present", "future"}
    if not at_one or not mine.tense or not of_one_day(left, right):
        return None
    one, other = mine.done_to, theirs.done_to
    if one is None or other is None or one.others or other.others or not _by_one(mine, theirs):
        return None
    counts = [[figure for figure in side.figures if figure.noun == one.head] for side in (left, right)]
    if one.head != other.head or len(counts[0]) != 1 or len(counts[1]) != 1 or counts[0][0].meets(counts[1][0]):
        return None
    fewer, more = (left, right) if counts[0][0].low < counts[1][0].low else (right, left)
    if fewer.times and not more.times:
        return None  # 300 in 2026 and 200 in 2027
    further = fewer.tokens - {fewer.predicate} - more.tokens
    return numbers_differ(counts[0][0], left.shown) if _stand_beside(further, fewer) else None


def _in_one_phrase(left: Assertion, right: Assertion) -> bool:
    """Whether both tell it in words that make one phrase with the verb: *cut 300 jobs*, *shed 400 jobs*."""
    if left.passive != right.passive or left.deed[1] != right.deed[1]:
        return False
    return not _opened_by_its_verb(left).isdisjoint(_opened_by_its_verb(right))


def _opened_by_its_verb(one: Assertion) -> frozenset[str]:
    """The tokens of several words of which the verb is the first: *cut 300 jobs*."""
    written = ((token, one.shown[token].split()) for token in one.words)
    return frozenset(token for token, words in written if len(words) > 1 and predicate_of(words[0]) == one.deed[0])


def _stand_beside(words: Iterable[str], one: Assertion) -> bool:
    """Whether some words of a statement stand behind a comma, and so tell of the same number: *300 jobs,* **mostly in Sund**."""
    text = one.claim.mention.text if one.claim is not None else ""
    comma = text.find(", ")
    return all(0 < comma < text.find(one.shown.get(word, word)) for word in words)


def _to_come(mine: Frame, theirs: Frame) -> bool:
    """Whether both are to be, as what one body plans: *will close 12 branches*, *Nine branches will be closed*."""
    return mine.tense == theirs.tense == "future"


def _from_one_place(mine: Frame, theirs: Frame) -> bool:
    """Whether both tell where or from whom, and no more: *stole three paintings from the museum*."""
    told = [
        without_figures(frame.rest | (frame.done_to.of if frame.done_to else frozenset())) for frame in (mine, theirs)
    ]
    return bool(told[0]) and told[0] == told[1]


def _by_one(mine: Frame, theirs: Frame) -> bool:
    """Whether one does both; of what is to come, or from one place, it need not be told who."""
    untold = (_to_come(mine, theirs) or _from_one_place(mine, theirs)) and (mine.doer is None) != (theirs.doer is None)
    return untold or is_one(mine.doer, theirs.doer)


def _has(one: Assertion) -> bool:
    """Whether it is told what somebody has or gets: *won 88 seats*, *took 89 seats*."""
    verb = one.claim.value.get("verb") if one.claim is not None else ""
    return verb in forms("having")


def _by_attendance(left: Assertion, right: Assertion) -> str | None:
    """*Some 80,000 people took part in the march*, *The march drew about 15,000 people*"""
    mine, theirs = left.frame, right.frame
    if not _gathers(left, right) or mine is None or theirs is None or not mine.tense == theirs.tense == "past":
        return None
    (crowd, event), (other_crowd, other_event) = _crowd_and_event(left, mine), _crowd_and_event(right, theirs)
    if left.told != right.told or left.names != right.names or not (_is_crowd(crowd) and _is_crowd(other_crowd)):
        return None
    if event is None and other_event is None:
        at_one = mine.rest <= theirs.rest or theirs.rest <= mine.rest
    else:
        at_one = is_one(event, other_event)
    one, other = left.figures, right.figures
    counted = at_one and len(one) == len(other) == 1 and not one[0].meets(other[0])
    return "the numbers differ" if counted else None


def _crowd_and_event(one: Assertion, frame: Frame) -> tuple[Party | None, Party | None]:
    """Who came to what, as a clause tells it of those who came or of what drew them."""
    return (frame.done_to, frame.doer) if one.deed[0] in predicates("drawing") else (frame.doer, frame.done_to)


def _gathers(left: Assertion, right: Assertion) -> bool:
    drawn = {left.deed[0], right.deed[0]} & predicates("drawing")
    of_one = left.deed == right.deed or bool(drawn) or (on_one_day(left.told, right.told) and bool(left.names))
    return of_one and {left.deed[0], right.deed[0]} <= _gathering() | predicates("drawing")


def _is_crowd(party: Party | None) -> bool:
    return party is not None and not party.definite and not party.empty and not party.others


def _by_doers(left: Assertion, right: Assertion) -> str | None:
    """*was stolen by two masked men*, *was stolen by three masked men*: how many did one thing."""
    mine, theirs = left.frame, right.frame
    if left.deed != right.deed or left.deed[0] in _ongoing() or not (mine and theirs) or mine.tense != theirs.tense:
        return None
    if not of_one_day(left, right) or not is_one(mine.done_to, theirs.done_to):
        return None
    one, other = mine.doer, theirs.doer
    if one is None or other is None or one.head != other.head or one.others or other.others:
        return None
    if one.head == predicate_of("votes"):
        return None  # was approved by nine votes to six
    counts = [[figure for figure in side.figures if figure.noun == one.head] for side in (left, right)]
    if len(counts[0]) != 1 or len(counts[1]) != 1 or counts[0][0].meets(counts[1][0]):
        return None
    return numbers_differ(counts[0][0], left.shown)


def _by_what_governs(left: Assertion, right: Assertion) -> str | None:
    """*was convicted of murdering three patients*, *was found guilty of the murder of four patients*: of one person."""
    mine, theirs = left.frame, right.frame
    if left.predicate != right.predicate or mine is None or theirs is None or mine.tense != theirs.tense:
        return None
    theme = mine.theme
    if not is_one(theme, theirs.theme, of=False) or not is_news(left, right):
        return None
    if theme is None or not theme.head.startswith("@") or (left.names - right.names and right.names - left.names):
        return None
    for one in left.figures:
        for other in right.figures:
            if one.noun == other.noun and one.noun not in units() and not one.meets(other):
                word, same = _governing(left, one), _governing(right, other)
                if word and word == same and word != left.predicate:
                    return numbers_differ(one, left.shown)
    return None


def _governing(one: Assertion, figure: Figure) -> str:
    """The content word in front of a number: **murder**, of *the murder of four patients*; empty where none stands there."""
    text = one.claim.mention.text if one.claim is not None else ""
    noun = text.find(one.shown.get(figure.noun, "\0"))
    before = _WORD.findall(text[: max(noun, 0)])[-REACH:]
    number = next((place for place in reversed(range(len(before))) if _is_number(before[place])), None)
    told = [token for word in before[:number] for token in content_words(word)] if number is not None else []
    return told[-1] if told else ""


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word.lower() in numerals()


def _by_twin(left: Assertion, right: Assertion) -> str | None:
    """Two statements of one thing that are alike but for a number: *The driver, 20, fled in a van*, *The driver, 25, …*"""
    if left.deed != right.deed or left.passive != right.passive or not of_one_day(left, right):
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.tense != theirs.tense or not _is_known(left, right):
        return None
    if any(frame.done_to is not None and frame.done_to.others for frame in (mine, theirs)):
        return None  # a further 15,000 cans
    enough = ENOUGH - 1 if left.subject is not None else ENOUGH
    return numbers_apart(left, right) if len(left.tokens) > enough and says_as_much(left, right) else None


def _is_known(left: Assertion, right: Assertion) -> bool:
    """Whether both are about one who is named, or about what is not just anybody: *the driver*, but not *the man*."""
    one, other = holders(left, right)
    return is_one(one, other) and one is not None and one.head not in tokens("anybody")


def _by_times(left: Assertion, right: Assertion) -> str | None:
    """*was stabbed twelve times*, *was stabbed seven times*: of who or what is known."""
    mine, theirs = left.frame, right.frame
    if left.deed != right.deed or mine is None or theirs is None or not mine.tense == theirs.tense == "past":
        return None
    if left.passive != right.passive or not is_one(mine.theme, theirs.theme) or not is_news(left, right):
        return None
    one, other = ([figure for figure in side.figures if figure.noun == _times()] for side in (left, right))
    if len(one) != 1 or len(other) != 1 or one[0].meets(other[0]):
        return None
    return numbers_differ(one[0], left.shown)


@cache
def _times() -> str:
    return predicate_of("times")


@cache
def _ongoing() -> frozenset[str]:
    """What goes on while it is told, and what tells nothing by itself."""
    return predicates("ongoing") | {""}


@cache
def _gathering() -> frozenset[str]:
    return opposition_words("gathering").union(map(predicate_of, opposition_words("gathering")))


_RULES = (_by_things, _by_attendance, _by_doers, _by_what_governs, _by_times, _by_twin)
