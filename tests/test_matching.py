"""Relations, the default matcher, and the parts that matchers are made of."""

from __future__ import annotations

import pytest
from hypothesis import given

from newsrecon import Article, Claim, Context, Entailment, Likeness, Matcher, Relation, relate_intervals
from newsrecon.testing import check_matcher, claims

RELATE = relate_intervals("low", "high")


def _toll(low, high, subject="the dead", article="a"):
    return Claim("toll", subject, {"low": low, "high": high}, Article("Twelve died.", id=article).mention(0, 6))


@pytest.mark.parametrize("relation", Relation)
def test_the_inverse_of_the_inverse_is_the_relation(relation):
    assert relation.inverse.inverse is relation


def test_only_refining_looks_different_from_the_other_side():
    assert Relation.REFINES.inverse is Relation.REFINED_BY
    same = [relation for relation in Relation if relation.inverse is relation]
    assert same == [Relation.EQUAL, Relation.OVERLAPS, Relation.CONFLICTS, Relation.UNRELATED]
    assert Entailment(Relation.REFINES, "because").inverse == Entailment(Relation.REFINED_BY, "because")


@pytest.mark.parametrize(
    ("left", "right", "relation", "reason"),
    [
        ((12, 12), (12, 12), Relation.EQUAL, "both say 12"),
        ((12, 12), (10, 15), Relation.REFINES, "12 lies within 10 to 15"),
        ((10, None), (12, 12), Relation.REFINED_BY, "12 lies within 10 or more"),
        ((12, 12), (None, None), Relation.REFINES, "12 lies within any number"),
        ((None, 9), (12, 12), Relation.CONFLICTS, "9 or fewer and 12 cannot both be true"),
        ((12, 12), (13, 13), Relation.CONFLICTS, "12 and 13 cannot both be true"),
        ((10, 13), (12, 15), Relation.OVERLAPS, "10 to 13 and 12 to 15 can both be true"),
        ((None, 12), (12, None), Relation.OVERLAPS, "12 or fewer and 12 or more can both be true"),
    ],
)
def test_intervals_relate_as_sets_of_possible_numbers(left, right, relation, reason):
    entailment = RELATE(_toll(*left), _toll(*right))
    assert entailment == Entailment(relation, reason)
    assert RELATE(_toll(*right), _toll(*left)).relation is relation.inverse


def test_without_a_word_of_its_own_a_matcher_goes_by_subject_and_value():
    matcher = Matcher("toll")
    same = matcher.match(_toll(1, 2), _toll(1, 2, "The Dead"))
    assert (same.relation, same.score) == (Relation.EQUAL, 1.0)
    assert matcher.match(_toll(1, 2), _toll(3, 4)).relation is Relation.UNRELATED
    assert matcher.match(_toll(1, 2), _toll(1, 2, "the injured")).relation is Relation.UNRELATED


def test_claims_without_a_common_key_need_never_meet():
    matcher = Matcher("toll")
    assert set(matcher.keys(_toll(1, 2))) == {"the dead"}
    assert not set(matcher.keys(_toll(1, 2))) & set(matcher.keys(_toll(1, 2, "the injured")))


@pytest.mark.parametrize(
    ("likeness", "relation"),
    [
        (Likeness(0.8, "alike"), Relation.EQUAL),
        (Likeness(0.7, "just alike"), Relation.EQUAL),
        (Likeness(0.69, "hardly alike"), Relation.UNRELATED),
        (Likeness(1.0, "alike, yet another day", veto=True), Relation.UNRELATED),
    ],
)
def test_what_is_below_the_threshold_or_vetoed_is_unrelated(likeness, relation):
    matcher = Matcher("toll", same=lambda left, right: likeness, threshold=0.7)
    match = matcher.match(_toll(1, 1), _toll(1, 1))
    assert (match.relation, match.score) == (relation, likeness.score)
    assert match.reason.startswith(likeness.reason)


def test_features_are_what_read_gives():
    matcher = Matcher("toll", read=lambda claim, context: claim.value["low"], keys=lambda low: [low // 10])
    assert list(matcher.keys(matcher.read(_toll(12, 12), Context()))) == [1]


@given(claims(), claims())
def test_the_default_matcher_looks_the_same_from_both_sides(left, right):
    matcher = Matcher("any")
    there, back = matcher.match(left, right), matcher.match(right, left)
    assert there.relation is back.relation.inverse
    assert there.score == back.score


def test_the_default_matcher_and_intervals_keep_the_laws_of_matchers():
    tolls = [{"low": low, "high": high} for low in (None, 1, 2) for high in (None, 2, 3)]
    check_matcher(Matcher("toll"), tolls)
    check_matcher(Matcher("toll", relate=RELATE), tolls)
