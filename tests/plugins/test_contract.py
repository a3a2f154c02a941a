"""The contract between this library and plugins has a version, and what leaves it is told before it goes."""

from __future__ import annotations

from types import ModuleType

import pytest

from newsrecon import Article, Claim, Matcher, PluginError, extract, hookimpl, hookspecs, load_plugins, read
from newsrecon.hookspecs import API_VERSION, OLDEST_API_VERSION

ARTICLE = Article("Rain fell on Monday.", id="a")


def _rain(**attributes):
    module = ModuleType("rain")
    module.extract_claims = hookimpl(lambda article: [Claim("weather", "", {}, article.mention(0, 4))])
    for name, value in attributes.items():
        setattr(module, name, value)
    return module


@pytest.mark.parametrize("stated", [{}, {"api_version": OLDEST_API_VERSION}, {"api_version": API_VERSION}])
def test_a_plugin_may_say_which_contract_it_was_written_for(stated):
    (info,) = load_plugins([_rain(**stated)], entry_points=False).infos
    assert info.enabled


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        (API_VERSION + 1, f"was written for version {API_VERSION + 1} of the plugin contract"),
        (OLDEST_API_VERSION - 1, f"which ended; the oldest is {OLDEST_API_VERSION}"),
        ("1", "a whole number such as 1, not '1'"),
        (True, "not True"),
        (1.0, "not 1.0"),
    ],
)
def test_a_plugin_for_another_contract_is_left_out_and_says_so(stated, reason):
    plugins = load_plugins([_rain(api_version=stated)], entry_points=False)
    assert [info.enabled for info in plugins.infos] == [False]
    assert reason in plugins.infos[0].reason
    (diagnostic,) = extract(ARTICLE, plugins=plugins).diagnostics
    assert (diagnostic.level, diagnostic.plugin) == ("error", "rain")
    with pytest.raises(PluginError, match="rain"):
        load_plugins([_rain(api_version=stated)], entry_points=False, strict=True)


def _with_a_parameter_on_its_way_out(monkeypatch):
    """Hooks in which `claims` of `resolve_claims` is deprecated."""

    def resolve_claims(article, claims):
        """A hook with an old parameter."""

    spec = hookspecs.hookspec(warn_on_impl_args={"claims": DeprecationWarning("since 0.3, gone in 0.5; take `found`")})
    monkeypatch.setattr(hookspecs, "resolve_claims", spec(resolve_claims))


def test_a_plugin_that_takes_a_deprecated_parameter_still_gets_it_and_its_users_are_told(monkeypatch):
    _with_a_parameter_on_its_way_out(monkeypatch)
    seen = []
    plugin = _rain(__version__="2.1", resolve_claims=hookimpl(lambda article, claims: seen.append(len(claims))))
    found = extract(ARTICLE, plugins=load_plugins([plugin], entry_points=False))
    assert (len(found), seen) == (1, [1])
    (diagnostic,) = found.diagnostics
    assert (diagnostic.level, diagnostic.plugin, diagnostic.version) == ("warning", "rain", "2.1")
    assert diagnostic.message.startswith(
        "takes 'claims' in resolve_claims, which is deprecated: since 0.3, gone in 0.5; take `found` (test_contract.py, line "
    )


def test_a_plugin_that_leaves_a_deprecated_parameter_alone_hears_nothing_of_it(monkeypatch):
    _with_a_parameter_on_its_way_out(monkeypatch)
    plugin = _rain(resolve_claims=hookimpl(lambda article: []))
    assert load_plugins([plugin], entry_points=False).diagnostics == ()


def test_a_plugin_says_what_kinds_of_claims_it_makes_and_its_matchers_say_it_too():
    plugin = _rain(kinds=("weather", 7), register_matchers=hookimpl(lambda: [Matcher("wind"), "no matcher"]))
    plugins = load_plugins([plugin, ModuleType("silent")], entry_points=False)
    assert [info.kinds for info in plugins.infos] == [("weather",), ()]
    assert [info.kinds for info in plugins.described()] == [("weather", "wind"), ()]


@pytest.mark.parametrize("kinds", ["weather", 12, None])
def test_kinds_that_are_no_list_of_names_are_passed_over(kinds):
    assert load_plugins([_rain(kinds=kinds)], entry_points=False).infos[0].kinds == ()


def test_a_diagnostic_names_plugin_version_article_file_and_line():
    plugin = _rain(__version__="2.1", extract_claims=hookimpl(lambda article: 1 // 0))
    (diagnostic,) = extract(ARTICLE, plugins=load_plugins([plugin], entry_points=False)).diagnostics
    assert (diagnostic.plugin, diagnostic.version, diagnostic.article) == ("rain", "2.1", "a")
    assert "(test_contract.py, line " in diagnostic.message


def test_our_own_extractors_state_the_kinds_they_make():
    plugins = load_plugins(disable=[info.name for info in load_plugins().infos if info.distribution != "newsrecon"])
    made = {}
    for claim in extract(read(["seeds"]).articles, plugins=plugins):
        made.setdefault(claim.extractor, set()).add(claim.kind)
    stated = {info.name: set(info.kinds) for info in plugins.described() if info.enabled}
    assert made.keys() >= {"aliases", "dates", "quotes", "statements"}
    assert {name: kinds - stated[name] for name, kinds in made.items()} == {key: set() for key in made}
