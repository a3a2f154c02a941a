"""Reports without whoever speaks as their subject: *It was announced that it rained*, *Asked whether it rained, she left*.

Who speaks, if anybody is told, stands behind *by*: *the plan was called a “disaster” by the mayor*.
"""

from __future__ import annotations

from collections.abc import Callable

from newsrecon.extractors.adjuncts import skip_adjuncts
from newsrecon.extractors.contents import clause_end, lower_at, only_points
from newsrecon.extractors.cues import Cue
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.noun_phrases import Phrase, phrase_after, subject_before
from newsrecon.extractors.passages import Word
from newsrecon.extractors.reports import WINDOW, Report
from newsrecon.extractors.word_kinds import is_adverb

__all__ = ["after_be", "is_passive", "passive_report"]

RAISING = frozenset({"say"})
"""Classes of cues that take the subject of what is said for their own where nobody speaks."""
UNNAMED = frozenset({"what", "who", "which", "that"})
"""Subjects that stand for what another clause names: *in what is said to be a quarrel*."""
PAST_FORMS = ("past", "participle")


def is_passive(words: tuple[Word, ...], place: int, cue: Cue, end: int) -> bool:
    """Whether the cue at this place has no subject that speaks."""
    if cue.form not in PAST_FORMS:
        return False
    return after_be(words, place) or lower_at(words, place + 1) == "by" or _is_asked(words, place, cue, end)


def after_be(words: tuple[Word, ...], place: int) -> bool:
    """Whether a form of *be* stands before this place, adverbs aside."""
    before = place - 1
    while before >= 0 and is_adverb(words[before]) and words[before].lower not in words_of_class("places_pointed_at"):
        before -= 1
    return before >= 0 and words[before].lower in words_of_class("be")


def _is_asked(words: tuple[Word, ...], place: int, cue: Cue, end: int) -> bool:
    """*Asked whether …*, *when asked about …*: a participle without whoever asks."""
    leads = place == 0 or lower_at(words, place - 1) in words_of_class("leading_subordinators")
    return leads and _asks(words, skip_adjuncts(words, place + 1, end), cue, end)


def _asks(words: tuple[Word, ...], at: int, cue: Cue, end: int) -> bool:
    """Whether what this cue asks begins here: *whether …*, *about …*"""
    if cue.group != "ask" or "hearer" not in cue.governs:
        return False
    while at < end and is_adverb(words[at]):
        at += 1
    return lower_at(words, at) == "about" or lower_at(words, at) in words_of_class("question_words")


def _is_raised(words: tuple[Word, ...], place: int, cue: Cue) -> bool:
    """Whether the subject of a passive cue is that of what is said: *The mill* **is said** *to have closed*."""
    says = cue.group in RAISING and "that" in cue.governs and "to" not in cue.governs
    return (says or "raised" in cue.governs) and after_be(words, place)


def _raised(words: tuple[Word, ...], place: int, to: int, high: int, cue: Cue) -> Report | None:
    """The report whose content is the subject of its cue and the infinitive behind it."""
    subject = subject_before(words, place, max(0, place - WINDOW))
    if subject is None or words[subject.first].lower == "it" or words[subject.last - 1].lower in UNNAMED:
        return None
    infinitive = Phrase(to, clause_end(words, to, high))
    return Report(Phrase(place, place + 1), None, (subject, infinitive), cue.group, "passive")


def passive_report(
    words: tuple[Word, ...], place: int, cue: Cue, high: int, run: Callable[[int, int], Phrase | None]
) -> Report | None:
    """The report of a passive cue, its content to the right; `run` tells how far content goes that begins at a place."""
    at = place + 1
    speaker: Phrase | None = None
    if lower_at(words, at) == "by":
        speaker = phrase_after(words, at + 1, high)
        at = speaker.last if speaker else at
    if at >= high:
        return None
    asked = skip_adjuncts(words, at, high)
    if _asks(words, asked, cue, high):
        question = run(asked, high)
        if question is None or only_points(words, question):
            return None
        return Report(Phrase(place, place + 1), speaker, (question,), cue.group, "passive")
    if lower_at(words, asked) == "that" and "that" in cue.governs:
        at = asked  # *It was announced* **on Friday** *that …*
    elif speaker is None and words[at].lower == "to" and _is_raised(words, place, cue):
        return _raised(words, place, at, high, cue)
    linked = words[at].lower in words_of_class("prepositions") or words[at].lower in words_of_class("subordinators")
    named = "naming" in cue.governs and words[at].kind in ("q", "w") and not linked and not is_adverb(words[at])
    described = words[at].lower == "as" and "as" in cue.governs
    told = words[at].lower == "that" and "that" in cue.governs
    told = told or (words[at].lower == "to" and {"to", "hearer"} <= cue.governs)
    if not (named or described or told):
        return None
    first = at if named or words[at].lower == "to" else at + 1
    last = clause_end(words, first, high)
    agent = next((near for near in range(first, last) if words[near].lower == "by"), None)
    if agent is not None and speaker is None and not told:
        speaker, last = phrase_after(words, agent + 1, high), agent
    if last <= first or first >= high:
        return None
    return Report(Phrase(place, place + 1), speaker, (Phrase(first, last),), cue.group, "passive")
