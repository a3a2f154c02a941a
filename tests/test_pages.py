"""The documentation: built without a warning, complete, and its links lead somewhere."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
import textwrap
from enum import Enum
from html import unescape
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote

import attrs
import click
import pytest

import newsrecon
from newsrecon import hookspecs
from newsrecon.cli import command

pytest.importorskip("sphinx", reason="sphinx is not installed")
pytest.importorskip("furo", reason="furo is not installed")
pytest.importorskip("sphinx_click", reason="sphinx-click is not installed")

DESCRIBED = re.findall(r"^## `(newsrecon\.\w+)`", Path("docs/api.md").read_text("utf-8"), re.MULTILINE)
"""The modules that have a part of the API page."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The HTML of each page, by its path."""
    built = tmp_path_factory.mktemp("pages")
    build = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "--keep-going", "-b", "html", "docs", str(built)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return {path.relative_to(built).as_posix(): path.read_text("utf-8") for path in built.rglob("*.html")}


def test_every_link_inside_leads_to_a_page_and_a_place_on_it(pages):
    ids = {path: {unescape(found) for found in re.findall(r'\sid="?([^">\s]+)', html)} for path, html in pages.items()}
    for path, html in pages.items():
        if path.startswith(("_modules/", "genindex", "py-modindex", "search")):
            continue
        for link in re.findall(r'<a [^>]*href="?([^">\s]+)', html):
            target, _, place = unescape(unquote(link)).partition("#")
            if (
                re.match(r"[a-z]+:", target)
                or target.startswith(("_static", "_sources", "_downloads"))
                or "_downloads" in target
            ):
                continue
            page = (Path(path).parent / target).as_posix() if target else path
            page = re.sub(r"[^/]+/\.\./", "", page)
            assert page in pages, f"{path} links to {link}"
            assert not place or place in ids[page] or "_modules" in page, f"{path} links to {link}"


def _commands():
    yield ("newsrecon", command)
    with click.Context(command) as context:
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            yield (f"newsrecon {name}", found)
            if isinstance(found, click.Group):
                yield from ((f"newsrecon {name} {inner}", value) for inner, value in found.commands.items())


COMMANDS = dict(_commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does_and_is_on_the_page(name, pages):
    found = COMMANDS[name]
    assert found.help, name
    page = pages["cli.html"]
    assert f'id="{name.replace(" ", "-")}' in page or f'id="{name.rpartition(" ")[2]}"' in page
    for option in found.params:
        if isinstance(option, click.Option) and not option.hidden:
            assert option.help, f"{name} {option.opts[0]}"
            assert f'id="cmdoption-{name.replace(" ", "-")}-{option.opts[0].lstrip("-")}"' in page


@pytest.mark.parametrize("name", [name for name in hookspecs.__all__ if name != "hookimpl"])
def test_every_hook_has_its_place(name, pages):
    assert f'id="newsrecon.hookspecs.{name}"' in pages["hooks.html"]


@pytest.mark.parametrize("module", ["newsrecon", *DESCRIBED])
def test_every_public_name_has_its_place(module, pages):
    for name in import_module(module).__all__:
        here = f'id="{module}.{name}"' in pages["api.html"]
        assert here or hasattr(newsrecon, name), f"{module}.{name}"


@pytest.mark.parametrize("module", ["newsrecon", "newsrecon.hookspecs", *DESCRIBED])
def test_every_public_class_and_function_has_an_example_that_runs(module):
    for name in import_module(module).__all__:
        found = getattr(import_module(module), name)
        if inspect.isclass(found) or inspect.isfunction(found):
            assert ">>>" in inspect.getdoc(found), name


def _classes():
    for module in ("newsrecon", *DESCRIBED):
        for name in import_module(module).__all__:
            found = getattr(import_module(module), name)
            if inspect.isclass(found) and (module == "newsrecon" or not hasattr(newsrecon, name)):
                yield f"{module}.{name}", found


@pytest.mark.parametrize(("name", "found"), list(_classes()))
def test_every_field_and_method_of_a_public_class_is_told(name, found, pages):
    fields = [one.name for one in attrs.fields(found)] if attrs.has(found) else []
    own = [key for key, value in vars(found).items() if inspect.isfunction(value) or isinstance(value, property)]
    members = list(found.__members__) if issubclass(found, Enum) and found.__name__ not in SPELT_OUT else []
    for member in (*fields, *own, *members):
        if not member.startswith("_"):
            assert f'id="{name}.{member}"' in pages["api.html"], member


SPELT_OUT = ("Unit", "Direction")
"""Their members are words of English, or explained together."""


def _raising():
    for module in ("newsrecon", *DESCRIBED):
        for name in import_module(module).__all__:
            found = getattr(import_module(module), name)
            if inspect.isfunction(found) and "<locals>" not in found.__qualname__:
                yield found, inspect.getdoc(found)
            elif inspect.isclass(found) and found.__module__.startswith("newsrecon"):
                for key, value in vars(found).items():
                    function = getattr(value, "__func__", value)
                    if inspect.isfunction(function) and (not key.startswith("_") or key == "__attrs_post_init__"):
                        yield function, f"{inspect.getdoc(found)} {inspect.getdoc(function)}"


@pytest.mark.parametrize(("function", "told"), [pytest.param(*pair, id=pair[0].__qualname__) for pair in _raising()])
def test_what_is_raised_on_purpose_is_told(function, told):
    source = ast.parse(textwrap.dedent(inspect.getsource(function)))
    for node in ast.walk(source):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name):
            assert node.exc.func.id in told


def test_a_notebook_shows_an_article_a_claim_a_cluster_and_a_reconciliation(pages):
    assert pages["how-to/in-a-notebook.html"].count('<section class="newsrecon') == 4


def test_every_how_to_page_can_be_found(pages):
    listed = set(re.findall(r'href="([a-z-]+\.html)', pages["how-to/index.html"]))
    assert {path.name for path in map(Path, pages) if path.parent.name == "how-to"} - {"index.html"} <= listed


@pytest.mark.parametrize("schema", sorted(path.name for path in Path("docs/schema").glob("*.json")))
def test_every_schema_is_linked(schema):
    assert f"](schema/{schema})" in Path("docs/formats.md").read_text("utf-8")
