"""On what grounds two statements may exclude each other, seen from each alone, so that most pairs are passed over at once.

Theory of operation. Each statement *shows* some grounds and *meets* some, and two may exclude each other only where one shows
what the other meets. Of most things it meets what it shows itself: a price meets another price. Of others it meets what is
otherwise: what was done meets what was not done, and what is called off what is not.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import lru_cache
from itertools import product

from attrs import frozen

from newsrecon.extractors.calling_off import calls_off
from newsrecon.extractors.doers import did_it_to_self, tells_death, tells_what_is_done_once
from newsrecon.extractors.existence import is_none
from newsrecon.extractors.opposed_deeds import opposites
from newsrecon.extractors.oppositions import predicates
from newsrecon.extractors.outcomes import grounds_of_outcomes
from newsrecon.extractors.since_when import tells_since_when
from newsrecon.extractors.single_amounts import grounds_of_amounts, tells_range
from newsrecon.extractors.single_counts import grounds_of_counts
from newsrecon.extractors.single_measures import grounds_of_extents
from newsrecon.extractors.single_times import grounds_of_moments
from newsrecon.extractors.slots import events_with_slots
from newsrecon.extractors.statement_reading import DENIED, Assertion
from newsrecon.extractors.tallies import grounds_of_tallies
from newsrecon.extractors.undone import implied_by, implying, tells_first_time, tells_last
from newsrecon.extractors.ways import tells_way
from newsrecon.extractors.which_of_two import grounds_of_sides
from newsrecon.extractors.word_sorts import tokens_with_sorts

__all__ = ["Grounds", "grounds_of"]

Shown = Iterator[tuple[Hashable, Hashable]]
"""What is shown, and what is met by it."""


@frozen
class Grounds:
    """What a statement shows, and what one that excludes it must show."""

    shown: frozenset[Hashable]
    met: frozenset[Hashable]

    def meet(self, other: Grounds) -> bool:
        """Whether two statements may exclude each other; the same from both sides."""
        return not self.shown.isdisjoint(other.met)


def grounds_of(one: Assertion) -> Grounds:
    """The grounds of a statement, found once."""
    found: Grounds | None = one.kept.get(__name__)
    if found is None:
        alike = frozenset(_alike(one) if _is_told(one) else ())
        pairs = () if one.phrase or not _is_told(one) else (*_by_deed(one), *_by_lack(one), *_by_length(one))
        if one.modality == DENIED:
            pairs = tuple(_by_opposites(one))
        found = Grounds(alike.union(shown for shown, _ in pairs), alike.union(met for _, met in pairs))
        one.kept[__name__] = found
    return found


def _is_told(one: Assertion) -> bool:
    """Whether it is said to be so, or not: *rejected the bill*, though to reject is to deny; *refused to leave*, *plans to*."""
    if one.modality is None or (one.modality == "plan" and one.deed[0] != one.predicate):
        return True
    return one.modality == "deny" and (one.deed[0] != one.predicate or one.predicate in opposites())


def _alike(one: Assertion) -> Iterator[Hashable]:
    """What two that exclude each other both show."""
    if one.states:
        yield "states", one.phrase
    if one.phrase:
        return
    if one.ordinals:
        yield "order"
    if one.route is not None:
        yield "route"
    if not one.deed[0] and not one.words.isdisjoint(tokens_with_sorts()):
        yield "kind"
    if one.deed[0] in predicates("appointing") | predicates("alone_in_news") or one.predicate in predicates("alone"):
        yield "deed", one.deed[0]
    if tells_what_is_done_once(one):
        yield "done once", one.deed[0]
    if one.claim is not None:
        yield from _told_once(one.deed[0], one.predicate, one.claim.mention.text)
    yield from grounds_of_amounts(one)
    yield from grounds_of_counts(one)
    yield from grounds_of_extents(one)
    yield from grounds_of_moments(one)
    yield from grounds_of_outcomes(one)
    yield from grounds_of_tallies(one)
    yield from grounds_of_sides(one)


@lru_cache(maxsize=1 << 14)
def _told_once(deed: str, predicate: str, text: str) -> tuple[Hashable, ...]:
    """What a thing has once: where it happened, since when it is so, in what way it was done."""
    told: list[Hashable] = [("slot", event) for event in events_with_slots(deed, predicate, text)]
    told += [("since", deed)] if tells_since_when(text) else []
    told += ["range"] if tells_range(text) else []
    told += ["way"] if tells_way(text) else []
    return tuple(told)


def _by_deed(one: Assertion) -> Shown:
    """What is done meets what is not done, or told of another side, and what nobody does who does it."""
    deed, undone = one.deed
    mine = (undone, one.negated, one.passive)
    for other in product((False, True), repeat=3):
        if other != mine:
            yield ("done", deed, *mine), ("done", deed, *other)
    for other_deed in implied_by(deed) | implying(deed):
        yield ("not done", deed, undone), ("not done", other_deed, not undone)
    yield from _by_opposites(one)
    yield ("off", calls_off(one)), ("off", not calls_off(one))
    if one.times:
        yield ("done last", deed, tells_last(one)), ("done last", deed, True)
        if tells_last(one):
            yield ("done last", deed, True), ("done last", deed, False)
        yield ("done at", deed), ("for the first time", deed)
    if tells_first_time(one):
        yield ("for the first time", deed), ("done at", deed)
    if tells_death(one):
        yield ("death", did_it_to_self(one)), ("death", not did_it_to_self(one))


def _by_opposites(one: Assertion) -> Shown:
    """What is done meets what cannot be so with it."""
    for rule, verb in (("deed", one.deed[0]), ("predicate", one.predicate)):
        for opposite in opposites().get(verb, ()):
            yield (rule, "is", verb), (rule, "is", opposite)


def _by_lack(one: Assertion) -> Shown:
    """What there was none of meets what there was, or was brought about."""
    if one.subject is None and not one.deed[0]:
        yield ("there", one.negated), ("there", not one.negated)
    if is_none(one):
        yield "none", "brought about"
        yield from ((("none", token), ("brought about", token)) for token in one.words)
    elif one.deed[0] in predicates("bringing_about"):
        yield "brought about", "none"
    else:
        yield ("brought about", one.deed[0]), ("none", one.deed[0])


def _by_length(one: Assertion) -> Shown:
    """What is told with its time meets how long the same has been so."""
    if one.subject is None or one.claim is None:
        return
    if one.times:
        yield ("timed", one.subject), ("timed", one.subject)
        yield ("timed", one.subject), ("lasting", one.subject)
    elif tells_since_when(one.claim.mention.text):
        yield ("lasting", one.subject), ("timed", one.subject)
