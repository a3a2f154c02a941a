"""Names given beforehand: as values, and read from files."""

from __future__ import annotations

import pytest

from newsrecon import KnownName, ReadError, decode, encode, read_names

TABLE = """name,id,aliases,type,note
Anna Berg,Q101,A. K. Berg; Anna Berg-Lund,person,mayor
"Tarn, Olga",Q102,,person,
Harbour Board,,,organization,
,,,,
"""
LINES = """{"name": "Anna Berg", "id": "Q101", "aliases": ["A. K. Berg", "Anna Berg-Lund"], "type": "person"}

{"name": "Tarn, Olga", "id": "Q102", "type": "person", "note": 3}
{"name": "Harbour Board", "id": "", "type": "organization"}
"""


@pytest.fixture
def file(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return path

    return write


@pytest.mark.parametrize(
    ("name", "text"), [("names.csv", TABLE), ("names.CSV", "\ufeff" + TABLE), ("names.jsonl", LINES)]
)
def test_a_table_and_json_lines_tell_the_same(file, name, text):
    assert read_names(file(name, text)) == (
        KnownName("Anna Berg", id="Q101", aliases=("A. K. Berg", "Anna Berg-Lund"), type="person"),
        KnownName("Tarn, Olga", id="Q102", type="person"),
        KnownName("Harbour Board", type="organization"),
    )


@pytest.mark.parametrize(
    ("name", "text", "message", "line"),
    [
        ("names.txt", "", "not a kind of file that names are read from: expected .csv or .jsonl", None),
        ("names.csv", "label,id\n", "the table has no column 'name', only 'label', 'id'", 1),
        ("names.csv", "name,type\nAnna Berg,woman\n", "not 'woman'", 2),
        ("names.csv", "name,id\n,Q1\n", "a name is a string that is not empty, not ''", 2),
        ("names.jsonl", '{"name": "Anna"}\n{"name"\n', "not valid JSON: Expecting ':' delimiter", 2),
        ("names.jsonl", '["Anna"]\n', "a known name is an object with a name, not ['Anna']", 1),
        ("names.jsonl", '{"name": 7}\n', "a name is a string that is not empty, not 7", 1),
        ("names.jsonl", '{"name": "Anna", "aliases": [3]}\n', "3", 1),
        ("names.jsonl", '{"name": "Anna", "aliases": {}}\n', "the aliases of a name are a list of strings, not {}", 1),
        ("names.jsonl", '{"name": "Anna", "id": 101}\n', "the id of a name is a string or None, not 101", 1),
        ("names.jsonl", b"\xff\xfe\xff", "not UTF-8", None),
    ],
)
def test_what_is_not_as_it_should_be_is_told_with_its_line(file, name, text, message, line):
    with pytest.raises(ReadError) as caught:
        read_names(file(name, text))
    assert message in str(caught.value)
    assert caught.value.line == line


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ReadError, match="No such file"):
        read_names(tmp_path / "none.csv")


def test_one_alias_may_be_given_as_a_string():
    assert KnownName("Anna Berg", aliases="Berg").aliases == ("Berg",)


def test_a_known_name_survives_json():
    known = KnownName("Anna Berg", id="Q101", aliases=("Berg",), type="person")
    assert decode(KnownName, encode(known)) == known
