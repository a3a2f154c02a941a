"""Plugins are found, loaded and called one by one, and each one's failures are its own."""

from __future__ import annotations

from importlib import metadata
from types import ModuleType, SimpleNamespace

import pytest
from attrs import evolve

from newsrecon import (
    Article,
    Claim,
    Entailment,
    Extraction,
    Likeness,
    Matcher,
    Mention,
    PluginError,
    Relation,
    Span,
    extract,
    hookimpl,
    load_plugins,
    reconcile,
    relate_intervals,
)

ARTICLE = Article("Rain fell on Monday.\n\nIt stopped.\n\nShare This Article", id="a", source="The Daily")


def _module(name, **hooks):
    """A plugin as most are: a module with hooks."""
    module = ModuleType(name)
    for hook, function in hooks.items():
        setattr(module, hook, hookimpl(function))
    return module


def _finding(name, kind="weather", start=0, end=4, value=None):
    """A plugin that finds one claim in every article."""
    return _module(name, extract_claims=lambda article: [Claim(kind, "", value or {}, article.mention(start, end))])


def _raising(name, error, hook="extract_claims"):
    def extracts(article):
        raise error

    def resolves(article, claims):
        raise error

    def registers():
        raise error

    functions = {"extract_claims": extracts, "resolve_claims": resolves, "register_matchers": registers}
    return _module(name, **{hook: functions[hook]})


def _run(*plugins, strict=False, article=ARTICLE):
    return extract(article, plugins=load_plugins(plugins, entry_points=False, strict=strict))


# ---------------------------------------------------------------- found and loaded


class _Entry:
    """An installed plugin as the metadata of its distribution names it."""

    group = "newsrecon"

    def __init__(self, name, load, distribution="newsrecon-rain"):
        self.name = name
        self.load = load
        self.dist = type("Distribution", (), {"name": distribution, "version": "1.2"})()


def _install(monkeypatch, *entries):
    monkeypatch.setattr(metadata, "entry_points", lambda *, group: [one for one in entries if one.group == group])


def _broken_import():
    raise ImportError("no module named 'barometer'")


def test_our_own_extractors_are_plugins_like_any_other():
    infos = {info.name: info for info in load_plugins().infos}
    for name in ("aliases", "dates", "quotes", "statements"):
        assert infos[name].distribution == "newsrecon"
        assert infos[name].enabled
        assert infos[name].hooks


def test_an_installed_plugin_is_known_with_its_distribution_and_hooks(monkeypatch):
    _install(monkeypatch, _Entry("rain", lambda: _finding("rain")))
    (info,) = load_plugins().infos
    assert (info.name, info.distribution, info.version) == ("rain", "newsrecon-rain", "1.2")
    assert (info.hooks, info.enabled, info.reason) == (("extract_claims",), True, None)


def test_a_plugin_that_cannot_be_imported_costs_only_itself(monkeypatch):
    _install(monkeypatch, _Entry("broken", _broken_import), _Entry("rain", lambda: _finding("rain")))
    plugins = load_plugins()
    assert [(info.name, info.enabled) for info in plugins.infos] == [("broken", False), ("rain", True)]
    assert "no module named 'barometer'" in plugins.infos[0].reason
    found = extract(ARTICLE, plugins=plugins)
    assert [claim.extractor for claim in found] == ["rain"]
    (diagnostic,) = found.diagnostics
    assert (diagnostic.level, diagnostic.plugin) == ("error", "broken")
    assert "test_calling.py" in diagnostic.message


def test_in_strict_mode_a_plugin_that_cannot_be_imported_is_an_error(monkeypatch):
    _install(monkeypatch, _Entry("broken", _broken_import))
    with pytest.raises(PluginError, match=r"'broken'.*barometer") as caught:
        load_plugins(strict=True)
    assert caught.value.plugin == "broken"
    assert isinstance(caught.value.__cause__, ImportError)


def test_a_plugin_that_exits_while_it_is_imported_ends_nothing(monkeypatch):
    def leave():
        raise SystemExit(3)

    _install(monkeypatch, _Entry("leaver", leave))
    assert not load_plugins().infos[0].enabled


