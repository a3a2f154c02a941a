"""Who or what a clause is about: *Last week, | police | arrested two men*, *a man | in Lund who had robbed a bank*.

Theory of operation. The subject is the noun phrase before the verb. What may stand in front of it is passed over: a time, with a
comma or without, an adverb, a phrase of place, what it is told to be. What ends it is the verb, a comma, or a relative clause.
A relative clause is about the noun phrase before it, but for a name that only tells where that is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from newsrecon.span import Span
from newsrecon.tagged_words import TaggedWords
from newsrecon.word_classes import class_of, clause_words

__all__ = ["antecedent", "own_subject"]


def own_subject(words: TaggedWords, first: int, last: int, verb: int | None, kind: str) -> Span | None:
    """The noun phrase before the verb, without what opens the clause and without a fronted phrase."""
    tags = words.tags
    if verb is None:
        if first > 0 or not (tags[last : last + 1] in ("r", "i", "t") or words.is_closed(last)):
            return None
        verb = last
    begin = first or words.so_long_before()
    if begin > first and kind == "main":  # The day after the vote, | Berg
        begin = _after_fronted(words, begin, verb) if "," in tags[begin:verb] else first
    begin = _after_time(words, begin, verb)
    opening = "cutv,;r." if kind == "main" else "cutv,;r.p"
    while begin < verb and tags[begin] in opening and not _is_of_all(words, begin, verb):
        begin += 1
    if tags[begin] in "ipGDvo" and not _is_described(words, begin, verb) and not _is_of_all(words, begin, verb):
        begin = _after_fronted(words, begin, verb)
    while begin < verb and tags[begin] in "cv,Qq" and not _is_of_all(words, begin, verb):
        begin += 1
    begin = _after_time(words, begin, verb)
    if begin == verb and first < verb and tags[verb - 1] in "Qq":
        return _inverted(words, verb)
    end = verb
    while end > begin + 1 and tags[end - 1] in "v,":
        end -= 1
    if (relative := words.relative_before(begin, verb)) is not None:
        end = relative
    comma = tags.find(",", begin, end)
    if comma > begin and "c" not in tags[comma:end] and _WITH_ITS_STATE.fullmatch(tags, begin, end) is None:
        end = comma
    if begin >= end or tags[begin] in "io" or words.words[begin].lower() == "being":
        return None  # after | being hit
    span = words.span(begin, end)
    return Span(span.start, span.end - words.contracted(end - 1))


def _is_described(words: TaggedWords, begin: int, verb: int) -> bool:
    """Whether a subject opens with a participle: *armed men* | *fled*, *freeing the men* | *was a mistake*."""
    tags = words.tags
    if begin + 1 >= verb or "," in tags[begin:verb] or tags[verb - 1] == "n":
        return False
    asked = words.words[begin + 1].lower() in clause_words()["question_words"]
    return tags[begin] == "G" or (tags[begin] == "D" and tags[begin + 1] in "xs" and not asked)


def _after_time(words: TaggedWords, begin: int, verb: int) -> int:
    """Where the subject begins behind a time that opens a clause: *Last week* | *Berg*, *Hours after the attack,* | *police*."""
    end = _time_at(words, begin, verb)
    if not begin < end < verb:
        return _after_fronted_words(words, begin, verb)
    tags, told, known = words.tags, {word.lower() for word in words.words[begin:end]}, clause_words()
    if words.words[end].lower() in known["after_a_length"] or "before" in told:  # Hours after the attack, | police
        comma = tags.find(",", end, verb)
        return _behind_asides(words, comma + 1, verb) if comma > 0 else begin
    dated = not told.isdisjoint(known["telling_a_time"]) or words.words[end - 1].lower() in known["behind_a_time"]
    of_a_day = not told.isdisjoint(known["days"])
    if tags[end] == ",":
        return _behind_asides(words, end + 1, verb) if dated or of_a_day else begin
    if (dated or of_a_day) and tags[end] == "i" and (comma := tags.find(",", end, verb)) > 0:
        return comma + 1 if tags[comma + 1] in "dnCxbs" else begin  # Monday at a meeting in Lund, | Berg
    return end if (dated and tags[end] in "dnCxbs") or tags[end] == "n" else begin


def _after_fronted_words(words: TaggedWords, begin: int, verb: int) -> int:
    """Where the subject begins behind words that lead to it, or tell what it is: *Worse,* | *the dam*, *A teacher,* | *Berg*."""
    tags, known = words.tags, clause_words()
    comma = tags.find(",", begin, verb)
    if not begin < comma < verb - 1:
        return begin
    low = [word.lower() for word in words.words[begin:comma]]
    leads = " ".join(low) in known["fronted"] or (class_of(low[-1]) == "v" and set(low[:-1]) <= known["before_fronted"])
    placed = (low[0] in known["fronted_with_place"] and tags[begin + 1] == "i") or low[-1] == "away"
    told = low[0] in ("a", "an") and set(tags[comma + 1 : verb]) <= {"C", "v"} and tags[comma + 1] == "C"
    return comma + 1 if leads or placed or told else begin


def _behind_asides(words: TaggedWords, begin: int, verb: int) -> int:
    """Where the subject begins behind what stands between a time and it: *Last year,* **though,** | *prices*."""
    tags = words.tags
    while begin < verb and tags[begin] in "upaivG":
        comma = tags.find(",", begin, verb)
        begin = comma + 1 if comma > 0 else verb
    return begin


def _time_at(words: TaggedWords, begin: int, verb: int) -> int:
    """Where a time ends that begins at a place; the place itself where none does."""
    if not words.words[begin][0].isdigit() and words.words[begin].lower() not in _may_open_times():
        return begin
    known, low = clause_words(), [word.lower() for word in words.words[begin : verb + 1]]
    times, end = _times(), 0
    for place, (word, ahead) in enumerate(pairwise(low)):
        counts = word[0].isdigit() and (ahead in times or (place > 0 and low[place - 1] in known["days"] | {","}))
        year = len(word) == 4 and word.isdigit() and place > 0 and low[place - 1] in known["before_a_year"]
        is_name = words.words[begin + place][0].isupper() and (place > 0 or word not in known["no_times"])
        is_time = year or (word in times and (is_name or word not in known["names_of_months"]))
        if is_time or (end and (counts or word in known["behind_a_time"])):
            end = place + 1
        elif not counts and word not in known["before_a_time"]:
            feast = ahead == "day" and words.tags[begin + place] == "C"  # Memorial | Day
            if not feast and not (place > 0 and word == "," and end == place and _opens_year(low, place)):
                break
    return begin + end


@cache
def _times() -> frozenset[str]:
    """Lengths of time and seasons, and days, months and hours by name."""
    return frozenset().union(*(clause_words()[key] for key in ("lengths", "seasons", "days")))


@cache
def _may_open_times() -> frozenset[str]:
    return _times() | clause_words()["before_a_time"]


def _opens_year(low: Sequence[str], place: int) -> bool:
    """Whether a comma stands between a day of a month and its year: *On July 6*, **2015**."""
    return low[place - 1].isdigit() and len(low[place + 1]) == 4 and low[place + 1].isdigit()


def _is_of_all(words: TaggedWords, begin: int, verb: int) -> bool:
    """Whether a subject opens with how many, though the word may be an adverb: *All of the miners*, *Both* | *survived*."""
    alone = begin + 1 == verb and words.words[begin].lower() in clause_words()["quantifiers"]
    return alone or (
        words.tags[begin : begin + 2] == "vi" and begin + 1 < verb and words.words[begin + 1].lower() == "of"
    )


def _after_fronted(words: TaggedWords, begin: int, verb: int) -> int:
    """Where the subject begins after a phrase in front of it: *In May 2021, | Moscow*."""
    for match in _NEW_PHRASE.finditer(words.tags, begin, verb + 1):
        place = match.start() + 1
        counts = words.tags[place + 1 : place + 2] in ("x", "s", "b") and place + 1 < verb  # | 40 people
        if place < verb and (counts or not words.words[place][0].isdigit()):
            return place
    front = _FRONT.match(words.tags, begin, verb)
    return verb if front is None else front.end()


def _inverted(words: TaggedWords, verb: int) -> Span | None:
    """The speaker after the verb: *“…,” said | the mayor*."""
    tags = words.tags
    end = verb + 1
    while end < len(tags) and end - verb < 9 and tags[end] in "dxCn":
        end += 1
    return words.span(verb + 1, end) if end > verb + 1 else None


def antecedent(words: TaggedWords, first: int, behind: int) -> Span | None:
    """The noun phrase that a relative clause stands behind, itself behind the verb that ends there in the text."""
    tags = words.tags
    end = first
    while end > 0 and tags[end - 1] in ",(":
        end -= 1
    if end > 2 and tags[end - 2] in ",(" and words.words[end - 1].isdigit():  # Jane Roe, | 44, | who
        end -= 2
    begin = _phrase_before(words, end, behind)
    if begin > 1 and tags[begin - 1] == "," and words.words[end - 1] == ".":  # Ada Lind of Miami, | Fla., | who
        end = begin - 1
        begin = _phrase_before(words, end, behind)
        if begin > 1 and words.words[begin - 1].lower() == "of":
            begin, end = _phrase_before(words, begin - 1, behind), begin - 1
    while (place := _of_place(words, begin, end, first)) is not None:
        begin, end = _phrase_before(words, place, behind), place
    return words.span(begin, end) if begin < end else None


def _phrase_before(words: TaggedWords, end: int, behind: int) -> int:
    """Where the noun phrase begins that ends at a place, behind a verb that ends so far into the text."""
    begin = end - (
        words.tags[end - 1 : end] == "G" and "d" in words.tags[max(0, end - 3) : end - 1]
    )  # the mass shooting
    while begin > 0 and end - begin < 10 and (words.tags[begin - 1] in "xCbsdn" or _is_joined(words, begin)):
        if words.tokens[begin - 1].start() < behind <= words.tokens[end - 1].start():
            break
        begin -= 1
    return begin


def _of_place(words: TaggedWords, begin: int, end: int, first: int) -> int | None:
    """The place of the preposition where a name only tells where or when what a relative clause is about is or was.

    *A man in Lund* | *who fled*, *a fire on Elm Road on Monday* | *that spread*; but *a visit to Lund, which is small*.
    """
    if begin < 2 or begin >= end or words.tags[begin - 1] != "i" or words.tags[begin - 2] not in "xCbsG":
        return None
    named = words.tags[end - 1] == "C" and set(words.tags[begin:end]) <= {"C", "d", "x"}
    if not named or words.words[begin].lower() in ("a", "an"):
        return None
    known, word = clause_words(), words.words[begin - 1].lower()
    if words.words[first].lower() in known["of_persons"]:
        return begin - 1 if word in known["where"] else None
    return begin - 1 if word in known["where"] | known["where_or_when"] and words.tags[end] != "," else None


def _is_joined(words: TaggedWords, place: int) -> bool:
    """Whether a hyphen joins a word to the one before: *a 44-* | *year-old teacher*."""
    hyphen = words.tokens[place - 1]
    return hyphen[0] == "-" and place < len(words.tokens) and hyphen.end() == words.tokens[place].start()


# the Wilmington, Del., company
_WITH_ITS_STATE = re.compile(r"[dxC]{1,3}C,C{1,3},[xbs]{1,4}")
# During the vote | a man
_FRONT = re.compile(r"[ip]d?[xbsC]{1,3}(?=[dn])")
# In May, | the
_NEW_PHRASE = re.compile(r"[,q][dnCxsbQ]")
