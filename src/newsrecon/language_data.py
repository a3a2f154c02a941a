"""The language data that the library ships, by the names of its files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["data_table", "data_text"]


@cache
def data_table(name: str) -> Mapping[str, Any]:
    """What a TOML file of the data holds, read once and shared, so not to be changed: `data_table("verbs")` is `verbs.toml`."""
    return tomllib.loads(data_text(f"{name}.toml"))


def data_text(name: str) -> str:
    """The text of a file of the data."""
    return resources.files("newsrecon").joinpath("data", name).read_text(encoding="utf-8")
