"""Where the outlets call one person by roles that cannot both be true: *ambassador to Afghanistan*, *ambassador to Iran*.

Roles are told by alias claims, which make up the names. Most roles of a person go together: a shorter one is refined by a
fuller one, and one may be a minister and a party's leader. Only where two posts of one sort exclude each other, and no outlet
says that the person has both, is there something to judge: a cluster of the kind `role`, of the alias claims that tell these
roles and the shorter or fuller forms of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from attrs import evolve, frozen

from newsrecon import gazetteer
from newsrecon.matching import Entailment, Likeness, Matcher, Relation
from newsrecon.model import Claim, Value
from newsrecon.reconciliation.comparisons import Group
from newsrecon.reconciliation.nodes import Node
from newsrecon.reconciliation.origins import Voices
from newsrecon.reconciliation.results import Cluster, Link, Name, Variant, Verdict
from newsrecon.reconciliation.support import cluster_of
from newsrecon.roles import Role, parse_role

__all__ = ["KIND", "contested_roles", "relate_roles", "with_disputes"]

KIND = "role"
"""The kind of these clusters."""


def contested_roles(
    names: Iterable[Name], claims: Mapping[str, Claim], voices: Voices, story: str | None
) -> Iterator[Cluster]:
    """The clusters of roles that outlets dispute, of the names of a story and its alias claims by id."""
    for name in names:
        told = [claim for claim in map(claims.get, name.claims) if claim and claim.value.get("role")]
        stated = _by_role(told)
        if len(stated) > 1:
            matcher = _matcher(_told_together(stated))
            for roles in _contested(sorted(stated, key=repr), matcher):
                cluster = cluster_of(_group(roles, stated, matcher), matcher, voices, story)
                if cluster.verdict is Verdict.DISPUTED:
                    yield _in_words(cluster, name, claims)


def with_disputes(names: Iterable[Name], contested: Iterable[Cluster]) -> tuple[Name, ...]:
    """The names, each with the roles marked that stand in a cluster of contested roles against another."""
    against = {
        claim for cluster in contested for variant in cluster.variants if variant.conflicts for claim in variant.claims
    }
    return tuple(_marked(name, against) if against & set(name.claims) else name for name in names)


def _marked(name: Name, against: set[str]) -> Name:
    stated = tuple(evolve(role, disputed=not against.isdisjoint(role.claims)) for role in name.stated_roles)
    return evolve(name, stated_roles=stated)


def _by_role(claims: Iterable[Claim]) -> dict[Role, list[Claim]]:
    stated: dict[Role, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        stated[parse_role(str(claim.value["role"]))].append(claim)
    return stated


def _told_together(stated: Mapping[Role, Sequence[Claim]]) -> frozenset[tuple[Role, Role]]:
    """The pairs of roles that one source gives the person, and which it therefore does not hold to exclude each other."""
    sources = {role: {claim.mention.source for claim in claims} for role, claims in stated.items()}
    return frozenset((one, two) for one in sources for two in sources if sources[one] & sources[two])


def _matcher(together: frozenset[tuple[Role, Role]]) -> Matcher[Role]:
    def relate(left: Role, right: Role) -> Entailment:
        found = relate_roles(left, right)
        if found.relation is Relation.CONFLICTS and (left, right) in together:
            return Entailment(Relation.OVERLAPS, "one source gives both roles")
        return found

    return Matcher(
        KIND,
        read=lambda claim, _: parse_role(str(claim.value["role"])),
        same=lambda left, right: Likeness(1.0, "roles of one person"),
        relate=relate,
        variant=lambda role: role,
        value=lambda role: {"office": role.office, "of": role.of, "to": role.to, "former": role.former},
    )


def _contested(roles: Sequence[Role], matcher: Matcher[Role]) -> Iterator[list[Role]]:
    """The roles that exclude each other, with those that are shorter or fuller forms of them, each group by itself."""
    groups: dict[Role, set[Role]] = {role: {role} for role in roles}
    against: set[Role] = set()
    for one, two in combinations(roles, 2):
        relation = matcher.relate(one, two).relation
        if relation is Relation.OVERLAPS:
            continue
        if relation is Relation.CONFLICTS:
            against |= {one, two}
        groups[one] |= groups[two]
        groups.update(dict.fromkeys(groups[one], groups[one]))
    for role in roles:
        group = groups[role]
        if group & against and role == min(group, key=roles.index):
            yield sorted(group, key=roles.index)


def _group(roles: Sequence[Role], stated: Mapping[Role, Sequence[Claim]], matcher: Matcher[Role]) -> Group:
    links = []
    for one, two in combinations(roles, 2):
        found = matcher.relate(one, two)
        left, right = stated[one][0], stated[two][0]
        links.append(Link(left.id, right.id, relation=found.relation, score=1.0, reason=found.reason, rule=KIND))
    return Group(tuple(Node(tuple(stated[role]), role, role) for role in roles), tuple(links))


def _in_words(cluster: Cluster, name: Name, claims: Mapping[str, Claim]) -> Cluster:
    """The cluster under the name's canonical form, with the words of each role rather than of the name beside it."""
    return evolve(
        cluster, subject=name.name, variants=tuple(_with_words(variant, claims) for variant in cluster.variants)
    )


