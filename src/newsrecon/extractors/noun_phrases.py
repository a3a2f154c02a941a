"""Where the noun phrase beside a cue begins and ends: *the UN special rapporteur on human rights* **warned**.

English puts the subject right before its verb, or right after it in *said Mr. Smith*, so a phrase is read from the verb
outwards up to the first word that cannot be inside one: a mark, a subordinator, an auxiliary, another cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from attrs import frozen

from newsrecon.extractors.adjuncts import is_time, opens_count, past_time, skip_back
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.passages import Word
from newsrecon.extractors.word_kinds import UTTERANCE_ENDS, after_determiner, is_adverb, is_plural, is_title, is_verb
from newsrecon.word_classes import class_of

__all__ = ["Phrase", "clause_subject", "closes_report", "phrase_after", "phrase_before", "signature", "subject_before"]

OUTSIDE = frozenset(",;:—().!?…[]{}")
LONG_APPOSITION = 40
LONG_CLAUSE = 60
LONG_RELATIVE = 15
COMMAS = 6
"""Commas of an apposition, and verbs of a clause, that are looked behind."""
_RELATIVES = ("who", "which", "that")
JOINING = frozenset({"and", "but", "or", "to", "then"})
"""What joins a verb to one before it that has the subject."""


@frozen
class Phrase:
    """A noun phrase by the places of its first word and of the word after its last."""

    first: int
    last: int


def closes_report(words: Sequence[Word], place: int) -> bool:
    """Whether a subject and its verb end a report behind a comma: *It rained, the bureau notes.*"""
    if place + 1 < len(words) and words[place + 1].lower not in (".", ",", "on", "in"):
        return False
    subject = phrase_before(words, place - 1, max(0, place - LONG_APPOSITION))
    if subject is None or subject.first == 0 or not _is_single(words, subject):
        return False
    before = words[subject.first - 1].kind
    return before == "q" or (before == "," and subject.first > 2)


def _is_single(words: Sequence[Word], subject: Phrase) -> bool:
    """Whether a phrase is a name, a pronoun or has a determiner, as a subject of one has: not *smaller, colder states*."""
    first, last = words[subject.first], words[subject.last - 1]
    return (first.capital and last.capital) or any(
        first.lower in words_of_class(name) for name in ("articles", "possessives", "subject_pronouns")
    )


def subject_before(words: Sequence[Word], verb: int, low: int) -> Phrase | None:
    """The subject of the verb at this place, looked for to its left, not before `low`; None where there is none."""
    place = skip_back(words, verb - 1, low)
    if place < low:
        return None
    word = words[place]
    if word.kind == ",":
        return _past_apposition(words, place, low)
    if word.kind == "—":
        return _past_dashes(words, place, low)
    if word.kind == ")":
        return phrase_before(words, place, low)
    if word.kind != "w":
        return None
    if word.lower in ("who", "which", "that") and place > low:
        at = place - 1 if words[place - 1].kind != "," else place - 2
        antecedent = (phrase_before(words, at, low) or _governed_before(words, at, low)) if at >= low else None
        return antecedent or Phrase(place, place + 1)
    if word.lower in JOINING:
        governed = word.lower == "to" and place > low + 1 and is_verb(words, place - 1)
        return (subject_before(words, place - 1, low) if governed else None) or clause_subject(words, place, low)
    found = phrase_before(words, place, low)
    return _with_list(words, found, low) if found else _described_by_clause(words, place, low)


def _with_list(words: Sequence[Word], last: Phrase, low: int) -> Phrase:
    """The phrase with the names before it, where it ends a list of them that opens a clause: **Lund,** *Frost and Holm*."""
    joined = any(words[at].lower in ("and", "or") for at in range(last.first + 1, last.last - 1))
    spaced = last.first > low and words[last.first - 1].lower in ("and", "or") and not joined  # Lund, Frost, and Holm
    first = last.first - spaced
    names = 0
    while first - 2 >= low and words[first - 1].kind == "," and words[last.first].capital:
        name = phrase_before(words, first - 2, low)
        if name is None or not _is_listed(words, name):
            return last
        first, names = name.first, names + 1
    opens = first == low or words[first - 1].kind != "w" or words[first - 1].lower in words_of_class("conjunctions")
    return Phrase(first, last.last) if opens and names > spaced and (joined or spaced) else last


def _is_listed(words: Sequence[Word], name: Phrase) -> bool:
    """Whether a phrase before a comma can be the name of one of several: not *The day after May,*."""
    end = words[name.last - 1]
    return end.capital and not is_time(end) and words[name.first].lower not in words_of_class("articles")


def _described_by_clause(words: Sequence[Word], place: int, low: int) -> Phrase | None:
    """The phrase before a relative clause that ends with a verb: **those** *who fled*, **a man** *who asked not to be named*."""
    for at in range(place - 1, max(low, place - LONG_RELATIVE), -1):
        if words[at].kind != "w":
            return None
        if words[at].lower in ("who", "which"):
            return phrase_before(words, at - 1, low)
    return None


def _governed_before(words: Sequence[Word], place: int, low: int) -> Phrase | None:
    """The phrase behind the nearest preposition: *it came from* **the ministry**, *which said …*"""
    first = place + 1
    while first > low and words[first - 1].kind == "w" and place - first < LONG_APPOSITION:
        before = words[first - 1].lower
        if before in words_of_class("prepositions") and before not in ("of", "for"):
            return Phrase(first, place + 1) if first <= place else None
        first -= 1
    return None


def _past_apposition(words: Sequence[Word], comma: int, low: int) -> Phrase | None:
    """The phrase that what stands before this comma explains: *Smith, the mayor,*."""
    stops = [at for at in range(max(low, comma - LONG_APPOSITION), comma) if words[at].kind == ","]
    for at in reversed(stops[-COMMAS:]):
        found = phrase_before(words, at - 1, low)
        if found is None or (at > stops[0] and words[at - 1].lower.isdigit() and words[at - 2].kind == ","):
            continue  # an age tells more of somebody, too: *Berg, 54, a nurse,*
        opening = words[at + 1]
        explains = _opens_apposition(words, at + 1)
        nameless = not any(map(_can_name, words[found.first : found.last]))
        if nameless and opening.capital and explains is False:
            return Phrase(at + 1, comma)
        if explains or opening.capital:
            return _name_described(words, found, low) or found
    return None


def _can_name(word: Word) -> bool:
    """Whether a word can be part of a name: not *The*, *Her*, which have a capital where a sentence begins."""
    return (
        word.capital
        and word.lower not in words_of_class("determiners")
        and word.lower not in words_of_class("possessives")
    )


def _name_described(words: Sequence[Word], phrase: Phrase, low: int) -> Phrase | None:
    """The name that a phrase explains, where something else explains it, too: *Smith,* **the mayor of Oda,** *who is 60,*."""
    comma = phrase.first - 1
    if comma <= low or words[comma].kind != "," or words[phrase.first].lower not in words_of_class("articles"):
        return None
    name = phrase_before(words, comma - 1, low)
    if name is None or not all(word.capital for word in words[name.first : name.last]) or is_time(words[name.first]):
        return None
    before = words[name.first - 1] if name.first > low else None
    return (
        name if before is None or before.kind in ("q", ",") or before.lower in words_of_class("conjunctions") else None
    )


def _opens_apposition(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if word.capital:
        return False
    return (
        word.lower in words_of_class("determiners")
        or word.lower in words_of_class("prepositions")
        or word.lower
        in ("who", "which", "whose", "whom", "where", "also", "now", "then", "himself", "herself", "itself")
        or word.lower[:1].isdigit()
        or word.lower.endswith(("ing", "ed"))
        or word.kind == "w"
    )


def _past_dashes(words: Sequence[Word], dash: int, low: int) -> Phrase | None:
    for at in range(dash - 1, max(low, dash - LONG_APPOSITION), -1):
        if words[at].kind == "—":
            return phrase_before(words, at - 1, low)
    return None


def phrase_before(words: Sequence[Word], place: int, low: int) -> Phrase | None:
    """The noun phrase that ends with the word at this place."""
    if place >= low and words[place].kind == ")":
        place = _before_parenthesis(words, place, low)
    if place < low or words[place].kind not in ("w", "q"):
        return None
    if words[place].lower in words_of_class("subject_pronouns"):
        return Phrase(place, place + 1)
    if words[place].kind == "w" and is_verb(words, place):
        return None
    at, low = place, max(low, place - LONG_CLAUSE)
    while at >= low and not _ends_before(words, at, place):
        at -= 1
    if low < at < place and is_verb(words, at) and (head := _antecedent(words, at, low)) is not None:
        return head
    if low < at < place and _opens_relative(words, at) and not is_verb(words, at - 1):
        return phrase_before(words, at - 1, low)
    return _without_opening(words, at + 1, place + 1)


def _before_parenthesis(words: Sequence[Word], place: int, low: int) -> int:
    """The place before the parenthesis that closes here: *Rep. Smith (D-Ohio)*."""
    for at in range(place, max(low, place - LONG_APPOSITION) - 1, -1):
        if words[at].kind == "(":
            return at - 1
    return low - 1


def _ends_before(words: Sequence[Word], at: int, place: int) -> bool:
    """Whether the word at `at` cannot be inside the noun phrase that ends at `place`."""
    word = words[at]
    if word.kind == "q":
        return at == place or word.lower in UTTERANCE_ENDS or at == 0 or words[at - 1].kind != "w"
    if word.kind != "w":
        return word.kind in OUTSIDE
    if at == place:
        return is_adverb(word)
    if word.lower in words_of_class("subordinators") or word.lower in words_of_class("subject_pronouns"):
        return True
    return is_verb(words, at)


def _opens_relative(words: Sequence[Word], place: int) -> bool:
    """Whether a relative with a verb behind it stands here, and not *that* before a noun: *a firm* **that** *makes the drug*."""
    if words[place].lower not in _RELATIVES or words[place - 1].kind != "w":
        return False
    return class_of(words[place + 1].lower) in "SPDAs"


def _antecedent(words: Sequence[Word], verb: int, low: int) -> Phrase | None:
    """The phrase before *who* where the verb at this place is that of a relative clause: *a man who saw the crash*."""
    at = verb - 1
    while at > low and (is_adverb(words[at]) or words[at].lower in words_of_class("auxiliaries")):
        at -= 1
    if at > low and words[at].lower in _RELATIVES and words[at - 1].kind == "w":
        return phrase_before(words, at - 1, low)
    return None


def _without_opening(words: Sequence[Word], first: int, last: int) -> Phrase | None:
    """The phrase without what only leads to it: *But*, *Later*, *In an interview*."""
    while first < last:
        word = words[first]
        if word.lower == "that" and first + 1 == last:
            break
        if word.lower == "according" and first + 2 < last:
            first += 2
        elif word.lower in words_of_class("prepositions"):
            first = _after_preposition(words, first, last)
        elif _only_leads(word) or (is_adverb(word) and first + 1 < last):
            first += 1
        else:
            break
    if first >= last or words[last - 1].lower in words_of_class("prepositions"):
        return None
    first = past_time(words, first, last)
    return Phrase(first, _before_adjunct(words, first, last)) if first < last else None


def _only_leads(word: Word) -> bool:
    return word.kind not in ("w", "q") or word.lower in words_of_class("openers")


def _before_adjunct(words: Sequence[Word], first: int, last: int) -> int:
    """The place where a name is followed by a phrase of time or place that is not part of it: *Berg* **in an interview**."""
    for at in range(first + 1, last):
        if words[at].lower in ("in", "on", "at", "during", "after") and words[at - 1].capital:
            return at
    return last


def _after_preposition(words: Sequence[Word], first: int, last: int) -> int:
    """Where the last phrase begins of a run that a preposition opens: *In Kabul* **officials**, *On Monday* **the mayor**."""
    for at in range(last - 1, first + 1, -1):
        word, before = words[at], words[at - 1]
        if word.kind != "w" or before.kind != "w" or before.lower in words_of_class("prepositions"):
            continue
        if word.lower in words_of_class("subject_pronouns"):
            return at
        if word.lower in words_of_class("determiners") and before.lower not in words_of_class("determiners"):
            return at
        if word.capital and (
            is_time(before) or (not before.capital and before.lower not in words_of_class("determiners"))
        ):
            return at
        if not word.capital and before.capital and is_plural(words[last - 1]) and word.lower != "and":
            return at
    return last


def clause_subject(words: Sequence[Word], place: int, low: int) -> Phrase | None:
    """The subject of the clause in which the word at `place` stands: the first phrase before its first verb."""
    start = place
    low = max(low, place - LONG_CLAUSE)
    while (
        start > low
        and words[start - 1].kind not in (";", ":", "—")
        and not (words[start - 1].kind == "q" and words[start - 1].lower in (".", "!", "?"))
    ):
        start -= 1
    verbs = (at for at in range(max(start, low + 1), place) if _is_past_or_verb(words, at, start))
    for at in islice(verbs, COMMAS):
        before = skip_back(words, at - 1, low)
        # A verb that is itself joined to another one has its subject further left, where none was found.
        if before < low or words[before].lower in JOINING:
            continue
        found = subject_before(words, at, low)
        if found is not None:
            return found
    return _opening_phrase(words, start, place)


def _is_past_or_verb(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a verb stands here, or a word in -ed that can be one."""
    if words[at].kind == "w" and is_verb(words, at):
        return True
    joined = at > start and words[at - 1].kind in ("w", ",") and not after_determiner(words, at)
    return joined and words[at].lower.endswith("ed")


