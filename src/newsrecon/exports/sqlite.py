"""A reconciliation as an SQLite database, ready for Datasette: foreign keys, a full-text index, views."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import Any

from newsrecon.article_records import ArticleRecord
from newsrecon.exports.characters import valid
from newsrecon.exports.documents import dumps
from newsrecon.model import Article
from newsrecon.reconciliation import Cluster, Name, Reconciliation

__all__ = ["to_sqlite"]

Row = tuple[Any, ...]


def to_sqlite(reconciliation: Reconciliation, articles: Mapping[str, Article]) -> bytes:
    """The bytes of a database; the texts of those articles that are given stand in it.

    Lone surrogates become U+FFFD, values are JSON. RuntimeError where this Python's SQLite has no FTS5.
    """
    schema = resources.files("newsrecon.exports").joinpath("sqlite.sql").read_text("utf-8")
    database = sqlite3.connect(":memory:")
    try:
        database.executescript(f"PRAGMA foreign_keys = ON; {schema}")
        with database:
            for table, rows in _tables(reconciliation, articles):
                _insert(database, table, rows)
            database.execute("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")
        return database.serialize()
    except sqlite3.OperationalError as error:
        if "fts5" in str(error):
            raise RuntimeError(
                f"the SQLite of this Python, {sqlite3.sqlite_version}, has no full-text index (FTS5)"
            ) from None
        raise
    finally:
        database.close()


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        cells = [valid(cell) if isinstance(cell, str) else cell for cell in row]
        database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(cells))})", cells)


def _tables(made: Reconciliation, articles: Mapping[str, Article]) -> Iterator[tuple[str, Iterable[Row]]]:
    """(table, its rows), a table that others point to before them."""
    yield "origins", ((number, origin.because) for number, origin in enumerate(made.origins))
    yield "articles", _articles(made, articles)
    yield (
        "claims",
        (
            (
                number,
                claim.id,
                claim.kind,
                claim.subject,
                dumps(claim.value),
                claim.mention.article,
                claim.mention.span.start,
                claim.mention.span.end,
                claim.mention.text,
                claim.extractor,
            )
            for number, claim in enumerate(made.claims)
        ),
    )
    yield (
        "clusters",
        ((c.id, c.kind, c.subject, str(c.verdict), c.reason, c.best, c.margin, c.pick, c.story) for c in made),
    )
    for cluster in made:
        yield from _variants(cluster)
    for number, name in enumerate(made.names):
        yield from _name(number, name)
    yield "owners", made.owners
    yield "diagnostics", ((one.level, one.plugin, one.article, one.message) for one in made.diagnostics)


def _articles(made: Reconciliation, articles: Mapping[str, Article]) -> Iterator[Row]:
    origin_of = {article: number for number, origin in enumerate(made.origins) for article in origin.articles}
    anchors = dict(made.anchors)

    def row(record: ArticleRecord) -> Row:
        anchor, article = anchors.get(record.id), articles.get(record.id)
        published = record.published.isoformat() if record.published else None
        known = (record.id, record.source, record.domain, published, record.title, record.url, record.story)
        counted_from = (anchor.day.isoformat(), anchor.because) if anchor else (None, None)
        return *known, *counted_from, record.digest, origin_of[record.id], article.text if article else None

    return map(row, made.records)


def _variants(cluster: Cluster) -> Iterator[tuple[str, Iterable[Row]]]:
    every = list(enumerate(cluster.variants))
    yield (
        "variants",
        (
            (cluster.id, place, dumps(one.value), one.text, one.origins, one.updated_by, one.because)
            for place, one in every
        ),
    )
    yield "variant_claims", ((cluster.id, place, claim) for place, one in every for claim in one.claims)
    for stands in ("support", "compatible"):
        yield (
            "variant_sources",
            ((cluster.id, place, who, stands) for place, one in every for who in getattr(one, stands)),
        )
    for relation in ("refines", "conflicts"):
        yield (
            "variant_relations",
            ((cluster.id, place, relation, other) for place, one in every for other in getattr(one, relation)),
        )
    yield (
        "links",
        (
            (cluster.id, link.left, link.right, str(link.relation), link.score, link.rule, link.reason, link.threshold)
            for link in cluster.because
        ),
    )


def _name(number: int, name: Name) -> Iterator[tuple[str, Iterable[Row]]]:
    yield "names", [(number, name.name, name.type, name.id, name.story)]
    yield "name_forms", ((number, form.text, form.count) for form in name.forms)
    yield "name_roles", ((number, role) for role in dict.fromkeys(name.roles))
    yield "name_claims", ((number, claim) for claim in name.claims)
