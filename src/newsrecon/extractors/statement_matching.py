"""The same assertion in several outlets: *Moscow delisted the group in April*, *The Taliban was removed from Russia’s list*.

Theory of operation. A statement is a set of content words, one token for each name as the register has it, and beside it what
must not differ: negation, modality, numbers of one thing, times, who did it to whom. The likeness is the weight of what two
have in common, each word weighing by its rarity in the story, against the weight of both, and of the shorter alone, since
outlets cut and add. Names weigh little, everybody in the story uses them; descriptions of what has been named weigh next to
nothing. What is shared must weigh something in itself: two short clauses are soon alike. Vetoes come after
(`statement_vetoes.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from itertools import combinations
from math import exp

from newsrecon.extractors.contradictions import (
    contradiction,
    denial,
    different_subjects,
    figures_apart,
    may_have_changed,
    opposing_keys,
)
from newsrecon.extractors.deeds import kindred
from newsrecon.extractors.oppositions import predicates
from newsrecon.extractors.other_deeds import (
    doing_otherwise,
    of_kin,
    of_other_years,
    of_others,
    refuses_what,
    years_beside,
)
from newsrecon.extractors.outcomes import may_tell_outcomes
from newsrecon.extractors.phrase_matching import listed, relate_phrases, same_phrase
from newsrecon.extractors.refinement import by_two_roles, more_exactly, more_of_it, says_all
from newsrecon.extractors.routes import goes_otherwise, on_the_way, still_under_way
from newsrecon.extractors.sexes import to_another_sex
from newsrecon.extractors.since_when import may_tell_tenure
from newsrecon.extractors.single_amounts import ends_alike
from newsrecon.extractors.single_measures import of_another_length, tell_one_deal
from newsrecon.extractors.single_times import event_of, happens_once, of_another_time, strikes
from newsrecon.extractors.slots import share_slots, tells_outside
from newsrecon.extractors.sorts import of_another_sort
from newsrecon.extractors.statement_measures import (
    Figure,
    counted_otherwise,
    is_a_guess,
    timed_otherwise,
    times_apart,
    units,
)
from newsrecon.extractors.statement_reading import Assertion, read
from newsrecon.extractors.statement_topics import apart_in_what_they_say, one_topic
from newsrecon.extractors.statement_vetoes import are_one_event, veto_of
from newsrecon.extractors.tallies import by_tally, tell_shares
from newsrecon.extractors.which_of_two import of_another_side
from newsrecon.extractors.word_sorts import tokens_with_sorts
from newsrecon.matching import Entailment, Likeness, Matcher, Relation

__all__ = ["statement_matcher"]
THRESHOLD = 0.5
RAREST = 7
"""So many tokens of a statement make blocks."""
ALONE = 0.6
"""A token that weighs so much makes a block by itself: in a story of any size few have it."""
ENOUGH = 0.25
"""The weight in common at which an overlap counts for half; that of the rarest word is one."""
SAME_FIGURE = 0.5
"""What a number of the same thing weighs."""
SAME_TIME = 1.0
"""What a time in common weighs that nothing else in the story has."""
MIDDLE = 0.33
STEEPNESS = 8.0
"""Overlap becomes likeness by a logistic curve, half at the middle: a fact told at length and one in passing can be one."""
AGREED = 1.2
"""What an overlap counts for where the same is said of the same."""
CONTRADICTED = 0.9
"""The likeness of a statement and its denial: they are of one thing."""
KINDRED = 0.5
"""What two verbs that may tell one deed count for in common, where each of one verb counts for one."""
SAME_MOVE = 0.9
"""The likeness of two statements of one change of home."""
COMPANY = 3
"""So many names in common tell that both are of one thing, even if it is put in other words throughout."""
SPOKEN_OF = 0.5
"""What a likeness counts for that rests on what two statements speak of alone."""
LONELY = 0.8
"""What an overlap counts for that rests on one telling word."""


def statement_matcher() -> Matcher[Assertion]:
    """The matcher of statements."""
    return Matcher(
        "statement",
        read=read,
        keys=_keys,
        same=_same,
        relate=_relate,
        variant=_variant,
        grows=_grows,
        sharpens=more_exactly,
        threshold=THRESHOLD,
    )


def _keys(one: Assertion) -> Iterable[Hashable]:
    if one.phrase == "nationality":
        return [("nationality", one.subject)] if one.subject else []
    if one.phrase == "injury":
        return ["injury"]
    if one.phrase == "place":
        return [("place", token) for token in sorted(one.tokens)]
    return _told_keys(one)


def _told_keys(one: Assertion) -> Iterable[Hashable]:
    """Each two of the rarest tokens, each with the year that is told, and each alone that hardly anything else has.

    A token that no other passage of the story has brings none together, so such tokens come last.
    """
    rarest = sorted(one.tokens, key=lambda token: (token in one.unmet, -one.weights[token], token))[:RAREST]
    keys: list[Hashable] = [*combinations(sorted(rarest), 2)]
    keys += [("moves", one.subject)] if one.goal else []
    keys += [("does", one.subject, one.predicate)] if one.subject and one.predicate in one.core else []
    keys += opposing_keys(one)
    keys += [token for token in rarest if one.weights[token] >= ALONE]
    keys += [(token, year) for year in sorted({time.begin[:4] for time in one.times}) for token in rarest]
    return keys


def _same(left: Assertion, right: Assertion) -> Likeness:
    if left.phrase != right.phrase:
        return Likeness(0.0, f"one is no more than a {left.phrase or right.phrase}", veto=True)
    if left.phrase is not None:
        return same_phrase(left, right)
    if _is_one_move(left, right):
        return Likeness(SAME_MOVE, f"both tell when {left.shown.get(left.subject or '', 'it')!r} moved")
    shared_words = left.words & right.words
    if left.echoes and right.echoes:
        shared_words -= left.echoes & right.echoes
    shared = shared_words | (left.names & right.names)
    meet = _time_in_common(left, right)
    in_company = bool(meet and shared) or len(shared) >= COMPANY
    of_one = in_company or (shared_words <= units() and _of_one_thing(left, right))
    if not shared_words and not of_one:
        return _STRANGE
    denied = denial(left, right)
    if denied:
        return Likeness(CONTRADICTED, f"both are about {listed(left, shared)}")
    against = contradiction(left, right)
    if against:
        return Likeness(CONTRADICTED, f"both are about {listed(left, shared)}")
    if shared_words <= units() and not of_one:
        return _STRANGE  # 300 million a year, 400,000 cars a year
    score = _score(left, right, shared, meet)
    veto = veto_of(left, right)
    if score < THRESHOLD:  # as most are, and what they have in common is listed for none of them
        return Likeness(score, veto or "they have too little in common", veto=veto is not None)
    if veto:
        return Likeness(score, f"both have {listed(left, shared)}, but {veto}", veto=True)
    if not meet and not _shared_figures(left, right) and one_topic(left, right, shared):
        return Likeness(score * SPOKEN_OF, f"both only speak of {listed(left, shared)}")
    return Likeness(score, f"both have {listed(left, shared)}{' and one time' if meet else ''}")


def _of_one_thing(left: Assertion, right: Assertion) -> bool:
    """Whether both may be of one state, or of what happens once, in whatever words: *landed*, *touched down*."""
    if (
        (left.states and right.states)
        or tell_shares(left, right)
        or share_slots(left, right)
        or goes_otherwise(left, right)
        or tell_one_deal(left, right)
    ):
        return True
    if left.times and right.times and strikes(left) and strikes(right):
        return True
    named = left.subject is not None and left.subject == right.subject
    if named and may_tell_outcomes(left, right):
        return True
    return named and (may_tell_tenure(left, right) or (happens_once(left) and event_of(left) == event_of(right)))


_STRANGE = Likeness(0.0, "they have no telling word in common")
"""What most pairs that meet come to, made once."""


def _time_in_common(left: Assertion, right: Assertion) -> float:
    """What a time that both give weighs; 0 where they have none."""
    if not left.times or not right.times:
        return 0.0
    both = [min(one.telling, other.telling) for one in left.times for other in right.times if one.tells_the_same(other)]
    return SAME_TIME * max(both, default=0.0)


def _score(left: Assertion, right: Assertion, shared: Collection[str], meet: float) -> float:
    """How much of what they say is one, from 0 to 1."""
    weight = (left.weight_of(shared) + right.weight_of(shared)) / 2
    mine, theirs = left.weight, right.weight
    if meet:
        weight, mine, theirs = weight + meet, mine + meet, theirs + meet
    if left.figures and right.figures:
        same = sum(map(_telling, _shared_figures(left, right)))
        weight, mine, theirs = weight + same, mine + same, theirs + same
    if _tell_by_kindred_verbs(left, right):
        weight += KINDRED * (left.weights[left.predicate] + right.weights[right.predicate]) / 2
    overlap = 0.5 * weight / (mine * theirs) ** 0.5 + 0.5 * weight / min(mine, theirs)
    if different_subjects(left, right):
        overlap *= 0.8
    elif _agree(left, right):
        overlap *= AGREED
    if len(left.core & right.core) + bool(meet) < 2:
        overlap *= LONELY
    overlap = min(1.0, overlap * weight / (weight + ENOUGH))
    return 1 / (1 + exp(STEEPNESS * (MIDDLE - overlap)))


def _tell_by_kindred_verbs(left: Assertion, right: Assertion) -> bool:
    """Whether their verbs are two that may tell one deed, and neither has the other's."""
    if right.predicate not in kindred(left.predicate):
        return False
    mine, theirs = left.words - right.words, right.words - left.words
    return left.predicate in mine and right.predicate in theirs


