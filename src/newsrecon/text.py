"""What the shape of a text tells before its meaning is read: paragraphs, sentences, tokens, quotations, boilerplate.

Pure functions on `str`. Offsets are code points, spans are half-open, and any `str` whatever is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

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
    "end_of_word",
    "lower",
    "one_of",
    "paragraphs",
    "quotations",
    "sentences",
    "tokens",
    "without",
]

WIDEST, NARROWEST = 120, 35
"""The longest line that a wrapped text has, and the shortest that its lines are on average."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

# 1,200.50 · U.S. · Taliban’s · 15th · $
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|(?:[^\W\d_]\.){2,}|\w+(?:['’]\w+)*|[^\w\s]")


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""The runs of text between line breaks, without surrounding white space; empty ones left out.

    Where a text is broken into lines of one width, as wire texts and e-mails are, a paragraph is a run of such lines, ended
    by an empty line or by one that is set in.

    >>> [span.of("One.\n\n  Two. \r\n") for span in paragraphs("One.\n\n  Two. \r\n")]
    ['One.', 'Two.']
    """
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    runs = _joined(text, lines) if _is_wrapped(text, lines) else lines
    found = (trimmed(text, run.start, run.end) for run in runs)
    return tuple(span for span in found if span is not None)


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Whether sentences run on from line to line: many lines break off within one, and none is longer than a page is wide."""
    widths = [len(line) for line in lines]
    if len(lines) < 4 or max(widths) > WIDEST or sum(widths) < NARROWEST * len(lines):
        return False
    broken = sum(_runs_on(text, upper, lower) for upper, lower in pairwise(lines))
    return broken >= 3 and broken >= 0.25 * len(lines)


def _runs_on(text: str, upper: Span, lower: Span) -> bool:
    last, first = text[upper.end - 1], text[lower.start]
    return lower.start - upper.end <= 2 and first.islower() and (last.isalnum() or last in ",-")


def _joined(text: str, lines: Sequence[Span]) -> list[Span]:
    """The lines of a wrapped text as paragraphs: adjacent ones together, unless the lower is set in or the upper ends early."""
    width = max(len(line) for line in lines)
    runs = [lines[0]]
    for upper, line in pairwise(lines):
        apart = text[upper.end : line.start] not in ("\n", "\r\n", "\r") or text[line.start].isspace()
        if apart or (len(upper) < width / 2 and not _runs_on(text, upper, line)):
            runs.append(line)
        else:
            runs[-1] = Span(runs[-1].start, line.end)
    return runs


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


def end_of_word(text: str, word: str, start: int = 0) -> int:
    """Where a word ends that stands in a text by itself, the first time from `start` on; -1 where it does not stand there.

    >>> text = "This is so."
    >>> text[end_of_word(text, "is"):]
    ' so.'
    >>> end_of_word(text, "i")
    -1
    """
    place = text.find(word, start) if word else -1
    while place >= 0:
        end = place + len(word)
        if not (_goes_on(text[place - 1 : place]) or _goes_on(text[end : end + 1])):
            return end
        place = text.find(word, place + 1)
    return -1


def _goes_on(character: str) -> bool:
    return character.isalnum() or character == "_"


_Tree = dict[str, "_Tree"]


def one_of(words: Iterable[str]) -> str:
    """The pattern for any of some words, the longest that fits, their spaces being any white space.

    What words have in common at their beginning is looked at once, so that a thousand of them cost little more than ten.

    >>> one_of(["dead", "shot dead", "shot"])
    'shot(?:\\\\s+dead|)|dead'
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for number, part in enumerate(word.split()):
            for step in (*([r"\s+"] if number else []), *map(re.escape, part)):
                node = node.setdefault(step, {})
        node[""] = {}
    return _branches(tree)


def _branches(tree: _Tree) -> str:
    """The alternatives of a tree; where a word may end or go on, it goes on first."""
    return "|".join(step + _behind(tree[step]) for step in sorted(tree, reverse=True))


def _behind(tree: _Tree) -> str:
    return _branches(tree) if len(tree) < 2 else f"(?:{_branches(tree)})"
