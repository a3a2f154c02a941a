"""The promises of an extractor; each broken one is named with a minimal text."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from attrs import evolve, field, frozen

from newsrecon.errors import PluginError
from newsrecon.exports.documents import decode, dumps
from newsrecon.model import Article, Claim, Diagnostic, Extraction
from newsrecon.plugins import Plugins, load_plugins
from newsrecon.records import record
from newsrecon.testing import strategies
from newsrecon.testing.exploring import explore
from newsrecon.testing.growth import grows_too_fast

__all__ = ["PROMISES", "Examination", "check_extractor"]

PROMISES = (
    "it can be loaded",
    "it finds something",
    "it never raises",
    "it returns claims",
    "exact spans",
    "the kinds it states",
    "determinism",
    "no mutation",
    "JSON round trip",
    "linear time",
)
"""What every extractor promises, by the names that `check_extractor` gives them."""

ID = "checked-article"
ORDINARY = "It rained on Monday. Nobody was hurt, the mayor said."
HUGE = 100_000
UNITS = ("a", "A", "1", " ", "\n", "a ", "Ab ", "1 ", "1,", "a. ", "A. ", "the ", "a,", "a-", "\u201ca ", "(a ")
"""What repeats in a long text that a pattern may not be made for."""
MOST_WORDS = 25

Problems = Sequence[tuple[str, str]]


def check_extractor(
    plugin: object,
    *,
    examples: Iterable[str] = (),
    beside: Iterable[object] = (),
    max_texts: int = 100,
    only: Collection[str] = PROMISES,
) -> None:
    """Runs every promise an extractor makes and raises AssertionError naming the broken one and a minimal text.

    `examples` are texts in which the plugin finds claims; they are tried as they are and mixed into hostile text, and
    at least one claim must come of them. `beside` are plugins whose claims a plugin with `resolve_claims` needs to see.
    `max_texts` is how many texts are drawn; some hostile ones are always tried. `only` names the promises to run, of
    `PROMISES`; ValueError where one is none.

    The promises: it can be loaded; it finds something in the examples; nothing raises on any text, the most hostile and huge
    ones among them; it returns claims, of the kinds that it states, if any; their mentions are exact, as is every
    `{start, end, text}` inside a value; the same article gives the same claims, whatever was read before; article and claims
    are left as they were; claims survive JSON; a text four times as long takes about four times the time.

    >>> from newsrecon.extractors import dates
    >>> check_extractor(dates, examples=["It rained on 3 July 2025."], max_texts=5)
    """
    Examination((plugin, *beside), tuple(examples), max_texts).check(only)


@frozen(eq=False)
class Examination:
    """A plugin, those beside it, and what is tried on them; what came of a text is kept, so that each promise costs little."""

    plugins: tuple[object, ...]
    examples: tuple[str, ...]
    max_texts: int
    _known: dict[str, tuple[int, Problems]] = field(factory=dict, init=False)
    _ordinary: Article = field(factory=lambda: Article(ORDINARY, id=ID), init=False)
    """What is read between two readings of a text."""

    def check(self, only: Collection[str] = PROMISES) -> None:
        """Run the promises of these names; AssertionError where one is broken, ValueError where there is none of the name."""
        wanted = frozenset(only)
        if unknown := wanted - set(PROMISES):
            raise ValueError(f"there are the promises {', '.join(PROMISES)}, and not {', '.join(sorted(unknown))}")
        loaded = self._loaded()
        found = [self._check_text(loaded, wanted, text) for text in self.examples]
        if self.examples and not any(found) and "it finds something" in wanted:
            message = "no claim came of any of the examples"
            raise AssertionError(_message("it finds something", message, self.examples[0]))
        if "linear time" in wanted:  # before the huge text, for which any other time is too long
            _check_time(loaded, self.examples)
        if wanted - {"it can be loaded", "it finds something", "linear time"}:
            self._try_texts(partial(self._check_text, loaded, wanted))

    def _loaded(self) -> Plugins:
        try:
            return load_plugins(self.plugins, entry_points=False, strict=True)
        except PluginError as error:
            raise AssertionError(f"promise broken: it can be loaded: {error}") from error

    def _check_text(self, loaded: Plugins, wanted: frozenset[str], text: str) -> int:
        """How many claims are found in a text."""
        if text not in self._known:
            self._known[text] = _read(loaded, text, self._ordinary)
        found, problems = self._known[text]
        for promise, message in problems:
            if promise in wanted:
                raise AssertionError(_message(promise, message, text))
        return found

    def _try_texts(self, check: Callable[[str], object]) -> None:
        """Drawn texts, those that always are tried, and a huge one."""
        any_text = strategies.texts()
        told = self.examples
        explore(strategies.texts(sentences=told) | any_text if told else any_text, check, self.max_texts)
        for mark in strategies.HOSTILE:
            for text in (mark, *(mark + example + mark for example in told)):
                check(text)
        ordinary = "\n\n".join((*told, ORDINARY, *strategies.HOSTILE))
        check(ordinary * (HUGE // len(ordinary) + 1))


def _read(plugins: Plugins, text: str, ordinary: Article) -> tuple[int, Problems]:
    """How many claims are found in a text, and each promise that is broken there with what is wrong."""
    before = _shape(article := Article(text, id=ID))
    diagnostics: list[Diagnostic] = []
    try:
        claims = plugins.extract(article, diagnostics)
    except PluginError as error:
        promise = "it returns claims" if "is no Claim" in str(error) else "exact spans"
        return 0, [(promise, str(error))]
    except Exception as error:
        notes = "; ".join([str(error), *getattr(error, "__notes__", ())])
        return 0, [("it never raises", f"{type(error).__name__}: {notes}")]
    problems = list(_claim_problems(claims, plugins, article))
    untouched = Article(text, id=ID)
    if _shape(article) != before or _shape(untouched) != before:
        problems.append(("no mutation", "the article is not what it was before"))
    plugins.extract(ordinary, [])
    again = plugins.extract(untouched, [])
    if sorted(claim.id for claim in again) != sorted(claim.id for claim in claims):
        problems.append(("determinism", f"first it finds {_listed(claims)}, then {_listed(again)}"))
    return len(claims), problems


def _claim_problems(claims: Sequence[Claim], plugins: Plugins, article: Article) -> Iterator[tuple[str, str]]:
    stated = {info.name: info.kinds for info in plugins.infos}
    for claim in claims:
        mention = claim.mention
        if mention.source != article.source_name:
            yield "exact spans", f"the source is {article.source_name!r}, not {mention.source!r}"
        for key, start, end, words in _places(claim.value):
            if article.text[start:end] != words:
                yield "exact spans", f"{key} {words!r} does not stand at {start} to {end}"
        kinds = stated.get(claim.extractor)
        if kinds and claim.kind not in kinds:
            yield "the kinds it states", f"a claim of kind {claim.kind!r}, where {', '.join(kinds)} are stated"
        if evolve(claim).id != claim.id:
            yield "no mutation", f"the value {claim.value!r:.200} is not what it was when the claim was made"
    extraction = Extraction(claims, records=(record(article),))
    if decode(Extraction, json.loads(dumps(extraction))) != extraction:
        yield "JSON round trip", f"{_listed(claims)} come back others"


def _places(value: Any, key: str = "value") -> Iterable[tuple[str, int, int, str]]:
    """Every `{start, end, text}` inside a value, as claims name further places by."""
    if isinstance(value, Mapping):
        if {"start", "end", "text"} <= value.keys() and type(value["start"]) is type(value["end"]) is int:
            yield key, value["start"], value["end"], value["text"]
        for name, inner in value.items():
            yield from _places(inner, name)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _places(inner, key)


def _check_time(plugins: Plugins, told: Sequence[str]) -> None:
    words = dict.fromkeys(word + " " for text in told for word in text.split())
    units = ("\n\n".join((*told, ORDINARY)) + "\n\n", " ".join((*told, ORDINARY)) + " ", *UNITS, *strategies.HOSTILE)
    for unit in dict.fromkeys([*units, *list(words)[:MOST_WORDS]]):
        problem = grows_too_fast(lambda text: _reading_of(plugins, text), unit)
        if problem:
            raise AssertionError(f"promise broken: linear time: {problem}")


def _reading_of(plugins: Plugins, text: str) -> Callable[[], object]:
    """Reading a text whose shape is known already: what all plugins share is not this one's to answer for."""
    _shape(article := Article(text, id=ID))

    def read() -> None:
        with suppress(Exception):  # whether it raises is another promise
            plugins.extract(article, [])

    return read


def _shape(article: Article) -> tuple[object, ...]:
    """All that plugins share of an article."""
    shared = (article.paragraphs, article.boilerplate, article.body, article.sentences, article.clauses)
    given = (article.text, article.id, article.title, article.published, article.url, article.source, article.story)
    return (*given, *shared, article.quotations, article.lower)


def _listed(claims: Iterable[Claim]) -> str:
    return ", ".join(sorted(f"{claim.kind} {claim.mention.text!r:.40}" for claim in claims)) or "nothing"


def _message(promise: str, message: str, text: str) -> str:
    shown = repr(text) if len(text) <= 2000 else f"{text[:1000]!r} and so on, {len(text)} characters"
    return f"promise broken: {promise}: {message}\non the text {shown}"
