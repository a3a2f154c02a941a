"""What the named places of a phrase mean: its unit, its month, its year, how many, early or late, and where it is sought."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_lexicon import Lexicon
from newsrecon.extractors.date_numbers import number_of, phrases_of
from newsrecon.extractors.date_patterns import Phrase
from newsrecon.timex import NOW, Direction, Expression, Length, Point, Unit

__all__ = [
    "UNIT_TABLES",
    "Placed",
    "Read",
    "blank",
    "bound_of",
    "counted_in",
    "day_named",
    "day_of",
    "edge_of",
    "ended_on",
    "feast_named",
    "feasts",
    "hour_text",
    "is_circa",
    "is_close",
    "is_day",
    "is_feast",
    "is_part_of_number",
    "is_short_year",
    "length_of",
    "month_at",
    "month_of",
    "named_year",
    "noun_follows",
    "on_weekday",
    "ordinal_of",
    "placed",
    "quantity_of",
    "relative_unit",
    "short_year_of",
    "side_of",
    "unit_of",
    "weekday_of",
    "year_of",
]

Placed = tuple[int, int, Expression]
"""Where an expression stands in the text, and what it means."""
Read = Expression | list[Placed] | None
_EDGE_TABLES: Final = ("edge", "edge_of", "edge_half", "hours_early")
_DAWN: Final = "06:00"
_TODAY: Final = 2025
_YEARS_AHEAD: Final = 15
"""So far ahead of the year spoken of, 2025 where none is known, a year told by two figures may lie."""
UNIT_TABLES: Final = ("unit", "units", "clock_unit", "clock_units", "latin_unit")


def unit_of(phrase: Phrase, near: Surroundings) -> Unit:
    word = phrase.word("u")
    return Unit(next(value for table in UNIT_TABLES if (value := near.lexicon.value(table, word))))


def edge_of(phrase: Phrase, near: Surroundings) -> str | None:
    """The modifier of *early*, *the end of*."""
    word = phrase.word("e")
    found: str | None = next((value for table in _EDGE_TABLES if (value := near.lexicon.value(table, word))), None)
    return "APPROX" if found is None and (near.is_a(phrase.before, "circa") or is_circa(phrase, near)) else found


def is_circa(phrase: Phrase, near: Surroundings) -> bool:
    """Whether *c.* or *ca.* stands before, in small letters: *c. 1500*, not *vitamin C. 1500 …*."""
    index = phrase.start - 2
    return (
        phrase.before == "."
        and near.is_a(phrase.tokens.text(index), "circa_short")
        and not phrase.tokens.is_capital(index)
    )


def bound_of(phrase: Phrase, near: Surroundings) -> str | None:
    """The modifier of *nearly*, *more than*, *no more than*, or of *about* in front."""
    word = phrase.word("b")
    if not word and near.is_a(phrase.before, "around"):
        return "APPROX"
    found: str | None = near.lexicon.value("bound", word) or near.lexicon.value("bound_with", word)
    if "no" in phrase:
        return {"MORE_THAN": "EQUAL_OR_LESS", "LESS_THAN": "EQUAL_OR_MORE"}.get(found or "")
    return found


def month_of(phrase: Phrase, near: Surroundings, name: str = "m") -> int:
    word = phrase.word(name)
    return int(near.lexicon.value("month", word) or near.lexicon.value("month_short", word))


def weekday_of(phrase: Phrase, near: Surroundings, name: str = "w") -> int:
    word = phrase.word(name)
    return next(
        int(value) for table in ("weekday", "weekday_short", "weekdays") if (value := near.lexicon.value(table, word))
    )


def day_of(word: str, near: Surroundings) -> int | None:
    value = near.lexicon.value("ordinal", word)
    day = int(value) if value else int(word.rstrip("stndrh") or 0)
    return day if 1 <= day <= 31 else None


def year_of(phrase: Phrase) -> int | None:
    """The year named, before our era where it says so."""
    words = phrase.words("y")
    if not words or not words[0].isdecimal():
        return None
    year = -int(words[0]) if len(words) > 1 else int(words[0])
    return year if year and abs(year) < 10_000 else None


def relative_unit(word: str, unit: Unit, near: Surroundings, *, definite: bool = False) -> Expression:
    """*Last*, *next*, *this*, *that* with a unit; *the next* counts from the time before."""
    base = near.now
    if near.is_a(word, "anaphoric") or (definite and near.is_a(word, "next") and not near.is_a(word, "coming")):
        finer = Unit.DAY if unit is Unit.WEEKEND else unit
        that_day = unit is Unit.DAY and (near.is_a(word, "same") or near.is_a(word, "that"))
        base = (near.month_told_since() if that_day else None) or near.antecedent(finer) or base
    count = -1 if near.is_a(word, "back") else 1 if near.is_a(word, "ahead") else 0
    if unit is Unit.WEEKEND and near.is_a(word, "coming"):
        return Expression.seek(blank("XXXX-WXX-WE"), Direction.FUTURE, base)  # TIMEX3's X is what is not told
    return Expression.shift(base, count, unit)


def named_year(phrase: Phrase, near: Surroundings) -> Expression | None:
    """The year of *April this year*, *August of that year*; None where none is named."""
    if "c" in phrase:
        return relative_unit(phrase.word("c"), Unit.YEAR, near)
    year = short_year_of(phrase, near) if "short" in phrase else year_of(phrase)
    return Expression.at(Point(Unit.YEAR, year)) if year else None


def short_year_of(phrase: Phrase, near: Surroundings) -> int:
    """The year of *'94*, *FY25*: the last one that ends so, a few years ahead at most, seen from the year spoken of."""
    here = near.now.point(near.anchor).year or _TODAY
    latest = here + _YEARS_AHEAD
    return latest - (latest - int(phrase.word("short"))) % 100