def _shared_figures(left: Assertion, right: Assertion) -> list[Figure]:
    return [one for one in left.figures if one in right.figures]


def _telling(figure: Figure) -> float:
    """What a figure in common weighs: half where it measures what many things have, such as an age."""
    return SAME_FIGURE / 2 if figure.noun in units() else SAME_FIGURE


def _agree(left: Assertion, right: Assertion) -> bool:
    """Whether the predicate is one, and of one subject as far as both name it."""
    if left.predicate != right.predicate or left.predicate not in left.core:
        return False
    return left.subject is not None and right.subject is not None and left.passive == right.passive


def _is_one_move(left: Assertion, right: Assertion) -> bool:
    """Whether both tell in which year one and the same moved its home to one place; visits, told by the day, may be many."""
    if left.goal is None or right.goal is None or left.subject is None or left.subject != right.subject:
        return False
    if left.article == right.article or left.negated or right.negated or left.modality or right.modality:
        return False
    years = [one.told for one in (left, right) if one.told is not None and one.told.is_year]
    here, there = set(left.goal[1:].split()), set(right.goal[1:].split())
    return len(years) == 2 and (here <= there or there <= here)


# ---------------------------------------------------------------- what one says about the other


def _variant(one: Assertion) -> Hashable:
    """What is said, so far as two wordings of it are one value."""
    if one.phrase == "injury":
        return one.phrase, tuple(sorted(one.states[0].sides))
    if one.phrase == "nationality":
        return one.phrase, tuple(sorted(one.nations)), one.abroad or ""
    return (
        tuple(sorted(one.core)),
        (one.when.begin, one.when.end) if one.when else None,
        tuple((figure.noun, figure.low, figure.high) for figure in one.figures),
        one.negated,
        one.to_self,
        one.modality or "",
        one.route or (),
        not one.predicate and on_the_way(one),
        tells_outside(one),
        tuple(sorted(one.tokens - one.core & tokens_with_sorts().keys())),
        one.subject if one.deed[0] in predicates("beating") else None,
        tuple((state.scale, tuple(sorted(state.sides))) for state in one.states),
        tuple(sorted(years_beside(one))),
    )


