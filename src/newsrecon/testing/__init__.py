"""What authors of plugins test with: Hypothesis strategies for the types of this library, and checks of its promises.

Strategies are named as plurals of what they make. `check_extractor` and `check_matcher` run every promise that the
library makes of its own extractors and matchers, and say which one is broken on which minimal text. Needs the extra
`newsrecon[test]`.

>>> from newsrecon import Matcher, relate_intervals
>>> matcher = Matcher("toll", relate=relate_intervals("low", "high"))
>>> check_matcher(matcher, [{"low": 9, "high": 12}, {"low": 9, "high": 9}])
"""

from newsrecon.testing.laws import check_matcher
from newsrecon.testing.parametrizing import parametrize_with_checks
from newsrecon.testing.promises import PROMISES, check_extractor
from newsrecon.testing.strategies import (
    Known,
    Planted,
    articles,
    claims,
    extractions,
    mentions,
    plantings,
    reconciliations,
    sources,
    spans,
    stories,
    texts,
    values,
)

__all__ = [
    "PROMISES",
    "Known",
    "Planted",
    "articles",
    "check_extractor",
    "check_matcher",
    "claims",
    "extractions",
    "mentions",
    "parametrize_with_checks",
    "plantings",
    "reconciliations",
    "sources",
    "spans",
    "stories",
    "texts",
    "values",
]
