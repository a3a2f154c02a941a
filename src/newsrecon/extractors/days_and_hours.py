"""Days of the week, parts of the day, clock times and feasts: *Thursday*, *last night*, *4 p.m. EDT*, *Bastille Day*."""

from __future__ import annotations

from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_numbers import parts_of, phrases_of
from newsrecon.extractors.date_parts import (
    Placed,
    blank,
    day_named,
    day_of,
    edge_of,
    hour_text,
    is_part_of_number,
    month_of,
    ordinal_of,
    placed,
    relative_unit,
    weekday_of,
    year_of,
)
from newsrecon.extractors.date_patterns import Phrase
from newsrecon.extractors.days_and_months import read_day
from newsrecon.timex import Direction, Expression, Point, Unit

__all__ = [
    "read_at_night",
    "read_clock",
    "read_clock_of_halves",
    "read_clock_range",
    "read_clock_twice",
    "read_day_beside",
    "read_day_of_month",
    "read_deictic",
    "read_feast",
    "read_four_digit_clock",
    "read_hour_of_part",
    "read_iso_week",
    "read_nth_unit",
    "read_nth_weekday",
    "read_overnight",
    "read_part",
    "read_the_part",
    "read_tonight",
    "read_weekday",
]


def read_weekday(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*Thursday*, *last Friday*, *Monday night*, *Wednesday last week*; not the *Sunday Times*, Bloody Sunday, the Sun."""
    if not _is_weekday(phrase, near):
        return None
    clock = near.lexicon.value("part", phrase.word("p")) or near.lexicon.value("noon", phrase.word("p"))
    pattern = blank(f"XXXX-WXX-{weekday_of(phrase, near)}")
    if "c" in phrase:
        found = Expression.within(pattern, relative_unit(phrase.word("c"), Unit.WEEK, near))
    elif near.is_a(phrase.word("r"), "anaphoric") and (base := near.antecedent(Unit.DAY)):
        word = phrase.word("r")
        direction = (
            Direction.BEFORE
            if near.is_a(word, "back")
            else Direction.AFTER
            if near.is_a(word, "ahead")
            else Direction.NEAR
        )
        found = Expression.seek(pattern, direction, base)
    else:
        word = phrase.word("r")
        given = Direction.BEFORE if near.is_a(word, "back") else Direction.AFTER if near.is_a(word, "ahead") else None
        given = (
            Direction.FUTURE
            if near.is_a(word, "this") and near.direction(phrase.start, phrase.end) is Direction.FUTURE
            else given
        )
        found = near.seek(pattern, phrase.start, phrase.end, given)
    if clock:
        found = Expression.within(blank(f"XXXX-XX-XXT{clock}"), found)
    return found.modified(edge_of(phrase, near))


def _is_weekday(phrase: Phrase, near: Surroundings) -> bool:
    word, lexicon = phrase.word("w"), near.lexicon
    if near.is_a(phrase.before, "named_day"):
        return False
    if lexicon.value("weekday_short", word) and (near.is_a(word, "ambiguous_weekday") or len(phrase.words("w")) == 1):
        return False
    return not (near.is_a(phrase.after, "title_after") and phrase.tokens.is_capital(phrase.end))


def read_deictic(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*today*, *tomorrow night*, *the day before yesterday*; not USA Today, *tomorrow's leaders*."""
    index = phrase.places["t"][0]
    tokens = phrase.tokens
    if tokens.is_capital(index) and tokens.text(index - 1)[:1].isalpha() and tokens.is_capital(index - 1):
        return None
    count = int(near.lexicon.value("deictic", phrase.word("t")))
    if "k" in phrase:
        count += 1 if near.is_a(phrase.word("k"), "after_word") else -1
    found = Expression.shift(near.now, count, Unit.DAY)
    if "p" in phrase:
        found = Expression.within(blank(f"XXXX-XX-XXT{near.lexicon.value('part', phrase.word('p'))}"), found)
    return found.modified(edge_of(phrase, near))


def read_day_beside(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the day after Christmas*, *the night before July 4*, *the day before last Tuesday*."""
    read = read_feast if "f" in phrase else read_day if "m" in phrase else read_weekday
    day = read(phrase, near)
    if day is None:
        return None
    found = Expression.shift(day, 1 if near.is_a(phrase.word("k"), "after_word") else -1, Unit.DAY)
    if "p" in phrase:
        found = Expression.within(blank(f"XXXX-XX-XXT{near.lexicon.value('part', phrase.word('p'))}"), found)
    return found


def read_part(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*this morning*, *last night*, *that evening*, *the next morning*, *all night*, *mid-afternoon yesterday*."""
    clock = near.lexicon.value("part", phrase.word("p"))
    if "t" in phrase:
        day = Expression.shift(near.now, int(near.lexicon.value("deictic", phrase.word("t"))), Unit.DAY)
        return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day).modified(edge_of(phrase, near))
    word = phrase.word("r")
    definite = near.is_a(phrase.tokens.text(phrase.start), "definite")
    day = near.now if not word or near.is_a(word, "this") else relative_unit(word, Unit.DAY, near, definite=definite)
    if not word and near.lexicon.value("edge", phrase.tokens.text(phrase.start)):
        day = day_named(near)
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), Expression.shift(day, 0, Unit.DAY)).modified(
        edge_of(phrase, near)
    )


