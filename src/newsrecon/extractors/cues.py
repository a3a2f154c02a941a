"""Words that report speech: *said*, *has warned*, *according to*, their classes, and what each may govern.

The lexicon is data (`cues.toml`): lemmas by class, each with its constructions. Forms are derived here by the rules of
English spelling, so that adding a verb is adding a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from attrs import frozen

from newsrecon.language_data import data_table
from newsrecon.verbs import doublings

__all__ = ["ATTITUDES", "Cue", "Lexicon", "inflections", "lexicon"]

ATTITUDES = frozenset({"believe", "intend", "evaluate"})
"""Classes of verbs that tell what somebody thinks or wants, not that it was said."""
VOWELS = frozenset("aeiou")
CLASSES_THAT_ARE_NONE = frozenset({"irregular", "nouns_too", "clarity", "phrases"})


@frozen
class Cue:
    """One form of a word that reports speech."""

    lemma: str
    group: str
    """The class: say, claim, ask, deny, praise, warn, promise and so on."""
    form: str
    """Which form this is: base, third (says), past (said, also where it is a participle), participle, or ing."""
    governs: frozenset[str]
    """Constructions in which it reports, as listed in the data."""

    @property
    def speaks(self) -> bool:
        """Whether a direct quotation may be its object."""
        return "quote" in self.governs

    @property
    def is_attitude(self) -> bool:
        """Whether it tells what somebody thinks or wants, not that they said so."""
        return self.group in ATTITUDES


@frozen(eq=False)
class Lexicon:
    """All forms of all cues, and the nouns that name an utterance (his *claim* that …)."""

    forms: Mapping[str, Cue]
    nouns: frozenset[str]
    also_nouns: frozenset[str]
    """Lemmas that are nouns as well: *report*, *claim*."""
    saying: Mapping[str, Cue]
    """The forms of cues that are no attitudes."""
    clarity: frozenset[str]
    """Words that make a verb before them one of speech: *made it* **clear**."""
    clarifying: Mapping[str, Cue]
    """The forms of such verbs, which report nothing by themselves."""

    @cached_property
    def speech(self) -> frozenset[str]:
        """The words at which something is said: *said*, *according*."""
        return frozenset(self.saying) | self.clarity | {"according"}

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words at which a report may be found, if they are what they look like."""
        return frozenset(self.forms) | self.nouns | self.clarity | {"according", "per"}


def inflections(
    lemma: str, past: str | None = None, participle: str | None = None, *, doubled: bool = False
) -> dict[str, str]:
    """The forms of an English verb; irregular ones are given.

    >>> inflections("deny")
    {'base': 'deny', 'third': 'denies', 'past': 'denied', 'participle': 'denied', 'ing': 'denying'}
    >>> inflections("admit", doubled=True)["ing"], inflections("write", "wrote", "written")["participle"]
    ('admitting', 'written')
    """
    last, before = lemma[-1], lemma[-2]
    stem = lemma + last if doubled else lemma
    third, regular, ing = lemma + "s", stem + "ed", stem + "ing"
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = lemma + "es"
    elif last == "y" and before not in VOWELS:
        third, regular = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif last == "e":
        regular, ing = lemma + "d", lemma[:-1] + "ing" if before not in "eoy" else lemma + "ing"
    past = past or regular
    return {"base": lemma, "third": third, "past": past, "participle": participle or past, "ing": ing}


@cache
def lexicon() -> Lexicon:
    """The packaged lexicon, read once."""
    table = data_table("cues")
    forms: dict[str, Cue] = {}
    for word, cue in _forms(table):
        forms.setdefault(word, cue)
    return Lexicon(
        forms,
        nouns=frozenset(table["phrases"]["noun"]),
        also_nouns=frozenset(table["nouns_too"]["verbs"]),
        saying={word: cue for word, cue in forms.items() if not cue.is_attitude},
        clarity=frozenset(table["clarity"]["words"]),
        clarifying=dict(_clarifying(table["clarity"])),
    )


def _clarifying(table: Mapping[str, Any]) -> Iterator[tuple[str, Cue]]:
    for lemma, past in table["verbs"].items():
        for form, word in inflections(lemma, past).items():
            yield word, Cue(lemma, "say", "past" if form == "participle" else form, frozenset(table["governs"].split()))


def _forms(table: Mapping[str, Any]) -> Iterator[tuple[str, Cue]]:
    for group, verbs in table.items():
        if group in CLASSES_THAT_ARE_NONE:
            continue
        for lemma, constructions in verbs.items():
            governs = frozenset(constructions.split())
            for doubling in doublings(lemma):
                forms = inflections(lemma, *table["irregular"].get(lemma, ()), doubled=doubling)
                for form in ("past", "base", "third", "participle", "ing"):
                    yield forms[form], Cue(lemma, group, form, governs)
