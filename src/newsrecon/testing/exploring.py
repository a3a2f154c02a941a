"""Trying many cases, so that what fails is shown by the simplest of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Flaky
from hypothesis.strategies import SearchStrategy

__all__ = ["explore"]


def explore(cases: SearchStrategy[Any], check: Callable[[Any], object], count: int) -> None:
    """Try so many cases, the same ones each time; the failure that comes out is that of the simplest one."""

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=True,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(cases)
    def tried(case: Any) -> None:
        check(case)

    try:
        tried()
    except Flaky as error:
        raise AssertionError(f"promise broken: determinism: it fails on a text once and not again: {error}") from error
