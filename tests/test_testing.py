"""Each check passes what keeps the promises and catches an offender planted for it."""

from __future__ import annotations

import itertools
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsrecon import (
    Article,
    Claim,
    Entailment,
    Likeness,
    Matcher,
    Mention,
    Relation,
    Span,
    hookimpl,
    relate_intervals,
)
from newsrecon.testing import (
    PROMISES,
    Known,
    articles,
    check_extractor,
    check_matcher,
    claims,
    extractions,
    mentions,
    parametrize_with_checks,
    plantings,
    reconciliations,
    sources,
    spans,
    stories,
    texts,
    values,
)
from newsrecon.testing.growth import grows_too_fast

EXAMPLES = ("The mayor said rain fell.",)


def _module(name, **hooks):
    """A plugin as most are: a module with hooks."""
    module = ModuleType(name)
    for hook, function in hooks.items():
        setattr(module, hook, hookimpl(function))
    return module


def _plugin(extract):
    """A plugin whose `extract_claims` does what this function does."""
    return _module("planted", extract_claims=lambda article: extract(article))


def _rain(article: Article) -> Iterator[Claim]:
    for sentence in article.sentences:
        start = article.text.find("rain", sentence.start, sentence.end)
        if start >= 0:
            yield Claim("weather", "rain", {"falls": True}, article.mention(start, start + 4))


def test_an_honest_extractor_passes():
    check_extractor(_plugin(_rain), examples=EXAMPLES, max_texts=30)


def _inexact(article):
    for claim in _rain(article):
        mention = claim.mention
        yield Claim(
            "weather", "rain", {}, Mention(mention.article, source=mention.source, span=mention.span, text="RAIN")
        )


def _inexact_inside(article):
    for claim in _rain(article):
        yield Claim("weather", "rain", {"where": {"start": 0, "end": 4, "text": "snow"}}, claim.mention)


def _of_another_source(article):
    for claim in _rain(article):
        mention = claim.mention
        yield Claim("weather", "rain", {}, Mention(mention.article, source="me", span=mention.span, text=mention.text))


def _raising_on_surrogates(article):
    article.text.encode("utf-8")
    return _rain(article)


def _no_claim(article):
    return [*_rain(article), "rain"]


_numbers = itertools.count()


def _remembering(article):
    for claim in _rain(article):
        yield Claim("weather", "rain", {"seen": next(_numbers)}, claim.mention)


def _mutating(article):
    found = list(_rain(article))
    if found:
        object.__setattr__(article, "sentences", ())
    return found


def _finding_nothing(article):
    return ()


def _of_another_kind(article):
    return [Claim("climate", "rain", {}, claim.mention) for claim in _rain(article)]


def _squared(article):
    """Looks for the next mark from every mark: each look is quick, all of them are not."""
    marks = [place for place, char in enumerate(article.text) if char in "a,"]
    for mark in marks:
        sum(1 for other in marks if other == mark)
    return _rain(article)


CATASTROPHE = re.compile(r"(?:a+)+!")


def _never_coming_back(article):
    CATASTROPHE.search(article.text)
    return _rain(article)


@pytest.mark.parametrize(
    ("offender", "promise"),
    [
        (_inexact, "exact spans: .*'RAIN'"),
        (_inexact_inside, "exact spans: where 'snow'"),
        (_of_another_source, "exact spans: .*with the source"),
        (_raising_on_surrogates, "it never raises: UnicodeEncodeError"),
        (_no_claim, "it returns claims"),
        (_remembering, "determinism"),
        (_mutating, "no mutation"),
        (_finding_nothing, "it finds something"),
        (_of_another_kind, "the kinds it states: a claim of kind 'climate', where weather are stated"),
        (_squared, "linear time: "),
    ],
)
def test_each_broken_promise_of_an_extractor_is_named(offender, promise):
    plugin = _plugin(offender)
    plugin.kinds = ("weather",)
    with pytest.raises(AssertionError, match=promise):
        check_extractor(plugin, examples=EXAMPLES, max_texts=60)


