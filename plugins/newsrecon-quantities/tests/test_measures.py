"""Lengths of time, distances, weights and temperatures, and how they are compared."""

from __future__ import annotations

import newsrecon_quantities
import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsrecon_quantities.matching import matcher
from newsrecon_quantities.measures import read_measures
from newsrecon_quantities.words import section

from newsrecon import Article, Context, reconcile

UNITS = pint.UnitRegistry()


def measured(text):
    claims = read_measures(Article(text))
    return [(claim.value["slot"], claim.value["low"], claim.value["high"], claim.mention.text) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tour takes about 10 minutes.", [("duration", 9, 11, "about 10 minutes")]),
        ("An hours-long row ended.", []),
        ("It ran for more than two hours.", [("duration", 120, None, "more than two hours")]),
        ("A 400-pound stone fell.", [("weight", 176.9, 186.0, "400-pound")]),
        ("A 400-pound-plus stone fell.", [("weight", 181.4, None, "400-pound-plus")]),
        ("The stone weighs 181 kg.", [("weight", 180.5, 181.5, "181 kg")]),
        ("The lorry went on for more than a mile.", [("distance", 1609, None, "more than a mile")]),
        ("The drop was 3.7-meters.", [("distance", 3.65, 3.75, "3.7-meters")]),
        ("It was 38 degrees Celsius.", [("temperature", 37.5, 38.5, "38 degrees Celsius")]),
        ("It was 100°F.", [("temperature", 36.39, 39.17, "100°F")]),
        ("It was 40C (104F).", [("temperature", 39.0, 41.0, "40C"), ("temperature", 39.72, 40.28, "104F")]),
        ("It fell to -12°C.", [("temperature", -12.3, -11.7, "-12°C")]),
        ("It fell to minus 5 degrees Celsius.", [("temperature", -5.125, -4.875, "minus 5 degrees Celsius")]),
        ("It was 10-12°C.", [("temperature", 9.75, 12.3, "10-12°C")]),
        ("It is half a mile long.", [("distance", 784.6, 824.8, "half a mile")]),
        (
            "It took a minute, not half a second.",
            [("duration", 0.975, 1.025, "a minute"), ("duration", 0.008125, 0.008542, "half a second")],
        ),
        ("It took three quarters of an hour.", [("duration", 44.7, 45.3, "three quarters of an hour")]),
        ("It took an hour and a half.", [("duration", 87.75, 92.25, "an hour and a half")]),
        ("The five-hour drive was hard.", [("duration", 292.5, 307.5, "five-hour")]),
        ("It blew at 100 mph.", [("speed", 156.9, 165.0, "100 mph")]),
        ("It blew at 120 km/h.", [("speed", 117.0, 123.0, "120 km/h")]),
        ("The fire took 5,000 hectares.", [("area", 4875.0, 5125.0, "5,000 hectares")]),
        ("It burned 300 sq km.", [("area", 29250.0, 30750.0, "300 sq km")]),
    ],
)
def test_a_measure_is_read_in_one_unit_as_exactly_as_it_is_written(text, expected):
    assert measured(text) == expected


@pytest.mark.parametrize("group", section("measures", "units"), ids=lambda group: group["names"][0])
def test_each_unit_measures_what_the_unit_of_its_sort_does(group):
    assert UNITS.Quantity(1, group.get("pint", group["unit"])).is_compatible_with(group["unit"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("90 seconds", "1.5 minutes"),
        ("24 hours", "1440 minutes"),
        ("1.852 km", "1852 metres"),
        ("1760 yards", "1 mile"),
        ("5280 feet", "1 mile"),
        ("2000 pounds", "1 ton"),
        ("1 tonne", "1000 kg"),
        ("100 pounds", "45.36 kg"),
        ("212°F", "100°C"),
        ("-40°F", "-40°C"),
        ("1 knots", "1.852 km/h"),
        ("60 mph", "96.56 km/h"),
        ("1 square mile", "640 acres"),
        ("1 square mile", "259 hectares"),
        ("1 sq km", "100 hectares"),
        ("10000 square metres", "1 hectare"),
        ("43560 square feet", "1 acre"),
    ],
)
def test_two_ways_to_write_a_measure_are_one(one, other):
    def middle(text):
        ((sort, low, high, _),) = measured(f"It took, weighed or was {text} in all.")
        return sort, (low + high) / 2

    (sort, first), (same, second) = middle(one), middle(other)
    assert sort == same
    assert first == pytest.approx(second, rel=0.0003)


@pytest.mark.parametrize(
    "text",
    [
        "Plan 5c was dropped.",
        "It cost 400 pounds.",
        "It was sold two hours ago.",
        "A day is 3 minutes old.",
        "There were 10.",
        "She got a second yellow card and scored a second.",
    ],
)
def test_prices_points_in_time_ages_and_bare_numbers_are_no_measures(text):
    assert measured(text) == []


def told(*texts):
    articles = [Article(text, id=str(place), source=f"Outlet {place}", story="one") for place, text in enumerate(texts)]
    found = reconcile(articles, plugins=[newsrecon_quantities])
    return [(str(cluster.verdict), len(cluster.variants)) for cluster in found]


def test_a_weight_in_another_unit_is_sharper_where_its_last_digit_is():
    assert told("The bear weighs 400 pounds.", "The bear weighs 181 kg.") == [("refined", 2)]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("The well is about 12 feet deep.", "The well is 10 to 12 feet deep.", "refined"),
        ("The crane weighs about 40 tonnes.", "The crane weighs at least 40 tonnes.", "refined"),
        ("The bridge was shut for 10 minutes.", "The bridge was shut for at least 10 minutes.", "refined"),
        ("The bridge was shut for about 10 minutes.", "The bridge was shut for up to 10 minutes.", "refined"),
        ("The repair cost about $5 million.", "The repair cost at least $5 million.", "refined"),
        # Each says something that the other does not, and neither is one figure within the other.
        ("The well is 10 to 12 feet deep.", "The well is 11 to 13 feet deep.", "corroborated"),
        ("The well is about 12 feet deep.", "The well is about 13 feet deep.", "corroborated"),
        ("The bridge was shut for about 9.5 minutes.", "The bridge was shut for at least 10 minutes.", "corroborated"),
    ],
)
def test_one_figure_is_more_exact_than_the_bound_or_range_that_holds_it(one, other, verdict):
    ((found, variants),) = told(one, other)
    assert (found, variants) == (verdict, 2)


@given(st.lists(st.sampled_from(("", "about ", "at least ", "up to ", "8 to ")), min_size=2, max_size=2), st.data())
def test_of_two_measures_at_most_one_is_more_exact(bounds, data):
    figures = [data.draw(st.integers(9, 12)) for _ in bounds]
    claims = [
        next(read_measures(Article(f"It took {bound}{figure} minutes.", id="a")))
        for bound, figure in zip(bounds, figures, strict=True)
    ]
    one, other = (matcher.read(claim, Context()) for claim in claims)
    assert matcher.sharpens(one, other) is None or matcher.sharpens(other, one) is None
    assert matcher.sharpens(one, one) is None


def test_one_length_told_of_the_same_is_corroborated():
    assert told("The bridge was closed for 90 minutes.", "The bridge stayed shut for 90 minutes.") == [
        ("corroborated", 1)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge was closed for 90 minutes.", "The bridge was closed for 20 minutes."),
        ("The wall is more than 2 km long.", "The wall is 90 km from the coast."),
    ],
)
def test_measures_that_are_apart_are_of_two_things_and_dispute_nothing(one, other):
    assert told(one, other) == [("unconfirmed", 1), ("unconfirmed", 1)]
