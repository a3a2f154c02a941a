"""Who does what to whom in a statement: *The board | rejected | the offer*, *The offer | was rejected | by the board*.

Two statements can exclude each other only where they tell of one doer and one thing. No parser: what is done to stands behind
the verb, or is the subject of a passive; a noun phrase ends in front of a preposition, a mark, an adverb or a word of time. What
cannot be told so has no frame.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from attrs import evolve, frozen

from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.oppositions import is_wider, opposition_words, wider_pairs
from newsrecon.extractors.statement_words import forms_in, is_calendar, words_of
from newsrecon.span import Span
from newsrecon.text import one_of
from newsrecon.verbs import verbs, word_list

__all__ = [
    "SCORE",
    "WORD",
    "Frame",
    "Party",
    "Tense",
    "behind_subject",
    "frame_of",
    "noun_phrase",
    "party_of",
    "phrase_after",
    "refused_deed",
    "tense_of",
]

Tense = str
"""`past`, the perfect among it, `present` or `future`; empty where nothing tells, or the words say less than that it is so."""
Names = Sequence[tuple[Span, str]]
"""Where names stand in a text, and a token for the one who is named."""

NEGATED = 4
"""So many words in front of a verb may negate it."""

_LETTER = re.compile(r"\w")
WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’-][^\W_]+)*")
"""A word or a figure of a clause: *15,000*, *doesn’t*."""
_MARK = re.compile(r"[,;:.!?()\[\]\"“”—–]")


@frozen
class Party:
    """A noun phrase as one who does, or to whom something is done."""

    head: str
    words: frozenset[str]
    """What is told by it, the head among it."""
    definite: bool
    """Whether it is one that is known, or all of its sort: *the offer*, *her offer*, *offers*, not *an offer*."""
    empty: bool
    """Whether there is none: *no offer*, *nobody*."""
    bare: bool = False
    """Whether no word tells which: *offers*, *water*."""
    of: frozenset[str] = frozenset()
    """What it is of, or for, or at: *the leaders of the union*, *the request to move*."""

    others: bool = False
    """Whether it is told apart from one told before: *other weapons*."""
    part: bool = False
    """Whether these are some of those who are known: *two of the miners*."""

    def may_be(self, other: Party) -> bool:
        """Whether both can be one: the same by name, or things of one sort that nothing tells apart."""
        if self.others != other.others:
            return False
        if self.head != other.head and not is_wider(self.head, other.head):
            return False
        if self.of and other.of and self.of.isdisjoint(other.of):
            return False  # the road to Sund, the road to Lima
        mine, theirs = self.words - {self.head}, other.words - {other.head}
        return mine <= theirs or theirs <= mine

    def covers(self, other: Party) -> bool:
        """Whether what is said of any such is said of the other: *a child*, of *a small boy*."""
        if self.head != other.head and (self.head, other.head) not in wider_pairs():
            return False
        return self.words - {self.head} <= other.words


@frozen
class Frame:
    """What a statement says was done, or not done."""

    doer: Party | None
    done_to: Party | None
    negated: bool
    tense: Tense
    rest: frozenset[str]
    """What else is told: where, how, of what."""

    @property
    def theme(self) -> Party | None:
        """Whom or what it befalls: what it is done to, or else who does it: **the plane** *crashed*."""
        return self.done_to or self.doer


def refused_deed(text: str, verb: str) -> str | None:
    """The verb of what somebody is said not to do: *apologise*, of *refused to apologise*."""
    if verb not in _refusing():
        return None
    found = re.search(rf"\b{re.escape(verb)}\s+to\s+(\w+)", text.lower())
    return found[1] if found else None


def frame_of(text: str, subject: str, verb: str, *, passive: bool, who: str | None, names: Names) -> Frame | None:
    """The frame of a clause; `who` is the name of its subject, where it has one. None where no deed is told, but a state.

    What is refused is not done: the frame of *refused to pay the fine* is that of *did not pay the fine*.
    """
    text = _without_attribution(text)
    refused = refused_deed(text, verb)
    found = _whole_word(text.lower(), verb) if verb.isalpha() else None
    if found is None or verb in _no_verbs():
        return None
    before = [word.lower().replace("’", "'") for word in WORD.findall(text, 0, found.start)[-NEGATED:]]
    to_come = before[-1:] == ["to"] and not _be().isdisjoint(before[-2:-1])  # is to | begin
    if not passive and not to_come and not verb.endswith("ing") and before and _be().intersection(before[-2:]):
        return None
    tense = tense_of(before, verb)
    if refused is not None:
        found = _whole_word(text.lower(), refused, found.end)
        if found is None:
            return None
    first = party_of(subject, who)
    if (particle := _particle().match(text, found.end)) is not None:
        found = Span(found.start, particle.end())
    if not passive and (beside := _AND_DID.match(text, found.end)) is not None and _is_past(beside["verb"]):
        found = Span(found.start, beside.end())
    counted = _COUNTED.match(text, found.end + 1)
    if counted is not None and not text[counted.end() : counted.end() + 1].isdigit():
        counted = None
    phrase, end = noun_phrase(text, counted.end() if counted else found.end)
    second = _party(phrase, text, names)
    if second is not None and counted is not None:
        second = evolve(second, definite=False, bare=False)
    if (measured := _measured(second, text, end)) is not None:
        second = measured
    elif second is not None and (of := _OF.match(text, end)) is not None:
        second = evolve(second, of=_content(" ".join(word[0] for word in noun_phrase(text, of.end())[0])))
    negated = any(_negates(word) for word in before[-NEGATED:])
    negated ^= bool(first and first.empty) or bool(not passive and second and second.empty)
    negated ^= refused is not None
    if passive:
        return Frame(_doer(text, found.end, names), first, negated, tense, _content(text[found.end :]))
    return Frame(first, second, negated, tense, _content(text[end:]))


def behind_subject(text: str, subject: str) -> int:
    """Where begins what is said of a subject: *The mayor, Ada Lind,* | *resigned*; -1 where no clause opens with it."""
    if not text.startswith(subject):
        return -1
    beside = _BESIDE.match(text, len(subject))
    return beside.end() if beside is not None else len(subject)


# , Ada Lind,
_BESIDE = re.compile(r",\s[^,;:]{1,80},(?=\s)")


def _whole_word(text: str, word: str, start: int = 0) -> Span | None:
    """Where a word first stands by itself."""
    place = text.find(word, start)
    while place >= 0:
        end = place + len(word)
        if not (_LETTER.match(text, end) or (place and _LETTER.match(text, place - 1))):
            return Span(place, end)
        place = text.find(word, place + 1)
    return None


# shot | and killed | the guard
_AND_DID = re.compile(r"\s+and\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)(?=\s)")


def _is_past(verb: str) -> bool:
    return verb in _past_forms() or verb.endswith("ed")


# called | off | the strike, but not "was called off"
@cache
def _particle() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{one_of(words_of('particles'))})(?=\s+(?:the|a|an|all|his|her|its|their|some|\d)\b)")


@cache
def _no_verbs() -> frozenset[str]:
    """Words that open or end a noun phrase, whatever else they may be."""
    return opposition_words("ends") | opposition_words("indefinite") | opposition_words("definite")


def tense_of(before: Sequence[str], verb: str) -> Tense:
    """The tense of a verb by the words in front of it and its form."""
    near = before[-NEGATED:]
    if not _future().isdisjoint(near) or (near[-1:] == ["to"] and not _to_come().isdisjoint(near[-2:-1])):
        return "future"
    if not _unsure().isdisjoint(near):
        return ""
    if not _past_auxiliaries().isdisjoint(near):
        return "past"
    if not _present_auxiliaries().isdisjoint(near):
        return "present"
    return "past" if _is_past(verb) else "present"


@lru_cache(maxsize=1 << 13)
def party_of(subject: str, who: str | None) -> Party | None:
    """The party that some words for a subject name; None for a pronoun."""
    if (none := _NONE_OF.match(subject)) is not None:
        whole = party_of(subject[none.end() :], None)
        return evolve(whole, definite=False, empty=True, of=_behind(subject, none.end())) if whole else None
    if (some := _SOME_OF.match(subject)) is not None and _counts(some["some"]):
        whole = party_of(subject[some.end() :], None)
        return evolve(whole, definite=False, bare=False, part=True) if whole else None
    if (everyone := _ALL_OF.match(subject)) is not None:
        return party_of(subject[everyone.end() :], None)
    counted = _COUNTED.match(subject)
    words = [word[0] for word in WORD.finditer(subject)]
    if not words or (len(words) == 1 and words[0].lower() in words_of("pronouns") - opposition_words("none")):
        return None
    opens = words[0].lower()
    empty = opens in opposition_words("none") and opens != "any"
    if who is not None and (not who[1:].isupper() or len(words) < 3):
        return Party(who, frozenset((who,)), True, empty)
    phrase, end = noun_phrase(subject, counted.end() if counted else 0)
    made = _made(phrase, None)
    if made is not None and empty:
        return evolve(made, of=_behind(subject, 0))
    if (measured := _measured(made, subject, end)) is not None:
        return measured
    if made is not None and (of := _OF.match(subject, end)) is not None:
        made = evolve(made, of=_content(" ".join(word[0] for word in noun_phrase(subject, of.end())[0])))
    return evolve(made, definite=False) if made and counted else made


def _measured(party: Party | None, text: str, end: int) -> Party | None:
    """What there is so much of, where a noun phrase that ends there only tells how much: **oil**, of *40 tonnes of oil*."""
    if party is None or party.head not in _measuring() or not text.startswith(" of ", end):
        return None
    thing = _made(noun_phrase(text, end + len(" of "))[0], None)
    return None if thing is None else evolve(thing, definite=False, bare=False)


@cache
def _measuring() -> frozenset[str]:
    return frozenset(token for word in opposition_words("measured_in") for token in _content_list(word))


def _counts(word: str) -> bool:
    """Whether a word tells that some are meant: *two*, *most*."""
    from newsrecon.wording import numerals

    return word[0].isdigit() or word.lower() in opposition_words("indefinite") or word.lower() in numerals()


def _behind(subject: str, start: int) -> frozenset[str]:
    """What tells of which of a sort there is none, behind the noun: *no student* **on the bus**."""
    return _content(subject[noun_phrase(subject, start)[1] :])


def phrase_after(text: str, start: int, names: Names) -> Party | None:
    """The party that the noun phrase at a place names."""
    return _party(noun_phrase(text, start)[0], text, names)


# none of the | children
_NONE_OF = re.compile(r"(?:none|neither|not one)\s+of\s+(?=(?:the|these|those|his|her|its|their)\s)", re.IGNORECASE)
# all of the | men
_ALL_OF = re.compile(r"(?:all|each)\s+of\s+(?=(?:the|these|those|his|her|its|their)\s)", re.IGNORECASE)
# two of the | men
_SOME_OF = re.compile(
    r"(?:(?:at least|at most|about|more than|up to)\s+)?(?P<some>\d[\d,]*|[a-z]+)\s+of\s+"
    r"(?=(?:the|these|those|his|her|its|their)\s)",
    re.IGNORECASE,
)
# up to 800 · at least three
_COUNTED = re.compile(
    r"(?:(?:up|close)\s+to|at\s+(?:least|most)|(?:more|less|fewer)\s+than|about|around|some|nearly|almost|over)\s+(?=\w)"
    r"|(?=\d)",
    re.IGNORECASE,
)


def _party(phrase: Sequence[re.Match[str]], text: str, names: Names) -> Party | None:
    if not phrase:
        return None
    last = phrase[-1]
    who = next((name for span, name in names if span.start <= last.start() and last.end() <= span.end), None)
    return _made(phrase, who)


def _made(phrase: Sequence[re.Match[str]], who: str | None) -> Party | None:
    from newsrecon.wording import numerals

    words = [word[0] for word in phrase]
    while words and words[0].lower() in opposition_words("focus"):
        del words[0]
    opens = words[0].lower() if words else ""
    empty = opens in opposition_words("none") and opens != "any"
    if who is not None:
        return Party(who, frozenset((who,)), True, empty)
    told = [token for word in words for token in _content_list(word)]
    if not told:
        return Party(opens, frozenset((opens,)), True, True) if empty else None
    definite = not (opens in opposition_words("indefinite") or opens[:1].isdigit() or opens in numerals() or empty)
    others = any(word.lower() in opposition_words("others") for word in words)
    bare = (
        definite
        and opens not in opposition_words("definite")
        and not any("’s" in word or "'s" in word for word in words)
    )
    return Party(told[-1], frozenset(told), definite, empty, bare, others=others)


def noun_phrase(text: str, start: int) -> tuple[list[re.Match[str]], int]:
    """The words of the noun phrase that begins at a place, and where it ends."""
    found: list[re.Match[str]] = []
    end = start
    for word in WORD.finditer(text, start):
        low = word[0].lower()
        if found and (SCORE.fullmatch(low) or not _CURRENCIES.isdisjoint(text[end : word.start()])):
            break  # fined Acme | $3 million · won the match | 2-1
        if low[0].isdigit() and (not found or low.isdigit() or "," in low):
            end = word.end()
            continue
        if _MARK.search(text, end, word.start()) or low in opposition_words("ends") or is_calendar(word[0]):
            break
        if found and (_is_reduced(text, word) or low in _opening()):
            break  # the strike | planned for Thursday · a bonus | this year
        if low.endswith("ly") and len(low) > 4 and low not in words_of_class("not_adverbs"):
            if found:
                break
        else:
            found.append(word)
        end = word.end()
        if len(found) > 8:
            break
    return found, end


@cache
def _opening() -> frozenset[str]:
    """Words that open a noun phrase, and stand in none."""
    return words_of_class("articles") | opposition_words("pointing")


def _is_reduced(text: str, word: re.Match[str]) -> bool:
    """Whether a participle with what goes with it hangs on the noun in front of it."""
    if not _is_past(word[0]):
        return False
    behind = WORD.match(text, word.end() + 1)
    return behind is not None and behind[0] in words_of_class("prepositions")


# 3-1
SCORE = re.compile(r"(?<![\w-])(\d{1,3})[-–](\d{1,3})(?![\w-])")
_CURRENCIES = frozenset("$€£¥")


def _doer(text: str, start: int, names: Names) -> Party | None:
    """Who did it, after a passive: *by the board*."""
    found = _BY.search(text, start)
    party = _party(noun_phrase(text, found.end())[0], text, names) if found else None
    if party is not None and found is not None and _COUNTED.match(text, found.end()) is not None:
        party = evolve(party, definite=False, bare=False)
    return None if party is None or (party.bare and len(party.words) == 1 and party.head in _means()) else party


@cache
def _means() -> frozenset[str]:
    """What something is done by that is no doer: *by accident*, *by car*."""
    return frozenset(token for word in opposition_words("means") for token in _content_list(word))


_OF = re.compile(
    r"\s+(?:of|to|for|against|with|about|over|from|between|in|on|at|among|near|under|behind|without|within|across|along)\s+"
)
_BY = re.compile(r"\bby\s+(?![\w-]+ing\b)", re.IGNORECASE)


def _without_attribution(text: str) -> str:
    """The text without who says so at its end: *…, people close to the talks said*."""
    found = _tail().search(text)
    return text[: found.start()] if found else text


@cache
def _tail() -> re.Pattern[str]:
    verbs = "|".join(sorted(forms_in("empty")))
    return re.compile(rf",\s[^,;]{{1,80}}\b(?:{verbs})\b[^,;]{{0,60}}$")


def _negates(word: str) -> bool:
    return word in ("not", "never") or word.endswith("n't") or word == "cannot"


@cache
def _future() -> frozenset[str]:
    return frozenset(word_list("future"))


@cache
def _unsure() -> frozenset[str]:
    return frozenset(word_list("modals")) - _future()


@cache
def _past_auxiliaries() -> frozenset[str]:
    return frozenset((*word_list("past"), *word_list("have")))


@cache
def _present_auxiliaries() -> frozenset[str]:
    return frozenset((*word_list("be"), *word_list("do"))) - _past_auxiliaries()


@cache
def _to_come() -> frozenset[str]:
    """What stands before *to* and a verb of what is to be: *is*, *going*."""
    return _be() | {"going"}


@cache
def _be() -> frozenset[str]:
    return frozenset((*word_list("be"), "be", "been"))


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(form for verb in verbs().values() for form in (*verb.past, *verb.participle))


@cache
def _refusing() -> frozenset[str]:
    from newsrecon.verbs import forms_of

    return forms_of(sorted(opposition_words("refusing")))


def _content(text: str) -> frozenset[str]:
    times = _time_words()
    return frozenset(
        token
        for word in WORD.findall(text)
        if word.lower() not in times and not is_calendar(word)
        for token in _content_list(word)
    )


@cache
def _time_words() -> frozenset[str]:
    """Words of times that are no names of days: times are compared as times."""
    units = words_of("units")
    return units | {f"{unit}s" for unit in units} | opposition_words("times")


@lru_cache(maxsize=1 << 14)
def _content_list(word: str) -> tuple[str, ...]:
    from newsrecon.wording import content_words

    return content_words(word)
