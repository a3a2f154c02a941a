"""Times of a thing that is named, not of what the clause tells: *a report on | the March crash | was published*.

Four constructions hang a time on a noun: *Monday’s ruling*, *the March crash*, *the attack of 3 May in Oslo*, *since the vote in
April*. What is dated then is the noun phrase, up to the verb or the mark behind it; the clause around it may be of any other day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsrecon.clauses import Clause
from newsrecon.extractors.date_lexicon import load_language
from newsrecon.extractors.grammar import words_of_class
from newsrecon.span import Span
from newsrecon.text import one_of
from newsrecon.word_classes import class_of

__all__ = ["dated_noun"]

_BEFORE, _BEHIND = 80, 200
"""So many characters before a time may hold the noun that it is of, and so many behind it what tells more of that."""

# Monday| ’s ruling
_OWNS = re.compile(r"['’]s?\s+(?=[^\W\d_])")
# the April| crash
_FOLLOWED = re.compile(r"\s+(?P<noun>[a-z]{3,30})(?!['’\w])")
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_WORD = re.compile(r"(?<![’'])\b[^\W\d_]+")
_MARK = re.compile(r"[,;:()“”\"–—]")


def dated_noun(text: str, lower: str, clause: Clause, time: Span) -> Span | None:
    """The noun phrase that a time inside a clause is of; None where the time is of what the clause tells.

    >>> from newsrecon import Article
    >>> article = Article("A report on the April crash was published.")
    >>> found = dated_noun(article.text, article.lower, article.clauses[0], Span(16, 21))
    >>> found.of(article.text)
    'the April crash'
    """
    start = _start(text, lower, clause, time)
    if start is None:
        return None
    last = min(clause.span.end, time.end + _BEHIND)
    end = min(_ends(text, clause, time, last), default=last)
    return Span(start, start + len(text[start:end].rstrip()))


def _start(text: str, lower: str, clause: Clause, time: Span) -> int | None:
    """Where the noun phrase begins; None where there is none.

    Neither *the summer saw fires* nor *the night of 3 May* is one.
    """
    if _OWNS.match(text, time.end):
        return time.start
    first = max(clause.span.start, time.start - _BEFORE)
    noun = _FOLLOWED.match(text, time.end)
    if noun is not None and class_of(noun["noun"]) in "xbsG" and noun["noun"] not in _stretches():
        if lower.startswith(_articles(), time.start, time.end):
            return time.start
        article = _article().search(lower, first, time.start)
        return article.start() if article else None
    noun = _noun_of().search(lower, first, time.start)
    if noun is not None:
        return noun.start() if noun["noun"] not in _stretches() else None
    bound = _bound().search(lower, first, time.start)
    return bound.start("phrase") if bound is not None and _is_noun_phrase(bound["phrase"]) else None


def _is_noun_phrase(phrase: str) -> bool:
    """Whether no word of a phrase is a verb, nor its last one a stretch of time."""
    words = phrase.split()
    return (
        class_of(words[-1]) in "xbs"
        and words[-1] not in _stretches()
        and not any(class_of(w) in "APSDN" for w in words)
    )


def _ends(text: str, clause: Clause, time: Span, last: int) -> Iterator[int]:
    """Where a noun phrase with a time may end: at a mark, another noun phrase, the subject or the verb of its clause."""
    if mark := _MARK.search(text, time.end, last):
        yield mark.start()
    following = _NEXT.match(text, time.end)
    if following is not None and class_of(following[1]) in "dnA":
        yield time.end
    if clause.subject is not None and clause.subject.start >= time.end:
        yield clause.subject.start
    words = [*_WORD.finditer(text, time.end, last)]
    if clause.verb is not None and words and clause.verb.start > words[0].start():
        yield clause.verb.start
    else:  # Monday’s ruling | closed
        yield from (word.start() for word in words[1:] if class_of(word[0]) in "APSD")


@cache
def _articles() -> tuple[str, ...]:
    return tuple(f"{word} " for word in ("a", "an", "the", *sorted(words_of_class("possessives"))))


# the · its · Ada’s
_OPENS = r"(?:\b(?:{words})|[^\W\d_]{{1,30}}['’]s?)\s+"


@cache
def _article() -> re.Pattern[str]:
    return re.compile(_OPENS.format(words=one_of(map(str.strip, _articles()))) + r"\Z")


# the terrorist attacks | of
@cache
def _noun_of() -> re.Pattern[str]:
    opens = _OPENS.format(words=one_of(map(str.strip, _articles())))
    return re.compile(opens + r"(?:[^\W\d_]{1,30}\s+){0,3}?(?P<noun>[^\W\d_]{1,30})\s+of\s+\Z")


# since | the vote | in
@cache
def _bound() -> re.Pattern[str]:
    words = load_language("en").data["words"]
    opens = _OPENS.format(words=one_of(map(str.strip, _articles())))
    phrase = rf"(?P<phrase>{opens}(?:[^\W\d_]{{1,30}}\s+){{0,3}}[^\W\d_]{{1,30}})"
    before = one_of((*words["since_word"], *words["up_to"]))
    return re.compile(rf"\b(?:{before})\s+{phrase}\s+(?:{one_of(words['when'])})\s+\Z")


@cache
def _stretches() -> frozenset[str]:
    """Words for a stretch of time, or an edge of one: *the night of*, *the end of*."""
    data = load_language("en").data
    tables = (
        "unit",
        "units",
        "clock_unit",
        "clock_units",
        "month",
        "weekday",
        "part",
        "parts",
        "season",
        "seasons",
        "edge",
    )
    known = {word for table in (*tables, "edge_of") for word in data[table]}
    return frozenset(known.union(*(data["words"][name] for name in ("half", "halves", "period", "stretch"))))