def _relate(left: Assertion, right: Assertion) -> Entailment:
    # Most pairs differ in their words, which is seen before anything is worked out.
    if (left.phrase or left.core == right.core) and _variant(left) == _variant(right):
        return Entailment(Relation.EQUAL, "both say the same")
    if left.phrase == right.phrase and (told := relate_phrases(left, right)) is not None:
        return told
    against = contradiction(left, right)
    if against:
        return Entailment(Relation.CONFLICTS, f"both tell one event, but {against}")
    denied = denial(left, right)
    if denied:
        return Entailment(Relation.CONFLICTS, denied)
    if of_two := next((reason for rule in _OF_TWO if (reason := rule(left, right))), None):
        return Entailment(Relation.UNRELATED, of_two)
    if says_all(left, right):
        return _refining(Relation.REFINES, left, right)
    if says_all(right, left):
        return _refining(Relation.REFINED_BY, right, left)
    event = are_one_event(left, right) or _is_one_move(left, right)
    if left.negated == right.negated and left.modality == right.modality and event:
        apart = times_apart(left.when, right.when) if left.told or right.told else None
        apart = None if is_a_guess(left.when, right.when) else apart
        counts = _measure_one_thing(left, right) and not of_another_time(left, right)
        apart = apart or (figures_apart(left, right) if counts else None)
        if apart:
            return Entailment(Relation.CONFLICTS, f"both tell one event, but {apart}")
    same = left.predicate == right.predicate
    if otherwise := counted_otherwise(left.counted, right.counted, left.shown, same=same) or timed_otherwise(
        left.times, right.times
    ):
        return Entailment(Relation.UNRELATED, otherwise)
    if apart := apart_in_what_they_say(left, right):
        return Entailment(Relation.UNRELATED, apart)
    return Entailment(Relation.OVERLAPS, "each says something the other does not")


