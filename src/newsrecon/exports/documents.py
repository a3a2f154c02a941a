"""Values as JSON and back: articles, claims, extractions, reconciliations, in the formats `docs/formats.md` publishes.

`encode` gives plain dicts and lists, `decode` reads them; `decode(type(x), encode(x)) == x`. The text of lone surrogates
survives: `dumps` writes them as the escapes JSON has for them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from newsrecon.changes import Change, Changes
from newsrecon.exports.indented import indented
from newsrecon.known_names import KnownName, known_name_from
from newsrecon.model import Article, ArticleRecord, Claim, Credit, Diagnostic, Extraction, Mention, Source, Value
from newsrecon.reading import Provenance
from newsrecon.reconciliation import Cluster, Link, Name, Origin, Reconciliation, Variant, reconcile
from newsrecon.text import Span
from newsrecon.value import as_dict

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["CODE_POINTS", "SCHEMA", "claims_to_jsonl", "decode", "dumps", "encode"]

SCHEMA = "newsrecon/1"
"""The version of the documents; it changes when a reader of the old one would break."""

CODE_POINTS = "code points"
"""What offsets are counted in, as documents say it."""

T = TypeVar("T")


def encode(value: Any) -> Any:
    """The JSON form of an Article, Claim, Extraction, Reconciliation or any part of one.

    >>> claim = Claim("toll", "died", {"low": 3}, Mention("a", source="The Daily", span=Span(0, 5), text="Three"))
    >>> encode(claim)["mention"]
    {'article': 'a', 'source': 'The Daily', 'start': 0, 'end': 5, 'text': 'Three'}
    """
    return _plain(_converter().unstructure(value))


def decode(kind: type[T], data: Any) -> T:
    """The value of a type that some JSON stands for; unknown keys are passed over.

    A Reconciliation is computed anew from the claims and articles of its document, with the plugins installed here.
    Raises ValueError where the JSON does not fit, naming the places.

    >>> from newsrecon import Article, extract
    >>> found = extract(Article("It rained on 3 May 2025.", id="1"))
    >>> decode(Extraction, encode(found)) == found
    True
    """
    from cattrs import BaseValidationError, transform_error

    try:
        return _converter().structure(data, kind)
    except BaseValidationError as error:
        raise ValueError(f"not a valid {kind.__name__}: {'; '.join(transform_error(error))}") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a valid {kind.__name__}: {type(error).__name__}: {error}") from error


def dumps(value: Any, *, indent: int | None = None) -> str:
    """The JSON text of a value; lone surrogates are escaped, other letters stand as they are.

    >>> from newsrecon import Span
    >>> dumps(Span(3, 8))
    '{"start": 3, "end": 8}'
    """
    made = _converter().unstructure(value)
    text = _LINE.encode(made) if indent is None else indented(made, " " * indent)
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


_LINE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, default=as_dict)


def claims_to_jsonl(claims: Iterable[Claim]) -> Iterator[str]:
    """One line of JSON for each claim, without line ends.

    >>> from newsrecon import Article, extract
    >>> found = extract(Article("It rained on 3 May 2025.", id="1"))
    >>> next(claims_to_jsonl(found.claims))[:7]
    '{"id": '
    """
    for claim in claims:
        yield dumps(claim)


@cache
def _converter() -> Converter:
    from cattrs import Converter

    made = Converter(detailed_validation=True)
    for kind, unstructure, structure in (
        (Value, _plain, lambda data, _: Value(data)),
        (Span, lambda span: {"start": span.start, "end": span.end}, lambda data, _: Span(data["start"], data["end"])),
        (Mention, _mention, _read_mention),
        (Claim, _claim, _read_claim),
        (Source, lambda source: {"name": source.name, "domain": source.domain}, _read_source),
        (Article, _article, _read_article),
        (Credit, _credit, _read_credit),
        (ArticleRecord, _record, _read_record),
        (Diagnostic, _diagnostic, _read_diagnostic),
        (Extraction, _extraction, _read_extraction),
        (Variant, _variant, None),
        (Cluster, _cluster, None),
        (Link, _link, None),
        (Name, _name, None),
        (KnownName, _known_name, lambda data, _: known_name_from(data)),
        (Origin, _origin, None),
        (Reconciliation, _reconciliation, _read_reconciliation),
        (Changes, _changes, None),
        (Provenance, _provenance, None),
    ):
        made.register_unstructure_hook(kind, unstructure)
        if structure is not None:
            made.register_structure_hook(kind, structure)
    return made


def _plain(value: Any) -> Any:
    """Values as dicts, tuples as lists, all the way down."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, (tuple, list)) else value


