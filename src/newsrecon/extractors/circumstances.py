"""How a deed was done, as far as two ways exclude each other: *without permission*, *with it*; *caused by rain*, *by a leak*."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsrecon.extractors.oppositions import opposition_words
from newsrecon.text import one_of
from newsrecon.wording import content_words

__all__ = ["other_circumstances", "tells_how"]

# without | the permission of
_WITHOUT = re.compile(r"\bwithout\s+((?:[^\W\d_]+\s+){0,2}?[^\W\d_]+)", re.IGNORECASE)


# was caused | by faulty wiring; blamed it | on the weather
@cache
def _cause() -> re.Pattern[str]:
    brings, blames = one_of(opposition_words("brings")), one_of(opposition_words("blames"))
    return re.compile(
        rf"\b(?:{brings})\s+by\s+([^,;.]+)|\b(?:{blames})\s+[^,;.]{{0,80}}?\bon\s+([^,;.]+)", re.IGNORECASE
    )


def tells_how(text: str) -> bool:
    """Whether a clause tells without what, or because of what, which few do: two of which none does need not be compared.

    >>> tells_how("He left without permission."), tells_how("He left on Monday.")
    (True, False)
    """
    return ("ithout " in text and _lacking(text) is not None) or (_may_name_cause(text) and bool(_causes(text)))


def _may_name_cause(text: str) -> bool:
    return " by " in text or " on " in text


def other_circumstances(left: str, right: str) -> str | None:
    """Why two clauses tell of two ways of doing one thing, if they do.

    >>> other_circumstances("He left without permission.", "He left with the permission of the court.")
    "one is without 'permission', the other is not"
    >>> other_circumstances("It was caused by a gas leak.", "It was caused by faulty wiring.")
    'they name different causes'
    """
    for one, other in ((left, right), (right, left)):
        lacking = _lacking(one) if "ithout " in one else None
        if lacking and "ithout " not in other and lacking[1] in content_words(other):
            return f"one is without {lacking[0]!r}, the other is not"
    if not (_may_name_cause(left) and _may_name_cause(right)):
        return None
    causes = _causes(left), _causes(right)
    return "they name different causes" if all(causes) and causes[0].isdisjoint(causes[1]) else None


@lru_cache(maxsize=1 << 12)
def _lacking(text: str) -> tuple[str, str] | None:
    """What a clause says there was none of, as written and as a content word."""
    match = _WITHOUT.search(text)
    if match is None:
        return None
    word = next((word for word in match[1].split() if word.lower() not in opposition_words("small")), "")
    found = content_words(word)
    return (word, found[0]) if found else None


@lru_cache(maxsize=1 << 12)
def _causes(text: str) -> frozenset[str]:
    """The content words for what a clause says it was caused by."""
    match = _cause().search(text)
    return frozenset(content_words(match[1] or match[2])) if match else frozenset()
