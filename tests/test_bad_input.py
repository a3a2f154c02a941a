"""Input that is empty, broken, hostile or contradictory ends in a valid result or in one sentence with exit status 2."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from newsrecon import Article, Claim, Extraction, ReadError, dumps, extract, read_names, reconcile
from newsrecon.cli import command
from newsrecon.reading import read
from newsrecon.records import record

GOOD = '{"id": "good", "text": "It rained on 3 July 2025.", "published": "2025-07-04"}\n'


def run(*arguments, given=None):
    return CliRunner().invoke(command, list(map(str, arguments)), input=given)


def refused(result, *parts):
    """One line on standard error that says all of this, nothing on standard output, exit status 2."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1
    return all(part in lines[0] for part in parts)


# ---------------------------------------------------------------- hostile texts

TEXTS = {
    "empty": "",
    "one character": "A",
    "one mark": "“",
    "white space": " \n\t\u3000\r\n",
    "lone surrogates": "He said \ud83d “so \udc00” on 3 July 2025.",
    "NUL": "It\x00 rained\x00 on 3 July 2025.\x00",
    "bidirectional controls": "\u202eIt rained\u202c on \u20673 July 2025\u2069.",
    "CRLF": "Rain falls\r\n\r\nIt rained on 3 July 2025.\r\n“No,” said Ann Poe.\r\n",
    "binary noise": bytes(range(256)).decode("latin-1") * 20,
    "combining characters": "I\u0307t ra\u0301ined" + "\u0301" * 500 + " on 3 July 2025.",
    "a long line": "On 3 July 2025 Ann Poe said “it rained” and left. " * 400,
    "a long word": "a" * 50_000,
    "marks only": "“‘\"'«»„".center(5000, "("),
}


@pytest.mark.parametrize("name", TEXTS)
def test_any_text_is_extracted_and_reconciled(name):
    article = Article(TEXTS[name], id="a", published="2025-07-04")
    extraction = extract(article)
    assert [item for item in extraction.diagnostics if item.level == "error"] == []
    for claim in extraction:
        assert claim.mention.span.of(article.text) == claim.mention.text
    assert [record.id for record in reconcile(extraction).extraction.records] == ["a"]


@pytest.mark.parametrize("name", TEXTS)
def test_any_text_ends_in_valid_json_on_the_command_line(name):
    result = run("extract", "-", "--format", "json", given=json.dumps({"id": "a", "text": TEXTS[name]}))
    assert result.exit_code == 0, result.output
    assert [article["id"] for article in json.loads(result.stdout)["articles"]] == ["a"]


def test_a_line_of_five_megabytes_is_read_to_its_end(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("Rain fell again. " * 310_000 + "It stopped on 3 July 2025.", encoding="utf-8")
    (article,) = read(path).articles
    assert len(article.text) > 5_000_000
    assert article.sentences[-1].of(article.text) == "It stopped on 3 July 2025."
    assert len(article.sentences) == 310_001


# ---------------------------------------------------------------- files and folders


def test_mixed_encodings_in_a_folder_are_all_read(tmp_path):
    for name, encoding in (("a", "utf-8"), ("b", "cp1252"), ("c", "utf-16"), ("d", "utf-8-sig")):
        (tmp_path / f"{name}.txt").write_text("“Grüß Gott,” said Ann.", encoding=encoding)
    reading = read(tmp_path)
    assert {article.text for article in reading.articles} == {"“Grüß Gott,” said Ann."}
    assert [item.message for item in reading.diagnostics] == [f"{tmp_path / 'b.txt'}: not UTF-8; read as Windows-1252"]


def test_a_file_that_is_not_there_is_told_in_one_sentence(tmp_path):
    assert refused(run("extract", tmp_path / "none.txt"), "none.txt: No such file or directory")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is unreadable here")
def test_a_file_that_must_not_be_read_is_told_in_one_sentence(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("It rained.")
    path.chmod(0)
    assert refused(run("extract", path), "secret.txt: Permission denied")


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("It rained.")

    def fail(self):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr("pathlib.Path.read_bytes", fail)
    assert refused(run("extract", path), "a.txt: Permission denied")


def test_a_folder_without_articles_is_told_in_one_sentence(tmp_path):
    (tmp_path / "notes.md").write_text("nothing")
    assert refused(run("reconcile", tmp_path), "the folder holds no articles", ".txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    (tmp_path / "a.jsonl").write_text(GOOD)
    os.mkfifo(tmp_path / "b.txt")
    assert [article.id for article in read(tmp_path).articles] == ["good"]


@pytest.mark.parametrize("stream", ["<&-", ">&-"])
def test_a_standard_stream_that_is_closed_is_told_in_one_sentence(stream):
    command = f"{sys.executable} -m newsrecon extract - {stream}"
    done = subprocess.run(command, shell=True, input=GOOD, capture_output=True, text=True)
    name = "standard input" if stream == "<&-" else "standard output"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"error: {name}: closed\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no disk is always full here")
def test_help_for_a_full_disk_is_told_in_one_sentence():
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "newsrecon", "--help"], stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (2, b"error: standard output: No space left on device\n")


@pytest.mark.parametrize("seconds", ["nan", "inf"])
def test_a_time_limit_that_is_none_is_refused(seconds):
    result = run("plugins", "--isolate", seconds)
    assert result.exit_code == 2
    assert f"a time limit is above zero seconds and finite, not {seconds}" in result.stderr


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "line 1: the table has no column 'name', being empty"),
        ("name;id\nAnna;1\n", "line 1: the table has no column 'name', only 'name;id'"),
        ("x" * 200_000, "line 1: not a table: field larger than field limit"),
    ],
)
def test_a_table_of_names_that_is_none_is_told_in_one_sentence(tmp_path, table, said):
    (tmp_path / "a.jsonl").write_text(GOOD)
    (tmp_path / "names.csv").write_text(table)
    assert refused(run("reconcile", tmp_path / "a.jsonl", "--names", tmp_path / "names.csv"), "names.csv", said)


