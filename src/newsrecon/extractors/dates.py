"""Dates, times, lengths and what recurs: *on Thursday, July 3*, *four years ago*, *the past two decades*, *every Monday*.

An expression is found by the patterns of its language, read into an anchor-free `newsrecon.timex.Expression`, and resolved
against the article's day of publication where there is one. The claim keeps all three: the TIMEX3 value, the interval, and
the expression, from which a story's anchor can later make what the article alone could not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from newsrecon.clauses import Clause
from newsrecon.datelines import is_line_of_day
from newsrecon.extractors.bounds import only_bounds
from newsrecon.extractors.date_context import Reading, Surroundings, is_narrative
from newsrecon.extractors.date_lexicon import language_of, load_language
from newsrecon.extractors.date_patterns import Grammar, grammar
from newsrecon.extractors.date_readings import READERS
from newsrecon.extractors.dated_gerunds import dated_gerund
from newsrecon.extractors.dated_nouns import dated_noun
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.lengths_beside import beside
from newsrecon.extractors.trailing_lengths import trailing_length
from newsrecon.hookspecs import hookimpl
from newsrecon.matching import Matcher
from newsrecon.model import Article, Claim, Span
from newsrecon.timex import Expression
from newsrecon.word_classes import class_of, reporting

__all__ = ["extract_claims", "read_dates", "register_matchers"]

kinds = ("date",)

_BACK = 3
"""So many sentences back, a pronoun may still be explained."""
_LONGEST = 500
"""So many characters before and after a time, at most, tell what is dated."""


@hookimpl
def extract_claims(article: Article) -> Iterator[Claim]:
    """Date claims: the clause that is dated, the time, and the words that say it."""
    anchor = article.published
    subjects = _Subjects(article)
    for reading in read_dates(article):
        value = _value(reading, anchor)
        noun = subjects.noun_of(reading)
        subject, about = noun or subjects.deed_of(reading) or subjects.around(reading.start)
        if subjects.are_only_bounded(reading.start):
            value["bounds"] = True
        if is_line_of_day(subject, article.text[reading.start : reading.end]):
            value["dateline"] = True
        if about:
            value["about"] = about
        if noun:
            value["of_noun"] = True
        elif reading.is_point and (of := subjects.said_of(reading.start)):
            value["of"] = of
        yield Claim("date", subject, value, article.mention(reading.start, reading.end))


@hookimpl
def register_matchers() -> Iterable[Matcher[Any]]:
    """How dates of one event are brought together."""
    from newsrecon.extractors.date_matching import matcher

    return (matcher(),)


def read_dates(article: Article, language: str | None = None) -> list[Reading]:
    """The time expressions of an article's body, in order, their offsets those of its text.

    English, or German (absolute dates, weekdays, *vor zwei Jahren*); which of them is told by its frequent words unless given.
    X in an expression is what the words leave open, as in TIMEX3: `XXXX-07-03` has no year yet.

    >>> article = Article("He left on Thursday, July 3, two days after the vote.", published="2025-07-04")
    >>> [(article.text[r.start : r.end], str(r.expression)) for r in read_dates(article)]
    [('Thursday, July 3', 'lately(XXXX-07-03,now)'), ('two days', 'P2D')]
    """
    rules = grammar(language or language_of(article.lower))
    found = _read(article, rules, narrative=False)
    if article.published is None and is_narrative(_told(found, article)):
        found = _read(article, rules, narrative=True)
    return found


def _told(found: list[Reading], article: Article) -> list[Reading]:
    """What the text tells in its own words: *tomorrow* in a quotation is the speaker's."""
    quoted = [one.outer for one in article.quotations]
    starts = [span.start for span in quoted]

    def is_quoted(reading: Reading) -> bool:
        index = bisect_right(starts, reading.start) - 1
        return index >= 0 and reading.end <= quoted[index].end

    return [reading for reading in found if not is_quoted(reading)]


