"""A place in another one is sharper, and only the same words make two places a contradiction."""

from __future__ import annotations

import pytest
from newsrecon_places import Places
from newsrecon_places.matching import matcher

from newsrecon import reconcile
from newsrecon.extractors import aliases, quotes
from newsrecon.testing import check_matcher


@pytest.fixture
def compare(gazetteer, article, plugin_manager):
    """Verdict, reason, and how many claims share the cluster, for each cluster of locations."""
    plugins = plugin_manager(Places(gazetteer), aliases, quotes)

    def compared(*texts):
        found = reconcile([article(text) for text in texts], plugins=plugins)
        return [(str(cluster.verdict), len(cluster.claims)) for cluster in found.of_kind("location")]

    return compared


@pytest.mark.parametrize(
    ("here", "there", "verdicts"),
    [
        ("A footbridge collapsed in Riverton.", "A footbridge collapsed in Rivertown.", [("corroborated", 2)]),
        ("A footbridge collapsed in Riverton.", "A footbridge collapsed in Norland.", [("refined", 2)]),
        ("A footbridge collapsed at the Old Harbour.", "A footbridge collapsed in Norland.", [("refined", 2)]),
        ("A footbridge collapsed in Riverton.", "A footbridge collapsed in Ostland.", [("disputed", 2)]),
        (
            "A footbridge collapsed in Riverton.",
            "Heavy rain flooded schools in Norland.",
            [("unconfirmed", 1), ("unconfirmed", 1)],
        ),
        (
            "A footbridge collapsed in Riverton after heavy rain.",
            "A footbridge was reopened in Ostland.",
            [("unconfirmed", 1), ("unconfirmed", 1)],
        ),
    ],
)
def test_locations_of_one_event(compare, here, there, verdicts):
    assert compare(here, there) == verdicts


def test_neighbours_are_no_contradiction(article, plugin_manager, gazetteer):
    from newsrecon_places import Gazetteer, Place

    near = Place("nl-mill", "Milltown", within="nl", latitude=60.45, longitude=5.4)
    plugins = plugin_manager(Places(Gazetteer([*gazetteer.places, near])), aliases, quotes)
    told = [article(f"A footbridge collapsed in {place}.") for place in ("Riverton", "Milltown")]
    (cluster,) = reconcile(told, plugins=plugins).of_kind("location")
    assert str(cluster.verdict) != "disputed"
    assert "Milltown and Riverton, 8 km apart, may both be right" in cluster.because[0].reason


def _claims(gazetteer):
    return [place.value(gazetteer) for place in gazetteer.places]


def test_the_laws_of_a_matcher_hold(gazetteer):
    check_matcher(matcher, _claims(gazetteer))


def test_lists_that_contradict_each_other_break_no_law():
    nowhere = {"latitude": None, "longitude": None}
    check_matcher(
        matcher,
        [
            {"id": "a", "name": "A", "within": ["b"], **nowhere},
            {"id": "b", "name": "B", "within": ["a"], **nowhere},
        ],
    )
