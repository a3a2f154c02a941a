"""What a matcher may know: names by place, the weight of words, anchors."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article, Context, NamedSpan, NameIndex, Rarity, Span

TEXT = "Omar Haddad met Lena Kraus. Haddad left."
OMAR, LENA, HADDAD = Span(0, 11), Span(16, 26), Span(28, 34)
INDEX = NameIndex(
    {"a": [NamedSpan(HADDAD, "Omar Haddad", "person"), NamedSpan(LENA, "Lena Kraus"), NamedSpan(OMAR, "Omar Haddad")]},
    {("a", "Haddad"): "Omar Haddad", ("b", "Haddad"): "Rima Haddad"},
)


@pytest.mark.parametrize(
    ("span", "names"),
    [
        (Span(0, 40), ["Omar Haddad", "Lena Kraus", "Omar Haddad"]),
        (Span(0, 27), ["Omar Haddad", "Lena Kraus"]),
        (Span(16, 26), ["Lena Kraus"]),
        (Span(17, 26), []),
        (Span(16, 25), []),
        (Span(40, 40), []),
    ],
)
def test_names_are_found_wholly_inside_a_span_in_order(span, names):
    assert [named.name for named in INDEX.within("a", span)] == names


def test_an_article_that_names_nobody_has_no_named_spans():
    assert INDEX.within("z", Span(0, 99)) == ()


def test_the_names_in_a_mention_are_those_of_its_place():
    mention = Article(TEXT, id="a").mention(28, 40)
    assert [named.name for named in INDEX.in_mention(mention)] == ["Omar Haddad"]


def test_a_form_means_who_its_article_means_by_it():
    assert INDEX.of("a", "Haddad") == "Omar Haddad"
    assert INDEX.of("b", "Haddad") == "Rima Haddad"
    assert INDEX.of("a", "Nobody") == "Nobody"


def test_rare_words_weigh_more_and_unseen_ones_most():
    rarity = Rarity.of([["rain", "fell"], ["rain", "stopped"], ["rain"]])
    assert rarity("rain") == 1.0
    assert rarity("rain") < rarity("fell") < rarity("snow")
    assert rarity("snow") == 1 + math.log(4)


def test_a_copied_passage_changes_no_weight():
    passages = [["rain", "fell"], ["wind", "rose"]]
    once, twice = Rarity.of(passages), Rarity.of([*passages, ["fell", "rain"]])
    assert [once(word) for word in ("rain", "wind", "snow")] == [twice(word) for word in ("rain", "wind", "snow")]


def test_a_passage_more_among_many_changes_no_weight():
    passages = [[f"word{number}", "rain"] if number % 2 else [f"word{number}"] for number in range(512)]
    before, after = Rarity.of(passages), Rarity.of([*passages, ["another", "rain"]])
    assert before("rain") == after("rain")
    assert before.telling("rain") == after.telling("rain")


def test_in_a_large_story_many_passages_more_change_no_weight():
    before, after = Rarity(9_000, {"rain": 1_000}), Rarity(9_040, {"rain": 1_040})
    assert before("rain") == after("rain")
    small, grown = Rarity(900, {"rain": 100}), Rarity(940, {"rain": 140})
    assert small("rain") != grown("rain")


def test_what_a_name_is_is_known_where_an_article_names_it():
    named = [NamedSpan(Span(6, 10), "Ada Lind", "person"), NamedSpan(Span(20, 24), "Ada Lind", "other")]
    index = NameIndex({"1": named})
    assert index.type_of("1", "Ada Lind") == "person"
    assert index.type_of("1", "Jon Berg") is None
    assert index.type_of("2", "Ada Lind") is None


@given(st.integers(0, 20_000), st.data())
def test_a_rarer_word_never_weighs_less(passages, data):
    often = data.draw(st.integers(0, passages))
    seldom = data.draw(st.integers(0, often))
    rarity = Rarity(passages, {"often": often, "seldom": seldom})
    assert rarity("seldom") >= rarity("often") >= 1.0
    assert 1.0 >= rarity.telling("seldom") >= rarity.telling("often") > 0.0


def test_without_a_story_nothing_is_known():
    context = Context()
    assert context.anchor("a") is None
    assert context.names.of("a", "Haddad") == "Haddad"
    assert context.rarity("rain") == context.rarity("snow")


def test_a_word_tells_less_the_more_passages_have_it():
    rarity = Rarity.of([{"flood", "river"}, {"flood", "bridge"}, {"flood", "river", "rain"}])
    assert (
        1.0 >= rarity.telling("unseen") > rarity.telling("rain") > rarity.telling("river") > rarity.telling("flood") > 0
    )
