"""Which value of each slot to believe: by every method, with ties, sources that say two things, and what was learned before."""

from __future__ import annotations

import types

import pytest

from newsrecon import Ballot, SourceAccuracy, TruthMethod, discover, hookimpl, learn_accuracy, load_plugins
from newsrecon.truth import METHODS
from newsrecon.truth.accuracy import accu_copy

EVERY_METHOD = pytest.mark.parametrize("method", sorted(METHODS))


def votes(**slots):
    """`votes(toll="a:12 b:12 c:21")`: origins and what they say."""
    return [
        (origin, slot, value)
        for slot, said in slots.items()
        for origin, value in (vote.split(":") for vote in said.split())
    ]


@EVERY_METHOD
def test_what_most_say_is_believed(method):
    assert discover(votes(toll="a:12 b:12 c:12 d:21", day="a:Monday"), method=method) == {"toll": "12", "day": "Monday"}


@EVERY_METHOD
def test_a_tie_is_left_out(method):
    assert discover(votes(toll="a:12 b:21", day="a:Monday b:Monday"), method=method) == {"day": "Monday"}


@EVERY_METHOD
def test_no_votes_give_no_values(method):
    assert discover([], method=method) == {}


@EVERY_METHOD
def test_an_origin_that_says_two_things_gives_each_less(method):
    assert discover(votes(toll="a:12 a:21 b:21"), method=method) == {"toll": "21"}


RELIABLE = {
    "one": "good:1 also:1 bad:2",
    "two": "good:3 also:3 bad:4",
    "three": "good:5 also:5 bad:6",
    "four": "good:7 also:7 bad:8",
}


@pytest.mark.parametrize("method", sorted(set(METHODS) - {"vote"}))
def test_who_was_right_elsewhere_is_believed(method):
    assert discover(votes(**RELIABLE, open="good:9 bad:10"), method=method)["open"] == "9"


def test_who_was_right_before_is_believed():
    known = SourceAccuracy({"good": (19, 20), "bad": (2, 20)})
    for method in sorted(set(METHODS) - {"vote"}):
        assert discover(votes(open="good:9 bad:10"), method=method, known=known) == {"open": "9"}, method


def test_of_one_against_one_the_sort_of_origin_is_believed_that_is_right_elsewhere():
    said = [(f"desk {(slot + place) % 12}", f"slot {slot}", f"fact {slot}") for slot in range(48) for place in range(2)]
    said += [(f"passer-by {slot}", f"slot {slot}", f"slip {slot}") for slot in range(8)]
    said += [("new desk", f"open {slot}", f"word {slot}") for slot in range(8)]
    said += [(f"stranger {slot}", f"open {slot}", f"doubt {slot}") for slot in range(8)]
    picked = discover(said)
    assert [picked[f"open {slot}"] for slot in range(8)] == [f"word {slot}" for slot in range(8)]


COPIED = {f"slot {number}": "a:right b:right c:right d:slip e:slip" for number in range(6)} | {
    "last": "a:true b:true d:false e:false f:false"
}


def test_votes_of_copiers_count_once():
    """Two origins share six slips; a third, which shares nothing with anyone, tips the scales for plain votes only."""
    assert discover(votes(**COPIED), method="vote")["last"] == "false"
    assert discover(votes(**COPIED), method="accu-copy")["last"] == "true"


def test_what_origins_are_called_makes_them_no_copiers():
    """Of two that share slips, either may come first in a ballot; how likely a value is does not depend on it."""
    slips = {f"slot {number}": "a:right b:right c:slip d:slip" for number in range(5)}
    said = {**slips, "open": "a:true c:false d:false", "first": "d:this", "second": "c:that"}
    scores = []
    for names in ("abcd", "abdc", "dcba"):
        called = dict(zip("abcd", names, strict=True))
        ballot = Ballot.of((called[origin], slot, value) for origin, slot, value in votes(**said))
        (row,) = (row for slot, row in zip(ballot.slots, accu_copy(ballot), strict=True) if slot == "open")
        scores.append(row)
    assert scores[0] == pytest.approx(scores[1])
    assert scores[0] == pytest.approx(scores[2])


PLACES = {
    "castle": "a:Westmark b:Harn",
    "bridge": "b:Westmark a:Harn",
    "abbey": "a:Westmark b:Ulm c:Ulm",
    "market": "c:Westmark b:Ulm",
    "harbour": "a:Ostrand b:Ostrand c:Pell",
    "tower": "b:Ostrand c:Pell",
}


