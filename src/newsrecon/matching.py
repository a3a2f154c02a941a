"""How two claims of one kind are compared: Relation, Matcher, and the parts most matchers are made of.

A matcher answers two questions, and keeps them apart. *Are the two about one thing?* (`same`, a likeness with a reason.)
*Given that, what does one value say about the other?* (`relate`, a relation as in textual entailment: values are sets of
possibilities, so that "refines" is subset and "conflicts" is disjoint on something that has one value.)
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from enum import StrEnum
from math import isfinite
from typing import Any, Generic, TypeVar

from attrs import evolve, field, frozen

from newsrecon.context import Context
from newsrecon.model import Claim

__all__ = ["Entailment", "Likeness", "Match", "Matcher", "Relation", "SecondOpinion", "relate_intervals"]

F = TypeVar("F")


class Relation(StrEnum):
    """What one value says about another.

    >>> Relation.REFINES.inverse
    <Relation.REFINED_BY: 'refined_by'>
    """

    EQUAL = "equal"
    """Both say the same."""
    REFINES = "refines"
    """The left says all that the right says, and more."""
    REFINED_BY = "refined_by"
    """The right says all that the left says, and more."""
    OVERLAPS = "overlaps"
    """Both can be true, and neither says all that the other does."""
    CONFLICTS = "conflicts"
    """Both cannot be true."""
    UNRELATED = "unrelated"
    """They are about different things, or nothing tells how they stand to each other."""

    @property
    def inverse(self) -> Relation:
        """The relation seen from the other side."""
        return _INVERSE.get(self, self)


_INVERSE = {Relation.REFINES: Relation.REFINED_BY, Relation.REFINED_BY: Relation.REFINES}


@frozen
class Likeness:
    """How sure it is that two claims are about one thing, from 0 to 1, and why.

    `veto` keeps them apart for good; the score beside it is what it would be without.
    `silent` says that neither tells anything about the other, as two parts of one long
    remark do not: such a pair counts neither for nor against joining two groups. ValueError for a score that is not finite.

    >>> likeness = Likeness(0.8, "both tell of the bridge")
    >>> likeness.veto, likeness.silent
    (False, False)
    """

    score: float
    """How sure it is, from 0 to 1."""
    reason: str
    """Why, in words."""
    veto: bool = field(default=False, kw_only=True)
    """Whether the two are kept apart whatever else tells for them."""
    silent: bool = field(default=False, kw_only=True)
    """Whether the pair counts neither for nor against joining two groups."""

    def __attrs_post_init__(self) -> None:
        if not isfinite(self.score):
            raise ValueError(f"the score of a likeness is a number from 0 to 1, not {self.score!r}")


def _to_relation(value: Relation | str) -> Relation:
    return value if type(value) is Relation else Relation(value)


@frozen
class Entailment:
    """What the left value says about the right one, and why.

    >>> print(Entailment(Relation.REFINES, "3 May 2025 lies within May 2025").relation)
    refines
    """

    relation: Relation = field(converter=_to_relation)
    """What the left value says about the right one."""
    reason: str
    """Why, in words."""
    sharper: bool = field(default=True, kw_only=True)
    """Of a value that refines another, whether it tells the same more exactly; False where it only says something else, too."""

    @property
    def inverse(self) -> Entailment:
        """The same seen from the right."""
        return evolve(self, relation=self.relation.inverse)


@frozen
class Match:
    """The outcome of comparing two claims: a relation, a score from 0 to 1, and a reason in words.

    >>> print(Match(Relation.CONFLICTS, 0.9, "12 and 13 cannot both be true").reason)
    12 and 13 cannot both be true
    """

    relation: Relation
    """What the left value says about the right one."""
    score: float
    """How sure it is that both are about one thing, from 0 to 1."""
    reason: str
    """Why, in words."""


def _the_claim(claim: Claim, context: Context) -> Any:
    return claim


def _by_subject(claim: Claim) -> Iterable[Hashable]:
    return (claim.subject.casefold(),)


def _same_subject(left: Claim, right: Claim) -> Likeness:
    if left.subject.casefold() == right.subject.casefold():
        return Likeness(1.0, f"both are about {left.subject!r}")
    return Likeness(0.0, "the subjects differ")


def _same_value(left: Claim, right: Claim) -> Entailment:
    if left.value == right.value:
        return Entailment(Relation.EQUAL, "the values are the same")
    return Entailment(Relation.UNRELATED, "the values differ, and nothing tells how they stand to each other")


def _the_value(claim: Claim) -> Hashable:
    return claim.value


@frozen(eq=False)
class Matcher(Generic[F]):
    """How claims of one kind are brought together, as five functions, each with a default that suits plain claims.

    `read` turns a claim into features once; all others take features. `keys` names the blocks in which a claim may meet
    others (only claims that share a key are compared). `same` says how surely two are about one thing; pairs below
    `threshold` are unrelated. `relate` compares their values. `variant` gives a value's canonical form: claims of one
    cluster with equal forms are one variant.

    The relation laws hold for every matcher: `relate` is `equal` on equal forms, its inverse from the other side, and
    `refines` is a partial order. `newsrecon.testing.check_matcher` tells where one is broken.

    >>> matcher = Matcher("toll", relate=relate_intervals("low", "high"))
    >>> from newsrecon import Article
    >>> article = Article("More than 50 died; 51 died.", id="a")
    >>> vague = Claim("toll", "died", {"low": 51, "high": None}, article.mention(0, 12))
    >>> sharp = Claim("toll", "died", {"low": 51, "high": 51}, article.mention(19, 21))
    >>> matcher.match(sharp, vague)
    Match(relation=<Relation.REFINES: 'refines'>, score=1.0, reason="both are about 'died'; 51 lies within 51 or more")
    """

    kind: str
    """The kind of claims it compares."""
    read: Callable[[Claim, Context], F] = field(default=_the_claim, kw_only=True)
    """From a claim and the context to features; all other functions take features."""
    keys: Callable[[F], Iterable[Hashable]] = field(default=_by_subject, kw_only=True)  # type: ignore[assignment]
    """The blocks in which a claim may meet others."""
    same: Callable[[F, F], Likeness] = field(default=_same_subject, kw_only=True)  # type: ignore[assignment]
    """Whether two are about one thing; the same from both sides."""
    relate: Callable[[F, F], Entailment] = field(default=_same_value, kw_only=True)  # type: ignore[assignment]
    """What the left value says about the right one; the inverse from the other side."""
    variant: Callable[[F], Hashable] = field(default=_the_value, kw_only=True)  # type: ignore[assignment]
    """What is equal for claims of one value."""
    value: Callable[[F], Any] | None = field(default=None, kw_only=True)
    """What the variant of this claim shows as its value where that is more than the claim's own (a borrowed anchor)."""
    grows: Callable[[F, F], bool] | None = field(default=None, kw_only=True)
    """Whether the second of two values that conflict may be what has become of the first by the time it was told.

    Where it says so both ways round, the newer one takes the place of the older only if as many sources tell it.
    """
    preference: Callable[[F], float] | None = field(default=None, kw_only=True)
    """How near a wording is to what was said, higher being nearer; given where the wording is what matters.

    Of values that as many voices tell, the nearest is best, then the one of which others use most words.
    """
    unsettled: Callable[[F, F], bool] | None = field(default=None, kw_only=True)
    """Whether two values that conflict may be of two moments even where nothing tells which was told first.

    Then one may take the place of the other, and they are no dispute: people are arrested for days after.
    """
    sharpens: Callable[[F, F], str | None] | None = field(default=None, kw_only=True)
    """Why the first of two values that overlap tells the same more exactly, in words; None where it does not.

    *About 12* does not rule out 13 and so says less than *10 to 12* in one thing, yet it is what a reader takes for sharper.
    Nothing follows from it for third values, as it would from `refines`. It never holds both ways round.
    """
    threshold: float = field(default=0.5, kw_only=True)
    """The score, from 0 to 1, below which two are unrelated."""

    def match(self, left: F, right: F) -> Match:
        """Both questions at once: `unrelated` where the two are not about one thing."""
        likeness = self.same(left, right)
        if likeness.veto or likeness.score < self.threshold:
            return Match(Relation.UNRELATED, likeness.score, likeness.reason)
        entailment = self.relate(left, right)
        return Match(entailment.relation, likeness.score, f"{likeness.reason}; {entailment.reason}")


