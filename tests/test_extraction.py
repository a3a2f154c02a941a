"""Reading claims out of articles: what comes out, whatever order and however often they are given."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from newsrecon import Article, ArticleConflictError, Claim, Extraction, extract, hookimpl, load_plugins

SEEDS = [Article(path.read_text("utf-8"), id=path.stem) for path in sorted(Path("seeds").glob("*.txt"))]


def _words(article):
    start = 0
    for word in article.text.split():
        start = article.text.index(word, start)
        yield Claim("word", "", {}, article.mention(start, start + len(word)))
        start += len(word)


WORDS = ModuleType("words")
WORDS.extract_claims = hookimpl(lambda article: _words(article))
RAIN, SNOW = Article("Rain fell.", id="rain"), Article("Snow fell.", id="snow")


def _texts(extraction):
    return [claim.mention.text for claim in extraction]


@pytest.mark.parametrize("given", [[RAIN, SNOW], (SNOW, RAIN), iter([RAIN, SNOW]), [SNOW, RAIN, SNOW]])
def test_articles_are_a_set(given):
    found = extract(given, plugins=[WORDS])
    assert _texts(found) == ["Rain", "fell.", "Snow", "fell."]
    assert [record.id for record in found.records] == ["rain", "snow"]


def test_one_article_may_be_given_by_itself():
    assert extract(RAIN, plugins=[WORDS]) == extract([RAIN], plugins=[WORDS])


def test_no_articles_are_the_empty_extraction():
    assert extract([], plugins=[WORDS]) == Extraction()


def test_an_article_without_claims_is_still_on_record():
    found = extract(Article("", id="empty"), plugins=[WORDS])
    assert (len(found), [record.id for record in found.records]) == (0, ["empty"])


def test_two_different_articles_under_one_id_are_an_error():
    with pytest.raises(ArticleConflictError, match="'rain'"):
        extract([RAIN, Article("Rain stopped.", id="rain")], plugins=[WORDS])


def test_reading_one_by_one_is_reading_together():
    apart = extract(RAIN, plugins=[WORDS]) | extract(SNOW, plugins=[WORDS])
    assert apart == extract([RAIN, SNOW], plugins=[WORDS])


def test_progress_is_told_each_article_once_it_is_read():
    seen = []
    extract([RAIN, SNOW], plugins=[WORDS], progress=seen.append)
    assert seen == [RAIN, SNOW]


def test_given_plugins_take_the_place_of_the_installed_ones():
    assert {claim.extractor for claim in extract(SEEDS[0], plugins=[WORDS])} == {"words"}
    assert len(extract(SEEDS[0], plugins=[])) == 0


def test_strictness_can_be_asked_of_loaded_plugins():
    broken = ModuleType("broken")
    broken.extract_claims = hookimpl(lambda article: 1 // 0)
    plugins = load_plugins([broken], entry_points=False)
    assert len(extract(RAIN, plugins=plugins).diagnostics) == 1
    with pytest.raises(ZeroDivisionError):
        extract(RAIN, plugins=plugins, strict=True)


def test_all_built_in_extractors_find_something_in_the_seeds_and_nothing_goes_wrong():
    found = extract(SEEDS, strict=True)
    assert {claim.kind for claim in found} >= {"alias", "date", "quote", "statement"}
    assert [diagnostic for diagnostic in found.diagnostics if diagnostic.level != "info"] == []


def test_every_mention_is_what_stands_at_its_place():
    texts = {article.id: article.text for article in SEEDS}
    for claim in extract(SEEDS):
        assert claim.mention.span.of(texts[claim.mention.article]) == claim.mention.text


@pytest.mark.parametrize(
    "words", ["Share This Article", "Also Read", "Kim Jong Un", "Neo-Nazism", "Leave a Comment", "3 Min Read"]
)
def test_boilerplate_of_the_seeds_yields_no_claim(words):
    assert not [claim for claim in extract(SEEDS) if words in claim.mention.text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "\x00\x01\x02\xff" * 50,
        "lone \ud800 surrogate said on Monday \udfff.",
        "\u202eyadnoM no dias\u202c \u200b\ufeff",
        "On Monday\r\nhe said \u201cyes\r\n\r\nno\u201d.\rThen",
        "\u201c" * 300,
        "On 3 July 2025, " * 200,
    ],
    ids=["empty", "one", "binary", "surrogates", "bidi", "line ends", "marks", "repeated"],
)
def test_any_text_whatever_is_read_without_failure(text):
    found = extract(Article(text, id="a"), strict=True)
    assert all(claim.mention.span.of(text) == claim.mention.text for claim in found)


@pytest.mark.parametrize("given", ["seeds", ["It rained on Monday."], [None]])
def test_what_is_no_article_is_told_with_what_makes_one(given):
    with pytest.raises(TypeError, match=r"an Article, as Article\(text\) makes one, not "):
        extract(given)


def test_a_plugin_without_a_hook_is_told_of():
    class Forgetful:
        def extract_claims(self, article):
            return []

    (told,) = extract(Article("It rained.", id="1"), plugins=[Forgetful()]).diagnostics
    assert told.level == "warning"
    assert told.plugin == "Forgetful"
    assert "implements no hook" in told.message
