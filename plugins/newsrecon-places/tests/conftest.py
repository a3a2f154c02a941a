"""The places of a made-up country, and the fixtures of newsrecon."""

from __future__ import annotations

import pytest
from newsrecon_places import Gazetteer, Place, Places

from newsrecon.extractors import aliases, quotes
from newsrecon.testing.fixtures import article, plugin_manager

# Imported, since pytest takes `pytest_plugins` in the topmost conftest.py alone.
__all__ = ["article", "gazetteer", "plugin_manager", "read"]

NORLAND = (
    Place("nl", "Norland", aliases=["Kingdom of Norland"]),
    Place("nl-riv", "Riverton", aliases=["Rivertown"], within="nl", latitude=60.39, longitude=5.32),
    Place("nl-riv-h", "Old Harbour", within="nl-riv", latitude=60.4, longitude=5.3),
    Place("nl-vik", "Vik", within="nl", latitude=61.09, longitude=6.58),
    Place("sl", "Ostland"),
    Place("sl-riv", "Riverside", aliases=["Vik"], within="sl"),
)


@pytest.fixture
def gazetteer():
    """The places of Norland, and a few of the country next to it."""
    return Gazetteer(NORLAND)


@pytest.fixture
def read(gazetteer, article, plugin_manager):
    """The claims of a text, with the names and quotes that the plugin looks at."""
    plugins = plugin_manager(Places(gazetteer), aliases, quotes)

    def claims_of(text):
        return plugins.extract(article(text), [])

    return claims_of