def placed(pattern: Expression, phrase: Phrase, near: Surroundings, default: Direction | None = None) -> Expression:
    """A pattern in the year that is named beside it, or sought in the direction of *last*, *next*, or of the evidence."""
    if year := named_year(phrase, near):
        if pattern.operator == "feast":
            return Expression.seek(pattern, Direction.THIS, year)
        return (
            Expression.within(pattern, year)
            if year.relative
            else Expression.at(pattern.point(None).fill(year.point(None)))
        )
    word = phrase.word("r")
    if near.is_a(word, "anaphoric") and (base := near.antecedent(Unit.YEAR)):
        near_by = Direction.THIS if near.is_a(word, "that") else Direction.NEAR
        return Expression.seek(pattern, side_of(word, near) or near_by, base)
    given = side_of(word, near) or (Direction.THIS if near.is_a(word, "this") else default)
    if near.is_a(word, "last") and not near.is_a(word, "past") and near.now is NOW and _is_month(pattern):
        return Expression.seek(pattern, Direction.BEFORE, Expression.shift(NOW, -1, Unit.MONTH))
    if given is default and (told := near.year_told_before(pattern, phrase.start)) is not None:
        return Expression.at(pattern.point(None).fill(told))
    return near.seek(pattern, phrase.start, phrase.end, given)


def _is_month(pattern: Expression) -> bool:
    """Whether a pattern is a month: who says *last May* in June means no time that is *last month*."""
    return pattern.operator == "at" and pattern.point(None).unit is Unit.MONTH


def side_of(word: str, near: Surroundings) -> Direction | None:
    """On which side of its base something lies by a word: *last*, *next*; None where the word does not tell."""
    if near.is_a(word, "back"):
        return Direction.BEFORE
    return Direction.AFTER if near.is_a(word, "ahead") else None


def blank(text: str) -> Expression:
    """A pattern as TIMEX3 writes it: X stands for what is not told, `XXXX-WXX-4` for any Thursday."""
    return Expression.at(Point.parse(text))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        Point(Unit.DAY, year, number=month, day=day)
    except ValueError:
        return False
    return True


def is_close(point: Point, day: date) -> bool:
    """Whether a day lies within a week of another."""
    here, there = point.days, Point.of(day).days
    return bool(here and there and abs(here[0] - there[0]) <= 7)


def is_part_of_number(phrase: Phrase) -> bool:
    """Whether a phrase that begins with a figure hangs on what stands before: *F-15*, *$15*."""
    tokens = phrase.tokens
    if not tokens.text(phrase.start)[:1].isdecimal() or not tokens.glued(phrase.start):
        return False
    return tokens.text(phrase.start - 1) in ("-", "–", "'", "’")


def is_short_year(phrase: Phrase) -> bool:
    """Whether two figures are a year in short: an apostrophe stands right before them, and away from what comes before it."""
    index = phrase.places["short"][0]
    return phrase.tokens.glued(index) and not phrase.tokens.glued(index - 1)


def on_weekday(day: Expression, pattern: Expression, phrase: Phrase, near: Surroundings) -> Expression:
    """The day, or the next one or the last one of its pattern if it falls on the weekday beside it: *Friday the 13th*."""
    if "w" not in phrase:
        return day
    sides = (Expression.seek(pattern, side, near.now) for side in (Direction.BEFORE, Direction.AFTER))
    weekday = weekday_of(phrase, near)
    return next((one for one in (day, *sides) if _falls_on(one, weekday, near)), day)


def _falls_on(day: Expression, weekday: int, near: Surroundings) -> bool:
    days = day.point(near.anchor).days
    return days is not None and (days[0] + 3) % 7 + 1 == weekday


def ordinal_of(phrase: Phrase, near: Surroundings, name: str = "n") -> int | None:
    word = phrase.word(name)
    value = near.lexicon.value("ordinal", word)
    if value:
        return int(value)
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdecimal() else None


