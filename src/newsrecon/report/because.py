"""How a cluster came about, in sentences: the verdict, who says what, why one value is best, what brought the claims together."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from attrs import evolve

from newsrecon.matching import Relation
from newsrecon.reconciliation import Cluster, Link, Reconciliation, Variant
from newsrecon.reconciliation.clustering import VETO
from newsrecon.report.words import count, likeness_of, title_of, value_in_words, visible

__all__ = ["explain"]

_SAYS = {
    Relation.EQUAL: "says the same as",
    Relation.REFINES: "is sharper than",
    Relation.OVERLAPS: "goes with",
    Relation.CONFLICTS: "cannot be true beside",
    Relation.UNRELATED: "does not bear out",
}


def explain(cluster: Cluster, made: Reconciliation, *, width: int = 100) -> str:
    """The sentences, one paragraph a step, with the words that each step rests on."""
    paragraphs = [
        (f"[{cluster.kind}] {title_of(cluster)} ({cluster.id})", ""),
        (f"Verdict: {cluster.verdict}, since {cluster.reason}.", ""),
        *((line, "  ") for line in _values(cluster)),
        (_pick(cluster), ""),
        *((line, "  ") for line in _links(cluster, made)),
    ]
    return "\n".join(
        textwrap.fill(visible(line), width, initial_indent=indent, subsequent_indent=indent + "  ")
        for line, indent in paragraphs
    )


def _values(cluster: Cluster) -> Iterator[str]:
    for place, variant in enumerate(cluster.variants):
        yield f"{place + 1}. {_named(variant)}: {variant.because}{''.join(_standing(variant))}."


def _named(variant: Variant) -> str:
    label = value_in_words(variant)
    return f"{label}, “{variant.text}”" if label else f"“{variant.text}”"


def _standing(variant: Variant) -> Iterator[str]:
    """How a value stands to the others, which are called by their numbers."""
    for places, words in ((variant.refines, "it is sharper than"), (variant.conflicts, "it cannot be true beside")):
        if places:
            yield f"; {words} {', '.join(str(place + 1) for place in places)}"
    if variant.updated_by is not None:
        yield f"; {variant.updated_by + 1} took its place"


def _pick(cluster: Cluster) -> str:
    """The best value, the rule by which it is best, and by how many voices."""
    picked = f" ({cluster.pick})" if cluster.pick else ""
    if cluster.best is None:
        return f"Best value: undecided, the sides are level{picked}."
    best = cluster.variants[cluster.best]
    if best.conflicts:
        ahead = f", {count(cluster.margin, 'independent voice')} ahead of what is against it" if cluster.margin else ""
        return f"Best value: {cluster.best + 1}{ahead}{picked}."
    against = "" if len(cluster.variants) == 1 else ", and none against it"
    voices = f"{count(best.origins, 'independent voice')}{against}"
    return f"Best value: {cluster.best + 1}, {_rule(cluster, best)} ({voices}){picked}."


def _rule(cluster: Cluster, best: Variant) -> str:
    """Why a value that nothing contradicts is best."""
    if len(cluster.variants) == 1:
        return "the only one"
    sharpened = {vaguer for one in cluster.variants for vaguer in one.refines}
    others = [
        one
        for place, one in enumerate(cluster.variants)
        if place not in sharpened and one.updated_by is None and not one.conflicts and one != best
    ]
    if not others:
        return "the newest" if cluster.updated and not best.refines else "which no other sharpens"
    if any(other.origins == best.origins for other in others):
        return "by its wording, of those with as many voices that no other sharpens"
    return "the one with most voices of those that no other sharpens"


def _links(cluster: Cluster, made: Reconciliation) -> Iterator[str]:
    for link in sorted(cluster.because, key=lambda link: (link.rule == VETO, -link.score, link.left, link.right)):
        if link.rule == VETO:
            yield (
                f"Kept apart: {_said(link.left, made)} and {_said(link.right, made)}: {link.reason}"
                f" (rule {link.rule}; by their words alone: {likeness_of(link)})."
            )
            continue
        if link.relation is Relation.REFINED_BY:
            link = evolve(link, left=link.right, right=link.left, relation=Relation.REFINES)
        link, says = _put(link, cluster)
        yield f"{_said(link.left, made)} {says} {_said(link.right, made)}: {_reason(link)}."


def _put(link: Link, cluster: Cluster) -> tuple[Link, str]:
    """The link with its sides in the order in which they are told, and what the left one does to the right one.

    What cannot be true at one moment is no contradiction where it is told of two.
    """
    if link.relation is not Relation.CONFLICTS:
        return link, _SAYS[link.relation]
    places = {claim: place for place, variant in enumerate(cluster.variants) for claim in variant.claims}
    left, right = places[link.left], places[link.right]
    if right in cluster.variants[left].conflicts:
        return link, _SAYS[link.relation]
    if cluster.variants[left].updated_by == right:
        return evolve(link, left=link.right, right=link.left), "was told later than, and took the place of,"
    if cluster.variants[right].updated_by == left:
        return link, "was told later than, and took the place of,"
    return link, "may be of another moment than"


def _said(claim_id: str, made: Reconciliation) -> str:
    mention = made.claim(claim_id).mention
    words = textwrap.shorten(visible(mention.text), 90, placeholder=" …")
    return f"“{words}” ({mention.source})"


def _reason(link: Link) -> str:
    return f"{link.reason} (rule {link.rule}, {likeness_of(link)})"
