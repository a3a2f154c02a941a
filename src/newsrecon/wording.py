"""How alike two wordings are: content words in a normal form, and weighted overlap of sets of them.

*removed the group from its list* and *the group's removal from a list* come to the same content words: stop words are
dropped, endings taken off, irregular and derived forms and near-synonyms put to one form by a data file. That is crude
linguistics on purpose: fast, the same everywhere, and good enough to compare sentences that are about one event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from importlib import resources

__all__ = ["containment", "content_words", "likeness", "normal_form"]

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")


@cache
def _lexicon() -> tuple[frozenset[str], dict[str, str]]:
    """The stop words, and {word or stem: the form it counts as}."""
    import tomllib

    table = tomllib.loads(resources.files("newsrecon").joinpath("data/wording.toml").read_text("utf-8"))
    stops = frozenset(" ".join(table["stop_words"]).split())
    forms: dict[str, str] = {}
    for row in table["groups"]:
        first, *others = row.split()
        for word in (first, *others):
            forms.setdefault(word, first)
            forms.setdefault(_stem(word), first)
    return stops, forms


def content_words(text: str) -> tuple[str, ...]:
    """The content words of a text in their normal form, each once, in order of first appearance.

    >>> content_words("Moscow removed the group from its list.")
    ('moscow', 'remove', 'group', 'list')
    >>> content_words("the removal of the group")
    ('remove', 'group')
    """
    found = (normal_form(word) for word in _WORD.findall(text))
    return tuple(dict.fromkeys(word for word in found if word))


@lru_cache(maxsize=65536)
def normal_form(word: str) -> str:
    """What a single word counts as when wordings are compared; empty for a stop word.

    >>> normal_form("Recognition") == normal_form("recognised")
    True
    """
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").replace(".", "")
    stops, forms = _lexicon()
    if word in stops:
        return ""
    stem = _stem(word)
    return forms.get(word) or forms.get(stem) or stem


_ENDINGS = (
    ("isations", "iz"), ("izations", "iz"), ("isation", "iz"), ("ization", "iz"), ("ational", "at"), ("fulness", ""),
    ("iveness", "iv"), ("ements", "e"), ("ations", "at"), ("ition", "it"), ("ities", ""), ("ising", "iz"), ("izing", "iz"),
    ("ised", "iz"), ("ized", "iz"), ("ises", "iz"), ("izes", "iz"), ("ise", "iz"), ("ize", "iz"),
    ("ation", "at"), ("ating", "at"), ("ated", "at"), ("ates", "at"), ("ement", "e"), ("ments", ""), ("ness", ""),
    ("ment", ""), ("ions", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ity", ""), ("ion", ""), ("ers", ""),
    ("ily", "y"), ("ed", ""), ("es", ""), ("er", ""), ("ly", ""), ("al", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_LEAST = 3


def _stem(word: str) -> str:
    """A word without its ending, at least three letters long; doubled final consonants made one."""
    if len(word) <= _LEAST or not word.isalpha():
        return word
    if word.endswith("ss") or word.endswith("us") or word.endswith("is"):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word[: -len(ending)] + instead
            break
    if len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    if len(word) > _LEAST and word.endswith("y"):
        word = word[:-1] + "i"
    return word.removesuffix("e") if len(word) > _LEAST else word


def _one(word: str) -> float:
    return 1.0


def _weight(words: Iterable[str], rarity: Callable[[str], float]) -> float:
    # In one order, so that the sum is the same to the last bit whatever order a set has.
    return sum(rarity(word) for word in sorted(words))


def likeness(left: Collection[str], right: Collection[str], rarity: Callable[[str], float] = _one) -> float:
    """How much of both sets of words they share, from 0 to 1, each word by its rarity (weighted Dice coefficient).

    >>> likeness({"rain", "fall"}, {"rain", "stop"})
    0.5
    """
    one, two = frozenset(left), frozenset(right)
    total = _weight(one, rarity) + _weight(two, rarity)
    return 2 * _weight(one & two, rarity) / total if total else 0.0


def containment(left: Collection[str], right: Collection[str], rarity: Callable[[str], float] = _one) -> float:
    """How much of the left words the right ones hold, from 0 to 1, each word by its rarity.

    >>> containment({"rain"}, {"rain", "stop"})
    1.0
    """
    one, two = frozenset(left), frozenset(right)
    total = _weight(one, rarity)
    return _weight(one & two, rarity) / total if total else 0.0
