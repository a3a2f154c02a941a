"""What the claims of a story were read as, for when the story is looked at again.

What a claim is read as is a function of the claim and of what its context answers while it is read. So each reading is kept
together with the questions that it asked, and a claim is read again only where one of them is answered otherwise now. (Build
systems call this a verifying trace: Mokhov, Mitchell and Peyton Jones, "Build systems à la carte", 2018.) Features that may hold
more than what they were made of, such as the context itself, are read anew each time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import define, evolve, field

from newsrecon.context import Context
from newsrecon.matching import Matcher
from newsrecon.model import Claim
from newsrecon.reconciliation.features import alike, is_plain_throughout
from newsrecon.reconciliation.questions import Question, asking, changed

__all__ = ["Readings"]


@define(eq=False)
class _Reading:
    features: Any
    asked: frozenset[Question]
    plain: bool | None = None
    """Whether the features hold nothing but plain values; None until it matters."""

    def holds(self, otherwise: frozenset[Question]) -> bool:
        """Whether the claim would be read the same where some questions are answered otherwise."""
        if not self.asked.isdisjoint(otherwise):
            return False
        if self.plain is None:
            self.plain = is_plain_throughout(self.features)
        return self.plain


@define(eq=False)
class Readings:
    """What the claims of one story were read as when it was last looked at, and in which context."""

    _context: Context = field(factory=Context, init=False)
    _asking: Context = field(factory=Context, init=False)
    _asked: set[Question] = field(factory=set, init=False)
    _otherwise: frozenset[Question] = field(default=frozenset(), init=False)
    _kept: dict[str, dict[str, _Reading]] = field(factory=dict, init=False)

    def __len__(self) -> int:
        return sum(map(len, self._kept.values()))

    def look_again(self, context: Context, articles: Iterable[str]) -> None:
        """Go on in another context of the same story, which now has these articles."""
        self._otherwise = changed(self._context, context, articles)
        self._context, self._asking = context, asking(context, self._asked)

    def kept_by(self, matcher: Matcher[Any]) -> Matcher[Any]:
        """The matcher, which reads no claim again that it would read the same; what it does not read now is forgotten.

        Features that are alike in every respect are the same object as before.
        """
        before = self._kept.get(matcher.kind, {})
        now = self._kept[matcher.kind] = {}

        def read(claim: Claim, _: Context) -> Any:
            reading = before.get(claim.id)
            if reading is None or not reading.holds(self._otherwise):
                self._asked.clear()
                features = matcher.read(claim, self._asking)
                if reading is not None and alike(features, reading.features):
                    features = reading.features
                reading = _Reading(features, frozenset(self._asked))
            now[claim.id] = reading
            return reading.features

        return evolve(matcher, read=read)
