"""What the templates are given: each value, cluster, event, name and text of the page as words, marks and ids.

Nothing here looks anything up or decides; `newsrecon.report.page` fills it in.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from attrs import frozen
from markupsafe import Markup

from newsrecon.article_records import ArticleRecord
from newsrecon.model import Article
from newsrecon.reconciliation import Cluster, Name, Variant
from newsrecon.report.passages import Underlined
from newsrecon.report.rewording import Piece
from newsrecon.report.timeline import Bar
from newsrecon.report.words import count, roles_of, section_of

__all__ = [
    "ClusterView",
    "Event",
    "Lane",
    "NameView",
    "Reason",
    "Row",
    "Sayer",
    "Section",
    "Single",
    "Singles",
    "Text",
    "VariantView",
    "Wording",
    "tone",
]


@frozen
class Sayer:
    """Who says something and the id of the place where, empty where the text is not at hand."""

    name: str
    place: str


@frozen
class Wording:
    """A sentence with the words that count highlighted, and everyone who has it so."""

    html: Markup
    text: str
    """The words that count, alone."""
    sayers: tuple[Sayer, ...]
    form: str = ""
    speaker: str = ""
    here: str = ""
    """What the article calls the speaker, where that is not the name: *he*."""
    when: str = ""
    """Of what time it is, where that matters and the words that count do not say it."""


@frozen
class Row:
    """A wording of an utterance: how it differs from a fuller one, and whose that is where it is not the first."""

    letter: str
    wording: Wording
    pieces: tuple[Piece, ...]
    beside: str


@frozen
class VariantView:
    """A value: its letter in the cluster, what it is called, who says it and in which words."""

    letter: str
    label: str
    best: bool
    variant: Variant
    wordings: tuple[Wording, ...]
    more: tuple[Sayer, ...]
    sayers: tuple[Sayer, ...]
    """Everyone whose own value it is, and where."""
    against: tuple[str, ...]
    """Letters of the values it conflicts with."""
    sharper_than: tuple[str, ...]

    @property
    def called(self) -> str:
        """What it is called on one line, its words where it has no other name."""
        return self.label or textwrap.shorten(self.variant.text, 110, placeholder=" …")

    @property
    def others(self) -> bool:
        """Whether outlets support it that say something sharper, and so are not named with its words."""
        return self.sharper and len(self.variant.support) <= 8

    @property
    def sharper(self) -> bool:
        """Whether not all who support it say it themselves."""
        return not {sayer.name for sayer in self.sayers}.issuperset(self.variant.support)

    @property
    def voices(self) -> str:
        """How many independent voices support it, in words."""
        return count(self.variant.origins, "voice")


@frozen
class Reason:
    """Why two passages stand together."""

    left: Sayer
    right: Sayer
    relation: str
    likeness: str
    """How sure it is that both are about one thing, and by how much it is enough."""
    words: str


@frozen(slots=False)
class ClusterView:
    """A cluster: its id on the page, its title and its values, in the order they are best read in."""

    id: str
    cluster: Cluster
    title: str
    said: str
    """What was said, shortened, where it is an utterance."""
    variants: tuple[VariantView, ...]
    rows: tuple[Row, ...]
    """The wordings of an utterance in the order they are compared in."""
    folds: tuple[ClusterView, ...]
    """What is shown inside it: the dates of a statement, or the statement of a date."""
    reasons: tuple[Reason, ...]
    more_reasons: int

    @cached_property
    def steps(self) -> tuple[tuple[VariantView, ...], ...]:
        """The values that refine or are refined, from the vaguest, those equally deep together; contradictions aside."""
        among = [view for view in self.variants if not view.against]
        vaguer = {letter for view in among for letter in view.sharper_than}
        depth: dict[str, int] = {}
        steps: dict[int, list[VariantView]] = defaultdict(list)
        for view in among:  # what a value refines stands before it
            depth[view.letter] = 1 + max((depth[letter] for letter in view.sharper_than if letter in depth), default=0)
            if view.sharper_than or view.letter in vaguer:
                steps[depth[view.letter]].append(view)
        return tuple(tuple(steps[level]) for level in sorted(steps)) if len(steps) > 1 else ()

    @property
    def tone(self) -> str:
        """The letter of the class that colours it."""
        return tone(section_of(self.cluster))

    @property
    def crowded(self) -> bool:
        """Whether one step has so many values, or there are so many steps, that they are better read downwards."""
        return len(self.steps) > 4 or any(len(step) > 2 for step in self.steps)

    @property
    def line(self) -> str:
        """What it is about, on one line."""
        return f"{self.title}: {self.said}" if self.title and self.said else self.title or self.said

    @property
    def sides(self) -> tuple[tuple[VariantView, ...], ...]:
        """The values that contradict another one, those that contradict the same ones together."""
        sides: dict[tuple[str, ...], list[VariantView]] = defaultdict(list)
        for view in self.variants:
            if view.against:
                sides[view.against].append(view)
        return tuple(map(tuple, sides.values()))

    @property
    def beside(self) -> tuple[VariantView, ...]:
        """The values that neither contradict nor refine another one."""
        ranked = {view.letter for step in self.steps for view in step}
        return tuple(view for view in self.variants if not view.against and view.letter not in ranked)

    @property
    def letters(self) -> Mapping[str, str]:
        """For each source the letters of the values that are its own."""
        found: dict[str, str] = {}
        for view in self.variants:
            for name in sorted({sayer.name for sayer in view.sayers}):
                found[name] = f"{found[name]} {view.letter}" if name in found else view.letter
        return found


@frozen
class Section:
    """The clusters of one section, and how many more are shown among the utterances or inside other clusters."""

    name: str
    views: tuple[ClusterView, ...]
    spoken: int
    inside: int

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.views) + self.spoken + self.inside


@frozen
class Lane:
    """One value of a dated event on the timeline."""

    label: str
    bar: Bar
    who: str
    marks: int
    """How many outlets it is drawn for, a mark each."""
    y: int


@frozen
class Event:
    """A dated event: what, when, and where each value lies."""

    view: ClusterView
    target: str
    """Where on the page it is told, empty where nowhere."""
    when: str
    lanes: tuple[Lane, ...]
    height: int


@frozen
class NameView:
    """A name, its other forms, and who uses which."""

    id: str
    name: Name
    forms: tuple[tuple[str, tuple[Sayer, ...]], ...]
    meant: tuple[tuple[str, tuple[Sayer, ...]], ...]
    """Phrases that stand for it, such as *the ambassador*, and who uses which."""
    mentions: int

    @property
    def roles(self) -> tuple[str, ...]:
        """What it is said to be, in words that are not among the phrases."""
        told = {phrase for phrase, _ in self.meant}
        return tuple(role for role in roles_of(self.name) if role not in told)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why its forms are one name, each reason once."""
        return tuple(dict.fromkeys(link.reason for link in self.name.because))[:12]


@frozen
class Single:
    """What one voice alone says, on one line."""

    cluster: str
    id: str
    kind: str
    words: str
    place: str
    about: str
    also: tuple[Sayer, ...]


@frozen
class Singles:
    """What stands in one article alone, and how much more of it there is than is listed."""

    label: str
    """Whose it is, empty for what several outlets took from one voice."""
    anchor: str
    listed: tuple[Single, ...]
    left_out: int

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.listed) + self.left_out


@frozen
class Text:
    """An article with its claims underlined."""

    anchor: str
    article: Article
    record: ArticleRecord
    label: str
    when: str
    why: str
    paragraphs: tuple[Underlined, ...]
    claims: int

    @property
    def url(self) -> str:
        """Its address where it is one that a browser may follow."""
        url = self.record.url or ""
        return url if url.startswith(("https://", "http://")) else ""


def tone(section: str) -> str:
    """The letter of the classes that colour a section: its first, and x for what was updated."""
    return "x" if section == "updated" else section[:1]
