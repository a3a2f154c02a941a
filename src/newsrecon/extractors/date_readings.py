"""The readers of all patterns, by the name the patterns give them.

A reader makes an expression of what stood at the named places of a phrase. It returns None for a false friend: *may* the
verb, *Sunday Times*, *2,000 people*, *a second term*.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from newsrecon.extractors import (
    days_and_feasts,
    days_and_months,
    hours,
    parts_of_years,
    relative_dates,
    time_lengths,
    years,
)
from newsrecon.extractors.date_context import Surroundings
from newsrecon.extractors.date_parts import Read
from newsrecon.extractors.date_patterns import Phrase

__all__ = ["READERS"]

Reader = Callable[[Phrase, Surroundings], Read]
READERS: Final[Mapping[str, Reader]] = {
    name.removeprefix("read_"): getattr(module, name)
    for module in (days_and_feasts, days_and_months, hours, parts_of_years, relative_dates, time_lengths, years)
    for name in module.__all__
}