def _read(article: Article, rules: Grammar, *, narrative: bool) -> list[Reading]:
    near = Surroundings(rules.lexicon, article.published, narrative, _day_first(article.lower), article.sentences)
    found: list[Reading] = []
    for part, words in _paragraphs(article):
        if not rules.may_match(article.lower, part.start, part.end, words):
            continue
        near.tokens = rules.lexicon.encode(article.text, article.lower, part.start, part.end)
        found += beside([*_read_part(near, rules)], article.lower, article.published)
    return found


def _paragraphs(article: Article) -> Iterator[tuple[Span, tuple[frozenset[str], ...]]]:
    """The paragraphs of the body, each with the words of its sentences."""
    sentences, place = article.sentences, 0
    for part in article.body:
        first = place
        while place < len(sentences) and sentences[place].start < part.end:
            place += 1
        yield part, article.sentence_words[first:place]


# 25/12/2024, 12/25/24
_SLASHED = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:\d\d){1,2}(?![\d/])")


def _day_first(lower: str) -> bool | None:
    """Whether dates in figures put the day first, by those that can be read in one way only; None where they disagree."""
    if "/" not in lower:
        return None
    told = {int(first) > 12 for first, second in _SLASHED.findall(lower) if (int(first) > 12) != (int(second) > 12)}
    return told.pop() if len(told) == 1 else None


def _read_part(near: Surroundings, rules: Grammar) -> Iterator[Reading]:
    place, size = 0, len(near.tokens.places)
    while place < size:
        begin = size
        for phrase in rules.phrases(near.tokens, place):
            begin = phrase.start + 1
            near.used_document = near.in_passing = near.is_ahead = False
            read = READERS[phrase.rule.read](phrase, near)
            if not read:
                continue
            if isinstance(read, Expression):
                read = [(near.tokens.places[phrase.start][0], near.tokens.places[phrase.end - 1][1], read)]
            for start, end, expression in read:
                yield near.reading(start, end, expression)
            begin = phrase.end
            break
        place = begin


def _value(reading: Reading, anchor: date | None) -> dict[str, Any]:
    expression, timex = reading.expression, reading.timex
    edtf = timex.edtf
    counted = "document" if reading.from_document and not expression.relative else None
    if expression.relative and anchor is not None and timex.type in ("DATE", "TIME"):
        counted = "published"
    apart = {"zone": reading.zone} if reading.zone else {"age": True} if reading.is_age else {}
    return {
        "type": timex.type,
        "timex": timex.value,
        "begin": timex.begin,
        "end": timex.end,
        "edtf": f"{edtf}{reading.zone or ''}" if edtf else None,
        "mod": timex.mod,
        "anchor": counted,
        "expression": str(expression),
        **apart,
    }


