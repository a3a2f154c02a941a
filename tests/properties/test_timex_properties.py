"""Laws of the calendar algebra."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from newsrecon.timex import MODIFIERS, NOW, Direction, Expression, Length, Point, Unit, parse_expression, rounded
from newsrecon.timex.gregorian import day_number

days = st.dates(date(2, 1, 1), date(9990, 12, 31)).map(Point.of)
calendar_units = st.sampled_from([unit for unit in Unit if unit.rank <= Unit.DAY.rank])
dated_points = st.builds(lambda day, unit: day.floor(unit), days, calendar_units)
clocks = st.one_of(
    st.sampled_from(["MO", "MI", "AF", "EV", "NI", "DT"]),
    st.times().map(lambda time: f"{time:%H}"),
    st.times().map(lambda time: f"{time:%H:%M}"),
    st.times().map(lambda time: f"{time:%H:%M:%S}"),
)
timed_points = st.builds(lambda day, clock: Point.parse(f"{day}T{clock}"), days, clocks)
points = dated_points | timed_points
patterns = st.sampled_from(
    ["XXXX-04", "XXXX-02-29", "XXXX-07-03", "XXXX-WXX-4", "XXXX-SU", "XXXX-Q3", "XXXX-H1", "XXXX-XX-13", "XXXX-WXX-WE"]
)
lengths = st.builds(
    Length.of, st.integers(0, 999) | st.none(), st.sampled_from([Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY, Unit.HOUR])
)


def _larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    counts = st.integers(-5000, 5000)
    return st.one_of(
        st.builds(Expression.shift, inner, counts, st.sampled_from(list(Unit))),
        st.builds(
            Expression.move, inner, counts, st.sampled_from([Unit.YEAR, Unit.QUARTER, Unit.MONTH, Unit.WEEK, Unit.DAY])
        ),
        st.builds(Expression.seek, patterns.map(Expression.at), st.sampled_from(list(Direction)), inner),
        st.builds(Expression.within, patterns.map(Expression.at), inner),
    )


point_expressions = st.recursive(
    st.just(NOW) | points.map(Expression.at) | patterns.map(Expression.at), _larger, max_leaves=4
)
expressions = st.one_of(
    point_expressions,
    lengths.map(Expression.lasting),
    st.builds(Expression.until, lengths, point_expressions),
    st.builds(Expression.starting, lengths, point_expressions),
    lengths.map(Expression.every),
    st.builds(lambda inner, mod: inner.modified(mod), point_expressions, st.sampled_from(sorted(MODIFIERS))),
    st.sampled_from(["PAST_REF", "PRESENT_REF", "FUTURE_REF"]).map(Expression.reference),
)


class TestRoundTrips:
    """`parse(str(x)) == x`; TIMEX3 values round-trip through their intervals."""

    @given(points)
    def test_points(self, point: Point) -> None:
        assert Point.parse(str(point)) == point

    @given(points)
    def test_points_through_their_intervals(self, point: Point) -> None:
        assert point.seconds is not None
        assert Point.spanning(*point.seconds) == point

    @given(expressions)
    def test_expressions(self, expression: Expression) -> None:
        assert parse_expression(str(expression)) == expression

    @given(st.dates())
    def test_days_through_their_numbers(self, day: date) -> None:
        number = day_number(day.year, day.month, day.day)
        assert number == day.toordinal() - date(1970, 1, 1).toordinal()
        assert Point.on(number) == Point.of(day)


class TestArithmetic:
    """Shifting is addition; the unit around a point holds it."""

    @given(dated_points, st.integers(-300, 300), st.integers(-300, 300))
    def test_shifts_add_up(self, point: Point, one: int, other: int) -> None:
        there = point.shift(one)
        if there.dated and point.shift(one + other).dated:
            assert there.shift(other) == point.shift(one + other)

    @given(dated_points)
    def test_neighbours_touch(self, point: Point) -> None:
        after = point.shift(1)
        if point.seconds and after.seconds and point.unit is not Unit.WEEKEND:
            assert point.seconds[1] == after.seconds[0]

    @given(days, calendar_units)
    def test_the_unit_around_a_day_holds_it(self, day: Point, unit: Unit) -> None:
        around, inner = day.floor(unit).seconds, day.seconds
        assert around is not None
        assert inner is not None
        assert unit is Unit.WEEKEND or (around[0] <= inner[0] and inner[1] <= around[1])

    @given(st.dates())
    def test_weeks_are_those_of_iso_8601(self, day: date) -> None:
        year, week, _ = day.isocalendar()
        if 1 <= year <= 9999:
            assert str(Point.of(day).floor(Unit.WEEK)) == f"{year:04}-W{week:02}"


class TestSeeking:
    """What is sought fits its pattern and lies on the side where it was sought."""

    @given(st.integers(1, 7), st.dates(date(2, 1, 1), date(9990, 1, 1)))
    def test_a_weekday_lies_within_a_week(self, weekday: int, day: date) -> None:
        pattern = Expression.at(f"XXXX-WXX-{weekday}")
        anchor = Point.of(day).days
        assert anchor is not None
        for direction, reach in (
            (Direction.PAST, range(-6, 1)),
            (Direction.BEFORE, range(-7, 0)),
            (Direction.FUTURE, range(7)),
            (Direction.AFTER, range(1, 8)),
        ):
            found = Expression.seek(pattern, direction, NOW).point(day)
            assert found.days is not None
            assert found.days[0] - anchor[0] in reach
            assert date.fromisoformat(str(found)).isoweekday() == weekday

    @given(expressions, st.dates() | st.none())
    def test_every_expression_resolves(self, expression: Expression, anchor: date | None) -> None:
        resolved = expression.resolve(anchor)
        assert resolved.type in ("DATE", "TIME", "DURATION", "SET")
        assert (resolved.begin is None) == (resolved.end is None)
        assert resolved.begin is None or resolved.end is None or resolved.begin < resolved.end


@given(
    st.dates(date(1000, 1, 1), date(9000, 1, 1)),
    st.integers(2, 999),
    st.sampled_from((Unit.YEAR, Unit.MONTH, Unit.WEEK)),
)
def test_a_count_back_in_whole_units_may_mean_half_a_unit_on_either_side(anchor: date, count: int, unit: Unit) -> None:
    back = Expression.move(NOW, -count, unit).resolve(anchor).begin
    found = rounded(str(Expression.shift(NOW, -count, unit)), anchor)
    assert back is not None
    assert found is not None
    begin, end = map(date.fromisoformat, found)
    before, after = date.fromisoformat(back) - begin, end - date.fromisoformat(back)
    assert {Unit.YEAR: 365, Unit.MONTH: 31, Unit.WEEK: 7}[unit] <= (before + after).days <= 367
    assert (after - before).days == 1


@given(point_expressions | st.just(NOW))
def test_only_a_count_back_is_a_round_number(expression: Expression) -> None:
    found = rounded(str(expression), date(2025, 7, 3))
    assert found is None or "shift(now,-" in str(expression)
