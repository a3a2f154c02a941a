"""Whom to believe: how likely each value of each slot is, from many origins' votes and from how right each has been."""

from newsrecon.truth.ballot import Ballot, SourceAccuracy, TruthMethod
from newsrecon.truth.methods import DEFAULT, METHODS

__all__ = ["DEFAULT", "METHODS", "Ballot", "SourceAccuracy", "TruthMethod"]
