"""What an article tells about words: written small somewhere, with a capital inside a sentence, at the end of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import frozen

from newsrecon import gazetteer
from newsrecon.extractors.name_words import Passage, Run, Word, opens_sentence

__all__ = ["Evidence", "evidence_of"]


@frozen
class Evidence:
    """What the whole document tells about words."""

    small: frozenset[str]
    """Words written small somewhere."""
    inside: frozenset[str]
    """Words with a capital in the middle of running text."""
    families: frozenset[str]
    """Words at the end of longer runs there: likely family names."""
    surnames: frozenset[str]
    """Those of them that no small word stands before."""
    pairs: frozenset[tuple[str, str]]
    """Two words that follow each other inside such runs."""
    abbreviations: frozenset[str]
    """Words in capitals in running text, in lower case."""
    clubs: frozenset[tuple[str, ...]]
    """Plain words that are sports clubs here: all that are known, where the article is about sport."""


def evidence_of(text: str, passages: Sequence[tuple[Passage, list[Run]]]) -> Evidence:
    """What the passages of a text tell about its words."""
    inside: set[str] = set()
    families: set[str] = set()
    surnames: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    words: list[Word] = []
    function = gazetteer.words_with_capitals("function_words")
    for passage, chains in passages:
        if passage.style != "running":
            continue
        for run in chains:
            words += run
            proven = run[1:] if opens_sentence(text, run[0].start, passage) else run
            inside.update([word.key for word in proven])
            if len(proven) > 1 or (len(run) > 1 and proven):
                families.add(run[-1].key)
                pairs.update((one.key, two.key) for one, two in pairwise(proven) if not two.link)
                if run[-2].key not in function:
                    surnames.add(run[-1].key)
    abbreviations = frozenset([word.key for word in words if word.is_shouted])
    small = frozenset(_SMALL.findall(text))
    clubs = _clubs(small, [word.key for _, chains in passages for run in chains for word in run])
    return Evidence(
        small, frozenset(inside), frozenset(families), frozenset(surnames), frozenset(pairs), abbreviations, clubs
    )


def _clubs(*words: Iterable[str]) -> frozenset[tuple[str, ...]]:
    clubs = gazetteer.clubs()
    return frozenset() if all(map(clubs.telling.isdisjoint, words)) else clubs.names


_SMALL = re.compile(r"(?<![\w'’.@/-])[a-z][a-z]+(?![a-z]|\.[a-z])")
"""Not those of web addresses, which are written small whatever they are: *marlow.org*."""
