"""The state as JSON objects and back: articles, their records and claims, and an extraction, which holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from newsrecon.article_records import ArticleRecord, Credit
from newsrecon.model import Article, Claim, Diagnostic, Extraction, Mention, Source, Span, Value
from newsrecon.reading import Provenance
from newsrecon.value import as_dict

__all__ = [
    "CODE_POINTS",
    "SCHEMA",
    "article_object",
    "claim_object",
    "credit_object",
    "diagnostic_object",
    "extraction_object",
    "mention_object",
    "provenance_object",
    "read_article",
    "read_claim",
    "read_credit",
    "read_diagnostic",
    "read_extraction",
    "read_mention",
    "read_record",
    "read_source",
    "record_object",
]

SCHEMA = "newsrecon/1"
"""The version of the documents; it changes when a reader of the old one would break."""

CODE_POINTS = "code points"
"""What offsets are counted in, as documents say it."""

T = TypeVar("T")


def _moment(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def _a(kind: type[T], data: Mapping[str, Any], key: str) -> T:
    """A key that must be there and be of a kind."""
    if not isinstance(data.get(key), kind) or (kind is int and isinstance(data[key], bool)):
        raise ValueError(f"{key!r} is {data.get(key)!r:.80}, not {kind.__name__}")
    return data[key]  # type: ignore[no-any-return]


def mention_object(mention: Mention) -> dict[str, Any]:
    span = mention.span
    return {
        "article": mention.article,
        "source": mention.source,
        "start": span.start,
        "end": span.end,
        "text": mention.text,
    }


def read_mention(data: Mapping[str, Any], _: Any) -> Mention:
    span = Span(_a(int, data, "start"), _a(int, data, "end"))
    article = _a(str, data, "article")
    return Mention(article, source=data.get("source") or article, span=span, text=_a(str, data, "text"))


def claim_object(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "kind": claim.kind,
        "subject": claim.subject,
        "value": as_dict(claim.value),
        "mention": mention_object(claim.mention),
        "extractor": claim.extractor,
    }


def _in_code_points(data: Mapping[str, Any]) -> None:
    """Refuse offsets in other units: without the texts they cannot be counted anew."""
    if data.get("offsets", CODE_POINTS) != CODE_POINTS:
        raise ValueError(f"offsets are read in {CODE_POINTS}, not in {data['offsets']!r}")


def read_claim(data: Mapping[str, Any], _: Any) -> Claim:
    _in_code_points(data)
    return Claim(
        _a(str, data, "kind"),
        _a(str, data, "subject"),
        Value(_a(dict, data, "value")),
        read_mention(_a(dict, data, "mention"), None),
        extractor=data.get("extractor") or "",
    )


def read_source(data: Any, _: Any) -> Source:
    if isinstance(data, str):
        return Source(data)
    return Source(data.get("name") or data.get("domain") or "", domain=data.get("domain"))


def article_object(article: Article) -> dict[str, Any]:
    source = article.source
    return {
        "id": article.id,
        "text": article.text,
        "title": article.title,
        "published": _moment(article.published),
        "url": article.url,
        "source": {"name": source.name, "domain": source.domain} if source else None,
        "story": article.story,
        "byline": article.byline,
    }


def read_article(data: Mapping[str, Any], _: Any) -> Article:
    source = data.get("source")
    return Article(
        _a(str, data, "text"),
        id=data.get("id") or "",
        title=data.get("title"),
        published=data.get("published"),
        url=data.get("url"),
        source=None if source is None else read_source(source, None),
        story=data.get("story"),
        byline=data.get("byline"),
    )


def provenance_object(how: Provenance) -> dict[str, Any]:
    return {
        "path": how.path,
        "reader": how.reader,
        "digest": how.digest,
        "encoding": how.encoding,
        "published_by": how.published_by,
        "updated": _moment(how.updated),
        "updated_by": how.updated_by,
    }


def credit_object(credit: Credit) -> dict[str, Any]:
    return {"name": credit.name, "start": credit.span.start, "end": credit.span.end, "whole": credit.whole}


def read_credit(data: Mapping[str, Any], _: Any) -> Credit:
    return Credit(_a(str, data, "name"), span=Span(data["start"], data["end"]), whole=bool(data.get("whole")))


def record_object(record: ArticleRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "source": record.source,
        "published": _moment(record.published),
        "title": record.title,
        "url": record.url,
        "story": record.story,
        "byline": record.byline,
        "domain": record.domain,
        "digest": record.digest,
        "sketch": _hashes(record.sketch),
        "quoted": _hashes(record.quoted),
        "credits": [credit_object(credit) for credit in record.credits],
    }


def _hashes(sketch: Iterable[int]) -> str:
    return "".join(f"{value:016x}" for value in sorted(sketch))


def _read_hashes(text: str) -> frozenset[int]:
    return frozenset(int(text[place : place + 16], 16) for place in range(0, len(text), 16))


def read_record(data: Mapping[str, Any], _: Any) -> ArticleRecord:
    return ArticleRecord(
        _a(str, data, "id"),
        source=_a(str, data, "source"),
        published=Article("", published=data.get("published")).published,
        title=data.get("title"),
        url=data.get("url"),
        story=data.get("story"),
        byline=data.get("byline"),
        digest=data.get("digest") or "",
        domain=data.get("domain"),
        sketch=_read_hashes(data.get("sketch") or ""),
        quoted=_read_hashes(data.get("quoted") or ""),
        credits=tuple(read_credit(credit, None) for credit in data.get("credits") or ()),
    )


def diagnostic_object(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "level": diagnostic.level,
        "plugin": diagnostic.plugin,
        "version": diagnostic.version,
        "article": diagnostic.article,
        "message": diagnostic.message,
    }


def read_diagnostic(data: Mapping[str, Any], _: Any) -> Diagnostic:
    return Diagnostic(
        _a(str, data, "level"),
        _a(str, data, "message"),
        plugin=data.get("plugin"),
        version=data.get("version"),
        article=data.get("article"),
    )


def extraction_object(extraction: Extraction) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "offsets": CODE_POINTS,
        "articles": [record_object(record) for record in extraction.records],
        "claims": [claim_object(claim) for claim in extraction.claims],
        "diagnostics": [diagnostic_object(diagnostic) for diagnostic in extraction.diagnostics],
    }


def read_extraction(data: Mapping[str, Any], _: Any) -> Extraction:
    if data.get("schema") != SCHEMA:
        raise ValueError(f"the document's schema is {data.get('schema')!r}, not {SCHEMA!r}")
    _in_code_points(data)
    return Extraction(
        tuple(read_claim(claim, None) for claim in _a(list, data, "claims")),
        records=tuple(read_record(record, None) for record in _a(list, data, "articles")),
        diagnostics=tuple(read_diagnostic(diagnostic, None) for diagnostic in data.get("diagnostics") or ()),
    )
