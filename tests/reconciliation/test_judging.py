"""The best value of what is disputed, picked by who has been right elsewhere."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from newsrecon import (
    Article,
    Claim,
    Extraction,
    Matcher,
    SourceAccuracy,
    hookimpl,
    learn_accuracy,
    load_plugins,
    reconcile,
    relate_intervals,
)
from newsrecon.cli import command


class Tolls:
    """Claims of the kind toll, whose values are closed intervals."""

    @hookimpl
    def register_matchers(self):
        return [Matcher("toll", relate=relate_intervals("low", "high"))]


PLUGINS = load_plugins([Tolls()], entry_points=False)


def tolls(**slots):
    """`tolls(fire="a:9 b:9 c:8-8")`: outlets and what they say, as claims of articles that share no words."""
    claims = []
    for slot, said in slots.items():
        for vote in said.split():
            outlet, value = vote.split(":")
            low, _, high = value.partition("-")
            article = Article(f"{outlet} on {slot}: {value}", id=f"{slot} {outlet}", source=outlet)
            value = {"low": int(low), "high": int(high or low)}
            claims.append(Claim("toll", slot, value, article.mention(0, len(article.text))))
    return reconcile(Extraction(tuple(claims)), plugins=PLUGINS)


def picked(made, slot):
    cluster = next(cluster for cluster in made if cluster.subject == slot)
    return None if cluster.best is None else cluster.variants[cluster.best].value["low"]


RIGHT_ELSEWHERE = {f"slot{number}": "good:1 also:1 bad:2" for number in range(5)}


def test_voices_are_counted_where_no_method_is_named():
    made = tolls(fire="good:9 bad:8", **RIGHT_ELSEWHERE)
    assert picked(made, "fire") is None
    assert all(cluster.pick == "" for cluster in made)


@pytest.mark.parametrize("method", ["accu", "truthfinder", "pooled-investment"])
def test_who_was_right_in_other_clusters_is_believed(method):
    made = tolls(fire="good:9 bad:8", **RIGHT_ELSEWHERE).judged(method)
    assert picked(made, "fire") == 9
    assert next(cluster.pick for cluster in made if cluster.subject == "fire").startswith(f"{method} gives ")


def test_who_was_right_in_other_stories_is_believed():
    learned = learn_accuracy(tolls(**RIGHT_ELSEWHERE).votes, method="accu")
    kept = SourceAccuracy.from_json(learned.to_json())
    made = tolls(fire="good:9 bad:8")
    assert picked(made.judged("accu"), "fire") is None
    assert picked(made.judged("accu", known=kept), "fire") == 9


def test_whoever_says_less_is_on_the_side_of_whoever_says_more():
    made = tolls(fire="good:5-10 also:5-10 more:9 bad:12").judged("vote")
    assert picked(made, "fire") == 9
    cluster = next(iter(made))
    voices = {voice for voice, _, position in made.votes if cluster.variants[position].value["low"] == 5}
    assert voices == {"good", "also", "more"}


def test_where_nothing_is_disputed_nothing_changes_and_all_are_right():
    made = tolls(fire="a:9 b:9", flood="a:5-10 b:7")
    assert made.judged("accu") == made
    assert {voice for voice, _, _ in made.votes} == {"a", "b"}
    assert len(made.votes) == 4


def test_the_verdict_and_the_claims_stay_as_they_are():
    made = tolls(fire="good:9 bad:8", **RIGHT_ELSEWHERE)
    judged = made.judged("accu")
    assert [(cluster.id, cluster.verdict, cluster.variants) for cluster in made] == [
        (cluster.id, cluster.verdict, cluster.variants) for cluster in judged
    ]


def test_a_pick_is_explained_with_the_scores_of_both_sides():
    made = tolls(fire="good:9 bad:8", **RIGHT_ELSEWHERE).judged("accu")
    told = " ".join(made.explain(next(cluster for cluster in made if cluster.subject == "fire")).split())
    assert "accu gives 'good on fire: 9' 0." in told


def test_a_method_of_ones_own_may_judge():
    def last(ballot):
        return [[float(place) for place, _ in enumerate(values)] for values in ballot.values]

    made = tolls(fire="a:9 b:8").judged(last)
    assert next(iter(made)).pick.startswith("last gives ")


def test_two_articles_of_one_outlet_have_one_voice():
    one, two = (Article(text, source="Daily", id=text[-1]) for text in ("Nine died: a", "It is nine, or 9: b"))
    claims = [
        Claim("toll", "fire", {"low": 9, "high": 9}, one.mention(0, 4)),
        Claim("toll", "fire", {"low": 9, "high": 9}, two.mention(6, 10)),
    ]
    (cluster,) = reconcile(Extraction(tuple(claims)), plugins=PLUGINS)
    assert cluster.variants[0].voices == ("Daily",)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--method", "oracle"], "no method is named 'oracle'; there are vote, accu"),
        (["--accuracy", "x.json"], "--accuracy is of use with --method only"),
        (["--method", "accu", "--accuracy", "none.json"], "none.json: No such file"),
    ],
)
def test_the_command_line_refuses_what_it_cannot_use(options, problem):
    result = CliRunner().invoke(command, ["reconcile", "seeds", *options])
    assert result.exit_code == 2
    assert problem in result.stderr


def test_the_command_line_judges_by_what_was_learned(tmp_path):
    articles = [
        {"id": outlet, "source": outlet, "text": f"The old mill at Lindgren burned down on {day} May 2025."}
        for outlet, day in (("a", 3), ("b", 4))
    ]
    (tmp_path / "two.jsonl").write_text("\n".join(map(json.dumps, articles)), "utf-8")
    (tmp_path / "known.json").write_text(SourceAccuracy({"a": (1, 20), "b": (19, 20)}).to_json(), "utf-8")
    result = CliRunner().invoke(
        command,
        [
            "reconcile",
            str(tmp_path / "two.jsonl"),
            "--format",
            "json",
            "--method",
            "accu",
            "--accuracy",
            str(tmp_path / "known.json"),
        ],
    )
    judged = [cluster for cluster in json.loads(result.stdout)["clusters"] if cluster["pick"]]
    assert result.exit_code == 0
    assert [cluster["variants"][cluster["best"]]["support"] for cluster in judged if cluster["kind"] == "date"] == [
        ["b"]
    ]
