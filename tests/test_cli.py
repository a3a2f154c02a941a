"""The command line, from outside: what it writes where, and how it ends."""

from __future__ import annotations

import hashlib
import json
import os
import signal
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


@pytest.mark.parametrize("name", [None, *command.commands])
def test_every_command_explains_itself_and_its_exit_status(name):
    result = run(*filter(None, [name]), "--help")
    assert result.exit_code == 0
    assert "Exit status:" in result.output


@pytest.mark.parametrize("name", [None, *command.commands])
def test_help_gives_examples(name):
    assert "Examples:\n" in run(*filter(None, [name]), "--help").output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract"], "Missing argument"),
        (["extract", "-", "--format", "xml"], "'xml' is not one of"),
        (["reconcile", "-", "--format", "jsonl"], "'jsonl' is not one of"),
        (["extract", "-", "--disable", "quots"], "no plugin is named 'quots'; did you mean 'quotes'?"),
        (["extract", "-", "--disable", "rain"], "no plugin is named 'rain'; there are aliases, "),
        (["extract", "sedes"], "sedes: No such file or directory; did you mean 'seeds'?"),
        (["extract", "-", "--jobs", "0"], "0 is not in the range"),
        (["extract", "-", "--quite"], "Did you mean"),
        (["schema", "claims"], "there is no schema 'claims'; did you mean 'claim'?"),
        (["schema", "rain"], "there is no schema 'rain'; there are article, claim"),
        (["diff", "one.json"], "Missing argument 'NEW'"),
        (["extract", "-", "--output", "/nowhere/at/all.json"], "there is no folder '/nowhere/at'"),
        (["extract", "-", "--output", "/"], "'/' is a folder"),
        (["guess"], "No such command"),
        (["reconcil"], "Did you mean"),
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
    from newsrecon.exports.documents import decode

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
    assert run("extract", "-", "--format", "json", "--output", link, "--force", given=ONE).exit_code == 0
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert json.loads(target.read_text("utf-8"))["articles"]


