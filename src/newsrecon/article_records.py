"""What remains of an article once its text is gone, and the passages of it that rest on other outlets.

The text of an article is read once; origins and anchors of a story are told from its record alone. `records` makes one.
"""

from __future__ import annotations

from datetime import date, datetime

from attrs import field, frozen

from newsrecon.span import Span

__all__ = ["ArticleRecord", "Credit"]


@frozen
class Credit:
    """A passage that an article rests on another outlet: *according to Al Jazeera*. `whole` means the entire article.

    >>> from newsrecon import Article, extract
    >>> (kept,) = extract(Article("It rained, according to Reuters. It stopped.", id="1", source="The Daily")).records
    >>> [(credit.name, credit.whole) for credit in kept.credits]
    [('Reuters', False)]
    """

    name: str
    """The outlet it rests on, as the article writes it."""
    span: Span = field(kw_only=True)
    """The passage that rests on it, in code points, half-open."""
    whole: bool = field(default=False, kw_only=True)
    """Whether all of the article rests on it."""


@frozen
class ArticleRecord:
    """What remains of an article once its text is gone: what origins and anchors need.

    >>> from newsrecon import Article, extract
    >>> (kept,) = extract(Article("It rained on 3 May 2025.", id="1", source="The Daily")).records
    >>> kept.id, kept.source, len(kept.digest)
    ('1', 'The Daily', 64)
    """

    id: str
    """The id of the article."""
    source: str = field(kw_only=True)
    """The outlet, as `Article.source_name` has it."""
    published: date | datetime | None = field(default=None, kw_only=True)
    """When it was published, as the article says; None where it is not known."""
    title: str | None = field(default=None, kw_only=True)
    """The headline; None where it is not known."""
    url: str | None = field(default=None, kw_only=True)
    """Where it stands; None where it is not known."""
    story: str | None = field(default=None, kw_only=True)
    """The key of its story; None is a story, too."""
    digest: str = field(kw_only=True)
    """SHA-256 of the text, as UTF-8 with lone surrogates passed through."""
    domain: str | None = field(default=None, kw_only=True)
    """The registrable domain of the outlet; None where it is not known."""
    sketch: frozenset[int] = field(default=frozenset(), kw_only=True, repr=False)
    """Sampled hashes of runs of words, by which near-copies are recognised."""
    quoted: frozenset[int] = field(default=frozenset(), kw_only=True, repr=False)
    """Those of the sketch that stand in quotation marks only, and so make no copy by themselves."""
    byline: str | None = field(default=None, kw_only=True)
    """By whom the article is, as it says; None where it does not."""
    credits: tuple[Credit, ...] = field(default=(), kw_only=True)
    """The passages that rest on other outlets, those that mean the whole article first."""

    @property
    def published_day(self) -> date | None:
        """The calendar day of `published`, in the time zone it was given in."""
        return self.published.date() if isinstance(self.published, datetime) else self.published
