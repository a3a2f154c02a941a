"""The day an article's relative dates count from, its own or a borrowed one."""

from __future__ import annotations

from datetime import date

import pytest

from newsrecon import Article, Claim
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
