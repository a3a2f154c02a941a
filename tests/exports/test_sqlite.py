"""The database, asked as Datasette or anybody would ask it."""

from __future__ import annotations

import sqlite3

import pytest

from newsrecon import export


@pytest.fixture
def database(story):
    made, articles = story
    connection = sqlite3.connect(":memory:")
    connection.deserialize(*export(made, "sqlite", articles=articles).values())
    yield connection
    connection.close()


def _count(database, table):
    return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_everything_is_there(database, story):
    made = story[0]
    assert _count(database, "claims") == len(made.claims)
    assert _count(database, "clusters") == len(made.clusters)
    assert _count(database, "variants") == sum(len(cluster.variants) for cluster in made)
    assert _count(database, "names") == len(made.names)
    assert _count(database, "origins") == len(made.origins)
    assert _count(database, "links") == sum(len(cluster.because) for cluster in made)


def test_every_foreign_key_leads_somewhere(database):
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    keys = {row[2] for row in database.execute("PRAGMA foreign_key_list(claims)")}
    assert keys == {"articles"}


def test_words_stand_where_the_offsets_say(database):
    query = """
        SELECT claims.text FROM claims JOIN articles ON articles.id = claims.article
        WHERE instr(articles.text, char(0)) = 0 AND substr(articles.text, start + 1, "end" - start) != claims.text
    """
    wrong = database.execute(query)
    assert wrong.fetchall() == []


def test_the_full_text_index_finds_claims_by_their_words(made):
    database = sqlite3.connect(":memory:")
    database.deserialize(*export(made, "sqlite").values())
    query = (
        "SELECT text FROM claims WHERE number IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'credentials')"
    )
    found = [text for (text,) in database.execute(query)]
    assert found
    assert {claim.mention.text for claim in made.claims if "credentials" in claim.mention.text} == {
        text for text in found if "credentials" in text
    }
    database.close()


@pytest.mark.parametrize("view", ["claims_in_clusters", "values_told", "disputed", "timeline", "voices"])
def test_views_can_be_asked(database, view):
    database.execute(f"SELECT * FROM {view}").fetchall()


def test_views_tell_what_the_reconciliation_tells(made):
    database = sqlite3.connect(":memory:")
    database.deserialize(*export(made, "sqlite").values())
    disputed = {cluster for (cluster,) in database.execute("SELECT cluster FROM disputed")}
    assert disputed == {cluster.id for cluster in made.disputed}
    timeline = [cluster for (cluster,) in database.execute("SELECT cluster FROM timeline")]
    assert sorted(timeline) == sorted(cluster.id for cluster in made.timeline if cluster.best is not None)
    supports = dict(database.execute("SELECT cluster, support FROM values_told WHERE best"))
    assert supports == {c.id: "; ".join(sorted(c.variants[c.best].support)) for c in made if c.best is not None}
    database.close()


def test_the_database_tells_how_a_value_was_picked_and_who_owns_an_outlet(picked):
    database = sqlite3.connect(":memory:")
    database.deserialize(*export(picked, "sqlite").values())
    assert tuple(database.execute("SELECT outlet, owner FROM owners ORDER BY outlet")) == picked.owners
    told = set(database.execute("SELECT id, margin, pick FROM clusters"))
    assert told == {(cluster.id, cluster.margin, cluster.pick) for cluster in picked}
    assert any(pick for _, _, pick in told)
