"""Which claims are about one thing: nodes, blocks, average linkage, vetoes, and the links that are kept."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article, Claim, Context, Entailment, Extraction, Likeness, Matcher, Relation, reconcile
from newsrecon.reconciliation import blocks
from newsrecon.reconciliation.blocks import Blocks
from newsrecon.reconciliation.clustering import group_claims
from newsrecon.reconciliation.comparisons import Comparisons
from newsrecon.reconciliation.nodes import nodes_of
from newsrecon.records import record


def _matcher(scores, *, vetoes=(), silent=(), threshold=0.6, keys=None):
    """A matcher that knows by heart how alike two subjects are."""

    def same(left, right):
        pair = "".join(sorted(left + right))
        if left == right:
            return Likeness(1.0, "the same subject")
        return Likeness(scores.get(pair, 0.0), f"{pair} by heart", veto=pair in vetoes, silent=pair in silent)

    return Matcher(
        "toll",
        read=lambda claim, context: claim.subject,
        keys=(lambda subject: keys[subject]) if keys else (lambda subject: ["all"]),
        same=same,
        relate=lambda left, right: Entailment(Relation.EQUAL if left == right else Relation.OVERLAPS, "by heart"),
        variant=lambda subject: subject,
        threshold=threshold,
    )


def _groups(claims, matcher):
    """The subjects of each group."""
    found = group_claims(nodes_of(claims, matcher, Context()), matcher, [])
    return sorted("".join(sorted(node.features for node in group.nodes)) for group in found)


def _about(says, subjects):
    return [says(f"source {subject}", {}, f"about {subject}", subject=subject) for subject in subjects]


@pytest.mark.parametrize(
    ("scores", "vetoes", "expected"),
    [
        ({"ab": 0.8}, (), ["ab", "c"]),
        ({"ab": 0.59}, (), ["a", "b", "c"]),
        ({"ab": 0.6}, (), ["ab", "c"]),
        ({"ab": 0.8, "bc": 0.8}, (), ["ab", "c"]),
        ({"ab": 0.8, "bc": 0.9}, (), ["a", "bc"]),
        ({"ab": 0.8, "bc": 0.8, "ac": 0.5}, (), ["abc"]),
        ({"ab": 1.0, "bc": 1.0, "ac": 1.0}, ("ac",), ["ab", "c"]),
        ({"ab": 1.0}, ("ab",), ["a", "b", "c"]),
    ],
    ids=[
        "alike",
        "below the threshold",
        "at the threshold",
        "a chain of near-misses",
        "the strongest pair first",
        "alike on the average",
        "a veto against one of two",
        "a veto against all likeness",
    ],
)
def test_clusters_grow_by_average_linkage_and_stop_at_vetoes(says, scores, vetoes, expected):
    assert _groups(_about(says, "abc"), _matcher(scores, vetoes=vetoes)) == expected


def test_two_clusters_join_only_where_all_their_members_are_alike_on_the_average(says):
    scores = {"ab": 0.9, "cd": 0.9, "bc": 0.8}
    assert _groups(_about(says, "abcd"), _matcher(scores)) == ["ab", "cd"]
    assert _groups(_about(says, "abcd"), _matcher({**scores, "ac": 0.6, "ad": 0.5, "bd": 0.6})) == ["abcd"]


def test_two_clusters_join_where_each_member_finds_its_counterpart(says):
    told_twice_by_both = {"ab": 1.0, "cd": 1.0, "ac": 0.9, "bd": 0.9, "ad": 0.2, "bc": 0.2}
    only_one_of_each_is_alike = {"ab": 1.0, "cd": 1.0, "ac": 0.9, "bd": 0.2, "ad": 0.4, "bc": 0.4}
    assert _groups(_about(says, "abcd"), _matcher(told_twice_by_both)) == ["abcd"]
    assert _groups(_about(says, "abcd"), _matcher(only_one_of_each_is_alike)) == ["ab", "cd"]


def test_a_silent_pair_counts_neither_for_nor_against_joining(says):
    scores = {"ab": 0.8, "bc": 0.8}
    assert _groups(_about(says, "abc"), _matcher(scores, silent=("ac",))) == ["abc"]
    assert _groups(_about(says, "abc"), _matcher({**scores, "ac": 1.0}, silent=("ab", "bc"))) == ["ac", "b"]
    assert _groups(_about(says, "ab"), _matcher({"ab": 1.0}, silent=("ab",))) == ["a", "b"]


def test_a_veto_between_two_members_keeps_their_whole_clusters_apart(says):
    scores = {"".join(pair): 0.9 for pair in combinations("abcd", 2)}
    scores |= {"ab": 1.0, "cd": 1.0}
    assert _groups(_about(says, "abcd"), _matcher(scores, vetoes=("ad",))) == ["ab", "cd"]


def test_verbatim_copies_are_one_node(says):
    claims = [says(source, {}, "About  THIS", subject="a") for source in ("one", "two")]
    claims.append(says("three", {}, "about this", subject="A"))
    (node,) = nodes_of(claims, Matcher("toll"), Context())
    assert sorted(claim.mention.source for claim in node.claims) == ["one", "three", "two"]


def test_copies_change_nothing_about_what_joins(says):
    claims, matcher = _about(says, "abc"), _matcher({"ab": 0.8, "bc": 0.8, "ac": 0.5})
    copies = [says(f"copy {number}", {}, "about a", subject="a") for number in range(10)]
    assert _groups(claims, matcher) == ["abc"]
    assert _groups([*claims, *copies], matcher) == ["abc"]


def test_claims_meet_only_where_they_share_a_key(says):
    keys = {"a": [1], "b": [1, 2], "c": [3]}
    scores = {"ab": 0.9, "bc": 0.9, "ac": 0.9}
    assert _groups(_about(says, "abc"), _matcher(scores, keys=keys)) == ["ab", "c"]


def test_members_that_no_key_brought_together_still_count_in_the_average(says):
    keys = {"a": [1], "b": [1, 2], "c": [2]}
    assert _groups(_about(says, "abc"), _matcher({"ab": 0.8, "bc": 0.8}, keys=keys)) == ["ab", "c"]
    assert _groups(_about(says, "abc"), _matcher({"ab": 0.8, "bc": 0.8, "ac": 0.5}, keys=keys)) == ["abc"]


def test_a_claim_without_keys_stays_alone(says):
    assert _groups(_about(says, "ab"), _matcher({"ab": 1.0}, keys={"a": [], "b": ["all"]})) == ["a", "b"]


def test_a_key_that_too_many_share_is_passed_over_and_said(says, monkeypatch):
    monkeypatch.setattr(blocks, "BLOCK_LIMIT", 3)
    matcher = _matcher({"ab": 1.0}, keys={subject: ["all"] for subject in "abcd"} | {"a": ["all", 1], "b": ["all", 1]})
    problems = []
    nodes = nodes_of(_about(says, "abcd"), matcher, Context())
    groups = group_claims(nodes, matcher, problems)
    assert len(groups) == 3
    assert problems == ["1 blocks of toll claims hold more than 3 and were passed over"]


# ---------------------------------------------------------------- links


def _links(claims, matcher):
    groups = group_claims(nodes_of(claims, matcher, Context()), matcher, [])
    return [link for group in groups for link in group.links]


def test_what_brought_two_claims_together_is_kept_with_its_reason(says):
    left, right = _about(says, "ab")
    (link,) = _links([left, right], _matcher({"ab": 0.8}))
    assert {link.left, link.right} == {left.id, right.id}
    assert (link.relation, link.score, link.reason) == (Relation.OVERLAPS, 0.8, "ab by heart; by heart")


def test_copies_are_linked_as_the_same_words(says):
    claims = [says(source, {}, "about a", subject="a") for source in ("one", "two", "three")]
    links = _links(claims, _matcher({}))
    assert len(links) == 2
    assert {(link.relation, link.score, link.rule) for link in links} == {(Relation.EQUAL, 1.0, "verbatim")}


def test_pairs_below_the_threshold_are_no_reason(says):
    links = _links(_about(says, "abc"), _matcher({"ab": 0.8, "bc": 0.8, "ac": 0.5}))
    assert sorted(link.reason for link in links) == ["ab by heart; by heart", "bc by heart; by heart"]


def test_a_large_cluster_keeps_the_strongest_link_of_each_member(says):
    subjects = "abcdefghijklmnop"
    scores = {"".join(pair): 0.9 for pair in combinations(subjects, 2)}
    claims = _about(says, subjects)
    links = _links(claims, _matcher(scores))
    assert len(links) < len(scores)
    assert {claim_id for link in links for claim_id in (link.left, link.right)} == {claim.id for claim in claims}


# ---------------------------------------------------------------- order


@given(st.lists(st.floats(0, 1), min_size=10, max_size=10), st.permutations("abcde"), st.data())
def test_neither_the_order_of_claims_nor_the_ids_of_articles_decide(scores, shuffled, data):
    by_heart = dict(zip(("".join(pair) for pair in combinations("abcde", 2)), scores, strict=True))
    vetoes = data.draw(st.sets(st.sampled_from(sorted(by_heart)), max_size=2))

    def told(subject, article):
        return Claim("toll", subject, {}, Article(f"about {subject}", id=article).mention(0, 7))

    matcher = _matcher(by_heart, vetoes=vetoes)
    there = [told(subject, subject) for subject in "abcde"]
    elsewhere = [told(subject, f"{number}") for number, subject in enumerate(shuffled)]
    assert _groups(there, matcher) == _groups(elsewhere, matcher)


@given(st.lists(st.floats(0, 1), min_size=15, max_size=15), st.sets(st.integers(0, 14), max_size=3))
def test_the_members_of_a_cluster_are_alike_on_the_average_and_never_vetoed(scores, vetoed):
    pairs = ["".join(pair) for pair in combinations("abcdef", 2)]
    by_heart, vetoes = dict(zip(pairs, scores, strict=True)), {pairs[place] for place in vetoed}
    claims = [Claim("toll", one, {}, Article(f"about {one}", id=one).mention(0, 7)) for one in "abcdef"]
    groups = _groups(claims, _matcher(by_heart, vetoes=vetoes))
    assert sorted("".join(groups)) == list("abcdef")
    for group in groups:
        inside = ["".join(pair) for pair in combinations(group, 2)]
        assert not set(inside) & vetoes
        if inside:
            assert max(by_heart[pair] for pair in inside) >= 0.6


KEYS = {"a": "12", "b": "12", "c": "23", "d": "123", "e": "3", "f": "1"}
PAIRS = ["".join(pair) for pair in combinations("abcdef", 2)]


@given(
    st.lists(st.floats(0, 1), min_size=len(PAIRS), max_size=len(PAIRS)),
    st.sets(st.sampled_from(PAIRS), max_size=3),
    st.lists(st.sets(st.sampled_from("abcdef")), min_size=2, max_size=5),
)
def test_what_was_compared_before_changes_nothing_about_what_claims_come_to(scores, vetoes, looks):
    matcher = _matcher(dict(zip(PAIRS, scores, strict=True)), vetoes=vetoes, keys=KEYS)
    claims = {one: Claim("toll", one, {}, Article(f"about {one}", id=one).mention(0, 7)) for one in "abcdef"}
    kept = Comparisons(Blocks(3))
    for subjects in looks:
        told = [claims[one] for one in sorted(subjects)]
        again = group_claims(nodes_of(told, matcher, Context(), kept.nodes), matcher, [], kept)
        anew = group_claims(nodes_of(told, matcher, Context()), matcher, [], Comparisons(Blocks(3)))
        assert _told(again) == _told(anew)


def _told(groups):
    """Which claims each group has, and its links."""
    return sorted(([claim.id for node in group.nodes for claim in node.claims], repr(group.links)) for group in groups)


def test_a_block_that_is_too_full_is_told_of_each_story_that_has_one(monkeypatch):
    monkeypatch.setattr("newsrecon.reconciliation.blocks.BLOCK_LIMIT", 2)
    claims, records = [], []
    for story in ("fire", "flood", None):
        for number in range(3):
            article = Article(f"{number} were hurt in {story}", id=f"{story} {number}", story=story)
            records.append(record(article))
            claims.append(Claim("toll", "hurt", {"low": number}, article.mention(0, 11)))
    found = reconcile(Extraction(tuple(claims), records=tuple(records)), plugins=[])
    assert sorted(diagnostic.message for diagnostic in found.diagnostics) == [
        "1 blocks of toll claims hold more than 2 and were passed over",
        "story 'fire': 1 blocks of toll claims hold more than 2 and were passed over",
        "story 'flood': 1 blocks of toll claims hold more than 2 and were passed over",
    ]
