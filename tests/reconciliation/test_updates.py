"""Values that grow with time: what was told later takes the place of what was told before, and contradicts nobody."""

from __future__ import annotations

import pytest

from newsrecon import Article, Claim, Matcher, Verdict, reconcile, relate_intervals

GROWING = Matcher(
    "toll", relate=relate_intervals("low", "high"), grows=lambda old, new: new.value["low"] > old.value["high"]
)


@pytest.fixture
def told(reconciled):
    """The one cluster of some tolls, each with its source and the moment its article was published."""

    def cluster(*tolls, matcher=GROWING):
        articles = [
            Article(f"{number} dead, {source} says", id=f"{source}{moment}", source=source, published=moment)
            for source, number, moment in tolls
        ]
        claims = [
            Claim("toll", "the dead", {"low": number, "high": number}, article.mention(0, len(article.text)))
            for article, (_, number, _) in zip(articles, tolls, strict=True)
        ]
        (found,) = reconciled(claims, matcher, articles).clusters
        return found

    return cluster


def _values(cluster):
    return [variant.value["low"] for variant in cluster.variants]


def test_what_took_the_place_of_a_value_may_be_overtaken_by_one_that_says_nothing_against_it(told):
    by_one = Matcher(
        "toll", relate=relate_intervals("low", "high"), grows=lambda old, new: new.value["low"] == old.value["high"] + 1
    )
    cluster = told(("A", 70, "2024-05-01"), ("B", 71, "2024-05-02"), ("C", 72, "2024-05-03"), matcher=by_one)
    assert {variant.value["low"]: variant.updated_by for variant in cluster.variants} == {72: None, 71: 0, 70: 0}


@pytest.mark.parametrize(
    ("tolls", "verdict", "newest"),
    [
        ([("A", 70, "2024-05-01"), ("B", 84, "2024-05-02")], Verdict.UNCONFIRMED, 84),
        ([("A", 70, "2024-05-01"), ("B", 84, "2024-05-02"), ("C", 84, "2024-05-03")], Verdict.CORROBORATED, 84),
        ([("A", 70, "2024-05-01"), ("B", 77, "2024-05-02"), ("C", 84, "2024-05-03")], Verdict.UNCONFIRMED, 84),
        ([("A", 70, "2024-05-01T08:00"), ("B", 84, "2024-05-01T21:00")], Verdict.UNCONFIRMED, 84),
        ([("A", 70, "2024-05-01"), ("B", 84, "2024-05-02"), ("C", 70, "2024-05-03")], Verdict.UNCONFIRMED, 84),
        ([("A", 70, "2024-05-01"), ("A", 84, "2024-05-02")], Verdict.UNCONFIRMED, 84),
    ],
    ids=[
        "it rose",
        "the newest agreed on",
        "it rose twice",
        "it rose within a day",
        "one is behind",
        "an outlet updates itself",
    ],
)
def test_a_toll_that_rises_with_time_is_updated(told, tolls, verdict, newest):
    cluster = told(*tolls)
    assert cluster.updated
    assert cluster.verdict is verdict
    assert cluster.variants[cluster.best].value["low"] == newest == _values(cluster)[0]
    assert all(cluster.variants[variant.updated_by].value["low"] == newest for variant in cluster.variants[1:])
    assert not any(variant.conflicts for variant in cluster.variants)


@pytest.mark.parametrize(
    "tolls",
    [
        [("A", 84, "2024-05-01"), ("B", 70, "2024-05-02")],
        [("A", 70, "2024-05-01"), ("B", 84, "2024-05-01")],
        [("A", 70, None), ("B", 84, "2024-05-02")],
        [("A", 70, "2024-05-01T23:00"), ("B", 84, "2024-05-01T23:00")],
        [("A", 70, "2024-05-01T08:00"), ("B", 84, "2024-05-01T21:00+00:00")],
    ],
    ids=["it fell", "on one day", "nobody knows when", "at one moment", "clocks that cannot be compared"],
)
def test_what_did_not_rise_with_time_is_disputed(told, tolls):
    cluster = told(*tolls)
    assert cluster.verdict is Verdict.DISPUTED
    assert not cluster.updated


