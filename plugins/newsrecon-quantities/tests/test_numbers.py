"""Numbers as news writes them, and what they may mean."""

from __future__ import annotations

import pytest
from newsrecon_quantities.numbers import read_numbers


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12", 12, 12),
        ("1,200", 1200, 1200),
        ("2.5", 2.5, 2.5),
        ("1.2bn", 1_200_000_000, 1_200_000_000),
        ("1.2 billion", 1_200_000_000, 1_200_000_000),
        ("2.5 lakh", 250_000, 250_000),
        ("300k", 300_000, 300_000),
        ("twelve", 12, 12),
        ("twenty-five", 25, 25),
        ("one hundred and five", 105, 105),
        ("two hundred thousand", 200_000, 200_000),
        ("a hundred", 100, 100),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("half a dozen", 6, 6),
        ("half a million", 500_000, 500_000),
        ("a couple of", 2, 2),
        ("dozens", 24, None),
        ("hundreds of thousands", 200_000, None),
        ("at least 12", 12, None),
        ("more than 12", 13, None),
        ("up to 12", None, 12),
        ("as many as five", None, 5),
        ("fewer than 12", None, 11),
        ("nearly 80", 72, 79),
        ("about 40", 36, 44),
        ("12 or more", 12, None),
        ("10 to 15", 10, 15),
        ("10-15", 10, 15),
        ("between 10 and 15", 10, 15),
        ("$3-5 million", 3_000_000, 5_000_000),
    ],
)
def test_a_number_is_what_it_may_mean(text, low, high):
    (number,) = read_numbers(text)
    assert number.bounds(whole=True) == (low, high)
    assert number.span.of(text).strip() == text


@pytest.mark.parametrize("text", ["12th", "a 12-year-old", "at 11:30", "9/11", "COVID-19", "B52", "someone", "#12"])
def test_what_looks_like_a_number_and_counts_nothing_is_none(text):
    assert not list(read_numbers(text.lower()))


def test_words_that_make_no_number_together_are_none():
    assert [number.least for number in read_numbers("two and three")] == [2, 3]
    assert not list(read_numbers("two three"))


def test_more_than_an_amount_that_is_not_whole_begins_at_it():
    (number,) = read_numbers("more than $3 million")
    assert (number.symbol, number.bounds(whole=False)) == ("USD", (3_000_000, None))
