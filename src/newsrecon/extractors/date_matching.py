"""The same event dated by several outlets: *seized power in 2021*, *returned to power on 15 August 2021*.

Theory of operation. Two dates belong together when the clauses they date are about one thing: their content words, names made
one and the time itself left out, weighted by rarity. Times that agree, or of which one holds the other, need less likeness
than times that exclude each other: those meet only where the clauses are one another's wording, so that neighbours in a list
of quakes or wars stay apart. A clause that says nothing by itself (*the move came*) is taken with the sentence it points to.
Between times of one event, the sharper refines the vaguer. Lengths are compared with lengths, what recurs with what recurs,
and *now* or *recently* with nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import combinations, pairwise

from attrs import field, frozen

from newsrecon.context import Context
from newsrecon.extractors.date_lexicon import load_language
from newsrecon.matching import Entailment, Likeness, Matcher, Relation
from newsrecon.model import Claim, Value
from newsrecon.roles import country_of
from newsrecon.text import Span
from newsrecon.timex import resolve_value
from newsrecon.timex.readable import time_in_words

__all__ = ["Dated", "matcher"]

_THRESHOLD = 0.5
_RAREST = 4
_NEEDED_ALIKE = {4: 0.42, 7: 0.36}
"""Likeness that makes two clauses one event where one time holds the other, by the length of the TIMEX3 value they share."""
_NEEDED_SHARP = 0.33
_NEEDED_WIDE = 0.25
"""The same where a clause that says nothing by itself is taken with the sentence it points to; the days must be equal."""
_TELLS_ENOUGH = 8
"""So many content words tell an event by themselves."""
_RARE_TIME = 0.2
"""So much less is needed where hardly anything else in the story is of that time."""
_NEEDED_LENGTH = 0.6
"""The same for lengths and for what recurs, of which there are many alike."""
_NEEDED_APART = 0.80
"""The same where the times exclude each other."""
_MAIN_DAY = 0.6
"""A day that tells so little is the one that the story is about."""
_MANY = 6
"""So many of those words, but for one, in common are as good as the same wording."""
_MATTER = 0.03
"""In so many of the passages stands a word that says what the story is about."""
_BOUNDS = (" before", " after", " since", " until", " till", " by")
_BREAKS = (",", ";", "“", "”", "(", ")", " – ", " — ")
_EDGES = frozenset({"START", "MID", "END"})

Interval = tuple[str, str]


@frozen(eq=False)
class Dated:
    """A date claim as the matcher sees it."""

    article: str
    subject: str
    shown: str
    words: tuple[str, ...]
    """Content words of the clause, names made one, without the time."""
    wide: tuple[str, ...] = field(repr=False)
    """The same with the sentence that a clause without a say of its own points to; as `words` for any other."""
    weights: dict[str, float] = field(repr=False)
    value: Value
    interval: Interval | None
    telling: float
    """How much it tells that another clause is of this time, from 0 to 1: little where the whole story is."""
    edge: str | None = None
    matter: frozenset[str] = frozenset()
    """Of the clause and what it points to, words that much of the story is about; none for a day that little of it is of."""
    points: bool = False
    """Whether the clause only points to an event told of nearby: *the move came on Thursday*."""

    sort: str = field(init=False)
    """What it can be compared with: a point in time, a length, what recurs, or nothing."""
    form: Hashable = field(init=False)
    """The time in its canonical form."""

    @sort.default
    def _sort(self) -> str:
        if str(self.value["timex"]).endswith("_REF"):
            return "vague"
        return {"DURATION": "length", "SET": "set"}.get(self.value["type"], "point")

    @form.default
    def _form(self) -> Hashable:
        return (
            (self.interval, self.edge) if self.interval and self.sort == "point" else (self.sort, self.value["timex"])
        )


def matcher() -> Matcher[Dated]:
    """The matcher of date claims."""
    return Matcher(
        "date",
        read=_read,
        keys=_keys,
        same=_same,
        relate=_relate,
        variant=lambda one: one.form,
        value=lambda one: one.value,
        threshold=_THRESHOLD,
    )


def _read(claim: Claim, context: Context) -> Dated:
    anchor = context.anchor(claim.mention.article)
    value = claim.value if anchor is None else resolve_value(claim.value, anchor)
    closeness = _clause_words(claim, context)
    words = tuple(closeness)
    about = value.get("about")
    wide = tuple(dict.fromkeys(words + _content(about))) if about else words
    weights = {
        word: max(context.rarity(word) - 0.7, 0.3) * closeness.get(word, 0.7) * (1 + word.count("_")) for word in wide
    }
    begin, end = value.get("begin"), value.get("end")
    interval = (begin.removesuffix("T00:00"), end.removesuffix("T00:00")) if begin and end else None
    edge = value.get("mod") if value.get("mod") in _EDGES else None
    return Dated(
        claim.mention.article,
        claim.subject,
        claim.mention.text,
        words,
        wide,
        weights,
        value,
        interval,
        context.times.telling(str(claim.value["timex"])),
        edge,
        _matter(claim, value, wide, context),
        _points(claim, words),
    )


def _matter(claim: Claim, value: Value, words: Iterable[str], context: Context) -> frozenset[str]:
    """The words of a clause that much of the story is about, if the clause is of a day that much of the story is of.

    A clock time tells when one moment of it was, and what is *before Saturday* is not of Saturday.
    """
    timex = str(value["timex"])
    if len(timex) < 10 or ":" in timex or context.times.telling(timex[:10]) > _MAIN_DAY:
        return frozenset()
    before = claim.subject.partition(claim.mention.text)[0].rstrip().lower()
    if f" {before}".endswith(_BOUNDS) or claim.mention.text.lower().endswith(_BOUNDS):
        return frozenset()
    often = _MATTER * context.rarity.passages
    return frozenset(word for word in words if context.rarity.counts.get(word, 0) >= often) - _light()


@cache
def _light() -> frozenset[str]:
    """Content words that tell little in any story."""
    from newsrecon.extractors.statements import words_of
    from newsrecon.wording import content_words

    return frozenset(word for one in sorted(words_of("light")) for word in content_words(one))


def _points(claim: Claim, words: tuple[str, ...]) -> bool:
    verbs = load_language("en").data["words"]["pointing_verb"]
    return len(words) <= 1 or bool("about" in claim.value and set(verbs) & set(claim.subject.lower().split()))


def _content(text: str) -> tuple[str, ...]:
    """The content words of a text that are no numbers, days of the week or months; a country, its people, its capital are one."""
    from newsrecon.wording import content_words_as_written

    return tuple(
        country_of(written.removesuffix("'s").removesuffix("’s")) or word
        for word, written in content_words_as_written(text)
        if not word[0].isdecimal() and word not in _names_of_days()
    )


@cache
def _names_of_days() -> frozenset[str]:
    from newsrecon.wording import content_words

    data = load_language("en").data
    return frozenset(content_words(" ".join((*data["month"], *data["weekday"]))))


def _clause_words(claim: Claim, context: Context) -> dict[str, float]:
    """The content words of the clause, its names in the form the register has for them, each with how close it stands.

    The time is cut out. It goes with the words before it up to a comma; where there are none, with those that follow.
    """
    mention, subject = claim.mention, claim.subject
    place = subject.find(mention.text)
    if place < 0:
        return dict.fromkeys(_content(subject), 1.0)
    ends = place + len(mention.text)
    opened = max(subject.rfind(mark, 0, place) for mark in _BREAKS) + 1
    closed = min((at for mark in _BREAKS if (at := subject.find(mark, ends)) >= 0), default=len(subject))
    named = _names_made_one(claim, context, place)
    before = _content(named(opened, place))
    parts = [(before, 1.0), (_content(named(ends, closed)), 0.5 if before else 1.0)]
    parts += [(_content(named(closed, len(subject))), 0.2 if before else 0.8), (_content(named(0, opened)), 0.4)]
    found: dict[str, float] = {}
    for words, closeness in parts:
        for word in words:
            found[word] = max(found.get(word, 0.0), closeness)
    return found


def _names_made_one(claim: Claim, context: Context, place: int) -> Callable[[int, int], str]:
    """Gives parts of the clause, its names replaced by those of the register."""
    subject = claim.subject
    start = claim.mention.span.start - place
    if start < 0:
        return lambda begin, end: subject[begin:end]
    spans = context.names.within(claim.mention.article, Span(start, start + len(subject)))
    names = [(one.span.start - start, one.span.end - start, one.name) for one in spans]

    def part(begin: int, end: int) -> str:
        pieces, rest = [], begin
        for left, right, name in names:
            if rest <= left and right <= end:
                pieces += [subject[rest:left], name]
                rest = right
        return " ".join((*pieces, subject[rest:end]))

    return part


def _keys(one: Dated) -> Iterable[Hashable]:
    """Pairs of the rarest words; for points also a rare word with the year, or with the day where the clause says little."""
    if one.sort == "vague" or not one.words:
        return ()
    rarest = sorted(one.words, key=lambda word: (-one.weights[word], word))[: _RAREST + 1]
    keys: list[Hashable] = [(one.sort, *sorted(pair)) for pair in combinations(rarest, 2)]
    if one.interval and one.sort == "point":
        keys += [(word, one.interval[0][:4]) for word in rarest]
        widest = sorted(one.wide, key=lambda word: (-one.weights[word], word))[: 2 * _RAREST]
        keys += [(word, one.interval[0][:10]) for word in widest]
        keys += [(*pair, one.interval[0][:10]) for pair in combinations(sorted(one.matter), 2)]
    return dict.fromkeys(keys)


def _same(left: Dated, right: Dated) -> Likeness:
    if left.sort != right.sort:
        return Likeness(0.0, f"{left.shown!r} and {right.shown!r} are times of two sorts", veto=True)
    if left.sort == "vague":
        return Likeness(0.0, f"{left.shown!r} and {right.shown!r} may be any time")
    likeness, shared = _alike(left.words, right.words, left, right)
    if left.sort == "point" and _apart(left, right):
        return _same_though_apart(left, right, likeness, shared)
    if left.sort != "point" and not _of_one_measure(left, right):
        return Likeness(0.0, f"{left.shown!r} and {right.shown!r} are different lengths")
    enough = _is_enough(shared)
    if enough and (score := _scaled(likeness, _needed(left, right))) >= _THRESHOLD:
        return Likeness(score, _in_common(shared, left))
    if (left.points or right.points) and _same_day(left, right):
        likeness, shared = _alike(_told_by(left), _told_by(right), left, right)
        if len(shared) > _RAREST:
            needed = _NEEDED_WIDE - _RARE_TIME * min(left.telling, right.telling)
            return Likeness(_scaled(likeness, needed), f"of one day, and about {_listed(shared, left)}")
    if _same_day(left, right) and len(left.matter) > 1 and len(right.matter) > 1:
        matter = left.matter & right.matter
        if len(matter) < 2:
            return Likeness(
                0.0, "both are of the day that the story is about, and tell of other parts of it", silent=True
            )
        score = _THRESHOLD + _THRESHOLD * min(1.0, (len(matter) - 1) / _MANY)
        return Likeness(score, f"both are of the day that the story is about, and of {_listed(sorted(matter), left)}")
    return Likeness(_scaled(likeness, 1.0) if enough else 0.0, "the clauses have too little in common")


def _in_common(shared: Sequence[str], one: Dated) -> str:
    """What two clauses have in common, in words; asked for only where it is shown, since most pairs have next to nothing."""
    return f"both clauses speak of {_listed(shared, one)}"


def _told_by(one: Dated) -> tuple[str, ...]:
    """What a clause tells: by itself, or where it says little, with the sentence it points to."""
    return one.wide if one.points or len(one.words) < _TELLS_ENOUGH else one.words


def _same_though_apart(left: Dated, right: Dated, likeness: float, shared: tuple[str, ...]) -> Likeness:
    """Two times that exclude each other: of one event only where one clause is the other in all but the time."""
    if left.article == right.article:
        return Likeness(0.0, f"one article gives two times, {left.shown!r} and {right.shown!r}", veto=True)
    if likeness < _NEEDED_APART or len(shared) < 3:
        return Likeness(0.0, f"{left.shown!r} and {right.shown!r} need not be times of one event", veto=True)
    return Likeness(likeness, _in_common(shared, left))


def _needed(left: Dated, right: Dated) -> float:
    """How alike two clauses must be, the less the sharper and the rarer in the story the time they agree on."""
    if left.sort != "point":
        return _NEEDED_LENGTH
    if left.form != right.form:
        return _NEEDED_ALIKE[4]
    needed = _NEEDED_ALIKE.get(len(str(left.value["timex"])), _NEEDED_SHARP)
    return needed - _RARE_TIME * min(left.telling, right.telling)


def _of_one_measure(left: Dated, right: Dated) -> bool:
    """Whether two lengths are one, or told by two articles in one unit."""
    ours, theirs = (str(one.value["timex"]) for one in (left, right))
    return ours == theirs or (
        ours.lstrip("PT0123456789.X") == theirs.lstrip("PT0123456789.X") and left.article != right.article
    )


def _same_day(left: Dated, right: Dated) -> bool:
    """Whether both times are one day or lie in it."""
    return bool(left.interval and right.interval and _day(left) and _day(left) == _day(right))


def _day(one: Dated) -> str | None:
    value = str(one.value["timex"])
    return value[:10] if len(value) >= 10 and "X" not in value[:10] and value[4] == value[7] == "-" else None


def _alike(one: tuple[str, ...], other: tuple[str, ...], left: Dated, right: Dated) -> tuple[float, tuple[str, ...]]:
    """How much two wordings have in common, by weight: the mean of cosine and of what the lighter has of the other."""
    common = {word: min(left.weights[word], right.weights[word]) for word in set(one) & set(other)}
    shared = tuple(sorted(common, key=lambda word: (-common[word], word)))
    weight = sum(common[word] for word in shared)
    if not weight:
        return 0.0, ()
    here, there = sum(left.weights[word] for word in one), sum(right.weights[word] for word in other)
    cosine = weight / (here * there) ** 0.5
    return ((cosine + min(1.0, weight / min(here, there))) / 2 if _is_enough(shared) else cosine / 2), shared


def _is_enough(shared: tuple[str, ...]) -> bool:
    """Whether words in common tell anything: two, or one that stands for a phrase (*seized power*)."""
    return len(shared) > 1 or any("_" in word for word in shared)


def _scaled(likeness: float, needed: float) -> float:
    if likeness < needed:
        return _THRESHOLD * likeness / needed
    return min(1.0, _THRESHOLD + (1 - _THRESHOLD) * (likeness - needed) / (1 - needed)) if needed < 1 else 1.0


def _listed(words: Sequence[str], one: Dated) -> str:
    """Some of the words in common, as one of the two texts writes them."""
    written = _written(f"{one.subject} {one.value.get('about', '')}")
    return ", ".join(f"“{written.get(word, word.replace('_', ' '))}”" for word in words[:5])


@lru_cache(1024)
def _written(text: str) -> dict[str, str]:
    """How a text writes each of its content words, those that stand for two words included."""
    found: dict[str, str] = {}
    words = [word.strip(".,;:“”\"'‘’()") for word in text.split()]
    for shown in (*words, *(" ".join(pair) for pair in pairwise(words))):
        stems = _content(shown)
        if len(stems) == 1:
            found.setdefault(stems[0], shown)
    return found


def _apart(left: Dated, right: Dated) -> bool:
    """Whether the two times exclude each other."""
    if left.interval is None or right.interval is None:
        return False
    return left.interval[1] <= right.interval[0] or right.interval[1] <= left.interval[0]


def _within(inner: Dated, outer: Dated) -> bool:
    """Whether the inner time lies within the outer, which no edge narrows down (*early in* holds nothing for sure)."""
    if inner.interval is None or outer.interval is None or outer.edge:
        return False
    return outer.interval[0] <= inner.interval[0] and inner.interval[1] <= outer.interval[1]


def _relate(left: Dated, right: Dated) -> Entailment:
    ours, theirs = left.shown, right.shown
    if left.form == right.form:
        return Entailment(Relation.EQUAL, f"{ours!r} and {theirs!r} are one time, {_time(left)}")
    if left.sort == right.sort == "point":
        if _within(left, right):
            return Entailment(Relation.REFINES, f"{_time(left)} lies within {_time(right)}")
        if _within(right, left):
            return Entailment(Relation.REFINED_BY, f"{_time(right)} lies within {_time(left)}")
        if _apart(left, right) and not _could_agree(left, right):
            return Entailment(Relation.CONFLICTS, f"{_time(left)} and {_time(right)} cannot both be right")
    return Entailment(Relation.OVERLAPS, f"{_time(left)} and {_time(right)} can both be true")


def _could_agree(left: Dated, right: Dated) -> bool:
    """Whether only the side to which a bare weekday or month was looked for keeps two times apart."""
    inferred = left.value.get("anchor") or right.value.get("anchor")
    weekday = any("WXX-" in str(one.value.get("expression")) for one in (left, right))
    same_day_of_year = str(left.value["timex"])[4:] == str(right.value["timex"])[4:]
    return bool(inferred) and (weekday or same_day_of_year)


def _time(one: Dated) -> str:
    """The time in words a reader can check."""
    edge = {"START": "early in ", "MID": "in the middle of ", "END": "late in "}.get(one.edge or "", "")
    return f"{edge}{time_in_words(str(one.value['timex']))}"