def test_a_vaguer_value_is_no_vote_against_a_sharper_one():
    """Harn and Ulm lie in Westmark, Pell in Ostrand, as the other votes show."""
    found = discover(votes(**PLACES))
    assert found["castle"] == found["bridge"] == "Harn"
    assert found["market"] == "Ulm"
    assert discover(votes(**PLACES), method="vote") == {"abbey": "Ulm", "harbour": "Ostrand"}


def test_a_placeholder_that_turns_up_everywhere_is_weak_evidence():
    said = {f"place {number}": f"a:unknown b:Town{number} c:Town{number}" for number in range(8)}
    assert discover(votes(**said, last="a:unknown d:Harbour"))["last"] == "Harbour"


@pytest.mark.parametrize(
    ("said", "picked"),
    [
        ("a:60651 b:60653", {"toll": "60651"}),
        ("a:60651 b:60653 c:60653", {"toll": "60653"}),
        ("a:60651 b:60653 c:70000", {"toll": "60651"}),
        ("a:2019 b:2021", {}),
        ("a:20250703 b:20250704", {}),
    ],
    ids=["a hair apart", "the middle vote", "against another", "years", "days in digits"],
)
def test_numbers_that_hardly_differ_are_one_answer(said, picked):
    assert discover(votes(toll=said)) == picked


def test_values_need_not_be_text():
    assert discover([("a", 1, 12), ("b", 1, 12), ("c", 1, None), ("c", 2, (3, 4))]) == {1: 12, 2: (3, 4)}


def test_a_name_no_one_knows_is_an_error_that_lists_the_names():
    with pytest.raises(ValueError, match=r"no method of truth discovery is named 'oracle'; there are vote, accu,"):
        discover([], method="oracle")


def test_a_vote_that_is_no_triple_is_an_error_that_shows_it():
    with pytest.raises(ValueError, match=r"a vote is an \(origin, slot, value\) triple, not \('a', 'toll'\)"):
        discover([("a", "toll")])


def longest(ballot: Ballot):
    return [[1 - 1 / (1 + len(value)) for value in values] for values in ballot.values]


def test_a_method_of_ones_own_is_passed_as_a_function():
    assert discover(votes(name="a:Ann b:Ann c:Annabel"), method=longest) == {"name": "Annabel"}


def test_a_method_that_scores_something_else_is_an_error():
    with pytest.raises(ValueError, match="do not fit the ballot"):
        discover(votes(name="a:Ann"), method=lambda ballot: [[1.0, 2.0]])


@pytest.mark.parametrize("score", [float("nan"), float("inf"), None, "1"])
def test_a_score_that_is_no_number_is_an_error_that_shows_it(score):
    with pytest.raises(ValueError, match=f"gave {score!r} for a value of 'name', which is no score"):
        discover(votes(name="a:Ann b:Bo"), method=lambda ballot: [[0.5, score]])


def test_a_plugin_offers_methods_by_name():
    plugin = types.ModuleType("lengthy")
    plugin.register_truth_methods = hookimpl(
        lambda: [TruthMethod("longest", longest)], specname="register_truth_methods"
    )
    plugins = load_plugins([plugin], entry_points=False)
    assert discover(votes(name="a:Ann b:Ann c:Annabel"), method="longest", plugins=plugins) == {"name": "Annabel"}
    assert discover(votes(name="a:Ann"), method=TruthMethod("mine", longest)) == {"name": "Ann"}


def test_accuracy_is_learned_where_two_speak():
    learned = learn_accuracy(votes(one="a:1 b:1 c:2", two="a:3 b:3 c:4", three="d:5"))
    assert learned.of("a") > 0.8 > 0.2 > learned.of("c")
    assert learned.of("d") is None


def test_what_was_learned_is_saved_and_loaded():
    learned = learn_accuracy(votes(one="a:1 b:1 c:2", two="a:3 b:3 c:4"))
    assert SourceAccuracy.from_json(learned.to_json()) == learned
    assert hash(SourceAccuracy.from_json(learned.to_json())) == hash(learned)


@pytest.mark.parametrize("text", ["", "[]", "{}}", '{"a": [3]}', '{"a": [3, 2]}', '{"a": ["x", 2]}'])
def test_what_is_no_source_accuracy_is_refused(text):
    with pytest.raises(ValueError, match="no source accuracy"):
        SourceAccuracy.from_json(text)


def test_only_accuracies_can_be_added():
    with pytest.raises(TypeError):
        SourceAccuracy() + 1
