"""Two statements that may exclude each other have grounds in common, seen from either side."""

from __future__ import annotations

from itertools import combinations

import pytest

from newsrecon import Article, Context, extract
from newsrecon.extractors import aliases, dates, quotes, statements
from newsrecon.extractors.grounds import grounds_of
from newsrecon.extractors.statement_matching import statement_matcher
from newsrecon.reconciliation.names import register

TEXTS = (
    "The board approved the plan.",
    "The board did not approve the plan.",
    "The board rejected the plan.",
    "The hotel was sold for 3 million euros.",
    "The hotel fetched 4 million euros.",
    "There was no warning of the flood.",
    "Officials issued a warning of the flood.",
    "The union called off the strike.",
    "The strike will go ahead.",
    "The gate was open.",
    "The gate was locked.",
    "Jon Berg may leave.",
    "Mara Holm has led the party for ten years.",
    "Mara Holm took over the party in 2021.",
    "Acme’s shares rose 6 percent.",
    "Bees make honey.",
    "The gunman killed himself.",
    "The guards shot and killed the gunman.",
    "The dam was last inspected in 2021.",
    "Jon Berg denied the charges.",
)


def _read(*texts):
    articles = [Article(text, id=str(number), published="2026-03-11") for number, text in enumerate(texts)]
    found = extract(articles, plugins=[aliases, dates, quotes, statements], strict=True).claims
    matcher = statement_matcher()
    context = Context(names=register([claim for claim in found if claim.kind == "alias"]).index)
    told = {
        claim.mention.article: claim for claim in found if claim.kind == "statement" and not claim.value.get("phrase")
    }
    return [matcher.read(told[str(number)], context) for number in range(len(texts))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The board approved the plan.", "The board did not approve the plan."),
        ("The board approved the plan.", "The board rejected the plan."),
        ("The hotel was sold for 3 million euros.", "The hotel fetched 4 million euros."),
        ("There was no warning of the flood.", "Officials issued a warning of the flood."),
        ("The union called off the strike.", "The strike will go ahead."),
        ("The gate was open.", "The gate was locked."),
        ("Mara Holm has led the party for ten years.", "Mara Holm took over the party in 2021."),
        ("A guard was stabbed.", "The guard was not hurt."),
        ("The gunman killed himself.", "The guards shot and killed the gunman."),
        ("The dam was last inspected in 2021.", "The dam was inspected in 2024."),
        ("Jon Berg denied the charges.", "Jon Berg admitted the charges."),
    ],
)
def test_what_may_exclude_each_other_meets(one, other):
    left, right = map(grounds_of, _read(one, other))
    assert left.meet(right)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The board approved the plan.", "Bees make honey."),
        ("The bees stung a cow.", "The bees stung a cow near the mill."),
        ("The hotel was sold for 3 million euros.", "Bees make honey."),
        ("Jon Berg may leave.", "Jon Berg did not leave."),
    ],
)
def test_most_pairs_do_not(one, other):
    left, right = map(grounds_of, _read(one, other))
    assert not left.meet(right)


def test_meeting_is_the_same_from_both_sides():
    found = [grounds_of(one) for one in _read(*TEXTS)]
    assert all(one.meet(other) is other.meet(one) for one, other in combinations(found, 2))


def test_grounds_are_found_once():
    (one,) = _read(TEXTS[0])
    assert grounds_of(one) is grounds_of(one)
