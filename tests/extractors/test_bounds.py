"""Times that only bound what is told: what was done since a day, beside what has been so since then."""

from __future__ import annotations

import pytest

from newsrecon import Article, extract, reconcile


def dated(text):
    claims = extract(Article(text, id="1", source="The Daily", published="2025-05-10")).claims
    return [claim for claim in claims if claim.kind == "date"]


@pytest.mark.parametrize(
    "text",
    [
        "Forty families have fled the valley since Monday.",
        "Some 30 men have been arrested since Tuesday.",
        "The council has already taken two steps since March.",
        "Since Monday, twelve barns have burned down.",
        "But since Monday twelve barns have burned down.",
        "Rents have risen by a tenth since January.",
        "The yard had sold 40 boats since at least 2015.",
        "It was the worst flood since 1953.",
        "This has been the driest spring since 1976.",
        "The road has been resurfaced since the early 1990s.",
    ],
)
def test_what_was_done_since_a_time_is_only_bounded_by_it(text):
    (claim,) = dated(text)
    assert claim.value["bounds"] is True
    assert reconcile(Article(text, id="1", source="The Daily", published="2025-05-10")).timeline == ()


@pytest.mark.parametrize(
    "text",
    [
        "Vera Lund has led the yard since 2019.",
        "The road has been shut since Monday.",
        "The road has been under water since Monday.",
        "The crew has been searching since Monday.",
        "The mayor has not spoken since Tuesday.",
        "The mayor hasn't spoken since Tuesday.",
        "Nobody has been seen there since Tuesday.",
        "No boat has left the harbour since Tuesday.",
        "Since 2010 the party has governed alone.",
        "Lund, mayor since 2014, has resigned.",
        "The first officer has been ill since Friday.",
        "Most shops have been closed since Monday.",
        "The families have xyzzied since Monday.",
        "Forty families fled on Monday.",
        "Forty families have fled, the mayor said on Monday.",
        "Lund has visited the town since the vote in April.",
    ],
)
def test_what_has_been_so_since_a_time_began_there(text):
    (claim,) = dated(text)
    assert "bounds" not in claim.value
    assert len(reconcile(Article(text, id="1", source="The Daily", published="2025-05-10")).timeline) == 1


def test_a_time_that_somebody_tells_as_that_of_the_deed_stays_in_the_timeline():
    told = ["The guild has opened a school in Rundvik since 2021.", "The guild opened a school in Rundvik in 2021."]
    found = reconcile(Article(text, id=text[:20], source=text[:20], published="2025-05-10") for text in told)
    assert [
        cluster
        for cluster in found.timeline
        if any("opened a school" in found.claim(one).subject for one in cluster.claims)
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Prices have doubled since the vote in April.", "the vote in April."),
        ("Since the vote in April, the party has shrunk.", "the vote in April"),
        ("The bank has cut rates twice since its crash on 3 May.", "its crash on 3 May."),
        (
            "The town had been at peace until Norland's invasion of the coast in 2022.",
            "Norland's invasion of the coast in 2022.",
        ),
        ("He said the vote since the raid in April was void.", "the raid in April"),
        ("Two men have fled since the king died in April.", "since the king died in April."),
        ("He will be held until a hearing is set in April.", "until a hearing is set in April."),
        ("He was seen by the guard in April.", "He was seen by the guard in April."),
    ],
)
def test_what_a_bound_names_has_the_time_beside_it(text, subject):
    (claim,) = dated(text)
    assert claim.subject == subject
