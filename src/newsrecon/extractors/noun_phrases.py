"""Where the noun phrase beside a cue begins and ends: *the UN special rapporteur on human rights* **warned**.

English puts the subject right before its verb, or right after it in *said Mr. Smith*, so a phrase is read from the verb
outwards up to the first word that cannot be inside one: a mark, a subordinator, an auxiliary, another cue. No tagger is
needed; closed classes of words are, and they are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from newsrecon.extractors.cues import Cue, lexicon
from newsrecon.extractors.passages import Word, words_of_class

__all__ = [
    "Phrase",
    "is_adverb",
    "is_nominal",
    "is_verb",
    "is_work",
    "clause_subject",
    "phrase_after",
    "phrase_before",
    "skip_adjuncts",
    "skip_back",
    "subject_before",
]

OUTSIDE = frozenset(",;:—().!?…[]{}")
LONG_APPOSITION = 40
LONG_TITLE = 40
UTTERANCE_ENDS = frozenset(",.!?;…—–-")


@frozen
class Phrase:
    """A noun phrase by the places of its first word and of the word after its last."""

    first: int
    last: int


def is_adverb(word: Word) -> bool:
    """Whether this is an adverb: one of the listed ones, or a word in -ly."""
    if word.lower in words_of_class("adverbs"):
        return True
    return word.lower.endswith("ly") and not word.capital and word.lower not in words_of_class("not_adverbs")


def is_verb(words: Sequence[Word], place: int) -> bool:
    """Whether this word is surely a verb and so outside any noun phrase (reduced relatives apart)."""
    word = words[place]
    if word.lower in words_of_class("auxiliaries"):
        return True
    if word.capital:
        return False
    if word.lower.endswith("ed") and place > 0 and _leads_past(words[place - 1]):
        return True
    if word.lower in words_of_class("irregular_pasts"):
        return not _after_determiner(words, place)
    cue = lexicon().forms.get(word.lower)
    return cue is not None and not is_nominal(words, place, cue)


def _leads_past(before: Word) -> bool:
    """Whether a word in -ed behind this one is a past form, not an adjective: *it issued*, *has included*, *Berg joined*."""
    return before.kind == "w" and (
        before.lower in words_of_class("auxiliaries")
        or before.lower in words_of_class("subject_pronouns")
        or (
            before.capital
            and before.lower not in words_of_class("articles")
            and not before.lower.endswith(("'s", "s'"))
        )
    )


def is_nominal(words: Sequence[Word], place: int, cue: Cue) -> bool:
    """Whether a form that could be a cue is a noun or an adjective here: *the report*, *his claims*, *alleged plot*."""
    if place == 0:
        return cue.form != "ing" and not words[place].capital
    before = words[place - 1]
    if before.kind != "w":
        return False
    if _after_determiner(words, place):
        return True
    if cue.form not in ("base", "third") or cue.lemma not in lexicon().also_nouns:
        return False
    if cue.form == "base" and not _may_govern(words, place - 1):
        return True
    leads = before.lower in ("to", "who", "which", "that") or before.lower in words_of_class("subject_pronouns")
    if leads or before.lower in words_of_class("auxiliaries") or _opens_object(words, place + 1, cue):
        return False
    return not _closes_report(words, place)


def _closes_report(words: Sequence[Word], place: int) -> bool:
    """Whether a subject behind a comma and a verb at the end make a report of what stands before: *It rained, the bureau notes.*"""
    if place + 1 < len(words) and words[place + 1].lower not in (".", ",", "on", "in"):
        return False
    subject = phrase_before(words, place - 1, max(0, place - LONG_APPOSITION))
    return subject is not None and subject.first > 2 and words[subject.first - 1].kind in (",", "q")


def _opens_object(words: Sequence[Word], place: int, cue: Cue) -> bool:
    """Whether what begins here can be governed by a verb, so that the word before it is one: *claims* **the** …"""
    if place >= len(words):
        return False
    word = words[place]
    if word.kind != "w":
        return word.kind in ("q", ":") or (word.kind == "," and place + 1 < len(words) and words[place + 1].kind == "q")
    return (
        word.lower in ("that", "whether", "how", "why", "what")
        or word.lower in words_of_class("determiners")
        or word.lower in words_of_class("possessives")
        or word.lower in words_of_class("subject_pronouns")
        or word.lower in words_of_class("object_pronouns")
        or (word.lower in cue.governs and words[place - 2].capital)
        or word.capital
        or word.lower.endswith("ly")
    )


def _may_govern(words: Sequence[Word], place: int) -> bool:
    """Whether what ends here can be the subject of a verb without -s, or leads to one: *critics*, *we*, *those close to him*."""
    before = words[place]
    verbal = before.lower in ("to", "and") or before.lower in words_of_class("auxiliaries") or is_adverb(before)
    if verbal or before.lower in words_of_class("subject_pronouns") or before.lower in words_of_class("relatives"):
        return True
    for at in range(place, max(-1, place - 8), -1):
        word = words[at]
        if word.kind != "w" or word.lower in words_of_class("auxiliaries"):
            return False
        if _is_plural(word) or word.lower in ("and", "those"):
            return at == place or words[at + 1].kind == "w"
    return False


def _after_determiner(words: Sequence[Word], place: int) -> bool:
    if place == 0:
        return False
    before = words[place - 1].lower
    if before in words_of_class("relatives") or before in words_of_class("subject_pronouns"):
        return False
    return (
        before in words_of_class("articles") or before in words_of_class("possessives") or before.endswith(("'s", "s'"))
    )


def _is_plural(word: Word) -> bool:
    return (
        word.lower.endswith("s") and not word.lower.endswith(("ss", "us", "is", "'s"))
    ) or word.lower in words_of_class("plurals")


def skip_back(words: Sequence[Word], place: int, low: int) -> int:
    """The place of the nearest word at or before `place` that is no adverb, auxiliary or time expression."""
    while place >= low:
        word = words[place]
        if (
            word.kind == "q"
            and place > low
            and words[place - 1].kind == "w"
            and word.lower.isalnum()
            and not word.capital
        ):
            place -= 1
            continue
        if word.kind != "w":
            break
        if word.lower in words_of_class("auxiliaries") or (is_adverb(word) and place > low):
            place -= 1
            continue
        start = _time_before(words, place, low)
        if start is None:
            break
        place = start - 1
    return place


def _time_before(words: Sequence[Word], place: int, low: int) -> int | None:
    """Where a time expression that ends here begins (*on Monday*, *late last week*, *in July 2024*), None if there is none."""
    start = place
    while start >= low and _is_time(words[start]):
        start -= 1
    if start == place:
        return None
    if not any(
        words[at].lower in words_of_class("time_words") or _is_year(words[at]) for at in range(start + 1, place + 1)
    ):
        return None
    while start >= low and words[start].lower in words_of_class("time_modifiers"):
        start -= 1
    if start >= low and words[start].lower in words_of_class("time_prepositions"):
        return start
    if words[start + 1].lower in ("the", "a", "an"):
        return None
    return start + 1


def _is_time(word: Word) -> bool:
    return word.kind == "w" and (word.lower in words_of_class("time_words") or word.lower[:1].isdigit())


def _is_year(word: Word) -> bool:
    return len(word.lower) == 4 and word.lower.isdigit()


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
        antecedent = phrase_before(words, at, low) if at >= low else None
        return antecedent or Phrase(place, place + 1)
    if word.lower in ("and", "but", "or", "to", "then"):
        return clause_subject(words, place, low)
    return phrase_before(words, place, low)


def _past_apposition(words: Sequence[Word], comma: int, low: int) -> Phrase | None:
    """The phrase that what stands before this comma explains: *Smith, the mayor,*."""
    stops = [at for at in range(max(low, comma - LONG_APPOSITION), comma) if words[at].kind == ","]
    for at in reversed(stops):
        found = phrase_before(words, at - 1, low)
        if found is None:
            continue
        opening = words[at + 1]
        explains = _opens_apposition(words, at + 1)
        nameless = not any(word.capital for word in words[found.first : found.last])
        if nameless and opening.capital and explains is False:
            return Phrase(at + 1, comma)
        if explains or opening.capital:
            return found
    return None


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
    at = place
    while at >= low and not _ends_before(words, at, place):
        at -= 1
    if low < at < place and is_verb(words, at) and (head := _antecedent(words, at, low)) is not None:
        return head
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


def _antecedent(words: Sequence[Word], verb: int, low: int) -> Phrase | None:
    """The phrase before *who* where the verb at this place is that of a relative clause: *a man who saw the crash*."""
    at = verb - 1
    while at > low and (is_adverb(words[at]) or words[at].lower in words_of_class("auxiliaries")):
        at -= 1
    if at > low and words[at].lower in ("who", "which") and words[at - 1].kind == "w":
        return phrase_before(words, at - 1, low)
    return None


def _without_opening(words: Sequence[Word], first: int, last: int) -> Phrase | None:
    """The phrase without what only leads to it: *But*, *Later*, *In an interview*."""
    while first < last:
        word = words[first]
        if (
            word.kind not in ("w", "q")
            or word.lower in words_of_class("openers")
            or (is_adverb(word) and first + 1 < last and not word.lower == "only")
        ):
            if (
                word.lower in ("that", "what")
                and first + 1 < last
                and words[first + 1].kind == "w"
                and not words[first + 1].capital
                and word.lower == "that"
                and first + 2 == last
            ):
                break
            first += 1
        elif word.lower in words_of_class("prepositions"):
            first = _after_preposition(words, first, last)
        else:
            break
    if first >= last or words[last - 1].lower in words_of_class("prepositions"):
        return None
    first = _past_time(words, first, last)
    if first >= last:
        return None
    return Phrase(first, _before_adjunct(words, first, last))


def _past_time(words: Sequence[Word], first: int, last: int) -> int:
    """The place behind a time expression that opens a phrase: *Last week* **Berg**."""
    at = first
    while at < last and words[at].lower in words_of_class("time_modifiers"):
        at += 1
    after = at
    while after < last and _is_time(words[after]):
        after += 1
    dated = any(words[place].lower in words_of_class("time_words") for place in range(at, after))
    whole = after == last and after > first
    return (
        after
        if whole or (dated and after < last and words[after].capital and not words[first].lower == "the")
        else first
    )


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
            _is_time(before) or (not before.capital and before.lower not in words_of_class("determiners"))
        ):
            return at
        if not word.capital and before.capital and _is_plural(words[last - 1]) and word.lower != "and":
            return at
    return last


def clause_subject(words: Sequence[Word], place: int, low: int) -> Phrase | None:
    """The subject of the clause in which the word at `place` stands: the first phrase before its first verb."""
    start = place
    while (
        start > low
        and words[start - 1].kind not in (";", ":", "—")
        and not (words[start - 1].kind == "q" and words[start - 1].lower in (".", "!", "?"))
    ):
        start -= 1
    for at in range(start, place):
        if (
            words[at].kind == "w"
            and is_verb(words, at)
            or (
                words[at].lower.endswith("ed")
                and at > start
                and words[at - 1].kind in ("w", ",")
                and not _after_determiner(words, at)
            )
        ):
            found = subject_before(words, at, low) if at > low else None
            if found is not None:
                return found
    return None


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
    at = place
    while at < high and not _ends_after(words, at, place):
        at += 1
    while at > place and (is_adverb(words[at - 1]) or _is_time(words[at - 1]) and not words[at - 1].lower.isdigit()):
        at -= 1
    return Phrase(place, at) if at > place else None


def is_title(words: Sequence[Word], at: int) -> bool:
    """Whether a quotation is the name of a work, as part of a phrase: *NBC's "Meet the Press"*."""
    word = words[at]
    return (
        word.kind == "q" and word.capital and word.lower not in UTTERANCE_ENDS and at > 0 and words[at - 1].kind == "w"
    )


