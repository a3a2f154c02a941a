"""The promises of an extractor and the laws of a matcher; each broken one is named with a minimal example."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky
from hypothesis.strategies import SearchStrategy

from newsrecon.context import Context
from newsrecon.matching import Entailment, Likeness, Matcher, Relation
from newsrecon.model import Article, Claim, Value, canonical_json
from newsrecon.plugins import Plugins, load_plugins
from newsrecon.testing import strategies

__all__ = ["check_extractor", "check_matcher"]

ID = "checked-article"
ORDINARY = "It rained on Monday. Nobody was hurt, the mayor said."


def check_extractor(
    plugin: object, *, examples: Iterable[str] = (), beside: Iterable[object] = (), max_texts: int = 100
) -> None:
    """Runs every promise an extractor makes and raises AssertionError naming the broken one and a minimal text.

    `examples` are texts in which the plugin finds claims; they are tried as they are and mixed into hostile text, and
    at least one claim must come of them. `beside` are plugins whose claims a plugin with `resolve_claims` needs to see.
    `max_texts` is how many texts are drawn; some hostile ones are always tried.

    The promises: it returns claims; their mentions are exact; nothing raises on any text; the same article gives the
    same claims, whatever was read before; article and claims are left as they were; claims survive JSON.

    >>> from newsrecon.extractors import dates
    >>> check_extractor(dates, examples=["It rained on 3 July 2025."], max_texts=5)
    """
    plugins = _loaded([plugin, *beside])
    given_texts = tuple(examples)
    found = [claim for text in given_texts for claim in _check_text(plugins, text)]
    if given_texts and not found:
        _broken("it finds something", "no claim came of any of the examples", given_texts[0])
    any_text = strategies.texts()
    hostile = strategies.texts(sentences=given_texts) | any_text if given_texts else any_text
    _explore(hostile, lambda text: _check_text(plugins, text), max_texts)
    for mark in strategies.HOSTILE:
        for text in (mark, *(mark + example + mark for example in given_texts)):
            _check_text(plugins, text)


def _loaded(plugins: list[object]) -> Plugins:
    try:
        return load_plugins(plugins, entry_points=False, strict=True)
    except Exception as error:
        raise AssertionError(f"promise broken: it can be loaded: {error}") from error


def _explore(cases: SearchStrategy[Any], check: Callable[[Any], object], count: int) -> None:
    """Try many cases; the failure that comes out is that of the simplest one."""

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=True,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(cases)
    def tried(case: Any) -> None:
        check(case)

    try:
        tried()
    except Flaky as error:
        raise AssertionError(f"promise broken: determinism: it fails on a text once and not again: {error}") from error


def _check_text(plugins: Plugins, text: str) -> tuple[Claim, ...]:
    """All promises on one text; the claims found."""
    before = _shape(article := Article(text, id=ID))
    try:
        claims = plugins.extract(article, [])
    except Exception as error:
        notes = "; ".join([str(error), *getattr(error, "__notes__", ())])
        promise = (
            "it returns claims with exact mentions" if type(error).__name__ == "PluginError" else "it never raises"
        )
        raise AssertionError(_message(promise, f"{type(error).__name__}: {notes}", text)) from error
    _check_claims(claims, article)
    if _shape(article) != before or _shape(Article(text, id=ID)) != before:
        _broken("no mutation", "the article is not what it was before", text)
    plugins.extract(Article(ORDINARY, id=ID), [])
    again = plugins.extract(Article(text, id=ID), [])
    if sorted(claim.id for claim in again) != sorted(claim.id for claim in claims):
        _broken("determinism", f"first it finds {_listed(claims)}, then {_listed(again)}", text)
    return claims


def _check_claims(claims: Sequence[Claim], article: Article) -> None:
    for claim in claims:
        mention = claim.mention
        if (mention.article, mention.span.of(article.text)) != (article.id, mention.text):
            _broken("exact spans", f"{mention.text!r} does not stand at {mention.span}", article.text)
        if mention.source != article.source_name:
            _broken("exact spans", f"the source is {article.source_name!r}, not {mention.source!r}", article.text)
        for key, start, end, words in _places(claim.value):
            if article.text[start:end] != words:
                _broken("exact spans", f"{key} {words!r} does not stand at {start} to {end}", article.text)
        if (
            Value(json.loads(claim.value.canonical)) != claim.value
            or canonical_json(dict(claim.value)) != claim.value.canonical
        ):
            _broken("JSON round trip", f"the value {claim.value!r} comes back another", article.text)


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


def _shape(article: Article) -> tuple[object, ...]:
    """All that plugins share of an article."""
    shared = (
        article.paragraphs,
        article.boilerplate,
        article.body,
        article.sentences,
        article.quotations,
        article.lower,
    )
    return (
        article.text,
        article.id,
        article.title,
        article.published,
        article.url,
        article.source,
        article.story,
        shared,
    )


def _listed(claims: Iterable[Claim]) -> str:
    return (
        "nothing"
        if not (found := sorted(f"{claim.kind} {claim.mention.text!r:.40}" for claim in claims))
        else ", ".join(found)
    )


def _message(promise: str, message: str, text: str) -> str:
    return f"promise broken: {promise}: {message}\non the text {text!r}"


def _broken(promise: str, message: str, text: str) -> NoReturn:
    raise AssertionError(_message(promise, message, text))


# ---------------------------------------------------------------- matchers


def check_matcher(
    matcher: Matcher[Any],
    claims: Iterable[Claim | Mapping[str, Any]] | SearchStrategy[Any],
    *,
    context: Context | None = None,
    max_lists: int = 200,
) -> None:
    """Runs every law a matcher keeps and raises AssertionError naming the broken one and the claims that break it.

    `claims` are claims, or values for which claims are made up; every pair and triple of them is tried. A Hypothesis
    strategy of either is drawn from instead, three at a time and `max_lists` times.

    The laws: reading a claim and naming its keys gives the same twice; likeness is symmetric, lies between 0 and 1 and
    gives a reason; no claim is vetoed against itself; `relate` is *equal* on equal forms and its inverse from the other side;
    *refines* is a partial order; what is sharper than one of two that conflict is not sharper than the other.

    >>> from newsrecon import Matcher
    >>> check_matcher(Matcher("toll"), [{"low": 1}, {"low": 2}])
    """
    at = context or Context()
    if isinstance(claims, SearchStrategy):
        _explore(
            st.lists(claims, max_size=3), lambda drawn: _check_laws(matcher, _as_claims(matcher, drawn), at), max_lists
        )
    else:
        _check_laws(matcher, _as_claims(matcher, claims), at)


def _as_claims(matcher: Matcher[Any], given_claims: Iterable[Claim | Mapping[str, Any]]) -> list[Claim]:
    """Claims as they are; a claim made up for each bare value."""
    made = []
    for number, one in enumerate(given_claims):
        if not isinstance(one, Claim):
            article = Article(json.dumps(one, default=dict), id=f"article-{number}")
            one = Claim(matcher.kind, "the same thing", Value(one), article.mention(0, len(article.text)))
        if one.kind != matcher.kind:
            raise ValueError(f"this matcher is for claims of kind {matcher.kind!r}, not {one.kind!r}")
        made.append(one)
    return made


def _check_laws(matcher: Matcher[Any], claims: Sequence[Claim], context: Context) -> None:
    features = [_calling(f"read {_shown(claim)}", lambda claim=claim: matcher.read(claim, context)) for claim in claims]
    forms = [
        _calling(f"name the form of {_shown(claim)}", matcher.variant, one)
        for claim, one in zip(claims, features, strict=True)
    ]
    for claim, one in zip(claims, features, strict=True):
        _check_alone(matcher, claim, one, context)
    relations: dict[tuple[int, int], Relation] = {}
    for left in range(len(claims)):
        for right in range(len(claims)):
            pair = f"{_shown(claims[left])} and {_shown(claims[right])}"
            _check_likeness(matcher, features[left], features[right], pair)
            entailment = _calling(f"relate {pair}", matcher.relate, features[left], features[right])
            if not isinstance(entailment, Entailment) or not entailment.reason:
                _unlawful("relations have a reason", f"{entailment!r} on {pair}")
            if forms[left] == forms[right] and entailment.relation is not Relation.EQUAL:
                _unlawful("equal forms are equal", f"{entailment.relation} on {pair}")
            relations[left, right] = entailment.relation
    _check_relations(relations, claims)


def _check_alone(matcher: Matcher[Any], claim: Claim, features: Any, context: Context) -> None:
    keys = _calling(f"name the keys of {_shown(claim)}", lambda: set(matcher.keys(features)))
    again = matcher.read(evolve(claim), context)
    if set(matcher.keys(again)) != keys or matcher.variant(again) != matcher.variant(features):
        _unlawful("determinism", f"reading {_shown(claim)} again gives other keys or another form")
    likeness = _calling(f"compare {_shown(claim)} with itself", matcher.same, features, again)
    if likeness.veto:
        _unlawful("no claim is vetoed against itself", f"{likeness!r} on {_shown(claim)}")


def _check_likeness(matcher: Matcher[Any], left: Any, right: Any, pair: str) -> None:
    there = _calling(f"compare {pair}", matcher.same, left, right)
    back = _calling(f"compare {pair}", matcher.same, right, left)
    if not isinstance(there, Likeness) or not 0 <= there.score <= 1 or not there.reason:
        _unlawful("likeness lies between 0 and 1 and has a reason", f"{there!r} on {pair}")
    if (there.score, there.veto) != (back.score, back.veto):
        _unlawful("likeness is symmetric", f"{there!r} one way and {back!r} the other on {pair}")


def _check_relations(relations: Mapping[tuple[int, int], Relation], claims: Sequence[Claim]) -> None:
    for (left, right), relation in relations.items():
        if relations[right, left] is not relation.inverse:
            pair = f"{_shown(claims[left])} and {_shown(claims[right])}"
            _unlawful(
                "the other side sees the inverse",
                f"{relation} one way and {relations[right, left]} the other on {pair}",
            )
    sharper = [pair for pair, relation in relations.items() if relation is Relation.REFINES]
    for left, middle in sharper:
        for right in range(len(claims)):
            onward, across = relations[middle, right], relations[left, right]
            three = ", ".join(_shown(claims[place]) for place in (left, middle, right))
            if onward is Relation.REFINES and across is not Relation.REFINES:
                _unlawful(
                    "refines is a partial order",
                    f"each refines the next, yet the first to the last is {across}: {three}",
                )
            if onward is Relation.CONFLICTS and across in (Relation.REFINES, Relation.EQUAL):
                _unlawful("conflicts is disjoint from refines", f"the first refines two that conflict: {three}")


def _calling(what: str, call: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return call(*arguments)
    except Exception as error:
        raise AssertionError(
            f"law broken: it never raises: asked to {what}: {type(error).__name__}: {error}"
        ) from error


def _shown(claim: Claim) -> str:
    return f"{claim.mention.text!r:.60} ({claim.value.canonical:.120})"


def _unlawful(law: str, message: str) -> NoReturn:
    raise AssertionError(f"law broken: {law}: {message}")
