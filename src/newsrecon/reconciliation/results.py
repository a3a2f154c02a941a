"""What a reconciliation is made of: links, variants, clusters, names, origins. Nothing here decides; it only keeps."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from newsrecon.matching import Relation
from newsrecon.model import Value

__all__ = ["Cluster", "Link", "Name", "NameForm", "Origin", "StatedRole", "Variant", "Verdict"]


class Verdict(StrEnum):
    """What the sources of a cluster make of it, from the most to the least in need of a reader's attention.

    >>> [str(verdict) for verdict in Verdict]
    ['disputed', 'refined', 'corroborated', 'unconfirmed']
    """

    DISPUTED = "disputed"
    REFINED = "refined"
    CORROBORATED = "corroborated"
    UNCONFIRMED = "unconfirmed"


@frozen
class Link:
    """Why two claims stand together: their ids, the relation, its score, the rule that decided, and its reason in words.

    >>> from newsrecon import Article, reconcile
    >>> day, month = "The ferry sank on 3 May 2025.", "The ferry sank in May 2025."
    >>> made = reconcile([Article(day, id="1", source="The Daily"), Article(month, id="2", source="The Globe")])
    >>> why = made.of_kind("date")[0].because[0]
    >>> why.rule, 0 < why.score <= 1
    ('match', True)
    """

    left: str
    right: str
    relation: Relation = field(kw_only=True)
    score: float = field(kw_only=True)
    reason: str = field(kw_only=True)
    rule: str = field(default="match", kw_only=True)


@frozen
class Variant:
    """One value of a cluster, who supports it, and how it stands to the other values.

    `claims` are the ids of the claims of exactly this value. `support` names the sources that say exactly this or
    something sharper, `compatible` those that say less and nothing against it. `origins` counts the independent voices
    among the support. `refines` and `conflicts` are positions of other variants of the cluster.

    >>> from newsrecon import Article, reconcile
    >>> day, month = "The ferry sank on 3 May 2025.", "The ferry sank in May 2025."
    >>> made = reconcile([Article(day, id="1", source="The Daily"), Article(month, id="2", source="The Globe")])
    >>> [(one.value["timex"], one.support, one.refines) for one in made.of_kind("date")[0].variants]
    [('2025-05', ('The Daily', 'The Globe'), ()), ('2025-05-03', ('The Daily',), (0,))]
    """

    value: Value
    text: str = field(kw_only=True)
    claims: tuple[str, ...] = field(kw_only=True)
    support: tuple[str, ...] = field(default=(), kw_only=True)
    origins: int = field(default=0, kw_only=True)
    compatible: tuple[str, ...] = field(default=(), kw_only=True)
    refines: tuple[int, ...] = field(default=(), kw_only=True)
    conflicts: tuple[int, ...] = field(default=(), kw_only=True)
    updated_by: int | None = field(default=None, kw_only=True)
    """The position of the newer value that took the place of this one, for what can only grow; None for what holds."""
    voices: tuple[str, ...] = field(default=(), kw_only=True)
    """The independent voices among the support, by name; two of one outlet are named once."""
    because: str = field(default="", kw_only=True)
    """How the support was counted, and which sources were folded into one voice, in words."""


@frozen
class Cluster:
    """Everything the sources say about one thing: variants, verdict, the best variant (None on a tie), and why.

    >>> from newsrecon import Article, reconcile
    >>> day, month = "The ferry sank on 3 May 2025.", "The ferry sank in May 2025."
    >>> made = reconcile([Article(day, id="1", source="The Daily"), Article(month, id="2", source="The Globe")])
    >>> dated = made.of_kind("date")[0]
    >>> str(dated.verdict), dated.best, dated.sources
    ('refined', 1, ('The Daily', 'The Globe'))
    """

    id: str
    kind: str = field(kw_only=True)
    subject: str = field(kw_only=True)
    verdict: Verdict = field(kw_only=True)
    reason: str = field(default="", kw_only=True)
    """Why this is the verdict, in words."""
    variants: tuple[Variant, ...] = field(kw_only=True)
    best: int | None = field(default=None, kw_only=True)
    margin: int = field(default=0, kw_only=True)
    """By how many independent voices the side of the best value is ahead of the strongest value against it."""
    pick: str = field(default="", kw_only=True)
    """How a method of truth discovery picked the best value, in words; empty where the voices were counted."""
    because: tuple[Link, ...] = field(default=(), kw_only=True)
    story: str | None = field(default=None, kw_only=True)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims of the cluster."""
        return tuple(sorted(claim for variant in self.variants for claim in variant.claims))

    @property
    def updated(self) -> bool:
        """Whether a newer value took the place of an older one, as where a toll rose."""
        return any(variant.updated_by is not None for variant in self.variants)

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source that says anything about this thing."""
        return tuple(sorted({source for variant in self.variants for source in variant.support}))

    def _repr_html_(self) -> str:
        from newsrecon.report.html import fragment

        return fragment(self)


@frozen
class NameForm:
    """One way a name is written: how often, and by which sources.

    >>> from newsrecon import Article, reconcile
    >>> text = "Mayor Ada Lind spoke on Monday. Lind left early."
    >>> (name,) = reconcile(Article(text, id="1", source="The Daily")).names
    >>> [(form.text, form.count, form.sources) for form in name.forms]
    [('Ada Lind', 1, ('The Daily',)), ('Lind', 1, ('The Daily',))]
    """

    text: str
    count: int = field(kw_only=True)
    """The number of mentions in all articles."""
    sources: tuple[str, ...] = field(kw_only=True)


@frozen
class StatedRole:
    """What somebody is said to be, by which sources, in which alias claims, and whether others say what excludes it.

    >>> from newsrecon import Article, reconcile
    >>> (name,) = reconcile(Article("Mayor Ada Lind spoke on Monday.", id="1", source="The Daily")).names
    >>> [(stated.role, stated.sources, stated.disputed) for stated in name.stated_roles]
    [('Mayor', ('The Daily',), False)]
    """

    role: str
    sources: tuple[str, ...] = field(kw_only=True)
    claims: tuple[str, ...] = field(kw_only=True)
    disputed: bool = field(default=False, kw_only=True)


@frozen
class Name:
    """One entity across the articles of a story: its canonical name, type, all its surface forms, roles and claims.

    The canonical name is the one that most independent voices use and of those the fullest, or as the user gave it. `aliases`
    are the other forms, the most frequent first; `forms` tells of each form, `stated_roles` of each role, whose it is.

    >>> from newsrecon import Article, reconcile
    >>> text = "Mayor Ada Lind spoke on Monday. Lind left early."
    >>> [(name.name, name.aliases) for name in reconcile(Article(text, id="1")).names]
    [('Ada Lind', ('Lind',))]
    """

    name: str
    type: str = field(kw_only=True)
    id: str | None = field(default=None, kw_only=True)
    """The identifier that the user gave with the name; None where it is none of the names given."""
    id_because: str | None = field(default=None, kw_only=True)
    """Which form is one of the names given, in words."""
    aliases: tuple[str, ...] = field(default=(), kw_only=True)
    roles: tuple[str, ...] = field(default=(), kw_only=True)
    forms: tuple[NameForm, ...] = field(default=(), kw_only=True)
    stated_roles: tuple[StatedRole, ...] = field(default=(), kw_only=True)
    claims: tuple[str, ...] = field(default=(), kw_only=True)
    because: tuple[Link, ...] = field(default=(), kw_only=True)
    """Why its claims stand together, link by link; links of the rule `known apart` tell with whom they do not."""
    story: str | None = field(default=None, kw_only=True)


@frozen
class Origin:
    """A group of articles that are not independent and count as one voice, and why.

    >>> from newsrecon import Article, reconcile
    >>> text = "The council closed the old bridge on Monday after cracks were found in two of its piers, the mayor said."
    >>> made = reconcile([Article(text, id="1", source="The Daily"), Article(text, id="2", source="The Globe")])
    >>> [origin.articles for origin in made.origins]
    [('1', '2')]
    """

    articles: tuple[str, ...]
    because: str = field(kw_only=True)
