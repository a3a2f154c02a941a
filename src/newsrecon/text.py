"""What the shape of a text tells before its meaning is read: paragraphs, sentences, tokens, quotations, boilerplate.

Pure functions on `str`. Offsets are code points, spans are half-open, and any `str` whatever is accepted.
"""

from __future__ import annotations

from attrs import field, frozen

__all__ = ["Boilerplate", "Quotation", "Span", "boilerplate", "covered", "lower", "paragraphs", "quotations", "sentences", "tokens", "without"]


@frozen(order=True)
class Span:
    """Half-open code-point offsets into a text.

    >>> span = Span(0, 4)
    >>> span.of("Rain fell."), len(span), span.overlaps(Span(4, 9))
    ('Rain', 4, False)
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs from 0 or more to its start or more, not {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of the text that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@frozen
class Quotation:
    """What stands between quotation marks: the content without the marks, the marks' own offsets, its depth."""

    content: Span
    outer: Span = field(kw_only=True)
    """The content with its marks; equal to the content's end where the closing mark is missing."""
    depth: int = field(default=0, kw_only=True)
    """0 for an outermost quotation, 1 for one inside another."""
    closed: bool = field(default=True, kw_only=True)
    continues: bool = field(default=False, kw_only=True)
    """True where this quotation goes on from the paragraph before (opening mark repeated, closed once)."""


@frozen
class Boilerplate:
    """A line, or part of one, that belongs to the web page and not to the report, with its kind (`byline`, `share`, …)."""

    span: Span
    kind: str