@frozen(eq=False)
class SecondOpinion:
    """A second opinion on whether two claims of a kind are about one thing, asked where the matcher of the kind is in doubt.

    `judge` gets two claims and what the matcher made of them, and gives another likeness, or None where it has no opinion. It
    is asked only of claims that share a block, that no veto keeps apart, that are not silent about each other, and whose
    score lies from `above` to `below`. So something slow, such as a model of a language, looks at the few pairs that
    matter. Two that it alone makes one overlap where the matcher sees nothing that both say. The claims come in an order of
    their own, whichever of them came first.

    >>> opinion = SecondOpinion("toll", lambda left, right, likeness: Likeness(1.0, "a hunch"), above=0.0)
    >>> from newsrecon import Article
    >>> article = Article("Ten died; ten were killed.", id="a")
    >>> one = Claim("toll", "died", {"low": 10}, article.mention(0, 8))
    >>> two = Claim("toll", "were killed", {"low": 10}, article.mention(10, 25))
    >>> matcher = opinion.over(Matcher("toll"))
    >>> matcher.same(*(matcher.read(claim, Context()) for claim in (one, two)))
    Likeness(score=1.0, reason='a hunch', veto=False, silent=False)
    """

    kind: str
    """The kind of claims it is asked of."""
    judge: Callable[[Claim, Claim, Likeness], Likeness | None]
    """From two claims and the likeness found so far to another likeness, or None."""
    above: float = field(default=0.1, kw_only=True)
    """The lowest score at which it is asked."""
    below: float = field(default=0.9, kw_only=True)
    """The highest score at which it is asked."""

    def over(
        self, matcher: Matcher[F], failed: Callable[[BaseException], object] | None = None
    ) -> Matcher[tuple[Claim, F]]:
        """The matcher with this second opinion; where it raises, the first one stands, and `failed` is told of the first time.

        Without `failed` it passes through, a TypeError for an opinion that is no Likeness among it.
        """
        told: list[BaseException] = []

        def same(left: tuple[Claim, F], right: tuple[Claim, F]) -> Likeness:
            first = matcher.same(left[1], right[1])
            if first.veto or first.silent or not self.above <= first.score <= self.below:
                return first
            one, two = sorted((left[0], right[0]), key=_by_words)
            try:
                judged = self.judge(one, two, first)
                if not isinstance(judged, Likeness | None):
                    raise TypeError(f"a second opinion is a Likeness or None, not {judged!r:.80}")
                return judged or first
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                if failed is None:
                    raise
                if not told:
                    told.append(error)
                    failed(error)
                return first

        def relate(left: tuple[Claim, F], right: tuple[Claim, F]) -> Entailment:
            found = matcher.relate(left[1], right[1])
            if found.relation is not Relation.UNRELATED:
                return found
            first, second = matcher.same(left[1], right[1]), same(left, right)
            if first.score < matcher.threshold <= second.score:  # the opinion alone made them one
                return Entailment(Relation.OVERLAPS, "each says something the other does not")
            return found

        grows = matcher.grows
        value = matcher.value
        preference = matcher.preference
        unsettled = matcher.unsettled
        sharpens = matcher.sharpens
        return Matcher(
            matcher.kind,
            read=lambda claim, context: (claim, matcher.read(claim, context)),
            keys=lambda one: matcher.keys(one[1]),
            same=same,
            relate=relate,
            variant=lambda one: matcher.variant(one[1]),
            value=None if value is None else lambda one: value(one[1]),
            grows=None if grows is None else lambda old, new: grows(old[1], new[1]),
            unsettled=None if unsettled is None else lambda left, right: unsettled(left[1], right[1]),
            sharpens=None if sharpens is None else lambda left, right: sharpens(left[1], right[1]),
            preference=None if preference is None else lambda one: preference(one[1]),
            threshold=matcher.threshold,
        )


