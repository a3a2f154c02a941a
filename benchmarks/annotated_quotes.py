"""News with annotated quotes, and what it means that a found quote is right: shared by `quotes.py` and `sieves.py`.

A line of the file is {"text", "attributions": [{"content", "cue", "source"}]}, each a list of [start, end].
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

WORD = re.compile(r"\w+(?:['’]\w+)*")
BREAK = re.compile(r"[\n\"“”„«»]")
SMALL = frozenset(WORD.findall("the a an of in at for and or to on with by from as that this his her its their our my"))
HALF, THIRD = 0.5, 0.34
ALL_IN_MARKS = 0.97

Spans = Iterable[Sequence[int]]


@dataclass(frozen=True)
class Quote:
    """Where the words begin that make up a content, its parts in quotation marks, and a speaker."""

    content: frozenset[int]
    speaker: frozenset[int]
    segments: frozenset[frozenset[int]]
    direct: bool


def read_documents(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a file of JSON Lines, plain or .gz."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def quote_of(text: str, content: Spans, speaker: Spans, inside: bytearray) -> Quote:
    """A quote by its words; `inside` tells what of the text stands in quotation marks."""
    content = [(start, end) for start, end in content]
    letters = [place for start, end in content for place in range(start, end) if text[place].isalnum()]
    marked = sum(inside[place] for place in letters)
    return Quote(
        words_in(text, content),
        frozenset(place for place in words_in(text, speaker) if not _is_small(text, place)),
        frozenset(segments(text, content, inside)),
        bool(letters) and marked >= ALL_IN_MARKS * len(letters),
    )


def annotated(document: dict[str, Any], inside: bytearray) -> list[Quote]:
    """The quotes that a document is annotated with."""
    text = document["text"]
    found = (quote_of(text, one["content"], one["source"], inside) for one in document["attributions"])
    return [quote for quote in found if quote.content]


def in_marks(text: str) -> bytearray:
    """For each character whether it stands in double marks, paired within its paragraph; one left open counts to its end."""
    inside = bytearray(len(text))
    for paragraph in re.finditer(r"[^\n]+", text):
        opened = None
        for mark in BREAK.finditer(text, *paragraph.span()):
            if opened is None:
                opened = mark.start()
            elif mark[0] not in "“„«":
                inside[opened : mark.end()] = b"\1" * (mark.end() - opened)
                opened = None
        if opened is not None and (opened == paragraph.start() or text[opened] == "“"):
            inside[opened : paragraph.end()] = b"\1" * (paragraph.end() - opened)
    return inside


def segments(text: str, content: Spans, inside: bytearray) -> Iterator[frozenset[int]]:
    """The parts of a content that stand in quotation marks, each by where its words begin."""
    for start, end in content:
        edges = [start, *(mark.end() for mark in BREAK.finditer(text, start, end)), end]
        for first, last in pairwise(edges):
            words = frozenset(place for place in words_in(text, [(first, last)]) if inside[place])
            if words:
                yield words


def words_in(text: str, spans: Spans) -> frozenset[int]:
    """Where the words of some spans begin."""
    return frozenset(match.start() for start, end in spans for match in WORD.finditer(text, start, end))


def _is_small(text: str, place: int) -> bool:
    word = WORD.match(text, place)
    return word is not None and word[0].lower() in SMALL


def matched(ours: Sequence[Quote], gold: Sequence[Quote]) -> dict[int, int]:
    """For the place of each found quote that of the annotated one whose content is nearest, one to one, from a half on."""
    pairs = (
        (len(one.content & other.content) / len(one.content | other.content), -place, -at)
        for place, one in enumerate(ours)
        for at, other in enumerate(gold)
        if one.content & other.content
    )
    chosen: dict[int, int] = {}
    for share, place, at in sorted(pairs, reverse=True):
        if share >= HALF and -place not in chosen and -at not in chosen.values():
            chosen[-place] = -at
    return chosen


def same_speaker(one: Quote, gold: Quote) -> bool:
    """Whether a third of the words of a speaker are the annotated speaker's; where nobody is annotated, nobody is right."""
    if not gold.speaker:
        return not one.speaker
    return bool(one.speaker) and len(one.speaker & gold.speaker) / len(one.speaker) >= THIRD
