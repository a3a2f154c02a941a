"""Who supports which value in how many independent voices, and the verdict that follows."""

from __future__ import annotations

import pytest

from newsrecon import (
    Article,
    Claim,
    Entailment,
    Extraction,
    Likeness,
    Matcher,
    Relation,
    Verdict,
    extract,
    reconcile,
    relate_intervals,
)

TWELVE, THIRTEEN, OVER_TEN, MANY = (12, 12), (13, 13), (11, None), (None, None)


def _only(reconciled, claims, **more):
    (cluster,) = reconciled(claims, **more).clusters
    return cluster


def _standing(cluster):
    """Each value with its support, voices and who is compatible."""
    return {
        (variant.value["low"], variant.value["high"]): (variant.support, variant.origins, variant.compatible)
        for variant in cluster.variants
    }


def _best(cluster):
    if cluster.best is None:
        return None
    value = cluster.variants[cluster.best].value
    return value["low"], value["high"]


@pytest.mark.parametrize(
    ("told", "verdict", "best", "margin"),
    [
        ({"A": [TWELVE]}, Verdict.UNCONFIRMED, TWELVE, 1),
        ({"A": [TWELVE], "B": [TWELVE]}, Verdict.CORROBORATED, TWELVE, 2),
        ({"A": [OVER_TEN], "B": [TWELVE]}, Verdict.REFINED, TWELVE, 1),
        ({"A": [TWELVE], "B": [THIRTEEN]}, Verdict.DISPUTED, None, 0),
        ({"A": [TWELVE], "B": [TWELVE], "C": [THIRTEEN]}, Verdict.DISPUTED, TWELVE, 1),
        ({"A": [OVER_TEN], "B": [TWELVE], "C": [THIRTEEN]}, Verdict.DISPUTED, None, 0),
        ({"A": [TWELVE, THIRTEEN]}, Verdict.UNCONFIRMED, None, 0),
        ({"A": [OVER_TEN, TWELVE]}, Verdict.UNCONFIRMED, TWELVE, 1),
        ({"A": [OVER_TEN, TWELVE], "B": [OVER_TEN, TWELVE]}, Verdict.CORROBORATED, TWELVE, 2),
        ({"A": [(10, 13)], "B": [(12, 15)]}, Verdict.CORROBORATED, (10, 13), 1),
        ({"A": [(10, 13)], "B": [(11, 13)], "C": [(10, 12)], "D": [(40, 40)]}, Verdict.DISPUTED, (11, 13), 2),
    ],
    ids=[
        "one source",
        "two agree",
        "one is sharper",
        "two contradict each other",
        "two against one",
        "a vaguer third sides with nobody",
        "one source contradicts itself",
        "one source sharpens itself",
        "two say the vague and the sharp",
        "both can be true",
        "voices that differ in detail stand together against one",
    ],
)
def test_verdicts(says, reconciled, told, verdict, best, margin):
    claims = [
        says(source, value, f"{source} says {value}", article=f"{source}{value}")
        for source, values in told.items()
        for value in values
    ]
    cluster = _only(reconciled, claims)
    assert (cluster.verdict, _best(cluster), cluster.margin) == (verdict, best, margin)


def test_who_is_sharper_supports_the_vaguer_value_and_who_is_vaguer_is_compatible(says, reconciled):
    cluster = _only(reconciled, [says("A", OVER_TEN), says("B", TWELVE), says("C", TWELVE)])
    assert _standing(cluster) == {OVER_TEN: (("A", "B", "C"), 3, ()), TWELVE: (("B", "C"), 2, ("A",))}
    assert cluster.variants[1].refines == (0,)


def test_who_speaks_against_a_value_is_not_compatible_with_it(says, reconciled):
    claims = [says("A", OVER_TEN), says("A", THIRTEEN, "thirteen", article="A2"), says("B", TWELVE)]
    assert _standing(_only(reconciled, claims))[TWELVE] == (("B",), 1, ())


def test_conflicts_are_seen_from_both_sides(says, reconciled):
    cluster = _only(reconciled, [says("A", TWELVE), says("B", THIRTEEN)])
    assert [variant.conflicts for variant in cluster.variants] == [(1,), (0,)]
    assert cluster.reason == "12 and 13 cannot both be true"


def test_the_reason_of_a_refined_cluster_quotes_both_values(says, reconciled):
    cluster = _only(reconciled, [says("A", OVER_TEN, "more than ten"), says("B", TWELVE, "twelve")])
    assert cluster.reason == "'twelve' tells more exactly what 'more than ten' tells: 12 lies within 11 or more"


# ---------------------------------------------------------------- voices

