"""Who is said to say what, within one passage: the orders of speaker, cue and content, one after the other.

Each cue of a passage is taken in turn. What stands after it decides first: a clause with *that*, a quotation, an infinitive,
an object, as far as the cue can govern it. Where nothing does, the content stands before: *It rained, she said.* A cue right
behind its content may come before its speaker: *"It rained," said Ms. Smith of the weather bureau.*
"""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve, frozen

from newsrecon.extractors.adjuncts import is_time, skip_adjuncts, skip_back
from newsrecon.extractors.complements import Complement
from newsrecon.extractors.contents import (
    can_resume,
    clause_end,
    content_before,
    coordinated,
    follows_quotation,
    is_long,
    is_sentence,
    lower_at,
    only_points,
    sentence_end,
    stands_free,
)
from newsrecon.extractors.cues import ATTITUDES, Cue, lexicon
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.nesting import parted
from newsrecon.extractors.noun_phrases import (
    Phrase,
    clause_subject,
    closes_report,
    phrase_after,
    phrase_before,
    subject_before,
)
from newsrecon.extractors.passages import Passage, Word
from newsrecon.extractors.passive_reports import after_be, is_passive, passive_report
from newsrecon.extractors.polarity import is_negated, is_questioned
from newsrecon.extractors.reports import WINDOW, Report, according, credits, noun_report
from newsrecon.extractors.word_kinds import has_verb, is_adverb, is_nominal, is_verb, is_work
from newsrecon.verbs import verbs

__all__ = ["is_attitude", "reports"]

ASKING_ENDS = frozenset(",?!…—–-")
"""With what a quotation ends whose speaker follows."""
OF_DOCUMENTS = frozenset({"clause", "object"})
"""What a verb such as *show* governs, too, where a document is its subject: *polls show Berg ahead*."""
NEAR = 5
"""Earlier reports of a passage that a cue may go on from."""
HEARER = 3
"""Words for who is told, up to the comma behind an insertion: *In May, he told the council, …*"""


def reports(passage: Passage, *, attitudes: bool = False) -> tuple[Report, ...]:
    """The reports of a passage, in the order of their cues.

    What somebody believes or hopes is one only where words of theirs are in quotation marks; with `attitudes`, all is that
    somebody thinks, wants or makes of something.
    """
    found: list[Report] = []
    forms = lexicon().forms if attitudes or passage.quotations else lexicon().saying
    end, telling, clarity = sentence_end(passage.words), lexicon().telling, lexicon().clarity
    for place, word in enumerate(passage.words):
        if word.lower not in telling or word.kind != "w":
            continue
        if credits(passage.words, place):
            report = according(passage.words, place, end)
        elif word.lower in clarity and (clarified := _clarified(passage.words, place)) is not None:
            report = _Reading(passage.words, *clarified, found, end, place + 1).report()
        elif (cue := forms.get(word.lower)) is not None and _reports(passage.words, place, cue):
            reading = _Reading(passage.words, place, cue, found, end, place + 1)
            report = reading.report()
            if report is not None and report.order == "before" and reading.adds(report):
                found.append(_marked(passage.words, evolve(report, content=report.content[:-1])))
                behind = report.content[-1]
                report = evolve(report, content=(Phrase(behind.first + 1, behind.last),), order="resumed")
        elif word.lower in lexicon().nouns and lower_at(passage.words, place + 1) == "that":
            report = noun_report(passage.words, place, end)
        else:
            continue
        if report is not None and (attitudes or not is_attitude(report) or _is_quoted(passage.words, report)):
            found += _coordinated(passage.words, _marked(passage.words, report))
    return tuple(parted(passage.words, found))


def is_attitude(report: Report) -> bool:
    """Whether a report tells what somebody thinks or wants."""
    return report.group in ATTITUDES


def _is_quoted(words: tuple[Word, ...], report: Report) -> bool:
    """Whether words in quotation marks are given to a verb that can have them: *he hopes for “a miracle”*."""
    cue = lexicon().forms.get(words[report.cue.first].lower)
    return (
        cue is not None
        and cue.speaks
        and any(word.kind == "q" for run in report.content for word in words[run.first : run.last])
    )


def _marked(words: tuple[Word, ...], report: Report) -> Report:
    """The report with the marks of what was not said, or is asked about."""
    verb = report.cue.first
    negated, questioned = is_negated(words, verb), is_questioned(words, verb, report.speaker)
    return evolve(report, negated=negated, questioned=questioned) if negated or questioned else report


