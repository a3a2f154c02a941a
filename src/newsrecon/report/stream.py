"""Articles sorted into stories, as plain text for a person."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from newsrecon.model import Article
from newsrecon.reconciliation import Story
from newsrecon.report.words import count, visible

__all__ = ["render_stories"]


def render_stories(found: Iterable[Story], articles: Iterable[Article], *, width: int = 100) -> str:
    """The stories with most articles first, and in each its articles by the day they were published."""
    known = {article.id: article for article in articles}
    ordered = sorted(found, key=lambda story: (-len(story.articles), story.articles))
    many = "story" if len(ordered) == 1 else "stories"
    head = f"{count(len(known), 'article')} · {len(ordered)} {many}"
    return "\n".join([head, *(line for story in ordered for line in _story(story, known, width))]) + "\n"


def _story(story: Story, known: dict[str, Article], width: int) -> Iterator[str]:
    yield ""
    yield f"{count(len(story.articles), 'article')} ({story.id})"
    for article in sorted(map(known.__getitem__, story.articles), key=_by_day):
        day = article.published_day.isoformat() if article.published_day else "no day"
        source = visible(article.source_name)
        title = visible(article.title or article.text[:200]) or "(empty)"
        shown = textwrap.shorten(title, max(width - len(day) - len(source) - 9, 20), placeholder=" …")
        yield f"  {day:<10} {shown} — {source}"


def _by_day(article: Article) -> tuple[bool, str, str]:
    day = article.published_day
    return day is None, str(day), article.id
