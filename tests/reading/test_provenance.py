"""How each article was read is recorded; and nothing is ever fetched."""

from __future__ import annotations

import hashlib
import json
import socket
from importlib.metadata import version

import pytest

from newsrecon import extract, read

PAGE = """<html><head><title>http://daily.example/</title><link rel="canonical" href="https://daily.example/1">
<link rel="stylesheet" href="https://daily.example/a.css"></head><body><article><p>Engineers closed the harbour bridge on
Tuesday after cracks were found in two of its pillars, the council of the town said in a letter.</p>
<img src="https://daily.example/a.png"></article></body></html>"""
FEED = """<!DOCTYPE feed SYSTEM "http://daily.example/feed.dtd"><feed xmlns="http://www.w3.org/2005/Atom"><title>D</title>
<entry><id>1</id><content type="html">&lt;p&gt;It rained &lt;img src="http://daily.example/i.png"&gt;.&lt;/p&gt;</content></entry></feed>"""


def _folder(path):
    (path / "a.txt").write_bytes("Grüße\u2028 aus \U0001f327".encode("cp1252", "ignore"))
    (path / "b.html").write_text(PAGE, "utf-8")
    (path / "c.json").write_text(json.dumps({"text": "It \ud800 rained.", "url": "https://www.daily.co.uk/1"}))
    (path / "d.jsonl").write_text(json.dumps({"text": "It snowed.", "published": "2025-07-03"}) + "\n")
    (path / "e.xml").write_text(FEED, "utf-8")
    (path / "f.txt").write_text("http://daily.example/\n")
    (path / "g.xml").write_text("http://daily.example/feed.xml")
    return path


@pytest.fixture
def reading(tmp_path, monkeypatch):
    """Everything that can be read, read where a socket cannot be opened."""
    pytest.importorskip("trafilatura")
    pytest.importorskip("feedparser")

    def no_network(*_, **__):
        raise AssertionError("something reaches for the network")

    monkeypatch.setattr(socket, "socket", no_network)
    monkeypatch.setattr(socket, "create_connection", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    return read(_folder(tmp_path))


def test_nothing_is_fetched(reading):
    assert len(reading.articles) == 6
    extract(reading.articles)


def test_each_article_has_its_provenance_with_the_digest_of_the_text_that_is_kept(reading):
    assert [one.article for one in reading.provenance] == [article.id for article in reading.articles]
    for article, one in zip(reading.articles, reading.provenance, strict=True):
        assert one.digest == hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    records = {record.id: record.digest for record in extract(reading.articles).records}
    assert records == {one.article: one.digest for one in reading.provenance}


def test_the_reader_is_recorded_with_its_version(reading):
    readers = {one.path.rpartition("/")[2]: one.reader for one in reading.provenance}
    ours, pages = f"newsrecon {version('newsrecon')}", f"trafilatura {version('trafilatura')}"
    assert readers == {
        "a.txt": ours, "b.html": pages, "c.json": ours, "d.jsonl": ours, "f.txt": ours,
        "e.xml": f"feedparser {version('feedparser')}, {pages}",
    }  # fmt: skip


def test_encodings_and_the_ways_of_days_are_recorded(reading):
    told = {one.path.rpartition("/")[2]: (one.encoding, one.published_by) for one in reading.provenance}
    assert told["a.txt"] == ("cp1252", None)
    assert told["d.jsonl"] == ("utf-8", "key 'published'")


def test_one_bad_file_costs_itself(reading):
    errors = [item.message for item in reading.diagnostics if item.level == "error"]
    assert [message.partition(": ")[2] for message in errors] == ["this is no RSS or Atom feed"]
