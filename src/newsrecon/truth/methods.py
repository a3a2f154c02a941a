"""The methods by name."""

from __future__ import annotations

from newsrecon.truth.accuracy import accu, accu_copy
from newsrecon.truth.ballot import TruthMethod
from newsrecon.truth.hierarchy import hierarchical
from newsrecon.truth.trust import pooled_investment, truthfinder
from newsrecon.truth.voting import vote

__all__ = ["DEFAULT", "METHODS"]

METHODS = {
    method.name: method
    for method in (
        TruthMethod("vote", vote),
        TruthMethod("accu", accu),
        TruthMethod("accu-copy", accu_copy),
        TruthMethod("truthfinder", truthfinder),
        TruthMethod("pooled-investment", pooled_investment),
        TruthMethod("hierarchical", hierarchical),
    )
}

DEFAULT = "hierarchical"
