"""Names as such: written in any script, taken apart, and compared word by word with reasons.

*Mohammed* and *Muhammad* are one name in two spellings, *Bill* is short for *William*, *J.* may be *Jane*. What one name
leaves out does not contradict the other; two different given names do. `compare_names` says which it was.

Theory of operation. Both names are folded (Latin letters, lower case, no marks), titles and legal forms set aside, and the
words paired off, best pairs first. A word without a partner on one side only is an omission. Words without partners on both
sides contradict each other.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources

from attrs import field, frozen

from newsrecon import gazetteer

__all__ = ["NameComparison", "ParsedName", "compare_names", "fold", "parse_name", "skeleton", "spelling"]


@frozen
class NameComparison:
    """Whether two names can be one: a score from 0 to 1, the decision, and the reason in words."""

    score: float
    same: bool
    reason: str

    def __bool__(self) -> bool:
        return self.same


# ---------------------------------------------------------------- writing


_MARKS = re.compile(r"[\u0300-\u036f\u0483-\u0489\u064b-\u065f]")
_QUOTES = re.compile(r"['’‘`´ʼʻʹʾʿ\"“”]")
_ABBREVIATION = re.compile(r"\b(?:\w\.){2,}\w?")
_OTHER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i", "ħ": "h"}
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The name in lower-case Latin letters and digits, words apart by one space, without marks.

    >>> fold("Recep Tayyip Erdoğan"), fold("Владимир Путин"), fold("AT&T Corp.")
    ('recep tayyip erdogan', 'vladimir putin', 'at and t corp')
    """
    lowered = text.lower()
    if not lowered.isascii():
        lowered = _MARKS.sub("", unicodedata.normalize("NFKD", lowered)).translate(_LETTERS)
        if not _QUOTES.sub("", lowered).isascii():
            from anyascii import anyascii

            lowered = anyascii(_QUOTES.sub("'", lowered)).lower()
    lowered = _QUOTES.sub("", lowered.replace("&", " and "))
    lowered = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), lowered)
    return _OTHER.sub(" ", lowered).strip()


