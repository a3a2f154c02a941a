"""A stream of articles sorted into stories: what joins, what stays apart, and that no order matters."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsrecon import Article, ArticleConflictError, decode, encode, extract, reconcile, stories
from newsrecon.reconciliation import Story
from newsrecon.testing import articles

FIRE = Article(
    "A fire broke out at the Lindgren sawmill in Sund on Monday. Two workers were hurt, fire chief Vera Holm said.",
    id="fire", title="Two hurt in fire at Lindgren sawmill", published="2024-03-04",
)  # fmt: skip
FIRE_OUT = Article(
    "The fire at the Lindgren sawmill is out. Vera Holm said a saw had overheated. Both workers left hospital.",
    id="fire out", title="Sawmill fire put out", published="2024-03-06",
)  # fmt: skip
OTHER_FIRE = Article(
    "A fire closed a bakery in Marstal on Monday. Its owner Ole Brandt said customers had left in time and the ovens still work.",
    id="other fire", title="Bakery in Marstal closed by fire", published="2024-03-04",
)  # fmt: skip
INQUIRY = Article(
    "A court in Sund fined the Lindgren sawmill for the fire that hurt two workers. Vera Holm had blamed a saw.",
    id="inquiry", title="Lindgren sawmill fined over fire", published="2024-11-20",
)  # fmt: skip
BRIDGE = Article(
    "The queen opened the new bridge across the strait. Traffic had waited for it for ten years.",
    id="bridge", title="Queen opens bridge", published="2024-03-05",
)  # fmt: skip
STREAM = [FIRE, FIRE_OUT, OTHER_FIRE, INQUIRY, BRIDGE]


def _sorted(given):
    return sorted(story.articles for story in stories(given))


def test_reports_and_follow_ups_of_one_event_are_one_story_and_like_events_are_others():
    assert _sorted(STREAM) == [("bridge",), ("fire", "fire out", "inquiry"), ("other fire",)]


def test_no_articles_are_no_stories():
    assert stories([]) == ()


def test_an_article_without_words_is_a_story_of_its_own():
    assert _sorted([FIRE, Article("", id="empty"), Article("\u2014 \ud800", id="marks")]) == [
        ("empty",),
        ("fire",),
        ("marks",),
    ]


def test_articles_without_a_day_are_sorted_too():
    undated = [evolve(article, published=None) for article in (FIRE, FIRE_OUT, BRIDGE)]
    assert _sorted(undated) == [("bridge",), ("fire", "fire out")]


def test_keys_that_articles_carry_are_not_looked_at():
    keyed = [evolve(article, story=article.id) for article in STREAM]
    assert _sorted(keyed) == _sorted(STREAM)


def test_a_copy_is_of_the_story_of_its_original():
    assert ("copy", "fire", "fire out", "inquiry") in _sorted([*STREAM, evolve(FIRE, id="copy")])


def test_two_articles_with_one_id_are_refused():
    with pytest.raises(ArticleConflictError, match="fire"):
        stories([FIRE, evolve(BRIDGE, id="fire")])


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(articles(), max_size=6, unique_by=lambda article: article.id), st.randoms())
def test_the_order_of_articles_never_matters_and_each_is_in_one_story(found, random):
    found = [*found, *STREAM]
    shuffled = random.sample(found, len(found))
    assert stories(found) == stories(shuffled)
    assert sorted(one for story in stories(found) for one in story.articles) == sorted(article.id for article in found)


def test_a_story_reads_back_from_its_json():
    (story,) = stories([FIRE])
    assert decode(Story, encode(story)) == story


def test_reconcile_sorts_articles_into_stories_when_asked():
    together, apart = reconcile(STREAM), reconcile(STREAM, group=True)
    assert {cluster.story for cluster in together} == {None}
    keys = {article: story.id for story in stories(STREAM) for article in story.articles}
    assert {record.id: record.story for record in apart.records} == keys


def test_claims_cannot_be_sorted():
    with pytest.raises(ValueError, match="group=True sorts articles"):
        reconcile(extract([FIRE]), group=True)
