"""Who supports which value, in how many independent voices, and what verdict follows.

Support is counted in origins: ten copies of one wire story are one voice. A value is supported by whoever says exactly this
or something sharper; whoever says less, and nothing against it, is compatible.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from newsrecon.matching import Matcher
from newsrecon.model import Claim, Value
from newsrecon.reconciliation.comparisons import Group
from newsrecon.reconciliation.nodes import Node
from newsrecon.reconciliation.origins import Voices
from newsrecon.reconciliation.results import Cluster, Variant, Verdict
from newsrecon.reconciliation.updates import Published, overtaken, unsettled
from newsrecon.reconciliation.variants import VariantGraph, graph_of
from newsrecon.value import digest
from newsrecon.wording import content_words, content_words_as_written, likeness

__all__ = ["best_of", "cluster_of"]


def cluster_of(
    group: Group, matcher: Matcher[Any], voices: Voices, story: str | None, published: Published | None = None
) -> Cluster:
    """The cluster that a group of claims about one thing makes: variants in order of support, verdict, best value.

    Values that newer ones took the place of come last, the newest of them first.
    """
    if len(group.nodes) == 1 and len(group.nodes[0].claims) == 1:
        return _alone(group, matcher, voices, story)
    graph = graph_of(group.nodes, matcher, group.entailments)
    updates = overtaken(graph, matcher, published or {})
    graph = graph.without_conflicts(updates | unsettled(graph, matcher))
    made = [_variant(position, graph, matcher, voices) for position in range(len(graph.values))]
    order, variants = _in_order(made, graph, updates, matcher) if len(made) > 1 else ([0], tuple(made))
    verdict, reason = _verdict(variants, graph, order, voices)
    best, margin = best_of(variants, [variant.origins for variant in variants])
    claims = [claim for node in group.nodes for claim in node.claims]
    return Cluster(
        digest(matcher.kind, sorted(claim.id for claim in claims)),
        kind=matcher.kind,
        subject=_subject(claims),
        verdict=verdict,
        reason=reason,
        variants=variants,
        best=best,
        margin=margin,
        because=tuple(sorted(group.links, key=lambda link: (link.left, link.right))),
        story=story,
    )


def _alone(group: Group, matcher: Matcher[Any], voices: Voices, story: str | None) -> Cluster:
    """The cluster of a claim that nothing came to: most clusters are of one, and nothing is to be weighed in them."""
    (node,) = group.nodes
    (claim,) = node.claims
    voice, credited = voices.of(claim)
    variant = Variant(
        Value(matcher.value(node.features)) if matcher.value else claim.value,
        text=claim.mention.text,
        claims=(claim.id,),
        support=(claim.mention.source,),
        origins=1,
        voices=(voices.name_of(voice),),
        because=_counted(1, 1, (credited,) if credited else ()),
    )
    return Cluster(
        digest(matcher.kind, (claim.id,)),
        kind=matcher.kind,
        subject=claim.subject,
        verdict=Verdict.UNCONFIRMED,
        reason="one source",
        variants=(variant,),
        best=0,
        margin=1,
        because=tuple(sorted(group.links, key=lambda link: (link.left, link.right))),
        story=story,
    )


def _in_order(
    made: Sequence[Variant], graph: VariantGraph, updates: Collection[tuple[int, int]], matcher: Matcher[Any]
) -> tuple[list[int], tuple[Variant, ...]]:
    """The positions of the variants in the order of their support, and the variants so placed."""
    behind = Counter(old for old, _ in updates)
    telling = _preferences(graph, matcher)
    order = sorted(
        range(len(made)), key=lambda position: (behind[position], *_standing(made[position], telling[position]))
    )
    place = {position: rank for rank, position in enumerate(order)}
    newest = _newest(updates, order)
    return order, tuple([_placed(made[position], position, graph, place, newest) for position in order])


def _claims(nodes: Sequence[Node]) -> list[Claim]:
    return [claim for node in nodes for claim in node.claims]


def _variant(position: int, graph: VariantGraph, matcher: Matcher[Any], voices: Voices) -> Variant:
    own = _claims(graph.values[position])
    saying = [claim for other in sorted(graph.sharper(position)) for claim in _claims(graph.values[other])]
    support = {claim.mention.source for claim in saying}
    less = {claim.mention.source for other in graph.vaguer(position) for claim in _claims(graph.values[other])}
    against = {claim.mention.source for other in graph.against(position) for claim in _claims(graph.values[other])}
    heard = {voices.of(claim)[0] for claim in saying}
    shown = _shown(own)
    features = next(node.features for node in graph.values[position] if shown in node.claims)
    return Variant(
        Value(matcher.value(features)) if matcher.value else shown.value,
        text=shown.mention.text,
        claims=tuple(sorted(claim.id for claim in own)),
        support=tuple(sorted(support)),
        origins=len(heard),
        voices=tuple(sorted({voices.name_of(voice) for voice in heard})),
        compatible=tuple(sorted(less - support - against)),
        because=_folded(saying, len(support), len(heard), voices),
    )


def _shown(claims: Sequence[Claim]) -> Claim:
    """The claim whose words stand for a value: the wording most sources use, then the fullest."""
    if len(claims) == 1:
        return claims[0]
    wordings = Counter(text for text, _ in {(claim.mention.text, claim.mention.source) for claim in claims})
    return min(
        claims,
        key=lambda claim: (-wordings[claim.mention.text], -len(claim.mention.text), claim.mention.text, claim.id),
    )


def _folded(claims: Sequence[Claim], sources: int, origins: int, voices: Voices) -> str:
    """How many sources make how many voices, and which were folded."""
    reasons = {reason for claim in claims if (reason := voices.of(claim)[1])}
    for number in {voice for claim in claims if isinstance(voice := voices.of(claim)[0], int)}:
        if len({claim.mention.article for claim in claims} & set(voices.origins[number].articles)) > 1:
            reasons.add(voices.origins[number].because)
    return _counted(sources, origins, reasons)


def _counted(sources: int, origins: int, reasons: Collection[str]) -> str:
    counted = f"{_count(sources, 'source')}, {_count(origins, 'independent voice')}"
    return f"{counted}: {'; '.join(sorted(reasons))}" if reasons else counted


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


Preference = tuple[float, int]
"""How near a value is to what was said, and how many of its words other sources use, too."""


def _preferences(graph: VariantGraph, matcher: Matcher[Any]) -> list[Preference]:
    """For each value, what speaks for its wording where as many voices tell it as another; nothing where no wording matters."""
    nearness = matcher.preference
    if nearness is None:
        return [(0.0, 0)] * len(graph.values)
    said: dict[str, set[str]] = defaultdict(set)
    for claim in (claim for nodes in graph.values for claim in _claims(nodes)):
        said[claim.mention.source].update(_as_written(claim))
    return [
        (max(nearness(node.features) for node in nodes), _borne_out(_shown(_claims(nodes)), said))
        for nodes in graph.values
    ]


def _borne_out(claim: Claim, said: Mapping[str, Collection[str]]) -> int:
    """How many words of a claim another source uses, too: a garbled wording has fewer of them, a short one as well."""
    others = [words for source, words in said.items() if source != claim.mention.source]
    return sum(any(word in words for words in others) for word in _as_written(claim))


def _as_written(claim: Claim) -> set[str]:
    return {written.casefold() for _, written in content_words_as_written(claim.mention.text)}


def _standing(variant: Variant, preference: Preference) -> tuple[Any, ...]:
    """The order of variants in a cluster: most voices, most sources, the nearest to what was said, the best borne out by
    the words of others, the fullest, and then by their words.
    """
    nearness, borne_out = preference
    return (
        -variant.origins,
        -len(variant.support),
        -nearness,
        -borne_out,
        -len(variant.text),
        variant.text,
        variant.claims,
    )


def _newest(updates: Collection[tuple[int, int]], order: Sequence[int]) -> dict[int, int]:
    """For each value that was overtaken, the value that holds now; of several, the one that comes first in `order`.

    What took its place may have been overtaken in turn by one that says nothing against it.
    """
    old = {one for one, _ in updates}
    found: dict[int, int] = {}
    for one in old:
        now = one
        while now in old:
            newer = [new for new in order if (now, new) in updates]
            now = next((new for new in newer if new not in old), newer[0])
        found[one] = now
    return found


def _placed(
    variant: Variant, position: int, graph: VariantGraph, place: Mapping[int, int], newest: Mapping[int, int]
) -> Variant:
    return evolve(
        variant,
        updated_by=place[newest[position]] if position in newest else None,
        refines=tuple(sorted(place[other] for other in graph.vaguer(position))),
        conflicts=tuple(sorted(place[other] for other in graph.against(position))),
    )


def _verdict(
    variants: Sequence[Variant], graph: VariantGraph, order: Sequence[int], voices: Voices
) -> tuple[Verdict, str]:
    """What the sources make of it, and why in words. A source neither disputes nor corroborates itself.

    But one that tells what is said and who denies it tells of a dispute.
    Values that newer ones took the place of count neither for nor against those that hold.
    """
    own = [{claim.mention.source for claim in _claims(graph.values[position])} for position in order]
    overtaken = {position for position, variant in zip(order, variants, strict=True) if variant.updated_by is not None}
    for (one, two), reason in sorted(graph.conflicts.items()):
        if one in overtaken and two in overtaken:
            continue
        told = {_teller(claim) for position in (one, two) for claim in _claims(graph.values[position])}
        if len(told) > 1:
            return Verdict.DISPUTED, reason
    update = _update_in_words(variants)
    rank = {position: place for place, position in enumerate(order)}
    for sharp, vague, how in sorted((rank[one], rank[other], how) for (one, other), how in graph.more_exact.items()):
        if order[sharp] not in overtaken and own[sharp] != own[vague]:
            reason = f"{variants[sharp].text!r} tells more exactly what {variants[vague].text!r} tells: {how}{update}"
            return Verdict.REFINED, reason
    holding = [position for position in order if position not in overtaken]
    agreeing = max(_agreeing(holding, graph, voices))
    if agreeing > 1:
        return Verdict.CORROBORATED, f"{agreeing} independent voices agree{update}"
    sources = set().union(*own)
    if len(sources) > 1:
        heard = {voices.of(claim)[0] for nodes in graph.values for claim in _claims(nodes)}
        why = "one voice" if len(heard) == 1 else "no two independent voices say the same"
        return Verdict.UNCONFIRMED, f"{len(sources)} sources, but {why}{update}"
    return Verdict.UNCONFIRMED, f"one source{update}"


def _teller(claim: Claim) -> tuple[str, str | None]:
    """Who says so: the source, or whoever denies what that source tells."""
    denier = claim.value.get("denied_by")
    return claim.mention.source, denier if isinstance(denier, str) else None


def _update_in_words(variants: Sequence[Variant]) -> str:
    told = [
        f"{variants[variant.updated_by].text!r}, told later, took the place of {variant.text!r}"
        for variant in variants
        if variant.updated_by is not None
    ]
    return "".join(f"; {one}" for one in told)


def _agreeing(holding: Sequence[int], graph: VariantGraph, voices: Voices) -> Iterator[int]:
    """For each value, how many voices state it or one that goes along with it, in articles of different sources."""
    along: dict[int, set[int]] = defaultdict(set)
    for one, other in (*graph.overlaps, *(graph.refines - graph.more_exact.keys())):
        along[one].add(other)
        along[other].add(one)
    for position in holding:
        claims = [claim for other in sorted({position} | along[position]) for claim in _claims(graph.values[other])]
        heard = {voices.of(claim)[0] for claim in claims}
        yield len(heard) if len({claim.mention.source for claim in claims}) > 1 else 1


def best_of(variants: Sequence[Variant], strength: Sequence[float]) -> tuple[int | None, int]:
    """The sharpest value of the strongest side, and how many voices that side is ahead; None on a tie.

    A value that a newer one took the place of is out. Of the others, a value falls to any that conflicts with it and is
    stronger. Where values that conflict are left, the sides are level. Otherwise, of the values left that no other sharpens,
    the one with most voices is best, and of those level the first: variants come with the better wording first.
    """
    if len(variants) == 1:
        return 0, variants[0].origins
    fallen = {position for position, variant in enumerate(variants) if variant.updated_by is not None}
    for position in sorted(range(len(variants)), key=lambda position: -strength[position]):
        if position not in fallen:
            fallen.update(other for other in variants[position].conflicts if strength[other] < strength[position])
    left = [position for position in range(len(variants)) if position not in fallen]
    if any(other in variants[position].conflicts for position in left for other in left):
        return None, 0
    sharpened = {vaguer for position in left for vaguer in variants[position].refines}
    best = min(
        (position for position in left if position not in sharpened),
        key=lambda position: (-variants[position].origins, position),
    )
    return best, _margin(best, variants)


def _margin(best: int, variants: Sequence[Variant]) -> int:
    """How many voices the side of the best value is ahead of the strongest value against it; 0 where it is behind."""
    against = variants[best].conflicts
    rival = max((variants[other].origins for other in against), default=0)
    side = {best} | {vaguer for vaguer in variants[best].refines if set(against) & set(variants[vaguer].conflicts)}
    return max(0, max(variants[position].origins for position in side) - rival)


def _subject(claims: Sequence[Claim]) -> str:
    """What most claims give as subject; of those level, the one most like the others, then the shortest that says something."""
    if len(claims) == 1:
        return claims[0].subject
    counts = Counter(claim.subject for claim in claims)
    most = max(counts.values())
    level = sorted(subject for subject in counts if counts[subject] == most)[:_COMPARED]
    if len(level) == 1:
        return level[0]
    words = {subject: content_words(subject) for subject in level}
    typical = {
        subject: sum(likeness(words[subject], words[other], _alike_telling) for other in level if other != subject)
        for subject in level
    }
    return min(level, key=lambda subject: (-round(typical[subject], 6), not subject, len(subject), subject))


_COMPARED = 40
"""So many subjects are compared to find the most typical one."""


def _alike_telling(word: str) -> float:
    return 1.0