_DIGRAPHS = (
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("dj", "j"), ("zh", "z"), ("kh", "k"), ("gh", "k"), ("ph", "f"),
    ("th", "t"), ("dh", "d"), ("sh", "s"), ("ch", "c"), ("ck", "k"), ("cz", "c"), ("ts", "s"), ("tz", "s"), ("sz", "s"),
    ("x", "ks"), ("q", "k"), ("w", "v"), ("ff", "v"), ("ce", "se"), ("ci", "si"),
)  # fmt: skip
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants that survive transliteration: equal for *Mohammed*, *Muhammad* and *Mohamed*.

    >>> skeleton("gaddafi") == skeleton("khadafy") == skeleton("qadhafi"), skeleton("zhirnov"), skeleton("cernov")
    (True, 'zrnv', 'srnv')
    """
    for old, new in _DIGRAPHS:
        word = word.replace(old, new)
    word = word.replace("g", "k") if word[:1] in "gkq" else word
    out: list[str] = []
    for place, letter in enumerate(word):
        if letter in _VOWELS or (letter == "h" and place) or (letter == "j" and place):
            if not place:
                out.append("a" if letter in "ae" else "i" if letter in "iy" else "u")
            continue
        if not out or out[-1] != letter:
            out.append(letter)
    return "".join(out).replace("c", "k") if "c" in word and "ch" not in word and "k" in word else "".join(out)


_VOWEL_GROUPS = re.compile(r"[aeiouy]+|(?<=[aeiouy])j|w(?=$|[^aeiouy])")
_SOUNDS = {"a": "ae", "e": "aei", "i": "ei", "y": "iue", "o": "ou", "u": "ou"}


def _vowels_agree(left: str, right: str) -> bool:
    """Whether two words may sound alike in their vowels: *o* for *u*, *e* for *a* or *i*, but not *a* for *u*."""
    mine, theirs = _VOWEL_GROUPS.findall(left), _VOWEL_GROUPS.findall(right)
    if len(mine) != len(theirs):
        short, long = sorted((mine, theirs), key=len)
        return (
            len(long) - len(short) == 1
            and len(short) >= 1
            and (long[:-1] == short or long[1:] == short or _all_sound(short, long))
        )
    return all(_sound_alike(one, two) for one, two in zip(mine, theirs, strict=True))


def _all_sound(short: Sequence[str], long: Sequence[str]) -> bool:
    return any(
        all(_sound_alike(one, two) for one, two in zip(short, [*long[:skip], *long[skip + 1 :]], strict=True))
        for skip in range(len(long))
    )


def _sound_alike(one: str, two: str) -> bool:
    return bool(set(one) & {sound for letter in two for sound in _SOUNDS.get(letter, letter)})


# ---------------------------------------------------------------- words


@cache
def _nicknames() -> Mapping[str, frozenset[int]]:
    """For each short form, the numbers of the names it may stand for."""
    table = tomllib.loads(resources.files("newsrecon").joinpath("data/nicknames.toml").read_text("utf-8"))
    found: dict[str, set[int]] = {}
    for number, row in enumerate(table["short"]):
        for word in row.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


EQUAL, NICKNAME, SPELLING, INITIAL, SLIP = 1.0, 0.93, 0.92, 0.8, 0.85


@lru_cache(maxsize=262144)
def spelling(left: str, right: str) -> tuple[float, str]:
    """How surely two folded words are one name's, from 0 to 1, and how: `equal`, `initial`, `nickname`, …

    >>> spelling("mohammed", "muhammad"), spelling("zhirnov", "cernov")
    ((0.93, 'nickname'), (0.0, ''))
    """
    if left == right:
        return EQUAL, "equal"
    if left > right:
        left, right = right, left
    if len(left) == 1 or len(right) == 1:
        return (INITIAL, "initial") if left[0] == right[0] else (0.0, "")
    if left[0].isdigit() or right[0].isdigit():
        return 0.0, ""
    nicknames = _nicknames()
    if nicknames.get(left, frozenset()) & nicknames.get(right, frozenset()):
        return NICKNAME, "nickname"
    if min(len(left), len(right)) >= 4 and skeleton(left) == skeleton(right) and _vowels_agree(left, right):
        return SPELLING, "spelling"
    given = gazetteer.given_names()
    if left in given and right in given:
        return 0.0, ""
    return _slip(left, right)


def _slip(left: str, right: str) -> tuple[float, str]:
    """A typing slip: one letter in four to seven, two in more, the first letter most likely right."""
    short, long = sorted((len(left), len(right)))
    if short < 4 or long - short > 2:
        return 0.0, ""
    allowed = 1 if short < 8 else 2
    from rapidfuzz.distance import OSA

    distance = OSA.distance(left, right, score_cutoff=allowed)
    if distance > allowed or (left[0] != right[0] and (distance > 1 or short < 6)):
        return 0.0, ""
    return (SLIP if distance == 1 else SLIP - 0.05), "slip"


# ---------------------------------------------------------------- parts


@frozen
class ParsedName:
    """A name taken apart: its words, and what was set aside."""

    text: str
    type: str
    """`person` or `organization`, as given or as its words tell; an empty string where they do not."""
    words: tuple[str, ...]
    """The words that count, folded, in order."""
    suffix: str = field(default="", kw_only=True)
    """*jr*, *sr*, *ii*, …"""
    titles: tuple[str, ...] = field(default=(), kw_only=True)
    legal: tuple[str, ...] = field(default=(), kw_only=True)
    particles: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def given(self) -> str:
        """The first word of a person's name of several words."""
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def family(self) -> str:
        """The last word."""
        return self.words[-1] if self.words else ""


_SUFFIXES = {
    "jr": "jr",
    "junior": "jr",
    "sr": "sr",
    "senior": "sr",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
    "2nd": "ii",
    "3rd": "iii",
}
_JOINED = frozenset({"abd", "abdul", "abdel", "abdal", "abu", "umm", "saint", "st", "mc", "mac"})
_ORGANISATION_TYPES = frozenset(
    {"organization", "organisation", "company", "legalentity", "publicbody", "vessel", "org"}
)


@lru_cache(maxsize=65536)
def parse_name(text: str, type: str | None = None) -> ParsedName:
    """A name's words, with titles, suffixes, particles and legal forms set aside.

    >>> parsed = parse_name("Dr. Martin Luther King, Jr.")
    >>> parsed.words, parsed.suffix, parsed.titles
    (('martin', 'luther', 'king'), 'jr', ('dr',))
    >>> parse_name("Tactical Missiles Corporation OJSC").legal
    ('corporation', 'joint stock')
    """
    kind = (type or "").lower()
    words = fold(text).split()
    if kind in _ORGANISATION_TYPES or (kind != "person" and _is_organisation(words)):
        return _parse_organisation(text, words)
    return _parse_person(text, kind if kind and kind != "person" else "person")


def _is_organisation(words: Sequence[str]) -> bool:
    names = gazetteer.organisations()
    if len(words) < 2:
        return False
    sure = {form for form in names.legal_forms if len(form) > 2}
    if (
        any(word in sure for word in words[1:])
        or words[-1] in names.legal_forms
        or words[0] in ("jsc", "ojsc", "ooo", "zao", "oao", "pjsc")
    ):
        return True
    if "of" in words or "and" in words or "for" in words:
        return True
    return any(
        word in names.heads and word not in gazetteer.family_names() and word not in gazetteer.given_names()
        for word in words
    )


