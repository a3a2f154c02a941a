"""The front door: claims in, a Reconciliation out. A pure view of the set of claims, whatever order they came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import Any

from attrs import field, frozen

from newsrecon import wording
from newsrecon.context import Context, Rarity
from newsrecon.extraction import extract
from newsrecon.matching import Matcher
from newsrecon.model import Article, ArticleRecord, Claim, Diagnostic, Extraction
from newsrecon.plugins import Plugins, load_plugins
from newsrecon.reconciliation.anchors import Anchor, find_anchors
from newsrecon.reconciliation.clustering import Group, group_claims, nodes_of
from newsrecon.reconciliation.names import register
from newsrecon.reconciliation.origins import find_origins
from newsrecon.reconciliation.results import Cluster, Name, Origin, Verdict
from newsrecon.reconciliation.roles import contested_roles
from newsrecon.reconciliation.support import cluster_of

__all__ = ["Reconciliation", "reconcile"]

NAMES = "alias"
"""The kind of claims that make up the names; all others make up clusters."""


@frozen
class Reconciliation:
    """What several articles agree on, where one is sharper, where they differ, and whose word each value rests on.

    Made by `reconcile`. It is a function of its `extraction` alone: `a | b` is the reconciliation of the union of both
    extractions, and iteration yields the clusters, disputed ones first.
    """

    extraction: Extraction
    names: tuple[Name, ...] = field(kw_only=True)
    origins: tuple[Origin, ...] = field(kw_only=True)
    clusters: tuple[Cluster, ...] = field(kw_only=True)
    anchors: tuple[tuple[str, Anchor], ...] = field(kw_only=True)
    """For each article that something dates, the day its relative dates count from, and why."""
    diagnostics: tuple[Diagnostic, ...] = field(default=(), kw_only=True, eq=False)
    _plugins: Plugins = field(kw_only=True, eq=False, repr=False)

    def __or__(self, other: Reconciliation) -> Reconciliation:
        if not isinstance(other, Reconciliation):
            return NotImplemented
        return reconcile(self.extraction | other.extraction, plugins=self._plugins)

    def __iter__(self) -> Iterator[Cluster]:
        return iter(self.clusters)

    def __len__(self) -> int:
        return len(self.clusters)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim that was given, in the order of articles and places."""
        return self.extraction.claims

    @property
    def records(self) -> tuple[ArticleRecord, ...]:
        """The articles, as far as they are still known."""
        return self.extraction.records

    @cached_property
    def _claims_by_id(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.extraction.claims}

    @cached_property
    def _cluster_of_claim(self) -> Mapping[str, Cluster]:
        return {claim: cluster for cluster in self.clusters for claim in cluster.claims}

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id; KeyError where there is none."""
        return self._claims_by_id[claim_id]

    def cluster_of(self, claim: Claim | str) -> Cluster | None:
        """The cluster a claim is in; None for an alias claim, which is in a name, unless it tells a disputed role."""
        return self._cluster_of_claim.get(claim if isinstance(claim, str) else claim.id)

    def anchor(self, article: str) -> Anchor | None:
        """The day an article's relative dates count from, its own or a borrowed one, and why."""
        return dict(self.anchors).get(article)

    def of_kind(self, kind: str) -> tuple[Cluster, ...]:
        """The clusters of one kind."""
        return tuple(cluster for cluster in self.clusters if cluster.kind == kind)

    def _with(self, verdict: Verdict) -> tuple[Cluster, ...]:
        return tuple(cluster for cluster in self.clusters if cluster.verdict is verdict)

    @property
    def disputed(self) -> tuple[Cluster, ...]:
        """Where supported values cannot both be true."""
        return self._with(Verdict.DISPUTED)

    @property
    def refined(self) -> tuple[Cluster, ...]:
        """Where no one objects and one source is sharper than another."""
        return self._with(Verdict.REFINED)

    @property
    def corroborated(self) -> tuple[Cluster, ...]:
        """Where two independent voices or more agree."""
        return self._with(Verdict.CORROBORATED)

    @property
    def unconfirmed(self) -> tuple[Cluster, ...]:
        """Where there is one voice only."""
        return self._with(Verdict.UNCONFIRMED)

    @property
    def updated(self) -> tuple[Cluster, ...]:
        """Where a newer value took the place of an older one, whatever the verdict on the newest."""
        return tuple(cluster for cluster in self.clusters if cluster.updated)

    @property
    def timeline(self) -> tuple[Cluster, ...]:
        """The clusters of dated events whose best value has a beginning, earliest first."""
        dated = [(begin, cluster) for cluster in self.of_kind("date") if (begin := _beginning(cluster))]
        return tuple(cluster for _, cluster in sorted(dated, key=lambda pair: (pair[0], pair[1].id)))

    def __str__(self) -> str:
        # A value shows itself through the view above it, loaded only when someone looks.
        from newsrecon.report.text import render

        return render(self)

    def _repr_html_(self) -> str:
        from newsrecon.report.html import fragment

        return fragment(self)


def _beginning(cluster: Cluster) -> str | None:
    value = cluster.variants[cluster.best or 0].value
    begin = value.get("begin")
    return begin if isinstance(begin, str) and value.get("type") in ("DATE", "TIME") else None


