"""The same event dated by several outlets: *seized power in 2021*, *returned to power on 15 August 2021*.

Theory of operation. Two dates belong together when the clauses they date are about one thing: their content words, names made
one and the time itself left out, weighted by rarity. Times that agree, or of which one holds the other, need less likeness
than times that exclude each other: those meet only where the clauses are one another's wording, so that neighbours in a list
of quakes or wars stay apart. Like events of one day stay apart by whom and where (`date_rivals`). A clause that says nothing
by itself (*the move came*) is taken with the sentence it points to. Between times of one event, the sharper refines the
vaguer. Lengths are compared with lengths, what recurs with what recurs, and *now* or *recently* with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

from newsrecon.clauses import clauses
from newsrecon.context import Context
from newsrecon.extractors.cues import lexicon
from newsrecon.extractors.date_lexicon import load_language
from newsrecon.extractors.date_likeness import RARE_TIME, alike, in_common, is_enough, listed
from newsrecon.extractors.date_rivals import ranks, rivals
from newsrecon.extractors.dated import EDGES, Dated, are_apart, day_of, lies_within, same_day, same_month
from newsrecon.extractors.dated_clauses import clause_names, clause_words, content, main_matter, words_of_names
from newsrecon.extractors.dated_events import are_close, event_told, has_clock, one_event
from newsrecon.extractors.deed_matching import akin
from newsrecon.extractors.deeds import kinds_of_deed
from newsrecon.matching import Entailment, Likeness, Matcher, Relation
from newsrecon.model import Claim
from newsrecon.span import Span
from newsrecon.text import end_of_word
from newsrecon.timex import moment_value, resolve_value, rounded
from newsrecon.timex.readable import timex_in_words
from newsrecon.verbs import is_to_come, word_list

__all__ = ["Dated", "matcher"]

_THRESHOLD = 0.5
_RAREST = 4
_NEEDED_ALIKE = {4: 0.42, 7: 0.36}
"""Likeness that makes two clauses one event where one time holds the other, by the length of the TIMEX3 value they share."""
_NEEDED_SHARP = 0.33
_NEEDED_WIDE = 0.25
"""The same where a clause that says nothing by itself is taken with the sentence it points to; the days must be equal."""
_LITTLE = 3
"""A clause with so few content words is taken with the sentence it points to, where it is light."""
_TELLS_ENOUGH = 8
"""So many content words tell an event by themselves."""
_NEEDED_LENGTH = 0.6
"""The same for lengths and for what recurs, of which there are many alike."""
_NEEDED_APART = 0.80
"""The same where the times exclude each other."""
_FEW_DAYS = 2
"""Outlets that differ over the day of one event differ by no more, where they tell it by the weekday."""
_MANY = 6
"""So many words that the story is about, but for one, in common are as good as the same wording."""


def matcher() -> Matcher[Dated]:
    """The matcher of date claims."""
    return Matcher(
        "date",
        read=_read,
        keys=_keys,
        same=_same,
        relate=_relate,
        variant=_variant,
        value=lambda one: one.told,
        grows=_grows,
        threshold=_THRESHOLD,
    )


def _read(claim: Claim, context: Context) -> Dated:
    anchor = context.anchor(claim.mention.article)
    told = claim.value if anchor is None else resolve_value(claim.value, anchor)
    value = moment_value(told, anchor) if claim.value.get("begin") else told  # a borrowed day leads to no other
    closeness = clause_words(claim, context)
    words = tuple(closeness)
    about = value.get("about")
    wide = tuple(dict.fromkeys(words + content(about))) if about else words
    weights = {
        word: max(context.rarity(word) - 0.7, 0.3) * closeness.get(word, 0.7) * (1 + word.count("_")) for word in wide
    }
    begin, end = value.get("begin"), value.get("end")
    interval = (begin.removesuffix("T00:00"), end.removesuffix("T00:00")) if begin and end else None
    edge = value.get("mod") if value.get("mod") in EDGES else None
    return Dated(
        claim.mention.article,
        claim.subject,
        claim.mention.text,
        words,
        wide,
        weights,
        told,
        value,
        interval,
        context.times.telling(str((claim.value if claim.value["type"] == value["type"] else value)["timex"])),
        edge,
        main_matter(claim, value, wide, context),
        clause_names(claim, context),
        words_of_names(claim, context),
        ranks(claim.subject),
        claim.value.get("begin") is None and value.get("begin") is not None,
        len(str(value["timex"])) >= 10 and context.times.telling(str(value["timex"])[:10]) <= 0.6,
        _points(claim, words),
        bool(claim.value.get("of_noun")),
        {word: kinds for word in words if (kinds := kinds_of_deed(word))},
        rounded(claim.value["expression"], anchor) if anchor and "," in claim.value.get("expression", "") else None,
        event_told(claim.subject, claim.value.get("of")),
    )


def _points(claim: Claim, words: tuple[str, ...]) -> bool:
    verbs = load_language("en").data["words"]["pointing_verb"]
    about = "about" in claim.value
    return len(words) <= (_LITTLE if about else 1) or bool(about and set(verbs) & set(claim.subject.lower().split()))


def _keys(one: Dated) -> Iterable[Hashable]:
    """Pairs of the rarest words; for points also a rare word with the year, or with the day where the clause says little."""
    if one.sort == "vague" or not one.words or one.value.get("dateline") or _is_rate(one):
        return ()
    rarest = sorted(one.words, key=lambda word: (-one.weights[word], word))[: _RAREST + 1]
    keys: list[Hashable] = [(one.sort, *pair) for pair in combinations(sorted(rarest), 2)]
    if one.interval and one.sort == "point":
        keys += [(word, one.interval[0][:4]) for word in rarest]
        widest = sorted(one.wide, key=lambda word: (-one.weights[word], word))[: 2 * _RAREST]
        keys += [(word, one.interval[0][:10]) for word in widest]
        keys += [(*pair, one.interval[0][:10]) for pair in combinations(sorted(one.matter), 2)]
    return dict.fromkeys(keys)


def _is_rate(one: Dated) -> bool:
    """Whether it is the time to which an amount goes, which tells nothing of when: *486,000 barrels* | *a day*."""
    if one.sort != "set":
        return False
    return _AMOUNT.search(one.subject[: max(0, one.subject.find(one.shown))]) is not None


# 1.2 million barrels | a day · $29 million | a year, but not: three times | a week
_AMOUNT = re.compile(r"(?<![\d.,])\d[\d.,]*\s(?:[a-z]+\s)?(?!times?\s)[^\W\d_]+\s$")


def _same(left: Dated, right: Dated) -> Likeness:
    if left.sort != right.sort:
        return Likeness(0.0, f"{left.shown!r} and {right.shown!r} are times of two sorts", veto=True)
    if left.sort == "vague":
        return Likeness(0.0, f"{left.shown!r} and {right.shown!r} may be any time")
    likeness, shared = alike(left.words, right.words, left, right)
    if against := _strangers(left, right):
        return Likeness(_scaled(likeness, _needed(left, right)), against, veto=True)
    event = one_event(left, right)
    if left.sort == "point" and are_apart(left, right):
        if event:
            return event
        return _same_though_apart(left, right, likeness, shared)
    if left.sort != "point" and not _of_one_measure(left, right):
        return Likeness(0.0, f"{left.shown!r} and {right.shown!r} are different lengths")
    enough = is_enough(shared) and not (_are_one_name(shared, left) or _are_one_name(shared, right))
    if enough and (score := _scaled(likeness, _needed(left, right))) >= _THRESHOLD:
        if left.form != right.form and not _says_any_of(left, shared) and not _says_any_of(right, shared):
            return Likeness(0.0, f"both clauses are only about {listed(shared, left)}", silent=True)
        return Likeness(score, in_common(shared, left))
    if found := event or akin(left, right):
        return found
    if (left.points or right.points) and (same_day(left, right) or same_month(left, right)):
        widely, told = alike(_told_by(left), _told_by(right), left, right)
        score = _scaled(widely, _NEEDED_WIDE - RARE_TIME * min(left.telling, right.telling))
        if len(told) > _RAREST and score >= _THRESHOLD:
            return Likeness(score, f"of one day, and about {listed(told, left)}")
    if same_day(left, right) and len(left.matter) > 1 and len(right.matter) > 1:
        matter = left.matter & right.matter
        if len(matter) < 2:
            return Likeness(
                0.0, "both are of the day that the story is about, and tell of other parts of it", silent=True
            )
        score = _THRESHOLD + _THRESHOLD * min(1.0, (len(matter) - 1) / _MANY)
        return Likeness(score, f"both are of the day that the story is about, and of {listed(sorted(matter), left)}")
    thin = same_day(left, right) and left.main and right.main and min(len(left.matter), len(right.matter)) < 2
    return Likeness(_scaled(likeness, 1.0) if enough else 0.0, "the clauses have too little in common", silent=thin)


def _are_one_name(words: Collection[str], one: Dated) -> bool:
    """Whether some words are no more than one name of a clause, which tells only whom it is about: *FC Barsa*."""
    return any(name.issuperset(words) for name in one.long_names)


def _strangers(left: Dated, right: Dated) -> str | None:
    """Why the clauses are of two like events, if they surely are: by whom and where, or by which of several."""
    if left.sort == "point" and (pair := rivals(left.names, right.names)):
        return f"one is about {pair[0]}, the other about {pair[1]}"
    noun = next((one for one in left.ranks if left.ranks[one].isdisjoint(right.ranks.get(one, left.ranks[one]))), None)
    return f"one is about another of several, by “{noun}”" if noun else None


def _told_by(one: Dated) -> tuple[str, ...]:
    """What a clause tells: by itself, or where it says little, with the sentence it points to."""
    return one.wide if one.points or len(one.words) < _TELLS_ENOUGH else one.words


def _same_though_apart(left: Dated, right: Dated, likeness: float, shared: tuple[str, ...]) -> Likeness:
    """Two times that exclude each other: of one event only where one clause is the other in all but the time."""
    if left.article == right.article:
        return Likeness(0.0, f"one article gives two times, {left.shown!r} and {right.shown!r}", veto=True)
    if left.of_noun != right.of_noun:
        told = sorted((left, right), key=lambda one: one.of_noun)
        return Likeness(
            likeness, f"{told[1].shown!r} is of what {told[1].subject!r} names, {told[0].shown!r} is not", veto=True
        )
    alike = likeness >= _NEEDED_APART and len(shared) > 2 and _one_predicate(left, right, shared)
    if (
        not alike
        or _may_recur(left, right)
        or _ranks(left) != _ranks(right)
        or _is_ahead(left) != _is_ahead(right)
        or _counts_otherwise(left, right)
        or _has_more_times(left)
        or _has_more_times(right)
    ):
        return Likeness(likeness, f"{left.shown!r} and {right.shown!r} need not be times of one event", veto=True)
    return Likeness(likeness, in_common(shared, left))


def _one_predicate(left: Dated, right: Dated, shared: Sequence[str]) -> bool:
    """Whether both say one thing of what they are about: *the harbour office said*, *the harbour office moved* do not."""
    return _says_any_of(left, shared) and _says_any_of(right, shared)


def _says_any_of(one: Dated, words: Sequence[str]) -> bool:
    """Whether any of some words are in what a clause says of its subject."""
    return not _predicate(one.subject).isdisjoint(words)


def _may_recur(left: Dated, right: Dated) -> bool:
    """Whether it may well have happened on both days, as weekdays tell them: what is said, and what is some days apart."""
    if not any(one.value.get("anchor") for one in (left, right)):
        return False
    if any(_verb(one.subject).casefold() in lexicon().speech for one in (left, right)):
        return True
    return (_days_between(left, right) or 0) > _FEW_DAYS


@lru_cache(1024)
def _predicate(subject: str) -> frozenset[str]:
    """The content words of a clause from its verb on; all of them where it has none."""
    verb = _verb(subject)
    return frozenset(content(subject[max(end_of_word(subject, verb) - len(verb), 0) :]))


@lru_cache(1024)
def _verb(subject: str) -> str:
    """The first verb of a clause, empty where it has none."""
    found = (clause.verb for clause in clauses(subject, [Span(0, len(subject))]) if clause.verb)
    return next((verb.of(subject) for verb in found), "")


def _ranks(one: Dated) -> frozenset[str]:
    """What a clause says of an event among others like it: *a second quake*, *another strike*; not *the second half of 2024*."""
    told = one.subject.replace(one.shown, " ").lower()
    return frozenset(told.split()) & frozenset(load_language("en").data["words"]["among_others"])


def _counts_otherwise(left: Dated, right: Dated) -> bool:
    """Whether each clause tells a figure, and none in common: *raised it by 0.5 points*, *raised it by 0.25 points*."""
    mine, theirs = (set(_FIGURE.findall(one.subject.replace(one.shown, " "))) for one in (left, right))
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


# 0.5 · 1,200
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def _is_ahead(one: Dated) -> bool:
    """Whether a clause tells what will be: *will pass in 2031*, where another *passed in 2012*."""
    return not frozenset(word_list("ahead")).isdisjoint(one.subject.lower().split())


def _has_more_times(one: Dated) -> bool:
    """Whether a clause gives several days or years, so that it is not sure what is dated by which: *on 7 July and on 18 July*."""
    data = load_language("en").data
    sorts = [
        "year" if word.isdecimal() else "weekday" if word in data["weekday"] else "month"
        for word in _CALENDAR.findall(one.subject.lower())
        if word.isdecimal() or word in data["month"] or word in data["weekday"]
    ]
    return len(set(sorts)) < len(sorts)


# july · 2016
_CALENDAR = re.compile(r"\b(?:(?:1[89]|20)\d\d|[^\W\d_]{3,9})\b")


def _needed(left: Dated, right: Dated) -> float:
    """How alike two clauses must be, the less the sharper and the rarer in the story the time they agree on."""
    if left.sort != "point":
        return _NEEDED_LENGTH
    if left.form != right.form:
        return _NEEDED_ALIKE[4]
    needed = _NEEDED_ALIKE.get(len(str(left.value["timex"])), _NEEDED_SHARP)
    return needed - RARE_TIME * min(left.telling, right.telling)


def _of_one_measure(left: Dated, right: Dated) -> bool:
    """Whether two lengths are one, or told by two articles in one unit."""
    ours, theirs = (str(one.value["timex"]) for one in (left, right))
    return ours == theirs or (
        ours.lstrip("PT0123456789.X") == theirs.lstrip("PT0123456789.X") and left.article != right.article
    )


def _scaled(likeness: float, needed: float) -> float:
    if likeness < needed:
        return _THRESHOLD * likeness / needed
    return min(1.0, _THRESHOLD + (1 - _THRESHOLD) * (likeness - needed) / (1 - needed)) if needed < 1 else 1.0


def _variant(one: Dated) -> Hashable:
    """The time in its canonical form, each article's own where it dates nothing, or nothing tells which day *yesterday* is."""
    return (one.form, one.article) if _tells_no_day(one) or one.value.get("dateline") else one.form