def is_work(words: Sequence[Word], at: int) -> bool:
    """Whether a quotation is named as a work, by the word before it: *on CBS's "Face the Nation,"*, *titled "Dawn"*."""
    word = words[at]
    if (
        word.kind != "q"
        or not word.capital
        or word.end - word.start > LONG_TITLE
        or at == 0
        or words[at - 1].kind != "w"
    ):
        return False
    before = words[at - 1].lower
    return before.endswith(("'s", "s'")) or before in words_of_class("before_works")


def _ends_after(words: Sequence[Word], at: int, place: int) -> bool:
    word = words[at]
    if word.kind == "q":
        return not (
            at > place and is_title(words, at) and (words[at - 1].lower.endswith("'s") or words[at - 1].lower == "the")
        )
    if word.kind != "w":
        return word.kind in OUTSIDE
    if at == place:
        return False
    if word.lower in ("of", "for"):
        return False
    if word.lower in words_of_class("prepositions") or word.lower in words_of_class("subordinators"):
        return True
    if word.lower in words_of_class("object_pronouns") or word.lower in words_of_class("subject_pronouns"):
        return True
    if word.lower in words_of_class("time_words") or word.lower in ("this", "last"):
        return True
    if word.lower in ("and", "or"):
        return at + 1 >= len(words) or is_verb(words, at + 1) or words[at + 1].lower in words_of_class("adverbs")
    return is_verb(words, at) and not _after_determiner(words, at)


