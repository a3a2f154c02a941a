"""What *it*, *they* and *its* go back to: what the sentence before is about, where it tells of nothing else that could be meant.

Theory of operation. What a sentence is about is likeliest to be what the next one begins with (Grosz, Joshi and Weinstein,
*Centering*, 1995). It is not sure: in *The court fined the company. It …* both can be meant. So a pronoun goes back to the
subject of the sentence before only where that is of its number and nothing that is done to, or stands after the verb, is.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import evolve, frozen

from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.oppositions import opposition_words
from newsrecon.extractors.parties import noun_phrase
from newsrecon.extractors.statement_words import forms_in, words_of
from newsrecon.extractors.tenses import forms_of_be
from newsrecon.gazetteer import titles
from newsrecon.model import Article, Claim
from newsrecon.span import Span
from newsrecon.text import end_of_word, lower
from newsrecon.wording import numerals

__all__ = ["Topics"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


NAMED = "named"
"""Told of what stands behind a verb if it has a name, and so may be what is meant."""


@frozen
class _Topic:
    """What a sentence is about."""

    sentence: int
    subject: Span | None
    words: str
    """Of its subject, or of what that goes back to."""
    number: str
    body: bool
    """Whether it is a body that is named: *Acme*."""
    beside: frozenset[str]
    """The numbers of what stands behind its verbs, and whether any of it is named."""
    goes_back_to: str | None


class Topics:
    """What each sentence of an article is about, remembered for the next one."""

    def __init__(self, article: Article) -> None:
        self._starts = [sentence.start for sentence in article.sentences]
        self._last: _Topic | None = None

    def behind(self, claim: Claim, subject: Span | None, *, person: bool, body: bool) -> str | None:
        """What the subject of a statement goes back to, if it is *it*, *they* or *its stock* and opens its sentence.

        Statements are given in order, each with where its subject stands and whether that is known to be a person or a body.
        """
        sentence = bisect_right(self._starts, claim.mention.span.start) - 1
        last = self._last
        if last is not None and last.sentence == sentence:
            self._last = evolve(last, beside=last.beside | _behind_verb(claim))
            return last.goes_back_to if subject == last.subject else None
        found = self._subject_before(claim, sentence) if self._opens(subject, sentence) else None
        words = found or claim.subject
        number = _number(words) if self._opens(subject, sentence) else ""
        if (person and number == "one") or _owned(claim.subject) is not None:
            number = ""  # Its owner, or what it owns
        self._last = _Topic(sentence, subject, words, number, body, _behind_verb(claim), found)
        return found

    def _opens(self, subject: Span | None, sentence: int) -> bool:
        return subject is not None and subject.start == self._starts[sentence]

    def _subject_before(self, claim: Claim, sentence: int) -> str | None:
        owned, before = _owned(claim.subject), self._last
        number = _NUMBERS.get(claim.subject.lower() if owned is None else claim.subject.split()[0].lower())
        if number is None or before is None or before.sentence != sentence - 1 or before.number != number:
            return None
        of_body = before.body and NAMED not in before.beside and _is_of_a_body(claim)
        unsure = number in before.beside and not of_body
        if unsure or (claim.subject.lower() == "it" and _is_empty(claim)):
            return None
        known = _as_known(before.words)
        return (
            known if owned is None else f"{known}{'’' if known.endswith('s') and number == 'several' else '’s'} {owned}"
        )


_ONE = frozenset(("a", "an"))


def _as_known(words: str) -> str:
    """The words for what has been told of before: **the** *boat*, of *a boat*; **the** *two men*, of *two men*."""
    opens, _, rest = words.partition(" ")
    the = "The" if opens[0].isupper() else "the"
    if opens.lower() in numerals() and opens.lower() not in _ONE:
        return f"{the} {opens.lower()} {rest}"
    return f"{the} {rest}" if opens.lower() in _ONE else words


_NUMBERS = {"it": "one", "they": "several", "its": "one", "their": "several"}


def _owned(subject: str) -> str | None:
    """What *it* or *they* own, of a subject that tells whose it is: **stock**, of *Its stock*."""
    opens, _, owned = subject.partition(" ")
    return owned if owned and opens.lower() in ("its", "their") else None


def _number(words: str) -> str:
    """Whether a noun phrase is of one thing, or of several; empty where it is a pronoun, of one person, or of any."""
    phrase, _ = noun_phrase(words, 0)
    told = [word[0] for word in phrase] or _WORD.findall(words)
    if not told or words.lower() in words_of("pronouns"):
        return ""
    opens, head = words.split()[0].lower(), told[-1].lower()
    if opens in opposition_words("none"):
        return ""
    if (
        " and " in words
        or head in words_of_class("plurals")
        or (head.endswith("s") and not head.endswith(("ss", "us", "is")) and told[-1].islower())
    ):
        return "several"
    if opens in numerals() and opens not in ("one", "a", "an"):
        return "several"
    if head in titles().roles or head in words_of_class("person_nouns") or head in words_of("of_age"):
        return ""
    known = (
        opens in opposition_words("definite")
        or opens in _ONE
        or told[-1][0].isupper()
        or "'s" in words
        or "’s" in words
    )
    return "one" if known else ""


def _behind_verb(claim: Claim) -> frozenset[str]:
    """The number of what a verb is done to, and whether it is named; of one thing where nothing tells; nothing for nothing."""
    text, verb = claim.mention.text, claim.value.get("verb") or ""
    end = end_of_word(lower(text), verb.lower())
    if end < 0 or claim.value.get("passive"):
        return frozenset()
    phrase, _ = noun_phrase(text, end)
    if not phrase:
        return frozenset()
    words = " ".join(word[0] for word in phrase)
    named = {NAMED} if words.rsplit(" ", 1)[-1][0].isupper() else set()
    return frozenset({_number(words) or "one"} | named)


def _is_of_a_body(claim: Claim) -> bool:
    """Whether what is said of *it* is said of bodies, and hardly of things: *It was founded in 1988*, *It employs 200 people*."""
    return (claim.value.get("verb") or "").lower() in forms_in("of_bodies")


def _is_empty(claim: Claim) -> bool:
    """Whether *it* is nothing: *It is clear that*, *It emerged that*, *It rained*."""
    verb = (claim.value.get("verb") or "").lower()
    return (not claim.value.get("passive") and (verb in forms_of_be() or verb in forms_in("impersonal"))) or _says_that(
        claim
    )


def _says_that(claim: Claim) -> bool:
    """Whether what *it* is stands behind: *It was announced that*, *It was not known whether*."""
    return not words_of("behind_empty_it").isdisjoint(claim.mention.text.lower().split())
