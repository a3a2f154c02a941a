"""Clock times and parts of the day: *4 p.m. EDT*, *from 3 to 5 p.m.*, *last night*, *at dawn*, *overnight*."""

from __future__ import annotations

from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_numbers import number_of, parts_of
from newsrecon.extractors.date_parts import (
    Placed,
    Read,
    blank,
    day_named,
    edge_of,
    feast_named,
    feasts,
    hour_text,
    is_feast,
    is_part_of_number,
    noun_follows,
    placed,
    relative_unit,
    weekday_of,
)
from newsrecon.extractors.date_patterns import Phrase
from newsrecon.extractors.days_and_months import read_day, read_numeric
from newsrecon.timex import Direction, Expression, Point, Unit

__all__ = [
    "read_at_night",
    "read_clock",
    "read_clock_of_halves",
    "read_clock_of_part",
    "read_clock_range",
    "read_clock_twice",
    "read_every_clock",
    "read_four_digit_clock",
    "read_hour_of_part",
    "read_overnight",
    "read_part",
    "read_the_part",
    "read_tonight",
    "read_twilight",
]

_NOUNS = 4
"""So many words may stand between a clock time and the weekday behind its noun."""
_DAWN = 6
"""An hour of the night before it is one after midnight."""
_MIDNIGHT = "24:00"
"""The end of a day, as TIMEX3 writes it."""


def read_clock(phrase: Phrase, near: Surroundings) -> Read:
    """*4 p.m.*, *noon Thursday*, *10:35 a.m. EDT*, *5 p.m. EST Nov. 9*, *Wednesday at 4 p.m.*, *noon on Boxing Day*."""
    clock = _clock(phrase, near)
    if clock is None or is_part_of_number(phrase):
        return None
    if "f" in phrase and (not is_feast(phrase, near) or near.lexicon.value("unit", phrase.after)):
        places, last = phrase.tokens.places, phrase.places["f"][0] - 2  # noon | on Labor Day weekend
        bare = Expression.within(blank(f"XXXX-XX-XXT{clock}"), day_named(phrase, near, clock))
        return [(places[phrase.start][0], places[last][1], bare)]
    day = _day_beside(phrase, near, clock)
    if clock == _MIDNIGHT and day == near.now and near.direction(phrase.start, phrase.end) is Direction.PAST:
        day = Expression.shift(near.now, -1, Unit.DAY)  # began at midnight, by which the day before ended
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day) if day else None


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
        own = phrase.word("h").endswith(("am", "pm"))
        second, half = (words[0], words[1]) if len(words) > 1 else (words[0][:-2], words[0][-2:])
        one, two = (places[phrase.places[name][0]] for name in ("h", "h2"))
        first = phrase.word("h")
        joined = "and" in phrase.tokens.texts(phrase.places["h"][1], phrase.places["h2"][0])
        if not own and not near.is_a(phrase.before, "before_range" if joined else "before_clock"):
            return None
    end = hour_text(second, half)
    if first.endswith(("am", "pm")):
        begin = hour_text(first[:-2], first[-2:])
    else:
        begin = hour_text(first, half)
        if begin and end and begin >= end:
            begin = hour_text(first, "am")
    if begin is None or end is None or is_part_of_number(phrase):
        return None
    day = day_named(phrase, near)
    return [
        (one[0], one[1], Expression.within(blank(f"XXXX-XX-XXT{begin}"), day)),
        (two[0], places[phrase.end - 1][1], Expression.within(blank(f"XXXX-XX-XXT{end}"), day)),
    ]


