"""Whom an article calls *the company*: the one firm that it names; *the ministry* is the one ministry.

Where an article names two that may be called so, nothing tells which is meant, and nobody is.
"""

from __future__ import annotations

import re

from newsrecon.context import NameIndex
from newsrecon.extractors.statement_words import words_of

__all__ = ["body_called"]

# the | company
_CALLED = re.compile(r"the ([a-z]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def body_called(names: NameIndex, article: str, subject: str) -> str | None:
    """The name of the body that an article means by two words; None where there is none, or more than one.

    >>> from newsrecon.context import NamedSpan
    >>> from newsrecon import Span
    >>> names = NameIndex({"1": [NamedSpan(Span(0, 4), "Acme", "organization")]})
    >>> body_called(names, "1", "The company"), body_called(names, "1", "The ministry")
    ('Acme', None)
    """
    called = _CALLED.fullmatch(subject)
    noun = called[1].lower() if called else ""
    is_firm = noun in words_of("firms")
    if not is_firm and noun not in words_of("called_by_name"):
        return None
    named = {one.name for one in names.spans.get(article, ()) if one.type == "organization"}
    words = {name: {word.lower() for word in _WORD.findall(name)} for name in named}
    found = [name for name in named if noun in words[name]]
    if not found and is_firm:
        found = [name for name in named if words_of("no_firms").isdisjoint(words[name])]
    return found[0] if len(found) == 1 else None
