"""With a time limit, plugins read in a process of its own: what one of them does there costs nobody else's claims."""

from __future__ import annotations

from textwrap import dedent

import pytest
from click.testing import CliRunner

from newsrecon import Article, PluginError, extract, load_plugins
from newsrecon.cli import command

ARTICLES = [Article(f"Rain fell {number} times on Monday.", id=str(number)) for number in range(5)]
LIMIT = 3.0
RAIN = """
    from newsrecon import Claim, hookimpl

    @hookimpl
    def extract_claims(article):
        print("on standard output")
        yield Claim("weather", "", {}, article.mention(0, 4))
"""
RESOLVER = """
    from newsrecon import hookimpl

    @hookimpl
    def resolve_claims(article, claims):
        return [claim.revise(subject="drizzle") for claim in claims]
"""


def _reading(body):
    return f"""
        import os
        from newsrecon import Claim, hookimpl

        @hookimpl
        def extract_claims(article):
            {body}
    """


HANGS = _reading("while True: pass")
DIES = _reading("os._exit(9)")


@pytest.fixture
def load(tmp_path):
    """Writes plugins into a folder and loads them with a time limit."""

    def write_and_load(strict=False, isolate=LIMIT, **files):
        for name, text in files.items():
            (tmp_path / f"{name}.py").write_text(dedent(text), "utf-8")
        return load_plugins(entry_points=False, folders=[tmp_path], isolate=isolate, strict=strict)

    return write_and_load


def test_apart_from_the_process_nothing_is_different(load):
    apart = load(rain=RAIN, resolver=RESOLVER)
    here = load(isolate=None)
    assert extract(ARTICLES, plugins=apart) == extract(ARTICLES, plugins=here)
    assert {claim.subject for claim in extract(ARTICLES, plugins=apart)} == {"drizzle"}
    assert apart.infos == here.infos


def test_a_plugin_that_hangs_is_stopped_and_what_the_others_found_stays(load):
    found = extract(ARTICLES[0], plugins=load(hangs=HANGS, rain=RAIN, resolver=RESOLVER))
    assert [(claim.extractor, claim.subject) for claim in found] == [("rain", "drizzle")]
    assert [(one.plugin, one.article, one.message) for one in found.diagnostics] == [
        ("hangs", "0", "took longer than 3 s and was stopped")
    ]


def test_a_plugin_that_ends_the_process_ends_only_its_own_turn_and_is_left_out_after_some_articles(load):
    found = extract(ARTICLES, plugins=load(dies=DIES, rain=RAIN))
    assert [claim.extractor for claim in found] == ["rain"] * 5
    assert [(one.plugin, one.article, one.message) for one in found.diagnostics] == [
        ("dies", "0", "ended the process it ran in (exit status 9)"),
        ("dies", "1", "ended the process it ran in (exit status 9)"),
        ("dies", "2", "ended the process it ran in (exit status 9); it is left out of the rest after 3 articles"),
    ]


def test_what_kills_or_stops_the_process_while_it_is_imported_is_off_and_says_so(load):
    plugins = load(dies="import os; os._exit(3)", hangs="while True: pass", rain=RAIN)
    assert {info.name: info.reason for info in plugins.infos} == {
        "dies": "cannot be loaded: ended the process it ran in (exit status 3)",
        "hangs": "cannot be loaded: took longer than 3 s and was stopped",
        "rain": None,
    }
    found = extract(ARTICLES[0], plugins=plugins)
    assert [claim.extractor for claim in found] == ["rain"]
    assert [one.plugin for one in found.diagnostics] == ["dies", "hangs"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("return 1 // 0", "ZeroDivisionError: integer division or modulo by zero (odd.py, line 7)"),
        ("raise SystemExit(3)", "SystemExit: 3 (odd.py, line 7)"),
        ("return [type('Odd', (), {})]", "gave <class 'newsrecon_plugin_file_odd.Odd'>, which is no Claim"),
        ("return 12", "gave 12, which is no iterable"),
        ("import sys; return [sys.stdin.read()]", "gave '', which is no Claim"),
    ],
)
def test_failures_are_told_as_they_are_without_a_time_limit(load, body, message):
    found = extract(ARTICLES[0], plugins=load(odd=_reading(body), rain=RAIN))
    assert [claim.extractor for claim in found] == ["rain"]
    (diagnostic,) = found.diagnostics
    assert (diagnostic.plugin, diagnostic.level) == ("odd", "error")
    assert message in diagnostic.message


def test_in_strict_mode_a_plugin_that_was_stopped_is_an_error(load):
    with pytest.raises(PluginError, match=r"'dies'.*exit status 9"):
        extract(ARTICLES, plugins=load(dies=DIES, strict=True))


def test_a_time_limit_is_above_zero(load):
    with pytest.raises(ValueError, match="above zero seconds and finite, not -1"):
        load(isolate=-1)


def test_plugins_given_as_objects_stay_in_this_process(load):
    from types import ModuleType

    from newsrecon import hookimpl

    seen = []
    here = ModuleType("here")
    here.extract_claims = hookimpl(lambda article: seen.append(article.id))
    extract(ARTICLES[0], plugins=load_plugins([here], entry_points=False, isolate=LIMIT))
    assert seen == ["0"]


def test_the_command_line_sets_a_time_limit(tmp_path):
    (tmp_path / "dies.py").write_text(dedent(DIES), "utf-8")
    arguments = ["extract", "-", "--format", "jsonl", "--plugins-dir", str(tmp_path), "--isolate", "20"]
    result = CliRunner().invoke(command, arguments, input='{"id": "1", "text": "It rained on 3 July 2025."}\n')
    assert result.exit_code == 0
    assert '"kind": "date"' in result.stdout
    assert result.stderr == "error: ended the process it ran in (exit status 9) (plugin dies, article 1)\n"
