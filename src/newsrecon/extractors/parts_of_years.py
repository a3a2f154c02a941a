"""Seasons, quarters and halves of years: *the summer of 1944*, *the third quarter*, *the year-ago period*."""

from __future__ import annotations

from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_parts import (
    Placed,
    blank,
    edge_of,
    ended_on,
    is_short_year,
    named_year,
    ordinal_of,
    placed,
    relative_unit,
    year_of,
)
from newsrecon.extractors.date_patterns import Phrase
from newsrecon.timex import Direction, Expression, Point, Unit

__all__ = [
    "read_past_seasons",
    "read_quarter",
    "read_quarter_code",
    "read_quarters",
    "read_season",
    "read_seasons",
    "read_year_ago_quarter",
]


def read_season(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the summer of 1944*, *last fall*, *this spring*; neither the fall of Kabul nor a hot spring, nor what hurt in the fall."""
    if phrase.tokens.is_capital(phrase.places["s"][0]) and near.after_name(phrase.places["s"][0]):
        return None
    if "short" in phrase and not is_short_year(phrase):
        return None
    evident = bool({"r", "r2", "y", "ys", "c", "e", "short"} & phrase.places.keys())
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
        if definite and not (near.is_a(phrase.before, "preposition") or near.is_a(phrase.before, "spent")):
            return None
        if near.is_a(word, "ambiguous_season") and near.is_a(phrase.tokens.text(phrase.start - 2), "harmed"):
            return None
    pattern = blank(f"XXXX-{near.lexicon.value('season', phrase.word('s'))}")
    if "ys" in phrase:
        year = Point(Unit.YEAR, int(phrase.word("ys")[:4]))
        return Expression.at(pattern.point(None).fill(year)).modified(edge_of(phrase, near))
    if "r2" in phrase:
        return near.seek(pattern, phrase.start, phrase.end, Direction.BEFORE).modified(edge_of(phrase, near))
    return placed(pattern, phrase, near, Direction.RECENT).modified(edge_of(phrase, near))


def read_past_seasons(phrase: Phrase, near: Surroundings) -> Expression:
    """*the past three summers*: what recurs each year."""
    return Expression.every(Point.parse(f"XXXX-{near.lexicon.value('seasons', phrase.word('s'))}"))


def read_seasons(phrase: Phrase, near: Surroundings) -> list[Placed]:
    """*spring and summer of 2020*: one reading for each."""
    places = phrase.tokens.places
    ends = (places[phrase.places["s"][1] - 1][1], places[phrase.end - 1][1])
    starts = (places[phrase.start][0], places[phrase.places["e" if "e" in phrase else "s2"][0]][0])
    found = [
        placed(blank(f"XXXX-{near.lexicon.value('season', phrase.word(name))}"), phrase, near) for name in ("s", "s2")
    ]
    found[1] = found[1].modified(edge_of(phrase, near))
    return list(zip(starts, ends, found, strict=True))


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
        word = phrase.word("n")
        is_last = near.is_a(word, "last") or near.is_a(word, "final")
        if near.is_a(word, "last") and year is None and not near.is_a(phrase.after, "of_word"):
            return Expression.shift(near.now, -1, Unit.QUARTER)
        number = 4 if is_last else ordinal_of(phrase, near)
        if number is None or number > 4:
            return None
        text = f"XXXX-Q{number}"
    if near.is_a(phrase.after, "of_word") and "y" not in phrase and "c" not in phrase and _is_part_of(phrase, near):
        return None
    if near.is_a(phrase.word("r"), "last") and year is None:
        return near.seek(blank(text), phrase.start, phrase.end, Direction.BEFORE)
    found = _quarter(text, phrase, near)
    start, end = phrase.places.get("n", (phrase.start, 0))[0], phrase.end
    if "c" in phrase or not {"-", "–"} & set(phrase.tokens.texts(start, end)):
        return found
    return [(phrase.tokens.places[start][0], phrase.tokens.places[end - 1][1], found)]


def _quarter(text: str, phrase: Phrase, near: Surroundings) -> Expression:
    """A quarter of the year named, or of the one in which it ended: *the second quarter ended Oct. 31*; else the nearest."""
    near.is_ahead = near.direction(phrase.start, phrase.end) is Direction.FUTURE
    over = near.is_a(phrase.after, "ended") and not {"y", "c"} & phrase.places.keys()
    if over and (ended := ended_on(phrase.end + 1, near)):
        return Expression.within(blank(text), Expression.shift(ended, 0, Unit.YEAR))
    return placed(blank(text), phrase, near, Direction.NEAR)


def _is_part_of(phrase: Phrase, near: Surroundings) -> bool:
    """Whether *of* tells what a quarter is a part of: *the third quarter of the game*, but not *… of $9 million*."""
    return phrase.tokens.text(phrase.end + 1)[:1].isalpha()


def read_quarters(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*the second and fourth quarters*, *the first and second quarters of 1990*: one reading for each."""
    year, numbers = named_year(phrase, near), [ordinal_of(phrase, near, name) for name in ("n", "n2")]
    if not all(number and number <= 4 for number in numbers):
        return None
    places = phrase.tokens.places
    starts = (places[phrase.start][0], places[phrase.places["n2"][0]][0])
    ends = (places[phrase.places["n"][0]][1], places[phrase.end - 1][1])
    found = [
        placed(blank(f"XXXX-Q{number}"), phrase, near, Direction.NEAR) if year else blank(f"XXXX-Q{number}")
        for number in numbers
    ]
    return list(zip(starts, ends, found, strict=True))


def read_quarter_code(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*Q3 2024*, *H1 of 2025*, *2024 Q1*, *in Q2*; not the answer to Q2, nor a car of that name."""
    year = year_of(phrase)
    code = near.lexicon.value("quarter_code", phrase.word("q"))
    if "y" not in phrase:
        named = phrase.tokens.is_capital(phrase.end) or phrase.after[:1].isdecimal()
        told = near.is_a(phrase.before, "preposition") and not named
        return _quarter(f"XXXX-{code}", phrase, near) if told else None
    return Expression.at(blank(f"XXXX-{code}").point(None).fill(Point(Unit.YEAR, year))) if year else None


def read_year_ago_quarter(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the year-ago quarter*, *the year-earlier period*, *last year's quarter*, *the latest period*."""
    place = phrase.tokens.places[phrase.start][0]
    quarter = near.quarter_compared(place) if "p" in phrase else near.quarter(place)
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
