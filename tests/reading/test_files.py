"""Reading files, folders and standard input as articles."""

from __future__ import annotations

import io
import json
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from newsrecon import ArticleConflictError, ReadError, Source
from newsrecon.reading import article_from, domain_of, read

SEEDS = Path(__file__).parents[2] / "seeds"
STORY = "Harbour bridge closed\n\nEngineers closed the harbour bridge on Tuesday.\n"


def ids(reading):
    return [article.id for article in reading.articles]


def put(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


# ---------------------------------------------------------------- the seeds


def test_the_seeds_are_five_articles_with_what_their_text_tells_of_them():
    reading = read(SEEDS)
    assert reading.diagnostics == ()
    assert [(one.id, one.source and one.source.name, one.published) for one in reading.articles] == [
        ("000", "Pecohub", None),
        ("001", None, None),
        ("002", None, None),
        ("003", "AsumeTech", None),
        ("004", None, date(2025, 7, 3)),
    ]
    assert [one.title is None for one in reading.articles] == [False, False, True, False, False]


def test_what_is_said_of_the_seeds_stands_in_them():
    for article in read(SEEDS).articles:
        assert article.title is None or article.text.startswith(article.title)
        assert article.source is None or article.source.name in article.text
    assert datetime.fromtimestamp(1751569992, UTC).date() == date(2025, 7, 3)
    assert "1751569992" in read(SEEDS).articles[4].text


# ---------------------------------------------------------------- text files


def test_a_text_file_is_kept_to_the_byte(tmp_path):
    text = "\tRain\r\nfell \u2028 \x00 in \U0001f327.\n\n"
    (article,) = read(put(tmp_path / "rain.txt", text)).articles
    assert article.text == text
    assert article.id == "rain"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (STORY, "Harbour bridge closed"),
        ("Storm hits Cuba, thousands flee | Cuba News\n\nIt came on Monday.", "Storm hits Cuba, thousands flee"),
        ("Engineers closed the bridge.\n\nCracks were found.", None),
        ("By Jane Doe\n\nEngineers closed the bridge.", None),
        ("Rain\n\nIt fell.", None),
        ("Harbour bridge closed", None),
        ("", None),
    ],
)
def test_the_title_is_the_first_line_where_that_is_a_headline(tmp_path, text, title):
    assert read(put(tmp_path / "a.txt", text)).articles[0].title == title


@pytest.mark.parametrize(
    ("data", "text", "warned"),
    [
        ("“Grüß”".encode(), "“Grüß”", False),
        (b"\xef\xbb\xbf" + "“Grüß”".encode(), "“Grüß”", False),
        ("“Grüß”".encode("utf-16"), "“Grüß”", False),
        (b"\xfe\xff" + "“Grüß”".encode("utf-16-be"), "“Grüß”", False),
        (b"\xff\xfe\x00\x00" + "“Grüß”".encode("utf-32-le"), "“Grüß”", False),
        ("“Grüß”".encode("cp1252"), "“Grüß”", True),
        (b"\x81 rain", "\ufffd rain", True),
    ],
)
def test_the_encoding_is_told_by_the_bytes(tmp_path, data, text, warned):
    reading = read(put(tmp_path / "a.txt", data))
    assert reading.articles[0].text == text
    assert [item.level for item in reading.diagnostics] == ["warning"] * warned


# ---------------------------------------------------------------- what is known beside the text


def test_articles_toml_tells_what_is_known_of_the_files_beside_it(tmp_path):
    put(tmp_path / "a.txt", STORY)
    put(
        tmp_path / "articles.toml",
        '["a.txt"]\nid = "1"\nsource = {name = "Harbour News", domain = "harbour.example"}\npublished = 2025-07-03\n'
        'title = "Bridge shut"\nurl = "https://harbour.example/1"\nstory = "bridge"\nmood = "grey"\n',
    )
    (article,) = read(tmp_path).articles
    assert article.id == "1"
    assert article.source == Source("Harbour News", domain="harbour.example")
    assert article.published == date(2025, 7, 3)
    assert (article.title, article.url, article.story) == ("Bridge shut", "https://harbour.example/1", "bridge")


