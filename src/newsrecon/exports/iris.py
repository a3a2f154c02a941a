"""What things are called where a name must hold anywhere: addresses, and URNs for what has none."""

from __future__ import annotations

from urllib.parse import quote

from newsrecon.article_records import ArticleRecord

__all__ = ["article_iri", "claim_iri", "cluster_iri"]


def article_iri(record: ArticleRecord) -> str:
    """The address an article was read from where it is one of the web, else a URN of its id.

    >>> article_iri(ArticleRecord("a 1", source="The Daily", digest=""))
    'urn:newsrecon:article:a%201'
    """
    if record.url and record.url.lower().startswith(("https://", "http://")):
        return quote(record.url, safe="%/:=&?~#+!$,;'@()*[]", errors="replace")
    return f"urn:newsrecon:article:{quote(record.id, safe='', errors='replace')}"


def claim_iri(claim: str) -> str:
    """The URN of a claim by its id."""
    return f"urn:newsrecon:claim:{claim}"


def cluster_iri(cluster: str, variant: int | None = None) -> str:
    """The URN of a cluster by its id, or of one of its variants by its position."""
    return f"urn:newsrecon:cluster:{cluster}" + ("" if variant is None else f":{variant}")
