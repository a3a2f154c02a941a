"""The promises of every extractor and the laws of every matcher, checked with the library's own kit."""

from __future__ import annotations

import newsrecon_quantities
import pytest
from hypothesis import strategies as st
from newsrecon_quantities.matching import matcher

from newsrecon import Article, load_plugins
from newsrecon.testing import check_extractor, check_matcher

TEXTS = (
    "At least 12 people were killed and dozens injured, police said.",
    "Two men and a woman, including a 12-year-old, were arrested on May 12.",
    "A 4-year-old boy fell; Jane Roe, 16, could be jailed for up to 10 years, and he was 31 years old.",
    "It has 468 inmates, 12 old iron doors and more than 30 dogs.",
    "The death toll rose from 73 to 84; the damage was put at $1.2bn, 3.5% of output.",
)


def test_the_extractor_keeps_every_promise():
    check_extractor(newsrecon_quantities, examples=TEXTS)


def _values():
    bound = st.none() | st.integers(0, 4)
    pairs = st.tuples(bound, bound).filter(lambda pair: None in pair or pair[0] <= pair[1])
    people = st.builds(
        lambda pair, noun, whole, where: {
            "slot": "killed", "unit": "people", "low": pair[0], "high": pair[1], "of": noun, "whole": whole, "where": where,
        },
        pairs,
        st.sampled_from((None, "soldiers", "children")),
        st.booleans(),
        st.sampled_from((None, "Texas", "Florida", "hotel", "school", "first blast", "second blast", "blast")),
    )  # fmt: skip
    money = st.builds(lambda pair: {"slot": "money", "unit": "USD", "low": pair[0], "high": pair[1]}, pairs)
    count = st.builds(
        lambda pair, noun: {"slot": "count", "unit": noun, "low": pair[0], "high": pair[1]},
        pairs,
        st.sampled_from(("people", "men", "miners", "inmates", "prisoners", "houses")),
    )
    age = st.builds(
        lambda years, noun, name, whole: {
            "slot": "age", "unit": "years", "low": years, "high": years, "of": noun, "name": name, "whole": whole,
        },
        st.integers(1, 20),
        st.sampled_from(("boy", "girl", "she", "male", "bear", "Dane")),
        st.sampled_from((None, "Jane Roe", "Raja")),
        st.booleans(),
    )  # fmt: skip
    term = st.builds(
        lambda pair, sort, whole: {
            "slot": "term", "unit": "years", "low": pair[0], "high": pair[1], "of": sort, "whole": whole,
        },
        pairs,
        st.sampled_from(("longest", "given")),
        st.booleans(),
    )  # fmt: skip
    plain = st.builds(
        lambda sort, pair: {"slot": sort[0], "unit": sort[1], "low": pair[0], "high": pair[1]},
        st.sampled_from((("votes for", "votes"), ("votes against", "votes"), ("speed", "km/h"), ("area", "ha"))),
        pairs,
    )
    return people | money | age | term | plain | count


def test_the_matcher_keeps_every_law():
    check_matcher(matcher, _values(), max_lists=400)


def test_the_plugin_is_found_by_its_entry_point():
    found = [info for info in load_plugins().infos if info.name == "quantities"]
    if not found:
        pytest.skip("not installed")
    assert (found[0].distribution, found[0].enabled) == ("newsrecon-quantities", True)
    assert found[0].hooks == ("extract_claims", "register_matchers", "resolve_claims")


@pytest.mark.parametrize(
    "unit",
    [
        "12 people were killed and ",
        "a ",
        "$1,",
        "no ",
        "two hundred and ",
        "(",
        "the death toll ",
        "the boy was ",
        "a 4-year-old Jane ",
        "Jane Roe, 16, ",
        "he ",
        "sentenced to up to 10 years ",
        "a man, ",
        "he died. she was hurt. ",
        "one of three ",
        "a man who was hurt ",
        "17 shootings ",
        "voted 52 to ",
        "12 votes ",
        "half of ",
        "a few hundred and a half ",
        "1,20,",
        "minus 5 degrees ",
        "Man shot ",
        "12 old ",
    ],
)
def test_what_is_repeated_without_end_is_read_to_the_end(unit):
    # Not timed: a pattern that backtracks would never come back from this.
    list(newsrecon_quantities.extract_claims(Article(unit * 20_000)))
