"""Denials: *The mayor denied | that he took bribes*, *denied taking bribes*; and *has denied the allegations*, told just before.

What somebody denies is not said to be so, though its clause reads as if it were. Whoever tells of a denial tells of two sides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from newsrecon.clauses import Clause
from newsrecon.extractors.statement_words import forms_in, words_of
from newsrecon.model import Article
from newsrecon.span import Span
from newsrecon.verbs import forms_of

__all__ = ["Told", "denied_text", "denier_of", "is_denial", "leaves_open", "points_back", "what_is_denied"]

BACK = 3
"""In so many sentences before a denial stands what it denies."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@frozen
class Told:
    """What an article tells in a clause, and on whose word."""

    span: Span
    clause: Clause
    speaker: str | None


def is_denial(text: str) -> bool:
    """Whether a clause says that something is not so: *denied taking bribes*, *rejected claims*, but not *denied bail*."""
    return _denying().search(text.lower()) is not None


def denier_of(article: Article, clause: Clause, chain: Sequence[Clause]) -> str | None:
    """Who denies what a clause says: *Police*, of *Police denied | that he was held*.

    Empty where nobody does, but nobody says that it is so: *did not deny*, *doubt*, *no evidence*; None where it is said.
    """
    if clause.kind != "content" or not chain:
        return None
    words = _words(article.text, chain[0].span)
    if not forms_in("denials").isdisjoint(words):
        negated = any(_negates(word) for word in words)
        return "" if negated or chain[0].subject is None else chain[0].subject.of(article.text)
    return "" if leaves_open(words) else None


def leaves_open(words: Sequence[str]) -> bool:
    """Whether what hangs on some words is not said to be so: *experts doubt that*, *there is no evidence that*."""
    if not _doubting().isdisjoint(words):
        return True
    negated = not words_of("failing").isdisjoint(words) or any(_negates(word) for word in words)
    return negated and not words_of("not_known").isdisjoint(words)


def points_back(text: str) -> bool:
    """Whether a denial is of what was told before: *denied the allegations*, *rejects this*."""
    return _pointing().search(text.lower()) is not None


def what_is_denied(article: Article, denial: Told, before: Sequence[Told]) -> str | None:
    """The words of the nearest clause in front of a denial that accuses, or that another says; None where there is none."""
    sentences = article.sentences
    place = bisect_left(sentences, denial.clause.sentence)
    near = sentences[max(0, place - BACK)] if sentences else denial.clause.sentence
    denier = denial.clause.subject.of(article.text).lower() if denial.clause.subject else ""
    for told in _backward(before, near):
        said = told.speaker is not None and told.speaker.lower() != denier and told.clause.kind == "content"
        if said or not _accusing().isdisjoint(_words(article.text, told.span)):
            return told.span.of(article.text)
    return None


def denied_text(text: str, about: str | None) -> str:
    """What a clause that denies something says is not so: *taking bribes*, of *The mayor denied allegations of taking bribes*."""
    if about is not None:
        return about
    opens = _opening().search(text.lower())
    return text if opens is None else text[opens.end() :]


# denied taking · denies any · rejected all allegations
@cache
def _denying() -> re.Pattern[str]:
    verbs, denied, nouns = (
        "|".join(sorted(words)) for words in (forms_in("denials"), forms_of(["deny"]), _nouns("accusations"))
    )
    return re.compile(
        rf"\b(?:{verbs})\s+(?:[\w-]+\s+){{0,3}}?(?:{nouns})\b"
        rf"|\b(?:{denied})\s+(?:\w{{2,}}ing|any|all|ever|it|this|that|involvement|responsibility|knowledge|links?|ties)\b"
    )


# denied · rejected all allegations of
@cache
def _opening() -> re.Pattern[str]:
    verbs, nouns = ("|".join(sorted(words)) for words in (forms_in("denials"), _nouns("accusations")))
    return re.compile(rf"\b(?:{verbs})\s+(?:(?:\w+\s+){{0,2}}(?:{nouns})\s+)?")


def _backward(before: Sequence[Told], near: Span) -> Iterator[Told]:
    return (told for told in reversed(before) if told.span.start >= near.start)


def _words(text: str, span: Span) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(span.of(text))]


def _negates(word: str) -> bool:
    return word in words_of("negating") or word.endswith("n't")


@cache
def _accusing() -> frozenset[str]:
    """The forms of the words by which somebody is accused."""
    return forms_in("accusing") | _nouns("accusations") | _nouns("concerns")


@cache
def _doubting() -> frozenset[str]:
    """The forms of the words by which something is left open."""
    return forms_in("doubts") | _nouns("doubts")


@cache
def _nouns(key: str) -> frozenset[str]:
    return words_of(key) | {f"{noun}s" for noun in words_of(key)}


# has denied the allegations · rejects this
@cache
def _pointing() -> re.Pattern[str]:
    verbs, nouns = ("|".join(sorted(words)) for words in (forms_in("denials"), _nouns("accusations")))
    own = r"(?:the|these|those|all|all the|such|any such|both|his|her|its|their)"
    return re.compile(
        rf"\b(?:{verbs})\s+(?:(?:{own}\s+){{1,2}}(?:{nouns})|(?:it|this|that|them))(?=\s*(?:[.,;:!?]|$|and\b|but\b|as\b))"
    )
