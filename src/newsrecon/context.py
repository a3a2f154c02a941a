"""What a matcher may know about the story beyond the two claims before it: names made one, anchors, rarity of words."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import chain

from attrs import field, frozen

from newsrecon.model import Mention
from newsrecon.text import Span

__all__ = ["Context", "NameIndex", "NamedSpan", "Rarity"]


@frozen
class NamedSpan:
    """A span of an article that names someone: `name` is the register's canonical name, one for each entity.

    >>> from newsrecon import Span
    >>> NamedSpan(Span(6, 10), "Ada Lind", "person").name
    'Ada Lind'
    """

    span: Span
    """Where the name stands in its article, in code points, half-open."""
    name: str
    """The canonical name."""
    type: str = "other"
    """`person`, `organization`, `place` or `other`."""


def _by_article(spans: Mapping[str, Iterable[NamedSpan]]) -> dict[str, tuple[NamedSpan, ...]]:
    return {
        article: tuple(sorted(set(found), key=lambda one: (one.span.start, one.span.end, one.name)))
        for article, found in spans.items()
    }


@frozen(eq=False)
class NameIndex:
    """Who is named where, across the articles of a story, after names were made one.

    `spans` gives the named spans of each article; `forms` the canonical name of a surface or full form in an article;
    `roles` what the story says that the bearer of a canonical name is.

    >>> from newsrecon import Article, Span
    >>> index = NameIndex({"1": [NamedSpan(Span(6, 10), "Ada Lind", "person")]}, {("1", "Lind"): "Ada Lind"})
    >>> index.of("1", "Lind"), [named.name for named in index.within("1", Span(0, 20))]
    ('Ada Lind', ['Ada Lind'])
    """

    spans: Mapping[str, tuple[NamedSpan, ...]] = field(factory=dict, converter=_by_article)
    """The named spans of each article, by the article's id, in the order of the text."""
    forms: Mapping[tuple[str, str], str] = field(factory=dict)
    """The canonical name by the article's id and the form as it is written there."""
    roles: Mapping[str, tuple[str, ...]] = field(factory=dict)
    """What the story says that the bearer of a canonical name is."""
    _starts: Mapping[str, list[int]] = field(init=False, repr=False)
    """Where the named spans of each article begin."""

    @_starts.default
    def _starts_of_spans(self) -> Mapping[str, list[int]]:
        return {article: [one.span.start for one in found] for article, found in self.spans.items()}

    _types: Mapping[tuple[str, str], str] = field(init=False, repr=False)
    """Of what each name is, by the article's id and the canonical name."""

    @_types.default
    def _types_of_names(self) -> Mapping[tuple[str, str], str]:
        return {(article, one.name): one.type for article, found in self.spans.items() for one in reversed(found)}

    def type_of(self, article: str, name: str) -> str | None:
        """Of what a canonical name is in an article, by the first span that names it there; None where none does.

        >>> from newsrecon import Span
        >>> NameIndex({"1": [NamedSpan(Span(6, 10), "Ada Lind", "person")]}).type_of("1", "Ada Lind")
        'person'
        """
        return self._types.get((article, name))

    def within(self, article: str, span: Span) -> tuple[NamedSpan, ...]:
        """The named spans that lie inside a span of an article, in order."""
        starts = self._starts.get(article, ())
        first = bisect_left(starts, span.start)
        opened = self.spans[article][first : bisect_left(starts, span.end, first)] if starts else ()
        return tuple([one for one in opened if one.span.end <= span.end])

    def of(self, article: str, form: str) -> str:
        """The canonical name of a form as this article uses it; the form itself where it is not known."""
        return self.forms.get((article, form), form)

    def in_mention(self, mention: Mention) -> tuple[NamedSpan, ...]:
        """The named spans inside a mention, in order."""
        return self.within(mention.article, mention.span)


