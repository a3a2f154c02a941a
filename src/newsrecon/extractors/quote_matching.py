"""The same utterance in several outlets: identical, cut, quoted in part, re-translated, or quoted here and reported there.

Two quotes are one utterance where the rarer content words of the shorter one are in the longer one, the speakers can be
one, and no number speaks against it. What follows from that is kept apart: the same words are equal, the fuller wording
refines the part, rewordings overlap, and the same words credited to two who cannot be one conflict.
"""

from __future__ import annotations

from newsrecon.matching import Matcher
from newsrecon.model import Claim

__all__ = ["quote_matcher"]


def quote_matcher() -> Matcher[Claim]:
    """The matcher of quotes."""
    return Matcher("quote")
