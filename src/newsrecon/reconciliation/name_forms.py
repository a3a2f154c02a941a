"""What becomes of a group of nodes: a Name, with its canonical form, all its forms and roles with who has them, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from newsrecon.matching import Relation
from newsrecon.model import Claim
from newsrecon.reconciliation.name_nodes import Bond, Node
from newsrecon.reconciliation.results import Link, Name, NameForm, StatedRole
from newsrecon.spelling import fold

__all__ = ["claim_order", "name_of"]

VoiceOf = Callable[[Claim], Hashable]


def claim_order(claim: Claim) -> tuple[str, int, int, str]:
    """The place of a claim in the order of articles and of places in them."""
    return claim.mention.article, claim.mention.span.start, claim.mention.span.end, claim.id


def name_of(
    members: list[Node], made: Sequence[Bond], apart: Sequence[Bond], story: str | None, voice_of: VoiceOf
) -> tuple[Name, list[Claim]]:
    """One name of the register, with its claims, from its nodes, the bonds that joined them and those that were refused."""
    known = next((node for node in members if node.known), None)
    kind = members[0].type
    if len(members) > 1:
        short = {bond.short.number for bond in made if not bond.joins_equals}
        # What a short form is taken for tells less than what the full name is.
        telling = [node for node in members if node.number not in short] or members
        kinds = sum((node.kinds for node in telling), Counter[str]())
        kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    shown = _canonical(members, made, kind, voice_of)
    if known is not None and known.known is not None:
        shown, kind = known.known.name, known.known.type or kind
    claims = members[0].claims
    if len(members) > 1:
        claims = sorted((claim for node in members for claim in node.claims), key=claim_order)
    forms = _forms(claims)
    roles = _stated_roles(claims)
    name = Name(
        shown,
        type=kind,
        government_of=next((str(claim.value["metonym"]) for claim in claims if claim.value.get("metonym")), None),
        id=known.known.id if known is not None and known.known else None,
        id_because=known.known_because if known is not None else None,
        aliases=tuple(form.text for form in forms if form.text != shown),
        roles=tuple(stated.role for stated in roles),
        forms=forms,
        stated_roles=roles,
        claims=tuple(sorted(claim.id for claim in claims)),
        because=(*_links(members), *(_link(bond) for bond in made), *(_link(bond) for bond in apart)),
        story=story,
    )
    return name, claims


def _canonical(members: Sequence[Node], made: Iterable[Bond], kind: str, voice_of: VoiceOf) -> str:
    """What most voices say, then the fullest; of equals one without a possessor."""
    members = [node for node in members if node.is_named] or members
    if len(members) == 1:
        return members[0].text
    short = {bond.short.number for bond in made if not bond.joins_equals}
    if kind == "person":
        full = [node for node in members if node.number not in short]
    else:
        # What most call a body is its name, even where someone says more; its initials are not.
        full = [node for node in members if not node.text.isupper()]

    def rank(node: Node) -> tuple[int, int, bool, int, str]:
        voices = len({voice_of(claim) for claim in node.claims})
        possessed = "’s " in node.text or "'s " in node.text
        return -voices, -len(node.words), possessed, -len(node.text), node.text

    return min(full or members, key=rank).text


def _forms(claims: Sequence[Claim]) -> tuple[NameForm, ...]:
    """Every form with its number and its sources, the most frequent first."""
    if len(claims) == 1:
        mention = claims[0].mention
        return (NameForm(" ".join(mention.text.split()), count=1, sources=(mention.source,)),)
    sources: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.kind != "alias" and claim.value["role"]:
            continue
        sources[" ".join(claim.mention.text.split())].append(claim.mention.source)
    ordered = sorted(sources, key=lambda form: (-len(sources[form]), form))
    return tuple(
        NameForm(form, count=len(sources[form]), sources=tuple(sorted(set(sources[form])))) for form in ordered
    )


def _stated_roles(claims: Iterable[Claim]) -> tuple[StatedRole, ...]:
    """Every role with the claims that tell it, the most frequent first."""
    telling = [claim for claim in claims if claim.kind == "alias" and claim.value.get("role")]
    if not telling:
        return ()
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in telling:
        told[str(claim.value["role"])].append(claim)
    return tuple(
        StatedRole(
            role,
            sources=tuple(sorted({claim.mention.source for claim in told[role]})),
            claims=tuple(sorted(claim.id for claim in told[role])),
        )
        for role in sorted(told, key=lambda role: (-len(told[role]), role))
    )


# ---------------------------------------------------------------- why


def _links(members: Iterable[Node]) -> Iterator[Link]:
    """Why the claims of each node stand together: short forms in their article, then equal names across articles."""
    for node in members:
        if len(node.claims) == 1:
            continue
        first: Claim | None = None
        for claims in node.by_article():
            head = next((claim for claim in claims if _is_full(claim)), claims[0])
            said: set[str] = set()
            for claim in claims:
                text = claim.mention.text
                if claim is not head and not _is_full(claim) and text not in said:
                    said.add(text)
                    reason = f"this article uses ‘{text}’ for ‘{claim.value['full']}’"
                    yield Link(claim.id, head.id, relation=Relation.EQUAL, score=0.95, reason=reason, rule="short form")
            if first is None:
                first = head
            else:
                reason = f"both articles name ‘{node.text}’"
                yield Link(head.id, first.id, relation=Relation.EQUAL, score=1.0, reason=reason, rule="equal")


def _is_full(claim: Claim) -> bool:
    return fold(claim.mention.text) == fold(str(claim.value["full"]))


def _link(bond: Bond) -> Link:
    left, right = bond.short.claims[0].id, bond.long.claims[0].id
    relation = Relation.UNRELATED if bond.rule == "known apart" else Relation.EQUAL
    return Link(left, right, relation=relation, score=bond.score, reason=bond.reason, rule=bond.rule)
