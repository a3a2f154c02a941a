"""Every format by its name: what all of them have in common."""

from __future__ import annotations

import json

import pytest

from newsrecon import Article, Reconciliation, decode, export, reconcile
from newsrecon.cli import export as command
from newsrecon.exports.formats import FORMATS, file_names
from newsrecon.exports.offsets import UNITS


def test_the_command_line_knows_the_formats_there_are():
    assert tuple(FORMATS) == command.FORMATS
    assert tuple(UNITS) == command.UNITS
    assert set(command.SEVERAL_FILES) == {one.name for one in FORMATS.values() if one.several}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_writes_any_story_and_the_same_bytes_again(form, story):
    made, articles = story
    files = export(made, form, articles=articles)
    assert files == export(made, form, articles=reversed(articles))
    assert FORMATS[form].several or len(files) == 1
    for name, content in files.items():
        assert "/" not in name
        if form != "sqlite":
            content.decode("utf-8")


def test_a_format_that_is_not_there_is_named_with_what_may_be_meant():
    with pytest.raises(ValueError, match="no format is named 'jsn'; did you mean 'json'"):
        export(reconcile([]), "jsn")
    with pytest.raises(ValueError, match="no format is named 'xyz'; there are json, jsonl"):
        export(reconcile([]), "xyz")


@pytest.mark.parametrize("form", [one.name for one in FORMATS.values() if one.needs_texts])
def test_what_shows_texts_says_which_is_missing(form, made):
    with pytest.raises(ValueError, match=f"the format '{form}' takes the texts, and that of article '000' is not here"):
        export(made, form)


def test_the_document_reads_back(made):
    (content,) = export(made, "json").values()
    assert decode(Reconciliation, json.loads(content)) == made


# ---------------------------------------------------------------- offsets

RAIN = Article("\U0001f327 Grüße on 3 July 2025. “It’s \ud800 rain,” said Ann Poe, according to Reuters.", id="a")


def _slice(text, start, end, unit):
    """What another language would cut out of a text with these offsets."""
    encoding, width = {"code points": ("utf-32-le", 4), "utf-16": ("utf-16-le", 2), "bytes": ("utf-8", 1)}[unit]
    data = text.encode(encoding, "surrogatepass")
    return data[start * width : end * width].decode(encoding, "surrogatepass")


def _spans(part):
    if isinstance(part, dict):
        if "start" in part and "text" in part:
            yield part["start"], part["end"], part["text"]
        for inner in part.values():
            yield from _spans(inner)
    if isinstance(part, list):
        for inner in part:
            yield from _spans(inner)


@pytest.mark.parametrize("unit", UNITS)
def test_offsets_cut_the_same_words_in_every_unit_and_say_which(unit):
    (content,) = export(reconcile(RAIN), "json", articles=[RAIN], offsets=unit).values()
    document = json.loads(content)
    assert document["offsets"] == unit
    spans = list(_spans(document["claims"])) + list(_spans([cluster["variants"] for cluster in document["clusters"]]))
    assert len(spans) > 5
    for start, end, text in spans:
        assert _slice(RAIN.text, start, end, unit) == text
    (credit,) = document["articles"][0]["credits"]
    assert "according to Reuters" in _slice(RAIN.text, credit["start"], credit["end"], unit)


@pytest.mark.parametrize("unit", ["utf-16", "bytes"])
def test_claims_in_lines_each_say_what_they_count_in(unit):
    (content,) = export(reconcile(RAIN), "jsonl", articles=[RAIN], offsets=unit).values()
    claims = [json.loads(line) for line in content.splitlines()]
    assert {claim["offsets"] for claim in claims} == {unit}
    for claim in claims:
        for start, end, text in _spans(claim):
            assert _slice(RAIN.text, start, end, unit) == text


def test_offsets_in_other_units_are_not_read_back_as_code_points():
    (content,) = export(reconcile(RAIN), "json", articles=[RAIN], offsets="bytes").values()
    with pytest.raises(ValueError, match="offsets are read in code points, not in 'bytes'"):
        decode(Reconciliation, json.loads(content))


def test_offsets_that_cannot_be_counted_are_an_error():
    made = reconcile(RAIN)
    with pytest.raises(ValueError, match="offsets in bytes take the texts, and that of article 'a' is not here"):
        export(made, "json", offsets="bytes")
    with pytest.raises(ValueError, match="offsets are counted in code points, utf-16, bytes, not in 'words'"):
        export(made, "json", articles=[RAIN], offsets="words")
    with pytest.raises(ValueError, match="offsets of the format 'csv' are what its own rules say"):
        export(made, "csv", articles=[RAIN], offsets="bytes")


@pytest.mark.parametrize(
    ("ids", "kept"),
    [
        (["001", "a b.c"], {"001", "a b.c"}),
        (["../etc", "a/b", ".hidden", "nul\x00", "", "é", "a."], set()),
        (["a", "A"], set()),
    ],
)
def test_names_of_files_are_ids_where_any_system_takes_them_and_never_clash(ids, kept):
    names = file_names(ids)
    assert {name for name, file in names.items() if file == name} == kept
    assert len({file.casefold() for file in names.values()}) == len(ids)
