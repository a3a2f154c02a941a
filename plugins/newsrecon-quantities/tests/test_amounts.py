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


def test_a_bare_number_is_no_amount():
    assert not list(extract_claims(Article("There were 12 in the box.")))