TEXT = (
    "Twelve people died when a bridge fell into the river on Sunday night, the governor of the province said. "
    "Divers were still looking for two cars that had been crossing at the time, and the road stays closed for a week. "
    "The bridge had been inspected in spring and found to be sound, according to papers that the ministry published."
)


def _copies(*sources, text=TEXT):
    return [Article(text, id=source, source=source) for source in sources]


def _first_word(article, value=TWELVE):
    return Claim("toll", "died", {"low": value[0], "high": value[1]}, article.mention(0, 6))


def test_copies_of_one_text_are_one_voice(says, reconciled):
    articles = _copies("A", "B", "C")
    cluster = _only(reconciled, [_first_word(article) for article in articles], articles=articles)
    assert (cluster.verdict, cluster.reason) == (Verdict.UNCONFIRMED, "3 sources, but one voice")
    (variant,) = cluster.variants
    assert (variant.support, variant.origins) == (("A", "B", "C"), 1)
    assert variant.because.startswith("3 sources, 1 independent voice: A and B: the same text")


def test_an_independent_source_beside_copies_adds_one_voice(says, reconciled):
    articles = _copies("A", "B", "C")
    claims = [_first_word(article) for article in articles] + [says("D", TWELVE, "twelve dead", subject="died")]
    cluster = _only(reconciled, claims, articles=articles)
    assert cluster.verdict is Verdict.CORROBORATED
    assert [(variant.origins, len(variant.support)) for variant in cluster.variants] == [(2, 4)]


def test_many_copies_do_not_outvote_two_independent_sources(says, reconciled):
    articles = _copies("A", "B", "C", "D", "E")
    claims = [_first_word(article) for article in articles]
    claims += [says(source, THIRTEEN, f"{source}: thirteen", subject="died") for source in ("X", "Y")]
    cluster = _only(reconciled, claims, articles=articles)
    assert (cluster.verdict, _best(cluster), cluster.margin) == (Verdict.DISPUTED, THIRTEEN, 1)


def test_a_passage_credited_to_an_outlet_is_that_outlets_voice(says, reconciled):
    wire = Article("Twelve people died.", id="wire", source="Reuters")
    other = Article("Twelve people died, according to Reuters.", id="other", source="The Daily")
    cluster = _only(reconciled, [_first_word(wire), _first_word(other)], articles=[wire, other])
    assert cluster.verdict is Verdict.UNCONFIRMED
    assert cluster.variants[0].origins == 1
    assert "The Daily credits Reuters" in cluster.variants[0].because


def test_two_articles_of_one_source_are_one_source_and_two_texts(says, reconciled):
    claims = [says("A", TWELVE, "twelve", article="1"), says("A", TWELVE, "a dozen", article="2")]
    assert _only(reconciled, claims).variants[0].support == ("A",)


# ---------------------------------------------------------------- what is shown


def test_variants_stand_in_order_of_voices(says, reconciled):
    claims = [says("A", TWELVE), says("B", THIRTEEN), says("C", THIRTEEN)]
    assert [variant.value["low"] for variant in _only(reconciled, claims).variants] == [13, 12]


def test_the_wording_most_sources_use_stands_for_a_value(says, reconciled):
    claims = [says("A", TWELVE, "a dozen people"), says("B", TWELVE, "twelve"), says("C", TWELVE, "twelve")]
    assert _only(reconciled, claims).variants[0].text == "twelve"


def test_of_wordings_used_alike_the_fullest_stands_for_a_value(says, reconciled):
    claims = [says("A", TWELVE, "a dozen people"), says("B", TWELVE, "twelve")]
    assert _only(reconciled, claims).variants[0].text == "a dozen people"


def test_of_values_with_as_many_voices_the_fullest_is_best(says, reconciled):
    matcher = Matcher("toll", relate=lambda left, right: Entailment(Relation.OVERLAPS, "two wordings"))
    claims = [says("A", (1, 1), "the wall fell"), says("B", (2, 2), "the wall fell over in the rain")]
    cluster = _only(reconciled, claims, matcher=matcher)
    assert cluster.variants[cluster.best].text == "the wall fell over in the rain"


def _sharpening(sharpens):
    """A matcher for which every two values overlap, and some tell more exactly."""
    overlap = Entailment(Relation.OVERLAPS, "both may be true")
    return Matcher("toll", relate=lambda left, right: overlap, sharpens=sharpens)