def _by_words(claim: Claim) -> tuple[str, str, str]:
    """An order that neither ids nor articles decide."""
    return claim.mention.text, claim.subject, repr(claim.value)


def relate_intervals(low: str, high: str) -> Callable[[Claim, Claim], Entailment]:
    """A `relate` for numbers that lie in a closed interval, `low` and `high` being keys of the value, null where open.

    >>> from newsrecon import Article
    >>> article = Article("Waves of 4 to 6 metres, some of 5.", id="1")
    >>> wide = Claim("waves", "the waves", {"low": 4, "high": 6}, article.mention(9, 15))
    >>> sharp = Claim("waves", "the waves", {"low": 5, "high": 5}, article.mention(32, 33))
    >>> relate_intervals("low", "high")(sharp, wide).reason
    '5 lies within 4 to 6'
    """

    def relate(left: Claim, right: Claim) -> Entailment:
        mine, theirs = (left.value[low], left.value[high]), (right.value[low], right.value[high])
        ours, other = _interval_in_words(*mine), _interval_in_words(*theirs)
        if mine == theirs:
            return Entailment(Relation.EQUAL, f"both say {ours}")
        if _within(mine, theirs):
            return Entailment(Relation.REFINES, f"{ours} lies within {other}")
        if _within(theirs, mine):
            return Entailment(Relation.REFINED_BY, f"{other} lies within {ours}")
        if _apart(mine, theirs):
            return Entailment(Relation.CONFLICTS, f"{ours} and {other} cannot both be true")
        return Entailment(Relation.OVERLAPS, f"{ours} and {other} can both be true")

    return relate


Bounds = tuple[Any, Any]


def _within(inner: Bounds, outer: Bounds) -> bool:
    low = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    high = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return low and high


def _apart(left: Bounds, right: Bounds) -> bool:
    return any(
        one[1] is not None and two[0] is not None and one[1] < two[0] for one, two in ((left, right), (right, left))
    )


def _interval_in_words(low: Any, high: Any) -> str:
    if low == high:
        return "any number" if low is None else f"{low}"
    if high is None:
        return f"{low} or more"
    return f"{high} or fewer" if low is None else f"{low} to {high}"
