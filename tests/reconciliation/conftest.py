"""What the tests of reconciliation share: claims said by a source in a word, and a story reconciled from them."""

from __future__ import annotations

from types import ModuleType

import pytest

from newsrecon import Article, Claim, Extraction, Matcher, hookimpl, reconcile, relate_intervals
from newsrecon.records import record


def _says(source, value, words="a sentence", *, subject="the thing", kind="toll", article=None):
    """A claim that rests on the whole text of an article of its own; a value of two numbers is an interval."""
    if isinstance(value, tuple):
        value = {"low": value[0], "high": value[1]}
    told = Article(words, id=article or source, source=source)
    return Claim(kind, subject, value, told.mention(0, len(words)))


def _reconciled(claims, matcher=None, articles=()):
    """What some claims come to under one matcher; numbers are compared as intervals without one."""
    plugin = ModuleType("planted")
    chosen = matcher or Matcher("toll", relate=relate_intervals("low", "high"))
    plugin.register_matchers = hookimpl(lambda: [chosen])
    return reconcile(Extraction(claims, records=[record(article) for article in articles]), plugins=[plugin])


def _of_whole_articles(matcher):
    """A plugin that takes each article for one claim, of kind `sinking`, about a ferry."""
    plugin = ModuleType("whole_articles")
    plugin.extract_claims = hookimpl(
        lambda article: [Claim("sinking", "the ferry", {"text": article.text}, article.mention(0, len(article.text)))]
    )
    plugin.register_matchers = hookimpl(lambda: [matcher])
    return plugin


@pytest.fixture
def of_whole_articles():
    return _of_whole_articles


@pytest.fixture
def says():
    return _says


@pytest.fixture
def reconciled():
    return _reconciled
