"""Quotation marks that quote nobody: titles of works, nicknames, terms, and words the writer keeps at a distance.

*“Dawn” was shown*, *John “Jack” Berg*, *the so-called “bridge tax”*, *the “smart” bridge*. What stands beside the marks tells
which; words that nothing tells more about are kept at a distance (scare quotes).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.passages import Word
from newsrecon.extractors.word_kinds import is_work

__all__ = ["MarkedWords", "class_of_marks"]

WORDS_OF_A_NICKNAME = 3
SHORT_WORD = 4
"""Letters up to which a word in a title may be without a capital."""


class MarkedWords(StrEnum):
    """What quotation marks are for that give nobody's words."""

    TITLE = "title"
    NICKNAME = "nickname"
    TERM = "term"
    SCARE = "scare"


def class_of_marks(words: Sequence[Word], at: int, text: str) -> MarkedWords:
    """What the quotation at this place is, whose content is `text`, where nobody says it.

    >>> class_of_marks([Word(0, 6, "n", "q", True)], 0, "The Old Bridge")
    <MarkedWords.TITLE: 'title'>
    """
    inside = text.split()
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if _is_named(before) and _is_named(after) and len(inside) <= WORDS_OF_A_NICKNAME:
        return MarkedWords.NICKNAME
    if before is not None and (before.lower in words_of_class("before_terms") or _in_parentheses(before, after)):
        return MarkedWords.TERM
    return MarkedWords.TITLE if is_work(words, at) or _has_capitals(inside) else MarkedWords.SCARE


def _is_named(word: Word | None) -> bool:
    return word is not None and word.kind == "w" and word.capital and not word.lower.endswith(("'s", "s'"))


def _in_parentheses(before: Word, after: Word | None) -> bool:
    """Whether a name is given to what stands before: *the Oda Bridge Board (“the board”)*."""
    return before.kind == "(" and after is not None and after.kind == ")"


def _has_capitals(inside: Sequence[str]) -> bool:
    """Whether this is written as titles are: more than one word, all long ones with capitals."""
    first = inside[0][:1]
    return len(inside) > 1 and first.isupper() and all(word[:1].isupper() or len(word) < SHORT_WORD for word in inside)
