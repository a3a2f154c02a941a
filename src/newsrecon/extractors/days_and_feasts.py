"""Days by name or number and feasts: *Thursday*, *tomorrow*, *on the 15th*, *the second week of June*, *Bastille Day*."""

from __future__ import annotations

from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_lexicon import POSSESSIVE
from newsrecon.extractors.date_numbers import phrases_of
from newsrecon.extractors.date_parts import (
    Placed,
    blank,
    day_of,
    edge_of,
    feast_named,
    feasts,
    is_feast,
    month_of,
    noun_follows,
    on_weekday,
    ordinal_of,
    placed,
    relative_unit,
    side_of,
    unit_of,
    weekday_of,
    year_of,
)
from newsrecon.extractors.date_patterns import Phrase
from newsrecon.extractors.days_and_months import read_day
from newsrecon.timex import Direction, Expression, Length, Point, Unit

__all__ = [
    "read_day_beside",
    "read_day_of_event",
    "read_day_of_month",
    "read_deictic",
    "read_every_feast",
    "read_feast",
    "read_iso_week",
    "read_moon_month",
    "read_nth_unit",
    "read_nth_weekday",
    "read_weekday",
    "read_weekdays_through",
]


def read_weekday(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*Thursday*, *last Friday*, *Monday night*, *Wednesday last week*; not the *Sunday Times*, Friday Night Lights, the Sun."""
    if not _is_weekday(phrase, near):
        return None
    clock = near.lexicon.value("part", phrase.word("p")) or near.lexicon.value("noon", phrase.word("p"))
    pattern = blank(f"XXXX-WXX-{weekday_of(phrase, near)}")
    if "c" in phrase:
        found = Expression.within(pattern, relative_unit(phrase.word("c"), Unit.WEEK, near))
    elif near.is_a(phrase.word("r"), "anaphoric") and (base := near.antecedent(Unit.DAY)):
        found = Expression.seek(pattern, side_of(phrase.word("r"), near) or Direction.NEAR, base)
    else:
        word = phrase.word("r")
        given = side_of(word, near)
        if near.is_a(word, "this"):
            given = near.direction(phrase.start, phrase.end) or Direction.NEAR
        found = near.seek(pattern, phrase.start, phrase.end, given)
    if clock:
        found = Expression.within(blank(f"XXXX-XX-XXT{clock}"), found)
    return found.modified(edge_of(phrase, near))


def read_weekdays_through(phrase: Phrase, near: Surroundings) -> list[Placed]:
    """*Thursday through Sunday*: the days of one run, behind or ahead of now."""
    first, last = (blank(f"XXXX-WXX-{weekday_of(phrase, near, name)}") for name in ("w", "w2"))
    if near.direction(phrase.start, phrase.end) is Direction.FUTURE:
        begin = near.seek(first, phrase.start, phrase.end, Direction.FUTURE)
        days = begin, Expression.seek(last, Direction.AFTER, begin)
    else:
        end = near.seek(last, phrase.start, phrase.end, Direction.PAST)
        days = Expression.seek(first, Direction.BEFORE, end), end
    found = list[Placed]()
    for day, name, part in zip(days, ("w", "w2"), ("p", "p2"), strict=True):
        clock = near.lexicon.value("part", phrase.word(part))
        last_word = phrase.places[part if clock else name][0]
        whole = Expression.within(blank(f"XXXX-XX-XXT{clock}"), day) if clock else day
        found.append((phrase.tokens.places[phrase.places[name][0]][0], phrase.tokens.places[last_word][1], whole))
    return found


def _is_weekday(phrase: Phrase, near: Surroundings) -> bool:
    word, lexicon = phrase.word("w"), near.lexicon
    if near.is_a(phrase.before, "named_day"):
        return False
    titled = "p" in phrase and phrase.tokens.is_capital(phrase.places["p"][0]) and phrase.tokens.is_capital(phrase.end)
    if titled and (near.is_a(phrase.after, "called_by_night") or not near.begins_sentence(phrase.start)):
        return False
    if near.is_a(phrase.after, "called_by_weekday") and "p" not in phrase:
        return False
    if lexicon.value("weekday_short", word) and (near.is_a(word, "ambiguous_weekday") or len(phrase.words("w")) == 1):
        return False
    return not (near.is_a(phrase.after, "title_after") and phrase.tokens.is_capital(phrase.end))


def read_deictic(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*today*, *tomorrow night*, *the day before yesterday*; not USA Today, *the leaders of tomorrow*."""
    index = phrase.places["t"][0]
    tokens = phrase.tokens
    if tokens.is_capital(index) and tokens.text(index - 1)[:1].isalpha() and tokens.is_capital(index - 1):
        return None
    if tokens.is_capital(index) and near.is_a(phrase.after, "title_after"):
        return None
    count = int(near.lexicon.value("deictic", phrase.word("t")))
    if count > 0 and _is_of_times_to_come(phrase, near):
        return None
    if "k" in phrase:
        count += 1 if near.is_a(phrase.word("k"), "after_word") else -1
    found = Expression.shift(near.now, count, Unit.DAY)
    if "p" in phrase:
        found = Expression.within(blank(f"XXXX-XX-XXT{near.lexicon.value('part', phrase.word('p'))}"), found)
    return found.modified(edge_of(phrase, near))


def _is_of_times_to_come(phrase: Phrase, near: Surroundings) -> bool:
    """*the leaders of tomorrow*; neither *as of tomorrow* nor *the end of tomorrow*."""
    before = phrase.tokens.text(phrase.start - 2)
    timed = any(near.is_a(before, name) for name in ("as_word", "edge_of", "part"))
    return near.is_a(phrase.before, "of_word") and phrase.end - phrase.start == 1 and not timed


def read_day_beside(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the day after Christmas*, *the night before July 4*, *the week before Christmas*, *the day before last Tuesday*."""
    read = read_feast if "f" in phrase else read_day if "m" in phrase else read_weekday
    day = read(phrase, near)
    if day is None:
        return None
    after = near.is_a(phrase.word("k"), "after_word")
    if "w0" in phrase:
        wanted = blank(f"XXXX-WXX-{weekday_of(phrase, near, 'w0')}")
        return Expression.seek(wanted, Direction.AFTER if after else Direction.BEFORE, day)
    unit = Unit(near.lexicon.value("unit", phrase.word("u0")) or Unit.DAY)
    if unit is Unit.WEEKEND:
        return Expression.seek(blank("XXXX-WXX-WE"), Direction.AFTER if after else Direction.BEFORE, day)
    found = Expression.shift(day, 1 if after else -1, unit)
    if "p" in phrase:
        found = Expression.within(blank(f"XXXX-XX-XXT{near.lexicon.value('part', phrase.word('p'))}"), found)
    return found


def read_day_of_event(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*it is the eighth day of the siege*, *Tuesday, the second day of the trial*: the day of which that is told, if any is."""
    if not near.is_a(phrase.after, "of_word"):
        return None
    day = near.told_beside(phrase.start) or _day_that_is(phrase.start - 1, near)
    if day is None or "p" not in phrase:
        return day and Expression.shift(day, 0, Unit.DAY)
    clock = near.lexicon.value("part", phrase.word("p"))
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), Expression.shift(day, 0, Unit.DAY))


