"""Parts of clauses that are statements of their own, compared: the same place, whose citizen one is, how badly one is hurt."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from itertools import chain

from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.injuries import in_words
from newsrecon.extractors.opposed_states import one_hurt
from newsrecon.extractors.statement_reading import Assertion, light_words
from newsrecon.extractors.statement_words import tokens_in, words_of
from newsrecon.matching import Entailment, Likeness, Relation
from newsrecon.text import one_of
from newsrecon.wording import content_words

__all__ = ["listed", "relate_phrases", "same_phrase"]

SAME = 0.9
"""The likeness of two phrases of one person."""


def same_phrase(left: Assertion, right: Assertion) -> Likeness:
    """Whether two phrases of one sort tell of one place, or of one person."""
    if left.phrase == "place":
        return _same_place(left, right)
    if left.phrase == "nationality":
        same = left.subject is not None and left.subject == right.subject
        return Likeness(SAME, "both tell whose citizen one person is") if same else _STRANGERS
    same = one_hurt(left, right) and (left.article != right.article or left.states == right.states)
    return Likeness(SAME, "both tell how badly one is hurt") if same else _STRANGERS


_STRANGERS = Likeness(0.0, "two persons", veto=True)


def relate_phrases(left: Assertion, right: Assertion) -> Entailment | None:
    """What one says about the other; None for places, of which nothing more is known."""
    if left.phrase == "nationality":
        return _relate_nations(left, right)
    return _relate_injuries(left, right) if left.phrase == "injury" else None


def listed(one: Assertion, tokens: Collection[str]) -> str:
    """The most telling of some tokens, as the text writes them."""
    telling = sorted(tokens, key=lambda token: (-one.weights[token], token))[:6]
    return ", ".join(repr(one.shown[token]) for token in telling)


def _same_place(left: Assertion, right: Assertion) -> Likeness:
    """Whether two phrases name one place, or describe one in the same words where the same is told of.

    Anybody has a home: *inside the house* is one house only where one deed, or one person, is told of, or where both give it
    one owner: *at her home*.
    """
    words = left.words & right.words
    if left.names != right.names:
        return Likeness(0.0, "they name different places", veto=bool(left.names and right.names))
    if {_side(left), _side(right)} == {"inside", "outside"}:
        return Likeness(0.0, "one is inside, the other outside", veto=True)
    if left.names and _on_the_way(left) != _on_the_way(right):
        return Likeness(0.0, "one is there, the other on the way", veto=True)
    if left.names:
        return Likeness(0.9, f"both are at {listed(left, left.names)}")
    if not words:
        return Likeness(0.0, "they are at different places")
    if words <= tokens_in("dwellings") and not _tell_of_one(left, right):
        return Likeness(0.0, f"both are at {listed(left, words)}, but tell of different things there")
    share = min(1.0, left.weight_of(words) / max(left.weight, right.weight))
    return Likeness(0.5 + 0.4 * share, f"both are at {listed(left, words)}")


def _on_the_way(one: Assertion) -> bool:
    """Whether the place is only where one comes from or goes to: *on its way from Sund*."""
    found: bool | None = one.kept.get(__name__)
    if found is None:
        text = one.claim.mention.text if one.claim is not None else ""
        before = [text[: span.start].lower().split()[-2:] for span, _ in one.named[:1]]
        found = one.kept[__name__] = not words_of("on_the_way").isdisjoint(chain.from_iterable(before))
    return found


def _side(one: Assertion) -> str | None:
    """On which side of its place a phrase is; None where it does not tell, or goes on: *outside a Harlow* **pub**."""
    text = one.claim.mention.text.lower() if one.claim is not None else ""
    found = _sides().match(text)
    if found is None:
        return None
    goes_on = found["any"] or (found["small"] and text.split()[-1] not in words_of("place_nouns"))
    return None if one.names and goes_on else "outside" if found["outside"] else "inside"


# in · inside the · outside · in front of her
@cache
def _sides() -> re.Pattern[str]:
    outside, inside = (one_of(words_of(f"{side}_prepositions")) for side in ("outside", "inside"))
    small = one_of(words_of_class("determiners") | words_of_class("possessives"))
    return re.compile(rf"(?:(?P<outside>{outside})|{inside})\s+(?P<small>(?P<any>an?\s)|(?:{small})\s)?")


def _tell_of_one(left: Assertion, right: Assertion) -> bool:
    """Whether the clauses that two phrases are parts of tell one deed, or are about one, or the place is one's own in both."""
    if left.predicate and left.predicate == right.predicate:
        return True
    if left.subject is not None and left.subject == right.subject:
        return True
    if left.claim is None or right.claim is None:
        return False
    here, there = left.claim, right.claim
    if words_of_class("possessives") & set(here.mention.text.lower().split()) & set(there.mention.text.lower().split()):
        return True
    return not set(content_words(here.subject)).intersection(content_words(there.subject)) <= light_words()


def _relate_injuries(left: Assertion, right: Assertion) -> Entailment:
    mine, theirs = left.states[0].sides, right.states[0].sides
    if mine.isdisjoint(theirs):
        told = f"{left.states[0].words!r} and {right.states[0].words!r}"
        return Entailment(Relation.CONFLICTS, f"nobody is hurt in both ways, {told}")
    if mine < theirs:
        return Entailment(Relation.REFINES, f"{in_words(mine)} is more exact than {in_words(theirs)}")
    if theirs < mine:
        return Entailment(Relation.REFINED_BY, f"{in_words(theirs)} is more exact than {in_words(mine)}")
    return Entailment(Relation.OVERLAPS, "both can be true")


def _relate_nations(left: Assertion, right: Assertion) -> Entailment:
    mine, theirs = left.nations, right.nations
    if mine.isdisjoint(theirs) or left.abroad in theirs or right.abroad in mine:
        return Entailment(Relation.CONFLICTS, "one cannot be a citizen of both and of one alone")
    if mine >= theirs and (mine != theirs or left.abroad):
        return Entailment(Relation.REFINES, "one also says of which other country")
    if theirs >= mine:
        return Entailment(Relation.REFINED_BY, "one also says of which other country")
    return Entailment(Relation.OVERLAPS, "both can be true")