@pytest.mark.parametrize(
    ("variable", "at_work"),
    [("rain", ["rain"]), (" rain , wind ", ["rain", "wind"]), ("", []), ("snow", [])],
)
def test_the_environment_names_the_installed_plugins_to_load(monkeypatch, variable, at_work):
    _install(monkeypatch, *(_Entry(name, lambda name=name: _finding(name)) for name in ("fog", "rain", "wind")))
    monkeypatch.setenv("NEWSRECON_LOAD_PLUGINS", variable)
    infos = load_plugins().infos
    assert [info.name for info in infos if info.enabled] == at_work
    assert {info.reason for info in infos if not info.enabled} <= {"not named in NEWSRECON_LOAD_PLUGINS"}


def test_the_environment_leaves_plugins_that_a_program_gives_alone(monkeypatch):
    monkeypatch.setenv("NEWSRECON_LOAD_PLUGINS", "")
    assert [info.name for info in load_plugins([_finding("rain")]).infos if info.enabled] == ["rain"]


def test_a_disabled_plugin_is_not_even_imported(monkeypatch):
    _install(monkeypatch, _Entry("broken", _broken_import))
    plugins = load_plugins(disable=["broken"], strict=True)
    assert [(info.enabled, info.reason) for info in plugins.infos] == [(False, "disabled by name")]


def test_of_two_plugins_with_one_name_the_second_is_off():
    infos = load_plugins([_finding("rain"), _finding("rain")], entry_points=False).infos
    assert [(info.enabled, info.reason) for info in infos] == [(True, None), (False, "another plugin has this name")]


def test_a_plugin_that_takes_the_name_of_another_is_told_of(monkeypatch):
    _install(monkeypatch, _Entry("rain", lambda: _finding("rain")))
    (told,) = load_plugins([_finding("rain")]).diagnostics
    assert (told.level, told.plugin) == ("warning", "rain")
    assert told.message == "is not used: another plugin has this name, from the program"


@pytest.mark.parametrize(
    ("hook", "function", "words"),
    [
        ("extract_clams", lambda article: [], "'extract_clams', which is no hook; did you mean 'extract_claims'?"),
        (
            "extract_claims",
            lambda articel: [],
            "takes 'articel', which the hook does not give; did you mean 'article'?",
        ),
        ("register_matchers", lambda article: [], "takes 'article', which the hook does not give; it gives nothing"),
        ("extract_claims", lambda *, article: [], "takes 'article' by keyword only"),
    ],
)
def test_what_is_wrong_with_a_hook_is_told_with_its_line(hook, function, words):
    (info,) = load_plugins([_module("typo", **{hook: function})], entry_points=False).infos
    assert words in info.reason
    assert info.reason.endswith(f"(test_calling.py, line {function.__code__.co_firstlineno})")


def test_kinds_that_cannot_be_listed_put_a_plugin_off():
    class Odd:
        @property
        def kinds(self):
            yield "toll"
            raise ZeroDivisionError("oh")

    (info,) = load_plugins([Odd()], entry_points=False).infos
    assert not info.enabled
    assert "ZeroDivisionError: oh" in info.reason


def test_what_went_wrong_is_told_in_one_line(monkeypatch):
    def broken():
        raise ImportError("two\nlines")

    _install(monkeypatch, _Entry("broken", broken))
    assert "ImportError: two lines (" in load_plugins().infos[0].reason


def test_a_hook_that_does_not_exist_is_found_out():
    plugins = load_plugins([_module("typo", extract_clams=lambda article: [])], entry_points=False)
    assert not plugins.infos[0].enabled
    assert "extract_clams" in plugins.infos[0].reason
    with pytest.raises(PluginError, match="extract_clams"):
        load_plugins([_module("typo", extract_clams=lambda article: [])], entry_points=False, strict=True)


def test_a_hook_with_an_argument_that_does_not_exist_is_found_out():
    plugins = load_plugins([_module("typo", extract_claims=lambda articel: [])], entry_points=False)
    assert "articel" in plugins.infos[0].reason


def test_an_instance_can_be_a_plugin():
    class Rain:
        @hookimpl
        def extract_claims(self, article):
            yield Claim("weather", "", {}, article.mention(0, 4))

    assert [claim.extractor for claim in _run(Rain())] == ["Rain"]


# ---------------------------------------------------------------- called


def test_a_claim_is_stamped_with_the_plugin_that_made_it():
    assert [claim.extractor for claim in _run(_finding("rain"))] == ["rain"]


