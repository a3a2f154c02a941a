"""How often Python looks for objects that hold each other and that nobody else holds."""

from __future__ import annotations

import gc

__all__ = ["look_seldom"]


def look_seldom() -> None:
    """Look after a hundred thousand new objects rather than seven hundred.

    Claims, spans and articles hold no cycles, and there are many of them: looked through as often as Python would, they cost
    a tenth of the time of a run.
    """
    gc.set_threshold(100_000, 20, 100)
