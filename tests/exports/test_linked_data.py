"""Web Annotation and schema.org, expanded by a JSON-LD processor with their contexts, so that every key means something."""

from __future__ import annotations

import json

import pytest

from newsrecon import Article, export, reconcile

OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"

ANNOTATION_CONTEXT = {
    "oa": OA,
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "describing": "oa:describing",
    "tagging": "oa:tagging",
    "assessing": "oa:assessing",
    "linking": "oa:linking",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:end"},
    "format": "dc:format",
    "value": "rdf:value",
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "startIndex": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "as:startIndex"},
}
"""Those terms of http://www.w3.org/ns/anno.jsonld that are used."""
SCHEMA_CONTEXT = {"@vocab": SCHEMA, "url": {"@type": "@id"}}
CONTEXTS = {"http://www.w3.org/ns/anno.jsonld": ANNOTATION_CONTEXT, "https://schema.org": SCHEMA_CONTEXT}


def _document(made, form, articles=()):
    (content,) = export(made, form, articles=articles).values()
    return json.loads(content)


def _expanded(document):
    jsonld = pytest.importorskip("pyld.jsonld")

    def load(url, _):
        context = CONTEXTS[url.rstrip("/")]
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": {"@context": context},
        }

    return jsonld.expand(document, {"documentLoader": load})


def _keys(part):
    """Every key of a document, on every level, but those inside a context."""
    if isinstance(part, dict):
        yield from (key for key in part if not key.startswith("@"))
        for key, inner in part.items():
            if key != "@context":
                yield from _keys(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _keys(inner)


def test_every_claim_is_an_annotation_whose_quote_and_position_select_its_words(story):
    made, articles = story
    texts = {article.id: article.text for article in articles}
    document = _document(made, "web-annotation", articles)
    assert len(document["items"]) == len(made.claims)
    for item, claim in zip(document["items"], made.claims, strict=True):
        quote, position = item["target"]["selector"]
        text = texts[claim.mention.article].encode("utf-8", "replace").decode("utf-8")
        exact = quote["exact"].replace("\ufffd", "?")
        assert text[position["start"] : position["end"]] == exact
        assert quote["prefix"].replace("\ufffd", "?") + exact + quote["suffix"].replace("\ufffd", "?") in text


def test_a_processor_of_json_ld_understands_every_key_of_an_annotation(made, seeds):
    document = _document(made, "web-annotation", seeds)
    assert set(_keys(document)) <= set(ANNOTATION_CONTEXT)
    (page,) = _expanded(document)
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == len(made.claims)
    first = items[0]
    assert first["@type"] == [f"{OA}Annotation"]
    (target,) = first[f"{OA}hasTarget"]
    assert target[f"{OA}hasSource"] == [{"@id": "https://news.example/000"}]
    assert [one["@type"] for one in target[f"{OA}hasSelector"]] == [
        [f"{OA}TextQuoteSelector"],
        [f"{OA}TextPositionSelector"],
    ]
    purposes = [body[f"{OA}hasPurpose"][0]["@id"] for body in first[f"{OA}hasBody"] if f"{OA}hasPurpose" in body]
    assert purposes[:2] == [f"{OA}tagging", f"{OA}describing"]


def test_the_verdict_assesses_an_annotation(made):
    document = _document(made, "web-annotation")
    assessed = {
        item["id"]: body["value"]
        for item in document["items"]
        for body in item["body"]
        if body.get("purpose") == "assessing"
    }
    for claim in made.claims:
        cluster = made.cluster_of(claim)
        assert assessed.get(f"urn:newsrecon:claim:{claim.id}") == (str(cluster.verdict) if cluster else None)


def test_every_variant_is_a_claim_that_appears_in_articles(made):
    graph = _document(made, "schema-org")["@graph"]
    articles = {node["@id"] for node in graph if node["@type"] == "NewsArticle"}
    claims = [node for node in graph if node["@type"] == "Claim"]
    assert len(articles) == 5
    assert len(claims) == sum(len(cluster.variants) for cluster in made)
    for claim in claims:
        assert claim["appearance"]
        assert {work["@id"] for work in claim["appearance"]} <= articles
        assert claim["text"]


def test_a_processor_of_json_ld_understands_schema_org(made):
    nodes = _expanded(_document(made, "schema-org"))
    claims = [node for node in nodes if node["@type"] == [f"{SCHEMA}Claim"]]
    assert claims
    assert all(claim[f"{SCHEMA}appearance"][0]["@id"].startswith("https://news.example/") for claim in claims)


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2025-07-03", "2025-07-04"), "urn:newsrecon:article:1"),
        (("2025-07-03", "2025-07-03"), None),
        (("2025-07-03", None), None),
    ],
)
def test_the_first_appearance_is_told_where_days_tell_it(days, first):
    articles = [
        Article("Rain fell in Sund on 1 July 2025.", id=str(number), published=day, source=f"Outlet {number}")
        for number, day in enumerate(days, 1)
    ]
    graph = _document(reconcile(articles), "schema-org")["@graph"]
    (claim,) = [node for node in graph if node["@type"] == "Claim" and node["text"].startswith("1 July")]
    assert claim.get("firstAppearance", {}).get("@id") == first


def test_who_is_quoted_is_the_author():
    article = Article("“It is a dark day,” said Ann Poe, the mayor.", id="1", source="The Daily")
    graph = _document(reconcile(article), "schema-org")["@graph"]
    authors = [node["author"] for node in graph if node["@type"] == "Claim" and "author" in node]
    assert {"@type": "Person", "name": "Ann Poe"} in authors
