"""Finding plugins, loading them, and keeping each one's failures its own.

Our own extractors are found like anyone's, through entry points of the group `newsrecon`. Whatever a plugin does, the
others' results stay what they were: it costs its own claims for that article and a diagnostic that names it.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import metadata
from typing import Any

import pluggy
from attrs import evolve, field, frozen

from newsrecon import hookspecs
from newsrecon.errors import PluginError
from newsrecon.matching import Matcher
from newsrecon.model import Article, Claim, Diagnostic
from newsrecon.truth import TruthMethod

__all__ = ["PluginInfo", "Plugins", "load_plugins"]

GROUP = "newsrecon"
LOAD_VARIABLE = "NEWSRECON_LOAD_PLUGINS"
HOOKS = ("extract_claims", "resolve_claims", "register_matchers", "register_truth_methods")


@frozen
class PluginInfo:
    """One plugin that was found: where it comes from, what it implements, and why it is off where it is."""

    name: str
    distribution: str | None = field(default=None, kw_only=True)
    version: str | None = field(default=None, kw_only=True)
    hooks: tuple[str, ...] = field(default=(), kw_only=True)
    enabled: bool = field(default=True, kw_only=True)
    reason: str | None = field(default=None, kw_only=True)
    """Why a plugin is not enabled, in words."""


@frozen(eq=False)
class Plugins:
    """The plugins at work, in an order that does not depend on how they were installed.

    Made by `load_plugins`. `infos` also lists the plugins that are off.
    """

    infos: tuple[PluginInfo, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    strict: bool = False
    _callers: dict[str, tuple[tuple[str, Callable[..., Any]], ...]] = field(factory=dict, repr=False)

    def extract(self, article: Article, diagnostics: list[Diagnostic]) -> tuple[Claim, ...]:
        """All claims that the plugins find in an article, checked and stamped, resolved; what went wrong is added to the list."""
        found: dict[str, Claim] = {}
        for name, call in self._callers.get("extract_claims", ()):
            for claim in self._checked(name, article, partial(call, article=article), diagnostics):
                _keep(found, claim)
        for name, call in self._callers.get("resolve_claims", ()):
            seen = tuple(found.values())
            for claim in self._checked(name, article, partial(call, article=article, claims=seen), diagnostics):
                if claim.revises is not None:
                    before = found.pop(claim.revises, None)
                    claim = _stamped(claim, before.extractor if before else claim.extractor)
                _keep(found, claim)
        return tuple(found.values())

    def matchers(self, diagnostics: list[Diagnostic]) -> dict[str, Matcher[Any]]:
        """The matcher of each kind; of two for one kind, the first plugin by name has its way and the other is told so."""
        return self._registered("register_matchers", Matcher, "kind", diagnostics)

    def truth_methods(self, diagnostics: list[Diagnostic]) -> dict[str, TruthMethod]:
        """The methods of truth discovery by name; of two of one name, the first plugin by name has its way."""
        return self._registered("register_truth_methods", TruthMethod, "name", diagnostics)

    def _registered(self, hook: str, sort: type[Any], key: str, diagnostics: list[Diagnostic]) -> dict[str, Any]:
        """What plugins offer through a hook, by an attribute that tells them apart."""
        chosen: dict[str, tuple[str, Any]] = {}
        for name, call in self._callers.get(hook, ()):
            for offer in self._results(name, None, call, diagnostics):
                if not isinstance(offer, sort):
                    self._fail(name, None, f"{hook} gave {offer!r:.80}, which is no {sort.__name__}", diagnostics)
                    continue
                known, _ = chosen.setdefault(getattr(offer, key), (name, offer))
                if chosen[getattr(offer, key)][1] is not offer:
                    message = (
                        f"its {sort.__name__.lower()} for {getattr(offer, key)!r} is not used: plugin {known!r} has one"
                    )
                    self._fail(name, None, message, diagnostics)
        return {found: offer for found, (_, offer) in sorted(chosen.items())}

    def matcher_failed(self, kind: str, error: Exception) -> Diagnostic:
        """The diagnostic for an exception of the matcher of a kind; in strict mode it passes through instead, with a note."""
        offers = ((name, self._results(name, None, call, [])) for name, call in self._callers["register_matchers"])
        name = next(name for name, matchers in offers if any(getattr(one, "kind", None) == kind for one in matchers))
        return self._failed(name, None, error)

    def _failed(self, name: str, article: str | None, error: Exception) -> Diagnostic:
        if self.strict:
            error.add_note(f"raised by the newsrecon plugin {name!r}" + (f" on article {article!r}" if article else ""))
            raise error
        message = f"{type(error).__name__}: {error} ({_place_of(error)})"
        return Diagnostic("error", message, plugin=name, article=article)

    def _checked(
        self, name: str, article: Article, call: Callable[[], Any], diagnostics: list[Diagnostic]
    ) -> Iterator[Claim]:
        outside = 0
        for claim in self._results(name, article.id, call, diagnostics):
            problem = _problem(claim, article)
            if problem:
                self._fail(name, article.id, problem, diagnostics)
            elif not article.in_body(claim.mention.span):
                outside += 1
            else:
                yield claim if claim.extractor else _stamped(claim, name, claim.revises)
        if outside:
            message = f"{outside} claims rest on boilerplate and were left out"
            diagnostics.append(Diagnostic("info", message, plugin=name, article=article.id))

    def _results(
        self, name: str, article: str | None, call: Callable[[], Any], diagnostics: list[Diagnostic]
    ) -> Sequence[Any]:
        """What a hook gave, as a list; an exception becomes a diagnostic, or passes through with a note in strict mode."""
        try:
            return [item for result in call() if result is not None for item in result]
        except Exception as error:
            diagnostics.append(self._failed(name, article, error))
            return ()

    def _fail(self, name: str, article: str | None, message: str, diagnostics: list[Diagnostic]) -> None:
        if self.strict:
            raise PluginError(name, message)
        diagnostics.append(Diagnostic("error", message, plugin=name, article=article))


def _stamped(claim: Claim, extractor: str, revises: str | None = None) -> Claim:
    """The claim with who found it; made directly, since this is done for every claim there is."""
    return Claim(claim.kind, claim.subject, claim.value, claim.mention, extractor=extractor, revises=revises)


def _keep(found: dict[str, Claim], claim: Claim) -> None:
    """Of two plugins that find the same claim, the first by name is stamped on it."""
    known = found.get(claim.id)
    if known is None or claim.extractor < known.extractor:
        found[claim.id] = claim


def _problem(claim: object, article: Article) -> str | None:
    if not isinstance(claim, Claim):
        return f"gave {claim!r:.80}, which is no Claim"
    mention = claim.mention
    if mention.article != article.id:
        return f"gave a claim about article {mention.article!r} while reading {article.id!r}"
    if mention.span.of(article.text) != mention.text:
        return f"gave a mention {mention.text!r:.60} that is not what stands at {mention.span.start}–{mention.span.end}"
    return None


def _place_of(error: BaseException) -> str:
    """The author's own file and line: the innermost frame of the traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{os.path.basename(frames[-1].filename)}, line {frames[-1].lineno}" if frames else "no traceback"


