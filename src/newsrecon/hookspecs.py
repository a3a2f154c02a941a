"""The hooks a plugin can implement, each with one idea: find claims, look again, say how claims are brought together.

A parameter that is to go stays for some versions, named in `@hookspec(warn_on_impl_args={name: DeprecationWarning(…)})`: plugins
that take it still get it, and a diagnostic tells their users so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from newsrecon.candidates import Candidate
    from newsrecon.matching import Matcher, SecondOpinion
    from newsrecon.model import Article, Claim
    from newsrecon.truth import TruthMethod

__all__ = [
    "API_VERSION",
    "OLDEST_API_VERSION",
    "extract_claims",
    "hookimpl",
    "hookspec",
    "propose_candidates",
    "register_matchers",
    "register_second_opinions",
    "register_truth_methods",
    "resolve_claims",
    "score_candidates",
]

API_VERSION = 1
"""The version of the contract that these hooks, and what plugins may rely on, make up."""
OLDEST_API_VERSION = 1
"""The oldest version that plugins are still loaded for."""

hookspec = pluggy.HookspecMarker("newsrecon")
hookimpl = pluggy.HookimplMarker("newsrecon")
"""Marks a function of a plugin as the implementation of the hook it is named after."""


@hookspec
def extract_claims(article: Article) -> Iterable[Claim]:  # type: ignore[empty-body]
    """Read one article and yield its claims, each with a Mention made by `article.mention(start, end)`.

    Pure: no files, no network, no clock, no state kept between articles. Read `article.sentences` or `article.body`:
    claims that rest on boilerplate are left out.

    >>> from newsrecon import Article, Claim, extract, hookimpl
    >>> class Rain:
    ...     @hookimpl
    ...     def extract_claims(self, article):
    ...         for sentence in article.sentences:
    ...             place = article.lower.find("rain", sentence.start, sentence.end)
    ...             if place >= 0:
    ...                 yield Claim("weather", "rain", {}, article.mention(place, place + 4))
    >>> [str(claim.mention.span) for claim in extract(Article("It will rain."), plugins=[Rain()])]
    ['Span(start=8, end=12)']
    """


@hookspec
def propose_candidates(article: Article, claims: tuple[Claim, ...]) -> Iterable[Candidate]:  # type: ignore[empty-body]
    """Offer the claims that were extracted for scoring, each as it is and in its other readings, with features.

    Called only where a plugin scores, and before `resolve_claims`. Here the reading that a toll is one of the injured, for
    whoever can tell, stands beside the one that was read:

    >>> from newsrecon import Candidate, hookimpl
    >>> class Tolls:
    ...     @hookimpl
    ...     def propose_candidates(self, claims):
    ...         for claim in claims:
    ...             if claim.kind == "toll":
    ...                 yield Candidate(claim, {"own": True})
    ...                 yield Candidate(claim.revise(subject="injured"), {"own": False})
    """


@hookspec
def score_candidates(article: Article, candidates: tuple[Candidate, ...]) -> Iterable[float]:  # type: ignore[empty-body]
    """Say how likely each candidate is to be right, from 0 to 1, one number for each in their order.

    Of the readings of one claim the likeliest is kept; a claim none of whose readings reaches one half is left out. A claim
    whose value has a `confidence` gets the score as such. Of several scorers the mean counts.

    >>> from newsrecon import hookimpl
    >>> class Trusting:
    ...     @hookimpl
    ...     def score_candidates(self, candidates):
    ...         return [0.9 if candidate.features["own"] else 0.1 for candidate in candidates]
    """


@hookspec
def resolve_claims(article: Article, claims: tuple[Claim, ...]) -> Iterable[Claim]:  # type: ignore[empty-body]
    """Look again with all claims of the article in view, those of other plugins too, and yield what should change.

    A claim made by `claim.revise(...)` takes the place of that claim; any other is added. Plugins take turns in the order
    of their names, those marked `tryfirst` before and those marked `trylast` after the others; each sees the claims as
    the one before left them.

    >>> from newsrecon import Article, extract, hookimpl
    >>> class Leap:
    ...     @hookimpl
    ...     def resolve_claims(self, claims):
    ...         for claim in claims:
    ...             if claim.kind == "date" and claim.value["timex"][5:] == "02-29":
    ...                 yield claim.revise(leap=True)
    >>> from newsrecon.extractors import dates
    >>> (claim,) = extract(Article("It snowed on 29 February 2024."), plugins=[dates, Leap()])
    >>> claim.value["leap"], claim.extractor
    (True, 'dates')
    """


@hookspec
def register_matchers() -> Iterable[Matcher[Any]]:  # type: ignore[empty-body]
    """Say how claims of a kind are brought together. A kind without a Matcher is compared by subject and value alone.

    >>> from newsrecon import Matcher, hookimpl, relate_intervals
    >>> class Depths:
    ...     @hookimpl
    ...     def register_matchers(self):
    ...         return [Matcher("depth", relate=relate_intervals("low", "high"))]
    """


@hookspec
def register_second_opinions() -> Iterable[SecondOpinion]:  # type: ignore[empty-body]
    """Give a second opinion on claims of kinds that others match, asked where their matcher is in doubt.

    Of several for one kind, each sees what the one before made of a pair, in the order of the plugins' names.

    >>> from newsrecon import Likeness, SecondOpinion, hookimpl
    >>> def same_words(left, right, likeness):
    ...     if left.mention.text == right.mention.text:
    ...         return Likeness(1.0, "the very same words")
    >>> class Verbatim:
    ...     @hookimpl
    ...     def register_second_opinions(self):
    ...         return [SecondOpinion("statement", same_words)]
    """


@hookspec
def register_truth_methods() -> Iterable[TruthMethod]:  # type: ignore[empty-body]
    """Offer ways to judge votes, which `discover(votes, method=name)` then knows by name; built-in names keep their meaning.

    >>> from newsrecon import TruthMethod, hookimpl
    >>> class Oldest:
    ...     @hookimpl
    ...     def register_truth_methods(self):
    ...         return [TruthMethod("first", lambda ballot: [[1 / (1 + rows[0][0]) for rows in each] for each in ballot.votes])]
    """
