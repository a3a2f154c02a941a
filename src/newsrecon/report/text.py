"""A reconciliation as plain text for a person: disputes first, each value with its sources and their words.

Control, bidirectional and invisible characters of articles are shown as escapes, so that no text can disguise another.
"""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence

from newsrecon.model import Claim, Extraction
from newsrecon.reconciliation import Cluster, Name, Reconciliation, Variant, Verdict
from newsrecon.report.folding import Fold, folded
from newsrecon.report.words import (
    DESCRIPTION,
    bare,
    count,
    counts,
    dated_clause,
    is_place,
    known,
    most_telling,
    only_reports,
    opened,
    roles_of,
    section_of,
    timex_of,
    title_of,
    told_of,
    unquoted,
    value_in_words,
    visible,
    words_of,
)

__all__ = ["render", "render_claims"]

WIDTH = 100
_SECTIONS = {
    "disputed": ("supported values that cannot both be true", "31"),
    "updated": ("a newer value took the place of an older one", "33"),
    "refined": ("nobody objects, and one source is sharper than another", "36"),
    "corroborated": ("two independent voices or more", "32"),
}
"""The sections by their titles: what they mean, and their colour."""


def render(reconciliation: Reconciliation, *, width: int = WIDTH, color: bool = False) -> str:
    """The whole reconciliation in lines of at most `width` characters, with ANSI colours where asked for."""
    page = _Page(max(width, 40), color)
    parts = [page.overview(reconciliation)]
    sections: dict[str, list[Cluster]] = {title: [] for title in _SECTIONS}
    for cluster in reconciliation.clusters:
        if cluster.kind != DESCRIPTION and section_of(cluster) in sections:
            sections[section_of(cluster)].append(cluster)
    folds = _folds([cluster for clusters in sections.values() for cluster in clusters], reconciliation)
    for title, clusters in sections.items():
        if clusters:
            parts.append(page.section(title, clusters, folds, reconciliation))
    parts += page.rest(reconciliation)
    return "\n\n".join(parts) + "\n"


def _folds(clusters: Sequence[Cluster], made: Reconciliation) -> Mapping[str, Fold]:
    """What is told inside another cluster, by the id of that."""
    order = list(_SECTIONS)
    found = folded(clusters, made.claim, lambda cluster: (order.index(section_of(cluster)), ""))
    return {fold.outer.id: fold for fold in found}