@frozen
class _Found:
    """A plugin before it is loaded."""

    name: str
    load: Callable[[], object]
    distribution: str | None = None
    version: str | None = None


def _installed() -> Iterator[_Found]:
    for entry in metadata.entry_points(group=GROUP):
        dist = entry.dist
        yield _Found(entry.name, entry.load, dist.name if dist else None, dist.version if dist else None)


def _given(plugins: Iterable[object]) -> Iterator[_Found]:
    for plugin in plugins:
        name = getattr(plugin, "__name__", None) or type(plugin).__name__
        yield _Found(str(name).removeprefix("newsrecon.extractors."), partial(_itself, plugin))


def _itself(plugin: object) -> object:
    return plugin


def load_plugins(
    plugins: Iterable[object] = (), *, entry_points: bool = True, disable: Iterable[str] = (), strict: bool = False
) -> Plugins:
    """The installed plugins together with those given as objects (modules or instances), ready for use.

    `entry_points=False` leaves the installed ones out. The environment variable `NEWSRECON_LOAD_PLUGINS`, a list of names
    with commas, restricts the installed ones to these; set to nothing, none is loaded. Names in `disable` stay off.
    With `strict`, a plugin that cannot be loaded raises PluginError, as does one that returns what it must not.

    >>> [info.reason for info in load_plugins(disable=["quotes"]).infos if info.name == "quotes"]
    ['disabled by name']
    """
    off = frozenset(disable)
    wanted = os.environ.get(LOAD_VARIABLE)
    only = None if wanted is None else {name.strip() for name in wanted.split(",") if name.strip()}
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    infos: list[PluginInfo] = []
    diagnostics: list[Diagnostic] = []
    installed = [(found, only is None or found.name in only) for found in _installed()] if entry_points else []
    given = [(found, True) for found in _given(plugins)]
    for found, chosen in sorted(installed + given, key=lambda pair: (pair[0].name, pair[0].distribution or "")):
        info = PluginInfo(found.name, distribution=found.distribution, version=found.version)
        problem = _why_off(found, chosen, off) or _register(manager, found, strict, diagnostics)
        if problem:
            infos.append(evolve(info, enabled=False, reason=problem))
        else:
            infos.append(evolve(info, hooks=_hooks_of(manager, found.name)))
    callers = {hook: _callers_of(manager, hook) for hook in HOOKS}
    return Plugins(tuple(infos), tuple(diagnostics), strict, callers)