def test_a_plugin_that_changes_the_claims_of_others_is_found_out():
    def resolve_claims(article, claims):
        for claim in claims:
            claim.value._items["falls"] = False

    with pytest.raises(AssertionError, match="no mutation: the value"):
        check_extractor(_module("meddler", resolve_claims=resolve_claims), beside=[_plugin(_rain)], examples=EXAMPLES)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer of CPU time on this system")
def test_a_pattern_that_never_comes_back_is_given_up_on(monkeypatch):
    monkeypatch.setattr("newsrecon.testing.growth.GIVEN_UP", 0.5)
    with pytest.raises(
        AssertionError, match=r"linear time: it takes more than 0\.5 s of CPU time on 256 characters of 'a' over"
    ):
        check_extractor(_plugin(_never_coming_back), only=["linear time"])


def test_one_promise_can_be_looked_at_alone():
    check_extractor(_plugin(_finding_nothing), examples=EXAMPLES, only=["exact spans"], max_texts=5)
    with pytest.raises(AssertionError, match="it finds something"):
        check_extractor(_plugin(_finding_nothing), examples=EXAMPLES, only=["it finds something"])
    with pytest.raises(ValueError, match="and not good looks"):
        check_extractor(_plugin(_rain), only=["good looks"])


def test_the_promises_are_those_that_offenders_were_planted_for():
    assert len(set(PROMISES)) == len(PROMISES) == 10


# ---------------------------------------------------------------- with pytest

SUITE = """
from newsrecon import Claim, Matcher, hookimpl
from newsrecon.testing import parametrize_with_checks


class Rain:
    kinds = ("weather",)

    @hookimpl
    def extract_claims(self, article):
        start = article.text.find("rain")
        if start >= 0:
            yield Claim("weather", "rain", {"falls": True}, article.mention(start, start + 4))

    @hookimpl
    def register_matchers(self):
        return [Matcher("weather")]


class Broken(Rain):
    @hookimpl
    def extract_claims(self, article):
        article.text.encode()
        return []


@parametrize_with_checks(Rain(), examples=["No rain fell."], values={"weather": [{"falls": False}]}, max_texts=5)
def test_rain(check):
    check()


@parametrize_with_checks(Broken(), max_texts=60)
def test_broken(check):
    check()


def test_fixtures(article, plugin_manager):
    one, other = article("Some rain fell."), article("No rain fell.", source="The Daily", published=None)
    assert (one.id, one.source_name, other.id, other.source_name) == ("article-1", "Outlet 1", "article-2", "The Daily")
    plugins = plugin_manager(Rain())
    assert [info.name for info in plugins.infos] == ["Rain"]
    assert [claim.kind for claim in plugins.extract(one, [])] == ["weather"]
"""


def test_each_promise_is_a_test_of_its_own_and_fixtures_are_there_for_the_asking(tmp_path):
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["newsrecon.testing.fixtures"]\n')
    (tmp_path / "test_rain.py").write_text(SUITE)
    arguments = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-rA",
        "-p",
        "no:cacheprovider",
        "-c",
        "/dev/null",
        str(tmp_path),
    ]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, cwd=tmp_path)
    outcomes = {
        name: outcome for outcome, name in re.findall(r"^(PASSED|FAILED) \S+?::(\S+)", done.stdout, re.MULTILINE)
    }
    failed = {name for name, outcome in outcomes.items() if outcome == "FAILED"}
    assert failed == {"test_broken[it-never-raises]"}, done.stdout
    assert {f"test_rain[{promise.replace(' ', '-')}]" for promise in PROMISES} < outcomes.keys()
    assert "test_rain[the-matcher-of-weather]" in outcomes
    assert "test_broken[it-finds-something]" not in outcomes


def test_values_for_a_kind_without_a_matcher_are_an_error():
    with pytest.raises(ValueError, match="no matcher for claims of kind 'fog', only for none"):
        parametrize_with_checks(_plugin(_rain), values={"fog": [{}]})


