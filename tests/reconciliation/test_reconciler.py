"""Articles as they come in: the same as all at once, and what nobody added to is left as it was."""

from __future__ import annotations

import pytest

from newsrecon import Article, ArticleConflictError, Reconciler, extract, reconcile

FLOOD = [
    Article("The river flooded the old town on 3 May 2021.", id="f1", source="The Daily", story="flood"),
    Article("The river flooded the old town in May 2021.", id="f2", source="The Globe", story="flood"),
]
STRIKE = Article("The strike of the dockers began on 4 June 2022.", id="s1", source="The Daily", story="strike")


def test_nothing_comes_to_nothing():
    assert Reconciler().reconciliation == reconcile([])


def test_articles_one_by_one_come_to_the_same_as_all_at_once():
    desk = Reconciler()
    for article in (FLOOD[1], STRIKE, FLOOD[0], STRIKE):
        desk.add(article)
    assert desk.reconciliation == reconcile([*FLOOD, STRIKE])


def test_what_was_read_elsewhere_can_be_added():
    desk = Reconciler()
    desk.add(extract(FLOOD))
    desk.add(STRIKE)
    assert desk.reconciliation == reconcile([*FLOOD, STRIKE])


def test_a_story_that_nothing_was_added_to_is_not_looked_at_again():
    desk = Reconciler()
    desk.add([*FLOOD, STRIKE])
    before = {id(cluster) for cluster in desk.reconciliation if cluster.story == "flood"}
    desk.add(Article("The strike of the dockers began in June 2022.", id="s2", source="The Globe", story="strike"))
    after = desk.reconciliation
    assert {id(cluster) for cluster in after if cluster.story == "flood"} == before
    assert [cluster.sources for cluster in after.refined if cluster.story == "strike" and cluster.kind == "date"] == [
        ("The Daily", "The Globe")
    ]


def test_an_id_with_another_text_is_refused():
    desk = Reconciler()
    desk.add(STRIKE)
    with pytest.raises(ArticleConflictError, match="s1"):
        desk.add(Article("The strike is over.", id="s1", source="The Daily", story="strike"))
