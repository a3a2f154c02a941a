"""Sums of money and percentages."""

from __future__ import annotations

import pytest
from newsrecon_quantities import extract_claims

from newsrecon import Article


@pytest.mark.parametrize(
    ("text", "slot", "unit", "low", "high", "mention"),
    [
        ("It cost $1.2bn.", "money", "USD", 1_200_000_000, 1_200_000_000, "$1.2bn"),
        ("It cost more than €3 million.", "money", "EUR", 3_000_000, None, "more than €3 million"),
        ("It cost 300 million pounds.", "money", "GBP", 300_000_000, 300_000_000, "300 million pounds"),
        ("It cost half a million dollars.", "money", "USD", 500_000, 500_000, "half a million dollars"),
        ("It cost Rs 5 crore.", "money", "INR", 50_000_000, 50_000_000, "Rs 5 crore"),
        ("It cost HK$20.", "money", "HKD", 20, 20, "HK$20"),
        ("It cost SEK 200m.", "money", "SEK", 200_000_000, 200_000_000, "SEK 200m"),
        ("It cost 100,000 rand.", "money", "ZAR", 100_000, 100_000, "100,000 rand"),
        ("It cost between $10 and $20.", "money", "USD", 10, 20, "between $10 and $20"),
        ("It was a $1.2 billion-dollar plan.", "money", "USD", 1_200_000_000, 1_200_000_000, "$1.2 billion-dollar"),
        ("A third of the crop was lost.", "share", "percent", 33, 34, "A third"),
        ("More than two-thirds of it was lost.", "share", "percent", 66, None, "More than two-thirds"),
        ("It fell by 3.5%.", "share", "percent", 3.5, 3.5, "3.5%"),
        ("It fell by up to 60 per cent.", "share", "percent", None, 60, "up to 60 per cent"),
    ],
)
def test_an_amount_is_read_with_its_unit(text, slot, unit, low, high, mention):
    (claim,) = extract_claims(Article(text))
    assert (claim.value["slot"], claim.value["unit"], claim.value["low"], claim.value["high"]) == (
        slot,
        unit,
        low,
        high,
    )
    assert claim.mention.text == mention


@pytest.mark.parametrize("text", ["There were 12 in the box.", "They led in the first half of it."])
def test_a_bare_number_and_a_part_with_a_name_are_no_amounts(text):
    assert not list(extract_claims(Article(text)))


def test_what_stands_around_an_amount_is_told_in_whole_words():
    text = f"{'Officials ' * 9}said on Monday that the line paid $9 million for {'shipwrecked ' * 9}crews."
    (claim,) = (claim for claim in extract_claims(Article(text, id="a")) if claim.value["slot"] == "money")
    assert set(claim.subject.split()) <= {*text.split(), "…"}
