"""What the register joins: nodes, each with all claims of one full name, and bonds, each with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import groupby

from attrs import define, field, frozen

from newsrecon.known_names import KnownName
from newsrecon.model import Claim
from newsrecon.names import compare_names
from newsrecon.parsed_names import parse_name
from newsrecon.roles import Role, parse_role

__all__ = ["Bond", "Find", "Node", "agree", "groups_of", "known_apart"]

LONG = 4
"""Of so many letters, a place in capitals is one of a dateline or a headline, no abbreviation."""


@define(eq=False, slots=False)
class Node:
    """All claims whose full name has the same words."""

    key: str
    """The full name, folded."""
    text: str
    """The full name as most claims write it."""
    claims: list[Claim]
    words: tuple[str, ...]
    """The words that count when names are compared."""
    kinds: Counter[str]
    type: str
    """The type most claims give."""
    is_person: bool
    articles: frozenset[str]
    """The articles that have it."""
    is_named: bool
    """Whether a claim has a name for it, and not descriptions only."""
    number: int = field(default=-1)
    known: KnownName | None = field(default=None)
    """The name given by the user that this is, if any, and why."""
    known_because: str = field(default="")

    @classmethod
    def of(cls, key: str, claims: list[Claim]) -> Node:
        """The node of these claims."""
        text = str(claims[0].value["full"])
        if len(claims) == 1:
            kinds = _once(str(claims[0].value["type"]))
        else:
            kinds = Counter([str(claim.value["type"]) for claim in claims])
            texts = Counter([str(claim.value["full"]) for claim in claims])
            places = kinds["place"] * 2 >= len(claims)
            text = min(texts, key=lambda form: (_is_shouted(form, places), -texts[form], form))
        read_as = "person" if kinds["person"] * 2 > len(claims) else "organization"
        words = parse_name(text, read_as).words or tuple(key.split())
        kind = next(iter(kinds)) if len(kinds) == 1 else min(kinds, key=lambda kind: (-kinds[kind], kind))
        articles = frozenset([claim.mention.article for claim in claims])
        is_named = "alias" in [claim.kind for claim in claims]
        return cls(key, text, claims, words, kinds, kind, kind == "person", articles, is_named)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """What the bearer is said to be."""
        return tuple(
            dict.fromkeys(parse_role(str(claim.value["role"])) for claim in self.claims if claim.value.get("role"))
        )

    @cached_property
    def genders(self) -> frozenset[str]:
        return frozenset(str(claim.value["gender"]) for claim in self.claims if claim.value.get("gender"))

    @cached_property
    def rank(self) -> tuple[int, int, str, str]:
        """The place in the order of evidence: most articles, most words, then spelling."""
        return -len(self.articles), -len(self.words), self.key, self.type

    def by_article(self) -> Iterator[list[Claim]]:
        """The claims of each article; they are in the order of articles and places."""
        for _, claims in groupby(self.claims, key=lambda claim: claim.mention.article):
            yield list(claims)


@cache
def _once(kind: str) -> Counter[str]:
    """A type given by one claim: the same for all nodes of one claim, of which a large register has many."""
    return Counter([kind])


Find = Callable[[Node], list[Node]]
"""The group a node is in at the moment."""


@frozen(eq=False)
class Bond:
    """Why a node belongs to another."""

    short: Node
    long: Node
    rule: str
    """`known name`, `same name`, `institution`, `abbreviation`, `family name`, `short form`, `context`, …"""
    score: float
    reason: str

    @property
    def joins_equals(self) -> bool:
        """Whether both are full names, rather than one short, abbreviated or garbled."""
        return self.rule in ("known name", "same name", "institution", "legal form")


def groups_of(nodes: Iterable[Node], find: Find) -> frozenset[int]:
    """The numbers of the groups that these nodes are in."""
    return frozenset(find(node)[0].number for node in nodes)


def agree(left: Sequence[Node], right: Sequence[Node]) -> bool:
    """Whether no two full names of two groups of persons contradict each other, and the user does not tell the groups apart."""
    if known_apart(left, right):
        return False
    left, right = _fullest(left), _fullest(right)
    for one in left:
        for two in right:
            if one.genders and two.genders and not one.genders & two.genders:
                return False
            if len(one.words) > 1 and len(two.words) > 1 and not compare_names(one.text, two.text, "person").same:
                return False
    return True


def _fullest(group: Sequence[Node]) -> list[Node]:
    """The persons of a group without those that are a part of another's name: *Lund Orr* of *Anna Lund Orr*."""
    persons = [node for node in group if node.is_person]
    if len(persons) < 2:
        return persons
    wholes = [f" {' '.join(node.words)} " for node in persons]
    return [
        node
        for node, whole in zip(persons, wholes, strict=True)
        if not any(whole in other and len(whole) < len(other) for other in wholes)
    ]


def known_apart(left: Iterable[Node], right: Iterable[Node]) -> str:
    """Why two groups are never joined, if they are two of the names that the user gave; else an empty string."""
    one = next((node for node in left if node.known), None)
    two = next((node for node in right if node.known), None)
    if one is None or two is None or one.known is None or two.known is None or one.known == two.known:
        return ""
    return f"‘{one.text}’ is {one.known.shown} and ‘{two.text}’ is {two.known.shown} in the names given"


def _is_shouted(form: str, is_place: bool) -> bool:
    """Whether capitals are those of a headline or a dateline: *JON BERG*, *OSLO*; not *NATO*, *UK*."""
    return form.isupper() and (" " in form or (is_place and len(form) >= LONG))
