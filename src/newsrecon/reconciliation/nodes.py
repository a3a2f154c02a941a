"""Claims of one kind that say the same, taken as one: the nodes that are compared with each other.

Claims that say the same words about the same subject with the same value are one node: they join freely, so that a verbatim
copy changes nothing about what comes together. A node whose claims are there again, and are read as they were, is the same
object as before; whatever was found out about it holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from operator import attrgetter
from typing import Any

from attrs import field, frozen

from newsrecon.context import Context
from newsrecon.matching import Matcher
from newsrecon.model import Claim

__all__ = ["Node", "Pair", "nodes_of"]


@frozen(eq=False)
class Node:
    """Claims that say the same: their features, read once from the first of them, and the form their value takes."""

    claims: tuple[Claim, ...]
    features: Any = field(repr=False)
    variant: Hashable = field(repr=False)

    @property
    def id(self) -> str:
        """The id of its first claim."""
        return self.claims[0].id


Pair = tuple[Node, Node]
"""Two nodes, the first in canonical order before the second."""


def nodes_of(
    claims: Iterable[Claim], matcher: Matcher[Any], context: Context, before: Mapping[str, Node] | None = None
) -> list[Node]:
    """The nodes of some claims, in canonical order; `before` are those that were there, by the id of their first claim."""
    before = before or {}
    gathered: dict[tuple[str, str, Hashable], list[tuple[Claim, Any]]] = defaultdict(list)
    for claim in sorted(claims, key=_id):
        features = matcher.read(claim, context)
        known = before.get(claim.id)
        variant = matcher.variant(features) if known is None or known.features is not features else known.variant
        gathered[claim.subject.casefold(), _words(claim), variant].append((claim, features))
    forms = Counter([(subject, words) for subject, words, _ in gathered])
    placed = []
    for (subject, words, variant), same in gathered.items():
        told, features = tuple([claim for claim, _ in same]), same[0][1]
        known = before.get(told[0].id)
        if known is None or known.features is not features or known.claims != told:
            known = Node(told, features, variant)
        # The form of a value is put in words only where it decides, and the id is another one for each node.
        placed.append((subject, words, repr(variant) if forms[subject, words] > 1 else "", told[0].id, known))
    return [node for *_, node in sorted(placed)]


_id = attrgetter("id")


def _words(claim: Claim) -> str:
    return " ".join(claim.mention.text.casefold().split())
