"""Why a cluster is as it is, in sentences with the words they rest on."""

from __future__ import annotations

import pytest

from newsrecon import Article, Link, Relation, reconcile
from newsrecon.report.words import likeness_of

TOLD = [
    Article("The bridge at Sund was closed on 3 May 2024.", id="1", source="The Daily", published="2024-05-10"),
    Article("The bridge at Sund was closed in May 2024.", id="2", source="The Globe", published="2024-05-10"),
    Article("The bridge at Sund was closed on 4 May 2024.", id="3", source="The Herald", published="2024-05-10"),
]


@pytest.fixture(scope="module")
def dated():
    found = reconcile(TOLD)
    (cluster,) = found.of_kind("date")
    return found, cluster


@pytest.mark.parametrize(
    "told",
    [
        "Verdict: disputed, since 3 May 2024 and 4 May 2024 cannot both be right.",
        "1. May 2024, “May 2024”: 3 sources, 3 independent voices.",
        "3 May 2024, “3 May 2024”: 1 source, 1 independent voice; it is sharper than 1; it cannot be true beside 3.",
        "Best value: undecided, the sides are level.",
        "“3 May 2024” (The Daily) is sharper than “May 2024” (The Globe)",
        "rule match, likeness",
        "that is needed).",
    ],
    ids=["verdict", "support", "relations", "pick", "link", "rule and score", "margin"],
)
def test_it_tells_verdict_values_pick_and_links(dated, told):
    found, cluster = dated
    assert told in " ".join(found.explain(cluster).split())


def test_what_took_the_place_of_a_value_is_not_said_to_contradict_it():
    told = {"1": ("The tunnel at Sund is closed.", "2024-05-01"), "2": ("The tunnel at Sund is open.", "2024-05-03")}
    found = reconcile(
        [Article(text, id=key, source=f"Paper {key}", published=day) for key, (text, day) in told.items()]
    )
    (cluster,) = [one for one in found.of_kind("statement") if one.updated]
    words = " ".join(found.explain(cluster).split())
    assert (
        "is open.” (Paper 2) was told later than, and took the place of, “The tunnel at Sund is closed.” (Paper 1)"
        in words
    )
    assert "cannot be true beside" not in words
    assert "Best value: 1, the newest (1 independent voice, and none against it)." in words


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["The bridge fell on 3 May 2024."], "Best value: 1, the only one (1 independent voice)."),
        (
            ["The bridge fell on 3 May 2024.", "The bridge fell in May 2024."],
            "Best value: 2, which no other sharpens (1 independent voice, and none against it).",
        ),
        (
            [
                "The bridge at Sund was closed on 3 May 2024.",
                "The bridge at Sund was closed on 4 May 2024.",
                "On 4 May 2024 the bridge at Sund was closed.",
            ],
            "Best value: 1, 1 independent voice ahead of what is against it.",
        ),
    ],
    ids=["alone", "sharpest", "ahead"],
)
def test_the_best_value_is_told_with_its_rule_and_margin(texts, told):
    found = reconcile(Article(text, id=str(n), source=f"Paper {n}") for n, text in enumerate(texts))
    (cluster,) = found.of_kind("date")
    assert told in " ".join(found.explain(cluster).split())


def test_the_best_of_several_wordings_is_told_as_such():
    told = [
        "The old council approved the harbour treaty with Norway.",
        "The council approved the harbour treaty for Sund.",
    ]
    found = reconcile(Article(text, id=str(n), source=f"Paper {n}") for n, text in enumerate(told))
    (cluster,) = [one for one in found.of_kind("statement") if len(one.claims) == 2]
    assert "by its wording, of those with as many voices that no other sharpens (1 independent" in " ".join(
        found.explain(cluster).split()
    )


def test_an_id_does_as_well(dated):
    found, cluster = dated
    assert found.explain(cluster.id) == found.explain(cluster)


def test_there_is_no_cluster_of_an_unknown_id(dated):
    with pytest.raises(KeyError, match="nothing"):
        dated[0].explain("nothing")


def test_it_names_the_nearest_claim_that_a_veto_kept_out():
    texts = {
        "1": "The senate approved the harbour treaty with Norway.",
        "2": "The senate has approved the harbour treaty.",
        "3": "The senate did not approve the harbour treaty this time.",
    }
    found = reconcile([Article(text, id=key, source=f"Paper {key}") for key, text in texts.items()])
    (joined,) = [cluster for cluster in found.of_kind("statement") if len(cluster.claims) == 2]
    told = " ".join(found.explain(joined).split())
    assert "Kept apart: “The senate" in told
    assert "did not approve the harbour treaty this time.” (Paper 3)" in told
    assert "but one denies what the other says (rule veto; by their words alone: likeness 0." in told


@pytest.mark.parametrize(
    ("score", "threshold", "told"),
    [
        (0.8, 0.5, "likeness 0.80, 0.30 above the 0.50 that is needed"),
        (0.5, 0.5, "likeness 0.50, just the 0.50 that is needed"),
        (0.5004, 0.5, "likeness 0.50, just the 0.50 that is needed"),
        (1.0, None, "likeness 1.00"),
    ],
)
def test_a_likeness_is_told_with_its_margin(score, threshold, told):
    link = Link("1", "2", relation=Relation.EQUAL, score=score, reason="", threshold=threshold)
    assert likeness_of(link) == told


def test_every_link_of_a_matcher_reaches_what_is_needed():
    links = [link for cluster in reconcile(TOLD) for link in cluster.because]
    assert links
    assert all(link.margin is None if link.rule == "verbatim" else link.margin >= 0 for link in links)
