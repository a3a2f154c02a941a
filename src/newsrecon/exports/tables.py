"""Tables of a reconciliation: articles, claims, clusters, names, origins, owners; as data frames of any make, and as CSV.

A row of `clusters` is one variant, a row of `names` one form of a name, a row of `origins` one article. A cell holds one value;
lists of sources are joined by "; ", and what a claim or variant says is JSON.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from attrs import field, frozen

from newsrecon.article_records import ArticleRecord
from newsrecon.exports.characters import valid
from newsrecon.exports.documents import dumps
from newsrecon.model import Claim
from newsrecon.reconciliation import Cluster, Name, Origin, Reconciliation

__all__ = ["Table", "tables", "to_csv"]

Cell = str | int | float | bool | None
TYPES = {"text": "String", "integer": "Int64", "boolean": "Boolean"}
"""The types of columns, and what data frames call them."""


@frozen
class Table:
    """A table: its name, its columns with their types (`text`, `integer` or `boolean`), and its rows. Made by `tables`.

    >>> from newsrecon import Article, reconcile
    >>> made = tables(reconcile(Article("It rained on 3 May 2025.", id="1")))
    >>> sorted(made)
    ['articles', 'claims', 'clusters', 'names', 'origins', 'owners']
    """

    name: str
    """What it is called, such as `claims`."""
    columns: dict[str, str] = field(kw_only=True, eq=False, repr=False)
    """The type of each column by its name, in the order of the columns."""
    rows: tuple[tuple[Cell, ...], ...] = field(kw_only=True, repr=False)
    """The rows, a cell for each column; None where there is nothing."""

    def frame(self, library: str = "pandas") -> Any:
        """The table as a data frame of `pandas`, `polars`, `pyarrow` or another library that Narwhals knows.

        Needs `newsrecon[tables]`, and the library. ImportError where one of them is missing, ValueError for a library
        that Narwhals does not know.
        """
        from importlib import import_module

        # What it takes for a library is a closed list to a type checker, and open in fact.
        nw: Any = import_module("narwhals")
        values = list(zip(*self.rows, strict=True)) or [()] * len(self.columns)
        cells = {column: list(given) for column, given in zip(self.columns, values, strict=True)}
        # In a column of whole numbers with gaps pandas has place for neither; it holds such columns as floats.
        floats = nw.Implementation.from_backend(library).is_pandas_like()
        schema = {
            column: nw.Float64()
            if floats and kind == "integer" and None in cells[column]
            else getattr(nw, TYPES[kind])()
            for column, kind in self.columns.items()
        }
        return nw.DataFrame.from_dict(cells, schema, backend=library).to_native()


def tables(reconciliation: Reconciliation) -> dict[str, Table]:
    """The tables of a reconciliation by their names: `articles`, `claims`, `clusters`, `names`, `origins` and `owners`.

    Lone surrogates become U+FFFD.

    >>> from newsrecon import Article, reconcile
    >>> made = tables(reconcile(Article("The strike began on 3 May 2025.", id="1", source="The Daily")))
    >>> list(made)
    ['articles', 'claims', 'clusters', 'names', 'origins', 'owners']
    >>> [row[2:6] for row in made["claims"].rows if row[1] == "date"]
    [('3 May 2025', '1', 'The Daily', 20)]
    """
    return {
        name: Table(name, columns=columns, rows=tuple(tuple(map(_cell, row)) for row in rows(reconciliation)))
        for name, (columns, rows) in _TABLES.items()
    }


def to_csv(table: Table) -> str:
    """A table as CSV with a head line (RFC 4180).

    A text that a spreadsheet would take for a formula, one that begins with `=`, `+`, `-`, `@`, a tab or a line break, has an
    apostrophe put before it.
    """
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(table.columns)
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return made.getvalue()


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a formula begins, also in full-width letters; OWASP, "CSV Injection"."""


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _cell(value: Cell) -> Cell:
    return valid(value) if isinstance(value, str) else value


def _day(moment: date | None) -> str | None:
    return moment.isoformat() if moment is not None else None


# ---------------------------------------------------------------- rows