def _day_that_is(index: int, near: Surroundings) -> Expression | None:
    """The day of which a token says something: *Tuesday was …*, *it is …* of the day itself, *it was …* of the one last named."""
    verb = near.tokens.text(index)
    is_now = near.is_a(verb, "is_word") or verb in POSSESSIVE
    if not is_now and not near.is_a(verb, "was_word"):
        return None
    if near.is_a(near.tokens.text(index - 1), "it_word"):
        return near.now if is_now else near.antecedent(Unit.DAY) or near.now
    return near.told_beside(index + 1, "is_word" if is_now else "was_word")


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
    """*on the 15th*, *Friday the 13th*, *the morning of the 3rd*, *the first of next month*; not *on the 15th floor*."""
    day = day_of(phrase.word("d"), near)
    if "u" in phrase and unit_of(phrase, near) is not Unit.MONTH:
        return None
    if day is not None and "c" in phrase:
        month = relative_unit(phrase.word("c"), Unit.MONTH, near)
        return Expression.within(blank(f"XXXX-XX-{day:02}"), month)
    told = near.is_a(phrase.before, "before_day") or phrase.end - phrase.start > 2 or "p" in phrase
    if day is None or not told or noun_follows(phrase, near):
        return None
    pattern = blank(f"XXXX-XX-{day:02}")
    found = on_weekday(near.seek(pattern, phrase.start, phrase.end, Direction.RECENT), pattern, phrase, near)
    if "p" in phrase:
        found = Expression.within(blank(f"XXXX-XX-XXT{near.lexicon.value('part', phrase.word('p'))}"), found)
    return found