def test_a_file_stays_as_it_was_when_the_input_is_bad(tmp_path):
    target = tmp_path / "out.json"
    target.write_text("old")
    assert run("extract", "-", "--output", target, "--force", given="{").exit_code == 2
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_stays_as_it_was_when_writing_fails(tmp_path, monkeypatch):
    target = tmp_path / "out.json"
    target.write_text("old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    result = run("extract", "-", "--output", target, "--force", given=ONE)
    assert (result.exit_code, result.stderr) == (2, f"error: {target}: No space left on device\n")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("command", ["extract", "reconcile", "report", "stories"])
def test_a_file_that_is_there_is_not_written_over_unless_asked_for(tmp_path, command):
    target = tmp_path / "out"
    target.write_text("old")
    result = run(command, "-", "--output", target, given=ONE)
    assert result.exit_code == 2
    assert f"{str(target)!r} is there already; --force writes over it" in result.stderr
    assert target.read_text() == "old"
    assert run(command, "-", "--output", target, "--force", given=ONE).exit_code == 0
    assert target.read_text() != "old"


def test_a_folder_that_cannot_be_written_to_is_told_before_the_work(tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != tmp_path)
    result = run("extract", "-", "--output", tmp_path / "out.json", given="not read at all")
    assert result.exit_code == 2
    assert "out.json' cannot be written; look at the permissions of its folder" in result.stderr


def test_a_read_only_file_system_is_told_in_one_sentence_that_names_the_file(tmp_path, monkeypatch):
    def fail(**_):
        raise OSError(30, "Read-only file system", "/some/where/else")

    monkeypatch.setattr("tempfile.mkstemp", fail)
    result = run("extract", "-", "--output", tmp_path / "out.json", given=ONE)
    assert (result.exit_code, result.stderr) == (2, f"error: {tmp_path / 'out.json'}: Read-only file system\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full here")
@pytest.mark.parametrize("more", [[], ["--output", "/dev/full"]])
def test_a_full_disk_is_told_in_one_sentence(more):
    with open("/dev/full", "wb") as full:
        child = subprocess.run(
            [sys.executable, "-m", "newsrecon", "extract", "-", *more],
            input=ONE.encode(),
            stdout=subprocess.DEVNULL if more else full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )
    name = b"/dev/full" if more else b"standard output"
    assert (child.returncode, child.stderr) == (2, b"error: " + name + b": No space left on device\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 128 + signal.SIGTERM)])
def test_an_interrupt_leaves_no_half_written_file(tmp_path, number, status):
    """The program is stopped while it writes: it waits for the rest of a text that never comes."""
    target = tmp_path / "out.json"
    target.write_text("old")
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from newsrecon.cli import files, main\n"
        "def half(path, lines):\n"
        "    path.write_bytes(b'half')\n"
        "    print('now', flush=True)\n"
        "    time.sleep(60)\n"
        "files._fill = half\n"
        "main()\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, "extract", "-", "--format", "json", "--output", str(target), "--force"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(ONE.encode())
    child.stdin.close()
    assert child.stdout.readline() == b"now\n"
    child.send_signal(number)
    assert child.wait(timeout=60) == status
    assert child.stderr is not None
    said = child.stderr.read().decode()
    child.stdout.close()
    child.stderr.close()
    assert said == ("error: interrupted; nothing was written\n" if number == signal.SIGINT else "")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


SLEEPER = """
import sys, time
from newsrecon import hookimpl

@hookimpl
def extract_claims(article):
    sys.stderr.write("asleep\\n")  # at once, for another process writes there, too
    time.sleep(1000)
    return []
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="there are no groups of processes here")
def test_an_interrupt_ends_every_process_that_reads_articles(tmp_path):
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "sleeper.py").write_text(SLEEPER)
    (tmp_path / "articles").mkdir()
    for name in "ab":
        (tmp_path / "articles" / f"{name}.txt").write_text(f"It rained on 3 July 2025 in {name}.")
    arguments = ["extract", "articles", "--jobs", "2", "--plugins-dir", "plugins", "--output", "out.txt"]
    child = subprocess.Popen(
        [sys.executable, "-m", "newsrecon", *arguments], cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True
    )
    assert child.stderr is not None
    assert child.stderr.readline() == b"asleep\n"
    os.killpg(child.pid, signal.SIGINT)
    # The end of the stream comes when no process holds it any more.
    said = child.stderr.read()
    child.stderr.close()
    assert child.wait(timeout=60) == 130
    assert said.endswith(b"error: interrupted; nothing was written\n")
    assert not (tmp_path / "out.txt").exists()


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
    real = newsrecon.load_plugins
    monkeypatch.setattr(
        "newsrecon.plugins.load_plugins",
        lambda strict=False, **_: real([Failing()], entry_points=False, strict=strict),
    )


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
        shown = b""
        while not shown.endswith(b"|"):  # a terminal hands over what it has in pieces
            shown += os.read(ours, 100_000)
        assert (b"reading articles" in shown) is expected
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


def test_who_wants_to_know_is_told_article_by_article():
    result = run("extract", "-", "--format", "jsonl", "--verbose", given=ONE)
    claims = len(result.stdout.splitlines())
    lines = result.stderr.splitlines()
    assert lines[0] == "info: 1 articles from -"
    assert lines[1].startswith("info: 1 from standard input by newsrecon ")
    assert lines[-1] == f"info: {claims} claims from 1"


@pytest.mark.parametrize("command", [["extract", "--format", "json"], ["reconcile", "--format", "json"]])
def test_any_number_of_processes_writes_the_same_bytes(tmp_path, command):
    written = {python_m(*command, SEEDS, "--jobs", jobs).stdout for jobs in (1, 3)}
    assert len(written) == 1


def test_processes_leave_out_the_plugins_they_are_told_to():
    result = python_m("extract", SEEDS, "--format", "jsonl", "--jobs", 2, "--disable", "dates", "--disable", "quotes")
    kinds = {json.loads(line)["kind"] for line in result.stdout.splitlines()}
    assert kinds
    assert kinds.isdisjoint({"date", "quote"})


# ---------------------------------------------------------------- what an earlier run wrote


def test_a_saved_reconciliation_is_read_like_the_articles_it_came_from(tmp_path):
    old, every = tmp_path / "old.json", sorted(SEEDS.glob("*.txt"))
    assert run("reconcile", *every[:2], "--format", "json", "--output", old).exit_code == 0
    assert (
        run("reconcile", old, *every[2:], "--format", "json").stdout
        == run("reconcile", *every, "--format", "json").stdout
    )


def test_stories_cannot_be_told_from_a_saved_document(tmp_path):
    old = tmp_path / "old.json"
    run("reconcile", "-", "--format", "json", "--output", old, given=ONE)
    result = run("reconcile", old, "--group")
    assert result.exit_code == 2
    assert "a saved document has none; give the articles" in result.stderr


def test_a_saved_document_that_is_not_what_it_says_is_told_in_one_sentence(tmp_path):
    old = tmp_path / "old.json"
    old.write_text('{"schema": "newsrecon/99", "claims": []}')
    result = run("reconcile", old)
    assert result.exit_code == 2
    assert result.stderr == f"error: {old}: the document's schema is 'newsrecon/99', not 'newsrecon/1'\n"


def test_diff_tells_what_changed_as_text_and_as_json(tmp_path):
    old, new = tmp_path / "old.json", tmp_path / "new.jsonl"
    other = ONE.replace('"1"', '"2"').replace("3 July", "4 July").replace("The Daily", "The Globe")
    run("reconcile", "-", "--format", "json", "--output", old, given=ONE)
    new.write_text(ONE + other, "utf-8")
    assert run("diff", old, new).stdout.startswith("1 article added, 0 removed · ")
    document = json.loads(run("diff", old, new, "--format", "json").stdout)
    assert document["articles"] == {"added": ["2"], "removed": []}
    assert {claim["mention"]["article"] for claim in document["claims"]["added"]} == {"2"}
    assert run("diff", old, old).stdout == "Nothing changed.\n"


def test_what_was_read_is_written_as_articles_that_are_read_the_same():
    lines = run("read", SEEDS).stdout
    assert run("read", "-", given=lines).stdout.count("\n") == 5
    assert (
        run("reconcile", "-", "--format", "json", given=lines).stdout
        == run("reconcile", SEEDS, "--format", "json").stdout
    )
    for line in map(json.loads, lines.splitlines()):
        digest = hashlib.sha256(line["text"].encode("utf-8", "surrogatepass")).hexdigest()
        assert line["reading"]["digest"] == digest
        assert line["reading"]["reader"].startswith("newsrecon ")


# ---------------------------------------------------------------- export


def test_one_file_goes_to_standard_output_or_to_a_file(tmp_path):
    printed = run("export", "-", "--format", "dot", given=ONE).stdout
    assert printed.startswith("digraph")
    assert run("export", "-", "--format", "dot", "--output", tmp_path / "a.dot", given=ONE).exit_code == 0
    assert (tmp_path / "a.dot").read_text("utf-8") == printed


def test_several_files_go_to_a_folder_that_is_there_whole(tmp_path):
    folder = tmp_path / "tables"
    assert run("export", "-", "--format", "csv", "--output", folder, given=ONE).exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "articles.csv", "claims.csv", "clusters.csv", "names.csv", "origins.csv", "owners.csv",
    ]  # fmt: skip
    assert list(tmp_path.iterdir()) == [folder]


def test_a_folder_with_files_is_not_written_to_unless_asked_for(tmp_path):
    (tmp_path / "claims.csv").write_text("old")
    (tmp_path / "mine.txt").write_text("mine")
    result = run("export", "-", "--format", "csv", "--output", tmp_path, given=ONE)
    assert result.exit_code == 2
    assert "is not empty; --force writes over the files there" in result.stderr
    assert run("export", "-", "--format", "csv", "--output", tmp_path, "--force", given=ONE).exit_code == 0
    assert (tmp_path / "claims.csv").read_text("utf-8").startswith("id,kind")
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_one_of_several_files_can_be_had_alone():
    result = run("export", "-", "--format", "csv", "--file", "claims.csv", given=ONE)
    assert result.stdout.startswith("id,kind,text")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "csv"], "csv is several files; name a folder with --output"),
        (["--format", "csv", "--file", "claim.csv"], "there is no file 'claim.csv', there are articles.csv"),
        (["--format", "dot", "--offsets", "bytes"], "offsets of the format 'dot' are what its own rules say"),
        (["--format", "xml"], "'xml' is not one of"),
    ],
)
def test_what_cannot_be_exported_is_told_in_one_sentence(arguments, message):
    result = run("export", "-", *arguments, given=ONE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_saved_reconciliation_is_exported_without_its_texts(tmp_path):
    saved = tmp_path / "saved.json"
    run("reconcile", "-", "--format", "json", "--output", saved, given=ONE)
    assert run("export", saved, "--format", "json").stdout == saved.read_text("utf-8")
    result = run("export", saved, "--format", "brat", "--output", tmp_path / "brat")
    assert result.exit_code == 2
    assert "takes the texts, and that of article '1' is not here" in result.stderr


@pytest.mark.parametrize("name", ["article", "claim", "extraction", "reconciliation", "stories", "changes"])
def test_schema_prints_what_is_published(name):
    assert run("schema", name).stdout == Path(f"docs/schema/{name}.json").read_text("utf-8")


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
    assert ours <= {"newsrecon.errors", "newsrecon.garbage"}
    assert loaded.isdisjoint({"cattrs", "jinja2", "pluggy", "rapidfuzz", "regex", "rich", "sentencex"})
