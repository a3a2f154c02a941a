"""A cluster as it is shown: its values from vague to sharp, each in the distinct wordings it has, and why they stand together."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import frozen
from markupsafe import Markup

from newsrecon.model import Claim
from newsrecon.reconciliation import Cluster, Link, Reconciliation
from newsrecon.reconciliation.clustering import VETO
from newsrecon.report.characters import shown
from newsrecon.report.folding import Fold
from newsrecon.report.passages import Passages
from newsrecon.report.rewording import compared, likest
from newsrecon.report.views import ClusterView, Reason, Row, Sayer, VariantView, Wording
from newsrecon.report.words import (
    form_of,
    likeness_of,
    most_telling,
    opened,
    section_of,
    speaker_of,
    title_of,
    told_of,
    unquoted,
    value_in_words,
    visible,
)

__all__ = ["Shower", "is_utterance"]

UTTERANCES = "quote"
"""The kind of clusters that are shown as wordings of one utterance."""

_WORDINGS = 6
"""Wordings of a value that are shown in full; the rest are links to their places."""
_LINE = 110
"""Letters of a line that leads to the full words."""


@frozen
class Shower:
    """Lays clusters out, given the reconciliation, the texts at hand and the ids on the page."""

    made: Reconciliation
    passages: Passages
    ids: Mapping[str, str]
    most_wordings: int = 24
    """Wordings of a cluster that are shown in full, at least one of each of the first values."""
    most_links: int = 12
    """Comparisons of a cluster that are told; the rest are counted."""

    def sayer(self, claim: Claim) -> Sayer:
        """Who makes a claim, and where."""
        return Sayer(claim.mention.source, self.passages.place(claim))

    def view(self, cluster: Cluster, folds: Sequence[Fold] = (), seen: Collection[str] = ()) -> ClusterView:
        """A cluster as it is shown, what is folded into it with it; claims that are `seen` elsewhere are not worded again."""
        order = _reading_order(cluster)
        letter = {position: _letter(rank) for rank, position in enumerate(order)}
        views = []
        left = self.most_wordings
        for position in order:
            most = min(max(self.most_wordings // len(order), 1), left, _WORDINGS)
            variant = cluster.variants[position]
            claims = [self.made.claim(one) for one in variant.claims]
            wordings = list(self._wordings(claims, is_utterance(cluster), bool(variant.conflicts)))
            if seen:
                here = {self.sayer(one) for one in claims if one.id in seen}
                wordings = [wording for wording in wordings if not here.issuperset(wording.sayers)]
            left -= min(most, len(wordings))
            views.append(
                VariantView(
                    letter[position],
                    value_in_words(variant),
                    position == cluster.best,
                    variant,
                    tuple(wordings[:most]),
                    tuple(sayer for wording in wordings[most:] for sayer in wording.sayers),
                    tuple(sorted({self.sayer(claim) for claim in claims}, key=lambda one: (one.name, one.place))),
                    tuple(letter[other] for other in variant.conflicts),
                    tuple(letter[other] for other in variant.refines),
                )
            )
        links = [link for link in cluster.because if link.rule != VETO]
        told = _told(links)[: self.most_links]
        title, said = self._title(cluster)
        return ClusterView(
            self.ids.get(cluster.id, ""),
            cluster,
            title,
            said,
            tuple(views),
            tuple(_rows(views)) if is_utterance(cluster) else (),
            tuple(self.view(fold.inner, seen=fold.seen) for fold in folds),
            tuple(self._reason(link) for link in told),
            len(links) - len(told),
        )

    def _title(self, cluster: Cluster) -> tuple[str, str]:
        """What a cluster is about, and for an utterance what was said; who said it is left out where just that is disputed."""
        if cluster.kind == UTTERANCES:
            claims = [self.made.claim(one) for one in cluster.variants[cluster.best or 0].claims]
            fullest = min(claims, key=lambda claim: (-len(claim.mention.text), claim.id))
            words = textwrap.shorten(opened(fullest.mention.text), _LINE, placeholder="\u00a0…")
            said = f"“{words}”" if fullest.value.get("form") == "direct" else words
            return ("", said) if section_of(cluster) == "disputed" else (title_of(cluster), said)
        if cluster.kind == "date":
            return self.happened(cluster), ""
        return title_of(cluster), ""

    def happened(self, cluster: Cluster) -> str:
        """What a dated cluster dates: its most telling clause, or the sentence of one where none tells much by itself.

        A sentence that is cut before its time would not tell what the time dates.
        """
        claim, tells = most_telling([self.made.claim(one) for one in cluster.variants[cluster.best or 0].claims])
        words = self.passages.clause(claim)
        if not tells and words == claim.subject:
            sentence = textwrap.shorten(opened(self.passages.sentence(claim)), _LINE, placeholder="\u00a0…")
            words = sentence if visible(claim.mention.text) in sentence else words
        return textwrap.shorten(opened(unquoted(words)), _LINE, placeholder="\u00a0…")

    def _wordings(self, claims: Sequence[Claim], alone: bool, contradicted: bool) -> Iterator[Wording]:
        """The distinct wordings of a value, `alone` or in their sentences, those of most sources first, then the fullest.

        What is `contradicted` has the time beside it that its own words do not tell.
        """
        by_words: dict[tuple[Markup, str, str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            html = shown(claim.mention.text) if alone else self.passages.around(claim)
            by_words[html, *_speaker(claim), told_of(claim, self.made) if contradicted else ""].append(claim)
        for (html, speaker, here, when), group in sorted(by_words.items(), key=_most_said):
            first = group[0]
            sayers = sorted({self.sayer(claim) for claim in group}, key=lambda sayer: (sayer.name, sayer.place))
            yield Wording(
                html, first.mention.text, tuple(sayers), form_of(first.value.get("form")), speaker, here, when
            )

    def _reason(self, link: Link) -> Reason:
        left, right = self.made.claim(link.left), self.made.claim(link.right)
        return Reason(
            self.sayer(left), self.sayer(right), str(link.relation).replace("_", " "), likeness_of(link), link.reason
        )


def is_utterance(cluster: Cluster) -> bool:
    """Whether a cluster is shown among what was said."""
    return cluster.kind == UTTERANCES and section_of(cluster) not in ("disputed", "unconfirmed")


def _rows(views: Sequence[VariantView]) -> Iterator[Row]:
    """The wordings of an utterance, the best value's first, then the fullest, each compared with the likest one above it."""
    ordered = [(view, wording) for view in views for wording in view.wordings]
    ordered.sort(key=lambda pair: (not pair[0].best, -len(pair[1].text)))
    above: list[str] = []
    for view, wording in ordered:
        place = likest(above, wording.text)
        pieces = compared(above[place], wording.text) if place is not None else None
        beside = ordered[place][1] if place is not None and pieces else None
        yield Row(view.letter, wording, pieces or (), beside.sayers[0].name if beside is not None and place else "")
        above.append(wording.text)


def _reading_order(cluster: Cluster) -> list[int]:
    """From vague to sharp: a value stands after all it refines, then in the order of support."""
    # Refinement is transitive, so that whatever a value refines refines fewer than it does.
    return sorted(
        range(len(cluster.variants)), key=lambda position: (len(cluster.variants[position].refines), position)
    )


def _letter(rank: int) -> str:
    return _letter(rank // 26 - 1) + chr(65 + rank % 26) if rank >= 26 else chr(65 + rank)


def _most_said(
    wording: tuple[tuple[Markup, str, str, str], Sequence[Claim]],
) -> tuple[int, int, tuple[Markup, str, str, str]]:
    words, claims = wording
    return -len(claims), -len(words[0]), words


def _speaker(claim: Claim) -> tuple[str, str]:
    """Who is said to speak, and what the article has in the name's place; both empty for what is no utterance."""
    if claim.kind != UTTERANCES:
        return "", ""
    name, here = speaker_of(claim.value), form_of(claim.value.get("speaker"))
    return name, here if here != name else ""


def _told(links: Sequence[Link]) -> list[Link]:
    """The comparisons in the order they matter: contradictions, then the surest link that joins each further claim."""
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
    return told
