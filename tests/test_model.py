"""The types: what they accept, what they refuse, when they are equal, and what identifies them."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import (
    Article,
    ArticleConflictError,
    ArticleRecord,
    Claim,
    Diagnostic,
    Extraction,
    Mention,
    Source,
    Span,
    Value,
)
from newsrecon.testing import claims, values

# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": [1, 2]}, {"a": (1, 2)}),
        ({"a": {"b": None}}, {"a": Value(b=None)}),
    ],
)
def test_values_with_the_same_json_are_equal_and_have_one_hash(left, right):
    assert Value(left) == Value(right)
    assert hash(Value(left)) == hash(Value(right))
    assert Value(left) == right


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"a": 1}, {"a": True}),
        ({"a": 1}, {"a": 1.5}),
        ({"a": 1}, {"a": "1"}),
        ({"a": None}, {}),
        ({"a": []}, {"a": {}}),
    ],
)
def test_values_with_other_json_differ(left, right):
    assert Value(left) != Value(right)


def test_a_value_freezes_what_it_is_given():
    items = [1, 2]
    value = Value(items=items, inner={"deep": items})
    items.append(3)
    assert value["items"] == (1, 2)
    assert value["inner"]["deep"] == (1, 2)
    with pytest.raises(TypeError):
        value["items"] = ()


@pytest.mark.parametrize("bad", [{1, 2}, float("nan"), float("inf"), b"bytes", object(), date(2025, 7, 3)])
def test_a_value_holds_json_only_and_says_where_it_does_not(bad):
    with pytest.raises(TypeError, match="'when'"):
        Value(when=bad)


def test_the_keys_of_a_value_are_strings():
    with pytest.raises(TypeError, match="keys of a value are strings"):
        Value({1: "one"})


def test_a_value_is_no_dict_yet_reads_like_one():
    value = Value(low=1, high=None)
    assert list(value) == ["high", "low"]
    assert "low" in value
    assert value.get("middle") is None
    assert {**value} == {"high": None, "low": 1}


@given(values())
def test_values_survive_pickling(value):
    assert pickle.loads(pickle.dumps(value)) == value


# ---------------------------------------------------------------- spans, mentions


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forward_from_zero_or_more(start, end):
    with pytest.raises(ValueError, match="a span runs from 0"):
        Span(start, end)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        (Span(0, 4), Span(4, 8), False, False),
        (Span(0, 5), Span(4, 8), True, False),
        (Span(0, 9), Span(4, 8), True, True),
        (Span(4, 8), Span(4, 8), True, True),
        (Span(4, 8), Span(0, 9), True, False),
    ],
)
def test_spans_are_half_open(one, other, overlaps, contains):
    assert one.overlaps(other) is overlaps
    assert one.contains(other) is contains


def test_a_mention_is_as_long_as_its_text():
    with pytest.raises(ValueError, match="4 long"):
        Mention("a", source="The Daily", span=Span(0, 4), text="Twelve")


def test_a_mention_is_never_empty():
    with pytest.raises(ValueError, match="not empty"):
        Mention("a", source="The Daily", span=Span(4, 4), text="")


def test_an_article_makes_mentions_without_surrounding_white_space():
    article = Article("It  rained . ", id="a", source="The Daily")
    mention = article.mention(2, 11)
    assert (mention.span, mention.text, mention.article, mention.source) == (Span(4, 10), "rained", "a", "The Daily")


def test_a_mention_of_white_space_alone_is_refused():
    with pytest.raises(ValueError, match="not empty"):
        Article("It  rained", id="a").mention(2, 4)


# ---------------------------------------------------------------- articles


@pytest.mark.parametrize(
    ("given_moment", "expected"),
    [
        ("2025-07-03", date(2025, 7, 3)),
        ("2025-07-03T19:11:09+00:00", datetime(2025, 7, 3, 19, 11, 9, tzinfo=UTC)),
        ("2025-07-03T19:11:09Z", datetime(2025, 7, 3, 19, 11, 9, tzinfo=UTC)),
        (date(2025, 7, 3), date(2025, 7, 3)),
        (None, None),
    ],
)
def test_the_day_of_publication_may_come_as_text(given_moment, expected):
    assert Article("", published=given_moment).published == expected


@pytest.mark.parametrize("bad", ["3 July 2025", "", "2025-13-01", "yesterday"])
def test_publication_in_another_form_is_refused_and_shown(bad):
    with pytest.raises(ValueError, match="ISO date"):
        Article("", published=bad)


def test_publication_of_another_type_is_refused():
    with pytest.raises(TypeError, match="1751569992"):
        Article("", published=1751569992)


def test_the_published_day_is_that_of_its_own_time_zone():
    assert Article("", published="2025-07-03T23:30:00-05:00").published_day == date(2025, 7, 3)


@pytest.mark.parametrize("bad", [None, b"Rain fell.", 12])
def test_the_text_of_an_article_is_a_string(bad):
    with pytest.raises(TypeError, match="text is a str"):
        Article(bad)


def test_an_article_without_an_id_gets_one_from_its_content():
    one, two = Article("Rain fell."), Article("Rain fell.")
    assert one.id == two.id
    assert one == two
    assert Article("Rain fell.", title="Weather").id != one.id


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (None, "a"),
        ("The Daily", "The Daily"),
        (Source("", domain="daily.example"), "daily.example"),
        ({"name": "The Daily", "domain": "daily.example"}, "The Daily"),
        ({"domain": "daily.example"}, "daily.example"),
    ],
)
def test_an_outlet_is_known_by_name_else_by_domain_else_by_the_article(source, name):
    assert Article("", id="a", source=source).source_name == name


def test_what_the_shape_of_a_text_tells_is_computed_once_and_shared():
    article = Article("Rain fell. It stopped.\n\nShare This Article")
    assert article.sentences is article.sentences
    assert article.lower is article.lower


def test_the_text_is_kept_exactly_and_boilerplate_only_labelled():
    text = "  Rain fell.\r\n\r\nShare This Article\x00\ud800"
    article = Article(text)
    assert article.text == text
    assert next(span.of(text) for span in article.body) == "Rain fell."


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "x",
        "\x00",
        "\ud800",
        "\u202etxet",
        "a\r\nb\rc",
        "\ufeff\u200b",
        "”“",
        '"' * 999,
        "\U0001f600\u0301" * 50,
    ],
)
def test_any_text_whatever_can_be_an_article(text):
    article = Article(text)
    assert all(span.of(text).strip() for span in article.sentences)
    assert len(article.lower) == len(text)


def test_types_are_frozen():
    with pytest.raises(FrozenInstanceError):
        Article("Rain fell.").text = "Snow fell."
    with pytest.raises(FrozenInstanceError):
        Span(0, 1).start = 1


# ---------------------------------------------------------------- claims

ARTICLE = Article("Twelve people died on Monday.", id="a", source="The Daily")


def _claim(**changes):
    return evolve(Claim("toll", "died", {"low": 12}, ARTICLE.mention(0, 6), extractor="tolls"), **changes)


@pytest.mark.parametrize(
    "change",
    [{"kind": "rumour"}, {"subject": "killed"}, {"value": {"low": 13}}, {"mention": ARTICLE.mention(0, 13)}],
)
def test_claims_differ_by_kind_subject_value_and_mention(change):
    assert _claim(**change) != _claim()
    assert _claim(**change).id != _claim().id


def test_who_found_a_claim_is_no_part_of_it():
    assert _claim(extractor="others") == _claim()
    assert _claim(extractor="others").id == _claim().id


@given(claims())
def test_claims_survive_pickling(claim):
    again = pickle.loads(pickle.dumps(claim))
    assert (again, again.id, again.extractor) == (claim, claim.id, claim.extractor)


def test_what_is_revised_twice_takes_the_place_of_the_first() -> None:
    claim = _claim()
    assert claim.revise(high=12).revise(high=13).revises == claim.id


def test_a_revised_claim_keeps_the_rest_and_remembers_what_it_replaces():
    revised = _claim().revise(subject="the dead", high=12)
    assert (revised.subject, dict(revised.value)) == ("the dead", {"high": 12, "low": 12})
    assert revised.revises == _claim().id
    assert revised.mention == _claim().mention


# ---------------------------------------------------------------- the state


def _record(article_id, **changes):
    return ArticleRecord(article_id, source="The Daily", digest="0", **changes)


def test_an_extraction_is_a_set_in_canonical_order():
    late = Claim("toll", "died", {"low": 1}, ARTICLE.mention(7, 13))
    early = _claim()
    assert Extraction([late, early, late]) == Extraction([early, late])
    assert tuple(Extraction([late, early])) == (early, late)
    assert len(Extraction([late, early, late])) == 2


def test_of_two_finders_of_one_claim_the_first_by_name_is_kept():
    for order in ([_claim(extractor="b"), _claim(extractor="a")], [_claim(extractor="a"), _claim(extractor="b")]):
        assert [claim.extractor for claim in Extraction(order)] == ["a"]


def test_union_joins_claims_records_and_diagnostics():
    left = Extraction([_claim()], records=[_record("a")], diagnostics=[Diagnostic("info", "one")])
    right = Extraction([_claim(kind="rumour")], records=[_record("b")], diagnostics=[Diagnostic("info", "two")])
    both = left | right
    assert len(both) == 2
    assert [record.id for record in both.records] == ["a", "b"]
    assert {diagnostic.message for diagnostic in both.diagnostics} == {"one", "two"}


def test_diagnostics_are_no_part_of_the_state():
    assert Extraction(diagnostics=[Diagnostic("info", "one")]) == Extraction()


def test_two_different_articles_under_one_id_are_an_error_that_names_it():
    with pytest.raises(ArticleConflictError, match="'a'") as caught:
        Extraction(records=[_record("a")]) | Extraction(records=[_record("a", title="Another")])
    assert caught.value.article == "a"


def test_an_extraction_joins_only_with_extractions():
    with pytest.raises(TypeError):
        Extraction() | {1}


@given(st.lists(claims(), max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(found, random):
    shuffled = list(found)
    random.shuffle(shuffled)
    assert Extraction(shuffled) == Extraction(found)


def test_articles_that_differ_only_in_domain_have_ids_of_their_own():
    plain, placed = (
        Article("x", source=Source("The Daily")),
        Article("x", source=Source("The Daily", domain="d.example")),
    )
    assert plain.id != placed.id


def test_the_clauses_of_one_sentence_are_those_of_all_that_lie_in_it() -> None:
    article = Article("He resigned in May and left the country. Rain fell.\n\nIt stopped when the sun rose.")
    alone = [clause for sentence in article.sentences for clause in article.clauses_of(sentence)]
    assert tuple(alone) == article.clauses
    assert [clause.sentence for clause in article.clauses_of(article.sentences[2])] == [article.sentences[2]] * 2
