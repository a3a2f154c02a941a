"""Laws of reading dates: whatever stands in a text, claims rest on it, in order, and do not overlap."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsrecon import Article
from newsrecon.extractors.date_lexicon import LANGUAGES, load_language
from newsrecon.extractors.date_patterns import grammar
from newsrecon.extractors.dates import extract_claims, read_dates
from newsrecon.timex import parse_expression

WORDS = sorted({word for language in LANGUAGES for word in load_language(language).words})
NUMBERS = [
    "1",
    "3",
    "24",
    "31",
    "88",
    "480",
    "1944",
    "2021",
    "2,000",
    "10:35",
    "4pm",
    "21st",
    "1980s",
    "1996-2001",
    "3-5",
    "7/4/2016",
    "1/2",
]
vocabulary = st.sampled_from(WORDS).flatmap(lambda word: st.sampled_from([word, word.capitalize()])) | st.sampled_from(
    NUMBERS
)
phrases = st.lists(vocabulary, max_size=12).flatmap(
    lambda words: st.sampled_from([" ", " ", " ", "-"]).map(lambda gap: gap.join(words))
)
anchors = st.dates(date(1900, 1, 1), date(2100, 1, 1)) | st.none()


@settings(deadline=None)
@given(phrases, anchors, st.sampled_from(LANGUAGES))
def test_any_words_about_time_are_read(text: str, anchor: date | None, language: str) -> None:
    article = Article(text, published=anchor)
    end = 0
    for reading in read_dates(article, language):
        assert end <= reading.start < reading.end <= len(text)
        end = reading.end
        assert parse_expression(str(reading.expression)) == reading.expression


@settings(deadline=None)
@given(
    phrases | st.lists(vocabulary | st.sampled_from("_'’.-²١"), max_size=12).map("".join), st.sampled_from(LANGUAGES)
)
def test_what_a_rule_fits_has_a_word_that_tells_so(text: str, language: str) -> None:
    rules = grammar(language)
    lower = Article(text).lower
    tokens = rules.lexicon.encode(text, lower, 0, len(text))
    words = [set(re.findall(r"[^\W_]+", lower))]
    assert rules.may_match(lower, 0, len(text), words) or not list(rules.phrases(tokens, 0))


@given(st.text(max_size=200), anchors)
def test_every_mention_is_in_the_text(text: str, anchor: date | None) -> None:
    for claim in extract_claims(article=Article(text + " on 3 July 2025", published=anchor)):
        assert claim.mention.span.of(text + " on 3 July 2025") == claim.mention.text


@given(phrases)
def test_an_unrelated_paragraph_in_front_only_shifts_spans(text: str) -> None:
    front = "Nothing here tells any time.\n\n"
    plain, moved = Article(text, published="2025-07-04"), Article(front + text, published="2025-07-04")
    assume([part.of(text) for part in plain.body] == [part.of(moved.text) for part in moved.body[1:]])
    shifted = [(one.start - len(front), one.end - len(front), one.expression) for one in read_dates(moved)]
    assert shifted == [(one.start, one.end, one.expression) for one in read_dates(plain)]
