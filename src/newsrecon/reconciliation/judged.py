"""Clusters as they were judged when their story was last looked at.

What a cluster comes to is a function of its claims as they are read, of what was found of pairs of them, and of who is heard in
them and when. Where all that is as it was, so is the cluster.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from attrs import define, field

from newsrecon.model import Claim
from newsrecon.reconciliation.clustering import Group
from newsrecon.reconciliation.results import Cluster

__all__ = ["Judged"]


@define(eq=False)
class _Known:
    group: Group
    heard: tuple[Hashable, ...]
    cluster: Cluster

    def holds(self, group: Group, heard: tuple[Hashable, ...]) -> bool:
        """Whether a group of claims under the same ids, whose nodes have the same firsts, is judged as this one was."""
        if self.heard != heard or self.group.links != group.links:
            return False
        nodes = list(zip(self.group.nodes, group.nodes, strict=True))
        alike = all(one.features is other.features and one.claims == other.claims for one, other in nodes)
        return alike and list(self.group.entailments.values()) == list(group.entailments.values())


@define(eq=False)
class Judged:
    """What the groups of each kind came to; a group of one claim is judged as quickly as it is looked up."""

    _known: dict[str, dict[tuple[str, ...], _Known]] = field(factory=dict, init=False)

    def clusters(
        self,
        kind: str,
        groups: Iterable[Group],
        judge: Callable[[Group], Cluster],
        heard_in: Callable[[Claim], Hashable],
    ) -> list[Cluster]:
        """The cluster of each group, judged where it is not known; `heard_in` tells who is heard in a claim, and when."""
        before, now = self._known.get(kind, {}), dict[tuple[str, ...], _Known]()
        self._known[kind] = now
        made = []
        for group in groups:
            claims = [claim for node in group.nodes for claim in node.claims]
            if len(claims) == 1:
                made.append(judge(group))
                continue
            key, heard = tuple([node.claims[0].id for node in group.nodes]), tuple(map(heard_in, claims))
            known = before.get(key)
            if known is None or not known.holds(group, heard):
                known = _Known(group, heard, judge(group))
            now[key] = known
            made.append(known.cluster)
        return made
