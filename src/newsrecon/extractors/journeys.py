"""From where to where somebody goes in a statement: *came to Lima from Sund*, *sailing from Sund to Lima*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from newsrecon.extractors.statement_names import entity
from newsrecon.extractors.statement_words import forms_in
from newsrecon.model import Claim
from newsrecon.span import Span

__all__ = ["goal_of", "route_of"]


def goal_of(claim: Claim, named: Iterable[tuple[Span, str]]) -> str | None:
    """Where the subject moves to: *was moved to* **Lima**, *came to* **Lima** *from Sund*."""
    text, verb = claim.mention.text, claim.value.get("verb") or ""
    if verb not in forms_in("moves") and not (verb in forms_in("arrivals") and " from " in text):
        return None
    return next((entity(name) for span, name in named if _TO.search(text, 0, span.start)), None)


def route_of(text: str, named: Sequence[tuple[Span, str]]) -> tuple[str, str] | None:
    """From where to where: *from* **Sund** *to* **Lima**."""
    if len(named) < 2 or " from " not in text:
        return None
    for (start, one), (goal, other) in pairwise(named):
        if _FROM.search(text, 0, start.start) and _THEN_TO.fullmatch(text, start.end, goal.start):
            return entity(one), entity(other)
    return None


_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$")
_THEN_TO = re.compile(r"\s+to\s+(?:the\s+)?")
# came to the | Elm Zoo
_TO = re.compile(r"\bto\s+(?:the\s+)?$")
