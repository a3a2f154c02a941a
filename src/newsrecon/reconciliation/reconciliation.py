"""The front door: claims in, a Reconciliation out. A pure view of the set of claims, whatever order they came in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen

from newsrecon.article_records import ArticleRecord
from newsrecon.extraction import extract
from newsrecon.garbage import looking_seldom
from newsrecon.known_names import KnownName
from newsrecon.matching import Matcher
from newsrecon.model import Article, Claim, Diagnostic, Extraction
from newsrecon.owners import Owners
from newsrecon.plugins import Plugins, load_plugins
from newsrecon.reconciliation.anchors import Anchor
from newsrecon.reconciliation.judging import judged_by, votes_of
from newsrecon.reconciliation.known_names import KnownNames
from newsrecon.reconciliation.results import Cluster, Name, Origin, Verdict
from newsrecon.reconciliation.story import Knowledge, Part, State, part_of, states_of
from newsrecon.reconciliation.streams import in_stories
from newsrecon.truth import Ballot, SourceAccuracy, TruthMethod
from newsrecon.truth.ballot import Scores

__all__ = ["Reconciliation", "assembled", "in_order", "plugins_at_work", "reconcile"]


@frozen
class Reconciliation:
    """What several articles agree on, where one is sharper, where they differ, and whose word each value rests on.

    Made by `reconcile`. It is a function of its `extraction` and the names and owners that were given: `a | b` is the
    reconciliation of the unions of both, and iteration yields the clusters, disputed ones first.

    >>> one = reconcile(Article("The strike began on 3 May 2025.", id="1", source="The Daily"))
    >>> two = reconcile(Article("The strike began on 4 May 2025.", id="2", source="The Globe"))
    >>> one | two == two | one, len(one | two) == len(list(one | two))
    (True, True)
    """

    extraction: Extraction
    """The claims and records it was made from."""
    names: tuple[Name, ...] = field(kw_only=True)
    """Who is named, one entry for each entity of each story."""
    origins: tuple[Origin, ...] = field(kw_only=True)
    """The groups of articles that are one voice, each article in one."""
    clusters: tuple[Cluster, ...] = field(kw_only=True)
    """What the sources say, disputed things first."""
    anchors: tuple[tuple[str, Anchor], ...] = field(kw_only=True)
    """For each article that something dates, the day its relative dates count from, and why."""
    known_names: tuple[KnownName, ...] = field(default=(), kw_only=True)
    """The names that were given, those of one identifier as one."""
    owners: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    """Each outlet whose owner was given, with its owner."""
    diagnostics: tuple[Diagnostic, ...] = field(default=(), kw_only=True, eq=False)
    """What happened on the way; no part of equality."""
    _plugins: Plugins = field(kw_only=True, eq=False, repr=False)

    def __or__(self, other: Reconciliation) -> Reconciliation:
        if not isinstance(other, Reconciliation):
            return NotImplemented
        known = (*self.known_names, *other.known_names)
        owners = dict(Owners((*self.owners, *other.owners)).entries)
        return reconcile(self.extraction | other.extraction, names=known, owners=owners, plugins=self._plugins)

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
    def votes(self) -> tuple[tuple[str, str, int], ...]:
        """Who is for which side of what, as triples of voice, cluster id and position of a variant, for truth discovery.

        Of values in dispute each side is its vaguest value; where nothing is disputed, all are for the best one. A voice is
        called by the outlet it rests on, by its owner where `owners` tells one, else by the first of its sources.
        """
        return votes_of(self.clusters)

    def judged(
        self, method: str | TruthMethod | Callable[[Ballot], Scores], *, known: SourceAccuracy | None = None
    ) -> Reconciliation:
        """The same with the best value of each disputed cluster picked by a method of truth discovery, and told in its `pick`.

        Methods are those of `discover`; each voice counts by how right it is in all clusters, and by what is `known` of it
        from other stories. Verdicts stay as they are. A union with another reconciliation is not judged.

        >>> days = {"Daily": 3, "Globe": 3, "Echo": 4}
        >>> texts = {name: f"The old mill at Lindgren burned down on {day} May 2025, {name} says." for name, day in days.items()}
        >>> found = reconcile(Article(text, source=name) for name, text in texts.items())
        >>> [cluster.pick for cluster in found.judged("accu") if cluster.kind == "date"]
        ["accu gives '3 May 2025' 1.00 and '4 May 2025' 0.00"]
        """
        return evolve(self, clusters=judged_by(self.clusters, self.votes, method, known, self._plugins))

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
        """The clusters of dated events whose best value has a beginning, earliest first.

        What was done at some time after a date (*40 families have fled since Monday*) is not of that date, and left out, as is
        the day on which a text was written.
        """
        dated = [
            (begin, cluster)
            for cluster in self.of_kind("date")
            if (begin := _beginning(cluster)) and not self._is_no_event(cluster)
        ]
        return tuple(cluster for _, cluster in sorted(dated, key=lambda pair: (pair[0], pair[1].id)))

    def _is_no_event(self, cluster: Cluster) -> bool:
        """Whether the best time of a cluster is the bound of what is told, or that of a dateline, wherever it is told."""
        values = [self.claim(one).value for one in cluster.variants[cluster.best or 0].claims]
        return all(value.get("bounds") or value.get("dateline") for value in values)

    def explain(self, cluster: Cluster | str) -> str:
        """How a cluster, given itself or by its id, came about: sentences that name each rule, its words and its margin.

        KeyError where there is no cluster with this id.

        >>> one = Article("The strike began on 3 May 2025.", id="1", source="The Daily")
        >>> two = Article("The strike began in May 2025.", id="2", source="The Globe")
        >>> found = reconcile([one, two])
        >>> (dated,) = found.of_kind("date")
        >>> print(found.explain(dated).split("\\n")[1])
        Verdict: refined, since '3 May 2025' tells more exactly what 'May 2025' tells: 3 May 2025 lies
        """
        from newsrecon.report.because import explain

        if not isinstance(cluster, Cluster):
            if cluster not in self._cluster_by_id:
                raise KeyError(f"no cluster has the id {cluster!r}")
            cluster = self._cluster_by_id[cluster]
        return explain(cluster, self)

    @cached_property
    def _cluster_by_id(self) -> Mapping[str, Cluster]:
        return {cluster.id: cluster for cluster in self.clusters}

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
    names: Iterable[KnownName] = (),
    owners: Mapping[str, str] | None = None,
    plugins: Plugins | Iterable[object] | None = None,
    strict: bool = False,
    progress: Callable[[Article], object] | None = None,
    group: bool = False,
) -> Reconciliation:
    """What several articles, or the claims read from them, agree on and where they differ.

    Articles are read with `extract` first. Articles with different `story` values are never compared; with `group`, articles
    are sorted into `stories` first, whatever keys they carry (ValueError for claims, whose articles are not there to be
    sorted). `names` are known beforehand: what is called by one of their forms gets its identifier, and no two of them are
    made one. `owners` gives the owner of outlets by their name or registrable domain; what outlets of one owner write is one
    voice (ValueError for an outlet with two owners). The result depends on the set of claims only, not on their order;
    `plugins` and `strict` are as in `extract`.

    >>> one = Article("The strike began on 3 May 2025.", id="1", source="The Daily")
    >>> two = Article("The strike began in May 2025.", id="2", source="The Globe")
    >>> found = reconcile([one, two])
    >>> [[variant.value["timex"] for variant in cluster.variants] for cluster in found.refined if cluster.kind == "date"]
    [['2025-05', '2025-05-03']]
    """
    at_work = plugins_at_work(plugins, strict)
    if group:
        if isinstance(given, Extraction):
            raise ValueError(
                "group=True sorts articles into stories, and an Extraction holds claims; group them before extract"
            )
        given = in_stories([given] if isinstance(given, Article) else given)
    if not isinstance(given, Extraction):
        given = extract(given, plugins=at_work, strict=strict, progress=progress)
    known = Knowledge(KnownNames.of(names), Owners(owners or {}))
    return assembled(given, at_work, known, lambda story, matchers: part_of(story, matchers, at_work, known))


def plugins_at_work(given: Plugins | Iterable[object] | None, strict: bool) -> Plugins:
    """The plugins a caller means: those given, else all that are installed."""
    if isinstance(given, Plugins):
        return given
    return load_plugins(strict=strict) if given is None else load_plugins(given, entry_points=False, strict=strict)


@looking_seldom()
def assembled(
    given: Extraction, plugins: Plugins, known: Knowledge, read: Callable[[State, Mapping[str, Matcher[Any]]], Part]
) -> Reconciliation:
    """The reconciliation of an extraction, each of its stories read by itself."""
    diagnostics = list(given.diagnostics)
    matchers = plugins.matchers(diagnostics)
    parts = [read(story, matchers) for story in states_of(given)]
    diagnostics += [diagnostic for part in parts for diagnostic in part.diagnostics]
    return Reconciliation(
        given,
        names=tuple(name for part in parts for name in part.names),
        origins=tuple(origin for part in parts for origin in part.origins),
        clusters=tuple(sorted((cluster for part in parts for cluster in part.clusters), key=_importance)),
        anchors=tuple(sorted((article, anchor) for part in parts for article, anchor in part.anchors.items())),
        known_names=known.names.entries,
        owners=known.owners.entries,
        diagnostics=in_order(diagnostics),
        plugins=plugins,
    )


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics in one order, each once."""
    return tuple(sorted(set(diagnostics), key=repr))


_URGENCY = {verdict: place for place, verdict in enumerate(Verdict)}


def _importance(cluster: Cluster) -> tuple[Any, ...]:
    """Disputed first, then refined, corroborated, unconfirmed; in each, what most voices speak of."""
    variants = cluster.variants
    sources = len(variants[0].support) if len(variants) == 1 else len(cluster.sources)
    voices = max([variant.origins for variant in variants])
    return _URGENCY[cluster.verdict], -sources, -voices, cluster.kind, cluster.subject, cluster.id
