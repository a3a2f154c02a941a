"""In which state something is said to be: *The strike* **is legal**, *hit the rider* **on purpose**.

A scale is a set of sides of which one thing has one at a time; the data hold them, in words. Of a deed it is told how it was
done, of an event what class of thing caused it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from attrs import frozen

from newsrecon.extractors.frames import behind_subject
from newsrecon.extractors.oppositions import opposition_words
from newsrecon.extractors.parties import Names, Party, party_of, phrase_after
from newsrecon.extractors.tenses import Tense, tense_of
from newsrecon.language_data import data_table
from newsrecon.text import one_of
from newsrecon.verbs import forms_of
from newsrecon.wording import content_word, content_words

__all__ = ["State", "deeds_of", "may_tell_states", "states_of"]


@frozen
class State:
    """What a statement says of one of the scales."""

    scale: int
    of: str
    """What has it: `subject`, `deed`, `cause`; `injury`, whose sides are grades."""
    sides: frozenset[int]
    """The sides that it may be."""
    words: str
    holder: Party | None
    """Who or what is in that state; None for a deed, whose frame tells."""
    tense: Tense
    fixed: bool
    """Whether it cannot change."""
    done: bool = False
    """Whether it is told by what brought it about: *was recaptured*, *has resigned*."""
    final: bool = False
    """Whether it has no end, so that it is so however long ago it was brought about: who was killed is dead."""

    def excludes(self, other: State) -> bool:
        """Whether one thing cannot be in both."""
        return self.scale == other.scale and self.sides.isdisjoint(other.sides)


@frozen
class _Scale:
    number: int
    of: str
    fixed: bool
    only: frozenset[str]
    """The verbs of the deeds that have it, or the nouns of the things; any, where there is none."""
    sides: Mapping[str, frozenset[int]]
    """In which sides each phrase stands."""
    done: Mapping[str, frozenset[int]]
    """The sides that each deed leaves its subject in."""
    did: Mapping[str, frozenset[int]]
    """Those of them that it does by itself."""
    count: int
    final: bool
    unless: frozenset[str]
    """Words behind it with which it tells no state, but what is so by the clock: *open* **until** *five*."""


def may_tell_states(words: Iterable[str]) -> bool:
    """Whether some words in lower case may tell a state, which is quickly seen."""
    return not _telling_words().isdisjoint(words)


def states_of(text: str, subject: str, verb: str, *, passive: bool, who: str | None, names: Names) -> tuple[State, ...]:
    """The states that a clause tells, at most one of each scale."""
    low = text.lower().replace("’", "'")
    holder = party_of(subject, who)
    found = [
        *_of_subject(low, holder),
        *_of_doing(low, _verb_at(low, text, subject), holder),
        *_of_deed(low),
        *_of_cause(text, low, holder, verb, passive=passive, names=names),
    ]
    return _merged(found)


def _merged(found: Iterable[State]) -> tuple[State, ...]:
    """One state for each scale; who tells two sides of one tells none."""
    by_scale: dict[int, State | None] = {}
    for state in found:
        known = by_scale.setdefault(state.scale, state)
        if known is not None and known.sides != state.sides:
            by_scale[state.scale] = None
    return tuple(state for state in by_scale.values() if state is not None)


def _of_subject(low: str, holder: Party | None) -> Iterator[State]:
    if holder is None or not (holder.definite or holder.part):
        return
    for match in _copular().finditer(low):
        negated = bool(_NOT.search(match["between"])) or match["be"].endswith("n't")
        before = [*re.findall(r"[\w']+", low[: match.start("be")]), *match["be"].split()]
        has_been = match["be"] in _HAS and _SINCE.search(low, match.end()) is not None
        tense = "present" if has_been else tense_of(before, before[-1])
        phrase = match["phrase"]
        for scale in _scales("subject"):
            if scale.only and holder.head not in scale.only:
                continue
            behind = low[match.end() :].split(maxsplit=1)[:1]
            if not scale.unless.isdisjoint(behind):
                continue
            if phrase in scale.sides:
                sides = _negated(scale, phrase) if negated else scale.sides[phrase]
                words = f"not {phrase}" if negated else phrase
                yield State(scale.number, "subject", sides, words, holder, tense, scale.fixed)
            elif phrase in scale.done and not negated:
                told = "present" if match["be"] in _HAS or (scale.final and tense == "past") else tense
                sides = scale.done[phrase]
                yield State(scale.number, "subject", sides, phrase, holder, told, scale.fixed, True, scale.final)


def _verb_at(low: str, text: str, subject: str) -> int:
    """Where what the subject does begins: behind the subject, or behind *who*."""
    behind = behind_subject(text, subject)
    if behind >= 0:
        return behind
    who = _WHO.match(low)
    return who.end() if who is not None else -1


_WHO = re.compile(r"(?:who|which|that)(?=\s)")


def _of_doing(low: str, start: int, holder: Party | None) -> Iterator[State]:
    """The state that one is in by what it did: *The mayor* **resigned**."""
    match = _did().match(low, start) if start > 0 and holder is not None and holder.definite else None
    for scale in _scales("subject") if match is not None else ():
        if match is not None and match["phrase"] in scale.did:
            tense = "present" if scale.final else "past"
            sides, phrase = scale.did[match["phrase"]], match["phrase"]
            yield State(scale.number, "subject", sides, phrase, holder, tense, scale.fixed, True, scale.final)


# has been in custody | since March
_SINCE = re.compile(r"\bsince\b")
_HAS = frozenset(("has been", "have been", "has", "have"))


def _of_deed(low: str) -> Iterator[State]:
    for match in _manner().finditer(low):
        negated = match["not"] is not None
        for scale in _scales("deed"):
            if match["phrase"] in scale.sides and not (negated and scale.count > 2):
                sides = _negated(scale, match["phrase"]) if negated else scale.sides[match["phrase"]]
                words = f"not {match['phrase']}" if negated else match["phrase"]
                yield State(scale.number, "deed", sides, words, None, "past", True)


def _of_cause(text: str, low: str, holder: Party | None, verb: str, *, passive: bool, names: Names) -> Iterator[State]:
    found = _caused(text, low, holder, verb, passive=passive, names=names)
    if found is None:
        return
    what, cause = found
    for scale in _scales("cause"):
        phrase = next((one for one, pattern in _as_causes(scale.number) if pattern.search(cause)), None)
        if phrase is not None and what is not None and what.definite:
            yield State(scale.number, "cause", scale.sides[phrase], phrase, what, "past", True)


@cache
def _as_causes(number: int) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The phrases of a scale, the longest first, each with its pattern."""
    phrases = sorted(_all_scales()[number].sides, key=len, reverse=True)
    return tuple((phrase, re.compile(rf"\b{phrase}\b")) for phrase in phrases)


