"""Whether a statement tells of a man or of a woman: *Another man was pronounced dead*, *She was pronounced dead at 6:15*."""

from __future__ import annotations

import re
from functools import cache

from newsrecon import gazetteer
from newsrecon.extractors.parties import Party, noun_phrase
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import words_of
from newsrecon.text import one_of

__all__ = ["of_another_sex", "to_another_sex"]


def of_another_sex(left: Assertion, right: Assertion) -> str | None:
    """Why what happens to a man is not what happens to a woman, if each statement tells of one and names none of the other.

    *She met a man who* and *The man met a woman* may tell one thing.
    """
    if left.passive != right.passive:
        return None
    one, other = _sex_of(left), _sex_of(right)
    if one is None or other is None or one == other or other in _sexes_in(left) or one in _sexes_in(right):
        return None
    return "one tells it of a man, the other of a woman"


def to_another_sex(left: Assertion, right: Assertion) -> str | None:
    """Why what is done to a man is not what is done to a woman: *rescued a boy*, *rescued a woman*."""
    if left.deed != right.deed or left.passive or right.passive or left.frame is None or right.frame is None:
        return None
    one, other = _sex_told(left, left.frame.done_to), _sex_told(right, right.frame.done_to)
    if one is None or other is None or one == other or other in _sexes_in(left) or one in _sexes_in(right):
        return None
    return "one tells it of a man, the other of a woman"


def _sex_told(one: Assertion, party: Party | None) -> str | None:
    """The sex of one who is told of by a noun."""
    return _sexes().get(one.shown.get(party.head, "").lower()) if party is not None else None


def _sex_of(one: Assertion) -> str | None:
    """The sex of the one whom a statement is about, `m` or `f`, by a pronoun, a noun or a given name."""
    if one.kept.get(__name__) is None:
        one.kept[__name__] = (_read(one),)
    found: tuple[str | None] = one.kept[__name__]
    return found[0]


def _read(one: Assertion) -> str | None:
    if one.claim is None:
        return None
    subject = one.claim.subject
    phrase, _ = noun_phrase(subject, 0)
    words = [word[0].lower() for word in phrase] or [subject.lower()]
    told = {sex for word in {words[-1], *_adjectives().intersection(words)} if (sex := _sexes().get(word))}
    if not told and one.person:
        told = {gazetteer.given_names().get(one.shown.get(one.subject or "", "").split(" ")[0].lower(), "")} - {""}
    return told.pop() if len(told) == 1 else None


def _sexes_in(one: Assertion) -> frozenset[str]:
    """The sexes that the words of a statement tell of, whomever they mean."""
    text = one.claim.mention.text.lower() if one.claim is not None else ""
    return frozenset(_sexes()[found[0]] for found in _telling().finditer(text))


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(_sexes())})\b")


@cache
def _adjectives() -> frozenset[str]:
    """Words that tell the sex in front of a noun: *the* **female** *driver*."""
    return words_of("male") | words_of("female")


@cache
def _sexes() -> dict[str, str]:
    """The sex that each word tells, for one person."""
    told = {word: sex for key, sex in (("male", "m"), ("female", "f")) for word in words_of(key)}
    return {**gazetteer.titles().gendered, **told}