def reconcile(
    given: Extraction | Iterable[Article] | Article,
    *,
    plugins: Plugins | Iterable[object] | None = None,
    strict: bool = False,
    progress: Callable[[Article], object] | None = None,
) -> Reconciliation:
    """What several articles, or the claims read from them, agree on and where they differ.

    Articles are read with `extract` first. Articles with different `story` values are never compared. The result depends
    on the set of claims only, not on their order; `plugins` and `strict` are as in `extract`.

    >>> one = Article("The strike began on 3 May 2025.", id="1", source="The Daily")
    >>> two = Article("The strike began in May 2025.", id="2", source="The Globe")
    >>> found = reconcile([one, two])
    >>> [[variant.value["timex"] for variant in cluster.variants] for cluster in found.refined if cluster.kind == "date"]
    [['2025-05', '2025-05-03']]
    """
    if isinstance(plugins, Plugins):
        at_work = plugins
    elif plugins is None:
        at_work = load_plugins(strict=strict)
    else:
        at_work = load_plugins(plugins, entry_points=False, strict=strict)
    if not isinstance(given, Extraction):
        given = extract(given, plugins=at_work, strict=strict, progress=progress)
    diagnostics = list(given.diagnostics)
    matchers = at_work.matchers(diagnostics)
    parts = [
        _reconcile_story(story, records, claims, matchers, at_work, diagnostics)
        for story, records, claims in _stories(given)
    ]
    return Reconciliation(
        given,
        names=tuple(name for part in parts for name in part.names),
        origins=tuple(origin for part in parts for origin in part.origins),
        clusters=tuple(sorted((cluster for part in parts for cluster in part.clusters), key=_importance)),
        anchors=tuple(sorted((article, anchor) for part in parts for article, anchor in part.anchors.items())),
        diagnostics=tuple(sorted(set(diagnostics), key=repr)),
        plugins=at_work,
    )


_URGENCY = {verdict: place for place, verdict in enumerate(Verdict)}


def _importance(cluster: Cluster) -> tuple[Any, ...]:
    """Disputed first, then refined, corroborated, unconfirmed; in each, what most voices speak of."""
    voices = max(variant.origins for variant in cluster.variants)
    return _URGENCY[cluster.verdict], -len(cluster.sources), -voices, cluster.kind, cluster.subject, cluster.id


@frozen(eq=False)
class _Part:
    """What one story comes to."""

    names: tuple[Name, ...]
    origins: tuple[Origin, ...]
    clusters: tuple[Cluster, ...]
    anchors: dict[str, Anchor]


def _stories(given: Extraction) -> Iterator[tuple[str | None, list[ArticleRecord], list[Claim]]]:
    """The records and claims of each story; a claim whose article has no record brings one that knows only its source."""
    records = {record.id: record for record in given.records}
    for claim in given.claims:
        mention = claim.mention
        if mention.article not in records:
            records[mention.article] = ArticleRecord(mention.article, source=mention.source, digest="")
    by_story: dict[str | None, tuple[list[ArticleRecord], list[Claim]]] = defaultdict(lambda: ([], []))
    for record in records.values():
        by_story[record.story][0].append(record)
    for claim in given.claims:
        by_story[records[claim.mention.article].story][1].append(claim)
    for story in sorted(by_story, key=lambda story: (story is not None, story or "")):
        found, claims = by_story[story]
        yield story, sorted(found, key=lambda record: record.id), claims


def _reconcile_story(
    story: str | None,
    records: Sequence[ArticleRecord],
    claims: Sequence[Claim],
    matchers: Mapping[str, Matcher[Any]],
    plugins: Plugins,
    diagnostics: list[Diagnostic],
) -> _Part:
    """The steps of the pipeline, in order: names, anchors, origins, then block, match, cluster and judge each kind."""
    found = register([claim for claim in claims if claim.kind == NAMES], story=story)
    anchors = find_anchors(records, claims)
    voices = find_origins(records)
    context = Context(names=found.index, rarity=_rarity(claims), times=_times(claims), anchor=_days(anchors))
    published = {record.id: record.published for record in records}
    judge = partial(cluster_of, voices=voices, story=story, published=published)
    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind != NAMES:
            by_kind[claim.kind].append(claim)
    clusters: list[Cluster] = []
    for kind in sorted(by_kind):
        matcher = matchers.get(kind) or Matcher[Claim](kind)
        try:
            clusters += _clusters(by_kind[kind], matcher, context, judge, diagnostics)
        except Exception as error:
            if kind not in matchers:
                raise
            diagnostics.append(plugins.matcher_failed(kind, error))
            # The claims are kept; only those that say the same in the same words come together.
            apart = Matcher[Claim](kind, keys=lambda claim: ())
            clusters += _clusters(by_kind[kind], apart, context, judge, diagnostics)
    named = {claim.id: claim for claim in claims if claim.kind == NAMES}
    clusters += contested_roles(found.names, named, voices, story)
    return _Part(found.names, voices.origins, tuple(clusters), anchors)


def _clusters(
    claims: Iterable[Claim],
    matcher: Matcher[Any],
    context: Context,
    judge: Callable[[Group, Matcher[Any]], Cluster],
    diagnostics: list[Diagnostic],
) -> list[Cluster]:
    problems: list[str] = []
    groups = group_claims(nodes_of(claims, matcher, context), matcher, problems)
    made = [judge(group, matcher) for group in groups]
    diagnostics += [Diagnostic("warning", problem) for problem in problems]
    return made


def _rarity(claims: Iterable[Claim]) -> Rarity:
    """Rarity of content words over the distinct passages that claims other than names rest on."""
    passages = sorted({claim.mention.text for claim in claims if claim.kind != NAMES})
    return Rarity.of(wording.content_words(passage) for passage in passages)


def _times(claims: Iterable[Claim]) -> Rarity:
    """Rarity of times over the distinct clauses that are dated."""
    dated: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.kind == "date" and isinstance(timex := claim.value.get("timex"), str):
            dated[claim.subject].add(timex)
    return Rarity.of((clause, *times) for clause, times in dated.items())


def _days(anchors: Mapping[str, Anchor]) -> Callable[[str], date | None]:
    def day_of(article: str) -> date | None:
        anchor = anchors.get(article)
        return anchor.day if anchor else None

    return day_of