def day_named(phrase: Phrase, near: Surroundings, clock: str | None = None) -> Expression:
    """The day spoken of, or else the day from which the article counts, as it is: what a bare clock time belongs to.

    The small hours of a night are of the day that follows (*on Monday night … at 2 a.m.*), if that is no day to come.
    """
    day = near.day_told_of(phrase.start, phrase.end)
    if day is None:
        return near.now
    if clock is None or clock >= _DAWN or day.point(None).clock != "NI":
        return Expression.shift(day, 0, Unit.DAY)
    following = Expression.shift(day, 1, Unit.DAY)
    return Expression.shift(day, 0, Unit.DAY) if near.is_to_come(following) else following


def quantity_of(phrase: Phrase, near: Surroundings) -> float | None:
    """How many: the number told, 1 for *a*, 2 for *a couple of*, None for what is not told exactly."""
    if "range" in phrase:
        return None
    if "some" in phrase:
        return 2 if "couple" in phrase.words("some") else None
    if "half" in phrase and "n" not in phrase:
        return 0.5
    count = 1 if "one" in phrase else number_of(phrase.words("n"), near.lexicon)
    return count * 2 if count and near.is_a(phrase.word("u"), "two_weeks") else count


def length_of(count: float | None, unit: Unit) -> Length:
    if count is None:
        return Length.of(None, unit)
    if count == int(count):
        if unit is Unit.DECADE:
            return Length.of(int(count) * 10, Unit.YEAR)
        return Length.of(int(count) * 100, Unit.YEAR) if unit is Unit.CENTURY else Length.of(int(count), unit)
    scaled = {
        Unit.YEAR: (12, Unit.MONTH),
        Unit.HOUR: (60, Unit.MINUTE),
        Unit.DECADE: (10, Unit.YEAR),
        Unit.CENTURY: (100, Unit.YEAR),
    }
    if unit in scaled and (count * scaled[unit][0]) % 1 == 0:
        return Length.of(int(count * scaled[unit][0]), scaled[unit][1])
    return Length.of(f"{count:g}", unit)


def counted_in(count: float | None, unit: Unit) -> tuple[int, Unit] | None:
    """How many of which unit: half a century is 50 years, a year and a half 18 months; None where that is not told."""
    if count is None:
        return None
    ((number, letters),) = length_of(count, unit).amounts
    return (int(number), Unit(letters)) if number.isdecimal() else None


def hour_text(word: str, meridiem: str | None) -> str | None:
    """A clock time in 24 hours; None where there is no such time."""
    hour, _, minute = word.replace(".", ":").rstrip("hrs").partition(":")
    number = int(hour)
    if meridiem:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if meridiem[0] == "p" else 0)
    text = f"{number:02}:{minute or '00'}"
    return text if number < 24 and int(minute[:2] or 0) < 60 else None


def ended_on(index: int, near: Surroundings) -> Expression | None:
    """The day whose month a token names, as in *the week ended June 20*."""
    month, place = month_at(index, near), index + 1 + (near.tokens.text(index + 1) == ".")
    day = near.tokens.text(place)
    if not month or not day.isdecimal() or not is_day(2000, month, int(day)):
        return None
    of_any_year = blank(f"XXXX-{month:02}-{int(day):02}")
    return near.seek(of_any_year, index, place + 1, Direction.RECENT)


def month_at(index: int, near: Surroundings) -> int | None:
    """The month that a token names; with *the quarter ended July 31* the quarter holds the month before it."""
    word = near.tokens.text(index)
    found: int | None = near.lexicon.value("month", word) or near.lexicon.value("month_short", word)
    return found


def noun_follows(phrase: Phrase, near: Surroundings) -> bool:
    """Whether a noun may follow a phrase, which then tells of the noun: *the evening news*, *the 15th floor*."""
    after = phrase.after
    return after[:1].isalnum() and not (near.is_a(after, "preposition") or near.is_a(after, "function_word"))


def feasts(lexicon: Lexicon) -> dict[tuple[str, ...], str]:
    """The rules of feasts by their names, word by word."""
    return phrases_of(lexicon, "feast")


def feast_named(rule: str) -> Expression:
    """A feast by its rule: a day of the year, or one that is found in each year."""
    fixed = len(rule) == 5 and rule[:2].isdecimal() and rule[2] == "-"
    return blank(f"XXXX-{rule}") if fixed else Expression.feast(rule)


def is_feast(phrase: Phrase, near: Surroundings) -> bool:
    """Whether the name of a feast is one where it stands: no Christmas party, no Halloween Lane, no easter."""
    begins = phrase.places["f"][0] + near.is_a(phrase.words("f")[0], "definite")
    named = near.is_a(phrase.after, "named_after_feast") and phrase.tokens.is_capital(phrase.end)
    named |= near.is_a(phrase.after, "thing_of_feast") and "y" not in phrase
    return not named and phrase.tokens.is_capital(begins)