def test_a_name_in_a_table_may_hold_marks_that_end_lines_elsewhere(tmp_path):
    (tmp_path / "names.csv").write_text("name,id\nAnna\u2028Berg,7\n", "utf-8")
    assert [(one.name, one.id) for one in read_names(tmp_path / "names.csv")] == [("Anna\u2028Berg", "7")]


def test_a_file_of_bytes_is_no_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\x00\xff\x00\xfe" * 40)
    assert refused(run("extract", tmp_path / "a.txt"), "a.txt", "not a text", "bytes of value 0")


def test_a_kind_of_file_that_is_not_known_is_told_in_one_sentence(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    assert refused(run("extract", path), "a.pdf", "not a kind of file that can be read", ".html")


def test_one_bad_file_among_many_costs_that_file_and_a_diagnostic(tmp_path):
    (tmp_path / "a.jsonl").write_text(GOOD)
    (tmp_path / "b.json").write_text("{")
    reading = read(tmp_path)
    assert [article.id for article in reading.articles] == ["good"]
    assert [
        (item.level, "b.json, line 1, column 2: not valid JSON" in item.message) for item in reading.diagnostics
    ] == [("error", True)]
    result = run("extract", tmp_path, "--format", "jsonl")
    assert result.exit_code == 0
    assert sum("b.json" in line for line in result.stderr.splitlines()) == 1


def test_one_bad_file_among_many_stops_a_strict_run(tmp_path):
    (tmp_path / "a.jsonl").write_text(GOOD)
    (tmp_path / "b.json").write_text("{")
    assert refused(run("extract", tmp_path, "--strict"), "b.json, line 1, column 2")


def test_several_bad_files_and_no_good_one_are_all_listed(tmp_path):
    (tmp_path / "a.json").write_text("{")
    (tmp_path / "b.json").write_text('{"text": 5}')
    with pytest.raises(ExceptionGroup) as caught:
        read(tmp_path)
    assert [type(error) for error in caught.value.exceptions] == [ReadError, ReadError]
    result = run("extract", tmp_path)
    assert result.exit_code == 2
    assert [line.partition(": ")[2].rpartition(os.sep)[2] for line in result.stderr.splitlines()] == [
        "a.json, line 1, column 2: not valid JSON: Expecting property name enclosed in double quotes",
        "b.json: the text of an article is a string, not 5",
    ]


# ---------------------------------------------------------------- JSON


def test_invalid_json_on_line_17_is_told_with_file_line_and_column(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(GOOD * 16 + '{"id": "x", text: "It rained."}\n' + GOOD)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert (caught.value.path, caught.value.line, caught.value.column) == (str(path), 17, 13)
    assert refused(run("extract", path), "a.jsonl, line 17, column 13: not valid JSON")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[" * 100_000, "standard input: not valid JSON: nested too deeply"),
        ('{"text": ' + "[" * 100_000, "standard input, line 1: not valid JSON: nested too deeply"),
        ('{"text": ' + "9" * 5000 + "}", "standard input, line 1: not valid JSON: Exceeds the limit"),
        ("5", "standard input, line 1: an article is an object with a text, not 5"),
        ('{"id": "1"}', "standard input, line 1: an article has a text; this one has only 'id'"),
        ('{"text": "x", "published": "03/07/25"}', "standard input, line 1: published is an ISO date"),
        ('{"text": "x", "published": "2025-13-40"}', "not '2025-13-40'"),
    ],
)
def test_a_line_that_is_no_article_is_told_in_one_sentence(line, message):
    result = run("extract", "-", given=line)
    assert refused(result, message), result.stderr


def test_two_articles_with_one_id_and_different_text_are_told_in_one_sentence():
    given = GOOD + GOOD.replace("rained", "snowed")
    assert refused(run("reconcile", "-", given=given), "two different articles have the id 'good'")


def test_no_articles_on_standard_input_give_an_empty_valid_answer():
    for kind, form in (
        ("extract", "jsonl"),
        ("extract", "json"),
        ("extract", "text"),
        ("reconcile", "json"),
        ("reconcile", "text"),
    ):
        result = run(kind, "-", "--format", form, given="\n")
        assert result.exit_code == 0, (kind, form, result.output)
        if form == "json":
            assert json.loads(result.stdout)["articles"] == []


def test_a_message_shows_control_characters_as_escapes(tmp_path):
    assert refused(run("extract", tmp_path / "a\x1b[31m\u202e.txt"), r"a\x1b[31m\u202e.txt: No such file")


def test_a_name_of_a_file_that_is_not_text_is_accepted(tmp_path):
    name = os.path.join(os.fsencode(tmp_path), b"\xff.txt")
    try:
        with open(name, "wb") as file:
            file.write(b"It rained.")
    except OSError:
        pytest.skip("this file system takes names of text only")
    result = subprocess.run(
        [sys.executable, "-m", "newsrecon", "extract", str(tmp_path), "--format", "json"],
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert [article["id"] for article in json.loads(result.stdout)["articles"]] == ["\udcff"]


# ---------------------------------------------------------------- stories of every size and script


def test_a_story_of_ten_thousand_claims_is_reconciled_and_shown(tmp_path):
    """Claims of a kind of no matcher, each of its own subject, so that what is tried is their number."""
    text = "".join(f"Item {number} weighs {number % 7} tons.\n" for number in range(10_000))
    article = Article(text, id="a", source="The Daily")
    starts = [0, *(place + 1 for place, letter in enumerate(text) if letter == "\n")]
    claims = tuple(
        Claim("weight", f"item {number}", {"tons": number % 7}, article.mention(start, start + 4))
        for number, start in enumerate(starts[:10_000])
    )
    made = reconcile(Extraction(claims, records=(record(article),)))
    assert len(made) == len(claims) == 10_000
    document = tmp_path / "made.json"
    document.write_text(dumps(made), "utf-8")
    result = run("export", document, "--format", "csv", "--file", "claims.csv")
    assert result.exit_code == 0
    assert result.stdout.count("\n") == 10_001


NOTHING = '{"id": "1", "text": "Rain."}\n'
RIGHT_TO_LEFT = (
    '{"id": "1", "text": "قال الوزير: «لن نتراجع» في 3 July 2025.", "source": "الجزيرة"}\n'
    '{"id": "2", "text": "הגשר נסגר ב-3 July 2025."}\n'
)


@pytest.mark.parametrize(
    "given", [NOTHING, GOOD, RIGHT_TO_LEFT], ids=["no claims at all", "one article only", "right to left"]
)
@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "--format", "json"),
        ("reconcile", "--format", "json"),
        ("reconcile",),
        ("report",),
        ("stories",),
        *(("export", "--format", form) for form in ("json", "jsonl", "web-annotation", "schema-org", "dot", "mermaid")),
    ],
    ids=" ".join,
)
def test_a_story_that_is_hardly_one_is_shown_by_every_command(given, arguments):
    command, *more = arguments
    result = run(command, "-", *more, given=given)
    assert (result.exit_code, result.stderr) == (0, "")
    if "json" in more or "schema-org" in more:
        json.loads(result.stdout)


@pytest.mark.parametrize(
    "name", ["two words.txt", "line\nbreak.txt", "-dash.txt", "\u202etxt.evil.txt", "'quote\".txt", "a\tb.txt"]
)
def test_names_of_files_may_hold_anything(tmp_path, name):
    folder = tmp_path / "a folder\nwith a name"
    folder.mkdir()
    try:
        (folder / name).write_text("It rained on 3 July 2025, said Ann Poe.", "utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    for given in (folder, folder / name):
        document = json.loads(run("reconcile", given, "--format", "json").stdout)
        assert [article["id"] for article in document["articles"]] == [name.removesuffix(".txt")]
    written = tmp_path / "out put\n"
    assert run("export", folder, "--format", "brat", "--output", written).exit_code == 0
    assert len(list(written.iterdir())) == 3
    shown = run("reconcile", folder).stdout
    assert "\u202e" not in shown
    assert "line\nbreak" not in shown
