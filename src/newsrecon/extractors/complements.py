"""What a verb of speech governs to its right: *She told the council* **that it rained**, *He warned of* **floods**.

A cue says in the lexicon what it can govern; what stands behind it is tried in turn: a preposition of its own, who is told, a
clause with *that*, a quotation, an infinitive, a clause without *that*, an object.
"""

from __future__ import annotations

from itertools import takewhile

from attrs import frozen

from newsrecon.extractors.adjuncts import is_time, skip_adjuncts
from newsrecon.extractors.contents import clause_end, lower_at, object_end, opens_clause, opens_finite, utterance_end
from newsrecon.extractors.cues import Cue
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.noun_phrases import Phrase, phrase_after
from newsrecon.extractors.passages import Word
from newsrecon.extractors.word_kinds import has_verb, is_adverb
from newsrecon.gazetteer import titles
from newsrecon.verbs import pasts

__all__ = ["Complement"]

INSERTION = 8
"""Words between commas that may stand between a cue and *that*."""
QUOTABLE = frozenset({"quote", "object", "naming", "as", "clause"})


@frozen
class Complement:
    """What stands behind one cue, `low` being where its clause begins at the earliest."""

    words: tuple[Word, ...]
    place: int
    cue: Cue
    low: int
    behind: int
    """The place behind the cue, which may be several words: *made it clear*."""

    def after(self, high: int) -> tuple[Phrase | None, str]:
        """What the cue governs to its right, or where else it is to be found."""
        words, governs = self.words, self.cue.governs
        at = self.behind
        if at >= high:
            return None, "after" if lower_at(words, high) == ":" else ""
        if "it" in governs:
            at += 1
        elif words[at].lower == "to" and governs & {"to", "to+"}:
            return self.run(at + ("to+" in governs), high), ""
        linked = next(
            (place for place in range(at, high) if not (is_adverb(words[place]) or _is_day(words[place]))), at
        )
        if words[linked].lower in governs & words_of_class("prepositions") - {"to"}:
            return self.run(linked + 1, high), ""
        if "hearer" in governs:
            hearer = self._past_hearer(at, high)
            content, wants = self._governed(hearer, high)
            topic = next((place for place in range(at + 1, hearer) if words[place].lower == "of"), None)
            if content is None and not wants and topic is not None and "of" in governs:
                return self.run(topic, high), ""
            if content is not None or wants or "object" not in governs:
                return content, wants
        return self._governed(at, high)

    def fronted(self, high: int) -> Phrase | None:
        """A clause whose first words could tell when or where it was said: *said* **by noon everyone had left**."""
        words, first = self.words, self.behind
        if "clause" not in self.cue.governs or first + 1 >= high:
            return None
        opens = words[first].lower in words_of_class("adjunct_prepositions") and not is_time(words[first + 1])
        verbs = (at for at in range(first + 2, high) if _is_finite(words[at]))
        verb = next(verbs, None)
        if not opens or verb is None:
            return None
        linked = next((at for at in range(first, verb) if words[at].lower == "that"), None)
        return self.run(first if linked is None else linked + 1, high)

    def _governed(self, at: int, high: int) -> tuple[Phrase | None, str]:
        """What is said, looked for from here on, the hearer left behind."""
        words, governs = self.words, self.cue.governs
        after = next((place for place in range(at, high) if not is_adverb(words[place])), high)
        told = after == at or at > self.behind
        if "to" in governs and told and after < high and words[after].lower == "to":
            return self.run(at if lower_at(words, at) == "not" else after, high), ""
        at = skip_adjuncts(words, at, high)
        if at >= high:
            return None, "after" if lower_at(words, high) == ":" else ""
        word = words[at]
        if word.kind == ":":
            return self.run(at + 1, high), ""
        if word.kind == "," and at + 1 < high and words[at + 1].kind == "q" and self.cue.speaks:
            return self.run(at + 1, high), ""
        if word.kind == "q":
            return (self.run(at, high), "") if governs & QUOTABLE else (None, "")
        if word.kind == "," and "that" in governs:
            at = self._past_insertion(at, high)
            word = words[at]
        if word.kind != "w":
            return None, ""
        if word.lower == "that" and "that" in governs and at + 1 < high:
            run = self.run(at + 1, high)
            clause = run is not None and (self._has_verb(run) or opens_clause(words[run.first]))
            return (run, "") if clause else (None, "")
        if word.lower in words_of_class("question_words"):
            return (self.run(at, high), "") if "that" in governs else (None, "")
        if word.lower == "to":
            return (self.run(at, high), "") if "to" in governs else (None, "")
        if "hearer" in governs and at > self.behind and word.lower in words_of_class("prepositions"):
            return (self.run(at, high), "") if word.lower in governs else (None, "")
        if word.lower in words_of_class("conjunctions") or word.lower in words_of_class("subordinators") - {"that"}:
            return None, ""
        if governs & {"clause", "object", "naming", "as"}:
            return self._bare(at, high), ""
        run = self.run(at, high)
        marked = run is not None and any(word.kind == "q" for word in words[run.first : run.last])
        return (run, "") if marked else (None, "")

    def _past_insertion(self, comma: int, high: int) -> int:
        """The place of *that* behind words between commas: *said,* *however,* **that** …; the comma where there is none."""
        closing = next(
            (at for at in range(comma + 1, min(high, comma + INSERTION)) if self.words[at].kind != "w"), comma
        )
        inserted = closing > comma and self.words[closing].kind == "," and lower_at(self.words, closing + 1) == "that"
        return closing + 1 if inserted else comma

    def _bare(self, at: int, high: int) -> Phrase | None:
        """A clause without *that*, or an object, with the words that tell how much of its first phrase is meant."""
        words = self.words
        if "naming" in self.cue.governs and words[at].lower[:1].isdigit() and self._is_alone(at + 1, high):
            return None  # a number that is called by telephone
        while at > self.behind and words[at - 1].lower in words_of_class("degrees"):
            at -= 1
        if words[at].lower in words_of_class("prepositions") and "clause" not in self.cue.governs:
            return None
        found = self.run(at, high)
        if found is None or ("posts" in self.cue.governs and self._holds_a_post(at, found.last)):
            return None
        if "clause" not in self.cue.governs:
            return Phrase(at, object_end(words, at, found.last))
        if self.cue.governs & {"object", "naming", "as"}:
            last = self._end_of_object(found)
            return found if has_verb(words, at, last) else Phrase(at, last)
        return found if found.last - found.first >= 2 and self._has_verb(found) else None

    def _holds_a_post(self, at: int, end: int) -> bool:
        """Whether the object is somebody in a post, of whom nothing is said: *dismissed* **its coach, Jon Berg**."""
        object_words = [word.lower for word in self.words[at : object_end(self.words, at, end)]]
        if "as" in object_words:
            return False
        prepositions = words_of_class("prepositions")
        head = list(takewhile(lambda word: word.isalpha() and word not in prepositions, object_words))
        owned = len(head) < len(object_words) and object_words[len(head)].endswith(("'s", "’s", "s'", "s’"))
        return not owned and not (titles().heads | titles().roles).isdisjoint(head)

    def _is_alone(self, place: int, high: int) -> bool:
        """Whether nothing is said here of what stands before: the end, a preposition or a conjunction."""
        linking = words_of_class("prepositions") | words_of_class("conjunctions")
        return place >= high or self.words[place].lower in linking

    def _end_of_object(self, run: Phrase) -> int:
        """Where a phrase ends that another clause is joined to: *mentioned* **his plan** *and went home*."""
        words = self.words
        for at in range(run.first + 1, run.last - 1):
            if words[at].lower in ("and", "but") and opens_finite(words, at + 1):
                return at - (words[at - 1].kind == ",")
        return run.last

    def _has_verb(self, run: Phrase) -> bool:
        """Whether a clause without *that* can be one: words in marks or a verb are in it, not *added another name*."""
        if self.words[run.first].lower in words_of_class("subject_pronouns"):
            return True
        return has_verb(self.words, run.first, run.last)

    def _subordinate(self) -> bool:
        """Whether this report opens its sentence as a clause that another one follows: *While he said so, …*"""
        low = self.low
        opens = self.words[low].lower in words_of_class("leading_subordinators") and self.place - low < 12
        return opens and not any(word.kind == "," for word in self.words[low : self.place])

    def _past_hearer(self, at: int, high: int) -> int:
        words = self.words
        if words[at].kind != "w" or words[at].lower in {"that", "to"} | words_of_class("question_words"):
            return at
        if words[at].lower in words_of_class("object_pronouns"):
            return at + 1
        hearer = phrase_after(words, at, high)
        if hearer is None:
            return at
        return hearer.last

    def run(self, first: int, high: int) -> Phrase | None:
        end = utterance_end(self.words, first, high) or clause_end(self.words, first, high)
        if self._subordinate() or (self.place == 0 and self.words[first].kind != "q"):
            end = next((at for at in range(first, end) if self.words[at].kind == ","), end)
        return Phrase(first, end) if end > first else None


def _is_day(word: Word) -> bool:
    """Whether a word of time stands here that is no number: *called* **Friday** *for calm*."""
    return word.lower.isalpha() and is_time(word)


def _is_finite(word: Word) -> bool:
    """Whether a word is surely a finite verb; *May* with a capital is a month."""
    return not word.capital and (word.lower in pasts() or word.lower in words_of_class("auxiliaries"))