def _tells_no_day(one: Dated) -> bool:
    """Whether a point in time can be anywhere in the calendar: *yesterday*, *last week* without an anchor."""
    return one.sort == "point" and one.interval is None and not any(map(str.isdecimal, str(one.value["timex"])))


def _relate(left: Dated, right: Dated) -> Entailment:
    ours, theirs = left.shown, right.shown
    if _variant(left) == _variant(right):
        return Entailment(Relation.EQUAL, f"{ours!r} and {theirs!r} are one time, {_time(left)}")
    if left.sort == right.sort == "point":
        if left.interval == right.interval and left.universal and not right.universal and left.edge == right.edge:
            return Entailment(Relation.REFINES, f"{ours!r} tells the zone of its clock as well")
        if left.interval == right.interval and right.universal and not left.universal and left.edge == right.edge:
            return Entailment(Relation.REFINED_BY, f"{theirs!r} tells the zone of its clock as well")
        if lies_within(left, right):
            return Entailment(Relation.REFINES, f"{_time(left)} lies within {_time(right)}")
        if lies_within(right, left):
            return Entailment(Relation.REFINED_BY, f"{_time(right)} lies within {_time(left)}")
        if are_apart(left, right):
            if are_close(left, right):
                return Entailment(Relation.OVERLAPS, f"{ours!r} and {theirs!r} may be told of one moment")
            if _could_agree(left, right):
                return Entailment(Relation.UNRELATED, f"nothing tells whether {ours!r} and {theirs!r} are one time")
            return Entailment(Relation.CONFLICTS, f"{_time(left)} and {_time(right)} cannot both be right")
        if not (left.interval and right.interval) and not _say_alike(left, right):
            return Entailment(Relation.UNRELATED, f"nothing tells whether {ours!r} and {theirs!r} are one time")
    if left.sort == right.sort == "length":
        if _counts(left, right):
            return Entailment(Relation.REFINES, f"{ours!r} tells how many of what {theirs!r} tells")
        if _counts(right, left):
            return Entailment(Relation.REFINED_BY, f"{theirs!r} tells how many of what {ours!r} tells")
        return Entailment(Relation.UNRELATED, f"{ours!r} and {theirs!r} are two lengths")
    return Entailment(Relation.OVERLAPS, f"{_time(left)} and {_time(right)} can both be true")


