"""Where those who are counted were: *killed 11 people* **in Florida**, *200 people were evacuated* **from the hotel**."""

from __future__ import annotations

import re
from functools import cache

from newsrecon.extractors.places_apart import places_apart
from newsrecon.extractors.word_sorts import exclude
from newsrecon.text import one_of
from newsrecon_quantities.words import section

__all__ = ["are_apart", "where_behind"]


def where_behind(text: str, end: int) -> str | None:
    """The place that is named, or called by one common noun, right behind a count that ends there; None where there is none.

    >>> text = "The storm killed 11 people in Florida, and 200 were evacuated from the hotel."
    >>> where_behind(text, text.index(" in")), where_behind(text, text.index(" from")), where_behind(text, 5)
    ('Florida', 'hotel', None)
    """
    found = _behind().match(text, end)
    return None if found is None else found["name"] or found["noun"]


def are_apart(one: str | None, other: str | None) -> bool:
    """Whether those who are counted here cannot be those who are counted there.

    >>> are_apart("Texas", "Florida"), are_apart("school", "hotel"), are_apart("Texas", "hotel"), are_apart(None, "Texas")
    (True, True, False, False)
    """
    if not one or not other:
        return False
    return places_apart(one, other) or exclude(one.lower().split(), other.lower().split())


# from the | hotel · in | West Virginia
@cache
def _behind() -> re.Pattern[str]:
    ends = one_of(section("people", "before_places"))
    return re.compile(
        rf"\s+(?:{one_of(section('people', 'inside'))})\s+(?:the\s+|an?\s+)?"
        rf"(?:(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)|(?P<noun>[a-z]+)(?=[,.;:!?]|$|\s+(?:{ends}|and|after|when|while|as)\b))"
    )
