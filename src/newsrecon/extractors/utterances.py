"""A quote as a set of wordings: what is compared when the same words are looked for in another outlet.

Each sentence of a content is a wording, and so is what stands in quotation marks by itself, for outlets cut and splice. A
word weighs as much as it tells in its story: 1 where nothing else has it, next to nothing where every passage does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from attrs import field, frozen

from newsrecon.context import Context
from newsrecon.extractors.passages import words_of_class
from newsrecon.extractors.voices import Voice, voice_of
from newsrecon.model import Claim

__all__ = ["Likest", "Utterance", "Wording", "likest", "utterance_of"]

WORDS_OF_A_SENTENCE = 5
OF_A_NAME = 0.4
"""How much of its weight a word has that is part of a name, or a number."""
COMMON, LEAST = 0.7, 0.3
"""What is taken off a word's rarity, so that a common word weighs little, and what is left at least."""
ROOT = 7
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NAME = re.compile(r"(?<=\S )[^\W\d_a-z][^\W_]*")
SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[^\s\da-z])| … ")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@frozen(slots=False)
class Wording:
    """The content words of one sentence, or of all that stands in marks, in order."""

    words: tuple[str, ...]
    marked: bool
    """Whether these are words in quotation marks, which outlets give in one order."""

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The words, whatever their order."""
        return frozenset(self.words)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers among the words."""
        return frozenset(word for word in self.words if word[0].isdigit())


@frozen(eq=False, slots=False)
class Utterance:
    """A quote as the matcher sees it."""

    said: tuple[str, ...]
    """The words said, plain: those in marks, where some are."""
    text: tuple[str, ...] = field(repr=False)
    """All words of the content, in marks or not, plain."""
    told: tuple[Wording, ...] = field(repr=False)
    """The content words of each sentence of the whole content; those in marks by themselves, too."""
    sentences: frozenset[tuple[str, ...]] = field(repr=False)
    """The sentences that are long enough to be recognised word for word, plain."""
    weights: Mapping[str, float] = field(repr=False)
    voice: Voice
    names: frozenset[str] = frozenset()
    """Words that name somebody or count something: they say what is spoken of, not what is said of it."""
    negated: bool = False
    nested: bool = False
    """Whether the content is itself a report of what somebody said."""

    @cached_property
    def surfaces(self) -> Mapping[str, str]:
        """For the root of each content word, the word as it stands in the text."""
        from newsrecon.wording import content_words

        found: dict[str, str] = {}
        for word in self.text:
            for part in content_words(word):
                found.setdefault(_root(part), word)
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """All content words."""
        return frozenset(word for sentence in self.told for word in sentence.words)

    def weight(self, word: str) -> float:
        """What a word weighs; a phrase that only the words of one sentence make up weighs as a rare word."""
        return self.weights.get(word, 1.0)


@frozen
class Likest:
    """Two wordings held beside each other."""

    share: float = 0.0
    """How much of the lighter one, by weight, is in the other."""
    told: float = 0.0
    """What the words in common weigh."""
    words: tuple[str, ...] = ()
    marked: bool = False
    """Whether both stand in marks."""
    numbers: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def utterance_of(claim: Claim, context: Context) -> Utterance:
    """The wordings of a quote claim, weighed by what is rare in its story, and the voice that speaks."""
    whole = _text(claim.value.get("content") or ()) or claim.mention.text
    marked = _text(claim.value.get("quoted") or ())
    parts = SENTENCE_END.split(whole)
    sentences = (tuple(_plain(part)) for part in parts)
    text = tuple(_plain(whole))
    names = _names(whole)
    return Utterance(
        tuple(_plain(marked)) if marked else text,
        text,
        _wordings(parts, marked, claim.value.get("form") == "direct"),
        frozenset(words for words in sentences if len(words) >= WORDS_OF_A_SENTENCE),
        _weights(whole, names, context),
        voice_of(claim, context),
        names,
        any(word in words_of_class("negations") or word.endswith("n't") for word in text),
        bool(claim.value.get("nested")),
    )


def _wordings(parts: Iterable[str], marked: str, direct: bool) -> tuple[Wording, ...]:
    in_marks = _roots(marked)
    told = [Wording(in_marks, True)] if in_marks else []
    told += [Wording(words, direct) for part in parts if (words := _roots(part)) and words != in_marks]
    return tuple(dict.fromkeys(told))


def _names(whole: str) -> frozenset[str]:
    return frozenset(root for match in NAME.findall(whole) for root in _roots(match)) | frozenset(NUMBER.findall(whole))


def _weights(whole: str, names: frozenset[str], context: Context) -> Mapping[str, float]:
    from newsrecon.wording import content_words

    most = max(context.rarity("") - COMMON, LEAST)
    weights: dict[str, float] = {}
    for word in content_words(whole):
        root = _root(word)
        weight = max(context.rarity(word) - COMMON, LEAST) / most
        weights[root] = weight * (OF_A_NAME if root in names else 1.0)
    return weights


def _roots(text: str) -> tuple[str, ...]:
    from newsrecon.wording import content_words

    return tuple(map(_root, content_words(text)))


def _root(word: str) -> str:
    """So much of a content word that *productive* and *production* are one, as they are after a second translation."""
    return word[:ROOT].rstrip("aeiouy") or word


def _text(parts: Iterable[Any]) -> str:
    return " … ".join(part["text"] for part in parts)


def _plain(text: str) -> list[str]:
    return [word.replace("’", "'") for word in WORD.findall(text.lower())]


def likest(left: Utterance, right: Utterance) -> Likest:
    """The two wordings that are nearest, one of each."""
    found = [_contained(one, other, left, right) for one in left.told for other in right.told]
    return max(found, key=lambda pair: (pair.share * min(len(pair.words), 3), pair.told, pair.words), default=Likest())


def _contained(one: Wording, other: Wording, left: Utterance, right: Utterance) -> Likest:
    """How much of the lighter of two wordings is in the other, in the same order where both are in marks."""
    shared = one.distinct & other.distinct
    if not shared:
        return Likest()
    marked = one.marked and other.marked
    if marked and len(shared) > 1:
        shared = frozenset(_in_order(one.words, other.words))
    told = sum(min(left.weight(word), right.weight(word)) for word in sorted(shared))
    lighter = min(
        sum(left.weight(word) for word in sorted(one.distinct)),
        sum(right.weight(word) for word in sorted(other.distinct)),
    )
    return Likest(told / lighter, told, tuple(sorted(shared)), marked, (one.numbers, other.numbers))


def _in_order(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The longest run of words, with gaps, that two wordings have in the same order (Wagner and Fischer 1974)."""
    common = set(one) & set(other)
    one, other = (tuple(word for word in words if word in common) for words in (one, other))
    best: list[tuple[str, ...]] = [()] * (len(other) + 1)
    for word in one:
        before: tuple[str, ...] = ()
        for place, rival in enumerate(other, 1):
            above = best[place]
            best[place] = (*before, word) if word == rival else max(above, best[place - 1], key=len)
            before = above
    return best[-1]
