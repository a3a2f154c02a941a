"""Laws of truth discovery: the order of votes never matters, not to the last bit; what is said twice counts once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Ballot, SourceAccuracy, discover, learn_accuracy
from newsrecon.truth import METHODS

VALUES = st.one_of(
    st.sampled_from(["x", "y", "Westmark", "12", "12.0001", "nan", "inf", "1e400", ""]), st.text(max_size=3)
)
VOTES = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("pqrs"), VALUES), max_size=40)
COUNTS = st.integers(0, 20).flatmap(lambda given: st.tuples(st.integers(0, given), st.just(given)))
ACCURACIES = st.builds(SourceAccuracy, st.dictionaries(st.sampled_from("abcdefg"), COUNTS))


@given(VOTES, st.randoms(use_true_random=False), ACCURACIES)
def test_scores_are_the_same_bits_under_any_order(votes, chance, known):
    mixed = list(votes)
    chance.shuffle(mixed)
    for method in METHODS.values():
        one, other = method.score(Ballot.of(votes, known)), method.score(Ballot.of(mixed, known))
        assert [[score.hex() for score in row] for row in one] == [[score.hex() for score in row] for row in other]


@given(VOTES, ACCURACIES)
def test_scores_are_probabilities(votes, known):
    for method in METHODS.values():
        for row in method.score(Ballot.of(votes, known)):
            assert all(0 <= score <= 1 + 1e-9 for score in row)


@given(VOTES)
def test_what_is_picked_was_voted_for(votes):
    said = {(slot, value) for _, slot, value in votes}
    for method in METHODS:
        assert set(discover(votes, method=method).items()) <= said


@given(VOTES)
def test_what_is_said_twice_counts_once(votes):
    for method in METHODS:
        assert discover(votes + votes, method=method) == discover(votes, method=method)


@given(ACCURACIES, ACCURACIES)
def test_what_was_learned_adds_up_in_any_order(one, other):
    assert one + other == other + one
    assert one + SourceAccuracy() == one


@given(VOTES, ACCURACIES)
def test_what_was_learned_survives_json(votes, known):
    learned = learn_accuracy(votes, known=known)
    assert SourceAccuracy.from_json(learned.to_json()) == learned
