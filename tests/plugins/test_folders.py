"""Single files in a folder are plugins, and nothing that one does while it is imported keeps the others from their work."""

from __future__ import annotations

import json
import subprocess
import sys
from textwrap import dedent

import pytest
from click.testing import CliRunner

from newsrecon import Article, extract, load_plugins
from newsrecon.cli import command

ARTICLE = Article("Rain fell on Monday.", id="a")
RAIN = """
    from newsrecon import Claim, hookimpl

    __version__ = "2.1"
    kinds = ("weather",)

    @hookimpl
    def extract_claims(article):
        yield Claim("weather", "", {}, article.mention(0, 4))
"""


@pytest.fixture
def folder(tmp_path):
    """Writes plugins into a folder, which it gives."""

    def write(**files):
        for name, text in files.items():
            (tmp_path / f"{name}.py").write_text(dedent(text), "utf-8")
        return tmp_path

    return write


def _load(folder, **options):
    return load_plugins(entry_points=False, folders=[folder], **options)


def test_each_file_of_a_folder_is_a_plugin_of_its_name(folder):
    plugins = _load(folder(rain=RAIN, json="kinds = ['shadow']", _part="raise ValueError"))
    assert [(info.name, info.version, info.kinds) for info in plugins.infos] == [
        ("json", None, ("shadow",)),
        ("rain", "2.1", ("weather",)),
    ]
    assert [claim.extractor for claim in extract(ARTICLE, plugins=plugins)] == ["rain"]


def test_a_file_hides_no_module_of_its_name(folder):
    _load(folder(json="loads = None"))
    import json

    assert json.loads("1") == 1


def test_a_folder_that_is_none_is_an_error(tmp_path):
    with pytest.raises(NotADirectoryError, match="nowhere"):
        _load(tmp_path / "nowhere")


def test_a_file_can_be_disabled_and_is_not_imported_then(folder):
    plugins = _load(folder(rain="raise ValueError"), disable=["rain"], strict=True)
    assert [info.reason for info in plugins.infos] == ["disabled by name"]