def _why_off(found: _Found, chosen: bool, off: frozenset[str]) -> str | None:
    if found.name in off:
        return "disabled by name"
    return None if chosen else f"not named in {LOAD_VARIABLE}"


def _register(manager: pluggy.PluginManager, found: _Found, strict: bool, diagnostics: list[Diagnostic]) -> str | None:
    """Load and register one plugin; what is wrong with it in words, None if nothing."""
    if manager.has_plugin(found.name):
        return "another plugin has this name"
    try:
        plugin = found.load()
        hash(plugin)  # pluggy keeps plugins in sets: what cannot be there is told at the door
        manager.register(plugin, found.name)
        manager.check_pending()
    except (Exception, SystemExit) as error:
        if manager.has_plugin(found.name):
            manager.unregister(name=found.name)
        problem = f"cannot be loaded: {type(error).__name__}: {error} ({_place_of(error)})"
        if strict:
            raise PluginError(found.name, problem) from error
        diagnostics.append(Diagnostic("error", problem, plugin=found.name))
        return problem
    return None


def _hooks_of(manager: pluggy.PluginManager, name: str) -> tuple[str, ...]:
    callers = manager.get_hookcallers(manager.get_plugin(name)) or ()
    return tuple(sorted(caller.name for caller in callers))


def _callers_of(manager: pluggy.PluginManager, hook: str) -> tuple[tuple[str, Callable[..., Any]], ...]:
    """One caller for each plugin that implements a hook: itself and all wrappers, but no other implementation."""
    impls = getattr(manager.hook, hook).get_hookimpls()
    plain = [impl for impl in impls if not (impl.wrapper or impl.hookwrapper)]
    plain.sort(key=lambda impl: (not impl.tryfirst, impl.trylast, impl.plugin_name))
    callers = []
    for impl in plain:
        others = [other.plugin for other in plain if other is not impl]
        callers.append((impl.plugin_name, manager.subset_hook_caller(hook, others)))
    return tuple(callers)