def test_a_plugin_that_raises_while_it_reads_costs_only_its_own_claims():
    found = _run(_raising("broken", ZeroDivisionError("by zero")), _finding("rain"))
    assert [claim.extractor for claim in found] == ["rain"]
    (diagnostic,) = found.diagnostics
    assert (diagnostic.level, diagnostic.plugin, diagnostic.article) == ("error", "broken", "a")
    assert diagnostic.message.startswith("ZeroDivisionError: by zero (test_calling.py, line ")


def test_a_plugin_that_raises_half_way_costs_all_its_claims_for_that_article_and_no_other():
    def reads(article):
        yield Claim("weather", "", {}, article.mention(0, 4))
        if article.id == "a":
            raise ValueError("half way")

    plugins = load_plugins([_module("half", extract_claims=reads)], entry_points=False)
    found = extract([ARTICLE, Article("Rain fell.", id="b")], plugins=plugins)
    assert [claim.mention.article for claim in found] == ["b"]
    assert [diagnostic.article for diagnostic in found.diagnostics] == ["a"]


def test_a_plugin_that_raises_while_it_looks_again_leaves_what_others_found():
    found = _run(_raising("broken", KeyError("who"), "resolve_claims"), _finding("rain"))
    assert [claim.extractor for claim in found] == ["rain"]
    assert [diagnostic.plugin for diagnostic in found.diagnostics] == ["broken"]


@pytest.mark.parametrize("hook", ["extract_claims", "resolve_claims"])
def test_in_strict_mode_an_exception_passes_through_with_a_note(hook):
    with pytest.raises(ZeroDivisionError) as caught:
        _run(_raising("broken", ZeroDivisionError("by zero"), hook), strict=True)
    assert caught.value.__notes__ == ["raised by the newsrecon plugin 'broken' on article 'a'"]


def _mention(article="a", start=0, end=4, text="Rain"):
    return Mention(article, source="The Daily", span=Span(start, end), text=text)


RUBBISH = [
    ("text", lambda article: ["Rain"], "'Rain', which is no Claim"),
    ("none", lambda article: [None], "None, which is no Claim"),
    ("place", lambda article: [Claim("weather", "", {}, _mention(start=5, end=9))], "not what stands at 5–9"),
    ("beyond", lambda article: [Claim("weather", "", {}, _mention(start=900, end=904))], "not what stands at 900–904"),
    (
        "outlet",
        lambda article: [Claim("weather", "", {}, evolve(_mention(), source="The Globe"))],
        "the source 'The Globe' of an article from 'The Daily'",
    ),
    (
        "number",
        lambda article: [Claim("weather", "", {"high": 10**5000}, _mention())],
        "gave a claim whose value cannot be written as JSON (Exceeds the limit",
    ),
    ("other", lambda article: [Claim("weather", "", {}, _mention("b"))], "a claim about article 'b'"),
]


@pytest.mark.parametrize(("name", "reads", "message"), RUBBISH, ids=[name for name, _, _ in RUBBISH])
def test_what_a_plugin_must_not_give_is_left_out_and_said(name, reads, message):
    found = _run(_module(name, extract_claims=reads), _finding("rain"))
    assert [claim.extractor for claim in found] == ["rain"]
    (diagnostic,) = found.diagnostics
    assert (diagnostic.level, diagnostic.plugin) == ("error", name)
    assert message in diagnostic.message


@pytest.mark.parametrize(("name", "reads", "message"), RUBBISH, ids=[name for name, _, _ in RUBBISH])
def test_what_a_plugin_must_not_give_is_an_error_in_strict_mode(name, reads, message):
    with pytest.raises(PluginError, match=name):
        _run(_module(name, extract_claims=reads), strict=True)


def test_a_plugin_that_gives_something_else_than_claims_one_by_one_costs_only_itself():
    found = _run(_module("number", extract_claims=lambda article: 12), _finding("rain"))
    assert [claim.extractor for claim in found] == ["rain"]
    assert [diagnostic.plugin for diagnostic in found.diagnostics] == ["number"]


def test_a_plugin_may_give_nothing():
    assert len(_run(_module("silent", extract_claims=lambda article: None))) == 0


def test_the_good_claims_of_a_plugin_are_kept_beside_its_bad_ones():
    good = Claim("weather", "", {}, _mention())
    found = _run(_module("mixed", extract_claims=lambda article: [good, "rubbish"]))
    assert list(found) == [good]


