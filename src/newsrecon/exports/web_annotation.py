"""Claims as annotations of the W3C Web Annotation Data Model (Recommendation of 2017), in JSON-LD.

The words are selected twice, as a quote with what stands around it (TextQuoteSelector), which survives a page that changed,
and by position in the text that was read (TextPositionSelector). Both count code points, as the model asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsrecon.article_records import ArticleRecord
from newsrecon.exports.characters import valid
from newsrecon.exports.documents import dumps
from newsrecon.exports.iris import article_iri, claim_iri, cluster_iri
from newsrecon.model import Article, Claim
from newsrecon.reconciliation import Reconciliation

__all__ = ["to_web_annotation"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""So many letters before and after a quote tell it from other places with the same words."""


def to_web_annotation(reconciliation: Reconciliation, articles: Mapping[str, Article]) -> dict[str, Any]:
    """An AnnotationPage with an annotation for each claim; what stands around a quote is told where the article's text is given.

    The target's `source` is the address of the article, or where it has none a URN of its id. The bodies are the claim's kind
    (a tag), what it says (JSON), and, assessing it, the verdict on its cluster.
    """
    records = {record.id: record for record in reconciliation.records}
    return {
        "@context": CONTEXT,
        "id": "urn:newsrecon:annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [
            _annotation(claim, records[claim.mention.article], articles, reconciliation)
            for claim in reconciliation.claims
        ],
    }


def _annotation(
    claim: Claim, record: ArticleRecord, articles: Mapping[str, Article], made: Reconciliation
) -> dict[str, Any]:
    cluster = made.cluster_of(claim)
    said = {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "application/json",
        "value": dumps({"subject": claim.subject, "value": claim.value}),
    }
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": valid(claim.kind)}, said]
    if cluster is not None:
        bodies.append({"type": "TextualBody", "purpose": "assessing", "value": str(cluster.verdict)})
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": cluster_iri(cluster.id)})
    return {
        "id": claim_iri(claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": {
            "source": article_iri(record),
            "selector": [_quote(claim, articles.get(record.id)), _position(claim)],
        },
    }


def _quote(claim: Claim, article: Article | None) -> dict[str, str]:
    span = claim.mention.span
    quote = {"type": "TextQuoteSelector", "exact": valid(claim.mention.text)}
    if article is not None:
        quote["prefix"] = valid(article.text[max(0, span.start - AROUND) : span.start])
        quote["suffix"] = valid(article.text[span.end : span.end + AROUND])
    return quote


def _position(claim: Claim) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": claim.mention.span.start, "end": claim.mention.span.end}
