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

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from attrs import define, field, frozen

from newsrecon.context import NamedSpan, NameIndex
from newsrecon.model import Claim
from newsrecon.reconciliation.known_names import KnownNames
from newsrecon.reconciliation.name_context import garbled_names, offices, posts
from newsrecon.reconciliation.name_forms import claim_order, name_of
from newsrecon.reconciliation.name_links import full_names, institutions, legal_forms
from newsrecon.reconciliation.name_nodes import Bond, Node, known_apart
from newsrecon.reconciliation.name_short_forms import (
    abbreviations,
    by_names,
    family_names,
    given_names,
    short_names,
    slips,
)
from newsrecon.reconciliation.results import Name
from newsrecon.spelling import fold

__all__ = ["Register", "register"]


@frozen(eq=False)
class Register:
    """The names of a story, each once, and where they stand."""

    names: tuple[Name, ...]
    index: NameIndex


def register(
    claims: Iterable[Claim],
    *,
    story: str | None = None,
    known: KnownNames | None = None,
    voice_of: Callable[[Claim], Hashable] = lambda claim: claim.mention.article,
) -> Register:
    """The alias claims of a story made one register of names, whatever their order.

    `known` are the names that the user gave. `voice_of` tells whose voice a claim is; without it every article has its own.

    >>> from newsrecon import Article
    >>> from newsrecon.extractors.aliases import extract_claims
    >>> texts = ["We met Foreign Minister Anna Berg. Berg smiled.", "The talks with Anna Berg failed."]
    >>> claims = [claim for text in texts for claim in extract_claims(Article(text))]
    >>> [(name.name, name.aliases, name.roles) for name in register(claims).names]
    [('Anna Berg', ('Berg',), ('Foreign Minister',))]
    """
    nodes = _nodes(sorted(claims, key=claim_order))
    groups = _Groups(nodes)
    named = [node for node in nodes if node.is_named]
    for tier in (*((known.bonds,) if known else ()), *_TIERS):
        for bond in tier(nodes if tier in _OF_DESCRIPTIONS else named, groups.find):
            groups.join(bond)
    found = [
        name_of(members, groups.bonds_of(root), groups.apart_of(members), story, voice_of)
        for root, members in groups.members()
        if any(node.is_named or not node.is_person for node in members)
    ]
    found.sort(key=lambda pair: (pair[0].name.casefold(), pair[0].name, pair[0].type, pair[0].claims))
    return Register(tuple(name for name, _ in found), _index(found))


_TIERS = (
    institutions,
    legal_forms,
    full_names,
    abbreviations,
    by_names,
    family_names,
    short_names,
    given_names,
    slips,
    garbled_names,
    offices,
    posts,
)
_OF_DESCRIPTIONS = (institutions, offices, posts)
"""The tiers that look at descriptions, too."""


def _nodes(claims: Sequence[Claim]) -> list[Node]:
    """One node for all entities of the same words, those of persons, of places, and of governments meant by them apart."""
    by_key: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        key = fold(claim.value["full"]).removeprefix("the ") or claim.value["full"]
        by_key[key, str(claim.value.get("metonym", ""))].append(claim)
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
    parent: list[int] = field(init=False)
    made: dict[int, list[Bond]] = field(factory=lambda: defaultdict(list))
    several: dict[int, list[Node]] = field(factory=dict)
    """The groups of more nodes than one: most names stay alone, and no list is worth keeping for those."""
    refused: dict[int, list[Bond]] = field(factory=lambda: defaultdict(list))

    def __attrs_post_init__(self) -> None:
        self.parent = list(range(len(self.nodes)))
        for number, node in enumerate(self.nodes):
            node.number = number

    def root(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def find(self, node: Node) -> list[Node]:
        """The group of a node."""
        return self.inside(self.root(node.number))

    def inside(self, root: int) -> list[Node]:
        """The nodes of the group with this root."""
        return self.several.get(root) or [self.nodes[root]]

    def join(self, bond: Bond) -> None:
        """Make one group of two, unless the user tells them apart."""
        left, right = self.root(bond.short.number), self.root(bond.long.number)
        if left == right:
            return
        if reason := known_apart(self.inside(left), self.inside(right)):
            refused = Bond(bond.short, bond.long, "known apart", bond.score, reason)
            for node in (bond.short, bond.long):
                self.refused[node.number].append(refused)
            return
        keep, drop = min(left, right), max(left, right)
        self.parent[drop] = keep
        self.several[keep] = self.inside(keep) + self.inside(drop)
        self.several.pop(drop, None)
        self.made[keep] += [*self.made.pop(drop, []), bond]

    def bonds_of(self, root: int) -> list[Bond]:
        return self.made.get(root, [])

    def apart_of(self, members: Sequence[Node]) -> list[Bond]:
        """The bonds of these nodes that were refused."""
        if not self.refused:
            return []
        return [bond for node in members for bond in self.refused.get(node.number, ())]

    def members(self) -> Iterator[tuple[int, list[Node]]]:
        for number, parent in enumerate(self.parent):
            if number == parent:
                yield number, self.inside(number)


# ---------------------------------------------------------------- where names stand


def _index(found: Sequence[tuple[Name, list[Claim]]]) -> NameIndex:
    """Where each name stands, under a name of its own: of two with equal words, the second shows its type or a number."""
    taken: set[str] = set()
    spans: dict[str, list[NamedSpan]] = defaultdict(list)
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    roles: dict[str, tuple[str, ...]] = {}
    for name, claims in found:
        named = [claim for claim in claims if claim.kind == "alias"]
        # What is said of a government is compared with what is said of its capital.
        meant = [claim for claim in named if claim.value.get("metonym")]
        for claim in meant:
            spans[claim.mention.article].append(NamedSpan(claim.mention.span, claim.value["full"], "place"))
        if meant and len(meant) == len(named):
            continue
        shown = name.name
        if shown in taken:
            shown = f"{name.name} ({name.type})"
        number = 2
        while shown in taken:
            shown = f"{name.name} ({name.type} {number})"
            number += 1
        taken.add(shown)
        if name.roles:
            roles[shown] = name.roles
        for claim in named:
            if claim.value.get("metonym"):
                continue
            mention = claim.mention
            spans[mention.article].append(NamedSpan(mention.span, shown, name.type))
            for form in dict.fromkeys((mention.text, str(claim.value["full"]))):
                counts[mention.article, form, shown] += 1
    return NameIndex(spans, _most_frequent(counts), roles)


def _most_frequent(counts: Mapping[tuple[str, str, str], int]) -> dict[tuple[str, str], str]:
    """For each form of an article the name that most of its claims have."""
    best: dict[tuple[str, str], str] = {}
    for (article, form, name), number in counts.items():
        other = best.setdefault((article, form), name)
        if other != name and (-number, name) < (-counts[article, form, other], other):
            best[article, form] = name
    return best
