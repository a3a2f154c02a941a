"""Names in headlines and in lines of capitals, where a capital proves nothing.

What the rest of the article or a list knows is a name there too; so are words that are no English.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from newsrecon import gazetteer
from newsrecon.extractors.name_words import Passage, Run, Word, is_title

__all__ = ["names_in_headline"]


def names_in_headline(
    run: Run, passage: Passage, known: Collection[tuple[str, ...]], small: Collection[str]
) -> Iterator[Run]:
    """The names in a run of a headline, given the names known and the words written small elsewhere in the article."""
    particles = gazetteer.words_with_capitals("joining_particles")
    place = 0
    strange: Run = []
    while place < len(run):
        word = run[place]
        size = _known_size(run, place, passage, known)
        plain = bool(size) or _is_plain(word, small) or (bool(word.link) and word.link not in particles)
        if strange and plain:
            yield strange
            strange = []
        if size:
            yield run[place : place + size]
        elif not _is_plain(word, small):
            strange.append(word)
        place += size or 1
    if strange:
        yield strange


def _known_size(run: Run, place: int, passage: Passage, known: Collection[tuple[str, ...]]) -> int:
    """How many words from here are a name that is known; 0 for none."""
    for size in range(min(6, len(run) - place), 0, -1):
        words = run[place : place + size]
        if tuple(word.key for word in words) in known or _is_listed(words, passage):
            return size
    return 0


def _is_plain(word: Word, small: Collection[str]) -> bool:
    """Whether this word is English, a date, a title or a nationality, and so no name by itself."""
    key = word.key
    return (
        key in small
        or key in gazetteer.common_words()
        or key.removesuffix("s") in gazetteer.common_words()
        or key in gazetteer.demonyms()
        or any(key in gazetteer.words_with_capitals(group) for group in _GROUPS)
        or is_title(word)
        or not key[:1].isalpha()
        or len(word.text) == 1
        or ("-" in key and all(part in gazetteer.common_words() for part in key.split("-")))
    )


_GROUPS = ("calendar", "function_words", "adjectives", "no_names")


@cache
def _standard() -> dict[str, str]:
    return {name.lower(): name for name in gazetteer.organisations().known}


def _is_listed(words: Sequence[Word], passage: Passage) -> bool:
    """Whether these words are a listed place or a well-known name; one that is an English word must look as it always does."""
    key = words[0].key + "".join(f" {word.link} {word.key}" if word.link else f" {word.key}" for word in words[1:])
    if key in gazetteer.places() and len(key) > 3:
        return len(words) > 1 or key not in gazetteer.common_words()
    surface = _standard().get(key)
    if surface is None:
        return False
    if passage.style == "headline":
        return " ".join(word.text for word in words) == surface
    return len(key) > 3 and key not in gazetteer.common_words()
