"""The one order of claims, records and diagnostics, and unions that keep it, so that equal sets are equal values.

What is added is often little beside what there is: an article to an archive. Then it is put in its places, and nothing else is
looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from newsrecon.errors import ArticleConflictError

if TYPE_CHECKING:
    from newsrecon.article_records import ArticleRecord
    from newsrecon.model import Claim, Diagnostic

__all__ = ["claims_in_order", "diagnostics_in_order", "records_in_order", "united_claims"]

FEW = 50
"""So many times as many claims as are added make it worth looking for the place of each."""


class _InOrder(tuple["Claim", ...]):
    """Claims that are in order already, each once."""

    __slots__ = ()


def claims_in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """One claim for each id, in the order of article, place, kind and id; of two finders, the first by name is kept."""
    if isinstance(claims, _InOrder):
        return tuple(claims)
    kept: dict[str, Claim] = {}
    for claim in claims:
        claim = evolve(claim, revises=None) if claim.revises is not None else claim
        known = kept.setdefault(claim.id, claim)
        if claim.extractor < known.extractor:
            kept[claim.id] = claim
    return tuple(sorted(kept.values(), key=_place))


def united_claims(one: tuple[Claim, ...], other: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The union of claims that are in order."""
    few, many = sorted((one, other), key=len)
    return _InOrder(_inserted(few, many)) if len(few) * FEW < len(many) else one + other


def _inserted(few: Sequence[Claim], many: Sequence[Claim]) -> list[Claim]:
    found: list[Claim] = []
    rest = 0
    for claim in few:
        place = bisect_left(many, _place(claim), rest, key=_place)
        found += many[rest:place]
        rest = place
        if place < len(many) and many[place].id == claim.id:
            rest += 1
            claim = min(many[place], claim, key=lambda same: same.extractor)
        found.append(claim)
    found += many[rest:]
    return found


def _place(claim: Claim) -> tuple[str, int, int, str, str]:
    mention = claim.mention
    return mention.article, mention.span.start, mention.span.end, claim.kind, claim.id


def records_in_order(records: Iterable[ArticleRecord]) -> tuple[ArticleRecord, ...]:
    """One record for each article, by their ids; ArticleConflictError where two of one id differ."""
    kept: dict[str, ArticleRecord] = {}
    for record in records:
        known = kept.setdefault(record.id, record)
        if known is not record and known != record:
            raise ArticleConflictError(record.id)
    return tuple(kept[key] for key in sorted(kept))


def diagnostics_in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each diagnostic once, by article, plugin and message."""
    return tuple(
        sorted(
            set(diagnostics),
            key=lambda item: (item.article or "", item.plugin or "", item.version or "", item.level, item.message),
        )
    )
