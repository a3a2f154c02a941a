"""Noun phrases as those who do something, or to whom it is done: **The board** *rejected* **the offer of the union**.

No parser: a noun phrase ends in front of a preposition, a mark, an adverb or a word of time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from attrs import evolve, frozen

from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.oppositions import is_wider, opposition_words, tokens, wider_pairs
from newsrecon.extractors.statement_words import currencies, is_calendar, multipliers, words_of
from newsrecon.extractors.tenses import is_past
from newsrecon.span import Span
from newsrecon.text import end_of_word, one_of
from newsrecon.word_classes import class_of, is_plural
from newsrecon.wording import content_words, numerals

__all__ = [
    "SCORE",
    "WORD",
    "Names",
    "Party",
    "content_of",
    "doer_behind",
    "noun_phrase",
    "party_at",
    "party_of",
    "phrase_after",
    "subject_party",
    "without_participle",
]

Names = Sequence[tuple[Span, str]]
"""Where names stand in a text, and a token for the one who is named."""

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
    """Whether it is told apart from one told before: *other weapons*, *the brakes of the other car*."""
    part: bool = False
    """Whether these are some of those who are known: *two of the miners*."""
    does: str = ""
    """The first word that tells something in a relative clause behind it: *the firm that* **makes** *the drug*."""

    def may_be(self, other: Party) -> bool:
        """Whether both can be one: the same by name, or things of one sort that nothing tells apart."""
        if self.others != other.others or (self.does and other.does and self.does != other.does):
            return False
        if self.head != other.head and not is_wider(self.head, other.head):
            return False
        if self.of and other.of and self.of.isdisjoint(other.of):
            return False  # the road to Sund, the road to Lima
        mine, theirs = self.words - {self.head}, other.words - {other.head}
        if not (mine ^ theirs).isdisjoint(tokens("telling_apart")):
            return False  # the pilot, the co-pilot
        return mine <= theirs or theirs <= mine

    def covers(self, other: Party) -> bool:
        """Whether what is said of any such is said of the other: *a child*, of *a small boy*."""
        if self.head != other.head and (self.head, other.head) not in wider_pairs():
            return False
        return self.words - {self.head} <= other.words


def subject_party(text: str, subject: str, verb: str, who: str | None) -> Party | None:
    """The party that a clause is about, with what a relative clause tells of it: *The firm* **that makes it** *was sold*."""
    party = party_of(subject, who)
    opens = _WHICH.match(text, len(subject)) if party is not None and text.startswith(subject) else None
    end = end_of_word(text, verb, opens.end()) if opens is not None else -1
    if party is None or opens is None or end < 0:
        return party
    told = text[opens.end() : end - len(verb)]
    return evolve(party, of=party.of | content_of(told), does=next(iter(content_words(told)), ""))


# The firm | that | makes the drug
_WHICH = re.compile(r"\s(?:who|that|which)(?=\s)")


@lru_cache(maxsize=1 << 13)
def party_of(subject: str, who: str | None) -> Party | None:
    """The party that some words for a subject name; of a pronoun the one it goes back to, None where nobody knows."""
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
    if not words:
        return None
    if len(words) == 1 and words[0].lower() in words_of("pronouns") - opposition_words("none"):
        return None if who is None else Party(who, frozenset((who,)), True, False)
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
    made = _with_what_it_is_of(made, subject, end)
    return evolve(made, definite=False) if made and counted else made


def party_at(text: str, start: int, names: Names) -> tuple[Party | None, int]:
    """The party that the noun phrase at a place names, with what it is of, and where that phrase ends."""
    counted = _COUNTED.match(text, start + 1)
    if counted is not None and not text[counted.end() : counted.end() + 1].isdigit():
        counted = None
    phrase, end = noun_phrase(text, counted.end() if counted else start)
    party = _party(phrase, text, names)
    if party is not None and counted is not None:
        party = evolve(party, definite=False, bare=False)
    return _measured(party, text, end) or _with_what_it_is_of(party, text, end), end


def phrase_after(text: str, start: int, names: Names) -> Party | None:
    """The party that the noun phrase at a place names."""
    return _party(noun_phrase(text, start)[0], text, names)


def doer_behind(text: str, start: int, names: Names) -> Party | None:
    """Who did it, after a passive: *by the board*."""
    found = _BY.search(text, start)
    counted = _COUNTED.match(text, found.end()) if found is not None else None
    opens = counted or found
    party = _party(noun_phrase(text, opens.end())[0], text, names) if opens is not None else None
    if party is not None and counted is not None:
        party = evolve(party, definite=False, bare=False)
    return None if party is None or (party.bare and len(party.words) == 1 and party.head in tokens("means")) else party


def _with_what_it_is_of(party: Party | None, text: str, end: int) -> Party | None:
    """A party with what stands behind its noun phrase: *the leaders* **of the union**."""
    of = _OF.match(text, end) if party is not None else None
    if party is None or of is None:
        return party
    behind = [word[0] for word in noun_phrase(text, of.end())[0]]
    of_another = of[0].strip() == "of" and any(word.lower() in opposition_words("others") for word in behind)
    return evolve(party, of=content_of(" ".join(behind)), others=party.others or of_another)


def _measured(party: Party | None, text: str, end: int) -> Party | None:
    """What there is so much of, where a noun phrase that ends there only tells how much: **oil**, of *40 tonnes of oil*."""
    if party is None or party.head not in tokens("measured_in") or not text.startswith(" of ", end):
        return None
    thing = _made(noun_phrase(text, end + len(" of "))[0], None)
    return None if thing is None else evolve(thing, definite=False, bare=False)


def _counts(word: str) -> bool:
    """Whether a word tells that some are meant: *two*, *most*."""
    return word[0].isdigit() or word.lower() in opposition_words("indefinite") or word.lower() in numerals()


def _behind(subject: str, start: int) -> frozenset[str]:
    """What tells of which of a sort there is none, behind the noun: *no student* **on the bus**."""
    return content_of(subject[noun_phrase(subject, start)[1] :])


# none of the | children
_NONE_OF = re.compile(r"(?:none|neither|not one)\s+of\s+(?=(?:the|these|those|his|her|its|their)\s)", re.IGNORECASE)
# all of the | men
_ALL_OF = re.compile(r"(?:all|each)\s+of\s+(?=(?:the|these|those|his|her|its|their)\s)", re.IGNORECASE)
# two of the | men
_SOME_OF = re.compile(
    r"(?:(?:at least|at most|about|more than|up to)\s+)?(?P<some>\d[\d,]*|[a-z]+)\s+of\s+"
    r"(?=(?:the|these|those|his|her|its|their|[\w-]{1,30}['’]s?)\s)",
    re.IGNORECASE,
)
# up to 800 · at least three
_COUNTED = re.compile(
    r"(?:(?:up|close)\s+to|at\s+(?:least|most)|(?:more|less|fewer)\s+than|about|around|some|nearly|almost|over)\s+(?=\w)"
    r"|(?=\d)",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s+(?:of|to|for|against|with|about|over|from|between|in|on|at|among|near|under|behind|without|within|across|along)\s+"
)
_BY = re.compile(r"\bby\s+(?![\w-]+ing\b)", re.IGNORECASE)


def _party(phrase: Sequence[re.Match[str]], text: str, names: Names) -> Party | None:
    if not phrase:
        return None
    last = phrase[-1]
    who = next((name for span, name in names if span.start <= last.start() and last.end() <= span.end), None)
    return _made(phrase, who)


def _made(phrase: Sequence[re.Match[str]], who: str | None) -> Party | None:
    words = [word[0] for word in phrase]
    while words and words[0].lower() in opposition_words("focus"):
        del words[0]
    opens = words[0].lower() if words else ""
    empty = opens in opposition_words("none") and opens != "any"
    if who is not None:
        return Party(who, frozenset((who,)), True, empty)
    told = [token for word in words for token in content_words(word)]
    if words and all(word.lower() in opposition_words("times") for word in words):
        return None  # happened | early | on Tuesday
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
        between = text[end : word.start()]
        if found and between != " " and not currencies().keys().isdisjoint(between):
            break  # fined Acme | $3 million
        if low[0].isdigit():
            if found and (SCORE.fullmatch(low) or _opens_sum(text, word, found[-1][0])):
                break  # won the match | 2-1 · fined the bank | 3 million euros
            if not found or low.isdigit() or "," in low:
                end = word.end()
                continue
        if (between != " " and _MARK.search(between)) or low in opposition_words("ends") or is_calendar(word[0]):
            break
        if found and (_is_reduced(text, word) or _goes_on(text, word, found) or low in _opening()):
            break  # the strike | planned for Thursday · a bus | carrying tourists · a bonus | this year
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


@lru_cache(maxsize=1 << 13)
def without_participle(subject: str) -> str:
    """A subject without the participle that hangs on its noun: *The officer*, of *The officer hunting Jon Berg*."""
    phrase, end = noun_phrase(subject, 0)
    behind = WORD.match(subject, end + 1)
    hangs = behind is not None and phrase and (_is_reduced(subject, behind) or _goes_on(subject, behind, phrase))
    return subject[:end] if hangs else subject


def _is_reduced(text: str, word: re.Match[str]) -> bool:
    """Whether a participle with what goes with it hangs on the noun in front of it."""
    if not is_past(word[0]):
        return False
    behind = WORD.match(text, word.end() + 1)
    return behind is not None and behind[0] in words_of_class("prepositions")


def _goes_on(text: str, word: re.Match[str], before: Sequence[re.Match[str]]) -> bool:
    """Whether a form in *-ing* tells what the noun in front of it does: *a woman* **walking** *her dog*, not *the leading banks*.

    It does where an object or a place follows, or where the noun in front and one that follows cannot be of one phrase.
    """
    noun, behind = before[-1][0].lower(), WORD.match(text, word.end() + 1)
    if behind is None or class_of(word[0]) != "G" or noun in _opening() | opposition_words("indefinite"):
        return False
    if is_plural(noun) or behind[0].lower() in words_of_class("prepositions") | _opening() | words_of_class(
        "possessives"
    ):
        return True
    one = before[0][0].lower() in ("a", "an")
    return behind[0][0].isupper() or behind[0][0].isdigit() or (one and is_plural(behind[0].lower()))


# 3-1
SCORE = re.compile(r"(?<![\w-])(\d{1,3})[-–](\d{1,3})(?![\w-])")


def _opens_sum(text: str, figure: re.Match[str], before: str) -> bool:
    """Whether a sum of money begins behind a noun: *the bank* | **3 million euros**, but not *the 3 million euros*."""
    if before.lower() in opposition_words("definite") | opposition_words("indefinite"):
        return False
    found = _sum().match(text, figure.start())
    return found is not None


@cache
def _sum() -> re.Pattern[str]:
    return re.compile(
        rf"\d[\d.,]*\s(?:(?:{one_of(multipliers())})\s)?(?:{one_of(words_of('amounts'))})s?\b", re.IGNORECASE
    )


def content_of(text: str) -> frozenset[str]:
    times = _time_words()
    return frozenset(
        token
        for word in WORD.findall(text)
        if word.lower() not in times and not is_calendar(word)
        for token in content_words(word)
    )


@cache
def _time_words() -> frozenset[str]:
    """Words of times that are no names of days: times are compared as times."""
    units = words_of("units")
    return units | {f"{unit}s" for unit in units} | opposition_words("times")