def _caused(
    text: str, low: str, holder: Party | None, verb: str, *, passive: bool, names: Names
) -> tuple[Party | None, str] | None:
    """What was caused, and the words for its cause: *The crash was caused by icing*, *Icing caused the crash*."""
    passive_cause = _caused_by().search(low)
    if passive_cause is not None:
        return holder, low[passive_cause.end() :][:80]
    active = _makes().search(low)
    if active is not None and not passive and verb == active[1]:
        return phrase_after(text, active.end(), names), low[: active.start()][-80:]
    was = _CAUSE_WAS.search(low)
    if was is not None:
        return phrase_after(text, was.end("of"), names), low[was.end() :][:80]
    is_cause = _IS_CAUSE.search(low)
    if is_cause is not None:
        return phrase_after(text, is_cause.end(), names), low[: is_cause.start()][-80:]
    return None


# was caused by · was blamed on
@cache
def _caused_by() -> re.Pattern[str]:
    brought = one_of(opposition_words("brought"))
    return re.compile(rf"\b(?:was|were|been|is)\s+(?:\w+ly\s+)?(?:{brought})\s+(?:by|to|on)\b")


# bad weather caused | the crash
@cache
def _makes() -> re.Pattern[str]:
    return re.compile(rf"(?<!not )\b({one_of(opposition_words('makes'))})\s")


