"""What two statements only speak of: *The Lund mill burned down* and *Flour from the mill in Lund was sold* share a mill.

Words in common that stand side by side in both, as one noun phrase does, say what is spoken of. They are what is said where they
hold the verb of either, and may be where both stand behind verbs of which one tells nothing: *was in stable condition*.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from itertools import pairwise
from math import sqrt

from newsrecon.extractors.deeds import kinds_of_deed
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.oppositions import predicates, tokens
from newsrecon.extractors.other_deeds import (
    by_another,
    by_another_too,
    by_one_and_many,
    by_two_deeds,
    of_all_and_some,
    of_other_numbers,
    tell_one_deed,
    to_another,
)
from newsrecon.extractors.routes import goes_otherwise
from newsrecon.extractors.single_amounts import tells_level
from newsrecon.extractors.sorts import of_another_name
from newsrecon.extractors.statement_measures import Figure, counted_otherwise, in_one_unit, units
from newsrecon.extractors.statement_reading import Assertion, light_words
from newsrecon.extractors.statement_words import forms_in, predicate_of, predicates_in, words_of
from newsrecon.extractors.tenses import forms_of_be
from newsrecon.span import Span
from newsrecon.verbs import verbs, word_list
from newsrecon.word_classes import reporting
from newsrecon.wording import content_words

__all__ = ["apart_in_what_they_say", "one_topic"]

PART = 0.55
"""Of one or two words in common, so large a part of what two say, by the mean of their parts, tells that they say one thing."""
FEW = 3
"""So many telling words in common, if not more, may all stand in the subject of one of two statements."""

# a word, or a mark, at which a noun phrase ends
_WORD_OR_MARK = re.compile(r"[^\W_]+|[,;:.!?()\[\]\"“”—–]")


def one_topic(left: Assertion, right: Assertion, shared: Collection[str]) -> bool:
    """Whether all that two statements share is one noun phrase, and each says something else of it."""
    both_tell = left.predicate in left.words and right.predicate in right.words
    if left.predicate in shared or right.predicate in shared:
        # 'They signed' and 'signs greeted them' have a word in common, and nobody.
        return both_tell and left.predicate != right.predicate and len(shared) == 1
    if left.predicate == right.predicate and _verb(left) == _verb(right):
        return False
    sides = [_standing(one, shared) for one in (left, right)]
    if None in sides or "holds the verb" in sides:
        return False
    return both_tell or "in front" in sides


def apart_in_what_they_say(left: Assertion, right: Assertion) -> str | None:
    """Why two statements of one cluster do not bear each other out, if they do not: what they share says nothing of it.

    They may share words that tell little in any story (*last week*), a verb alone (*refused*), or only whom one of them is
    about; or one tells what somebody is to do, and the other that it was done. A time or a number in common tells enough, and
    so does a place, which is all that a phrase of place says.
    """
    if left.phrase or right.phrase:
        return None
    if _wants(left, right) or _wants(right, left):
        return "one tells what somebody is to do, the other that it was done"
    if left.predicate != right.predicate and not predicates_in("taking_back").isdisjoint(
        (left.predicate, right.predicate)
    ):
        return "one tells what was taken back, and by whom"
    if goes_otherwise(left, right):
        return "they do not go one way"
    if otherwise := next((told for rule in _OF_TWO if (told := rule(left, right))), None):
        return otherwise
    if _tells_how_many(left, right) or _tells_how_many(right, left):
        return "one tells how many one has, the other something else"
    if _tells_how_much(left, right) or _tells_how_much(right, left):
        return "one tells how many or how much it is, the other something else"
    if _is_another_thing(left, right) or _is_another_thing(right, left):
        return "one tells what somebody is of whom the other does not tell"
    if _called_off_here(left, right) or _called_off_here(right, left):
        return "one tells that it was called off, the other that it was done"
    if _to_do_something_else(left, right):
        return "they are to do two things"
    if _has_another_thing_done(left, right):
        return "two things are done to one"
    shared = ((left.words & right.words) - (left.echoes & right.echoes)) | (left.names & right.names)
    linked = _says_it(left, right) or _says_it(right, left)
    if not linked and left.will_be != right.will_be:
        return "one tells what is to come, and the other something else"
    if _only_report(left, right, shared):
        return "each tells that one said something, and not what"
    only_whom = len(shared) < FEW and shared <= left.names | light_words()
    says_it = tell_one_deed(left, right)
    if (not linked and only_whom) or (not says_it and all(_says_else(one, shared) for one in (left, right))):
        return "each says something else of whom both tell"
    telling = sorted((shared & left.core & right.core) - units())
    at_once = any(
        one.tells_the_same(other) and one.is_telling and other.is_telling for one in left.times for other in right.times
    )
    if at_once and linked:
        return None
    counted = [figure for figure in left.figures if figure in right.figures and figure.noun not in units()]
    if any(linked or not (figure.noun in tokens("anybody") or _counts_whom(left, right, figure)) for figure in counted):
        return None  # three men may be other three men
    if _done_to_others(left, right, telling):
        return "one deed is done to one here, and to another there"
    if not telling or shared <= light_words():
        return "the words that both have tell little"
    if len(shared) == 1 and telling[0] in (left.predicate, right.predicate) and telling[0] not in predicates_in("once"):
        return "both have a verb in common, and nothing else"
    if (
        len(shared) == 1
        and not (left.predicate == right.predicate == telling[0])
        and telling[0] not in predicates_in("once")
    ):
        return "both have one word in common, and nothing else"
    if not linked and (len(telling) < FEW or any(_run(one, telling) is not None for one in (left, right))):
        return "what both have says only whom or what they tell of"
    has_it = _tells_nothing(left) or _tells_nothing(right)
    if (has_it or not linked) and (otherwise := counted_otherwise(left.counted, right.counted, left.shown, same=True)):
        return otherwise  # "had winds of 120 km/h" tells a measure and nothing else
    if _have_little_in_common(left, right):
        return "what both have is little of what either says"
    if len(telling) > FEW:
        return None
    about = left if _is_about(left, right, shared) else right if _is_about(right, left, shared) else None
    return None if about is None else "what both have says only what one is about"


def _have_little_in_common(left: Assertion, right: Assertion) -> bool:
    """Whether two have no more in common than one or two words, which are a small part of what they say.

    A number in common tells enough, and so do three names, a verb and a word or a name besides who does it, or what happens
    only once.
    """
    shared, names = left.words & right.words, left.names & right.names
    if len(shared) >= FEW or len(names) >= FEW or _share_a_number(left, right):
        return False
    besides = names - ({left.subject} & {right.subject})
    tells = len(shared) + len(besides) > 1 or left.predicate in predicates_in("once")
    if (left.predicate == right.predicate and left.predicate in shared and tells) or tell_one_deed(left, right):
        return False
    if any(one.predicate in shared and _befalls_any(one, shared) for one in (left, right)):
        return False
    mine, theirs = (one.weight_of(shared) / (one.weight_of(one.words) or 1.0) for one in (left, right))
    return sqrt(mine * theirs) < PART


def _befalls_any(one: Assertion, tokens: Collection[str]) -> bool:
    """Whether what a deed is done to, or else who does it, is among some tokens: *smoked* **crack**, **the ferry** *sank*."""
    thing = one.frame.theme if one.frame is not None else None
    return thing is not None and not thing.words.isdisjoint(tokens)


def _share_a_number(left: Assertion, right: Assertion) -> bool:
    """Whether a number of one thing is told by both, as exactly or not: *6,000 square kilometres*, *about 5,800*."""
    ours, others = in_one_unit(left.counted), in_one_unit(right.counted)
    return any(one.noun == other.noun and one.near(other) for one in ours for other in others)


def _only_report(left: Assertion, right: Assertion, shared: Collection[str]) -> bool:
    """Whether both have in common no more than who reports something: *admitted on Monday*, *admitted during the debate*."""
    if left.predicate != right.predicate or not reporting().issuperset((_verb(left).lower(), _verb(right).lower())):
        return False
    if any(one.passive or (one.frame is not None and one.frame.done_to is not None) for one in (left, right)):
        return False
    return left.names.union((left.predicate,)).issuperset(shared)


def _says_else(one: Assertion, shared: Collection[str]) -> bool:
    """Whether some tokens only tell whom it is about, and other words what: **Managers of Tarnby Bank** *were given awards*."""
    if one.claim is None or not all(one.shown.get(token, token) in one.claim.subject for token in shared):
        return False
    return any(one.shown.get(token, token) not in one.claim.subject for token in one.core)


def _counts_whom(left: Assertion, right: Assertion, figure: Figure) -> bool:
    """Whether a figure only counts whom both are about: *Two managers were fined*, *The two managers were sentenced*."""
    return all(one.claim is not None and figure.noun in content_words(one.claim.subject) for one in (left, right))


_OF_TWO = (
    by_another,
    by_another_too,
    by_one_and_many,
    to_another,
    of_another_name,
    of_all_and_some,
    of_other_numbers,
    by_two_deeds,
)
"""Why two statements are of two things, two doers or two who have it done to them."""


def _tells_how_many(one: Assertion, other: Assertion) -> bool:
    """Whether a statement tells of how many there are that somebody has, and the other does not: *had 3,000 customers*."""
    has = _verb(one).lower() in word_list("have") and _verb(other).lower() not in word_list("have")
    return has and bool(one.figures) and not any(figure in other.figures for figure in one.figures)


def _tells_how_much(one: Assertion, other: Assertion) -> bool:
    """Whether one tells what number its subject has come to, and the other none: *The toll of the flood rose to 14*."""
    if other.figures or one.predicate == other.predicate or not tells_level(one):
        return False
    return not tell_one_deed(one, other)


def _is_another_thing(one: Assertion, other: Assertion) -> bool:
    """Whether one tells what somebody is who is named, and the other what something else is.

    *Dana Pike is the first woman to win the cup*, *It was the club's first cup win*.
    """
    if (
        not forms_of_be().issuperset((_verb(one).lower(), _verb(other).lower()))
        or not one.person
        or one.subject in other.names
    ):
        return False
    things = [side.frame.done_to if side.frame is not None else None for side in (one, other)]
    if things[0] is None or things[1] is None or things[0].head == things[1].head:
        return False
    return things[0].head not in other.tokens


def _called_off_here(one: Assertion, other: Assertion) -> bool:
    """Whether what a statement tells was not done, or not to its end: *cut short his visit*, of *visited*."""
    frame = one.frame if one.deed[0] in predicates("ends_early") else None
    if frame is None or frame.done_to is None or one.negated:
        return False
    return frame.done_to.head == other.deed[0] or {frame.done_to.head, other.deed[0]} <= predicates("travelling")


def _has_another_thing_done(left: Assertion, right: Assertion) -> bool:
    """Whether two things are done to one who is named: *was introduced as head coach*, *was dismissed as head coach*."""
    if not left.passive or not right.passive or left.subject is None or left.subject != right.subject:
        return False
    return left.deed[0] != right.deed[0] and not _says_it(left, right) and not _says_it(right, left)


def _done_to_others(left: Assertion, right: Assertion, telling: Collection[str]) -> bool:
    """Whether two only have in common who does what, and each tells of another thing that it is done to."""
    if (
        left.deed != right.deed
        or not left.deed[0]
        or left.passive
        or right.passive
        or not left.frame
        or not right.frame
    ):
        return False
    mine, theirs = left.frame, right.frame
    if mine.done_to is None or theirs.done_to is None or mine.doer is None or theirs.doer is None:
        return False
    if any(one.low == other.low for one in left.figures for other in right.figures):
        return False  # hit six people, struck all six victims
    who = mine.doer.words | theirs.doer.words
    if any(token not in who and token != left.predicate for token in telling):
        return False
    return mine.done_to.words.isdisjoint(right.tokens) and theirs.done_to.words.isdisjoint(left.tokens)


def _says_it(one: Assertion, other: Assertion) -> bool:
    """Whether what a statement says of its subject may be what another says: its verb tells nothing, or the other has it, too.

    That somebody *said* something is nothing of what others say of him.
    """
    nothing = _tells_nothing(one) and _verb(one).lower() not in reporting()
    told = one.predicate in other.words and _stands_alone(other, one.predicate)
    if told or (nothing and not _is_something_else(one, other)):
        return True
    if tell_one_deed(one, other) or (_to_do(one) and _to_do(one) == _to_do(other)):
        return True
    kinds = kinds_of_deed(one.predicate)
    return bool(kinds) and any(not kinds.isdisjoint(kinds_of_deed(word)) for word in other.words)


def _stands_alone(one: Assertion, token: str) -> bool:
    """Whether a word is one by itself, and no part of a compound: *the cost*, not *a* **low-cost** *airline*."""
    place = _found(one, one.shown[token])
    return one.claim is None or place is None or not one.claim.mention.text[: place.start].endswith("-")


def _is_something_else(one: Assertion, other: Assertion) -> bool:
    """Whether what one is said to be is not told in the other, nor of whom it is said: *Norland is its first* **buyer**."""
    if one.subject is None or one.subject in other.names:
        return False
    verb = _found(one, _verb(one))
    said = content_words(one.claim.mention.text[verb.end :]) if verb is not None and one.claim is not None else ()
    first = next((token for token in said if not token[0].isdigit()), None)
    return first is not None and first not in other.tokens


def _tells_nothing(one: Assertion) -> bool:
    """Whether the verb of a statement leaves it to what follows to tell what is so: *was*, *had*, *made*, but not *took over*."""
    verb = _verb(one)
    if not one.predicate:
        return True
    return one.predicate == predicate_of(verb) and verb.lower() in forms_in("empty")


def _is_about(one: Assertion, other: Assertion, shared: Collection[str]) -> bool:
    """Whether all that is shared stands in the subject of a statement, and what it says of that subject is not shared.

    What *happened* or *was held* is told by the subject itself, and so is a deed by its noun: *the explosion at the bank*.
    """
    verb, subject = _verb(one).lower(), one.claim.subject if one.claim is not None else ""
    if verb in forms_in("taking_place") or _verb(other).lower() in forms_in("taking_place"):
        return False
    says_nothing = verb in forms_in("empty")
    said = bool(one.predicate) and (one.predicate == other.predicate or one.predicate in other.words)
    if tell_one_deed(one, other):
        return False
    if said and (not says_nothing or one.passive != other.passive):
        return False
    told = [token for token in shared if not (says_nothing and token == one.predicate)]
    if not told or other.predicate in told:
        return False
    return all(_place(subject, one.shown[token]) is not None for token in told)


def _wants(one: Assertion, other: Assertion) -> bool:
    """Whether one tells that somebody is to do what the other tells as done: *urged the mayor to resign*, *resigned*.

    What somebody asks for is not what will be, either: *want the zoo to be shut*, *the zoo will be shut*.
    """
    if other.modality or _verb(one).lower() not in forms_in("plan"):
        return False
    if other.will_be and one.predicate not in predicates("asking"):
        return False
    place = _found(one, one.shown[other.predicate]) if other.predicate in one.words else None
    return (
        place is not None
        and one.claim is not None
        and one.claim.mention.text[: place.start].endswith(("to ", "to be "))
    )


def _to_do_something_else(left: Assertion, right: Assertion) -> bool:
    """Whether one verb is said of two deeds: *ordered Acme to pay*, *ordered Acme to close*."""
    if left.predicate != right.predicate or not left.predicate:
        return False
    mine, theirs = _to_do(left), _to_do(right)
    if not mine or not theirs or mine == theirs or mine in right.words or theirs in left.words:
        return False
    if not light_words().isdisjoint((mine, theirs)):
        return False  # to call, to contact
    return kinds_of_deed(mine).isdisjoint(kinds_of_deed(theirs))


def _to_do(one: Assertion) -> str:
    """What somebody is to do behind the verb of a statement, as one token: *to evacuate*, *to leave their homes*."""
    verb = _found(one, _verb(one))
    text = one.claim.mention.text if one.claim is not None else ""
    found = _TO.match(text, verb.end) if verb is not None else None
    if found is None or found["verb"] not in _bases():
        return ""
    return next(iter(content_words(text[found.start("verb") :])), "")


# ordered Acme | to pay
_TO = re.compile(r"(?:\s[\w’'-]+){0,5}?\sto\s(?P<verb>[a-z]+)\b")


@cache
def _bases() -> frozenset[str]:
    return frozenset(verb.base for verb in verbs().values())


def _verb(one: Assertion) -> str:
    return (one.claim.value.get("verb") or "") if one.claim is not None else ""


def _standing(one: Assertion, shared: Collection[str]) -> str | None:
    """Where a noun phrase of some tokens stands to the verb; None where they are no noun phrase, or there is no verb."""
    verb = _found(one, _verb(one))
    run = _run(one, shared)
    if verb is None or run is None:
        return None
    if run.end <= verb.start:
        return "in front"
    return "behind" if verb.end <= run.start else "holds the verb"


def _run(one: Assertion, shared: Collection[str]) -> Span | None:
    """The stretch of text that holds all of some tokens, if nothing but small words stands between them."""
    places = [_found(one, one.shown[token]) for token in shared]
    known = sorted((place for place in places if place is not None), key=lambda place: (place.start, place.end))
    if one.claim is None or not known or len(known) < len(places):
        return None
    text, small = one.claim.mention.text, _small()
    for before, after in pairwise(known):
        if any(word[0].lower() not in small for word in _WORD_OR_MARK.finditer(text, before.end, after.start)):
            return None
    return Span(known[0].start, max(place.end for place in known))


def _found(one: Assertion, words: str) -> Span | None:
    """Where some words stand first in the text of a statement, as whole words."""
    return _place(one.claim.mention.text, words) if one.claim is not None else None


@lru_cache(maxsize=1 << 14)
def _place(text: str, words: str) -> Span | None:
    """Where some words stand first in a text, as whole words."""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum():
            return Span(start, end)
        start = text.find(words, start + 1)
    return None


@cache
def _small() -> frozenset[str]:
    """Words that stand inside noun phrases: *the mill* **in** *Lund*, *Lund*’**s** *mill*."""
    return words_of("linking") | words_of_class("determiners") | words_of_class("possessives") | {"s", "and"}
