"""Posts that an article embeds: *It rained. pic.example.com/x — Anna Berg (@annaberg) May 4, 2015*.

Pages show a post of a social network as its words, its links, and a dash with name, handle and day. All of it is told
without a quotation mark and without a cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from newsrecon.model import Article
from newsrecon.span import Span, trimmed

__all__ = ["Post", "posts"]

# — Anna Berg (@annaberg) May 4, 2015
SIGNATURE = re.compile(
    r"[—–-]\s?(?P<name>[^\W_][^\n()@—–]{1,60}?)\s\(@\w{1,20}\)(?:[\s,:·]{1,3}[A-Z][a-z]{2,9}\.?\s\d{1,2},?\s\d{4})?"
)
# https://t.co/x · pic.twitter.com/x
LINKS = re.compile(r"(?:https?://|www\.|pic\.[a-z]+\.com/)\S*")
WORDS = 3
"""Words that a post has at least."""


@frozen
class Post:
    """What was posted, without the links at its end, and the name of who did."""

    content: Span
    name: Span


def posts(article: Article) -> Iterator[Post]:
    """The posts in the body of an article, each signed in its own paragraph or in the one behind it."""
    text = article.text
    if "(@" not in text:
        return
    before: Span | None = None
    for paragraph in article.body:
        start = paragraph.start
        for match in SIGNATURE.finditer(text, paragraph.start, paragraph.end):
            alone = trimmed(text, start, match.start()) is None
            said = before if alone else Span(start, match.start())
            content = _without_links(text, said) if said is not None else None
            if content is not None and len(content.of(text).split()) >= WORDS:
                yield Post(content, Span(*match.span("name")))
            start, before = match.end(), None
        before = paragraph if start == paragraph.start else None


def _without_links(text: str, said: Span) -> Span | None:
    """The words up to the links at the end, without what leads to these and without quotation marks around all."""
    end = said.end
    for link in reversed(list(LINKS.finditer(text, said.start, said.end))):
        if text[link.end() : end].strip():
            break
        end = link.start()
    found = trimmed(text, said.start, end)
    if found is None:
        return None
    bare = found.of(text).rstrip(": \t\n")
    inside = bare[:1] in '“"' and bare[-1:] in '”"' and len(bare) > 2
    return trimmed(text, found.start + inside, found.start + len(bare) - inside)
