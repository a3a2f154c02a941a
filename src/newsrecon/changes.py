"""What changed between two reconciliations: articles and claims that came or went, and what became of the clusters.

*Theory of operation.* A cluster's id is made from what is in it, so a cluster that grew has another id. What stays are the
claims. Two clusters are one thing, before and after, where each shares more claims with the other than with any third; what is
left over on either side is new, vanished, went into another or came out of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from newsrecon.model import Claim
from newsrecon.reconciliation import Cluster, Reconciliation

__all__ = ["Change", "Changes", "Turn", "compare"]


class Turn(StrEnum):
    """What became of a cluster, from the most to the least in need of a reader's attention.

    >>> str(list(Turn)[0])
    'turned'
    """

    TURNED = "turned"
    """The verdict is another."""
    REVALUED = "revalued"
    """The verdict is the same, the best value another."""
    NEW = "new"
    """None of its claims stood in a cluster before."""
    VANISHED = "vanished"
    """None of its claims stands in a cluster now."""
    JOINED = "joined"
    """It went into a cluster that continues another one."""
    SPLIT = "split"
    """It came out of a cluster that another one continues."""


@frozen
class Change:
    """What became of one cluster: `old` is None for a new one, `new` for one that vanished.

    >>> from newsrecon import Article, reconcile
    >>> one = Article("Parliament in Sund elected Ann Poe president on 3 May 2025.", id="1", source="The Daily")
    >>> two = Article("Parliament in Sund elected Ann Poe president on 4 May 2025.", id="2", source="The Globe")
    >>> change = compare(reconcile(one), reconcile([one, two])).of(Turn.TURNED)[0]
    >>> str(change.old.verdict), str(change.new.verdict)
    ('unconfirmed', 'disputed')
    """

    turn: Turn
    """What became of it."""
    old: Cluster | None = field(kw_only=True)
    """The cluster as it was; None for a new one."""
    new: Cluster | None = field(kw_only=True)
    """The cluster as it is; None for one that vanished."""


@frozen
class Changes:
    """What a reconciliation has that an older one had not, and the other way round. Made by `compare`.

    Claims and ids of articles are in the order of the reconciliations; `clusters` come in the order of Turn. A cluster that
    merely grew, its verdict and its best value being what they were, is no change.

    >>> from newsrecon import Article, reconcile
    >>> before = reconcile([Article("It sank on 3 May 2025.", id="1", source="The Daily")])
    >>> compare(before, before).clusters
    ()
    """

    articles_added: tuple[str, ...]
    """The ids of articles that only the newer reconciliation has."""
    articles_removed: tuple[str, ...]
    """The ids of articles that only the older one has."""
    claims_added: tuple[Claim, ...]
    """The claims that only the newer one has."""
    claims_removed: tuple[Claim, ...]
    """The claims that only the older one has."""
    clusters: tuple[Change, ...]
    """The clusters that are not what they were, in the order of Turn."""

    def __bool__(self) -> bool:
        return any((self.articles_added, self.articles_removed, self.claims_added, self.claims_removed, self.clusters))

    def of(self, turn: Turn) -> tuple[Change, ...]:
        """The changes of one sort."""
        return tuple(change for change in self.clusters if change.turn is turn)


def compare(old: Reconciliation, new: Reconciliation) -> Changes:
    """What changed between two reconciliations.

    >>> from newsrecon import Article, reconcile
    >>> one = Article("Parliament in Sund elected Ann Poe president on 3 May 2025.", id="1", source="The Daily")
    >>> two = Article("Parliament in Sund elected Ann Poe president on 4 May 2025.", id="2", source="The Globe")
    >>> changes = compare(reconcile(one), reconcile([one, two]))
    >>> changes.articles_added
    ('2',)
    >>> [(str(change.old.verdict), str(change.new.verdict)) for change in changes.of(Turn.TURNED) if change.new.kind == "date"]
    [('unconfirmed', 'disputed')]
    """
    before, after = ({claim.id: claim for claim in one.claims} for one in (old, new))
    articles_before, articles_after = ({record.id: None for record in one.records} for one in (old, new))
    order = {turn: place for place, turn in enumerate(Turn)}
    return Changes(
        articles_added=tuple(article for article in articles_after if article not in articles_before),
        articles_removed=tuple(article for article in articles_before if article not in articles_after),
        claims_added=tuple(claim for key, claim in after.items() if key not in before),
        claims_removed=tuple(claim for key, claim in before.items() if key not in after),
        clusters=tuple(sorted(_clusters(old.clusters, new.clusters), key=lambda change: order[change.turn])),
    )


def _clusters(old: tuple[Cluster, ...], new: tuple[Cluster, ...]) -> Iterator[Change]:
    shared = _shared(old, new)
    into, out_of = _nearest(shared), _nearest({(right, left): count for (left, right), count in shared.items()})
    for place, cluster in enumerate(new):
        source = out_of.get(place)
        if source is None:
            yield Change(Turn.NEW, old=None, new=cluster)
        elif into[source] != place:
            yield Change(Turn.SPLIT, old=old[source], new=cluster)
        elif old[source].verdict is not cluster.verdict:
            yield Change(Turn.TURNED, old=old[source], new=cluster)
        elif _best(old[source]) != _best(cluster):
            yield Change(Turn.REVALUED, old=old[source], new=cluster)
    for place, cluster in enumerate(old):
        target = into.get(place)
        if target is None:
            yield Change(Turn.VANISHED, old=cluster, new=None)
        elif out_of[target] != place:
            yield Change(Turn.JOINED, old=cluster, new=new[target])


def _shared(old: tuple[Cluster, ...], new: tuple[Cluster, ...]) -> Counter[tuple[int, int]]:
    """How many claims two clusters have in common, by their places, for those that have any.

    The claims of a role stand in clusters of another kind too, so a claim alone does not name its cluster.
    """
    places = {(cluster.kind, claim): place for place, cluster in enumerate(old) for claim in cluster.claims}
    return Counter(
        (places[cluster.kind, claim], place)
        for place, cluster in enumerate(new)
        for claim in cluster.claims
        if (cluster.kind, claim) in places
    )


def _nearest(shared: dict[tuple[int, int], int]) -> dict[int, int]:
    """For each left place the right one it shares most with; of those that share as much, the first."""
    nearest: dict[int, int] = {}
    for left, right in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        nearest.setdefault(left, right)
    return nearest


def _best(cluster: Cluster) -> tuple[str, str] | None:
    """The best value of a cluster, told apart as readers do: by its canonical form and its words."""
    if cluster.best is None:
        return None
    variant = cluster.variants[cluster.best]
    return variant.value.canonical, variant.text
