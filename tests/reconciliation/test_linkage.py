"""Average linkage by itself: what is asked, and that ties go by position."""

from __future__ import annotations

import pytest

from newsrecon import Likeness
from newsrecon.reconciliation.linkage import linked


def _linked(count, scores, threshold=0.5, asked=None):
    """The clusters of things whose likeness is known by heart, begun with all pairs at the threshold."""

    def likeness(left, right):
        assert left < right
        if asked is not None:
            asked.append((left, right))
        return Likeness(scores.get((left, right), 0.0), "by heart")

    return linked(count, [pair for pair, score in scores.items() if score >= threshold], likeness, threshold)


def test_things_without_edges_stay_alone_and_nothing_is_asked():
    asked = []
    assert _linked(3, {}, asked=asked) == [(0,), (1,), (2,)]
    assert asked == []


def test_of_two_pairs_as_near_the_first_joins_first():
    assert _linked(3, {(0, 1): 0.8, (1, 2): 0.8}) == [(0, 1), (2,)]


@pytest.mark.parametrize("across", [0.0, 0.4])
def test_a_pair_without_an_edge_is_asked_once_and_only_where_its_clusters_come_up(across):
    asked = []
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): across, (3, 4): 0.9}
    _linked(5, scores, asked=asked)
    assert sorted(asked) == [(0, 1), (0, 2), (1, 2), (3, 4)]
