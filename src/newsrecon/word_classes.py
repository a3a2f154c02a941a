"""The class of a word by its form alone: *accepted* ends in *-ed*, *which* is a relative, *was* an auxiliary.

One letter for each class, so that a sentence is a string of them and can be searched like text.

A auxiliary · P past form · S third person · D form in -ed · N participle only · G form in -ing · b s B base or third person
of what may be a noun, or base of what is none · c coordinator · r relative · u subordinator · p preposition or subordinator
t that · d determiner · n pronoun · a according · v adverb · i preposition · o to · , ; marks · Q quotation · q one that ends
in a comma · C capitalised · x any other
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from newsrecon.language_data import data_table
from newsrecon.verbs import forms_of, verbs, word_list

__all__ = [
    "class_before",
    "class_of",
    "classes_of",
    "clause_words",
    "forms_in",
    "is_plural",
    "reporting",
    "reporting_bare",
    "with_a_verb",
]


@cache
def clause_words() -> dict[str, frozenset[str]]:
    """The lists of words by which clauses are told apart."""
    data = data_table("clauses")
    return {key: frozenset(value) for key, value in data.items()}


@cache
def _classes() -> dict[str, str]:
    """The class of every word that the data name; closed classes win over verbs."""
    classes: dict[str, str] = {}
    for verb in verbs().values():
        classes[verb.base] = "b" if verb.is_noun_too else "B"
        classes[verb.third] = "s" if verb.is_noun_too else "S"
        classes.update((form, "D" if form in verb.past else "N") for form in verb.participle)
        classes.update((form, "D" if form in verb.participle else "P") for form in verb.past if form != verb.base)
        classes.update(dict.fromkeys(verb.gerund, "G"))
    # "found" is far more often what was found than a firm that somebody is to found.
    for verb in verbs().values():
        for form in verb.past:
            if form in verbs() and form != verb.base and not verbs()[form].is_noun_too:
                classes[form] = "D" if form in verb.participle else "P"
    classes.update(dict.fromkeys(word_list("not_participles"), "x"))
    words = clause_words()
    for key, letter in (
        ("frozen", "i"),
        ("prepositions_of_place", "i"),
        ("determiners", "d"),
        ("subject_pronouns", "n"),
        ("adverbs", "v"),
        ("coordinators", "c"),
        ("prepositions", "p"),
        ("subordinators", "u"),
        ("relatives", "r"),
    ):
        classes.update(dict.fromkeys(words[key], letter))
    for key in ("be", "have", "do", "modals"):
        classes.update(dict.fromkeys(word_list(key), "A"))
    classes.update(dict.fromkeys(words["not_adverbs"], "x"))
    classes.update({"that": "t", "to": "o", "been": "N", "i": "n", "according": "a"})
    return classes


@lru_cache(maxsize=1 << 16)
def class_of(word: str) -> str:
    """The letter of a word's class, of a mark's, or of a quotation's.

    >>> "".join(class_of(word) for word in ("Rome", "accepted", "the", "letter", ",", "which", "was", "lost"))
    'CDdx,rAD'
    """
    first = word[0]
    if not first.isalnum():
        return {",": ",", ";": ";", ":": ";", "—": ";", "–": ";", "(": "(", ")": ")"}.get(
            first, "." if len(word) == 1 else "q" if word[-2] == "," else "Q"
        )
    low = word.lower()
    known = _classes().get(low)
    if known is not None and (known not in "bBsSDxAPG" or first == low[0]):
        return known
    if first != low[0]:
        return "C"
    if known is not None:
        return known
    if "-" in low:
        return "x"
    if low.endswith("ed") and len(low) > 4:
        return "D"
    if low.endswith("ing") and len(low) > 5:
        return "G"
    return "v" if low.endswith("ly") and len(low) > 4 else "x"


@lru_cache(maxsize=1 << 16)
def _class_in_title(word: str) -> str:
    """The class of a word where every word is capitalised: only verbs beyond doubt and closed classes are told."""
    found = class_of(word)
    low = word.lower()
    if found != "C" or low == word:
        return found
    known = class_of(low) if low in _classes() else "C"
    return known if known in "APSDNcrupidnto" else "C"


def class_before(tags: str, place: int, start: int) -> str:
    """The class of the word before a place, or of the one before an apposition: *Ada Lind, the mayor, | left*.

    >>> class_before("CC,dx,D", 6, 0), class_before("CDxx,dx", 5, 0)
    ('C', ',')
    """
    if place <= start:
        return "."
    opens = tags.rfind(",", max(start, place - _APPOSITION), place - 1) if tags[place - 1] == "," else -1
    return tags[opens - 1] if opens > start else tags[place - 1]


_APPOSITION = 12
"""So many words, two commas among them, may say who somebody is."""


def classes_of(words: Sequence[str]) -> str:
    """The classes of the words of a sentence; in a headline and of a first word, a capital says nothing.

    >>> classes_of(["Rome", "fell", "."]), classes_of(["Voting", "was", "calm", "."])
    ('CP.', 'CAb.')
    """
    tags = "".join(map(class_of, words))
    if 2 * tags.count("C") > len(tags) > 3:
        tags = "".join(map(_class_in_title, words))
    tags = _class_of_first(words[0], tags) + tags[1:] if len(tags) > 1 and tags[0] in "CG" else tags
    if "G" not in tags:
        return tags
    tags = "".join(_nouns(words, _ING_NOUN.sub("x", tags)))
    return "".join(_describing(words, tags)) if _ING_BEFORE_NOUN.search(tags) is not None else tags


def _nouns(words: Sequence[str], tags: str) -> Iterator[str]:
    """The classes, nouns in *-ing* that a verb follows being no verbs: *a tsunami* **warning** *was issued*."""
    for place, tag in enumerate(tags):
        is_noun = tag == "G" and words[place].lower() in clause_words()["nouns_in_ing"]
        yield "x" if is_noun and _NOUN_BEFORE_VERB.match(tags, place) else tag


# warning | was · the Velm crossing | failed
_NOUN_BEFORE_VERB = re.compile(r"(?<=[xC])Gv?[AP]|(?<=dC)Gv?D")


def _describing(words: Sequence[str], tags: str) -> Iterator[str]:
    """The classes, forms in *-ing* that only describe the noun behind them being no verbs: *as* **acting** *mayor*."""
    for place, tag in enumerate(tags):
        describes = tag == "G" and words[place].lower() in clause_words()["describing"]
        yield "x" if describes and _ING_BEFORE_NOUN.match(tags, place) else tag


# acting | mayor
_ING_BEFORE_NOUN = re.compile(r"G(?=[xCs])")
# the painting | was · his killing | of
_ING_NOUN = re.compile(r"(?<=d)G(?=v?[APSi.])")


def _class_of_first(word: str, tags: str) -> str:
    """The class of the first word of a sentence, whose capital says nothing, by the classes of the words.

    A form in *-ing* may be what the sentence is about: *Voting was calm*, *Visiting fans left*, or a name.
    """
    low = word.lower()
    found = class_of(low) if low != word else "C"
    if found == "G" and (_ING_SUBJECT.match(tags) or (low not in _gerunds() and _NAME_IN_ING.match(tags))):
        return "C"
    return found if found in "GDupdnvict" else "C"


# Voting | was · Manning | lost · Visiting fans | threw: what is said of it follows at once
_ING_SUBJECT = re.compile(r"[CG](?:v?[APS]|[xbsC]{1,2}v?[APSD])")
# Emmering | wept · Emmering | , 58, | was
_NAME_IN_ING = re.compile(r"[CG](?:D|,.{1,3},[APSD])")


@cache
def _gerunds() -> frozenset[str]:
    """The forms in *-ing* of the known verbs."""
    return frozenset(form for verb in verbs().values() for form in verb.gerund)


@cache
def reporting() -> frozenset[str]:
    """Every form of the verbs whose content is a clause."""
    return forms_of(clause_words()["reporting"])


@cache
def reporting_bare() -> frozenset[str]:
    """Every form of those whose content may come without *that*."""
    return forms_of(clause_words()["without_that"])


@cache
def forms_in(key: str) -> frozenset[str]:
    """Every form of the verbs of a list."""
    return forms_of(clause_words()[key])


def with_a_verb(words: Sequence[str], tags: str) -> str:
    """The classes of a sentence that has no verb beyond doubt, the first word that agrees with a noun before it being its verb.

    Without a full stop it is no sentence, and may do without: *Peace talks in Geneva*.

    >>> words = "The plan faces criticism .".split()
    >>> with_a_verb(words, "".join(map(class_of, words)))
    'dbPx.'
    """
    if tags[-1:] != "." or words[-1] != ".":
        return tags
    for match in _NOUN_AND_VERB.finditer(tags):
        place = match.start("verb")
        if (tags[place] in "sS") != is_plural(words[match.start()]):
            return f"{tags[:place]}P{tags[place + 1 :]}"
    return tags


# The plan | also | faces | criticism · Unions | fear | layoffs
_NOUN_AND_VERB = re.compile(r"[xCbsn)]v?(?P<verb>[sSbB])(?=[dnxCGotibsQv(])")


def is_plural(word: str) -> bool:
    """Whether a noun has the form of several.

    >>> is_plural("houses"), is_plural("people"), is_plural("bus")
    (True, True, False)
    """
    low = word.lower()
    return low in clause_words()["plurals"] or (low.endswith("s") and not low.endswith(("ss", "us", "is")))
