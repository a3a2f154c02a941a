"""The day an article's relative dates count from, its own or a borrowed one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article, Claim, extract
from newsrecon.reconciliation import Anchor
from newsrecon.reconciliation.anchors import find_anchors
from newsrecon.records import record


def _record(article_id, published=None):
    return record(Article("It rained.", id=article_id, published=published))


def _date(article_id, timex, words="3 July 2025", anchor=None):
    value = {"type": "DATE", "timex": timex, "begin": timex, "end": None, "anchor": anchor}
    return Claim("date", "It rained", value, Article(words, id=article_id).mention(0, len(words)))


def test_a_dated_article_is_its_own_anchor():
    assert find_anchors([_record("a", "2025-07-03")], []) == {"a": Anchor(date(2025, 7, 3), "published that day")}


def test_an_undated_article_borrows_the_latest_day_of_publication_in_its_story():
    anchors = find_anchors([_record("a"), _record("b", "2025-07-03T23:00:00+02:00"), _record("c", "2025-07-01")], [])
    assert anchors["a"] == Anchor(date(2025, 7, 3), "borrowed from b, published that day")
    assert anchors["c"].day == date(2025, 7, 1)


def test_where_nothing_is_published_on_a_day_the_latest_day_stated_is_borrowed():
    claims = [_date("b", "2025-07-03", "July 3, 2025"), _date("c", "2021-08-15", "15 August 2021")]
    anchors = find_anchors([_record("a"), _record("b"), _record("c")], claims)
    assert {anchor.day for anchor in anchors.values()} == {date(2025, 7, 3)}
    assert anchors["a"].because == "borrowed from the story: b states 'July 3, 2025'"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mill burned down on Thursday. On Saturday the owner fled.", "2025-07-05"),
        ("The mill burned down on Thursday. On Friday the owner fled, and on Saturday she was found.", "2025-07-05"),
        ("The mill burned down on Thursday. It had opened on Tuesday.", "2025-07-03"),
        ("The mill burned down on Thursday. The owner will speak on Friday. On Saturday she had fled.", "2025-07-03"),
        ("The mill burned down on Thursday. On Saturday the owner fled. She will speak on Monday.", "2025-07-05"),
        ("The mill burned down.", "2025-07-03"),
    ],
)
def test_an_article_is_of_the_last_weekday_that_it_tells_of_soon_after_the_day_stated(text, day):
    undated = Article(text, id="a")
    stated = Article("The mill burned down on 3 July 2025.", id="b")
    anchor = _anchors(undated, stated)["a"]
    assert anchor.day.isoformat() == day
    assert ("soon after" in anchor.because) == (day != "2025-07-03")


def test_the_days_an_article_tells_of_do_not_move_a_day_of_publication():
    undated = Article("The mill burned down on Thursday. On Saturday the owner fled.", id="a")
    dated = Article("A march is planned.", id="b", published="2025-07-03")
    assert _anchors(undated, dated)["a"].day == date(2025, 7, 3)


@pytest.mark.parametrize(
    "claim",
    [
        _date("b", "2025-07"),
        _date("b", "XXXX-WXX-4"),
        _date("b", "2025-07-03", anchor="published"),
        _date("elsewhere", "2025-07-03"),
        Claim("toll", "", {"timex": "2025-07-03", "begin": "2025-07-03"}, Article("x", id="b").mention(0, 1)),
    ],
    ids=["a month", "a weekday", "inferred from an anchor", "another story", "no date"],
)
def test_only_a_full_day_stated_by_itself_can_be_borrowed(claim):
    assert find_anchors([_record("a"), _record("b")], [claim]) == {}


def test_neither_the_order_of_records_nor_of_claims_matters():
    records = [_record("a"), _record("b"), _record("c")]
    claims = [_date("b", "2025-07-03"), _date("c", "2025-07-03"), _date("a", "2025-07-01")]
    assert find_anchors(records, claims) == find_anchors(records[::-1], claims[::-1])


# ---------------------------------------------------------------- by the line in front of it


@pytest.mark.parametrize(
    "line",
    [
        "3 May 2025",
        "Saturday, May 3, 2025",
        "Published on 3 May 2025 at 10:30",
        "By Anna Berg | 3 May 2025",
        "Last updated: May 3, 2025, 10:30 a.m.",
        "SUND, May 3, 2025 (Agency) - The mayor fled.",
    ],
)
def test_a_line_that_is_a_day_dates_its_article_and_those_that_nothing_dates(line):
    dated = Article(f"Ferry sinks off Sund\n{line}\n\nThe ferry sank on Friday.", id="a")
    anchors = _anchors(dated, Article("The ferry sank off Sund on Friday.", id="b"))
    assert anchors["a"].day == anchors["b"].day == date(2025, 5, 3)
    assert anchors["a"].because.startswith("told by ")
    assert anchors["b"].because.startswith("borrowed from a, told by ")


def test_a_line_yields_to_the_day_that_is_given_and_a_list_of_days_dates_nothing():
    given = Article("3 May 2025\nThe ferry sank on Friday.", id="a", published="2025-07-20")
    assert _anchors(given)["a"] == Anchor(date(2025, 7, 20), "published that day")
    days = Article("1 May 2025\nIt rained.\n2 May 2025\nIt rained.\n3 May 2025\nThe ferry sank.", id="a")
    assert _anchors(days)["a"].because.startswith("borrowed from the story")
    late = Article("It rained at the harbour. " * 30 + "\n3 May 2025\nThe ferry sank.", id="a")
    assert _anchors(late)["a"].because.startswith("borrowed from the story")
    said = Article("The ferry sank on 3 May 2025, the harbour office said.", id="a")
    assert _anchors(said)["a"].because.startswith("borrowed from the story")


# ---------------------------------------------------------------- by what others tell


def _anchors(*articles):
    state = extract(articles)
    return find_anchors(state.records, state.claims)


STATED = Article("The old mill at Lindgren burned down on 3 July 2025.", id="a")
NEXT_DAY = Article(
    "The old mill at Lindgren burned down yesterday. The owner of the harbour fled two days ago.", id="b"
)
AT_ONCE = Article("The owner of the harbour at Sund fled today.", id="c")
LATE = Article("A march is planned.", id="d", published="2025-07-20")


def test_an_article_that_says_yesterday_of_what_another_gives_a_day_of_is_a_day_later():
    anchors = _anchors(STATED, NEXT_DAY, LATE)
    assert anchors["b"] == Anchor(date(2025, 7, 4), "what it says of 'yesterday' a gives a day of")
    assert anchors["a"].day == date(2025, 7, 20)


def test_what_was_dated_by_others_dates_others_in_its_turn():
    assert _anchors(STATED, NEXT_DAY, AT_ONCE, LATE)["c"].day == date(2025, 7, 2)


def test_what_is_told_of_other_things_dates_nobody():
    other = Article("A bridge at Sund fell into the river yesterday.", id="b")
    assert _anchors(STATED, other, LATE)["b"].because == "borrowed from d, published that day"


def test_where_two_days_are_as_likely_neither_is_taken():
    rival = Article("The old mill at Lindgren burned down on 9 July 2025.", id="e")
    assert _anchors(STATED, rival, NEXT_DAY, LATE)["b"].because == "borrowed from d, published that day"


STORY = extract([STATED, NEXT_DAY, AT_ONCE, LATE])


@given(st.permutations(STORY.records), st.permutations(STORY.claims))
def test_the_fixed_point_does_not_depend_on_order(records, claims):
    assert find_anchors(records, claims) == find_anchors(STORY.records, STORY.claims)
