"""A reconciliation laid out as a page: its stories, with their clusters, names, timeline, matrix and texts.

Ids become links, values words, mentions sentences. Nothing is decided.
"""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen
from markupsafe import Markup

from newsrecon.model import ArticleRecord, Claim, Diagnostic
from newsrecon.reconciliation import Cluster, Link, Name, Origin, Reconciliation, Variant
from newsrecon.report.characters import shown
from newsrecon.report.passages import Passages
from newsrecon.report.rewording import compared
from newsrecon.report.timeline import Axis, bar_of, moment
from newsrecon.report.views import (
    ClusterView,
    Event,
    Lane,
    NameView,
    Reason,
    Sayer,
    Single,
    Text,
    VariantView,
    Wording,
    tone,
)
from newsrecon.report.voices import Picture, picture
from newsrecon.report.words import (
    bare,
    count,
    form_of,
    known,
    opened,
    section_of,
    speaker_of,
    title_of,
    value_in_words,
)
from newsrecon.timex.readable import time_in_words

__all__ = ["Page", "StoryView"]

UTTERANCES = "quote"
"""The kind of clusters that are shown as wordings of one utterance."""

_WORDINGS = 6
"""Wordings of a value that are shown in full; the rest are links to their places."""
_LINKS = 12
"""Comparisons of a cluster that are told; the rest are counted."""
_CELLS = 20_000
"""Cells of the matrix; what has more loses its last rows, and says so."""
_SHORT, _EVENT = 160, 100
"""Letters of a line that leads to the full words."""


