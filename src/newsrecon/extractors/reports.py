"""What a report consists of, and reports without a verb: *according to the bureau*, *her claim that it rained*."""

from __future__ import annotations

from attrs import field, frozen

from newsrecon.extractors.contents import can_resume, clause_end, content_before, lower_at
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.noun_phrases import Phrase, phrase_after, phrase_before
from newsrecon.extractors.passages import Word

__all__ = ["WINDOW", "Report", "according", "credits", "noun_report"]

WINDOW = 120
"""Words that are looked at on either side of a cue, so that endless sentences cost no more than long ones."""


@frozen
class Report:
    """A cue with its speaker and its content, by places in the words of a passage.

    `content` lists runs (first, after last). `wants` says where content is still to be found: "before" in the passage
    before, "after" in the one that follows a colon, or nowhere.
    """

    cue: Phrase
    speaker: Phrase | None
    content: tuple[Phrase, ...]
    group: str
    order: str
    wants: str = ""
    negated: bool = field(default=False, kw_only=True)
    questioned: bool = field(default=False, kw_only=True)
    nested: bool = field(default=False, kw_only=True)
    """Whether somebody is said to have said something, in the content."""


def credits(words: tuple[Word, ...], place: int) -> bool:
    """Whether *according to* or *, per* begins here."""
    if words[place].lower == "per":
        return place > 0 and words[place - 1].kind in (",", "q") and place + 1 < len(words)
    return words[place].lower == "according" and lower_at(words, place + 1) == "to"


def according(words: tuple[Word, ...], place: int, end: int) -> Report | None:
    cue = Phrase(place, place + (1 if words[place].lower == "per" else 2))
    speaker = _source_after(words, cue.last)
    if speaker is None:
        return None
    low, high = max(0, place - WINDOW), min(end, place + WINDOW)
    if (
        lower_at(words, place - 1) in ("and", "but", "that")
        and speaker.last + 1 < high
        and words[speaker.last].kind == ","
    ):
        start = speaker.last + 1
        return Report(cue, speaker, (Phrase(start, clause_end(words, start, high)),), "say", "according")
    before = content_before(words, place, low)
    if before is None and place > low and words[place - 1].kind in ("w", ")") and not _only_opens(words[low:place]):
        before = (Phrase(low, place),)
    if before is not None:
        after = speaker.last
        resumed: tuple[Phrase, ...] = ()
        if after < high and words[after].kind == "," and after + 1 < high and words[place - 1].kind == ",":
            last = clause_end(words, after + 1, high)
            resumed = (Phrase(after + 1, last),) if can_resume(words, after + 1, last) else ()
        return Report(cue, speaker, before + resumed, "say", "according")
    marks = (at for at in range(speaker.last, min(high, speaker.last + 30)) if words[at].kind in (",", "q"))
    first = next(marks, high)
    first += first < high and words[first].kind == ","
    if first >= high:
        return None
    return Report(cue, speaker, (Phrase(first, clause_end(words, first, high)),), "say", "according")


def _source_after(words: tuple[Word, ...], place: int) -> Phrase | None:
    """Whom *according to* names: a phrase that may hold further phrases, up to the next comma."""
    found = phrase_after(words, place, len(words))
    if found is None:
        return None
    last = found.last
    while (
        last < len(words) and words[last].lower in ("in", "from", "at", "on", "with", "by") and last - found.first < 12
    ):
        more = phrase_after(words, last + 1, len(words))
        if more is None or any(word.capital for word in words[found.first : last]):
            break
        last = more.last
    return Phrase(found.first, last)


def _only_opens(words: tuple[Word, ...]) -> bool:
    return all(word.lower in words_of_class("openers") or word.kind != "w" for word in words)


def noun_report(words: tuple[Word, ...], place: int, end: int) -> Report | None:
    """*Trump's claim that it rained*, *their insistence that …*"""
    owner = place - 1
    while owner > 0 and not (
        words[owner].lower in words_of_class("possessives") or words[owner].lower.endswith(("'s", "s'"))
    ):
        if words[owner].kind != "w" or words[owner].lower in words_of_class("prepositions") or place - owner > 3:
            return None
        owner -= 1
    if words[owner].lower in words_of_class("possessives"):
        speaker: Phrase | None = Phrase(owner, owner + 1)
    elif words[owner].lower.endswith(("'s", "s'")):
        speaker = phrase_before(words, owner, 0)
    else:
        return None
    first = place + 2
    last = clause_end(words, first, min(end, place + WINDOW))
    last = next((at for at in range(first, last) if words[at].kind == ","), last)
    return Report(Phrase(place, place + 1), speaker, (Phrase(first, last),), "claim", "noun") if last > first else None
