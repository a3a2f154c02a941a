"""Bringing the claims of several articles together: names, blocks, matches, clusters, variants, origins, verdicts."""

from newsrecon.reconciliation.anchors import Anchor
from newsrecon.reconciliation.reconciler import Reconciler
from newsrecon.reconciliation.reconciliation import Reconciliation, reconcile
from newsrecon.reconciliation.results import Cluster, Link, Name, NameForm, Origin, StatedRole, Variant, Verdict
from newsrecon.reconciliation.streams import Story, in_stories, stories

__all__ = [
    "Anchor",
    "Cluster",
    "Link",
    "Name",
    "NameForm",
    "Origin",
    "Reconciler",
    "Reconciliation",
    "StatedRole",
    "Story",
    "Variant",
    "Verdict",
    "in_stories",
    "reconcile",
    "stories",
]