def read_the_part(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*in the morning*, *during the night*, where no noun follows (*in the evening news*)."""
    if not near.is_a(phrase.before, "before_part") or _noun_follows(phrase, near):
        return None
    clock = near.lexicon.value("part", phrase.word("p"))
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day_named(near))


def _noun_follows(phrase: Phrase, near: Surroundings) -> bool:
    after = phrase.after
    return after[:1].isalnum() and not (near.is_a(after, "preposition") or near.is_a(after, "function_word"))


def read_at_night(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*at night*: any night, from which nothing counts."""
    near.in_passing = True
    return blank("XXXX-XX-XXTNI") if phrase.before == "at" else None


def read_clock_twice(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*6:05 p.m. (2205 GMT) on Monday*: both times are of the day that follows, as their places' clocks show them."""
    local, other = _clock(phrase, near), phrase.word("g").replace(":", "")
    clocks = (local, hour_text(f"{other[:2]}:{other[2:]}", None) if len(other) == 4 else None)
    day = _day_beside(phrase, near)
    if day is None or None in clocks:
        return None
    places = phrase.tokens.places
    spans = (phrase.places["h"], (phrase.places["g"][0], phrase.places["z"][1]))
    times = [
        (places[start][0], places[end - 1][1], Expression.within(blank(f"XXXX-XX-XXT{clock}"), day))
        for (start, end), clock in zip(spans, clocks, strict=True)
    ]
    start, end = phrase.places["day"]
    return [*times, (places[start][0], places[end - 1][1], day)]


def read_clock_range(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*from 3 to 5 p.m.*, *9-11 a.m.*: two times, the first in the same half of the day unless it would come after the second."""
    places = phrase.tokens.places
    if "hs" in phrase:
        (one, first), (two, second) = parts_of(phrase.tokens, phrase.places["hs"][0])
        half = phrase.word("q")
    else:
        words = phrase.words("h2")
        second, half = (words[0], words[1]) if len(words) > 1 else (words[0][:-2], words[0][-2:])
        one, two = (places[phrase.places[name][0]] for name in ("h", "h2"))
        first = phrase.word("h")
        joined = "and" in phrase.tokens.texts(phrase.places["h"][1], phrase.places["h2"][0])
        if not near.is_a(phrase.before, "before_range" if joined else "before_clock"):
            return None
    end = hour_text(second, half)
    begin = hour_text(first, half)
    if begin and end and begin >= end:
        begin = hour_text(first, "am")
    if begin is None or end is None or is_part_of_number(phrase):
        return None
    day = day_named(near)
    return [
        (one[0], one[1], Expression.within(blank(f"XXXX-XX-XXT{begin}"), day)),
        (two[0], places[phrase.end - 1][1], Expression.within(blank(f"XXXX-XX-XXT{end}"), day)),
    ]


def read_four_digit_clock(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*2205 GMT*, *1430 hours*."""
    word = phrase.word("h")
    told = "u" not in phrase or near.is_a(phrase.before, "before_clock")
    clock = hour_text(f"{word[:2]}:{word[2:]}", None) if told and len(word) == 4 and word.isdecimal() else None
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day_named(near)) if clock else None


def read_clock_of_halves(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*half past three*, *a quarter to five*; which half of the day is not told, and taken for the first."""
    word = phrase.word("h")
    hour = int(near.lexicon.value("cardinal", word) or word)
    before = phrase.word("s") == "to"
    if not 1 <= hour <= 12 or (before and "half" in phrase):
        return None
    minute = 30 if "half" in phrase else 45 if before else 15
    clock = f"{(hour - before) % 24:02}:{minute}"
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day_named(near))


def read_nth_unit(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the second week of June*, *the last weekend of March 2024*, *the first week of 2025*, *the last day of April*.

    A week is the one around the middle of its seven days: the second of a month lies around the 11th.
    """
    unit, word = Unit(near.lexicon.value("unit", phrase.word("u"))), phrase.word("n")
    number = None if near.is_a(word, "last") or word == "final" else ordinal_of(phrase, near)
    if unit not in (Unit.WEEK, Unit.WEEKEND, Unit.DAY) or (number or 1) > (31 if unit is Unit.DAY else 5):
        return None
    month = month_of(phrase, near) if "m" in phrase else 12 if number is None else 1
    if unit is Unit.WEEKEND:
        return Expression.shift(
            placed(Expression.feast(f"{month}-{number or 'l'}-6"), phrase, near, Direction.RECENT), 0, unit
        )
    whole = placed(blank(f"XXXX-{month:02}"), phrase, near, Direction.RECENT)
    middle = 0 if unit is Unit.DAY else 3
    if number is None:
        after = Expression.within(blank("XXXX-XX-01"), Expression.shift(whole, 1, Unit.MONTH))
        return Expression.shift(Expression.move(after, -1 - middle, Unit.DAY), 0, unit)
    day = number if unit is Unit.DAY else 7 * number - middle
    return Expression.shift(Expression.within(blank(f"XXXX-XX-{day:02}"), whole), 0, unit) if day < 32 else None


def read_iso_week(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*2025-W27*, *week 27 of 2025*, *calendar week 12*, which is one of this year."""
    if "iso" in phrase:
        return blank(phrase.word("iso").upper())
    number = int(phrase.word("n"))
    if not 1 <= number <= 53:
        return None
    year = (
        Expression.at(Point(Unit.YEAR, year_of(phrase))) if "y" in phrase else Expression.shift(near.now, 0, Unit.YEAR)
    )
    first = Expression.shift(Expression.within(blank("XXXX-01-04"), year), 0, Unit.WEEK)
    return Expression.move(first, number - 1, Unit.WEEK)


def read_nth_weekday(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the first Monday of May*, *the last Sunday in June 2026*."""
    number = None if near.is_a(phrase.word("n"), "last") else ordinal_of(phrase, near)
    if number is not None and number > 5:
        return None
    rule = f"{month_of(phrase, near)}-{number or 'l'}-{weekday_of(phrase, near)}"
    return placed(Expression.feast(rule), phrase, near, Direction.RECENT)


def read_day_of_month(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*on the 15th*, where no noun follows (*on the 15th floor*)."""
    day = day_of(phrase.word("d"), near)
    if day is None or not near.is_a(phrase.before, "before_day") or _noun_follows(phrase, near):
        return None
    return near.seek(blank(f"XXXX-XX-{day:02}"), phrase.start, phrase.end, Direction.RECENT)


def read_tonight(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*tonight*."""
    return Expression.within(blank("XXXX-XX-XXTNI"), Expression.shift(near.now, 0, Unit.DAY))


def read_overnight(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*overnight*: the night before the day, or that of a day named beside it; the coming one where the verb looks ahead."""
    if {"w", "t"} & phrase.places.keys():
        day = _day_beside(phrase, near)
    else:
        coming = near.direction(phrase.start, phrase.end) is Direction.FUTURE
        day = Expression.shift(near.now, 0 if coming else -1, Unit.DAY)
    return Expression.within(blank("XXXX-XX-XXTNI"), day) if day else None


def _clock(phrase: Phrase, near: Surroundings) -> str | None:
    """The time of day a phrase names."""
    words = phrase.words("h")
    word, meridiem = words[0], words[1] if len(words) > 1 else ""
    if noon := near.lexicon.value("noon", word):
        return None if near.is_a(phrase.before, "high_word") else str(noon)
    if word.endswith(("am", "pm")):
        return hour_text(word[:-2], word[-2:])
    spoken = near.lexicon.value("cardinal", word)
    if "clock" in meridiem:
        return hour_text(str(spoken or word), None)
    if meridiem:
        return hour_text(str(spoken or word), meridiem)
    evident = near.is_a(phrase.before, "before_clock") or phrase.word("t") or phrase.word("w") or phrase.word("m")
    zoned = near.is_a(phrase.tokens.text(phrase.places["h"][1]), "zone")
    return hour_text(word, None) if (evident or zoned) and ":" in word else None


def read_clock(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*4 p.m.*, *noon Thursday*, *10:35 a.m. EDT*, *5 p.m. EST Nov. 9*, *Wednesday at 4 p.m.*"""
    clock = _clock(phrase, near)
    if clock is None or is_part_of_number(phrase):
        return None
    day = _day_beside(phrase, near)
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day) if day else None


def _day_beside(phrase: Phrase, near: Surroundings) -> Expression | None:
    """The day that a phrase names beside a time, or else the one named before."""
    if "m" in phrase:
        return read_day(phrase, near)
    if "w" in phrase:
        return near.seek(blank(f"XXXX-WXX-{weekday_of(phrase, near)}"), phrase.start, phrase.end)
    if "t" in phrase:
        return Expression.shift(near.now, int(near.lexicon.value("deictic", phrase.word("t"))), Unit.DAY)
    if "p" in phrase:
        return Expression.shift(near.now, -1 if near.is_a(phrase.word("r"), "back") else 0, Unit.DAY)
    return day_named(near)


def read_hour_of_part(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*four in the morning*, *10 at night*."""
    word = phrase.word("n")
    spoken = near.lexicon.value("cardinal", word)
    part = near.lexicon.value("part", phrase.word("p"))
    clock = hour_text(str(spoken or word), "am" if part == "MO" else "pm")
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day_named(near)) if clock else None


_DECREED = ("islamic", "diwali")
"""Reckonings by which lands differ by a day."""


def read_feast(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*Bastille Day*, *last Thanksgiving*, *Christmas 2007*, *Easter week*."""
    if not phrase.tokens.is_capital(phrase.places["f"][0]):
        return None
    words = phrase.words("f")
    rule = _feasts(near).get(tuple(words))
    if rule is None:
        return None
    fixed = len(rule) == 5 and rule[:2].isdecimal() and rule[2] == "-"
    pattern = blank(f"XXXX-{rule}") if fixed else Expression.feast(rule)
    found = placed(pattern, phrase, near, Direction.RECENT)
    found = Expression.shift(found, 0, Unit.WEEK) if "u" in phrase else found
    return found.modified("APPROX" if rule.startswith(_DECREED) else None)


def _feasts(near: Surroundings) -> dict[tuple[str, ...], str]:
    return phrases_of(near.lexicon, "feast")