def _opening_phrase(words: Sequence[Word], start: int, place: int) -> Phrase | None:
    """The name or pronoun that opens a clause whose verb is not known as one: *Berg* **appears in a clip** …"""
    while start < place and (words[start].kind != "w" or words[start].lower in words_of_class("openers")):
        start += 1
    if start < place and words[start].lower in words_of_class("subject_pronouns"):
        return Phrase(start, start + 1)
    last = start
    while last < place and words[last].capital and words[last].kind == "w":
        last += 1
    return _without_opening(words, start, last) if last > start else None


def phrase_after(words: Sequence[Word], place: int, high: int) -> Phrase | None:
    """The noun phrase that begins with the word at this place."""
    if place >= high or words[place].kind != "w":
        return None
    if words[place].lower in words_of_class("subject_pronouns"):
        return Phrase(place, place + 1)
    first = words[place]
    if (
        first.lower in words_of_class("time_words")
        or first.lower in words_of_class("prepositions")
        or first.lower in words_of_class("subordinators")
    ):
        return None
    at, high = place, min(high, place + LONG_CLAUSE)
    while at < high and not _ends_after(words, at, place):
        at += 1
    while at > place and (is_adverb(words[at - 1]) or (is_time(words[at - 1]) and not words[at - 1].lower.isdigit())):
        at -= 1
    return Phrase(place, at) if at > place else None