_OF_TWO = (
    doing_otherwise,
    refuses_what,
    still_under_way,
    of_kin,
    of_others,
    of_another_side,
    by_two_roles,
    to_another_sex,
    of_another_length,
    of_another_sort,
    of_other_years,
)
"""Why what one says is not told by the other, even if that has all its words."""


def _measure_one_thing(left: Assertion, right: Assertion) -> bool:
    """Whether two figures may be of one thing: a share is of what the other words tell, *raise wages by 5 percent*.

    Nor is what is told of one place that of all: *Sales rose by 4 percent*, *by 6 percent in Asia*.
    """
    if not ends_alike(left, right, points=True):
        return False  # cut the lead by 5 points, to 3 points
    if not any(figure.noun in units() for side in (left, right) for figure in side.figures):
        return True
    if any(left.types.get(name, right.types.get(name)) == "place" for name in left.names ^ right.names):
        return False
    return left.core <= right.core or right.core <= left.core


def _grows(old: Assertion, new: Assertion) -> bool:
    """Whether the new one counts more (*12 people were held*, later *15*), or tells what may have happened since."""
    if may_have_changed(old, new):
        return True
    if (times_apart(old.when, new.when) and (old.told or new.told)) or by_tally(old, new) is not None:
        return False
    counted = [(one, other) for one in old.figures for other in new.figures if one.noun == other.noun]
    apart = [(one, other) for one, other in counted if not one.meets(other)]
    return bool(apart) and all(other.low > one.high and one.noun not in units() for one, other in apart)


def _refining(relation: Relation, sharp: Assertion, vague: Assertion) -> Entailment:
    """That one says all the other says, and whether it tells more of the same."""
    more = more_of_it(sharp, vague)
    return Entailment(
        relation, more or "one says all the other says, and tells no more of it", sharper=more is not None
    )
