"""Whether two speakers can be one: *the ministry* and *Russia's foreign ministry*, *Moscow* and *Russia*, a person and a body.

Outlets credit one remark to a minister, to the ministry, to the capital or to the country. None of these contradicts another;
two persons with different names do.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from attrs import field, frozen

from newsrecon.context import Context
from newsrecon.extractors.grammar import words_of_class
from newsrecon.model import Claim
from newsrecon.roles import country_of

__all__ = ["Bond", "Voice", "bond", "strangers", "voice_of"]

WORD = re.compile(r"[^\W\d_]+")
STEM = 6


class Bond(StrEnum):
    """How two speakers stand to each other."""

    SAME = "same"
    RELATED = "related"
    UNKNOWN = "unknown"
    UNCLEAR = "unclear"
    DIFFERENT = "different"


@frozen
class Voice:
    """A speaker: the name made one across the story, and the words and nations in name, phrase and role."""

    key: str | None
    shown: str = field(eq=False)
    type: str | None = field(default=None, eq=False)
    known: bool = field(default=False, eq=False)
    """Whether it is told who this is: by a name, or as a body of a nation."""
    words: frozenset[str] = field(default=frozenset(), eq=False)
    role: frozenset[str] = field(default=frozenset(), eq=False)
    nations: frozenset[str] = field(default=frozenset(), eq=False)


def voice_of(claim: Claim, context: Context) -> Voice:
    """The speaker of a quote claim, by the name that the story's register has for them."""
    name, speaker = claim.value.get("name"), claim.value.get("speaker")
    phrase = speaker["text"] if speaker else None
    if name is not None and claim.value.get("speaker_type", name) is None:
        name, phrase = None, name  # "they" for "port officials"
    if name is None and (phrase is None or phrase.lower() in _pronouns()):
        return Voice(None, "someone unnamed")
    given = name or phrase or ""
    shown = context.names.of(claim.mention.article, given)
    # One outlet gives only the name, another whose minister that is: what the whole story says counts.
    role = "; ".join((claim.value.get("speaker_role") or "", *context.names.roles.get(shown, ())))
    words, nations = _words(shown)
    more, abroad = _words(f"{given} {role}")
    key = shown.casefold() if name is not None else " ".join(sorted(words | nations))
    if not key:
        return Voice(None, shown)
    body = any(word in words_of_class("body_nouns") for word in WORD.findall(shown.casefold()))
    known = name is not None or bool(nations and body)
    return Voice(key, shown, claim.value.get("speaker_type"), known, words, more - words, nations | abroad)


def bond(left: Voice, right: Voice) -> Bond:
    """How two speakers stand to each other.

    >>> here = Voice("anna berg", "Anna Berg", "person", words=frozenset({"anna", "berg"}))
    >>> bond(here, Voice("berg", "Berg", "person", words=frozenset({"berg"}))), bond(here, Voice(None, "she"))
    (<Bond.RELATED: 'related'>, <Bond.UNKNOWN: 'unknown'>)
    """
    if left.key is None or right.key is None:
        return Bond.UNKNOWN
    if left.key == right.key:
        return Bond.SAME
    if left.words and right.words and (left.words <= right.words or right.words <= left.words):
        if _abroad(left, right):
            return Bond.UNCLEAR
        return Bond.SAME if _speaks_for(left, right) or _speaks_for(right, left) else Bond.RELATED
    if _persons(left, right):
        return Bond.DIFFERENT
    if not _abroad(left, right) and (left.nations & right.nations or _member(left, right)):
        return Bond.RELATED
    return Bond.DIFFERENT if left.known and right.known else Bond.UNCLEAR


def strangers(left: Voice, right: Voice) -> bool:
    """Whether two speakers cannot be one, nor one speak for the other: two persons, or two who are known and of two nations."""
    return bond(left, right) is Bond.DIFFERENT and (_persons(left, right) or _abroad(left, right))


def _speaks_for(one: Voice, body: Voice) -> bool:
    """Whether one is nobody but a body's own people: *port officials*, *a spokesman for the port*, and *the Port of Oda*."""
    said = WORD.findall(one.shown.casefold())
    official = not words_of_class("voices_of_bodies").isdisjoint(said)
    return official and not one.known and body.type == "organization" and one.words <= body.words


def _persons(left: Voice, right: Voice) -> bool:
    return left.type == right.type == "person"


def _abroad(left: Voice, right: Voice) -> bool:
    """Whether the two belong to different nations."""
    return bool(left.nations and right.nations and not left.nations & right.nations)


def _member(left: Voice, right: Voice) -> bool:
    """Whether the role of one tells of the other: *the zoo's director* and *the zoo*."""
    return bool(left.role & right.words or right.role & left.words)


@cache
def _pronouns() -> frozenset[str]:
    return words_of_class("subject_pronouns") | words_of_class("relatives") | words_of_class("possessives")


@lru_cache(maxsize=1 << 12)
def _words(phrase: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of a phrase and the codes of the nations it names, by name, adjective or capital."""
    text = phrase.casefold()
    nations: set[str] = set()
    words: set[str] = set()
    passed = (
        words_of_class("person_nouns")
        | words_of_class("document_nouns")
        | words_of_class("prepositions")
        | words_of_class("determiners")
    )
    for word in WORD.findall(text):
        if code := country_of(word):
            nations.add(code)
        elif word not in passed:
            words.add(_stem(word))
    nations.update(code for name, code in _countries_of_words() if name in text)
    return frozenset(words), frozenset(nations)


@cache
def _countries_of_words() -> tuple[tuple[str, str], ...]:
    """The countries whose names are several words, with their codes."""
    from newsrecon import gazetteer

    return tuple((name, code) for name, code in gazetteer.countries().items() if " " in name)


def _stem(word: str) -> str:
    """So much of a word that *minister* and *ministry*, *spokesman* and *spokeswoman* are one."""
    return word[:STEM]
