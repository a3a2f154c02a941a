"""Names as such: taken apart, and compared word by word with reasons.

What one name leaves out does not contradict the other; two different given names do. `compare_names` says which it was.

Theory of operation. Both names are folded (Latin letters, lower case, no marks), titles and legal forms set aside, and the
words paired off, best pairs first. A word without a partner on one side only is an omission. Words without partners on both
sides contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from newsrecon import gazetteer
from newsrecon.parsed_names import ParsedName, parse_name
from newsrecon.place_names import romanised_otherwise, same_place
from newsrecon.spelling import distance_to, fold, is_unvowelled, spelling, unvowelled_spelling

__all__ = ["NameComparison", "compare_names"]


@frozen
class NameComparison:
    """Whether two names can be one: a score from 0 to 1, the decision, and the reason in words.

    >>> both = compare_names("Moammar Gaddafi", "Muammar Khadafy")
    >>> both.same, 0 <= both.score <= 1
    (True, True)
    """

    score: float
    """How alike the names are, from 0 to 1."""
    same: bool
    """Whether they can be one name."""
    reason: str
    """Why, in words."""

    def __bool__(self) -> bool:
        return self.same


# ---------------------------------------------------------------- comparing


def compare_names(a: str, b: str, type: str | None = None) -> NameComparison:
    """Whether two names can be the same one's, with the reason; `type` tells what they name, if it is known.

    >>> compare_names("Moammar Gaddafi", "Muammar Khadafy").reason
    '‘moammar’ and ‘muammar’, ‘gaddafi’ and ‘khadafy’ are spellings of one name'
    >>> compare_names("Boris Vekselberg", "Viktor Vekselberg").same
    False
    """
    if a == b and a:
        return NameComparison(1.0, True, "the names are the same")
    if _is_ideographic(a) and _is_ideographic(b):
        return _compare_characters(a, b)
    left, right = parse_name(a, type), parse_name(b, type)
    if not left.words or not right.words:
        return NameComparison(0.0, False, "one of the names has no words")
    if left.type != right.type and type is None:
        left, right = parse_name(a, "organization"), parse_name(b, "organization")
    if left.words == right.words and left.suffix == right.suffix:
        return NameComparison(0.99, True, "the names have the same words")
    if len(left.words) != len(right.words):
        reason = _parted_elsewhere(left, right)
    else:
        reason = _GLUED if left.particles != right.particles and _is_glued(a, b) else ""
    if reason:
        return NameComparison(0.95, True, reason)
    found = _compare_organisations(left, right) if left.type == "organization" else _compare_persons(left, right)
    if not found.same and (reason := same_place(a, b) if type in (None, "place") else romanised_otherwise(a, b)):
        return NameComparison(0.9, True, reason)
    return found


_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff\s·・]+")


def _is_ideographic(text: str) -> bool:
    """Whether a name is written in a script where one sign is a syllable or more."""
    return _IDEOGRAPHS.fullmatch(text) is not None


def _compare_characters(a: str, b: str) -> NameComparison:
    """Names in signs that are syllables are one only if they are equal: a different sign is a different name."""
    one, two = ("".join(char for char in text if char.isalpha()) for text in (a, b))
    if one == two:
        return NameComparison(0.99, True, "the names have the same characters")
    shared = sum(left == right for left, right in zip(one, two, strict=False)) / max(len(one), len(two), 1)
    return NameComparison(min(shared, 0.69), False, "the characters differ")


# ---------------------------------------------------------------- pairs of words


Pair = tuple[str, str, float, str]


@frozen
class _Pairing:
    """Words of two names paired off, and those left over on either side."""

    pairs: tuple[Pair, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def score(self) -> float:
        """The share of letters that have a partner; what only one name says weighs less."""
        whole = sum(len(one) + len(two) for one, two, _, _ in self.pairs)
        if not whole:
            return 0.0
        matched = sum(score * (len(one) + len(two)) for one, two, score, _ in self.pairs)
        alone = sum(map(len, self.left + self.right))
        return matched / (whole + alone * (1.0 if self.left and self.right else 0.4))

    def count(self, how: str) -> int:
        """The number of pairs of a kind."""
        return sum(kind == how for _, _, _, kind in self.pairs)


# Arabic and Hebrew
_ABJAD = re.compile(r"[\u0590-\u06ff\ufb1d-\ufdff\ufe70-\ufefc]")


def _pair_off(first: ParsedName, second: ParsedName) -> _Pairing:
    """The best pairs first; of equal ones those that stand at like places."""
    left, right = first.words, second.words
    options = []
    compare = unvowelled_spelling if is_unvowelled(left) != is_unvowelled(right) else spelling
    plain = first.text.isascii() and second.text.isascii()
    in_abjad = not plain and (_ABJAD.search(first.text) is None) != (_ABJAD.search(second.text) is None)
    for i, one in enumerate(left):
        for j, two in enumerate(right):
            score, how = compare(one, two)
            if in_abjad and not score:
                score, how = unvowelled_spelling(one, two)
            if score:
                options.append((-score, abs(i - j), i, j, how))
    if not options:
        return _Pairing((), left, right)
    options.sort()
    free_left, free_right = dict(enumerate(left)), dict(enumerate(right))
    pairs = []
    for score, _, i, j, how in options:
        if i in free_left and j in free_right:
            pairs.append((free_left.pop(i), free_right.pop(j), -score, how))
    return _Pairing(tuple(pairs), tuple(free_left.values()), tuple(free_right.values()))


_KINDS = {
    "spelling": "spellings of one name",
    "nickname": "forms of one given name",
    "initial": "a name and its initial",
    "unvowelled": "one word with and without its vowels",
    "servant": "one name with and without ‘servant of’",
    "misread": "one word with figures for letters",
    "slip": "one word but for a typing slip",
}


def _in_words(pairing: _Pairing) -> str:
    """The reason in words: which words are spellings, short forms or slips of one another, and what is left out."""
    said = []
    for how, words in _KINDS.items():
        found = [f"‘{one}’ and ‘{two}’" for one, two, _, kind in pairing.pairs if kind == how]
        if found:
            said.append(f"{', '.join(found)} are {words}")
    said += [f"only one name has ‘{' '.join(alone)}’" for alone in (pairing.left, pairing.right) if alone]
    return "; ".join(said) or "the words are the same in another order"


_GLUED = "the names differ in where their words are parted only"


def _is_glued(a: str, b: str) -> bool:
    """*Charles de Marl* and *Charles Demarl*."""
    return fold(a).replace(" ", "") == fold(b).replace(" ", "")


def _parted_elsewhere(left: ParsedName, right: ParsedName) -> str:
    """Why two names of more and fewer words are one, if only the gaps between their words and their spelling differ."""
    one, two = "".join(left.words), "".join(right.words)
    if left.particles or right.particles:
        whole, other = ("".join(fold(name.text).split()) for name in (left, right))
        if min(len(whole), len(other)) >= 6 and (whole == other or spelling(whole, other)[1] == "spelling"):
            return "written as one word, the names are spellings of one"
    if min(len(one), len(two)) < 6 or left.suffix != right.suffix:
        return ""
    if one == two:
        return _GLUED
    # In longer names the vowels that a spelling may leave out can be a word of their own.
    is_one_word = min(len(left.words), len(right.words)) == 1 and spelling(one, two)[1] == "spelling"
    return "written as one word, the names are spellings of one" if is_one_word else ""


def _contradiction(left: ParsedName, right: ParsedName, pairing: _Pairing) -> NameComparison:
    """Both names have words the other lacks: different, unless they are one but for spaces and slips."""
    one, two = "".join(left.words), "".join(right.words)
    if one == two and len(one) >= 8:
        return NameComparison(0.95, True, _GLUED)
    if len(left.words) != len(right.words) and min(len(one), len(two)) >= 5:
        longest = max(len(one), len(two))
        allowed = 0 if longest < 9 else 1 if longest < 15 else 2
        distance = distance_to(allowed)
        best = min(distance(one, two), distance("".join(sorted(left.words)), "".join(sorted(right.words))))
        if best <= allowed:
            return NameComparison(1 - best / longest, True, "written as one word, the names differ by a slip at most")
    words = f"‘{' '.join(pairing.left)}’ and ‘{' '.join(pairing.right)}’ are different"
    return NameComparison(min(pairing.score, 0.69) if pairing.pairs else 0.0, False, words)


# ---------------------------------------------------------------- persons


def _compare_persons(left: ParsedName, right: ParsedName) -> NameComparison:
    if left.suffix and right.suffix and left.suffix != right.suffix:
        return NameComparison(0.3, False, f"‘{left.suffix}’ and ‘{right.suffix}’ tell two bearers of the name apart")
    pairing = _pair_off(left, right)
    if pairing.left and pairing.right:
        if pairing.pairs and (called := _called(left, right, pairing)):
            return NameComparison(0.85, True, called)
        return _contradiction(left, right, pairing)
    score, reason = pairing.score, _in_words(pairing)
    short, long = sorted((left, right), key=lambda name: len(name.words))
    if len(short.words) == 1 < len(long.words):
        return NameComparison(min(score, 0.65), False, f"one word is not enough to tell: {reason}")
    if len(pairing.pairs) == pairing.count("initial"):
        return NameComparison(min(score, 0.6), False, f"initials alone do not tell: {reason}")
    if other := (
        _other_filiation(short, long, pairing)
        or _other_servant(left, right, pairing)
        or _other_family(left, right, pairing)
        or _other_initial(left, right)
    ):
        return NameComparison(min(score, 0.69), False, other)
    few_slips = pairing.count("slip") <= max(1, len(pairing.pairs) // 2)
    return NameComparison(score, score >= 0.7 and few_slips, reason)


def _other_servant(left: ParsedName, right: ParsedName, pairing: _Pairing) -> str:
    """*Ali Abdul Karim* is not *Ali Omar Karim*: of *abdul* only the word is left out, nothing else is in its place."""
    for one, two, _, how in pairing.pairs:
        if how == "servant":
            bare, alone = (two, pairing.right) if one.startswith("abd") else (one, pairing.left)
            if alone:
                return f"‘{' '.join(alone)}’ and ‘abd’ before ‘{bare}’ are different"
    return ""


def _other_filiation(short: ParsedName, long: ParsedName, pairing: _Pairing) -> str:
    """A son is not his father: *A bin B* is not *B bin A*, and in names of four words or more the first one counts."""
    son_of = gazetteer.words_with_capitals("filiation")
    if son_of & set(short.particles) and son_of & set(long.particles):
        first, second = short.words[0], long.words[0]
        if not spelling(first, second)[0]:
            return f"‘{first}’ and ‘{second}’ are given names of father and child or of kin"
    if len(short.words) >= 4 and long.words[0] in pairing.left + pairing.right and len(long.words[0]) > 1:
        return f"‘{long.words[0]}’ is the given name in one name and not in the other"
    return ""


def _called(left: ParsedName, right: ParsedName, pairing: _Pairing) -> str:
    """Why *Ox Lund* is *Otto "Ox" Lund*, given that the other words agree."""
    for named, alone in ((left, pairing.right), (right, pairing.left)):
        if named.nicknames and set(alone) <= set(named.nicknames):
            return f"‘{' '.join(alone)}’ is what ‘{named.text}’ is called"
    return _called_by_front(left, right, pairing)


_FRONT = 4
"""So many letters of a given name are enough to call its bearer by."""


def _called_by_front(left: ParsedName, right: ParsedName, pairing: _Pairing) -> str:
    """*Chidi Eze* is *Chidiebere Eze*: the front of a given name that no list has, before one family name.

    Of given names that are known it is known what they are called for short.
    """
    one, two = left.words[0], right.words[0]
    if one[0] != two[0] or pairing.left != (one,) or pairing.right != (two,) or not pairing.count("equal"):
        return ""
    short, long = sorted((one, two), key=len)
    known = short in gazetteer.given_names() or long in gazetteer.given_names()
    if known or len(short) < _FRONT or len(long) < len(short) + 3 or not long.startswith(short):
        return ""
    return f"‘{short}’ is the front of ‘{long}’, and the other words agree"


def _other_initial(left: ParsedName, right: ParsedName) -> str:
    """*George H. W. Bush* is not *George W. Bush*: of two full given names each has another middle initial."""
    one, two = (name.words[1] if len(name.words) > 2 and len(name.words[0]) > 1 else "" for name in (left, right))
    if len(one) == len(two) == 1 and one != two and left.words[0] == right.words[0]:
        return f"‘{one}.’ and ‘{two}.’ are different middle initials"
    return ""


def _other_family(left: ParsedName, right: ParsedName, pairing: _Pairing) -> str:
    """One letter tells two families apart where both names are frequent (*Hansen*, *Jansen*), and two Chinese or Korean names."""
    family_first = gazetteer.family_first()
    in_syllables = left.words[0] in family_first and right.words[0] in family_first
    for one, two, _, how in pairing.pairs:
        known = one in gazetteer.family_names() and two in gazetteer.family_names()
        if (how == "slip" and known) or (in_syllables and how == "spelling" and len(one) == len(two) < 5):
            return f"‘{one}’ and ‘{two}’ are two names"
    return ""


# ---------------------------------------------------------------- organisations


def _compare_organisations(left: ParsedName, right: ParsedName) -> NameComparison:
    for one, two in ((left, right), (right, left)):
        if one.abbreviation and two.words == (one.abbreviation,):
            return NameComparison(0.95, True, f"‘{two.text}’ stands in brackets behind the other name")
    if initials := _initials_of(left, right) or _initials_of(right, left):
        return NameComparison(0.8, True, f"‘{initials}’ is made of the initials of the other name")
    if _numbers(left.words) != _numbers(right.words):
        return NameComparison(0.5, False, "the numbers in the names differ")
    pairing = _pair_off(left, right)
    if pairing.left and pairing.right:
        if reason := _shortened_part(left, right, pairing) or _shortened_part(right, left, _turned(pairing)):
            return NameComparison(0.85, True, reason)
        return _contradiction(left, right, pairing)
    score, reason = pairing.score, _in_words(pairing)
    alone = pairing.left + pairing.right
    heads = gazetteer.organisations().heads
    beside = gazetteer.organisations().beside_namesakes
    if any(heads.get(word) in (None, "place") or word in beside for word in alone):
        return NameComparison(min(score, 0.69), False, reason)
    if alone and " ".join(one for one, _, _, _ in pairing.pairs) in gazetteer.places():
        return NameComparison(min(score, 0.69), False, f"a place and what is there: {reason}")
    return NameComparison(score, score >= 0.7, reason)


def _turned(pairing: _Pairing) -> _Pairing:
    return _Pairing(pairing.pairs, pairing.right, pairing.left)


def _shortened_part(short: ParsedName, long: ParsedName, pairing: _Pairing) -> str:
    """Why *INS Marlow* is *Indian Naval Ship Marlow*: all that differs is an abbreviation and the words it is made of."""
    if len(pairing.left) != 1 or not 2 <= len(pairing.left[0]) == len(pairing.right) <= 6:
        return ""
    word, spoken = pairing.left[0], " ".join(pairing.right)
    heads = gazetteer.organisations().heads
    is_capital = word.upper() in re.split(r"[\s,-]+", short.text.replace(".", ""))
    if (
        not is_capital
        or word != "".join(each[0] for each in pairing.right)
        or f" {spoken} " not in f" {' '.join(long.words)} "
    ):
        return ""
    if all(one in heads for one, _, _, _ in pairing.pairs) and len(word) < 3:
        return ""
    return f"‘{word.upper()}’ is made of the initials of ‘{spoken}’, and the other words agree"


def _numbers(words: Sequence[str]) -> list[str]:
    return sorted(word for word in words if any(letter.isdigit() for letter in word))


def _initials_of(short: ParsedName, long: ParsedName) -> str:
    """The abbreviation that the short name is, if its letters are the first ones of the words of the long name."""
    word = short.words[0]
    if len(short.words) > 1 or not 2 <= len(word) <= 6 or len(long.words) < 2 or short.text.upper() != short.text:
        return ""
    generic = gazetteer.organisations().generic
    spoken = "".join(each[0] for each in fold(long.text).split() if each not in generic)
    return short.text if word in (spoken, "".join(each[0] for each in long.words)) else ""