def _coordinated(words: tuple[Word, ...], report: Report) -> list[Report]:
    """A report for each content that one cue governs."""
    if report.order != "after" or len(report.content) != 1:
        return [report]
    parts = coordinated(words, report.content[0])
    return [evolve(report, content=(part,)) for part in parts] if len(parts) > 1 else [report]


def _clarified(words: tuple[Word, ...], place: int) -> tuple[int, Cue] | None:
    """The place of the verb that reports by the word behind it, and what it may govern: **made** *it clear*."""
    verb = place - 1
    while verb > 0 and (words[verb].lower == "it" or is_adverb(words[verb])):
        verb -= 1
    cue = lexicon().clarifying.get(words[verb].lower) if place else None
    return (verb, cue) if cue is not None and _reports(words, verb, cue) else None


def _reports(words: tuple[Word, ...], place: int, cue: Cue) -> bool:
    """Whether a word that could be a cue is a verb here, and an active one."""
    if words[place].capital and place > 0 and not _is_headline(words, cue):
        return False
    if is_nominal(words, place, cue) and not (cue.form == "third" and closes_report(words, place)):
        return False
    if place == 0:
        return cue.form == "ing" or (cue.speaks and cue.form in ("past", "third"))
    before = place - 1
    while before > 0 and is_adverb(words[before]):
        before -= 1
    previous = words[before]
    following = lower_at(words, place + 1)
    if ("it" in cue.governs and following != "it") or ("out" in cue.governs and following not in ("out", "to")):
        return False
    if cue.form == "ing" and previous.kind == "w" and _is_finite(following):
        return False  # a tsunami | warning | was issued
    if cue.form == "base":
        # *was alert*, *is complete*: no verb stands like this behind a form of "be".
        return previous.kind == "w" and previous.lower not in words_of_class("be")
    return previous.kind in ("w", "q", ",", "—", ")")


def _is_finite(word: str) -> bool:
    """Whether a word surely is a verb of which something before it is the subject: *was*, *said*."""
    cue = lexicon().forms.get(word)
    return word in words_of_class("auxiliaries") or (cue is not None and cue.speaks and cue.form in ("past", "third"))


def _is_headline(words: tuple[Word, ...], cue: Cue) -> bool:
    """Whether nearly all words have capitals, so that a capital does not tell a name from a verb: *Mayor Says …*"""
    first = [word for word in words[:12] if word.kind == "w" and len(word.lower) > 3]
    return cue.form == "third" and sum(word.capital for word in first) >= 0.8 * len(first)