def _moment(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def _a(kind: type[T], data: Mapping[str, Any], key: str) -> T:
    """A key that must be there and be of a kind."""
    if not isinstance(data.get(key), kind) or (kind is int and isinstance(data[key], bool)):
        raise ValueError(f"{key!r} is {data.get(key)!r:.80}, not {kind.__name__}")
    return data[key]  # type: ignore[no-any-return]


# ---------------------------------------------------------------- claims


def _mention(mention: Mention) -> dict[str, Any]:
    span = mention.span
    return {
        "article": mention.article,
        "source": mention.source,
        "start": span.start,
        "end": span.end,
        "text": mention.text,
    }


def _read_mention(data: Mapping[str, Any], _: Any) -> Mention:
    span = Span(_a(int, data, "start"), _a(int, data, "end"))
    article = _a(str, data, "article")
    return Mention(article, source=data.get("source") or article, span=span, text=_a(str, data, "text"))


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "kind": claim.kind,
        "subject": claim.subject,
        "value": claim.value,
        "mention": _mention(claim.mention),
        "extractor": claim.extractor,
    }


def _in_code_points(data: Mapping[str, Any]) -> None:
    """Refuse offsets in other units: without the texts they cannot be counted anew."""
    if data.get("offsets", CODE_POINTS) != CODE_POINTS:
        raise ValueError(f"offsets are read in {CODE_POINTS}, not in {data['offsets']!r}")


def _read_claim(data: Mapping[str, Any], _: Any) -> Claim:
    _in_code_points(data)
    return Claim(
        _a(str, data, "kind"),
        _a(str, data, "subject"),
        Value(_a(dict, data, "value")),
        _read_mention(_a(dict, data, "mention"), None),
        extractor=data.get("extractor") or "",
    )


# ---------------------------------------------------------------- articles


def _read_source(data: Any, _: Any) -> Source:
    if isinstance(data, str):
        return Source(data)
    return Source(data.get("name") or data.get("domain") or "", domain=data.get("domain"))


def _article(article: Article) -> dict[str, Any]:
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


def _read_article(data: Mapping[str, Any], _: Any) -> Article:
    source = data.get("source")
    return Article(
        _a(str, data, "text"),
        id=data.get("id") or "",
        title=data.get("title"),
        published=data.get("published"),
        url=data.get("url"),
        source=None if source is None else _read_source(source, None),
        story=data.get("story"),
        byline=data.get("byline"),
    )


def _provenance(how: Provenance) -> dict[str, Any]:
    return {
        "path": how.path,
        "reader": how.reader,
        "digest": how.digest,
        "encoding": how.encoding,
        "published_by": how.published_by,
        "updated": _moment(how.updated),
        "updated_by": how.updated_by,
    }


def _credit(credit: Credit) -> dict[str, Any]:
    return {"name": credit.name, "start": credit.span.start, "end": credit.span.end, "whole": credit.whole}


def _read_credit(data: Mapping[str, Any], _: Any) -> Credit:
    return Credit(_a(str, data, "name"), span=Span(data["start"], data["end"]), whole=bool(data.get("whole")))


def _record(record: ArticleRecord) -> dict[str, Any]:
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
        "credits": [_credit(credit) for credit in record.credits],
    }


def _hashes(sketch: Iterable[int]) -> str:
    return "".join(f"{value:016x}" for value in sorted(sketch))


def _read_hashes(text: str) -> frozenset[int]:
    return frozenset(int(text[place : place + 16], 16) for place in range(0, len(text), 16))


def _read_record(data: Mapping[str, Any], _: Any) -> ArticleRecord:
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
        credits=tuple(_read_credit(credit, None) for credit in data.get("credits") or ()),
    )


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "level": diagnostic.level,
        "plugin": diagnostic.plugin,
        "version": diagnostic.version,
        "article": diagnostic.article,
        "message": diagnostic.message,
    }


