"""A denied word is told by its contrary, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon.extractors.contraries import affirmed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lake is not safe.", "The lake is dangerous."),
        ("He didn’t survive.", "He dead."),
        ("It is not yet clear who pays.", "It is yet unclear who pays."),
        ("It was not immediately known.", "It was immediately unknown."),
        ("They could not open the lock at once.", "They could open the lock takes time."),
        ("Nobody will ever be allowed to vote.", "Nobody will ever be allowed to vote."),
        ("It is not only safe but cheap.", "It is not only safe but cheap."),
        ("He did not wait, and was soon safe.", "He did not wait, and was soon safe."),
        ("They did not immediately answer.", "They did not immediately answer."),
        ("She is not rich.", "She is not rich."),
    ],
)
def test_a_denied_word_that_has_a_contrary_is_told_by_it(text, expected):
    assert affirmed(text).text == expected


def test_what_stood_for_a_contrary_is_kept_as_it_was_written():
    assert affirmed("It isn’t legal; it won't be ready soon.").stands_for == {
        "illegal": "isn’t legal",
        "unprepared": "won't be ready",
    }


@given(st.text(alphabet=st.sampled_from("not n't safe soon ,.’é\x00\ud800 allowed"), max_size=60) | st.text())
def test_a_text_without_a_denial_is_left_as_it_is(text):
    told = affirmed(text)
    assert told.stands_for or told.text == text
