"""Clusters as they were judged when their story was last looked at.

What a cluster comes to is a function of its claims as they are read, of what was found of pairs of them, and of who is heard in
them and when. Where all that is as it was, so is the cluster.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from attrs import define, field

from newsrecon.model import Claim
from newsrecon.reconciliation.comparisons import Group
from newsrecon.reconciliation.nodes import Node
from newsrecon.reconciliation.results import Cluster

__all__ = ["Judged"]


@define(eq=False)
class _Known:
    group: Group
    heard: tuple[Hashable, ...]
    cluster: Cluster

    def holds(self, group: Group, heard: tuple[Hashable, ...]) -> bool:
        """Whether a group of the same nodes is judged as this one was."""
        return self.heard == heard and (self.group is group or self.group.links == group.links)


@define(eq=False)
class Judged:
    """What the groups of each kind came to."""

    _known: dict[str, dict[tuple[Node, ...], _Known]] = field(factory=dict, init=False)

    def clusters(
        self,
        kind: str,
        groups: Iterable[Group],
        judge: Callable[[Group], Cluster],
        heard_in: Callable[[Claim], Hashable],
    ) -> list[Cluster]:
        """The cluster of each group, judged where it is not known; `heard_in` tells who is heard in a claim, and when."""
        before, now = self._known.get(kind, {}), dict[tuple[Node, ...], _Known]()
        self._known[kind] = now
        for group in groups:
            heard = tuple([heard_in(claim) for node in group.nodes for claim in node.claims])
            known = before.get(group.nodes)
            if known is None or not known.holds(group, heard):
                known = _Known(group, heard, judge(group))
            now[group.nodes] = known
        return [known.cluster for known in now.values()]
