"""Which articles are one voice: near-copies, wire text, outlets of one owner, passages credited to another outlet.

Theory of operation. Two articles are *near-copies* when enough of the shorter sketch is contained in the longer (see
`newsrecon.records`). Pairs join in the order of what they share, but no group takes in an article that has next to nothing in
common with one of its members: a round-up that holds two reports whole does not make the two reports one. Then each group of
copies is given one label at most, and groups with one label are one origin: the *outlet* on which most of its articles wholly
rest, else the *owner* of the outlet that was first. Since a group has one label, labels chain nothing either: a
chain of newspapers that prints two agencies makes neither the agencies one voice nor its own reports theirs.

A credited passage ("according to Al Jazeera") does not join whole articles: it speaks with the voice of the outlet it credits,
wherever support is counted.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from attrs import field, frozen

from newsrecon.article_records import ArticleRecord, Credit
from newsrecon.credits import same_outlet
from newsrecon.model import Claim
from newsrecon.owners import Owners
from newsrecon.reconciliation.results import Origin

__all__ = ["CONTAINMENT", "Voices", "find_origins"]

CONTAINMENT = 0.34
"""The share of the shorter sketch that two articles have in common from which they are copies."""

STRANGERS = 0.08
"""Two articles that have less than this in common are never in one group of copies."""

QUOTED = 0.9
"""A text that has a larger share of its words in quotation marks is compared with what it quotes."""

OWN = 0.2
"""So much of the words outside quotation marks of the shorter one must be shared, too."""

LEAST_SHARED = 4
"""Fewer common hashes than this are chance, a shared phrase, or a very short text."""

_NOTHING = hashlib.sha256(b"").hexdigest()


@frozen(eq=False)
class Voices:
    """Whose voice a claim is: the origin of its article, or that of the outlet its passage credits."""

    origins: tuple[Origin, ...]
    names: tuple[str, ...] = ()
    """What the voice of each origin is called: the outlet it rests on, its owner, or the first of its sources by name."""
    _origin_of: dict[str, int] = field(factory=dict)
    _credits: dict[str, tuple[Credit, ...]] = field(factory=dict)
    _voice_of: dict[str, int] = field(factory=dict)
    _owners: Owners = field(factory=Owners)

    def of(self, claim: Claim) -> tuple[int | str, str | None]:
        """A voice, and in words why it is not the article's own (None where it is)."""
        article = claim.mention.article
        credit = self._credit_at(claim)
        if credit is None:
            return self._origin_of[article], None
        owner = self._owners.of(credit.name)
        known = self._voice_of.get(owner or credit.name)
        why = f"{claim.mention.source} credits {credit.name}"
        return (owner or credit.name) if known is None else known, f"{why}, which {owner} owns" if owner else why

    def heard_in(self, claim: Claim) -> Hashable:
        """Who is heard in a claim and why, in a form that does not change with the number of other voices."""
        voice, why = self.of(claim)
        return (voice if isinstance(voice, str) else (self.origins[voice], self.name_of(voice))), why

    def name_of(self, voice: int | str) -> str:
        """What a voice is called."""
        return voice if isinstance(voice, str) else self.names[voice]

    def _credit_at(self, claim: Claim) -> Credit | None:
        found = self._credits.get(claim.mention.article)
        if not found:
            return None
        place = bisect_right(found, claim.mention.span.start, key=lambda credit: credit.span.start) - 1
        return found[place] if place >= 0 and found[place].span.contains(claim.mention.span) else None


def find_origins(records: Sequence[ArticleRecord], owners: Owners | None = None) -> Voices:
    """The origins of a story's articles, every article in exactly one, and the voices of credited passages."""
    owners = owners or Owners()
    groups = _Groups(record.id for record in records)
    _join_copies(records, groups)
    labels = _labels(records, groups, owners)
    for label, members in sorted(labels.items()):
        (first, outlet), *rest = members
        for other, second in rest:
            one = outlet is not None and outlet == second
            groups.join(first, other, f"both rest on {outlet}" if one else f"{label} owns both outlets")
    origins = groups.origins()
    origin_of = {article: number for number, origin in enumerate(origins) for article in origin.articles}
    label_of = {origin_of[members[0][0]]: label for label, members in labels.items()}
    source = {record.id: record.source for record in records}
    return Voices(
        origins,
        tuple(
            label_of.get(number) or min(source[article] for article in origin.articles)
            for number, origin in enumerate(origins)
        ),
        origin_of,
        {record.id: passages for record in records if (passages := _passages(record))},
        {label: number for number, label in label_of.items()},
        owners,
    )