def _read_diagnostic(data: Mapping[str, Any], _: Any) -> Diagnostic:
    return Diagnostic(
        _a(str, data, "level"),
        _a(str, data, "message"),
        plugin=data.get("plugin"),
        version=data.get("version"),
        article=data.get("article"),
    )


def _extraction(extraction: Extraction) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "offsets": CODE_POINTS,
        "articles": [_record(record) for record in extraction.records],
        "claims": [_claim(claim) for claim in extraction.claims],
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in extraction.diagnostics],
    }


def _read_extraction(data: Mapping[str, Any], _: Any) -> Extraction:
    if data.get("schema") != SCHEMA:
        raise ValueError(f"the document's schema is {data.get('schema')!r}, not {SCHEMA!r}")
    _in_code_points(data)
    return Extraction(
        tuple(_read_claim(claim, None) for claim in _a(list, data, "claims")),
        records=tuple(_read_record(record, None) for record in _a(list, data, "articles")),
        diagnostics=tuple(_read_diagnostic(diagnostic, None) for diagnostic in data.get("diagnostics") or ()),
    )


# ---------------------------------------------------------------- reconciliations


def _variant(variant: Variant) -> dict[str, Any]:
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


def _link(link: Link) -> dict[str, Any]:
    return {
        "left": link.left,
        "right": link.right,
        "relation": str(link.relation),
        "score": link.score,
        "reason": link.reason,
        "rule": link.rule,
    }


def _cluster(cluster: Cluster) -> dict[str, Any]:
    return {
        "id": cluster.id,
        "kind": cluster.kind,
        "subject": cluster.subject,
        "verdict": str(cluster.verdict),
        "reason": cluster.reason,
        "best": cluster.best,
        "margin": cluster.margin,
        "pick": cluster.pick,
        "variants": [_variant(variant) for variant in cluster.variants],
        "because": [_link(link) for link in cluster.because],
        "story": cluster.story,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {"articles": list(origin.articles), "because": origin.because}


def _name(name: Name) -> dict[str, Any]:
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
        "because": [_link(link) for link in name.because],
        "story": name.story,
    }


def _known_name(known: KnownName) -> dict[str, Any]:
    return {"name": known.name, "id": known.id, "aliases": list(known.aliases), "type": known.type}


def _reconciliation(made: Reconciliation) -> dict[str, Any]:
    """The document of section "reconciliation" in `docs/formats.md`: the state, and the view of it."""
    anchors = dict(made.anchors)
    articles = []
    for record in made.records:
        anchor = anchors.get(record.id)
        day, because = (anchor.day.isoformat(), anchor.because) if anchor else (None, None)
        articles.append({**_record(record), "anchor": day, "anchor_because": because})
    return {
        "schema": SCHEMA,
        "offsets": CODE_POINTS,
        "articles": articles,
        "origins": [_origin(origin) for origin in made.origins],
        "names": [_name(name) for name in made.names],
        "known_names": [_known_name(known) for known in made.known_names],
        "owners": dict(made.owners),
        "clusters": [_cluster(cluster) for cluster in made.clusters],
        "claims": [_claim(claim) for claim in made.claims],
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in made.diagnostics],
    }


def _read_reconciliation(data: Mapping[str, Any], _: Any) -> Reconciliation:
    known = [known_name_from(item) for item in data.get("known_names", ())]
    return reconcile(_read_extraction(data, None), names=known, owners=data.get("owners"))


# ---------------------------------------------------------------- changes


def _changes(changes: Changes) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "articles": {"added": list(changes.articles_added), "removed": list(changes.articles_removed)},
        "claims": {
            "added": [_claim(claim) for claim in changes.claims_added],
            "removed": [_claim(claim) for claim in changes.claims_removed],
        },
        "clusters": [_change(change) for change in changes.clusters],
    }


def _change(change: Change) -> dict[str, Any]:
    old, new = (cluster and _cluster(cluster) for cluster in (change.old, change.new))
    return {"turn": str(change.turn), "old": old, "new": new}
