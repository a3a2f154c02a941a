"""A capital that stands for its government: *Oslo said*, *ties between Oslo and Paris*, *Oslo's decision*; not *in Oslo*.

Only what a government alone does tells it: it speaks or acts, it has relations, a stance is its own.
"""

from __future__ import annotations

import re

from newsrecon import gazetteer

__all__ = ["government_meant"]

_BEHIND = re.compile(r"(?P<own>['’]s?)? (?P<word>[a-z]+)(?: (?P<next>[a-z]+))?")
# Oslo, which banned · Oslo, which has long banned
_RELATIVE = re.compile(r", which (?:(?:has|had|have|also|long|once|since) ){0,2}(?P<word>[a-z]+)")
_FRONT = re.compile(r"(?:(?P<before>[A-Za-z]+) )?(?P<last>[a-z]+) $")
_PARTNER = re.compile(r"(?P<what>[A-Za-z]+) between (?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3},? and )?$")
REACH = 80
"""So many characters in front of a name tell what it takes part in."""


def government_meant(text: str, start: int, end: int) -> str:
    """The code of the country whose government a capital stands for here; an empty string where it is the city.

    >>> government_meant("Oslo has recognised it", 0, 4), government_meant("It rained in Oslo today", 13, 17)
    ('NO', '')
    """
    country = gazetteer.capitals().get(text[start:end].lower(), "")
    if not country:
        return ""
    front = _FRONT.search(text, max(0, start - REACH), start)
    last = front["last"] if front else ""
    if last in gazetteer.surroundings("in_places") or last in gazetteer.surroundings("places"):
        return ""
    ties = gazetteer.surroundings("ties")
    if last == "with" and front is not None and (front["before"] or "").lower() in ties:
        return country
    partner = _PARTNER.search(text, max(0, start - REACH), start)
    if partner is not None and partner["what"].lower() in ties:
        return country
    if last in gazetteer.surroundings("towards") or last in gazetteer.words_with_capitals("particles") or last == "of":
        return ""
    measures = gazetteer.surroundings("measures")
    if relative := _RELATIVE.match(text, end, end + REACH):
        return country if relative["word"] in measures else ""
    behind = _BEHIND.match(text, end, end + REACH)
    if behind is None:
        return ""
    if behind["own"]:
        return country if {behind["word"], behind["next"]} & gazetteer.surroundings("stances") else ""
    acts = gazetteer.surroundings("acts") | measures | gazetteer.words_with_capitals("speech")
    return country if behind["word"] in acts else ""