def _grows(old: Dated, new: Dated) -> bool:
    """Whether what is to come on one day may have been put off to another: *is due in June*, later *is now due in July*."""
    return is_to_come(old.subject) and is_to_come(new.subject)


# P8Y · PT30M
_COUNTED = re.compile(r"\d+(?:\.\d+)?(?=[A-Z]+$)")


def _counts(sharp: Dated, vague: Dated) -> bool:
    """Whether one length is a number of the unit that is all the other tells: *eight years*, *years*."""
    length = str(sharp.value["timex"])
    found = _COUNTED.search(length)
    return (
        found is not None
        and float(found[0]) > 1
        and f"{length[: found.start()]}X{length[found.end() :]}" == vague.value["timex"]
    )


def _say_alike(left: Dated, right: Dated) -> bool:
    """Whether one time without an anchor tells all of the other: *Tuesday*, *Tuesday morning*."""
    ours, theirs = (str(one.value["timex"]) for one in (left, right))
    alike = ours.startswith(theirs) or theirs.startswith(ours)
    return alike and not (_tells_no_day(left) or _tells_no_day(right))


def _could_agree(left: Dated, right: Dated) -> bool:
    """Whether two times are apart only by what they were taken to count from.

    That is so for an anchor borrowed from the story or looked for in the text, for the side to which a bare weekday or day of
    the year was looked for, for the same words (*yesterday*), which outlets copy without their day, and for *tonight*
    beside the day after, since what is published past midnight may have been written before.
    """
    if same_day(left, right) and has_clock(left) and has_clock(right):
        return False
    inferred = [one.value.get("anchor") for one in (left, right)]
    if left.borrowed or right.borrowed or "document" in inferred:
        return True
    if not any(inferred):
        return False
    told = [str(one.value.get("expression")) for one in (left, right)]
    apart = _days_between(left, right)
    weekday = any("WXX-" in expression for expression in told) and (apart is None or apart % 7 == 0)
    counted = any("shift(now," in expression for expression in told) and (apart is None or apart == 1)
    same_day_of_year = str(left.value["timex"])[4:] == str(right.value["timex"])[4:]
    same_words = all(inferred) and left.shown.casefold() == right.shown.casefold()
    return weekday or counted or same_day_of_year or same_words


def _days_between(left: Dated, right: Dated) -> int | None:
    """How many days lie between two times, None where one of them is no day."""
    days = [date.fromisoformat(day) for one in (left, right) if (day := day_of(one))]
    return abs((days[0] - days[1]).days) if len(days) == 2 else None


def _time(one: Dated) -> str:
    """The time in words a reader can check."""
    edge = {"START": "early in ", "MID": "in the middle of ", "END": "late in "}.get(one.edge or "", "")
    return edge + timex_in_words(str(one.value["timex"]), one.value.get("begin"), one.value.get("end"))
