"""The one order of claims, and unions that keep it."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article, Claim, Extraction

TEXT = "It rained, and the old bridge at Oda was closed for the night. " * 8


def _claim(number: int, extractor: str = "dates") -> Claim:
    article = Article(TEXT, id=f"{number % 7}", source="The Daily")
    start = number * 3 % 400
    return Claim(
        "kind", f"subject {number}", {"number": number}, article.mention(start, start + 9), extractor=extractor
    )


ALL = tuple(_claim(number) for number in range(400))


@given(st.sets(st.integers(0, 399), max_size=5), st.sets(st.integers(0, 399), max_size=5))
def test_a_few_claims_added_to_many_are_in_the_places_they_have_among_all(added, left_out):
    many = Extraction(tuple(claim for number, claim in enumerate(ALL) if number not in left_out))
    few = Extraction(tuple(ALL[number] for number in added))
    together = Extraction(many.claims + few.claims)
    assert many | few == together == few | many
    assert type((many | few).claims) is tuple


@pytest.mark.parametrize(("name", "kept"), [("aliases", "aliases"), ("quotes", "dates")])
def test_of_two_finders_the_first_by_name_is_kept_where_few_are_added_to_many(name, kept):
    many, few = Extraction(ALL), Extraction((evolve(ALL[5], extractor=name),))
    for union in (many | few, few | many):
        assert len(union) == len(ALL)
        assert next(claim for claim in union if claim == ALL[5]).extractor == kept
