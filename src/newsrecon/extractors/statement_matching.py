"""The same assertion in several outlets: *Moscow delisted the group in April*, *The Taliban was removed from Russia’s list*.

Theory of operation. A statement is a set of content words, one token for each name as the register has it, and beside it what
must not differ: negation, modality, numbers of one thing, times, who did it to whom. The likeness is the weight of what two
have in common, each word weighing by its rarity in the story, against the weight of both, and of the shorter alone, since
outlets cut and add. Names weigh little, everybody in the story uses them; descriptions of what has been named weigh next to
nothing. What is shared must weigh something in itself: two short clauses are soon alike. Vetoes come after.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from datetime import date, timedelta
from itertools import combinations
from math import exp

from newsrecon.extractors.circumstances import other_circumstances
from newsrecon.extractors.contradictions import (
    contradiction,
    denial,
    different_subjects,
    figures_apart,
    may_have_changed,
    of_another_occasion,
    of_any,
    opposing_keys,
)
from newsrecon.extractors.deeds import kindred
from newsrecon.extractors.in_order import of_another_in_order
from newsrecon.extractors.opposed_deeds import opposed, undoes
from newsrecon.extractors.oppositions import predicates
from newsrecon.extractors.other_deeds import (
    doing_otherwise,
    of_kin,
    of_other_years,
    of_others,
    refuses_what,
    swapped,
    years_beside,
)
from newsrecon.extractors.outcomes import may_tell_outcomes
from newsrecon.extractors.phrase_matching import listed, relate_phrases, same_phrase
from newsrecon.extractors.refinement import by_two_roles, more_exactly, more_of_it, says_all
from newsrecon.extractors.routes import goes_back, goes_otherwise, on_the_way, still_under_way
from newsrecon.extractors.sexes import of_another_sex, to_another_sex
from newsrecon.extractors.since_when import may_tell_tenure
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
from newsrecon.extractors.statement_names import country_of, is_government, stands_for
from newsrecon.extractors.statement_reading import DENIED, Assertion, read
from newsrecon.extractors.statement_topics import apart_in_what_they_say, one_topic
from newsrecon.extractors.statement_words import predicates_in
from newsrecon.extractors.sufferers import takes_place
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
    veto = _veto(left, right)
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


def _veto(left: Assertion, right: Assertion) -> str | None:
    if left.negated != right.negated and left.deed[1] != right.deed[1]:
        return "one denies what the other says"  # failed to explode, did not go off
    if other_in_order := of_another_in_order(left, right):
        return other_in_order
    if against := opposed(left, right) or undoes(left, right):
        return against
    if left.judgement * right.judgement < 0:
        return "one calls good what the other calls bad"
    if left.modality != right.modality and (_says_less(left, right) or _says_less(right, left)):
        return "one does not say that it is so"
    if _of_other_nations(left, right):
        return "they are about different countries"
    if _other_turns(left, right):
        return "what happens only once is not something else"
    if goes_back(left, right):
        return "one goes there, the other back"
    if _was_told_before(left, right) or _was_told_before(right, left):
        return "one was told as done before the day of the other"
    if before := of_another_occasion(left, right):
        return before
    if (left.tells_how or right.tells_how) and (other := _other_circumstances(left, right)):
        return other
    if _swapped(left, right):
        return "who does it and who suffers it are swapped"
    if other_way := swapped(left, right):
        return other_way
    if left.person and right.person and left.passive == right.passive and not _share_doers(left, right):
        return "one tells it of one person, the other of another"
    if of_two := of_another_sex(left, right):
        return of_two
    if left.sufferers != right.sufferers and (_one_and_many(left, right) or _one_and_many(right, left)):
        return "it happens to one here and to several there"
    apart = figures_apart(left, right) or times_apart(left.told, right.told)
    return apart if apart and not _one_event(left, right) else None


_NOT_SO = frozenset((DENIED, "deny", "plan", "condition", "may"))
"""The modalities of what is not said to be so."""


def _says_less(one: Assertion, other: Assertion) -> bool:
    """Whether one says less than that it is so, and not as the other does.

    What is planned is what will be, *rejected* is so where the other has *turned down*, too, and what one failed to do, where
    the other has not done it.
    """
    if one.modality not in _NOT_SO:
        return False
    if one.modality == "plan" and other.modality is None:
        return not other.will_be or one.predicate in predicates("asking")
    if one.modality != "deny" or other.modality is not None:
        return True
    return one.predicate not in other.words and not (one.deed[1] and one.deed == other.deed)


def _was_told_before(one: Assertion, other: Assertion) -> bool:
    """Whether one was told as done, without a time, before the day of which the other tells: *few trains ran*, on Thursday."""
    if one.times or one.published is None or other.told is None or one.modality is not None or one.will_be:
        return False
    next_day = min(one.published, date.max - timedelta(1)) + timedelta(1)
    is_later = not other.told.borrowed and other.told.begin[:10] > str(next_day)
    return is_later and one.frame is not None and one.frame.tense == "past"


def _other_turns(left: Assertion, right: Assertion) -> bool:
    """Whether one tells what happens only once, and the other another such thing, or a move: *was born*, *died*, *moved*."""
    one, other = _turn(left), _turn(right)
    if not one or not other or one == other:
        return False
    return left.predicate not in right.words and right.predicate not in left.words


def _turn(one: Assertion) -> str | None:
    return "move" if one.goal else one.predicate if one.predicate in predicates_in("once") else None


def _of_other_nations(left: Assertion, right: Assertion) -> bool:
    """Whether the subjects name countries of which the other statement has none: *China sent troops*, *Russia sent troops*."""
    if left.passive != right.passive or not left.nations or not right.nations:
        return False
    mine, theirs = (one.nations.union(map(country_of, one.names)) for one in (left, right))
    return left.nations.isdisjoint(theirs) and right.nations.isdisjoint(mine)


def _other_circumstances(left: Assertion, right: Assertion) -> str | None:
    """Why two deeds were done in two ways, if they were."""
    if left.claim is None or right.claim is None:
        return None
    return other_circumstances(left.claim.mention.text, right.claim.mention.text)


def _share_doers(left: Assertion, right: Assertion) -> bool:
    """Whether the one who is the subject here is named there, too: *Berg met Rask*, *Rask met Berg*."""
    return left.subject in right.names or right.subject in left.names


def _swapped(left: Assertion, right: Assertion) -> bool:
    """Whether the two say the same of each other's subjects: *Rome beat Milan*, *Milan beat Rome*."""
    if left.predicate != right.predicate or not left.subject or not right.subject or left.subject == right.subject:
        return False
    return left.passive == right.passive and left.subject in right.names and right.subject in left.names


