"""When one statement is a sharper form of another: *Two people were held on Monday* beside *People were held*.

To refine is to entail: both tell one deed, all content words of the vaguer statement are in the sharper one, its figures hold
the sharper ones, its time holds the sharper time, and both are said to be so, or not, in the same way. What more is told makes it
sharper where it is of that deed: when, how many, who, how or where. Another deed beside it (*picked it up* **and dragged it**),
or other words for what both mean (*the zoo* for *it*), tell nothing more of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsrecon.extractors.contradictions import different_subjects
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.opposed_deeds import opposites
from newsrecon.extractors.oppositions import opposition_words
from newsrecon.extractors.parties import WORD, Party, noun_phrase, party_of
from newsrecon.extractors.phrase_matching import listed
from newsrecon.extractors.statement_measures import Figure, units
from newsrecon.extractors.statement_reading import Assertion
from newsrecon.extractors.statement_words import predicate_of, tokens_in, words_of
from newsrecon.gazetteer import titles
from newsrecon.text import one_of
from newsrecon.verbs import verbs, word_list
from newsrecon.wording import base_of, content_word, content_words

__all__ = ["by_two_roles", "more_exactly", "more_of_it", "says_all"]


def says_all(sharp: Assertion, vague: Assertion) -> bool:
    """Whether one says all the other says, and more: whoever believes it believes the other, too."""
    return (
        not sharp.phrase
        and (sharp.negated, sharp.modality) == (vague.negated, vague.modality)
        and vague.core <= sharp.core
        and _tell_one_deed(sharp, vague)
        and not _is_undone(vague, sharp)
        and not different_subjects(sharp, vague)
        and (vague.when is None or (sharp.when is not None and sharp.when.within(vague.when)))
        and all(any(mine.within(time) for mine in sharp.times) for time in vague.times)
        and _open_times(vague) <= _open_times(sharp)
        and all(any(mine.within(figure) for mine in sharp.figures) for figure in vague.figures)
        and _hang_alike(sharp, vague)
        and (sharp.core != vague.core or _is_timed_otherwise(sharp, vague) or set(sharp.figures) != set(vague.figures))
    )


def more_of_it(sharp: Assertion, vague: Assertion) -> str | None:
    """What one that says all the other says tells more of the same deed, in words; None where it only tells of another, too."""
    if sharp.told is not None and sharp.told != vague.told:
        return "one tells more exactly when"
    narrowed = {mine for figure in vague.figures for mine in sharp.figures if mine != figure and mine.within(figure)}
    added = {figure for figure in _figures(sharp) - set(vague.figures) if figure.noun not in _meant(sharp, vague)}
    if narrowed or added:
        return _exactly(narrowed | added)
    if vague.claim is not None and _DO_SO.search(vague.claim.mention.text):
        return None
    more = _words(sharp, vague) | _names(sharp, vague)
    return f"one also says {listed(sharp, more)}" if more else None


def _exactly(figures: Iterable[Figure]) -> str:
    """What some figures tell more exactly, in words: how many, or how much where all are measures."""
    measured = all(figure.noun in units() for figure in figures)
    return f"one tells more exactly {'how much' if measured else 'how many'}"


def more_exactly(one: Assertion, other: Assertion) -> str | None:
    """In what the first of two that each say something more tells the same deed more exactly, if only it does, in words.

    *The group was removed from the register in April* | *The court removed the group from its list*
    """
    if one.phrase or other.phrase or one.predicate != other.predicate or one.predicate not in one.core & other.core:
        return None
    if (one.negated, one.modality) != (other.negated, other.modality) or different_subjects(one, other):
        return None
    return _more_exact_in(one, other) if _more_exact_in(other, one) is None else None


def _more_exact_in(sharp: Assertion, vague: Assertion) -> str | None:
    mine, theirs = sharp.told, vague.told
    if mine is not None and theirs is not None and mine != theirs and mine.within(theirs):
        return "one tells more exactly when"
    narrowed = {
        figure for bound in vague.figures for figure in sharp.figures if figure != bound and figure.within(bound)
    }
    if narrowed:
        return _exactly(narrowed)
    if vague.passive and not sharp.passive and sharp.subject and vague.frame and vague.frame.doer is None:
        return "one tells who did it"
    return None


def _open_times(one: Assertion) -> frozenset[str]:
    """The times a statement gives that no day is known for: *Monday*, in an article without a date."""
    times = one.claim.value.get("times") or () if one.claim is not None else ()
    return frozenset(str(time["timex"]) for time in times if time.get("begin") is None and not one.day)


def _is_timed_otherwise(one: Assertion, other: Assertion) -> bool:
    times = [None if side.when is None else (side.when.begin, side.when.end) for side in (one, other)]
    return times[0] != times[1]


def _is_undone(one: Assertion, other: Assertion) -> bool:
    """Whether the other statement has the predicate of the one beside its opposite: *opened*, *closed and opened again*."""
    return one.predicate in other.core and not opposites().get(one.predicate, frozenset()).isdisjoint(other.core)


def by_two_roles(left: Assertion, right: Assertion) -> str | None:
    """Why what one did by what he is, is not what another did: *opened by the queen*, *by the prime minister*."""
    if left.deed != right.deed or left.frame is None or right.frame is None:
        return None
    one, other = left.frame.doer, right.frame.doer
    if one is None or other is None or one.head in right.tokens or other.head in left.tokens:
        return None
    return "each tells of another that it was done by him" if {one.head, other.head} <= _offices() else None


@cache
def _offices() -> frozenset[str]:
    """What only one is at a time."""
    return frozenset(map(content_word, titles().sole))


def _hang_alike(sharp: Assertion, vague: Assertion) -> bool:
    """Whether nothing that hangs on a preposition in the vague one keeps the sharp one from telling all of it.

    What is told of anew (*closed to lorries*) must be told there as well; what is known (*in the country*) need not, unless
    another hangs on that preposition there (*hidden in the car*, *hidden in the bin*).
    """
    if vague.tokens <= sharp.tokens:
        return True
    here, there = _behind_prepositions(vague, sharp), _behind_prepositions(sharp, vague)
    return all(here.values()) and here.keys().isdisjoint(there)


def _behind_prepositions(one: Assertion, other: Assertion) -> dict[str, bool]:
    """The prepositions behind which a statement has a noun phrase of which another tells nothing, and whether it is known."""
    text = one.claim.mention.text if one.claim is not None else ""
    found: dict[str, bool] = {}
    for word in WORD.finditer(text):
        if word[0].lower() not in words_of_class("prepositions"):
            continue
        phrase, _ = noun_phrase(text, word.end())
        tokens = {token for each in phrase for token in content_words(each[0])} & one.words - tokens_in("light")
        if tokens and tokens.isdisjoint(other.tokens):
            definite = phrase[0][0].lower() in opposition_words("definite")
            found[word[0].lower()] = definite and found.get(word[0].lower(), True)
    return found


def _tell_one_deed(sharp: Assertion, vague: Assertion) -> bool:
    """Whether both say the same of what they are about.

    *70 are dead* is *70 died*; *was the first to open it* is *opened it*, while *stood by as it opened* is of another deed.
    """
    if sharp.predicate == vague.predicate:
        return bool(sharp.predicate) or (_verb(sharp) == _verb(vague) and len(vague.core) > 1)
    if sharp.predicate:
        return _verb(vague) == "be" and sharp.predicate in vague.core
    if _verb(sharp) != "be" or sharp.claim is None:
        return False
    first = _first_to().search(sharp.claim.mention.text)
    return first is not None and predicate_of(first["verb"]) == vague.predicate


def _verb(one: Assertion) -> str:
    """The base of the verb of a statement: *be*, of *was*, of *became* and of *was* **the** *first*."""
    verb = (one.claim.value.get("verb") or "") if one.claim is not None else ""
    return "be" if verb in _copulas() else base_of(verb)


@cache
def _copulas() -> frozenset[str]:
    return frozenset(word_list("be")) | words_of("copulas") | words_of_class("articles") | words_of_class("possessives")


# the first country to | open
@cache
def _first_to() -> re.Pattern[str]:
    firsts = one_of(sorted(words_of("ordinals") | words_of("of_all")))
    return re.compile(rf"\b(?:{firsts})\b[^,;:]{{0,60}}?\bto\s+(?P<verb>[a-z]+)")


def _figures(one: Assertion) -> set[Figure]:
    """What it counts or measures; somebody's age is not of the deed."""
    text = one.claim.mention.text if one.claim is not None else ""
    aged = _AGE.search(text) is not None
    return {figure for figure in one.figures if figure.noun not in units() or (figure.noun and not aged)}


