"""What a text is about, in words that do not depend on how it is put: *delisted the group*, *the group was removed*.

Content words are lower-cased, freed of stop words, brought to a stem that derivation shares (*recognise*, *recognition*)
and, where news has several words for one thing, to one of them. Stop words, numerals and the groups of words are data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter

from attrs import field, frozen

from newsrecon.language_data import data_table
from newsrecon.text import one_of
from newsrecon.verbs import verbs

__all__ = [
    "base_of",
    "containment",
    "content_word",
    "content_words",
    "content_words_as_written",
    "likeness",
    "numerals",
    "opens_phrase",
]

# Taliban’s · 1,200.50 · U.S.; the first part finds nothing else than the last, most words and those faster
_WORD = re.compile(r"[a-zA-Z][a-z]++(?![\w'’])|\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = frozenset("aeiouy")
_DOUBLED = frozenset("bdgmnprtl")
# What a noun or an adjective is made from a verb with, the longest first, and how much must be left before it.
_SUFFIXES = (
    ("isation", 3),
    ("ization", 3),
    ("ational", 4),
    ("ation", 4),
    ("ition", 5),
    ("ement", 5),
    ("ance", 5),
    ("ence", 5),
    ("ment", 5),
    ("ness", 4),
    ("ible", 5),
    ("able", 5),
    ("ise", 4),
    ("ize", 4),
    ("ion", 5),
    ("ive", 5),
    ("ity", 5),
    ("ate", 4),
    ("al", 5),
)


@frozen(eq=False)
class _Vocabulary:
    stop: frozenset[str]
    numerals: Mapping[str, str]
    irregular: Mapping[str, str]
    whole: frozenset[str]
    openings: Mapping[str, str]
    """How words begin in one spelling, and in the other: *harbour*, *harbor*."""
    opening: re.Pattern[str] = field(init=False)

    @opening.default
    def _opening(self) -> re.Pattern[str]:
        return re.compile(f"^(?:{one_of(self.openings)})")


@cache
def _vocabulary() -> _Vocabulary:
    data = data_table("wording")
    irregular: dict[str, str] = {}
    for verb in verbs().values():
        for form in (*verb.past, *verb.participle):
            if form != verb.base and form not in _regular(verb.base):
                irregular.setdefault(form, verb.base)  # "found" is "find", not the verb "to found"
    irregular.update(data["irregular"])
    spelt = dict(pair.split() for pair in data["spelt"].split(","))
    irregular.update(pair for pair in spelt.items() if not pair[0].endswith("-"))
    irregular.update(pair.split() for pair in data["derived"].split(","))
    openings = {ours[:-1]: theirs[:-1] for ours, theirs in spelt.items() if ours.endswith("-")}
    whole = frozenset(data["whole"].split())
    return _Vocabulary(frozenset(data["stop"].split()), data["numerals"], irregular, whole, openings)


def _regular(base: str) -> tuple[str, ...]:
    """The past forms of a verb that the endings tell: *walked*, *seized*, *planned*, *tried*."""
    return f"{base}ed", f"{base}d", f"{base}{base[-1]}ed", f"{base[:-1]}ied"


@cache
def _groups() -> tuple[dict[str, str], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """The representative of each stem, and the phrases by their first stem, the longest first."""
    data = data_table("wording")
    single: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in data["groups"].split("\n"):
        entries = [entry.split() for entry in line.split(",") if entry.strip()]
        if not entries:
            continue
        representative = "_".join(base_of(word) for word in entries[0])
        for words in entries:
            stems = tuple(base_of(word) for word in words)
            if len(stems) == 1:
                single.setdefault(stems[0], representative)
            else:
                phrases.setdefault(stems[0], []).append((stems, representative))
    ordered = {first: tuple(sorted(found, key=lambda item: -len(item[0]))) for first, found in phrases.items()}
    return _closed(single), ordered


def _closed(single: dict[str, str]) -> dict[str, str]:
    """Each stem with the representative that is nobody else's synonym, so that two groups that share a word are one."""
    return {stem: single.get(found, found) for stem, found in single.items()}


