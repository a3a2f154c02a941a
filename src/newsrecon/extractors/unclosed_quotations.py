"""Quotations whose closing mark is missing: *“The road is shut, the mayor said. Few came.* Only that it is shut is said.

A mark that is never closed takes in the rest of its paragraph, which is right where a long quotation goes on in the next one. It
is wrong where somebody is credited further on, for nobody does that inside their own words: what is said ends with the comma
before. Where the mark stands inside a sentence, what it holds ends with that sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import evolve

from newsrecon.extractors.cues import lexicon
from newsrecon.extractors.grammar import words_of_class
from newsrecon.model import Article
from newsrecon.text import Quotation, Span

__all__ = ["ended"]

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
WORDS_BEFORE_A_CUE = 6
WORDS_OF_A_HEARER = 5


def ended(article: Article, quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """The quotations, those that are not closed ended where what is said must end."""
    starts: list[int] = []
    for quotation in quotations:
        if quotation.closed:
            yield quotation
            continue
        starts = starts or [sentence.start for sentence in article.sentences]
        end = _credit(article, quotation.content) or _sentence_end(article, quotation, starts)
        if end is None or not quotation.content.start < end < quotation.outer.end:
            yield quotation
        else:
            outer = Span(quotation.outer.start, end)
            yield evolve(quotation, content=Span(quotation.content.start, end), outer=outer)


@cache
def _clause() -> re.Pattern[str]:
    """What stands between a comma and the next mark: *,* **Mr. Berg said on Monday** *.*"""
    titles = "|".join(re.escape(title) for title in sorted(words_of_class("titles")))
    return re.compile(rf",\s(?P<clause>(?:(?i:\b(?:{titles}))|[^,.;:!?“”\"\n]){{3,80}})(?=[,.;:!?\n]|$)")


def _credit(article: Article, content: Span) -> int | None:
    """The place behind the comma before a credit inside an unclosed quotation; None where nobody is credited."""
    for match in _clause().finditer(article.text, content.start, content.end):
        if _credits([found[0] for found in WORD.finditer(match["clause"])]):
            return match.start() + 1
    return None


def _credits(words: list[str]) -> bool:
    """Whether words between two marks are a speaker and a cue: *Anna Berg said on Monday*, *said the mayor of Oda*."""
    cue = next((at for at, word in enumerate(words[: WORDS_BEFORE_A_CUE + 1]) if _is_cue(word)), None)
    if cue is None or len(words) < 2:
        return False
    if cue == 0:
        return words[1][0].isupper() or words[1].lower() in words_of_class("determiners")
    names = words[0][0].isupper() or any(
        words[0].lower() in words_of_class(name) for name in ("articles", "possessives", "subject_pronouns")
    )
    rest = words[cue + 1 :]
    tells = words[cue].lower() in ("told", "tells") and len(rest) <= WORDS_OF_A_HEARER
    adds = not rest or any(
        rest[0].lower() in words_of_class(name) for name in ("prepositions", "time_words", "adverbs")
    )
    return names and (tells or adds)


def _is_cue(word: str) -> bool:
    cue = lexicon().forms.get(word)
    return cue is not None and cue.speaks and cue.group == "say" and cue.form in ("past", "third")


def _sentence_end(article: Article, quotation: Quotation, starts: list[int]) -> int | None:
    """Where the sentence ends that an unclosed quotation begins inside of, in the middle of a clause; None for others."""
    start = quotation.outer.start
    before = article.text[max(0, start - 2) : start].rstrip()[-1:]
    if not before.isalnum() or not article.text[quotation.content.start].islower():
        return None
    place = bisect_right(starts, start) - 1
    return article.sentences[place].end if place >= 0 else None
