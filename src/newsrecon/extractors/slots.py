"""Where, from where, through what, of what: *died of a stroke*, *died of a heart attack*; *was arrested in Lyon*, *in Marseille*.

Theory of operation. A deed on one thing has some of its circumstances only once; the data hold which. Each is a slot, a
preposition behind a verb, as in information extraction (MUC-3, 1991). Two statements of one deed on one thing exclude each other
where both fill a slot with words of one sort that is not one thing, or with two places of which neither lies in the other. Of
any other two fillings, both may be so: *in the kitchen*, *in Lyon*.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, product, zip_longest

from attrs import evolve, frozen

from newsrecon.extractors.frames import Frame
from newsrecon.extractors.one_thing import is_news, is_one, of_one_time
from newsrecon.extractors.oppositions import opposition_words, predicates, tokens, widest
from newsrecon.extractors.parties import WORD, Party, noun_phrase
from newsrecon.extractors.places_apart import places_apart
from newsrecon.extractors.single_times import of_another_time
from newsrecon.extractors.statement_measures import on_one_day, times_apart
from newsrecon.extractors.statement_names import stands_for
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import predicate_of, predicates_in
from newsrecon.extractors.word_sorts import exclude, sorts_of
from newsrecon.language_data import data_table
from newsrecon.text import end_of_word
from newsrecon.word_classes import is_plural
from newsrecon.wording import content_word, content_words

__all__ = ["by_slot", "events_with_slots", "keys_of_slots", "share_slots", "tells_outside"]


@frozen
class _Slot:
    event: str
    """The verbs of the event that has it."""
    behind: frozenset[str]
    """The prepositions it stands behind."""
    single: bool
    """Whether only one thing has one such circumstance, while each of several may have its own."""
    sorts: frozenset[str] | None
    """The sorts of what may fill it; any, where it is None."""
    person: bool
    """Whether a person fills it, who is named."""


@frozen
class _Filling:
    """What a statement tells in a slot: *in* **a small field**, *at* **the airport**."""

    slot: _Slot
    behind: str
    """The preposition it stands behind."""
    words: tuple[str, ...]
    """The noun phrase in lower case."""
    head: str
    """What a statement has it as: the token of a name, or of the last word."""
    name: str | None
    """The one that it names, as it is written."""
    shown: str


def by_slot(left: Assertion, right: Assertion) -> str | None:
    """Why two statements of one deed fill a slot of it with what cannot both be so, if they do."""
    if left.negated or right.negated or _events(left).isdisjoint(_events(right)) or left.to_self != right.to_self:
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.tense != theirs.tense or not mine.tense:
        return None
    here, there = _fillings(left), _fillings(right)
    one = _theme(left, mine, here)
    if not is_one(one, _theme(right, theirs, there)) or not _of_one_time(left, right):
        return None
    for filled, otherwise in product(here, there):
        if filled.slot != otherwise.slot or (filled.slot.single and _is_many(left, one)):
            continue
        if filled.slot.person:
            exclude_each_other = _are_two_persons(left, filled, right, otherwise) and not _is_anybody(one)
        else:
            exclude_each_other = _exclude(filled, otherwise)
        if exclude_each_other and _else_alike(left, filled, right, otherwise):
            return _in_words(filled, otherwise)
    return None


def _in_words(filled: _Filling, otherwise: _Filling) -> str:
    if filled.shown == otherwise.shown:
        return f"'{filled.behind} {filled.shown}' and '{otherwise.behind} {otherwise.shown}' exclude each other"
    return f"{filled.shown!r} and {otherwise.shown!r} exclude each other"


def tells_outside(one: Assertion) -> bool:
    """Whether something is told to be outside of something, which the words for that something do not tell."""
    return one.claim is not None and f" {_outside()} " in one.claim.mention.text


def events_with_slots(deed: str, predicate: str, text: str) -> Iterable[str]:
    """The events that a statement tells of which a slot may be filled there, each by a word for it."""
    slots = _slots_for(deed, predicate)
    return [event for event, of in slots.items() if any(f" {word} " in text for slot in of for word in slot.behind)]


def keys_of_slots(one: Assertion) -> Iterator[Hashable]:
    """Keys under which an event meets the same event of the same thing, told with another circumstance."""
    if not _events(one) or one.frame is None:
        return
    theme = one.frame.theme
    if theme is not None and theme.definite:
        yield from (("slot", event, widest(theme.head)) for event in sorted(_events(one)))


def share_slots(left: Assertion, right: Assertion) -> bool:
    """Whether both tell one event of what may be one thing, in whatever words: *The thieves got in*, *The burglars entered*."""
    if _events(left).isdisjoint(_events(right)) or left.frame is None or right.frame is None:
        return False
    return is_one(left.frame.theme, right.frame.theme)


def _exclude(here: _Filling, there: _Filling) -> bool:
    """Whether only one of two fillings can be so."""
    if here.behind != there.behind and _outside() in (here.behind, there.behind):
        return here.head == there.head  # inside the store, outside the store
    sorts = here.slot.sorts
    named = sorts is None and here.name is not None and there.name is not None
    if named and places_apart(here.name or "", there.name or ""):
        return True
    return exclude(here.words, there.words, sorts) or _of_other_colours(here, there)


def _of_other_colours(here: _Filling, there: _Filling) -> bool:
    """Whether both are things of one sort, or may be one, and of two colours: *a red car*, *a white van*."""
    one, other = (
        [word for word in each.words[:-1] if "colours" in sorts_of(content_word(word))] for each in (here, there)
    )
    if len(one) != 1 or len(other) != 1 or not exclude(one, other, ("colours",)):
        return False
    things = [sorts_of(content_word(each.words[-1])).items() for each in (here, there)]
    return here.words[-1] == there.words[-1] or bool(things[0] & things[1])


def _are_two_persons(left: Assertion, here: _Filling, right: Assertion, there: _Filling) -> bool:
    """Whether two who are named are two persons: *was identified as Jon Berg*, *was identified as Paul Rask*."""
    persons = left.types.get(here.head) == right.types.get(there.head) == "person"
    return persons and here.head != there.head and not stands_for(here.head, there.head)


def _is_anybody(theme: Party | None) -> bool:
    """Whether a story may tell of several such: *the victim*."""
    return theme is None or theme.words <= tokens("anybody")


def _events(one: Assertion) -> frozenset[str]:
    if one.phrase is not None or one.claim is None:
        return frozenset()
    return frozenset(events_with_slots(one.deed[0], one.predicate, one.claim.mention.text))


def _else_alike(left: Assertion, filled: _Filling, right: Assertion, otherwise: _Filling) -> bool:
    """Whether neither tells what the other fills the slot with, nor do both name others beside: *to Lyon by train*."""
    if filled.head != otherwise.head and (filled.head in right.tokens or otherwise.head in left.tokens):
        return False
    return not (left.names - right.names - {filled.head} and right.names - left.names - {otherwise.head})


def _theme(one: Assertion, frame: Frame, fillings: Iterable[_Filling]) -> Party | None:
    """Whom or what a deed befalls. What fills a slot tells nothing about which it is: *found* **the body** *in a lake*.

    A noun that is part of the verb is nobody: **the queen** *gave birth*.
    """
    theme = frame.doer if _is_part_of_verb(one) else frame.theme
    if theme is None or not theme.of:
        return theme
    return evolve(theme, of=theme.of.difference(*(content_words(word) for one in fillings for word in one.words)))


def _is_part_of_verb(one: Assertion) -> bool:
    """Whether what a deed is done to tells which deed it is: *gave* **birth**, which one may do again."""
    done_to = one.frame.done_to if one.frame is not None and not one.passive else None
    return done_to is not None and done_to.head == one.predicate


def _of_one_time(left: Assertion, right: Assertion) -> bool:
    """Whether both tell of one deed by its time, or of one that is done only once; what is done often needs its day."""
    if left.predicate in predicates_in("once") and not _is_part_of_verb(left):
        return True
    if left.deed[0] in predicates("repeatable") or times_apart(left.told, right.told):
        return on_one_day(left.told, right.told)
    return of_one_time(left, right) or (is_news(left, right) and not of_another_time(left, right))


def _is_many(one: Assertion, theme: Party | None) -> bool:
    """Whether what a deed befalls may be several things, each in its own place: *the documents*, but not *Jon Berg*."""
    if theme is None or theme.head.startswith("@"):
        return False
    written = one.shown.get(theme.head, "").lower()
    return written in opposition_words("many") or (is_plural(written) and written not in opposition_words("one_in_s"))


def _fillings(one: Assertion) -> Sequence[_Filling]:
    """What a statement tells in the slots of its deed; nothing where it tells two, or is not sure."""
    text = one.claim.mention.text if one.claim is not None else ""
    if not _words("unsure").isdisjoint(text.lower().split()):
        return ()
    verb = str(one.claim.value.get("verb") or "") if one.claim is not None else ""
    end = end_of_word(text, verb)
    words = list(WORD.finditer(text, end)) if end >= 0 else []
    slots = list(chain.from_iterable(_slots_of(one).values()))
    found: list[_Filling] = []
    for word, behind in zip_longest(words, words[1:]):
        low = word[0].lower()
        preposition = low if behind is None else f"{low} {behind[0].lower()}"  # because | of
        opens = behind
        if opens is None or preposition not in _prepositions():
            opens, preposition = word, low
        if preposition == low and low in _words("ends") and not any(low in slot.behind for slot in slots):
            break
        for slot in slots if preposition in _prepositions() else ():
            filling = _filling(one, text, opens, preposition, slot) if preposition in slot.behind else None
            found += [filling] if filling is not None else []
    return found


def _filling(one: Assertion, text: str, opens: re.Match[str], behind: str, slot: _Slot) -> _Filling | None:
    """The noun phrase behind a preposition; None where there is none, or another joins it: *in the kitchen and the attic*."""
    phrase, end = noun_phrase(text, opens.end())
    if not phrase or _JOINED.match(text, end):
        return None
    words = [word[0] for word in phrase]
    name, token = next(
        ((span.of(text), who) for span, who in one.named if phrase[0].start() <= span.start and span.end <= end),
        (None, None),
    )
    head = token or next(iter(content_words(words[-1])), words[-1].lower())
    return _Filling(slot, behind, tuple(word.lower() for word in words), head, name, name or " ".join(words))


# the kitchen | and the attic
_JOINED = re.compile(r"\s*(?:,\s*)?(?:and|or)\b")


def _slots_of(one: Assertion) -> Mapping[str, tuple[_Slot, ...]]:
    """The slots of the event that a statement tells, by a word for the event."""
    return _NONE if one.phrase is not None else _slots_for(one.deed[0], one.predicate)


_NONE: Mapping[str, tuple[_Slot, ...]] = {}


@lru_cache(maxsize=1 << 13)
def _slots_for(deed: str, predicate: str) -> Mapping[str, tuple[_Slot, ...]]:
    return _slots().get(deed) or _slots().get(predicate, _NONE)


@cache
def _slots() -> Mapping[str, Mapping[str, tuple[_Slot, ...]]]:
    """For each verb, by its token, the slots of the events that it tells."""
    found: dict[str, dict[str, tuple[_Slot, ...]]] = {}
    for entry in data_table("slots")["slots"]:
        sorts = frozenset(entry["sorts"]) if "sorts" in entry else None
        for group in entry["deeds"]:
            flags = entry.get("single", False), sorts, entry.get("person", False)
            slot = _Slot(group, frozenset(entry["behind"]), *flags)
            for verb in group.split("/"):
                deed = predicate_of(verb) if predicate_of(verb.split()[0]) else verb
                of_verb = found.setdefault(deed, {})
                of_verb[group] = (*of_verb.get(group, ()), slot)
    return found


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(word for entry in data_table("slots")["slots"] for word in entry["behind"])


@cache
def _outside() -> str:
    found: str = data_table("slots")["outside"]
    return found


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(data_table("slots")[key])
