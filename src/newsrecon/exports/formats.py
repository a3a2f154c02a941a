"""The formats of results, by name: what each is good for, and the function that writes it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import field, frozen

from newsrecon.errors import did_you_mean
from newsrecon.exports.brat import brat_configuration, to_brat
from newsrecon.exports.characters import valid
from newsrecon.exports.dependence import to_dot, to_mermaid
from newsrecon.exports.documents import dumps, encode
from newsrecon.exports.offsets import in_units
from newsrecon.exports.schema_org import to_schema_org
from newsrecon.exports.sqlite import to_sqlite
from newsrecon.exports.states import CODE_POINTS
from newsrecon.exports.tables import tables, to_csv
from newsrecon.exports.timeml import to_timeml
from newsrecon.exports.web_annotation import to_web_annotation
from newsrecon.model import Article
from newsrecon.reconciliation import Reconciliation
from newsrecon.value import digest

__all__ = ["FORMATS", "Format", "export"]

Texts = Mapping[str, Article]
Files = Iterable[tuple[str, bytes]]


@frozen
class Format:
    """A format: its name, what it is in a few words, and whether it is several files and whether it needs the articles' texts."""

    name: str
    summary: str
    write: Callable[[Reconciliation, Texts, str], Files] = field(repr=False)
    several: bool = field(default=False, kw_only=True)
    needs_texts: bool = field(default=False, kw_only=True)
    has_offsets: bool = field(default=False, kw_only=True)
    """Whether offsets may be counted in other units than code points."""


def export(
    reconciliation: Reconciliation, form: str, *, articles: Iterable[Article] = (), offsets: str = CODE_POINTS
) -> dict[str, bytes]:
    """A reconciliation in a format: the contents of its files by their names, one file for most formats.

    The formats are `json`, `jsonl`, `csv`, `sqlite`, `web-annotation`, `schema-org`, `brat`, `timeml`, `dot` and `mermaid`.
    Texts stand in a reconciliation no more, so what shows them takes the `articles` too: `brat` and `timeml` must have
    them, `sqlite` and `web-annotation` tell more with them. `offsets` of `json` and `jsonl` are `code points`,
    or with the articles at hand `utf-16` units or `bytes` of UTF-8. Raises ValueError for an unknown format or unit, and
    where an article is missing.

    >>> from newsrecon import Article, reconcile
    >>> article = Article("The strike began on 3 May 2025.", id="1", source="The Daily")
    >>> list(export(reconcile(article), "brat", articles=[article]))
    ['1.txt', '1.ann', 'annotation.conf']
    """
    if form not in FORMATS:
        raise ValueError(
            f"no format is named {form!r}{did_you_mean(form, FORMATS) or '; there are ' + ', '.join(FORMATS)}"
        )
    chosen = FORMATS[form]
    texts = {article.id: article for article in articles}
    if offsets != CODE_POINTS and not chosen.has_offsets:
        raise ValueError(f"offsets of the format {form!r} are what its own rules say, not {offsets!r}")
    if chosen.needs_texts:
        for record in reconciliation.records:
            if record.id not in texts:
                raise ValueError(f"the format {form!r} takes the texts, and that of article {record.id!r} is not here")
    return dict(chosen.write(reconciliation, texts, offsets))


# ---------------------------------------------------------------- one function a format


def _json(made: Reconciliation, texts: Texts, offsets: str) -> Files:
    yield "reconciliation.json", _bytes(dumps(in_units(encode(made), texts, offsets), indent=2) + "\n")


def _jsonl(made: Reconciliation, texts: Texts, offsets: str) -> Files:
    lines = (dumps(in_units(encode(claim), texts, offsets)) for claim in made.claims)
    yield "claims.jsonl", _bytes("".join(f"{line}\n" for line in lines))


def _csv(made: Reconciliation, texts: Texts, offsets: str) -> Files:
    return ((f"{name}.csv", _bytes(to_csv(table))) for name, table in tables(made).items())


def _sqlite(made: Reconciliation, texts: Texts, offsets: str) -> Files:
    yield "reconciliation.sqlite", to_sqlite(made, texts)


def _web_annotation(made: Reconciliation, texts: Texts, offsets: str) -> Files:
    yield "annotations.jsonld", _json_ld(to_web_annotation(made, texts))


def _schema_org(made: Reconciliation, texts: Texts, offsets: str) -> Files:
    yield "claims.jsonld", _json_ld(to_schema_org(made))


def _brat(made: Reconciliation, texts: Texts, offsets: str) -> Files:
    names = file_names(record.id for record in made.records)
    for record in made.records:
        yield f"{names[record.id]}.txt", _bytes(texts[record.id].text)
        yield f"{names[record.id]}.ann", _bytes(to_brat(made.claims, texts[record.id]))
    yield "annotation.conf", _bytes(brat_configuration(made))


def _timeml(made: Reconciliation, texts: Texts, offsets: str) -> Files:
    names = file_names(record.id for record in made.records)
    return ((f"{names[record.id]}.tml", _bytes(to_timeml(made, texts[record.id]))) for record in made.records)


def _dot(made: Reconciliation, texts: Texts, offsets: str) -> Files:
    yield "dependence.dot", _bytes(to_dot(made))


def _mermaid(made: Reconciliation, texts: Texts, offsets: str) -> Files:
    yield "dependence.mmd", _bytes(to_mermaid(made))


def _json_ld(document: object) -> bytes:
    return _bytes(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _bytes(text: str) -> bytes:
    return valid(text).encode("utf-8")


_PLAIN_NAME = re.compile(r"\w[\w .-]{0,99}")


def file_names(ids: Iterable[str]) -> dict[str, str]:
    """A name for a file of each id, the id itself where it can be one anywhere, else its digest.

    >>> file_names(["001", "../etc"])["001"]
    '001'
    """
    given = list(ids)
    taken = {name.casefold() for name in given}
    plain = {name for name in given if _PLAIN_NAME.fullmatch(name) and name.isascii() and name[-1] not in " ."}
    alone = plain if len(taken) == len(given) else set()
    return {name: name if name in alone else digest(name) for name in given}


def _formats() -> Iterator[Format]:
    yield Format(
        "json", "one document with everything, as `reconcile --format json` writes it", _json, has_offsets=True
    )
    yield Format("jsonl", "claims, one a line", _jsonl, has_offsets=True)
    yield Format("csv", "tables of articles, claims, clusters, names and origins", _csv, several=True)
    yield Format("sqlite", "a database with foreign keys, full-text index and views, ready for Datasette", _sqlite)
    yield Format("web-annotation", "W3C Web Annotations with quotes and positions (JSON-LD)", _web_annotation)
    yield Format("schema-org", "schema.org Claims with their appearances (JSON-LD)", _schema_org)
    yield Format("brat", "brat standoff, to correct claims by hand", _brat, several=True, needs_texts=True)
    yield Format("timeml", "texts with their dates as TIMEX3 (TimeML)", _timeml, several=True, needs_texts=True)
    yield Format("dot", "who depends on whom, as a GraphViz graph", _dot)
    yield Format("mermaid", "who depends on whom, as a Mermaid flowchart", _mermaid)


FORMATS: Mapping[str, Format] = {one.name: one for one in _formats()}
"""The formats by name."""
