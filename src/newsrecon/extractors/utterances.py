"""A quote as a set of wordings: what is compared when the same words are looked for in another outlet.

Each sentence of a content is a wording, and so is what stands in quotation marks by itself, for outlets cut and splice. A
word weighs as much as it tells in its story: 1 where nothing else has it, next to nothing where every passage does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import Any

from attrs import field, frozen

from newsrecon.clauses import clauses
from newsrecon.context import Context
from newsrecon.extractors.contraries import Affirmed, affirmed
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.statement_words import words_of
from newsrecon.extractors.voices import Voice, voice_of
from newsrecon.model import Claim
from newsrecon.span import Span
from newsrecon.wording import content_words

__all__ = ["Likest", "Utterance", "Wording", "likest", "more_of_one_remark", "utterance_of"]

WORDS_OF_A_SENTENCE = 5
OF_A_NAME = 0.4
"""How much of its weight a word has that is part of a name, or a number."""
COMMON, LEAST = 0.7, 0.3
"""What is taken off a word's rarity, so that a common word weighs little, and what is left at least."""
RAREST = 1.0
"""What a word weighs that nothing else in its story has."""
WORTH_ORDERING = 1.0
"""What words in common must weigh before their order is looked at: less is too little in any order."""
DENIAL = 0.8
"""What it weighs that both say of one thing that it is not so: few remarks of a story deny anything."""
STANCES = frozenset({"praise", "blame"})
"""Classes of cues that say of what is spoken of that it is good, or bad."""
WORDS_DENIED = 3
"""Content words behind a negation that it may bear on."""
REWORDED = 0.25
"""So much of a part may be in other words than the fuller utterance has, so that this still says more of the same."""
ROOT = 7
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NAME = re.compile(r"(?<=\S )[^\W\d_a-z][^\W_]*")
SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[^\s\da-z])| … (?![a-z])")
CLAUSE_END = re.compile(r",\s|\s[–—-]\s|\s(?:and|but|because|so|while|when|after|before|which|who|although)\s")
# not | appear to be attacking
DENIED = re.compile(r"(?<![\w'])(?=(?P<negation>[a-z']{1,14})(?P<behind>[^.,;:!?…]{0,60}))")
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,120}[)\]]")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@frozen(slots=False)
class Wording:
    """The content words of one sentence, or of all that stands in marks, in order."""

    words: tuple[str, ...]
    marked: bool
    """Whether these are words in quotation marks, which outlets give in one order."""
    weight: float = field(eq=False)
    """What its distinct words weigh together."""
    denied: frozenset[str] = field(default=frozenset(), eq=False)
    """The words that stand right behind a negation: what is said not to be."""

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
    denied: frozenset[str] = field(default=frozenset(), repr=False)
    """Words right behind a negation: of what it is said that it is not so."""
    contraries: Mapping[str, str] = field(factory=dict, repr=False)
    """For each word that stands for a denial of its contrary, that denial as it is written."""
    _as_written: frozenset[str] = field(default=frozenset(), repr=False)
    """The content words as they are written, where some stand for others."""
    quoted: bool = False
    """Whether any of it stands in marks."""
    nested: bool = False
    """Whether the content is itself a report of what somebody said."""
    content: str = field(default="", repr=False)
    """The content as it stands in the text."""
    withheld: bool = False
    """Whether the speaker denies it, or is told not to have said it."""
    stance: str = ""
    """What the speaker makes of it: `praise`, `blame`, or nothing that the verb would tell."""

    @cached_property
    def surfaces(self) -> Mapping[str, str]:
        """For the root of each content word, the word as it stands in the text."""
        found: dict[str, str] = {}
        for word in self.text:
            for part in content_words(word):
                found.setdefault(_root(part), word)
        return {**found, **self.contraries}

    @cached_property
    def words(self) -> frozenset[str]:
        """All content words."""
        return frozenset(word for sentence in self.told for word in sentence.words)

    @cached_property
    def words_as_written(self) -> frozenset[str]:
        """All content words, with each denied word itself and not its contrary."""
        return self._as_written or self.words

    def weight(self, word: str) -> float:
        """What a word weighs; a phrase that only the words of one sentence make up weighs as a rare word."""
        return self.weights.get(word, RAREST)


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
    direct = claim.value.get("form") == "direct"
    sentences = (tuple(_plain(part)) for part in SENTENCE_END.split(whole))
    text = tuple(_plain(whole))
    negations = words_of_class("negations")
    negated = any(word in negations or word.endswith("n't") for word in text)
    told = affirmed(whole) if negated else Affirmed(whole)
    contraries = {root: phrase for contrary, phrase in told.stands_for.items() for root in _roots(contrary)}
    parts = SENTENCE_END.split(told.text)
    names = _names(whole)
    weights = _weights(told.text, names, context)
    return Utterance(
        tuple(_plain(marked)) if marked else text,
        text,
        (
            *_wordings(parts, affirmed(marked).text if contraries else marked, direct, weights),
            *_clauses(parts if contraries else (), contraries, direct, weights),
        ),
        frozenset(words for words in sentences if len(words) >= WORDS_OF_A_SENTENCE),
        weights,
        voice_of(claim, context),
        names,
        negated,
        _denied(parts) if negated else frozenset(),
        contraries,
        frozenset(_roots(whole)) if contraries else frozenset(),
        bool(marked) or direct,
        bool(claim.value.get("nested")),
        whole,
        claim.value.get("class") == "deny" or bool(claim.value.get("negated")),
        claim.value["class"] if claim.value.get("class") in STANCES else "",
    )


