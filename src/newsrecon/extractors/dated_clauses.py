"""What a dated clause tells: its content words without the time, its names made one, each with how close it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from newsrecon.context import Context, NamedSpan
from newsrecon.extractors.date_lexicon import load_language
from newsrecon.extractors.date_rivals import Framed, framed
from newsrecon.extractors.statement_words import tokens_in
from newsrecon.model import Claim, Value
from newsrecon.roles import country_of
from newsrecon.text import Span
from newsrecon.wording import content_words, content_words_as_written

__all__ = ["clause_names", "clause_words", "content", "main_matter", "words_of_names"]

_MAIN_DAY = 0.6
"""A day that tells so little is the one that the story is about."""
_MATTER = 0.03
"""In so many of the passages stands a word that says what the story is about."""
_AROUND_NOUN = 0.4
"""How close the rest of a sentence stands to a noun in it that has a time of its own."""
_SAID_OF = 0.8
"""How close what a clause is said of stands where that is outside the clause."""
_BOUNDS = (" before", " after", " since", " until", " till", " by")
_BREAKS = (",", ";", "“", "”", "(", ")", " – ", " — ")
# https://t.co/x · @harbour
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\bpic\.twitter\.com/\S+|@\w+")
# the ferry sank in May | ; not "was seen in May, feeding the birds"
_BREAK = re.compile(r",(?!\s[a-z]{2,20}ing\b)|[;“”()]| [–—] ")


@lru_cache(maxsize=1 << 13)
def content(text: str) -> tuple[str, ...]:
    """The content words of a text, no numbers, weekdays, months or addresses; a country, its people, its capital are one."""
    if "/" in text or "@" in text:
        text = _ADDRESS.sub(" ", text)
    return tuple(
        country_of(written.removesuffix("'s").removesuffix("’s")) or word
        for word, written in content_words_as_written(text)
        if not word[0].isdecimal() and word not in _names_of_days()
    )


@cache
def _names_of_days() -> frozenset[str]:
    data = load_language("en").data
    return frozenset(content_words(" ".join((*data["month"], *data["weekday"]))))


def clause_words(claim: Claim, context: Context) -> dict[str, float]:
    """The content words of the clause, its names in the form the register has for them, each with how close it stands.

    The time is cut out. It goes with the words before it up to a comma; where there are none, with those that follow.
    """
    mention, subject = claim.mention, claim.subject
    place = subject.find(mention.text)
    if place < 0:
        return dict.fromkeys(content(subject), 1.0)
    ends = place + len(mention.text)
    opened = max(subject.rfind(mark, 0, place) for mark in _BREAKS) + 1
    closed = _closed(subject, ends)
    named = _names_made_one(claim, context)
    before = content(named(opened, place))
    parts = [(before, 1.0), (content(named(ends, closed)), 0.5 if before else 1.0)]
    parts += [(content(named(closed, len(subject))), 0.2 if before else 0.8), (content(named(0, opened)), 0.4)]
    if claim.value.get("of_noun"):
        around = str(claim.value.get("about") or "")
        parts += [] if _is_before(around, subject) else [(content(around), _AROUND_NOUN)]
    elif of := claim.value.get("of"):
        parts.append((content(context.names.of(mention.article, of)), _SAID_OF))
    found: dict[str, float] = {}
    for words, closeness in parts:
        for word in words:
            found[word] = max(found.get(word, 0.0), closeness)
    return found


def _closed(subject: str, ends: int) -> int:
    """Where what goes with a time that ends at a place is closed by a mark; a form in *-ing* behind a comma goes with it, too."""
    found = _BREAK.search(subject, ends)
    return found.start() if found else len(subject)


def _is_before(sentence: str, noun: str) -> bool:
    """Whether what a sentence tells was before the thing that a noun in it names: *a day before Monday’s crash, he left*."""
    before = sentence.partition(noun)[0].lower().split()
    return bool(before) and before[-1] in load_language("en").data["words"]["before_word"]


def _names_made_one(claim: Claim, context: Context) -> Callable[[int, int], str]:
    """Gives parts of the clause, its names replaced by those of the register."""
    subject = claim.subject
    spans, start = _named(claim, context)
    names = [(one.span.start - start, one.span.end - start, one.name) for one in spans]

    def part(begin: int, end: int) -> str:
        pieces, rest = [], begin
        for left, right, name in names:
            if rest <= left and right <= end:
                pieces += [subject[rest:left], name]
                rest = right
        return " ".join((*pieces, subject[rest:end]))

    return part


def clause_names(claim: Claim, context: Context) -> tuple[Framed, ...]:
    """The names of the clause, each in its frame."""
    spans, start = _named(claim, context)
    return framed(claim.subject, [(one.span.start - start, one.span.end - start, one) for one in spans])


def words_of_names(claim: Claim, context: Context) -> tuple[frozenset[str], ...]:
    """The content words of each name of the clause that has several, as the register has it: *FC Barsa*, of *Barsa*."""
    spans, _ = _named(claim, context)
    return tuple(frozenset(content(one.name)) for one in spans if " " in one.name)


def _named(claim: Claim, context: Context) -> tuple[tuple[NamedSpan, ...], int]:
    """The named spans of the clause, and where it begins; none where its place in the article is not known."""
    start = claim.mention.span.start - claim.subject.find(claim.mention.text)
    if claim.mention.text not in claim.subject or start < 0:
        return (), 0
    return context.names.within(claim.mention.article, Span(start, start + len(claim.subject))), start


def main_matter(claim: Claim, value: Value, words: Iterable[str], context: Context) -> frozenset[str]:
    """The words of a clause that much of the story is about, if the clause is of a day that much of the story is of.

    A clock time tells when one moment of it was, and what is *before Saturday* is not of Saturday.
    """
    timex = str(value["timex"])
    if len(timex) < 10 or ":" in timex or context.times.telling(timex[:10]) > _MAIN_DAY:
        return frozenset()
    before = claim.subject.partition(claim.mention.text)[0].rstrip().lower()
    if not before:
        before = str(value.get("about") or "").partition(claim.subject)[0].rstrip().lower()
    if f" {before}".endswith(_BOUNDS) or claim.mention.text.lower().endswith(_BOUNDS):
        return frozenset()
    return frozenset(word for word in words if context.rarity.is_common(word, _MATTER)) - _light()


@cache
def _light() -> frozenset[str]:
    """Content words that tell little in any story."""

    return tokens_in("light")
