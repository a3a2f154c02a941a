"""The verbs of English news text and their forms: *take, takes, took, taken, taking*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from attrs import frozen

from newsrecon.language_data import data_table
from newsrecon.text import one_of

__all__ = ["Verb", "doublings", "forms_of", "is_to_come", "pasts", "verbs", "word_list"]

_VOWELS = "aeiou"


@frozen
class Verb:
    """A verb by its forms; a few have two in the past, and a few are spelt in two ways."""

    base: str
    third: str
    past: tuple[str, ...]
    participle: tuple[str, ...]
    gerund: tuple[str, ...]
    is_noun_too: bool
    """Whether the base and the third person are more often a noun: *attack*, *plans*."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form, the base first."""
        return (self.base, self.third, *self.past, *self.participle, *self.gerund)


def word_list(key: str) -> tuple[str, ...]:
    """A closed list of words of the verb data, such as the forms of *be*."""
    found = data_table("verbs")[key]
    return tuple(found.split() if isinstance(found, str) else found)


@cache
def verbs() -> Mapping[str, Verb]:
    """The verbs by their base forms, irregular ones first.

    >>> verbs()["take"].forms, verbs()["deny"].forms
    (('take', 'takes', 'took', 'taken', 'taking'), ('deny', 'denies', 'denied', 'denied', 'denying'))
    """
    nouns = frozenset(word_list("nouns_too"))
    made: dict[str, Verb] = {}
    for entry in str(data_table("verbs")["irregular"]).split(";"):
        base, *told = entry.split()
        past, participle = (tuple(forms.split("/")) for forms in told)
        made[base] = Verb(base, _third(base), past, participle, _with(base, "ing"), base in nouns)
    for base in word_list("regular"):
        past = _with(base, "ed")
        made.setdefault(base, Verb(base, _third(base), past, past, _with(base, "ing"), base in nouns))
    return made


def forms_of(bases: Iterable[str]) -> frozenset[str]:
    """Every form of some verbs."""
    known = verbs()
    return frozenset(form for base in bases for form in (known[base].forms if base in known else (base,)))


@cache
def pasts() -> frozenset[str]:
    """The forms that are a verb's past and nothing else: *threw*, *was*; not *called*, which may be a participle."""
    participles = {form for verb in verbs().values() for form in verb.participle}
    forms = {form for verb in verbs().values() for form in verb.past} - participles - verbs().keys()
    return frozenset(forms - set(word_list("not_participles")) | {"was", "had"})


def is_to_come(text: str) -> bool:
    """Whether a clause tells of what is to come.

    >>> [is_to_come(text) for text in ("They will leave.", "It is expected to close in June.", "They left.")]
    [True, True, False]
    """
    return _to_come().search(text.lower()) is not None


@cache
def _to_come() -> re.Pattern[str]:
    ahead, to_come = one_of(word_list("ahead")), one_of(word_list("to_come"))
    return re.compile(rf"\b(?:{ahead}|(?:is|are|was|were)\s+(?:now\s+|still\s+)?(?:{to_come}))\b|['’]ll\b")


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _with(base: str, ending: str) -> tuple[str, ...]:
    """The base with *-ed* or *-ing*, in each spelling: *denied*, *planning*, *making*, *labeled* and *labelled*."""
    if ending == "ed" and base.endswith("y") and base[-2] not in _VOWELS:
        return (base[:-1] + "ied",)
    if base.endswith("ie"):
        return (base[:-2] + "ying" if ending == "ing" else base + "d",)
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return (base[:-1] + ending,)
    if base.endswith(("ee", "ye", "oe")) and ending == "ed":
        return (base + "d",)
    if base.endswith("c"):
        return (base + "k" + ending,)  # panicked
    return tuple(base + base[-1] + ending if doubled else base + ending for doubled in doublings(base))


def doublings(base: str) -> tuple[bool, ...]:
    """Whether the last consonant of a verb is doubled before an ending; both where it is spelt in two ways, America's first.

    >>> doublings("visit"), doublings("admit"), doublings("travel")
    ((False,), (True,), (False, True))
    """
    if base in _of_two_spellings():
        return False, True
    return (_is_short(base) or base in _doubled(),)


@cache
def _doubled() -> frozenset[str]:
    return frozenset(word_list("doubled"))


@cache
def _of_two_spellings() -> frozenset[str]:
    return frozenset(word_list("doubled_or_not"))


def _is_short(base: str) -> bool:
    """Whether a verb has one syllable that ends in one vowel and one consonant: *plan*, *stop*, not *wait*."""
    vowels = sum(letter in _VOWELS + "y" for letter in base)
    return len(base) > 2 and vowels == 1 and base[-2] in _VOWELS and base[-1] not in _VOWELS + "ywx"
