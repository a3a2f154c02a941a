"""A new plugin is whole: it installs, keeps every promise, and is listed."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from newsrecon.cli import command
from newsrecon.scaffold import check_plugin_name, write_distribution


def _python(*arguments, site=None, **options):
    environment = {**os.environ, **({"PYTHONPATH": str(site)} if site else {})}
    return subprocess.run(
        [sys.executable, *map(str, arguments)], env=environment, capture_output=True, text=True, check=False, **options
    )


def test_a_new_plugin_installs_passes_its_tests_and_is_listed(tmp_path):
    made = CliRunner().invoke(command, ["plugin", "new", "bird-strikes", "--in", str(tmp_path)])
    assert made.exit_code == 0, made.output
    place, site = tmp_path / "newsrecon-bird-strikes", tmp_path / "site"
    assert sorted(made.stdout.split()) == sorted(str(path) for path in place.rglob("*") if path.is_file())
    offline = ["--no-index", "--no-build-isolation", "--no-deps", "--quiet", "--disable-pip-version-check"]
    installed = _python("-m", "pip", "install", *offline, "--target", site, place)
    assert installed.returncode == 0, installed.stderr
    tested = _python("-m", "pytest", "-q", "-p", "no:cacheprovider", site=site, cwd=place)
    assert tested.returncode == 0, tested.stdout
    listed = _python("-m", "newsrecon", "plugins", "--json", site=site, cwd=tmp_path)
    (info,) = (one for one in json.loads(listed.stdout) if one["name"] == "bird-strikes")
    assert (info["distribution"], info["version"], info["enabled"]) == ("newsrecon-bird-strikes", "0.1.0", True)
    assert (info["kinds"], info["hooks"]) == (["bird_strikes"], ["extract_claims", "register_matchers"])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "lower-case letters and digits"),
        ("Quakes", "not 'Quakes'"),
        ("bird_strikes", "joined by hyphens"),
        ("-quakes", "joined by hyphens"),
        ("quakes-", "joined by hyphens"),
        ("../quakes", "joined by hyphens"),
        ("q" * 41, "40 lower-case letters"),
        ("quäkes", "lower-case letters"),
        ("quakes\n", "lower-case letters"),
        ("newsrecon-quakes", "goes without 'newsrecon'"),
        ("dates", "a plugin named 'dates' is installed already"),
    ],
)
def test_a_name_that_no_plugin_can_have_is_refused(tmp_path, name, reason):
    with pytest.raises(ValueError, match=reason):
        check_plugin_name(name)
    result = CliRunner().invoke(command, ["plugin", "new", "--in", str(tmp_path), "--", name])
    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("taken", ["folder", "file"])
def test_what_is_there_already_is_left_as_it_is(tmp_path, taken):
    place = tmp_path / "newsrecon-quakes"
    place.mkdir() if taken == "folder" else place.write_text("mine")
    result = CliRunner().invoke(command, ["plugin", "new", "quakes", "--in", str(tmp_path)])
    assert result.exit_code == 2
    assert "already" in result.stderr
    assert place.read_text() == "mine" if taken == "file" else list(place.iterdir()) == []


def test_what_cannot_be_written_whole_is_not_there_at_all(tmp_path, monkeypatch):
    def fails(*arguments, **options):
        raise OSError("no space left on device")

    monkeypatch.setattr("pathlib.Path.write_text", fails)
    with pytest.raises(OSError, match="no space left"):
        write_distribution("quakes", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_new_plugin_is_in_order_by_the_rules_of_this_project(tmp_path):
    pytest.importorskip("ruff")
    place = write_distribution("quakes", tmp_path)
    for arguments in (["check", "--select", "E,F,W,B,UP,SIM,RUF,PT"], ["format", "--check"]):
        done = _python("-m", "ruff", *arguments, "--line-length", "120", "--no-cache", place)
        assert done.returncode == 0, done.stdout
