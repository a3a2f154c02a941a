"""How counts are brought together: same slot, same unit, same thing counted; then by the numbers they may mean.

Counts of people meet where they are totals of one slot; *12 soldiers* refines *12 people*, and two totals that cannot both be
true conflict. Ages meet where they are of one name, or of people whose descriptions go together; prison terms where they are
of one sort, and of the longest that may be given two that differ conflict. What is only a part of a total, numbers of other
things, sums of money and percentages are never said to conflict: that two of them are about one thing is too unsure for that,
so they meet only where both numbers can be true.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from attrs import field, frozen

from newsrecon import Claim, Context, Entailment, Likeness, Matcher, Relation
from newsrecon.text import one_of
from newsrecon.timex import may_have_turned
from newsrecon_quantities.ages import Person, person
from newsrecon_quantities.groups import means_people
from newsrecon_quantities.periods import over_other_times
from newsrecon_quantities.whereabouts import are_apart
from newsrecon_quantities.words import section

__all__ = ["matcher"]


@frozen
class Features:
    """What a count is compared by."""

    slot: str
    unit: str
    subject: str
    low: float | None
    high: float | None
    noun: str | None = None
    whole: bool = False
    words: tuple[str, ...] = ()
    person: Person | None = None
    """Whose age it is, where no name tells."""
    weights: Mapping[str, float] = field(factory=dict, eq=False, repr=False)
    """How rare each of the words is in the story."""
    figure: float | None = field(default=None, eq=False)
    """The one figure that was told where it may mean others, too: *about 12*."""
    where: str | None = field(default=None, eq=False)
    """Where those who are counted were."""
    during: str | None = field(default=None, eq=False)
    """Over what time they were counted."""
    called: str = field(default="", eq=False)
    """The noun of what is counted, as it is written."""
    told_on: date | None = None
    """The day of the article that tells an age."""
    part: bool = field(default=False, eq=False)
    """Whether the words tell that others are counted elsewhere: *two others*, *both*, *three of them*."""


def read(claim: Claim, context: Context) -> Features:
    """The features of a claim; amounts are told apart by the words around them."""
    # Words are compared only for amounts, and the word lists behind that are loaded only then.
    from newsrecon.wording import content_words

    value: Mapping[str, Any] = claim.value
    if value["slot"] == "age":
        return _read_age(claim, context)
    if value["slot"] == "count":
        return _read_count(claim, context)
    if value["slot"] == "term":
        whole = bool(value["whole"]) and value["of"] == "longest"
        return Features("term", value["unit"], claim.subject, value["low"], value["high"], whole=whole)
    people = value["unit"] == "people"
    words = () if people else tuple(content_words(claim.subject))
    return Features(
        value["slot"],
        value["unit"],
        claim.subject.casefold() if people else "",
        value["low"],
        value["high"],
        value.get("of"),
        bool(value.get("whole")),
        words,
        weights={word: context.rarity(word) for word in words},
        figure=value.get("figure"),
        where=value.get("where"),
        during=value.get("during"),
        part=people and _part().search(claim.mention.text) is not None,
    )


@cache
def _part() -> re.Pattern[str]:
    """*six others*, *both were shot*, *one of nine people*"""
    more = one_of(section("people", "more"))
    return re.compile(rf"\b(?:{more}|both|\w+\s+of)\b", re.IGNORECASE)


def _read_age(claim: Claim, context: Context) -> Features:
    """The subject is a name where one is given, or stands in the mention (*a 31-year-old named Jane Roe*)."""
    value: Mapping[str, Any] = claim.value
    named = [one for one in context.names.in_mention(claim.mention) if one.type == "person"]
    name = named[0].name if len(named) == 1 else context.names.of(claim.mention.article, value.get("name") or "")
    who = person(value["of"], value["low"]) if value.get("of") else None
    return Features(
        "age",
        value["unit"],
        name,
        value["low"],
        value["high"],
        whole=bool(value.get("whole")),
        person=who,
        told_on=context.published(claim.mention.article),
    )


def _read_count(claim: Claim, context: Context) -> Features:
    """What is counted is the noun's token, and people whatever they are called."""
    from newsrecon.wording import content_word, content_words

    value: Mapping[str, Any] = claim.value
    unit, words = value["unit"], tuple(content_words(claim.subject))
    people = means_people(unit)
    noun = None if people and unit in section("people", "general") else content_word(unit)
    weights = {word: context.rarity(word) for word in words}
    what = "people" if people else content_word(unit)
    return Features(
        "count",
        what,
        "",
        value["low"],
        value["high"],
        noun,
        words=words,
        weights=weights,
        figure=value.get("figure"),
        called=unit,
    )


