"""Who the speaker is: the name inside the noun phrase, and the full name behind a surname, *she* or *the minister*.

A pronoun goes to whoever is most salient before it: named in the nearest sentence, speaking or opening it, of fitting gender.
*The minister* and *the ministry* go to the nearest name of that role or with that word in it. Where two fit alike, nobody is
named: a quote credited to the wrong person is worse than one credited to a pronoun.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from attrs import evolve, frozen

from newsrecon.extractors.grammar import words_of_class
from newsrecon.gazetteer import demonyms
from newsrecon.model import Article, Claim
from newsrecon.span import Span

__all__ = ["Antecedents", "goes_back_to_a_person", "resolved"]

REACH = 4
"""Sentences that a pronoun may reach back over."""
MARGIN = 0.35
"""By how much the first candidate must lead the second."""
SPOKE, FADES = 1.6, 0.7
"""What having spoken is worth, and how much of that is lost with each sentence since."""
FIRST_WORDS = 60
"""Characters within which a name opens its sentence."""
ROLE_REACH = 100
GROWN = 18
"""Who is as old is named in the news."""

LOOK_BACK = 300
"""Of the names and speakers before a word, so many are looked at: no reader remembers more, and a text may be endless."""
# Afghanistan's · Russian
OWNER = re.compile(r"[^\W\d_]{2,30}(?:['’]s)?\s{1,3}$")
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
# the 41-year-old · the 41-year-old | striker
_AGED = re.compile(r"the (?P<age>\d{1,3})-year-old(?P<called>(?: [\w-]{1,30}){0,2})")
# 41-year-old | striker | Jon Berg
_AGED_BEFORE = re.compile(r"(?<!\d)(?P<age>\d{1,3})-year-old(?: [\w-]{1,30}){0,2} $")
# Jon Berg | , 41, · | (41)
_AGED_BEHIND = re.compile(r"(?:, aged|,| \() ?(?P<age>\d{1,3})[,.;)]")
_AND = re.compile(r",| and |;")
_OF = re.compile(r" (?:of|for|to|in|at|from|with|on) ")


@cache
def _documents() -> str:
    return "|".join(map(re.escape, sorted(words_of_class("issued_documents"))))


# said late Monday in a news release
@cache
def _issued() -> re.Pattern[str]:
    return re.compile(
        rf"[^.;:“”\"\n]{{0,30}}?\sin (?:an?|his|her|its|their) (?:[\w-]+ ){{0,2}}(?P<noun>{_documents()})\b"
    )


# a news release from
@cache
def _issuer() -> re.Pattern[str]:
    return re.compile(rf"(?:an?|the) (?:[\w-]+ ){{0,2}}(?P<noun>{_documents()}) (?:from|by|of) ")


@frozen
class _Name:
    """One mention of a name, as an alias claim has it."""

    span: Span
    sentence: int
    opens: bool
    full: str
    type: str
    role: str | None
    gender: str | None


@frozen
class _Said:
    """Who spoke where: what a later pronoun may stand for."""

    place: int
    sentence: int
    name: str
    type: str


def resolved(article: Article, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The quotes whose speaker the names of the article tell more about, revised."""
    quotes = [claim for claim in claims if claim.kind == "quote" and claim.value.get("speaker") is not None]
    if not quotes:
        return
    known = Antecedents(article, [claim for claim in claims if claim.kind == "alias"])
    for claim in sorted(quotes, key=lambda claim: (claim.value["speaker"]["start"], claim.mention.span, claim.id)):
        revised = _revised(article, claim, known)
        if revised is not None:
            yield revised


def _revised(article: Article, claim: Claim, known: Antecedents) -> Claim | None:
    given = claim.value["speaker"]
    span = Span(given["start"], given["end"])
    head = known.head(span)
    if head is not None:
        known.speaks(head.span, head.full, head.type)
        known.issues(claim, head.full, head.type)
        more = known.told_of(head.full, head.type)
        speaker = {"start": head.span.start, "end": head.span.end, "text": head.span.of(article.text)}
        return claim.revise(subject=head.full, speaker=speaker, name=head.full, **more)
    found = known.antecedent(span)
    if found is None:
        known.speaks(span, given["text"], "phrase")
        return None
    name, type_ = found
    known.speaks(span, name, type_)
    known.issues(claim, name, type_)
    return claim.revise(subject=name, name=name, **known.told_of(name, type_))


