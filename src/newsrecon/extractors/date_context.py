"""What an expression is counted from, and in which direction: the evidence around it.

News counts from its day of publication, histories from the time they have last named. *Then*, *that month* and *two days
later* count from the expression before them. A bare weekday is the most recent one unless the verb beside it looks ahead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from attrs import define, field, frozen

from newsrecon.extractors.date_direction import Verbs
from newsrecon.extractors.date_lexicon import TOKEN, Lexicon, Tokens
from newsrecon.timex import NOW, Direction, Expression, Point, Timex, Unit

__all__ = ["Reading", "Surroundings", "is_narrative"]

_DEEPEST = 6
# 2025-07-03t14:30:00+02:00
_OFFSET = re.compile(r"t[\d:.]+([+-]\d\d):?(\d\d)$")
_APPOSING = frozenset(",-–—(")
_FEW_YEARS, _MANY_YEARS = 10, 20
"""So many dates with a year make a text tell its own time if no word is deictic, or one in eight at most."""


@frozen
class Reading:
    """An expression found in a text: where, what it means, what that comes to, and whether the text's own dates helped."""

    start: int
    end: int
    expression: Expression
    timex: Timex
    from_document: bool = False
    zone: str | None = None
    """The zone of a clock time where it is told, as hours and minutes from UTC."""
    is_age: bool = False
    """Whether it is the age of somebody or something: *42-year-old*."""

    @property
    def is_point(self) -> bool:
        """Whether it names a stretch of the calendar, and no length, nor a vague time."""
        return self.timex.type in ("DATE", "TIME") and not self.timex.value.endswith("_REF")


