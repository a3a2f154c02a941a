"""Scorers: plugins that say how likely each reading of a claim is, and what becomes of the claims."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from newsrecon import Article, Candidate, PluginError, extract, hookimpl, load_plugins
from newsrecon.candidates import best_of
from newsrecon.extractors import aliases, quotes

TEXT = "Anna Berg said the bridge was closed. “It is old,” said Ken Ito, and it rained."


class SecondOpinion(SimpleNamespace):
    """A plugin made up here."""

    __hash__ = object.__hash__


def scoring(score, name="scorer"):
    """A plugin that scores each candidate by a function of it."""

    @hookimpl
    def score_candidates(candidates):
        return [score(candidate) for candidate in candidates]

    return SecondOpinion(__name__=name, score_candidates=score_candidates)


def quotes_of(*plugins, strict=True):
    found = extract(Article(TEXT, id="a"), plugins=[quotes, aliases, *plugins], strict=strict)
    return [claim for claim in found if claim.kind == "quote"], found.diagnostics


def test_the_own_reading_is_kept_where_it_is_the_likeliest():
    plain, _ = quotes_of()
    scored, _ = quotes_of(scoring(lambda candidate: 0.9 if candidate.features["own"] else 0.1))
    assert [claim.revise(confidence=0.9).id for claim in plain] == [claim.id for claim in scored]
    assert {claim.extractor for claim in scored} == {"quotes"}


def test_a_likelier_reading_takes_the_place_of_the_own_one_and_is_resolved():
    def by_ito(candidate):
        return 0.8 if candidate.features["speaker"] == "ken ito" else 0.6

    scored, _ = quotes_of(scoring(by_ito))
    assert [claim.value["name"] for claim in scored] == ["Ken Ito", "Ken Ito"]
    assert {claim.value["confidence"] for claim in scored} == {0.8}


def test_content_has_readings_too():
    scored, _ = quotes_of(scoring(lambda candidate: 1 / (1 + candidate.features["words"])))
    assert [claim.mention.text for claim in scored] == []
    scored, _ = quotes_of(scoring(lambda candidate: 1 - 1 / (1 + candidate.features["words"])))
    assert scored[0].mention.text == "the bridge was closed"


def test_a_claim_that_no_reading_is_likely_of_is_left_out():
    assert quotes_of(scoring(lambda candidate: 0.49))[0] == []


def test_several_scorers_count_as_their_mean():
    high, low = scoring(lambda candidate: 1.0, "high"), scoring(lambda candidate: 0.2, "low")
    assert {claim.value["confidence"] for claim in quotes_of(high, low)[0]} == {0.6}


@pytest.mark.parametrize("score", [1.5, "sure", None, float("nan")])
def test_what_is_no_likelihood_costs_the_scorer_its_say_and_nothing_else(score):
    scored, diagnostics = quotes_of(scoring(lambda candidate: score), strict=False)
    assert scored == quotes_of()[0]
    assert ["candidates, not a number from 0 to 1 for each" in item.message for item in diagnostics] == [True]
    with pytest.raises(PluginError):
        quotes_of(scoring(lambda candidate: score))


def test_a_scorer_that_raises_costs_nobody_anything():
    scored, diagnostics = quotes_of(scoring(lambda candidate: 1 / 0), strict=False)
    assert scored == quotes_of()[0]
    assert [item.plugin for item in diagnostics] == ["scorer"]


def test_nothing_is_proposed_where_nobody_scores():
    asked = []

    @hookimpl
    def propose_candidates(claims):
        asked.append(claims)
        return []

    plugin = SecondOpinion(__name__="proposer", propose_candidates=propose_candidates)
    extract(Article(TEXT), plugins=load_plugins([quotes, plugin], entry_points=False))
    assert asked == []


def test_of_equal_scores_the_own_reading_has_its_way_in_any_order():
    claim = next(claim for claim in extract(Article(TEXT, id="a"), plugins=[quotes]) if claim.kind == "quote")
    candidates = [Candidate(claim.revise(subject="somebody")), Candidate(claim)]
    assert best_of(candidates, [0.7, 0.7]) == best_of(candidates[::-1], [0.7, 0.7]) == {claim.id: (claim, 0.7)}