def _one_and_many(one: Assertion, many: Assertion) -> bool:
    """Whether what is done to one here is done to several there: *80 were killed*, *shot dead the driver*."""
    if one.sufferers != "one" or many.sufferers != "several":
        return False
    if one.claim is not None and many.claim is not None and takes_place(one.claim) != takes_place(many.claim):
        return False  # the shooting happened, four were shot
    return one.predicate in many.words or many.predicate in one.words


def _one_event(left: Assertion, right: Assertion) -> bool:
    """Whether both surely tell one event: one predicate and subject, no strangers, and a further telling word.

    What happens only once needs none.
    """
    if left.predicate != right.predicate or left.passive != right.passive or left.predicate not in left.core:
        return False
    if (
        left.subject is None
        or right.subject is None
        or of_any(left, right)
        or of_another_side(left, right)
        or left.predicate in predicates("repeatable")
    ):
        return False
    if left.subject != right.subject and not stands_for(left.subject, right.subject):
        return False
    if left.modality == right.modality == "plan" and _of_two_things(left, right):
        return False
    subjects = {left.subject, right.subject}
    further = (left.core & right.core) - subjects - {left.predicate}
    return bool(further or left.predicate in predicates_in("once")) and not _strangers(
        left.names - right.names - subjects, right.names - left.names - subjects
    )


def _of_two_things(left: Assertion, right: Assertion) -> bool:
    """Whether each tells of another thing that it is done to: *plans to open a shop*, *plans to open a plant*."""
    things = [one.frame.done_to for one in (left, right) if one.frame is not None and one.frame.done_to is not None]
    return len(things) == 2 and things[0].words.isdisjoint(right.tokens) and things[1].words.isdisjoint(left.tokens)


def _is_one_move(left: Assertion, right: Assertion) -> bool:
    """Whether both tell in which year one and the same moved its home to one place; visits, told by the day, may be many."""
    if left.goal is None or right.goal is None or left.subject is None or left.subject != right.subject:
        return False
    if left.article == right.article or left.negated or right.negated or left.modality or right.modality:
        return False
    years = [one.told for one in (left, right) if one.told is not None and one.told.is_year]
    here, there = set(left.goal[1:].split()), set(right.goal[1:].split())
    return len(years) == 2 and (here <= there or there <= here)


def _strangers(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Whether each side names someone whom nobody on the other side can be."""
    return any(not any(_can_be(one, other) for other in theirs) for one in mine) and any(
        not any(_can_be(one, other) for one in mine) for other in theirs
    )


def _can_be(left: str, right: str) -> bool:
    """Whether two names may be of one: a country and its ministry, a country and a government named without it."""
    if stands_for(left, right):
        return True
    countries = country_of(left) == left, country_of(right) == right
    return countries[0] != countries[1] and any(is_government(one) for one in (left, right))


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
    event = _one_event(left, right) or _is_one_move(left, right)
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
