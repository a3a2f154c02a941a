"""Each promise of a plugin as a test of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from newsrecon.extraction import extract
from newsrecon.matching import Matcher
from newsrecon.model import Article, Claim, Value
from newsrecon.plugins import Plugins, load_plugins
from newsrecon.testing.laws import check_matcher
from newsrecon.testing.promises import PROMISES, Examination

if TYPE_CHECKING:
    from pytest import MarkDecorator  # noqa: PT013 - a type, and the runner itself is imported only where tests are made

__all__ = ["parametrize_with_checks"]


def parametrize_with_checks(
    plugin: object,
    *,
    examples: Iterable[str] = (),
    beside: Iterable[object] = (),
    values: Mapping[str, Iterable[Mapping[str, Any]]] | None = None,
    max_texts: int = 100,
) -> MarkDecorator:
    """A decorator that makes a test function with an argument `check` one test for each promise of a plugin.

    There is one for each promise of `check_extractor`, if the plugin reads articles, and one for the matcher of each kind, which
    is tried on the claims found in the `examples` and on the `values` given for that kind.

    >>> import newsrecon.extractors.dates as plugin
    >>> @parametrize_with_checks(plugin, examples=["It rained on 3 July 2025."])
    ... def test_it_keeps_its_promises(check):
    ...     check()
    """
    import pytest

    told, others = tuple(examples), tuple(beside)
    plugins = load_plugins([plugin, *others], entry_points=False)
    checks = [*_of_reading(plugin, told, others, max_texts), *_of_matchers(plugin, plugins, told, values or {})]
    return pytest.mark.parametrize("check", [pytest.param(check, id=name.replace(" ", "-")) for name, check in checks])


def _of_reading(
    plugin: object, told: tuple[str, ...], others: tuple[object, ...], max_texts: int
) -> Iterator[tuple[str, Callable[[], None]]]:
    examination = Examination((plugin, *others), told, max_texts)
    for promise in PROMISES:
        if told or promise != "it finds something":
            yield promise, partial(examination.check, (promise,))


def _of_matchers(
    plugin: object, plugins: Plugins, told: tuple[str, ...], values: Mapping[str, Iterable[Mapping[str, Any]]]
) -> Iterator[tuple[str, Callable[[], None]]]:
    own = load_plugins([plugin], entry_points=False).matchers([])
    articles = [Article(text, id=f"example-{place}") for place, text in enumerate(told)]
    found = extract(articles, plugins=plugins).claims if own else ()
    for kind, matcher in own.items():
        claims = [claim for claim in found if claim.kind == kind]
        yield f"the matcher of {kind}", partial(check_matcher, matcher, [*claims, *_made_up(matcher, values)])
    for kind in sorted(values.keys() - own.keys()):
        raise ValueError(f"the plugin has no matcher for claims of kind {kind!r}, only for {', '.join(own) or 'none'}")


def _made_up(
    matcher: Matcher[Any], values: Mapping[str, Iterable[Mapping[str, Any]]]
) -> Iterator[Claim | Mapping[str, Any]]:
    for value in values.get(matcher.kind, ()):
        yield Value(value)
