"""What a program and a plugin look like to a type checker, which sees only what is installed. Nothing here is run.

`mypy --strict` reads this file in an environment that has the wheel and not the sources.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsrecon import (
    Article,
    Claim,
    Entailment,
    Extraction,
    Likeness,
    Matcher,
    Plugins,
    Reconciliation,
    Relation,
    Span,
    extract,
    hookimpl,
    load_plugins,
    read,
    reconcile,
    relate_intervals,
)


@hookimpl
def extract_claims(article: Article) -> Iterable[Claim]:
    """A plugin as a module."""
    for sentence in article.sentences:
        span: Span = sentence
        yield Claim("length", "a sentence", {"low": len(span)}, article.mention(span.start, span.end))


class Lengths:
    """A plugin as an instance."""

    @hookimpl
    def register_matchers(self) -> Iterable[Matcher[Any]]:
        return [Matcher("length", relate=relate_intervals("low", "high")), lengths]


def _read(claim: Claim, context: object) -> int:
    return len(claim.mention.text)


def _same(left: int, right: int) -> Likeness:
    return Likeness(1.0, "all sentences are alike")


def _relate(left: int, right: int) -> Entailment:
    return Entailment(Relation.EQUAL if left == right else Relation.CONFLICTS, f"{left} and {right}")


lengths: Matcher[int] = Matcher("length", read=_read, keys=lambda length: [length], same=_same, relate=_relate)


def program(paths: list[str]) -> dict[str, list[str]]:
    """A program from articles to what is disputed."""
    plugins: Plugins = load_plugins([Lengths()], disable=["dates"], isolate=10.0)
    claims: Extraction = extract(read(paths).articles, plugins=plugins)
    found: Reconciliation = reconcile(claims, plugins=plugins)
    return {cluster.subject: [variant.text for variant in cluster.variants] for cluster in found.disputed}