@lru_cache(maxsize=1 << 16)
def base_of(word: str) -> str:
    """The stem of a lower-cased word, shared by its forms and by what is derived from it.

    >>> [base_of(word) for word in ("recognised", "recognition", "recognizes", "seized", "took", "women", "forty")]
    ['recogn', 'recogn', 'recogn', 'seiz', 'take', 'woman', '40']
    >>> [base_of(word) for word in ("car", "cars", "care", "caring", "hopped", "hoped")]
    ['car', 'car', 'care', 'care', 'hop', 'hope']
    """
    vocabulary = _vocabulary()
    if word in vocabulary.numerals:
        return vocabulary.numerals[word]
    word = vocabulary.opening.sub(lambda found: vocabulary.openings[found[0]], word, count=1)
    word = vocabulary.irregular.get(word, word)
    if len(word) < 4 or word in vocabulary.whole or not word.isalpha():
        return word
    word = _inflected(word, vocabulary)
    return word if word in vocabulary.whole else _derived(word)


def _inflected(word: str, vocabulary: _Vocabulary) -> str:
    """The word without the endings of plural, tense and adverb."""
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word in vocabulary.whole or word in vocabulary.irregular:
        return vocabulary.irregular.get(word, word)
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("eed") and len(word) > 6:
        return word[:-1]
    for ending in ("ing", "ed"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and not _VOWELS.isdisjoint(stem):
            if len(stem) > 5 and stem.endswith("at") and stem[-3] not in "eo":
                return stem + "e"  # "isolated" is of "isolate", "repeated" of "repeat"
            if stem[-1] == stem[-2] and stem[-1] in _DOUBLED and len(stem) > 3:
                return stem[:-1]
            # "hoping" is of "hope", as "hopping" is of "hop"
            return stem + "e" if _SHORT.fullmatch(stem) or stem + "e" in vocabulary.whole else stem
    if word.endswith("ly") and len(word) > 5:
        return word[:-2]
    return word


# hop, whose last letter is doubled before an ending; one that is not has lost an "e"
_SHORT = re.compile(r"(?:[bcdfghjklmnprstvwxz]|qu)*[aeiouy][bcdfghklmnprstvz]")


def _derived(word: str) -> str:
    """The word without an ending that derives it, and without a silent *e* or a final *y*; *hope* is not *hop*."""
    full = f"{word}e" if word.endswith(("anc", "enc")) else word  # experienc|ed
    for suffix, least in _SUFFIXES:
        if full.endswith(suffix) and len(full) - len(suffix) >= least:
            word = full[: -len(suffix)]
            break
    if word.endswith(("is", "iz")) and len(word) > 5:
        word = word[:-2]
    if word.endswith("e") and len(word) > 3:
        return word if _SHORT.fullmatch(word[:-1]) else word[:-1]
    if word.endswith("y") and len(word) > 3:
        return word[:-1] + "i"
    if word[-1] == word[-2] and word[-1] in _DOUBLED:
        return word[:-1]
    return word


@lru_cache(maxsize=1 << 15)
def content_words(text: str) -> tuple[str, ...]:
    """The content words of a text in their order, one token for each that says something.

    >>> content_words("Moscow delisted the group."), content_words("The group was removed by Moscow.")
    (('moscow', 'remov', 'group'), ('group', 'remov', 'moscow'))
    >>> content_words("They seized power.") == content_words("They had returned to power")
    True
    """
    return tuple([token for token, _ in content_words_as_written(text)])


@lru_cache(maxsize=1 << 16)
def content_word(word: str) -> str:
    """The token that one word stands for where it is part of no phrase; empty for a stop word.

    >>> content_word("delisted"), content_word("the")
    ('remov', '')
    """
    return _token(word).alone


@lru_cache(maxsize=1 << 14)
def content_words_as_written(text: str) -> tuple[tuple[str, str], ...]:
    """The content words of a text, each with the words of the text that it stands for.

    >>> content_words_as_written("They took power.")
    (('seiz_power', 'took power'),)
    """
    if text.isalpha():  # one word, which is no phrase
        return _token(text).told
    return tuple(_grouped(_WORD.findall(text)))


def opens_phrase(text: str) -> bool:
    """Whether a phrase that is one token may begin in some words.

    >>> opens_phrase("took"), opens_phrase("harbour")
    (True, False)
    """
    return any(_token(word).opens_phrase for word in _WORD.findall(text))


_CONTRACTED = frozenset(("s", "ll", "re", "ve", "d", "m"))


def _plain(word: str) -> str:
    word = word.lower().replace("’", "'")
    if word[0].isdigit():
        return word.replace(",", "")
    if word.endswith("n't"):
        return "not"
    stem, _, rest = word.rpartition("'")
    if stem and rest in _CONTRACTED:
        word = stem
    return word.replace(".", "").replace("'", "")


@frozen(eq=False)
class _Token:
    """A word as it is written, and what it stands for."""

    base: str
    """By this phrases know it."""
    alone: str
    """What it stands for in no phrase; empty for a stop word."""
    told: tuple[tuple[str, str], ...]
    """The same with the word itself; nothing for a stop word."""
    opens_phrase: bool


@lru_cache(maxsize=1 << 16)
def _token(written: str) -> _Token:
    plain = _plain(written)
    base = base_of(plain)
    single, phrases = _groups()
    alone = single.get(base, base) if plain and plain not in _vocabulary().stop else ""
    return _Token(base, alone, ((alone, written),) if alone else (), base in phrases)


def _grouped(written: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Phrases and words by their representatives; stop words that belong to no phrase are dropped."""
    tokens = list(map(_token, written))
    told = list(map(_TOLD, tokens))
    if any(map(_OPENS_PHRASE, tokens)):
        _put_in_phrases(told, tokens, written)
    return chain.from_iterable(told)


_OPENS_PHRASE, _TOLD = attrgetter("opens_phrase"), attrgetter("told")


def _put_in_phrases(told: list[tuple[tuple[str, str], ...]], tokens: Sequence[_Token], written: Sequence[str]) -> None:
    """Put a phrase, where one stands, in the place of what its words tell by themselves.

    A number may stand behind its first word, and is told beside it: *cut* **400** *jobs*.
    """
    phrases, rest = _groups()[1], 0
    for place in [place for place, token in enumerate(tokens) if token.opens_phrase]:
        counted = place + 1 < len(tokens) and tokens[place + 1].base.isdigit()
        for phrase, representative in phrases[tokens[place].base] if place >= rest else ():
            end = place + len(phrase) + counted
            found = [other.base for other in tokens[place:end]]
            number = told[place + 1] if counted else ()
            if counted:
                del found[1]
            if tuple(found) == phrase:
                told[place:end] = [((representative, " ".join(written[place:end])), *number), *[()] * (end - place - 1)]
                rest = end
                break


def likeness(left: Collection[str], right: Collection[str], rarity: Callable[[str], float]) -> float:
    """How much two sets of content words have in common, from 0 to 1: the weight they share against the weight of both.

    The weight of a word is its `rarity`. The measure is that of Ochiai (1957): a short text inside a long one counts.

    >>> likeness({"seiz", "power"}, {"seiz", "power", "2021", "group"}, lambda word: 1.0)
    0.7071067811865475
    """
    one, two = set(left), set(right)
    shared = _weight(one & two, rarity)
    return shared / (_weight(one, rarity) * _weight(two, rarity)) ** 0.5 if shared else 0.0


def containment(left: Collection[str], right: Collection[str], rarity: Callable[[str], float]) -> float:
    """How much of the weight of the left content words the right ones have, from 0 to 1.

    >>> containment({"seiz", "power"}, {"seiz", "power", "2021", "group"}, lambda word: 1.0)
    1.0
    """
    one = set(left)
    shared = _weight(one & set(right), rarity)
    return shared / _weight(one, rarity) if shared else 0.0


def _weight(words: Collection[str], rarity: Callable[[str], float]) -> float:
    """The sum in one order, so that no hash seed shows in the last digit."""
    return sum(rarity(word) for word in sorted(words))


def numerals() -> Mapping[str, str]:
    """The figures of numerals in words: *twelve* is *12*.

    >>> numerals()["twelve"]
    '12'
    """
    return _vocabulary().numerals
