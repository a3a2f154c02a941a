"""What the shape of a text tells before its meaning is read: paragraphs, sentences, tokens, quotations, boilerplate.

Pure functions on `str`. Offsets are code points, spans are half-open, and any `str` whatever is accepted.
"""

from __future__ import annotations

import re

from newsrecon.boilerplate import Boilerplate, boilerplate
from newsrecon.quotation import Quotation, quotations
from newsrecon.sentences import sentences
from newsrecon.span import Span, covered, trimmed, without

__all__ = [
    "Boilerplate",
    "Quotation",
    "Span",
    "boilerplate",
    "covered",
    "lower",
    "paragraphs",
    "quotations",
    "sentences",
    "tokens",
    "without",
]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

# 1,200.50 · U.S. · Taliban’s · 15th · $
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|(?:[^\W\d_]\.){2,}|\w+(?:['’]\w+)*|[^\w\s]")


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""The runs of text between line breaks, without surrounding white space; empty ones left out.

    >>> [span.of("One.\n\n  Two. \r\n") for span in paragraphs("One.\n\n  Two. \r\n")]
    ['One.', 'Two.']
    """
    found = (trimmed(text, *match.span()) for match in _LINE.finditer(text))
    return tuple(span for span in found if span is not None)


def tokens(text: str, span: Span) -> tuple[Span, ...]:
    """The words, numbers and marks of a span. Parts of a hyphenated word are tokens of their own.

    >>> text = "The U.S. sent 1,200 Taliban-led troops."
    >>> [token.of(text) for token in tokens(text, Span(0, len(text)))]
    ['The', 'U.S.', 'sent', '1,200', 'Taliban', '-', 'led', 'troops', '.']
    """
    return tuple(Span(*match.span()) for match in _TOKEN.finditer(text, span.start, span.end))


def lower(text: str) -> str:
    """The text in lower case, of equal length, so that offsets agree.

    >>> lower("İstanbul")
    'istanbul'
    """
    return text.replace("\u0130", "i").lower()