def _parse_organisation(text: str, words: Sequence[str]) -> ParsedName:
    names = gazetteer.organisations()
    legal: list[str] = []
    kept: list[str] = []
    place = 0
    while place < len(words):
        size, form = _legal_form(words, place)
        if size:
            legal.append(form)
            place += size
            continue
        word = words[place]
        if word not in names.generic:
            kept.append(names.same_word.get(word, word))
        place += 1
    if not kept:
        kept = [word for word in words if word not in names.generic] or list(words)
        legal = []
    return ParsedName(text, "organization", tuple(kept), legal=tuple(legal))


def _legal_form(words: Sequence[str], place: int) -> tuple[int, str]:
    """How many words from here are a legal form, and which one; the first word is none if it could be a name."""
    forms = gazetteer.organisations().legal_forms
    for size in range(min(6, len(words) - place), 0, -1):
        form = forms.get(" ".join(words[place : place + size]))
        if form and (form != "group" or place) and (place or size > 1 or words[place] in _LEADING_FORMS):
            return size, form
    return 0, ""


_LEADING_FORMS = frozenset({"jsc", "ojsc", "ooo", "zao", "oao", "pjsc", "pao", "cjsc", "pt", "tov", "kpao", "ao"})


def _parse_person(text: str, kind: str) -> ParsedName:
    front, comma, behind = text.partition(",")
    suffix = ""
    if comma:
        tail = fold(behind)
        if tail in _SUFFIXES:
            text, suffix = front, _SUFFIXES[tail]
        else:
            text = f"{behind} {front}"
    words = fold(text).split()
    table = gazetteer.titles()
    titles: list[str] = []
    while len(words) > 2 and words[0] in {"president", *table.honorifics} and words[0] not in gazetteer.given_names():
        titles.append(words.pop(0))
    while len(words) == 2 and words[0] in (
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "prof",
        "professor",
        "sheikh",
        "president",
    ):
        titles.append(words.pop(0))
    if len(words) > 2 and words[-1] in _SUFFIXES:
        suffix = _SUFFIXES[words.pop()]
    kept, particles = _without_particles(words)
    return ParsedName(text, kind, tuple(kept), suffix=suffix, titles=tuple(titles), particles=tuple(particles))


def _without_particles(words: Sequence[str]) -> tuple[list[str], list[str]]:
    small = gazetteer.words_with_capitals("particles")
    kept: list[str] = []
    particles: list[str] = []
    joining = ""
    for word in words:
        if word in small and len(words) > 1 and word not in ("i", "e", "y"):
            particles.append(word)
            continue
        if word in _JOINED and not joining:
            joining = "abd" if word.startswith("abd") else word
            continue
        kept.append(joining + word)
        joining = ""
    if joining:
        kept.append(joining)
    return (kept, particles) if kept else (list(words), [])


# ---------------------------------------------------------------- comparing


def compare_names(a: str, b: str, type: str | None = None) -> NameComparison:
    """Whether two names can be the same one's, with the reason; `type` tells what they name, if it is known.

    >>> str(compare_names("Moammar Gaddafi", "Muammar Khadafy").reason)
    '‘moammar’ and ‘muammar’, ‘gaddafi’ and ‘khadafy’ are spellings of one name'
    >>> compare_names("Boris Vekselberg", "Viktor Vekselberg").same
    False
    """
    if a == b and a:
        return NameComparison(1.0, True, "the names are the same")
    left, right = parse_name(a, type), parse_name(b, type)
    if not left.words or not right.words:
        return NameComparison(0.0, False, "one of the names has no words")
    if left.type != right.type and type is None:
        kind = "organization" if left.legal or right.legal or "organization" in (left.type, right.type) else "person"
        left, right = parse_name(a, kind), parse_name(b, kind)
    if left.words == right.words and left.suffix == right.suffix:
        return NameComparison(0.99, True, "the names have the same words")
    if left.type == "organization":
        return _compare_organisations(left, right)
    return _compare_persons(left, right)


@frozen
class _Pairing:
    """Words of two names paired off."""

    pairs: tuple[tuple[str, str, float, str], ...]
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def matched(self) -> float:
        return sum(score * (len(one) + len(two)) for one, two, score, _ in self.pairs)

    def score(self) -> float:
        """The share of letters that have a partner; what only one name says weighs less."""
        whole = sum(len(one) + len(two) for one, two, _, _ in self.pairs)
        alone = sum(map(len, self.left + self.right))
        return self.matched / (whole + alone * (1.0 if self.left and self.right else 0.4))


def _pair_off(left: Sequence[str], right: Sequence[str]) -> _Pairing:
    options = [
        (score, -abs(i - j), -i, -j, how)
        for i, one in enumerate(left)
        for j, two in enumerate(right)
        if (found := spelling(one, two))[0] > 0
        for score, how in (found,)
    ]
    options.sort(reverse=True)
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    pairs = []
    for score, _, i, j, how in options:
        if -i in free_left and -j in free_right:
            free_left.discard(-i)
            free_right.discard(-j)
            pairs.append((left[-i], right[-j], score, how))
    rest = tuple(left[i] for i in sorted(free_left)), tuple(right[j] for j in sorted(free_right))
    return _Pairing(tuple(pairs), *rest)