class _Subjects:
    """The clause around each place of an article, and what it points to where it says nothing by itself."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.sentences = article.sentences
        self.sentence_starts = [span.start for span in self.sentences]
        self.article = article
        self.light = frozenset(load_language("en").data["words"]["light_verb"])
        self._last_point = -1
        self.what_happened = load_language("en").data["what_happened"]

    def noun_of(self, reading: Reading) -> tuple[str, str] | None:
        """The noun phrase that a time belongs to, *Monday’s ruling*, and its sentence; None where the clause is dated."""
        clause = self._clause_at(reading.start)
        if clause is None or not reading.is_point:
            return None
        noun = dated_noun(self.text, self.article.lower, clause, Span(reading.start, reading.end))
        if noun is None:
            return None
        return self._plain(noun, reading.start), self._plain(clause.sentence, reading.start)

    def deed_of(self, reading: Reading) -> tuple[str, None] | None:
        """The gerund phrase that a time is of where its clause has an earlier one; None where there is none."""
        clause = self._clause_at(reading.start)
        if clause is None or not reading.is_point:
            return None
        earlier, self._last_point = self._last_point, reading.end
        if earlier < clause.span.start:
            return None
        deed = dated_gerund(self.text, clause.span, earlier, Span(reading.start, reading.end))
        return (self._plain(deed, reading.start), None) if deed else None

    def around(self, place: int) -> tuple[str, str | None]:
        """The text of the clause that a place lies in; for *the move came* the sentence with the one before it, too.

        *What happened on Saturday* is what the article begins with.
        """
        clause = self._clause_at(place)
        if clause is None:
            return "", None
        verb = clause.verb.of(self.text).lower() if clause.verb else ""
        told = self._with_participle(clause) if verb in self.light else None
        subject = self._plain(told or self._without_length(clause.span, place), place)
        before = self.article.lower[max(clause.span.start, place - _LONGEST) : place]
        if any(words in before for words in self.what_happened):
            return subject, self._plain_between(0, 1, place)
        return subject, self._pointed_to(place) if verb in self.light else None

    def said_of(self, place: int) -> str | None:
        """The words for what the clause at a place tells of, where they stand outside it: *the trial*, of *which opened*.

        Of *it opened*, and of *its doors opened*, that is what the sentence before is about.
        """
        clause = self._clause_at(place)
        if clause is None or clause.subject is None:
            return None
        told = [] if clause.span.contains(clause.subject) else [clause.subject]
        if clause.kind == "relative" and self.article.lower.startswith("whose ", clause.span.start):
            owner = self.article.clauses_of(clause.sentence)[clause.governor or 0].subject
            told = [owner] if owner else []
        elif self._points_back(clause.subject):
            before = self._subject_before(clause.sentence)
            told += [before] if before else []
        return " ".join(self._plain(span, span.start) for span in told) or None

    def _points_back(self, subject: Span) -> bool:
        first = self.article.lower[subject.start : subject.end].partition(" ")[0]
        return first in words_of_class("back_pointing")

    def _subject_before(self, sentence: Span) -> Span | None:
        """What the sentence before one tells of, or what that one points back to."""
        index = bisect_right(self.sentence_starts, sentence.start) - 1
        for before in range(index - 1, max(-1, index - 1 - _BACK), -1):
            main = next((one for one in self.article.clauses_of(self.sentences[before]) if one.kind == "main"), None)
            if main is not None and main.subject is not None and not self._points_back(main.subject):
                return main.subject
        return None

    def _without_length(self, clause: Span, place: int) -> Span:
        """A clause without the length at its end that tells of the next one, unless the place lies in it."""
        end = trailing_length(self.article.lower, clause)
        return clause if end is None or place >= end else Span(clause.start, end)

    def _with_participle(self, clause: Clause) -> Span | None:
        """A clause with the one behind it that tells what goes on with it: *She was seen in May, | feeding the birds*.

        None where there is no such one, or it has figures of its own, which may be another time.
        """
        if clause.kind == "participle":
            return None
        told = self.article.clauses_of(clause.sentence)
        number = told.index(clause) + 1
        if number >= len(told) or told[number].kind != "participle" or told[number].governor != number - 1:
            return None
        verb = told[number].verb
        goes_on = verb is not None and verb.start == told[number].span.start and class_of(verb.of(self.text)) == "G"
        if not goes_on or verb is None or verb.of(self.text).lower() in reporting():
            return None
        return Span(clause.span.start, told[number].span.end)

    def are_only_bounded(self, place: int) -> bool:
        """Whether the time at a place is only the bound of what its clause tells."""
        clause = self._clause_at(place)
        return clause is not None and only_bounds(self.article.lower, place, clause)

    def _clause_at(self, place: int) -> Clause | None:
        index = bisect_right(self.sentence_starts, place) - 1
        told = self.article.clauses_of(self.sentences[index]) if index >= 0 else ()
        number = bisect_right(told, place, key=lambda clause: clause.span.start) - 1
        return told[number] if number >= 0 and place < told[number].span.end else None

    def _pointed_to(self, place: int) -> str:
        index = bisect_right(self.sentence_starts, place) - 1
        return self._plain_between(max(0, index - 1), index, place)

    def _plain_between(self, first: int, last: int, place: int) -> str:
        """The text of some sentences."""
        last = min(last, len(self.sentences) - 1)
        span = Span(self.sentences[first].start, self.sentences[last].end)
        return self._plain(span, min(max(place, span.start), span.end))

    def _plain(self, span: Span, place: int) -> str:
        """The text of a span in one line; of one without end, such as a table, what stands around the place."""
        start, end = max(span.start, place - _LONGEST), min(span.end, place + _LONGEST)
        words = self.text[start:end].split()
        return " ".join(words[start > span.start : len(words) - (end < span.end)])
