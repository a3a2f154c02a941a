"""The command line, from outside: what it writes where, and how it ends."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import newsrecon
from newsrecon.cli import command

SEEDS = Path(__file__).parents[1] / "seeds"
ONE = '{"id": "1", "text": "“It rained on 3 July 2025,” said Ann Poe.", "published": "2025-07-04", "source": "The Daily"}\n'


def run(*arguments, given=None):
    return CliRunner().invoke(command, list(map(str, arguments)), input=given)


def python_m(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "newsrecon", *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=120,
        **options,
    )


# ---------------------------------------------------------------- help


def test_the_version_is_that_of_the_package():
    from importlib.metadata import version

    assert run("--version").output == f"newsrecon {version('newsrecon')}\n"


@pytest.mark.parametrize("name", [None, "extract", "reconcile", "report", "explain", "stories", "plugins"])
def test_every_command_explains_itself_and_its_exit_status(name):
    result = run(*filter(None, [name]), "--help")
    assert result.exit_code == 0
    assert "Exit status:" in result.output


@pytest.mark.parametrize("name", [None, "extract", "reconcile", "report", "explain", "stories"])
def test_help_gives_examples(name):
    assert "Examples:\n" in run(*filter(None, [name]), "--help").output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract"], "Missing argument"),
        (["extract", "-", "--format", "xml"], "'xml' is not one of"),
        (["reconcile", "-", "--format", "jsonl"], "'jsonl' is not one of"),
        (["extract", "-", "--disable", "quots"], "no plugin is named 'quots'"),
        (["extract", "-", "--output", "/nowhere/at/all.json"], "there is no folder '/nowhere/at'"),
        (["extract", "-", "--output", "/"], "'/' is a folder"),
        (["guess"], "No such command"),
    ],
)
def test_wrong_arguments_end_with_status_2(arguments, message):
    result = run(*arguments, given=ONE)
    assert result.exit_code == 2
    assert message in result.stderr


# ---------------------------------------------------------------- extract and reconcile


def test_extract_writes_one_claim_a_line_with_the_words_it_rests_on():
    text = json.loads(ONE)["text"]
    claims = [json.loads(line) for line in run("extract", "-", "--format", "jsonl", given=ONE).stdout.splitlines()]
    assert {"date", "quote", "alias"} <= {claim["kind"] for claim in claims}
    for claim in claims:
        mention = claim["mention"]
        assert text[mention["start"] : mention["end"]] == mention["text"]
        assert (mention["article"], mention["source"]) == ("1", "The Daily")


def test_extract_writes_a_document_that_reads_back():
    from newsrecon.export import decode

    result = run("extract", SEEDS, "--format", "json")
    extraction = decode(newsrecon.Extraction, json.loads(result.stdout))
    assert {record.id for record in extraction.records} == {"000", "001", "002", "003", "004"}
    assert len(extraction) > 0


def test_reconcile_writes_one_document():
    result = run("reconcile", SEEDS, "--format", "json")
    document = json.loads(result.stdout)
    assert document["schema"] == "newsrecon/1"
    assert [article["id"] for article in document["articles"]] == ["000", "001", "002", "003", "004"]


def test_stories_writes_one_document_with_every_article_in_one_story():
    document = json.loads(run("stories", SEEDS, "--format", "json").stdout)
    assert document["schema"] == "newsrecon/1"
    assert [story["articles"] for story in document["stories"]] == [["000", "001", "002", "003", "004"]]
    assert "5 articles · 1 story" in run("stories", SEEDS).stdout


def test_explain_finds_a_cluster_by_its_words_or_the_beginning_of_its_id():
    by_words = run("explain", "In April, Moscow removed the group", SEEDS).stdout
    assert "[date]" in by_words
    document = json.loads(run("reconcile", SEEDS, "--format", "json").stdout)
    chosen = document["clusters"][0]["id"]
    assert f"({chosen})" in run("explain", chosen[:12], SEEDS).stdout


def test_explain_says_so_where_no_cluster_is_meant():
    result = run("explain", "no such words", SEEDS)
    assert result.exit_code == 2
    assert "no cluster has an id that begins with 'no such words', or these words" in result.output


def test_stories_of_nothing_are_none(tmp_path):
    assert json.loads(run("stories", "-", "--format", "json", given="").stdout)["stories"] == []
    assert run("stories", "-", given="").stdout == "0 articles · 0 stories\n"


def test_reconcile_sorts_into_stories_when_asked():
    other = '{"id": "2", "text": "The harbour bridge at Sund was opened by the queen.", "published": "2025-07-04"}\n'
    document = json.loads(run("reconcile", "-", "--format", "json", "--group", given=ONE + other).stdout)
    assert len({article["story"] for article in document["articles"]}) == 2


def test_text_is_for_people_and_the_default():
    assert "Pecohub" in run("reconcile", SEEDS).stdout
    assert "Pecohub" in run("extract", SEEDS).stdout


def test_a_plugin_can_be_left_out():
    result = run("extract", "-", "--format", "jsonl", "--disable", "aliases", "--disable", "quotes", given=ONE)
    assert {json.loads(line)["extractor"] for line in result.stdout.splitlines()}.isdisjoint({"aliases", "quotes"})


def test_lone_surrogates_come_out_as_escapes():
    given = json.dumps({"id": "1", "text": "“It rained \ud800 on 3 July 2025,” said Ann Poe."})
    result = python_m("extract", "-", "--format", "jsonl", input=given.encode())
    assert result.returncode == 0
    claims = [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]
    assert any("\ud800" in claim["mention"]["text"] for claim in claims)


def test_the_output_is_the_same_whatever_the_hash_seed():
    outputs = {
        python_m("reconcile", SEEDS, "--format", "json", env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in "12"
    }
    assert len(outputs) == 1


# ---------------------------------------------------------------- where output goes


def test_output_goes_to_a_file_as_it_would_go_to_standard_output(tmp_path):
    target = tmp_path / "out.jsonl"
    result = run("extract", "-", "--format", "jsonl", "--output", target, given=ONE)
    assert result.stdout == ""
    assert target.read_text("utf-8") == run("extract", "-", "--format", "jsonl", given=ONE).stdout
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path):
    target, link = tmp_path / "out.json", tmp_path / "link.json"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    assert run("extract", "-", "--format", "json", "--output", link, given=ONE).exit_code == 0
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert json.loads(target.read_text("utf-8"))["articles"]


def test_a_file_stays_as_it_was_when_the_input_is_bad(tmp_path):
    target = tmp_path / "out.json"
    target.write_text("old")
    assert run("extract", "-", "--output", target, given="{").exit_code == 2
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_stays_as_it_was_when_writing_fails(tmp_path, monkeypatch):
    target = tmp_path / "out.json"
    target.write_text("old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    result = run("extract", "-", "--output", target, given=ONE)
    assert (result.exit_code, result.stderr) == (2, "error: No space left on device\n")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_dash_as_output_is_standard_output():
    assert run("extract", "-", "-o", "-", "--format", "jsonl", given=ONE).stdout.startswith("{")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_regular_file_is_written_to_directly(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        result = python_m("extract", "-", "--format", "jsonl", "--output", pipe, input=ONE.encode())
        assert result.returncode == 0, result.stderr
        assert reader.communicate(timeout=60)[0].startswith(b"{")


def test_a_reader_that_goes_away_ends_the_program_quietly():
    child = subprocess.Popen(
        [sys.executable, "-m", "newsrecon", "extract", str(SEEDS), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.close()
    _, said = child.communicate(timeout=120)
    assert (child.returncode, said) == (0, b"")


# ---------------------------------------------------------------- how the run went


class Failing:
    """A plugin that always fails."""

    __name__ = "failing"

    @staticmethod
    @newsrecon.hookimpl
    def extract_claims(article):
        raise RuntimeError("no \x1b[31m luck")


@pytest.fixture
def failing_plugin(monkeypatch):
    monkeypatch.setattr(
        "newsrecon.plugins.load_plugins",
        lambda strict=False, **_: real([Failing()], entry_points=False, strict=strict),
    )
    real = newsrecon.load_plugins


@pytest.mark.usefixtures("failing_plugin")
def test_a_plugin_that_fails_is_told_in_one_line_and_stops_nothing():
    result = run("extract", "-", "--format", "jsonl", given=ONE)
    assert (result.exit_code, result.stdout) == (0, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(r"error: RuntimeError: no \x1b[31m luck (test_cli.py, line ")
    assert line.endswith("(plugin failing, article 1)")


@pytest.mark.usefixtures("failing_plugin")
def test_a_plugin_that_fails_stops_a_strict_run_and_shows_where():
    result = run("extract", "-", "--strict", given=ONE)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "RuntimeError: no" in result.stderr
    assert "raised by the newsrecon plugin 'failing' on article '1'" in result.stderr


def test_a_failure_of_the_program_itself_is_one_line_without_a_traceback(monkeypatch):
    def fail(*_, **__):
        raise KeyError("oops")

    monkeypatch.setattr("newsrecon.extraction.extract", fail)
    result = run("extract", "-", given=ONE)
    assert result.exit_code == 1
    assert result.stderr == "error: the program failed: KeyError: 'oops'; run again with --strict to see where\n"
    assert "Traceback" in run("extract", "-", "--strict", given=ONE).stderr


def test_warnings_are_one_line_each_and_can_be_silenced(tmp_path):
    (tmp_path / "a.txt").write_bytes("“Grüß”".encode("cp1252"))
    (tmp_path / "b.json").write_text("{")
    loud, quiet = (run("extract", tmp_path, *more) for more in ((), ("--quiet",)))
    assert [line.partition(":")[0] for line in loud.stderr.splitlines()] == ["error", "warning"]
    assert [line.partition(":")[0] for line in quiet.stderr.splitlines()] == ["error"]


def test_progress_is_shown_where_someone_is_watching(monkeypatch):
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    arguments = [sys.executable, "-m", "newsrecon", "extract", str(SEEDS), "--format", "jsonl"]
    for more, expected in (([], True), (["--quiet"], False)):
        environment = {**os.environ, "TERM": "xterm"}
        child = subprocess.run(
            [*arguments, *more], stdout=subprocess.PIPE, stderr=theirs, check=True, env=environment, timeout=120
        )
        os.write(theirs, b"|")
        assert (b"reading articles" in os.read(ours, 100_000)) is expected
        assert child.stdout.startswith(b"{")
    os.close(ours)
    os.close(theirs)


# ---------------------------------------------------------------- names that are known


def test_names_given_in_a_file_have_their_identifiers(tmp_path):
    (tmp_path / "names.csv").write_text("name,id\nTaliban,Q1\n")
    document = json.loads(run("reconcile", SEEDS, "--format", "json", "--names", tmp_path / "names.csv").stdout)
    assert [(name["name"], name["id"]) for name in document["names"] if name["id"]] == [("Taliban", "Q1")]
    assert document["known_names"] == [{"name": "Taliban", "id": "Q1", "aliases": [], "type": None}]


def test_a_file_of_names_that_cannot_be_read_is_an_error(tmp_path):
    result = run("reconcile", SEEDS, "--names", tmp_path / "none.csv")
    assert result.exit_code == 2
    assert "none.csv: No such file" in result.stderr


# ---------------------------------------------------------------- plugins


def test_plugins_are_listed_with_what_they_do():
    lines = run("plugins").stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted(line.split()[0] for line in lines)
    assert any(line.startswith("quotes ") and "extract_claims" in line for line in lines)


def test_plugins_are_listed_as_json_with_the_reason_why_one_is_off(monkeypatch):
    monkeypatch.setenv("NEWSRECON_LOAD_PLUGINS", "quotes")
    infos = {info["name"]: info for info in json.loads(run("plugins", "--json").stdout)}
    assert infos["quotes"]["enabled"] is True
    assert infos["aliases"]["enabled"] is False
    assert "NEWSRECON_LOAD_PLUGINS" in infos["aliases"]["reason"]


def test_help_comes_at_once_since_it_imports_nothing_that_reads_articles():
    code = (
        "import sys, newsrecon.cli\n"
        "try: newsrecon.cli.main()\n"
        "finally: print(*sorted(name for name in sys.modules if '.' not in name or name.startswith('newsrecon')))"
    )
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, check=True, text=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    ours = {name for name in loaded if name.startswith("newsrecon.") and not name.startswith("newsrecon.cli")}
    assert ours <= {"newsrecon.errors"}
    assert loaded.isdisjoint({"cattrs", "jinja2", "pluggy", "rapidfuzz", "regex", "rich", "sentencex"})
