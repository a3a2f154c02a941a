"""The page: complete in itself, safe with any text, its links leading somewhere."""

from __future__ import annotations

import re
from datetime import date

import pytest
from click.testing import CliRunner

from newsrecon import Article, Claim, Extraction, Reconciliation, extract, read, reconcile, render_html
from newsrecon.cli import command
from newsrecon.records import record
from newsrecon.report.characters import isolated, shown
from newsrecon.report.rewording import compared
from newsrecon.report.words import opened
from newsrecon.timex.readable import days_in_words

HOSTILE = "</script><img src=x onerror=alert(1)></style>\u202etwelve\u200b died\x00 \ud800 on 3 May 2025."


def page(*articles):
    return render_html(reconcile(articles), articles)


@pytest.fixture(scope="module")
def seeds():
    articles = read(["seeds"]).articles
    return render_html(reconcile(articles), articles)


def test_nothing_on_the_page_could_ask_for_anything(seeds):
    assert "default-src 'none'" in seeds
    assert not re.search(r"<(script|link|img|iframe|object)\b|\bsrc=|@import|url\(", seeds)
    assert not re.search(r'\s(style|on\w+)="', seeds)


def test_every_link_on_the_page_leads_to_one_place(seeds):
    ids = re.findall(r'\sid="?([\w-]+)', seeds)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="?#([\w-]+)', seeds)) <= set(ids)


def test_the_same_articles_in_any_order_make_the_same_page(seeds):
    articles = read(["seeds"]).articles
    assert render_html(reconcile(articles[::-1]), articles[::-1]) == seeds


def test_hostile_text_stays_text_and_hides_nothing():
    html = page(Article(HOSTILE, id=HOSTILE, source=HOSTILE, title=HOSTILE, url="javascript:alert(1)"))
    html.encode("utf-8")
    assert "<img" not in html
    assert "</style>" in html
    assert html.count("</style>") == 1
    assert not set("\u202e\u200b\x00\ud800") & set(html)
    assert "U+202E" in html
    assert "javascript:" not in html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a\u202eb", 'a<span class="nr-char" title="RIGHT-TO-LEFT OVERRIDE">U+202E</span>b'),
        ("a\u200db", 'a<span class="nr-char" title="ZERO WIDTH JOINER">U+200D</span>b'),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("<&>", "&lt;&amp;&gt;"),
    ],
)
def test_hidden_characters_are_tokens_except_where_a_script_needs_them(text, expected):
    assert shown(text) == expected


def test_a_name_in_a_script_from_right_to_left_is_isolated():
    assert isolated("الجزيرة") == "<bdi>الجزيرة</bdi>"
    assert 'dir="auto"' in page(Article("قال الوزير إن الاجتماع عقد.", id="1", source="الجزيرة"))


@pytest.mark.parametrize("articles", [(), (Article("", id="1"),), (Article("Rain.", id="1", source="The Daily"),)])
def test_few_articles_and_no_claims_make_a_page_too(articles):
    assert page(*articles).endswith("</html>")


def test_a_reconciliation_without_its_texts_shows_mentions_alone():
    articles = [
        Article("The ferry sank off the northern coast on 3 May 2025.", id="1", source="A"),
        Article("The ferry sank off the northern coast on 4 May 2025.", id="2", source="B"),
    ]
    html = render_html(reconcile(articles))
    assert 'id="texts"' not in html
    assert "<mark>The ferry sank off the northern coast on 3 May 2025.</mark>" in html


def test_of_ten_thousand_claims_each_is_underlined_and_a_bearable_number_listed():
    text = "x " * 10_000
    article = Article(text, id="1", source="The Daily")
    claims = [Claim("odd", f"s{n}", {"n": n}, article.mention(2 * n, 2 * n + 1)) for n in range(10_000)]
    html = render_html(reconcile(Extraction(claims, records=[record(article)])), [article])
    listed = html.count("<li id=")
    assert listed >= 1000
    assert len(re.findall(r"<u>x</u>|<a id=\S+ href=#k\d+>x</a>", html)) == 10_000
    assert f"{10_000 - listed} more are dotted in" in html