def test_claims_that_rest_on_boilerplate_are_left_out():
    start = ARTICLE.text.index("Share")
    found = _run(_finding("sharer", start=start, end=start + 5))
    assert len(found) == 0
    assert [(one.level, one.message) for one in found.diagnostics] == [
        ("info", "1 claims rest on boilerplate and were left out")
    ]


# ---------------------------------------------------------------- looking again


def _revising(name, **changes):
    return _module(name, resolve_claims=lambda article, claims: [claim.revise(**changes) for claim in claims])


def test_a_revised_claim_takes_the_place_of_the_first_and_stays_with_who_found_it():
    (claim,) = _run(_finding("rain"), _revising("anemometer", subject="the storm"))
    assert (claim.subject, claim.extractor, claim.revises) == ("the storm", "rain", None)


def test_a_claim_that_revises_nothing_is_added():
    def adds(article, claims):
        yield Claim("forecast", "", {"seen": len(claims)}, article.mention(0, 4))

    found = {claim.kind: claim for claim in _run(_finding("rain"), _module("seer", resolve_claims=adds))}
    assert set(found) == {"weather", "forecast"}
    assert found["forecast"].value["seen"] == 1


def test_each_plugin_sees_the_claims_as_the_one_before_left_them():
    (claim,) = _run(_revising("b", subject="second", b=1), _revising("a", subject="first", a=1), _finding("rain"))
    assert (claim.subject, dict(claim.value)) == ("second", {"a": 1, "b": 1})


def test_first_and_last_are_for_who_asks():
    def appending(mark):
        return lambda article, claims: [claim.revise(subject=claim.subject + mark) for claim in claims]

    first, last = ModuleType("z-first"), ModuleType("a-last")
    first.resolve_claims = hookimpl(tryfirst=True)(appending("1"))
    last.resolve_claims = hookimpl(trylast=True)(appending("3"))
    between = _module("m", resolve_claims=appending("2"))
    (claim,) = _run(last, between, first, _finding("rain"))
    assert claim.subject == "123"


def test_a_wrapper_sees_what_each_plugin_gives():
    wrapper = ModuleType("wrapper")

    def extract_claims(article):
        results = yield
        return [list(found)[:1] for found in results]

    wrapper.extract_claims = hookimpl(wrapper=True)(extract_claims)
    two = _module(
        "two",
        extract_claims=lambda article: [Claim("weather", "", {}, article.mention(*ends)) for ends in ((0, 4), (5, 9))],
    )
    assert [claim.mention.text for claim in _run(two, wrapper)] == ["Rain"]


def test_a_wrapper_that_raises_costs_its_own_turn_alone():
    wrapper = ModuleType("wrapper")

    def extract_claims(article):
        results = yield
        raise ZeroDivisionError(f"{len(results)}")

    wrapper.extract_claims = hookimpl(wrapper=True)(extract_claims)
    found = _run(_finding("rain"), _raising("wind", OSError("calm")), wrapper)
    assert [claim.extractor for claim in found] == ["rain"]
    assert [(item.plugin, item.message.partition(" (")[0]) for item in found.diagnostics] == [
        ("wind", "OSError: calm"),
        ("wrapper", "ZeroDivisionError: 1"),
    ]
    with pytest.raises(ZeroDivisionError) as caught:
        _run(_finding("rain"), wrapper, strict=True)
    assert "'wrapper'" in caught.value.__notes__[0]


# ---------------------------------------------------------------- order, matchers


def test_the_order_of_plugins_never_matters():
    plugins = [_finding("b"), _finding("a"), _finding("c", end=9), _revising("d", seen=True), _raising("e", OSError())]
    there, back = _run(*plugins), _run(*reversed(plugins))
    assert there == back
    assert [claim.extractor for claim in there] == [claim.extractor for claim in back] == ["a", "c"]
    assert there.diagnostics == back.diagnostics


def _matching(name, *matchers):
    return _module(name, register_matchers=lambda: list(matchers))


