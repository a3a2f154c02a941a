"""Two places are told apart only where both are known, and neither lies in the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import gazetteer
from newsrecon.extractors.places_apart import places_apart

NAMES = st.sampled_from(sorted(gazetteer.places())) | st.sampled_from(["Tarnbridge", "", "the"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lyon", "Marseille"),
        ("Paris", "Berlin"),
        ("France", "Germany"),
        ("the Netherlands", "Belgium"),
        ("Texas", "Ohio"),
        ("Chicago", "Tokyo"),
        ("Paris", "Germany"),
        ("Scotland", "Wales"),
    ],
)
def test_of_two_places_neither_lies_in_the_other(one, other):
    assert places_apart(one, other)
    assert places_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paris", "France"),
        ("Lyon", "France"),
        ("Chicago", "Ohio"),  # there are towns of many names
        ("Tarnbridge", "Lyon"),
        ("Manhattan", "New York City"),
        ("Scotland", "Britain"),
        ("London", "England"),
        ("Belfast", "UK"),
        ("Mumbai", "Bombay"),
        ("Kyiv", "Kiev"),
        ("Kosovo", "Serbia"),
        ("Rome", "the Vatican"),
        ("New York", "Boston"),  # a state or a city
        ("Europe", "Asia"),
    ],
)
def test_one_may_lie_in_the_other(one, other):
    assert not places_apart(one, other)
    assert not places_apart(other, one)


@given(NAMES, NAMES)
def test_it_matters_not_which_is_named_first(one, other):
    assert places_apart(one, other) == places_apart(other, one)
    assert not places_apart(one, one)


def test_every_place_of_one_ground_is_known():
    unknown = gazetteer.one_ground().keys() - gazetteer.places()
    assert not unknown
