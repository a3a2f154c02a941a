"""Web pages, fresh and archived, with how their days were found."""

from __future__ import annotations

from datetime import date

import pytest

from newsrecon import Source, read
from newsrecon.reading import domain_of
from newsrecon.reading.addresses import unarchived

pytest.importorskip("trafilatura")

BODY = """<article><h1>Harbour bridge closed</h1>
<p>Engineers closed the harbour bridge on Tuesday after cracks were found in two of its pillars, the council said.</p>
<p>“Nobody was hurt,” said the harbour master, Ann Poe. The ferry will run twice an hour until further notice.</p>
<p>The bridge was opened in 1931 and is crossed by nine thousand cars on an ordinary working day.</p></article>"""
META = """<title>Harbour bridge closed</title><meta property="og:site_name" content="Harbour News">
<meta name="author" content="Jane Doe"><link rel="canonical" href="{url}">"""
STATED = """<meta property="article:published_time" content="2025-07-03T08:00:00Z">
<meta property="article:modified_time" content="2025-07-05T09:30:00Z">"""
URL = "https://www.harbour.example/bridge"


def _read(tmp_path, head, body=BODY, before="", **encoding):
    markup = f'<!doctype html><html lang="en"><head>{before}{head}</head><body>{body}</body></html>'
    path = tmp_path / "page.html"
    path.write_bytes(markup.encode(encoding.get("encoding", "utf-8")))
    reading = read(path)
    return reading.articles[0], reading.provenance[0], reading


def test_a_page_tells_its_title_names_days_address_and_outlet(tmp_path):
    article, provenance, _ = _read(tmp_path, META.format(url=URL) + STATED)
    assert (article.title, article.byline) == ("Harbour bridge closed", "Jane Doe")
    assert article.published == date(2025, 7, 3)
    assert (article.url, article.source) == (URL, Source("Harbour News"))
    assert provenance.updated == date(2025, 7, 5)
    assert provenance.published_by.startswith("htmldate ")
    assert provenance.published_by.endswith(": head of the page")
    assert provenance.updated_by.endswith(": head of the page")
    assert provenance.reader.startswith("trafilatura ")


def test_a_day_that_stands_in_the_body_only_is_told_from_one_that_is_stated(tmp_path):
    article, provenance, _ = _read(tmp_path, "<title>x</title>", BODY + "<footer>Printed 4 July 2025</footer>")
    assert article.published == date(2025, 7, 4)
    assert provenance.published_by.endswith(": body of the page")


def test_a_page_without_a_day_has_none(tmp_path):
    article, provenance, _ = _read(tmp_path, "<title>x</title>")
    assert (article.published, provenance.published_by) == (None, None)


def test_what_stands_beside_a_page_goes_before_what_it_tells(tmp_path):
    (tmp_path / "articles.toml").write_text('["page.html"]\npublished = 2025-07-01\n')
    article, provenance, _ = _read(tmp_path, META.format(url=URL) + STATED)
    assert (article.published, provenance.published_by) == (date(2025, 7, 1), "articles.toml")


def test_a_page_is_read_in_the_encoding_it_declares(tmp_path):
    body = BODY.replace("“Nobody was hurt,”", "„Žádné oběti,“")
    article, provenance, reading = _read(
        tmp_path, '<meta charset="windows-1250"><title>x</title>', body, encoding="cp1250"
    )
    assert "„Žádné oběti,“" in article.text
    assert provenance.encoding == "cp1250"
    assert reading.diagnostics == ()


ARCHIVED = """<script>__wm.wombat("https://www.harbour.example/bridge","20250711102030","https://web.archive.org/");</script>"""
TOOLBAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp"><p>Captured 11 July 2025. Fourteen captures of this page
have been saved between 3 July 2025 and 12 August 2025 by several collections of the archive.</p></div>
<!-- END WAYBACK TOOLBAR INSERT -->"""


def test_an_archived_page_is_that_of_its_outlet(tmp_path):
    head = META.format(url=f"https://web.archive.org/web/20250711102030/{URL}") + STATED
    article, _, _ = _read(tmp_path, head, TOOLBAR + BODY, ARCHIVED)
    assert (article.url, article.published) == (URL, date(2025, 7, 3))
    assert "captures" not in article.text


def test_an_archived_page_that_does_not_tell_its_address_has_that_which_was_archived(tmp_path):
    article, _, _ = _read(tmp_path, "<title>x</title>", TOOLBAR + BODY, ARCHIVED)
    assert article.url == URL


@pytest.mark.parametrize(
    ("url", "original"),
    [
        ("https://web.archive.org/web/20250711102030/https://daily.example/1", "https://daily.example/1"),
        ("http://web.archive.org/web/2025id_/http://daily.example/1?a=b", "http://daily.example/1?a=b"),
        ("https://archive.ph/2025.07.11-102030/https://daily.example/1", "https://daily.example/1"),
        ("https://archive.today/o/AbCd1/https://daily.example/1", "https://daily.example/1"),
        ("https://archive.ph/AbCd1", "https://archive.ph/AbCd1"),
        ("https://daily.example/web/20250711102030/https://other.example", "https://daily.example/web/20250711102030/https://other.example"),
    ],
)  # fmt: skip
def test_the_address_of_an_archived_page_is_that_of_the_page(url, original):
    assert unarchived(url) == original


def test_an_archive_is_nobodys_outlet():
    assert domain_of("https://web.archive.org/web/2025/https://news.daily.co.uk/1") == "daily.co.uk"
