"""How these pages are built: `sphinx-build -n -W --keep-going -b html docs docs/_build`. Nothing is fetched."""

from __future__ import annotations

import importlib
import re
import sys
from importlib import metadata
from pathlib import Path

from docutils.nodes import Element, Node
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import newsrecon

sys.path.insert(0, str(Path(__file__).parent))

project = "newsrecon"
author = "The newsrecon developers"
copyright = "The newsrecon developers"
release = metadata.version("newsrecon")
extensions = [
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx_click",
    "myst_parser",
    "cells",
]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"newsrecon {release}"
html_static_path = ["static"]
html_css_files = ["pages.css"]
html_copy_source = False
html_show_sphinx = False

smartquotes = False  # options begin with two hyphens

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
autodoc_class_signature = "mixed"
autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints = "signature"
maximum_signature_line_length = 90
python_use_unqualified_type_names = True

nitpicky = True
suppress_warnings = ["ref.python"]  # the builtin `type` in a signature is taken for each attribute of that name
# Types of the standard library and of other distributions have no page here to point to.
nitpick_ignore_regex = [
    (
        "py:.*",
        r"(attr|attrs|collections|datetime|enum|hypothesis|os|pathlib|re|typing)(\..+)?"
        r"|date|Any|Callable|Collection|Hashable|Iterable|Iterator|Mapping|Sequence|PathLike|SearchStrategy|DrawFn|MarkDecorator|optional"
        r"|.*\b[FSTV]|newsrecon\..*\b_\w+|newsrecon\.plugins\.calling\.\w+",
    ),
]

PUBLIC = ("newsrecon", "newsrecon.text", "newsrecon.timex")


def public_name(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: Element) -> Node | None:
    """A type named by the module it is written in leads to the public name it is imported by."""
    target = node.get("reftarget", "")
    name = re.sub(r"^.*\.", "", target)
    for module in PUBLIC:
        path = f"{module}.{name}"
        if node.get("refdomain") == "py" and path != target and hasattr(importlib.import_module(module), name):
            domain = env.get_domain("py")
            return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", path, node, content)
    return None


NAMED = re.compile(r"`(?P<quoted>[^`]+)`(?!`|_)|(?<=[a-z,] )(?P<bare>[A-Z][A-Za-z]+)\b(?! [A-Z])")


def with_links(app: Sphinx, what: str, name: str, value: object, options: object, lines: list[str]) -> None:
    """In a docstring, what is in back quotes is code; public names, classes without quotes among them, lead to their place."""

    def linked(match: re.Match[str]) -> str:
        word = match["quoted"] or match["bare"]
        if word in newsrecon.__all__ and word != "hookimpl" and name != f"newsrecon.{word}":
            return f":py:obj:`~newsrecon.{word}`"
        return f"``{word}``" if match["quoted"] else word

    example = False
    for place, line in enumerate(lines):
        example = line.lstrip().startswith(">>>") or (example and bool(line.strip()))
        if not example and "``" not in line and not re.search(r":\w+:`", line):
            lines[place] = NAMED.sub(linked, line)


def setup(app: Sphinx) -> None:
    app.connect("autodoc-process-docstring", with_links)
    app.connect("missing-reference", public_name)
