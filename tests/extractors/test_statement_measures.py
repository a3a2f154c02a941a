"""Numbers and times that bear each other out, and those that can all be true and do not."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article, reconcile
from newsrecon.extractors.statement_measures import (
    Figure,
    Time,
    counted_otherwise,
    every_figure_of,
    in_one_unit,
    timed_otherwise,
    times_apart,
)
from newsrecon.wording import content_words

AT_LEAST_NINE = Figure("", 9, inf)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        (AT_LEAST_NINE, Figure("", 9, 9), True),
        (AT_LEAST_NINE, Figure("", 10, 10), True),
        (AT_LEAST_NINE, Figure("", 14, 14), False),
        (AT_LEAST_NINE, Figure("", 8, 8), False),
        (Figure("guest", 100, inf), Figure("guest", 104, 104), True),
        (Figure("guest", -inf, 100), Figure("guest", 95, 95), True),
        (Figure("guest", -inf, 100), Figure("guest", 40, 40), False),
        (Figure("guest", 85, 115), Figure("guest", 110, 110), True),
        (Figure("guest", 3, 3), Figure("guest", 4, 4), False),
    ],
)
def test_a_bound_is_borne_out_by_a_number_close_to_it(one, other, near):
    assert one.near(other) is near
    assert other.near(one) is near


def test_a_share_in_whole_percents_is_rounded_and_a_count_is_not():
    def shares(*numbers: float, noun: str = "percent") -> list[Figure]:
        return every_figure_of({"numbers": [{"number": one, "noun": noun, "bound": None} for one in numbers]})

    whole, exact, next_one = shares(41, 41.3, 42)
    assert exact.within(whole)
    assert not whole.within(exact)
    assert not whole.meets(next_one)
    assert not shares(41, noun="boats")[0].meets(shares(41.3, noun="boats")[0])


def at(begin: str, end: str, *, alone: bool = False, zone: str | None = None) -> Time:
    return Time(begin, end, "clause", hour_alone=alone, zone=zone)


NINE_ON_MONDAY = at("2026-05-11T09:00", "2026-05-11T09:01")
MONDAY = at("2026-05-11", "2026-05-12")


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        # an hour alone is of any day
        (at("2026-05-13T09:00", "2026-05-13T09:01", alone=True), MONDAY, True),
        (at("2026-05-13T09:00", "2026-05-13T09:01", alone=True), NINE_ON_MONDAY, True),
        (at("2026-05-13T10:00", "2026-05-13T10:01", alone=True), NINE_ON_MONDAY, False),
        (at("2026-05-13T10:00", "2026-05-13T10:01", alone=True), at("2026-05-01", "2026-06-01"), True),
        # two hours alone, of articles of two days
        (
            at("2026-05-13T09:00", "2026-05-13T09:01", alone=True),
            at("2026-05-12T09:00", "2026-05-12T09:01", alone=True),
            True,
        ),
        (
            at("2026-05-13T09:00", "2026-05-13T09:01", alone=True),
            at("2026-05-12T11:00", "2026-05-12T11:01", alone=True),
            False,
        ),
        # the last minute of a day
        (at("2026-05-13T23:59", "2026-05-14T00:00", alone=True), at("2026-05-11T18:00", "2026-05-12T00:00"), True),
        # a clock of another place
        (at("2026-05-11T07:00", "2026-05-11T07:01", zone="+00:00"), NINE_ON_MONDAY, True),
        (at("2026-05-11T07:00", "2026-05-11T07:01", zone="+00:00"), at("2026-05-13T09:00", "2026-05-13T09:01"), False),
        (
            at("2026-05-11T07:00", "2026-05-11T07:01", zone="+00:00"),
            at("2026-05-11T09:00", "2026-05-11T09:01", zone="+02:00"),
            True,
        ),
        (
            at("2026-05-11T07:00", "2026-05-11T07:01", zone="+00:00"),
            at("2026-05-11T07:00", "2026-05-11T07:01", zone="+02:00"),
            False,
        ),
        (at("-0044-03-15T07:00", "-0044-03-15T07:01", zone="+00:00"), NINE_ON_MONDAY, True),
    ],
)
def test_clocks_meet_where_they_may_show_one_moment(one, other, meet):
    assert one.meets(other) is meet
    assert other.meets(one) is meet


@given(st.data())
def test_whether_clocks_meet_is_the_same_from_both_sides(data):
    def clock() -> Time:
        day, hour = data.draw(st.integers(1, 28)), data.draw(st.integers(0, 23))
        end = f"2026-05-{day:02}T{hour + 1:02}:00" if hour < 23 else f"2026-05-{day + 1:02}T00:00"
        zone = data.draw(st.sampled_from((None, "+00:00", "+05:30", "-08:00")))
        return at(f"2026-05-{day:02}T{hour:02}:00", end, alone=data.draw(st.booleans()), zone=zone)

    one, other = clock(), clock()
    assert one.meets(other) == other.meets(one)
    assert one.tells_the_same(other) == other.tells_the_same(one)
    assert one.meets(one)


def test_an_hour_alone_is_one_time_with_another_hour_only():
    nine = at("2026-05-13T09:00", "2026-05-13T09:01", alone=True)
    assert nine.tells_the_same(NINE_ON_MONDAY)
    assert NINE_ON_MONDAY.tells_the_same(nine)
    assert not nine.tells_the_same(MONDAY)
    assert not MONDAY.tells_the_same(nine)


numbers = st.integers(0, 10**9).map(float)
figures = numbers.flatmap(
    lambda low: st.sampled_from([Figure("", low, low), Figure("", low, inf), Figure("", -inf, low)])
)


@given(figures, figures)
def test_what_is_near_is_so_from_both_sides_and_to_itself(one, other):
    assert one.near(other) == other.near(one)
    assert one.near(one)


def test_two_numbers_of_a_measure_may_be_of_two_things_unless_the_same_is_said():
    one, other = [Figure("year", 3, 3)], [Figure("year", 7, 7)]
    assert counted_otherwise(one, other, {"year": "years"}, same=False) is None
    assert counted_otherwise(one, other, {"year": "years"}, same=True) == "they do not give one number of 'years'"
    assert counted_otherwise(one, [Figure("guest", 7, 7)], {}, same=True) is None


def test_of_several_numbers_of_one_thing_one_must_be_near():
    saved, all_told = [Figure("person", 80, 80)], [Figure("person", 90, 90), Figure("person", 20, 20)]
    assert (
        counted_otherwise(saved, all_told, {"person": "people"}, same=False)
        == "they do not give one number of 'people'"
    )
    assert (
        counted_otherwise(all_told, saved, {"person": "people"}, same=False)
        == "they do not give one number of 'people'"
    )
    assert counted_otherwise([*saved, Figure("person", 20, 20)], all_told, {}, same=False) is None


def time(begin, end, *, borrowed=False):
    return Time(begin, end, "clause", borrowed=borrowed)


MONDAY, TUESDAY = time("2025-03-03", "2025-03-04"), time("2025-03-04", "2025-03-05")


@pytest.mark.parametrize(
    ("number", "low", "high"), [(2.0, 1501, 2499), (2.1, 2050.1, 2149.9), (2.15, 2145.01, 2154.99)]
)
def test_kilometres_are_so_many_metres_as_their_digits_tell(number, low, high):
    kilometres, metres = content_words("kilometres metres")
    (figure,) = in_one_unit([Figure(kilometres, number, number)])
    assert figure == Figure(metres, pytest.approx(low), pytest.approx(high))


def test_a_bound_of_kilometres_is_one_of_metres():
    kilometres, metres = content_words("kilometres metres")
    assert in_one_unit([Figure(kilometres, 2, inf)]) == (Figure(metres, 2000, inf),)
    assert counted_otherwise([Figure(kilometres, 2.1, 2.1)], [Figure(metres, 500, 500)], {}, same=True)
    assert counted_otherwise([Figure(kilometres, 2.1, 2.1)], [Figure(metres, 2100, 2100)], {}, same=True) is None


@pytest.mark.parametrize(
    ("mine", "theirs", "otherwise"),
    [
        ([MONDAY], [TUESDAY], True),
        ([MONDAY, TUESDAY], [TUESDAY], False),
        ([MONDAY], [], False),
        ([time("2025-03-03T08:24", "2025-03-03T08:25")], [time("2025-03-03T08:25", "2025-03-03T08:26")], False),
        ([MONDAY], [time("2025-03-04", "2025-03-05", borrowed=True)], False),
    ],
)
def test_times_bear_each_other_out_where_they_have_a_day_in_common(mine, theirs, otherwise):
    assert (timed_otherwise(mine, theirs) is not None) is otherwise
    assert (timed_otherwise(theirs, mine) is not None) is otherwise


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        ("2016-07-14", "2016-07-15", "14 July 2016"),
        ("2016-07-01", "2016-08-01", "July 2016"),
        ("2016-07-14T22:30", "2016-07-14T22:31", "14 July 2016, 22:30"),
        ("2016-07-14T19:00", "2016-07-15T00:00", "14 July 2016, 19:00 to 00:00"),
        ("2016-07-14T19:00", "2016-07-16", "14 July 2016, 19:00 to 16 July 2016, 00:00"),
        ("-0044-03-15", "-0044-03-16", "-0044-03-15 to -0044-03-16"),
    ],
)
def test_times_that_lie_apart_are_told_as_readers_write_them(begin, end, words):
    assert words in times_apart(time(begin, end), time("2020-01-01", "2020-01-02"))


def test_voices_that_give_two_numbers_do_not_agree():
    told = reconcile(
        [
            Article("The avalanche buried at least nine.", id="a", source="A", published="2025-03-03"),
            Article("The avalanche buried 14.", id="b", source="B", published="2025-03-03"),
        ]
    )
    together = [cluster for cluster in told.clusters if len(cluster.variants) > 1 and cluster.kind == "statement"]
    assert together
    assert all(cluster.verdict != "corroborated" for cluster in together)