def keys(count: Features) -> Iterable[Hashable]:
    """Slot, unit and subject; for amounts each word around them; for ages all may meet."""
    if count.slot in ("age", "term"):
        return [(count.slot, "")]
    if count.slot == "count":
        exact = [(count.slot, count.unit, count.low)] if count.low == count.high else []
        return [*exact, *((count.slot, count.unit, word) for word in count.words)]
    if count.unit == "people":
        return [(count.slot, count.subject, count.whole)]
    return [(count.slot, count.unit, word) for word in count.words] or [(count.slot, count.unit)]


def same(left: Features, right: Features) -> Likeness:
    """Whether two counts are of one thing."""
    if left.slot == right.slot == "age":
        return _same_person(left, right)
    if (left.slot, left.unit, left.subject, left.whole) != (right.slot, right.unit, right.subject, right.whole):
        return Likeness(0.0, "different things are counted", veto=True)
    if are_apart(left.where, right.where):
        return Likeness(0.0, f"one counts those in {left.where}, the other those in {right.where}", veto=True)
    if _apart(left, right) and over_other_times(left.during, right.during):
        return Likeness(0.0, f"one counts those of {left.during!r}, the other those of {right.during!r}", veto=True)
    if left.unit == "people" and left.whole:
        return Likeness(1.0, f"both count {left.subject}")
    if left.slot == "term" and (left.whole or not _apart(left, right)):
        return Likeness(1.0, f"both are about the {left.subject}")
    if _apart(left, right):
        return Likeness(0.0, "the numbers differ, and nothing tells that they count one thing", veto=True)
    if left.slot == "count":
        return _same_count(left, right)
    if left.unit == "people":
        return Likeness(1.0, f"both count some of the {left.subject}")
    if left.slot in MEASURES:
        return _same_measure(left, right)
    shared = sorted(set(left.words) & set(right.words))
    if not shared:
        return Likeness(1.0 if left.words == right.words else 0.0, "no words around the amounts are alike")
    score = _overlap(left, right)
    if _is_precise(left) and (left.low, left.high) == (right.low, right.high):
        score = 0.5 + 0.5 * score
    return Likeness(score, f"the words around the amounts are alike: {', '.join(shared)}")


def _same_count(left: Features, right: Features) -> Likeness:
    """Whether two numbers of things are of the same things: exact ones hardly anything else has, else by the words around."""
    if left.noun != right.noun and None not in (left.noun, right.noun) and _of_any_role(left) == _of_any_role(right):
        return Likeness(0.0, "people of two sorts are counted", veto=True)
    digits = _digits(left) if (left.low, left.high) == (right.low, right.high) else 0
    shared = sorted(set(left.words) & set(right.words))
    if not shared and digits > PRECISE and left.noun == right.noun:
        return Likeness(0.5, f"hardly anything else is {_in_words(left)}")
    if not shared:
        return Likeness(1.0 if left.words == right.words else 0.0, "no words around the numbers are alike")
    score = 0.5 + 0.5 * _overlap(left, right) if digits >= PRECISE else _overlap(left, right)
    return Likeness(score, f"the words around the numbers are alike: {', '.join(shared)}")


def _of_any_role(one: Features) -> bool:
    """Whether people are counted by a noun that tells their sex or age only: *33 men* may be miners."""
    return one.called in section("counts", "any_role")


PRECISE = 2
"""A figure of so many digits, noughts at its ends aside, is exact enough that one word around it in common tells."""


def _digits(one: Features) -> int:
    """How many digits an exact number has, noughts at its ends aside; none where it is not exact."""
    if one.low is None or one.low != one.high:
        return 0
    return len(f"{one.low:g}".partition("e")[0].replace(".", "").strip("0"))


def _is_precise(one: Features) -> bool:
    """Whether a figure is so exact that hardly anything else in a story has it: *2.4 percent*, *$1.2bn*."""
    if one.low is None or one.low != one.high:
        return False
    return not float(one.low).is_integer() if one.unit == "percent" else _digits(one) >= PRECISE


MEASURES = ("duration", "distance", "weight", "temperature", "speed", "area")
FAR = 1.5
"""Of two measures of one thing, one of which is open, neither figure is larger than the other by more than this factor."""


