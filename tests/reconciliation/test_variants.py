"""The values of a cluster as a graph: equal, sharper, contradictory."""

from __future__ import annotations

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article, Claim, Context, Entailment, Matcher, Relation, relate_intervals
from newsrecon.reconciliation.clustering import group_claims
from newsrecon.reconciliation.nodes import nodes_of
from newsrecon.reconciliation.variants import VariantGraph, graph_of

INTERVALS = Matcher("toll", relate=relate_intervals("low", "high"))


def _by_heart(**relations):
    """A matcher that knows by heart what each value says of another."""

    def relate(left, right):
        if left == right:
            return Entailment(Relation.EQUAL, "the same")
        if right + left in relations:
            return relate(right, left).inverse
        return Entailment(relations.get(left + right, Relation.OVERLAPS), f"{left} and {right} by heart")

    return Matcher(
        "toll",
        read=lambda claim, context: claim.value["word"],
        relate=relate,
        variant=lambda word: word,
    )


def _graph(matcher, values):
    claims = [
        Claim("toll", "the thing", value, Article("words", id=f"{number}").mention(0, 5))
        for number, value in enumerate(values)
    ]
    return graph_of(nodes_of(claims, matcher, Context()), matcher)


def _of(graph, key):
    """What each value is called, in the order of positions."""
    return [key(value[0].claims[0].value) for value in graph.values]


def _words(graph):
    names = _of(graph, lambda value: value["word"])
    refines = sorted(names[one] + names[other] for one, other in graph.refines)
    conflicts = sorted("".join(sorted(names[one] + names[other])) for one, other in graph.conflicts)
    return refines, conflicts


@pytest.mark.parametrize(
    ("relations", "refines", "conflicts"),
    [
        ({}, [], []),
        ({"ab": Relation.REFINES}, ["ab"], []),
        ({"ab": Relation.REFINED_BY}, ["ba"], []),
        ({"ab": Relation.CONFLICTS}, [], ["ab"]),
        ({"ab": Relation.REFINES, "bc": Relation.REFINES}, ["ab", "ac", "bc"], []),
        ({"ab": Relation.REFINES, "bc": Relation.REFINES, "ac": Relation.CONFLICTS}, ["ab", "ac", "bc"], []),
        ({"ab": Relation.REFINES, "ac": Relation.CONFLICTS}, ["ab"], ["ac"]),
    ],
    ids=["unrelated", "sharper", "vaguer", "against", "transitive", "contradicted by entailment", "both"],
)
def test_refines_is_transitive_and_drops_conflicts_it_contradicts(relations, refines, conflicts):
    graph = _graph(_by_heart(**relations), [{"word": word} for word in "abc"])
    assert _words(graph) == (refines, conflicts)


def test_refines_never_runs_in_a_circle():
    relations = {"ab": Relation.REFINES, "bc": Relation.REFINES, "ca": Relation.REFINES}
    graph = _graph(_by_heart(**relations), [{"word": word} for word in "abc"])
    assert graph.refines
    assert not any((other, one) in graph.refines for one, other in graph.refines)


def test_values_of_one_form_are_one_variant():
    graph = _graph(INTERVALS, [{"low": 12, "high": 12}, {"low": 12, "high": 12}, {"low": 13, "high": 13}])
    assert sorted(len([claim for node in value for claim in node.claims]) for value in graph.values) == [1, 2]


def test_forms_that_the_matcher_calls_equal_are_one_variant():
    graph = _graph(_by_heart(ab=Relation.EQUAL), [{"word": "a"}, {"word": "b"}, {"word": "c"}])
    assert sorted(len(value) for value in graph.values) == [1, 2]


def test_who_is_sharper_vaguer_and_against_is_asked_by_position():
    graph = _graph(INTERVALS, [{"low": 50, "high": None}, {"low": 51, "high": 51}, {"low": 12, "high": 12}])
    place = {low: position for position, low in enumerate(_of(graph, lambda value: value["low"]))}
    assert graph.sharper(place[50]) == {place[50], place[51]}
    assert graph.vaguer(place[51]) == {place[50]}
    assert graph.against(place[12]) == {place[50], place[51]}
    assert all(reason.endswith("cannot both be true") for reason in graph.conflicts.values())


_RELATIONS = st.sampled_from([Relation.REFINES, Relation.REFINED_BY, Relation.CONFLICTS, Relation.OVERLAPS])


@given(st.fixed_dictionaries(dict.fromkeys(("ab", "ac", "ad", "bc", "bd", "cd"), _RELATIONS)))
def test_whatever_a_matcher_says_refines_is_a_partial_order_apart_from_conflicts(relations):
    graph = _graph(_by_heart(**relations), [{"word": word} for word in "abcd"])
    assert all(one != other and (other, one) not in graph.refines for one, other in graph.refines)
    for one, middle in graph.refines:
        assert all((one, other) in graph.refines for start, other in graph.refines if start == middle)
    assert not {(min(pair), max(pair)) for pair in graph.refines} & set(graph.conflicts)
    assert all(one < other for one, other in graph.conflicts)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted), min_size=1, max_size=6))
def test_what_the_links_of_a_cluster_told_of_two_values_makes_the_graph_that_asking_anew_makes(bounds):
    claims = [
        Claim("toll", "the thing", {"low": low, "high": high}, Article(f"told {number}", id=f"{number}").mention(0, 6))
        for number, (low, high) in enumerate(bounds)
    ]
    groups = group_claims(nodes_of(claims, INTERVALS, Context()), INTERVALS, [])
    for group in groups:
        known = graph_of(group.nodes, INTERVALS, group.entailments)
        anew = graph_of(group.nodes, INTERVALS)
        assert all(getattr(known, part.name) == getattr(anew, part.name) for part in fields(VariantGraph))