HOSTILE = {
    "exits": ("import sys\nsys.exit(3)", "SystemExit: 3 (exits.py, line 2)"),
    "quits": ("quit()", "SystemExit"),
    "recurses": ("def again(): again()\nagain()", "RecursionError"),
    "odd": ("class Odd(BaseException): ...\nraise Odd('beyond')", "Odd: beyond (odd.py, line 2)"),
    "mute": (
        "class Mute(Exception):\n    def __str__(self): raise ValueError\nraise Mute",
        "Mute: a message that cannot be shown (ValueError) (mute.py, line 3)",
    ),
    "broken": ("def f(:", "SyntaxError: invalid syntax (broken.py, line 1)"),
    "missing": ("import no_such_module_anywhere", "ModuleNotFoundError"),
    "binary": ("\x00", "cannot be loaded"),
    "library": ("import json\njson.loads('{')", "(library.py, line 2)"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_a_file_does_while_it_is_imported_costs_only_itself(folder, name):
    text, reason = HOSTILE[name]
    plugins = _load(folder(rain=RAIN, **{name: text}))
    assert {info.name: info.enabled for info in plugins.infos} == {"rain": True, name: False}
    assert reason in next(info.reason for info in plugins.infos if info.name == name)
    assert [claim.extractor for claim in extract(ARTICLE, plugins=plugins)] == ["rain"]


@pytest.mark.parametrize("way_out", ["import sys; sys.exit(3)", "raise type('Odd', (BaseException,), {})"])
def test_a_hook_that_wants_to_end_the_program_ends_its_own_turn(folder, way_out):
    leaver = f"""
        from newsrecon import hookimpl

        @hookimpl
        def extract_claims(article):
            {way_out}
    """
    plugins = _load(folder(rain=RAIN, leaver=leaver))
    found = extract(ARTICLE, plugins=plugins)
    assert [claim.extractor for claim in found] == ["rain"]
    assert [diagnostic.plugin for diagnostic in found.diagnostics] == ["leaver"]
    from newsrecon import PluginError

    with pytest.raises(PluginError, match="leaver"):
        extract(ARTICLE, plugins=plugins, strict=True)


def test_an_interrupt_by_the_user_is_no_failure_of_a_plugin(folder):
    interrupted = """
        from newsrecon import hookimpl

        @hookimpl
        def extract_claims(article):
            raise KeyboardInterrupt
    """
    with pytest.raises(KeyboardInterrupt):
        extract(ARTICLE, plugins=_load(folder(interrupted=interrupted)))
    with pytest.raises(KeyboardInterrupt):
        _load(folder(impatient="raise KeyboardInterrupt"))


def test_the_line_that_is_blamed_is_the_plugins_own(folder):
    misreading = """
        import json
        from newsrecon import hookimpl

        @hookimpl
        def extract_claims(article):
            return json.loads(article.text)
    """
    (diagnostic,) = extract(ARTICLE, plugins=_load(folder(misreading=misreading))).diagnostics
    assert diagnostic.message.endswith("(misreading.py, line 7)")


# ---------------------------------------------------------------- on the command line


def _run(*arguments, given=None):
    return CliRunner().invoke(command, list(map(str, arguments)), input=given)


def test_the_list_tells_name_version_origin_kinds_hooks_and_why_one_is_off(folder):
    made = folder(rain=RAIN, exits=HOSTILE["exits"][0])
    lines = {line.split()[0]: line.split() for line in _run("plugins", "--plugins-dir", made).stdout.splitlines()}
    assert lines["rain"][1:] == [str(made / "rain.py"), "2.1", "weather:", "extract_claims"]
    assert lines["exits"][2:4] == ["off:", "cannot"]
    assert lines["dates"][1:2] + lines["dates"][3:4] == ["newsrecon", "date:"]


@pytest.mark.parametrize("name", ["exits", "recurses", "odd", "broken"])
def test_the_ways_out_work_whatever_a_plugin_does(folder, name):
    made = folder(**{name: HOSTILE[name][0]})
    for arguments in (["--help"], ["plugins"], ["plugins", "--disable", name], ["extract", "-", "--disable", name]):
        options = [] if arguments == ["--help"] else ["--plugins-dir", made]
        assert _run(*arguments, *options, given="").exit_code == 0


def test_a_folder_that_is_none_is_refused_on_the_command_line():
    result = _run("plugins", "--plugins-dir", "/nowhere/at/all")
    assert result.exit_code == 2
    assert "'/nowhere/at/all' does not exist" in result.output


def test_what_a_plugin_prints_does_not_get_among_the_results(folder):
    talker = """
        import os

        from newsrecon import Claim, Matcher, hookimpl

        print("while it is imported")

        @hookimpl
        def extract_claims(article):
            print("while it reads")

        @hookimpl
        def register_matchers():
            print("while it registers", flush=True)
            os.system("echo from a program that it calls")
            return [Matcher("talk")]
    """
    given = '{"id": "1", "text": "Rain fell."}\n'
    arguments = [sys.executable, "-m", "newsrecon", "reconcile", "-", "--format", "json", "--plugins-dir"]
    done = subprocess.run(
        [*arguments, str(folder(talker=talker))], input=given, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("{")
    told = ["while it is imported", "while it reads", "while it registers", "from a program that it calls"]
    assert done.stderr.split("\n")[:4] == told
    listed = [sys.executable, "-m", "newsrecon", "plugins", "--json", "--plugins-dir", str(folder(talker=talker))]
    listing = subprocess.run(listed, capture_output=True, text=True, check=True).stdout
    assert {info["name"] for info in json.loads(listing)} >= {"talker", "dates"}


def test_what_befalls_many_articles_is_told_once(folder):
    broken = """
        from newsrecon import hookimpl

        @hookimpl
        def extract_claims(article):
            raise ValueError("no idea")
    """
    given = "".join(f'{{"id": "{name}", "text": "Rain fell."}}\n' for name in "abc")
    result = _run("extract", "-", "--plugins-dir", str(folder(broken=broken)), given=given)
    assert result.stderr == "error: ValueError: no idea (broken.py, line 6) (plugin broken, article a and 2 more)\n"
    result = _run("extract", "-", "--verbose", "--plugins-dir", str(folder(broken=broken)), given=given)
    assert sum("no idea" in line for line in result.stderr.splitlines()) == 3


def test_the_list_shows_what_a_terminal_would_act_on_as_escapes(folder):
    result = _run("plugins", "--plugins-dir", str(folder(loud='raise ValueError("\\x1b[31m\\nred")')))
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("loud ")]
    assert "ValueError: \\x1b[31m red" in line