def test_of_two_matchers_for_a_kind_the_first_plugin_by_name_has_its_way():
    mine, theirs = Matcher("toll", threshold=0.1), Matcher("toll", threshold=0.9)
    for order in ([_matching("a", mine), _matching("b", theirs)], [_matching("b", theirs), _matching("a", mine)]):
        told = []
        assert load_plugins(order, entry_points=False).matchers(told) == {"toll": mine}
        assert [(one.plugin, one.message) for one in told] == [
            ("b", "its matcher for 'toll' is not used: plugin 'a' has one")
        ]


def test_two_matchers_for_a_kind_are_an_error_in_strict_mode():
    plugins = load_plugins([_matching("a", Matcher("toll")), _matching("b", Matcher("toll"))], entry_points=False)
    strict = load_plugins(
        [_matching("a", Matcher("toll")), _matching("b", Matcher("toll"))], entry_points=False, strict=True
    )
    assert plugins.matchers([])
    with pytest.raises(PluginError, match="plugin 'a' has one"):
        strict.matchers([])


def test_what_is_no_matcher_is_left_out_and_said():
    told = []
    assert load_plugins([_matching("odd", relate_intervals)], entry_points=False).matchers(told) == {}
    assert "which is no Matcher" in told[0].message


def test_a_plugin_that_raises_while_it_registers_costs_only_its_matchers():
    told = []
    plugins = load_plugins(
        [_raising("broken", ValueError("no"), "register_matchers"), _matching("tolls", Matcher("toll"))],
        entry_points=False,
    )
    assert list(plugins.matchers(told)) == ["toll"]
    assert [(one.plugin, one.article) for one in told] == [("broken", None)]


def test_a_kind_without_a_matcher_is_compared_by_subject_and_value():
    one, two = (Article("Rain fell.", id=name, source=name) for name in "ab")
    made = reconcile([one, two], plugins=[_finding("rain", value={"falls": True})])
    (cluster,) = made.clusters
    assert [variant.support for variant in cluster.variants] == [("a", "b")]
    assert cluster.because[0].relation is Relation.EQUAL


def test_a_matcher_that_raises_costs_its_comparisons_and_no_claims():
    def broken(left, right):
        raise ZeroDivisionError("no idea")

    plugin = ModuleType("hasty")
    plugin.register_matchers = hookimpl(lambda: [Matcher("toll", same=broken)])
    articles = [Article("Twelve died.", id=name, source=name) for name in "ab"]
    told = Extraction(
        [
            Claim("toll", "deaths", {"low": 12}, article.mention(0, 6 + 5 * place))
            for place, article in enumerate(articles)
        ]
    )
    found = reconcile(told, plugins=[plugin])
    assert sorted(claim for cluster in found for claim in cluster.claims) == sorted(claim.id for claim in told)
    assert [(item.plugin, item.level) for item in found.diagnostics] == [("hasty", "error")]
    with pytest.raises(ZeroDivisionError, match="no idea"):
        reconcile(told, plugins=[plugin], strict=True)


@pytest.mark.parametrize(
    ("part", "does"),
    [
        ("read", lambda claim, context: exit(3)),
        ("keys", lambda claim: None),
        ("keys", lambda claim: [[]]),
        ("same", lambda left, right: 0.7),
        ("same", lambda left, right: Likeness(float("inf"), "surely")),
        ("relate", lambda left, right: Entailment("nonsense", "who knows")),
        ("relate", lambda left, right: exit(3)),
        ("variant", lambda claim: []),
        ("value", lambda claim: 12),
    ],
)
def test_a_matcher_that_does_what_it_must_not_costs_its_comparisons_and_no_claims(part, does):
    plugin = ModuleType("hasty")
    plugin.register_matchers = hookimpl(lambda: [Matcher("toll", **{part: does})])
    articles = [Article("Twelve died.", id=name, source=name) for name in "ab"]
    claims = [Claim("toll", "deaths", {"low": place}, one.mention(0, 6)) for place, one in enumerate(articles)]
    found = reconcile(Extraction(claims), plugins=[plugin])
    assert {claim for cluster in found for claim in cluster.claims} == {claim.id for claim in claims}
    assert [(item.plugin, item.level) for item in found.diagnostics] == [("hasty", "error")]


def test_a_plugin_that_cannot_be_hashed_is_off_and_says_so():
    found = load_plugins([SimpleNamespace(__name__="loose")], entry_points=False)
    assert [(info.enabled, "unhashable" in (info.reason or "")) for info in found.infos] == [(False, True)]
