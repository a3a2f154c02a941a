"""What can be imported, what `__all__` names, and what the API pages describes are the same things."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import newsrecon

API = "\n".join(Path("docs", page).read_text("utf-8") for page in ("api.md", "hooks.md"))

MODULES = (
    "newsrecon.clauses",
    "newsrecon.hookspecs",
    "newsrecon.names",
    "newsrecon.testing",
    "newsrecon.text",
    "newsrecon.timex",
    "newsrecon.wording",
)
"""Beside `newsrecon` itself, what plugins may import."""


def _described():
    """{module: the names that the API pages describes under it}."""
    found = {}
    module = None
    for directive, argument in re.findall(r"^\.\. ([a-z]+):: ?(\S*)", API, re.MULTILINE):
        if directive in ("currentmodule", "module"):
            module = argument
        elif directive.startswith("auto") or directive == "data":
            path = argument if argument.startswith("newsrecon.") else f"{module}.{argument}"
            where, _, name = path.rpartition(".")
            found.setdefault(where, []).append(name)
    return found


def test_everything_importable_is_meant_to_be_and_sorted():
    names = {name for name in {*dir(newsrecon), *vars(newsrecon)} if not name.startswith("_")}
    assert {name for name in names if not isinstance(getattr(newsrecon, name), ModuleType)} == set(newsrecon.__all__)
    assert list(newsrecon.__all__) == sorted(newsrecon.__all__)


def test_a_type_checker_is_told_the_same_names_of_the_same_modules():
    body = ast.parse(Path("src/newsrecon/__init__.pyi").read_text("utf-8")).body
    homes = {node.module: tuple(name.name for name in node.names) for node in body if isinstance(node, ast.ImportFrom)}
    assert homes == newsrecon._NAMES
    (told,) = (ast.literal_eval(node.value) for node in body if isinstance(node, ast.Assign))
    assert told == newsrecon.__all__


def test_a_name_that_is_not_there_is_an_error_as_in_any_module():
    with pytest.raises(AttributeError, match="module 'newsrecon' has no attribute 'Artikel'"):
        getattr(newsrecon, "Artikel")  # noqa: B009


def test_everything_importable_is_described_once():
    assert sorted(_described()["newsrecon"]) == sorted(newsrecon.__all__)


@pytest.mark.parametrize("name", MODULES)
def test_everything_in_a_public_module_is_described_once(name):
    module = import_module(name)
    elsewhere = {entry for entry in module.__all__ if getattr(newsrecon, entry, None) is getattr(module, entry)}
    assert sorted(_described()[name]) == sorted(set(module.__all__) - elsewhere)


def test_no_other_module_is_described():
    assert set(_described()) == {"newsrecon", *MODULES}


def _docstrings():
    for module in (newsrecon, *map(import_module, MODULES)):
        for name in module.__all__:
            value = getattr(module, name)
            if callable(value):
                yield pytest.param(value, id=f"{module.__name__}.{name}")


@pytest.mark.parametrize("value", list(_docstrings()))
def test_everything_public_says_what_it_is(value):
    assert value.__doc__
    assert value.__doc__.strip()


@pytest.mark.parametrize("value", [one for one in _docstrings() if "hook" not in one.id])
def test_everything_public_shows_an_example(value):
    """Examples are run where they stand; those of hooks, which are not called by anyone, stand with the plugins of the pages."""
    assert ">>> " in value.__doc__
