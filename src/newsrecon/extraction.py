"""Reading claims out of articles, one article at a time, with every plugin that is at work."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import evolve

from newsrecon.garbage import looking_seldom
from newsrecon.model import Article, Claim, Diagnostic, Extraction
from newsrecon.plugins import Plugins, load_plugins
from newsrecon.records import record

__all__ = ["extract"]


@looking_seldom()
def extract(
    articles: Iterable[Article] | Article,
    *,
    plugins: Plugins | Iterable[object] | None = None,
    strict: bool = False,
    progress: Callable[[Article], object] | None = None,
) -> Extraction:
    """The claims of some articles, with a record of each article.

    `plugins` is what `load_plugins` gave, or plugin objects to use instead of the installed ones. A plugin that raises
    costs its own claims for that article and a diagnostic; with `strict` the exception passes through. `progress` is
    called with each article once it is read. Articles are told apart by id: one given twice counts once, and two
    different ones under one id raise ArticleConflictError. TypeError for what is no Article.

    >>> claims = extract(Article("It rained on 3 July 2025.", id="a"))
    >>> [claim.mention.text for claim in claims if claim.kind == "date"]
    ['3 July 2025']
    """
    at_work = _at_work(plugins, strict)
    records = []
    claims: list[Claim] = []
    diagnostics: list[Diagnostic] = list(at_work.diagnostics)
    for article in [articles] if isinstance(articles, Article) else articles:
        if not isinstance(article, Article):
            raise TypeError(f"what is read is an Article, as Article(text) makes one, not {article!r:.80}")
        records.append(record(article))
        claims += at_work.extract(article, diagnostics)
        if progress is not None:
            progress(article)
    return Extraction(tuple(claims), records=tuple(records), diagnostics=tuple(diagnostics))


def _at_work(plugins: Plugins | Iterable[object] | None, strict: bool) -> Plugins:
    if isinstance(plugins, Plugins):
        return evolve(plugins, strict=strict or plugins.strict)
    if plugins is None:
        return load_plugins(strict=strict)
    return load_plugins(plugins, entry_points=False, strict=strict)