# 15-year-old · 30 years old · aged 30
_AGE = re.compile(r"[-\s]old\b|\baged?\b")


def _words(sharp: Assertion, vague: Assertion) -> frozenset[str]:
    """The words by which one tells more of the deed: neither names, nor what the deed is done by or to, nor another deed."""
    more = sharp.core - vague.core - sharp.names - sharp.echoes - units()
    if not more:
        return more
    more -= _meant(sharp, vague)
    return frozenset(word for word in more - _beside(sharp, more) if not _is_past(sharp.shown[word]))


def _is_past(word: str) -> bool:
    """Whether a word can only be the verb of another deed: *shot*, but not *suspected*."""
    return word.lower() in _pasts() and not word.endswith("ed")


# the first to | do so
_DO_SO = re.compile(r"\b(?:do|does|did|doing|done)\s+so\b")


def _meant(sharp: Assertion, vague: Assertion) -> frozenset[str]:
    """The words for the one that does something, and the one to whom it is done, where these are known: *the driver*, *he*."""
    if sharp.claim is None:
        return frozenset()
    frame = sharp.frame
    done_to = frame.done_to if frame is not None else None
    thing = done_to.words if done_to is not None and done_to.definite and not done_to.bare else frozenset()
    if sharp.passive != vague.passive or _is_of_sort_of(sharp, vague):
        return thing
    return thing.union(content_words(sharp.claim.subject))


