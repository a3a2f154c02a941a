"""When one statement is a sharper form of another: *Two people were held on Monday* beside *People were held*.

To refine is to entail: all content words of the vaguer statement are in the sharper one, its figures hold the sharper ones, its
time holds the sharper time, and both are said to be so, or not, in the same way. And the sharper one says more of the same deed.
"""

from __future__ import annotations

from newsrecon.extractors.opposed_deeds import opposites
from newsrecon.extractors.statement_measures import units
from newsrecon.extractors.statement_reading import Assertion

__all__ = ["says_all"]


def says_all(sharp: Assertion, vague: Assertion) -> bool:
    """Whether one says all the other says, and more: whoever believes it believes the other, too."""
    return (
        not sharp.phrase
        and not _is_undone(vague, sharp)
        and _says_more(sharp, vague)
        and (sharp.negated, sharp.modality) == (vague.negated, vague.modality)
        and vague.core <= sharp.core
        and (vague.when is None or (sharp.when is not None and sharp.when.within(vague.when)))
        and all(any(mine.within(figure) for mine in sharp.figures) for figure in vague.figures)
    )


def _is_undone(one: Assertion, other: Assertion) -> bool:
    """Whether the other statement has the predicate of the one beside its opposite: *opened*, *closed and opened again*."""
    return one.predicate in other.core and not opposites().get(one.predicate, frozenset()).isdisjoint(other.core)


def _says_more(sharp: Assertion, vague: Assertion) -> bool:
    """Whether the sharper one says when where the other leaves it open or, of the same deed, how many, who, how or where.

    A name in place of *she* or *the group*, or of a subject that is left out, tells no more than they do where they stand; nor do
    somebody's age and a tense.
    """
    if sharp.told != vague.told:
        return True
    if sharp.predicate != vague.predicate or sharp.predicate not in vague.core:
        return False
    if {figure for figure in sharp.figures if figure.noun not in units()} - set(vague.figures):
        return True
    if sharp.core - vague.core - sharp.names - sharp.echoes:
        return True
    left_out = {sharp.subject} if vague.subject is None else set()
    return len(sharp.names - vague.names - left_out) > max(0, vague.stands_for - sharp.stands_for)
