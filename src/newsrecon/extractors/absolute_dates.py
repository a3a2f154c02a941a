"""Dates that name their place in the calendar: *July 3, 2025*, *the third quarter*, *the 1980s*, *480 BC*."""

from __future__ import annotations

from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_numbers import number_of, parts_of
from newsrecon.extractors.date_parts import (
    UNIT_TABLES,
    Placed,
    blank,
    day_of,
    edge_of,
    hour_text,
    is_close,
    is_day,
    is_part_of_number,
    month_of,
    named_year,
    ordinal_of,
    placed,
    relative_unit,
    unit_of,
    year_of,
)
from newsrecon.extractors.date_patterns import Phrase
from newsrecon.timex import Direction, Expression, Point, Unit

__all__ = [
    "read_centuries",
    "read_century",
    "read_day",
    "read_days",
    "read_decade",
    "read_month",
    "read_numeric",
    "read_quarter",
    "read_quarter_code",
    "read_range_in_year",
    "read_season",
    "read_spoken_year",
    "read_year",
    "read_year_ago_quarter",
    "read_year_of_our_era",
    "read_years",
]


def read_day(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*July 3, 2025*, *Thursday, July 3*, *15 August*, *the night of 8 February 1904*, *the week of March 6*."""
    day = day_of(phrase.word("d"), near)
    month = month_of(phrase, near)
    if day is None or is_part_of_number(phrase):
        return None
    if (
        near.is_a(phrase.word("m"), "ambiguous_month")
        and near.lexicon.value("ordinal", phrase.word("d"))
        and "y" not in phrase
    ):
        return None
    try:
        pattern = Point(Unit.DAY, number=month, day=day)
    except ValueError:
        return None
    found = placed(Expression.at(pattern), phrase, near, Direction.RECENT)
    if "p" in phrase:
        clock = near.lexicon.value("part", phrase.word("p"))
        found = Expression.within(blank(f"XXXX-XX-XXT{clock}"), found)
    if "u" in phrase:
        found = Expression.shift(found, 0, unit_of(phrase, near))
    return found.modified(edge_of(phrase, near))


def read_days(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*July 3 and 4*, *20 and 21 April*, *July 3-5*: one reading for each day."""
    month, year = month_of(phrase, near), year_of(phrase)
    places = [(place, phrase.word(name)) for name in ("d", "d2", "d3") if (place := phrase.places.get(name))]
    days = [(phrase.tokens.places[place[0]], word) for place, word in places]
    if "w3" in phrase:
        days = [
            (phrase.tokens.places[phrase.places[name][0]], phrase.word(day)) for name, day in (("d", "d"), ("w3", "d3"))
        ]
        days[0] = (phrase.tokens.places[phrase.start][0], days[0][0][1]), days[0][1]
    elif interval := phrase.places.get("ds"):
        days = parts_of(phrase.tokens, interval[0])
    starts, ends, found = [], [], []
    for (start, end), word in days:
        day = day_of(word, near)
        try:
            point = Point(Unit.DAY, year, number=month, day=day)
        except ValueError:
            return None
        if day is None:
            return None
        expression = Expression.at(point)
        if year is None:
            expression = near.seek(expression, phrase.start, phrase.end, Direction.RECENT)
        starts.append(start)
        ends.append(end)
        found.append(expression)
    month_start, month_end = (phrase.tokens.places[index] for index in (phrase.places["m"][0], phrase.end - 1))
    starts[0] = min(starts[0], month_start[0])
    ends[-1] = max(ends[-1], month_end[1])
    return list(zip(starts, ends, found, strict=True))


def read_range_in_year(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*May 15 to August 16, 1988*, *February-March 1794*: the first one shares the year, or ends the one before."""
    year = year_of(phrase)
    names = (("m", "d"), ("m2", "d2"))
    places = [sorted(phrase.places[name] for name in pair if name in phrase) for pair in names]
    months = [month_of(phrase, near, month) for month, _ in names]
    days = [day_of(phrase.word(day), near) if day in phrase else 0 for _, day in names]
    if year is None or None in days:
        return None
    first = year - 1 if (months[0], days[0]) > (months[1], days[1]) else year
    starts = [phrase.tokens.places[place[0][0]][0] for place in places]
    ends = [phrase.tokens.places[index - 1][1] for index in (places[0][-1][1], phrase.end)]
    try:
        points = [
            Point(Unit.DAY, one, number=month, day=day) if day else Point(Unit.MONTH, one, number=month)
            for one, month, day in zip((first, year), months, days, strict=True)
        ]
    except ValueError:
        return None
    return list(zip(starts, ends, map(Expression.at, points), strict=True))


def read_numeric(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*2016-05-30*, *07/15/2016*, *2025-07-03T14:30:00Z*: month first or day first as the text and the calendar tell."""
    text, _, clock = phrase.word("day_iso").partition("t")
    parts = [int(part) for part in text.replace("/", "-").replace(".", "-").split("-")]
    if parts[0] > 999:
        orders = [parts]
    else:
        if len(text) < 8 and "/" not in text:
            return None
        first, second, year = parts
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        orders = [[year, first, second], [year, second, first]]
        if "." in text or near.day_first:
            orders.reverse()
    points = [Point(Unit.DAY, year, number=month, day=day) for year, month, day in orders if is_day(year, month, day)]
    if not points:
        return None
    point = points[0]
    if near.day_first is None and "/" in text and near.anchor:
        point = next((one for one in points if is_close(one, near.anchor)), point)
    clock = clock[:5] or phrase.word("clock")
    if not clock:
        return Expression.at(point)
    hour = hour_text(clock, None)
    return Expression.at(Point.parse(f"{point}T{hour}")) if hour else None


def read_month(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*August 2021*, *early June*, *April this year*, *last October*; neither *may* the verb nor April Smith."""
    if "y" not in phrase and "c" not in phrase and not _is_month(phrase, near):
        return None
    pattern = Expression.at(Point(Unit.MONTH, number=month_of(phrase, near)))
    return placed(pattern, phrase, near, Direction.RECENT).modified(edge_of(phrase, near))


def _is_month(phrase: Phrase, near: Surroundings) -> bool:
    evident = bool({"r", "e"} & phrase.places.keys()) or near.is_a(phrase.before, "preposition")
    if evident:
        verb = near.is_a(phrase.before, "also_infinitive") and near.is_a(phrase.word("m"), "ambiguous_month")
        return not verb or "e" in phrase
    word = phrase.word("m")
    if near.is_a(word, "ambiguous_month") or near.lexicon.value("month_short", word):
        return False
    named = near.after_name(phrase.start) or phrase.tokens.is_capital(phrase.end)
    return not named and not (near.is_a(phrase.after, "speaking") and not near.is_a(phrase.before, "preposition"))


def read_year(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*2021*, *early 1941*, *480 BC*; not *2,000 people*, *Boeing 2000*, *2000 GMT*."""
    year = year_of(phrase)
    if year is None or not _is_year(phrase, near):
        return None
    return Expression.at(Point(Unit.YEAR, year)).modified(edge_of(phrase, near))


def _is_year(phrase: Phrase, near: Surroundings) -> bool:
    lexicon, before, after = near.lexicon, phrase.before, phrase.after
    if len(phrase.words("y")) > 1:
        return True
    bare = phrase.end - phrase.start == 1
    told = near.is_a(before, "preposition") or not bare
    if near.is_a(after, "zone") or (bare and _hangs_on(phrase, near)):
        return False
    if before == ".":
        before = phrase.tokens.text(phrase.start - 2)
    if bare and (near.is_a(before, "numbered") or after[:1].isdecimal() or before[:1].isdecimal()):
        return False
    unit = lexicon.value("units", after) or lexicon.value("clock_units", after)
    if unit or (near.is_a(after, "measured") and not (told and near.is_a(before, "before_year"))):
        return False
    if near.narrative or "year_number" in _classes(phrase, "y", near):
        return True
    ends = not after[:1].isalnum()
    if before == "(":
        return ends
    if _follows_year(phrase, near):
        return ends or near.is_a(before, "joining") or near.is_a(after, "joining")
    return told and (ends or near.is_a(before, "before_year") or near.is_a(after, "joining"))


def _follows_year(phrase: Phrase, near: Surroundings) -> bool:
    """Whether a year was read just before: *in 1066, 1492 and 1789*."""
    index = phrase.start - 2
    listed = index >= 0 and (phrase.before == "," or near.is_a(phrase.before, "joining"))
    return listed and any(place == phrase.tokens.places[index][0] for _, _, place in near.mentioned[-1:])


def _classes(phrase: Phrase, name: str, near: Surroundings) -> frozenset[str]:
    character = phrase.tokens.codes[phrase.places[name][0]]
    return next((classes for classes, code in near.lexicon.codes.items() if code == character), frozenset())


def _hangs_on(phrase: Phrase, near: Surroundings) -> bool:
    """Whether a figure is part of a compound: *A-1998*, *1998-mile*, but not *mid-1998*, *post-1959*, *1998-based*."""
    tokens = phrase.tokens
    if tokens.glued(phrase.start) and tokens.text(phrase.start - 1) in ("-", "–"):
        before = tokens.text(phrase.start - 2)
        return not (near.is_a(before, "preposition") or near.is_a(before, "joined_to_year"))
    if tokens.glued(phrase.end) and tokens.text(phrase.end) == "-":
        after = tokens.text(phrase.end + 1)
        return (
            near.is_a(after, "measured")
            or any(near.lexicon.value(table, after) for table in UNIT_TABLES)
            or after.isdecimal()
        )
    return False


def read_year_of_our_era(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*AD 14*, *79 CE*; not an ad."""
    start, end = phrase.tokens.places[phrase.places["n"][0]]
    year = year_of(phrase)
    return Expression.at(Point(Unit.YEAR, year)) if year and phrase.tokens.source[start:end].isupper() else None


def read_spoken_year(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*nineteen ninety-six*, *the year two thousand*."""
    if "y" in phrase:
        year = number_of(phrase.words("y"), near.lexicon)
        return (
            Expression.at(Point(Unit.YEAR, int(year))) if year and 1000 <= year <= 2500 and year == int(year) else None
        )
    if number_of(phrase.words("y1") + phrase.words("y2"), near.lexicon) == 2000 and "year" in phrase.tokens.texts(
        phrase.start, phrase.end
    ):
        return Expression.at(Point(Unit.YEAR, 2000))
    first, second, third = (near.lexicon.value("cardinal", phrase.word(name)) or 0 for name in ("y1", "y2", "y3"))
    if not 15 <= first <= 20 or not 10 <= second <= 90 or (third and not (third < 10 <= 20 <= second)):
        return None
    year = first * 100 + second + third
    point = Point(Unit.MONTH, year, number=month_of(phrase, near)) if "m" in phrase else Point(Unit.YEAR, year)
    return Expression.at(point).modified(edge_of(phrase, near))


def read_years(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*1996-2001*, *2009-10*: two years."""
    (first, one), (second, two) = parts_of(phrase.tokens, phrase.places["ys"][0])
    begin = int(one)
    end = int(one[: 4 - len(two)] + two)
    if end <= begin or end - begin > 200 or near.is_a(phrase.before, "numbered"):
        return None
    points = ((first, begin), (second, end))
    return [(*place, Expression.at(Point(Unit.YEAR, year))) for place, year in points]


def read_decade(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the 1980s*, *the '80s*, *the mid-nineties*; not *in his eighties*."""
    word = phrase.word("y")
    spoken = near.lexicon.value("decade_word", word)
    if spoken is None and len(word) == 5:
        decade = int(word[:3])
    else:
        short = int(spoken) if spoken is not None else int(word[0])
        marked = phrase.end - phrase.start > 1
        if not marked or near.is_a(phrase.before, "possessive") or phrase.after == "°":
            return None
        decade = (190 if short > 2 else 200) + short if spoken is None or short > 1 else 190 + short
    return Expression.at(Point(Unit.DECADE, decade)).modified(edge_of(phrase, near))


def read_century(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the 19th century*, *fifth century BC*."""
    number = ordinal_of(phrase, near)
    if number is None or number > 30:
        return None
    value = -(number - 1) if "era" in phrase else number - 1
    return Expression.at(Point(Unit.CENTURY, value)).modified(edge_of(phrase, near))


def read_centuries(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*the late 19th and early 20th centuries*: one reading for each."""
    first, second = read_century(phrase, near), ordinal_of(phrase, near, "n2")
    if first is None or second is None or second > 30:
        return None
    places = phrase.tokens.places
    middle = phrase.places.get("e2", phrase.places["n2"])[0]
    edge = near.lexicon.value("edge", phrase.word("e2"))
    return [
        (places[phrase.start][0], places[phrase.places["n"][1] - 1][1], first),
        (
            places[middle][0],
            places[phrase.end - 1][1],
            Expression.at(Point(Unit.CENTURY, second - 1)).modified(edge),
        ),
    ]


def read_season(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the summer of 1944*, *last fall*, *this spring*; neither the fall of Kabul nor a hot spring."""
    evident = bool({"r", "r2", "y", "c", "e"} & phrase.places.keys())
    if not evident:
        word = phrase.word("s")
        definite = near.is_a(phrase.tokens.text(phrase.start), "definite")
        if near.is_a(word, "ambiguous_season") and not (definite or near.is_a(phrase.before, "before_year")):
            return None
        if (
            near.is_a(phrase.after, "of_word")
            or not (definite or near.is_a(phrase.before, "preposition"))
            or phrase.tokens.is_capital(phrase.end)
        ):
            return None
        if definite and not near.is_a(phrase.before, "preposition"):
            return None
    pattern = blank(f"XXXX-{near.lexicon.value('season', phrase.word('s'))}")
    if "r2" in phrase:
        return near.seek(pattern, phrase.start, phrase.end, Direction.BEFORE).modified(edge_of(phrase, near))
    return placed(pattern, phrase, near, Direction.RECENT).modified(edge_of(phrase, near))


def read_quarter(phrase: Phrase, near: Surroundings) -> Expression | list[Placed] | None:
    """*the third quarter of 1990*, *this year's first half*; not *the first half* of a match."""
    year = named_year(phrase, near)
    if "h" in phrase:
        if near.is_a(phrase.word("n"), "last"):
            return None
        text = "XXXX-H1" if ordinal_of(phrase, near) == 1 else "XXXX-H2"
    elif near.is_a(phrase.word("q"), "half"):
        if year is None:
            return None
        text = "XXXX-H1" if ordinal_of(phrase, near) == 1 else "XXXX-H2"
    else:
        number = 4 if near.is_a(phrase.word("n"), "last") else ordinal_of(phrase, near)
        if number is None or number > 4:
            return None
        text = f"XXXX-Q{number}"
    if near.is_a(phrase.after, "of_word") and "y" not in phrase and "c" not in phrase:
        return None
    if near.is_a(phrase.word("r"), "last") and year is None:
        return near.seek(blank(text), phrase.start, phrase.end, Direction.BEFORE)
    found = placed(blank(text), phrase, near, Direction.NEAR)
    start, end = phrase.places.get("n", (phrase.start, 0))[0], phrase.end
    if "c" in phrase or not {"-", "–"} & set(phrase.tokens.texts(start, end)):
        return found
    return [(phrase.tokens.places[start][0], phrase.tokens.places[end - 1][1], found)]


def read_quarter_code(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*Q3 2024*, *H1 of 2025*, *2024 Q1*."""
    year = year_of(phrase)
    code = near.lexicon.value("quarter_code", phrase.word("q"))
    return Expression.at(blank(f"XXXX-{code}").point(None).fill(Point(Unit.YEAR, year))) if year else None


def read_year_ago_quarter(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the year-ago quarter*, *the year-earlier period*, *the corresponding period last year*, *the latest period*."""
    quarter = near.quarter(phrase.tokens.places[phrase.start][0])
    near.in_passing = True
    if year := year_of(phrase):
        number = quarter.point(near.anchor).number if quarter else None
        return Expression.at(Point(Unit.QUARTER, year, number=number) if number else Point(Unit.YEAR, year))
    if not {"a", "n", "c"} & phrase.places.keys():
        return Expression.shift(quarter or Expression.shift(near.now, -1, Unit.QUARTER), 0, Unit.QUARTER)
    if "n" in phrase and (number := ordinal_of(phrase, near)) and number <= 4:
        return Expression.move(Expression.seek(blank(f"XXXX-Q{number}"), Direction.PAST, near.now), -1, Unit.YEAR)
    if quarter is None and "q" in phrase:
        quarter = Expression.shift(near.now, -1, Unit.QUARTER)
    return Expression.move(quarter, -1, Unit.YEAR) if quarter else relative_unit("last", Unit.YEAR, near)