def test_a_failure_shows_the_smallest_text_that_breaks_the_promise():
    with pytest.raises(AssertionError) as caught:
        check_extractor(_plugin(_raising_on_surrogates), max_texts=200)
    assert caught.match(r"on the text '\\ud[89a-f][0-9a-f]{2}'(\n|$)")


def test_a_plugin_with_an_unknown_hook_cannot_be_loaded():
    with pytest.raises(AssertionError, match="it can be loaded"):
        check_extractor(_module("planted", extract_everything=lambda article: ()))


def test_a_resolver_sees_the_claims_of_the_plugins_beside_it():
    def resolve_claims(article, claims):
        return [claim.revise(subject="drizzle") for claim in claims]

    resolver = _module("resolver", resolve_claims=resolve_claims)
    check_extractor(resolver, beside=[_plugin(_rain)], examples=EXAMPLES, max_texts=10)


# ---------------------------------------------------------------- matchers

INTERVALS = ({"low": 9, "high": 9}, {"low": 9, "high": 12}, {"low": 5, "high": None}, {"low": 1, "high": 2})
honest = relate_intervals("low", "high")


def _relating(relate):
    return Matcher("toll", relate=relate)


def _only_one_way(left, right):
    entailment = honest(left, right)
    return Entailment(Relation.OVERLAPS, "?") if entailment.relation is Relation.REFINED_BY else entailment


def _never_equal(left, right):
    return Entailment(Relation.CONFLICTS, "everything differs")


def _not_transitive(left, right):
    """Sharper only by a little: the sharpest and the vaguest are called overlapping."""
    entailment = honest(left, right)
    if {left.value["high"], right.value["high"]} == {9, None}:
        return Entailment(Relation.OVERLAPS, "too far apart")
    return entailment


def _refining_both_sides(left, right):
    """9 to 12 conflicts with 5 or more, and yet 9 refines both."""
    entailment = honest(left, right)
    if {left.value["high"], right.value["high"]} == {12, None}:
        return Entailment(Relation.CONFLICTS, "they differ")
    return entailment


def _without_reason(left, right):
    return Entailment(honest(left, right).relation, "")


def _raising(left, right):
    raise KeyError("high")


def _one_sided(left, right):
    return Likeness(1.0 if left.value["low"] >= right.value["low"] else 0.0, "compared")


def _boundless(left, right):
    return Likeness(7.0, "very much alike")


def _against_itself(left, right):
    return Likeness(0.0, "nothing is like anything", veto=True)


@pytest.mark.parametrize(
    ("offender", "law"),
    [
        (_relating(_only_one_way), "the other side sees the inverse"),
        (_relating(_never_equal), "equal forms are equal"),
        (_relating(_not_transitive), "refines is a partial order"),
        (_relating(_refining_both_sides), "conflicts is disjoint from refines"),
        (_relating(_without_reason), "relations have a reason"),
        (_relating(_raising), "it never raises"),
        (Matcher("toll", same=_one_sided), "likeness is symmetric"),
        (Matcher("toll", same=_boundless), "likeness lies between 0 and 1"),
        (Matcher("toll", same=_against_itself), "no claim is vetoed against itself"),
        (Matcher("toll", keys=lambda claim: [next(_numbers)]), "determinism"),
    ],
)
def test_each_broken_law_of_a_matcher_is_named(offender, law):
    with pytest.raises(AssertionError, match=f"law broken: {law}"):
        check_matcher(offender, INTERVALS)


@pytest.mark.parametrize("matcher", [Matcher("toll"), Matcher("toll", relate=honest)], ids=["default", "intervals"])
def test_the_matchers_of_the_library_are_lawful(matcher):
    check_matcher(matcher, INTERVALS)
    check_matcher(matcher, claims(kinds=["toll"]), max_lists=50)


