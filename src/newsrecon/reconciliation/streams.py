"""A stream of articles sorted into stories: *5 hurt as patron fires back in club*, *14-year term for shootout at seniors' club*.

Theory of operation. An article is a vector of the content words of its title and the first part of its body, each weighted by
how often it is used there (its logarithm) and by how few articles have it (tf-idf, Spärck Jones 1972). Names weigh more than
words, since they are what a follow-up shares with the first report, and words of the title more than those below. Two articles
are as alike as the cosine of their vectors, damped by the days between them: news of one event comes in days, and what comes
months later must have the more in common. Articles meet only in blocks, by one of their weightiest words, and groups grow by the
average linkage of `newsrecon.reconciliation.clustering`, so that no chain of similar events joins strangers.

Nothing here looks at claims: a stream is sorted before it is read closely. The same articles make the same stories in whatever
order they come; another article may change the weight of a word, and so which of them belong together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import exp, log

from attrs import evolve, field, frozen

from newsrecon.errors import ArticleConflictError
from newsrecon.gazetteer import words_with_capitals
from newsrecon.matching import Likeness, Matcher
from newsrecon.model import Article
from newsrecon.reconciliation.clustering import grouped
from newsrecon.value import digest
from newsrecon.wording import content_word

__all__ = ["Story", "in_stories", "stories"]

LEAD = 6000
"""So many characters of the body are read."""
NAME = 1.5
"""What a name weighs against a word as rare."""
TITLE = 2.0
"""For so many uses in the body a word of the title counts."""
FIGURE = 0.5
"""For so many uses of a word a figure counts: many things are five."""
ELSEWHERE = 100
"""So many articles of other stories are counted beside those of the stream, none with the word: in a few articles about one event
no word is rare, and every telling one is shared."""
ALIKE = 0.15
"""The likeness from which two articles tell of one event."""
LATE = 0.5
"""What is left of the likeness of two articles that are years apart."""
DAYS = 30
"""After so many days, the rest has shrunk to a third."""
WEIGHTIEST = 15
"""So many words of an article make blocks."""
BLOCK_LIMIT = 60
"""A word that more articles have among their weightiest tells of no one event."""

# Taliban’s · 1996
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_POSSESSIVE = re.compile(r"['’]s$")


@frozen
class Story:
    """Articles about one event, by their ids in order; `id` is a digest of them.

    >>> (only,) = stories([Article("The ferry sank.", id="1"), Article("The ferry sank off the coast.", id="2")])
    >>> only.articles
    ('1', '2')
    """

    id: str
    """Twenty hexadecimal digits made from the ids of its articles."""
    articles: tuple[str, ...] = field(kw_only=True)
    """The ids of its articles, in order."""


@frozen(eq=False)
class _Vector:
    """An article as it is compared: weights of length one in all, and the day it was published."""

    weights: Mapping[str, float] = field(repr=False)
    day: date | None


def stories(articles: Iterable[Article]) -> tuple[Story, ...]:
    """The articles grouped by the event they tell of, each in exactly one story; `story` keys they carry are ignored.

    An article without a day is compared as if it were of the other's day. The stories come in the order of
    the ids of their first articles. Raises ArticleConflictError where two different articles have one id.

    >>> told = stories([
    ...     Article("Fire broke out at the Lindgren mill on Monday.", id="1", title="Fire at Lindgren mill"),
    ...     Article("The harbour bridge at Sund was opened by the queen.", id="2", title="Queen opens Sund bridge"),
    ...     Article("The Lindgren mill burned down; the fire was put out on Tuesday.", id="3", title="Mill fire put out"),
    ... ])
    >>> [story.articles for story in told]
    [('1', '3'), ('2',)]
    """
    known: dict[str, Article] = {}
    for article in articles:
        if known.setdefault(article.id, article) != article:
            raise ArticleConflictError(article.id)
    found = [known[key] for key in sorted(known)]
    groups = grouped(_vectors(found), _MATCHER, limit=BLOCK_LIMIT)
    members = sorted(tuple(found[place].id for place in group) for group in groups)
    return tuple(Story(digest("story", ids), articles=ids) for ids in members)


def in_stories(articles: Iterable[Article]) -> list[Article]:
    """The articles with the ids of the stories they were sorted into as their `story` keys."""
    found = list(articles)
    key = {article: story.id for story in stories(found) for article in story.articles}
    return [evolve(article, story=key[article.id]) for article in found]


def _vectors(articles: Sequence[Article]) -> list[_Vector]:
    counted = [_words(article) for article in articles]
    distinct = {frozenset(words.items()): words for words in counted}
    spread = Counter(word for words in distinct.values() for word in words)
    return [
        _Vector(_weights(words, spread, len(distinct)), article.published_day)
        for article, words in zip(articles, counted, strict=True)
    ]


def _words(article: Article) -> dict[str, float]:
    """How often the lead uses each content word, names apart from words; those of the title as if they were used often."""
    counted: dict[str, float] = defaultdict(float)
    for sentence in article.sentences:
        if sentence.start > LEAD:
            break
        for place, word in enumerate(_WORD.findall(sentence.of(article.text))):
            if token := _token(word, place > 0):
                counted[token] += FIGURE if word[0].isdecimal() else 1
    for word in _WORD.findall(article.title or ""):
        if token := _token(word, False):
            counted[token] += TITLE
    return counted


@lru_cache(maxsize=1 << 15)
def _token(word: str, inside: bool) -> str:
    """What a word counts as: a name where it has a capital inside a sentence, nothing where it says little or names a day."""
    low = _POSSESSIVE.sub("", word.lower())
    if low in words_with_capitals("calendar"):
        return ""
    token = content_word(word)
    return f"@{low}" if token and inside and word[0].isupper() else token


def _weights(counted: Mapping[str, float], spread: Mapping[str, int], articles: int) -> dict[str, float]:
    """The weights of the words, brought to length one; rare is what few articles of the stream have."""
    weights = {
        word: (1 + log(uses) if uses >= 1 else uses)
        * log((articles + ELSEWHERE) / spread[word])
        * (NAME if word.startswith("@") else 1)
        for word, uses in sorted(counted.items())
    }
    length = sum(weight * weight for weight in weights.values()) ** 0.5 or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _keys(one: _Vector) -> Iterable[Hashable]:
    return sorted(one.weights, key=lambda word: (-one.weights[word], word))[:WEIGHTIEST]


def _same(left: _Vector, right: _Vector) -> Likeness:
    lighter, other = sorted((left.weights, right.weights), key=len)
    cosine = sum(weight * other[word] for word, weight in lighter.items() if word in other)
    apart = 0 if left.day is None or right.day is None else abs((left.day - right.day).days)
    return Likeness(min(1.0, cosine * (LATE + (1 - LATE) * exp(-apart / DAYS))), "words in common")


_MATCHER: Matcher[_Vector] = Matcher("story", keys=_keys, same=_same, threshold=ALIKE)
