"""How often Python looks for objects that hold each other and that nobody else holds.

Claims, spans and articles hold no cycles, and there are many of them. Looked through as often as Python would, they cost a tenth
of the time of a run, and half of it where a hundred thousand names are brought together.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

__all__ = ["look_seldom", "looking_seldom"]

_SELDOM = (100_000, 20, 100)


def look_seldom() -> None:
    """Look after a hundred thousand new objects rather than seven hundred, for the rest of this process."""
    gc.set_threshold(*_SELDOM)


class _Before:
    """What the thresholds were before the first of those who are at work raised them; threads may overlap."""

    lock = Lock()
    at_work = 0
    thresholds = gc.get_threshold()


@contextmanager
def looking_seldom() -> Iterator[None]:
    """The same for as long as something lasts; thresholds that are higher already, and a collector that is off, stay so.

    >>> before = gc.get_threshold()
    >>> with looking_seldom():
    ...     gc.get_threshold()[0] >= 100_000
    True
    >>> gc.get_threshold() == before
    True
    """
    with _Before.lock:
        if _Before.at_work == 0:
            _Before.thresholds = gc.get_threshold()
            if 0 < _Before.thresholds[0] < _SELDOM[0]:
                look_seldom()
        _Before.at_work += 1
    try:
        yield
    finally:
        with _Before.lock:
            _Before.at_work -= 1
            if _Before.at_work == 0:
                gc.set_threshold(*_Before.thresholds)