class Antecedents:
    """The names of an article in order, and who has spoken or acted so far: whom *she* or *the minister* goes back to."""

    def __init__(self, article: Article, aliases: Sequence[Claim]) -> None:
        self.article = article
        self.starts = [sentence.start for sentence in article.sentences]
        told = (claim for claim in aliases if not self._is_credited(claim.mention.span))
        names = sorted(map(self._name, told), key=lambda name: (name.span.start, name.span.end, name.full))
        self.names = list(self._opening(names))
        self.name_starts = [name.span.start for name in self.names]
        self.roles: dict[str, set[str]] = {}
        self.genders: dict[str, str] = {}
        for name in self.names:
            if name.role:
                self.roles.setdefault(name.full, set()).add(self._whole_role(name))
            if name.gender:
                self.genders.setdefault(name.full, name.gender)
        self.said: list[_Said] = []
        self.issued: dict[str, tuple[str, str]] = {}

    def _is_credited(self, span: Span) -> bool:
        """Whether a name stands in the credit of an image, so that nothing in the story goes back to it: *Agency/Anna Berg*."""
        return span.start > 0 and self.article.text[span.start - 1] == "/"

    def _whole_role(self, name: _Name) -> str:
        """A role with the nation or body it is of, where that stands before it: *Afghanistan's Foreign Minister*."""
        role = (name.role or "").lower()
        before = self.article.lower[max(0, name.span.start - ROLE_REACH) : name.span.start]
        place = before.rfind(role)
        owner = OWNER.search(before[:place]) if place > 0 else None
        return f"{owner[0].strip()} {role}" if owner else role

    def _name(self, claim: Claim) -> _Name:
        span, value = claim.mention.span, claim.value
        sentence = self._sentence(span.start)
        opens = sentence >= 0 and span.start - self.starts[sentence] < FIRST_WORDS
        return _Name(span, sentence, opens, value["full"], value["type"], value.get("role"), value.get("gender"))

    def _opening(self, names: list[_Name]) -> Iterator[_Name]:
        """The names, only the first person of each sentence opening it, and none of two joined by *and*."""
        last: tuple[int, str] | None = None
        for place, name in enumerate(names):
            follower = names[place + 1] if place + 1 < len(names) else None
            between = self.article.lower[name.span.end : follower.span.start] if follower else ""
            joined = len(between) < 12 and between.startswith((" and ", ", "))
            again = last is not None and last[0] == name.sentence and last[1] != name.full
            if name.type == "person":
                last = (name.sentence, name.full) if last is None or last[0] != name.sentence else last
            late = joined or (again and name.type == "person")
            yield evolve(name, opens=False) if late and name.opens else name

    def _sentence(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1

    def speaks(self, span: Span, name: str, type_: str) -> None:
        """Remember who spoke here."""
        self.said.append(_Said(span.start, self._sentence(span.start), name, type_))

    def acts(self, span: Span) -> str | None:
        """The person that some words for who does something name, or go back to, remembered for what follows."""
        head = self.head(span)
        if head is not None:
            if head.type == "person":
                self.speaks(head.span, head.full, head.type)
            return None
        if not goes_back_to_a_person(span.of(self.article.text)):
            return None
        name, type_ = self.antecedent(span) or ("", "")
        if type_ != "person":
            return None
        self.speaks(span, name, type_)
        return name

    def issues(self, claim: Claim, name: str, type_: str) -> None:
        """Remember whose a statement is, for *the statement said* further on."""
        cue = claim.value.get("cue")
        found = _issuer().match(claim.value["speaker"]["text"].lower())
        if found is None and cue:
            found = _issued().match(self.article.lower, cue["end"])
        if found is not None:
            self.issued[found["noun"]] = name, type_

    def told_of(self, full: str, type_: str) -> dict[str, str | None]:
        """Type and roles of a speaker, which tell whom else the same words may be credited to."""
        roles = "; ".join(sorted(self.roles.get(full, ())))
        return {"speaker_type": None if type_ == "phrase" else type_, "speaker_role": roles or None}

    def _inside(self, span: Span) -> list[_Name]:
        first = bisect_right(self.name_starts, span.start - 1)
        found = []
        for name in self.names[first:]:
            if name.span.start >= span.end:
                break
            if name.span.end <= span.end:
                found.append(name)
        return found

    def head(self, span: Span) -> _Name | None:
        """The one name that is the head of a noun phrase, not a part of its description."""
        heads = [name for name in self._inside(span) if self._is_head(name.span, span)]
        if any(self._is_joined(name.span, span) for name in self._inside(span)):
            return None
        if len({name.full for name in heads}) != 1:
            persons = [name for name in heads if name.type == "person"]
            return persons[0] if len(persons) == 1 and " and " not in span.of(self.article.text) else None
        return heads[0]

    def _is_head(self, name: Span, phrase: Span) -> bool:
        text = self.article.text
        after = text[name.end : phrase.end].lstrip()
        before = self.article.lower[phrase.start : name.start].split()
        if before and before[-1] in words_of_class("prepositions"):
            return False
        if not after or after[0] in ",(–—-;":
            return not after.startswith("-") and not self._possessed(name.end)
        following = WORD.match(after)
        if following is None:
            return False
        word = following[0].lower()
        # What a body issues is said by it: *AP reports*, *a city council statement*.
        return word in words_of_class("after_heads") or word.removesuffix("s") in words_of_class("issued_documents")

    def _is_joined(self, name: Span, phrase: Span) -> bool:
        """Whether *and* joins a name that nothing governs to someone else: *Anna Berg and her deputy*."""
        before = self.article.lower[phrase.start : name.start].split()
        free = words_of_class("prepositions").isdisjoint(before)
        return free and self.article.lower.startswith(" and ", name.end) and name.end < phrase.end

    def _possessed(self, place: int) -> bool:
        return self.article.text[place : place + 2] in ("'s", "’s")

    def _names_before(self, place: int) -> Iterator[_Name]:
        """The names before a place, the nearest first."""
        last = bisect_right(self.name_starts, place)
        return reversed(self.names[max(0, last - LOOK_BACK) : last])

    def _said_lately(self) -> Iterator[_Said]:
        """Who has spoken, the last one first."""
        return reversed(self.said[-LOOK_BACK:])

    def antecedent(self, span: Span) -> tuple[str, str] | None:
        """The name behind a pronoun or a description, with its type; None where nothing or more than one thing fits."""
        phrase = span.of(self.article.lower)
        if phrase in words_of_class("masculine") or phrase in words_of_class("feminine"):
            return self._person(span, "m" if phrase in words_of_class("masculine") else "f")
        if (aged := _AGED.fullmatch(phrase)) is not None:
            return self._aged(span, aged["age"], called=bool(aged["called"]))
        if (nation := _nation(phrase)) is not None:
            return self._national(span, nation)
        if phrase in words_of_class("neuter"):
            return self._body(span)
        if phrase == "they":
            return self._several(span)
        words = WORD.findall(phrase)
        if (issuer := _issuer().match(phrase)) is not None:
            author = Span(span.start + issuer.end(), span.end)
            head = self.head(author)
            return self.antecedent(author) if head is None else (head.full, head.type)
        if len(words) > 1 and words[0] in ("the", "this", "that") and words[-1] in self.issued:
            return self.issued[words[-1]]
        if (
            len(words) > 1
            and words[0] in ("the", "this", "that")
            and not any(name.span.overlaps(span) for name in self._inside(span))
        ):
            return self._described(span, words[-1])
        return None

    def _aged(self, span: Span, age: str, *, called: bool) -> tuple[str, str] | None:
        """The one person of an age: who is said to be as old, or the only one who is named before, and of no other age.

        Children are seldom named, and who is called something besides, *the 41-year-old driver*, may be told of for the first
        time: they must be said to be as old.
        """
        ages: dict[str, set[str]] = {}
        for name in self._persons_before(span):
            ages.setdefault(name.full, set()).update(filter(None, (self._age(name),)))
        found = [name for name, told in ages.items() if age in told]
        if not found and not called and int(age) >= GROWN:
            found = [name for name, told in ages.items() if len(ages) == 1 and not told]
        return (found[0], "person") if len(found) == 1 else None

    def _age(self, name: _Name) -> str | None:
        """How old somebody is said to be, right beside the name."""
        lower, start, end = self.article.lower, name.span.start, name.span.end
        found = _AGED_BEHIND.match(lower, end) or _AGED_BEFORE.search(lower, max(0, start - ROLE_REACH), start)
        return found["age"] if found is not None else None

    def _national(self, span: Span, nation: str) -> tuple[str, str] | None:
        """The one person of a nation: who is said to be of it, or the only one who is named before, and of no other nation."""
        nations: dict[str, set[str]] = {}
        for name in self._persons_before(span):
            told = (demonyms().get(word) for role in self.roles.get(name.full, ()) for word in role.split())
            nations.setdefault(name.full, set()).update(filter(None, told))
        found = [name for name, of in nations.items() if nation in of]
        found = found or [name for name, of in nations.items() if len(nations) == 1 and not of]
        return (found[0], "person") if len(found) == 1 else None

    def _persons_before(self, span: Span) -> list[_Name]:
        return [name for name in self._names_before(span.start) if name.type == "person"]

    def _person(self, span: Span, gender: str) -> tuple[str, str] | None:
        sentence = self._sentence(span.start)
        scores: dict[str, float] = {}
        for name in self._names_before(span.start):
            distance = sentence - name.sentence
            if distance > REACH or (distance == REACH and len(scores) > 0):
                break
            if name.type != "person" or self.genders.get(name.full, gender) != gender:
                continue
            fits = 0.5 if name.full in self.genders else 0.0
            score = fits + (0.6 if name.opens else 0.0) - distance
            scores[name.full] = max(score, scores.get(name.full, score))
        for said in self._said_lately() if scores else ():
            distance = sentence - said.sentence
            if said.name in scores and 0 <= distance <= REACH and said.place < span.start:
                scores[said.name] = max(scores[said.name], SPOKE - FADES * distance)
        return _best(scores, "person")

    def _body(self, span: Span) -> tuple[str, str] | None:
        """What *it* stands for: who spoke last, if that is a body; else a body that opens the sentence before."""
        sentence = self._sentence(span.start)
        for said in self._said_lately():
            if said.place < span.start and sentence - said.sentence <= 2:
                return (said.name, said.type) if said.type in ("organization", "place") else None
        scores: dict[str, float] = {}
        for name in self._names_before(span.start):
            if sentence - name.sentence > 1:
                break
            if name.type in ("organization", "place") and name.opens:
                scores.setdefault(name.full, 0.0 - (sentence - name.sentence))
        return _best(scores, "organization")

    def _several(self, span: Span) -> tuple[str, str] | None:
        """Whom *they* stands for: several who are the subject of a clause before theirs, or who spoke last."""
        sentence = self._sentence(span.start)
        leading = _leading_clause().match(self.article.text, self.starts[sentence], span.start) if self.starts else None
        if leading is not None and leading["head"].lower().endswith("s"):
            return leading["subject"], "phrase"
        for said in self._said_lately():
            if said.place < span.start and sentence - said.sentence <= 2:
                several = said.type == "phrase" and said.name.split()[-1].lower().endswith("s")
                return (said.name, "phrase") if several else None
        return None

    def _described(self, span: Span, noun: str) -> tuple[str, str] | None:
        """The nearest name whose role, or which itself, has this noun in it: *the minister*, *the ministry*."""
        sentence = self._sentence(span.start)
        scores: dict[str, float] = {}
        types: dict[str, str] = {}
        for name in self._names_before(span.start):
            roles = self.roles.get(name.full, ())
            fits = (
                any(noun in _offices(role) for role in roles)
                if name.type == "person"
                else noun in name.full.lower().split()
            )
            if fits:
                scores.setdefault(name.full, float(name.sentence - sentence))
                types[name.full] = name.type
        best = _best(scores, "other")
        return None if best is None else (best[0], types[best[0]])


@lru_cache(maxsize=1 << 12)
def _offices(role: str) -> frozenset[str]:
    """What somebody of this role is: of *port director and head of the bank*, *director* and *head*."""
    parts = (_OF.split(part)[0].split() for part in _AND.split(role))
    return frozenset(part[-1] for part in parts if part)


@lru_cache(maxsize=1 << 12)
def goes_back_to_a_person(phrase: str) -> bool:
    """Whether a subject is *he*, *she*, *the 41-year-old* or *the Argentine*."""
    low = phrase.lower()
    return low in _he_or_she() or _AGED.fullmatch(low) is not None or _nation(low) is not None


def _nation(phrase: str) -> str | None:
    """The country of one citizen who is called by it alone: *the Argentine*, *the Dane*; not *the Danes*, nor *the French*."""
    article, _, word = phrase.partition(" ")
    return None if article != "the" or word.endswith(_OF_MANY) else demonyms().get(word)


_OF_MANY = ("s", "ch", "sh", "ese", "men", "women")


@cache
def _he_or_she() -> frozenset[str]:
    return words_of_class("masculine") | words_of_class("feminine")


@cache
def _leading_clause() -> re.Pattern[str]:
    """*While port officials are still counting,* they …: the subject of a subordinate clause that opens a sentence."""
    subordinators = "|".join(sorted(words_of_class("leading_subordinators")))
    verbs = "|".join(sorted(word for word in words_of_class("auxiliaries") if word.isalpha()))
    return re.compile(
        rf"(?i:{subordinators})\s(?i:the\s|some\s|many\s)?(?P<subject>(?:[\w-]{{1,30}}\s){{0,3}}(?P<head>[^\W\d_]{{2,30}}))\s(?:{verbs})\b"
    )


def _best(scores: dict[str, float], type_: str) -> tuple[str, str] | None:
    """The name with the highest score; None where the second is too near."""
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    return ranked[0][0], type_
