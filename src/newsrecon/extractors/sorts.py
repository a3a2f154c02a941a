"""Sorts of things of which one is not another: *opened a school in Sund*, *opened a bridge in Sund* tell of two deeds.

Theory of operation. Words of one sort (co-hyponyms, as lexicography has it) exclude each other where they stand in one place of
two reports: both are what something is done to, both who does it, or both stand behind one preposition. Where they stand in two
places (*outside the hotel*, *near the station*) both may be of one thing. The sorts are data.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from newsrecon.extractors.frames import WORD
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.statement_names import stands_for
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.wording import content_words

__all__ = ["of_another_name", "of_another_sort"]

REACH = 5
"""So many words may stand between a preposition and the noun that hangs on it: *in* a small old fishing *harbour*."""


def of_another_sort(left: Assertion, right: Assertion) -> str | None:
    """Why two statements are of two things, if what one has in some place the other has another of its sort."""
    mine, theirs = (one.words & _sorts().keys() for one in (left, right))
    for token in sorted(mine - theirs):
        for other in sorted(theirs - mine):
            if _sorts()[token].isdisjoint(_sorts()[other]):
                continue
            if _has_of(left, _sorts()[token], theirs) or _has_of(right, _sorts()[other], mine):
                continue
            if not _places(left, token).isdisjoint(_places(right, other)):
                return f"one is of {left.shown[token]!r}, the other of {right.shown[other]!r}"
    return None


def of_another_name(left: Assertion, right: Assertion) -> str | None:
    """Why two statements are of two persons or two bodies, if each names one behind the same preposition: *shares in Acme*.

    One place may lie in another, and what is done with two people may be told of either.
    """
    mine = _behind_prepositions(left)
    theirs = _behind_prepositions(right) if mine else {}
    for place in sorted(mine.keys() & theirs.keys()):
        if len(mine[place]) == len(theirs[place]) == 1:
            (one,), (other,) = mine[place], theirs[place]
            words = (set(side.shown[name].lower().split()) for side, name in ((left, one), (right, other)))
            alike = one in right.names or other in left.names or stands_for(one, other) or set.intersection(*words)
            if not alike and left.types.get(one) == right.types.get(other) != "place":
                return f"{place!r} stands in front of {left.shown[one]!r} here and of {right.shown[other]!r} there"
    return None


def _behind_prepositions(one: Assertion) -> dict[str, set[str]]:
    """The names that stand right behind each preposition."""
    found: dict[str, set[str]] = {}
    text = one.claim.mention.text if one.claim is not None else ""
    for span, name in one.named:
        ahead = text[max(0, span.start - REACH * 8) : span.start]
        word = ahead.removesuffix("the ").rstrip().rpartition(" ")[2].lower()
        if word in words_of_class("prepositions") and name in one.names:
            found.setdefault(word, set()).add(name)
    return found


def _has_of(one: Assertion, sorts: frozenset[int], others: frozenset[str]) -> bool:
    """Whether a statement has a word of some sorts that the other has, too: both may be of that."""
    return any(token in others and not _sorts()[token].isdisjoint(sorts) for token in one.words & _sorts().keys())


def _places(one: Assertion, token: str) -> set[str]:
    """Where a word stands in a statement: `done to`, `doer`, and the preposition it hangs on."""
    found = set()
    frame = one.frame
    if frame is not None:
        found |= {"done to"} if frame.done_to is not None and frame.done_to.head == token else set()
        found |= {"doer"} if frame.doer is not None and frame.doer.head == token else set()
    if not found and one.claim is not None:
        place = _preposition(one.claim.mention.text, one.shown[token])
        found |= {place} if place else set()
    return found


def _preposition(text: str, word: str) -> str:
    """The preposition that a word hangs on; empty where none stands near in front of it."""
    place = text.find(word)
    before = [found[0].lower() for found in WORD.finditer(text[:place])][-REACH:] if place >= 0 else []
    return next((one for one in reversed(before) if one in words_of_class("prepositions")), "")


@cache
def _sorts() -> Mapping[str, frozenset[int]]:
    """For each word of a sort the numbers of its sorts."""
    data = tomllib.loads(resources.files("newsrecon").joinpath("data/sorts.toml").read_text("utf-8"))
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(data["sorts"].strip().split("\n")):
        for word in line.split(","):
            for token in content_words(word.strip())[:1]:
                found[token] = found.get(token, frozenset()) | {number}
    return found
