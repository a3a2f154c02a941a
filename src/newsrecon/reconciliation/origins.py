"""Which articles are one voice: near-copies, wire text, passages credited to another outlet.

Two articles are near-copies when enough of the shorter sketch is contained in the longer (see `newsrecon.records`). Whole
articles under one wire's name are one origin with it. A credited passage ("according to Al Jazeera") does not join whole
articles: it speaks with the voice of the outlet it credits, wherever support is counted.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from newsrecon.model import ArticleRecord, Claim, Credit
from newsrecon.reconciliation.results import Origin
from newsrecon.records import same_outlet

__all__ = ["CONTAINMENT", "Voices", "find_origins"]

CONTAINMENT = 0.34
"""The share of the shorter sketch that two articles have in common from which they are copies."""

LEAST_SHARED = 4
"""Fewer common hashes than this are chance, a shared quotation, or a very short text."""

_NOTHING = hashlib.sha256(b"").hexdigest()


@frozen(eq=False)
class Voices:
    """Whose voice a claim is: the origin of its article, or that of the outlet its passage credits."""

    origins: tuple[Origin, ...]
    _origin_of: dict[str, int] = field(factory=dict)
    _credits: dict[str, tuple[Credit, ...]] = field(factory=dict)
    _outlets: dict[str, int] = field(factory=dict)

    def of(self, claim: Claim) -> tuple[int | str, str | None]:
        """A voice, and in words why it is not the article's own (None where it is)."""
        article = claim.mention.article
        credit = self._credit_at(claim)
        if credit is None:
            return self._origin_of[article], None
        known = self._outlets.get(credit.name)
        return (credit.name if known is None else known), f"{claim.mention.source} credits {credit.name}"

    def _credit_at(self, claim: Claim) -> Credit | None:
        found = self._credits.get(claim.mention.article)
        if not found:
            return None
        place = bisect_right(found, claim.mention.span.start, key=lambda credit: credit.span.start) - 1
        return found[place] if place >= 0 and found[place].span.contains(claim.mention.span) else None


def find_origins(records: Sequence[ArticleRecord]) -> Voices:
    """The origins of a story's articles, every article in exactly one, and the voices of credited passages."""
    groups = _Groups(record.id for record in records)
    for left, right in _verbatim(records):
        groups.join(left, right, "the same text")
    for left, right, shared in _near_copies(records):
        groups.join(left, right, f"{shared:.0%} of the shorter text stands in the longer")
    outlets: dict[str, str] = {}
    for credit, members in sorted(_rest_on(records).items()):
        first, *rest = sorted(members)
        outlets[credit] = first
        for other in rest:
            groups.join(first, other, f"both rest on {credit}")
    origins = groups.origins()
    origin_of = {article: number for number, origin in enumerate(origins) for article in origin.articles}
    passages = {
        record.id: tuple(
            sorted((credit for credit in record.credits if not credit.whole), key=lambda credit: credit.span)
        )
        for record in records
    }
    return Voices(origins, origin_of, passages, {name: origin_of[article] for name, article in outlets.items()})


def _rest_on(records: Sequence[ArticleRecord]) -> dict[str, set[str]]:
    """{outlet that is credited: the articles that are its own or wholly rest on it}."""
    named = {credit.name for record in records for credit in record.credits}
    resting: dict[str, set[str]] = defaultdict(set)
    for record in records:
        whole = {credit.name for credit in record.credits if credit.whole}
        for name in named:
            if name in whole or same_outlet(name, record):
                resting[name].add(record.id)
    return resting


def _verbatim(records: Sequence[ArticleRecord]) -> Iterator[tuple[str, str]]:
    """Articles with the same text, which may be too short for a sketch."""
    first: dict[str, str] = {}
    for record in records:
        if record.digest and record.digest != _NOTHING and first.setdefault(record.digest, record.id) != record.id:
            yield first[record.digest], record.id


def _near_copies(records: Sequence[ArticleRecord]) -> list[tuple[str, str, float]]:
    """Pairs of articles whose sketches have enough in common, with the share of the shorter one."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        for value in record.sketch:
            holders[value].append(index)
    common: Counter[tuple[int, int]] = Counter()
    for found in holders.values():
        for place, left in enumerate(found):
            for right in found[place + 1 :]:
                common[left, right] += 1
    pairs = []
    for (left, right), count in common.items():
        one, two = records[left], records[right]
        if one.digest and one.digest == two.digest:
            continue
        share = count / min(len(one.sketch), len(two.sketch))
        if share >= CONTAINMENT and count >= LEAST_SHARED:
            pairs.append((one.id, two.id, share))
    return sorted(pairs)


class _Groups:
    """Articles joined step by step, with the reasons kept."""

    def __init__(self, articles: Iterable[str]) -> None:
        self._parent = {article: article for article in articles}
        self._reasons: dict[str, set[str]] = defaultdict(set)

    def _root(self, article: str) -> str:
        while self._parent[article] != article:
            self._parent[article] = self._parent[self._parent[article]]
            article = self._parent[article]
        return article

    def join(self, left: str, right: str, reason: str) -> None:
        one, two = sorted((self._root(left), self._root(right)))
        self._parent[two] = one
        self._reasons[one] |= self._reasons.pop(two, set()) if two != one else set()
        self._reasons[one].add(f"{left} and {right}: {reason}")

    def origins(self) -> tuple[Origin, ...]:
        members: dict[str, list[str]] = defaultdict(list)
        for article in sorted(self._parent):
            members[self._root(article)].append(article)
        return tuple(
            Origin(
                tuple(articles),
                because="; ".join(sorted(self._reasons.get(root, ()))) or "no other article shares its words",
            )
            for root, articles in sorted(members.items())
        )
