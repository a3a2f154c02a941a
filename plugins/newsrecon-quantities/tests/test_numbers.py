"""Numbers as news writes them, and what they may mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
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
        ("1.2 bn", 1_200_000_000, 1_200_000_000),
        ("1,20,000", 120_000, 120_000),
        ("12,34,567", 1_234_567, 1_234_567),
        ("1\u00a0200\u00a0000", 1_200_000, 1_200_000),
        ("3 lakh crore", 3_000_000_000_000, 3_000_000_000_000),
        ("three lakh crore", 3_000_000_000_000, 3_000_000_000_000),
        ("two crores", 20_000_000, 20_000_000),
        ("lakhs", 200_000, None),
        ("a quarter of a million", 250_000, 250_000),
        ("three-quarters of a million", 750_000, 750_000),
        ("half a crore", 5_000_000, 5_000_000),
        ("two and a half million", 2_500_000, 2_500_000),
        ("2 and a half million", 2_500_000, 2_500_000),
        ("a million and a half", 1_500_000, 1_500_000),
        ("1\u00bd million", 1_500_000, 1_500_000),
        ("2 1/2 million", 2_500_000, 2_500_000),
        ("several hundred", 300, None),
        ("a few dozen", 36, None),
        ("a couple of hundred", 200, 200),
        ("tens of millions", 20_000_000, None),
        ("not fewer than 12", 12, None),
        ("just over 100", 101, None),
        ("just under 100", 90, 99),
        ("12+", 12, None),
        ("~40", 36, 44),
        ("40-odd", 36, 44),
        ("thirty-odd", 27, 33),
    ],
)
def test_a_number_is_what_it_may_mean(text, low, high):
    (number,) = read_numbers(text)
    assert number.bounds(whole=True) == (low, high)
    assert number.span.of(text).strip() == text


def _indian(number):
    """12,34,567: the last three digits, then pairs."""
    head, tail = divmod(number, 1000)
    pairs = []
    while head:
        head, pair = divmod(head, 100)
        pairs.insert(0, f"{pair:02}")
    return f"{','.join(pairs).lstrip('0')},{tail:03}"


@given(st.integers(1000, 10**12))
def test_a_number_is_the_same_however_its_digits_are_grouped(number):
    for written in (f"{number}", f"{number:,}", f"{number:,}".replace(",", "\u202f"), _indian(number)):
        assert [found.bounds(whole=True) for found in read_numbers(written)] == [(number, number)]


@given(st.text("1234567890,. -+~abdefhilmnorsuvwx\u00bd", max_size=30))
def test_the_least_is_never_above_the_most(text):
    for number in read_numbers(text):
        assert number.least <= number.most
        for whole in (True, False):
            low, high = number.bounds(whole=whole)
            assert low is None or high is None or low <= high


@pytest.mark.parametrize(
    "text", ["12th", "1.234.567", "3,5", "a 12-year-old", "at 11:30", "9/11", "COVID-19", "B52", "someone", "#12"]
)
def test_what_looks_like_a_number_and_counts_nothing_is_none(text):
    assert not list(read_numbers(text.lower()))


def test_words_that_make_no_number_together_are_none():
    assert [number.least for number in read_numbers("two and three")] == [2, 3]
    assert not list(read_numbers("two three"))


def test_more_than_an_amount_that_is_not_whole_begins_at_it():
    (number,) = read_numbers("more than $3 million")
    assert (number.symbol, number.bounds(whole=False)) == ("USD", (3_000_000, None))