def test_what_was_cut_and_what_came_in_its_place_is_told_word_by_word():
    pieces = compared("This courageous decision will be an example", "This brave decision will be")
    assert [(piece.sort, piece.text) for piece in pieces or ()] == [
        ("kept", "This "),
        ("cut", "courageous"),
        ("added", "brave "),
        ("kept", "decision will be"),
        ("cut", "an example"),
    ]
    assert compared("one two three four", "five six seven") is None
    assert compared("the council will repair the bridge in May", "a bridge the mayor will never love") is None


def test_articles_claims_and_clusters_show_themselves_in_notebooks():
    article = Article("The <b>ferry</b> sank on 3 May 2025.", id="1", source="The Daily")
    made = reconcile([article])
    for value in (article, extract([article]).claims[0], made.clusters[0], made):
        html = value._repr_html_()
        assert 'class="newsrecon' in html
        assert "<b>ferry" not in html


@pytest.mark.parametrize(
    ("clause", "title"),
    [
        ("that it had accepted the letter,", "It had accepted the letter"),
        ("which seized the port in 2021", "Seized the port in 2021"),
        ("and left the city.", "Left the city"),
        ("when the bridge fell", "The bridge fell"),
        ("when the bridge fell, two drivers braked", "When the bridge fell, two drivers braked"),
        ("if the bridge falls", "If the bridge falls"),
        ("since May it is closed", "Since May it is closed"),
        ("That bridge is closed", "That bridge is closed"),
        ("iPhones were sold", "iPhones were sold"),
        ("that", "That"),
        ("", ""),
    ],
)
def test_a_title_is_no_half_of_a_sentence(clause, title):
    assert opened(clause) == title


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-07-03", "2025-07-03", "3 July 2025"),
        ("2025-04-01", "2025-04-30", "April 2025"),
        ("2024-02-01", "2024-02-28", "1 to 28 February 2024"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("1980-01-01", "1989-12-31", "1980 to 1989"),
        ("2025-06-28", "2025-07-04", "28 June to 4 July 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025"),
        ("9999-12-31", "9999-12-31", "31 December 9999"),
        ("9999-12-01", "9999-12-31", "December 9999"),
    ],
)
def test_days_are_told_as_readers_write_them(first, last, words):
    assert days_in_words(date.fromisoformat(first), date.fromisoformat(last)) == words


# ---------------------------------------------------------------- the command


def run(*arguments):
    return CliRunner().invoke(command, ["report", "-q", *map(str, arguments)])


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "a name\nof two lines.txt"
    path.write_text("It sank on 3 May 2025.")
    return path


def test_a_page_is_written_over_only_with_force(story, tmp_path):
    target = tmp_path / "report.html"
    assert run(story, "-o", target).exit_code == 0
    target.write_text("mine")
    refused = run(story, "-o", target)
    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert target.read_text() == "mine"
    assert run(story, "-o", target, "--force").exit_code == 0
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(("number", "words"), [(13, "Permission denied"), (28, "No space left on device")])
def test_a_folder_or_disk_that_takes_nothing_leaves_nothing_behind(story, tmp_path, monkeypatch, number, words):
    def fail(*_, **__):
        raise OSError(number, words)

    monkeypatch.setattr("tempfile.mkstemp" if number == 13 else "os.replace", fail)
    target = tmp_path / "report.html"
    result = run(story, "-o", target)
    assert (result.exit_code, result.stderr) == (2, f"error: {target}: {words}\n")
    assert list(tmp_path.iterdir()) == [story]


def test_the_title_can_be_given(story, tmp_path):
    target = tmp_path / "report.html"
    run(story, "-o", target, "--title", "The <ferry>")
    assert "<title>The &lt;ferry&gt;</title>" in target.read_text("utf-8")
    assert isinstance(reconcile([]), Reconciliation)


def test_of_a_line_without_end_each_claim_shows_what_stands_near():
    def length(days):
        article = Article("On Monday, " * days + "it sank on 3 July 2025.", id="a", published="2025-07-04")
        return len(render_html(reconcile(article), [article]))

    # Each claim with its whole line would make a page of four times the size of one half as long.
    assert length(1200) < 2.5 * length(600)
