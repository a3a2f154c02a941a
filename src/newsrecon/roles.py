"""What a person is said to be, made comparable: *the Russian ambassador to Kabul* is *Russia's ambassador to Afghanistan*.

A role is an office, whose it is (a country or another possessor), and to whom it is sent.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from newsrecon import gazetteer

__all__ = ["Role", "country_of", "parse_role"]


@frozen
class Role:
    """An office with its possessor and its complement, each as a country code or folded words; empty where not said."""

    office: str
    of: str = ""
    to: str = ""
    former: bool = False

    def same_office(self, other: Role) -> bool:
        """Whether both can be held by one person by what they say: same office, and nothing that differs.

        >>> parse_role("Russia's ambassador to Afghanistan").same_office(parse_role("Russian ambassador to Kabul"))
        True
        >>> parse_role("Afghan Foreign Minister").same_office(parse_role("Russian Foreign Minister"))
        False
        """
        return (
            self.office == other.office
            and (not self.of or not other.of or self.of == other.of)
            and (not self.to or not other.to or self.to == other.to)
        )

    @property
    def is_sole(self) -> bool:
        """Whether one person at a time holds it: an office with its possessor."""
        return (
            self.office.rsplit(" ", 1)[-1] in gazetteer.titles().sole and bool(self.of or self.to) and not self.former
        )


_PREPOSITION = re.compile(r"\s(to|of|for|in|at|from|on|with)\s(?:the\s)?")
_POSSESSIVE = re.compile(r"^(.+?)['’]s?\s")


@lru_cache(maxsize=1 << 14)
def country_of(words: str) -> str:
    """The code of the country that a name, an adjective or a capital means; an empty string for none.

    >>> country_of("Kabul"), country_of("Afghan"), country_of("the United States"), country_of("Sheffield")
    ('AF', 'AF', 'US', '')
    """
    key = words.lower().removeprefix("the ").strip()
    return gazetteer.countries().get(key) or gazetteer.demonyms().get(key) or gazetteer.capitals().get(key) or ""


def _portfolio(words: str) -> str:
    """What a ministry is for, as it stands before the minister: *foreign* of *foreign affairs*; else an empty string."""
    named = [word for word in words.split() if word not in ("affairs", "and", "the")]
    return " ".join(named) if named and gazetteer.titles().portfolios.keys() >= set(named) else ""


@lru_cache(maxsize=8192)
def parse_role(text: str) -> Role:
    """A role taken apart.

    >>> parse_role("Afghanistan's newly appointed Ambassador")
    Role(office='ambassador', of='AF', to='', former=False)
    >>> parse_role("the minister for foreign affairs").office, parse_role("U.S. Secretary of State")
    ('foreign minister', Role(office='state secretary', of='US', to='', former=False))
    """
    of = to = work = ""
    possessor = _POSSESSIVE.match(text)
    if possessor:
        of = country_of(possessor[1]) or possessor[1].lower()
        text = text[possessor.end() :]
    preposition = _PREPOSITION.search(text)
    if preposition:
        behind = text[preposition.end() :].strip()
        portfolio, _, seat = behind.rpartition(" of ")
        if portfolio and (own := _portfolio(portfolio.lower())):
            # "minister of foreign affairs of Norway"
            behind, work = seat, own
        place = country_of(behind) or behind.lower()
        if not work and preposition[1] in ("of", "for"):
            work = _portfolio(place)
            place = "" if work else place
        if preposition[1] == "of" and place in gazetteer.words_with_capitals("departments"):
            work, place = place, ""
        if place and preposition[1] in ("to", "in", "for", "at"):
            to = place
        elif place and not of:
            of = place
        text = text[: preposition.start()]
    words = text.lower().replace(".", "").split()
    if words and words[-1] in gazetteer.titles().shortened:
        words[-1:] = gazetteer.titles().shortened[words[-1]].split()
    former = any(word in gazetteer.titles().past for word in words)
    words = [
        word
        for word in words
        if word not in gazetteer.titles().passing
        and word not in gazetteer.titles().past
        and word not in ("the", "a", "an")
    ]
    for size in (2, 1):
        front = " ".join(words[:size])
        if not of and len(words) > size and country_of(front) and front not in gazetteer.titles().modifiers:
            of, words = country_of(front), words[size:]
    if not of and len(words) > 1:
        count = 0
        titles = gazetteer.titles()
        while count < len(words) - 1 and words[count] not in titles.modifiers | titles.heads | titles.roles:
            count += 1
        if count:
            of, words = " ".join(words[:count]), words[count:]
    if words and words[-1] == "minister" and of == "" and to and to.isupper():
        of, to = to, ""
    return Role(" ".join((*words[:-1], *work.split(), *words[-1:])), of, to, former)