def test_a_matcher_is_not_asked_about_claims_of_another_kind():
    claim = Claim("weather", "rain", {}, Article("rain", id="a").mention(0, 4))
    with pytest.raises(ValueError, match="claims of kind 'toll', not 'weather'"):
        check_matcher(Matcher("toll"), [claim])


# ---------------------------------------------------------------- strategies


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_strategies_make_what_they_are_named_after(data):
    article = data.draw(articles())
    assert data.draw(spans(article.text)).end <= len(article.text)
    assert data.draw(sources()).name
    mention = data.draw(mentions())
    assert len(mention.text) == len(mention.span) > 0
    assert data.draw(claims()).value.keys() == {"high", "low"}
    assert data.draw(values()).canonical.startswith("{")
    extraction = data.draw(extractions())
    assert {claim.mention.article for claim in extraction} <= {record.id for record in extraction.records}


@settings(max_examples=30, deadline=None)
@given(plantings(["Rain fell.", "Nobody was hurt."]))
def test_planted_passages_stand_where_they_are_said_to_stand(planted):
    assert {span.of(planted.article.text) for span in planted.spans} <= {"Rain fell.", "Nobody was hurt."}


KNOWN = {
    "No rain fell.": [Known("weather", "rain", {"falls": True})],
    "Snow.": [Known("weather", "Snow"), Known("alias", "Snow", {"type": "person"})],
}


@settings(max_examples=30, deadline=None)
@given(plantings(KNOWN))
def test_planted_claims_are_known_with_their_places(planted):
    article = planted.article
    assert all(article.text.startswith(known.words, start) for known, start in planted.known)
    missing = {str(known) for known in planted.missing(_rain(article))}
    assert missing <= {"weather 'Snow' {}", 'alias \'Snow\' {"type":"person"}'}
    assert len(planted.missing([])) == len(planted.known) > 0


def test_a_known_claim_whose_words_do_not_stand_in_its_passage_is_an_error():
    @given(plantings({"No rain fell.": [Known("weather", "hail")]}))
    def draw(planted):
        """Draws one, which fails."""

    with pytest.raises(ValueError, match=r"the words 'hail' do not stand in 'No rain fell\.'"):
        draw()


@settings(max_examples=20, deadline=None)
@given(reconciliations())
def test_reconciliations_are_of_few_claims_that_often_meet(made):
    assert sorted(claim for cluster in made for claim in cluster.claims) == sorted(claim.id for claim in made.claims)


@settings(max_examples=30, deadline=None)
@given(stories(min_size=2))
def test_the_articles_of_a_story_have_ids_and_outlets_of_their_own(story):
    assert len({article.id for article in story}) == len({article.source_name for article in story}) == len(story) >= 2


def test_texts_are_as_hostile_as_any_string():
    wanted = {
        "\ud800": "lone surrogate",
        "\x00": "NUL",
        "\u202e": "bidi control",
        "\r\n": "CRLF",
        "\u0301": "combining",
    }
    seen: set[str] = set()

    @settings(max_examples=300, deadline=None, database=None, derandomize=True)
    @given(texts())
    def look(text):
        seen.update(mark for mark in wanted if mark in text)

    look()
    assert seen == wanted.keys()


@settings(max_examples=5, deadline=None)
@given(spans("ab", min_size=2))
def test_spans_are_of_the_least_size_asked_for(span):
    assert span == Span(0, 2)


def test_importing_the_library_does_not_import_hypothesis():
    code = "import newsrecon, sys; sys.exit('hypothesis' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(("power", "steep"), [(1, False), (2, True)])
def test_a_clock_that_ticks_seldom_makes_nothing_linear_steep(monkeypatch, power, steep):
    spent = 0.005

    def prepare(text):
        def run():
            nonlocal spent
            spent += 0.12 * (len(text) / 65536) ** power * (64 if power > 1 else 1)

        return run

    monkeypatch.setattr("newsrecon.testing.growth.time.process_time", lambda: spent // 0.01 * 0.01)
    assert (grows_too_fast(prepare, "word ") is not None) is steep
