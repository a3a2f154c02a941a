"""Datelines: where and when a text was written is a sentence of its own, and no event."""

from __future__ import annotations

import pytest

from newsrecon import Article, extract, reconcile


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("LUND, May 2 — Rain fell on Friday.", "LUND, May 2 —"),
        ("LUND, Sweden, May 2, 2025 (AP) – Rain fell on Friday.", "LUND, Sweden, May 2, 2025 (AP) –"),
        ("PORT LOUIS (Reuters) - Rain fell on Friday.", "PORT LOUIS (Reuters) -"),
        ("NEW YORK -- Rain fell on Friday.", "NEW YORK --"),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(text, dateline):
    assert [span.of(text) for span in Article(text).sentences] == [dateline, "Rain fell on Friday."]


@pytest.mark.parametrize(
    "text",
    ["Rain fell on Lund - and then snow.", "UN-backed forces left.", "ABBA-like songs won.", "LUND, May 2 — ", "—"],
)
def test_what_is_no_dateline_is_left_whole(text):
    assert len(Article(text).sentences) == 1


def test_the_day_on_which_a_text_was_written_dates_no_event():
    text = "Published 2 May 2025\n\nLUND, May 2 — The bridge fell on Thursday. It had been built in 1932."
    article = Article(text, id="1", source="The Daily", published="2025-05-02")
    dates = {claim.mention.text: claim for claim in extract([article]).claims if claim.kind == "date"}
    assert dates["May 2"].value["dateline"] is dates["2 May 2025"].value["dateline"] is True
    assert "dateline" not in dates["Thursday"].value
    assert dates["Thursday"].subject == "The bridge fell on Thursday."
    told = [cluster.variants[0].text for cluster in reconcile([article]).timeline]
    assert told == ["1932", "Thursday"]