@frozen(eq=False)
class Rarity:
    """How much a word tells in this story: the inverse of the share of distinct passages it occurs in.

    Counted over distinct passages, so that a copy of an article changes nothing. Unseen words weigh most.

    >>> rarity = Rarity.of([["ferry", "sank"], ["ferry", "captain"], ["ferry", "coast"]])
    >>> rarity("ferry") < rarity("captain") < rarity("iceberg")
    True
    """

    passages: int = 0
    """The number of distinct passages that were counted."""
    counts: Mapping[str, int] = field(factory=dict)
    """In how many of them a word occurs."""
    _weights: dict[int, tuple[float, float]] = field(init=False, factory=dict, repr=False)
    """The weight, and how much it tells, of a word in so many passages: asked for again and again."""

    @classmethod
    def of(cls, passages: Iterable[Iterable[str]]) -> Rarity:
        """Counts over the distinct sets of words among `passages`."""
        distinct = {frozenset(words) for words in passages}
        return cls(len(distinct), Counter(chain.from_iterable(distinct)))

    def __call__(self, word: str) -> float:
        """The weight of a word, 1.0 for one that every passage has and more for rarer ones (smoothed idf)."""
        return (self._weights.get(count := self.counts.get(word, 0)) or self._of_count(count))[0]

    def telling(self, word: str) -> float:
        """How much a word tells, from 0 to 1: nearly 1 for one that no other passage has, little for one that all have.

        Some passages of other stories, none with the word, are counted beside those of the story, since few passages of one
        story tell little about how rare a word is.

        >>> rarity = Rarity.of([{"flood", "river"}, {"flood", "dam"}, {"flood", "bridge"}])
        >>> rarity.telling("dam") > rarity.telling("flood") > 0.5
        True
        """
        return (self._weights.get(count := self.counts.get(word, 0)) or self._of_count(count))[1]

    def is_alone(self, word: str) -> bool:
        """Whether a word is of one passage of the story alone.

        >>> rarity = Rarity.of([{"flood", "river"}, {"flood", "dam"}])
        >>> rarity.is_alone("dam"), rarity.is_alone("flood")
        (True, False)
        """
        return self.counts.get(word) == 1

    def is_common(self, word: str, share: float) -> bool:
        """Whether so large a share of the passages has a word, both counted in steps.

        >>> rarity = Rarity.of([{"flood", "river"}, {"flood", "dam"}])
        >>> rarity.is_common("dam", 0.5), rarity.is_common("dam", 0.6)
        (True, False)
        """
        return self._in_steps(self.counts.get(word, 0)) >= share * self._in_steps(self.passages)

    def _of_count(self, count: int) -> tuple[float, float]:
        told, among = self._in_steps(count), self._in_steps(self.passages)
        passages = 1 + among + _BACKGROUND
        share = (math.log(passages / (1 + told)) + _FLOOR) / (math.log(passages) + _FLOOR)
        self._weights[count] = 1.0 + math.log((1 + among) / (1 + told)), float(share**1.5)
        return self._weights[count]

    def _in_steps(self, count: int) -> int:
        """A count rounded to four digits in base two: 14, 15, 16, 18, 20, and so on in steps of a sixteenth to an eighth.

        So a word weighs the same when a few passages more have it, and what was compared before need not be compared again.
        In a large story an article more bears on more words, and steps are wider: of three digits, or two.
        """
        digits = next(digits for passages, digits in _DIGITS if self.passages < passages)
        rest = max(count.bit_length() - digits, 0)
        return (count + (1 << rest >> 1)) >> rest << rest


_DIGITS = ((1 << 10, 4), (1 << 13, 3), (math.inf, 2))
"""So many digits are told apart in a story of fewer passages than that."""
_BACKGROUND = 30
"""So many passages of other stories go before those of the story."""
_FLOOR = 0.3
"""What is left of the logarithm for a word in every passage."""


def _no_anchor(article: str) -> date | None:
    return None


@frozen(eq=False)
class Context:
    """What is known about a story when its claims are compared.

    `anchor` gives the day an article's relative dates count from: its own, or one borrowed from its story.

    >>> Context().anchor("1") is None, Context().names.of("1", "Lind")
    (True, 'Lind')
    """

    names: NameIndex = field(factory=NameIndex, kw_only=True)
    """Who is named where."""
    rarity: Rarity = field(factory=Rarity, kw_only=True)
    """How rare each word is in the story."""
    times: Rarity = field(factory=Rarity, kw_only=True)
    """How rare each time is in the story, by its TIMEX3 value, counted over distinct dated clauses."""
    anchor: Callable[[str], date | None] = field(default=_no_anchor, kw_only=True)
    """From the id of an article to the day its relative dates count from; None where none is known."""
    published: Callable[[str], date | None] = field(default=_no_anchor, kw_only=True)
    """From the id of an article to the day on which it says that it was published; None where it does not."""
