"""A reconciliation as HTML: one self-contained page, and its fragments for notebooks.

The page needs no script and asks nobody for anything: its policy allows the one style sheet it carries, known by digest, and
nothing else. All text of articles passes through `shown`, which escapes it and makes hidden characters visible.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from newsrecon.model import Article, Claim
from newsrecon.reconciliation import Cluster, Reconciliation

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["fragment", "render_html"]


def render_html(reconciliation: Reconciliation, articles: Iterable[Article] = (), *, title: str | None = None) -> str:
    """A page that shows a reconciliation to readers: disputes side by side, what is sharper, who agrees, when, and every text.

    With `articles`, those the reconciliation was made from, claims stand in their sentences and link into the texts; without
    them, or where a text is another one, mentions stand alone. The page is complete in itself, needs no script, and its
    Content-Security-Policy forbids every request. Without a `title` it takes the headline that shares most with the others.

    >>> from newsrecon import Article, reconcile
    >>> articles = [Article("The bridge opened on 3 May 2025.", id="1", source="The Daily")]
    >>> page = render_html(reconcile(articles), articles, title="A bridge")
    >>> page.startswith("<!DOCTYPE html>"), "<script" in page
    (True, False)
    """
    from newsrecon.report.page import Page
    from newsrecon.report.passages import Passages

    style = _style("style.css") + _style("page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    page = Page(reconciliation, Passages(articles), title)
    return _templates().get_template("page.html").render(page=page, style=style, digest=digest)


def fragment(shown: Article | Claim | Cluster | Reconciliation) -> str:
    """What a notebook shows for an article, a claim, a cluster or a reconciliation, with the style sheet it needs."""
    from newsrecon.report.page import Page
    from newsrecon.report.passages import Passages

    page = Page(shown, Passages(())) if isinstance(shown, Reconciliation) else None
    template = _templates().get_template(f"{type(shown).__name__.lower()}.html")
    return template.render(shown=shown, page=page, style=_style("style.css"))


@cache
def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from newsrecon.report.characters import isolated, shown
    from newsrecon.report.views import tone
    from newsrecon.report.words import brief, count, section_of, visible
    from newsrecon.timex.readable import time_in_words

    made = Environment(
        loader=PackageLoader("newsrecon", "report/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        shown=shown,
        brief=brief,
        isolated=isolated,
        counted=count,
        in_words=time_in_words,
        section=section_of,
        tone=tone,
        visible=visible,
    )
    return made


@cache
def _style(name: str) -> str:
    return resources.files("newsrecon").joinpath("report", name).read_text("utf-8")