def _ends_after(words: Sequence[Word], at: int, place: int) -> bool:
    word = words[at]
    if word.kind == "q":
        return not (
            at > place and is_title(words, at) and (words[at - 1].lower.endswith("'s") or words[at - 1].lower == "the")
        )
    if word.kind != "w":
        return word.kind in OUTSIDE
    if at == place or word.lower in ("of", "for"):
        return False
    led = after_determiner(words, at) or words[at - 1].lower in words_of_class("prepositions")
    if opens_count(words, at) and not led:
        return True
    if word.lower in words_of_class("articles") or word.lower in words_of_class("possessives"):
        before = words[at - 1].lower
        return before not in words_of_class("prepositions") and before not in words_of_class("determiners")
    if word.lower in words_of_class("prepositions") or word.lower in words_of_class("subordinators"):
        return True
    if word.lower in words_of_class("object_pronouns") or word.lower in words_of_class("subject_pronouns"):
        return True
    if word.lower in words_of_class("time_words") or word.lower in ("this", "last"):
        return True
    if word.lower in ("and", "or"):
        return at + 1 >= len(words) or is_verb(words, at + 1) or words[at + 1].lower in words_of_class("adverbs")
    return is_verb(words, at) and not after_determiner(words, at)


def signature(words: Sequence[Word], place: int) -> Phrase | None:
    """The name after a dash that ends a passage: *— Anna Berg, Kyiv*."""
    if place + 1 >= len(words) or words[place].kind != "—" or not words[place + 1].capital:
        return None
    last = place + 1
    while last < len(words) and words[last].kind == "w" and last - place < 7:
        last += 1
    whole = last == len(words) or words[last].kind in (",", ".", "(")
    return Phrase(place + 1, last) if whole else None
