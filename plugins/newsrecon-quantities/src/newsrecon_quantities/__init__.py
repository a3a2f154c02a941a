"""A newsrecon plugin that reads how many: people killed, injured, arrested, missing, displaced; money; percentages.

Two hooks make the plugin: `extract_claims` reads the claims of one article, `register_matchers` says how they are compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from newsrecon import Article, Claim, Matcher, hookimpl
from newsrecon_quantities.amounts import read_amounts
from newsrecon_quantities.matching import matcher
from newsrecon_quantities.people import read_people

__all__ = ["extract_claims", "register_matchers"]


@hookimpl
def extract_claims(article: Article) -> Iterable[Claim]:
    """The claims of kind `quantity` in an article: `slot`, `low`, `high` and `unit`, and for people `of` and `whole`."""
    return chain(read_people(article), read_amounts(article))


@hookimpl
def register_matchers() -> Iterable[Matcher[Any]]:
    """The matcher by number intervals."""
    return [matcher]
