"""What is kept of an article once its text is gone: digest, sketch and credit lines.

*Sketch.* The words of the body in lower case, in runs of four; each run is hashed, and the hashes that are multiples of
`SAMPLING` are kept (Manber 1994; Broder 1997). The share of a shorter sketch that a longer one holds estimates how much of
one text is contained in another, and survives cuts and added leads. Which of the hashes stand in quotation marks is kept, too:
two outlets that quote one press release have its words in common and are two outlets all the same.

*Credits* are found by `newsrecon.credits`.
"""

from __future__ import annotations

import hashlib
import re
import zlib

from newsrecon.article_records import ArticleRecord
from newsrecon.credits import credits_of
from newsrecon.model import Article
from newsrecon.span import Span, without

__all__ = ["record"]

RUN = 4
SAMPLING = 4
_WORD = re.compile(r"\w+")


def record(article: Article) -> ArticleRecord:
    """The record of an article: its metadata, the SHA-256 of its text, its sketch and its credits.

    >>> made = record(Article("Rain fell, according to Reuters. It stopped.", id="a"))
    >>> [(credit.name, credit.whole) for credit in made.credits]
    [('Reuters', False)]
    """
    sketch, quoted = _sketches(article)
    return ArticleRecord(
        article.id,
        source=article.source_name,
        published=article.published,
        title=article.title,
        url=article.url,
        story=article.story,
        byline=article.byline,
        digest=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        domain=article.source.domain if article.source else None,
        sketch=sketch,
        quoted=quoted,
        credits=tuple(credits_of(article)),
    )


def _sketches(article: Article) -> tuple[frozenset[int], frozenset[int]]:
    """The sketch, and what of it stands in quotation marks only."""
    text = article.lower
    hashes = {span: _sampled(text, span) for span in article.body}
    whole = frozenset().union(*hashes.values())
    if not article.quotations:
        return whole, frozenset()
    own = without(article.body, [quotation.outer for quotation in article.quotations])
    return whole, whole.difference(*(hashes[span] if span in hashes else _sampled(text, span) for span in own))


def _sampled(text: str, span: Span) -> set[int]:
    """The hashes that are kept of the runs of words in a span."""
    words = " ".join(_WORD.findall(text, span.start, span.end)).encode("utf-8", "surrogatepass").split(b" ")
    runs = zip(*(words[place:] for place in range(RUN)), strict=False)
    # Each step of this is one call for all runs of the span: a loop over them in Python takes three times as long.
    return {hashed for hashed in map(zlib.crc32, map(b" ".join, runs)) if not hashed % SAMPLING}
