"""How each kind of phrase is read: from what stood at its named places to an expression.

A reader returns None for a false friend: *may* the verb, *Sunday Times*, *2,000 people*, *a second term*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_numbers import number_of, parts_of
from newsrecon.extractors.date_patterns import Phrase
from newsrecon.timex import Direction, Expression, Length, Point, Unit

__all__ = ["READERS"]

Placed = tuple[int, int, Expression]
Reader = Callable[[Phrase, Surroundings], Expression | list[Placed] | None]
_UNITS: Final = ("unit", "units", "clock_unit", "clock_units")
_BACK: Final = frozenset({"last", "past", "previous", "preceding", "prior", "latest", "recent"})
_AHEAD: Final = frozenset({"next", "coming", "upcoming", "following", "subsequent", "ensuing"})
_ANAPHORIC: Final = frozenset(
    {"that", "same", "those", "previous", "preceding", "prior", "following", "subsequent", "ensuing"}
)
_AMBIGUOUS_MONTHS: Final = frozenset({"may", "march"})


# ---------------------------------------------------------------- parts of phrases


def _unit(phrase: Phrase, near: Surroundings) -> Unit:
    word = phrase.word("u")
    return Unit(next(value for table in _UNITS if (value := near.lexicon.value(table, word))))


def _edge(phrase: Phrase, near: Surroundings) -> str | None:
    """The modifier of *early*, *the end of*."""
    word = phrase.word("e")
    found: str | None = near.lexicon.value("edge", word) or near.lexicon.value("edge_of", word)
    return found


def _bound(phrase: Phrase, near: Surroundings) -> str | None:
    """The modifier of *nearly*, *more than*, *no more than*."""
    word = phrase.word("b")
    found: str | None = near.lexicon.value("bound", word) or near.lexicon.value("bound_with", word)
    if phrase.tokens.text(phrase.start) == "no":
        return {"more": "EQUAL_OR_LESS", "less": "EQUAL_OR_MORE"}.get(phrase.tokens.text(phrase.start + 1))
    return found


def _month(phrase: Phrase, near: Surroundings) -> int:
    word = phrase.word("m")
    return int(near.lexicon.value("month", word) or near.lexicon.value("month_short", word))


def _weekday(phrase: Phrase, near: Surroundings, name: str = "w") -> int:
    word = phrase.word(name)
    return next(
        int(value) for table in ("weekday", "weekday_short", "weekdays") if (value := near.lexicon.value(table, word))
    )


def _day(word: str, near: Surroundings) -> int | None:
    value = near.lexicon.value("ordinal", word)
    day = int(value) if value else int(word.rstrip("stndrh") or 0)
    return day if 1 <= day <= 31 else None


def _year(phrase: Phrase) -> int | None:
    """The year named, before our era where it says so."""
    words = phrase.words("y")
    if not words or not words[0].isdecimal():
        return None
    year = -int(words[0]) if len(words) > 1 else int(words[0])
    return year if year and abs(year) < 10_000 else None


def _relative(word: str, unit: Unit, near: Surroundings, *, definite: bool = False) -> Expression:
    """*Last*, *next*, *this*, *that* with a unit; *the next* counts from the time before."""
    base = near.now
    if word in _ANAPHORIC or (definite and word == "next"):
        finer = Unit.DAY if unit is Unit.WEEKEND else unit
        base = near.antecedent(finer) or base
    count = -1 if word in _BACK else 1 if word in _AHEAD else 0
    return Expression.shift(base, count, unit)


def _year_of(phrase: Phrase, near: Surroundings) -> Expression | None:
    """The year of *April this year*, *August of that year*; None where none is named."""
    if "c" in phrase:
        return _relative(phrase.word("c"), Unit.YEAR, near)
    year = _year(phrase)
    return Expression.at(Point(Unit.YEAR, year)) if year else None


def _placed(pattern: Expression, phrase: Phrase, near: Surroundings, default: Direction | None = None) -> Expression:
    """A pattern in the year that is named beside it, or sought in the direction of *last*, *next*, or of the evidence."""
    if year := _year_of(phrase, near):
        if pattern.operator == "feast":
            return Expression.seek(pattern, Direction.THIS, year)
        return (
            Expression.within(pattern, year)
            if year.relative
            else Expression.at(pattern.point(None).fill(year.point(None)))
        )
    word = phrase.word("r")
    if word in _ANAPHORIC and (base := near.antecedent(Unit.YEAR)):
        direction = Direction.BEFORE if word in _BACK else Direction.AFTER if word in _AHEAD else Direction.NEAR
        return Expression.seek(pattern, direction, base)
    given = (
        Direction.BEFORE
        if word in _BACK
        else Direction.AFTER
        if word in _AHEAD
        else Direction.THIS
        if word == "this"
        else default
    )
    return near.seek(pattern, phrase.start, phrase.end, given)


def _pattern(text: str) -> Expression:
    return Expression.at(Point.parse(text))


# ---------------------------------------------------------------- absolute dates


def read_day(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*July 3, 2025*, *Thursday, July 3*, *15 August*, *the night of 8 February 1904*, *the week of March 6*."""
    day = _day(phrase.word("d"), near)
    month = _month(phrase, near)
    if day is None or _is_part_of_number(phrase):
        return None
    if phrase.word("m") in _AMBIGUOUS_MONTHS and phrase.word("d") in near.lexicon.data["ordinal"] and "y" not in phrase:
        return None
    try:
        pattern = Point(Unit.DAY, number=month, day=day)
    except ValueError:
        return None
    found = _placed(Expression.at(pattern), phrase, near, Direction.RECENT)
    if "p" in phrase:
        clock = near.lexicon.value("part", phrase.word("p"))
        found = Expression.within(_pattern(f"XXXX-XX-XXT{clock}"), found)
    if "u" in phrase:
        found = Expression.shift(found, 0, _unit(phrase, near))
    return found.modified(_edge(phrase, near))


