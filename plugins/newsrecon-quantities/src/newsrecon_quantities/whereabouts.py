"""Where those who are counted were: *killed 11 people* **in Florida**, *200 people were evacuated* **from the hotel**.

An event is a place, too: *four were hurt* **in the first blast**.
"""

from __future__ import annotations

import re
from functools import cache

from newsrecon.extractors.places_apart import places_apart
from newsrecon.extractors.word_sorts import exclude
from newsrecon.text import one_of
from newsrecon_quantities.words import section

__all__ = ["are_apart", "where_behind"]


def where_behind(text: str, end: int) -> str | None:
    """The place or event that is named, or called by one common noun, right behind a count that ends there; else None.

    >>> text = "The storm killed 11 people in Florida, and 200 were evacuated from the hotel."
    >>> where_behind(text, text.index(" in")), where_behind(text, text.index(" from")), where_behind(text, 5)
    ('Florida', 'hotel', None)
    """
    found = _behind().match(text, end)
    return None if found is None else found["name"] or f"{found['nth'] or ''} {found['noun']}".strip()


def are_apart(one: str | None, other: str | None) -> bool:
    """Whether those who are counted here cannot be those who are counted there.

    >>> are_apart("Texas", "Florida"), are_apart("school", "hotel"), are_apart("Texas", "hotel"), are_apart(None, "Texas")
    (True, True, False, False)
    >>> are_apart("first blast", "second blast"), are_apart("second blast", "blast")
    (True, False)
    """
    if not one or not other:
        return False
    (nth, _, event), (other_nth, _, other_event) = one.rpartition(" "), other.rpartition(" ")
    if event == other_event and {nth, other_nth} <= set(section("people", "in_order")):
        return nth != other_nth
    return places_apart(one, other) or exclude(one.lower().split(), other.lower().split())


# from the | hotel · in | West Virginia
@cache
def _behind() -> re.Pattern[str]:
    ends = one_of(section("people", "before_places"))
    noun = rf"(?:(?P<nth>{one_of(section('people', 'in_order'))})\s)?(?P<noun>[a-z]+)"
    return re.compile(
        rf"(?:\s+(?:{one_of(section('people', 'reported'))}))?"
        rf"\s+(?:{one_of(section('people', 'inside'))})\s+(?:the\s+|an?\s+)?"
        rf"(?:(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)"
        rf"|{noun}(?=[,.;:!?]|$|\s+(?:{ends}|and|after|when|while|as)\b))"
    )
