"""Where what is said begins and ends inside a sentence, once its cue is known.

*He said* **it rained**, *adding that it poured, according to the bureau.* Content runs on until another report, a narrator's
afterthought or the end of the sentence; before its cue it is what stands up to the comma or the closing quotation mark.
"""

from __future__ import annotations

from newsrecon.extractors.adjuncts import is_time
from newsrecon.extractors.cues import lexicon
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.noun_phrases import Phrase
from newsrecon.extractors.passages import Word
from newsrecon.extractors.word_kinds import after_determiner, has_verb, is_adverb, is_plural, is_verb
from newsrecon.verbs import pasts

__all__ = [
    "can_resume",
    "clause_end",
    "content_before",
    "coordinated",
    "follows_quotation",
    "is_long",
    "is_sentence",
    "lower_at",
    "object_end",
    "only_points",
    "opens_clause",
    "opens_finite",
    "sentence_end",
    "stands_free",
    "utterance_end",
]

WHEN_AND_WHERE = frozenset({"during", "in", "on", "at", "after", "before", "when"})
WORDS_OF_A_SUBJECT = 8
"""Words of a subject among whose next ones its verb is looked for."""
WORDS_OF_AN_OCCASION = 5
WORDS_OF_A_LIST = 7
"""Words behind a comma up to the *and* that ends a list."""
LONG_QUOTATION = 30
"""Characters from which a quotation is more than words that are only quoted."""


def lower_at(words: tuple[Word, ...], place: int) -> str:
    """The word at a place in lower case; nothing outside the passage."""
    return words[place].lower if 0 <= place < len(words) else ""


def content_before(words: tuple[Word, ...], place: int, low: int) -> tuple[Phrase, ...] | None:
    """What is said, where it ends right before `place`, with a comma or a quotation between."""
    last = place - 1
    if last >= low and words[last].lower == "as":
        last -= 1
    if last < low:
        return None
    if words[last].kind == "q":
        return (_up_to_quotation(words, last, low),)
    if words[last].kind not in (",", "—"):
        return None
    if last > low and words[last - 1].kind == "q":
        return (_up_to_quotation(words, last - 1, low),)
    first = low
    while first < last and (
        words[first].kind not in ("w", "q") or words[first].lower in words_of_class("conjunctions")
    ):
        first += 1
    return (Phrase(first, last),) if last > first else None


def is_sentence(words: tuple[Word, ...], run: Phrase) -> bool:
    """Whether words before a cue can be all that is said: not *In an interview,* nor *After the dam broke,*."""
    if words[run.first].lower in words_of_class("leading_subordinators"):
        return any(words[at].kind in (",", "q") for at in range(run.first, run.last))
    return has_verb(words, run.first, run.last)


def only_points(words: tuple[Word, ...], run: Phrase) -> bool:
    """Whether a content has no words of its own: *asked* **about it**, *said* **so**."""
    return run.last - run.first <= 2 and all(
        word.lower in words_of_class("pointing") or word.lower in words_of_class("prepositions")
        for word in words[run.first : run.last]
    )


def _up_to_quotation(words: tuple[Word, ...], last: int, low: int) -> Phrase:
    """The quotation at `last` with those before it; with the words before it, where it completes their clause."""
    first = last
    while first > low and (
        words[first - 1].kind == "q"
        or (words[first - 1].kind in (",", ".") and first - 1 > low and words[first - 2].kind == "q")
    ):
        first -= 1
    if first > low and words[first].kind != "q":
        first += 1
    opens = words[first].capital or first == low or words[first - 1].kind in (",", ":", ".", "—", ";")
    if opens and not (words[first - 1].kind == "," and first - low > 3 and not words[first].capital):
        return Phrase(first, last + 1)
    start = low
    while start < first and (words[start].kind not in ("w", "q") or words[start].lower in ("and", "but", "so", "yet")):
        start += 1
    return Phrase(start, last + 1)


