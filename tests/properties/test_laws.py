"""The laws of the library, each stated once and tried on many cases.

Two sorts of cases. Made-up claims with a plain matcher try the laws of sets and variants on values that often meet.
Stories, told by several outlets that agree, refine, contradict and copy each other, try the whole pipeline with every
installed plugin.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from newsrecon import (
    Article,
    Claim,
    Extraction,
    Matcher,
    Reconciler,
    Reconciliation,
    Relation,
    decode,
    dumps,
    encode,
    extract,
    hookimpl,
    load_plugins,
    reconcile,
    relate_intervals,
)
from newsrecon.records import record
from newsrecon.report.html import render_html
from newsrecon.report.text import render
from newsrecon.testing import articles, claims, extractions, mentions, sources, spans, stories, texts, values
from newsrecon.testing.strategies import SENTENCES, TELLINGS

made_up = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
whole_pipeline = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

NAMES = "alias"
DESCRIPTIONS = "description"
ROLES = "role"
"""The kind of the clusters that show, beside the names, which roles of one person exclude each other."""


@hookimpl
def register_matchers():
    return [Matcher("toll", relate=relate_intervals("low", "high"))]


TOLLS = ModuleType("tolls")
TOLLS.register_matchers = register_matchers


@functools.cache
def _tolls():
    """The plain matcher alone: claims are given, none are read."""
    return load_plugins([TOLLS], entry_points=False, strict=True)


@functools.cache
def _installed():
    return load_plugins()


def _view(extraction: Extraction) -> Reconciliation:
    return reconcile(extraction, plugins=_tolls())


def _read(story) -> Reconciliation:
    return reconcile(story, plugins=_installed())


def _shown(found: Reconciliation) -> str:
    """All that a reader of the document sees."""
    return dumps(found)


def _support(found: Reconciliation) -> dict[str, int]:
    """For each claim, in how many independent voices its value is supported."""
    return {
        claim: variant.origins for cluster in found.clusters for variant in cluster.variants for claim in variant.claims
    }


class TestOrderNeverMatters:
    """Order of articles, claims and plugins never matters."""

    @made_up
    @given(extractions(), st.randoms(use_true_random=False))
    def test_of_claims_and_records(self, extraction, random):
        claims_, records = list(extraction.claims), list(extraction.records)
        random.shuffle(claims_)
        random.shuffle(records)
        shuffled = Extraction(tuple(claims_), records=tuple(records))
        assert shuffled == extraction
        assert _shown(_view(shuffled)) == _shown(_view(extraction))

    @whole_pipeline
    @given(stories(), st.randoms(use_true_random=False))
    def test_of_articles(self, story, random):
        shuffled = list(story)
        random.shuffle(shuffled)
        assert _shown(_read(shuffled)) == _shown(_read(story))

    @whole_pipeline
    @given(stories(max_size=3))
    def test_of_plugins(self, story):
        from newsrecon.extractors import aliases, dates, quotes

        there = reconcile(story, plugins=[aliases, dates, quotes, TOLLS])
        back = reconcile(story, plugins=[TOLLS, quotes, dates, aliases])
        assert _shown(there) == _shown(back)


class TestUnion:
    """Union is associative, commutative and idempotent, and empty is neutral; incremental equals batch."""

    @made_up
    @given(extractions(), extractions(), extractions())
    def test_of_extractions(self, one, two, three):
        assert (one | two) | three == one | (two | three)
        assert one | two == two | one
        assert one | one == one
        assert one | Extraction() == one == Extraction() | one

    @made_up
    @given(extractions(), extractions(), extractions())
    def test_of_reconciliations(self, one, two, three):
        left, middle, right = _view(one), _view(two), _view(three)
        assert (left | middle) | right == left | (middle | right)
        assert left | middle == middle | left == _view(one | two)
        assert left | left == left
        assert left | _view(Extraction()) == left

    @whole_pipeline
    @given(stories())
    def test_incremental_equals_batch(self, story):
        grown = functools.reduce(lambda known, article: known | _read([article]), story, _read([]))
        assert _shown(grown) == _shown(_read(story))

    @whole_pipeline
    @given(st.lists(stories(), min_size=1, max_size=2), st.data())
    def test_a_reconciler_equals_batch_however_the_articles_come(self, told, data):
        found = [
            evolve(one, id=f"{number}-{one.id}", story=str(number))
            for number, story in enumerate(told)
            for one in story
        ]
        desk = Reconciler(plugins=_installed())
        coming = data.draw(st.permutations(found))
        while coming:
            size = data.draw(st.integers(1, len(coming)))
            desk.add(coming[:size])
            coming = coming[size:]
            if data.draw(st.booleans()):
                assert _shown(desk.reconciliation) == _shown(_read(set(found) - set(coming)))
        assert _shown(desk.reconciliation) == _shown(_read(found))


def _check_claims_kept(found: Reconciliation, given_claims) -> None:
    in_clusters = sorted(
        claim
        for cluster in found.clusters
        if cluster.kind != ROLES
        for variant in cluster.variants
        for claim in variant.claims
    )
    described = {claim.id for claim in given_claims if claim.kind == DESCRIPTIONS}
    in_names = sorted(claim for name in found.names for claim in name.claims if claim not in described)
    assert in_clusters == sorted(claim.id for claim in given_claims if claim.kind != NAMES)
    assert in_names == sorted(claim.id for claim in given_claims if claim.kind == NAMES)
    assert {claim for cluster in found.of_kind(ROLES) for claim in cluster.claims} <= set(in_names)
    assert sorted(claim.id for claim in found.claims) == sorted(claim.id for claim in given_claims)


class TestNoClaimIsLostOrInvented:
    """The claims of a reconciliation are exactly those given, each in one place.

    Disputed roles show alias claims again, names the descriptions that stand for them.
    """

    @made_up
    @given(extractions())
    def test_of_made_up_claims(self, extraction):
        _check_claims_kept(_view(extraction), extraction.claims)

    @whole_pipeline
    @given(stories())
    def test_of_whole_stories(self, story):
        found = _read(story)
        _check_claims_kept(found, found.extraction.claims)
        assert sorted(article for origin in found.origins for article in origin.articles) == sorted(a.id for a in story)


def _check_variants(found: Reconciliation) -> None:
    for cluster in found.clusters:
        variants = cluster.variants
        assert len({claim for variant in variants for claim in variant.claims}) == len(cluster.claims)
        sharper = {(one, other) for one, variant in enumerate(variants) for other in variant.refines}
        against = {(one, other) for one, variant in enumerate(variants) for other in variant.conflicts}
        assert all((other, one) not in sharper for one, other in sharper), "refines has a circle"
        assert all((one, far) in sharper for one, near in sharper for at, far in sharper if near == at)
        assert against == {(other, one) for one, other in against}, "conflicts is not symmetric"
        assert all(one != other for one, other in against), "a variant conflicts with itself"
        assert not against & (sharper | {(other, one) for one, other in sharper}), "conflicts meets refines"


class TestVariants:
    """Variants are pairwise different; refines is a partial order; conflicts is symmetric, irreflexive, disjoint from it."""

    @made_up
    @given(extractions())
    def test_of_made_up_claims(self, extraction):
        found = _view(extraction)
        _check_variants(found)
        for cluster in found.clusters:
            assert len({variant.value for variant in cluster.variants}) == len(cluster.variants)

    @whole_pipeline
    @given(stories())
    def test_of_whole_stories(self, story):
        _check_variants(_read(story))

    @made_up
    @given(st.sampled_from(Relation))
    def test_a_relation_seen_twice_from_the_other_side_is_itself(self, relation):
        assert relation.inverse.inverse is relation


class TestSupport:
    """Every claim supports a variant; a copy adds no voice; an independent agreeing source never takes one away."""

    @whole_pipeline
    @given(stories())
    def test_every_claim_supports_or_is_compatible_with_a_variant(self, story):
        found = _read(story)
        for cluster in found.clusters:
            speaking = {source for variant in cluster.variants for source in (*variant.support, *variant.compatible)}
            assert {found.claim(claim).mention.source for claim in cluster.claims} <= speaking

    @whole_pipeline
    @given(stories(min_size=1), st.data())
    def test_adding_a_copy_never_changes_support(self, story, data):
        copied = data.draw(st.sampled_from(story))
        # A sentence or two that no sketch samples can be two outlets' own words.
        assume(record(copied).sketch)
        before = _read(story)
        after = _read([*story, evolve(copied, id="zz-copy", source="The Copyist")])
        known = _support(before)
        assert {claim: voices for claim, voices in _support(after).items() if claim in known} == known

    @made_up
    @given(extractions(), st.data())
    def test_adding_an_agreeing_source_never_lowers_support(self, extraction, data):
        assume(extraction.claims)
        agreed = data.draw(st.sampled_from(extraction.claims))
        other = Article(agreed.mention.text, id="zz-other", source="Another Voice")
        mention = evolve(agreed.mention, article="zz-other", source="Another Voice")
        # Independent: its text has no words in common with the others'.
        independent = evolve(record(other), sketch=frozenset(), credits=())
        added = Extraction((evolve(agreed, mention=mention),), records=(independent,))
        before, after = _support(_view(extraction)), _support(_view(extraction | added))
        assert all(after[claim] >= voices for claim, voices in before.items())


def _no_surrogate_pairs(text: str) -> bool:
    """JSON text cannot tell a pair of lone surrogates from the one character it stands for."""
    return not any(high in text for high in map(chr, range(0xD800, 0xDC00)))


class TestRoundTrip:
    """decode(encode(x)) == x for every type and format."""

    @made_up
    @given(st.data())
    def test_of_plain_types(self, data):
        for strategy in (sources(), spans(), articles(), mentions(), values(), claims(), extractions()):
            made = data.draw(strategy)
            assert decode(type(made), encode(made)) == made

    @made_up
    @given(extractions())
    def test_of_json_text(self, extraction):
        text = dumps(extraction)
        assume(_no_surrogate_pairs("".join(claim.mention.text for claim in extraction)))
        assert decode(Extraction, json.loads(text)) == extraction

    @whole_pipeline
    @given(stories(max_size=3))
    def test_of_reconciliations(self, story):
        found = _read(story)
        assert decode(Reconciliation, json.loads(dumps(found))) == found


LEAD = ("at home", "abroad", "upriver", "downriver", "indoors", "outdoors", "uphill", "downhill")


def _placed(value, by: int):
    """A value with every place inside it moved."""
    if isinstance(value, dict):
        return {
            key: inner + by if key in ("start", "end") and isinstance(inner, int) else _placed(inner, by)
            for key, inner in value.items()
        }
    return [_placed(inner, by) for inner in value] if isinstance(value, list) else value


def _told(claim: Claim, by: int = 0) -> str:
    """A claim without its id, as text, moved."""
    plain = {key: value for key, value in encode(claim).items() if key != "id"}
    return json.dumps(_placed(plain, by), sort_keys=True)


class TestSpans:
    """text[start:end] == mention.text on any Unicode; an unrelated paragraph in front only shifts spans."""

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(texts())
    def test_a_mention_is_what_stands_at_its_place(self, text):
        article = Article(text, id="any")
        for claim in extract(article, plugins=_installed(), strict=True):
            assert claim.mention.span.of(text) == claim.mention.text

    @whole_pipeline
    @given(stories(min_size=1, max_size=1))
    def test_a_paragraph_in_front_only_shifts_spans(self, story):
        # The first sentences of an article are its lead, and a sentence may point back to the one before it: so that only
        # places change, other paragraphs stand between.
        quiet = "\n\n".join(f"Little was sold {where}." for where in LEAD)
        article = evolve(story[0], text=f"{quiet}\n\n{story[0].text}")
        front = "Prices held steady all week in a quiet market.\n\n"
        alone = extract(article, plugins=_installed())
        behind = extract(evolve(article, text=front + article.text), plugins=_installed())
        shifted = sorted(_told(claim) for claim in behind if claim.mention.span.start >= len(front))
        assert shifted == sorted(_told(claim, len(front)) for claim in alone)


SEEDS = Path(__file__).parents[2] / "seeds"
PRINT = "import sys; from newsrecon import dumps, read, reconcile; sys.stdout.write(dumps(reconcile(read(sys.argv[1]).articles)))"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not here")
def test_the_same_bytes_come_out_under_any_hash_seed():
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PRINT, str(SEEDS)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["claims"]


CUT = st.builds(
    lambda sentence, first: " ".join(sentence.split()[first:]) or sentence,
    st.sampled_from((*SENTENCES, *(told for telling in TELLINGS for told in telling))),
    st.integers(0, 8),
)
"""Sentences without their first words, so that clauses lack subjects, and phrases what they hang on."""


class TestShowing:
    """Whatever was found can be shown, as text and as a page."""

    @whole_pipeline
    @given(st.lists(st.lists(CUT, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=3))
    def test_whatever_articles_tell_can_be_shown(self, told):
        written = [Article(text, id=str(number), source=str(number)) for number, text in enumerate(told)]
        found = _read(written)
        assert all(str(count) in render(found) for count in (len(written), len(found.claims)))
        assert render_html(found, written).startswith("<!DOCTYPE html>")

    @made_up
    @given(extractions())
    def test_whatever_claims_are_given_can_be_shown(self, extraction):
        found = _view(extraction)
        assert str(len(found.claims)) in render(found)
        assert render_html(found).startswith("<!DOCTYPE html>")
