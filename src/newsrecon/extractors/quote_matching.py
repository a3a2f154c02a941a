"""The same utterance in several outlets: identical, cut, quoted in part, re-translated, or quoted here and reported there.

Theory of operation. Two questions are kept apart. *One utterance?* The rarer content words of the shorter wording must be in
the longer one (containment weighted by rarity, so that what everybody in the story says tells little), more surely so the
fewer words there are and the less the speakers are known to be one. Different numbers, a negation on one side only, and two
speakers who have nothing to do with each other speak against it. *And what does one say about the other?* The same words of
the same speaker are equal, the fuller wording refines the part, rewordings overlap, and the same words credited to two who
cannot be one are a dispute over who said them.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from functools import cached_property
from itertools import combinations, pairwise
from typing import Any

from attrs import field, frozen

from newsrecon.context import Context
from newsrecon.extractors.passages import words_of_class
from newsrecon.extractors.voices import Bond, Voice, bond, strangers, voice_of
from newsrecon.matching import Entailment, Likeness, Matcher, Relation
from newsrecon.model import Claim

__all__ = ["Utterance", "quote_matcher"]

THRESHOLD = 0.5
RAREST = 4
"""Words of a quote that each two of which make a block."""
NEEDED = {Bond.SAME: 0.50, Bond.RELATED: 0.55, Bond.UNKNOWN: 0.60, Bond.UNCLEAR: 0.88, Bond.DIFFERENT: 0.60}
"""How much of the shorter wording must be in the longer one, by how sure it is that one person speaks."""
WORDS_OF_A_SENTENCE = 5
WORDS_SHOWN = 8
WORDS_OF_A_DISPUTE = 5
OF_A_NAME = 0.4
"""How much of its weight a word has that is part of a name, or a number."""
FEW_WORDS = 0.08
"""How much more is needed where only two words are shared."""
ROOT = 7
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NAME = re.compile(r"(?<=\S )[^\W\d_a-z][^\W_]*")
SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[^\s\da-z])| … ")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@frozen(eq=False, slots=False)
class Utterance:
    """A quote as the matcher sees it."""

    said: tuple[str, ...]
    """The words said, plain: those in marks, where some are."""
    text: tuple[str, ...] = field(repr=False)
    """All words of the content, in marks or not, plain."""
    told: tuple[tuple[str, ...], ...] = field(repr=False)
    """Content words of each sentence of the whole content, in order; those in marks by themselves, too."""
    sentences: frozenset[tuple[str, ...]] = field(repr=False)
    """The sentences that are long enough to be recognised word for word, plain."""
    weights: Mapping[str, float] = field(repr=False)
    voice: Voice
    numbers: frozenset[str] = frozenset()
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
        return frozenset(word for sentence in self.told for word in sentence)


def quote_matcher() -> Matcher[Utterance]:
    """The matcher of quotes."""
    return Matcher("quote", read=_read, keys=_keys, same=_same, relate=_relate, variant=_variant, threshold=THRESHOLD)


def _read(claim: Claim, context: Context) -> Utterance:
    from newsrecon.wording import content_words

    whole = _text(claim.value.get("content") or ()) or claim.mention.text
    marked = _text(claim.value.get("quoted") or ())
    parts = SENTENCE_END.split(whole)
    sentences = [content_words(part) for part in parts]
    plain = (tuple(_plain(part)) for part in parts)
    wordings = [words for words in [*sentences, content_words(marked)] if words]
    told = [tuple(_root(word) for word in words) for words in wordings]
    numbers = frozenset(NUMBER.findall(whole))
    named = {_root(word) for match in NAME.findall(whole) for word in content_words(match)} | numbers
    weights = {_root(word): max(context.rarity(word) - 0.7, 0.3) for words in wordings for word in words}
    return Utterance(
        tuple(_plain(marked or whole)),
        tuple(_plain(whole)),
        tuple(dict.fromkeys(told)),
        frozenset(words for words in plain if len(words) >= WORDS_OF_A_SENTENCE),
        {word: weight * (OF_A_NAME if word in named else 1.0) for word, weight in weights.items()},
        voice_of(claim, context),
        numbers,
        frozenset(named),
        any(word in words_of_class("negations") or word.endswith("n't") for word in _plain(whole)),
        bool(claim.value.get("nested")),
    )


def _root(word: str) -> str:
    """So much of a content word that *productive* and *production* are one, as they are after a second translation."""
    return word[:ROOT].rstrip("aeiouy") or word


def _text(parts: Iterable[Any]) -> str:
    return " … ".join(part["text"] for part in parts)


def _plain(text: str) -> list[str]:
    return [word.replace("’", "'") for word in WORD.findall(text.lower())]


def _keys(one: Utterance) -> Iterable[Hashable]:
    """Neighbouring content words and each two of the rarest; none for what is too short to be recognised again."""
    if len(one.words) < (2 if one.voice.key is not None else 3):
        return sorted(one.sentences) if one.voice.key is not None else ()
    keys: list[Hashable] = []
    for sentence in one.told:
        keys += [tuple(sorted(pair)) for pair in pairwise(sentence) if pair[0] != pair[1]]
        rarest = sorted(set(sentence), key=lambda word: (-one.weights[word], word))[:RAREST]
        keys += [tuple(sorted(pair)) for pair in combinations(rarest, 2)]
    return dict.fromkeys([*keys, *sorted(one.sentences)])


def _same(left: Utterance, right: Utterance) -> Likeness:
    if left.nested != right.nested:
        return Likeness(0.0, "one reports what the other is said to have said", veto=True)
    tie = bond(left.voice, right.voice)
    if left.said == right.said and tie in (Bond.SAME, Bond.RELATED):
        return Likeness(1.0, f"both quote {_shown(left.said)}; {_on_speakers(tie, left, right)}")
    if left.numbers and right.numbers and not (left.numbers <= right.numbers or right.numbers <= left.numbers):
        return Likeness(0.0, f"the numbers differ: {_listed(left.numbers)} and {_listed(right.numbers)}", veto=True)
    if left.sentences & right.sentences and tie is not Bond.DIFFERENT:
        return Likeness(
            1.0, f"both quote {_shown(min(left.sentences & right.sentences))}; {_on_speakers(tie, left, right)}"
        )
    share, words = _best(left, right)
    reason = f"both have {_in_text(words, left, right)}" if words else "they have no telling word in common"
    telling = [word for word in words if word not in left.names and word not in right.names]
    if len(telling) < (2 if tie is Bond.SAME else 3):
        # One word in common never joins; of two speakers who are strangers it keeps them apart for good.
        return Likeness(0.0, f"{reason}, which is too little", veto=tie is Bond.DIFFERENT)
    if left.negated != right.negated and left.words == right.words:
        return Likeness(0.0, f"{reason}, but one denies what the other says", veto=True)
    if tie is Bond.DIFFERENT and not _is_dispute(left, right):
        return Likeness(0.0, f"{reason}, but {left.voice.shown} and {right.voice.shown} are two speakers", veto=True)
    needed = NEEDED[tie] + (FEW_WORDS if len(telling) == 2 else 0.0)
    return Likeness(_scaled(share, needed), f"{reason}; {_on_speakers(tie, left, right)}")


def _scaled(share: float, needed: float) -> float:
    """A share as a score: the threshold where it is what is needed, 1 where it is all."""
    if share >= needed:
        return min(1.0, THRESHOLD + (share - needed) / (1 - needed) * (1 - THRESHOLD)) if needed < 1 else 1.0
    return THRESHOLD * share / needed


def _best(left: Utterance, right: Utterance) -> tuple[float, tuple[str, ...]]:
    """How much of one sentence is in one of the other's, for the two that are nearest, and the words they share."""
    weights = {**left.weights, **right.weights}
    found = [_contained(one, other, weights) for one in left.told for other in right.told]
    return max(found, key=lambda item: (item[0] * min(len(item[1]), 3), len(item[1]), item[1]), default=(0.0, ()))


