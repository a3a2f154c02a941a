"""Calendar algebra: what *last Thursday*, *April this year* and *the 1980s* mean, apart from the words that say it.

Three things are kept apart. A `Point` is a stretch of the calendar at some granularity (a day, a quarter, a decade), known
or with blanks: `2025-07-03`, `XXXX-WXX-4`. An `Expression` is a reading of words, free of any anchor: `past(XXXX-WXX-4,now)`
is the most recent Thursday, whenever *now* is. A `Timex` is what comes out when an expression is resolved against an
anchor: a TIMEX3 type and value, and the half-open interval of time it denotes. Without an anchor, blanks stay blanks.

Expressions are written as terms, and `parse_expression(str(e)) == e`:

    2021-08                     a point, as TIMEX3 writes it
    now                         the anchor
    shift(now,-4,Y)             the unit that lies so many units from the one around the base: *four years ago* is a year
    move(1989-Q3,-1,Y)          the same, at the granularity of the base: *the third quarter … a year earlier*
    past(XXXX-10,now)           the point that fits a pattern, in a direction from the base (see `seek`)
    in(XXXX-04,shift(now,0,Y))  a pattern filled from what holds it: *April this year*
    until(P1Y,now) from(P2W,now)  lengths that end or begin at a base: *the past year*, *the next two weeks*
    P20Y PXW PT10M              lengths
    every(P1D) every(XXXX-WXX-4)  what recurs
    START(2016) LESS_THAN(P1D)  a modifier, by its TIMEX3 name
    past(feast(easter),now)     a feast whose day differs from year to year (`feast(11-4-4)`: fourth Thursday of November)
    PAST_REF PRESENT_REF FUTURE_REF
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final, TypeVar, cast

from attrs import evolve, frozen

from newsrecon.calendar_points import Point, Unit, day_number, easter, nth_weekday

__all__ = [
    "MODIFIERS",
    "NOW",
    "Direction",
    "Expression",
    "Length",
    "Point",
    "Timex",
    "Unit",
    "parse_expression",
    "resolve_value",
]

_EDGES: Final = ("START", "MID", "END")
_MEASURES: Final = ("APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS")
MODIFIERS: Final = frozenset((*_EDGES, *_MEASURES, "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"))
_REFERENCES: Final = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
_LENGTH: Final = re.compile(r"P(?=.)(?:(?:\d+(?:\.\d+)?|X)(?:CE|DE|Y|Q|M|WE|W|D))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?")
_AMOUNT: Final = re.compile(r"(\d+(?:\.\d+)?|X)(CE|DE|WE|[YQMWDHS])|(T)")
_DAYS_IN: Final = {
    "CE": 36524.25,
    "DE": 3652.425,
    "Y": 365.2425,
    "Q": 91.3106,
    "M": 30.4369,
    "W": 7.0,
    "WE": 2.0,
    "D": 1.0,
}
_CLOCK_DAYS: Final = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86_400}


class Direction(StrEnum):
    """On which side of its base a pattern is sought.

    `PAST` and `FUTURE` take the base itself for an answer, `BEFORE` and `AFTER` do not; `THIS` stays in the base's year or
    week; `NEAR` is whichever is closest, and so is `RECENT`, to which one that is still to come seems twice as far.
    """

    PAST = "past"
    FUTURE = "future"
    BEFORE = "before"
    AFTER = "after"
    THIS = "this"
    NEAR = "near"
    RECENT = "recent"


@frozen
class Length:
    """A length of time as TIMEX3 writes it, X standing for a number that is not told.

    >>> Length("P10W").days, Length("PXW").days, str(Length.of(90, Unit.MINUTE))
    (70.0, None, 'PT90M')
    """

    text: str

    def __attrs_post_init__(self) -> None:
        if not _LENGTH.fullmatch(self.text) or self.text.endswith("T"):
            raise ValueError(f"a length is written like P3Y, PT10M or PXW, not {self.text!r}")

    @classmethod
    def of(cls, count: int | str | None, unit: Unit) -> Length:
        """So many units; None for a number that is not told."""
        number = "X" if count is None else count
        if unit in (Unit.HALF, Unit.SEASON, Unit.PART):
            return cls(f"P{number if number == 'X' else int(number) * {'H': 6, 'S': 3}.get(unit, 0)}M")
        return cls(f"PT{number}{unit[1]}" if unit.rank > Unit.PART.rank else f"P{number}{unit}")

    def __str__(self) -> str:
        return self.text

    @property
    def amounts(self) -> tuple[tuple[str, str], ...]:
        """Numbers with their units, those of the clock written TH, TM, TS."""
        found, clocked = [], ""
        for number, unit, clock in _AMOUNT.findall(self.text):
            if clock:
                clocked = "T"
            else:
                found.append((number, clocked + unit))
        return tuple(found)

    @property
    def days(self) -> float | None:
        """The length in mean days; None where a number is not told."""
        total = 0.0
        for number, unit in self.amounts:
            if number == "X":
                return None
            total += float(number) * (_CLOCK_DAYS[unit[1]] if unit[0] == "T" else _DAYS_IN[unit])
        return total


@frozen
class Timex:
    """A time resolved as far as its anchor allows: TIMEX3 type, value and modifier, and the interval it denotes.

    `begin` and `end` are ISO dates, or date-times where the clock matters; None where the calendar does not tell.
    """

    type: str
    value: str
    begin: str | None = None
    end: str | None = None
    mod: str | None = None

    @property
    def edtf(self) -> str | None:
        """The value in the Extended Date/Time Format, where it has a form for it.

        >>> parse_expression("APPROX(1994)").resolve(None).edtf, parse_expression("shift(now,0,W)").resolve(date(2025, 7, 3)).edtf
        ('1994~', '2025-06-30/2025-07-06')
        """
        if self.type in ("DURATION", "SET") or self.value in _REFERENCES:
            return None
        text = Point.parse(self.value).edtf
        if text is None and self.begin and self.end and len(self.begin) == len(self.end) == 10:
            text = f"{self.begin}/{date.fromisoformat(self.end) - timedelta(days=1)}"
        return f"{text}~" if text and self.mod == "APPROX" else text


Argument = "Expression | Point | Length | int | str"


@frozen
class Expression:
    """What words about time mean before anyone knows when they were said, an operator and its arguments.

    Built by the class methods, written and read back as a term.

    >>> ago = Expression.shift(NOW, -4, Unit.YEAR)
    >>> str(ago), ago.resolve(date(2025, 7, 3)).value, ago.resolve(None).value
    ('shift(now,-4,Y)', '2021', 'XXXX')
    >>> thursday = parse_expression("past(XXXX-WXX-4,now)")
    >>> thursday.resolve(date(2025, 7, 4))
    Timex(type='DATE', value='2025-07-03', begin='2025-07-03', end='2025-07-04', mod=None)
    """

    operator: str
    arguments: tuple[Expression | Point | Length | int | str, ...] = ()

    @classmethod
    def at(cls, point: Point | str) -> Expression:
        """A point by itself."""
        return cls("at", (point if isinstance(point, Point) else Point.parse(point),))

    @classmethod
    def shift(cls, base: Expression, count: int, unit: Unit) -> Expression:
        """The unit so many units from the one around the base."""
        return cls("shift", (base, count, str(unit)))

    @classmethod
    def move(cls, base: Expression, count: int, unit: Unit) -> Expression:
        """The base moved by so many units, its granularity kept."""
        return cls("move", (base, count, str(unit)))

    @classmethod
    def seek(cls, pattern: Expression, direction: Direction, base: Expression) -> Expression:
        """The point that fits the pattern, in a direction from the base."""
        return cls(str(direction), (pattern, base))

    @classmethod
    def feast(cls, rule: str) -> Expression:
        """A day that a rule finds in each year: `easter-2`, `11-4-4`."""
        _feast_day(rule, 2000)
        return cls("feast", (rule,))

    @classmethod
    def within(cls, pattern: Expression, container: Expression) -> Expression:
        """The pattern, its blanks filled from the container."""
        return cls("in", (pattern, container))

    @classmethod
    def lasting(cls, length: Length) -> Expression:
        """A length by itself."""
        return cls("lasting", (length,))

    @classmethod
    def until(cls, length: Length, base: Expression) -> Expression:
        """A length that ends at the base."""
        return cls("until", (length, base))

    @classmethod
    def starting(cls, length: Length, base: Expression) -> Expression:
        """A length that begins at the base."""
        return cls("from", (length, base))

    @classmethod
    def every(cls, what: Point | Length) -> Expression:
        """What recurs."""
        return cls("every", (what,))

    @classmethod
    def reference(cls, name: str) -> Expression:
        """PAST_REF, PRESENT_REF or FUTURE_REF."""
        if name not in _REFERENCES:
            raise ValueError(f"a reference is one of {sorted(_REFERENCES)}, not {name!r}")
        return cls(name)

    def modified(self, modifier: str | None) -> Expression:
        """This expression under a TIMEX3 modifier; itself for None."""
        if modifier is None:
            return self
        if modifier not in MODIFIERS:
            raise ValueError(f"a modifier is one of {sorted(MODIFIERS)}, not {modifier!r}")
        return Expression(modifier, (self,))

    def __str__(self) -> str:
        if self.operator in ("at", "lasting"):
            return str(self.arguments[0])
        return f"{self.operator}({','.join(map(str, self.arguments))})" if self.arguments else self.operator

    @property
    def relative(self) -> bool:
        """Whether it needs an anchor."""
        return self.operator == "now" or any(isinstance(one, Expression) and one.relative for one in self.arguments)

    @property
    def type(self) -> str:
        """The TIMEX3 type."""
        if self.operator in MODIFIERS:
            return cast(Expression, self.arguments[0]).type
        if self.operator in ("lasting", "until", "from"):
            return "DURATION"
        if self.operator == "every":
            return "SET"
        return "TIME" if self.operator not in _REFERENCES and self.point(None).unit.rank >= Unit.PART.rank else "DATE"

    def point(self, anchor: date | None) -> Point:
        """The point it denotes, with blanks where the anchor is needed and not there.

        ValueError for lengths, sets and vague references, which denote none.
        """
        if self.operator in MODIFIERS:
            return cast(Expression, self.arguments[0]).point(anchor)
        if self.operator not in _POINTS:
            raise ValueError(f"{self} is no point of the calendar")
        return _POINTS[self.operator](anchor, *self.arguments)

    def resolve(self, anchor: date | None) -> Timex:
        """TIMEX3 type and value and the interval, counted from the anchor where the expression needs one."""
        if self.operator in MODIFIERS:
            return evolve(cast(Expression, self.arguments[0]).resolve(anchor), mod=self.operator)
        if self.operator in _REFERENCES:
            return Timex("DATE", self.operator)
        if self.operator in ("lasting", "every"):
            return Timex(self.type, str(self.arguments[0]))
        if self.operator in ("until", "from"):
            return _resolved_stretch(self, anchor)
        point = self.point(anchor)
        type_ = "TIME" if point.unit.rank >= Unit.PART.rank else "DATE"
        return Timex(type_, str(point), *_iso_interval(point))


NOW: Final = Expression("now")


def _now(anchor: date | None) -> Point:
    return Point(Unit.DAY) if anchor is None else Point.of(anchor)


def _shift(anchor: date | None, base: Expression, count: int, unit: str) -> Point:
    found = base.point(anchor).floor(Unit(unit))
    return found if found.weekday is not None and not count else found.shift(count)


def _move(anchor: date | None, base: Expression, count: int, unit: str) -> Point:
    point = base.point(anchor)
    years = {"DE": 10, "CE": 100}.get(unit)
    if years and point.unit.rank >= Unit.YEAR.rank:
        count, unit = count * years, "Y"
    target = point.floor(Unit(unit)).shift(count)
    if target.unit.rank >= point.unit.rank:
        return target.floor(point.unit)
    if point.unit in (Unit.WEEK, Unit.WEEKEND):
        weeks = {Unit.YEAR: 52, Unit.QUARTER: 13, Unit.MONTH: 4}.get(Unit(unit))
        return point.shift(count * weeks) if weeks else target
    if Unit(unit) is Unit.WEEK and point.unit.rank >= Unit.DAY.rank:
        return point.shift(7 * count) if point.unit is Unit.DAY else target
    day = point.day
    if day is not None and target.number is not None and Unit(unit) is Unit.MONTH:
        return _last_valid(point, target.year, target.number)
    return _last_valid(point, target.year, point.number) if Unit(unit) is Unit.YEAR else target


def _last_valid(point: Point, year: int | None, number: int | None) -> Point:
    """The point in another year or month, on an earlier day where that month is shorter."""
    for back in range(4):
        try:
            return evolve(point, year=year, number=number, day=None if point.day is None else point.day - back)
        except ValueError:
            continue
    return Point(point.unit)


def _within(anchor: date | None, pattern: Expression, container: Expression) -> Point:
    return pattern.point(anchor).fill(container.point(anchor))


def _feast(anchor: date | None, rule: str) -> Point:
    month = rule.partition("-")[0]
    return Point(Unit.DAY, number=int(month) if month.isdecimal() else None)


def _feast_day(rule: str, year: int) -> Point:
    """The day of a feast in a year: `easter+49`, or month, which one (-1 the last), weekday, and days after it."""
    if match := re.fullmatch(r"easter([+-]\d{1,3})?", rule):
        return Point.on(easter(year) + int(match[1] or 0))
    if match := re.fullmatch(r"(\d\d?)-([1-5]|l)-([1-7])(?:\+(\d{1,2}))?", rule):
        nth = -1 if match[2] == "l" else int(match[2])
        return Point.on(nth_weekday(year, int(match[1]), nth, int(match[3])) + int(match[4] or 0))
    raise ValueError(f"a feast is written like easter-2 or 11-4-4, not {rule!r}")


def _seeker(direction: Direction) -> Callable[..., Point]:
    def seek(anchor: date | None, pattern: Expression, base: Expression) -> Point:
        wanted, around = pattern.point(anchor), base.point(anchor)
        days = around.days
        if days is None or wanted.dated:
            return wanted
        return _chosen(_candidates(pattern, wanted, around, days[0]), direction, around, wanted) or wanted

    return seek


def _candidates(pattern: Expression, wanted: Point, around: Point, first: int) -> list[Point]:
    """The points that fit a pattern on both sides of a day, in order."""
    if wanted.weekday is not None:
        nearest = first + (wanted.weekday - 1 - (first + 3)) % 7
        days = [Point.on(nearest + offset) for offset in (-14, -7, 0, 7)]
        return days if wanted.unit is Unit.DAY else [evolve(day, unit=wanted.unit, clock=wanted.clock) for day in days]
    if wanted.unit in (Unit.WEEK, Unit.WEEKEND):
        return [around.floor(wanted.unit).shift(offset) for offset in range(-2, 3)]
    if wanted.unit.rank >= Unit.DAY.rank and wanted.number is None and pattern.operator == "at":
        if wanted.day is None:
            return [evolve(Point.on(first + offset), unit=wanted.unit, clock=wanted.clock) for offset in (-1, 0, 1)]
        months = [around.floor(Unit.MONTH).shift(offset) for offset in range(-3, 4)]
        return [found for month in months if (found := wanted.fill(month)).dated]
    reach = 8 if (wanted.number, wanted.day) == (2, 29) else 2
    years = [around.floor(Unit.YEAR).shift(offset) for offset in range(-reach, reach + 1)]
    if pattern.operator == "feast":
        return [_feast_day(str(pattern.arguments[0]), year.year) for year in years if year.year]
    return [found for year in years if year.dated and (found := wanted.fill(year)).dated]


def _chosen(found: list[Point], direction: Direction, around: Point, wanted: Point) -> Point | None:
    begin, end = around.days or (0, 0)
    spans = [(point.days or (0, 0), point) for point in found]
    if direction in (Direction.NEAR, Direction.RECENT):
        ahead = 2 if direction is Direction.RECENT else 1
        return min(spans, key=lambda one: max(begin - one[0][0], ahead * (one[0][0] - begin)), default=(None, None))[1]
    if direction is Direction.THIS:
        monthly = wanted.number is None and wanted.day is not None
        unit = Unit.WEEK if wanted.weekday is not None else Unit.MONTH if monthly else Unit.YEAR
        home = around.floor(unit)
        return next((point for _, point in spans if point.floor(unit) == home), None)
    if direction in (Direction.PAST, Direction.BEFORE):
        limit = [
            point for (start, stop), point in spans if (stop <= begin if direction is Direction.BEFORE else start < end)
        ]
        return limit[-1] if limit else None
    limit = [
        point for (start, stop), point in spans if (start >= end if direction is Direction.AFTER else stop > begin)
    ]
    return limit[0] if limit else None


_POINTS: Final[Mapping[str, Callable[..., Point]]] = {
    "at": lambda anchor, point: point,
    "now": _now,
    "shift": _shift,
    "move": _move,
    "in": _within,
    "feast": _feast,
    **{str(direction): _seeker(direction) for direction in Direction},
}


def _iso_interval(point: Point) -> tuple[str | None, str | None]:
    seconds = point.seconds
    if seconds is None:
        days = point.days
        if days is None:
            return None, None
        seconds = days[0] * 86_400, days[1] * 86_400
    begin, end = (_iso(second) for second in seconds)
    if begin and end and (len(begin) > 10) != (len(end) > 10):
        begin, end = (text if len(text) > 10 else f"{text}T00:00" for text in (begin, end))
    return (begin, end) if begin and end else (None, None)


def _iso(second: int) -> str | None:
    """An ISO date, or date-time off midnight; None before year 1, which Python's dates do not reach, and after 9999."""
    day, rest = divmod(second, 86_400)
    if not day_number(1, 1, 1) <= day <= day_number(9999, 12, 31):
        return None
    moment = datetime(1970, 1, 1) + timedelta(days=day, seconds=rest)
    return moment.date().isoformat() if not rest else moment.isoformat(timespec="seconds" if rest % 60 else "minutes")


