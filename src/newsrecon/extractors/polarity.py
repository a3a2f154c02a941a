"""Whether something was said, was not said, or is asked about: *Berg* **did not** *say*, **did** *Berg say …***?**

A report keeps these marks, since *She denied that it rained* and *She did not say that it rained* are two things.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.noun_phrases import Phrase
from newsrecon.extractors.passages import Word
from newsrecon.extractors.word_kinds import is_adverb

__all__ = ["is_negated", "is_questioned"]

REACH = 3
"""Words before a verb among which its negation stands."""
LEFT_OPEN = frozenset({"whether", "if"})


def is_negated(words: Sequence[Word], verb: int) -> bool:
    """Whether the verb at this place is negated: *did not say*, *never said*, *hasn't confirmed*."""
    return any(
        word.lower in words_of_class("negations") or word.lower.endswith("n't")
        for word in words[max(0, verb - REACH) : verb]
        if word.kind == "w"
    )


def is_questioned(words: Sequence[Word], verb: int, speaker: Phrase | None) -> bool:
    """Whether it is asked, or left open, if this was said: *Did Berg say it rained?*, *whether Berg said so*."""
    before = (speaker.first if speaker and speaker.first < verb else verb) - 1
    while before > 0 and is_adverb(words[before]):
        before -= 1
    if before < 0:
        return False
    if words[before].lower in LEFT_OPEN:
        return True
    return words[-1].kind == "?" and words[before].lower in words_of_class("auxiliaries")
