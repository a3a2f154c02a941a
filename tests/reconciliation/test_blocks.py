"""Who meets whom as nodes come and go: always those who share a key that not too many have."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from newsrecon.reconciliation.blocks import Blocks
from newsrecon.reconciliation.nodes import Node

LIMIT = 3
NODES = [Node((), keys, place) for place, keys in enumerate(["ab", "bc", "ac", "a", "b", "abc", "cd", "d", ""])]
PLACE = {node: place for place, node in enumerate(NODES)}
ALL = st.frozensets(st.sampled_from(NODES))


def _that_meet(nodes):
    """The pairs that share a key, worked out anew."""
    sharing = {key: [node for node in NODES if node in nodes and key in node.features] for key in "abcd"}
    open_blocks = [members for members in sharing.values() if len(members) <= LIMIT]
    return {pair for members in open_blocks for pair in combinations(members, 2)}


@given(st.lists(ALL, min_size=1, max_size=6))
def test_pairs_that_meet_are_the_same_however_the_nodes_came_and_went(looks):
    blocks, met = Blocks(LIMIT), set()
    for there in looks:
        gone = blocks.nodes - there
        meeting, parting = blocks.change(gone, sorted(there - blocks.nodes, key=PLACE.get), PLACE, iter)
        met = {pair for pair in met if gone.isdisjoint(pair)}
        assert met >= set(parting)
        assert len(set(parting)) == len(parting)
        met = (met - set(parting)) | set(meeting)
        assert met == _that_meet(there)
        assert set(blocks.nodes) == there


def test_a_pair_that_two_blocks_held_parts_once_when_both_fill_up():
    one, two, *others = [Node((), "ab", place) for place in range(5)]
    place = {node: number for number, node in enumerate([one, two, *others])}
    blocks = Blocks(LIMIT)
    blocks.change(set(), [one, two], place, iter)
    assert list(blocks.change(set(), others, place, iter)[1]) == [(one, two)]


def test_blocks_that_are_passed_over_are_counted_as_they_fill_and_empty():
    blocks = Blocks(LIMIT)
    with_a = [node for node in NODES if "a" in node.features]
    blocks.change(set(), with_a, PLACE, iter)
    assert blocks.full == 1
    blocks.change({with_a[0]}, [], PLACE, iter)
    assert blocks.full == 0
