"""The view as JSON objects: reconciliations with their names, origins and clusters, and what changed between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsrecon.changes import Change, Changes
from newsrecon.exports.states import (
    CODE_POINTS,
    SCHEMA,
    claim_object,
    diagnostic_object,
    read_extraction,
    record_object,
)
from newsrecon.known_names import KnownName, known_name_from
from newsrecon.reconciliation import Cluster, Link, Name, Origin, Reconciliation, Variant, reconcile

__all__ = [
    "change_object",
    "changes_object",
    "cluster_object",
    "known_name_object",
    "link_object",
    "name_object",
    "origin_object",
    "read_reconciliation",
    "reconciliation_object",
    "variant_object",
]


def variant_object(variant: Variant) -> dict[str, Any]:
    return {
        "value": variant.value,
        "text": variant.text,
        "support": list(variant.support),
        "origins": variant.origins,
        "voices": list(variant.voices),
        "compatible": list(variant.compatible),
        "claims": list(variant.claims),
        "refines": list(variant.refines),
        "conflicts": list(variant.conflicts),
        "updated_by": variant.updated_by,
        "because": variant.because,
    }


def link_object(link: Link) -> dict[str, Any]:
    return {
        "left": link.left,
        "right": link.right,
        "relation": str(link.relation),
        "score": link.score,
        "reason": link.reason,
        "rule": link.rule,
        "threshold": link.threshold,
    }


def cluster_object(cluster: Cluster) -> dict[str, Any]:
    return {
        "id": cluster.id,
        "kind": cluster.kind,
        "subject": cluster.subject,
        "verdict": str(cluster.verdict),
        "reason": cluster.reason,
        "best": cluster.best,
        "margin": cluster.margin,
        "pick": cluster.pick,
        "variants": [variant_object(variant) for variant in cluster.variants],
        "because": [link_object(link) for link in cluster.because],
        "story": cluster.story,
    }


def origin_object(origin: Origin) -> dict[str, Any]:
    return {"articles": list(origin.articles), "because": origin.because}


def name_object(name: Name) -> dict[str, Any]:
    return {
        "name": name.name,
        "type": name.type,
        "government_of": name.government_of,
        "id": name.id,
        "id_because": name.id_because,
        "aliases": list(name.aliases),
        "roles": list(name.roles),
        "forms": [{"text": form.text, "count": form.count, "sources": list(form.sources)} for form in name.forms],
        "stated_roles": [
            {
                "role": stated.role,
                "sources": list(stated.sources),
                "claims": list(stated.claims),
                "disputed": stated.disputed,
            }
            for stated in name.stated_roles
        ],
        "claims": list(name.claims),
        "because": [link_object(link) for link in name.because],
        "story": name.story,
    }


def known_name_object(known: KnownName) -> dict[str, Any]:
    return {"name": known.name, "id": known.id, "aliases": list(known.aliases), "type": known.type}


def reconciliation_object(made: Reconciliation) -> dict[str, Any]:
    """The document of section "reconciliation" in `docs/formats.md`: the state, and the view of it."""
    anchors = dict(made.anchors)
    articles = []
    for record in made.records:
        anchor = anchors.get(record.id)
        day, because = (anchor.day.isoformat(), anchor.because) if anchor else (None, None)
        articles.append({**record_object(record), "anchor": day, "anchor_because": because})
    return {
        "schema": SCHEMA,
        "offsets": CODE_POINTS,
        "articles": articles,
        "origins": [origin_object(origin) for origin in made.origins],
        "names": [name_object(name) for name in made.names],
        "known_names": [known_name_object(known) for known in made.known_names],
        "owners": dict(made.owners),
        "clusters": [cluster_object(cluster) for cluster in made.clusters],
        "claims": [claim_object(claim) for claim in made.claims],
        "diagnostics": [diagnostic_object(diagnostic) for diagnostic in made.diagnostics],
    }


def read_reconciliation(data: Mapping[str, Any], _: Any) -> Reconciliation:
    known = [known_name_from(item) for item in data.get("known_names", ())]
    return reconcile(read_extraction(data, None), names=known, owners=data.get("owners"))


def changes_object(changes: Changes) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "articles": {"added": list(changes.articles_added), "removed": list(changes.articles_removed)},
        "claims": {
            "added": [claim_object(claim) for claim in changes.claims_added],
            "removed": [claim_object(claim) for claim in changes.claims_removed],
        },
        "clusters": [change_object(change) for change in changes.clusters],
    }


def change_object(change: Change) -> dict[str, Any]:
    old, new = (cluster and cluster_object(cluster) for cluster in (change.old, change.new))
    return {"turn": str(change.turn), "old": old, "new": new}
