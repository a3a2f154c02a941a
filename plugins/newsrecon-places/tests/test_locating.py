"""Which place a name means, and what happened there."""

from __future__ import annotations

import pytest


def _names(claims):
    return {claim.mention.text: claim.value["place"]["id"] for claim in claims if "place" in claim.value}


def _locations(claims):
    return [(claim.mention.text, claim.value["id"]) for claim in claims if claim.kind == "location"]


def test_a_name_on_the_list_is_given_what_is_known_of_the_place(read):
    (name,) = (claim for claim in read("A bridge collapsed in Rivertown.") if claim.kind == "alias")
    assert (name.subject, name.value["full"], name.value["type"], name.extractor) == (
        "Rivertown", "Riverton", "place", "aliases",
    )  # fmt: skip
    assert name.value["place"] == {
        "id": "nl-riv", "name": "Riverton", "within": ("nl",), "latitude": 60.39, "longitude": 5.32,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A bridge fell in Vik. The king of Norland came.", {"Vik": "nl-vik", "Norland": "nl"}),
        ("A bridge fell in Vik. The king of Ostland came.", {"Vik": "sl-riv", "Ostland": "sl"}),
        ("A bridge fell in Vik.", {}),
        ("A bridge fell in Vik. Norland and Ostland sent help.", {"Norland": "nl", "Ostland": "sl"}),
        ("A bridge fell in Elsewhere.", {}),
    ],
)
def test_a_name_of_several_places_is_told_apart_by_what_else_is_named_or_left_alone(read, text, found):
    assert _names(read(text)) == found


def test_a_person_of_that_name_is_left_alone(read):
    assert _names(read("Mr. Paul Riverton resigned on Monday. Riverton was 60.")) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A bridge collapsed in Riverton on Monday.", [("Riverton", "nl-riv")]),
        ("In Riverton, a bridge collapsed on Monday.", [("Riverton", "nl-riv")]),
        ("A ferry sank off the Old Harbour on Monday.", [("Old Harbour", "nl-riv-h")]),
        ("A bridge collapsed near northern Riverton.", [("Riverton", "nl-riv")]),
        ("Officials in Riverton resigned on Monday.", []),
        ("The mayor said in Riverton that the bridge was safe.", []),
        ("Riverton rebuilt the bridge.", []),
        ("They left Riverton on Monday.", []),
        ("The bridge in Riverton.", []),
    ],
)
def test_where_something_happened_is_told_from_who_is_there(read, text, found):
    assert _locations(read(text)) == found


def test_the_subject_of_a_location_is_its_clause(read):
    (claim,) = (one for one in read("A bridge collapsed in Riverton, killing two.") if one.kind == "location")
    assert claim.subject == "A bridge collapsed in Riverton,"
