"""Variants as schema.org `Claim`s in JSON-LD, each with its `appearance` in news articles.

schema.org means by a claim "a specific, factually-oriented claim", made in one or more works: that is a variant here, one value
that sources give, and not what one article says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsrecon.article_records import ArticleRecord
from newsrecon.exports.characters import valid
from newsrecon.exports.iris import article_iri, cluster_iri
from newsrecon.reconciliation import Cluster, Reconciliation, Variant

__all__ = ["to_schema_org"]

CONTEXT = "https://schema.org"


def to_schema_org(reconciliation: Reconciliation) -> dict[str, Any]:
    """A graph of `NewsArticle`s, of `Claim`s with their `appearance` and, where all its articles are dated, `firstAppearance`.

    A claim's `author` is who is quoted, `about` the subject, `isPartOf` the cluster, whose `keywords` are kind and verdict.
    """
    graph = [_article(record) for record in reconciliation.records]
    for cluster in reconciliation.clusters:
        graph += _claims(cluster, reconciliation)
    return {"@context": CONTEXT, "@graph": graph}


def _article(record: ArticleRecord) -> dict[str, Any]:
    told = {
        "headline": record.title and valid(record.title),
        "datePublished": record.published.isoformat() if record.published else None,
        "url": record.url and valid(record.url),
        "author": record.byline and {"@type": "Person", "name": valid(record.byline)},
    }
    known = {key: value for key, value in told.items() if value}
    return {
        "@type": "NewsArticle",
        "@id": article_iri(record),
        "identifier": valid(record.id),
        **known,
        **({"publisher": publisher} if (publisher := _publisher(record)) else {}),
    }


def _publisher(record: ArticleRecord) -> dict[str, str] | None:
    """The outlet, None where nobody knows it and the article's id stands for it."""
    if record.source == record.id:
        return None
    known = {"url": f"https://{valid(record.domain)}"} if record.domain else {}
    return {"@type": "NewsMediaOrganization", "name": valid(record.source), **known}


def _claims(cluster: Cluster, made: Reconciliation) -> Iterator[dict[str, Any]]:
    yield {
        "@type": "CreativeWork",
        "@id": cluster_iri(cluster.id),
        "identifier": cluster.id,
        "about": valid(cluster.subject),
        "keywords": [valid(cluster.kind), str(cluster.verdict)],
    }
    records = {record.id: record for record in made.records}
    for place, variant in enumerate(cluster.variants):
        works = [
            records[article] for article in dict.fromkeys(made.claim(claim).mention.article for claim in variant.claims)
        ]
        claim = {
            "@type": "Claim",
            "@id": cluster_iri(cluster.id, place),
            "text": valid(variant.text),
            "about": valid(cluster.subject),
            "isPartOf": {"@id": cluster_iri(cluster.id)},
            "appearance": [{"@id": article_iri(record)} for record in works],
        }
        if first := _first(works):
            claim["firstAppearance"] = {"@id": article_iri(first)}
        if author := _author(cluster, variant):
            claim["author"] = author
        yield claim


def _first(works: list[ArticleRecord]) -> ArticleRecord | None:
    """The work that came first, None where that cannot be told."""
    days = [(record.published_day, record.id, record) for record in works if record.published_day]
    if not days or len(days) < len(works):
        return None
    first = min(days, key=lambda one: one[:2])
    return first[2] if sum(day == first[0] for day, _, _ in days) == 1 else None


def _author(cluster: Cluster, variant: Variant) -> dict[str, str] | None:
    if cluster.kind != "quote":
        return None
    name = variant.value.get("name")
    kind = {"person": "Person", "organization": "Organization"}.get(variant.value.get("speaker_type") or "", "Thing")
    return {"@type": kind, "name": valid(name)} if isinstance(name, str) and name else None
