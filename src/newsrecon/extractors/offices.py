"""Offices that are named for themselves: *nominated as Surgeon General*, *the U.S. Attorney General*.

Such a phrase stands for whoever holds the office, or for the office. Only public ones are read, written large, where no name
stands beside them that they could be a title of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from newsrecon import gazetteer
from newsrecon.model import Article
from newsrecon.roles import country_of
from newsrecon.span import Span

__all__ = ["offices"]

NameAt = Callable[[int], "tuple[Span, str] | None"]
"""The name that covers a place, with its type."""


@cache
def _office() -> re.Pattern[str]:
    """*Surgeon General*, *Deputy Foreign Minister*: a listed office of several words, or modifiers and a public office."""
    titles = gazetteer.titles()
    listed = "|".join(re.escape(post.title().replace(" Of ", " of ")) for post in sorted(titles.posts, reverse=True))
    modifier = "|".join(sorted((word.capitalize() for word in titles.modifiers - titles.passing), reverse=True))
    head = "|".join(sorted((word.capitalize() for word in titles.public), reverse=True))
    # The capital is asked for by itself: nearly everywhere it is missing, and then nothing else is looked at.
    return re.compile(
        rf"(?=[A-Z])(?<![\w'’.-])(?:(?:(?:{modifier})\s){{1,3}}(?:{head})|(?:(?:{modifier})\s)?(?:{listed}))(?![\w-])"
    )


@cache
def _needed() -> frozenset[str]:
    """The words that a sentence with an office has one of."""
    titles = gazetteer.titles()
    return frozenset(re.findall(r"[^\W_]+", office)[-1] for office in titles.posts | titles.public)


_GAP = re.compile(r"[,:]?\s")
_BEHIND = re.compile(r"\s(?:of|to)\s(?:the\s)?")
_OWN = re.compile(r"(?:['’]s?)?\s$")


def offices(article: Article, name_at: NameAt) -> Iterator[Span]:
    """Where offices are named that are nobody's title, each with the country in front or behind."""
    text = article.text
    for match in _named(article):
        start, end = match.span()
        if name_at(start) is not None:
            continue
        gap = _GAP.match(text, end)
        beside = name_at(gap.end()) if gap else None
        if beside is not None and beside[1] == "person":
            continue
        own = _OWN.search(text, max(0, start - 3), start)
        owner = name_at(own.start() - 1) if own and own.start() else None
        behind = _BEHIND.match(text, end)
        seat = name_at(behind.end()) if behind else None
        if own and owner and owner[0].end == own.start() and country_of(owner[0].of(text)):
            start = owner[0].start
        elif behind and seat and seat[0].start == behind.end() and country_of(seat[0].of(text)):
            end = seat[0].end
        yield Span(start, end)


def _named(article: Article) -> Iterator[re.Match[str]]:
    for sentence, words in zip(article.sentences, article.sentence_words, strict=True):
        if not _needed().isdisjoint(words):
            yield from _office().finditer(article.text, sentence.start, sentence.end)