def is_long(word: Word) -> bool:
    """Whether a quotation is longer than words that are only quoted."""
    return word.end - word.start > LONG_QUOTATION


def follows_quotation(words: tuple[Word, ...], at: int) -> bool:
    """Whether two quotations stand side by side, the second of which is another sentence."""
    return words[at].kind == "q" and words[at - 1].kind == "q"


def stands_free(words: tuple[Word, ...], at: int) -> bool:
    """Whether a quotation stands behind a mark, as what goes on after an insertion does, or behind another quotation."""
    return at > 0 and words[at - 1].kind in (",", ".", ":", ";", "—", "q", ")")


def can_resume(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether these words can go on with what was said before an insertion such as *, he said,*."""
    if first >= last:
        return False
    word = words[first]
    if word.kind == "q":
        return True
    leads_away = (
        (word.lower.endswith("ing") and word.lower != "including")
        or word.lower in words_of_class("subordinators") - words_of_class("resuming")
        or word.lower in words_of_class("prepositions") - words_of_class("resuming")
        or word.lower in ("a", "an", "the")
    )
    return word.kind == "w" and not leads_away


def clause_end(words: tuple[Word, ...], first: int, high: int) -> int:
    """Where content that begins at `first` ends: before *, adding that*, *according to*, another report, or with the sentence."""
    at = first
    while at < high:
        word = words[at]
        following = at + 1
        if word.kind == ";":
            return at
        if word.kind == "q" and word.lower == "," and following < high and not _goes_on(words, following):
            return following
        if word.kind == "w" and word.lower == "according" and lower_at(words, following) == "to" and at > first:
            return at - 1 if words[at - 1].kind in (",", "—") else at
        if word.kind in (",", "—") and following < high and _closes_content(words, first, at, high):
            return at
        if word.lower in ("and", "but") and first < at < high - 1 and _reports_anew(words, following, high):
            return at
        at += 1
    while high > first + 1 and words[high - 1].kind in (",", "—"):
        high -= 1
    return high


def coordinated(words: tuple[Word, ...], run: Phrase) -> tuple[Phrase, ...]:
    """The contents of one report that *and that* joins: *said* **it rained** *and that* **it would pour**."""
    parts = []
    first = run.first
    for at in range(run.first + 1, run.last - 3):
        joins = words[at].lower in ("and", "but") and words[at + 1].lower == "that" and opens_clause(words[at + 2])
        if joins and at > first:
            parts.append(Phrase(first, at - (words[at - 1].kind == "," and at - 1 > first)))
            first = at + 2
    return (*parts, Phrase(first, run.last))


def opens_clause(word: Word) -> bool:
    """Whether a subject can begin with this word, so that *that* before it opens a clause and points at nothing."""
    return word.kind == "w" and (
        word.capital
        or word.lower in words_of_class("subject_pronouns")
        or word.lower in words_of_class("possessives")
        or word.lower in words_of_class("determiners")
    )


def opens_finite(words: tuple[Word, ...], place: int) -> bool:
    """Whether a clause of its own begins here behind a conjunction: with a verb in the past, an auxiliary or a pronoun."""
    while place < len(words) - 1 and is_adverb(words[place]):
        place += 1
    kinds = ("auxiliaries", "irregular_pasts", "subject_pronouns", "leading_subordinators")
    return words[place].lower in pasts() or any(words[place].lower in words_of_class(name) for name in kinds)


def object_end(words: tuple[Word, ...], first: int, last: int) -> int:
    """Where an object ends, if it ends sooner than a clause would: before *, and …*, *, which …*, when and where it was said."""
    for at in range(first + 1, last - 1):
        word, before = words[at], words[at - 1]
        pauses = before.kind == "," or (before.kind == "q" and before.lower == ",")
        more = any(follower.kind == "q" for follower in words[at + 1 : at + 4])
        if before.kind == "q" and not more and (word.lower in WHEN_AND_WHERE or is_time(word)):
            return at
        joins = word.lower in ("and", "but", "while", "as") and (pauses or is_verb(words, at + 1))
        if joins and not more:
            return at - (before.kind == ",")
        if _leaves_object(words, at) and not any(follower.kind == "q" for follower in words[at:last]):
            return at
    return last


def _leaves_object(words: tuple[Word, ...], at: int) -> bool:
    """Whether an object without words in marks is over here: at a comma of no list, or before the occasion of the remark."""
    if words[at].kind in (",", "—"):
        return not _lists(words, at)
    if words[at].lower not in words_of_class("occasion_prepositions"):
        return False
    occasions = words_of_class("occasions") | words_of_class("issued_documents")
    return any(word.lower in occasions for word in words[at + 1 : at + 1 + WORDS_OF_AN_OCCASION])


def _lists(words: tuple[Word, ...], comma: int) -> bool:
    """Whether a comma stands between things that are listed: *praised nurses* **,** *cooks and drivers*."""
    following = words[comma + 1]
    if following.lower in ("and", "or"):
        return comma + 2 < len(words) and not opens_finite(words, comma + 2)
    if following.lower in ("which", "who", "whose", "where", "but") or following.lower.endswith("ing"):
        return False
    for at in range(comma + 1, min(len(words), comma + 1 + WORDS_OF_A_LIST)):
        if words[at].lower in ("and", "or"):
            return True
        if words[at].kind not in ("w", ",") or is_verb(words, at):
            return False
    return False


def _closes_content(words: tuple[Word, ...], first: int, comma: int, high: int) -> bool:
    """Whether content that begins at `first` is over at this comma."""
    return (
        _leads_to_report(words, comma + 1, high)
        or _is_afterthought(words, first, comma, high)
        or _is_narrated(words, first, comma, high)
    )


def _is_narrated(words: tuple[Word, ...], first: int, comma: int, high: int) -> bool:
    """Whether a deed behind *and* is none of what was only to come: *warned it would rain* **, and the army moved in**."""
    subject = comma + 2
    if words[comma + 1].lower not in ("and", "but") or subject + 1 >= high:
        return False
    shifted = words_of_class("shifted_modals")
    if not any(words[at].lower in shifted for at in range(first, comma)):
        return False
    rest = words[subject:high]
    if any(word.kind == "q" or word.lower in shifted or word.lower in words_of_class("modals") for word in rest):
        return False
    if is_plural(words[subject]) and _is_done(words, subject + 1):
        return words[subject + 1].lower not in words_of_class("auxiliaries")
    passed = words_of_class("subject_pronouns") | {"that"}
    if not opens_clause(words[subject]) or words[subject].lower in passed:
        return False
    for at in range(subject + 1, min(high, subject + 1 + WORDS_OF_A_SUBJECT)):
        auxiliary = words[at].lower in words_of_class("auxiliaries")
        if auxiliary or _is_done(words, at):
            return not auxiliary or words[at].lower in words_of_class("present_auxiliaries")
    return False


def _is_done(words: tuple[Word, ...], at: int) -> bool:
    """Whether a past form stands here that is a verb by itself."""
    word = words[at]
    past = word.lower in pasts() or word.lower in words_of_class("irregular_pasts") or word.lower.endswith("ed")
    return past and not word.capital and words[at - 1].kind == "w" and not after_determiner(words, at)


def _is_afterthought(words: tuple[Word, ...], first: int, comma: int, high: int) -> bool:
    """Whether what follows a comma is the narrator's: *, which …* to the end, *said it was "fair," putting an end to …*"""
    word = words[comma + 1]
    if word.lower in ("which", "whose"):
        return not any(words[at].kind == "," for at in range(comma + 1, high))
    if not word.lower.endswith("ing") or len(word.lower) < 5 or word.capital or word.lower == "including":
        return False
    quoted = any(words[at].kind == "q" for at in range(first, comma))
    return quoted and not any(words[at].kind == "q" for at in range(comma, high))


def utterance_end(words: tuple[Word, ...], first: int, high: int) -> int | None:
    """Where quotations end that content begins with, if they are whole sentences: *"No, no!" and …*"""
    last = first
    while last < high and words[last].kind == "q" and words[last].lower in (",", ".", "!", "?"):
        last += 1
        if last + 1 < high and words[last].kind in (",", "—") and words[last + 1].kind == "q":
            last += 1
    return last if last > first and words[last - 1].lower in (".", "!", "?") else None


def _goes_on(words: tuple[Word, ...], place: int) -> bool:
    """Whether a sentence goes on after a quotation that ends with a comma: with another one, or with *and*."""
    if words[place].lower in words_of_class("articles") and place + 1 < len(words):
        return any(word.kind == "q" for word in words[place + 1 : place + 3])
    if words[place].lower in ("and", "but", "then") and place + 1 < len(words) and words[place - 1].capital:
        verb = words[place + 1].lower
        return not is_verb(words, place + 1) and verb not in pasts() and not verb.endswith("ed")
    return words[place].kind != "w" or words[place].lower in ("and", "or", "but", "to", "nor")


def _reports_anew(words: tuple[Word, ...], place: int, high: int) -> bool:
    """Whether another report begins behind *and*: *and warned that*, *and Berg said*, *and Berg denied it*."""
    named = words[place].capital and place + 2 < high and words[place + 1].lower not in words_of_class("auxiliaries")
    if _is_report_verb(words, place) or (named and _is_report_verb(words, place + 1)):
        return True
    return _is_inserted(words, place, min(high, place + 4))


def _is_report_verb(words: tuple[Word, ...], place: int) -> bool:
    """Whether a verb that reports stands here, adverbs skipped."""
    while place < len(words) - 1 and is_adverb(words[place]):
        place += 1
    cue = lexicon().forms.get(words[place].lower)
    return cue is not None and cue.form in ("past", "third") and cue.speaks


def _leads_to_report(words: tuple[Word, ...], place: int, high: int) -> bool:
    """Whether what follows a comma reports anew: *adding that*, *and he said*, *but Smith called*."""
    cue = lexicon().forms.get(words[place].lower)
    if cue is not None and cue.form == "ing":
        return True
    if words[place].lower == "with":
        return any(_is_form(words[at], "ing") for at in range(place + 2, min(high, place + 10)))
    if words[place].lower not in ("and", "but", "while", "although", "though", "as"):
        return _is_inserted(words, place, high)
    for at in range(place + 1, min(high, place + 8)):
        if words[at].kind != "w":
            return False
        cue = lexicon().forms.get(words[at].lower)
        goes_on = cue is not None and cue.form == "ing" and words[at - 1].lower in words_of_class("be")
        if goes_on or (cue is not None and cue.form in ("past", "third") and is_verb(words, at)):
            return True
        if is_verb(words, at) and words[at].lower not in words_of_class("auxiliaries"):
            return False
    return False


def _is_form(word: Word, form: str) -> bool:
    cue = lexicon().forms.get(word.lower)
    return cue is not None and cue.form == form


def _is_inserted(words: tuple[Word, ...], place: int, high: int) -> bool:
    """Whether a report with its content before or after it begins here: *, he said, "…*"""
    for at in range(place + 1, min(high, place + 7)):
        if words[at].kind != "w":
            return False
        cue = lexicon().forms.get(words[at].lower)
        if cue is not None and cue.speaks and cue.form in ("past", "third") and is_verb(words, at):
            return at + 1 >= high or words[at + 1].kind in (",", ":", "q")
    return False


def sentence_end(words: tuple[Word, ...]) -> int:
    """The place after the last word that is not a closing mark."""
    end = len(words)
    while end > 0 and words[end - 1].kind in (".", "!", "?", ";", ":", ")", "…"):
        end -= 1
    return end