def test_what_does_not_grow_is_never_updated(told):
    cluster = told(
        ("A", 70, "2024-05-01"),
        ("B", 84, "2024-05-02"),
        matcher=Matcher("toll", relate=relate_intervals("low", "high")),
    )
    assert cluster.verdict is Verdict.DISPUTED


def test_the_newest_values_may_be_disputed_themselves(told):
    cluster = told(("A", 70, "2024-05-01"), ("B", 84, "2024-05-02"), ("C", 80, "2024-05-02"))
    assert cluster.verdict is Verdict.DISPUTED
    assert cluster.updated
    assert _values(cluster)[-1] == 70
    assert cluster.best is None


def test_the_reason_says_what_took_the_place_of_what(told):
    cluster = told(("A", 70, "2024-05-01"), ("B", 84, "2024-05-02"))
    assert cluster.reason.endswith("'84 dead, B says', told later, took the place of '70 dead, A says'")


def test_a_newer_value_that_most_go_back_from_takes_no_place(told):
    tolls = [("A", 6, "2024-05-01"), ("B", 8, "2024-05-02"), ("C", 6, "2024-05-03"), ("D", 6, "2024-05-04")]
    cluster = told(*tolls)
    assert not cluster.updated
    assert cluster.verdict is Verdict.DISPUTED
    assert cluster.variants[cluster.best].value["low"] == 6


def test_what_goes_either_way_is_changed_by_as_many_as_told_it(told):
    either_way = Matcher("toll", relate=relate_intervals("low", "high"), grows=lambda old, new: True)
    fell = [("A", 5, "2024-05-01"), ("B", 4, "2024-05-02")]
    cluster = told(*fell, matcher=either_way)
    assert cluster.updated
    assert cluster.variants[cluster.best].value["low"] == 4
    cluster = told(*fell, ("C", 5, "2024-05-01"), matcher=either_way)
    assert not cluster.updated
    assert cluster.variants[cluster.best].value["low"] == 5


def test_values_of_two_moments_are_no_dispute_where_nothing_tells_which_came_first(told):
    held = Matcher(
        "toll",
        relate=relate_intervals("low", "high"),
        grows=lambda old, new: new.value["low"] > old.value["low"],
        unsettled=lambda left, right: True,
    )
    same_day = told(("A", 5, "2024-05-01"), ("B", 9, "2024-05-01"), matcher=held)
    assert same_day.verdict is Verdict.UNCONFIRMED
    next_day = told(("A", 5, "2024-05-01"), ("B", 9, "2024-05-02"), matcher=held)
    assert next_day.updated


@pytest.mark.parametrize(
    ("kind", "first", "then"),
    [
        ("date", "The deal is expected to close in June 2026.", "The deal is now expected to close in September 2026."),
        ("date", "The truce talks are scheduled for 3 May 2026.", "The truce talks are scheduled for 10 May 2026."),
        ("statement", "The fire was 10 percent contained.", "The fire was 45 percent contained."),
        ("statement", "Turnout was 20 percent.", "Turnout was 64 percent."),
    ],
)
def test_what_is_put_off_or_goes_on_is_updated_by_what_is_told_days_later(kind, first, then):
    def made(second):
        told = [Article(first, id="1", source="A", published="2026-03-03")]
        return reconcile([*told, Article(then, id="2", source="B", published=second)]).of_kind(kind)

    (cluster,) = (one for one in made("2026-03-07") if one.updated)
    assert cluster.verdict is not Verdict.DISPUTED
    assert cluster.variants[cluster.best].text in then
    assert [one.verdict for one in made("2026-03-03") if len(one.sources) > 1] == [Verdict.DISPUTED]
