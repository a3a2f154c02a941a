"""What a reading asks of its context, and which answers are other ones when the story has grown.

A question is a tuple: its sort, and what is asked about, such as `("weight of word", "ferry")`; the sort alone stands for all
questions of that sort. Most answers stay what they were when an article is added, since rarity goes in steps and few names are
understood otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from newsrecon.context import Context, NamedSpan, NameIndex, Rarity
from newsrecon.text import Span

__all__ = ["Question", "asking", "changed"]

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

Question = tuple[Hashable, ...]

_RARITIES: tuple[tuple[str, Callable[[Context], Rarity]], ...] = (
    ("word", lambda context: context.rarity),
    ("time", lambda context: context.times),
)


def asking(context: Context, asked: set[Question]) -> Context:
    """The same context, which puts down every question that it is asked.

    >>> asked: set[Question] = set()
    >>> context = asking(Context(rarity=Rarity.of([["ferry"], ["dam"]])), asked)
    >>> context.rarity("ferry") == context.rarity("dam"), sorted(asked)
    (True, [('weight of word',), ('weight of word', 'dam'), ('weight of word', 'ferry')])
    """

    def anchor(article: str) -> date | None:
        asked.add(("anchor", article))
        return context.anchor(article)

    def published(article: str) -> date | None:
        asked.add(("published", article))
        return context.published(article)

    word, time = (_AskedRarity(of(context), sort, asked) for sort, of in _RARITIES)
    return Context(names=_AskedNames(context.names, asked), rarity=word, times=time, anchor=anchor, published=published)


def changed(before: Context, after: Context, articles: Iterable[str]) -> frozenset[Question]:
    """The questions that two contexts answer otherwise; of the days of articles, as far as `articles` go.

    >>> before, after = Context(), Context(names=NameIndex({"1": [NamedSpan(Span(6, 10), "Ada Lind", "person")]}))
    >>> sorted(changed(before, after, ["1"]))
    [('spans',), ('spans', '1')]
    """
    articles = tuple(articles)
    found: set[Question] = {("anchor", one) for one in articles if before.anchor(one) != after.anchor(one)}
    found |= {("published", one) for one in articles if before.published(one) != after.published(one)}
    for sort, mapping in _NAMES:
        found |= _differing(sort, mapping(before.names), mapping(after.names))
    for sort, of in _RARITIES:
        found |= _rated_otherwise(sort, of(before), of(after))
    return frozenset(found)


_NAMES: tuple[tuple[str, Callable[[NameIndex], Mapping[Any, Any]]], ...] = (
    ("spans", lambda names: names.spans),
    ("form", lambda names: names.forms),
    ("roles", lambda names: names.roles),
)


def _differing(sort: str, before: Mapping[Any, Any], after: Mapping[Any, Any]) -> set[Question]:
    keys = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    return {(sort,), *((sort, key) for key in keys)} if keys else set()


def _rated_otherwise(sort: str, before: Rarity, after: Rarity) -> set[Question]:
    """The questions about rarity; where words that were never met weigh otherwise, all words may."""
    found = _differing(f"count of {sort}", before.counts, after.counts)
    if before.passages != after.passages:
        found.add((f"passages of {sort}",))
    words = ["", *(before.counts.keys() | after.counts.keys())]
    weighed = [word for word in words if before(word) != after(word) or before.telling(word) != after.telling(word)]
    found |= {(f"weight of {sort}", word) for word in weighed}
    return found | {(f"weight of {sort}",)} if "" in weighed else found


class _AskedMapping(Mapping[K, V]):
    """A mapping that puts down what it is asked for."""

    def __init__(self, mapping: Mapping[K, V], sort: str, asked: set[Question]) -> None:
        self._mapping, self._sort, self._asked = mapping, sort, asked

    def __getitem__(self, key: K) -> V:
        self._asked.add((self._sort, key))
        return self._mapping[key]

    def __contains__(self, key: object) -> bool:
        self._asked.add((self._sort, key))
        return key in self._mapping

    def get(self, key: K, default: Any = None) -> Any:
        """As the mapping has it, which may have a value for what it lacks."""
        self._asked.add((self._sort, key))
        return self._mapping.get(key, default)

    def __iter__(self) -> Iterator[K]:
        self._asked.add((self._sort,))
        return iter(self._mapping)

    def __len__(self) -> int:
        self._asked.add((self._sort,))
        return len(self._mapping)


class _AskedNames(NameIndex):
    """An index of names that puts down what it is asked for."""

    __setattr__ = object.__setattr__  # what it shows is not its own

    def __init__(self, names: NameIndex, asked: set[Question]) -> None:
        self._names, self._asked = names, asked

    @property
    def spans(self) -> Mapping[str, tuple[NamedSpan, ...]]:
        return _AskedMapping(self._names.spans, "spans", self._asked)

    @property
    def forms(self) -> Mapping[tuple[str, str], str]:
        return _AskedMapping(self._names.forms, "form", self._asked)

    @property
    def roles(self) -> Mapping[str, tuple[str, ...]]:
        return _AskedMapping(self._names.roles, "roles", self._asked)

    def type_of(self, article: str, name: str) -> str | None:
        self._asked.add(("spans", article))
        return self._names.type_of(article, name)

    def within(self, article: str, span: Span) -> tuple[NamedSpan, ...]:
        self._asked.add(("spans", article))
        return self._names.within(article, span)


class _AskedRarity(Rarity):
    """A rarity that puts down which words it is asked about."""

    __setattr__ = object.__setattr__  # what it shows is not its own

    def __init__(self, rarity: Rarity, sort: str, asked: set[Question]) -> None:
        self._rarity, self._sort, self._asked = rarity, sort, asked
        self._all = (f"weight of {sort}",)

    @property
    def passages(self) -> int:
        self._asked.add((f"passages of {self._sort}",))
        return self._rarity.passages

    @property
    def counts(self) -> Mapping[str, int]:
        return _AskedMapping(self._rarity.counts, f"count of {self._sort}", self._asked)

    def __call__(self, word: str) -> float:
        self._note(word)
        return self._rarity(word)

    def telling(self, word: str) -> float:
        self._note(word)
        return self._rarity.telling(word)

    def is_alone(self, word: str) -> bool:
        self._note(word)
        return self._rarity.is_alone(word)

    def is_common(self, word: str, share: float) -> bool:
        self._note(word)
        return self._rarity.is_common(word, share)

    def _note(self, word: str) -> None:
        self._asked.add(self._all)
        self._asked.add((self._all[0], word))
