"""How much two dated clauses have in common, and which words those are as a text writes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from newsrecon.extractors.dated import Dated
from newsrecon.extractors.dated_clauses import content
from newsrecon.wording import opens_phrase

__all__ = ["RARE_TIME", "alike", "in_common", "is_enough", "listed"]

RARE_TIME = 0.2
"""So much less is needed where hardly anything else in the story is of that time."""
_KIN = 0.7
"""So much of a word is in common with another for a deed of its kind."""


def alike(
    one: tuple[str, ...], other: tuple[str, ...], left: Dated, right: Dated, kin: Sequence[tuple[str, str]] = ()
) -> tuple[float, tuple[str, ...]]:
    """How much two wordings have in common, by weight: the mean of cosine and of what the lighter has of the other.

    Of words that are `kin`, one pair counts in part.
    """
    common = {word: min(left.weights[word], right.weights[word]) for word in frozenset(one).intersection(other)}
    if not common and not kin:
        return 0.0, ()
    shared = tuple(sorted(common, key=lambda word: (-common[word], word)))
    weight = sum(common[word] for word in shared)
    weight += max((_KIN * min(left.weights[ours], right.weights[theirs]) for ours, theirs in kin), default=0.0)
    here, there = sum(left.weights[word] for word in one), sum(right.weights[word] for word in other)
    cosine = weight / (here * there) ** 0.5
    enough = bool(kin) or is_enough(shared)
    return ((cosine + min(1.0, weight / min(here, there))) / 2 if enough else cosine / 2), shared


def is_enough(shared: tuple[str, ...]) -> bool:
    """Whether words in common tell anything: two, or one that stands for a phrase (*seized power*)."""
    return len(shared) > 1 or any("_" in word for word in shared)


def in_common(shared: Sequence[str], one: Dated) -> str:
    """What two clauses have in common, in words; asked for only where it is shown, since most pairs have next to nothing."""
    return f"both clauses speak of {listed(shared, one)}"


def listed(words: Sequence[str], one: Dated) -> str:
    """Some of the words in common, as one of the two texts writes them."""
    written = _written(f"{one.subject} {one.value.get('about', '')}")
    return ", ".join(f"“{written.get(word, word.replace('_', ' '))}”" for word in words[:5])


@lru_cache(1024)
def _written(text: str) -> dict[str, str]:
    """How a text writes each of its content words, those that stand for two words included."""
    found: dict[str, str] = {}
    words = [word.strip(".,;:“”\"'‘’()") for word in text.split()]
    for shown in (*words, *(" ".join(pair) for pair in pairwise(words) if opens_phrase(pair[0]))):
        stems = content(shown)
        if len(stems) == 1:
            found.setdefault(stems[0], shown)
    return found
