"""On which side a time lies by the words around it: *will meet Thursday* is ahead, *met Thursday* is past.

A word beside the time tells most (*until Tuesday*, *the quarter ended in May*), then the nearest verb of the sentence, before
it rather than after it. What is *said* some words before has a time of its own, which *said* does not tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from newsrecon.extractors.date_lexicon import POSSESSIVE, Lexicon, Tokens
from newsrecon.timex import Direction

__all__ = ["Verbs"]

_REACH_BEFORE: Final = 24
_REACH_AFTER: Final = 32
_REACH_OBJECT: Final = 10
_ADJACENT: Final = 3
_OPENING: Final = {"”": "“", '"': '"', "»": "«"}
_STOPS: Final = frozenset((".", "!", "?", ";"))
_BEFORE_NOUNS: Final = ("article", "definite", "possessive", "demonstrative")


@frozen
class Verbs:
    """The verbs of a stretch of text, and where they look."""

    lexicon: Lexicon
    tokens: Tokens

    def direction(self, start: int, end: int) -> Direction | None:
        """Where a time between two tokens lies; None where nothing tells."""
        if self._is(start - 1, "up_to") and not self._is(start - 2, "negation"):
            return self._up_to(start, end)
        if (
            self._is_meant_for(start, end)
            or self._is_told(start, end)
            or (self._is(start - 1, "of_word") and self._is(start - 2, "in_advance"))
        ):
            return Direction.FUTURE
        if self._is_in_time(start):
            # may open as early as June, knew as early as June
            return self._by_verbs(start, end) or Direction.FUTURE
        if self.are_over(start, end) or self._is(start - 1, "since_word") or self._befell(start, end):
            return Direction.PAST
        return self._by_verbs(start, end)

    def _up_to(self, start: int, end: int) -> Direction:
        """Ahead (*is shut until Tuesday*), unless what went on till then is over.

        *Remained there until Tuesday*, *did not leave until Tuesday*, *Until Tuesday, he led the race*.
        """
        if start == 1 or self._stops(start - 2):
            return self._by_verbs(start, end) or Direction.FUTURE
        passed = 0
        for index in range(start - 2, max(-1, start - _REACH_BEFORE), -1):
            if self._stops(index) or passed > 2:
                break
            if self._is_denied(index + 1) or (not passed and self._is(index, "staying")):
                return Direction.PAST
            tense = self._tense(index) if self._may_tell(index) else None
            if tense is Direction.FUTURE:
                break
            passed += tense is Direction.PAST
        return Direction.FUTURE

    def _by_verbs(self, start: int, end: int) -> Direction | None:
        if self.tokens.text(end) in POSSESSIVE and self._is(start - 1, "speaking"):
            # said Thursday's strike would go ahead
            return self._by_verbs_behind(start, end)
        for index in self._before(start):
            if self._stops(index):
                break
            if self._is(index, "in_prospect") and self._is_before_noun(index):
                return Direction.FUTURE  # the scheduled end of the talks on Monday
            if not self._may_tell(index):
                continue
            if index < start - _ADJACENT and self._is(index, "speaking"):
                return None
            if self._is(index, "willing") and self._leads_to_infinitive(index, start):
                return Direction.PAST if self._follows(index, "pluperfect") else Direction.FUTURE
            if found := self._tense(index):
                return found
        return self._by_verbs_behind(start, end)

    def _by_verbs_behind(self, start: int, end: int) -> Direction | None:
        for index in range(end, min(len(self.tokens.places), end + _REACH_AFTER)):
            if self._stops(index):
                break
            of_other = self._is(index - 1, "relative") and index - 1 > end
            if not of_other and self._may_tell(index) and (found := self._tense_after(index)):
                return found
        return None

    def _before(self, start: int) -> Iterator[int]:
        """The tokens in front of a time from the nearest on, without what a quotation that ends before it says."""
        index, least = start - 1, max(-1, start - _REACH_BEFORE)
        while index > least:
            opening = _OPENING.get(self.tokens.text(index))
            if opening and (opening != '"' or self.tokens.glued(index)):
                index -= 1
                while index > least and self.tokens.text(index) != opening:
                    index -= 1
            else:
                yield index
            index -= 1

    def _may_tell(self, index: int) -> bool:
        """Whether a word can be a verb that looks anywhere: most words are none."""
        word = self.tokens.text(index)
        return word in self.lexicon.verbs or self.lexicon.ends(word, "past")

    def _is_told(self, start: int, end: int) -> bool:
        """*the hearing is on Monday*, *Monday is the deadline*: the present of a day tells what is to come."""
        opens = (start == 0 or self._stops(start - 1)) and any(self._is(end + 1, name) for name in _BEFORE_NOUNS)
        return self._is(start - 1 - self._is(start - 1, "of_day"), "is_word") or (opens and self._is(end, "is_word"))

    def _is_meant_for(self, start: int, end: int) -> bool:
        """*classes were cancelled for Wednesday*; not *was blamed for Wednesday's crash*"""
        named = self._is(start - 1, "purpose") and self._is(start, "weekday")
        return named and self.tokens.text(end) not in POSSESSIVE and not self._is(end, "befallen")

    def _befell(self, start: int, end: int) -> bool:
        """*the May 31 death of a boy*, *an April 7 double murder*, *Tuesday's crash*, *a shooting on Tuesday*"""
        before = start - 1 - self._is(start - 1, "of_day") - self._is(start - 1, "in_word")
        if self._is(before, "befallen"):
            return True
        end += (owned := self.tokens.text(end) in POSSESSIVE)
        told = owned or any(self._is(start - 1, name) for name in _BEFORE_NOUNS) or self._is(start, "definite")
        return told and (self._is(end, "befallen") or self._is(end + 1, "befallen"))

    def _stops(self, index: int) -> bool:
        """Whether a sentence ends here: at a mark that does, but the point of *vs.*, *Mr.* and of initials."""
        mark = self.tokens.text(index)
        if mark != ".":
            return mark in _STOPS
        return not (self._is(index - 1, "abbreviated") and self.tokens.glued(index)) and not self._goes_on(index)

    def _goes_on(self, index: int) -> bool:
        """Whether a comma, a small letter or no space follows a point: *in Austin, Tex., fell*, *Inc. said*, *the U.S.*"""
        after = self.tokens.text(index + 1)
        goes_on = self.tokens.glued(index + 1) or not self.tokens.is_capital(index + 1)
        return after == "," or (after[:1].isalnum() and goes_on)

    def are_dated(self, start: int, end: int) -> bool:
        """Whether the verb says when: *bought it in March*, *was shot May 2*; not *effective June 1*, *a third-quarter loss*."""
        return (
            self._is(start - 1, "when")
            or (
                self._may_tell(start - 1)
                and self._tense(start - 1) is Direction.PAST
                and not self._is(start - 1, "being")
            )
            or self._is(start - 1, "since_word")
            or self._is_in_time(start)
            or self.are_over(start, end)
            or self._befell(start, end)
        )

    def _is_in_time(self, start: int) -> bool:
        """*as early as June*"""
        return self._is(start - 1, "as_word") and self._is(start - 2, "in_time")

    def are_over(self, start: int, end: int) -> bool:
        """Whether a time has ended, or something has at it: *the quarter ended Sept. 30*, *the first quarter ended …*."""
        return self._is(start - 1, "over") or self._is(end, "over")

    def _tense_after(self, index: int) -> Direction | None:
        """Where a verb behind its time looks: *On Monday, he vowed to leave* tells when he vowed."""
        led = self._is(index, "willing") or self._is_regular(index)
        to = self._is(index + 1, "also_infinitive") and not self._is(index - 1, "is_word")
        planned = self._is_planned(index) and not self._is(index, "willing")
        return Direction.PAST if led and to and not planned else self._tense(index)

    def _tense(self, index: int) -> Direction | None:
        """Where a verb looks: *will*, *to be held* ahead, *was held*, *could not be* back; *a reduced price* is no verb."""
        if self._is(index, "could") and self._is(index + 1, "negation"):
            return Direction.PAST
        if self._is_planned(index):
            over = self._follows(index, "pluperfect") or (self._is(index, "scheduled") and self._is_denied(index))
            return Direction.PAST if over else Direction.FUTURE
        if not (self._is_regular(index) or self._is(index, "looking_back") or self._is(index, "speaking")):
            return None
        if (self._is(index + 1, "also_infinitive") and self._may_be_verb(index + 2)) or self._is(index - 1, "is_word"):
            return None
        if self._follows(index, "negation") and (self._is(index - 3, "could") or self._is(index - 2, "could")):
            return Direction.PAST
        if self._is(index - 1, "infinitive_passive") and self._is(index - 2, "unable"):
            return None  # what cannot be ruled out is of no time
        ahead = self._follows(index, "infinitive_passive") or self._is_infinitive(index - 1)
        return Direction.FUTURE if ahead else Direction.PAST

    def _may_be_verb(self, index: int) -> bool:
        """Whether the word behind *to* may be a verb: *vowed to leave*; not *climbed to 9 percent*, *to nearly 9 percent*."""
        word = self.tokens.text(index)
        measured = not word.isalpha() or self._is(index, "degree") or self.lexicon.ends(word, "adverb")
        return not (measured or self.tokens.is_capital(index) or self._is_before_noun(index + 1))

    def _is_infinitive(self, index: int) -> bool:
        """*will remain* (jailed); not *may have* (left)."""
        return self._is(index - 1, "modal") and not self._is(index, "having") and not self._is(index, "negation")

    def _is_denied(self, index: int) -> bool:
        """*did not go*, *didn't go*"""
        return self._is(index - 1, "negation") and (self._is(index - 2, "was_not") or self._is(index - 3, "was_not"))

    def _is_planned(self, index: int) -> bool:
        """*will*, *is set to*, *is to*, *meets*; of *set to begin* it is *set* that tells; *the plan* is no verb."""
        if self._is(index, "scheduled_to"):
            return self._is(index + 1, "toward")
        if self._is(index, "also_infinitive"):
            return self._is(index - 1, "is_word") and not self._is(index + 1, "of_blame")
        if self._is(index, "scheduled"):
            return not self._is(index - 1, "also_infinitive")
        named = self._is(index, "month") and self.tokens.is_capital(index)
        return self._is(index, "looking_ahead") and not named and not self._is_before_noun(index)

    def _leads_to_infinitive(self, index: int, end: int) -> bool:
        """*agreed to meet*, *invited them to a party*; not *agreed to the plan*, *voted 48 to 46*, *voted for a force to* …"""
        reach = _REACH_BEFORE if self._is(index, "inviting") else _REACH_OBJECT
        for place in range(index + 1, min(end, index + reach)):
            if self._is(place, "purpose"):
                return False
            if self._is(place, "also_infinitive"):
                is_word = self.tokens.text(place + 1).isalpha() and not self.tokens.is_capital(place + 1)
                infinitive = is_word and not self._is_before_noun(place + 2)
                return infinitive or self._is(index, "inviting")
        return False

    def _is_regular(self, index: int) -> bool:
        """Whether a word has the regular form of the past, and stands before no noun."""
        word = self.tokens.text(index)
        return len(word) > 4 and self.lexicon.ends(word, "past") and not self._is_before_noun(index)

    def _is_before_noun(self, index: int) -> bool:
        """Whether an article or the like stands before, or before an adverb: *a reduced price*, *a still unspecified day*."""
        if self.lexicon.ends(self.tokens.text(index - 1), "adverb") or self._is(index - 1, "degree"):
            index -= 1
        if self._is(index - 1, "relative"):
            return False
        return any(self._is(index - 1, name) for name in _BEFORE_NOUNS)

    def _follows(self, index: int, name: str) -> bool:
        """Whether a word of a class stands one or two words before."""
        return self._is(index - 1, name) or self._is(index - 2, name)

    def _is(self, index: int, name: str) -> bool:
        return self.lexicon.is_a(self.tokens.text(index), name)
