"""Our own extractors and matchers keep what the testing kit asks of anyone's."""

from __future__ import annotations

import functools

import pytest

from newsrecon import Article, Context, extract, load_plugins
from newsrecon.extractors import aliases, attitudes, dates, descriptions, quotes, statements
from newsrecon.testing import PROMISES, check_extractor, check_matcher
from newsrecon.testing.strategies import SENTENCES, TELLINGS

EXTRACTORS = (aliases, attitudes, dates, descriptions, quotes, statements)
TOLD = tuple(sentence for telling in TELLINGS for sentence in telling)
OWN = (
    "Villagers feared the flood. Maria Lopez wants the bridge rebuilt.",
    "Norway's ambassador left. The ministry and the Danish government said nothing.",
)
"""Sentences in which attitudes and descriptions are found."""
EXAMPLES = (*SENTENCES, *TOLD, *OWN)


@functools.cache
def _installed():
    return load_plugins(list(EXTRACTORS), entry_points=False, strict=True)


def _beside(plugin):
    return [one for one in EXTRACTORS if one is not plugin]


EXTRACTOR = pytest.mark.parametrize("plugin", EXTRACTORS, ids=lambda plugin: plugin.__name__.rpartition(".")[2])


@EXTRACTOR
def test_every_extractor_finds_something_of_its_kinds(plugin):
    found = {
        claim.extractor for claim in extract([Article(text) for text in EXAMPLES], plugins=[plugin, *_beside(plugin)])
    }
    assert plugin.__name__.rpartition(".")[2] in found


def test_all_extractors_together_keep_their_promises():
    check_extractor(
        EXTRACTORS[0], examples=EXAMPLES, beside=EXTRACTORS[1:], max_texts=400, only=set(PROMISES) - {"linear time"}
    )


@EXTRACTOR
def test_every_extractor_takes_time_as_the_text_is_long(plugin):
    check_extractor(plugin, examples=EXAMPLES, only=["linear time"])


@pytest.mark.parametrize("kind", ["date", "quote", "statement"])
@pytest.mark.parametrize("published", [None, "2025-07-04"], ids=["undated", "dated"])
def test_every_matcher_keeps_its_laws(kind, published):
    articles = [Article(text, id=f"a{place}", published=published) for place, text in enumerate((*TOLD, *SENTENCES))]
    claims = [claim for claim in extract(articles, plugins=_installed()) if claim.kind == kind]
    assert len(claims) > 5
    days = {article.id: article.published_day for article in articles}
    matcher = _installed().matchers([])[kind]
    check_matcher(matcher, claims, context=Context(anchor=days.get))
