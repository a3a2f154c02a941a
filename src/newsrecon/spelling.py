"""How names are written: in Latin letters of any script, and whether two words are one name's in two spellings.

*Mohammed* and *Muhammad* sound alike, *Bill* is short for *William*, *J.* may be *Jane*, *Obmaa* is a slip for *Obama*.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, partial

from newsrecon import gazetteer
from newsrecon.language_data import data_table

__all__ = ["distance_to", "fold", "given_name_groups", "is_unvowelled", "skeleton", "spelling", "unvowelled_spelling"]

_MARKS = re.compile(r"[\u0300-\u036f]")
_LATIN = re.compile(r"[\x00-\u024f\u1e00-\u1eff\u2000-\u206f\ufb00-\ufb06\uff01-\uff5e]*")
_QUOTES = re.compile(r"['’‘`´ʼʻʹʾʿ\"“”]")
_ABBREVIATION = re.compile(r"\b(?:\w\.){2,}\w?")
_OTHER = re.compile(r"[^a-z0-9]+")
_SOUTH_SLAVIC = re.compile("[čćšž]")
"""Beside these letters *đ* is *dj*, as in *Đoković*; in Vietnamese and Sami it is *d*."""
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i", "ħ": "h"}
)


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """The name in lower-case Latin letters and digits, words apart by one space, without marks.

    >>> fold("Recep Tayyip Erdoğan"), fold("Владимир Путин"), fold("AT&T Corp.")
    ('recep tayyip erdogan', 'vladimir putin', 'at and t corp')
    """
    folded = _QUOTES.sub("", text).lower()
    if not folded.isascii():
        if "đ" in folded and _SOUTH_SLAVIC.search(unicodedata.normalize("NFC", folded)):
            folded = folded.replace("đ", "dj")
        if not _LATIN.fullmatch(folded):
            from anyascii import anyascii

            folded = anyascii(unicodedata.normalize("NFC", folded)).lower()
        folded = _MARKS.sub("", unicodedata.normalize("NFKD", folded)).translate(_LETTERS)
    folded = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), folded.replace("&", " and "))
    return _OTHER.sub(" ", _QUOTES.sub("", folded)).strip()


# ---------------------------------------------------------------- sound


_DIGRAPHS = (
    ("oua", "wa"), ("oue", "we"), ("oui", "wi"),
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("dj", "j"), ("zh", "z"), ("kh", "k"), ("gh", "k"), ("ph", "f"),
    ("th", "t"), ("dh", "d"), ("sh", "s"), ("ch", "c"), ("ck", "k"), ("cz", "c"), ("ts", "s"), ("tz", "s"), ("sz", "s"),
    ("x", "ks"), ("q", "k"), ("w", "v"), ("ff", "v"), ("ce", "se"), ("ci", "si"),
)  # fmt: skip
_ANY_DIGRAPH = re.compile("|".join(old for old, _ in _DIGRAPHS))
_HARD_C = re.compile("c(?![cehijkyz])")
"""As *k* sounds: *Marcus*, *Markus*; not in *Cernov*, *Chan*, *Galicja*."""
_MUTE = str.maketrans("", "", "aeiouyhj")
_DOUBLED = re.compile(r"(.)\1+", re.DOTALL)
_FIRST_VOWELS = {"a": "a", "e": "a", "i": "i", "y": "i", "o": "u", "u": "u"}


@lru_cache(maxsize=1 << 18)
def skeleton(word: str) -> str:
    """The consonants that survive transliteration, and what kind of vowel the word begins with, if with one.

    >>> skeleton("gaddafi") == skeleton("khadafy") == skeleton("qadhafi"), skeleton("zhirnov"), skeleton("cernov")
    (True, 'zrnv', 'srnv')
    """
    if "c" in word:
        word = _HARD_C.sub("k", word)
    if _ANY_DIGRAPH.search(word):
        for old, new in _DIGRAPHS:
            word = word.replace(old, new)
    if word[:1] == "g":
        word = "k" + word[1:]
    first = word[:1]
    return _DOUBLED.sub(r"\1", _FIRST_VOWELS.get(first, first) + word[1:].translate(_MUTE))


_VOWEL_GROUPS = re.compile(r"[aeiouy]+|(?<=[aeiouy])j|w(?=$|[^aeiouy])")
_SOUNDS = {"a": "ae", "e": "aei", "i": "eiy", "y": "eiuy", "o": "ou", "u": "ouy"}


def _vowels_agree(left: str, right: str) -> bool:
    """Whether two words may sound alike in their vowels: *o* as *u*, *e* as *a* or *i*, but not *a* as *u*; one may be mute."""
    short, long = sorted((_VOWEL_GROUPS.findall(left), _VOWEL_GROUPS.findall(right)), key=len)
    if len(short) == len(long):
        return _all_alike(short, long)
    if not short or len(long) - len(short) > 1:
        return False
    return any(_all_alike(short, [*long[:skip], *long[skip + 1 :]]) for skip in range(len(long)))


def _all_alike(left: Sequence[str], right: Sequence[str]) -> bool:
    return all(_alike(one, two) for one, two in zip(left, right, strict=True))


def _alike(one: str, two: str) -> bool:
    """Whether two groups of vowels sound alike: *ei* as *ey*, not *ea* as *oa*; of *ou* and *u* it is enough that one is."""
    if len(one) == len(two):
        return all(map(_may_sound, one, two))
    return any(_may_sound(letter, other) for letter in one for other in two)


def _may_sound(one: str, two: str) -> bool:
    return one in _SOUNDS.get(two, two) or two in _SOUNDS.get(one, one)


# ---------------------------------------------------------------- two words


@cache
def _nicknames() -> Mapping[str, frozenset[int]]:
    """For each short form, the numbers of the names it may stand for."""
    table = data_table("nicknames")
    found: dict[str, set[int]] = {}
    for number, row in enumerate(table["short"]):
        for word in row.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def given_name_groups(word: str) -> frozenset[int]:
    """The numbers of the given names that a word is a form of: *bill* and *william* share one."""
    return _nicknames().get(word, frozenset())


@lru_cache(maxsize=65536)
def is_unvowelled(words: tuple[str, ...]) -> bool:
    """Whether a name is in the letters of a script without vowels, one for one: *mhmd rhym*, *byt swhyn*.

    >>> is_unvowelled(("mhmd", "rhym")), is_unvowelled(("mohammad", "rahim")), is_unvowelled(("ng",))
    (True, False, False)
    """
    bare = [word for word in words if not _SHORT_VOWELS.search(word)]
    return sum(map(len, bare)) >= 6 and 3 * len(bare) >= 2 * len(words) and not re.search("[eou]", "".join(words))


_SHORT_VOWELS = re.compile("[aeiou]")
_GLIDES = re.compile("[wvy]")
_NOT_IN_ARABIC = str.maketrans("p", "b")


@lru_cache(maxsize=65536)
def unvowelled_spelling(left: str, right: str) -> tuple[float, str]:
    """As `spelling`, where one of two names is written without vowels: *swhyn* is *souhine*.

    >>> unvowelled_spelling("swhyn", "souhine")
    (0.85, 'unvowelled')
    """
    if left == right:
        return 1.0, "equal"
    one, two = (_consonants(word) for word in (left, right))
    if not one or one != two:
        return _NONE
    bare, full = sorted((left, right), key=lambda word: len(_SHORT_VOWELS.findall(word)))
    return (0.85, "unvowelled") if _long_vowels_agree(bare, full) else _NONE


def _long_vowels_agree(bare: str, full: str) -> bool:
    """What is written of the vowels are the long ones: *hsyn* is *Hussein*, not *Hassan*; *mhmd* is not *Mahmoud*."""
    if "y" in bare[1:]:
        return _FRONT_VOWELS.search(full) is not None and (
            "w" not in bare[1:] or _ROUND_VOWELS.search(full) is not None
        )
    if "w" in bare[1:]:
        return _ROUND_VOWELS.search(full) is not None
    return _SURELY_LONG.search(full) is None


_FRONT_VOWELS, _ROUND_VOWELS = re.compile("[eiy]"), re.compile("[ouvw]")
_SURELY_LONG = re.compile("ou|oo|ee|[iy]$")
_ARABIC = re.compile(r"^al(?=[^aeiou]{3,}$)|(?<=[^aeiouwy])t$|(?<=a)[ht]$")


def _consonants(word: str) -> str:
    """What is sure of a word written without vowels, less the Arabic article and a feminine ending: *albqamt*, *baqamah*."""
    return skeleton(_GLIDES.sub("", _ARABIC.sub("", word)).translate(_NOT_IN_ARABIC)).lstrip("aiuh")


@cache
def distance_to(most: int) -> Callable[[str, str], int]:
    """The number of letters added, left out, exchanged or swapped between two words, counted up to one more than `most`."""
    from rapidfuzz.distance import OSA

    return partial(OSA.distance, score_cutoff=most)


_NONE = (0.0, "")
_LOOKS = str.maketrans("013456789", "oleasbtbg")


def _is_misread(left: str, right: str) -> bool:
    """Whether figures stand for the letters they look like: *1vanov*, *iva9ov*; what is figures only is a number."""
    if len(left) != len(right) or left.isdigit() or right.isdigit() or (left.isalpha() == right.isalpha()):
        return False
    return left.translate(_LOOKS).replace("l", "i") == right.translate(_LOOKS).replace("l", "i")


_DOUBLE = re.compile(r"(.)\1+")


Traits = tuple[str, frozenset[int], bool, bool]


@lru_cache(maxsize=131072)
def _traits(word: str) -> Traits:
    """What tells at once that two words are strangers: skeleton, nicknames, a known given name; *abd* or a figure."""
    is_more = word.startswith("abd") or not word.isalpha()
    return skeleton(word), given_name_groups(word), word in gazetteer.given_names(), is_more


def spelling(left: str, right: str) -> tuple[float, str]:
    """How surely two folded words are one name's, from 0 to 1, and how: `equal`, `initial`, `nickname`, `spelling`, `slip`.

    >>> spelling("khadafy", "gaddafi"), spelling("william", "bill"), spelling("zhirnov", "cernov")
    ((0.92, 'spelling'), (0.93, 'nickname'), (0.0, ''))
    """
    if left == right:
        return 1.0, "equal"
    # Most words have nothing to do with each other; that is told without comparing letter by letter.
    one, two = _traits(left), _traits(right)
    if one[0] != two[0] and not (one[3] or two[3]) and (not one[1] or one[1].isdisjoint(two[1])):
        if left[0] != right[0]:
            if left[0] in "jy" and right[0] in "jy" and len(left) > 4 < len(right):
                # Jelena, Yelena
                return (0.92, "spelling") if left[1:] == right[1:] else spelling(f"y{left[1:]}", f"y{right[1:]}")
            if len(left) < 6 or len(right) < 6 or not _differ_at_front(left, right):
                return _NONE
        elif len(left) > 1 < len(right) and ((one[2] and two[2]) or abs(len(left) - len(right)) > 2):
            return _NONE
    return _spelling(left, right)


def _differ_at_front(left: str, right: str) -> bool:
    """Whether one letter more, less or other at the beginning, or the first two swapped, is all that differs."""
    return left[1:] in (right[1:], right) or right[1:] == left or left[1] + left[0] + left[2:] == right


@lru_cache(maxsize=131072)
def _spelling(left: str, right: str) -> tuple[float, str]:
    if len(left) == 1 or len(right) == 1:
        return (0.8, "initial") if left[0] == right[0] else _NONE
    if not (left.isalpha() and right.isalpha()):
        return (0.9, "misread") if _is_misread(left, right) else _NONE
    nicknames = _nicknames()
    if left in nicknames and right in nicknames and nicknames[left] & nicknames[right]:
        return 0.93, "nickname"
    if min(len(left), len(right)) < 4:
        same = _DOUBLE.sub(r"\1", left) == _DOUBLE.sub(r"\1", right) or (
            len(left) == len(right) == 3
            and left[1] == right[1]
            and skeleton(left) == skeleton(right)
            and _vowels_agree(left, right)
        )
        return (0.92, "spelling") if same else _NONE
    given = gazetteer.given_names()
    if {given.get(left), given.get(right)} == {"m", "f"}:
        return _NONE
    if skeleton(left) == skeleton(right) and _vowels_agree(left, right):
        return 0.92, "spelling"
    if left.startswith("abd") != right.startswith("abd"):
        one, two = left.removeprefix("abd"), right.removeprefix("abd")
        bare = spelling(one, two) if min(len(one), len(two)) > 3 else _NONE
        if bare[1] in ("equal", "spelling"):
            return 0.8, "servant"
    if left in given and right in given:
        return _NONE
    return _slip(left, right) if left < right else _slip(right, left)


def _slip(left: str, right: str) -> tuple[float, str]:
    """A typing slip: one letter, two in words of nine letters or more; a wrong first letter only in longer words."""
    short, long = sorted((len(left), len(right)))
    allowed = 1 if short < 9 else 2
    if long - short > allowed or (short < 6 and left[0] != right[0]):
        return _NONE
    distance = distance_to(allowed)(left, right)
    if distance > allowed or (left[0] != right[0] and distance > 1):
        return _NONE
    return (0.85 if distance == 1 else 0.8), "slip"