def read_four_digit_clock(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*2205 GMT*, *1430 hours*."""
    word = phrase.word("h")
    told = "u" not in phrase or word.startswith("0") or near.is_a(phrase.before, "before_clock")
    clock = hour_text(f"{word[:2]}:{word[2:]}", None) if told and len(word) == 4 and word.isdecimal() else None
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day_named(phrase, near, clock)) if clock else None


def read_every_clock(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*Mondays at 9 p.m.*, *daily at noon*: a time that recurs; not *The Daily*."""
    if "w" not in phrase and phrase.tokens.is_capital(phrase.start) and not near.begins_sentence(phrase.start):
        return None
    clock = _clock(phrase, near)
    day = f"XXXX-WXX-{weekday_of(phrase, near)}" if "w" in phrase else "XXXX-XX-XX"
    return Expression.every(Point.parse(f"{day}T{clock}")) if clock else None


def read_clock_of_halves(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*half past three*, *a quarter to five on Friday*, *ten minutes to noon*; the first half of the day where none is told."""
    word = phrase.word("h")
    noon = str(near.lexicon.value("noon", word) or "")[:2]
    hour = int(noon or near.lexicon.value("cardinal", word) or word)
    before = phrase.word("s") == "to"
    if not (1 <= hour <= 12 or noon) or (before and "half" in phrase):
        return None
    past = number_of(phrase.words("n"), near.lexicon) if "n" in phrase else 30 if "half" in phrase else 15
    if not past or past > 30:
        return None
    minute = f"{int(60 - past if before else past):02}"
    late = 12 if near.lexicon.value("part", phrase.word("q2")) in ("AF", "EV", "NI") and hour < 12 else 0
    clock = f"{((hour - before) % 12 if late else hour - before) % 24 + late:02}:{minute}"
    day = _day_beside(phrase, near)
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day) if day else None


def read_hour_of_part(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*four in the morning*, *10 at night*."""
    word = phrase.word("n")
    spoken = near.lexicon.value("cardinal", word)
    clock = _hour_by_part(str(spoken or word), phrase, near)
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day_named(phrase, near, clock)) if clock else None


def read_clock_of_part(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*9:30 Saturday night*, *at 8 that evening*, *around 10 last night*; not *killed 8 last night*."""
    word = phrase.word("h")
    told = ":" in word or near.is_a(phrase.before, "before_clock")
    clock = _hour_by_part(str(near.lexicon.value("cardinal", word) or word), phrase, near) if told else None
    if clock is None or is_part_of_number(phrase):
        return None
    day = day_named(phrase, near) if near.is_a(phrase.word("r"), "anaphoric") else _day_beside(phrase, near)
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day) if day else None


def _hour_by_part(word: str, phrase: Phrase, near: Surroundings) -> str | None:
    """The time of day that a part of it makes clear: *8:30 … evening* is 20:30, *2 … night* is 02:00."""
    part = near.lexicon.value("part", phrase.word("p"))
    hour = int(word.replace(".", ":").partition(":")[0])
    if not 1 <= hour <= 12:
        return hour_text(word, None)
    early = part == "MO" or (part == "NI" and (hour < _DAWN or hour == 12))
    return hour_text(word, "am" if early else "pm")


def _clock(phrase: Phrase, near: Surroundings) -> str | None:
    """The time of day a phrase names."""
    words = phrase.words("h")
    word, meridiem = words[0], words[1] if len(words) > 1 else ""
    if near.lexicon.value("noon", meridiem):
        word = meridiem  # 12 noon
    if noon := near.lexicon.value("noon", word):
        return None if near.is_a(phrase.before, "high_word") else str(noon)
    if word.endswith(("am", "pm")):
        return hour_text(word[:-2], word[-2:])
    spoken = near.lexicon.value("cardinal", word)
    if "clock" in meridiem:
        return hour_text(str(spoken or word), None)
    if meridiem:
        return hour_text(str(spoken or word), meridiem)
    evident = near.is_a(phrase.before, "before_clock") or {"t", "w", "m"} & phrase.places.keys() or word[-1] in "rs"
    zoned = near.is_a(phrase.tokens.text(phrase.places["h"][1]), "zone")
    if not ((evident or zoned) and ":" in word) and not (zoned and "." in word):
        return None
    return _hour_by_part(word, phrase, near) if "p" in phrase else hour_text(word, None)


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
        day = day_named(phrase, near)
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), Expression.shift(day, 0, Unit.DAY)).modified(
        edge_of(phrase, near)
    )


def read_the_part(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*in the morning*, *during the night*, where no noun follows (*in the evening news*)."""
    if not near.is_a(phrase.before, "before_part") or noun_follows(phrase, near):
        return None
    clock = near.lexicon.value("part", phrase.word("p"))
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day_named(phrase, near))


def read_at_night(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*at night*: any night, from which nothing counts."""
    near.in_passing = True
    return blank("XXXX-XX-XXTNI") if phrase.before == "at" else None


def read_tonight(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*tonight*, *later tonight*; not the Tonight Show."""
    if phrase.tokens.is_capital(phrase.end - 1) and near.is_a(phrase.after, "title_after"):
        return None
    night = Expression.within(blank("XXXX-XX-XXTNI"), Expression.shift(near.now, 0, Unit.DAY))
    return night.modified(edge_of(phrase, near))


def read_overnight(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*overnight*: the night before the day, or that of a day named beside it; the coming one where the verb looks ahead.

    *Overnight losses* are of the night before the day spoken of. Not an overnight flight, which may be of any night.
    """
    if near.is_a(phrase.after, "overnight_sort"):
        return None
    of_noun = noun_follows(phrase, near)
    if {"w", "t"} & phrase.places.keys():
        day = _day_beside(phrase, near)
    elif of_noun and (told_of := near.day_before(phrase.tokens.places[phrase.start][0])):
        day = Expression.shift(told_of, -1, Unit.DAY)
    else:
        after = of_noun and near.is_a(phrase.before, "after_word")
        coming = not after and near.direction(phrase.start, phrase.end) is Direction.FUTURE
        day = Expression.shift(near.now, 0 if coming else -1, Unit.DAY)
    return Expression.within(blank("XXXX-XX-XXTNI"), day) if day else None


def read_twilight(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*at dawn*, *before sunset*, *by nightfall on Tuesday*; not Golden Dawn."""
    place = phrase.places["x"][0]
    told = near.is_a(phrase.tokens.text(place - 1), "before_clock")
    if not told or phrase.tokens.is_capital(place) or (place == phrase.end - 1 and noun_follows(phrase, near)):
        return None
    clock = near.lexicon.value("twilight", phrase.word("x"))
    day = _day_beside(phrase, near)
    return Expression.within(blank(f"XXXX-XX-XXT{clock}"), day) if day else None


def _day_beside(phrase: Phrase, near: Surroundings, clock: str | None = None) -> Expression | None:
    """The day that a phrase names beside a time, or else the one named before."""
    if "m" in phrase:
        return read_day(phrase, near)
    if "day_iso" in phrase:
        return read_numeric(phrase, near)
    if "w" in phrase:
        return near.seek(blank(f"XXXX-WXX-{weekday_of(phrase, near)}"), phrase.start, phrase.end)
    if "f" in phrase:
        rule = feasts(near.lexicon)[tuple(phrase.words("f"))]
        return placed(feast_named(rule), phrase, near, Direction.RECENT)
    if "t" in phrase:
        return Expression.shift(near.now, int(near.lexicon.value("deictic", phrase.word("t"))), Unit.DAY)
    if "p" in phrase:
        return Expression.shift(near.now, -1 if near.is_a(phrase.word("r"), "back") else 0, Unit.DAY)
    return _weekday_behind_noun(phrase, near) or day_named(phrase, near, clock)


def _weekday_behind_noun(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*a 12:30 p.m. news conference Tuesday*: the weekday behind what the clock time belongs to."""
    if not any(near.is_a(phrase.before, name) for name in ("article", "definite", "possessive")):
        return None
    tokens, index = phrase.tokens, phrase.end
    while index < phrase.end + _NOUNS and tokens.text(index).isalpha() and not tokens.is_capital(index):
        if near.is_a(tokens.text(index), "function_word"):
            return None
        index += 1
    day = near.lexicon.value("weekday", tokens.text(index)) if index > phrase.end else None
    return near.seek(blank(f"XXXX-WXX-{day}"), index, index + 1) if day else None
