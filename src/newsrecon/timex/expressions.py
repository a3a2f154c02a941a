"""What words about time mean before anyone knows when they were said: `shift(now,-4,Y)` for *four years ago*."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final, cast

from attrs import evolve, frozen

from newsrecon.timex.lengths import Length
from newsrecon.timex.points import Point
from newsrecon.timex.seeking import Direction, candidates, chosen, feast_days
from newsrecon.timex.units import DAY, Unit
from newsrecon.timex.values import REFERENCES, Timex, iso, iso_interval

__all__ = ["MODIFIERS", "NOW", "Expression"]

_EDGES: Final = ("START", "MID", "END")
_MEASURES: Final = ("APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS")
MODIFIERS: Final = frozenset((*_EDGES, *_MEASURES, "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"))


@frozen(cache_hash=True)
class Expression:
    """What words about time mean before anyone knows when they were said, an operator and its arguments.

    Built by the class methods, written and read back as a term.

    >>> from newsrecon.timex import parse_expression
    >>> ago = Expression.shift(NOW, -4, Unit.YEAR)
    >>> str(ago), ago.resolve(date(2025, 7, 3)).value, ago.resolve(None).value
    ('shift(now,-4,Y)', '2021', 'XXXX')
    >>> thursday = parse_expression("past(XXXX-WXX-4,now)")
    >>> thursday.resolve(date(2025, 7, 4))
    Timex(type='DATE', value='2025-07-03', begin='2025-07-03', end='2025-07-04', mod=None)
    """

    operator: str
    """The name of the operator, such as `at`, `shift` or `past`."""
    arguments: tuple[Expression | Point | Length | int | str, ...] = ()
    """What it is applied to."""

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
        """A day that a rule finds in each year: `easter-2`, `11-4-4`, `hebrew-1-15`."""
        feast_days(rule, 2000)
        return cls("feast", (rule,))

    @classmethod
    def lunation(cls, first: Expression, following: Expression) -> Expression:
        """A month of a calendar that follows the moon, from its first day to that of the one that follows."""
        return cls("moon", (first, following))

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
    def beside(cls, length: Length, base: Expression, *, later: bool) -> Expression:
        """A length that tells how far from the base something was: *two days before the vote on 3 May*."""
        return cls("later" if later else "earlier", (length, base))

    @property
    def moment(self) -> Expression | None:
        """The unit of the calendar that a length beside a base leads to; None for any other expression, and without a number.

        >>> from newsrecon.timex import parse_expression
        >>> str(parse_expression("earlier(P2D,2025-05-03)").moment), parse_expression("P2D").moment
        ('shift(2025-05-03,-2,D)', None)
        """
        if self.operator not in ("earlier", "later"):
            return None
        length, base = cast("tuple[Length, Expression]", self.arguments)
        (number, unit), *more = length.amounts
        if more or not number.isdecimal() or unit not in ("D", "W", "M", "Y"):
            return None
        return Expression.shift(base, int(number) * (1 if self.operator == "later" else -1), Unit(unit))

    @classmethod
    def every(cls, what: Point | Length) -> Expression:
        """What recurs."""
        return cls("every", (what,))

    @classmethod
    def reference(cls, name: str) -> Expression:
        """PAST_REF, PRESENT_REF or FUTURE_REF; ValueError for another name."""
        if name not in REFERENCES:
            raise ValueError(f"a reference is one of {sorted(REFERENCES)}, not {name!r}")
        return cls(name)

    def modified(self, modifier: str | None) -> Expression:
        """This expression under a TIMEX3 modifier; itself for None. ValueError for what is no modifier."""
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
        if self.operator in ("lasting", "until", "from", "earlier", "later"):
            return "DURATION"
        if self.operator == "every":
            return "SET"
        return "TIME" if self.operator not in REFERENCES and self.point(None).unit.rank >= Unit.PART.rank else "DATE"

    def point(self, anchor: date | None) -> Point:
        """The point it denotes, with blanks where the anchor is needed and not there.

        ValueError for lengths, sets and vague references, which denote none.
        """
        return _point(self, anchor)

    def resolve(self, anchor: date | None) -> Timex:
        """TIMEX3 type and value and the interval, counted from the anchor where the expression needs one."""
        return _resolved(self, anchor)


NOW: Final = Expression("now")


@lru_cache(8192)
def _resolved(expression: Expression, anchor: date | None) -> Timex:
    """What an expression comes to; articles of one day tell the same times again and again."""
    operator = expression.operator
    if operator in MODIFIERS:
        return evolve(cast(Expression, expression.arguments[0]).resolve(anchor), mod=operator)
    if operator in REFERENCES:
        return Timex("DATE", operator)
    if operator in ("lasting", "every"):
        return Timex(expression.type, str(expression.arguments[0]))
    if operator in ("until", "from"):
        return _resolved_stretch(expression, anchor)
    if operator in ("earlier", "later"):
        found = expression.moment.resolve(anchor) if expression.moment else None
        plain = Timex("DURATION", str(expression.arguments[0]))
        return evolve(plain, begin=found.begin, end=found.end) if found else plain
    if operator == "moon":
        return _resolved_lunation(expression, anchor)
    point = expression.point(anchor)
    type_ = "TIME" if point.unit.rank >= Unit.PART.rank else "DATE"
    return Timex(type_, str(point), *iso_interval(point))


@lru_cache(8192)
def _point(expression: Expression, anchor: date | None) -> Point:
    """What an expression denotes; a text asks for the same ones again and again."""
    if expression.operator in MODIFIERS:
        return cast(Expression, expression.arguments[0]).point(anchor)
    if expression.operator not in _POINTS:
        raise ValueError(f"{expression} is no point of the calendar")
    return _POINTS[expression.operator](anchor, *expression.arguments)


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


def _lunation(anchor: date | None, first: Expression, following: Expression) -> Point:
    """Some month of the year in which it begins: TIMEX3 has no months but those of its calendar."""
    return Point(Unit.MONTH, first.point(anchor).year)


def _seeker(direction: Direction) -> Callable[..., Point]:
    def seek(anchor: date | None, pattern: Expression, base: Expression) -> Point:
        wanted, around = pattern.point(anchor), base.point(anchor)
        if around.days is None or wanted.dated or (wanted.weekday is not None and around.unit.rank < Unit.WEEK.rank):
            return wanted  # a Friday of some year is any
        feast = str(pattern.arguments[0]) if pattern.operator == "feast" else None
        return chosen(candidates(wanted, around, feast), direction, around, wanted) or wanted

    return seek


_POINTS: Final[Mapping[str, Callable[..., Point]]] = {
    "at": lambda anchor, point: point,
    "now": _now,
    "shift": _shift,
    "move": _move,
    "in": _within,
    "feast": _feast,
    "moon": _lunation,
    **{str(direction): _seeker(direction) for direction in Direction},
}


def _resolved_lunation(expression: Expression, anchor: date | None) -> Timex:
    first, following = (cast(Expression, one).point(anchor) for one in expression.arguments)
    begin, end = (iso(one.days[0] * DAY) if one.days else None for one in (first, following))
    value = str(expression.point(anchor))
    return Timex("DATE", value, begin, end) if begin and end and begin < end else Timex("DATE", value)


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
    begin, end = (iso(day * 86_400) for day in ends)
    return evolve(plain, begin=begin, end=end) if begin and end else plain
