"""Lengths and what recurs: *two months*, *42-year-old*, *$5 million a year*, *every Monday*."""

from __future__ import annotations

from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_numbers import number_of
from newsrecon.extractors.date_parts import (
    Placed,
    Read,
    bound_of,
    counted_in,
    is_part_of_number,
    length_of,
    month_of,
    noun_follows,
    ordinal_of,
    quantity_of,
    unit_of,
    weekday_of,
)
from newsrecon.extractors.date_patterns import Phrase
from newsrecon.timex import Direction, Expression, Length, Point, Unit

__all__ = [
    "read_bare_units",
    "read_every",
    "read_every_listed",
    "read_frequency",
    "read_length",
    "read_length_and_half",
    "read_per",
    "read_quarters_of_hour",
    "read_so_often",
]


def read_length(phrase: Phrase, near: Surroundings) -> Read:
    """*two months*, *more than 10 minutes*, *42-year-old*, *month-long*; *$5 a year* recurs; not *a second term*."""
    if is_part_of_number(phrase):
        return None
    unit, word = unit_of(phrase, near), phrase.word("u")
    told = {"n", "range", "some", "one", "half"} & phrase.places.keys()
    count = quantity_of(phrase, near) if told else (None if word.endswith("s") else 1)
    if near.lexicon.value("cardinal", phrase.word("n2")):
        count = None  # a year or two
    singular = bool(near.lexicon.value("unit", word) or near.lexicon.value("clock_unit", word))
    hyphened = any(mark in phrase.tokens.texts(phrase.start, phrase.end) for mark in ("-", "–"))
    if not _is_length(phrase, near, unit, singular, hyphened):
        return None
    if "one" in phrase and phrase.end - phrase.start == 2 and _is_rate(phrase, near):
        return Expression.every(Length.of(1, unit))
    if unit is Unit.DAY and phrase.words("n") == ("one",) and near.is_a(phrase.before, "looking_ahead"):
        return Expression.reference("FUTURE_REF")
    if not hyphened and _is_deadline(phrase, near, unit):
        if counted := counted_in(count, unit):
            return Expression.shift(near.now, *counted).modified(bound_of(phrase, near))
        if "n2" in phrase:
            return Expression.reference("FUTURE_REF")
    length = Expression.lasting(length_of(count, unit))
    if near.is_a(phrase.word("b"), "also_during") and "one" not in phrase:
        return [(phrase.tokens.places[phrase.start + 1][0], phrase.tokens.places[phrase.end - 1][1], length)]
    return length.modified(bound_of(phrase, near))


def _is_length(phrase: Phrase, near: Surroundings, unit: Unit, singular: bool, hyphened: bool) -> bool:
    if "one" in phrase and phrase.tokens.glued(phrase.end) and phrase.after in ("-", "–"):
        return False
    if _is_title(phrase) or phrase.word("n").startswith("0"):
        return False
    if singular and not hyphened:
        if "some" in phrase or ("one" in phrase and unit in (Unit.QUARTER, Unit.SECOND)):
            return False
        if unit is Unit.SECOND and phrase.tokens.is_capital(phrase.end):
            return False
    if (
        unit is Unit.QUARTER
        and ("some" in phrase or near.is_a(phrase.after, "fraction_of"))
        and not any(near.is_a(word, "counted_few") for word in phrase.words("some"))
    ):
        return False
    number = number_of(phrase.words("n"), near.lexicon) if "n" in phrase else None
    if number and 1900 <= number < 2050 and "," not in phrase.word("n") and singular:
        return False
    if number and number > 1 and singular and near.is_a(phrase.tokens.text(phrase.start), "definite"):
        return False  # the | 17 year-old
    return not (singular and "one" in phrase and near.is_a(phrase.before, "determiner"))


def _is_title(phrase: Phrase) -> bool:
    """Whether figures with a unit are a name: *told 60 Minutes*; in a headline the word before has a capital, too."""
    unit, tokens = phrase.places["u"][0], phrase.tokens
    figures = tokens.text(phrase.start)[:1].isdecimal() and phrase.start == unit - 1
    return (
        figures and tokens.is_capital(unit) and phrase.before[:1].isalpha() and not tokens.is_capital(phrase.start - 1)
    )


def _is_deadline(phrase: Phrase, near: Surroundings, unit: Unit) -> bool:
    """Whether *in five years* tells when something will be, and not how long it took."""
    plain = phrase.start == phrase.places.get("n", phrase.places.get("one", (-1, 0)))[0]
    return (
        plain
        and unit.rank <= Unit.DAY.rank
        and near.is_a(phrase.before, "in_word")
        and near.direction(phrase.start - 1, phrase.end) is Direction.FUTURE
    )


def _is_rate(phrase: Phrase, near: Surroundings) -> bool:
    """Whether *a year* follows a figure: *$5 million a year*, *twice a week*, *358,000 a month*."""
    before = phrase.before
    if near.is_a(before, "preposition") or near.is_a(before, "span_verb") or near.is_a(before, "bound"):
        return False
    if before[:1].isdecimal() or before == "%" or near.is_a(before, "rate"):
        return True
    for one in reversed(phrase.tokens.texts(max(0, phrase.start - 4), phrase.start)):
        if one in (".", ";", ","):
            return False
        if one[:1].isdecimal() or one == "$" or near.is_a(one, "rate"):
            return True
    return False


