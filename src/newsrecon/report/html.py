"""A reconciliation as an HTML fragment for notebooks: escaped text, no script, no style sheet of its own."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from newsrecon.reconciliation import Reconciliation
from newsrecon.report.text import visible

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["fragment"]


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["visible"] = visible
    return environment.from_string(resources.files("newsrecon").joinpath("report/fragment.html").read_text("utf-8"))


def fragment(reconciliation: Reconciliation) -> str:
    """What a notebook shows for a reconciliation: its disputes, refinements and agreements as nested lists."""
    return _template().render(made=reconciliation)
