"""Imports point one way: the core knows nothing of extractors, values nothing of views."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import newsrecon

SOURCE = Path("src/newsrecon")

LAYERS = (
    # What a text and a calendar are.
    (
        "errors",
        "garbage",
        "span",
        "value",
        "boilerplate",
        "datelines",
        "quotation",
        "language_data",
        "sentences",
        "text",
    ),
    ("verbs", "word_classes", "tagged_words", "clause_openings", "clause_subjects", "clauses", "timex"),
    # Words and names as such.
    ("gazetteer", "spelling", "wording", "roles", "parsed_names", "place_names", "names"),
    # Values.
    ("canonical", "article_records", "model", "known_names", "owners"),
    (
        "candidates",
        "given_files",
        "context",
        "matching",
        "credits",
        "records",
        "reading",
        "name_files",
        "owner_files",
        "truth",
    ),
    # Plugins, and what calls them.
    ("hookspecs",),
    ("plugins",),
    ("extraction", "discovery"),
    ("reconciliation",),
    ("changes",),
    # What is made of results.
    ("exports", "report"),
    ("schema",),
    ("testing", "scaffold"),
    ("cli",),
    ("__main__",),
)
LAYER = {module: number for number, layer in enumerate(LAYERS) for module in layer}

LAZY_VIEWS = {("model", "report"), ("reconciliation", "report")}
"""A value shows itself through the view above it, imported when someone looks and only then."""

FILES = sorted(SOURCE.rglob("*.py"))


def _part(path):
    """The module, or the package, that a file belongs to."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _imports(path):
    """(module of newsrecon, whether it is imported when needed rather than at once) for each import; types do not count."""
    tree = ast.parse(path.read_text("utf-8"))
    typing_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    at_once = {inner for node in tree.body for inner in (node, *getattr(node, "body", ())) if not _is_scope(node)}
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports name their module in full"
            names = [f"newsrecon.{alias.name}" for alias in node.names] if node.module == "newsrecon" else [node.module]
        else:
            continue
        for name in names:
            if name.startswith("newsrecon."):
                yield name.split(".")[1], node not in at_once


def _is_scope(node):
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))


def _core():
    return [path for path in FILES if _part(path) not in ("__init__", "extractors")]


@pytest.mark.parametrize("path", _core(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_point_one_way(path):
    part = _part(path)
    assert part in LAYER, f"{part} has no layer yet"
    for imported, lazy in _imports(path):
        if imported == part or (lazy and (part, imported) in LAZY_VIEWS):
            continue
        assert imported != "extractors", "the core knows no extractor"
        assert LAYER[imported] <= LAYER[part], f"{part} imports {imported}, which stands above it"


EXTRACTORS = [path for path in FILES if _part(path) == "extractors"]
OPEN_TO_PLUGINS = ("clauses", "hookspecs", "names", "text", "timex", "wording")
SHARED = ("datelines", "gazetteer", "roles", "language_data", "span", "spelling", "verbs", "word_classes")
"""What our extractors share with the modules open to plugins: words of the language, spans, datelines."""


@pytest.mark.parametrize("path", EXTRACTORS, ids=lambda path: path.name)
def test_our_extractors_import_what_any_plugin_may(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newsrecon"):
            for alias in node.names:
                assert _open(node.module, alias.name), f"{alias.name} of {node.module} is not public"


def _open(module, name):
    part = [*module.split("."), name][1]
    return part in ("extractors", *OPEN_TO_PLUGINS, *SHARED) or name in newsrecon.__all__


HEAVY = (
    "cattrs",
    "jinja2",
    "rapidfuzz",
    "rich",
    "sentencex",
    "anyascii",
    "publicsuffixlist",
    "trafilatura",
    "hypothesis",
)


def test_what_takes_long_to_import_is_imported_when_needed():
    script = f"import sys, newsrecon; print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
