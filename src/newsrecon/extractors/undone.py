"""What is done, against what is not: *was arrested*, *has not been arrested*; *one infant died*, *no child has died*.

Theory of operation. A denial excludes a deed only where it denies no more than the other says: of the same doer and the same
thing, or of any of a sort, with all that it tells besides. What nobody has done at all by the day on which that is told was not
done in the days before; what was done in another year is another deed.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from datetime import date
from functools import cache, lru_cache

from attrs import evolve

from newsrecon.extractors.frames import Frame
from newsrecon.extractors.oppositions import opposition_words, tokens
from newsrecon.extractors.parties import Party
from newsrecon.extractors.statement_measures import times_apart
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import forms_in, predicate_of
from newsrecon.text import end_of_word, lower, one_of
from newsrecon.verbs import word_list
from newsrecon.wording import numerals

__all__ = [
    "by_first_time",
    "by_last",
    "by_negation",
    "by_since",
    "implied_by",
    "implying",
    "is_ever",
    "is_of_days_before",
    "is_of_late",
    "keys_of_denial",
    "tells_first_time",
    "tells_last",
]

DAYS_BEFORE = 7
"""Who *has not been arrested* was not arrested in so many days before: earlier, it may have been for something else."""

NEWS = 30
"""What is told to have been *last done* in some year may have been done anew in so many days before, which is then the news."""

LATELY = 365
"""Who *has not sold any shares* sold none in so many days before."""


def by_negation(left: Assertion, right: Assertion) -> str | None:
    """Why one is the negation of the other: it denies no more than the other says."""
    if left.deed[1] == right.deed[1] or (left.deed[0] == right.deed[0] and left.deed[0] in _saying()):
        return None
    not_done, done = (left, right) if left.deed[1] else (right, left)
    if not_done.deed[0] != done.deed[0] and not_done.deed[0] not in implied_by(done.deed[0]):
        return None
    no, yes = not_done.frame, done.frame
    if no is None or yes is None or not no.negated or yes.negated or no.tense != yes.tense or not no.tense:
        return None
    told, theirs = done.tokens, yes.done_to
    if theirs is not None and no.done_to is not None and not no.done_to.of and is_ever(not_done):
        theirs = _wherever(theirs, done)  # was never found, found it | in the river
    if not _denied_of(no.doer, yes.doer, told) or not _denied_of(no.done_to, theirs, told):
        return None
    if not _is_one_deed(not_done, done, no, yes):
        return None
    if not no.rest - tokens("whatever") <= yes.rest | _words(yes.doer) | _words(yes.done_to):
        return None
    if not_done.told is not None and done.told is None and not _is_now(not_done, done):
        return None
    return "one denies what the other says"


def _wherever(party: Party, one: Assertion) -> Party:
    """A party without where it was done to it: *found the weapon* **in the river**, but not *the body* **of a man**."""
    text = one.claim.mention.text if one.claim is not None else ""
    return party if f"{one.shown.get(party.head, '')} of " in text else evolve(party, of=frozenset())


def _is_now(not_done: Assertion, done: Assertion) -> bool:
    """Whether the time of a denial is that in which the other is told: *this year*."""
    day, told = str(done.day or ""), not_done.told
    return told is not None and told.begin[:10] <= day < told.end[:10]


def by_since(left: Assertion, right: Assertion) -> str | None:
    """Why it cannot have been done then: *was inspected last month*, *had not been inspected since 2022*."""
    if left.deed[0] != right.deed[0] or not left.deed[0] or left.deed[1] == right.deed[1]:
        return None
    not_done, done = (left, right) if left.deed[1] else (right, left)
    no, yes = not_done.frame, done.frame
    if no is None or yes is None or not_done.told is None or done.told is None or not no.negated or yes.negated:
        return None
    if not_done.claim is None or _SINCE.search(not_done.claim.mention.text) is None or not_done.passive != done.passive:
        return None
    if no.doer is not None and not _denied_of(no.doer, yes.doer):
        return None
    later = not_done.told.end <= done.told.begin and not _is_the_news(done, not_done)
    return "one denies what the other says" if later and _denied_of(no.done_to, yes.done_to) and no.done_to else None


def by_last(left: Assertion, right: Assertion) -> str | None:
    """Why it cannot have been done since: *was last inspected in 2021*, *was inspected in 2024*."""
    if left.deed != right.deed or not left.deed[0] or left.deed[1] or left.passive != right.passive:
        return None
    last, other = (left, right) if tells_last(left) else (right, left)
    if not tells_last(last) or last.told is None or other.told is None:
        return None
    mine, theirs = last.frame, other.frame
    if mine is None or theirs is None or not mine.tense == theirs.tense == "past" or not mine.theme or not theirs.theme:
        return None
    if tells_last(other):
        later = times_apart(last.told, other.told) is not None
    else:
        later = last.told.end <= other.told.begin and not _is_the_news(other, last)
    known = mine.theme.definite and theirs.theme.definite and mine.theme.may_be(theirs.theme)
    return "it was last done before" if later and known else None


def by_first_time(left: Assertion, right: Assertion) -> str | None:
    """Why it cannot have been done in between: *erupted for the first time in 40 years*, *last erupted in 2009*."""
    if left.deed != right.deed or not left.deed[0] or left.deed[1] or left.passive != right.passive:
        return None
    first, other = (left, right) if tells_first_time(left) else (right, left)
    years = _years_without(first)
    if years is None or tells_first_time(other) or first.day is None or other.told is None:
        return None
    mine, theirs = first.frame, other.frame
    if mine is None or theirs is None or not mine.tense == theirs.tense == "past" or not mine.theme or not theirs.theme:
        return None
    since, lately = (f"{max(first.day.year - back, 0):04}-{first.day.month:02}" for back in (years - 1, 1))
    between = since <= other.told.begin[:7] and other.told.end[:7] < lately
    known = mine.theme.definite and theirs.theme.definite and mine.theme.may_be(theirs.theme)
    return f"one tells of it for the first time in {years} years" if between and known else None


def tells_first_time(one: Assertion) -> bool:
    """Whether something is done for the first time in so many years."""
    return _years_without(one) is not None


def _years_without(one: Assertion) -> int | None:
    text = one.claim.mention.text if one.claim is not None else ""
    found = _first_time().search(text) if " first " in text else None
    if found is None:
        return None
    number = found["number"]
    return int(number) if number.isdecimal() else int(numerals().get(number, 0)) or None


# for the first time in | 40 years
@cache
def _first_time() -> re.Pattern[str]:
    return re.compile(rf"\bfor\sthe\sfirst\stime\sin\s(?:\w+\s)?(?P<number>\d{{1,3}}|{one_of(numerals())})\syears\b")


def tells_last(one: Assertion) -> bool:
    """Whether it is told when something was done for the last time."""
    verb = str(one.claim.value.get("verb") or "") if one.claim is not None else ""
    return bool(verb) and one.claim is not None and f" last {verb}" in one.claim.mention.text


# since | 2022
_SINCE = re.compile(r"\bsince\s")


@lru_cache(maxsize=1 << 12)
def implied_by(deed: str) -> frozenset[str]:
    """What else is done to whom a deed is done to: who is stabbed is hurt."""
    return frozenset(wide for narrow, wide in _implications() if narrow == deed) - {deed}


@lru_cache(maxsize=1 << 12)
def implying(deed: str) -> frozenset[str]:
    """What has also been done where a deed need not be told: who is hurt may have been stabbed."""
    return frozenset(narrow for narrow, wide in _implications() if wide == deed) - {deed}


@cache
def _implications() -> tuple[tuple[str, str], ...]:
    pairs = (pair.split("/") for pair in sorted(opposition_words("implies")))
    return tuple((predicate_of(narrow), predicate_of(wide)) for narrow, wide in pairs)


def keys_of_denial(one: Assertion) -> Iterator[Hashable]:
    """Keys under which a denial that tells little meets the deed: the deed and who is named, or the deed of some or none."""
    if one.modality is not None or one.claim is None or one.phrase or one.deed[0] in _saying():
        return
    deeds = sorted({one.deed[0]} | (frozenset() if one.deed[1] else implied_by(one.deed[0])))
    if one.subject is not None and (one.deed[1] or (one.person and one.told is not None)):
        yield from (("done", deed, one.subject) for deed in deeds)
    if one.passive and one.told is not None:
        yield "since", one.deed[0], one.claim.subject.lower().rpartition(" ")[2]
    if one.subject is None:
        opens = one.claim.subject.partition(" ")[0].lower()
        if opens in (opposition_words("none") if one.deed[1] else _some()):
            yield from (("done", deed) for deed in deeds)


def is_of_days_before(done: Assertion, denying: Assertion, *, same_day: bool = False) -> bool:
    """Whether something was done in the days before another statement was told, so far as both days are known."""
    gap = _days_between(done, denying)
    return gap is not None and (0 if same_day else 1) <= gap <= DAYS_BEFORE


def _is_near(done: Assertion, denying: Assertion) -> bool:
    """Whether the days of a deed and of its denial are so near that both are of one deed."""
    gap = _days_between(done, denying)
    return gap is not None and abs(gap) <= DAYS_BEFORE


def is_of_late(left: Assertion, right: Assertion) -> bool:
    """Whether something was done not long before one says that no such thing has been done: *has not sold any shares*."""
    not_done, done = (left, right) if left.deed[1] else (right, left)
    no, gap = not_done.frame, _days_between(done, not_done)
    if no is None or not no.negated or gap is None or not 0 <= gap <= LATELY:
        return False
    return _is_of_none(no) and _is_perfect(not_done)


def _is_the_news(done: Assertion, other: Assertion) -> bool:
    """Whether a deed is of the days before another statement was told: *erupted on Friday*, *had last erupted in 1991*."""
    gap = _days_between(done, other)
    return gap is None or gap < NEWS


def _days_between(done: Assertion, denying: Assertion) -> int | None:
    """How many days after a deed its denial was told; None where one of the days is not known."""
    if done.told is None or done.told.borrowed or denying.day is None:
        return None
    try:
        return (denying.day - date.fromisoformat(done.told.begin[:10])).days
    except ValueError:  # before the year 1
        return None


def _is_denied_at_all(not_done: Assertion, done: Assertion) -> bool:
    """Whether a person who is named is said not to have done something, or not to have had it done to one, by now.

    *Has not been arrested* denies any such deed of the days before; *was not arrested* may be of one occasion.
    """
    no, yes = not_done.frame, done.frame
    if no is None or yes is None or no.rest or not (not_done.person or done.person):
        return False
    if not_done.subject != done.subject or not_done.passive != done.passive:
        return False
    if no.done_to is None and yes.done_to is not None and (not yes.done_to.bare or len(yes.done_to.words) > 1):
        return False  # has not won, won the second round; but: has not conceded, conceded defeat
    if no.done_to is not None and yes.done_to is None:
        return False
    if _TELLS_AS_WHAT.search(_behind_verb(done)) or not _TELLS_NOTHING.fullmatch(_behind_verb(not_done)):
        return False
    return _is_perfect(not_done) and _is_near(done, not_done)


def _is_refused(not_done: Assertion, done: Assertion) -> bool:
    """Whether one who is named refuses to do something at all: *refused to concede*, and *conceded defeat*."""
    no = not_done.frame
    whole = no is not None and no.done_to is None and not no.rest
    return (
        whole
        and not_done.deed[0] != not_done.predicate
        and not_done.subject is not None
        and not_done.subject == done.subject
    )


# has not been arrested | yet
_TELLS_NOTHING = re.compile(r"(?:\s+(?:yet|so far|at all))?\W*", re.IGNORECASE)
# was named on Monday | as
_TELLS_AS_WHAT = re.compile(r"^[^,;:.]{0,40}\bas\b", re.IGNORECASE)


def _behind_verb(one: Assertion) -> str:
    """What a statement tells behind its verb."""
    if one.claim is None:
        return ""
    text, verb = one.claim.mention.text, str(one.claim.value.get("verb"))
    end = end_of_word(lower(text), verb)
    return text[end:] if end >= 0 else text


def _is_perfect(one: Assertion) -> bool:
    """Whether a statement tells what is so by now: *has not been arrested*; *she said that she* **had not sold** *any shares*."""
    if one.claim is None:
        return False
    words = one.claim.mention.text.lower().replace("’", "'").split()
    return not _have().isdisjoint(words) or (one.speaker is not None and "had" in words)


@cache
def _have() -> frozenset[str]:
    return frozenset(word_list("perfect"))


def _is_of_none(no: Frame) -> bool:
    return any(party is not None and party.empty for party in (no.doer, no.done_to))


def _denied_of(no: Party | None, yes: Party | None, told: frozenset[str] = frozenset()) -> bool:
    """Whether what is denied of one party is denied of the other: of any of a sort, or of the very one.

    What is `told` of some of those who are known may tell which they are: *two of the children* **who fell ill**.
    """
    if no is None:
        return True
    if yes is None or not no.may_be(yes):
        return False
    if no.definite and not no.bare:
        return yes.definite and yes.of <= no.of and no.words <= yes.words
    if yes.part:
        yes = evolve(yes, words=yes.words | (no.words & told))
    return no.covers(yes) and no.of <= yes.of | yes.words


def _is_one_deed(not_done: Assertion, done: Assertion, no: Frame, yes: Frame) -> bool:
    """Whether two parties, or a party and a further word, make the two one deed; one party does where the days are near."""
    near = done.told is None or not_done.told is not None or is_ever(not_done) or _is_near(done, not_done)
    if _is_of_none(no):
        return near or is_of_late(not_done, done)
    shared = [no.doer and yes.doer, no.done_to and yes.done_to, no.rest and yes.rest]
    if sum(bool(one) for one in shared) >= 2:
        return True
    rules = (_is_denied_at_all, _is_refused, _is_unscathed)
    return near and (_is_told_alike(no, yes) or any(rule(not_done, done) for rule in rules))


def _is_told_alike(no: Frame, yes: Frame) -> bool:
    """Whether both tell of one that is known, and the same besides."""
    known = no.done_to or no.doer
    alike = no.rest == yes.rest and bool(no.done_to) == bool(yes.done_to)
    return known is not None and known.definite and not known.bare and alike


def _is_unscathed(not_done: Assertion, done: Assertion) -> bool:
    """Whether one thing that the story is about is said to have had nothing of a sort done to it, by now or ever.

    *The drill was not damaged*, *was never inspected*; a person may be arrested today, and not have been yesterday.
    """
    no, yes = not_done.frame, done.frame
    if no is None or yes is None or no.rest or not not_done.passive or not_done.subject is not None:
        return False
    if not done.passive and not is_ever(not_done):
        return False
    thing = no.done_to
    return thing is not None and thing.definite and not thing.bare and (done.told is None or is_ever(not_done))


def is_ever(one: Assertion) -> bool:
    """Whether a denial is of any time up to now: *was never inspected*, *has not yet been approved*."""
    return one.claim is not None and _NEVER.search(one.claim.mention.text) is not None


# never · has not been found | yet · has yet to
_NEVER = re.compile(r"\bnever\b|(?:\bnot|n[’']t)\s(?:\w+\s){0,4}?yet\b|\byet\s+to\b")


def _words(party: Party | None) -> frozenset[str]:
    return frozenset() if party is None else party.words


@cache
def _some() -> frozenset[str]:
    """Words that open a subject which is some of a sort: *one infant*, *two babies*."""
    from newsrecon.wording import numerals

    return opposition_words("indefinite").union(numerals())


@cache
def _saying() -> frozenset[str]:
    """Predicates that tell nothing by themselves: not to say something does not exclude that it is said elsewhere."""
    return (frozenset(map(predicate_of, forms_in("empty"))) | {""}) - {predicate_of("ask")}
