"""How much, how many: what one thing has only one number of. *Is 4 kilometres wide*, *was jailed for six years*, *won 3-1*.

Theory of operation. A number is one where both give it of the same thing, in the same words: of a measure, the verb that tells
it; of a sentence, whom it is passed on; of a crowd, where it was. What one says besides may make it a part of what the other
measures (*cost 20 million in its first year*), so neither may say more than the other.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import cache, lru_cache

from newsrecon.extractors.frames import SCORE, Frame, Party, behind_subject, party_of, tense_of
from newsrecon.extractors.oppositions import opposition_words, widest
from newsrecon.extractors.statement_measures import Figure, amounts, numbers_differ, on_one_day, percent, units
from newsrecon.extractors.statement_reading import Assertion, predicate_of
from newsrecon.text import one_of
from newsrecon.verbs import forms_of
from newsrecon.wording import content_words

__all__ = [
    "by_amount",
    "is_a_share",
    "is_news",
    "is_one",
    "keys_of_amounts",
    "may_tell_amounts",
    "of_one_day",
    "of_these_days",
    "tell_shares",
]

ENOUGH = 4
"""More words than these must be alike where nothing else shows that two numbers are of one thing."""
FEW_DAYS = 2
"""So many days apart, two articles tell as news of one deed."""


def may_tell_amounts(left: Assertion, right: Assertion) -> bool:
    """Whether two statements may give two numbers of one thing, which is quickly seen."""
    if left.deed[0] in _playing() and right.deed[0] in _playing():
        return True
    if left.deed == right.deed and left.deed[0] in _voting():
        return True
    if tell_shares(left, right):
        return True
    if not left.figures or not right.figures:
        return False
    return any(one.noun == other.noun for one in left.figures for other in right.figures) or _gathers(left, right)


def tell_shares(left: Assertion, right: Assertion) -> bool:
    """Whether two tell which share of a vote one who is named has."""
    if left.subject is None or left.subject != right.subject or _share_of(left) is None or _share_of(right) is None:
        return False
    return any(_has_word_of("votes", side) for side in (left, right))


def keys_of_amounts(one: Assertion) -> Iterator[Hashable]:
    """Keys under which a measure, or a share of a vote, meets others of the same thing."""
    if one.subject is not None and _share_of(one) is not None:
        yield "share", one.subject
    if len(one.figures) == 1 and _measured(one) is not None:
        holder = party_of(one.claim.subject, one.subject) if one.claim is not None else None
        if holder is not None:
            yield "measure", one.figures[0].noun, holder.head


def by_amount(left: Assertion, right: Assertion) -> str | None:
    """Why two numbers of one thing exclude each other, if they do."""
    if left.negated or right.negated:
        return None
    return next((found for rule in _RULES if (found := rule(left, right))), None)


def _by_measure(left: Assertion, right: Assertion) -> str | None:
    """*is 4 kilometres wide*, *is only 1.5 kilometres wide*"""
    one, other = _measured(left), _measured(right)
    if one is None or one != other or left.claim is None or right.claim is None:
        return None
    holders = party_of(left.claim.subject, left.subject), party_of(right.claim.subject, right.subject)
    if not is_one(*holders, bare=True) or _by_the_clock(left) != _by_the_clock(right):
        return None
    alone = left.names == right.names and all(one and one.bare and len(one.words) == 1 for one in holders)
    same = _says_as_much(left, right, _around()) or _says_it_beside(left, right) or (alone and one == ("be", "past"))
    return _apart(left, right) if same else None


def _by_the_clock(one: Assertion) -> bool:
    """Whether it is told at what hour something had a measure: *was 40 percent by noon*."""
    return one.told is not None and "T" in one.told.begin


def _says_it_beside(left: Assertion, right: Assertion) -> bool:
    """Whether what only one says stands behind a comma, beside the measure: *is 70 percent effective*, *a study found*."""
    for one, other in ((left, right), (right, left)):
        more = one.words - other.words - _around()
        text = one.claim.mention.text if one.claim is not None else ""
        comma = text.find(",")
        if one.names != other.names or (more and not 0 < comma < min(text.find(one.shown[word]) for word in more)):
            return False
    return True


def _measured(one: Assertion) -> tuple[str, str] | None:
    """The verb by which a number is told of the subject, and the tense; None where none is."""
    if one.claim is None or not one.figures or not one.claim.subject:
        return None
    text, subject = one.claim.mention.text, one.claim.subject
    behind = behind_subject(text, subject)
    found = _measures().match(text.lower().replace("’", "'"), behind) if behind >= 0 else None
    if found is None:
        return None
    verb = found["verb"] or found["has"]
    first = verb.split()[0]
    kind = "be" if verb in opposition_words("coming_to") else predicate_of(found["noun"] or verb) or "be"
    return kind, tense_of([first], first)


def is_a_share(left: Assertion, right: Assertion) -> bool:
    """Whether both tell how large a share of a thing was so, which changes from day to day: *was 10 percent contained*."""
    return _by_measure(left, right) is not None and left.figures[0].noun == percent()


# was only about | 1.5 · had a magnitude of | 6.1
@cache
def _measures() -> re.Pattern[str]:
    verbs = one_of([*opposition_words("measuring"), *opposition_words("coming_to")])
    return re.compile(
        rf"\s+(?:(?P<verb>{verbs})|(?P<has>ha[sd]|have)\s+an?\s+(?P<noun>[\w-]+)\s+of)\s+"
        rf"(?:(?:{one_of(opposition_words('around_numbers'))})\s+){{0,5}}[$€£]?(?:\d|{_numeral()}\b)"
    )


@cache
def _numeral() -> str:
    from newsrecon.wording import numerals

    return one_of([*numerals(), "half"])


@cache
def _around() -> frozenset[str]:
    """Tokens of the words around a number, which tell nothing of what is measured."""
    return frozenset(token for word in opposition_words("around_numbers") for token in content_words(word))


def _by_sentence(left: Assertion, right: Assertion) -> str | None:
    """*was sentenced to six years*, *The judge jailed her for eight years*"""
    if left.deed[0] not in _sentencing() or right.deed[0] not in _sentencing():
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or not mine.tense == theirs.tense == "past":
        return None
    if not is_one(mine.done_to, theirs.done_to, of=False) or (
        mine.doer and theirs.doer and not mine.doer.may_be(theirs.doer)
    ):
        return None
    light = _sentencing().union(_of_sentences(), *(frame.doer.words for frame in (mine, theirs) if frame.doer))
    return _apart(left, right) if _says_as_much(left, right, light) else None


def _by_attendance(left: Assertion, right: Assertion) -> str | None:
    """*Some 80,000 people took part in the march*, *The march drew about 15,000 people*"""
    mine, theirs = left.frame, right.frame
    if not _gathers(left, right) or mine is None or theirs is None or not mine.tense == theirs.tense == "past":
        return None
    (crowd, event), (other_crowd, other_event) = _crowd_and_event(left, mine), _crowd_and_event(right, theirs)
    if left.told != right.told or left.names != right.names or not (_is_crowd(crowd) and _is_crowd(other_crowd)):
        return None
    if event is None and other_event is None:
        at_one = mine.rest <= theirs.rest or theirs.rest <= mine.rest
    else:
        at_one = is_one(event, other_event)
    one, other = left.figures, right.figures
    counted = at_one and len(one) == len(other) == 1 and not one[0].meets(other[0])
    return "the numbers differ" if counted else None


def _crowd_and_event(one: Assertion, frame: Frame) -> tuple[Party | None, Party | None]:
    """Who came to what, as a clause tells it of those who came or of what drew them."""
    return (frame.done_to, frame.doer) if one.deed[0] in _drawing() else (frame.doer, frame.done_to)


def _by_count(left: Assertion, right: Assertion) -> str | None:
    """*The sides will exchange 300 prisoners*, *The sides will exchange 120 prisoners*: of who is known.

    Who counts fewer tells no more than the other, or it might be a part: *will recall 12 cars in Norland*.
    """
    mine, theirs = left.frame, right.frame
    alike = left.deed == right.deed or (_has(left) and _has(right))
    goes_on = left.deed == right.deed and left.deed[0] in _ongoing() and not (_has(left) and _has(right))
    if not alike or goes_on or left.passive or right.passive or not (mine and theirs):
        return None
    at_one = mine.tense == theirs.tense or {mine.tense, theirs.tense} == {"present", "future"}
    if not at_one or not mine.tense or not of_one_day(left, right):
        return None
    one, other = mine.done_to, theirs.done_to
    if one is None or other is None or one.others or other.others or not is_one(mine.doer, theirs.doer):
        return None
    counts = [[figure for figure in side.figures if figure.noun == one.head] for side in (left, right)]
    if one.head != other.head or len(counts[0]) != 1 or len(counts[1]) != 1 or counts[0][0].meets(counts[1][0]):
        return None
    fewer, more = (left, right) if counts[0][0].low < counts[1][0].low else (right, left)
    told = fewer.tokens - {fewer.predicate} <= more.tokens
    return numbers_differ(counts[0][0], left.shown) if told else None


def _has(one: Assertion) -> bool:
    """Whether it is told what somebody has or gets: *won 88 seats*, *took 89 seats*."""
    verb = one.claim.value.get("verb") if one.claim is not None else ""
    return verb in _having()


@cache
def _having() -> frozenset[str]:
    return forms_of(sorted(opposition_words("having")))


def of_one_day(left: Assertion, right: Assertion) -> bool:
    """Whether both tell of one day, or give no time in articles of the same days."""
    return on_one_day(left.told, right.told) or of_these_days(left, right)


def is_news(left: Assertion, right: Assertion) -> bool:
    """Whether both tell of one day, or are told within a few days and do not give two."""
    one_tells_none = left.told is None or right.told is None
    return on_one_day(left.told, right.told) or (one_tells_none and _are_told_together(left, right))


def of_these_days(left: Assertion, right: Assertion) -> bool:
    """Whether neither gives a time, and both are told within a few days: of one deed, which is the news."""
    return left.told is None and right.told is None and _are_told_together(left, right)


def _are_told_together(left: Assertion, right: Assertion) -> bool:
    """Whether the articles of both count from days that are near each other."""
    return left.day is not None and right.day is not None and abs((left.day - right.day).days) <= FEW_DAYS


def _gathers(left: Assertion, right: Assertion) -> bool:
    drawn = {left.deed[0], right.deed[0]} & _drawing()
    return (left.deed == right.deed or bool(drawn)) and {left.deed[0], right.deed[0]} <= _gathering() | _drawing()


def _is_crowd(party: Party | None) -> bool:
    return party is not None and not party.definite and not party.empty and not party.others


def _by_score(left: Assertion, right: Assertion) -> str | None:
    """*won 3-1*, *won 2-1*; *Sund beat Tarn 3-1*, *Tarn lost 2-1 to Sund*"""
    if left.deed[0] not in _playing() or right.deed[0] not in _playing() or left.claim is None or right.claim is None:
        return None
    if not (_of_one_side(left, right) or _of_two_sides(left, right)):
        return None
    one, other = (SCORE.findall(side.mention.text) for side in (left.claim, right.claim))
    if len(one) != 1 or len(other) != 1 or sorted(one[0]) == sorted(other[0]):
        return None
    return f"it ended {'-'.join(one[0])} here and {'-'.join(other[0])} there"


def _of_one_side(left: Assertion, right: Assertion) -> bool:
    same = left.deed == right.deed and left.subject is not None and left.subject == right.subject
    return same and left.names == right.names and left.told == right.told


def _of_two_sides(left: Assertion, right: Assertion) -> bool:
    """Whether both name the same two sides, one of them as the subject, and tell of one day."""
    sides = left.names & right.names
    named = len(sides) > 1 and left.subject in sides and right.subject in sides
    return named and (of_one_day(left, right) or left.told is None or right.told is None)


def _by_vote(left: Assertion, right: Assertion) -> str | None:
    """*passed the bill by 52 votes to 48*, *passed the bill 51-49*"""
    if left.deed != right.deed or left.deed[0] not in _voting() or not is_news(left, right):
        return None
    one, other = (_tallies(side) for side in (left, right))
    if len(one) != 1 or len(other) != 1 or sorted(map(int, one[0])) == sorted(map(int, other[0])):
        return None
    mine, theirs = (_words(side.tokens) - {predicate_of("votes")} for side in (left, right))
    alike = min(len(mine), len(theirs)) > 2 and (mine <= theirs or theirs <= mine)
    return f"the vote was {' to '.join(one[0])} here and {' to '.join(other[0])} there" if alike else None


def _by_share(left: Assertion, right: Assertion) -> str | None:
    """*won the election with 41.2 percent of the vote*, *took 43 percent*: of one who is named."""
    if not tell_shares(left, right) or not is_news(left, right) or left.will_be != right.will_be:
        return None
    if left.names - right.names and right.names - left.names:
        return None  # in one town here, and in another there
    if any(_has_word_of("not_final", side) for side in (left, right)):
        return None
    one, other = (_share_of(side) for side in (left, right))
    if one is None or other is None or one.meets(other):
        return None
    return numbers_differ(one, {one.noun: percent()})


def _has_word_of(key: str, one: Assertion) -> bool:
    """Whether a statement has a word of a list of the data."""
    text = one.claim.mention.text.lower() if one.claim is not None else ""
    return not opposition_words(key).isdisjoint(re.findall(r"[a-z]+", text))


def _share_of(one: Assertion) -> Figure | None:
    """The share that the subject has, the first of those told."""
    if one.claim is None or not one.claim.value.get("numbers") or not _tells_share(one.claim.mention.text):
        return None
    return next((figure for figure in one.counted if figure.noun == percent()), None)


@lru_cache(maxsize=1 << 12)
def _tells_share(text: str) -> bool:
    return _voted().search(text.lower()) is not None


# with | 41.2 percent
@cache
def _voted() -> re.Pattern[str]:
    around = one_of(opposition_words("around_numbers"))
    return re.compile(
        rf"\b(?:{one_of(opposition_words('voted'))})\s+(?:(?:{around})\s+){{0,3}}\d+(?:\.\d+)?\s?(?:%|per\s?cent)"
    )


def _tallies(one: Assertion) -> list[tuple[str, str]]:
    """The votes for and against that a statement tells."""
    from newsrecon.wording import numerals

    told = _tally().findall(one.claim.mention.text.lower()) if one.claim is not None else []
    return [(numerals().get(yes, yes), numerals().get(no, no)) for yes, no in told]


# 52-48 · 52 votes to 48 · nine votes to six
@cache
def _tally() -> re.Pattern[str]:
    from newsrecon.wording import numerals

    votes = rf"\d{{1,4}}|{one_of(numerals())}"
    return re.compile(rf"(?<![\w-])({votes})(?:\s+votes?)?(?:\s+(?:to|against)\s+|[-–])({votes})(?![\w-])")


@cache
def _voting() -> frozenset[str]:
    return frozenset(map(predicate_of, opposition_words("voting")))


def _by_change(left: Assertion, right: Assertion) -> str | None:
    """*will rise by 5 percent*, *will go up by 8 percent*: of one thing at one time."""
    if left.predicate != right.predicate or left.predicate not in _changing() or left.passive != right.passive:
        return None
    at_once = of_one_day(left, right) or _is_of_one_time(left, right)
    if not (left.core <= right.core or right.core <= left.core):
        return None  # cut deaths by 30 percent, cut prices by 12 percent
    if left.will_be != right.will_be or left.names != right.names or not at_once:
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.tense != theirs.tense or not is_one(mine.doer, theirs.doer, bare=True):
        return None
    ours, others = ([each for each in side.figures if each.noun in _by_how_much()] for side in (left, right))
    if len(ours) != 1 or len(others) != 1 or ours[0].noun != others[0].noun or _ends_at(left) != _ends_at(right):
        return None
    return None if ours[0].meets(others[0]) else numbers_differ(ours[0], left.shown)


def _is_of_one_time(left: Assertion, right: Assertion) -> bool:
    """Whether both give the very same time: *last year*."""
    one, other = left.told, right.told
    return one is not None and other is not None and (one.begin, one.end) == (other.begin, other.end)


@cache
def _by_how_much() -> frozenset[str]:
    """Units of what something grows or shrinks by."""
    return (units() | amounts() | {predicate_of("points")}) - {""}


def _ends_at(one: Assertion) -> bool:
    """Whether it is told what something came to, not by how much it changed: *fell* **to** *5.1 percent*."""
    return one.claim is not None and _TO_A_SHARE.search(one.claim.mention.text) is not None


# to | 5.1 percent
_TO_A_SHARE = re.compile(r"\bto\s(?:[a-z]+\s){0,2}\d")


@cache
def _changing() -> frozenset[str]:
    return frozenset(map(predicate_of, opposition_words("changing")))


def _by_doers(left: Assertion, right: Assertion) -> str | None:
    """*was stolen by two masked men*, *was stolen by three masked men*: how many did one thing."""
    mine, theirs = left.frame, right.frame
    if left.deed != right.deed or left.deed[0] in _ongoing() or not (mine and theirs) or mine.tense != theirs.tense:
        return None
    if not of_one_day(left, right) or not is_one(mine.done_to, theirs.done_to):
        return None
    one, other = mine.doer, theirs.doer
    if one is None or other is None or one.head != other.head or one.others or other.others:
        return None
    if one.head == predicate_of("votes"):
        return None  # was approved by nine votes to six
    counts = [[figure for figure in side.figures if figure.noun == one.head] for side in (left, right)]
    if len(counts[0]) != 1 or len(counts[1]) != 1 or counts[0][0].meets(counts[1][0]):
        return None
    return numbers_differ(counts[0][0], left.shown)


def _by_twin(left: Assertion, right: Assertion) -> str | None:
    """Two statements of one thing that are alike but for a number: *The driver, 20, fled in a van*, *The driver, 25, …*"""
    if left.deed != right.deed or left.passive != right.passive or not of_one_day(left, right):
        return None
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or mine.tense != theirs.tense or not _is_known(left, right):
        return None
    return _apart(left, right) if len(left.tokens) > ENOUGH and _says_as_much(left, right) else None


def _is_known(left: Assertion, right: Assertion) -> bool:
    """Whether both are about one who is named, or about what is not just anybody: *the driver*, but not *the man*."""
    if left.claim is None or right.claim is None:
        return False
    one, other = party_of(left.claim.subject, left.subject), party_of(right.claim.subject, right.subject)
    return is_one(one, other) and one is not None and one.head not in _anybody()


@cache
def _anybody() -> frozenset[str]:
    """Nouns by which several may be told of in turn."""
    return frozenset(token for word in opposition_words("anybody") for token in content_words(word))


_RULES = (
    _by_measure,
    _by_count,
    _by_sentence,
    _by_attendance,
    _by_score,
    _by_vote,
    _by_share,
    _by_change,
    _by_doers,
    _by_twin,
)


# ---------------------------------------------------------------- what is compared


def is_one(one: Party | None, other: Party | None, *, bare: bool = False, of: bool = True) -> bool:
    """Whether two parties are one by name, or by the same words of what is known; `bare` words such as *turnout*, too.

    What they are `of` must be one as well, unless it is compared elsewhere.
    """
    if one is None or other is None or one.empty or other.empty or not (one.definite and other.definite):
        return False
    if not bare and (one.bare or other.bare):
        return False
    said, whose = ([_words(tokens) for tokens in sides] for sides in ((one.words, other.words), (one.of, other.of)))
    alike = said[0] - {one.head} == said[1] - {other.head} and (whose[0] == whose[1] or not of)
    return alike and widest(one.head) == widest(other.head)


def _words(tokens: frozenset[str]) -> frozenset[str]:
    """The tokens that are no figures: *the* **two** *sides* are the sides."""
    return frozenset(token for token in tokens if not token[0].isdigit())


def _says_as_much(left: Assertion, right: Assertion, light: frozenset[str] = frozenset()) -> bool:
    """Whether each says what the other does, so that both measure the same."""
    return left.tokens - {left.predicate} - light == right.tokens - {right.predicate} - light


def _apart(left: Assertion, right: Assertion) -> str | None:
    """Why the one number of each cannot both be right, if both have one, of one unit."""
    if len(left.figures) != 1 or len(right.figures) != 1:
        return None
    one, other = left.figures[0], right.figures[0]
    return numbers_differ(one, left.shown) if one.noun == other.noun and not one.meets(other) else None


@cache
def _ongoing() -> frozenset[str]:
    """What goes on while it is told, and what tells nothing by itself."""
    return frozenset(map(predicate_of, opposition_words("ongoing"))) | {""}


@cache
def _playing() -> frozenset[str]:
    return frozenset(map(predicate_of, opposition_words("playing")))


@cache
def _sentencing() -> frozenset[str]:
    return frozenset(map(predicate_of, opposition_words("sentencing")))


@cache
def _of_sentences() -> frozenset[str]:
    return frozenset(map(predicate_of, opposition_words("of_sentences")))


@cache
def _gathering() -> frozenset[str]:
    return opposition_words("gathering").union(map(predicate_of, opposition_words("gathering")))


@cache
def _drawing() -> frozenset[str]:
    return frozenset(map(predicate_of, opposition_words("drawing")))
