"""Values as JSON and back again, for every type and every text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from newsrecon import (
    Article,
    ArticleRecord,
    Claim,
    Credit,
    Diagnostic,
    Extraction,
    Mention,
    Reconciliation,
    Source,
    Span,
    Value,
    claims_to_jsonl,
    decode,
    dumps,
    encode,
    extract,
    reconcile,
)
from newsrecon.testing import articles, claims, extractions, values

SEEDS = [Article(path.read_text("utf-8"), id=path.stem) for path in sorted(Path("seeds").glob("*.txt"))]
SURROGATES = Article("He said \ud800 and left on 3 July 2025.", id="\udfff", source="\ud83d", title="\U0001f600")


def _through_json(kind, value):
    return decode(kind, json.loads(dumps(value)))


@given(values())
def test_values_come_back(value):
    assert _through_json(Value, value) == value


@given(values())
@example(Value({"50 %": "100 %s", "rise": {"%d": [1, [], {}, 0.5]}}))
def test_what_is_set_in_is_the_text_of_the_standard_encoder(value):
    plain = json.dumps(encode(value), indent=2, ensure_ascii=False)
    assert dumps(value, indent=2) == plain.encode("utf-8", "backslashreplace").decode("utf-8")


@given(articles())
def test_articles_come_back(article):
    again = _through_json(Article, article)
    assert (again, again.id) == (article, article.id)


@given(claims())
def test_claims_come_back_with_their_ids_and_finders(claim):
    again = _through_json(Claim, claim)
    assert (again, again.id, again.extractor) == (claim, claim.id, claim.extractor)


@given(extractions())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_extractions_come_back(extraction):
    assert _through_json(Extraction, extraction) == extraction


@given(extractions(max_articles=3))
@settings(max_examples=15, deadline=None)
def test_reconciliations_come_back(extraction):
    made = reconcile(extraction)
    assert _through_json(Reconciliation, made) == made


@pytest.mark.parametrize(
    "value",
    [
        Source("The Daily", domain="daily.example"),
        Span(3, 9),
        Mention("a", source="b", span=Span(0, 1), text="\ud800"),
        Credit("Reuters", span=Span(3, 9), whole=True),
        ArticleRecord(
            "a", source="b", digest="0", sketch=frozenset({1, 2**60}), credits=(Credit("R", span=Span(0, 1)),)
        ),
        Diagnostic("error", "it broke", plugin="rain", article="a"),
        Article("", id="a", published="2025-07-03T19:11:09+00:00"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_other_type_comes_back(value):
    assert _through_json(type(value), value) == value


def test_the_seeds_come_back():
    found = extract(SEEDS)
    assert _through_json(Extraction, found) == found
    made = reconcile(found)
    again = _through_json(Reconciliation, made)
    assert again == made
    assert dumps(again) == dumps(made)


def test_lone_surrogates_survive_as_escapes():
    text = dumps(extract(SURROGATES))
    assert text.encode("utf-8")
    assert "\\ud83d" in text
    assert _through_json(Extraction, extract(SURROGATES)) == extract(SURROGATES)


def test_other_letters_stand_as_they_are():
    assert dumps(Source("Al Manar\u00e9 \U0001f600")) == '{"name": "Al Manar\u00e9 \U0001f600", "domain": null}'


def test_claims_are_written_one_a_line():
    found = extract(SEEDS[0])
    lines = list(claims_to_jsonl(found))
    assert len(lines) == len(found)
    assert all("\n" not in line for line in lines)
    assert [decode(Claim, json.loads(line)) for line in lines] == list(found)


def test_a_claim_is_written_as_the_format_says():
    article = Article("Twelve people died.", id="a", source="The Daily")
    claim = Claim("toll", "died", {"high": 12, "low": 12}, article.mention(0, 6), extractor="tolls")
    assert encode(claim) == {
        "id": claim.id,
        "kind": "toll",
        "subject": "died",
        "value": {"high": 12, "low": 12},
        "mention": {"article": "a", "source": "The Daily", "start": 0, "end": 6, "text": "Twelve"},
        "extractor": "tolls",
    }


def test_unknown_keys_are_passed_over():
    data = encode(Article("Rain fell.", id="a"))
    assert decode(Article, {**data, "weather": "wet"}) == Article("Rain fell.", id="a")


def test_an_article_needs_its_text_alone():
    assert decode(Article, {"text": "Rain fell.", "source": "The Daily"}) == Article("Rain fell.", source="The Daily")


GOOD = encode(Claim("toll", "died", {}, SEEDS[0].mention(0, 6)))


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        (Article, {}, "'text' is None"),
        (Article, {"text": 12}, "'text' is 12"),
        (Article, [], "Article"),
        (Article, {"text": "", "published": "yesterday"}, "yesterday"),
        (Claim, {**GOOD, "kind": None}, "'kind' is None"),
        (Claim, {**GOOD, "value": []}, "'value'"),
        (Claim, {**GOOD, "mention": {**GOOD["mention"], "start": "0"}}, "'start' is '0'"),
        (Claim, {**GOOD, "mention": {**GOOD["mention"], "start": True}}, "'start' is True"),
        (Claim, {**GOOD, "mention": {**GOOD["mention"], "end": 2}}, "2 long"),
        (Extraction, {"claims": [], "articles": []}, "schema is None"),
        (Extraction, {"schema": "newsrecon/99", "claims": [], "articles": []}, "newsrecon/99"),
        (Extraction, {"schema": "newsrecon/1", "claims": [{}], "articles": []}, "'kind'"),
    ],
)
def test_json_that_does_not_fit_is_an_error_that_says_where(kind, data, message):
    with pytest.raises(ValueError, match=message):
        decode(kind, data)


def test_a_reconciliation_is_written_with_its_anchors():
    made = encode(reconcile([Article("It rained.", id="a", published="2025-07-03"), Article("It snowed.", id="b")]))
    assert [(entry["anchor"], entry["anchor_because"]) for entry in made["articles"]] == [
        ("2025-07-03", "published that day"),
        ("2025-07-03", "borrowed from a, published that day"),
    ]