def _with_words(variant: Variant, claims: Mapping[str, Claim]) -> Variant:
    words = Counter(str(claims[claim].value["role"]) for claim in variant.claims)
    shown = min(words, key=lambda role: (-words[role], -len(role), role))
    return evolve(variant, text=shown, value=Value({"role": shown, **variant.value}))


# ---------------------------------------------------------------- two roles of one person


def relate_roles(one: Role, two: Role) -> Entailment:
    """What one role of a person says about another of the same person.

    >>> relate_roles(parse_role("Foreign Minister"), parse_role("minister")).relation
    <Relation.REFINES: 'refines'>
    >>> relate_roles(parse_role("ambassador to Iran"), parse_role("Russia's ambassador to Kabul")).reason
    "'ambassador to Iran' and 'ambassador of Russia to Afghanistan' are two posts"
    >>> relate_roles(parse_role("French president"), parse_role("mayor of Nice")).relation
    <Relation.OVERLAPS: 'overlaps'>
    """
    left, right = _Post.read(one), _Post.read(two)
    names = f"{_named(one)!r} and {_named(two)!r}"
    if left == right:
        return Entailment(Relation.EQUAL, f"both say {_named(one)!r}")
    if one.former != two.former or left.head != right.head:
        return Entailment(Relation.OVERLAPS, f"{names} can both be true of one person")
    if left.says_all_of(right):
        return Entailment(Relation.REFINES, f"{_named(one)!r} says all that {_named(two)!r} says, and more")
    if right.says_all_of(left):
        return Entailment(Relation.REFINED_BY, f"{_named(two)!r} says all that {_named(one)!r} says, and more")
    if not one.former and left.excludes(right):
        return Entailment(Relation.CONFLICTS, f"{names} are two posts")
    return Entailment(Relation.OVERLAPS, f"{names} can both be true of one person")


def _named(role: Role) -> str:
    """A role in as few words as it is compared by."""
    of, to = (gazetteer.country_names().get(place, place) for place in (role.of, role.to))
    parts = "former" if role.former else "", role.office, f"of {of}" if of else "", f"to {to}" if to else ""
    return " ".join(part for part in parts if part)


@frozen
class _Post:
    """A role as it is compared: sets of words, since their order tells nothing."""

    head: str
    ranks: frozenset[str]
    portfolios: frozenset[str]
    rest: frozenset[str]
    of: frozenset[str]
    to: frozenset[str]
    former: bool

    @classmethod
    def read(cls, role: Role) -> _Post:
        titles = gazetteer.titles()
        *front, head = role.office.split() or [""]
        words = frozenset(front)
        return cls(
            head,
            words & titles.ranks,
            frozenset(titles.portfolios[word] for word in words & titles.portfolios.keys()),
            words - titles.ranks - titles.portfolios.keys(),
            frozenset(role.of.split()),
            frozenset(role.to.split()),
            role.former,
        )

    def says_all_of(self, other: _Post) -> bool:
        """Whether the other role is a shorter form of this one."""
        return (
            self.ranks == other.ranks
            and self.portfolios >= other.portfolios
            and self.rest >= other.rest
            and self.of >= other.of
            and self.to >= other.to
        )

    def excludes(self, other: _Post) -> bool:
        """Whether these are two posts of a state or a town, and not two ways to tell of one."""
        if (
            self.head not in gazetteer.titles().public
            or (self.of and self.of == other.to)
            or (self.to and self.to == other.of)
        ):
            return False
        same_rank = self.ranks == other.ranks
        same_work = self.portfolios == other.portfolios and self.rest == other.rest
        if same_rank and (_are_two_places(self.of, other.of) or _are_two_places(self.to, other.to)):
            return same_work or not (self.portfolios and other.portfolios and self.rest and other.rest)
        if (self.of, self.to) != (other.of, other.to) and self.of and other.of:
            return False
        if not same_rank:
            return same_work and bool(self.portfolios or (self.of and self.of == other.of))
        return bool(self.portfolios and other.portfolios) and not self.portfolios & other.portfolios


def _are_two_places(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether these name two countries, or two other known places of which neither has the other's words."""
    if len(one) == len(two) == 1 and (one | two) <= gazetteer.country_names().keys():
        return one != two
    # The order of words is lost; no two known places have the same words in another order.
    known = [" ".join(words) for words in (sorted(one), sorted(two))]
    return not one & two and all(place in _places() for place in known)


@cache
def _places() -> frozenset[str]:
    """Known places that are no countries, the words of each in the order of the alphabet."""
    towns = gazetteer.places() - gazetteer.countries().keys() - gazetteer.capitals().keys()
    return frozenset(" ".join(sorted(place.split())) for place in towns)