@define
class Surroundings:
    """What is known at a place of a text while it is read from the beginning to the end."""

    lexicon: Lexicon
    anchor: date | None
    narrative: bool = False
    day_first: bool | None = None
    """Whether the text writes dates such as 25/12/2024 somewhere, or 12/25/2024 (False); None where it tells neither."""
    tokens: Tokens = field(default=None)
    mentioned: list[tuple[Point, Expression, int]] = field(factory=list)
    """Points in time named so far, with their places."""
    used_document: bool = False
    """Whether the expression being read counts from another one, be it named or not."""
    surnames: set[str] = field(factory=set)
    """Words that are a month or a day elsewhere and somebody's name here."""
    latest: Reading | None = None
    """What was read last."""
    in_passing: bool = False
    """Whether the expression being read is only held against another: nothing counts from *a year ago*."""

    @property
    def now(self) -> Expression:
        """What *last year* and *in April* count from: the anchor, or in histories the time last named."""
        if self.narrative:
            for point, expression, _ in reversed(self.mentioned):
                if point.year is not None and point.unit.rank >= Unit.YEAR.rank:
                    self.used_document = True
                    return expression
        return NOW

    def reading(self, start: int, end: int, expression: Expression) -> Reading:
        """What was read, resolved as far as this text allows; a point in time is kept for what counts from it."""
        timex = expression.resolve(self.anchor)
        words = TOKEN.findall(self.tokens.lower, start, end) if timex.type in ("TIME", "DURATION") else []
        zone = self._zone(words) if timex.type == "TIME" else None
        is_age = timex.type == "DURATION" and any(self.is_a(word, "of_age") for word in words)
        found = Reading(start, end, expression, timex, self.used_document, zone, is_age)
        if found.is_point and not self.in_passing:
            self.remember(expression, start)
        self.latest = found
        return found

    def told_beside(self, index: int, name: str | None = None) -> Expression | None:
        """The time that stands before a token and a word of a class, or a comma or a dash: *12 October, the day …*."""
        joint = self.tokens.text(index - 1)
        joined = self.is_a(joint, name) if name else joint in _APPOSING
        if not joined or index < 2 or self.latest is None or self.latest.end != self.tokens.places[index - 2][1]:
            return None
        return self.latest.expression if self.latest.is_point else None

    def _zone(self, words: Sequence[str]) -> str | None:
        """How far from UTC a zone among some words is: *EDT*, *Z*, *+02:00*; None where that differs by season or place."""
        for word in words:
            if found := self.lexicon.value("zone", word) or ("+00:00" if "t" in word and word.endswith("z") else None):
                return str(found)
            if match := _OFFSET.search(word):
                return f"{match[1]}:{match[2]}"
        return None

    def is_a(self, word: str, name: str) -> bool:
        """Whether a word belongs to a class of the language."""
        return self.lexicon.is_a(word, name)

    def remember(self, expression: Expression, place: int) -> None:
        """Keep a point in time for what may be counted from it; the calendar's where it is known, else as it was read."""
        point = expression.point(self.anchor)
        kept = Expression.at(point) if point.dated else expression
        if not point.dated and _depth(expression) > _DEEPEST:
            return
        self.mentioned.append((point, kept, place))
        del self.mentioned[:-40]

    def antecedent(self, unit: Unit, since: int = 0) -> Expression | None:
        """The time last named that is at least so fine, at or after a place; None where there is none."""
        self.used_document = True
        for point, expression, place in reversed(self.mentioned):
            if point.unit.rank >= unit.rank and place >= since:
                return expression
        return None

    def quarter(self, place: int) -> Expression | None:
        """A quarter named shortly before and not ahead: results are compared with the same quarter of another year."""
        today = Point.of(self.anchor).days if self.anchor else None
        for point, expression, where in reversed(self.mentioned[-4:]):
            ahead = bool(today and point.days and point.days[0] > today[0])
            if point.unit is Unit.QUARTER and place - where < 1000 and not ahead:
                self.used_document = True
                return expression
        return None

    def seek(self, pattern: Expression, start: int, end: int, direction: Direction | None = None) -> Expression:
        """The pattern sought from now: in the direction given, or the one that the words around suggest.

        `RECENT` gives way to a verb that looks ahead, and like `NEAR` to one that looks back or ahead at *in April*, *on May 5*.
        """
        base = self.now
        if direction in (Direction.RECENT, Direction.NEAR):
            tense = self.direction(start, end)
            ahead = direction is Direction.RECENT and tense is Direction.FUTURE
            verbs = Verbs(self.lexicon, self.tokens)
            if tense and (ahead or verbs.are_dated(start, end)):
                wanted = pattern.point(None)
                is_day = wanted.day is not None and wanted.number is not None
                direction = _doubted(tense) if is_day and not verbs.are_over(start, end) else tense
        direction = direction or self.direction(start, end) or Direction.PAST
        if base is not NOW:
            if (
                base.point(None).unit is Unit.YEAR
                and direction is not Direction.BEFORE
                and pattern.point(None).weekday is None
            ):
                return Expression.seek(pattern, Direction.THIS, base)
            direction = direction if direction in (Direction.BEFORE, Direction.AFTER) else Direction.NEAR
        return Expression.seek(pattern, direction, base)

    def direction(self, start: int, end: int) -> Direction | None:
        """Where a time between two tokens lies by the words around it; None where nothing tells."""
        return Verbs(self.lexicon, self.tokens).direction(start, end)

    def begins_sentence(self, index: int) -> bool:
        """Whether a token opens a sentence, a line or a quotation."""
        if index <= 0:
            return True
        before = self.tokens.text(index - 1)
        gap = self.tokens.source[self.tokens.places[index - 1][1] : self.tokens.places[index][0]]
        return before in (".", "!", "?", ":", '"', "“", "”", "‘", "'", "’", ";", "(") or "\n" in gap

    def after_name(self, index: int) -> bool:
        """Whether the token before is written like a name, with a capital inside a sentence, and hangs together with this one."""
        if self.lexicon.data.get("nouns") == "capital":
            return False
        before = index - 1
        word = self.tokens.text(before)
        if word == "." and self.tokens.glued(before):
            return self.is_a(self.tokens.text(before - 1), "abbreviated")  # Ms. June
        if not word[:1].isalpha() or not self.tokens.is_capital(before) or self.lexicon.words.get(word, ".") != ".":
            return False
        return not self.begins_sentence(before)


def _doubted(tense: Direction) -> Direction:
    """The side a verb tells for a day of a month: *it redeems the preferred stock on 31 October*, said on the 27th, is ahead."""
    return {Direction.PAST: Direction.LATELY, Direction.FUTURE: Direction.SOON}.get(tense, tense)


def _depth(expression: Expression) -> int:
    return 1 + max((_depth(one) for one in expression.arguments if isinstance(one, Expression)), default=0)


def is_narrative(readings: Sequence[Reading]) -> bool:
    """Whether a text without a date tells its own time: many dates in full, over years, and hardly a word like *today*.

    News about one event names few dates in full, and what it calls *Thursday* is its own.
    """
    deictic, years = 0, list[int]()
    for reading in readings:
        if not reading.is_point:
            continue
        point, relative = reading.expression.point(None), reading.expression.relative
        if relative and not reading.from_document:
            deictic += reading.expression.operator in ("shift", "in") or point.weekday is not None
        elif point.year is not None and point.unit.rank >= Unit.YEAR.rank:
            years.append(point.year)
    enough = len(years) >= _FEW_YEARS and (not deictic or (len(years) >= _MANY_YEARS and deictic * 8 <= len(years)))
    return enough and len(set(years)) > 1
