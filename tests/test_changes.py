"""What changed between two reconciliations."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, settings

from newsrecon import Article, Turn, Verdict, compare, encode, reconcile
from newsrecon.report.changes import render_changes
from newsrecon.testing import extractions

ONE = Article("Parliament in Sund elected Ann Poe president on 3 May 2025.", id="1", source="The Daily")
TWO = Article("Parliament in Sund elected Ann Poe president on 4 May 2025.", id="2", source="The Globe")
SAME = Article(
    "Two officials said parliament in Sund elected Ann Poe president on 3 May 2025.", id="3", source="The Echo"
)
OTHER = Article("The harbour bridge at Sund was opened in 1931.", id="4", source="The Post")


def turns(old, new, kind="date"):
    """(what became of it, the verdict before, the verdict now) of each cluster of a kind that changed."""
    return [
        (str(change.turn), change.old and str(change.old.verdict), change.new and str(change.new.verdict))
        for change in compare(reconcile(old), reconcile(new)).clusters
        if (change.new or change.old).kind == kind
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([ONE], [ONE], []),
        ([ONE], [ONE, TWO], [("turned", "unconfirmed", "disputed")]),
        ([ONE, TWO], [ONE], [("turned", "disputed", "unconfirmed")]),
        ([ONE], [ONE, SAME], [("turned", "unconfirmed", "corroborated")]),
        ([ONE, TWO], [ONE, TWO, SAME], [("revalued", "disputed", "disputed")]),
        ([ONE], [ONE, OTHER], [("new", None, "unconfirmed")]),
        ([ONE, OTHER], [ONE], [("vanished", "unconfirmed", None)]),
        ([], [ONE], [("new", None, "unconfirmed")]),
    ],
)
def test_what_became_of_a_date(old, new, expected):
    assert turns(old, new) == expected


def test_clusters_that_become_one_joined_and_the_other_way_round_they_split():
    apart, whole = reconcile([ONE]), reconcile([ONE, TWO])
    (cluster,) = whole.of_kind("date")
    halves = tuple(
        evolve(cluster, id=str(place), variants=(evolve(variant, conflicts=()),), best=0)
        for place, variant in enumerate(cluster.variants)
    )
    before = evolve(whole, clusters=halves)
    after = evolve(whole, clusters=(cluster,))
    assert [str(change.turn) for change in compare(before, after).clusters] == ["revalued", "joined"]
    assert [str(change.turn) for change in compare(after, before).clusters] == ["revalued", "split"]
    assert apart.clusters


def test_claims_and_articles_that_came_and_went_are_named():
    changes = compare(reconcile([ONE, OTHER]), reconcile([ONE, TWO]))
    assert (changes.articles_added, changes.articles_removed) == (("2",), ("4",))
    assert {claim.mention.article for claim in changes.claims_added} == {"2"}
    assert {claim.mention.article for claim in changes.claims_removed} == {"4"}


@given(extractions(max_articles=3))
@settings(max_examples=15, deadline=None)
def test_nothing_changes_between_a_reconciliation_and_itself(extraction):
    made = reconcile(extraction)
    assert not compare(made, made)


@given(extractions(max_articles=3), extractions(max_articles=3))
@settings(max_examples=15, deadline=None)
def test_the_other_way_round_what_came_is_what_went(one, two):
    left, right = reconcile(one), reconcile(two)
    there, back = compare(left, right), compare(right, left)
    assert (there.claims_added, there.articles_added) == (back.claims_removed, back.articles_removed)
    news = [change.new for change in there.of(Turn.NEW)]
    assert news == [change.old for change in back.of(Turn.VANISHED)]


def test_changes_are_told_in_words_and_in_json():
    changes = compare(reconcile([ONE]), reconcile([ONE, TWO, OTHER]))
    text = render_changes(changes)
    assert text.startswith("2 articles added, 0 removed")
    assert "unconfirmed → disputed" in text
    assert "best: 3 May 2025 → undecided" in text or "best: 2025-05-03 → undecided" in text
    document = encode(changes)
    assert document["articles"] == {"added": ["2", "4"], "removed": []}
    turned = [change for change in document["clusters"] if change["turn"] == "turned"]
    assert Verdict.DISPUTED in {change["new"]["verdict"] for change in turned}
    assert render_changes(compare(reconcile([ONE]), reconcile([ONE]))) == "Nothing changed.\n"
