"""What is kept of an article once its text is gone: digest, sketch, credits."""

from __future__ import annotations

import hashlib

import pytest

from newsrecon import Article
from newsrecon.records import record

LONG = "One two three four five six seven eight nine ten eleven twelve. " * 3


def _credits(text, **more):
    return [(credit.name, credit.whole) for credit in record(Article(text, id="a", **more)).credits]


def test_a_record_keeps_what_is_known_of_its_article():
    article = Article("Rain fell.", id="a", title="Rain", published="2025-07-03", url="https://x.example", story="s")
    made = record(article)
    assert (made.id, made.title, made.published, made.url, made.story) == (
        "a",
        "Rain",
        article.published,
        article.url,
        "s",
    )
    assert (made.source, made.domain) == ("a", None)


@pytest.mark.parametrize("text", ["", "Rain fell.", "caf\u00e9 \U0001f600", "lone \ud800 surrogate", "\x00"])
def test_the_digest_is_that_of_the_text_byte_for_byte(text):
    assert record(Article(text)).digest == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@pytest.mark.parametrize("text", ["", "Rain.", "Rain fell today.", "\ud800 \x00"])
def test_a_text_of_less_than_four_words_has_no_sketch(text):
    assert record(Article(text)).sketch == frozenset()


def test_the_sketch_holds_about_a_quarter_of_all_runs_of_words():
    words = [f"word{number}" for number in range(4000)]
    assert 800 < len(record(Article(" ".join(words))).sketch) < 1200


def test_case_punctuation_and_line_breaks_are_nothing_to_the_sketch():
    there = record(Article(LONG)).sketch
    assert there
    assert record(Article(LONG.upper().replace(".", " !").replace("four", "\u201cfour\u201d"))).sketch == there


def test_boilerplate_is_no_part_of_the_sketch():
    assert record(Article(LONG + "\n\nShare This Article")).sketch == record(Article(LONG)).sketch


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mine will close, according to Al Jazeera.", [("Al Jazeera", False)]),
        ("The mine will close, according to the Reuters news agency.", [("Reuters", False)]),
        ("Agence France-Presse reported that the mine will close.", [("AFP", False)]),
        ("The mine will close, the minister told Reuters.", [("Reuters", False)]),
        ("KABUL (Reuters) - The mine will close.", [("Reuters", True)]),
        ("The mine will close, according to the minister.", []),
        ("The mine will close. Journalists of Reuters were there.", []),
        ("", []),
    ],
)
def test_passages_that_rest_on_another_outlet_are_credits(text, expected):
    assert _credits(text) == expected


def test_a_credited_passage_is_its_sentence():
    text = "It rained. The mine will close, according to Reuters. It snowed."
    (credit,) = record(Article(text)).credits
    assert credit.span.of(text) == "The mine will close, according to Reuters."


def test_an_outlet_credits_no_passage_to_itself():
    assert _credits("The mine will close, the minister told Reuters.", source="Reuters") == []


def test_a_page_that_links_to_its_source_rests_wholly_on_it():
    text = "The mine will close.\n\nhttps://www.aljazeera.com/news/mine\n\nSource link\n\nLeave a Comment"
    assert ("Al Jazeera", True) in _credits(text)


@pytest.mark.parametrize(
    "text", ["(Reuters)" * 500, "according to " * 2000, "\ud800told Reuters\x00", "told AFP" * 2000]
)
def test_no_text_is_too_strange_for_a_record(text):
    assert record(Article(text)).digest
