"""Values as JSON and back: articles, claims, extractions, reconciliations, in the formats `docs/formats.md` publishes.

`encode` gives plain dicts and lists, `decode` reads them; `decode(type(x), encode(x)) == x`. The text of lone surrogates
survives: `dumps` writes them as the escapes JSON has for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from newsrecon.article_records import ArticleRecord, Credit
from newsrecon.changes import Changes
from newsrecon.exports import states, views
from newsrecon.exports.indented import indented
from newsrecon.exports.lines import escaped, line_of
from newsrecon.known_names import KnownName, known_name_from
from newsrecon.model import Article, Claim, Diagnostic, Extraction, Mention, Source, Value
from newsrecon.reading import Provenance
from newsrecon.reconciliation import Cluster, Link, Name, Origin, Reconciliation, Variant
from newsrecon.text import Span

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["decode", "dumps", "encode"]

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
    return line_of(made) if indent is None else escaped(indented(made, " " * indent))


@cache
def _converter() -> Converter:
    from cattrs import Converter

    made = Converter(detailed_validation=True)
    for kind, unstructure, structure in (
        (Value, _plain, lambda data, _: Value(data)),
        (Span, lambda span: {"start": span.start, "end": span.end}, lambda data, _: Span(data["start"], data["end"])),
        (Mention, states.mention_object, states.read_mention),
        (Claim, states.claim_object, states.read_claim),
        (Source, lambda source: {"name": source.name, "domain": source.domain}, states.read_source),
        (Article, states.article_object, states.read_article),
        (Credit, states.credit_object, states.read_credit),
        (ArticleRecord, states.record_object, states.read_record),
        (Diagnostic, states.diagnostic_object, states.read_diagnostic),
        (Extraction, states.extraction_object, states.read_extraction),
        (Variant, views.variant_object, None),
        (Cluster, views.cluster_object, None),
        (Link, views.link_object, None),
        (Name, views.name_object, None),
        (KnownName, views.known_name_object, lambda data, _: known_name_from(data)),
        (Origin, views.origin_object, None),
        (Reconciliation, views.reconciliation_object, views.read_reconciliation),
        (Changes, views.changes_object, None),
        (Provenance, states.provenance_object, None),
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
