"""What stands between a cue and its speaker or its content and is neither: *on Monday*, *in a statement*, *also*."""

from __future__ import annotations

from collections.abc import Sequence

from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.passages import Word
from newsrecon.extractors.word_kinds import is_adverb, is_plural

__all__ = ["is_time", "opens_count", "past_time", "skip_adjuncts", "skip_back"]


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
    while start >= low and is_time(words[start]):
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


def is_time(word: Word) -> bool:
    return word.kind == "w" and (word.lower in words_of_class("time_words") or word.lower[:1].isdigit())


def _is_year(word: Word) -> bool:
    return len(word.lower) == 4 and word.lower.isdigit()


def past_time(words: Sequence[Word], first: int, last: int) -> int:
    """The place behind a time expression that opens a phrase: *Last week* **Berg**."""
    at = first
    while at < last and words[at].lower in words_of_class("time_modifiers"):
        at += 1
    after = at
    while after < last and is_time(words[after]):
        after += 1
    dated = any(words[place].lower in words_of_class("time_words") for place in range(at, after))
    whole = after == last and after > at and (dated or any(_is_year(word) for word in words[at:after]))
    return (
        after if whole or (dated and after < last and words[after].capital and words[first].lower != "the") else first
    )


def skip_adjuncts(words: Sequence[Word], place: int, high: int) -> int:
    """Past adverbs and prepositional phrases of time, place and occasion: said **on Monday in a statement** that …"""
    start = place
    while place < high and words[place].kind == "w":
        word = words[place]
        if (
            (is_time(word) and not opens_count(words, place) and (place > start or not word.lower[0].isdigit()))
            or (is_adverb(word) and word.lower not in ("all", "both") and not _stands_for_subject(words, place, high))
            or (
                word.lower in ("last", "this", "earlier", "later", "late", "early")
                and place + 1 < high
                and is_time(words[place + 1])
            )
        ):
            place += 1
        elif word.lower in words_of_class("adjunct_prepositions") and not _is_of_number(words, place, high):
            place = start = _past_object(words, place + 1, high)
        else:
            break
    told = start < place < high and is_time(words[place - 1]) and words[place].lower in words_of_class("auxiliaries")
    return start if told else place  # said **Monday was a holiday**


def _is_of_number(words: Sequence[Word], place: int, high: int) -> bool:
    """Whether a preposition is part of a number: *over* **200** *people*, *at* **least** *a dozen*."""
    if words[place].lower not in words_of_class("of_numbers") or place + 1 >= high:
        return False
    return words[place + 1].lower in ("least", "most") or opens_count(words, place + 1)


def opens_count(words: Sequence[Word], place: int) -> bool:
    """Whether a number counts what follows, so that it begins a phrase of its own: *told reporters* **12 people** *were hurt*."""
    if not words[place].lower[:1].isdigit() or place + 1 >= len(words):
        return False
    counted = words[place + 1]
    if counted.lower in words_of_class("auxiliaries"):
        return False
    return counted.kind == "w" and not counted.capital and is_plural(counted) and not is_time(counted)


def _stands_for_subject(words: Sequence[Word], place: int, high: int) -> bool:
    """Whether a clause begins here with *there*, which is no adverb then: *said* **there was** *no damage*."""
    if words[place].lower != "there" or place + 1 >= high:
        return False
    return words[place + 1].lower in words_of_class("auxiliaries")


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
            if opens_count(words, place) and before.lower not in words_of_class("determiners"):
                break
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
            if is_time(before) and not is_time(word):
                break
        place += 1
    return place