def _same_measure(left: Features, right: Features) -> Likeness:
    """Whether two measures that can both be true are of one thing: near each other, and told with a word in common."""
    ends = [[abs(end) for end in (one.low, one.high) if end] for one in (left, right)]
    if not all(ends) or max(min(ends[0]), min(ends[1])) > FAR * min(max(ends[0]), max(ends[1])):
        return Likeness(0.0, "the measures are far apart")
    shared = sorted(set(left.words) & set(right.words), key=lambda word: (-left.weights[word], word))
    if not shared:
        return Likeness(0.0, "no words around the measures are alike", silent=True)
    return Likeness(
        0.5 + 0.5 * _overlap(left, right), f"the words around the measures are alike: {', '.join(shared[:6])}"
    )


def _same_person(left: Features, right: Features) -> Likeness:
    """Whether two ages are of one person: by name, else by descriptions that go together."""
    if left.subject and right.subject:
        if left.subject != right.subject:
            return Likeness(0.0, "different people are named", veto=True)
        return Likeness(1.0, f"both are about {left.subject}")
    differ, one, two = _apart(left, right), left.person, right.person
    if one and two and not _go_together(one, two):
        return Likeness(0.0, "the descriptions do not go together", veto=True)
    if one and two and one.family != two.family:
        return Likeness(0.0, "males and females are of any sort", silent=True)
    if left.subject or right.subject:
        described = one if right.subject else two
        if (
            differ
            or described is None
            or described.proper
            or not ((one and two) or described.family in ("young", "grown"))
        ):
            return Likeness(0.0, "nothing tells that the one named is the one described", veto=True)
        return Likeness(0.8, "the one described may be the one named, who is as old")
    if one is None or two is None or not differ:
        return Likeness(1.0, "the descriptions go together")
    if not _one_description(one, two) or not _near(left, right):
        return Likeness(0.0, "the ages differ, and nothing tells that they are of one person", veto=True)
    if left.whole and right.whole:
        return Likeness(1.0, f"neither article speaks of a second {_either(one.noun, two.noun)}")
    return Likeness(0.0, "one of several people who are nearly as old", silent=True)


def _go_together(one: Person, two: Person) -> bool:
    """Whether both can be said of one person."""
    return (
        (one.family == two.family or not one.family or not two.family)
        and {one.sex, two.sex} != {"male", "female"}
        and {one.part, two.part} != {"harming", "harmed"}
    )


NEAR = 2
"""Ages of one person that was only described are held to differ by at most so many years."""


def _near(left: Features, right: Features) -> bool:
    return left.low is not None and right.low is not None and abs(left.low - right.low) <= NEAR


def _one_description(one: Person, two: Person) -> bool:
    """Whether two are children by their nouns, or are called the same by what is one of its sort: *man* may be anybody."""
    children = (*section("ages", "young"), *section("people", "pronouns"))
    if one.family == two.family == "young" and one.noun in children and two.noun in children:
        return True
    return one.noun == two.noun and (one.part == "harming" or one.family not in ("young", "grown", ""))


def _either(one: str, two: str) -> str:
    return " or ".join(sorted({one, two}))


def _overlap(left: Features, right: Features) -> float:
    """The share of the words around two amounts that both have, rare words counting more."""
    weights = {**left.weights, **right.weights}
    both = set(left.words) & set(right.words)
    shared = sum(weights[word] for word in sorted(both))
    return min(1.0, shared / sum(weights[word] for word in sorted(weights)))


def relate(left: Features, right: Features) -> Entailment:
    """What one number says about the other."""
    mine, theirs = _in_words(left), _in_words(right)
    if are_apart(left.where, right.where):
        return Entailment(Relation.UNRELATED, f"{mine} and {theirs} were counted in two places")
    if _apart(left, right) and over_other_times(left.during, right.during):
        return Entailment(Relation.UNRELATED, f"{mine} and {theirs} were counted over two times")
    if _numbers(left) == _numbers(right):
        return Entailment(Relation.EQUAL, f"both say {mine}")
    if (left.slot, left.unit) != (right.slot, right.unit) or (left.whole != right.whole and left.slot != "age"):
        return Entailment(Relation.UNRELATED, f"{mine} and {theirs} count different things")
    if _refines(left, right):
        return Entailment(Relation.REFINES, f"{mine} is sharper than {theirs}", sharper=not _of_somebody(right))
    if _refines(right, left):
        return Entailment(Relation.REFINED_BY, f"{theirs} is sharper than {mine}", sharper=not _of_somebody(left))
    if _apart(left, right) and left.slot == "age":
        return Entailment(Relation.CONFLICTS, f"{mine} and {theirs} cannot both be the age")
    if _apart(left, right) and left.slot == "term" and left.whole:
        return Entailment(Relation.CONFLICTS, f"{mine} and {theirs} cannot both be the {left.subject}")
    if left.part != right.part and left.whole:
        return Entailment(Relation.UNRELATED, f"one of {mine} and {theirs} counts a part only")
    if not _apart(left, right):
        return Entailment(Relation.OVERLAPS, f"{mine} and {theirs} can both be true")
    if left.whole and not (_may_be_part(left, right) or _may_be_part(right, left)):
        return Entailment(Relation.CONFLICTS, f"{mine} and {theirs} cannot both be the number of {left.subject}")
    return Entailment(Relation.UNRELATED, f"{mine} and {theirs} may count other people")


