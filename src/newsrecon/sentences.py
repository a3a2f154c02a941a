"""Sentences: *Mr. Smith left the U.S. Army at 5 p.m. Monday.* is one, *He left. She stayed.* are two.

Boundaries come from sentencex, paragraph by paragraph; a few are taken back (after a title, an initial, "a.m.") and a few
added (after a closing quotation mark). Which words do so is data.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

from newsrecon.span import Span, trimmed

__all__ = ["sentences"]

_SURROGATES = re.compile("[\ud800-\udfff]")


def sentences(text: str, body: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences of some paragraphs, in order, without surrounding white space; none crosses a paragraph.

    >>> text = "Dr. Ito left at 5 p.m. Monday. She was late."
    >>> [span.of(text) for span in sentences(text, [Span(0, len(text))])]
    ['Dr. Ito left at 5 p.m. Monday.', 'She was late.']
    """
    return tuple(sentence for paragraph in body for sentence in _of_paragraph(text, paragraph))


def _of_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for end in (*_boundaries(text, paragraph), paragraph.end):
        sentence = trimmed(text, start, end)
        if sentence is not None:
            yield sentence
        start = end


def _boundaries(text: str, paragraph: Span) -> Iterator[int]:
    """The offsets inside a paragraph at which a sentence ends and another begins."""
    from sentencex import segment

    part = _SURROGATES.sub("\ufffd", paragraph.of(text))
    place = 0
    words = _words()
    pieces = list(segment("en", part))
    if "".join(pieces) != part:
        return
    for piece, after in pairwise(pieces):
        place += len(piece)
        if not _goes_on(piece.rstrip(), after, words):
            yield paragraph.start + place


@cache
def _words() -> dict[str, frozenset[str]]:
    data = tomllib.loads(resources.files("newsrecon").joinpath("data/sentences.toml").read_text("utf-8"))
    return {key: frozenset(value) for key, value in data.items()}


def _goes_on(piece: str, after: str, words: dict[str, frozenset[str]]) -> bool:
    """Whether the sentence goes on after a full stop at the end of this piece."""
    if not piece.endswith("."):
        return False
    last = piece[-40:].rsplit(None, 1)[-1].lstrip("(\"'“‘[")
    following = after.lstrip()[:40].split(None, 1)
    first = following[0].strip(".,;:!?()\"'“”‘’") if following else ""
    if last in words["before_names"] or re.fullmatch(r"(?:[A-Z]\.-?)?[A-Z]\.", last):
        return True
    return last.lower() in words["inside"] and first in words["follow"]