_DECREED = ("islamic", "diwali")
"""Reckonings by which lands differ by a day."""


def read_feast(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*Bastille Day*, *last Thanksgiving*, *Christmas 2007*, *Easter week*, *Labor Day weekend*; no Christmas party."""
    words = phrase.words("f")
    if not is_feast(phrase, near):
        return None
    rule = feasts(near.lexicon).get(tuple(words))
    if rule is None:
        return None
    found = placed(feast_named(rule), phrase, near, Direction.RECENT)
    if "u" in phrase:
        is_weekend = near.lexicon.value("unit", phrase.word("u")) == str(Unit.WEEKEND)
        found = Expression.shift(
            Expression.move(found, -2, Unit.DAY) if is_weekend else found, 0, unit_of(phrase, near)
        )
    return found.modified("APPROX" if rule.startswith(_DECREED) else None)


def read_every_feast(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*every Christmas Eve*, *New Year's Day each year*; of a feast whose day differs, only that it comes every year."""
    rule = feasts(near.lexicon).get(tuple(phrase.words("f")))
    if rule is None or not phrase.tokens.is_capital(phrase.places["f"][0]):
        return None
    day = feast_named(rule)
    return Expression.every(Length.of(1, Unit.YEAR) if day.operator == "feast" else day.point(None))


def read_moon_month(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*during Ramadan*, *Ramadan 2015*, *the first day of Ramadan*; not Mr. Ramadan, whom the text has named in full."""
    place = phrase.places["f"][0]
    word = phrase.word("f")
    if _is_surname(place, near):
        near.surnames.add(word)
    evident = bool({"r", "y", "c", "e", "n"} & phrase.places.keys()) or near.is_a(phrase.before, "before_moon")
    named = near.is_a(phrase.after, "speaking") or (phrase.tokens.is_capital(phrase.end) and not evident)
    if not phrase.tokens.is_capital(place) or named or word in near.surnames:
        return None
    rule = phrases_of(near.lexicon, "moon_month")[tuple(phrase.words("f"))]
    reckoning, _, month = rule.partition("-")
    if "n" in phrase:
        number = ordinal_of(phrase, near)
        if number is None or number > 30:
            return None
        return placed(Expression.feast(f"{rule}-{number}"), phrase, near, Direction.RECENT).modified("APPROX")
    first = placed(Expression.feast(f"{rule}-1"), phrase, near, Direction.RECENT)
    following = Expression.feast(f"{reckoning}-{int(month) % 12 + 1}-1")
    found = Expression.lunation(first, Expression.seek(following, Direction.AFTER, first)).modified("APPROX")
    return found.modified(edge_of(phrase, near))


def _is_surname(place: int, near: Surroundings) -> bool:
    """Whether a name or a title stands before: *Tariq Ramadan*, *Mr. Ramadan*, but not *Celebrating Ramadan*."""
    before = near.tokens.text(place - 1)
    if before == ".":
        return near.is_a(near.tokens.text(place - 2), "abbreviated")
    opens = before.isalpha() and near.tokens.is_capital(place - 1) and near.begins_sentence(place - 1)
    unknown = before not in near.lexicon.classes and not near.lexicon.ends(before, "gerund")
    return near.after_name(place) or (opens and unknown)
