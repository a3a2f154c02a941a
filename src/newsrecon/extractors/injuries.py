"""How badly somebody is hurt: *was taken away | with serious injuries*, *| wasn't seriously hurt | in the fall*.

Outlets tell it in clauses about something else: who was taken where, what a doctor said. So the words for it are a statement of
their own beside the clause that they are part of, as a phrase of place is. Words are grades: *serious* excludes *minor*, and
neither excludes *not life-threatening*. A group may be hurt in several ways, so only one who is known is asked after.
"""

from __future__ import annotations

import re
from functools import cache

from newsrecon.extractors.oppositions import forms, opposition_words
from newsrecon.extractors.parties import WORD, party_of
from newsrecon.extractors.statement_subjects import name_in_apposition
from newsrecon.language_data import data_table
from newsrecon.span import Span
from newsrecon.text import one_of

__all__ = ["grades_of", "in_words", "injury_in", "who_is_hurt"]

AROUND = 5
"""So many words from a word for an injury, a grade of it may stand."""


def injury_in(text: str, subject: str, verb: str, *, passive: bool) -> Span | None:
    """Where a clause tells how badly its subject is hurt, from the first word for it to the last.

    >>> text = "The boy was taken to a clinic with minor injuries on Monday."
    >>> injury_in(text, "The boy", "taken", passive=True).of(text)
    'minor injuries'
    """
    low = text.lower().replace("’", "'")
    if _sign().search(low) is None:
        return None
    if not _is_of_one(subject) or not (passive or verb in forms("suffering") or _is_hurt().search(low)):
        return None
    spans = _told(low)
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def who_is_hurt(text: str, subject: str) -> str:
    """The subject of a clause, by the name that stands behind it where one does.

    >>> who_is_hurt("The pilot, Ada Lind, was unhurt.", "The pilot")
    'Ada Lind'
    """
    return (name_in_apposition(text, len(subject)) if text.startswith(subject) else None) or subject


def grades_of(text: str) -> frozenset[int]:
    """The grades that some words leave open, from 0 for unhurt to 3 for a danger to life.

    >>> sorted(grades_of("serious but not life-threatening injuries")), sorted(grades_of("wasn't seriously hurt"))
    ([2], [0, 1])
    """
    grades = frozenset(range(len(data_table("oppositions")["injuries"])))
    everything = grades
    for match in _grade().finditer(text.lower().replace("’", "'")):
        of_word = _by_word()[match["grade"]]
        grades &= everything - of_word if match["not"] and not match["grade"].startswith("not ") else of_word
    return grades


def in_words(grades: frozenset[int]) -> str:
    """The grades as a reader would call them."""
    names = data_table("oppositions")["grades"]
    return " or ".join(names[grade] for grade in sorted(grades))


def _is_of_one(subject: str) -> bool:
    """Whether some words name one who is known: *the boy*, *Ada Lind*, not *two boys*, *the passengers*, *she*."""
    party = party_of(subject, None)
    last = subject.split()[-1:]
    many = bool(last) and last[0].islower() and last[0].endswith("s") and not last[0].endswith("ss")
    return party is not None and party.definite and not many and last[0].lower() not in opposition_words("many")


def _told(low: str) -> list[Span]:
    """The words for an injury and the grades near one."""
    words = list(WORD.finditer(low))
    hurt = [place for place, word in enumerate(words) if word[0] in opposition_words("hurt")]
    found = []
    for match in _grade().finditer(low):
        place = next((at for at, word in enumerate(words) if word.end() > match.start("grade")), len(words))
        near = [other for other in hurt if abs(place - other) <= AROUND]
        if near or match["grade"] in _whole():
            nearest = [words[min(near, key=lambda other: abs(place - other))]] if near else []
            found += [Span(*match.span()), *(Span(*word.span()) for word in nearest)]
    return found


@cache
def _by_word() -> dict[str, frozenset[int]]:
    """The grades in which each word stands."""
    found: dict[str, set[int]] = {}
    for grade, words in enumerate(data_table("oppositions")["injuries"]):
        for word in words.split(", "):
            found.setdefault(word, set()).add(grade)
    return {word: frozenset(grades) for word, grades in found.items()}


@cache
def _whole() -> frozenset[str]:
    """Words that tell of no injury by themselves: *unhurt*."""
    return frozenset(word for word, grades in _by_word().items() if grades == {0})


@cache
def _sign() -> re.Pattern[str]:
    """A word for an injury, or for none, which most clauses have not."""
    return re.compile(one_of([*opposition_words("hurt"), *opposition_words("is_hurt")]))


# was in · was unhurt · escaped unscathed
@cache
def _is_hurt() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:was|is|be|been|remains|remained|wasn['’]t|isn['’]t)\s+(?:(?!in\b)\w+\s+){0,2}?"
        rf"(?:in\s+(?:an?\s+)?[\w-]+(?:\s+but\s+\w+)?\s+condition|{one_of(opposition_words('is_hurt'))})"
    )


# wasn't seriously · not considered life-threatening · non-life-threatening
@cache
def _grade() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _by_word()), key=lambda one: (-len(one), one)))
    return re.compile(
        rf"(?:(?P<not>\bnot\s|\w{{1,10}}n't\s)(?:[a-z]+ly\s|considered\s|believed\s|said\s|to\s|be\s){{0,3}})?(?<![\w-])(?P<grade>{words})\b(?!-)"
    )
