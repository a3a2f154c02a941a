"""Votes for and against, and abstentions."""

from __future__ import annotations

import newsrecon_quantities
import pytest
from newsrecon_quantities.votes import read_votes

from newsrecon import Article, Verdict, reconcile

FOR, AGAINST, ABSTAINED = "votes for", "votes against", "abstentions"


def _votes(text):
    return [(claim.value["slot"], claim.value["low"], claim.value["high"]) for claim in read_votes(Article(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The motion was passed by 315 votes to 240, with 12 abstentions.",
            [(FOR, 315, 315), (AGAINST, 240, 240), (ABSTAINED, 12, 12)],
        ),
        ("Some say 2,000 members voted in favour.", [(FOR, 2000, 2000)]),
        ("The chamber confirmed her in a 52-48 vote.", [(FOR, 52, 52), (AGAINST, 48, 48)]),
        ("Deputies voted 52 to 48 to hear him.", [(FOR, 52, 52), (AGAINST, 48, 48)]),
        ("The bill was rejected by 240 votes to 315.", [(AGAINST, 315, 315), (FOR, 240, 240)]),
        ("The town voted 391 to 242 against the dam.", [(AGAINST, 391, 391), (FOR, 242, 242)]),
        ("In a vote of 1,234 to 1,102 the miners agreed.", [(FOR, 1234, 1234), (AGAINST, 1102, 1102)]),
        (
            "It was adopted with 142 votes in favour, 10 against and two abstentions.",
            [(FOR, 142, 142), (AGAINST, 10, 10), (ABSTAINED, 2, 2)],
        ),
        (
            "142 countries voted in favour, ten voted against and 12 abstained.",
            [(FOR, 142, 142), (AGAINST, 10, 10), (ABSTAINED, 12, 12)],
        ),
        (
            "The plan passed 13-4, with at least two members voting against.",
            [(FOR, 13, 13), (AGAINST, 4, 4), (AGAINST, 2, None)],
        ),
    ],
)
def test_a_result_is_read_with_its_sides(text, expected):
    assert _votes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The club won 3-2 on Sunday.",
        "The club won 3-2 after a vote on the coach.",
        "She got 51 percent of the vote.",
        "The council voted on 12 May 2024 against the plan.",
        "In 2019 against all odds, he voted.",
        "Ten stood against the wall.",
    ],
)
def test_scores_days_and_shares_are_no_votes(text):
    assert _votes(text) == []


def test_votes_meet_where_the_numbers_and_the_words_around_them_agree():
    texts = ("The motion on the dam was passed by 315 votes to 240.", "The dam motion passed in a 315-240 vote.")
    articles = [Article(text, id=text[:12], source=text[:12]) for text in texts]
    clusters = reconcile(articles, plugins=[newsrecon_quantities]).clusters
    assert [cluster.verdict for cluster in clusters] == [Verdict.CORROBORATED] * 2