@frozen
class _Reading:
    """One cue that is a verb, and what stands around it."""

    words: tuple[Word, ...]
    place: int
    cue: Cue
    earlier: list[Report]
    end: int
    behind: int
    """The place behind the cue."""

    @property
    def low(self) -> int:
        """Where content before this cue may begin: behind an earlier report whose content stands before its cue."""
        low = max(0, self.place - WINDOW)
        for report in self.earlier[-NEAR:]:
            if report.order in ("before", "inverted"):
                ends = [report.cue.last, *([report.speaker.last] if report.speaker else [])]
                low = min(max(ends), self.place)
        return low

    @property
    def _complement(self) -> Complement:
        return Complement(self.words, self.place, self.cue, self.low, self.behind)

    def report(self) -> Report | None:
        high = min(self.end, self.place + WINDOW)
        if is_passive(self.words, self.place, self.cue, self.end):
            return passive_report(self.words, self.place, self.cue, high, self._complement.run)
        inverted = self._inverted(high) if self.place else self._opening(high)
        if inverted is not None or (self.place == 0 and self.cue.form != "ing"):
            return inverted
        speaker = self._speaker()
        if self.cue.group == "show" and speaker is not None and self._is_document(speaker):
            told = evolve(self.cue, governs=self.cue.governs | OF_DOCUMENTS)
            return evolve(self, cue=told)._governing(speaker, high)
        return self._governing(speaker, high)

    def _governing(self, speaker: Phrase | None, high: int) -> Report | None:
        """The report with this speaker: its content behind the cue, else before it."""
        cue = Phrase(self.place, self.behind)
        base = Report(cue, speaker, (), self.cue.group, "after")
        if speaker is not None and self._ends_utterance(speaker.first - 1):
            return self._before(base, high)
        content, wants = self._complement.after(high)
        if content is not None and only_points(self.words, content):
            return None
        if content is not None:
            marked = any(word.kind == "q" for word in self.words[content.first : content.last])
            return evolve(base, content=(content,)) if speaker or marked or self.cue.form == "ing" else None
        if wants:
            return evolve(base, wants=wants)
        return self._before(base, high)

    def _is_document(self, speaker: Phrase) -> bool:
        """Whether a phrase names what is written or counted, its complements aside: *polls in the north*, *bank records*."""
        for word in self.words[speaker.first : speaker.last]:
            if word.lower in words_of_class("prepositions"):
                return False
            if word.lower in words_of_class("showing_nouns"):
                return True
        return False

    def adds(self, report: Report) -> bool:
        """Whether what stands behind an insertion is another statement: *It rained, he said, but nobody fell.*"""
        if len(report.content) < 2:
            return False
        first = self.words[report.content[-1].first]
        direct = any(self.words[run.last - 1].kind == "q" for run in report.content[:-1])
        return not direct and first.lower in ("and", "but")

    def _ends_utterance(self, place: int) -> bool:
        """Whether a quotation that asks for its speaker ends here: *"It rained," …*"""
        return (
            place >= self.low
            and self.words[place].kind == "q"
            and self.words[place].lower in ASKING_ENDS
            and self.cue.speaks
            and not is_work(self.words, place)
        )

    def _before(self, base: Report, high: int) -> Report | None:
        """*It rained, she said.* and *"It rained," she said, "and it poured."*"""
        if not self.cue.speaks or base.speaker is None or self.place == 0 or self._has_object(base.speaker, high):
            return None
        before = content_before(self.words, base.speaker.first, self.low)
        if before is None:
            if (fronted := self._complement.fronted(high)) is not None:
                return evolve(base, content=(fronted,))
            alone = base.speaker.first <= 1 and skip_adjuncts(self.words, self.place + 1, high) >= high
            return evolve(base, wants="before", order="before") if alone else None
        resumed = self._resumed(self.place + 1, high, before)
        if not resumed and not is_sentence(self.words, before[0]):
            return None
        return evolve(base, content=before + resumed, order="before")

    def _has_object(self, speaker: Phrase, high: int) -> bool:
        """Whether a verb that is told to nobody has an object that is no clause: *After the storm, he wrote a letter.*"""
        words, place = self.words, self.place + 1
        if place + 1 >= high or self.cue.governs & {"hearer", "object"} or words[speaker.first - 1].kind == "q":
            return False
        if words[place].lower == "to":
            return not self.cue.governs & {"to", "to+"} and words[place + 1].lower in verbs()
        opens = any(words[place].lower in words_of_class(name) for name in ("articles", "possessives"))
        return opens and skip_adjuncts(words, place, high) == place and not is_time(words[place + 1])

    def _resumed(self, place: int, high: int, before: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        """What goes on behind the cue and its speaker: *…," he said, "and …*"""
        words = self.words
        direct = all(words[at].kind == "q" for run in before for at in range(run.first, run.last))
        at = skipped = skip_adjuncts(words, place, high)
        while at < high and words[at].kind not in (",", ".", ":", "—") and not follows_quotation(words, at):
            at += 1
        if direct:
            at = next(
                (next_ for next_ in range(skipped, high) if words[next_].kind == "q" and stands_free(words, next_)),
                high,
            )
        elif at < high and words[at].kind != "q":
            at += 1
        if at >= high:
            return ()
        end = clause_end(words, at, high)
        hearer = HEARER if "hearer" in self.cue.governs else 0
        waits = at - skipped <= hearer + 1 and (
            words[before[0].first].lower in words_of_class("subordinators") or not is_sentence(words, before[0])
        )
        return (Phrase(at, end),) if (waits and not direct) or can_resume(words, at, end) else ()

    def _inverted(self, high: int) -> Report | None:
        """*"It rained," said Ms. Smith.*"""
        words, place = self.words, self.place
        if not self.cue.speaks or self.cue.form not in ("past", "third") or self.cue.governs & {"addressed", "it"}:
            return None
        before = skip_back(words, place - 1, self.low)
        if before != place - 1 or words[before].kind not in ("q", ","):
            return None
        if words[before].kind == "q" and words[before].lower not in ASKING_ENDS | {"."} and not is_long(words[before]):
            return None
        speaker = phrase_after(words, place + 1, len(words))
        if speaker is None or words[speaker.first].lower in words_of_class("object_pronouns"):
            return None
        if words[before].kind == "," and words[before - 1].kind != "q" and not self._ends_report(speaker, high):
            return None
        content = content_before(words, place, self.low)
        if content is None or words[speaker.first].lower == "not" or self._is_interrupted(content[0]):
            return None
        speaker = self._name_apposed(speaker)
        resumed = self._resumed(speaker.last, high, content)
        if resumed and not has_verb(words, resumed[0].first, resumed[0].last):
            resumed = ()  # it tells who speaks: *said Anna Berg,* **director of the zoo**
        return Report(Phrase(place, place + 1), speaker, content + resumed, self.cue.group, "inverted")

    def _is_interrupted(self, content: Phrase) -> bool:
        """Whether only a subject and what stands beside it is before the cue: *Hale, who is 58, pleaded*, *The drug, called*."""
        starts = [content.first, *(at + 1 for at in range(content.first, content.last) if self.words[at].kind == ",")]
        parts = list(pairwise((*starts, content.last)))
        if len(parts) > 2 or any(word.kind == "q" for word in self.words[content.first : content.last]):
            return False
        whole = (self.words[first].lower not in words_of_class("relatives") for first, _ in parts)
        return not any(
            free and has_verb(self.words, first, last) for free, (first, last) in zip(whole, parts, strict=True)
        )

    def _name_apposed(self, speaker: Phrase) -> Phrase:
        """The name behind a description: *said the mayor, Anna Berg*."""
        words, comma = self.words, speaker.last
        if comma + 1 >= len(words) or words[comma].kind != "," or words[comma - 1].capital:
            return speaker
        name = phrase_after(words, comma + 1, len(words))
        if (
            name is None
            or not all(word.capital for word in words[name.first : name.last])
            or name.last - name.first > 4
        ):
            return speaker
        return name

    def _opening(self, high: int) -> Report | None:
        """*Said Ms. Smith: "It rained."*"""
        speaker = phrase_after(self.words, 1, high) if self.cue.form != "ing" else None
        if speaker is None or speaker.last + 1 >= high or self.words[speaker.last].kind not in (":", ","):
            return None
        first = speaker.last + 1
        if self.words[speaker.last].kind == "," and self.words[first].kind != "q":
            return None
        return Report(
            Phrase(0, 1), speaker, (Phrase(first, clause_end(self.words, first, high)),), self.cue.group, "after"
        )

    def _ends_report(self, speaker: Phrase, high: int) -> bool:
        """Whether no clause follows that the phrase behind the cue would be the subject of."""
        if speaker.last >= high:
            return True
        following = self.words[speaker.last]
        if following.kind == "w" and (is_verb(self.words, speaker.last) or is_adverb(following)):
            return False
        rest = self.words[speaker.last : high]
        if following.kind in (",", "—") or following.lower in ("who", "whose", "which"):
            told = following.kind == "," and not has_verb(self.words, speaker.last, high)
            return told or not self._apposed()
        return not any(word.lower in words_of_class("auxiliaries") for word in rest) and not self._apposed()

    def _apposed(self) -> bool:
        """Whether the comma before the cue ends an apposition to a subject, not a clause: *Smith, the mayor, said*."""
        commas = [at for at in range(self.low, self.place - 1) if self.words[at].kind == ","]
        if not commas:
            return False
        return not any(is_verb(self.words, at) for at in range(self.low, commas[0]))

    def _speaker(self) -> Phrase | None:
        words, place = self.words, self.place
        if self.cue.form != "ing" or after_be(self.words, self.place):
            return subject_before(words, place, self.low)
        before = place - 1
        while before > 0 and is_adverb(words[before]):
            before -= 1
        linking = words_of_class("prepositions") | words_of_class("subordinators")
        if before >= 0 and words[before].kind == "w" and words[before].lower not in linking:
            if words[before].lower in ("and", "but", "or"):
                return self._previous_speaker(place)
            found = phrase_before(words, before, self.low)
            if (
                found is None
                and lower_at(words, before)
                and "with" in (word.lower for word in words[max(0, before - 12) : before])
            ):
                start = next(at for at in range(before, -1, -1) if words[at].lower == "with")
                found = Phrase(start + 1, before + 1)
            return found
        if place == 0:
            return self._after_participle()
        return self._previous_speaker(place)

    def _after_participle(self) -> Phrase | None:
        """*Citing a report, the mayor …*: the phrase behind the first comma."""
        comma = next((at for at in range(self.place, len(self.words)) if self.words[at].kind == ","), None)
        return None if comma is None else phrase_after(self.words, comma + 1, len(self.words))

    def _previous_speaker(self, place: int) -> Phrase | None:
        """The speaker of the report before, who goes on (*, adding that*); else the subject of the clause."""
        for report in reversed(self.earlier[-NEAR:]):
            if report.speaker is not None and report.order != "according":
                return report.speaker
        return clause_subject(self.words, place, self.low) or clause_subject(self.words, place, max(0, place - WINDOW))