def test_a_broken_articles_toml_costs_what_it_tells_and_is_reported_with_its_place(tmp_path):
    put(tmp_path / "a.txt", STORY)
    put(tmp_path / "articles.toml", '["a.txt"]\nid = \n')
    reading = read(tmp_path)
    assert ids(reading) == ["a"]
    assert [item.level for item in reading.diagnostics] == ["error"]
    assert "articles.toml, line 2, column 6: not valid TOML" in reading.diagnostics[0].message


def test_an_entry_of_a_wrong_type_costs_that_article(tmp_path):
    put(tmp_path / "a.txt", STORY)
    put(tmp_path / "b.txt", STORY)
    put(tmp_path / "c.txt", STORY)
    put(tmp_path / "articles.toml", '"a.txt" = 5\n["b.txt"]\npublished = 17:30:00\n')
    reading = read(tmp_path)
    assert ids(reading) == ["c"]
    assert [item.message.partition(": ")[2] for item in reading.diagnostics] == [
        "the entry for 'a.txt' is a table, not 5",
        "published is a date, a date-time or ISO text, not datetime.time(17, 30)",
    ]


# ---------------------------------------------------------------- JSON


def test_a_json_file_holds_one_article_named_after_it_or_a_list(tmp_path):
    put(tmp_path / "one.json", json.dumps({"text": "It rained."}))
    put(tmp_path / "two.json", json.dumps([{"text": "It rained.", "id": "x"}, {"text": "It snowed."}]))
    one, x, other = read(tmp_path).articles
    assert (one.id, x.id) == ("one", "x")
    assert len(other.id) == 20


def test_json_lines_hold_one_article_a_line(tmp_path):
    path = put(tmp_path / "a.jsonl", '{"id": "1", "text": "It rained."}\r\n\n{"id": 2, "text": "a\\ud800b\\u2028"}\n')
    one, two = read(path).articles
    assert (one.id, two.id) == ("1", "2")
    assert two.text == "a\ud800b\u2028"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"source": "The Daily"}, Source("The Daily")),
        ({"source": {"name": "The Daily", "domain": "daily.example"}}, Source("The Daily", domain="daily.example")),
        ({"source": {"domain": "daily.example"}}, Source("daily.example", domain="daily.example")),
        ({"source": "The Daily", "url": "https://news.daily.co.uk/1"}, Source("The Daily")),
        ({"url": "https://news.daily.co.uk/1"}, Source("daily.co.uk", domain="daily.co.uk")),
        ({"url": "not a url"}, None),
        ({"source": ""}, None),
        ({}, None),
    ],
)
def test_the_source_is_the_name_given_else_the_domain_of_the_url(data, expected):
    assert article_from({"text": "It rained.", **data}).source == expected


def test_keys_that_are_not_known_and_values_that_are_null_are_passed_over():
    article = article_from({"text": "It rained.", "mood": "grey", "title": None, "published": None, "source": None})
    assert (article.title, article.published, article.source) == (None, None, None)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (5, "an article is an object with a text, not 5"),
        ({}, "an article has a text; this one has only nothing"),
        ({"id": "1", "body": "x"}, "an article has a text; this one has only 'id', 'body'"),
        ({"text": None}, "the text of an article is a string, not null"),
        ({"text": ["x"]}, 'the text of an article is a string, not ["x"]'),
        ({"text": "x", "id": True}, "the id of an article is a string, not true"),
        ({"text": "x", "title": 5}, "the title of an article is a string, not 5"),
        ({"text": "x", "url": {}}, "the url of an article is a string, not {}"),
        ({"text": "x", "source": 5}, "the source of an article is a name or an object with a name and a domain, not 5"),
        (
            {"text": "x", "source": {}},
            "the source of an article is a name or an object with a name and a domain, not {}",
        ),
        (
            {"text": "x", "published": "July 3"},
            "published is an ISO date or date-time such as '2025-07-03', not 'July 3'",
        ),
        ({"text": "x", "published": 5}, "published is a date, a date-time or ISO text, not 5"),
    ],
)
def test_what_is_no_article_is_told_in_one_sentence(data, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        article_from(data)


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://edition.cnn.com/a", "cnn.com"),
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("http://localhost/", None),
        ("http://[broken", None),
        ("nothing", None),
    ],
)
def test_a_registrable_domain_is_what_someone_registered(url, domain):
    assert domain_of(url) == domain


