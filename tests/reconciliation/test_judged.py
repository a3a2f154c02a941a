"""A cluster is judged again only where what it rests on is other than it was."""

from __future__ import annotations

from newsrecon import Article, Entailment, Likeness, Matcher, Reconciler, Relation, reconcile

SANK = ("The ferry sank.", "The ferry sank at night.")


def _by_first_word():
    """A matcher that brings together what begins with the same two words."""
    return Matcher(
        "sinking",
        read=lambda claim, _: claim.mention.text,
        keys=lambda text: [" ".join(text.split()[:2])],
        same=lambda left, right: Likeness(0.9, "of one thing"),
        relate=lambda left, right: Entailment(Relation.OVERLAPS, "by heart"),
        variant=lambda text: text,
    )


def _articles(texts):
    return [Article(text, id=text, source=text) for text in texts]


def _clusters_of_ferry(made):
    return [cluster for cluster in made if len(cluster.claims) > 1]


def test_what_an_article_says_nothing_of_is_not_judged_again(of_whole_articles):
    desk = Reconciler(plugins=[of_whole_articles(_by_first_word())])
    desk.add(_articles(SANK))
    (before,) = _clusters_of_ferry(desk.reconciliation)
    desk.add(_articles(["A storm hit Sund."]))
    (after,) = _clusters_of_ferry(desk.reconciliation)
    assert after is before


def test_a_cluster_that_grows_is_judged_again(of_whole_articles):
    desk = Reconciler(plugins=[of_whole_articles(_by_first_word())])
    desk.add(_articles(SANK))
    assert len(_clusters_of_ferry(desk.reconciliation)[0].sources) == 2
    desk.add(_articles(["The ferry sank near Sund."]))
    assert len(_clusters_of_ferry(desk.reconciliation)[0].sources) == 3


def test_a_cluster_is_judged_again_where_two_of_its_voices_become_one(of_whole_articles):
    plugin = of_whole_articles(_by_first_word())
    long = "The ferry sank while the council of Sund met on Monday to speak of the old mill and the land around it"
    told = [
        Article(f"{long}, and a storm came up over the bay at dusk.", id="1", source="The Daily"),
        Article("The ferry sank at night.", id="2", source="The Globe"),
        Article(f"{long}, and a storm came up over the bay at dusk. Nobody was hurt.", id="3", source="The Post"),
    ]
    desk = Reconciler(plugins=[plugin])
    for count in range(1, 4):
        desk.add(told[count - 1])
        assert desk.reconciliation == reconcile(told[:count], plugins=[plugin])
    assert [origin.articles for origin in desk.reconciliation.origins] == [("1", "3"), ("2",)]