@frozen(eq=False, slots=False)
class Page:
    """A reconciliation laid out: one view for each story, in the order of their keys."""

    made: Reconciliation
    passages: Passages
    title: str | None = None

    @cached_property
    def clusters(self) -> Mapping[str, str]:
        """The ids on the page of all clusters."""
        return {cluster.id: f"k{number}" for number, cluster in enumerate(self.made.clusters, 1)}

    @cached_property
    def stories(self) -> tuple[StoryView, ...]:
        """The stories, those without a key first."""
        keys = {record.story for record in self.made.records} | {cluster.story for cluster in self.made.clusters}
        ordered = sorted(keys, key=lambda key: (key is not None, key or ""))
        return tuple(StoryView(self, key, "" if len(ordered) == 1 else f"-{n}") for n, key in enumerate(ordered, 1))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What happened on the way that a reader should know."""
        return tuple(item for item in self.made.diagnostics if item.level != "info")

    def sayer(self, claim: Claim) -> Sayer:
        """Who makes a claim, and where."""
        return Sayer(claim.mention.source, self.passages.place(claim))

    def view(self, cluster: Cluster) -> ClusterView:
        """A cluster as it is shown."""
        order = _reading_order(cluster)
        letter = {position: _letter(rank) for rank, position in enumerate(order)}
        claims = {position: [self.made.claim(c) for c in cluster.variants[position].claims] for position in order}
        fullest = _fullest(cluster, claims) if _is_utterance(cluster) else None
        views = []
        for position in order:
            variant = cluster.variants[position]
            wordings = list(self._wordings(claims[position], fullest))
            views.append(
                VariantView(
                    letter[position],
                    _label(variant),
                    position == cluster.best,
                    variant,
                    tuple(wordings[:_WORDINGS]),
                    tuple(sayer for wording in wordings[_WORDINGS:] for sayer in wording.sayers),
                    tuple(letter[other] for other in variant.conflicts),
                    tuple(letter[other] for other in variant.refines),
                )
            )
        told = _told(cluster.because)
        return ClusterView(
            self.clusters.get(cluster.id, ""),
            cluster,
            title_of(cluster),
            tuple(views),
            tuple(self._reason(link) for link in told),
            len(cluster.because) - len(told),
        )

    def _wordings(self, claims: Sequence[Claim], fullest: Claim | None) -> Iterator[Wording]:
        """The distinct wordings of a value, those of most sources first, then the fullest."""
        by_words: dict[tuple[Markup, str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            said = claim.mention.text if fullest is not None else ""
            html = shown(said) if said else self.passages.around(claim)
            by_words[html, *_speaker(claim)].append(claim)
        for (html, speaker, here), group in sorted(by_words.items(), key=_most_said):
            first = group[0]
            pieces = None
            if fullest is not None and first.mention.text != fullest.mention.text:
                pieces = compared(fullest.mention.text, first.mention.text)
            sayers = sorted({self.sayer(claim) for claim in group}, key=lambda sayer: (sayer.name, sayer.place))
            yield Wording(html, tuple(sayers), pieces, form_of(first.value.get("form")), speaker, here)

    def _reason(self, link: Link) -> Reason:
        left, right = self.made.claim(link.left), self.made.claim(link.right)
        return Reason(
            self.sayer(left), self.sayer(right), str(link.relation).replace("_", " "), link.score, link.reason
        )


@frozen(eq=False, slots=False)
class StoryView:
    """One story: figures first, then everything in the order a reader asks."""

    page: Page
    key: str | None
    suffix: str
    """What the ids of its sections end on, empty on a page of one story."""

    @cached_property
    def records(self) -> tuple[ArticleRecord, ...]:
        return tuple(record for record in self.page.made.records if record.story == self.key)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Every outlet, in the order of names."""
        return tuple(sorted({record.source for record in self.records}))

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        ids = {record.id for record in self.records}
        found = [origin for origin in self.page.made.origins if ids & set(origin.articles)]
        return tuple(sorted(found, key=lambda origin: (-len(origin.articles), origin.articles)))

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What to call each article: its outlet, and its id where the outlet has several."""
        several = {source for source, number in Counter(record.source for record in self.records).items() if number > 1}
        return {r.id: f"{r.source} ({r.id})" if r.source in several else r.source for r in self.records}

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        return tuple(cluster for cluster in self.page.made.clusters if cluster.story == self.key)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        ids = {record.id for record in self.records}
        return tuple(claim for claim in self.page.made.claims if claim.mention.article in ids)

    @cached_property
    def headline(self) -> tuple[str, str]:
        """The title that shares most words with the others, and whose it is; empty where no article has one."""
        titled = [(record.title, self.labels[record.id]) for record in self.records if record.title]
        words = [set(title.casefold().split()) for title, _ in titled]
        common = Counter(word for title in words for word in title)
        scored = [
            (-sum(common[word] - 1 for word in own) / len(own), len(title), title, source)
            for own, (title, source) in zip(words, titled, strict=True)
            if own
        ]
        return min(scored)[2:] if scored else ("", "")

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """How many clusters each section has, in the order of the page; a verdict it does not know comes before the last."""
        counted = Counter(map(section_of, self.clusters))
        return {section: counted[section] for section in sorted(counted, key=_place_of)}

    @cached_property
    def sections(self) -> tuple[tuple[str, tuple[ClusterView, ...], int], ...]:
        """For each section but the last its clusters, and how many more are among the utterances."""
        made = []
        for section in self.numbers:
            if section == _LAST:
                continue
            own = [cluster for cluster in self.clusters if section_of(cluster) == section]
            here = [cluster for cluster in own if not _is_utterance(cluster)]
            made.append((section, tuple(map(self.page.view, here)), len(own) - len(here)))
        return tuple(made)

    @cached_property
    def utterances(self) -> tuple[ClusterView, ...]:
        """What several outlets have someone say, contradictions aside."""
        return tuple(self.page.view(cluster) for cluster in self.clusters if _is_utterance(cluster))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        ids = {cluster.id for cluster in self.clusters}
        dated = [cluster for cluster in self.page.made.timeline if cluster.id in ids]
        return tuple(self._event(cluster) for cluster in dated)

    @cached_property
    def axis(self) -> Axis:
        ids = {cluster.id for cluster in self.clusters}
        return Axis(
            variant.value for cluster in self.page.made.timeline if cluster.id in ids for variant in cluster.variants
        )

    def _event(self, cluster: Cluster) -> Event:
        view = self.page.view(cluster)
        best = cluster.variants[cluster.best or 0]
        lanes: list[Lane] = []
        for one in sorted(view.variants, key=lambda one: moment(one.variant.value.get("begin")) or 0):
            bar = bar_of(one.variant.value, self.axis)
            if bar:
                own = sorted({self.page.made.claim(claim).mention.source for claim in one.variant.claims})
                who = ", ".join(own) if len(", ".join(own)) <= 26 else count(len(own), "outlet")
                lanes.append(Lane(one.label, bar, who, len(lanes) * 18 + 13))
        what = opened(self.page.made.claim(best.claims[0]).subject)
        return Event(
            view,
            _label(best),
            textwrap.shorten(what, _EVENT, placeholder=" …"),
            tuple(lanes),
            max(len(lanes), 1) * 18 + 8,
        )

    @cached_property
    def matrix(self) -> tuple[tuple[ClusterView, ...], int]:
        """The clusters that several outlets speak of, as rows, and how many are left out."""
        rows = [view for _, views, _ in self.sections for view in views] + list(self.utterances)
        rows = [view for view in rows if len(view.cluster.sources) > 1]
        most = max(_CELLS // max(len(self.sources), 1), 1)
        return tuple(rows[:most]), max(len(rows) - most, 0)

    @cached_property
    def names(self) -> tuple[tuple[NameView, ...], tuple[NameView, ...]]:
        """The names worth a row, people first, and all others."""
        own = [(number, name) for number, name in enumerate(self.page.made.names, 1) if name.story == self.key]
        worth = {id(name) for name in known(name for _, name in own)}
        views = [(self._name(number, name), id(name) in worth) for number, name in own]
        rank = {"person": 0, "organization": 1, "place": 2}
        views.sort(key=lambda pair: (rank.get(pair[0].name.type, 3), -pair[0].mentions, pair[0].name.name))
        return tuple(view for view, much in views if much), tuple(view for view, much in views if not much)

    def _name(self, number: int, name: Name) -> NameView:
        claims = [self.page.made.claim(claim) for claim in name.claims]
        forms: dict[str, dict[str, Sayer]] = {form: {} for form in (name.name, *name.aliases)}
        for claim in sorted(claims, key=lambda claim: (claim.mention.article, claim.mention.span)):
            form = claim.mention.text if claim.mention.text in forms else name.name
            forms[form].setdefault(claim.mention.source, self.page.sayer(claim))
        told = tuple((form, tuple(sayers.values())) for form, sayers in forms.items() if sayers or form == name.name)
        return NameView(f"n{number}", name, told, len(claims))

    @cached_property
    def voices(self) -> Picture:
        return picture(self.records, self.origins, self.labels)

    @cached_property
    def singles(self) -> tuple[tuple[str, tuple[Single, ...]], ...]:
        """What one voice alone says: first what several outlets took from it, then article by article."""
        groups: dict[str, list[Single]] = {}
        for cluster in self.clusters:
            if section_of(cluster) == _LAST:
                claims = [self.page.made.claim(claim) for claim in cluster.claims]
                shared = len({claim.mention.source for claim in claims}) > 1
                first = min(claims, key=lambda claim: (claim.mention.article, claim.mention.span))
                group = "" if shared else first.mention.article
                groups.setdefault(group, []).append(self._single(cluster, first, claims if shared else ()))
        ordered = sorted(groups.items())
        place = {article.id: number for number, article in enumerate(self.records)}
        return tuple(
            (self.labels.get(key, key), tuple(views))
            for key, views in sorted(ordered, key=lambda item: place.get(item[0], -1))
        )

    def _single(self, cluster: Cluster, claim: Claim, claims: Iterable[Claim]) -> Single:
        about = value_in_words(cluster.variants[0])
        if "timex" in claim.value:
            about = time_in_words(about)
        words = bare(claim.subject) if claim.kind == "date" else claim.mention.text
        also = {(c.mention.source, self.page.passages.place(c)) for c in claims}
        return Single(
            self.page.clusters[cluster.id],
            cluster.kind,
            textwrap.shorten(words, _SHORT, placeholder=" …"),
            self.page.passages.place(claim),
            about,
            tuple(Sayer(*pair) for pair in sorted(also)),
        )

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The articles at hand, their claims underlined."""
        by_article: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            by_article[claim.mention.article].append(claim)
        links = self._links
        made = []
        for record in self.records:
            article = self.page.passages.article(record.id)
            if article is None:
                continue
            claims = by_article[record.id]
            anchor = self.page.made.anchor(record.id)
            made.append(
                Text(
                    self.page.passages.anchor(record.id),
                    article,
                    record,
                    self.labels[record.id],
                    time_in_words(str((record.published_day or (anchor.day if anchor else "")) or "")),
                    "" if record.published_day or anchor is None else anchor.because,
                    tuple(self.page.passages.paragraphs(article, claims, links)),
                    len(claims),
                )
            )
        return tuple(made)

    @property
    def _links(self) -> Mapping[str, str]:
        """The tag that opens the link from each claim to its cluster or name; short, since most of a page is these."""
        links = {}
        for cluster in self.clusters:
            section = section_of(cluster)
            sort = "" if section == _LAST else f" class=c-{tone(section)}"
            tag = f"<a id={{}}{sort} href=#{self.page.clusters[cluster.id]}>"
            links.update(dict.fromkeys(cluster.claims, tag))
        for number, name in enumerate(self.page.made.names, 1):
            if name.story == self.key:
                links.update(dict.fromkeys(name.claims, f"<a id={{}} class=c-n href=#n{number}>"))
        return links


