"""TimeML, parsed as any tool for temporal expressions would."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from newsrecon import Article, export, reconcile
from newsrecon.exports.timeml import to_timeml

RAIN = Article(
    "Rain <fell> & fell on Monday.\r\nIt “ended” on 3 July 2025 \x00\ud800\ufffe.", id="a", published="2025-07-04"
)


def _parsed(article, *others):
    return ET.fromstring(to_timeml(reconcile([article, *others]), article).encode("utf-8"))


def _legal(text):
    return "".join("\ufffd" if letter in "\x00\ud800\ufffe" else letter for letter in text)


def test_without_its_tags_the_text_is_the_articles_own(story):
    made, articles = story
    for name, article in zip(export(made, "timeml", articles=articles).values(), made.records, strict=True):
        text = next(one.text for one in articles if one.id == article.id)
        assert "".join(ET.fromstring(name).find("TEXT").itertext()) == _legal(text)


def test_every_date_that_overlaps_no_other_is_tagged_with_what_it_says():
    document = _parsed(RAIN)
    tagged = {one.text: one.attrib for one in document.find("TEXT").iter("TIMEX3")}
    assert tagged["3 July 2025"]["value"] == "2025-07-03"
    assert tagged["3 July 2025"]["temporalFunction"] == "false"
    assert tagged["Monday"] == {
        "tid": "t1", "type": "DATE", "value": "2025-06-30", "temporalFunction": "true", "anchorTimeID": "t0",
    }  # fmt: skip


def test_the_day_of_publication_is_the_document_creation_time():
    (created,) = _parsed(RAIN).find("DCT")
    assert created.attrib == {
        "tid": "t0", "type": "DATE", "value": "2025-07-04", "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }  # fmt: skip
    assert list(_parsed(Article("Rain fell.", id="b")).find("DCT")) == []


def test_a_borrowed_anchor_dates_what_it_can():
    undated = Article("The storm reached the harbour of Sund on Monday.", id="b", source="The Globe")
    dated = Article(
        "The storm reached the harbour of Sund on Monday.", id="a", source="The Daily", published="2025-07-04"
    )
    document = _parsed(undated, dated)
    assert [one.get("value") for one in document.iter("TIMEX3")] == ["2025-07-04", "2025-06-30"]


def test_identifiers_are_each_used_once(made, seeds):
    for article in seeds:
        ids = [one.get("tid") for one in ET.fromstring(to_timeml(made, article).encode()).iter("TIMEX3")]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("hostile", ["<!ENTITY x 'y'>", "]]>", "<TIMEX3>", "&lt;"])
def test_a_text_that_looks_like_markup_stays_text(hostile):
    article = Article(f"Rain fell {hostile} on 3 July 2025.", id=hostile, title=hostile)
    document = _parsed(article)
    assert "".join(document.find("TEXT").itertext()) == article.text
    assert (document.find("DOCID").text, document.find("TITLE").text) == (hostile, hostile)
