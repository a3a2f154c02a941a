"""The verb that tells what a clause states: *was* **closed**, *had not yet* **arrived**, **was** *a nurse*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from newsrecon.clauses import Clause
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.statement_words import words_of
from newsrecon.text import end_of_word
from newsrecon.verbs import verbs, word_list
from newsrecon.word_classes import clause_words

__all__ = ["does_it_to_self", "predicate", "with_particle"]


@cache
def _auxiliaries() -> tuple[frozenset[str], frozenset[str]]:
    be = frozenset(word_list("be")) | {"been", "being", "be"} | _getting()
    return be, be | frozenset(word_list("have")) | frozenset(word_list("do")) | frozenset(word_list("modals"))


def predicate(low: Sequence[str], clause: Clause, text: str) -> tuple[str, bool]:
    """The verb that says what is so, in the form it has here, and whether the subject suffers it.

    `low` has the words of the clause as it is shown, in lower case. An auxiliary is the verb where no other follows it.
    """
    if clause.verb is None:
        return "", False
    be, auxiliaries = _auxiliaries()
    first = clause.verb.of(text).lower().replace("’", "'")
    place = low.index(first) if first in low else 0
    passive, auxiliary = place > 0 and low[place - 1] == "being", ""  # after | being shot
    near = low[place : place + 7]
    for before, word, behind in zip(["", *near], near, [*near[1:], ""], strict=False):
        if before and word in _getting() and (behind in words_of_class("determiners") or behind[:1].isdigit()):
            return word, False  # *will not* **get** *a bonus*
        if word in auxiliaries or word.endswith("ly") or word in _between():
            passive = word in be if word in auxiliaries else passive and word != "to"  # is to | close
            auxiliary = word if word in auxiliaries else auxiliary
            continue
        participle = word.endswith(("ed", "ing")) or word in _participles()
        if (auxiliary in word_list("have") or auxiliary in _getting()) and not participle and before != "to":
            return first, False  # *had winds of 120 km/h*, *got 54 percent*
        if auxiliary and (word in _no_verbs() or word[0].isdigit() or _is_name(word, clause.span.of(text))):
            return first, False  # *was a nurse*, *was Ana Holm*
        return word, (passive or clause.kind == "participle") and (word.endswith("ed") or word in _participles())
    return first, False


def _is_name(word: str, text: str) -> bool:
    """Whether a word in lower case stands in a text with a capital only, and not all in capitals."""
    return f" {word}" not in text and f" {word.capitalize()}" in text


@cache
def _getting() -> frozenset[str]:
    """Forms that are passive in front of a participle: *got* **elected**."""
    return frozenset(("get", "got", "gets", "getting"))


def does_it_to_self(text: str, verb: str) -> bool:
    """Whether right behind its verb stands who does it: *shot himself*."""
    end = end_of_word(text, verb)
    behind = text[end:].split(maxsplit=1) if end >= 0 else []
    return bool(behind) and behind[0].rstrip(".,;:!?") in words_of("reflexives")


@cache
def _no_verbs() -> frozenset[str]:
    """Words behind an auxiliary that show that it is the verb itself: *was* **a** *nurse*, *is* **in** *Sund*."""
    return words_of_class("determiners") | words_of_class("possessives") | words_of_class("prepositions")


@cache
def _between() -> frozenset[str]:
    """Words that stand between an auxiliary and its verb: *had not* **yet** *arrived*."""
    return words_of_class("adverbs") | clause_words()["also_adverbs"] | words_of("before_verbs")


@cache
def _participles() -> frozenset[str]:
    return frozenset(form for verb in verbs().values() for form in verb.participle)


def with_particle(text: str, verb: str) -> str:
    """A verb that tells nothing by itself with the particle behind it: *go off*, *get in* through a window; else nothing."""
    base = _empty_bases().get(verb)
    low = text.lower()
    end = end_of_word(low, verb) if base else -1
    behind = low[end : end + _PARTICLE].split(maxsplit=2) if end >= 0 else []
    particle = behind[0].rstrip(".,;:") if behind else ""
    if particle == "in":
        alone = len(behind) < 2 or behind[1] in words_of_class("prepositions")  # not: got in | a car
        return f"{base} in" if alone else ""
    return f"{base} {particle}" if particle in words_of("particles") or particle in words_of("verb_nouns") else ""


_PARTICLE = 20
"""So many characters hold any particle, and the word behind it."""


@cache
def _empty_bases() -> Mapping[str, str]:
    """The verb of each form of those that tell nothing by themselves."""
    return {form: base for base in sorted(words_of("empty")) if base in verbs() for form in verbs()[base].forms}
