"""Points, lengths, expressions, and what they denote."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from newsrecon.model import Value
from newsrecon.timex import NOW, Direction, Expression, Length, Point, Timex, Unit, parse_expression, resolve_value
from newsrecon.timex.readable import interval_in_words

FRIDAY = date(2025, 7, 4)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("19", Unit.CENTURY),
        ("198", Unit.DECADE),
        ("2021", Unit.YEAR),
        ("BC0480", Unit.YEAR),
        ("2008-H2", Unit.HALF),
        ("1989-SU", Unit.SEASON),
        ("1989-Q3", Unit.QUARTER),
        ("XXXX-04", Unit.MONTH),
        ("2025-W27", Unit.WEEK),
        ("2025-W27-WE", Unit.WEEKEND),
        ("2024-02-29", Unit.DAY),
        ("XXXX-WXX-4", Unit.DAY),
        ("2016-05-28TAF", Unit.PART),
        ("2016-05-28T16", Unit.HOUR),
        ("2016-05-28T16:00", Unit.MINUTE),
        ("2016-05-28T16:00:30", Unit.SECOND),
    ],
)
def test_a_point_is_written_as_it_was_read(text: str, unit: Unit) -> None:
    point = Point.parse(text)
    assert (str(point), point.unit) == (text, unit)


@pytest.mark.parametrize(
    "text",
    ["", "2025-13", "2023-02-29", "1900-02-29", "2025-W53", "0000", "T16:00", "2025-07-03T25:00", "2025-Q5", "July"],
)
def test_what_the_calendar_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="point"):
        Point.parse(text)


def test_the_last_week_of_a_long_year_exists() -> None:
    assert Point.parse("2020-W53").shift(1) == Point.parse("2021-W01")


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("198", "1980-01-01", "1990-01-01"),
        ("19", "1900-01-01", "2000-01-01"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("1989-Q4", "1989-10-01", "1990-01-01"),
        ("2000-H1", "2000-01-01", "2000-07-01"),
        ("2024-WI", "2024-12-01", "2025-03-01"),
        ("2025-W01", "2024-12-30", "2025-01-06"),
        ("2016-W21-WE", "2016-05-28", "2016-05-30"),
        ("2025-07-03", "2025-07-03", "2025-07-04"),
        ("2016-05-28TAF", "2016-05-28T12:00", "2016-05-28T18:00"),
        ("2016-07-14TNI", "2016-07-14T19:00", "2016-07-15T00:00"),
        ("2016-05-28T16:00", "2016-05-28T16:00", "2016-05-28T16:01"),
        ("1904-02-08TXX", "1904-02-08", "1904-02-09"),
        ("9999", None, None),
        ("BC0480", None, None),
        ("XXXX-04", None, None),
    ],
)
def test_a_point_denotes_a_half_open_interval(text: str, begin: str | None, end: str | None) -> None:
    resolved = Expression.at(text).resolve(None)
    assert (resolved.begin, resolved.end) == (begin, end)


@pytest.mark.parametrize(
    ("text", "unit", "floor"),
    [
        ("2025-07-03", Unit.WEEK, "2025-W27"),
        ("2024-12-30", Unit.WEEK, "2025-W01"),
        ("2025-01-15", Unit.SEASON, "2024-WI"),
        ("2025-07-03", Unit.DECADE, "202"),
        ("1999-12-31", Unit.CENTURY, "19"),
        ("XXXX-04-02", Unit.MONTH, "XXXX-04"),
        ("2021", Unit.MONTH, "2021-XX"),
        ("2016-05-28T16:00", Unit.HOUR, "2016-05-28T16"),
    ],
)
def test_the_unit_around_a_point(text: str, unit: Unit, floor: str) -> None:
    assert str(Point.parse(text).floor(unit)) == floor


@pytest.mark.parametrize(
    ("term", "value"),
    [
        ("now", "2025-07-04"),
        ("shift(now,-1,D)", "2025-07-03"),
        ("shift(now,-4,Y)", "2021"),
        ("shift(now,-6,W)", "2025-W21"),
        ("shift(now,-7,M)", "2024-12"),
        ("shift(2024-12-31,2,D)", "2025-01-02"),
        ("shift(BC0001,1,Y)", "0001"),
        ("shift(now,-15,TM)", "2025-07-04TXX"),
        ("move(2024-02-29,1,Y)", "2025-02-28"),
        ("move(1989-Q3,-1,Y)", "1988-Q3"),
        ("move(2025-01-31,1,M)", "2025-02-28"),
        ("past(XXXX-WXX-4,now)", "2025-07-03"),
        ("past(XXXX-WXX-5,now)", "2025-07-04"),
        ("before(XXXX-WXX-5,now)", "2025-06-27"),
        ("future(XXXX-WXX-5,now)", "2025-07-04"),
        ("after(XXXX-WXX-5,now)", "2025-07-11"),
        ("past(XXXX-10,now)", "2024-10"),
        ("past(XXXX-07,now)", "2025-07"),
        ("before(XXXX-07,now)", "2024-07"),
        ("future(XXXX-01,now)", "2026-01"),
        ("near(XXXX-09,1940-06-10)", "1940-09"),
        ("recent(XXXX-12,now)", "2024-12"),
        ("recent(XXXX-08,now)", "2025-08"),
        ("past(XXXX-02-29,now)", "2024-02-29"),
        ("past(XXXX-XX-30,now)", "2025-06-30"),
        ("this(XXXX-SU,now)", "2025-SU"),
        ("this(XXXX-WI,2025-01-05)", "2024-WI"),
        ("this(XXXX-WI,2025-11-05)", "2025-WI"),
        ("near(XXXX-12-07,1941-06)", "1941-12-07"),
        ("near(XXXX-WXX-5,1941)", "XXXX-WXX-5"),
        ("past(XXXX-WXX-WE,now)", "2025-W26-WE"),
        ("near(XXXX-SP,BC0480)", "BC0480-SP"),
        ("in(XXXX-04,shift(now,0,Y))", "2025-04"),
        ("in(XXXX-WXX-2,shift(now,-1,W))", "2025-06-24"),
        ("in(XXXX-XX-XXT16:00,past(XXXX-WXX-4,now))", "2025-07-03T16:00"),
        ("past(feast(easter-2),now)", "2025-04-18"),
        ("future(feast(11-4-4),now)", "2025-11-27"),
        ("past(feast(5-l-1),now)", "2025-05-26"),
        ("until(P1Y,now)", "P1Y"),
        ("every(XXXX-WXX-1)", "XXXX-WXX-1"),
        ("PAST_REF", "PAST_REF"),
    ],
)
def test_a_term_is_counted_from_its_anchor(term: str, value: str) -> None:
    assert parse_expression(term).resolve(FRIDAY).value == value


@pytest.mark.parametrize(
    ("term", "value"),
    [
        ("past(XXXX-WXX-4,now)", "XXXX-WXX-4"),
        ("shift(now,-4,Y)", "XXXX"),
        ("shift(now,0,W)", "XXXX-WXX"),
        ("shift(past(XXXX-04,now),0,M)", "XXXX-04"),
        ("in(XXXX-04,shift(now,0,Y))", "XXXX-04"),
        ("in(XXXX-XX-XXTMO,past(XXXX-WXX-1,now))", "XXXX-WXX-1TMO"),
        ("2021-08", "2021-08"),
    ],
)
def test_without_an_anchor_blanks_stay_blanks(term: str, value: str) -> None:
    resolved = parse_expression(term).resolve(None)
    assert resolved.value == value
    assert (resolved.begin is None) == ("X" in value)


def test_a_date_time_gives_the_clock_to_count_from() -> None:
    assert parse_expression("shift(now,-15,TM)").resolve(datetime(2025, 7, 4, 9, 5)).value == "2025-07-04T08:50"


def test_lengths_before_and_after_now_have_an_interval() -> None:
    assert parse_expression("until(P20Y,now)").resolve(FRIDAY) == Timex("DURATION", "P20Y", "2005-07-04", "2025-07-04")
    assert parse_expression("from(P2W,now)").resolve(FRIDAY) == Timex("DURATION", "P2W", "2025-07-04", "2025-07-18")
    assert parse_expression("until(PXY,now)").resolve(FRIDAY) == Timex("DURATION", "PXY")


def test_a_length_beside_a_day_leads_to_the_unit_of_the_calendar_so_far_away() -> None:
    assert parse_expression("earlier(P2D,2025-05-03)").resolve(None) == Timex(
        "DURATION", "P2D", "2025-05-01", "2025-05-02"
    )
    assert parse_expression("later(P3W,2025-05-03)").resolve(None) == Timex(
        "DURATION", "P3W", "2025-05-19", "2025-05-26"
    )
    assert parse_expression("later(P1D,now)").resolve(FRIDAY) == Timex("DURATION", "P1D", "2025-07-05", "2025-07-06")
    assert parse_expression("later(P1D,now)").resolve(None) == Timex("DURATION", "P1D")
    assert parse_expression("earlier(PXD,2025-05-03)").resolve(None) == Timex("DURATION", "PXD")
    assert parse_expression("earlier(PT4H,2025-05-03)").resolve(None) == Timex("DURATION", "PT4H")


def test_a_modifier_is_kept_beside_the_value() -> None:
    resolved = parse_expression("START(1998)").resolve(None)
    assert (resolved.value, resolved.mod, resolved.type) == ("1998", "START", "DATE")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now(",
        "shift(now)",
        "shift(now,1,Q9)",
        "past(XXXX-04)",
        "every(now)",
        "2025-13",
        "Thursday",
        "feast(13)",
        "START()",
        "now,now",
        "(" * 90,
    ],
)
def test_what_is_no_term_is_refused_and_shown(text: str) -> None:
    with pytest.raises(ValueError, match=r"expression|feast|point"):
        parse_expression(text)


@pytest.mark.parametrize(
    ("term", "edtf"),
    [
        ("198", "198X"),
        ("19", "19XX"),
        ("2021-SU", "2021-22"),
        ("1989-Q3", "1989-35"),
        ("2000-H1", "2000-40"),
        ("BC0480", "-0479"),
        ("BC0001", "0000"),
        ("XXXX-12-25", "XXXX-12-25"),
        ("2025-W27", "2025-06-30/2025-07-06"),
        ("2016-05-28T16:00", "2016-05-28T16:00:00"),
        ("APPROX(1994)", "1994~"),
        ("P3Y", None),
        ("PAST_REF", None),
    ],
)
def test_values_have_a_form_in_edtf_where_it_has_one(term: str, edtf: str | None) -> None:
    assert parse_expression(term).resolve(None).edtf == edtf


def test_lengths_know_their_days_and_refuse_nonsense() -> None:
    assert Length("P2W").days == 14
    assert Length("PT36H").days == 1.5
    assert Length("PXD").days is None
    assert str(Length.of(2, Unit.HALF)) == "P12M"
    for text in ("P", "PT", "2Y", "PT1D", "P1"):
        with pytest.raises(ValueError, match="length"):
            Length(text)


def test_a_borrowed_anchor_completes_a_value_and_says_so() -> None:
    bare = Value(
        type="DATE", timex="XXXX-WXX-4", begin=None, end=None, mod=None, anchor=None, expression="past(XXXX-WXX-4,now)"
    )
    found = resolve_value(bare, FRIDAY)
    assert isinstance(found, Value)
    assert (found["timex"], found["begin"], found["anchor"]) == ("2025-07-03", "2025-07-03", "story")


def test_a_value_that_needs_no_anchor_stays_as_it_is() -> None:
    for known in (
        Value(type="DATE", timex="2021", begin="2021-01-01", end="2022-01-01", expression="2021"),
        Value(type="DURATION", timex="P3Y", begin=None, end=None, expression="P3Y"),
        Value(type="DATE", timex="2021", begin=None, end=None),
    ):
        assert resolve_value(known, FRIDAY) is known


def test_only_points_are_points() -> None:
    with pytest.raises(ValueError, match="no point"):
        Expression.lasting(Length("P3Y")).point(FRIDAY)
    with pytest.raises(ValueError, match="modifier"):
        NOW.modified("PERHAPS")
    with pytest.raises(ValueError, match="reference"):
        Expression.reference("SOMETIME")


def test_a_pattern_sought_on_a_side_where_there_is_none_stays_a_pattern() -> None:
    first = Expression.seek(Expression.at("XXXX-04"), Direction.BEFORE, Expression.at("XXXX"))
    assert str(first.point(FRIDAY)) == "XXXX-04"


@pytest.mark.parametrize(
    ("feast", "days"),
    [
        ("hebrew-1-15", ["2016-04-23", "2020-04-09", "2023-04-06", "2024-04-23"]),
        ("hebrew-7-1", ["2020-09-19", "2023-09-16", "2024-10-03"]),
        ("hebrew-9-25", ["2021-11-29", "2023-12-08", "2024-12-26"]),
        ("hebrew-12-14", ["2016-03-24", "2023-03-07", "2024-03-24"]),
        ("islamic-10-1", ["2000-01-08", "2000-12-27", "2021-05-13", "2023-04-21", "2024-04-10"]),
        ("islamic-12-10", ["2020-07-31", "2023-06-28", "2024-06-16"]),
        ("chinese-1-1", ["1985-02-20", "2000-02-05", "2015-02-19", "2023-01-22", "2024-02-10", "2034-02-19"]),
        ("diwali-1-1", ["2017-10-19", "2020-11-14", "2023-11-12", "2024-10-31"]),
        ("orthodox-1-0", ["2016-05-01", "2023-04-16", "2024-05-05", "2025-04-20"]),
    ],
)
def test_a_feast_that_follows_the_moon_falls_on_its_days(feast: str, days: list[str]) -> None:
    sought = [Expression.seek(Expression.feast(feast), Direction.NEAR, Expression.at(day)) for day in days]
    assert [one.resolve(None).value for one in sought] == days


def test_a_term_keeps_a_feast_of_the_moon() -> None:
    term = "past(feast(islamic-10-1),now)"
    assert str(parse_expression(term)) == term
    assert parse_expression(term).resolve(FRIDAY).value == "2025-03-30"


def test_an_unknown_reckoning_is_refused() -> None:
    with pytest.raises(ValueError, match="mayan-1-1"):
        Expression.feast("mayan-1-1")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("lately(XXXX-07-07,now)", "2025-07-07"),
        ("lately(XXXX-09-07,now)", "2024-09-07"),
        ("soon(XXXX-06-20,now)", "2025-06-20"),
        ("soon(XXXX-05-20,now)", "2026-05-20"),
    ],
)
def test_a_day_on_the_doubted_side_must_be_much_nearer(term: str, expected: str) -> None:
    assert parse_expression(term).resolve(FRIDAY).value == expected


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        ("2025-04-01", "2025-05-01", "April 2025"),
        ("2025-07-03T19:00", "2025-07-04T00:00", "3 July 2025, 19:00 to 00:00"),
        ("-0044-03-15", "-0044-03-16", "-0044-03-15 to -0044-03-16"),
        ("2025-13-45", "2025-13-46", "2025-13-45 to 2025-13-46"),
        ("0001-01-01", "0001-01-01", "0001-01-01 to 0001-01-01"),
    ],
)
def test_an_interval_is_told_in_words_or_as_it_is(begin, end, words):
    assert interval_in_words(begin, end) == words
