"""A newsrecon plugin that knows your places: which Riverton is meant, what it lies in, and where something happened.

It finds nothing by itself. Its second look, `resolve_claims`, revises the names that others found and adds claims of kind
`location`; its matcher says that *in Riverton* is sharper than *in Norland* where the one lies in the other.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from newsrecon import Article, Claim, Matcher, hookimpl
from newsrecon_places.gazetteer import Gazetteer, Place, read_gazetteer
from newsrecon_places.locating import located, named
from newsrecon_places.matching import matcher

__all__ = ["Gazetteer", "Place", "Places", "plugin", "read_gazetteer"]

VARIABLE = "NEWSRECON_PLACES"


@frozen
class Places:
    """The plugin, with the places it knows.

    >>> places = Places(Gazetteer([Place("no", "Norland"), Place("no-ri", "Riverton", within="no")]))
    >>> [place.name for place in places.gazetteer.called("Riverton")]
    ['Riverton']
    """

    gazetteer: Gazetteer = field(factory=Gazetteer)
    api_version = 1
    kinds = ("alias", "location")

    @hookimpl
    def resolve_claims(self, article: Article, claims: tuple[Claim, ...]) -> Iterable[Claim]:
        """The names of known places with what is known of them, and where the article says that something happened."""
        if not self.gazetteer:
            return ()
        known = named(claims, self.gazetteer)
        revised = [claim.revise(**place.told(self.gazetteer)) for claim, place in known]
        return [*revised, *located(article, claims, known, self.gazetteer)]

    @hookimpl
    def register_matchers(self) -> Iterable[Matcher[Any]]:
        """The matcher of locations; it needs no gazetteer, since each claim carries what its place lies in."""
        return [matcher]


def _by_environment() -> Places:
    """The plugin with the places of the file that the environment names, read once, when the plugin is loaded."""
    path = os.environ.get(VARIABLE)
    return Places(read_gazetteer(path)) if path else Places()


plugin = _by_environment()