# the cause of | the crash | was
_CAUSE_WAS = re.compile(r"\bcause (?P<of>of)\s+(?:[\w-]+\s+){1,5}?(?:was|is|were)\s(?!not\b)")
# was the cause of
_IS_CAUSE = re.compile(r"\b(?:was|is|were)\s+the (?:\w+ )?cause of\b")

_NOT = re.compile(r"\b(?:not|never)\b")


def _negated(scale: _Scale, phrase: str) -> frozenset[int]:
    return frozenset(range(scale.count)) - scale.sides[phrase]


@cache
def _all_scales() -> tuple[_Scale, ...]:
    made = []
    for number, entry in enumerate(data_table("oppositions")["states"]):
        only = frozenset(
            token
            for word in entry.get("only", ())
            for form in forms_of([word.split()[0]])
            for token in content_words(form)
        )
        sides, done, did = (_sides(entry.get(key, ())) for key in ("sides", "done", "did"))
        flags = bool(entry.get("fixed")), bool(entry.get("final"))
        unless = frozenset(entry.get("unless", ()))
        count = len(entry["sides"])
        made.append(_Scale(number, entry["of"], flags[0], only, sides, {**done, **did}, did, count, flags[1], unless))
    return tuple(made)


def _sides(listed: Iterable[str]) -> dict[str, frozenset[int]]:
    """In which sides each of the phrases stands that are listed side by side."""
    found: dict[str, set[int]] = {}
    for side, phrases in enumerate(listed):
        for phrase in filter(None, phrases.split(", ")):
            found.setdefault(phrase, set()).add(side)
    return {phrase: frozenset(of_phrase) for phrase, of_phrase in found.items()}


@cache
def _scales(of: str) -> tuple[_Scale, ...]:
    return tuple(scale for scale in _all_scales() if scale.of == of)


def deeds_of(state: State) -> frozenset[str]:
    """The verbs of the deeds that a scale is of; empty where it is of any."""
    return _all_scales()[state.scale].only


@cache
def _telling_words() -> frozenset[str]:
    """A word of each phrase, without which none is told: the longest that says something, of *unaccounted for* the first."""
    phrases = (phrase for scale in _all_scales() for phrase in (*scale.sides, *scale.done))
    words = (re.findall(r"[^\W\d_]+", phrase) for phrase in phrases)
    return frozenset(max(filter(content_word, some), default=max(some, key=len), key=len) for some in words)


def _phrases(of: str) -> str:
    found = {phrase for scale in _scales(of) for phrase in (*scale.sides, *scale.done)}
    return "|".join(re.escape(phrase) for phrase in sorted(found, key=lambda one: (-len(one), one)))


# is still | legal
@cache
def _copular() -> re.Pattern[str]:
    after = "|".join(sorted(data_table("oppositions")["after_state"]))
    return re.compile(
        r"\b(?P<be>(?:has|have|had)(?:\sbeen)?|is|are|was|were|been|isn't|aren't|wasn't|weren't|remains?|remained|stays?|stayed)\s+"
        r"(?P<between>(?:(?:\w+ly|still|also|already|only|now|not|never|been)\s+){0,3})"
        rf"(?P<phrase>{_phrases('subject')})(?=\s*(?:$|[.,;:!?)\"”]|(?:{after})\b))"
    )


# later | resigned
@cache
def _did() -> re.Pattern[str]:
    words = one_of({phrase for scale in _scales("subject") for phrase in scale.did})
    return re.compile(rf"\s+(?:\w+ly\s+|later\s+)?(?P<phrase>{words})\b")


# not by accident
@cache
def _manner() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<not>not\s+)?(?P<phrase>{_phrases('deed')})\b(?!-)")
