"""The five founding articles, reconciled: who is who, what was said once, what is sharper, what is disputed, who speaks for whom.

Each expectation can be checked by reading the seeds.
"""

from __future__ import annotations

import pytest

from newsrecon import Verdict, read, reconcile


@pytest.fixture(scope="module")
def story():
    return reconcile(read("seeds").articles)


@pytest.fixture(scope="module", autouse=True)
def _at_the_root(request):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(request.config.rootpath)
        yield


def _name(story, form):
    (name,) = [name for name in story.names if form in (name.name, *name.aliases)]
    return name


def _together(story, kind, *told):
    """The clusters of a kind that hold claims of given articles with given words."""
    found = []
    for cluster in story.of_kind(kind):
        mentions = [story.claim(claim).mention for claim in cluster.claims]
        if all(any(one.article == article and words in one.text for one in mentions) for article, words in told):
            found.append(cluster)
    return found


@pytest.mark.parametrize(
    "forms",
    [
        ("Amir Khan Muttaqi", "Muttaqi", "Amir Khan Motti"),
        ("Dmitry Zhirnov", "Dmitry Cernov"),
        ("United Nations", "UN"),
        ("International Criminal Court", "ICC"),
    ],
)
def test_one_under_all_names(story, forms):
    assert len({_name(story, form).name for form in forms}) == 1


def test_a_garbled_name_is_joined_by_role_and_counterpart_which_its_because_says(story):
    reasons = " ".join(link.reason for link in _name(story, "Dmitry Cernov").because)
    assert "the role of ambassador of Russia to Afghanistan, and no one else in the story has both" in reasons


def test_one_ambassador_named_in_two_articles_and_described_in_a_third_and_two_foreign_ministries(story):
    hassan = _name(story, "Gul Hassan Hassan")
    assert {story.claim(claim).mention.article for claim in hassan.claims} == {"001", "002", "003"}
    assert _name(story, "Russian Foreign Ministry").name != _name(story, "Afghanistan’s Foreign Ministry").name


@pytest.mark.parametrize(
    "told",
    [
        (
            ("000", "brave decision will be an example for others"),
            ("004", "courageous decision will be an example of others"),
        ),
        (
            ("002", "We believe that the act of official recognition"),
            ("004", "We believe that the act of the official recognition"),
            ("001", "productive bilateral cooperation"),
            ("003", "productive bilateral cooperation"),
        ),
        (("000", "allies in the fight against terrorism"), ("004", "allies in the fight against terrorism")),
    ],
    ids=["translated twice", "whole and in fragments", "quoted in part"],
)
def test_one_utterance(story, told):
    assert len(_together(story, "quote", *told)) == 1


def test_recognition_is_dated_to_one_day_by_three_articles(story):
    (recognition,) = _together(story, "date", ("001", "Thursday, July 3"), ("002", "July 3, 2025"), ("004", "Thursday"))
    assert recognition.verdict is not Verdict.DISPUTED
    assert [variant.value["timex"] for variant in recognition.variants] == ["2025-07-03"]


def test_removal_from_the_list_is_dated_to_one_month_in_three_wordings(story):
    (removal,) = _together(story, "date", ("000", "April"), ("002", "April this year"), ("004", "April"))
    assert [variant.value["timex"] for variant in removal.variants] == ["2025-04"]


def test_power_is_dated_ever_sharper(story):
    (power,) = _together(story, "date", ("001", "2021"), ("002", "15 August 2021"), ("004", "four years ago"))
    assert power.verdict is Verdict.REFINED
    sharp = power.variants[power.best]
    assert sharp.value["timex"] == "2021-08-15"
    assert sorted(power.variants[place].value["timex"] for place in sharp.refines) == ["2021", "2021-08"]


def test_only_one_article_tells_when_the_taliban_were_called_allies(story):
    dated = [
        cluster for cluster in story.of_kind("date") if any(v.value["timex"] == "2024-07" for v in cluster.variants)
    ]
    assert [cluster.sources for cluster in dated] == [("004",)]


def test_what_the_united_nations_say_and_the_government_denies_is_disputed(story):
    (disputed,) = [cluster for cluster in story.disputed if cluster.reason.endswith("denies it")]
    assert ["United Nations" in variant.text for variant in disputed.variants] == [True, False]


def test_when_the_ambassador_was_accepted_is_disputed(story):
    (disputed,) = [
        cluster for cluster in story.disputed if cluster.kind == "statement" and "denies" not in cluster.reason
    ]
    sides = {
        story.claim(claim).mention.article
        for variant in disputed.variants
        if variant.conflicts
        for claim in variant.claims
    }
    assert {"000", "004"} <= sides


def test_who_named_the_four_sectors_is_disputed(story):
    (disputed,) = [cluster for cluster in story.disputed if cluster.kind == "quote"]
    speakers = {
        (story.claim(claim).mention.article, story.claim(claim).value["name"])
        for variant in disputed.variants
        for claim in variant.claims
    }
    assert ("002", "Amir Khan Muttaqi") in speakers
    assert {article for article, speaker in speakers if speaker and "inistry" in speaker} == {"000", "001"}


def test_what_one_article_says_twice_counts_once(story):
    told_twice = _together(story, "quote", ("001", "dangerous precedent"))
    assert told_twice
    for cluster in told_twice:
        for variant in cluster.variants:
            assert len(variant.support) == variant.origins == 1


def test_a_passage_credited_to_al_jazeera_speaks_with_its_voice(story):
    folded = [
        variant.because for cluster in story for variant in cluster.variants if "credits Al Jazeera" in variant.because
    ]
    assert folded
    assert all(
        origin.articles == (article,)
        for origin, article in zip(story.origins, ("000", "001", "002", "003", "004"), strict=True)
    )


@pytest.mark.parametrize("words", ["Xi Jinping", "Kim Jong", "Neo-Nazism", "Also Read"])
def test_teasers_and_prompts_yield_nothing(story, words):
    assert not [claim for claim in story.claims if words in claim.mention.text]
