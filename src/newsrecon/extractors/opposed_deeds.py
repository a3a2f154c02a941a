"""Deeds of which only one was done, or that only one can have done: *approved it*, *rejected it*; *Lind won*, *Berg won*."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache

from newsrecon.extractors.frames import Frame, Party, party_of
from newsrecon.extractors.one_thing import is_news, is_one, of_one_day
from newsrecon.extractors.oppositions import opposition_words
from newsrecon.extractors.statement_measures import amounts, units
from newsrecon.extractors.statement_names import country_of, stands_for
from newsrecon.extractors.statement_reading import Assertion, predicate_of
from newsrecon.extractors.word_sorts import two_of_a_sort
from newsrecon.gazetteer import titles
from newsrecon.text import one_of
from newsrecon.verbs import forms_of

__all__ = [
    "alone",
    "alone_in_news",
    "appointing",
    "by_calling_off",
    "by_described_doer",
    "by_doer",
    "by_opposites",
    "by_outcome",
    "by_post",
    "by_route",
    "by_self",
    "by_words",
    "goes_back",
    "goes_otherwise",
    "keys_of_what_is_called_off",
    "may_be_called_off",
    "may_tell_outcomes",
    "named_doer",
    "opposed",
    "opposites",
    "other_charges",
    "repeatable",
    "undoes",
]


def by_opposites(left: Assertion, right: Assertion) -> str | None:
    """Why two deeds exclude each other: of one doer and one thing, both known, only one was done."""
    pair = frozenset((left.deed[0], right.deed[0]))
    if right.predicate in opposites().get(left.predicate, ()):
        pair = frozenset((left.predicate, right.predicate))  # ruled out
    elif right.deed[0] not in opposites().get(left.deed[0], ()):
        return None
    if left.deed[1] or right.deed[1]:
        return None
    if pair in _turns() and (left.told is None or right.told is None):
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.tense != theirs.tense or not mine.tense:
        return None
    if pair in _plans():  # who stays, and what is moved
        so = mine.tense == "future" and _both_known(left.theme, right.theme)
    elif pair in _pairs("fates"):
        so = mine.tense == "past" and _both_known(left.theme, right.theme)
    elif pair in _pairs("decided") and (mine.doer is None or theirs.doer is None):
        so = _both_known(mine.done_to, theirs.done_to) and not _of_other_matters(mine, theirs)
    else:
        so = _one_doing(mine, theirs) and not (pair in _attitudes() and mine.doer is None)
    if not so:
        return None
    return _exclude_in_words(left, right)


def _of_other_matters(mine: Frame, theirs: Frame) -> bool:
    """Whether both tell of what, and of nothing in common: *convicted of fraud*, *acquitted of murder*."""
    of = [frame.rest | (frame.done_to.of if frame.done_to is not None else frozenset()) for frame in (mine, theirs)]
    return bool(of[0]) and bool(of[1]) and of[0].isdisjoint(of[1])


def other_charges(left: Assertion, right: Assertion) -> str | None:
    """Why what was decided of one thing is of two matters: *convicted of fraud*, *acquitted of perjury*."""
    if left.deed[0] not in _decided() or right.deed[0] not in _decided() or left.frame is None or right.frame is None:
        return None
    return "they are of two matters" if _of_other_matters(left.frame, right.frame) else None


@cache
def _decided() -> frozenset[str]:
    """What a body decides of one."""
    return frozenset(one for pair in _pairs("decided") for one in pair)


def _one_doing(mine: Frame, theirs: Frame) -> bool:
    """Whether two frames are of one doer, or of none that is told, and of one thing, or of none."""
    if _is_no_thing(mine.done_to) and _is_no_thing(theirs.done_to):
        return _both_known(mine.doer, theirs.doer)
    if not _both_known(mine.done_to, theirs.done_to) or _of_others(mine.done_to, theirs.done_to):
        return False
    return (mine.doer is None and theirs.doer is None) or _both_known(mine.doer, theirs.doer)


def _is_no_thing(party: Party | None) -> bool:
    """Whether nothing is told that a deed is done to, but how much at most: *fell* **5 percent**."""
    return party is None or party.head in amounts() | units()


def _of_others(mine: Party | None, theirs: Party | None) -> bool:
    """Whether both tell what a thing is of, and nothing of it in common: *the request to move*, *the request for bail*."""
    of = [party.of for party in (mine, theirs) if party is not None and party.of]
    return len(of) == 2 and of[0].isdisjoint(of[1])


def _both_known(one: Party | None, other: Party | None) -> bool:
    return one is not None and other is not None and one.definite and other.definite and one.may_be(other)


def by_doer(left: Assertion, right: Assertion) -> str | None:
    """Why two cannot both have done it: *Lind won the race*, *Rask won the race*; *carried out by Norland*, *by Sundia*."""
    if left.predicate != right.predicate or left.deed[1] or right.deed[1] or left.predicate not in alone():
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.tense != "past" or theirs.tense != "past":
        return None
    one, other = named_doer(left), named_doer(right)
    if one is None or other is None or not _are_two(left, one, right, other):
        return None
    if not _both_known(mine.done_to, theirs.done_to) or _of_others(mine.done_to, theirs.done_to):
        return None
    return f"{left.shown.get(one, one)!r} and {right.shown.get(other, other)!r} cannot both have done it"


def by_described_doer(left: Assertion, right: Assertion) -> str | None:
    """Why two who are only described cannot both have done it: *was found by a hiker*, *a fisherman found the body*."""
    if left.deed != right.deed or left.deed[1] or left.deed[0] not in alone_in_news() or not of_one_day(left, right):
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or not mine.tense == theirs.tense == "past":
        return None
    one, other = mine.doer, theirs.doer
    if one is None or other is None or one.definite or other.definite or not two_of_a_sort(one.head, other.head):
        return None
    if not _both_known(mine.done_to, theirs.done_to) or _of_others(mine.done_to, theirs.done_to):
        return None
    return f"{left.shown.get(one.head, one.head)!r} and {right.shown.get(other.head, other.head)!r} cannot both have done it"


@cache
def alone_in_news() -> frozenset[str]:
    """What only one has done to one thing, in the news of one day."""
    return frozenset(map(predicate_of, opposition_words("alone_in_news")))


def _are_two(left: Assertion, one: str, right: Assertion, other: str) -> bool:
    """Whether two who are named are two persons, or two countries: of two bodies, one may be part of the other."""
    if one == other or stands_for(one, other):
        return False
    countries = country_of(one) == one, country_of(other) == other
    return all(countries) or left.types.get(one) == right.types.get(other) == "person"


def by_post(left: Assertion, right: Assertion) -> str | None:
    """Why two cannot both have got a post that one holds: *Lind was named mayor of Sund*, *Rask was named mayor of Sund*."""
    if left.deed != right.deed or left.deed[0] not in appointing() or not (left.passive and right.passive):
        return None
    if not (left.person and right.person) or left.subject == right.subject or left.claim is None:
        return None
    alike = left.words == right.words and left.names - {left.subject} == right.names - {right.subject}
    if not alike or not of_one_day(left, right):
        return None
    if titles().sole.isdisjoint(left.claim.mention.text.lower().split()):
        return None
    return f"{left.shown.get(left.subject or '')!r} and {right.shown.get(right.subject or '')!r} cannot both have got one post"


@cache
def appointing() -> frozenset[str]:
    """By what one gets a post."""
    return frozenset(map(predicate_of, opposition_words("appointing")))


def by_outcome(left: Assertion, right: Assertion) -> str | None:
    """Why one cannot have had both: *posted a profit of 30 million*, *made a loss of 12 million*."""
    mine, theirs = left.frame, right.frame
    if not may_tell_outcomes(left, right) or not (mine and theirs) or not is_one(mine.doer, theirs.doer):
        return None
    one, other = mine.done_to, theirs.done_to
    if one is None or other is None or left.negated or right.negated:
        return None
    if frozenset((one.head, other.head)) not in _pairs("outcomes") or not is_news(left, right):
        return None
    return f"{left.shown.get(one.head, one.head)!r} and {right.shown.get(other.head, other.head)!r} exclude each other"


def may_tell_outcomes(left: Assertion, right: Assertion) -> bool:
    """Whether both may tell, by one verb or by verbs for that, what came out for somebody, which is quickly seen."""
    if left.words.isdisjoint(_outcomes()) or right.words.isdisjoint(_outcomes()):
        return False
    verbs = {str(one.claim.value.get("verb")) for one in (left, right) if one.claim is not None}
    return left.predicate == right.predicate or verbs <= forms_of(sorted(opposition_words("reporting")))


@cache
def _outcomes() -> frozenset[str]:
    return frozenset(one for pair in _pairs("outcomes") for one in pair)


def by_calling_off(left: Assertion, right: Assertion) -> str | None:
    """Why what is called off does not take place: *called off the strike*, *The strike will go ahead*."""
    if _calls_off(left) == _calls_off(right):
        return None
    off, on = (left, right) if _calls_off(left) else (right, left)
    one, other = off.frame, on.frame
    if one is None or other is None or one.negated or other.negated or on.claim is None:
        return None
    if not on.will_be or not _may_go_ahead(on):
        return None
    theme = other.done_to if on.passive else other.doer
    return "what is called off will not take place" if _both_known(one.done_to, theme) else None


def _calls_off(one: Assertion) -> bool:
    return one.predicate == _cancel()


@cache
def _cancel() -> str:
    return predicate_of("cancel")


def may_be_called_off(left: Assertion, right: Assertion) -> bool:
    """Whether one calls something off, which is quickly seen."""
    return _calls_off(left) != _calls_off(right)


def keys_of_what_is_called_off(one: Assertion) -> Iterator[Hashable]:
    """A key under which what is called off meets what is to go ahead."""
    if _calls_off(one) or (_may_go_ahead(one) and one.will_be):
        frame = one.frame
        theme = None if frame is None else frame.done_to if one.passive or _calls_off(one) else frame.doer
        if theme is not None:
            yield "called off", theme.head


def _may_go_ahead(one: Assertion) -> bool:
    """Whether it is told that something goes ahead, if it is told of what is to come."""
    verb = str(one.claim.value.get("verb")) if one.claim is not None else ""
    return verb in _ahead() and one.claim is not None and _goes_ahead().search(one.claim.mention.text) is not None


@cache
def _ahead() -> frozenset[str]:
    return forms_of(sorted(phrase.removeprefix("be ").split()[0] for phrase in opposition_words("goes_ahead")))


# will | go ahead
@cache
def _goes_ahead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(opposition_words('goes_ahead'))})\b")


def by_route(left: Assertion, right: Assertion) -> str | None:
    """Why one was not under way on two ways: *was sailing from Sund to Lima*, *from Lima to Sund*, *from Sund to Oslo*."""
    mine, theirs = left.frame, right.frame
    if (
        not goes_otherwise(left, right)
        or mine is None
        or theirs is None
        or mine.tense != theirs.tense
        or not mine.tense
    ):
        return None
    if not (_is_under_way(left) and _is_under_way(right)) or not _both_known(mine.doer, theirs.doer):
        return None
    return "one goes there and the other back" if goes_back(left, right) else "they do not go one way"


def _is_under_way(one: Assertion) -> bool:
    """Whether it is told that one was on a way: *was sailing from Sund to Lima*, *was on its way from Sund to Lima*."""
    if one.claim is None:
        return False
    sails = str(one.claim.value.get("verb")).endswith("ing")
    return sails or _under_way().search(one.claim.mention.text) is not None


# on its way
@cache
def _under_way() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(opposition_words('under_way'))})\b")


def goes_back(left: Assertion, right: Assertion) -> bool:
    """Whether one goes where the other comes from, and comes from where it goes."""
    return left.route is not None and right.route is not None and left.route == right.route[::-1]


def goes_otherwise(left: Assertion, right: Assertion) -> bool:
    """Whether both tell from where to where it goes, and not the same."""
    return left.route is not None and right.route is not None and left.route != right.route


def by_self(left: Assertion, right: Assertion) -> str | None:
    """Why one did it to himself, or another did it to him: *shot himself*, *was shot by a guard*."""
    if left.deed != right.deed or left.deed[1] or left.passive == right.passive:
        return None
    done, did = (left, right) if left.passive else (right, left)
    told, suffered = did.frame, done.frame
    if told is None or suffered is None or not told.tense == suffered.tense == "past" or not did.to_self:
        return None
    if suffered.doer is None or suffered.doer.empty or not _both_known(told.doer, suffered.done_to):
        return None
    return "one says that who suffered it did it, the other that another did"


def named_doer(one: Assertion) -> str | None:
    """The name of who does it: the subject, or of a passive who stands behind *by*."""
    if not one.passive:
        return one.subject
    text = one.claim.mention.text if one.claim is not None else ""
    return next((name for span, name in one.named if text[: span.start].endswith((" by ", " by the "))), None)


def by_words(left: Assertion, right: Assertion) -> str | None:
    """Why one is the very denial of the other, if it is: in all but the denial they are the same, word for word."""
    if left.passive != right.passive or left.figures != right.figures or left.subject != right.subject:
        return None
    if not (is_of_one(left) and is_of_one(right)) or _is_of_some(left) or _is_of_some(right):
        return None
    mine, theirs = left.tokens - {left.predicate}, right.tokens - {right.predicate}
    if mine != theirs or len(mine) < 2 or (left.frame and right.frame and left.frame.tense != right.frame.tense):
        return None
    if left.predicate == right.predicate and left.negated != right.negated:
        not_done, done = (left, right) if left.negated else (right, left)
        if _of_any_such(done.frame) and not _of_any_such(not_done.frame):
            return None
        return None if not_done.told and not done.told else "one denies what the other says"
    if any(one.frame and one.frame.done_to and not one.frame.done_to.definite for one in (left, right)):
        return None
    pair = frozenset((left.predicate, right.predicate))
    turned = pair in _plans() or (pair in _turns() and not left.figures)
    if turned and (left.told is None or right.told is None):
        return None
    return opposed(left, right)


def _of_any_such(frame: Frame | None) -> bool:
    """Whether it is done to one of many: *called off a strike*."""
    return frame is not None and frame.done_to is not None and not frame.done_to.definite


def is_of_one(one: Assertion) -> bool:
    """Whether the words tell what a clause is about: *this* may be anything."""
    return one.claim is None or party_of(one.claim.subject, one.subject) is not None


def _is_of_some(one: Assertion) -> bool:
    """Whether it is told of some of many, whom nobody knows: *some residents*, *many voters*."""
    opens = one.claim.subject.lower().split()[:1] if one.claim is not None else []
    return bool(opens) and opens[0] in opposition_words("indefinite") and opens[0] not in ("a", "an")


def undoes(left: Assertion, right: Assertion) -> str | None:
    """Why two deeds are two, if one undoes the other: *cut the power*, *restored the power*."""
    if right.predicate not in _undone_by().get(left.predicate, ()) or left.negated or right.negated:
        return None
    words = sorted(one.shown.get(one.predicate, one.predicate) for one in (left, right))
    return f"of {words[0]!r} and {words[1]!r} one undoes the other"


def opposed(left: Assertion, right: Assertion) -> str | None:
    """Why the predicates exclude each other, if they do."""
    if left.negated != right.negated or right.predicate not in opposites().get(left.predicate, ()):
        return None
    if left.predicate not in left.tokens or right.predicate not in right.tokens:
        return None
    return _exclude_in_words(left, right)


def _exclude_in_words(left: Assertion, right: Assertion) -> str:
    words = [one.shown.get(one.deed[0], one.shown.get(one.predicate, one.deed[0])) for one in (left, right)]
    return f"{words[0]!r} and {words[1]!r} exclude each other"


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """For each predicate that has opposites, those that cannot be so with it."""
    return _others(_pairs("deeds") | _turns() | _plans())


@cache
def _undone_by() -> Mapping[str, frozenset[str]]:
    """For each predicate those that undo it, or that it undoes."""
    return _others(_pairs("undoing"))


def _others(pairs: Iterable[frozenset[str]]) -> dict[str, frozenset[str]]:
    """For each of those in a pair the others that it has one with."""
    found: dict[str, frozenset[str]] = {}
    for pair in pairs:
        for one in pair:
            found[one] = found.get(one, frozenset()) | (pair - {one})
    return found


@cache
def _turns() -> frozenset[frozenset[str]]:
    """Pairs that undo each other, so that both can be so on two days."""
    return _pairs("turns")


@cache
def _plans() -> frozenset[frozenset[str]]:
    """Pairs of which only one can be so of what is to be."""
    return _pairs("plans")


@cache
def _attitudes() -> frozenset[frozenset[str]]:
    """Pairs that tell what somebody thinks of a thing: another may think otherwise."""
    return _pairs("attitudes")


@cache
def _pairs(key: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(map(predicate_of, pair.split("/"))) for pair in opposition_words(key))


@cache
def alone() -> frozenset[str]:
    return frozenset(map(predicate_of, opposition_words("alone")))


@cache
def repeatable() -> frozenset[str]:
    """What the same may do to the same more than once."""
    return frozenset(map(predicate_of, opposition_words("repeatable")))
