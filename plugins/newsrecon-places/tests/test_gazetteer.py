"""A list of places is read from a file, and one that cannot be used says where it is wrong."""

from __future__ import annotations

import pytest
from newsrecon_places import Gazetteer, Place, read_gazetteer

CSV = "id,name,aliases,within,latitude,longitude,note\nnl,Norland,,,,,x\nnl-riv,Riverton,Rivertown; Rivière ,nl,60.39,5.32,\n"
TOML = """
[[place]]
id = "nl"
name = "Norland"

[[place]]
id = "nl-riv"
name = "Riverton"
aliases = ["Rivertown", "Rivière"]
within = "nl"
latitude = 60.39
longitude = 5.32
"""
PLACES = Gazetteer(
    [
        Place("nl", "Norland"),
        Place("nl-riv", "Riverton", aliases=["Rivertown", "Rivière"], within="nl", latitude=60.39, longitude=5.32),
    ]
)


def _file(folder, name, text):
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return path


@pytest.mark.parametrize(("name", "text"), [("a.csv", CSV), ("a.csv", "\ufeff" + CSV), ("a.toml", TOML)])
def test_both_forms_of_a_list_say_the_same(tmp_path, name, text):
    assert read_gazetteer(_file(tmp_path, name, text)) == PLACES


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "name,within\nNorland,\n", r"the heading has the columns id and name, not \['name', 'within'\]"),
        ("a.csv", "", "the heading has the columns id and name, not None"),
        ("a.csv", "id,name\nnl,\n", r"a\.csv, line 2: the name of a place is a string that is not empty, not None"),
        ("a.csv", "id,name,latitude\nnl,Norland,north\n", r"line 2: could not convert string to float: 'north'"),
        ("a.csv", "id,name,latitude\nnl,Norland,91\n", "lies from -90 to 90, not 91.0"),
        ("a.csv", "id,name,longitude\nnl,Norland,nan\n", "lies from -180 to 180, not nan"),
        ("a.csv", "id,name\nnl,Norland\nnl,Ostland\n", "two places have the id 'nl': 'Norland' and 'Ostland'"),
        ("a.csv", "id,name,within\nnl,Norland,eu\n", "'Norland' lies within 'eu', which is the id of no place"),
        ("a.csv", "id,name,within\na,A,b\nb,B,a\n", "'A' lies within itself"),
        ("a.toml", "place = 1", r"told in tables \[\[place\]\], and there is none"),
        ("a.toml", "[[place]", "a.toml: "),
        ("a.toml", "[[place]]\nid = 7\nname = 'A'", "place 1: the id of a place is a string that is not empty, not 7"),
        ("a.toml", "[[place]]\nid = 'a'\nname = 'A'\naliases = 'B'", "are a list of names, not 'B'"),
    ],
)
def test_a_list_that_cannot_be_used_says_where_it_is_wrong(tmp_path, name, text, message):
    with pytest.raises(ValueError, match=message):
        read_gazetteer(_file(tmp_path, name, text))


def test_what_lies_around_a_place_is_told_from_the_smallest(gazetteer):
    (harbour,) = gazetteer.called("old harbour")
    assert [place.id for place in gazetteer.around(harbour)] == ["nl-riv", "nl"]


def test_the_order_of_places_never_matters(gazetteer):
    assert Gazetteer(reversed(gazetteer.places)) == gazetteer
    assert [place.id for place in gazetteer.called("Vik")] == ["nl-vik", "sl-riv"]