def _article_rows(made: Reconciliation) -> Iterator[tuple[Cell, ...]]:
    anchors = dict(made.anchors)
    origin_of = {article: number for number, origin in enumerate(made.origins) for article in origin.articles}

    def row(record: ArticleRecord) -> tuple[Cell, ...]:
        anchor = anchors.get(record.id)
        known = (
            record.id,
            record.source,
            record.domain,
            _day(record.published),
            record.title,
            record.url,
            record.story,
        )
        counted_from = (anchor.day.isoformat(), anchor.because) if anchor else (None, None)
        return *known, *counted_from, origin_of[record.id], record.digest

    return map(row, made.records)


def _claim_rows(made: Reconciliation) -> Iterator[tuple[Cell, ...]]:
    def row(claim: Claim) -> tuple[Cell, ...]:
        mention, cluster = claim.mention, made.cluster_of(claim)
        place = next((n for n, one in enumerate(cluster.variants) if claim.id in one.claims), None) if cluster else None
        said = (claim.subject, dumps(claim.value))
        where = (mention.text, mention.article, mention.source, mention.span.start, mention.span.end)
        return claim.id, claim.kind, *where, *said, claim.extractor, cluster.id if cluster else None, place

    return map(row, made.claims)


def _cluster_rows(made: Reconciliation) -> Iterator[tuple[Cell, ...]]:
    def rows(cluster: Cluster) -> Iterator[tuple[Cell, ...]]:
        head = (cluster.id, cluster.kind, cluster.subject, str(cluster.verdict), cluster.reason)
        for place, one in enumerate(cluster.variants):
            said = (place, place == cluster.best, one.text, dumps(one.value))
            sides = (one.origins, _joined(one.support), _joined(one.compatible))
            relations = (_joined(map(str, one.refines)), _joined(map(str, one.conflicts)), one.updated_by)
            picked = (cluster.margin, cluster.pick)
            yield *head, *said, *sides, *relations, len(one.claims), one.because, *picked, cluster.story

    return (row for cluster in made.clusters for row in rows(cluster))


def _name_rows(made: Reconciliation) -> Iterator[tuple[Cell, ...]]:
    def rows(number: int, name: Name) -> Iterator[tuple[Cell, ...]]:
        for form in name.forms:
            counted = (form.text, form.count, _joined(form.sources))
            yield number, name.name, name.id, name.type, *counted, _joined(name.roles), name.story

    return (row for number, name in enumerate(made.names) for row in rows(number, name))


def _origin_rows(made: Reconciliation) -> Iterator[tuple[Cell, ...]]:
    sources = {record.id: record.source for record in made.records}

    def rows(number: int, origin: Origin) -> Iterator[tuple[Cell, ...]]:
        return ((number, article, sources[article], origin.because) for article in origin.articles)

    return (row for number, origin in enumerate(made.origins) for row in rows(number, origin))


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def _columns(**kinds: str) -> dict[str, str]:
    """{column: type}, from the columns of each type; the order of a table is told by `order`."""
    order = kinds.pop("order").split()
    of_kind = {column: kind for kind, columns in kinds.items() for column in columns.split()}
    return {column: of_kind.get(column, "text") for column in order}


_TABLES: dict[str, tuple[dict[str, str], Callable[[Reconciliation], Iterable[tuple[Cell, ...]]]]] = {
    "articles": (
        _columns(
            order="id source domain published title url story anchor anchor_because origin digest", integer="origin"
        ),
        _article_rows,
    ),
    "claims": (
        _columns(
            order="id kind text article source start end subject value extractor cluster variant",
            integer="start end variant",
        ),
        _claim_rows,
    ),
    "clusters": (
        _columns(
            order="id kind subject verdict reason variant best text value origins support compatible refines conflicts "
            "updated_by claims because margin pick story",
            integer="variant origins updated_by claims margin",
            boolean="best",
        ),
        _cluster_rows,
    ),
    "names": (_columns(order="number name id type form count sources roles story", integer="number count"), _name_rows),
    "origins": (_columns(order="number article source because", integer="number"), _origin_rows),
    "owners": (_columns(order="outlet owner"), lambda made: made.owners),
}
