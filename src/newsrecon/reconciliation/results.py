"""What a reconciliation is made of: links, variants, clusters, names, origins. Nothing here decides; it only keeps."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from newsrecon import gazetteer
from newsrecon.matching import Relation
from newsrecon.model import Value

__all__ = ["Cluster", "Link", "Name", "NameForm", "Origin", "StatedRole", "Variant", "Verdict"]


class Verdict(StrEnum):
    """What the sources of a cluster make of it, from the most to the least in need of a reader's attention.

    >>> [str(verdict) for verdict in Verdict]
    ['disputed', 'refined', 'corroborated', 'unconfirmed']
    """

    DISPUTED = "disputed"
    """Values that cannot both be true are each supported."""
    REFINED = "refined"
    """Nobody objects, and one source tells the same more exactly than another."""
    CORROBORATED = "corroborated"
    """Two independent voices or more agree."""
    UNCONFIRMED = "unconfirmed"
    """There is one voice only."""


@frozen
class Link:
    """Why two claims stand together: their ids, the relation, its score and margin, the rule that decided, its reason in words.

    >>> from newsrecon import Article, reconcile
    >>> day, month = "The ferry sank on 3 May 2025.", "The ferry sank in May 2025."
    >>> made = reconcile([Article(day, id="1", source="The Daily"), Article(month, id="2", source="The Globe")])
    >>> why = made.of_kind("date")[0].because[0]
    >>> why.rule, why.threshold <= why.score <= 1
    ('match', True)
    """

    left: str
    """The id of one claim."""
    right: str
    """The id of the other claim."""
    relation: Relation = field(kw_only=True)
    """What the left value says about the right one."""
    score: float = field(kw_only=True)
    """How sure it is that both are about one thing, from 0 to 1."""
    reason: str = field(kw_only=True)
    """Why, in words."""
    rule: str = field(default="match", kw_only=True)
    """The name of the rule that decided."""
    threshold: float | None = field(default=None, kw_only=True)
    """The least score at which the rule brings two claims together; None for a rule that does not weigh."""

    @property
    def margin(self) -> float | None:
        """By how much the score is above what the rule asks for; None for a rule that does not weigh."""
        return None if self.threshold is None else round(self.score - self.threshold, 4)


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
    """What is asserted, as the claims of this variant have it."""
    text: str = field(kw_only=True)
    """The words of one of its claims, which show it to readers."""
    claims: tuple[str, ...] = field(kw_only=True)
    """The ids of the claims of exactly this value."""
    support: tuple[str, ...] = field(default=(), kw_only=True)
    """The sources that say exactly this or something sharper, by name."""
    origins: int = field(default=0, kw_only=True)
    """The number of independent voices among the support."""
    compatible: tuple[str, ...] = field(default=(), kw_only=True)
    """The sources that say less and nothing against it, by name."""
    refines: tuple[int, ...] = field(default=(), kw_only=True)
    """The positions in the cluster of the vaguer values that this one makes sharper."""
    conflicts: tuple[int, ...] = field(default=(), kw_only=True)
    """The positions in the cluster of the values that cannot be true if this one is."""
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
    """Twenty hexadecimal digits made from the kind and the claims."""
    kind: str = field(kw_only=True)
    """The kind of its claims."""
    subject: str = field(kw_only=True)
    """What it is about, in words of an article."""
    verdict: Verdict = field(kw_only=True)
    """What the sources make of it."""
    reason: str = field(default="", kw_only=True)
    """Why this is the verdict, in words."""
    variants: tuple[Variant, ...] = field(kw_only=True)
    """The values, best supported first, those that were overtaken last."""
    best: int | None = field(default=None, kw_only=True)
    """The position of the best variant; None on a tie."""
    margin: int = field(default=0, kw_only=True)
    """By how many independent voices the side of the best value is ahead of the strongest value against it."""
    pick: str = field(default="", kw_only=True)
    """How a method of truth discovery picked the best value, in words; empty where the voices were counted."""
    because: tuple[Link, ...] = field(default=(), kw_only=True)
    """Why its claims stand together, link by link; one of the rule `veto` tells which claim near enough was kept out, and why."""
    story: str | None = field(default=None, kw_only=True)
    """The key of the story it belongs to."""

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
    """The form as it is written."""
    count: int = field(kw_only=True)
    """The number of mentions in all articles."""
    sources: tuple[str, ...] = field(kw_only=True)
    """The sources that use it, by name."""


@frozen
class StatedRole:
    """What somebody is said to be, by which sources, in which alias claims, and whether others say what excludes it.

    >>> from newsrecon import Article, reconcile
    >>> (name,) = reconcile(Article("Mayor Ada Lind spoke on Monday.", id="1", source="The Daily")).names
    >>> [(stated.role, stated.sources, stated.disputed) for stated in name.stated_roles]
    [('Mayor', ('The Daily',), False)]
    """

    role: str
    """The role, in words of an article."""
    sources: tuple[str, ...] = field(kw_only=True)
    """The sources that state it, by name."""
    claims: tuple[str, ...] = field(kw_only=True)
    """The ids of the alias claims that state it."""
    disputed: bool = field(default=False, kw_only=True)
    """Whether other sources state what excludes it."""


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
    """The canonical name."""
    type: str = field(kw_only=True)
    """`person`, `organization`, `place` or `other`."""
    government_of: str | None = field(default=None, kw_only=True)
    """The country, as an ISO 3166 code, whose government is meant by its capital (*Oslo has recognised it*); else None."""
    id: str | None = field(default=None, kw_only=True)
    """The identifier that the user gave with the name; None where it is none of the names given."""
    id_because: str | None = field(default=None, kw_only=True)
    """Which form is one of the names given, in words."""
    aliases: tuple[str, ...] = field(default=(), kw_only=True)
    """The other forms, the most frequent first."""
    roles: tuple[str, ...] = field(default=(), kw_only=True)
    """What it is said to be, the most frequent first."""
    forms: tuple[NameForm, ...] = field(default=(), kw_only=True)
    """Each form with how often and by which sources it is used."""
    stated_roles: tuple[StatedRole, ...] = field(default=(), kw_only=True)
    """Each role with who states it."""
    claims: tuple[str, ...] = field(default=(), kw_only=True)
    """The ids of its alias claims."""
    because: tuple[Link, ...] = field(default=(), kw_only=True)
    """Why its claims stand together, link by link; links of the rule `known apart` tell with whom they do not."""
    story: str | None = field(default=None, kw_only=True)
    """The key of the story it belongs to."""

    @property
    def kind(self) -> str:
        """Its type, or in words whose government it is where a capital stands for it."""
        if self.government_of is None:
            return self.type
        return f"government of {gazetteer.country_names().get(self.government_of, self.government_of)}"


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
    """The ids of the articles, in order."""
    because: str = field(kw_only=True)
    """Why they are one voice, in words."""
