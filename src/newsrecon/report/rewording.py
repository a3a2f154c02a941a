"""What one wording leaves out of another or puts in its place, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

import regex
from attrs import frozen

__all__ = ["Piece", "compared", "likest"]

# a word with what is joined to it; marks between words are no rewording: "co-operation", "country’s", "2.5"
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++(?:['’.,\-][\p{L}\p{M}\p{N}]++)*+")
_MOST = 600 * 600
"""Pairs of words up to which wordings are compared; beyond, comparing takes long and nobody reads the result."""
_LIKE = 0.5
"""Share of the shorter one’s words in common under which two wordings are no rewording of each other."""

_COMPARED = 50
"""Wordings that a further one may be compared with."""


@frozen
class Piece:
    """A run of words: `kept` in both, `cut` from the fuller wording, or `added` by the other."""

    sort: str
    text: str


def compared(fuller: str, other: str) -> tuple[Piece, ...] | None:
    """The other wording in pieces, what it cut out of the fuller one among them; None where they have too little in common.

    >>> [(piece.sort, piece.text) for piece in compared("a brave and good decision", "a courageous decision")]
    [('kept', 'a '), ('cut', 'brave and good'), ('added', 'courageous '), ('kept', 'decision')]
    """
    left, right = list(_WORD.finditer(fuller)), list(_WORD.finditer(other))
    if not left or not right or len(left) * len(right) > _MOST:
        return None
    matcher = SequenceMatcher(None, [_plain(word) for word in left], [_plain(word) for word in right], autojunk=False)
    common = sum(size for _, _, size in matcher.get_matching_blocks())
    if common < _LIKE * min(len(left), len(right)):
        return None
    return tuple(_pieces(matcher, fuller, left, other, right))


def likest(others: Sequence[str], text: str) -> int | None:
    """The position of the wording that shares most with a text, of like ones the first; None where none shares half.

    >>> likest(["it rained all day", "the bridge was closed at noon", "the bridge was closed"], "the bridge was closed early")
    2
    """
    words = _counted(text)
    shares = [_share(_counted(other), words) for other in others[:_COMPARED]]
    best = max(shares, default=(0.0, 0))
    return shares.index(best) if best[0] >= _LIKE else None


def _share(left: Counter[str], right: Counter[str]) -> tuple[float, int]:
    """The share of the shorter one’s words that are in the other, and how many they are."""
    common = (left & right).total()
    return common / max(min(left.total(), right.total()), 1), common


@lru_cache(1024)
def _counted(text: str) -> Counter[str]:
    return Counter(_plain(word) for word in _WORD.finditer(text))


def _plain(word: regex.Match[str]) -> str:
    """A word as it is compared: case and the make of apostrophes are no rewording."""
    return str(word.group()).casefold().replace("’", "'")


def _pieces(
    matcher: SequenceMatcher[str], fuller: str, left: list[regex.Match[str]], other: str, right: list[regex.Match[str]]
) -> Iterator[Piece]:
    """The other wording whole, marks and spaces with it, and between its pieces what was cut."""
    starts = [0, *(word.start() for word in right[1:]), len(other)]
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag != "equal" and last > first:
            yield Piece("cut", fuller[left[first].start() : left[last - 1].end()])
        if end > begin:
            yield Piece("kept" if tag == "equal" else "added", other[starts[begin] : starts[end]])