def _is_of_sort_of(sharp: Assertion, vague: Assertion) -> bool:
    """Whether the subject of the vague one is any of a sort: *workers*, beside *2,000 workers*; *a jury*, *the new jury*."""
    anybody = _anybody(vague)
    if anybody is None or sharp.claim is None:
        return False
    party = party_of(sharp.claim.subject, None)
    return _anybody(sharp) is not None or (party is not None and party.head == anybody.head)


def _names(sharp: Assertion, vague: Assertion) -> frozenset[str]:
    """The names by which one tells more: not those in place of *she* or *the group*, nor of a subject that is left out."""
    more = sharp.names - vague.names
    anybody = _anybody(vague)
    if vague.subject is None and (anybody is None or anybody.bare):
        more -= {sharp.subject}
    return more if len(more) > max(0, vague.stands_for - sharp.stands_for) else frozenset()


def _anybody(one: Assertion) -> Party | None:
    """The subject, where it is only described: *a man*, *workers*."""
    party = party_of(one.claim.subject, None) if one.claim is not None and one.subject is None else None
    return party if party is not None and (party.bare or not party.definite) else None


def _beside(one: Assertion, tokens: frozenset[str]) -> frozenset[str]:
    """Of some tokens, those told only of a second deed: *picked it up* | *and dragged it away*."""
    text = one.claim.mention.text if one.claim is not None else ""
    for joint in _AND.finditer(text):
        if joint["verb"].lower() in _pasts() and predicate_of(joint["verb"]) != one.predicate:
            ahead = text[: joint.start()].lower()
            return frozenset(token for token in tokens if one.shown[token].lower() not in ahead)
    return frozenset()


# picked it up | and then dragged
_AND = re.compile(r"\b(?:and|but)\s+(?:then\s+|[a-z]+ly\s+)?(?P<verb>[a-z]{3,})\b")


@cache
def _pasts() -> frozenset[str]:
    """Past forms of verbs, by which a second deed opens."""
    return frozenset(form for verb in verbs().values() for form in verb.past)
