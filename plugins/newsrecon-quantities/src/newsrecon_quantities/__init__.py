"""A newsrecon plugin that reads how many: people killed, injured, arrested, missing; money; shares; ages; terms; votes; things.

Three hooks make the plugin: `extract_claims` reads the claims of one article, `resolve_claims` tells whose age it is where that
is told by a name elsewhere, `register_matchers` says how they are compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsrecon import Article, Claim, Matcher, hookimpl
from newsrecon_quantities.ages import named_ages, read_ages
from newsrecon_quantities.amounts import read_amounts
from newsrecon_quantities.counts import read_counts
from newsrecon_quantities.matching import matcher
from newsrecon_quantities.measures import read_measures
from newsrecon_quantities.people import read_people
from newsrecon_quantities.terms import read_terms
from newsrecon_quantities.votes import read_votes

__all__ = ["extract_claims", "register_matchers"]

kinds = ("quantity",)


@hookimpl
def extract_claims(article: Article) -> Iterable[Claim]:
    """The claims of kind `quantity` in an article: `slot`, `low`, `high` and `unit`, and what more its sort needs."""
    readers = (read_people, read_amounts, read_measures, read_ages, read_terms, read_votes)
    found = [claim for reader in readers for claim in reader(article)]
    return [*found, *read_counts(article, found)]


@hookimpl
def resolve_claims(article: Article, claims: tuple[Claim, ...]) -> Iterable[Claim]:
    """The ages again of *the 41-year-old*, with the name of the one who can be meant."""
    return named_ages(article, claims)


@hookimpl
def register_matchers() -> Iterable[Matcher[Any]]:
    """The matcher by number intervals."""
    return [matcher]