def _resolved_stretch(expression: Expression, anchor: date | None) -> Timex:
    """A length laid before or after its base; without a base, or with an unknown number, only a length."""
    length, base = cast("tuple[Length, Expression]", expression.arguments)
    plain = Timex("DURATION", str(length))
    near = base.point(anchor).floor(Unit.DAY)
    sign = -1 if expression.operator == "until" else 1
    far = near
    for number, unit in length.amounts:
        if not number.isdecimal() or unit[0] == "T" or not near.dated:
            return plain
        far = _move(None, Expression.at(far), sign * int(number), unit) if unit != "WE" else far
    ends = sorted(point.days[0] for point in (near, far) if point.days)
    if len(ends) < 2 or ends[0] == ends[1]:
        return plain
    begin, end = (_iso(day * 86_400) for day in ends)
    return evolve(plain, begin=begin, end=end) if begin and end else plain


_TOKEN: Final = re.compile(r"[^(),]+|[(),]")


def parse_expression(text: str) -> Expression:
    """The expression that a term writes; a ValueError shows what is wrong with any other text.

    >>> parse_expression("in(XXXX-04,shift(now,0,Y))").resolve(date(2025, 7, 4)).value
    '2025-04'
    """
    try:
        found, rest = _parse(_TOKEN.findall(text), 0, 0)
        if rest == len(_TOKEN.findall(text)) and isinstance(found, Expression) and str(found) == text:
            found.type  # noqa: B018  an operator with the wrong arguments fails here
            return found
    except (ValueError, TypeError, IndexError, AttributeError, KeyError):
        pass
    raise ValueError(f"an expression is a term like past(XXXX-WXX-4,now), not {text!r:.80}")


