"""What kind of word stands here: a verb or a noun that looks like one, an adverb, the title of a work.

English forms tell little by themselves (*reports*, *claims*, *charged*), so what stands on either side decides, by closed
classes of words that are data.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsrecon.extractors.cues import Cue, lexicon
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.passages import Word
from newsrecon.verbs import verbs

__all__ = [
    "UTTERANCE_ENDS",
    "after_determiner",
    "has_verb",
    "is_adverb",
    "is_nominal",
    "is_plural",
    "is_title",
    "is_verb",
    "is_work",
]

SUBJECT = 6
"""Words before a verb among which the head of its subject stands."""
LONG_TITLE = 40
"""Characters up to which a quotation can be the title of a work."""
UTTERANCE_ENDS = frozenset(",.!?;…—–-")
"""With what a quotation ends that is a sentence or waits for its speaker."""


@cache
def _finite_forms() -> frozenset[str]:
    """Auxiliaries, and the forms of verbs that a clause may have as its only verb."""
    known = {form for verb in verbs().values() for form in (verb.base, verb.third, *verb.past)}
    return frozenset(known) | words_of_class("auxiliaries") | words_of_class("irregular_pasts") | lexicon().forms.keys()


def has_verb(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a run of words can be a clause: it holds a verb, or words in quotation marks."""
    for place in range(first, last):
        word = words[place]
        if word.kind == "q":
            return True
        infinitive = place > first and words[place - 1].lower == "to"
        if infinitive or (word.lower not in _finite_forms() and not word.lower.endswith("ed")):
            continue
        in_may = word.capital and place > 0 and words[place - 1].lower in words_of_class("prepositions")
        points = word.lower.endswith("s") and place > 0 and words[place - 1].lower in words_of_class("may_be_subjects")
        named = after_determiner(words, place) and not points and word.lower not in words_of_class("auxiliaries")
        if not in_may and not named:
            return True
    return False


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
        return not after_determiner(words, place)
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
    if after_determiner(words, place) or (cue.form == "past" and _is_counted(words, place)):
        return True
    if cue.form == "third" and cue.lemma in lexicon().also_nouns and _is_plural_noun(words, place):
        return True
    if cue.form not in ("base", "third") or cue.lemma not in lexicon().also_nouns:
        return False
    if cue.group == "show" and _has_document(words, place):
        return False
    if _opens_relative(words, place + 1):
        return True
    counted = before.lower in words_of_class("determiners") and before.lower not in words_of_class("may_be_subjects")
    if counted or (cue.form == "base" and not _may_govern(words, place - 1)):
        return True
    leads = before.lower in ("to", "who", "which", "that") or before.lower in words_of_class("subject_pronouns")
    return not leads and before.lower not in words_of_class("auxiliaries") and not _opens_object(words, place + 1, cue)


def _is_counted(words: Sequence[Word], place: int) -> bool:
    """Whether a participle stands between a number and what is counted: *40* **reported** *cases*."""
    following = words[place + 1] if place + 1 < len(words) else None
    counted = following is not None and following.kind == "w" and not following.capital and is_plural(following)
    return words[place - 1].lower.isdigit() and counted


def _is_plural_noun(words: Sequence[Word], place: int) -> bool:
    """Whether a form in -s has no subject of one before it, so that it is a noun: *four early voting* **states**."""
    for at in range(place - 1, max(-1, place - SUBJECT), -1):
        word = words[at]
        if word.lower in words_of_class("counting"):
            return True
        if word.kind != "w" or word.capital or is_adverb(word):
            return False
        if any(word.lower in words_of_class(name) for name in ("articles", "possessives", "prepositions")):
            return False
        if word.lower in words_of_class("subject_pronouns") or word.lower in words_of_class("relatives"):
            return False
        if is_verb(words, at):
            return True
    return False


def _has_document(words: Sequence[Word], place: int) -> bool:
    """Whether what shows something stands right before this place: *bank* **records** *from last year*."""
    for at in range(place - 1, max(-1, place - SUBJECT), -1):
        if words[at].kind != "w":
            return False
        if words[at].lower in words_of_class("showing_nouns"):
            return True
    return False


def _opens_relative(words: Sequence[Word], place: int) -> bool:
    """Whether *that* opens a relative clause here, so that the word before it is a noun: *claims* **that were** *denied*."""
    return (
        place + 1 < len(words)
        and words[place].lower == "that"
        and words[place + 1].lower in words_of_class("auxiliaries")
    )


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
        if is_plural(word) or word.lower in ("and", "those"):
            return at == place or words[at + 1].kind == "w"
    return False


def after_determiner(words: Sequence[Word], place: int) -> bool:
    if place == 0:
        return False
    before = words[place - 1].lower
    if before in words_of_class("relatives") or before in words_of_class("subject_pronouns"):
        return False
    owns = before.endswith(("'s", "s'")) and before != "'s"
    return owns or before in words_of_class("articles") or before in words_of_class("possessives")


def is_plural(word: Word) -> bool:
    return (
        word.lower.endswith("s") and not word.lower.endswith(("ss", "us", "is", "'s"))
    ) or word.lower in words_of_class("plurals")


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
