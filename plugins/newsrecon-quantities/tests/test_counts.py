"""Counts of what has no slot of its own."""

from __future__ import annotations

import newsrecon_quantities
import pytest
from newsrecon_quantities import extract_claims

from newsrecon import Article, reconcile


def counts(text):
    return [
        (claim.mention.text, claim.value["low"], claim.value["high"], claim.value["unit"])
        for claim in extract_claims(Article(text))
        if claim.value["slot"] == "count"
    ]


@pytest.mark.parametrize(
    ("text", "mention", "low", "high", "unit"),
    [
        ("The jail has room for 468 inmates.", "468 inmates", 468, 468, "inmates"),
        ("The fire destroyed thirty-one old wooden houses.", "thirty-one old wooden houses", 31, 31, "houses"),
        ("It hired more than 1,500 crew members.", "more than 1,500 crew members", 1500, None, "members"),
        ("About 40 ships are waiting.", "About 40 ships", 36, 44, "ships"),
        ("The firm will close 10 to 12 shops.", "10 to 12 shops", 10, 12, "shops"),
        ("Seven of the nine judges agreed.", "nine judges", 9, 9, "judges"),
    ],
)
def test_a_number_of_things_is_read_with_its_noun(text, mention, low, high, unit):
    assert counts(text) == [(mention, low, high, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 people.",
        "Police arrested 12 protesters.",
        "It cost 12 euros.",
        "It lasted 12 years and fell three times.",
        "In 2012 women voted.",
        "The airline bought Boeing 787 Dreamliners.",
        "On May 12 soldiers came.",
        "One house burned down, and the 12th house was saved.",
        "The two-year plan has one aim.",
        "They came from both sides.",
        "Police released the 911 calls.",
        "Of the men, 12 escaped through windows.",
        "They saw 12 and two other boats.",
        "There were 12 of them.",
    ],
)
def test_numbers_that_others_read_or_that_count_nothing_are_no_counts(text):
    assert counts(text) == []


def reconciled(*texts):
    articles = [Article(text, id=str(at), source=f"Outlet {at}") for at, text in enumerate(texts)]
    found = reconcile(articles, plugins=[newsrecon_quantities])
    return found, [cluster for cluster in found if cluster.kind == "quantity"]


@pytest.mark.parametrize(
    ("one", "two", "met"),
    [
        ("The jail was built for 468 inmates.", "The jail has room for 468 prisoners.", True),
        ("He scored 672 goals for the club.", "He left after 672 goals and 35 cups.", True),
        ("The collapse trapped 33 miners.", "The 33 men were trapped by a collapse.", True),
        ("The collapse trapped 33 miners.", "The collapse buried 33 houses.", False),
        ("The collapse trapped 33 miners.", "The collapse trapped 33 nurses.", False),
        ("The jail was built for 468 inmates.", "The jail was built for 470 inmates.", False),
        ("The mayor met three workers.", "The fire spread to a yard where three workers slept.", False),
        ("The firm has 12 plants in Sund.", "It rained, and 12 plants in her garden grew.", False),
    ],
)
def test_exact_numbers_of_one_thing_meet(one, two, met):
    _, clusters = reconciled(one, two)
    assert any(len({source for variant in each.variants for source in variant.support}) > 1 for each in clusters) is met


def test_a_bound_is_refined_by_an_exact_number():
    _, (cluster,) = reconciled("The firm will cut more than 11,000 jobs.", "The firm will cut 11,200 jobs.")
    assert str(cluster.verdict) == "refined"
    assert cluster.variants[cluster.best].text == "11,200 jobs"


def test_the_reason_names_what_is_counted():
    found, (cluster,) = reconciled("He scored 672 goals for the club.", "Fans sang of 672 goals.")
    assert "both say 672 goals" in " ".join(found.explain(cluster).split())
