"""Loading plugins: each is imported, asked for its contract, and registered; what cannot be is off and says why."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import pluggy
from attrs import evolve

from newsrecon import hookspecs
from newsrecon.errors import PluginError
from newsrecon.model import Diagnostic
from newsrecon.plugins.blame import defined_at, home_of, home_of_import, in_words
from newsrecon.plugins.calling import Implementation, PluginInfo, Plugins
from newsrecon.plugins.contract import HOOKS, READING, contract_problem
from newsrecon.plugins.finding import GROUP, Found, given, in_folders, installed
from newsrecon.plugins.isolation import Isolated

__all__ = ["load_plugins", "loaded"]


def load_plugins(
    plugins: Iterable[object] = (),
    *,
    entry_points: bool = True,
    folders: Iterable[str | os.PathLike[str]] = (),
    disable: Iterable[str] = (),
    enable: Iterable[str] = (),
    strict: bool = False,
    isolate: float | None = None,
) -> Plugins:
    """The installed plugins together with those in folders and those given as objects (modules or instances), ready for use.

    `entry_points=False` leaves the installed ones out. The environment variable `NEWSRECON_LOAD_PLUGINS`, a list of names
    with commas, restricts the installed ones to these; set to nothing, none is loaded. Each Python file in one of `folders`
    is a plugin of its name. Names in `disable` stay off and are not even imported; installed plugins that are optional are off
    unless they are named in `enable`. With `strict`, a plugin that cannot be
    loaded raises PluginError, as does one that returns what it must not; NotADirectoryError where a folder is none.

    With `isolate`, a number of seconds, installed plugins and those in folders read articles in a process of its own. One
    that takes longer than that to load, or to read an article, is stopped there, and what the others found stays. Plugins
    given as objects, and what compares claims, stay in this process. ValueError where it is not above zero.

    >>> [info.reason for info in load_plugins(disable=["quotes"]).infos if info.name == "quotes"]
    ['disabled by name']
    """
    places = [os.fspath(folder) for folder in folders]
    off = dict.fromkeys(disable, "disabled by name")
    asked = list(enable)
    found = [*(installed(asked) if entry_points else ()), *in_folders(places)]
    isolated = None
    lost: dict[str, str] = {}
    if isolate is not None:
        isolated = Isolated(isolate, entry_points=entry_points, folders=places, enable=asked)
        lost = isolated.load(off)
    return loaded([*found, *given(plugins)], off=off, lost=lost, strict=strict, isolated=isolated)


def loaded(
    found: Iterable[Found],
    *,
    off: Mapping[str, str],
    lost: Mapping[str, str] | None = None,
    strict: bool = False,
    isolated: Isolated | None = None,
    announce: Callable[[str], object] = lambda name: None,
) -> Plugins:
    """The plugins found, loaded in the order of their names; `announce` is told each name before it is loaded.

    Those in `off` are left alone, for the reason given there; those in `lost` are known to fail, in the words given there.
    """
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    infos: dict[int, PluginInfo] = {}
    diagnostics: list[Diagnostic] = []
    apart = set()
    in_order = sorted(found, key=lambda one: (one.name, one.distribution or "", one.file or ""))
    for place, one in enumerate(in_order):
        info = PluginInfo(one.name, distribution=one.distribution, version=one.version, file=one.file)
        why_off = off.get(one.name) or one.off
        if why_off is None and manager.has_plugin(one.name):
            why_off = "another plugin has this name"
            first = next(known for known in infos.values() if known.enabled and known.name == one.name)
            told = f"is not used: {why_off}, from {first.distribution or first.file or 'the program'}"
            diagnostics.append(Diagnostic("warning", told, plugin=one.name, version=one.version))
        if why_off is not None:
            infos[place] = evolve(info, enabled=False, reason=why_off)
            continue
        announce(one.name)
        try:
            if one.name in (lost or {}):
                raise _UnusableError((lost or {})[one.name])
            infos[place] = _registered(manager, one, info, diagnostics)
        except _UnusableError as unusable:
            if strict:
                raise PluginError(one.name, str(unusable)) from unusable.__cause__
            infos[place] = evolve(info, enabled=False, reason=str(unusable))
            diagnostics.append(Diagnostic("error", str(unusable), plugin=one.name, version=one.version))
        else:
            if isolated is not None and (one.distribution or one.file):
                apart.add(one.name)
    at_work = {info.name: info for info in infos.values() if info.enabled}
    hooks = {hook: _implementations(manager, hook, at_work) for hook in HOOKS}
    if isolated is not None:
        for hook in READING:
            hooks[hook] = tuple(
                evolve(one, call=partial(isolated.call, hook, one.info.name)) if one.info.name in apart else one
                for one in hooks[hook]
            )
    return Plugins(tuple(infos.values()), tuple(diagnostics), strict, hooks)


class _UnusableError(Exception):
    """Raised where a plugin is not to be used; the message says why."""


def _registered(
    manager: pluggy.PluginManager, found: Found, info: PluginInfo, diagnostics: list[Diagnostic]
) -> PluginInfo:
    """Load and register one plugin, and say what is known of it then; _UnusableError where something is wrong with it."""
    plugin: object = None
    try:
        plugin = found.load()
        hash(plugin)  # pluggy keeps plugins in sets: what cannot be there is told at the door
        if problem := contract_problem(plugin, manager):
            raise _UnusableError(problem)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is deprecated is told as a diagnostic, which names the plugin
            manager.register(plugin, found.name)
        manager.check_pending()
        return _completed(info, manager, diagnostics)
    except (KeyboardInterrupt, _UnusableError):
        raise
    except BaseException as error:  # a module that calls exit() while it is imported ends nothing but itself
        if manager.has_plugin(found.name):
            manager.unregister(name=found.name)
        home = home_of(plugin) if plugin is not None else home_of_import(error)
        raise _UnusableError(f"cannot be loaded: {in_words(error, home)}") from error


def _completed(info: PluginInfo, manager: pluggy.PluginManager, diagnostics: list[Diagnostic]) -> PluginInfo:
    """What is known of a plugin once it is registered; the deprecated parameters that it takes are told."""
    plugin = manager.get_plugin(info.name)
    version = getattr(plugin, "__version__", None)
    kinds = getattr(plugin, "kinds", ())
    stated = () if isinstance(kinds, str) or not isinstance(kinds, Iterable) else kinds
    info = evolve(
        info,
        version=info.version or (version if isinstance(version, str) else None),
        hooks=tuple(sorted(caller.name for caller in manager.get_hookcallers(plugin) or ())),
        kinds=tuple(sorted({kind for kind in stated if isinstance(kind, str)})),
    )
    if not info.hooks:
        told = "implements no hook: an extractor is a function extract_claims(article) under @hookimpl"
        diagnostics.append(Diagnostic("warning", told, plugin=info.name, version=info.version))
    for message in _deprecated(manager, plugin):
        diagnostics.append(Diagnostic("warning", message, plugin=info.name, version=info.version))
    return info


def _deprecated(manager: pluggy.PluginManager, plugin: Any) -> Iterable[str]:
    """What a plugin takes of a hook that is on its way out, in words."""
    for caller in manager.get_hookcallers(plugin) or ():
        leaving = (caller.spec and caller.spec.warn_on_impl_args) or {}
        for impl in caller.get_hookimpls():
            if impl.plugin is plugin:
                at = defined_at(impl.function, home_of(plugin))
                for name in sorted(set(impl.argnames) & leaving.keys()):
                    yield f"takes {name!r} in {caller.name}, which is deprecated: {leaving[name]}{at}"


def _implementations(
    manager: pluggy.PluginManager, hook: str, at_work: Mapping[str, PluginInfo]
) -> tuple[Implementation, ...]:
    """One for each plugin that implements a hook: it calls itself and all wrappers, but no other plugin."""
    impls = getattr(manager.hook, hook).get_hookimpls()
    plain = [impl for impl in impls if not (impl.wrapper or impl.hookwrapper)]
    plain.sort(key=lambda impl: (not impl.tryfirst, impl.trylast, impl.plugin_name))
    around = [impl for impl in impls if impl.wrapper or impl.hookwrapper]
    wrappers = tuple(
        Implementation(at_work[impl.plugin_name], impl.function, impl.function, home_of(impl.plugin)) for impl in around
    )
    made = []
    for impl in plain:
        others = [other.plugin for other in plain if other is not impl]
        call = manager.subset_hook_caller(hook, others)
        alone = manager.subset_hook_caller(hook, [*others, *(one.plugin for one in around)])
        info = at_work[impl.plugin_name]
        made.append(Implementation(info, impl.function, call, home_of(impl.plugin), wrappers=wrappers, alone=alone))
    return tuple(made)
