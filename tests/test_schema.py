"""The published JSON Schema fits what is written and what may be read, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from newsrecon import Article, compare, encode, extract, json_schema, reconcile
from newsrecon.testing import stories

SEEDS = [Article(path.read_text("utf-8"), id=path.stem) for path in sorted(Path("seeds").glob("*.txt"))]
NAMES = ("article", "changes", "claim", "extraction", "reconciliation", "stories")
PUBLISHED = Path("docs/schema")


def _problems(name, document):
    return [error.message for error in Draft202012Validator(json_schema(name)).iter_errors(document)]


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_a_valid_schema(name):
    Draft202012Validator.check_schema(json_schema(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_published_schema_is_current(name):
    assert json.loads((PUBLISHED / f"{name}.json").read_text("utf-8")) == json_schema(name)


def test_there_is_no_other_schema():
    with pytest.raises(ValueError, match="not for 'cluster'"):
        json_schema("cluster")
    assert sorted(path.stem for path in PUBLISHED.glob("*.json")) == list(NAMES)


def test_articles_and_claims_of_the_seeds_fit():
    assert [problem for article in SEEDS for problem in _problems("article", encode(article))] == []
    assert [problem for claim in extract(SEEDS) for problem in _problems("claim", encode(claim))] == []


def test_the_reconciliation_of_the_seeds_fits():
    assert _problems("reconciliation", encode(reconcile(SEEDS))) == []


@given(stories(max_size=3))
@settings(max_examples=10, deadline=None)
def test_the_reconciliation_of_any_story_fits(told):
    assert _problems("reconciliation", encode(reconcile(told))) == []


def test_the_other_documents_of_the_seeds_fit():
    assert _problems("extraction", encode(extract(SEEDS))) == []
    assert _problems("changes", encode(compare(reconcile(SEEDS[:3]), reconcile(SEEDS[1:])))) == []


def test_an_empty_reconciliation_fits():
    assert _problems("reconciliation", encode(reconcile([]))) == []


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("article", {"text": "Rain fell."}),
        ("article", {"text": "Rain fell.", "source": "The Daily", "published": None}),
        ("article", {"text": "Rain fell.", "source": {"name": "The Daily", "domain": "daily.example"}, "more": 1}),
    ],
)
def test_what_may_be_read_fits(name, document):
    assert _problems(name, document) == []


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("article", {}),
        ("article", {"text": None}),
        ("claim", {"id": "1", "kind": "toll", "subject": "", "value": {}}),
        (
            "claim",
            {
                "id": "1",
                "kind": "date",
                "subject": "",
                "value": {"type": "DAY", "timex": None, "begin": None, "end": None},
                "mention": {"article": "a", "source": "a", "start": 0, "end": 1, "text": "x"},
            },
        ),
        ("reconciliation", {"schema": "newsrecon/2"}),
    ],
)
def test_what_is_not_in_the_format_does_not_fit(name, document):
    assert _problems(name, document)