class _Page:
    """Lines of one width, coloured or not."""

    def __init__(self, width: int, color: bool) -> None:
        self.width = width
        self._color = color

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._color else text

    def wrap(self, text: str, indent: str, hanging: str | None = None) -> str:
        return textwrap.fill(
            visible(text),
            self.width,
            initial_indent=indent,
            subsequent_indent=indent if hanging is None else hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def head(self, label: str, rest: str, code: str) -> str:
        """A heading: its label painted, what it means beside it."""
        return self.wrap(f"{label}{rest}", "", "  ").replace(label, self.paint(label, code), 1)

    def overview(self, made: Reconciliation) -> str:
        parts = (
            count(len(made.records), "article"),
            count(len(made.origins), "independent origin"),
            count(len(made.claims), "claim"),
        )
        lines = [self.head(parts[0], "".join(f" · {part}" for part in parts[1:]), "1")]
        for origin in made.origins:
            if len(origin.articles) > 1:
                lines.append(self.wrap(f"one origin: {', '.join(origin.articles)} — {origin.because}", "  ", "    "))
        return "\n".join(lines)

    def section(self, title: str, clusters: Sequence[Cluster], folds: Mapping[str, Fold], made: Reconciliation) -> str:
        meaning, paint = _SECTIONS[title]
        inside = {fold.inner.id for fold in folds.values()}
        shown = [cluster for cluster in clusters if cluster.id not in inside]
        places = [cluster for cluster in shown if title == "corroborated" and is_place(cluster)]
        parts = [self.head(f"{title.upper()} ({len(clusters)})", f" — {meaning}", f"1;{paint}")]
        parts += [
            self.cluster(cluster, folds.get(cluster.id), made)
            for cluster in shown
            if not (places and is_place(cluster))
        ]
        parts += [self.places(places)] if places else []
        if more := len(clusters) - len(shown):
            where = "another entry, as its time or its words" if more == 1 else "other entries, as their times or words"
            parts.append(self.wrap(f"… and {more} more inside {where}", "  "))
        return "\n\n".join(parts)

    def places(self, clusters: Sequence[Cluster]) -> str:
        """Where things were, a line each: no place tells much by itself."""
        lines = ["  [statement] Where things were"]
        for cluster in clusters:
            voices = {voice for variant in cluster.variants for voice in variant.voices}
            who = f"{', '.join(cluster.sources)} ({count(len(voices), 'voice')})"
            lines.append(self.wrap(f"{bare(cluster.variants[cluster.best or 0].text)} — {who}", "    ", "      "))
        return "\n".join(lines)

    def cluster(self, cluster: Cluster, fold: Fold | None, made: Reconciliation) -> str:
        lines = [self.wrap(f"[{cluster.kind}] {_title(cluster, made)}", "  ", "    ")]
        for position, variant in enumerate(cluster.variants):
            lines += self.variant(variant, position == cluster.best, made)
        lines += self.folded(fold, made) if fold is not None else ()
        if cluster.verdict is Verdict.DISPUTED:
            undecided = "" if cluster.best is not None else " Undecided: the sides are level."
            lines.append(self.wrap(f"why: {cluster.reason}.{undecided}", "    ", "         "))
        elif cluster.verdict is Verdict.CORROBORATED and len(cluster.variants) > 1:
            # Wordings of one voice each do not show how many voices there are together.
            lines.append(self.wrap(f"together: {cluster.reason}.", "    ", "         "))
        return "\n".join(lines)

    def folded(self, fold: Fold, made: Reconciliation) -> Iterator[str]:
        """The values of what is told inside a cluster, with the words that do not stand there already."""
        inner = fold.inner
        lines = [
            line
            for position, variant in enumerate(inner.variants)
            for line in self.variant(variant, position == inner.best, made, fold.seen)
        ]
        if lines:
            verdict = f" ({section_of(inner)})" if section_of(inner) != section_of(fold.outer) else ""
            yield f"    {'when' if inner.kind == 'date' else 'in words'}{verdict}:"
            yield from (textwrap.indent(line, "  ") for line in lines)

    def variant(self, variant: Variant, best: bool, made: Reconciliation, seen: Collection[str] = ()) -> Iterator[str]:
        """A value with its sources and their words, but for those of claims that are `seen` elsewhere."""
        mark = "●" if best else "○" if variant.updated_by is None else "◌ earlier:"
        label = value_in_words(variant)
        who = f"{', '.join(variant.support)} ({count(variant.origins, 'voice')})"
        if variant.compatible:
            who += f"; compatible: {', '.join(variant.compatible)}"
        wordings = _wordings(variant, made, seen)
        if seen and not label and not wordings:
            return
        if not label and len(wordings) == 1:
            yield self.wrap(f"{mark} {who}: {wordings[0][1]}", "    ", "      ")
            return
        yield self.wrap(f"{mark} {label} — {who}" if label else f"{mark} {who}", "    ", "      ")
        for source, text in wordings:
            yield self.wrap(f"{source}: {text}", "        ", "          ")

    def rest(self, made: Reconciliation) -> Iterator[str]:
        unconfirmed = [
            cluster for cluster in made.clusters if cluster.kind != DESCRIPTION and section_of(cluster) == "unconfirmed"
        ]
        if unconfirmed:
            kinds = counts(cluster.kind for cluster in unconfirmed)
            yield self.head(
                f"UNCONFIRMED ({len(unconfirmed)})", f" — one voice, or no two that say the same: {kinds}", "1"
            )
        events = (self.event(cluster, made) for cluster in made.timeline)
        for title, lines in (("NAMES", map(self.name, known(made.names, made))), ("TIMELINE", filter(None, events))):
            if told := list(lines):
                yield "\n".join([self.paint(title, "1"), *told])
        if not made.claims:
            yield "No claims were found."

    def name(self, name: Name) -> str:
        others = [alias for alias in name.aliases if alias != name.name]
        line = f"{name.name} ({name.kind})"
        if others:
            line += f" = {', '.join(others)}"
        if name.roles:
            line += f" — {'; '.join(roles_of(name))}"
        return self.wrap(line, "  ", "      ")

    def event(self, cluster: Cluster, made: Reconciliation) -> str | None:
        """A line of the timeline; None where all that is told of a day is that somebody said something."""
        variant = cluster.variants[cluster.best or 0]
        day = timex_of(variant)
        mark = " (disputed)" if cluster.verdict is Verdict.DISPUTED else ""
        claim, _ = most_telling(map(made.claim, variant.claims))
        if only_reports(claim):
            return None
        told = opened(unquoted(dated_clause(claim)))
        line = f"{told} — {', '.join(cluster.sources)}{mark}"
        return self.wrap(line, f"  {visible(day):<10}{'  ' if len(day) > len('2025-07-03') else ' '}", " " * 13)


def _title(cluster: Cluster, made: Reconciliation) -> str:
    """What a cluster is about; of a day, what happened rather than who told of it."""
    if cluster.kind == "date":
        told = [made.claim(one) for one in cluster.claims]
        if all(only_reports(claim) for claim in told if claim.subject == cluster.subject):
            return opened(unquoted(most_telling(told)[0].subject))
    return title_of(cluster)


def _wordings(variant: Variant, made: Reconciliation, seen: Collection[str]) -> list[tuple[str, str]]:
    """Each source's own words for a value in the order of its text, sources with the same words together.

    What contradicts another has the time beside it that tells why, where its own words do not.
    """
    words: dict[str, set[str]] = {}
    claims = [made.claim(one) for one in variant.claims if one not in seen]
    for claim in sorted(claims, key=lambda one: (one.mention.article, one.mention.span.start)):
        when = told_of(claim, made) if variant.conflicts else ""
        words.setdefault(f"“{words_of(claim)}”{when and f' ({when})'}", set()).add(claim.mention.source)
    return [
        (", ".join(sorted(sources)), text) for text, sources in sorted(words.items(), key=lambda item: sorted(item[1]))
    ]


def render_claims(extraction: Extraction, *, width: int = WIDTH) -> str:
    """The claims of an extraction, article by article: place, kind, words, and what they were read as."""
    lines: list[str] = []
    article = None
    for claim in extraction.claims:
        if claim.mention.article != article:
            article = claim.mention.article
            lines += ["", f"{visible(claim.mention.source)} ({visible(article)})"]
        place = f"{claim.mention.span.start}–{claim.mention.span.end}"
        words = textwrap.shorten(visible(claim.mention.text), max(width - 34, 20), placeholder=" …")
        lines.append(f"  {place:>11}  {claim.kind:<10} “{words}”{_reading(claim)}")
    return "\n".join(lines).lstrip("\n") + "\n" if lines else "No claims were found.\n"


def _reading(claim: Claim) -> str:
    value = claim.value
    shown = value.get("timex") or value.get("full") or value.get("name")
    return f" → {visible(str(shown))}" if shown and shown != claim.mention.text else ""
