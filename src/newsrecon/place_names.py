"""How two maps write one place: *Jabal Sabir* and *Mount Sabir*, *Kampung Baru* and *Baru*, *Hsi-an* and *Xian*."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from newsrecon import gazetteer
from newsrecon.spelling import fold, spelling

__all__ = ["pinyin", "romanised_otherwise", "same_place"]

_SHORTEST = 4
"""So many letters what remains of a name must have to tell a place by itself."""


def same_place(a: str, b: str) -> str:
    """Why two names can be one place's although their words differ; an empty string where nothing tells so.

    >>> same_place("Jabal Sabir", "Mount Sabir")
    '‘jabal’ and ‘mount’ are one kind of place, and ‘sabir’ is the same'
    >>> same_place("Hsi-an", "Xian"), same_place("London Bridge", "London")
    ('‘Hsi-an’ is ‘xian’ as Wade and Giles write it', '')
    """
    return _but_for_its_kind(a, b) or romanised_otherwise(a, b)


# ---------------------------------------------------------------- kinds of places


def _but_for_its_kind(a: str, b: str) -> str:
    """The same words beside two words for one kind of place, or beside one word for a settlement that is left out."""
    (one, left), (two, right) = _parted(a), _parted(b)
    if not (left or right) or sum(map(len, one if left else two)) < _SHORTEST or not _alike(one, two):
        return ""
    kinds, omitted = gazetteer.place_terms().kinds, gazetteer.place_terms().left_out
    if left and right:
        if left == right or kinds.get(left) is None or kinds.get(left) != kinds.get(right):
            return ""
        return f"‘{left}’ and ‘{right}’ are one kind of place, and ‘{' '.join(one)}’ is the same"
    term = left or right
    return f"only one name has ‘{term}’, a word for a settlement" if term in omitted else ""


@lru_cache(maxsize=65536)
def _parted(text: str) -> tuple[tuple[str, ...], str]:
    """The words of a name and the word for its kind, at its beginning or its end."""
    terms = gazetteer.place_terms()
    words = [word for word in fold(text).split() if word not in terms.small]
    for place in (0, -1) if len(words) > 1 else ():
        rest = words[1:] if place == 0 else words[:-1]
        if words[place] in terms.kinds and not any(word in gazetteer.given_names() for word in rest):
            return tuple(rest), words[place]
    return tuple(words), ""


def _alike(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether the words are spellings of one another, as they stand or written as one."""
    whole, other = "".join(one), "".join(two)
    if whole == other or (min(len(whole), len(other)) >= _SHORTEST and spelling(whole, other)[1] == "spelling"):
        return True
    return len(one) == len(two) and all(
        spelling(left, right)[1] in ("equal", "spelling") for left, right in zip(one, two, strict=True)
    )


# ---------------------------------------------------------------- Chinese in Latin letters


def romanised_otherwise(a: str, b: str) -> str:
    """Why two Chinese or Korean names are one in two ways to write them in Latin letters; an empty string if they are not.

    >>> romanised_otherwise("Teng Hsiao-ping", "Deng Xiaoping")
    '‘Teng Hsiao-ping’ is ‘deng xiaoping’ as Wade and Giles write it'
    >>> romanised_otherwise("Kim Chŏng-su", "Kim Jeong-su")
    '‘Kim Chŏng-su’ is ‘Kim Jeong-su’ as McCune and Reischauer write it'
    """
    return _is_pinyin_of(a, b) or _is_pinyin_of(b, a) or _in_revised_korean(a, b)


def _is_pinyin_of(a: str, b: str) -> str:
    written = pinyin(a)
    if not written:
        return ""
    other = fold(b).replace(" ", "")
    settlements = gazetteer.place_terms().chinese
    readings = (
        [(syllable,) for syllable in written] if _BREATH.search(a) else list(map(_readings, _PARTS.split(a.lower())))
    )
    if _is_read(readings, other) or (
        len(written) > 2 and written[-1] in settlements and _is_read(readings[:-1], other)
    ):
        return f"‘{a}’ is ‘{fold(b)}’ as Wade and Giles write it"
    return ""


def _is_read(readings: Sequence[Sequence[str]], whole: str) -> bool:
    """Whether one reading of each syllable after another makes the whole."""
    ends = {0}
    for syllables in readings:
        ends = {end + len(syllable) for end in ends for syllable in syllables if whole.startswith(syllable, end)}
    return len(whole) in ends


def _readings(written: str) -> tuple[str, ...]:
    """Both readings of a syllable where its breath may have been left out, as newspapers do: *Teng Hsiao-ping*."""
    initials = gazetteer.place_terms().initials
    size = next((size for size in (2, 1) if f"{written[:size]}'" in initials), 0)
    breathed = _syllable(f"{written[:size]}'{written[size:]}") if size else ""
    return tuple(filter(None, (_syllable(written), breathed)))


# ---------------------------------------------------------------- Korean in Latin letters


_SHORT_MARKS = re.compile("[ŏŭ]")


def _in_revised_korean(a: str, b: str) -> str:
    """*Yŏngdŏk* is *Yeongdeok*; the marks that only McCune and Reischauer use tell that a name is Korean."""
    if a.isascii() and b.isascii():
        return ""
    one, two = (unicodedata.normalize("NFC", text.lower()) for text in (a, b))
    if (_SHORT_MARKS.search(one) is None) == (_SHORT_MARKS.search(two) is None) or _korean(a) != _korean(b):
        return ""
    marked, plain = (a, b) if _SHORT_MARKS.search(one) else (b, a)
    return f"‘{marked}’ is ‘{plain}’ as McCune and Reischauer write it"


@lru_cache(maxsize=4096)
def _korean(text: str) -> str:
    sounds = fold(text).replace(" ", "")
    for old, new in gazetteer.place_terms().korean.items():
        sounds = sounds.replace(old, new)
    return sounds


# ---------------------------------------------------------------- Chinese in Latin letters, taken apart


_BREATH = re.compile(r"['’‘`´ʻʼʹ]")
_PARTS = re.compile(r"[-‑ ]+")


@lru_cache(maxsize=16384)
def pinyin(text: str) -> tuple[str, ...]:
    """The syllables of a name in pinyin where Wade and Giles's spelling is told by hyphens or breaths; else nothing.

    >>> pinyin("Ch'ang-an"), pinyin("Tzu-yang"), pinyin("Anna-Lena")
    (('chang', 'an'), ('zi', 'yang'), ())
    """
    if not (_BREATH.search(text) or "-" in text or "‑" in text):
        return ()
    syllables = [_syllable(part) for part in _PARTS.split(text.strip().lower()) if part]
    return tuple(syllables) if len(syllables) > 1 and all(syllables) else ()


def _syllable(written: str) -> str:
    """A syllable in pinyin, or an empty string if Wade and Giles have none like it."""
    table = gazetteer.place_terms()
    umlaut = "ü" in unicodedata.normalize("NFC", written)
    bare = "".join(char for char in unicodedata.normalize("NFKD", _BREATH.sub("'", written)) if char.isascii())
    if bare in table.whole:
        return "yu" if umlaut and bare == "yu" else table.whole[bare]
    for size in (3, 2, 1):
        initial, final = bare[:size], bare[size:]
        if initial in table.initials and final in table.finals:
            soft = initial in table.soft and (umlaut or (final[0] == "i" and final != "ih"))
            return (table.soft if soft else table.initials)[initial] + table.finals[final]
    return ""
