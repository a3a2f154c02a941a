"""How sure a quote is: the measured precision of the sieve that it was read by.

A sieve is an order of content, cue and speaker with a form, as in *inverted direct*. How often what it finds is right was
measured on annotated news, and the table is data (`sieves.toml`, made by `benchmarks/sieves.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsrecon.language_data import data_table

__all__ = ["confidence_of", "rule_of"]


def rule_of(order: str, form: str) -> str:
    """The name of a sieve.

    >>> rule_of("inverted", "direct")
    'inverted direct'
    """
    return f"{order} {form}"


def confidence_of(order: str, form: str) -> float:
    """The share of its quotes that a sieve got right, content and speaker both.

    A sieve too rare for a figure of its own has that of all rare ones of its form.
    """
    table = _table()
    return table.get(rule_of(order, form), table[rule_of("rare", form)])


@cache
def _table() -> Mapping[str, float]:
    found: dict[str, float] = data_table("sieves")["precision"]
    return found
