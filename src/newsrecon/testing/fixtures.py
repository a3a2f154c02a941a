"""Fixtures for tests of plugins, had by `pytest_plugins = ["newsrecon.testing.fixtures"]` in a `conftest.py`.

They are asked for and not simply there, so that nobody who installs newsrecon for other reasons finds a fixture named `article`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsrecon.model import Article
from newsrecon.plugins import Plugins, load_plugins

__all__ = ["article", "plugin_manager"]

PUBLISHED = "2025-07-04"


@pytest.fixture
def article() -> Callable[..., Article]:
    """Makes articles of bare texts: with an id and an outlet of its own each, of Friday, 4 July 2025, if not told otherwise."""
    made: list[Article] = []

    def make(text: str, **given: Any) -> Article:
        number = len(made) + 1
        made.append(
            Article(text, **{"id": f"article-{number}", "source": f"Outlet {number}", "published": PUBLISHED, **given})
        )
        return made[-1]

    return make


@pytest.fixture
def plugin_manager() -> Callable[..., Plugins]:
    """Loads the plugins given, and none of those that happen to be installed; what goes wrong with one is an error."""

    def load(*plugins: object, strict: bool = True) -> Plugins:
        return load_plugins(plugins, entry_points=False, strict=strict)

    return load
