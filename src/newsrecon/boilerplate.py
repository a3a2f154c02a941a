"""Lines of a pasted web page that are not the report: *3 Min Read*, *Share This Article*, *Also Read: …*, *Leave a Reply*.

They are labelled with a kind and stay in the text. What such lines look like is data; a line that might be a sentence of the
report is left alone, since a fact lost is worse than a prompt kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from newsrecon.span import Span

__all__ = ["Boilerplate", "boilerplate"]


@frozen
class Boilerplate:
    """A line, or part of one, that belongs to the web page and not to the report, with its kind (`byline`, `share`, …)."""

    span: Span
    kind: str


def boilerplate(text: str, paragraphs: Sequence[Span]) -> tuple[Boilerplate, ...]:
    """The parts of a text that belong to the web page around it, in order."""
    return ()
