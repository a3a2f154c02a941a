"""Days and months by name or in figures: *July 3, 2025*, *20 and 21 April*, *07/15/2016*, *early June*."""

from __future__ import annotations

from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_numbers import parts_of
from newsrecon.extractors.date_parts import (
    Placed,
    blank,
    day_of,
    edge_of,
    hour_text,
    is_close,
    is_day,
    is_part_of_number,
    is_short_year,
    month_of,
    noun_follows,
    on_weekday,
    placed,
    unit_of,
    year_of,
)
from newsrecon.extractors.date_patterns import Phrase
from newsrecon.timex import Direction, Expression, Point, Unit

__all__ = [
    "read_day",
    "read_days",
    "read_month",
    "read_numeric",
    "read_range_in_year",
    "read_range_of_days",
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
    famous = near.lexicon.data.get("famous_day", {}).get(str(pattern)[5:])
    if famous and "y" not in phrase and near.is_a(phrase.after, "of_terror"):
        return Expression.at(Point(Unit.DAY, famous, number=month, day=day))
    found = placed(Expression.at(pattern), phrase, near, Direction.RECENT)
    if not {"y", "c", "r"} & phrase.places.keys():
        found = on_weekday(found, Expression.at(pattern), phrase, near)
    if "p" in phrase:
        clock = near.lexicon.value("part", phrase.word("p"))
        found = Expression.within(blank(f"XXXX-XX-XXT{clock}"), found)
    if "u" in phrase:
        found = Expression.shift(found, 0, unit_of(phrase, near))
    return found.modified(edge_of(phrase, near))


def read_days(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*July 3 and 4*, *20 and 21 April*, *July 3-5*: one reading for each day; *sentenced July 3 to 12 years* has one."""
    month, year = month_of(phrase, near), year_of(phrase)
    places = [(place, phrase.word(name)) for name in ("d", "d2", "d3") if (place := phrase.places.get(name))]
    counts = bool(near.lexicon.value("units", phrase.after)) or near.is_a(phrase.after, "measured")
    counts = counts and phrase.places.get("d3", (0, 0))[1] == phrase.end
    places = places[:-1] if counts else places
    days = []
    for (first, _), word in places:
        begin = first - near.is_a(phrase.tokens.text(first - 1), "definite")
        days.append(((phrase.tokens.places[begin][0], phrase.tokens.places[first][1]), word))
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
    starts[0] = phrase.tokens.places[phrase.start][0]
    if not counts:
        ends[-1] = max(ends[-1], phrase.tokens.places[phrase.end - 1][1])
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


def read_range_of_days(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*30 June-2 July*: one reading for each."""
    places = phrase.tokens.places
    found = []
    for names in (("m", "d"), ("m2", "d2")):
        (start, _), (_, end) = sorted(phrase.places[name] for name in names)
        day = day_of(phrase.word(names[1]), near)
        if day is None or not is_day(2000, month := month_of(phrase, near, names[0]), day):
            return None
        pattern = Expression.at(Point(Unit.DAY, number=month, day=day))
        found.append(
            (places[start][0], places[end - 1][1], near.seek(pattern, phrase.start, phrase.end, Direction.RECENT))
        )
    return found


def read_numeric(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*2016-05-30*, *07/15/2016*, *2025-07-03T14:30:00Z*: month first or day first as the text and the calendar tell."""
    if near.is_a(phrase.before, "numbered"):
        return None
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
    if near.day_first is None and "." not in text and near.anchor:
        point = next((one for one in points if is_close(one, near.anchor)), point)
    clock = clock[:5] or phrase.word("clock")
    if not clock:
        return Expression.at(point)
    hour = hour_text(clock, None)
    return Expression.at(Point.parse(f"{point}T{hour}")) if hour else None


def read_month(phrase: Phrase, near: Surroundings) -> Expression | list[Placed] | None:
    """*August 2021*, *early June*, *April this year*, *that October*; neither *may* the verb nor April Smith."""
    if "short" in phrase and not is_short_year(phrase):
        return None
    if not {"y", "c", "short"} & phrase.places.keys() and not _is_month(phrase, near):
        return None
    pattern = Expression.at(Point(Unit.MONTH, number=month_of(phrase, near)))
    found = placed(pattern, phrase, near, Direction.RECENT).modified(edge_of(phrase, near))
    if not near.is_a(phrase.word("r"), "that") or not noun_follows(phrase, near):
        return found
    places = phrase.tokens.places  # that | June weekend
    return [(places[phrase.places["m"][0]][0], places[phrase.end - 1][1], found)]


def _is_month(phrase: Phrase, near: Surroundings) -> bool:
    doubtful = near.is_a(phrase.word("m"), "ambiguous_month") or phrase.after[:1].isdecimal()
    if near.is_a(phrase.word("r"), "that") and doubtful:
        return False
    evident = bool({"r", "e"} & phrase.places.keys()) or near.is_a(phrase.before, "preposition")
    if evident:
        verb = near.is_a(phrase.before, "also_infinitive") and near.is_a(phrase.word("m"), "ambiguous_month")
        return not verb or "e" in phrase
    word = phrase.word("m")
    if near.is_a(word, "ambiguous_month") or near.lexicon.value("month_short", word):
        return False
    named = near.after_name(phrase.start) or phrase.tokens.is_capital(phrase.end)
    return not named and not (near.is_a(phrase.after, "speaking") and not near.is_a(phrase.before, "preposition"))
