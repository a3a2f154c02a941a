"""Laws of the text layer: whatever the text, spans are exact, in order and apart, and nothing is raised."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from newsrecon.testing import texts
from newsrecon.text import (
    Span,
    boilerplate,
    covered,
    end_of_word,
    lower,
    one_of,
    paragraphs,
    quotations,
    sentences,
    tokens,
    without,
)

MARKED = st.lists(
    st.sampled_from(
        ["“", "”", '"', "'", "‘", "’", "''", "``", "«", "»", "„", "‚", " ", "\n", "\n\n", ".", ",", "s", "No", "6", "–"]
    ),
    max_size=60,
).map("".join)
ANY = st.one_of(texts(), st.text(), MARKED)


def assert_in_order_and_apart(spans, length):
    ends = [0, *(span.end for span in spans)]
    assert all(end <= span.start < span.end <= length for end, span in zip(ends, spans, strict=False))


def body_of(text):
    found = paragraphs(text)
    return without(found, [item.span for item in boilerplate(text, found)])


@given(ANY)
def test_paragraphs_hold_everything_but_white_space(text):
    found = paragraphs(text)
    assert_in_order_and_apart(found, len(text))
    assert all(span.of(text) == span.of(text).strip() for span in found)
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())


@given(ANY)
def test_boilerplate_lies_inside_paragraphs(text):
    found = paragraphs(text)
    spans = [item.span for item in boilerplate(text, found)]
    assert_in_order_and_apart(spans, len(text))
    assert all(covered(span, found) for span in spans)


@given(ANY)
def test_the_body_and_the_boilerplate_are_the_paragraphs(text):
    found = paragraphs(text)
    cut = [item.span for item in boilerplate(text, found)]
    body = without(found, cut)
    assert_in_order_and_apart(body, len(text))
    assert sum(map(len, body)) + sum(map(len, cut)) == sum(map(len, found))


@given(ANY)
def test_sentences_hold_everything_of_the_body_but_white_space(text):
    body = body_of(text)
    found = sentences(text, body)
    assert_in_order_and_apart(found, len(text))
    assert all(covered(span, body) for span in found)
    assert "".join(re.sub(r"\s", "", span.of(text)) for span in found) == "".join(
        re.sub(r"\s", "", span.of(text)) for span in body
    )


@given(ANY)
def test_tokens_hold_everything_but_white_space(text):
    found = tokens(text, Span(0, len(text)))
    assert_in_order_and_apart(found, len(text))
    assert "".join(span.of(text) for span in found) == "".join(re.split(r"\s+", text))


@given(ANY)
def test_quotations_are_in_order_and_nest(text):
    body = body_of(text)
    found = quotations(text, body)
    assert [(one.outer.start, -one.outer.end) for one in found] == sorted(
        (one.outer.start, -one.outer.end) for one in found
    )
    around = []
    for one in found:
        while around and around[-1].outer.end <= one.outer.start:
            around.pop()
        assert one.depth == len(around)
        assert all(outer.outer.contains(one.outer) for outer in around)
        assert one.outer.contains(one.content)
        assert one.content.of(text).strip() == one.content.of(text) != ""
        assert covered(one.outer, body)
        around.append(one)


@given(ANY)
def test_what_a_quotation_is_does_not_depend_on_paragraphs_far_away(text):
    alone = [one for one in quotations(text, paragraphs(text)) if one.closed and not one.continues]
    longer = f"Rain fell.\n\n{text}\n\nIt stopped."
    shifted = [Span(one.content.start - 12, one.content.end - 12) for one in quotations(longer, paragraphs(longer))]
    assert {one.content for one in alone} <= set(shifted) or len(paragraphs(longer)) != len(paragraphs(text)) + 2


@given(ANY)
def test_lower_case_is_as_long_as_the_text(text):
    assert len(lower(text)) == len(text)
    assert all(
        low == char.lower() or len(char.lower()) > 1 or char == "Σ" for low, char in zip(lower(text), text, strict=True)
    )


@given(st.text("ab _-é", min_size=1).filter(lambda word: word[0].isalpha() and word[-1].isalpha()), st.text("ab _-é"))
@example("a b a", "aa b a b a")
def test_a_word_stands_in_a_text_by_itself_or_not_at_all(word, text):
    found = re.search(rf"\b{re.escape(word)}\b", text)
    assert end_of_word(text, word) == (found.end() if found else -1)


WORDS = st.lists(st.sampled_from(["a", "b", "*", " "]), min_size=1, max_size=6).map("".join)


@given(st.lists(WORDS.filter(str.strip)), WORDS)
def test_the_pattern_for_some_words_fits_the_longest_of_them(words, text):
    each = (re.match(r"\s+".join(map(re.escape, word.split())), text) for word in words)
    longest = max((match.end() for match in each if match), default=None)
    found = re.match(one_of(words), text) if words else None
    assert (found.end() if found else None) == longest
