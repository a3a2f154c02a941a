"""Years and what is made of them: *1994*, *480 BC*, *1996-2001*, *the 1980s*, *the 19th century*."""

from __future__ import annotations

from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_numbers import number_of, parts_of
from newsrecon.extractors.date_parts import (
    UNIT_TABLES,
    Placed,
    blank,
    edge_of,
    is_circa,
    is_short_year,
    month_of,
    named_year,
    ordinal_of,
    placed,
    year_of,
)
from newsrecon.extractors.date_patterns import Phrase
from newsrecon.timex import Expression, Point, Unit

__all__ = [
    "read_centuries",
    "read_century",
    "read_decade",
    "read_fiscal_year",
    "read_short_year",
    "read_spoken_year",
    "read_turn_of_millennium",
    "read_year",
    "read_year_of_our_era",
    "read_years",
    "read_years_of_antiquity",
    "read_years_of_our_era",
]

_APOSTROPHES = frozenset("'’‘")
_WORDS_OF_STREET = 3
"""So many words a street's name may have before its last."""


def read_year(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*2021*, *early 1941*, *480 BC*; not *2,000 people*, *Boeing 2000*, *2000 GMT*, nor the Euro 2016 that a name has."""
    year = year_of(phrase)
    if year is None or not _is_year(phrase, near):
        return None
    return Expression.at(Point(Unit.YEAR, year)).modified(edge_of(phrase, near))


def _is_year(phrase: Phrase, near: Surroundings) -> bool:
    lexicon, before, after = near.lexicon, phrase.before, phrase.after
    if len(phrase.words("y")) > 1:
        return True
    bare = phrase.end - phrase.start == 1
    told = near.is_a(before, "preposition") or not bare or is_circa(phrase, near)
    if near.is_a(after, "zone") or (bare and (_hangs_on(phrase, near) or near.after_name(phrase.start))):
        return False
    if before == ".":
        before = phrase.tokens.text(phrase.start - 2)
    if bare and (near.is_a(before, "numbered") or after[:1].isdecimal() or before[:1].isdecimal()):
        return False
    make = phrase.end + near.is_a(after, "colour")
    painted = make > phrase.end and not phrase.tokens.is_capital(phrase.end)
    if (painted or near.is_a(phrase.tokens.text(make), "vehicle_make")) and phrase.tokens.is_capital(make) and not told:
        return False
    if bare and not near.is_a(before, "before_year") and _is_house_number(phrase, near):
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


def _is_house_number(phrase: Phrase, near: Surroundings) -> bool:
    """*1950 Oak Street*: a number in front of a street's name."""
    index = phrase.end
    while index < phrase.end + _WORDS_OF_STREET and phrase.tokens.is_capital(index):
        index += 1
        if near.is_a(phrase.tokens.text(index), "way"):
            return True
    return False


def _follows_year(phrase: Phrase, near: Surroundings) -> bool:
    """Whether a year was read just before: *in 1066, 1492 and 1789*."""
    index = phrase.start - 2
    listed = index >= 0 and (phrase.before == "," or near.is_a(phrase.before, "joining"))
    return listed and any(one.place == phrase.tokens.places[index][0] for one in near.mentioned[-1:])


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


def read_years_of_our_era(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*AD 14-37*, *from 14 to 37 AD*: two years."""
    found = _two_years(phrase)
    if found is None or found[0][1] >= found[1][1]:
        return None
    ((_, end), first), ((begin, _), second) = found
    places = phrase.tokens.places
    start, stop = places[phrase.places["n"][0]]
    if not phrase.tokens.source[start:stop].isupper():
        return None
    return [
        (places[phrase.start][0], end, Expression.at(Point(Unit.YEAR, first))),
        (begin, places[phrase.end - 1][1], Expression.at(Point(Unit.YEAR, second))),
    ]


def _two_years(phrase: Phrase) -> list[tuple[tuple[int, int], int]] | None:
    """The two years of a range, each with its place in the text; None for what is no year."""
    if "ys" in phrase:
        parts = parts_of(phrase.tokens, phrase.places["ys"][0])
    else:
        parts = [(phrase.tokens.places[phrase.places[name][0]], phrase.word(name)) for name in ("y1", "y2")]
    if not all(word.isdecimal() and 0 < int(word) < 10_000 for _, word in parts):
        return None
    return [(place, int(word)) for place, word in parts]


def read_short_year(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*in '94*, *the spirit of '68*; not *the '90 dead'*."""
    before = phrase.before
    told = near.is_a(before, "before_year") or near.is_a(before, "of_word") or near.told_beside(phrase.start, "joining")
    quoted = phrase.after[:1].isalpha() and not near.is_a(phrase.after, "function_word")
    return named_year(phrase, near) if told and is_short_year(phrase) and not quoted else None


def read_fiscal_year(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*FY25*, *Q3 FY2025*; firms count their years each in their own way, which the text does not tell."""
    start, end = phrase.tokens.places[phrase.places.get("q", (phrase.start, 0))[0]]
    if not phrase.tokens.source[start:end][:1].isupper():
        return None
    if "q" not in phrase:
        return named_year(phrase, near) if phrase.tokens.text(phrase.start) == "fy" else None
    return placed(blank(f"XXXX-{near.lexicon.value('quarter_code', phrase.word('q'))}"), phrase, near)


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


def read_years_of_antiquity(phrase: Phrase, near: Surroundings) -> list[Placed] | None:
    """*499-493 BC*, *from 264 to 241 BC*: two years."""
    found = _two_years(phrase)
    if found is None or found[0][1] < found[1][1]:
        return None
    (first, one), (second, two) = found
    places = (first, (second[0], phrase.tokens.places[phrase.end - 1][1]))
    return [(*place, Expression.at(Point(Unit.YEAR, -year))) for place, year in zip(places, (one, two), strict=True)]


def read_turn_of_millennium(phrase: Phrase, near: Surroundings) -> Expression:
    """*the turn of the millennium*: the first years of the 21st century."""
    return Expression.at(Point(Unit.CENTURY, 20)).modified("START")


def read_decade(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the 1980s*, *the 1980's*, *the '80s*, *the mid-nineties*, *the 470s BC*; not *in his eighties*."""
    word = phrase.word("y")
    if "era" in phrase:
        return Expression.at(Point(Unit.DECADE, -int(word[:-2]))).modified(edge_of(phrase, near))
    spoken = near.lexicon.value("decade_word", word)
    if spoken is None and len(word) > 3:
        if word.rstrip("s")[-1] != "0":
            return None
        if len(word) > 4 and word[2:4] == "00" and word[:2] != "20":
            return Expression.at(Point(Unit.CENTURY, int(word[:2]))).modified(edge_of(phrase, near))  # the 1700s
        decade = int(word[:3])
    else:
        short = int(spoken) if spoken is not None else int(word[0])
        heat = any(near.is_a(one, "of_heat") for one in phrase.tokens.texts(max(0, phrase.start - 6), phrase.start))
        if heat and not edge_of(phrase, near):
            return None
        if (
            edge_of(phrase, near)
            and spoken is None
            and short < 4
            and not _APOSTROPHES & set(phrase.tokens.texts(phrase.start, phrase.end))
        ):
            return None  # approval in the mid-20s
        marked = phrase.end - phrase.start > 1
        if not marked or near.is_a(phrase.before, "possessive") or phrase.after == "°":
            return None
        decade = (190 if short > 2 else 200) + short if spoken is None or short > 1 else 190 + short
    return Expression.at(Point(Unit.DECADE, decade)).modified(edge_of(phrase, near))


def read_century(phrase: Phrase, near: Surroundings) -> Expression | None:
    """*the 19th century*, *fifth century BC*; not 21st Century Fox."""
    number = ordinal_of(phrase, near)
    last = phrase.end - 1
    named = phrase.tokens.is_capital(last) and phrase.tokens.is_capital(phrase.end) and "era" not in phrase
    if number is None or number > 30 or named:
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