def test_of_two_values_that_overlap_one_may_tell_more_exactly(says, reconciled):
    matcher = _sharpening(lambda one, other: "it is one figure" if one.value["low"] > other.value["low"] else None)
    claims = [says("A", (10, 12), "10 to 12"), says("B", (11, 13), "about 12")]
    cluster = _only(reconciled, claims, matcher=matcher)
    assert cluster.verdict is Verdict.REFINED
    assert cluster.reason == "'about 12' tells more exactly what '10 to 12' tells: it is one figure"
    assert [variant.refines for variant in cluster.variants] == [(), ()]


@pytest.mark.parametrize("sources", [("A", "B"), ("A", "A")])
def test_values_that_only_overlap_or_are_of_one_source_refine_nothing(says, reconciled, sources):
    sharper = None if sources[0] != sources[1] else "it is one figure"
    matcher = _sharpening(lambda one, other: sharper if one.value["low"] == 11 else None)
    claims = [says(sources[0], (10, 12), "10 to 12"), says(sources[1], (11, 13), "about 12")]
    assert _only(reconciled, claims, matcher=matcher).verdict is not Verdict.REFINED


def _wordings(nearness):
    """A matcher for which every two values are two wordings of one thing."""
    return Matcher(
        "toll",
        relate=lambda left, right: Entailment(Relation.OVERLAPS, "two wordings"),
        preference=lambda claim: nearness(claim.value),
    )


def test_where_the_wording_matters_the_nearest_is_best(says, reconciled):
    claims = [says("A", (1, 1), "the wall must go"), says("B", (0, 0), "that the wall should be taken away soon")]
    cluster = _only(reconciled, claims, matcher=_wordings(lambda value: value["low"]))
    assert cluster.variants[cluster.best].text == "the wall must go"


def test_where_the_wording_matters_what_others_bear_out_is_best(says, reconciled):
    garbled = says("B", (2, 2), "the harbour wall wall must give path to trade across the whole strait")
    claims = [
        says("A", (1, 1), "the harbour wall must give way to fair trade"),
        garbled,
        says("C", (3, 3), "fair trade"),
    ]
    cluster = _only(reconciled, claims, matcher=_wordings(lambda value: 0))
    assert cluster.variants[cluster.best].text == "the harbour wall must give way to fair trade"


def test_the_subject_of_a_cluster_is_what_most_claims_say_it_is_about(says, reconciled):
    matcher = Matcher(
        "toll",
        keys=lambda claim: ["all"],
        same=lambda left, right: Matcher("toll").same(left, left),
        relate=relate_intervals("low", "high"),
    )
    claims = [
        says("A", TWELVE, subject="the dead"),
        says("B", TWELVE, subject="the dead"),
        says("C", TWELVE, subject="x"),
    ]
    assert _only(reconciled, claims, matcher=matcher).subject == "the dead"


def test_a_matcher_may_show_another_value_than_the_claims_own(says, reconciled):
    matcher = Matcher("toll", value=lambda claim: {"low": claim.value["low"], "high": None, "seen": True})
    (variant,) = _only(reconciled, [says("A", TWELVE)], matcher=matcher).variants
    assert dict(variant.value) == {"high": None, "low": 12, "seen": True}


def test_a_cluster_is_called_what_is_most_like_what_all_call_it(reconciled):
    subjects = ["the dam burst and flooded the valley", "a broken dam flooded the valley", "water in the valley"]
    together = Matcher("toll", keys=lambda claim: ["all"], same=lambda one, other: Likeness(1.0, "by heart"))
    told = [Article(subject, id=subject[:5], source=subject[:5]) for subject in subjects]
    claims = [Claim("toll", article.text, {"n": 1}, article.mention(0, len(article.text))) for article in told]
    assert _only(reconciled, claims, matcher=together).subject == "a broken dam flooded the valley"


def test_a_claim_that_nothing_came_to_is_the_word_of_its_outlet_or_of_the_one_it_credits():
    own, credited = "The dam broke.", "The dam broke, according to Reuters."
    for text, because, voice in (
        (own, "1 source, 1 independent voice", "The Daily"),
        (credited, "1 source, 1 independent voice: The Daily credits Reuters", "Reuters"),
    ):
        article = Article(text, id="1", source="The Daily")
        claim = Claim("toll", "the dam", {"low": 1, "high": 2}, article.mention(0, 13))
        (cluster,) = reconcile(Extraction((claim,), records=extract([article]).records)).clusters
        (variant,) = cluster.variants
        assert (variant.because, variant.voices, variant.origins) == (because, (voice,), 1)
        assert (variant.value, variant.support, variant.claims) == (claim.value, ("The Daily",), (claim.id,))
        assert (cluster.verdict, cluster.reason, cluster.best, cluster.margin) == (
            Verdict.UNCONFIRMED,
            "one source",
            0,
            1,
        )
        assert (cluster.subject, cluster.because) == ("the dam", ())
