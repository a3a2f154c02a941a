"""Reports that reach into each other: *He said* **it rained** *and warned that* **it would pour**.

A verb with a subject left of an earlier report is joined to that report's verb, and ends its content. A main clause behind an
opening one (*Asked whether it rained, she said no*) does so too. What is left inside the content of another report is
embedded: who is said to have said something is part of what the outer speaker says, and no report of the article's own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import evolve

from newsrecon.extractors.cues import lexicon
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.noun_phrases import Phrase
from newsrecon.extractors.passages import Word
from newsrecon.extractors.reports import Report
from newsrecon.extractors.word_kinds import is_adverb

__all__ = ["parted"]

NEAR = 12
"""Reports on either side that one is held against, so that endless sentences cost no more than long ones."""
FINITE = frozenset({"past", "third"})
"""Forms that are finite by themselves; others are so behind an auxiliary."""
JOINED = frozenset({"and", "but", "or", "yet", "then", "nor"})
CREDITS = frozenset({"before", "inverted", "according", "resumed"})
"""Orders in which a whole report may come first and be credited then: *Berg said it rained, according to the agency.*"""


def parted(words: Sequence[Word], found: Sequence[Report]) -> list[Report]:
    """The reports, each content ended where the next report of the article begins, and without those inside another."""
    if len(found) < 2:
        return list(found)
    cut = [_ended(words, report, _near(found, place)) for place, report in enumerate(found)]
    cues = [report.cue.first for report in cut]
    cut = [
        evolve(report, nested=True) if any(_holds(run, cues) for run in report.content) else report for report in cut
    ]
    return [report for place, report in enumerate(cut) if not _is_embedded(report, _near(cut, place))]


def _near(found: Sequence[Report], place: int) -> Iterator[Report]:
    for at in range(max(0, place - NEAR), min(len(found), place + NEAR + 1)):
        if at != place:
            yield found[at]


def _ended(words: Sequence[Word], report: Report, others: Iterator[Report]) -> Report:
    """A report whose content stops where a report begins that is not part of it."""
    ends = [end for other in others if (end := _end_before(words, report, other)) is not None]
    if not ends:
        return report
    end = min(ends)
    kept = (Phrase(run.first, min(run.last, end)) for run in report.content if run.first < end)
    return evolve(report, content=tuple(run for run in kept if run.first < run.last))


def _end_before(words: Sequence[Word], outer: Report, inner: Report) -> int | None:
    """The place before which the content of `outer` ends, since `inner` is a report beside it."""
    if outer.cue.first > inner.cue.first or not _covers(outer, inner.cue.first):
        return None
    first = next(run.first for run in outer.content if run.first <= inner.cue.first < run.last)
    if inner.order in CREDITS:
        return _before_credit(words, outer, inner)
    if inner.order != "after" or inner.speaker is None:
        return None
    if inner.speaker.first < first:
        return _joint(words, inner.cue.first, first)
    opens = inner.speaker.first - 1
    if opens > first and (words[opens].kind == ":" or (words[opens].kind == "," and _is_opening(words, outer))):
        return opens
    return None


def _before_credit(words: Sequence[Word], outer: Report, credit: Report) -> int | None:
    """Where a report that credits the whole sentence begins behind it: *Berg agreed to go***, officials said.**"""
    if not _covers(credit, outer.cue.first):
        return None
    start = min(credit.cue.first, credit.speaker.first if credit.speaker else credit.cue.first)
    return start - 1 if words[start - 1].kind in (",", "—") else start


def _joint(words: Sequence[Word], verb: int, first: int) -> int | None:
    """Where the conjunction or the mark stands that joins this verb to the one before; None where it depends on that."""
    cue = lexicon().forms.get(words[verb].lower)
    at = verb - 1
    while at > first and (is_adverb(words[at]) or words[at].lower in words_of_class("auxiliaries")):
        at -= 1
    if cue is None or (cue.form not in FINITE and not (cue.form == "ing" or at < verb - 1)):
        return None
    if words[at].lower in JOINED and cue.form != "ing":
        return at - 1 if words[at - 1].kind == "," else at
    if words[at].kind == "q":
        return at + 1 if cue.form == "ing" else None
    return at if words[at].kind in (",", "—", ")") else None


def _is_opening(words: Sequence[Word], outer: Report) -> bool:
    """Whether a report is an opening clause that the main clause follows: *Asked whether …,* · *While he said so, …*"""
    start = outer.speaker.first if outer.speaker and outer.speaker.first < outer.cue.first else outer.cue.first
    at = start - 1
    while at >= 0 and is_adverb(words[at]):
        at -= 1
    cue = lexicon().forms.get(words[outer.cue.first].lower)
    participle = cue is not None and cue.form in ("ing", "past", "participle") and start == outer.cue.first
    if at < 0 or words[at].kind in (".", ":", ";"):
        return participle
    return words[at].lower in words_of_class("leading_subordinators") or (
        words[at].lower in words_of_class("prepositions") and participle
    )


def _holds(run: Phrase, cues: Sequence[int]) -> bool:
    """Whether one of these places, which are in order, is in a run."""
    place = bisect_left(cues, run.first)
    return place < len(cues) and cues[place] < run.last


def _covers(report: Report, place: int) -> bool:
    return any(run.first <= place < run.last for run in report.content)


def _is_embedded(report: Report, others: Iterator[Report]) -> bool:
    """Whether the cue stands inside the content of another report; of two around each other, content first is the outer one."""
    return any(
        _covers(other, report.cue.first) and other.order not in CREDITS and not _covers(report, other.cue.first)
        for other in others
    )
