"""Names across the articles of a story, made one: *Muttaqi*, *Amir Khan Muttaqi* and *Amir Khan Motti* are one man.

Theory of operation. The unit is an *entity of one article*: a full name with its short forms there, as the alias claims have
them. Entities with the same words become one node. Then nodes are joined in tiers, each by rules of its own kind and each
only where nothing forbids it: spellings and fuller forms of full names; surnames and short forms; abbreviations; and last,
names so garbled that no comparison of letters can join them, by what is said about them. Two known given names that
differ keep their bearers apart for good. Where two candidates are equally good, none is taken.

The order of claims does not matter: nodes are visited by evidence (articles, then words, then spelling), and all choices
are between complete sets of candidates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import define, field, frozen

from newsrecon.context import NamedSpan, NameIndex
from newsrecon.matching import Relation
from newsrecon.model import Claim
from newsrecon.reconciliation.name_context import garbled_names
from newsrecon.reconciliation.name_links import full_names, institutions, legal_forms
from newsrecon.reconciliation.name_nodes import Bond, Node
from newsrecon.reconciliation.name_short_forms import abbreviations, family_names, given_names, short_names, slips
from newsrecon.reconciliation.results import Link, Name
from newsrecon.spelling import fold

__all__ = ["Register", "register"]


@frozen(eq=False)
class Register:
    """The names of a story, each once, and where they stand."""

    names: tuple[Name, ...]
    index: NameIndex


def register(claims: Iterable[Claim], *, story: str | None = None) -> Register:
    """The alias claims of a story made one register of names, whatever their order.

    >>> from newsrecon import Article
    >>> from newsrecon.extractors.aliases import extract_claims
    >>> texts = ["We met Foreign Minister Anna Berg. Berg smiled.", "The talks with Anna Berg failed."]
    >>> claims = [claim for text in texts for claim in extract_claims(Article(text))]
    >>> [(name.name, name.aliases, name.roles) for name in register(claims).names]
    [('Anna Berg', ('Berg',), ('Foreign Minister',))]
    """
    nodes = _nodes(sorted(claims, key=_order))
    groups = _Groups(nodes)
    for tier in _TIERS:
        for bond in tier(nodes, groups.find):
            groups.join(bond)
    found = [_name(members, groups.bonds_of(root), story) for root, members in groups.members()]
    found.sort(key=lambda pair: (pair[0].name.casefold(), pair[0].name, pair[0].type, pair[0].claims))
    return Register(tuple(name for name, _ in found), _index(found))


_TIERS = (
    institutions,
    legal_forms,
    full_names,
    abbreviations,
    family_names,
    short_names,
    given_names,
    slips,
    garbled_names,
)


def _order(claim: Claim) -> tuple[str, int, int, str]:
    return claim.mention.article, claim.mention.span.start, claim.mention.span.end, claim.id


def _nodes(claims: Sequence[Claim]) -> list[Node]:
    """One node for all entities of the same words, those of persons and of places apart."""
    by_key: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        key = fold(claim.value["full"]).removeprefix("the ") or claim.value["full"]
        by_key[key, ""].append(claim)
    nodes: list[Node] = []
    for (key, _), found in by_key.items():
        kinds = set() if " " in key else {claim.value["type"] for claim in found}
        if kinds >= {"person", "place"}:
            persons = [claim for claim in found if claim.value["type"] == "person"]
            others = [claim for claim in found if claim.value["type"] != "person"]
            nodes += [Node.of(key, persons), Node.of(key, others)]
        else:
            nodes.append(Node.of(key, found))
    nodes.sort(key=lambda node: node.rank)
    return nodes


@define
class _Groups:
    """Union-find over nodes, with the bonds that made each group."""

    nodes: list[Node]
    parent: dict[int, int] = field(factory=dict)
    made: dict[int, list[Bond]] = field(factory=lambda: defaultdict(list))
    inside: dict[int, list[Node]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for number, node in enumerate(self.nodes):
            node.number = number
            self.parent[number] = number
            self.inside[number] = [node]

    def root(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def find(self, node: Node) -> list[Node]:
        """The group of a node."""
        return self.inside[self.root(node.number)]

    def join(self, bond: Bond) -> None:
        left, right = self.root(bond.short.number), self.root(bond.long.number)
        if left == right:
            return
        keep, drop = min(left, right), max(left, right)
        self.parent[drop] = keep
        self.inside[keep] = self.inside[keep] + self.inside.pop(drop)
        self.made[keep] += [*self.made.pop(drop, []), bond]

    def bonds_of(self, root: int) -> list[Bond]:
        return self.made.get(root, [])

    def members(self) -> Iterator[tuple[int, list[Node]]]:
        yield from self.inside.items()


# ---------------------------------------------------------------- results


def _name(members: list[Node], made: list[Bond], story: str | None) -> tuple[Name, list[Claim]]:
    """One name of the register, with its claims."""
    short = {bond.short.number for bond in made if not bond.joins_equals}
    kinds: Counter[str] = Counter()
    for node in members:
        kinds.update(node.kinds)
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    if kind == "person":
        full = [node for node in members if node.number not in short]
    else:
        # What most call a body is its name, even where someone says more; its initials are not.
        full = [node for node in members if not node.text.isupper()]
    best = min(full or members, key=_canonical)
    claims = [claim for node in members for claim in node.claims]
    if len(members) > 1:
        claims.sort(key=_order)
    forms = Counter([" ".join(claim.mention.text.split()) for claim in claims])
    shown = best.text
    aliases = sorted((form for form in forms if form != shown), key=lambda form: (-forms[form], form))
    roles = Counter([claim.value["role"] for claim in claims if claim.value.get("role")])
    name = Name(
        shown,
        type=kind,
        aliases=tuple(aliases),
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
        claims=tuple(sorted(claim.id for claim in claims)),
        because=(*_links(members), *(_link(bond) for bond in made)),
        story=story,
    )
    return name, claims


def _canonical(node: Node) -> tuple[int, int, bool, int, str]:
    """What most articles say, then the fullest; of equals one without a possessor."""
    possessed = "’s " in node.text or "'s " in node.text
    return -len(node.articles), -len(node.words), possessed, -len(node.text), node.text


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
    return Link(left, right, relation=Relation.EQUAL, score=bond.score, reason=bond.reason, rule=bond.rule)


def _index(found: Sequence[tuple[Name, list[Claim]]]) -> NameIndex:
    """Where each name stands, under a name of its own: of two with equal words, the second shows its type or a number."""
    taken: set[str] = set()
    spans: dict[str, list[NamedSpan]] = defaultdict(list)
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for name, claims in found:
        shown = name.name
        if shown in taken:
            shown = f"{name.name} ({name.type})"
        number = 2
        while shown in taken:
            shown = f"{name.name} ({name.type} {number})"
            number += 1
        taken.add(shown)
        for claim in claims:
            mention = claim.mention
            spans[mention.article].append(NamedSpan(mention.span, shown, name.type))
            for form in dict.fromkeys((mention.text, str(claim.value["full"]))):
                said = counts[mention.article, form]
                said[shown] = said.get(shown, 0) + 1
    return NameIndex(spans, _most_frequent(counts))


def _most_frequent(counts: Mapping[tuple[str, str], Mapping[str, int]]) -> dict[tuple[str, str], str]:
    return {form: min(found, key=lambda name: (-found[name], name)) for form, found in counts.items()}
