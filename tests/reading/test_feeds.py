"""RSS and Atom: entries with full content are articles, those with a summary only are told apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsrecon import ReadError, Source, read

pytest.importorskip("feedparser")
pytest.importorskip("trafilatura")

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour News</title><link>https://harbour.example/</link>
<item><title>Harbour bridge closed</title><link>https://harbour.example/1</link><guid>https://harbour.example/?p=1</guid>
<dc:creator>Jane Doe</dc:creator><pubDate>Thu, 03 Jul 2025 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Engineers closed the harbour bridge.</p>
<p>“Nobody was hurt,” said Ann Poe &amp; others.</p>]]></content:encoded></item>
<item><title>Ferry late</title><link>https://harbour.example/2</link><description>The ferry was late.</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily</title><id>urn:x</id>
<entry><id>urn:x:1</id><title>Rain</title><link href="https://daily.example/rain"/><published>2025-07-03T08:00:00Z</published>
<updated>2025-07-04T09:00:00Z</updated><author><name>John Roe</name></author>
<content type="html">&lt;p&gt;It rained.&lt;/p&gt;&lt;p&gt;It stopped on Monday.&lt;/p&gt;</content></entry>
<entry><id>urn:x:2</id><title>Snow</title><updated>2025-07-04T09:00:00Z</updated><summary>It snowed.</summary></entry></feed>"""


def _read(tmp_path, content, name="feed.xml"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read(path)


def test_an_rss_entry_with_its_content_is_an_article(tmp_path):
    reading = _read(tmp_path, RSS, "feed.rss")
    (article,) = reading.articles
    assert article.text.split("\n") == [
        "Engineers closed the harbour bridge.",
        "“Nobody was hurt,” said Ann Poe & others.",
    ]
    assert (article.id, article.url) == ("https://harbour.example/?p=1", "https://harbour.example/1")
    assert (article.title, article.byline, article.source) == (
        "Harbour bridge closed",
        "Jane Doe",
        Source("Harbour News"),
    )
    assert article.published == datetime(2025, 7, 3, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert article.published_day.isoformat() == "2025-07-03"


def test_an_atom_entry_with_its_content_is_an_article(tmp_path):
    reading = _read(tmp_path, ATOM, "feed.atom")
    (article,) = reading.articles
    assert article.text.split("\n") == ["It rained.", "It stopped on Monday."]
    assert article.published == datetime(2025, 7, 3, 8, tzinfo=UTC)
    assert (article.id, article.byline, article.source) == ("urn:x:1", "John Roe", Source("The Daily"))
    (provenance,) = reading.provenance
    assert (provenance.published_by, provenance.updated) == ("feed entry", datetime(2025, 7, 4, 9, tzinfo=UTC))
    assert provenance.reader.startswith("feedparser ")


def test_an_entry_that_tells_only_when_it_was_updated_counts_as_published_then(tmp_path):
    reading = _read(tmp_path, ATOM.replace("<published>2025-07-03T08:00:00Z</published>", ""))
    assert reading.articles[0].published == datetime(2025, 7, 4, 9, tzinfo=UTC)
    assert (reading.provenance[0].published_by, reading.provenance[0].updated) == ("feed entry, updated", None)


@pytest.mark.parametrize(("feed", "title"), [(RSS, "Ferry late"), (ATOM, "Snow")])
def test_entries_with_a_summary_only_are_passed_over_and_named(tmp_path, feed, title):
    (diagnostic,) = _read(tmp_path, feed).diagnostics
    assert diagnostic.level == "warning"
    assert diagnostic.message.endswith(f"1 entries have a summary only and are passed over: {title!r}")


@pytest.mark.parametrize(
    "content", ["", "<html><body>No feed</body></html>", "<?xml version='1.0'?><sitemap/>", "It rained."]
)
def test_what_is_no_feed_is_an_error(tmp_path, content):
    with pytest.raises(ReadError, match="this is no RSS or Atom feed"):
        _read(tmp_path, content)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY l0 "LAUGH">' + LAUGHS,
        '<!ENTITY l9 SYSTEM "file:///etc/passwd">',
        '<!ENTITY l9 SYSTEM "http://127.0.0.1:9/x">',
    ],
    ids=["expanding", "file", "address"],
)
def test_entities_that_a_feed_makes_up_are_not_expanded(tmp_path, entities):
    hostile = ATOM.replace('<?xml version="1.0"?>', f'<?xml version="1.0"?><!DOCTYPE feed [{entities}]>').replace(
        "rained", "rained &l9;"
    )
    try:
        texts = [article.text for article in _read(tmp_path, hostile).articles]
    except ReadError:
        texts = []
    for text in texts:
        assert "LAUGH" not in text
        assert "root:" not in text
        assert len(text) < 200


def test_without_the_extra_for_feeds_the_error_names_it(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "feedparser", None)
    with pytest.raises(ReadError, match=r"install newsrecon\[feeds\]"):
        _read(tmp_path, RSS)
