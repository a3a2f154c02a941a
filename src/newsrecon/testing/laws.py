"""The laws of a matcher; each broken one is named with the claims that break it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsrecon.context import Context
from newsrecon.matching import Entailment, Likeness, Matcher, Relation
from newsrecon.model import Article, Claim, Value
from newsrecon.testing.exploring import explore

__all__ = ["check_matcher"]


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
        explore(
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
