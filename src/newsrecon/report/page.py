"""A reconciliation laid out as a page: its stories, with their clusters, names, timeline, matrix and texts.

Ids become links, values words, mentions sentences. Nothing is decided.
"""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import frozen

from newsrecon.article_records import ArticleRecord
from newsrecon.model import Claim, Diagnostic
from newsrecon.reconciliation import Cluster, Name, Origin, Reconciliation
from newsrecon.report.clusters import Shower, is_utterance
from newsrecon.report.folding import Fold, folded
from newsrecon.report.passages import Passages
from newsrecon.report.timeline import Axis, bar_of, moment
from newsrecon.report.views import ClusterView, Event, Lane, NameView, Sayer, Section, Single, Singles, Text, tone
from newsrecon.report.voices import Picture, picture
from newsrecon.report.words import DESCRIPTION, bare, count, is_place, known, section_of, value_in_words
from newsrecon.timex.readable import time_in_words

__all__ = ["Page", "StoryView"]

_WORDINGS = 1500
"""Passages that are shown in full, shared out among all findings of several voices."""
_CELLS = 10_000
"""Cells of the matrix; what has more loses its last rows, and says so."""
_EVENTS = 150
"""Lines of the timeline; of more, those that most outlets tell."""
_SINGLES = 1000
"""Lines of what one voice alone says, shared out among the articles; the rest is counted and dotted in the texts."""
_NAMES = 150
"""Names with a row of their own; of more, those that are mentioned most."""
_SHORT = 160
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

    @cached_property
    def shower(self) -> Shower:
        """What lays its clusters out."""
        weighty = max(sum(section_of(cluster) != _LAST for cluster in self.made.clusters), 1)
        wordings = min(max(_WORDINGS // weighty, 4), 24)
        return Shower(self.made, self.passages, self.clusters, wordings, wordings // 2)


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
        """Its findings; what a phrase stands for is shown with the names."""
        own = (cluster for cluster in self.page.made.clusters if cluster.story == self.key)
        return tuple(cluster for cluster in own if cluster.kind != DESCRIPTION)

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
    def folds(self) -> Mapping[str, tuple[Fold, ...]]:
        """What is shown inside each cluster, by its id: a statement’s dates, or a date’s statement."""
        weighty = [cluster for cluster in self.clusters if section_of(cluster) != _LAST]
        inside: dict[str, tuple[Fold, ...]] = {}
        for fold in folded(weighty, self.page.made.claim, lambda cluster: _place_of(section_of(cluster))):
            inside[fold.outer.id] = (*inside.get(fold.outer.id, ()), fold)
        return inside

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections but the last, the gravest first."""
        inside = {fold.inner.id for folds in self.folds.values() for fold in folds}
        made = []
        for section in self.numbers:
            if section != _LAST:
                own = [cluster for cluster in self.clusters if section_of(cluster) == section]
                here = [cluster for cluster in own if not is_utterance(cluster) and cluster.id not in inside]
                here.sort(key=is_place)  # where things were tells least, and comes last
                said = sum(map(is_utterance, own))
                made.append(Section(section, tuple(map(self._view, here)), said, len(own) - len(here) - said))
        return tuple(made)

    def _view(self, cluster: Cluster) -> ClusterView:
        return self.page.shower.view(cluster, self.folds.get(cluster.id, ()))

    @cached_property
    def utterances(self) -> tuple[ClusterView, ...]:
        """What several outlets have someone say, contradictions aside."""
        return tuple(self._view(cluster) for cluster in self.clusters if is_utterance(cluster))

    @cached_property
    def events(self) -> tuple[tuple[Event, ...], int]:
        """What happened when, in that order, and how many dates are left out."""
        ids = {cluster.id for cluster in self.clusters}
        dated = [cluster for cluster in self.page.made.timeline if cluster.id in ids]
        most = sorted(range(len(dated)), key=lambda place: (-len(dated[place].sources), place))[:_EVENTS]
        shown = [dated[place] for place in sorted(most)]
        axis = Axis(variant.value for cluster in shown for variant in cluster.variants)
        return tuple(self._event(cluster, axis) for cluster in shown), len(dated) - len(shown)

    @cached_property
    def axis(self) -> Axis:
        """The line that its events are drawn along."""
        return Axis(variant.value for event in self.events[0] for variant in event.view.cluster.variants)

    def _event(self, cluster: Cluster, axis: Axis) -> Event:
        view = self.page.shower.view(cluster)
        best = cluster.variants[cluster.best or 0]
        lanes: list[Lane] = []
        for one in sorted(view.variants, key=lambda one: moment(one.variant.value.get("begin")) or 0):
            bar = bar_of(one.variant.value, axis)
            if bar:
                own = sorted({sayer.name for sayer in one.sayers})
                who = ", ".join(own) if len(", ".join(own)) <= 26 else count(len(own), "outlet")
                lanes.append(Lane(one.label, bar, who, len(own), len(lanes) * 18 + 13))
        place = self.page.passages.place(self.page.made.claim(best.claims[0]))
        target = view.id if section_of(cluster) != _LAST or cluster.id in self.listed else place
        return Event(view, target, value_in_words(best), tuple(lanes), max(len(lanes), 1) * 18 + 8)

    @cached_property
    def matrix(self) -> tuple[tuple[ClusterView, ...], int]:
        """The clusters that several outlets speak of, as rows, and how many are left out."""
        shown = [view for section in self.sections for view in section.views]
        rows = [row for view in (*shown, *self.utterances) for row in (view, *view.folds)]
        rows = [view for view in rows if len(view.cluster.sources) > 1]
        most = max(_CELLS // max(len(self.sources), 1), 1)
        return tuple(rows[:most]), max(len(rows) - most, 0)

    @cached_property
    def names(self) -> tuple[tuple[NameView, ...], tuple[NameView, ...]]:
        """The names worth a row, people first, and all others."""
        own = [(number, name) for number, name in enumerate(self.page.made.names, 1) if name.story == self.key]
        told = sorted(known((name for _, name in own), self.page.made), key=lambda name: -len(name.claims))
        worth = {id(name) for name in told[:_NAMES]}
        views = [(self._name(number, name), id(name) in worth) for number, name in own]
        rank = {"person": 0, "organization": 1, "place": 2}
        views.sort(key=lambda pair: (rank.get(pair[0].name.type, 3), -pair[0].mentions, pair[0].name.name))
        return tuple(view for view, much in views if much), tuple(view for view, much in views if not much)

    def _name(self, number: int, name: Name) -> NameView:
        claims = [self.page.made.claim(claim) for claim in name.claims]
        forms: dict[str, dict[str, Sayer]] = {form: {} for form in (name.name, *name.aliases)}
        phrases: dict[str, dict[str, Sayer]] = defaultdict(dict)
        for claim in sorted(claims, key=lambda claim: (claim.mention.article, claim.mention.span)):
            words = claim.mention.text
            if words not in forms and claim.kind == DESCRIPTION:
                phrases[words].setdefault(claim.mention.source, self.page.shower.sayer(claim))
            else:
                forms[words if words in forms else name.name].setdefault(
                    claim.mention.source, self.page.shower.sayer(claim)
                )
        told = tuple((form, tuple(sayers.values())) for form, sayers in forms.items() if sayers or form == name.name)
        meant = tuple((words, tuple(sayers.values())) for words, sayers in phrases.items())
        return NameView(f"n{number}", name, told, meant, len(claims))

    @cached_property
    def voices(self) -> Picture:
        return picture(self.records, self.origins, self.labels)

    @cached_property
    def singles(self) -> tuple[Singles, ...]:
        """What one voice alone says: first what several outlets took from it, then article by article."""
        groups: dict[str, list[tuple[Cluster, Claim, list[Claim]]]] = defaultdict(list)
        for cluster in self.clusters:
            if section_of(cluster) == _LAST:
                claims = [self.page.made.claim(claim) for claim in cluster.claims]
                shared = len({claim.mention.source for claim in claims}) > 1
                first = min(claims, key=lambda claim: (claim.mention.article, claim.mention.span))
                groups["" if shared else first.mention.article].append((cluster, first, claims if shared else []))
        place = {record.id: number for number, record in enumerate(self.records)}
        most = max(_SINGLES // max(len(groups), 1), 1)
        made = []
        for key in sorted(groups, key=lambda key: place.get(key, -1)):
            ordered = sorted(groups[key], key=lambda item: (item[1].mention.article, item[1].mention.span, item[0].id))
            listed = tuple(self._single(*item) for item in ordered[:most])
            label, anchor = self.labels.get(key, key), self.page.passages.anchor(key)
            made.append(Singles(label, anchor, listed, len(ordered) - len(listed)))
        return tuple(made)

    @cached_property
    def listed(self) -> frozenset[str]:
        """The ids of the clusters among the singles that have a line of their own."""
        return frozenset(single.cluster for group in self.singles for single in group.listed)

    def _single(self, cluster: Cluster, claim: Claim, claims: Iterable[Claim]) -> Single:
        about = value_in_words(cluster.variants[0])
        words = bare(self.page.passages.clause(claim)) if claim.kind == "date" else claim.mention.text
        also = {(c.mention.source, self.page.passages.place(c)) for c in claims}
        return Single(
            cluster.id,
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
                    tuple(self.page.passages.paragraphs(article, claims, links, self._led_to)),
                    len(claims),
                )
            )
        return tuple(made)

    @property
    def _links(self) -> Mapping[str, str]:
        """The tag that opens the link from each claim to its cluster or name; short, since most of a page is these."""
        links: dict[str, str] = {}
        for cluster in self.clusters:
            section = section_of(cluster)
            sort = "" if section == _LAST else f" class=c-{tone(section)}"
            known = section != _LAST or cluster.id in self.listed
            target = f" href=#{self.page.clusters[cluster.id]}" if known else ""
            links.update(dict.fromkeys(cluster.claims, f"{sort}{target}"))
        for number, name in enumerate(self.page.made.names, 1):
            if name.story == self.key:
                links.update(dict.fromkeys(name.claims, f" href=#n{number}"))
        return links

    @cached_property
    def _led_to(self) -> frozenset[str]:
        """The ids of the places in its texts that something on the page leads to."""
        claims = [claim for c in self.clusters if section_of(c) != _LAST for claim in c.claims]
        places = {self.page.passages.place(self.page.made.claim(claim)) for claim in claims}
        for group in self.singles:
            for single in group.listed:
                places.update((single.place, *(sayer.place for sayer in single.also)))
        for views in self.names:
            places.update(sayer.place for view in views for _, sayers in (*view.forms, *view.meant) for sayer in sayers)
        places.update(event.target for event in self.events[0])
        return frozenset(places)


_LAST = "unconfirmed"
_ORDER = ("disputed", "updated", "refined", "corroborated")


def _place_of(section: str) -> tuple[int, str]:
    return (_ORDER.index(section) if section in _ORDER else len(_ORDER) + (section == _LAST)), section
