"""Words for one kind of deed that are no synonyms: *punched*, *kicked*; *rammed*, *the collision*."""

from __future__ import annotations

from functools import cache, lru_cache

from newsrecon.language_data import data_table
from newsrecon.wording import content_word, content_words

__all__ = ["kindred", "kinds_of_deed", "rare_kinds"]


@lru_cache(maxsize=1 << 14)
def kinds_of_deed(word: str) -> frozenset[str]:
    """The kinds of deed that a content word may tell of, by their first word in the packaged data; none for most words.

    >>> from newsrecon.wording import content_word
    >>> punched, kicks, spoke = (kinds_of_deed(content_word(word)) for word in ("punched", "kicks", "spoke"))
    >>> punched & kicks, punched & spoke
    (frozenset({'hit'}), frozenset())
    """
    return _kinds().get(word, frozenset())


def kindred(verb: str) -> frozenset[str]:
    """The tokens of other verbs that may tell the deed that one tells, where its circumstances are the same.

    >>> from newsrecon.wording import content_word
    >>> raised, grew, fell = (content_word(word) for word in ("raised", "increased", "fell"))
    >>> grew in kindred(raised), fell in kindred(raised)
    (True, False)
    """
    return _kindred().get(verb, frozenset())


@cache
def _kindred() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in data_table("deeds")["kindred"].strip().split("\n"):
        tokens = frozenset(token for word in line.split() for token in content_words(word.replace("_", " "))[:1])
        for token in tokens:
            found[token] = found.get(token, frozenset()) | tokens - {token}
    return found


@cache
def rare_kinds() -> frozenset[str]:
    """The kinds of deed that hardly come twice in one place and one month: *explode*, *sink*."""
    return frozenset(line.split()[0] for line in data_table("deeds")["rare"].strip().split("\n"))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    data = data_table("deeds")
    for line in f"{data['kinds'].strip()}\n{data['rare'].strip()}".split("\n"):
        words = line.split()
        for word in words:
            token = content_word(word)
            found[token] = found.get(token, frozenset()) | {words[0]}
    return found