def read_length_and_half(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*two and a half years*, *a year and a half*."""
    count = number_of(phrase.words("n"), near.lexicon) if "n" in phrase else 1
    return (
        Expression.lasting(length_of(count + 0.5, unit_of(phrase, near))).modified(bound_of(phrase, near))
        if count
        else None
    )


def read_quarters_of_hour(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*a quarter of an hour*, *three quarters of an hour*."""
    count = number_of(phrase.words("n"), near.lexicon) if "n" in phrase else 1
    return (
        Expression.lasting(Length.of(int(count * 15), Unit.MINUTE)).modified(bound_of(phrase, near)) if count else None
    )


def read_bare_units(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*for years*, *decades of war*, *within minutes*; not *office hours*, *after hours*, nor the minutes of the meeting."""
    before, after = phrase.before, phrase.after
    definite = near.is_a(phrase.tokens.text(phrase.start), "definite")
    unit = unit_of(phrase, near)
    if unit is Unit.QUARTER and near.is_a(after, "of_word"):
        return None
    early = near.is_a(before, "edge") or near.is_a(before, "hours_early")
    if unit is Unit.HOUR and (early or (near.is_a(before, "after_word") and not near.is_a(after, "of_word"))):
        return None
    if (
        unit is Unit.MINUTE
        and near.is_a(after, "of_word")
        and near.is_a(phrase.tokens.text(phrase.end + 1), "definite")
    ):
        return None
    if definite:
        long = unit.rank <= Unit.MONTH.rank
        beside = near.is_a(after, "beside_event")
        told = (long or beside) and near.is_a(before, "before_years")
        if not told or (near.is_a(after, "opens_clause") and not beside):
            return None
    elif near.is_a(before, "not_before_units") or not (
        near.is_a(before, "before_length") or near.begins_sentence(phrase.start) or near.is_a(after, "of_word")
    ):
        return None
    return Expression.lasting(Length.of(None, unit))


def read_frequency(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*daily*, *weekly*, *on weekends*; not the Daily Mail, nor *the regional daily*, nor *everyday life*."""
    capital = phrase.tokens.is_capital(phrase.start)
    if capital and (phrase.tokens.is_capital(phrase.end) or not near.begins_sentence(phrase.start)):
        return None
    if near.tokens.glued(phrase.start) or phrase.tokens.is_capital(phrase.end):
        return None
    if near.is_a(phrase.word("f"), "also_adjective") and noun_follows(phrase, near):
        return None
    value = near.lexicon.value("frequency", phrase.word("f"))
    return Expression.every(Length(value) if value.startswith("P") else Point.parse(value))


def read_every(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*every day*, *each Thursday*, *every other week*, *each July*, *Tuesdays*, *each of the last three years*."""
    lexicon = near.lexicon
    if "u" in phrase:
        number = number_of(phrase.words("n"), lexicon) if "n" in phrase else None
        if number is None and "n" in phrase:
            number = ordinal_of(phrase, near)
        between = phrase.tokens.texts(phrase.start, phrase.places["u"][0])
        count = 2 if "other" in between else int(number or 1)
        return Expression.every(Length.of(1 if "of" in between else count, unit_of(phrase, near)))
    if "w" in phrase:
        told = near.lexicon.value("unit", phrase.tokens.text(phrase.end - 1)) and phrase.tokens.text(phrase.end - 2)
        if told and near.is_a(told, "definite") and near.direction(phrase.start, phrase.end) is Direction.PAST:
            return None  # fell on the first Monday of the month
        table = "part" if "p" in phrase and lexicon.value("part", phrase.word("p")) else "parts"
        clock = f"T{lexicon.value(table, phrase.word('p'))}" if "p" in phrase else ""
        return Expression.every(Point.parse(f"XXXX-WXX-{weekday_of(phrase, near)}{clock}"))
    if "m" in phrase:
        return Expression.every(Point(Unit.MONTH, number=month_of(phrase, near)))
    if "s" in phrase:
        return Expression.every(Point.parse(f"XXXX-{lexicon.value('season', phrase.word('s'))}"))
    return Expression.every(Point.parse(f"XXXX-XX-XXT{lexicon.value('part', phrase.word('p'))}"))


def read_every_listed(phrase: Phrase, near: Surroundings) -> list[Placed]:
    """*Monday and Tuesday nights*, *every Tuesday and Thursday*: one reading for each."""
    word = phrase.word("p")
    part = near.lexicon.value("parts", word) or near.lexicon.value("part", word)
    names = [name for name in ("w", "w2", "w3") if name in phrase]
    starts = [phrase.start, *(phrase.places[name][0] for name in names[1:])]
    ends = [*(phrase.places[name][0] for name in names[:-1]), phrase.end - 1]
    clock = f"T{part}" if part else ""
    return [
        (
            phrase.tokens.places[start][0],
            phrase.tokens.places[end][1],
            Expression.every(Point.parse(f"XXXX-WXX-{weekday_of(phrase, near, name)}{clock}")),
        )
        for start, end, name in zip(starts, ends, names, strict=True)
    ]


def read_so_often(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*24 hours a day*, *three days a week*: what recurs each day, each week; not *two days a week ago*."""
    counted = any(near.is_a(phrase.after, name) for name in ("ago", "earlier", "later"))
    hangs = near.tokens.glued(phrase.end) and phrase.after in ("-", "–")
    if counted or hangs or is_part_of_number(phrase):
        return None
    return Expression.every(Length.of(1, unit_of(phrase, near)))


def read_per(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*per year*, *per annum*."""
    return Expression.every(Length.of(1, unit_of(phrase, near)))
