"""What is kept of the stories last looked at stays bounded."""

from __future__ import annotations

import pytest

from newsrecon import Article, Claim, Context, Likeness, Matcher
from newsrecon.reconciliation.comparisons import Comparisons
from newsrecon.reconciliation.kept import A_READING, Kept, RecentStories
from newsrecon.reconciliation.nodes import Node


def _pairs(count):
    first = Node((), None, None)
    return [(first, Node((), None, None)) for _ in range(count)]


def _compared(pairs):
    return Kept(compared={"sinking": Comparisons(likenesses=dict.fromkeys(_pairs(pairs), Likeness(1.0, "")))})


def _read():
    kept = Kept()
    article = Article("The ferry sank.", id="1")
    kept.readings.look_again(Context(), ["1"])
    matcher = kept.readings.kept_by(Matcher("sinking"))
    matcher.read(Claim("sinking", "the ferry", {}, article.mention(0, 15)), Context())
    return kept


def test_nothing_is_known_of_a_story_never_looked_at():
    kept = RecentStories().take("a")
    assert kept.size == 0
    assert not kept.compared


def test_stories_looked_at_longest_ago_are_forgotten_beyond_the_limit():
    recent = RecentStories(limit=10)
    for story in ("a", "b", "c"):
        recent.put(story, _compared(4))
    assert recent.take("a").size == 0
    assert recent.take("b").size == 4
    assert recent.take("b").size == 0


def test_the_last_story_is_kept_however_large_it_is():
    recent = RecentStories(limit=10)
    recent.put("a", _compared(4))
    recent.put("b", _compared(40))
    assert recent.take("a").size == 0
    assert recent.take("b").size == 40


@pytest.mark.parametrize(("limit", "left"), [(2 * A_READING, A_READING), (2 * A_READING - 1, 0)])
def test_what_claims_were_read_as_counts_where_none_were_compared(limit, left):
    recent = RecentStories(limit=limit)
    recent.put("a", _read())
    recent.put("b", _read())
    assert recent.take("a").size == left