def _passages(record: ArticleRecord) -> tuple[Credit, ...]:
    return tuple(sorted((credit for credit in record.credits if not credit.whole), key=lambda credit: credit.span))


# ---------------------------------------------------------------- copies


def _join_copies(records: Sequence[ArticleRecord], groups: _Groups) -> None:
    """Join articles with one text, and near-copies in the order of what they share, strangers kept apart."""
    distinct: dict[str, ArticleRecord] = {}
    for record in sorted(records, key=lambda record: record.id):
        text = record.digest if record.digest and record.digest != _NOTHING else record.id
        first = distinct.setdefault(text, record)
        if first is not record:
            groups.join(first.id, record.id, "the same text")
    texts = list(distinct.values())
    common, sizes = _common(texts), [len(record.sketch) for record in texts]

    def share(pair: tuple[int, int]) -> float:
        return common[pair] / min(sizes[pair[0]], sizes[pair[1]])

    near = sorted(
        (-share(pair), texts[pair[0]].id, texts[pair[1]].id, pair)
        for pair, count in common.items()
        # Most pairs have a phrase or two in common, which is seen before anything is worked out.
        if count >= LEAST_SHARED and share(pair) >= CONTAINMENT and _share_own(texts[pair[0]], texts[pair[1]])
    )
    inside: dict[int, list[int]] = {}
    for _, left, right, (one, two) in near:
        here, there = inside.setdefault(one, [one]), inside.setdefault(two, [two])
        if here is not there:
            if any(share(_ordered(mine, other)) < STRANGERS for mine in here for other in there):
                continue
            here += there
            inside.update(dict.fromkeys(there, here))
        groups.join(left, right, f"{share((one, two)):.0%} of the shorter text stands in the longer")


def _share_own(one: ArticleRecord, other: ArticleRecord) -> bool:
    """Whether two have more in common than what both quote; two that are hardly more than quotation have nothing else."""
    least = min(len(one.sketch) - len(one.quoted), len(other.sketch) - len(other.quoted))
    if least < (1 - QUOTED) * min(len(one.sketch), len(other.sketch)):
        return True
    return len((one.sketch & other.sketch) - (one.quoted & other.quoted)) >= max(min(LEAST_SHARED, least), OWN * least)


def _common(records: Sequence[ArticleRecord]) -> Counter[tuple[int, int]]:
    """How many hashes each two of some sketches have in common, by position, the smaller one first."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        for value in record.sketch:
            holders[value].append(index)
    common: Counter[tuple[int, int]] = Counter()
    for found in holders.values():
        if len(found) > 1:
            common.update(combinations(found, 2))
    return common


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


# ---------------------------------------------------------------- outlets and owners


def _labels(
    records: Sequence[ArticleRecord], groups: _Groups, owners: Owners
) -> Mapping[str, Sequence[tuple[str, str | None]]]:
    """{an outlet, or the owner of outlets: the groups that are its voice, each by an article and the outlet it rests on}."""
    named = {credit.name for record in records for credit in record.credits}
    if not named and not owners.entries:
        return {}
    resting = {record.id: outlet for record in records if (outlet := _rests_on(record, named)) is not None}
    labels: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    by_id = {record.id: record for record in records}
    for members in groups.members():
        outlets = Counter(resting[article] for article in members if article in resting)
        if outlets:
            outlet = min(outlets, key=lambda outlet: (-outlets[outlet], outlet))
            labels[owners.of(outlet) or outlet].append((members[0], outlet))
            continue
        first = min((by_id[article] for article in members), key=_age)
        owner = owners.of(first.source, first.domain)
        if owner is not None:
            labels[owner].append((members[0], None))
    return labels


def _age(record: ArticleRecord) -> tuple[date, str]:
    """What came first of some copies: the earliest day, those without one last, then by id."""
    return record.published_day or date.max, record.id


def _rests_on(record: ArticleRecord, named: Iterable[str]) -> str | None:
    """The outlet whose word a whole article is: the one it is under the name of, else its own where others credit that."""
    under = next((credit.name for credit in record.credits if credit.whole), None)
    return under or next((name for name in sorted(named) if same_outlet(name, record)), None)


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

    def members(self) -> list[list[str]]:
        """The articles of each group, in order."""
        found: dict[str, list[str]] = defaultdict(list)
        for article in sorted(self._parent):
            found[self._root(article)].append(article)
        return list(found.values())

    def origins(self) -> tuple[Origin, ...]:
        return tuple(
            Origin(
                tuple(articles),
                because="; ".join(sorted(self._reasons.get(self._root(articles[0]), ())))
                or "no other article shares its words",
            )
            for articles in self.members()
        )