def _is_part_of_number(phrase: Phrase) -> bool:
    """Whether a phrase that begins with a figure hangs on what stands before: *F-15*, *$15*."""
    tokens = phrase.tokens
    if not tokens.text(phrase.start)[:1].isdecimal() or not tokens.glued(phrase.start):
        return False
    return tokens.text(phrase.start - 1) in ("-", "–", "'", "’")


def read_days(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*July 3 and 4*, *20 and 21 April*, *July 3-5*: one reading for each day."""
    month, year = _month(phrase, near), _year(phrase)
    places = [(place, phrase.word(name)) for name in ("d", "d2", "d3") if (place := phrase.places.get(name))]
    days = [(phrase.tokens.places[place[0]], word) for place, word in places]
    if interval := phrase.places.get("ds"):
        days = parts_of(phrase.tokens, interval[0])
    starts, ends, found = [], [], []
    for (start, end), word in days:
        day = _day(word, near)
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


def read_numeric(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*2016-05-30*, *07/15/2016*: month first unless that is no month."""
    text = phrase.word("day_iso")
    parts = [int(part) for part in text.replace("/", "-").replace(".", "-").split("-")]
    if len(text.split("-")[0]) == 4 or parts[0] > 999:
        year, month, day = parts
    else:
        month, day, year = parts
        if "." in text or month > 12:
            month, day = day, month
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        if len(text) < 8 and "/" not in text:
            return None
    try:
        point = Point(Unit.DAY, year, number=month, day=day)
    except ValueError:
        return None
    if "clock" in phrase:
        clock = _hour_text(phrase.word("clock"), None)
        return Expression.at(Point.parse(f"{point}T{clock}")) if clock else None
    return Expression.at(point)


def read_month(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*August 2021*, *early June*, *April this year*, *last October*; neither *may* the verb nor April Smith."""
    if "y" not in phrase and "c" not in phrase and not _is_month(phrase, near):
        return None
    pattern = Expression.at(Point(Unit.MONTH, number=_month(phrase, near)))
    return _placed(pattern, phrase, near, Direction.RECENT).modified(_edge(phrase, near))


def _is_month(phrase: Phrase, near: Surroundings) -> bool:
    evident = bool({"r", "e"} & phrase.places.keys()) or near.lexicon.is_a(phrase.before, "preposition")
    if evident:
        return phrase.before != "to" or phrase.word("m") not in _AMBIGUOUS_MONTHS or "e" in phrase
    word = phrase.word("m")
    if word in _AMBIGUOUS_MONTHS or near.lexicon.value("month_short", word):
        return False
    return not near.after_name(phrase.start) and not phrase.tokens.is_capital(phrase.end)


def read_year(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*2021*, *early 1941*, *480 BC*; not *2,000 people*, *Boeing 2000*, *2000 GMT*."""
    year = _year(phrase)
    if year is None or not _is_year(phrase, near):
        return None
    return Expression.at(Point(Unit.YEAR, year)).modified(_edge(phrase, near))


def _is_year(phrase: Phrase, near: Surroundings) -> bool:
    lexicon, before, after = near.lexicon, phrase.before, phrase.after
    if len(phrase.words("y")) > 1:
        return True
    bare = phrase.end - phrase.start == 1
    told = lexicon.is_a(before, "preposition") or not bare
    if lexicon.is_a(after, "zone") or (bare and _hangs_on(phrase, near)):
        return False
    if bare and (lexicon.is_a(before, "numbered") or after[:1].isdecimal() or before[:1].isdecimal()):
        return False
    unit = after in lexicon.data["units"] or after in lexicon.data["clock_units"]
    if unit or (lexicon.is_a(after, "measured") and not (told and before in ("in", "since", "during"))):
        return False
    if near.narrative or "year_number" in _classes(phrase, "y", near):
        return True
    return (
        (told and before not in ("to", "of", "than", "about", "around", "over", "for", "on", "between", "from", "by"))
        or (
            before in ("of", "from", "to", "by", "between")
            and phrase.tokens.text(phrase.end) in (".", ",", "and", "to", ";", ")", "")
        )
        or (before == "(" and after in (")", ",", ";", "-", "–"))
    )


def _classes(phrase: Phrase, name: str, near: Surroundings) -> frozenset[str]:
    character = phrase.tokens.codes[phrase.places[name][0]]
    return next((classes for classes, code in near.lexicon.codes.items() if code == character), frozenset())


def _hangs_on(phrase: Phrase, near: Surroundings) -> bool:
    """Whether a figure is part of a compound: *A-1998*, *1998-mile*, but not *mid-1998*, *post-1959*, *1998-based*."""
    tokens = phrase.tokens
    if tokens.glued(phrase.start) and tokens.text(phrase.start - 1) in ("-", "–"):
        before = tokens.text(phrase.start - 2)
        return not (near.lexicon.is_a(before, "preposition") or before in ("post", "pre"))
    if tokens.glued(phrase.end) and tokens.text(phrase.end) == "-":
        after = tokens.text(phrase.end + 1)
        return (
            near.lexicon.is_a(after, "measured")
            or any(after in near.lexicon.data[table] for table in _UNITS)
            or after.isdecimal()
        )
    return False


def read_spoken_year(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*nineteen ninety-six*, *the year two thousand*."""
    if "y" in phrase:
        year = number_of(phrase.words("y"), near.lexicon)
        return (
            Expression.at(Point(Unit.YEAR, int(year))) if year and 1000 <= year <= 2500 and year == int(year) else None
        )
    first, second, third = (near.lexicon.value("cardinal", phrase.word(name)) or 0 for name in ("y1", "y2", "y3"))
    if not 15 <= first <= 20 or not 10 <= second <= 90 or (third and not (third < 10 <= 20 <= second)):
        return None
    return Expression.at(Point(Unit.YEAR, first * 100 + second + third)).modified(_edge(phrase, near))


def read_years(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*1996-2001*, *2009-10*: two years."""
    (first, one), (second, two) = parts_of(phrase.tokens, phrase.places["ys"][0])
    begin = int(one)
    end = int(one[: 4 - len(two)] + two)
    if end <= begin or end - begin > 200 or near.lexicon.is_a(phrase.before, "numbered"):
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
        if not marked or phrase.before in ("his", "her", "their", "its") or phrase.after == "°":
            return None
        decade = (190 if short > 2 else 200) + short if spoken is None or short > 1 else 190 + short
    return Expression.at(Point(Unit.DECADE, decade)).modified(_edge(phrase, near))


def read_century(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the 19th century*, *fifth century BC*."""
    number = _ordinal(phrase, near)
    if number is None or number > 30:
        return None
    value = -(number - 1) if "era" in phrase else number - 1
    return Expression.at(Point(Unit.CENTURY, value)).modified(_edge(phrase, near))


def _ordinal(phrase: Phrase, near: Surroundings) -> int | None:
    word = phrase.word("n")
    value = near.lexicon.value("ordinal", word)
    if value:
        return int(value)
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdecimal() else None


def read_season(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the summer of 1944*, *last fall*, *this spring*; neither the fall of Kabul nor a hot spring."""
    evident = bool({"r", "r2", "y", "c", "e"} & phrase.places.keys())
    if not evident:
        word = phrase.word("s")
        definite = phrase.tokens.text(phrase.start) == "the"
        if word in ("spring", "fall") and not (definite or phrase.before in ("in", "by", "since", "until")):
            return None
        if (
            phrase.after == "of"
            or not (definite or near.lexicon.is_a(phrase.before, "preposition"))
            or phrase.tokens.is_capital(phrase.end)
        ):
            return None
        if definite and not near.lexicon.is_a(phrase.before, "preposition"):
            return None
    pattern = _pattern(f"XXXX-{near.lexicon.value('season', phrase.word('s'))}")
    if "r2" in phrase:
        return near.seek(pattern, phrase.start, phrase.end, Direction.BEFORE).modified(_edge(phrase, near))
    return _placed(pattern, phrase, near, Direction.RECENT).modified(_edge(phrase, near))


def read_quarter(phrase: Phrase, near: Surroundings) -> Expression | list[Placed] | None:
    """*the third quarter of 1990*, *this year's first half*; not *the first half* of a match."""
    year = _year_of(phrase, near)
    if "h" in phrase:
        if phrase.word("n") not in ("first", "last"):
            return None
        text = "XXXX-H1" if phrase.word("n") == "first" else "XXXX-H2"
    elif phrase.word("q") == "half":
        if year is None:
            return None
        text = "XXXX-H1" if phrase.word("n") in ("first", "1st") else "XXXX-H2"
    else:
        number = 4 if phrase.word("n") == "last" else _ordinal(phrase, near)
        if number is None or number > 4:
            return None
        text = f"XXXX-Q{number}"
    if phrase.after == "of" and "y" not in phrase and "c" not in phrase:
        return None
    if near.lexicon.is_a(phrase.word("r"), "last") and year is None and phrase.word("r") == "last":
        return near.seek(_pattern(text), phrase.start, phrase.end, Direction.BEFORE)
    found = _placed(_pattern(text), phrase, near, Direction.NEAR)
    start, end = phrase.places["n"][0], phrase.end
    if "c" in phrase or not {"-", "–"} & set(phrase.tokens.texts(start, end)):
        return found
    return [(phrase.tokens.places[start][0], phrase.tokens.places[end - 1][1], found)]


def read_year_ago_quarter(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the year-ago quarter*, *the year-earlier period*, *the corresponding period last year*, *the latest period*."""
    quarter = near.quarter(phrase.tokens.places[phrase.start][0])
    near.in_passing = True
    if not {"a", "n", "c"} & phrase.places.keys():
        return Expression.shift(quarter or Expression.shift(near.now, -1, Unit.QUARTER), 0, Unit.QUARTER)
    if "n" in phrase and (number := _ordinal(phrase, near)) and number <= 4:
        return Expression.move(Expression.seek(_pattern(f"XXXX-Q{number}"), Direction.PAST, near.now), -1, Unit.YEAR)
    if quarter is None and "q" in phrase:
        quarter = Expression.shift(near.now, -1, Unit.QUARTER)
    return Expression.move(quarter, -1, Unit.YEAR) if quarter else _relative("last", Unit.YEAR, near)


# ---------------------------------------------------------------- the week and the day


def read_weekday(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*Thursday*, *last Friday*, *Monday night*, *Wednesday last week*; not the *Sunday Times*, Bloody Sunday, the Sun."""
    if not _is_weekday(phrase, near):
        return None
    clock = near.lexicon.value("part", phrase.word("p")) or near.lexicon.value("noon", phrase.word("p"))
    pattern = _pattern(f"XXXX-WXX-{_weekday(phrase, near)}")
    if "c" in phrase:
        found = Expression.within(pattern, _relative(phrase.word("c"), Unit.WEEK, near))
    elif phrase.word("r") in _ANAPHORIC and (base := near.antecedent(Unit.DAY)):
        word = phrase.word("r")
        direction = Direction.BEFORE if word in _BACK else Direction.AFTER if word in _AHEAD else Direction.NEAR
        found = Expression.seek(pattern, direction, base)
    else:
        word = phrase.word("r")
        given = Direction.BEFORE if word in _BACK else Direction.AFTER if word in _AHEAD else None
        given = (
            Direction.FUTURE
            if word == "this" and near.direction(phrase.start, phrase.end) is Direction.FUTURE
            else given
        )
        found = near.seek(pattern, phrase.start, phrase.end, given)
    if clock:
        found = Expression.within(_pattern(f"XXXX-XX-XXT{clock}"), found)
    return found.modified(_edge(phrase, near))


def _is_weekday(phrase: Phrase, near: Surroundings) -> bool:
    word, lexicon = phrase.word("w"), near.lexicon
    if lexicon.is_a(phrase.before, "named_day"):
        return False
    if lexicon.value("weekday_short", word) and (word in ("sun", "sat", "mon", "wed") or len(phrase.words("w")) == 1):
        return False
    return not (lexicon.is_a(phrase.after, "title_after") and phrase.tokens.is_capital(phrase.end))


def read_deictic(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*today*, *tomorrow night*, *the day before yesterday*; not USA Today, *tomorrow's leaders*."""
    index = phrase.places["t"][0]
    if phrase.tokens.is_capital(index) and near.after_name(index):
        return None
    count = int(near.lexicon.value("deictic", phrase.word("t")))
    if "k" in phrase:
        count += -1 if count < 0 else 0
    found = Expression.shift(near.now, count, Unit.DAY)
    if "p" in phrase:
        found = Expression.within(_pattern(f"XXXX-XX-XXT{near.lexicon.value('part', phrase.word('p'))}"), found)
    return found.modified(_edge(phrase, near))


def read_part(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*this morning*, *last night*, *that evening*, *the next morning*, *all night*."""
    clock = near.lexicon.value("part", phrase.word("p"))
    word = phrase.word("r")
    definite = phrase.tokens.text(phrase.start) == "the"
    day = near.now if word in ("", "this") else _relative(word, Unit.DAY, near, definite=definite)
    if word == "" and phrase.tokens.text(phrase.start) == "mid":
        day = _day_named(near)
    return Expression.within(_pattern(f"XXXX-XX-XXT{clock}"), Expression.shift(day, 0, Unit.DAY)).modified(
        _edge(phrase, near)
    )


def _day_named(near: Surroundings) -> Expression:
    """The day last named, or else the day itself: what a bare clock time belongs to."""
    return Expression.shift(near.antecedent(Unit.DAY) or near.now, 0, Unit.DAY)


def read_tonight(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*tonight*, *overnight*."""
    return Expression.within(_pattern("XXXX-XX-XXTNI"), Expression.shift(near.now, 0, Unit.DAY))


def _hour_text(word: str, meridiem: str | None) -> str | None:
    """A clock time in 24 hours; None where there is no such time."""
    hour, _, minute = word.replace(".", ":").partition(":")
    number = int(hour)
    if meridiem:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if meridiem[0] == "p" else 0)
    text = f"{number:02}:{minute or '00'}"
    return text if number < 24 and int(minute[:2] or 0) < 60 else None


def _clock(phrase: Phrase, near: Surroundings) -> str | None:
    """The time of day a phrase names."""
    words = phrase.words("h")
    word, meridiem = words[0], words[1] if len(words) > 1 else ""
    if noon := near.lexicon.value("noon", word):
        return str(noon)
    if word.endswith(("am", "pm")):
        return _hour_text(word[:-2], word[-2:])
    spoken = near.lexicon.value("cardinal", word)
    if "clock" in meridiem:
        return _hour_text(str(spoken or word), None)
    if meridiem:
        return _hour_text(str(spoken or word), meridiem)
    evident = (
        phrase.before in ("at", "by", "until", "from", "around", "about", "before", "after")
        or phrase.word("t")
        or phrase.word("w")
    )
    zoned = near.lexicon.is_a(phrase.tokens.text(phrase.places["h"][1]), "zone")
    return _hour_text(word, None) if (evident or zoned) and ":" in word else None


def read_clock(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*4 p.m.*, *noon Thursday*, *10:35 a.m. EDT*, *5 p.m. EST Nov. 9*, *Wednesday at 4 p.m.*"""
    clock = _clock(phrase, near)
    if clock is None or _is_part_of_number(phrase):
        return None
    if "m" in phrase:
        day = read_day(phrase, near)
    elif "w" in phrase:
        day = near.seek(_pattern(f"XXXX-WXX-{_weekday(phrase, near)}"), phrase.start, phrase.end)
    elif "t" in phrase:
        day = Expression.shift(near.now, int(near.lexicon.value("deictic", phrase.word("t"))), Unit.DAY)
    elif "p" in phrase:
        day = Expression.shift(near.now, -1 if phrase.word("r") in _BACK else 0, Unit.DAY)
    else:
        day = _day_named(near)
    return Expression.within(_pattern(f"XXXX-XX-XXT{clock}"), day) if day else None


def read_hour_of_part(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*four in the morning*, *10 at night*."""
    word = phrase.word("n")
    spoken = near.lexicon.value("cardinal", word)
    part = near.lexicon.value("part", phrase.word("p"))
    clock = _hour_text(str(spoken or word), "am" if part == "MO" else "pm")
    return Expression.within(_pattern(f"XXXX-XX-XXT{clock}"), _day_named(near)) if clock else None


def read_feast(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*Bastille Day*, *last Thanksgiving*, *Christmas 2007*, *Easter week*."""
    if not phrase.tokens.is_capital(phrase.places["f"][0]):
        return None
    words = phrase.words("f")
    rule = _feasts(near).get(tuple(words))
    if rule is None:
        return None
    fixed = len(rule) == 5 and rule[:2].isdecimal() and rule[2] == "-"
    pattern = _pattern(f"XXXX-{rule}") if fixed else Expression.feast(rule)
    found = _placed(pattern, phrase, near, Direction.RECENT)
    return Expression.shift(found, 0, Unit.WEEK) if "u" in phrase else found


def _feasts(near: Surroundings) -> dict[tuple[str, ...], str]:
    from newsrecon.extractors.date_numbers import phrases_of

    return phrases_of(near.lexicon, "feast")


# ---------------------------------------------------------------- units counted from another time


def read_unit(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*last year*, *this week*, *the end of next month*, *the same day*, *that month*, *the following year*."""
    word, unit = phrase.word("r"), _unit(phrase, near)
    texts = phrase.tokens.texts(phrase.start, phrase.places["r"][0])
    definite = "the" in texts and "of" not in texts
    if word == "past" or (word == "last" and definite and unit is not Unit.WEEKEND):
        return Expression.until(_length(1, unit), near.now).modified(_edge(phrase, near))
    if unit is Unit.DAY and word in ("current", "latest", "coming", "last", "these"):
        return None
    if word == "latest" and unit is Unit.QUARTER:
        return Expression.shift(near.now, -1, unit)
    if word == "latest":
        return _relative("this", unit, near) if unit is not Unit.YEAR else _relative("last", unit, near)
    return _relative(word, unit, near, definite=definite).modified(_edge(phrase, near))


def read_the_unit(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the quarter*, *the end of the month*, *later in the year*: the one spoken of."""
    unit = _unit(phrase, near)
    edged = phrase.tokens.text(phrase.start) != "the" or phrase.word("u") != phrase.tokens.text(phrase.start + 1)
    if (
        unit in (Unit.CENTURY, Unit.DECADE)
        or (unit is Unit.DAY and not edged)
        or phrase.after in ("of", "dash", "before", "after", "that", "when")
    ):
        return None
    if near.tokens.glued(phrase.end) and phrase.after in ("-", "–"):
        return None
    if unit is Unit.QUARTER:
        return Expression.shift(
            near.quarter(phrase.tokens.places[phrase.start][0]) or Expression.shift(near.now, -1, unit), 0, unit
        )
    if unit is Unit.WEEKEND:
        return near.seek(_pattern("XXXX-WXX-WE"), phrase.start, phrase.end)
    base = near.antecedent(unit) if near.narrative or unit in (Unit.MONTH, Unit.DAY) else None
    return Expression.shift(base or near.now, 0, unit).modified(_edge(phrase, near))


def read_year_end(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*year-end*, *year's end*."""
    return Expression.shift(near.now, 0, Unit.YEAR).modified("END")


def read_ago(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*four years ago*, *two days later*, *a year earlier*, *months ago*."""
    unit, word = _unit(phrase, near), phrase.word("k")
    back = word == "ago" or near.lexicon.is_a(word, "earlier")
    count = _quantity(phrase, near) if {"n", "range", "some", "one", "half"} & phrase.places.keys() else None
    if "half" in phrase and unit is Unit.HOUR:
        count, unit = 30, Unit.MINUTE
    if phrase.rule.name.startswith("year-ago"):
        count = 1
    if count is None or count != int(count):
        return Expression.reference("PAST_REF" if back else "FUTURE_REF").modified(_bound(phrase, near))
    number = int(count) * (-1 if back else 1)
    if unit in (Unit.DECADE, Unit.CENTURY):
        number, unit = number * (10 if unit is Unit.DECADE else 100), Unit.YEAR
    if unit is Unit.YEAR and back and (quarter := near.quarter(phrase.tokens.places[phrase.start][0])):
        near.in_passing = True
        return Expression.move(quarter, number, unit).modified(_bound(phrase, near))
    counted_from_now = word in ("ago", "")
    place = phrase.tokens.places[phrase.start][0]
    compared = unit is Unit.YEAR and back and count == 1 and not near.narrative
    base = near.now if counted_from_now else near.antecedent(unit, place - 200 if compared else 0) or near.now
    return Expression.shift(base, number, unit).modified(_bound(phrase, near))


def read_stretch(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the past two decades*, *the next couple of years*, *the first nine months*."""
    unit = _unit(phrase, near)
    told = {"n", "range", "some", "one", "half"} & phrase.places.keys()
    word = phrase.word("r")
    plural = phrase.word("u").endswith("s")
    if not told and (not plural if word != "past" else False):
        return None
    if not told and not word:
        return None
    if not told and plural and word in _BACK | _AHEAD:
        return Expression.reference("PAST_REF" if word in _BACK else "FUTURE_REF")
    length = _length(_quantity(phrase, near) if told else None if plural else 1, unit)
    if phrase.after == "of" and unit is Unit.QUARTER:
        return None
    found = Expression.lasting(length)
    if word in ("last", "past", "previous", "preceding", "prior"):
        found = Expression.until(length, near.now)
    elif word in ("next", "coming", "upcoming"):
        found = Expression.starting(length, near.now)
    return found.modified(_bound(phrase, near))


# ---------------------------------------------------------------- lengths and what recurs


def _quantity(phrase: Phrase, near: Surroundings) -> float | None:
    """How many: the number told, 1 for *a*, 2 for *a couple of*, None for what is not told exactly."""
    if "range" in phrase:
        return None
    if "some" in phrase:
        return 2 if "couple" in phrase.words("some") else None
    if "half" in phrase and "n" not in phrase:
        return 0.5
    return 1 if "one" in phrase else number_of(phrase.words("n"), near.lexicon)


def _length(count: float | None, unit: Unit) -> Length:
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


def read_length(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*two months*, *more than 10 minutes*, *42-year-old*, *month-long*; *$5 a year* recurs; not *a second term*."""
    if _is_part_of_number(phrase):
        return None
    unit, word = _unit(phrase, near), phrase.word("u")
    told = {"n", "range", "some", "one", "half"} & phrase.places.keys()
    count = _quantity(phrase, near) if told else (None if word.endswith("s") else 1)
    singular = word in near.lexicon.data["unit"] or word in near.lexicon.data["clock_unit"]
    hyphened = any(mark in phrase.tokens.texts(phrase.start, phrase.end) for mark in ("-", "–"))
    if not _is_length(phrase, near, unit, singular, hyphened):
        return None
    if "one" in phrase and phrase.end - phrase.start == 2 and _is_rate(phrase, near):
        return Expression.every(Length.of(1, unit))
    return Expression.lasting(_length(count, unit)).modified(_bound(phrase, near))


def _is_length(phrase: Phrase, near: Surroundings, unit: Unit, singular: bool, hyphened: bool) -> bool:
    if "one" in phrase and phrase.tokens.glued(phrase.end) and phrase.after in ("-", "–"):
        return False
    if singular and not hyphened:
        if "some" in phrase or ("one" in phrase and unit in (Unit.QUARTER, Unit.SECOND)):
            return False
        if unit is Unit.SECOND and phrase.word("n") in ("one", "1"):
            return phrase.after not in ("",) and phrase.before in ("for", "in", "by", "within", "than", "a")
        if unit is Unit.SECOND and phrase.tokens.is_capital(phrase.end):
            return False
    if unit is Unit.QUARTER and (phrase.after == "of" or phrase.after in ("cents", "point")):
        return False
    if (
        "n" in phrase
        and (number := number_of(phrase.words("n"), near.lexicon))
        and 1900 <= number <= 2049
        and "," not in phrase.word("n")
        and singular
    ):
        return hyphened and phrase.word("n") not in ("2000",) and False
    return not (phrase.before in ("the", "that", "this") and singular and "one" in phrase)


def _is_rate(phrase: Phrase, near: Surroundings) -> bool:
    """Whether *a year* follows a figure: *$5 million a year*, *twice a week*, *358,000 a month*."""
    before = phrase.before
    if (
        near.lexicon.is_a(before, "preposition")
        or near.lexicon.is_a(before, "span_verb")
        or near.lexicon.is_a(before, "bound")
    ):
        return False
    if before[:1].isdecimal() or before in ("%", "million", "billion") or near.lexicon.is_a(before, "rate"):
        return True
    return any(
        one[:1].isdecimal() or one in ("$", "million", "billion", "percent")
        for one in phrase.tokens.texts(max(0, phrase.start - 4), phrase.start)
    )


def read_length_and_half(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*two and a half years*, *a year and a half*."""
    count = number_of(phrase.words("n"), near.lexicon) if "n" in phrase else 1
    return (
        Expression.lasting(_length(count + 0.5, _unit(phrase, near))).modified(_bound(phrase, near)) if count else None
    )


def read_bare_units(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*for years*, *decades of war*, *within minutes*; not *office hours*."""
    before, after = phrase.before, phrase.after
    definite = phrase.end - phrase.start > 1
    if _unit(phrase, near) is Unit.QUARTER and after == "of":
        return None
    if definite:
        known = before in ("over", "through", "throughout", "in", "of") and phrase.word("u") in (
            "years",
            "decades",
            "centuries",
            "months",
        )
        if not known or after in ("of", "when", "that", "since", "following", "after", "before"):
            return None
    elif before in ("working", "office", "of", "'s", "’s", "that", "dog", "man") or not (
        before
        in (
            "for",
            "in",
            "within",
            "over",
            "after",
            "last",
            "lasted",
            "took",
            "take",
            "takes",
            "than",
            "and",
            "or",
            "by",
            "spent",
            "from",
            "just",
            "only",
            "with",
            "until",
            "through",
        )
        or near.begins_sentence(phrase.start)
        or after == "of"
    ):
        return None
    return Expression.lasting(Length.of(None, _unit(phrase, near)))


def read_frequency(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*daily*, *weekly*; not the Daily Mail."""
    capital = phrase.tokens.is_capital(phrase.start)
    if capital and (phrase.tokens.is_capital(phrase.end) or not near.begins_sentence(phrase.start)):
        return None
    value = near.lexicon.value("frequency", phrase.word("f"))
    return Expression.every(Length(value) if value.startswith("P") else Point.parse(value))


def read_every(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*every day*, *each Thursday*, *every other week*, *each July*, *Tuesdays*, *Friday nights*."""
    lexicon = near.lexicon
    if "u" in phrase:
        number = number_of(phrase.words("n"), lexicon) if "n" in phrase else None
        if number is None and "n" in phrase:
            number = _ordinal(phrase, near)
        count = 2 if "other" in phrase.tokens.texts(phrase.start, phrase.end) else int(number or 1)
        return Expression.every(Length.of(count, _unit(phrase, near)))
    if "w" in phrase:
        table = "part" if "p" in phrase and phrase.word("p") in lexicon.data["part"] else "parts"
        clock = f"T{lexicon.value(table, phrase.word('p'))}" if "p" in phrase else ""
        return Expression.every(Point.parse(f"XXXX-WXX-{_weekday(phrase, near)}{clock}"))
    if "m" in phrase:
        return Expression.every(Point(Unit.MONTH, number=_month(phrase, near)))
    if "s" in phrase:
        return Expression.every(Point.parse(f"XXXX-{lexicon.value('season', phrase.word('s'))}"))
    return Expression.every(Point.parse(f"XXXX-XX-XXT{lexicon.value('part', phrase.word('p'))}"))


def read_per(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*per year*."""
    return Expression.every(Length.of(1, _unit(phrase, near)))


# ---------------------------------------------------------------- vague


def read_reference(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*now*, *in recent years*, *in the future*; not *the past two years*, *the future king*."""
    from newsrecon.extractors.date_numbers import phrases_of

    words = tuple(phrase.words("x"))
    name = phrases_of(near.lexicon, "reference").get(words)
    noun_follows = phrase.after[:1].isalpha() and not near.lexicon.is_a(phrase.after, "preposition")
    if name is None:
        return None
    if (
        words[0] == "the"
        and words[-1] in ("past", "future", "present")
        and noun_follows
        and phrase.after not in _FUNCTION_WORDS
    ):
        return None
    return Expression.reference(name)


_FUNCTION_WORDS: Final = frozenset(
    {
        "and",
        "or",
        "but",
        "is",
        "was",
        "will",
        "that",
        "which",
        "as",
        "if",
        "when",
        "with",
        "at",
        "has",
        "have",
        "he",
        "she",
        "they",
    }
)


def read_then(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*since then*, *by then*: the time before it."""
    if phrase.before not in ("since", "by", "until", "till", "before"):
        return None
    return near.antecedent(Unit.YEAR)


def _readers() -> Iterable[tuple[str, Reader]]:
    for name, function in globals().items():
        if name.startswith("read_"):
            yield name.removeprefix("read_"), function


READERS: Final[dict[str, Reader]] = dict(_readers())