def _parse(tokens: list[str], place: int, depth: int) -> tuple[Expression, int]:
    head = tokens[place]
    if depth > 20:
        raise ValueError("an expression is not nested so deeply")
    if place + 1 >= len(tokens) or tokens[place + 1] != "(":
        return _atom(head), place + 1
    arguments: list[Expression | Point | Length | int | str] = []
    place += 1
    while tokens[place] != ")":
        if head in ("shift", "move") and len(arguments):
            token = tokens[place + 1]
            arguments.append(int(token) if len(arguments) == 1 else str(Unit(token)))
            place += 2
        elif head == "feast":
            arguments.append(tokens[place + 1])
            place += 2
        else:
            found, place = _parse(tokens, place + 1, depth + 1)
            arguments.append(
                _plain(found) if head == "every" or (head in ("until", "from") and not arguments) else found
            )
    return _checked(head, arguments), place + 1


def _atom(text: str) -> Expression:
    if text == "now":
        return NOW
    if text in _REFERENCES:
        return Expression.reference(text)
    return Expression.lasting(Length(text)) if text.startswith("P") else Expression.at(text)


def _plain(expression: Expression) -> Point | Length:
    (argument,) = expression.arguments
    if not isinstance(argument, Point | Length):
        raise ValueError(f"{expression} is neither a point nor a length")
    return argument