def _is_utterance(cluster: Cluster) -> bool:
    return cluster.kind == UTTERANCES and section_of(cluster) not in ("disputed", _LAST)


_LAST = "unconfirmed"
_ORDER = ("disputed", "updated", "refined", "corroborated")


def _place_of(section: str) -> tuple[int, str]:
    return (_ORDER.index(section) if section in _ORDER else len(_ORDER) + (section == _LAST)), section


def _reading_order(cluster: Cluster) -> list[int]:
    """From vague to sharp: a value stands after all it refines, then in the order of support."""
    # Refinement is transitive, so that whatever a value refines refines fewer than it does.
    return sorted(
        range(len(cluster.variants)), key=lambda position: (len(cluster.variants[position].refines), position)
    )


def _letter(rank: int) -> str:
    return _letter(rank // 26 - 1) + chr(65 + rank % 26) if rank >= 26 else chr(65 + rank)


def _label(variant: Variant) -> str:
    words = value_in_words(variant)
    return time_in_words(words) if "timex" in variant.value else words


def _most_said(wording: tuple[tuple[Markup, str, str], Sequence[Claim]]) -> tuple[int, int, tuple[Markup, str, str]]:
    words, claims = wording
    return -len(claims), -len(words[0]), words


def _speaker(claim: Claim) -> tuple[str, str]:
    """Who is said to speak, and what the article has in the name's place; both empty for what is no utterance."""
    if claim.kind != UTTERANCES:
        return "", ""
    name, here = speaker_of(claim.value), form_of(claim.value.get("speaker"))
    return name, here if here != name else ""


def _fullest(cluster: Cluster, claims: Mapping[int, Sequence[Claim]]) -> Claim:
    """The wording others are compared with: the longest of the best value, of all values where none is best."""
    among = claims[cluster.best] if cluster.best is not None else [c for group in claims.values() for c in group]
    return min(among, key=lambda claim: (-len(claim.mention.text), claim.mention.text, claim.id))


def _told(links: Sequence[Link]) -> list[Link]:
    """The comparisons that matter most: contradictions, then the surest link that joins each further claim."""
    root: dict[str, str] = {}

    def find(claim: str) -> str:
        while root.setdefault(claim, claim) != claim:
            root[claim] = root[root[claim]]
            claim = root[claim]
        return claim

    told = []
    for link in sorted(links, key=lambda link: (link.relation != "conflicts", -link.score, link.left, link.right)):
        left, right = find(link.left), find(link.right)
        if left != right or link.relation == "conflicts":
            root[left] = right
            told.append(link)
    return told[:_LINKS]
