"""Who does what to whom in a statement: *The board | rejected | the offer*, *The offer | was rejected | by the board*.

Two statements can exclude each other only where they tell of one doer and one thing. No parser: what is done to stands behind
the verb, or is the subject of a passive. What cannot be told so has no frame.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve, frozen

from newsrecon.extractors.oppositions import forms, opposition_words, predicates
from newsrecon.extractors.parties import WORD, Names, Party, content_of, doer_behind, party_at, subject_party
from newsrecon.extractors.statement_words import forms_in, predicate_of, words_of
from newsrecon.extractors.tenses import NEGATED, Tense, forms_of_be, is_past, tense_of
from newsrecon.span import Span
from newsrecon.text import end_of_word, one_of

__all__ = ["Frame", "behind_subject", "decided_deed", "frame_of", "intended_deed", "refused_deed"]


@frozen
class Frame:
    """What a statement says was done, or not done."""

    doer: Party | None
    done_to: Party | None
    negated: bool
    tense: Tense
    rest: frozenset[str]
    """What else is told: where, how, of what."""
    to_pronoun: bool = False
    """Whether a pronoun tells to whom it is done: *identified* **him**."""

    @property
    def theme(self) -> Party | None:
        """Whom or what it befalls: what it is done to, or else who does it: **the plane** *crashed*; None for *him*."""
        return None if self.to_pronoun else self.done_to or self.doer


def refused_deed(text: str, verb: str) -> str | None:
    """The verb of what somebody is said not to do: *apologise*, of *refused to apologise*."""
    return _infinitive(text, verb) if verb in forms("refusing") else None


def decided_deed(text: str, verb: str) -> str | None:
    """The verb of what a body is said to have voted for: *reject*, of *voted to reject the treaty*."""
    found = _infinitive(text, verb) if verb in forms("deciding") else None
    return found if found is not None and predicate_of(found) in predicates("voting") else None


def intended_deed(text: str, verb: str) -> str | None:
    """The verb of what somebody is said to be going to do: *sell*, of *plans to sell the house*."""
    return _infinitive(text, verb) if verb in forms("intending") else None


def _infinitive(text: str, verb: str) -> str | None:
    low = text.lower()
    end = end_of_word(low, verb)
    found = _TO.match(low, end) if end >= 0 else None
    return found[1] if found else None


# refused | to sell
_TO = re.compile(r"\s+to\s+(\w+)")


def frame_of(
    text: str, subject: str, verb: str, *, passive: bool, who: str | None, names: Names, reported: bool
) -> Frame | None:
    """The frame of a clause; `who` is the name of its subject, where it has one. None where no deed is told, but a state.

    What is refused is not done: the frame of *refused to pay the fine* is that of *did not pay the fine*; that of *plans to pay
    it* is that of *will pay it*.
    """
    text = _without_attribution(text)
    refused, intended = refused_deed(text, verb), intended_deed(text, verb)
    found = _whole_word(text.lower(), verb) if verb.isalpha() else None
    if found is None or verb in _no_verbs():
        return None
    before = [word.lower().replace("’", "'") for word in WORD.findall(text, 0, found.start)[-NEGATED:]]
    to_come = before[-1:] == ["to"] and not forms_of_be().isdisjoint(before[-2:-1])  # is to | begin
    if not passive and not to_come and not verb.endswith("ing") and before and forms_of_be().intersection(before[-2:]):
        return None
    tense = tense_of(before, verb, reported=reported) if intended is None else "future"
    if (other := refused or intended or decided_deed(text, verb)) is not None:
        found = _whole_word(text.lower(), other, found.end)
        if found is None:
            return None
    first = subject_party(text, subject, verb, who)
    if (particle := _particle().match(text, found.end)) is not None:
        found = Span(found.start, particle.end())
    if not passive and (beside := _AND_DID.match(text, found.end)) is not None and is_past(beside["verb"]):
        found = Span(found.start, beside.end())
    second, end = party_at(text, found.end, names)
    negated = any(_negates(word) for word in before[-NEGATED:])
    negated ^= bool(first and first.empty) or bool(not passive and second and second.empty)
    negated ^= refused is not None
    if negated and second is not None and _ANY.match(text, found.end):
        second = evolve(second, definite=False, empty=True)  # has not sold any shares
    if passive:
        return Frame(doer_behind(text, found.end, names), first, negated, tense, content_of(text[found.end :]))
    to_pronoun = second is None and _OBJECT.match(text, found.end) is not None
    return Frame(first, second, negated, tense, content_of(text[end:]), to_pronoun)


def behind_subject(text: str, subject: str) -> int:
    """Where begins what is said of a subject: *The mayor, Ada Lind,* | *resigned*; -1 where no clause opens with it."""
    if not text.startswith(subject):
        return -1
    beside = _BESIDE.match(text, len(subject))
    return beside.end() if beside is not None else len(subject)


# , Ada Lind,
_BESIDE = re.compile(r",\s[^,;:]{1,80},(?=\s)")


_LETTER = re.compile(r"\w")


def _whole_word(text: str, word: str, start: int = 0) -> Span | None:
    """Where a word first stands by itself."""
    place = text.find(word, start)
    while place >= 0:
        end = place + len(word)
        if not (_LETTER.match(text, end) or (place and _LETTER.match(text, place - 1))):
            return Span(place, end)
        place = text.find(word, place + 1)
    return None


# identified | him | as
_OBJECT = re.compile(r"\s+(?:him|her|them|it)\b", re.IGNORECASE)
# not sold | any | shares
_ANY = re.compile(r"\s+any\b")
# shot | and killed | the guard
_AND_DID = re.compile(r"\s+and\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)(?=\s)")


# called | off | the strike, but not "was called off"
@cache
def _particle() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{one_of(words_of('particles'))})(?=\s+(?:the|a|an|all|his|her|its|their|some|\d)\b)")


@cache
def _no_verbs() -> frozenset[str]:
    """Words that open or end a noun phrase, whatever else they may be."""
    return opposition_words("ends") | opposition_words("indefinite") | opposition_words("definite")


def _without_attribution(text: str) -> str:
    """The text without who says so at its end: *…, people close to the talks said*."""
    found = _tail().search(text)
    return text[: found.start()] if found else text


@cache
def _tail() -> re.Pattern[str]:
    verbs = "|".join(sorted(forms_in("empty")))
    return re.compile(rf",\s[^,;]{{1,80}}\b(?:{verbs})\b[^,;]{{0,60}}$")


def _negates(word: str) -> bool:
    return word in ("not", "never") or word.endswith("n't") or word == "cannot"
