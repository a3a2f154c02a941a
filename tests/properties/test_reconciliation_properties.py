"""The laws of extraction and reconciliation, over made-up claims and over stories read by the built-in extractors."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from functools import reduce
from operator import or_
from types import ModuleType

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsrecon import (
    Article,
    Claim,
    Extraction,
    Matcher,
    dumps,
    extract,
    hookimpl,
    load_plugins,
    reconcile,
    relate_intervals,
)
from newsrecon.records import record
from newsrecon.testing import extractions, stories

_tolls = ModuleType("tolls")
_tolls.register_matchers = hookimpl(lambda: [Matcher("toll", relate=relate_intervals("low", "high"))])
TOLLS = load_plugins([_tolls], entry_points=False)
BUILT_IN = load_plugins()

few = settings(max_examples=12, deadline=None)


def _reconciled(extraction):
    """Made-up claims under a matcher of intervals."""
    return reconcile(extraction, plugins=TOLLS)


def _read(told):
    """A story under the built-in plugins."""
    return reconcile(told, plugins=BUILT_IN)


# ---------------------------------------------------------------- order never matters, union is union


@given(extractions(), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_records_never_matters(extraction, chance):
    claims, records = list(extraction.claims), list(extraction.records)
    chance.shuffle(claims)
    chance.shuffle(records)
    shuffled = Extraction(claims, records=records)
    assert shuffled == extraction
    assert dumps(_reconciled(shuffled)) == dumps(_reconciled(extraction))


@given(stories(), st.randoms(use_true_random=False))
@few
def test_the_order_of_articles_never_matters(told, chance):
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert dumps(_read(shuffled)) == dumps(_read(told))


@given(extractions(), extractions(), extractions())
def test_union_is_associative_commutative_and_idempotent_and_the_empty_one_is_neutral(a, b, c):
    assume(
        len({record.id for one in (a, b, c) for record in one.records}) == sum(len(one.records) for one in (a, b, c))
    )
    assert (a | b) | c == a | (b | c)
    assert a | b == b | a
    assert a | a == a
    assert a | Extraction() == a


@given(extractions(), extractions())
def test_joining_reconciliations_is_reconciling_the_union(a, b):
    assume(not {record.id for record in a.records} & {record.id for record in b.records})
    assert _reconciled(a) | _reconciled(b) == _reconciled(a | b)


@given(stories(min_size=1))
@few
def test_reading_articles_one_by_one_is_reading_them_together(told):
    parts = [_read([article]) for article in told]
    assert reduce(or_, parts) == _read(told)


# ---------------------------------------------------------------- claims are neither lost nor invented


def _check_claims(made):
    grouped = [claim for cluster in made for claim in cluster.claims]
    assert len(grouped) == len(set(grouped))
    assert set(grouped) == {claim.id for claim in made.claims if claim.kind != "alias"}
    named = {claim for name in made.names for claim in name.claims}
    assert named == {claim.id for claim in made.claims if claim.kind == "alias"}


def _check_clusters(made):
    for cluster in made:
        assert cluster.verdict
        assert cluster.best is None or 0 <= cluster.best < len(cluster.variants)
        for position, variant in enumerate(cluster.variants):
            _check_variant(made, cluster, position, variant)
        values = [variant.claims for variant in cluster.variants]
        assert len(set(values)) == len(values)


def _check_variant(made, cluster, position, variant):
    own = {made.claim(claim).mention.source for claim in variant.claims}
    assert own <= set(variant.support)
    assert not set(variant.support) & set(variant.compatible)
    assert variant.origins >= 1
    assert position not in variant.refines
    assert position not in variant.conflicts
    assert not set(variant.refines) & set(variant.conflicts)
    for other in variant.refines:
        assert position not in cluster.variants[other].refines
        assert set(cluster.variants[other].refines) <= set(variant.refines)
        assert set(variant.support) <= set(cluster.variants[other].support)
    for other in variant.conflicts:
        assert position in cluster.variants[other].conflicts


@given(extractions())
def test_made_up_claims_are_neither_lost_nor_invented(extraction):
    made = _reconciled(extraction)
    assert made.claims == extraction.claims
    _check_claims(made)


@given(extractions())
def test_variants_of_made_up_claims_are_a_graph_as_promised(extraction):
    _check_clusters(_reconciled(extraction))


@given(stories())
@few
def test_claims_of_stories_are_neither_lost_nor_invented_and_variants_are_a_graph_as_promised(told):
    made = _read(told)
    _check_claims(made)
    _check_clusters(made)


# ---------------------------------------------------------------- voices


def _voices(made):
    """{claim: how many voices support its value}."""
    return {claim: variant.origins for cluster in made for variant in cluster.variants for claim in variant.claims}


@given(stories(min_size=1), st.data())
@few
def test_adding_a_copy_never_changes_support_in_voices(told, data):
    copied = evolve(data.draw(st.sampled_from(told)), id="copy", source="Copycat")
    before, after = _voices(_read(told)), _voices(_read([*told, copied]))
    assert {claim: after[claim] for claim in before} == before


@given(extractions(), st.data())
def test_adding_a_copied_claim_never_changes_support_in_voices(extraction, data):
    assume(extraction.claims)
    one = data.draw(st.sampled_from(extraction.records))
    copied = evolve(one, id="copy", source="Copycat")
    claims = [
        evolve(claim, mention=evolve(claim.mention, article="copy", source="Copycat"))
        for claim in extraction
        if claim.mention.article == one.id
    ]
    before = _voices(_reconciled(extraction))
    after = _voices(_reconciled(extraction | Extraction(claims, records=[copied])))
    assert {claim: after[claim] for claim in before} == before


@given(extractions(), st.data())
def test_adding_an_independent_source_that_agrees_never_lowers_support(extraction, data):
    assume(extraction.claims)
    claim = data.draw(st.sampled_from(extraction.claims))
    article = Article("Quite another text, which nobody copied from anyone.", id="agreeing", source="Independent")
    agreeing = Claim(claim.kind, claim.subject, claim.value, article.mention(0, 18))
    before = _voices(_reconciled(extraction))
    after = _voices(_reconciled(extraction | Extraction([agreeing], records=[record(article)])))
    assert all(after[one] >= count for one, count in before.items())


# ---------------------------------------------------------------- places


def _plain(claim, shift=0):
    """What a claim says, its place shifted, without the offsets inside its value."""
    mention = claim.mention
    return claim.kind, claim.subject, mention.span.start - shift, mention.span.end - shift, mention.text


@given(stories(min_size=1, max_size=1))
@few
def test_an_unrelated_paragraph_in_front_only_shifts_spans(told):
    (article,) = told
    front = "Bread and butter are eaten with salt.\n\n"
    shifted = evolve(article, text=front + article.text)
    before = {_plain(claim) for claim in extract(article, plugins=BUILT_IN)}
    after = {
        _plain(claim, len(front))
        for claim in extract(shifted, plugins=BUILT_IN)
        if claim.mention.span.start >= len(front)
    }
    assert after == before


# ---------------------------------------------------------------- the same bytes everywhere


@pytest.mark.parametrize("command", ["extract", "reconcile"])
def test_the_same_bytes_come_out_under_any_hash_seed(command):
    outputs = set()
    for seed in ("0", "1", str(random.Random(7).randrange(2**32))):
        done = subprocess.run(
            [sys.executable, "-m", "newsrecon", command, "seeds", "--format", "json", "--quiet"],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
