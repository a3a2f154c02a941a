"""What is counted from another time: *last year*, *four years ago*, *two days later*, *the past two decades*, *since then*."""

from __future__ import annotations

from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_lexicon import POSSESSIVE
from newsrecon.extractors.date_numbers import number_of, phrases_of
from newsrecon.extractors.date_parts import (
    Placed,
    Read,
    blank,
    bound_of,
    counted_in,
    edge_of,
    ended_on,
    length_of,
    month_at,
    quantity_of,
    relative_unit,
    unit_of,
    weekday_of,
)
from newsrecon.extractors.date_patterns import Phrase
from newsrecon.extractors.time_lengths import read_length_and_half
from newsrecon.timex import Direction, Expression, Length, Point, Unit

__all__ = [
    "read_ago",
    "read_before_last",
    "read_from_day",
    "read_reference",
    "read_stretch",
    "read_the_unit",
    "read_then",
    "read_this_and_last",
    "read_unit",
    "read_unit_and_half",
    "read_unit_before",
    "read_year_end",
]

_OPENING = frozenset("“\"‘'")
_CLOSING = frozenset("”\"’'")
_NEARBY = 200
"""So many characters back, at most, stands what *a year earlier* and *an hour later* count from."""


def read_unit(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*last year*, *the end of next month*, *the same day*, *that month*, *the following year*; not ABC’s “This Week”."""
    word, unit = phrase.word("r"), unit_of(phrase, near)
    if _is_in_marks(phrase):
        return None
    texts = phrase.tokens.texts(phrase.start, phrase.places["r"][0])
    definite = "the" in texts and "of" not in texts
    if unit is not Unit.WEEKEND and (near.is_a(word, "past") or (near.is_a(word, "last") and definite)):
        return Expression.until(length_of(1, unit), near.now).modified(edge_of(phrase, near))
    if unit is Unit.DAY and not any(near.is_a(word, name) for name in ("anaphoric", "this", "next")):
        return None
    if near.is_a(word, "latest") and unit is Unit.QUARTER:
        return Expression.shift(near.now, -1, unit)
    if near.is_a(word, "latest"):
        return Expression.shift(near.now, -1 if unit is Unit.YEAR else 0, unit)
    if unit is Unit.QUARTER and (spoken_of := _quarter_of_report(phrase, near)):
        return spoken_of.modified(edge_of(phrase, near))
    return relative_unit(word, unit, near, definite=definite).modified(edge_of(phrase, near))


def _quarter_of_report(phrase: Phrase, near: Surroundings) -> Expression | None:
    """The quarter named before that *that quarter* means, and *this quarter's loss* in a report of what is over."""
    word, place = phrase.word("r"), phrase.tokens.places[phrase.start][0]
    if near.is_a(word, "that"):
        return near.quarter(place)
    ahead = near.direction(phrase.start, phrase.end) is Direction.FUTURE
    return (
        near.quarter_compared(place) if near.is_a(word, "this") and phrase.after in POSSESSIVE and not ahead else None
    )


def _is_in_marks(phrase: Phrase) -> bool:
    """Whether two words with capitals stand alone in quotation marks."""
    tokens = phrase.tokens
    closing = phrase.end + (phrase.after in (",", "."))
    capitals = tokens.is_capital(phrase.start) and tokens.is_capital(phrase.end - 1)
    return capitals and phrase.before in _OPENING and tokens.text(closing) in _CLOSING


def read_the_unit(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the quarter*, *the end of the month*, *later in the year*: the one spoken of."""
    unit = unit_of(phrase, near)
    if phrase.tokens.is_capital(phrase.end - 1) and not near.begins_sentence(phrase.end - 2):
        return None
    to_a_month = phrase.after == "to" and month_at(phrase.end + 1, near)
    if unit is Unit.YEAR and (near.is_a(phrase.after, "ended") or to_a_month):
        return Expression.lasting(Length.of(1, unit))
    if unit is Unit.QUARTER and near.is_a(phrase.after, "ended") and (month := month_at(phrase.end + 1, near)):
        last = near.seek(blank(f"XXXX-{month:02}"), phrase.end + 1, phrase.end + 2)
        return Expression.shift(Expression.shift(last, -1, Unit.MONTH), 0, unit)
    if (
        phrase.end - phrase.start == 3
        and "-" in phrase.tokens.texts(phrase.start, phrase.end)
        and _is_compound(phrase, near)
    ):
        return None
    edged = not near.is_a(phrase.tokens.text(phrase.start), "definite") or phrase.places["u"][0] != phrase.start + 1
    chosen = (
        phrase.before == "of"
        and near.is_a(phrase.tokens.text(phrase.start - 2), "chosen_of_the_year")
        and unit is Unit.YEAR
    )
    opens = chosen or (near.is_a(phrase.after, "opens_clause") and not _is_followed_by_sum(phrase))
    if (unit in (Unit.CENTURY, Unit.DECADE) and "e" not in phrase) or (unit is Unit.DAY and not edged) or opens:
        return None
    if near.tokens.glued(phrase.end) and phrase.after in ("-", "–"):
        return None
    if unit is Unit.WEEK and near.is_a(phrase.after, "ended") and (ended := ended_on(phrase.end + 1, near)):
        return Expression.shift(ended, 0, unit)
    if unit is Unit.QUARTER:
        return Expression.shift(
            near.quarter(phrase.tokens.places[phrase.start][0]) or Expression.shift(near.now, -1, unit), 0, unit
        )
    if unit is Unit.WEEKEND:
        return near.seek(blank("XXXX-WXX-WE"), phrase.start, phrase.end)
    base = near.antecedent(unit) if near.narrative or unit in (Unit.MONTH, Unit.DAY) else None
    return Expression.shift(base or near.now, 0, unit).modified(edge_of(phrase, near))


def _is_followed_by_sum(phrase: Phrase) -> bool:
    """*a loss for the year of $3 million*."""
    return phrase.after == "of" and not phrase.tokens.text(phrase.end + 1)[:1].isalpha()


def _is_compound(phrase: Phrase, near: Surroundings) -> bool:
    """Whether *mid-century* tells what something is like, and not when: *a mid-century chair*, but *by mid-century*."""
    return not near.is_a(phrase.before, "before_year")


def read_unit_before(phrase: Phrase, near: Surroundings) -> Read:
    """*the day before*, *the year after*, *the night before*; before or after what follows, it is a day not told."""
    clock = near.lexicon.value("part", phrase.word("p")) if "p" in phrase else None
    unit = Unit.DAY if clock else unit_of(phrase, near)
    if phrase.after[:1].isalnum() and not near.is_a(phrase.after, "behind_time"):
        to_the_day = near.is_a(phrase.before, "also_infinitive")
        return None if to_the_day else _unit_beside_event(phrase, near, unit, clock)
    count = -1 if near.is_a(phrase.word("k"), "before_word") else 1
    found = Expression.shift(near.antecedent(unit) or near.now, count, unit)
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), found) if clock else found


def _unit_beside_event(phrase: Phrase, near: Surroundings, unit: Unit, clock: str | None) -> list[Placed] | None:
    """*the day before the vote*: the day that stands beside it (*5 May, the day …*), else one that the text does not tell."""
    told = near.told_beside(phrase.start)
    found = told if told and told.point(None).unit is unit else Expression.at(Point(unit))
    if clock:
        found = Expression.within(blank(f"XXXX-XX-XXT{clock}"), found)
    places = phrase.tokens.places
    near.in_passing = True
    return [(places[phrase.start][0], places[phrase.end - 2][1], found)]


def read_this_and_last(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*higher this year than last*: two readings; not *this year than last week*."""
    if phrase.after[:1].isalnum() and not near.is_a(phrase.after, "function_word"):
        return None
    places, unit = phrase.tokens.places, unit_of(phrase, near)
    this, last = (relative_unit(phrase.word(name), unit, near) for name in ("c", "r"))
    return [
        (places[phrase.start][0], places[phrase.places["u"][1] - 1][1], this),
        (*places[phrase.end - 1], last),
    ]


def read_before_last(phrase: Phrase, near: Surroundings) -> Expression:
    """*the week before last*, *the night before last*, *the year after next*, *the Sunday after next*."""
    side = -1 if near.is_a(phrase.word("k"), "last") else 1
    if "w" in phrase:
        nearest = Direction.BEFORE if side < 0 else Direction.AFTER
        day = Expression.seek(blank(f"XXXX-WXX-{weekday_of(phrase, near)}"), nearest, near.now)
        return Expression.shift(day, 7 * side, Unit.DAY)
    if "p" in phrase:
        day = Expression.shift(near.now, 2 * side, Unit.DAY)
        return Expression.within(blank(f"XXXX-XX-XXT{near.lexicon.value('part', phrase.word('p'))}"), day)
    return Expression.shift(near.now, 2 * side, unit_of(phrase, near))


def read_year_end(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*year-end*, *year's end*; *month's end*, of the month spoken of; *since year-end*, of the year before."""
    unit = unit_of(phrase, near)
    base = near.antecedent(unit) if unit is Unit.MONTH else None
    count = -1 if near.is_a(phrase.before, "since_word") else 0
    return Expression.shift(base or near.now, count, unit).modified("END")


def read_ago(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*four years ago*, *two days later*, *a year earlier*, *months ago*, *a year and a half ago*, *in 20 years' time*."""
    unit, word = unit_of(phrase, near), phrase.word("k")
    if _is_title(phrase) or (near.is_a(word, "sooner") and near.is_a(phrase.after, "than_word")):
        return None  # three days later than planned
    bare = any(near.is_a(word, name) for name in ("before_word", "after_word", "back_word", "on_word"))
    if bare and phrase.after[:1].isalnum():
        return None
    back = any(near.is_a(word, name) for name in ("ago", "earlier", "before_word", "back_word"))
    length = _length_counted(phrase, near, unit)
    if length is None and unit.rank > Unit.PART.rank and not near.is_a(word, "ago"):
        return Expression.lasting(Length.of(None, unit))
    if length is None:
        return Expression.reference("PAST_REF" if back else "FUTURE_REF").modified(bound_of(phrase, near))
    unit, number = length[1], length[0] * (-1 if back else 1)
    if unit is Unit.YEAR and number == -1 and (quarter := near.quarter_compared(phrase.tokens.places[phrase.start][0])):
        near.in_passing = True
        return Expression.move(quarter, number, unit).modified(bound_of(phrase, near))
    counted_from_now = not word or any(near.is_a(word, name) for name in ("ago", "back_word", "time_word"))
    counted_from_named = any(near.is_a(word, name) for name in ("before_word", "after_word", "later", "on_word"))
    if counted_from_named and not near.antecedent(unit):
        told = Expression.lasting(Length.of(abs(number), unit)).modified(bound_of(phrase, near))
        return None if near.is_a(word, "on_word") else told
    place = phrase.tokens.places[phrase.start][0]
    if not counted_from_now and unit.rank > Unit.PART.rank and not near.antecedent(Unit.HOUR, place - _NEARBY):
        return Expression.lasting(Length.of(abs(number), unit)).modified(bound_of(phrase, near))
    compared = unit is Unit.YEAR and back and number == -1 and not near.narrative
    base = near.now if counted_from_now else near.antecedent(unit, place - _NEARBY if compared else 0) or near.now
    return Expression.shift(base, number, unit).modified(bound_of(phrase, near))


def read_unit_and_half(phrase: Phrase, near: Surroundings) -> Read:
    """*a year and a half ago*, *two and a half years*, also before an event: *two and a half years before the war*."""
    if "k" not in phrase:
        return read_length_and_half(phrase, near)
    length, places = read_length_and_half(phrase, near), phrase.tokens.places
    plain = [(places[phrase.start][0], places[phrase.places["k"][0] - 1][1], length)] if length else None
    return read_ago(phrase, near) or plain


def _is_title(phrase: Phrase) -> bool:
    """Whether both words are written as in the title of a work: *28 Days Later*."""
    unit, after = phrase.places["u"][0], phrase.places.get("k", (0, 0))[0]
    return after > unit and phrase.tokens.is_capital(unit) and phrase.tokens.is_capital(after)


def _length_counted(phrase: Phrase, near: Surroundings, unit: Unit) -> tuple[int, Unit] | None:
    """How many of which unit a phrase counts."""
    count = quantity_of(phrase, near) if {"n", "range", "some", "one", "half"} & phrase.places.keys() else None
    if "half" in phrase and (whole := 1 if "one" in phrase else number_of(phrase.words("n"), near.lexicon)):
        count = whole + 0.5
    if phrase.rule.name.startswith("year-ago"):
        count = 1
    return counted_in(count, unit)


def read_from_day(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*a week from Tuesday*, *two weeks from today*, *a year ago today*, *a week ago Tuesday*; *we meet a week on Tuesday*."""
    counted = _length_counted(phrase, near, unit_of(phrase, near))
    if counted is None:
        return None
    if "on" in phrase and (
        counted[1] is not Unit.WEEK or near.direction(phrase.start, phrase.end) is not Direction.FUTURE
    ):
        return None
    if "t" in phrase:
        day = Expression.shift(near.now, int(near.lexicon.value("deictic", phrase.word("t"))), Unit.DAY)
    else:
        side = Direction.PAST if "k" in phrase else Direction.FUTURE
        day = near.seek(blank(f"XXXX-WXX-{weekday_of(phrase, near)}"), phrase.start, phrase.end, side)
    count, unit = counted
    return Expression.move(day, -count if "k" in phrase else count, unit)


def read_stretch(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the past two decades*, *the next couple of years*, *the first nine months*; *past years*, *coming months* are vague."""
    unit = unit_of(phrase, near)
    told = {"n", "range", "some", "one", "half"} & phrase.places.keys()
    word = phrase.word("r")
    plural = phrase.word("u").endswith("s")
    if not told and not plural and not near.is_a(word, "past"):
        return None
    if not told and not word:
        return None
    is_verb = near.is_a(phrase.before, "looking_ahead") or near.is_a(phrase.before, "also_infinitive")
    if phrase.word("r") == phrase.tokens.text(phrase.start) and is_verb:
        return None  # will | last two hours
    bare = not told and phrase.end - phrase.start == 2 and unit.rank <= Unit.DAY.rank
    if bare and (near.is_a(word, "past") or near.is_a(word, "coming")):
        return Expression.reference("PAST_REF" if near.is_a(word, "past") else "FUTURE_REF")
    length = length_of(quantity_of(phrase, near) if told else None if plural else 1, unit)
    if near.is_a(phrase.after, "of_word") and unit is Unit.QUARTER:
        return None
    found = Expression.lasting(length)
    if near.is_a(word, "last") or near.is_a(word, "recent"):
        found = Expression.until(length, near.now)
    elif near.is_a(word, "next"):
        found = Expression.starting(length, near.now)
    return found.modified(bound_of(phrase, near))


def read_reference(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*now*, *in recent years*, *in the future*; not *the past two years*, *the future king*."""
    words = tuple(phrase.words("x"))
    name = phrases_of(near.lexicon, "reference").get(words)
    noun_follows = phrase.after[:1].isalpha() and not near.is_a(phrase.after, "preposition")
    if name is None or _opens_talk(phrase, near):
        return None
    if noun_follows and near.is_a(words[-1], "also_adjective") and not near.is_a(phrase.after, "function_word"):
        return None
    return Expression.reference(name)


def _opens_talk(phrase: Phrase, near: Surroundings) -> bool:
    """*Now, you say …*, *Now for the weather*: a turn of talk, and no time; but *Now, for the first time, …*."""
    if phrase.word("x") != "now" or not near.begins_sentence(phrase.start):
        return False
    if phrase.after == ",":
        return near.is_a(near.tokens.text(phrase.end + 1), "addressing")
    first = near.lexicon.value("ordinal", near.tokens.text(phrase.end + 2))
    return near.is_a(phrase.after, "purpose") and not first


def read_then(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*since then*, *by then*: the time before it."""
    if not near.is_a(phrase.before, "before_then"):
        return None
    return near.antecedent(Unit.YEAR)
