"""Parts of clauses that are statements of their own: where something was so, how badly one is hurt, whose citizen one is.

Outlets tell such things in clauses that have nothing else in common, so they meet only by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import Any

from newsrecon.extractors.injuries import injury_in, who_is_hurt
from newsrecon.extractors.nationalities import citizens_in
from newsrecon.extractors.statement_places import places_in
from newsrecon.model import Article, Claim
from newsrecon.span import Span

__all__ = ["citizenships_of", "injuries_of", "places_of"]


def places_of(
    article: Article, claim: Claim, words: Set[str], names: Sequence[Claim], speaker: str | None
) -> Iterator[Claim]:
    """Where what a clause states was so, each a statement of its own: *at the Elm Street Bridge*."""
    for span in places_in(article, claim.mention.span, words, names):
        value = {
            **claim.value,
            "text": span.of(article.text),
            "numbers": [],
            "times": [],
            "speaker": speaker,
            "passive": False,
            "phrase": "place",
        }
        yield Claim("statement", claim.subject, value, article.mention(span.start, span.end))


def injuries_of(article: Article, claim: Claim, times: list[dict[str, Any]], speaker: str | None) -> Iterator[Claim]:
    """How badly the subject of a clause is hurt, a statement of its own: *with minor injuries*."""
    value, mention = claim.value, claim.mention
    span = injury_in(mention.text, claim.subject, value["verb"], passive=value["passive"])
    if span is not None:
        start = mention.span.start
        more = {"negated": False, "numbers": [], "times": times, "speaker": speaker, "passive": False}
        told = {**value, **more, "text": span.of(mention.text), "phrase": "injury"}
        yield Claim(
            "statement",
            who_is_hurt(mention.text, claim.subject),
            told,
            article.mention(start + span.start, start + span.end),
        )


def citizenships_of(
    article: Article, claims: Iterable[Claim], speaker_of: Callable[[Span], str | None]
) -> Iterator[Claim]:
    """Whose citizens people are, each a statement of its own: *dual Chilean-Peruvian nationality*."""
    people = [one for one in claims if one.kind in ("alias", "description") and one.value["type"] == "person"]
    people.sort(key=lambda claim: claim.mention.span)
    for citizen in citizens_in(article, people):
        value = {
            "text": citizen.span.of(article.text),
            "negated": False,
            "modality": None,
            "numbers": [],
            "times": [],
            "speaker": speaker_of(citizen.span),
            "verb": "",
            "passive": False,
            "phrase": "nationality",
            "nations": citizen.nations,
            "abroad": citizen.abroad,
        }
        yield Claim("statement", citizen.name, value, article.mention(citizen.span.start, citizen.span.end))
