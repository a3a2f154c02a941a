"""Whether a plugin keeps to the contract: the version it was written for, the hooks it implements, what those take."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pluggy

from newsrecon.errors import did_you_mean
from newsrecon.hookspecs import API_VERSION, OLDEST_API_VERSION
from newsrecon.plugins.blame import defined_at, home_of, shown

__all__ = ["HOOKS", "READING", "contract_problem"]

READING = ("extract_claims", "resolve_claims")
HOOKS = (
    *READING,
    "propose_candidates",
    "score_candidates",
    "register_matchers",
    "register_second_opinions",
    "register_truth_methods",
)


def contract_problem(plugin: object, manager: pluggy.PluginManager) -> str | None:
    """The first thing that keeps a plugin from being used, in words; None where nothing does."""
    return _version_problem(plugin) or next(_hook_problems(plugin, manager), None)


def _version_problem(plugin: object) -> str | None:
    stated = getattr(plugin, "api_version", API_VERSION)
    if not isinstance(stated, int) or isinstance(stated, bool):
        return f"its api_version is a whole number such as {API_VERSION}, not {shown(stated)}"
    if stated > API_VERSION:
        return (
            f"was written for version {stated} of the plugin contract, and this newsrecon has {API_VERSION}: "
            "a newer newsrecon may have it"
        )
    if stated < OLDEST_API_VERSION:
        return (
            f"was written for version {stated} of the plugin contract, which ended; the oldest is {OLDEST_API_VERSION}: "
            "a newer version of the plugin may have it"
        )
    return None


def _hook_problems(plugin: object, manager: pluggy.PluginManager) -> Iterator[str]:
    """What pluggy would refuse too, but with the author's own line, and what it would pass over in silence."""
    home = home_of(plugin)
    for name in dir(plugin):
        marks = manager.parse_hookimpl_opts(plugin, name)
        if marks is None:
            continue
        function = getattr(plugin, name)
        hook = marks.get("specname") or name
        if hook not in HOOKS:
            if not marks.get("optionalhook"):
                yield f"implements {hook!r}, which is no hook{did_you_mean(hook, HOOKS)}{defined_at(function, home)}"
        elif problem := _parameter_problem(function, getattr(manager.hook, hook).spec.argnames):
            yield f"its {hook} {problem}{defined_at(function, home)}"


def _parameter_problem(function: Callable[..., Any], given: tuple[str, ...]) -> str | None:
    for parameter in inspect.signature(function).parameters.values():
        if parameter.default is not parameter.empty or parameter.kind in (
            parameter.VAR_POSITIONAL,
            parameter.VAR_KEYWORD,
        ):
            continue
        if parameter.name not in given:
            hint = did_you_mean(parameter.name, given) or f"; it gives {', '.join(given) or 'nothing'}"
            return f"takes {parameter.name!r}, which the hook does not give{hint}"
        if parameter.kind is parameter.KEYWORD_ONLY:
            return f"takes {parameter.name!r} by keyword only, and hooks are called by position"
    return None