def signature(words: Sequence[Word], place: int) -> Phrase | None:
    """The name after a dash that ends a passage: *— Anna Berg, Kyiv*."""
    if place + 1 >= len(words) or words[place].kind != "—" or not words[place + 1].capital:
        return None
    last = place + 1
    while last < len(words) and words[last].kind == "w" and last - place < 7:
        last += 1
    whole = last == len(words) or words[last].kind in (",", ".", "(")
    return Phrase(place + 1, last) if whole else None


def skip_adjuncts(words: Sequence[Word], place: int, high: int) -> int:
    """Past adverbs and prepositional phrases of time, place and occasion: said **on Monday in a statement** that …"""
    while place < high and words[place].kind == "w":
        word = words[place]
        if _is_time(word) or (is_adverb(word) and word.lower not in ("all", "both")):
            place += 1
        elif (
            word.lower in ("last", "this", "earlier", "later", "late", "early")
            and place + 1 < high
            and _is_time(words[place + 1])
        ):
            place += 1
        elif word.lower in words_of_class("adjunct_prepositions"):
            place = _past_object(words, place + 1, high)
        else:
            break
    return place


def _past_object(words: Sequence[Word], place: int, high: int) -> int:
    """Past the object of a preposition: up to a mark, a subordinator, a pronoun, or where another phrase begins."""
    start = place
    while place < high:
        word = words[place]
        if (
            word.kind != "w"
            or word.lower in words_of_class("subordinators")
            or word.lower in words_of_class("subject_pronouns")
        ):
            break
        if place > start:
            before = words[place - 1]
            opens = word.lower in words_of_class("determiners") or word.lower in words_of_class("prepositions")
            if (
                opens
                and before.lower not in words_of_class("prepositions")
                and before.lower not in words_of_class("determiners")
            ):
                if word.lower in ("of", "for", "with", "to", "about"):
                    place += 1
                    continue
                break
            if (
                word.capital
                and not before.capital
                and before.lower not in words_of_class("prepositions")
                and before.lower not in words_of_class("determiners")
                and not before.lower.endswith("'s")
            ):
                break
            if _is_time(before) and not _is_time(word):
                break
        place += 1
    return place
