"""What an expression is counted from, and in which direction: the evidence around it.

News counts from its day of publication, histories from the time they have last named. *Then*, *that month* and *two days
later* count from the expression before them. A bare weekday is the most recent one unless the verb beside it looks ahead.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from attrs import define, field, frozen

from newsrecon.extractors.date_direction import Verbs
from newsrecon.extractors.date_lexicon import TOKEN, Lexicon, Tokens
from newsrecon.model import Span
from newsrecon.timex import NOW, Direction, Expression, Point, Timex, Unit

__all__ = ["Reading", "Surroundings", "is_narrative"]

_DEEPEST = 6
_SOON, _WEEKS = 300, 120
"""So many characters behind a day with its year, another of the next so many days is of that year."""
_YEAR, _DAY = Unit.YEAR.rank, Unit.DAY.rank
_NEARBY = 1500
"""So many characters back, at most, stands the quarter that results are compared with."""
_MONTHS = re.compile(r"P\d+M")
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


@frozen
class _Mention:
    """A point in time that was named: as the calendar has it, as it was read, where, and whether its verb looks ahead."""

    point: Point
    expression: Expression
    place: int
    is_ahead: bool
    rank: int
    """That of its unit: a day is finer than a month."""


@define
class Surroundings:
    """What is known at a place of a text while it is read from the beginning to the end."""

    lexicon: Lexicon
    anchor: date | None
    narrative: bool = False
    day_first: bool | None = None
    """Whether the text writes dates such as 25/12/2024 somewhere, or 12/25/2024 (False); None where it tells neither."""
    sentences: Sequence[Span] = ()
    """The sentences of the text."""
    starts: Sequence[int] = ()
    """Where they begin, once that is asked for."""
    tokens: Tokens = field(default=None)
    mentioned: list[_Mention] = field(factory=list)
    """Points in time named so far."""
    used_document: bool = False
    """Whether the expression being read counts from another one, be it named or not."""
    surnames: set[str] = field(factory=set)
    """Words that are a month or a day elsewhere and somebody's name here."""
    latest: Reading | None = None
    """What was read last."""
    in_passing: bool = False
    """Whether the expression being read is only held against another: nothing counts from *a year ago*."""
    is_ahead: bool = False
    """Whether the verb beside the expression being read looks ahead."""
    months_told: int = -1
    """Where a stretch of months or a year was last told, with which results are compared: *for the nine months*."""

    @property
    def now(self) -> Expression:
        """What *last year* and *in April* count from: the anchor, or in histories the time last named."""
        if self.narrative:
            for one in reversed(self.mentioned):
                if one.point.year is not None and one.rank >= _YEAR:
                    self.used_document = True
                    return one.expression
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
        if (
            words
            and self.is_a(words[0], "definite")
            and expression.operator == "lasting"
            and _is_of_results(timex.value)
        ):
            self.months_told = start
        self.latest = found
        return found

    def year_told_before(self, pattern: Expression, index: int) -> Point | None:
        """The year of a day just told with its year, if a day of the calendar follows it: *on 12 March 2019 … on 21 March*.

        Only of a year before last year, and of the weeks that came then.
        """
        if self.anchor is None or not self.mentioned or pattern.operator != "at":
            return None
        last, day = self.mentioned[-1], pattern.point(None)
        told, place = last.expression, self.tokens.places[index][0]
        if last.rank < _DAY or told.operator != "at" or day.unit is not Unit.DAY or place - last.place > _SOON:
            return None
        if (
            last.point.year is None
            or last.point.year >= self.anchor.year - 1
            or "\n\n" in self.tokens.source[last.place : place]
        ):
            return None
        year = Point(Unit.YEAR, last.point.year)
        then, here = last.point.days, day.fill(year).days
        return year if then and here and 0 <= here[0] - then[0] <= _WEEKS else None

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
        self.mentioned.append(_Mention(point, kept, place, self.is_ahead, point.unit.rank))
        del self.mentioned[:-40]

    def antecedent(self, unit: Unit, since: int = 0) -> Expression | None:
        """The time last named that is at least so fine, at or after a place; None where there is none."""
        self.used_document = True
        rank = unit.rank
        for one in reversed(self.mentioned):
            if one.rank >= rank and one.place >= since:
                return one.expression
        return None

    def day_before(self, place: int) -> Expression | None:
        """The day last named in the sentence of a place or the one before, by more than a clock, unless it is still to come."""
        for one in reversed(self.mentioned):
            if one.point.unit in (Unit.DAY, Unit.PART):
                is_near = self._sentence_at(place) - self._sentence_at(one.place) <= 1
                return one.expression if is_near and not self.is_to_come(one.expression) else None
        return None

    def is_to_come(self, expression: Expression) -> bool:
        """Whether a time begins after the day of the article."""
        days = expression.point(self.anchor).days
        return bool(self.anchor and days and days[0] > (Point.of(self.anchor).days or days)[0])

    def month_told_since(self) -> Expression | None:
        """The month last named, if no day is named after it or in its sentence: *was shot in October … that same day*."""
        days = [one for one in self.mentioned if one.rank >= _DAY][-1:]
        months = [one for one in self.mentioned if one.point.unit is Unit.MONTH][-1:]
        if not months or months[0].is_ahead or self.is_to_come(months[0].expression):
            return None
        if days and self._sentence_at(days[0].place) >= self._sentence_at(months[0].place):
            return None
        self.used_document = True
        return months[0].expression

    def day_told_of(self, start: int, end: int) -> Expression | None:
        """The day last named; if what is told between two tokens is over, no day still to come but of their own sentence."""
        days = [one for one in reversed(self.mentioned) if one.rank >= _DAY]
        if not days:
            return None
        self.used_document = True
        apart = self._sentence_at(days[0].place) < self._sentence_at(self.tokens.places[start][0])
        if apart and self.is_to_come(days[0].expression) and self.direction(start, end) is Direction.PAST:
            return next((day.expression for day in days if not self.is_to_come(day.expression)), self.now)
        return days[0].expression

    def _sentence_at(self, place: int) -> int:
        if len(self.starts) < len(self.sentences):
            self.starts = [span.start for span in self.sentences]
        return bisect_right(self.starts, place) - 1

    def quarter(self, place: int) -> Expression | None:
        """A quarter named shortly before, and not ahead."""
        found = self._quarter(place)
        if found:
            self.used_document = True
        return found.expression if found else None

    def quarter_compared(self, place: int) -> Expression | None:
        """A quarter named shortly before, with which results may be compared: over, and no other stretch told since.

        *Third-quarter profit rose from a year ago*; not *for the nine months, it earned more than a year ago*.
        """
        found = self._quarter(place, over=True)
        if found is None or found.place < self.months_told:
            return None
        self.used_document = True
        return found.expression

    def _quarter(self, place: int, *, over: bool = False) -> _Mention | None:
        today = Point.of(self.anchor).days if self.anchor else None
        for one in reversed(self.mentioned[-4:]):
            begin, end = one.point.days if today and one.point.days else (None, None)
            ahead = bool(today and begin and begin > today[0])
            ending = over and one.is_ahead and not (today and end and end <= today[0])
            if one.point.unit is Unit.QUARTER and place - one.place < _NEARBY and not (ahead or ending):
                return one
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


def _is_of_results(value: str) -> bool:
    """Whether a length is one that firms report on: some months, or a year."""
    return value == "P1Y" or bool(_MONTHS.fullmatch(value))


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
