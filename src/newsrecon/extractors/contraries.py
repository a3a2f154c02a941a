"""What is denied, told by its contrary: *the road is not safe* is *the road is dangerous*, which another outlet may have.

Two words are contraries here only where nothing lies between: who is not rich need not be poor, but who did not survive died.
What does not happen at once takes time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from attrs import field, frozen

from newsrecon.language_data import data_table

__all__ = ["Affirmed", "affirmed"]

WORDS_BEHIND = 7
"""Words behind a denial among which it is looked for what it bears on: *would not have put it out at once*."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
CLAUSE_END = frozenset('.,;:!?…()“”"')


@frozen
class Affirmed:
    """A text that denies nothing it has a contrary of."""

    text: str
    stands_for: Mapping[str, str] = field(factory=dict)
    """The words of the given text that each contrary stands for."""


@frozen
class _Denial:
    start: int
    """Where the denying word begins."""
    behind: int
    """Where it ends."""
    denied: int
    """Where begins what is denied."""
    end: int
    contrary: str


@frozen(eq=False)
class _Contraries:
    of: Mapping[str, str]
    hasty: frozenset[str]
    words: frozenset[str]
    """All words of these."""
    slow: str
    denying: frozenset[str]
    passed: frozenset[str]
    not_denied: frozenset[str]


@cache
def _contraries() -> _Contraries:
    data = data_table("contraries")
    pairs = (line.split(" / ") for line in data["denied"])
    contraries = {word: contrary for words, contrary in pairs for word in words.split(", ")}
    hasty = frozenset(data["hasty"].split(", "))
    return _Contraries(
        contraries,
        hasty,
        frozenset((*contraries, *(word for adverb in hasty for word in adverb.split()))),
        data["slow"],
        frozenset(data["denying"]),
        frozenset(data["passed"].split()),
        frozenset(data["not_denied"]),
    )


def affirmed(text: str) -> Affirmed:
    """The text with the contrary in place of each denied word that has one.

    >>> affirmed("The road isn't safe, and it won't be repaired overnight.").text
    'The road dangerous, and it be repaired takes time.'
    """
    pieces: list[str] = []
    stands_for: dict[str, str] = {}
    end = 0
    for denial in _denials(text):
        if denial.start >= end:
            pieces += (text[end : denial.start].rstrip(), text[denial.behind : denial.denied], denial.contrary)
            stands_for[denial.contrary] = text[denial.start : denial.end]
            end = denial.end
    return Affirmed("".join((*pieces, text[end:])), stands_for)


def _denials(text: str) -> Iterator[_Denial]:
    known = _contraries()
    words = list(WORD.finditer(text))
    plain = [_plain(word) for word in words]
    if known.words.isdisjoint(plain):
        return
    for place, word in enumerate(words):
        if plain[place] in known.denying or plain[place].endswith("n't"):
            behind = list(_of_clause(text, words[place : place + WORDS_BEHIND + 1]))
            if found := _borne_on([_plain(other) for other in behind]):
                first, last, contrary = found
                yield _Denial(word.start(), word.end(), behind[first].start(), behind[last].end(), contrary)


def _plain(word: re.Match[str]) -> str:
    return word.group().lower().replace("’", "'")


def _of_clause(text: str, words: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The words behind the first one, up to the end of its clause."""
    for before, word in pairwise(words):
        if not CLAUSE_END.isdisjoint(text[before.end() : word.start()]):
            return
        yield word


def _borne_on(behind: list[str]) -> tuple[int, int, str] | None:
    """Of the words behind a denial, the first and the last that have a contrary, and which."""
    known = _contraries()
    if behind and behind[0] in known.not_denied:
        return None
    for place, word in enumerate(behind):
        adjoining = known.passed.issuperset(behind[:place])
        if adjoining and word in known.of:
            return place, place, known.of[word]
        # "It is not immediately clear" tells of no haste, as "they did not open it immediately" does.
        for length in () if adjoining else (1, 2):
            if " ".join(behind[place : place + length]) in known.hasty:
                return place, place + length - 1, known.slow
    return None