def _wordings(parts: Iterable[str], marked: str, direct: bool, weights: Mapping[str, float]) -> tuple[Wording, ...]:
    quoted = _roots(marked)
    told = [_wording(quoted, True, weights)] if quoted else []
    told += [_wording(words, direct, weights) for part in parts if (words := _roots(part)) and words != quoted]
    return tuple(dict.fromkeys(told))


def _clauses(
    parts: Iterable[str], contraries: Collection[str], direct: bool, weights: Mapping[str, float]
) -> Iterator[Wording]:
    """The clauses that deny what has a contrary, where a sentence has others: each is a remark in few words."""
    for part in parts:
        clauses = CLAUSE_END.split(part)
        for clause in clauses if len(clauses) > 1 else ():
            words = _roots(clause)
            if not set(words).isdisjoint(contraries):
                yield _wording(words, direct, weights)


def _wording(words: tuple[str, ...], marked: bool, weights: Mapping[str, float]) -> Wording:
    return Wording(words, marked, sum(weights.get(word, RAREST) for word in sorted(set(words))))


def _denied(parts: Iterable[str]) -> frozenset[str]:
    """The roots of the words that a negation stands before: *did not appear to* **attack**."""
    found: set[str] = set()
    for part in parts:
        for match in DENIED.finditer(part.lower().replace("’", "'")):
            if match["negation"] in words_of_class("negations") or match["negation"].endswith("n't"):
                found.update(_roots(match["behind"])[:WORDS_DENIED])
    return frozenset(found)


def _names(whole: str) -> frozenset[str]:
    return frozenset(root for match in NAME.findall(whole) for root in _roots(match)) | frozenset(NUMBER.findall(whole))


def _weights(whole: str, names: frozenset[str], context: Context) -> Mapping[str, float]:
    most = max(context.rarity("") - COMMON, LEAST)
    weights: dict[str, float] = {}
    for word in _content_words(whole):
        root = _root(word)
        weight = max(context.rarity(word) - COMMON, LEAST) / most
        weights[root] = weight * (OF_A_NAME if root in names else 1.0)
    return weights


def more_of_one_remark(fuller: Utterance, part: Utterance) -> tuple[str, ...]:
    """What the fuller of two utterances says more of the remark that has the words said in the other, as it is written.

    A remark is a main clause and what hangs on it; others are other remarks. What stands in brackets is the outlet's. Where the
    other has much that is not in the fuller one, it is put in other words, and which says more is not told.
    """
    said, known = set(_roots(" ".join(part.said))), set(_roots(part.content))
    if len(known - set(_roots(fuller.content))) > REWORDED * len(known):
        return ()
    remarks = [_roots(remark) for remark in _remarks(BRACKETS.sub(" ", fuller.content))]
    nearest = max(remarks, key=lambda words: len(said.intersection(words)), default=())
    more = tuple(dict.fromkeys(root for root in nearest if root not in known))
    return tuple(fuller.surfaces.get(root, root) for root in more) if set(more) - _light() else ()


@cache
def _light() -> frozenset[str]:
    """Roots of words that tell little in any story."""
    return frozenset(_roots(" ".join(sorted(words_of("light") | words_of("descriptions")))))


def _remarks(text: str) -> Iterator[str]:
    """The main clauses of a text, each with those that hang on it."""
    for sentence in SENTENCE_END.split(text):
        start = 0
        for clause in clauses(sentence, [Span(0, len(sentence))]):
            if clause.kind in ("main", "coordinated") and clause.span.start > start:
                yield sentence[start : clause.span.start]
                start = clause.span.start
        yield sentence[start:]


def _roots(text: str) -> tuple[str, ...]:
    return tuple(map(_root, _content_words(text)))


def _content_words(text: str) -> tuple[str, ...]:
    """The content words of a text, none of them a contraction such as *wasn't*: what it denies is kept apart."""
    words = content_words(text)
    contracted = _contractions()
    return words if contracted.isdisjoint(words) else tuple([word for word in words if word not in contracted])


@cache
def _contractions() -> frozenset[str]:
    return frozenset(f"{verb}nt" for verb in words_of_class("negatable"))


@lru_cache(maxsize=1 << 15)
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
    told = _told(shared, left, right)
    if marked and told >= WORTH_ORDERING:
        shared = frozenset(_in_order(one.words, other.words))
        told = _told(shared, left, right)
    agreed = DENIAL if shared & left.denied & right.denied else 0.0
    told += agreed
    share = told / (min(one.weight, other.weight) + agreed)
    return Likest(share, told, tuple(sorted(shared)), marked, (one.numbers, other.numbers))


def _told(shared: frozenset[str], left: Utterance, right: Utterance) -> float:
    here, there = left.weights, right.weights
    return sum(min(here.get(word, RAREST), there.get(word, RAREST)) for word in sorted(shared))


def _in_order(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The longest run of words, with gaps, that two wordings have in the same order (Wagner and Fischer 1974)."""
    here, there = frozenset(one), frozenset(other)
    one, other = tuple(word for word in one if word in there), tuple(word for word in other if word in here)
    if one == other:
        return one  # as where an outlet only cut
    longest = [[0] * (len(other) + 1)]
    for word in one:
        above, row = longest[-1], [0]
        for place, rival in enumerate(other):
            row.append(above[place] + 1 if word == rival else max(above[place + 1], row[place]))
        longest.append(row)
    found: list[str] = []
    here_at, there_at = len(one), len(other)
    while here_at and there_at:
        if one[here_at - 1] == other[there_at - 1]:
            here_at, there_at = here_at - 1, there_at - 1
            found.append(one[here_at])
        elif longest[here_at - 1][there_at] >= longest[here_at][there_at - 1]:
            here_at -= 1
        else:
            there_at -= 1
    return tuple(reversed(found))