def _contained(
    one: tuple[str, ...], other: tuple[str, ...], weights: Mapping[str, float]
) -> tuple[float, tuple[str, ...]]:
    """How much of the lighter of two wordings is in the other, by weight, and the words in common."""
    here, there = set(one), set(other)
    shared = tuple(sorted(here & there))
    if not shared:
        return 0.0, ()
    lighter = min(sum(weights[word] for word in sorted(side)) for side in (here, there))
    return sum(weights[word] for word in shared) / lighter, shared


def _is_dispute(left: Utterance, right: Utterance) -> bool:
    """Whether two strangers are credited with words so near each other that only who said them can differ."""
    share, words = _best(left, right)
    telling = [word for word in words if word not in left.names and word not in right.names]
    enough = share >= NEEDED[Bond.DIFFERENT] and len(telling) >= WORDS_OF_A_DISPUTE
    return enough and strangers(left.voice, right.voice)


def _relate(left: Utterance, right: Utterance) -> Entailment:
    if _is_dispute(left, right):
        return Entailment(
            Relation.CONFLICTS,
            f"{_in_text(_best(left, right)[1], left, right)} are credited to {left.voice.shown} and to {right.voice.shown}",
        )
    if left.voice.key == right.voice.key and left.said == right.said:
        return Entailment(Relation.EQUAL, "the same words")
    if _has(left, right):
        return Entailment(Relation.REFINES, f"{_shown(left.said)} has all of {_shown(right.said)}")
    if _has(right, left):
        return Entailment(Relation.REFINED_BY, f"{_shown(right.said)} has all of {_shown(left.said)}")
    return Entailment(Relation.OVERLAPS, f"{_shown(left.said)} and {_shown(right.said)} are two wordings")


def _has(fuller: Utterance, part: Utterance) -> bool:
    """Whether one has the words of the other in their order, and a speaker who is as well known."""
    if part.voice.key not in (None, fuller.voice.key) or len(fuller.said) < len(part.said):
        return False
    rest = iter(fuller.said)
    return all(word in rest for word in part.said)


def _variant(one: Utterance) -> Hashable:
    return one.said, one.voice.key


def _on_speakers(tie: Bond, left: Utterance, right: Utterance) -> str:
    if tie is Bond.SAME:
        return f"the speaker is {left.voice.shown}"
    if tie is Bond.UNKNOWN:
        return "not both speakers are known"
    names = " and ".join(sorted({left.voice.shown, right.voice.shown}))
    return f"{names} go together" if tie is Bond.RELATED else f"{names} are given as speakers"


def _shown(words: tuple[str, ...]) -> str:
    text = " ".join(words)
    return f"“{text}”" if len(text) <= 60 else f"“{text[:57]}…”"


def _in_text(roots: Iterable[str], left: Utterance, right: Utterance) -> str:
    """The shared words as they stand in the texts, in the order of the first."""
    # What several words stand for together is no word of the text.
    known = [root for root in roots if root in left.surfaces and root in right.surfaces]
    pairs = {root: (left.surfaces[root], right.surfaces[root]) for root in known}
    order = {word: place for place, word in reversed(list(enumerate(left.text)))}
    ordered = sorted(pairs.values(), key=lambda pair: (order.get(pair[0], 0), pair))
    shown = [f"“{one}”" if one == two else f"“{one}” (“{two}”)" for one, two in ordered[:WORDS_SHOWN]]
    return ", ".join(shown)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:WORDS_SHOWN])
