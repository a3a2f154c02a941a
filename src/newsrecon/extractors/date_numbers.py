"""Numbers as people write them: *12*, *2,000*, *twenty-one*, *two hundred and ten*; and phrases of a vocabulary as tokens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from re import finditer
from typing import Final

from newsrecon.extractors.date_lexicon import TOKEN, Lexicon, Tokens

__all__ = ["number_of", "parts_of", "phrases_of"]

_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def number_of(words: Sequence[str], lexicon: Lexicon) -> float | None:
    """The number that some tokens tell, None where they tell none, or two as in *two and three*.

    >>> from newsrecon.extractors.date_lexicon import load_language
    >>> number_of(["two", "hundred", "and", "ten"], load_language("en")), number_of(["1,500"], load_language("en"))
    (210, 1500)
    """
    if not words:
        return None
    if words[0][0].isdecimal() and words[-1][0].isdecimal():
        plain = words[0].replace(",", "")
        if plain[-1] in _FRACTIONS:
            return int(plain[:-1]) + _FRACTIONS[plain[-1]]
        whole = float(plain) if "." in plain else int(plain)
        if len(words) == 1:
            return whole
        above, _, below = words[1].partition("/")
        return whole + int(above) / int(below) if below else whole
    scale = lexicon.value("large_number", words[-1])
    if scale and len(words) > 1:
        counted = number_of(words[:-1], lexicon)
        return counted * scale if counted else None
    total = part = 0
    for place, word in enumerate(words):
        value = lexicon.value("cardinal", word)
        if value is None:
            if word.isalpha() and place and (lexicon.value("cardinal", words[place - 1]) or 0) < 100:
                return None
            continue
        if value == 1000:
            total, part = total + max(part, 1) * value, 0
        else:
            part = max(part, 1) * value if value in (100, 12) and (value == 100 or word == "dozen") else part + value
    return total + part or None


def parts_of(tokens: Tokens, index: int) -> list[tuple[tuple[int, int], str]]:
    """The runs of digits of a token such as *2009-10*, with their places in the text."""
    start = tokens.places[index][0]
    return [((start + run.start(), start + run.end()), run[0]) for run in finditer(r"\d+", tokens.text(index))]


@cache
def phrases_of(lexicon: Lexicon, table: str) -> dict[tuple[str, ...], str]:
    """The phrases of a table as tokens, with straight and curly apostrophes, and what each means."""
    data = lexicon.data[table]
    if table == "reference":
        pairs = [(phrase, name) for name, one in data.items() for phrase in one["phrases"]]
    else:
        pairs = list(data.items())
    found = {}
    for phrase, value in pairs:
        for form in (phrase, phrase.replace("'", "’")):
            found[tuple(TOKEN.findall(form))] = str(value)
    return found