def _may_be_part(some: Features, other: Features) -> bool:
    """Whether a number of people of one sort may be some of another number: *3 workers* of *4 people*, not *5 workers*."""
    if some.noun is None or some.noun == other.noun:
        return False
    return other.noun is not None or other.high is None or some.low is None or some.low <= other.high


def grows(old: Features, new: Features) -> bool:
    """Whether the new number may be what the old one has become: tolls rise while a disaster is counted.

    The injured become fewer, too, when some of them die, and so do the missing when they are found; and people grow older.
    """
    if new.slot == "age":
        if old.low is None or new.low is None:
            return False
        return may_have_turned(old.low, old.told_on, new.low, new.told_on)
    if new.unit != "people" or new.noun not in (None, old.noun):
        return False  # a number of some does not take the place of the number of all
    if new.slot == "arrested" and new.part and not old.part:
        return False  # two were held, four more were
    if new.slot in ("injured", "missing") and new.high is not None and old.low is not None and new.high < old.low:
        return True
    return new.low is not None and old.high is not None and new.low > old.high


def unsettled(left: Features, right: Features) -> bool:
    """Whether two counts may be of two moments, whichever was told first: arrests go on, and who was missing is found."""
    return left.slot == right.slot and left.slot in ("arrested", "missing")


def variant(count: Features) -> Hashable:
    """The numbers, whom they count where that is narrower than people, and where: *two people* here are not those there."""
    return _numbers(count), count.where


def _numbers(count: Features) -> Hashable:
    return count.slot, count.unit, count.low, count.high, count.noun, count.whole and count.slot != "age"


def sharpens(sharp: Features, vague: Features) -> str | None:
    """Why one figure that lies within a bound or a range tells more exactly, though it may be off: *about 12*, *10 to 12*."""
    if sharp.figure is None or vague.figure is not None or vague.noun not in (None, sharp.noun):
        return None
    low = vague.low is None or sharp.figure >= vague.low
    high = vague.high is None or sharp.figure <= vague.high
    told = "a bound" if vague.low is None or vague.high is None else "a range"
    return f"one gives a figure, the other {told} that holds it" if low and high else None


def _of_somebody(count: Features) -> bool:
    """Whether somebody is told of rather than counted: *Otto Lund was hurt* is one or more, and no vaguer toll of six."""
    return count.unit == "people" and count.low == 1 and count.high is None


def _refines(sharp: Features, vague: Features) -> bool:
    """Whether the one says all that the other says, and more."""
    low = vague.low is None or (sharp.low is not None and sharp.low >= vague.low)
    high = vague.high is None or (sharp.high is not None and sharp.high <= vague.high)
    return low and high and vague.noun in (None, sharp.noun)


def _apart(left: Features, right: Features) -> bool:
    """Whether no number is both."""
    below = left.high is not None and right.low is not None and left.high < right.low
    above = left.low is not None and right.high is not None and left.low > right.high
    return below or above


def _in_words(count: Features) -> str:
    counted = count.called or count.noun or ("" if count.unit == "people" else count.unit)
    noun = f" {counted}" if counted else ""
    if count.low == count.high:
        return f"{_grouped(count.low)}{noun}"
    if count.high is None:
        return f"{_grouped(count.low)}{noun} or more"
    return (
        f"at most {_grouped(count.high)}{noun}"
        if count.low is None
        else f"{_grouped(count.low)} to {_grouped(count.high)}{noun}"
    )


def _grouped(number: float | None) -> str:
    return "any number" if number is None else f"{number:,}"


matcher: Matcher[Features] = Matcher(
    "quantity",
    read=read,
    keys=keys,
    same=same,
    relate=relate,
    variant=variant,
    grows=grows,
    unsettled=unsettled,
    sharpens=sharpens,
)
"""How counts are brought together."""
