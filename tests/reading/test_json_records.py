"""Records as other libraries and services write them, known by their keys."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from newsrecon import Source, read
from newsrecon.reading import article_from

NEWS_PLEASE = {
    "authors": ["Jane Doe", "John Roe"], "date_download": "2025-07-05 10:00:00", "date_modify": None,
    "date_publish": "2025-07-03 08:00:00", "description": "Short.", "filename": "x.json", "language": "en",
    "maintext": "It rained.", "source_domain": "www.daily.co.uk", "title": "Rain", "url": "https://www.daily.co.uk/rain",
}  # fmt: skip
NEWSPAPER = {
    "url": "https://www.daily.co.uk/rain", "title": "Rain", "text": "It rained.", "authors": ["Jane Doe"],
    "publish_date": "2025-07-03T08:00:00+00:00", "meta_site_name": "The Daily", "top_image": "", "keywords": [],
}  # fmt: skip
NEWS_API = {
    "source": {"id": None, "name": "The Daily"}, "author": "Jane Doe", "title": "Rain", "description": "Short.",
    "url": "https://www.daily.co.uk/rain", "urlToImage": None, "publishedAt": "2025-07-03T08:00:00Z", "content": "It rained.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("record", "source", "byline", "published"),
    [
        (NEWS_PLEASE, Source("daily.co.uk", domain="daily.co.uk"), "Jane Doe, John Roe", datetime(2025, 7, 3, 8)),
        (NEWSPAPER, Source("The Daily"), "Jane Doe", datetime(2025, 7, 3, 8, tzinfo=UTC)),
        (NEWS_API, Source("The Daily"), "Jane Doe", datetime(2025, 7, 3, 8, tzinfo=UTC)),
    ],
    ids=["news-please", "newspaper", "NewsAPI"],
)
def test_a_record_of_others_is_an_article(record, source, byline, published):
    article = article_from(record)
    assert (article.text, article.title, article.url) == ("It rained.", "Rain", "https://www.daily.co.uk/rain")
    assert (article.source, article.byline, article.published) == (source, byline, published)


@pytest.mark.parametrize(
    ("record", "changes"),
    [
        (NEWS_PLEASE, {"authors": None, "date_publish": None, "source_domain": None, "title": None}),
        (NEWSPAPER, {"authors": [], "publish_date": "", "meta_site_name": "", "title": ""}),
        (NEWS_API, {"author": None, "publishedAt": None, "source": {"id": None, "name": None}, "title": None}),
    ],
    ids=["news-please", "newspaper", "NewsAPI"],
)
def test_what_a_record_leaves_empty_is_empty_and_its_address_names_the_source(record, changes):
    article = article_from({**record, **changes})
    assert (article.byline, article.published, article.title) == (None, None, None)
    assert article.source == Source("daily.co.uk", domain="daily.co.uk")


def test_a_response_is_the_list_of_its_articles(tmp_path):
    path = tmp_path / "response.json"
    path.write_text(
        json.dumps({"status": "ok", "totalResults": 2, "articles": [NEWS_API, {**NEWS_API, "content": "It snowed."}]})
    )
    reading = read(path)
    assert [article.text for article in reading.articles] == ["It rained.", "It snowed."]
    assert {one.published_by for one in reading.provenance} == {"key 'publishedAt'"}


def test_a_text_that_was_cut_is_kept_and_told(tmp_path):
    path = tmp_path / "one.json"
    path.write_text(json.dumps({**NEWS_API, "content": "It rained on… [+2345 chars]"}))
    reading = read(path)
    assert reading.articles[0].text == "It rained on… [+2345 chars]"
    assert [item.message for item in reading.diagnostics] == [f"{path}: the text of 'Rain' is its beginning only"]


def test_a_record_without_its_text_is_an_error_that_says_so():
    with pytest.raises(ValueError, match="an article has a text; this one has only"):
        article_from({**NEWS_API, "content": None})


def test_our_own_records_are_read_as_ours():
    article = article_from({"text": "It rained.", "byline": "Jane Doe", "published": "2025-07-03", "content": "x"})
    assert (article.text, article.byline, article.published) == ("It rained.", "Jane Doe", date(2025, 7, 3))
