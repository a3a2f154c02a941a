"""The same utterance in several outlets: identical, cut, quoted in part, re-translated, or quoted here and reported there.

Theory of operation. Two questions are kept apart. *One utterance?* The rarer content words of the shorter wording must be in
the longer one (containment weighted by rarity, so that what everybody in the story says tells little), more surely so the
fewer words there are and the less the speakers are known to be one; and what they share must tell enough, so that no common
word joins. Words in marks on both sides keep their order, and two of them must be the very words. Different numbers, a
negation on one side only, unless the other tells its contrary, and two speakers who have nothing to do with each other
speak against it. Parts of a long remark of one speaker are silent about each other: the remark that holds both brings
them together. *And what does one say about the other?* The same words of the same speaker are equal, the fuller wording
refines the part, rewordings overlap, and the same words credited to two who cannot be one are a dispute over who said them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from itertools import combinations, pairwise

from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.utterances import Likest, Utterance, likest, more_of_one_remark, utterance_of
from newsrecon.extractors.voices import Bond, bond, strangers
from newsrecon.matching import Entailment, Likeness, Matcher, Relation

__all__ = ["quote_matcher"]

THRESHOLD = 0.5
RAREST = 4
"""Words of a quote that each two of which make a block."""
NEEDED = {Bond.SAME: 0.50, Bond.RELATED: 0.55, Bond.UNKNOWN: 0.60, Bond.UNCLEAR: 0.88, Bond.DIFFERENT: 0.60}
"""How much of the shorter wording must be in the longer one, by how sure it is that one person speaks."""
TOLD = {Bond.SAME: 1.1, Bond.RELATED: 1.7, Bond.UNKNOWN: 1.7, Bond.UNCLEAR: 2.2, Bond.DIFFERENT: 1.6}
"""How much the shared words must tell, in words that nothing else in the story has, by the same."""
TOLD_BY_ALL = 0.9
"""How much they must tell where neither has any other content word."""
TOLD_BY_NEIGHBOURS = 0.8
"""How much two neighbouring words must tell to make a block."""
ALL_DENIED = 3
"""So many words behind a *not* that another says without one make it another remark, whatever else both say."""
WORDS_SHOWN = 8
WORDS_OF_A_DISPUTE = 5
RUN_OF_A_DISPUTE = 4
"""So many content words must follow each other alike: two people may tell one fact, but not in one run of words."""
WORDS_REFINED = 2
"""Fewer content words are no remark that a fuller one could tell more of."""
FEW_WORDS = 0.08
"""How much more is needed where only two words are shared."""
IN_MARKS = 0.12
"""How much more is needed of words that both have in marks: outlets cut such words, but seldom change them."""


def quote_matcher() -> Matcher[Utterance]:
    """The matcher of quotes."""
    return Matcher(
        "quote",
        read=utterance_of,
        keys=_keys,
        same=_same,
        relate=_relate,
        variant=_variant,
        preference=_preference,
        threshold=THRESHOLD,
    )


def _keys(one: Utterance) -> Iterable[Hashable]:
    """Neighbouring content words and each two of the rarest; none for what is too short to be recognised again."""
    keys: list[Hashable] = [*sorted(one.sentences)]
    if len(one.words) > 1:
        keys.append(one.text)
    if len(one.words) < (2 if one.voice.key is not None else 3):
        return keys
    for sentence in one.told:
        keys += [tuple(sorted(pair)) for pair in pairwise(sentence.words) if _can_tell(one, *pair)]
        rarest = sorted(sentence.distinct, key=lambda word: (-one.weight(word), word))[:RAREST]
        keys += combinations(sorted(rarest), 2)
    return dict.fromkeys(keys)


def _can_tell(one: Utterance, word: str, other: str) -> bool:
    """Whether two neighbours are rare enough that meeting them again means something."""
    return word != other and one.weight(word) + one.weight(other) >= TOLD_BY_NEIGHBOURS


def _same(left: Utterance, right: Utterance) -> Likeness:
    if left.nested != right.nested:
        return Likeness(0.0, "one reports what the other is said to have said", veto=True)
    if _withholds(left, right) or _withholds(right, left):
        return Likeness(0.0, "one says what the other denies or does not say", veto=True)
    if left.stance and right.stance and left.stance != right.stance:
        return Likeness(0.0, "one praises what the other blames", veto=True)
    tie = bond(left.voice, right.voice)
    if left.said == right.said and tie in (Bond.SAME, Bond.RELATED):
        return Likeness(1.0, f"both quote {_shown(left.said)}; {_on_speakers(tie, left, right)}")
    if left.text == right.text and tie is Bond.UNKNOWN and len(left.words) > 1:
        return Likeness(1.0, f"both have {_shown(left.text)}; {_on_speakers(tie, left, right)}")
    if left.sentences & right.sentences and tie is not Bond.DIFFERENT:
        return Likeness(
            1.0, f"both quote {_shown(min(left.sentences & right.sentences))}; {_on_speakers(tie, left, right)}"
        )
    return _by_words(left, right, tie)


def _by_words(left: Utterance, right: Utterance, tie: Bond) -> Likeness:
    """The likeness of two that are not the same word for word."""
    nearest = likest(left, right)
    telling = len(_telling(nearest, left, right))
    enough = nearest.told >= TOLD[tie] and (telling > 2 or (telling == 2 and tie is Bond.SAME))
    # What has the same words as a whole is one remark in fewer of them than two parts would need.
    enough |= left.words == right.words and telling > 1 and nearest.told >= TOLD_BY_ALL
    if not enough or (nearest.marked and telling == 2 and not _is_verbatim(left, right)):
        # Strangers stay apart for good. Of one speaker it tells nothing: the parts of a remark that outlets pick need
        # have no word in common.
        return Likeness(
            0.0, "what they have in common is too little", veto=tie is Bond.DIFFERENT, silent=_is_one(left, right, tie)
        )
    reason = f"both have {_in_text(nearest.words, left, right)}"
    needed = NEEDED[tie] + (FEW_WORDS if telling == 2 else 0.0) + (IN_MARKS if nearest.marked else 0.0)
    score = _scaled(nearest.share, needed)
    here, there = (told | _only_one(side) for told, side in zip(nearest.numbers, (left, right), strict=True))
    if here and there and not (here <= there or there <= here):
        return Likeness(score, f"the numbers differ: {_listed(here)} and {_listed(there)}", veto=True)
    if _denies(left, right) or _denies(right, left):
        return Likeness(score, f"{reason}, but one denies what the other says", veto=True)
    if tie is Bond.DIFFERENT and not _is_dispute(left, right):
        return Likeness(score, f"{reason}, but {left.voice.shown} and {right.voice.shown} are two speakers", veto=True)
    return Likeness(score, f"{reason}; {_on_speakers(tie, left, right)}")


def _only_one(side: Utterance) -> frozenset[str]:
    """The number of what opens with *one* and a noun: *One person died*, but not *One of them*, *One should*."""
    opens = side.text[:1] == ("one",) and side.text[1:2] and side.text[1] not in words_of_class("behind_one")
    return frozenset("1") if opens else frozenset()


def _withholds(one: Utterance, other: Utterance) -> bool:
    """Whether the speaker of one denies, or has not said, what is said in the other: *denied that a signal had failed*."""
    if not one.withheld or other.withheld or other.negated:
        return False
    return one.words_as_written <= other.words_as_written or other.words_as_written <= one.words_as_written


def _denies(one: Utterance, other: Utterance) -> bool:
    """Whether one says what the other does, but for a *not* that is not told by a contrary in the other.

    Nor is it one remark where several words that follow a *not* here follow none there, whatever else is said.
    """
    if len(one.denied) >= ALL_DENIED and one.denied <= other.words and one.denied.isdisjoint(other.denied):
        return one.contraries.keys().isdisjoint(other.words)
    if not one.negated or other.negated or one.contraries.keys() & other.words:
        return False
    return one.words_as_written <= other.words_as_written or other.words_as_written <= one.words_as_written


def _telling(nearest: Likest, left: Utterance, right: Utterance) -> list[str]:
    """The shared words that say something of what is spoken of."""
    return [word for word in nearest.words if word not in left.names and word not in right.names]


def _is_one(left: Utterance, right: Utterance, tie: Bond) -> bool:
    """Whether two voices are one: the same name, or a body and its country, not a person and their body."""
    return tie is Bond.SAME or (tie is Bond.RELATED and "person" not in (left.voice.type, right.voice.type))


def _scaled(share: float, needed: float) -> float:
    """A share as a score: the threshold where it is what is needed, 1 where it is all."""
    if share >= needed:
        return min(1.0, THRESHOLD + (share - needed) / (1 - needed) * (1 - THRESHOLD)) if needed < 1 else 1.0
    return THRESHOLD * share / needed


def _is_verbatim(left: Utterance, right: Utterance) -> bool:
    """Whether the words said of one stand side by side in the other, an article before them aside."""
    one, other = sorted((left.said, right.said), key=lambda said: (len(said), said))
    one = one[1:] if one[0] in words_of_class("articles") else one
    return any(other[at : at + len(one)] == one for at in range(len(other) - len(one) + 1))


def _is_dispute(left: Utterance, right: Utterance) -> bool:
    """Whether two strangers are credited with words so near each other that only who said them can differ."""
    if not strangers(left.voice, right.voice):
        return False
    nearest = likest(left, right)
    enough = nearest.share >= NEEDED[Bond.DIFFERENT] and len(_telling(nearest, left, right)) >= WORDS_OF_A_DISPUTE
    return enough and not _runs(left).isdisjoint(_runs(right))


def _runs(one: Utterance) -> set[tuple[str, ...]]:
    """The content words of an utterance, each few that follow each other."""
    starts = ((told.words, place) for told in one.told for place in range(len(told.words) - RUN_OF_A_DISPUTE + 1))
    return {words[place : place + RUN_OF_A_DISPUTE] for words, place in starts}


def _relate(left: Utterance, right: Utterance) -> Entailment:
    if _is_dispute(left, right):
        words = _in_text(likest(left, right).words, left, right)
        return Entailment(Relation.CONFLICTS, f"{words} are credited to {left.voice.shown} and to {right.voice.shown}")
    if left.voice.key == right.voice.key and left.said == right.said:
        return Entailment(Relation.EQUAL, "the same words")
    if _has(left, right):
        return _refining(Relation.REFINES, left, right)
    if _has(right, left):
        return _refining(Relation.REFINED_BY, right, left)
    return Entailment(Relation.OVERLAPS, f"{_shown(left.said)} and {_shown(right.said)} are two wordings")


def _refining(relation: Relation, fuller: Utterance, part: Utterance) -> Entailment:
    """That one has all words of the other, and whether it says more of the same remark."""
    reason = f"{_shown(fuller.said)} has all of {_shown(part.said)}"
    more = more_of_one_remark(fuller, part) if len(part.words) >= WORDS_REFINED else ()
    if not more:
        return Entailment(relation, reason, sharper=False)
    return Entailment(relation, f"{reason}, and says {', '.join(map(repr, more[:WORDS_SHOWN]))} of it", sharper=True)


def _has(fuller: Utterance, part: Utterance) -> bool:
    """Whether one has the words of the other in their order, and a speaker who is as well known."""
    if part.voice.key not in (None, fuller.voice.key) or len(fuller.said) < len(part.said):
        return False
    rest = iter(fuller.said)
    return all(word in rest for word in part.said)


def _preference(one: Utterance) -> float:
    """How much of a content stands in marks: those are the speaker's words, the rest may be the outlet's."""
    return len(one.said) / len(one.text) if one.quoted and one.text else 0.0


def _variant(one: Utterance) -> Hashable:
    return one.said, one.voice.key, one.withheld, one.stance


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
    # What several words stand for together is no word of the text; a denial of the contrary is shown where it stands.
    denied = {**left.contraries, **right.contraries}
    known = [root for root in roots if root in denied or (root in left.surfaces and root in right.surfaces)]
    pairs = {
        root: (left.surfaces.get(root) or denied[root], right.surfaces.get(root) or denied[root]) for root in known
    }
    order = {word: place for place, word in reversed(list(enumerate(left.text)))}
    ordered = sorted(pairs.values(), key=lambda pair: (order.get(pair[0], 0), pair))
    shown = [f"“{one}”" if one == two else f"“{one}” (“{two}”)" for one, two in ordered[:WORDS_SHOWN]]
    return ", ".join(shown)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:WORDS_SHOWN])