def _checked(head: str, arguments: list[Any]) -> Expression:
    if head == "feast":
        return Expression.feast(*arguments)
    if head in MODIFIERS:
        (inner,) = arguments
        return cast(Expression, inner).modified(head)
    sizes = {"shift": 3, "move": 3, "in": 2, "until": 2, "from": 2, "every": 1, **{str(one): 2 for one in Direction}}
    if sizes.get(head) != len(arguments):
        raise ValueError(f"no operator {head!r} with {len(arguments)} arguments")
    return Expression(head, tuple(arguments))


V = TypeVar("V", bound=Mapping[str, Any])


def resolve_value(value: V, anchor: date) -> V:
    """The value of a date claim with `timex`, `begin` and `end` counted from an anchor that its article lacked.

    Unchanged where it has an interval already or needs no anchor; `anchor` then says `story`.

    >>> bare = {"type": "DATE", "timex": "XXXX-WXX-4", "begin": None, "end": None, "expression": "past(XXXX-WXX-4,now)"}
    >>> resolve_value(bare, date(2025, 7, 4))["timex"]
    '2025-07-03'
    """
    if value.get("begin") is not None or not value.get("expression"):
        return value
    expression = parse_expression(value["expression"])
    if not expression.relative:
        return value
    found = expression.resolve(anchor)
    changed = {**value, "timex": found.value, "begin": found.begin, "end": found.end, "anchor": "story"}
    make: Callable[[Mapping[str, Any]], V] = type(value)
    return make(changed)