def _in_words(pairing: _Pairing) -> str:
    """The reason in words: which words are spellings, short forms or slips of one another, and what is left out."""
    said = {
        "spelling": "spellings of one name",
        "nickname": "forms of one given name",
        "initial": "a name and its initial",
        "slip": "one word but for a typing slip",
    }
    parts = []
    for how, words in said.items():
        found = [f"‘{one}’ and ‘{two}’" for one, two, _, kind in pairing.pairs if kind == how]
        if found:
            parts.append(f"{', '.join(found)} are {words}")
    for alone in (pairing.left, pairing.right):
        if alone:
            parts.append(f"only one name has ‘{' '.join(alone)}’")
    return "; ".join(parts) or "the words are the same in another order"


def _compare_persons(left: ParsedName, right: ParsedName) -> NameComparison:
    if left.suffix and right.suffix and left.suffix != right.suffix:
        return NameComparison(0.3, False, f"‘{left.suffix}’ and ‘{right.suffix}’ tell two bearers of the name apart")
    pairing = _pair_off(left.words, right.words)
    score = pairing.score() if pairing.pairs else 0.0
    if pairing.left and pairing.right:
        whole = _as_one_word(left.words, right.words)
        if whole > score and whole >= 0.9:
            return NameComparison(whole, True, "written as one word, the names differ by a slip at most")
        contradiction = f"‘{' '.join(pairing.left)}’ and ‘{' '.join(pairing.right)}’ are different names"
        return NameComparison(min(score, 0.69), False, contradiction)
    reason = _in_words(pairing)
    few = min(len(left.words), len(right.words))
    strong = sum(how != "initial" for _, _, _, how in pairing.pairs)
    if few == 1 and max(len(left.words), len(right.words)) > 1:
        return NameComparison(min(score, 0.65), False, f"one word is not enough to tell: {reason}")
    if not strong:
        return NameComparison(min(score, 0.6), False, f"initials alone do not tell: {reason}")
    slips = sum(how == "slip" for _, _, _, how in pairing.pairs)
    same = score >= 0.7 and slips <= max(1, len(pairing.pairs) // 2)
    return NameComparison(score, same, reason)


def _as_one_word(left: Sequence[str], right: Sequence[str]) -> float:
    """How alike two names are when written without spaces, in their order or in that of the alphabet."""
    from rapidfuzz.distance import OSA

    best = 0.0
    for one, two in (("".join(left), "".join(right)), ("".join(sorted(left)), "".join(sorted(right)))):
        longest = max(len(one), len(two))
        if longest >= 8:
            distance = OSA.distance(one, two, score_cutoff=2)
            if distance <= (1 if longest < 14 else 2):
                best = max(best, 1 - distance / longest)
    return best


def _compare_organisations(left: ParsedName, right: ParsedName) -> NameComparison:
    if initials := _stands_for(left, right):
        return NameComparison(0.8, True, f"‘{initials}’ is made of the initials of the other name")
    if _numbers(left.words) != _numbers(right.words):
        return NameComparison(0.5, False, "the numbers in the names differ")
    pairing = _pair_off(left.words, right.words)
    score = pairing.score() if pairing.pairs else 0.0
    if pairing.left and pairing.right:
        whole = _as_one_word(left.words, right.words)
        if whole > score and whole >= 0.9:
            return NameComparison(whole, True, "written as one word, the names differ by a slip at most")
        words = f"‘{' '.join(pairing.left)}’ and ‘{' '.join(pairing.right)}’ are different words"
        return NameComparison(min(score, 0.69), False, words)
    alone = pairing.left + pairing.right
    reason = _in_words(pairing)
    heads = gazetteer.organisations().heads
    if alone and any(word not in heads for word in alone):
        return NameComparison(min(score, 0.69), False, reason)
    return NameComparison(score, score >= 0.7, reason)


def _numbers(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(word for word in words if any(letter.isdigit() for letter in word)))


def _stands_for(left: ParsedName, right: ParsedName) -> str:
    for short, long in ((left, right), (right, left)):
        word = short.words[0]
        if len(short.words) == 1 and 2 <= len(word) <= 6 and len(long.words) > 1:
            told = "".join(each[0] for each in fold(long.text).split() if each not in gazetteer.organisations().generic)
            spoken = "".join(each[0] for each in long.words)
            if word in (told, spoken) and short.text.upper() == short.text:
                return short.text
    return ""


def _words_of(text: str) -> Iterator[str]:
    yield from fold(text).split()