# ---------------------------------------------------------------- web pages

PAGE = """<!doctype html><html lang="en"><head><title>Harbour bridge closed</title>
<meta property="og:site_name" content="Harbour News"><meta property="article:published_time" content="2025-07-03T08:00:00Z">
<link rel="canonical" href="https://www.harbour.example/bridge"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Harbour bridge closed</h1>
<p>Engineers closed the harbour bridge on Tuesday after cracks were found in two of its pillars, the council said.</p>
<p>“Nobody was hurt,” said the harbour master, Ann Poe. The ferry will run twice an hour until further notice.</p>
<p>The bridge was opened in 1931 and is crossed by nine thousand cars on an ordinary working day.</p></article>
<footer>All rights reserved</footer></body></html>"""


def test_a_web_page_gives_its_text_title_date_and_outlet(tmp_path):
    pytest.importorskip("trafilatura")
    (article,) = read(put(tmp_path / "page.html", PAGE)).articles
    assert "“Nobody was hurt,” said the harbour master" in article.text
    assert article.title == "Harbour bridge closed"
    assert article.published == date(2025, 7, 3)
    assert article.source == Source("Harbour News")
    assert article.url == "https://www.harbour.example/bridge"


def test_a_web_page_without_an_article_is_an_error(tmp_path):
    pytest.importorskip("trafilatura")
    with pytest.raises(ReadError, match="no article text is found in this web page"):
        read(put(tmp_path / "page.html", ""))


def test_without_the_extra_for_web_pages_the_error_names_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ReadError, match=r"install newsrecon\[html\]"):
        read(put(tmp_path / "page.html", PAGE))


# ---------------------------------------------------------------- folders, names, standard input


def test_folders_are_read_to_the_bottom_in_the_order_of_names(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "notes.md"):
        put(tmp_path / name, f"{STORY}{name}")
    assert ids(read(tmp_path)) == ["a", "b", "c"]


def test_a_file_that_is_named_twice_is_one_article(tmp_path):
    path = put(tmp_path / "a.txt", STORY)
    assert ids(read([tmp_path, path])) == ["a"]


def test_files_with_one_stem_are_named_by_their_paths(tmp_path):
    one, two = put(tmp_path / "x" / "a.txt", STORY), put(tmp_path / "y" / "a.txt", STORY + "More.")
    assert ids(read([one, two])) == [one.as_posix(), two.as_posix()]


def test_an_id_that_is_given_is_not_taken_by_the_name_of_a_file(tmp_path):
    path = put(tmp_path / "a.txt", STORY)
    put(tmp_path / "b.jsonl", '{"id": "a", "text": "It rained."}')
    assert sorted(ids(read(tmp_path))) == sorted([path.as_posix(), "a"])


def test_one_article_given_twice_is_kept_once(tmp_path):
    path = put(tmp_path / "a.jsonl", '{"id": "1", "text": "It rained."}\n' * 2)
    assert ids(read(path)) == ["1"]


def test_two_different_articles_with_one_id_are_refused(tmp_path):
    path = put(tmp_path / "a.jsonl", '{"id": "1", "text": "It rained."}\n{"id": "1", "text": "It snowed."}\n')
    with pytest.raises(ArticleConflictError) as caught:
        read(path)
    assert caught.value.article == "1"


def test_a_dash_reads_json_lines_or_a_list_from_standard_input(monkeypatch):
    for given in ('{"id": "1", "text": "It rained."}\n', '[{"id": "1", "text": "It rained."}]', "\n"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        assert ids(read("-")) == (["1"] if given.strip() else [])
