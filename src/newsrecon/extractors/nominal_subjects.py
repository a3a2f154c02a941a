"""Whom an article calls *the company*: the one firm that it names; *the ministry* is the one ministry, *the mayor* the one mayor.

Where an article names two that may be called so, nothing tells which is meant, and nobody is; but of two firms it is the one
that the article is about, named first of all, where no other was named since.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsrecon import gazetteer
from newsrecon.context import NameIndex
from newsrecon.extractors.statement_words import words_of

__all__ = ["body_called", "person_called"]

# the | company
_CALLED = re.compile(r"the ([a-z]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def body_called(names: NameIndex, article: str, subject: str, place: int) -> str | None:
    """The name of the body that an article means by two words at a place; None where nothing tells which.

    >>> from newsrecon.context import NamedSpan
    >>> from newsrecon import Span
    >>> spans = [NamedSpan(Span(0, 4), "Acme", "organization"), NamedSpan(Span(90, 94), "Bolt", "organization")]
    >>> names = NameIndex({"1": spans})
    >>> body_called(names, "1", "The company", 40), body_called(names, "1", "The company", 100)
    ('Acme', None)
    >>> body_called(names, "1", "The ministry", 40) is None
    True
    """
    called = _CALLED.fullmatch(subject)
    noun = called[1].lower() if called else ""
    is_firm = noun in words_of("firms")
    if not is_firm and noun not in words_of("called_by_name"):
        return None
    told = [one for one in names.spans.get(article, ()) if one.type == "organization"]
    words = {one.name: {word.lower() for word in _WORD.findall(one.name)} for one in told}
    found = [name for name in words if noun in words[name]]
    if not found and is_firm:
        found = [name for name in words if words_of("no_firms").isdisjoint(words[name])]
        if len(found) > 1:
            last = next((one.name for one in reversed(told) if one.span.end <= place and one.name in found), None)
            return last if last == found[0] else None
    return found[0] if len(found) == 1 else None


def person_called(names: NameIndex, article: str, subject: str) -> str | None:
    """The name of the person that an article means by an office; None where it names none who holds it, or more than one.

    >>> from newsrecon.context import NamedSpan
    >>> from newsrecon import Span
    >>> spans = [NamedSpan(Span(0, 8), "Jon Berg", "person"), NamedSpan(Span(9, 17), "Ada Lind", "person")]
    >>> names = NameIndex({"1": spans}, roles={"Jon Berg": ("mayor of Sund",), "Ada Lind": ("former mayor", "judge")})
    >>> person_called(names, "1", "The mayor"), person_called(names, "1", "the mayor of Sund")
    ('Jon Berg', 'Jon Berg')
    >>> person_called(names, "1", "the former mayor"), person_called(names, "1", "the deputy mayor")
    ('Ada Lind', None)
    >>> person_called(names, "1", "a judge") is None
    True
    """
    opens, _, called = subject.lower().partition(" ")
    office = _office(called) if opens == "the" else ()
    if not office or office[-1] not in gazetteer.titles().sole:
        return None
    persons = {one.name for one in names.spans.get(article, ()) if one.type == "person"}
    found = [name for name in persons if any(_holds(role, office) for role in names.roles.get(name, ()))]
    return found[0] if len(found) == 1 else None


def _holds(role: str, office: tuple[str, ...]) -> bool:
    """Whether a role is an office, held now or no longer as the office is: *finance minister* is *minister*."""
    held, past = _office(role.lower()), gazetteer.titles().past
    held_once, said_once = not past.isdisjoint(held), office[0] in past
    called = office[1:] if said_once else office
    return bool(called) and held[-len(called) :] == called and held_once == said_once


@lru_cache(maxsize=1 << 12)
def _office(words: str) -> tuple[str, ...]:
    """The words for an office in front of whose it is, or of what: **mayor** *of Sund*."""
    return tuple(_WORD.findall(_OF.split(words, maxsplit=1)[0]))


# mayor | of Sund · captain | , a father of two
_OF = re.compile(r"\s(?:of|for|to|in|at|who|that)\s|[,;]")
