"""Tables, read back by those they are for: pandas, polars, pyarrow, and whatever reads CSV."""

from __future__ import annotations

import csv
import io

import pytest

from newsrecon import export, reconcile, tables
from newsrecon.exports.tables import to_csv

LIBRARIES = {"pandas": "pandas.DataFrame", "polars": "polars.DataFrame", "pyarrow": "pyarrow.Table"}


def _rows(frame, library):
    if library == "pandas":
        frame = frame.astype(object).where(frame.notna(), None)
        return [tuple(row) for row in frame.itertuples(index=False)]
    return [tuple(row.values()) for row in (frame.to_pylist() if library == "pyarrow" else frame.to_dicts())]


@pytest.mark.parametrize("library", LIBRARIES)
def test_frames_of_any_make_hold_what_the_table_holds(library, story):
    pytest.importorskip("narwhals")
    pytest.importorskip(library)
    for table in tables(story[0]).values():
        frame = table.frame(library)
        assert type(frame).__name__ in LIBRARIES[library]
        assert list(frame.column_names if library == "pyarrow" else frame.columns) == list(table.columns)
        assert _rows(frame, library) == list(table.rows)


def test_a_library_that_is_not_known_is_an_error(made):
    pytest.importorskip("narwhals")
    with pytest.raises((ValueError, TypeError)):
        tables(made)["claims"].frame("abacus")


def test_tables_point_to_each_other(made):
    found = tables(made)
    column = {
        name: {key: [row[place] for row in table.rows] for place, key in enumerate(table.columns)}
        for name, table in found.items()
    }
    assert column["claims"]["id"] == [claim.id for claim in made.claims]
    assert set(column["claims"]["article"]) <= set(column["articles"]["id"])
    assert set(column["claims"]["cluster"]) - {None} == set(column["clusters"]["id"])
    variants = set(zip(column["clusters"]["id"], column["clusters"]["variant"], strict=True))
    told = zip(column["claims"]["cluster"], column["claims"]["variant"], strict=True)
    assert {pair for pair in told if pair[0]} == variants
    assert sorted(column["origins"]["article"]) == sorted(column["articles"]["id"])
    assert {form for name in made.names for form in name.aliases} <= set(column["names"]["form"])


@pytest.mark.parametrize("name", ["articles", "claims", "clusters", "names", "origins", "owners"])
def test_csv_comes_back_cell_by_cell(name, story):
    content = export(story[0], "csv")[f"{name}.csv"].decode("utf-8")
    table = tables(story[0])[name]
    head, *rows = csv.reader(io.StringIO(content, newline=""))
    assert head == list(table.columns)
    assert len(rows) == len(table.rows)
    for row, expected in zip(rows, table.rows, strict=True):
        for cell, value in zip(row, expected, strict=True):
            assert cell.removeprefix("'") == ("" if value is None else str(value)).removeprefix("'")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_text_in_csv_begins_like_a_formula(begin):
    from newsrecon import Article

    told = reconcile(
        [Article("Rain fell on 3 July 2025.", id=f"{begin}1+1", title=f"{begin}cmd|calc", source=f"{begin}A1")]
    )
    for table in tables(told).values():
        for row in csv.reader(io.StringIO(to_csv(table), newline="")):
            assert not [cell for cell in row if cell.startswith(begin)]
    assert f"'{begin}A1" in to_csv(tables(told)["articles"])


def test_tables_tell_how_a_value_was_picked_and_who_owns_an_outlet(picked):
    found = tables(picked)
    assert found["owners"].rows == picked.owners == (("Echo", "Acme"), ("The Daily", "Acme"))
    columns = list(found["clusters"].columns)
    told = {(row[0], row[columns.index("margin")], row[columns.index("pick")]) for row in found["clusters"].rows}
    assert told == {(cluster.id, cluster.margin, cluster.pick) for cluster in picked}
    assert any(pick for _, _, pick in told)
