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
from collections.abc import Iterable

from newsrecon.credits import credits_of
from newsrecon.model import Article, ArticleRecord
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
    whole = _sampled(article.lower, article.body)
    if not article.quotations:
        return whole, frozenset()
    own = without(article.body, [quotation.outer for quotation in article.quotations])
    return whole, whole - _sampled(article.lower, own)


def _sampled(text: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(hashed for hashed in _runs(text, spans) if hashed % SAMPLING == 0)


def _runs(text: str, spans: Iterable[Span]) -> Iterable[int]:
    """A hash of each run of words that crosses no span."""
    for span in spans:
        words = " ".join(_WORD.findall(text, span.start, span.end)).encode("utf-8", "surrogatepass")
        starts = [0]
        for word in words.split(b" "):
            starts.append(starts[-1] + len(word) + 1)
        view = memoryview(words)
        for start, end in zip(starts, starts[RUN:], strict=False):
            yield zlib.crc32(view[start : end - 1])
