"""Our own extractors and matchers keep what the testing kit asks of anyone's."""

from __future__ import annotations

import functools

import pytest

from newsrecon import Article, Context, extract, load_plugins
from newsrecon.extractors import aliases, dates, quotes, statements
from newsrecon.testing import PROMISES, check_extractor, check_matcher
from newsrecon.testing.strategies import SENTENCES, TELLINGS

EXTRACTORS = (aliases, dates, quotes, statements)
TOLD = tuple(sentence for telling in TELLINGS for sentence in telling)


@functools.cache
def _installed():
    return load_plugins(list(EXTRACTORS), entry_points=False, strict=True)


@pytest.mark.parametrize("plugin", EXTRACTORS, ids=lambda plugin: plugin.__name__.rpartition(".")[2])
def test_every_extractor_keeps_its_promises(plugin):
    beside = [one for one in EXTRACTORS if one is not plugin]
    check_extractor(plugin, examples=(*SENTENCES, *TOLD), beside=beside, only=set(PROMISES) - {"linear time"})


@pytest.mark.parametrize("plugin", EXTRACTORS, ids=lambda plugin: plugin.__name__.rpartition(".")[2])
def test_every_extractor_takes_time_as_the_text_is_long(plugin):
    check_extractor(plugin, examples=(*SENTENCES, *TOLD), only=["linear time"])


@pytest.mark.parametrize("kind", ["date", "quote", "statement"])
@pytest.mark.parametrize("published", [None, "2025-07-04"], ids=["undated", "dated"])
def test_every_matcher_keeps_its_laws(kind, published):
    articles = [Article(text, id=f"a{place}", published=published) for place, text in enumerate((*TOLD, *SENTENCES))]
    claims = [claim for claim in extract(articles, plugins=_installed()) if claim.kind == kind]
    assert len(claims) > 5
    days = {article.id: article.published_day for article in articles}
    matcher = _installed().matchers([])[kind]
    check_matcher(matcher, claims, context=Context(anchor=days.get))
