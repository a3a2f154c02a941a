"""The forms of verbs, by which words of a text are known for them."""

from __future__ import annotations

import pytest

from newsrecon.verbs import verbs


@pytest.mark.parametrize(
    ("base", "past", "gerund"),
    [
        ("occur", ("occurred",), ("occurring",)),
        ("admit", ("admitted",), ("admitting",)),
        ("plan", ("planned",), ("planning",)),
        ("visit", ("visited",), ("visiting",)),
        ("suffer", ("suffered",), ("suffering",)),
        ("target", ("targeted",), ("targeting",)),
        ("equip", ("equipped",), ("equipping",)),
        ("panic", ("panicked",), ("panicking",)),
        ("begin", ("began",), ("beginning",)),
        ("overrun", ("overran",), ("overrunning",)),
        # spelt in two ways
        ("cancel", ("canceled", "cancelled"), ("canceling", "cancelling")),
        ("travel", ("traveled", "travelled"), ("traveling", "travelling")),
    ],
)
def test_a_last_consonant_is_doubled_where_it_is_stressed(base, past, gerund):
    assert verbs()[base].past == past
    assert verbs()[base].gerund == gerund
