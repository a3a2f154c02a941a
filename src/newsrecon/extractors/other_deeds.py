"""Why two statements in like words tell of two deeds: done by another, to another, to some of all, or to somebody's kin."""

from __future__ import annotations

import re
from functools import cache

from newsrecon.extractors.deeds import kindred, kinds_of_deed
from newsrecon.extractors.doers import named_doer
from newsrecon.extractors.oppositions import is_wider, paired, predicates, tokens
from newsrecon.extractors.parties import party_of
from newsrecon.extractors.statement_measures import Figure
from newsrecon.extractors.statement_names import stands_for
from newsrecon.extractors.statement_reading import YEAR, Assertion
from newsrecon.extractors.statement_words import predicate_of
from newsrecon.extractors.sufferers import takes_place
from newsrecon.extractors.word_sorts import sorts_of
from newsrecon.text import end_of_word
from newsrecon.verbs import verbs
from newsrecon.wording import content_words

__all__ = [
    "by_another",
    "by_another_too",
    "by_one_and_many",
    "by_two_deeds",
    "doing_otherwise",
    "of_all_and_some",
    "of_kin",
    "of_other_numbers",
    "of_other_years",
    "of_others",
    "refuses_what",
    "swapped",
    "tell_one_deed",
    "to_another",
    "years_beside",
]


def by_another(left: Assertion, right: Assertion) -> str | None:
    """Why what is said to be done by one and by another is not told alike: *was bombed by Norland*, *Sundia bombed the port*."""
    if left.deed != right.deed:
        return None
    one, other = named_doer(left), named_doer(right)
    if one is None or other is None or one == other or stands_for(one, other):
        return None
    named = [side.shown.get(who, who) for side, who in ((left, one), (right, other))]
    return f"one is done by {named[0]}, the other by {named[1]}"


def by_one_and_many(left: Assertion, right: Assertion) -> str | None:
    """Why what one who is named thinks is not what many do: *Berg condemned the move*, *rights groups condemned the move*."""
    if left.deed != right.deed or left.deed[0] not in paired("attitudes"):
        return None
    for one, other in ((left, right), (right, left)):
        who, many = named_doer(one), other.frame.doer if other.frame is not None else None
        if who is None or who[1:].isupper() or many is None or not many.bare or many.head.startswith("@"):
            continue
        return f"one is done by {one.shown.get(who, who)}, the other by {other.shown.get(many.head, many.head)}"
    return None


def to_another(left: Assertion, right: Assertion) -> str | None:
    """Why what is said to be done to one and to another is not told alike: *Lind was dismissed*, *The club dismissed Rask*."""
    if left.deed != right.deed or left.frame is None or right.frame is None:
        return None
    one, other = left.frame.done_to, right.frame.done_to
    if one is None or other is None or not left.types.get(one.head) == right.types.get(other.head) == "person":
        return None
    if one.head in right.names or other.head in left.names:
        return None
    named = [side.shown.get(who.head, who.head) for side, who in ((left, one), (right, other))]
    return f"one is done to {named[0]}, the other to {named[1]}"


def by_two_deeds(left: Assertion, right: Assertion) -> str | None:
    """Why one deed is not another by the same: *The storm killed 12 people*, *The storm destroyed hundreds of homes*.

    All that both tell is who did it, and where; or the deeds are of two kinds: *killed 12 rebels*, *captured 12 rebels*.
    """
    mine, theirs = left.frame, right.frame
    if mine is None or theirs is None or left.passive or right.passive or not left.deed[0] or not right.deed[0]:
        return None
    if mine.done_to is None or theirs.done_to is None or mine.doer is None or theirs.doer is None:
        return None
    if any(one.claim is not None and takes_place(one.claim) for one in (left, right)):
        return None  # the wedding took place, they held a wedding
    if not (_tells_of(left, right).isdisjoint(right.words) and _tells_of(right, left).isdisjoint(left.words)):
        return None
    if kinds_of_deed(left.predicate) and kinds_of_deed(right.predicate):
        return "each tells of a deed of another kind"
    if not mine.done_to.words.isdisjoint(theirs.done_to.words):
        return None
    who = mine.doer.words & theirs.doer.words
    told = {token for token in left.tokens & right.tokens - who if left.types.get(token) != "place"}
    return None if told else "each tells of another deed, done to another"


def _tells_of(one: Assertion, other: Assertion) -> frozenset[str]:
    """The words by which another may tell the deed of a statement, if it is of a kind with the other's, its own among them."""
    kinds, others = kinds_of_deed(one.predicate), kinds_of_deed(other.predicate)
    alike = kindred(one.predicate) | {one.predicate}
    return alike if kinds.isdisjoint(others) else alike | {other.predicate}


def tell_one_deed(one: Assertion, other: Assertion) -> bool:
    """Whether two verbs may tell one deed: *hired a coach*, *appointed a coach*; not *left town*, *quit smoking*."""
    if other.predicate not in kindred(one.predicate):
        return False
    return all(
        side.frame is None or side.frame.done_to is None or not side.frame.done_to.words.isdisjoint(against.tokens)
        for side, against in ((one, other), (other, one))
    )


def of_others(left: Assertion, right: Assertion) -> str | None:
    """Why what is told of some is not told of others of their sort: *found the body of a man*, *found four more bodies*.

    Nor is what one did done by another: *the outbreak killed 33 people*, *the previous outbreak killed 33 people*.
    """
    if left.deed != right.deed or left.frame is None or right.frame is None:
        return None
    pairs = [(left.frame.theme, right.frame.theme)]
    if _names_its_subject(left) and _names_its_subject(right):  # not: overturned a previous rule | that bans it
        pairs.append((left.frame.doer, right.frame.doer))
    if any(one and other and one.head == other.head and one.others != other.others for one, other in pairs):
        return "one is of others of their sort"
    return None


def _names_its_subject(one: Assertion) -> bool:
    return one.claim is not None and one.claim.subject in one.claim.mention.text


def by_another_too(left: Assertion, right: Assertion) -> str | None:
    """Why what one did is not what another *also* did: *batteries caught fire*, *replacement phones also caught fire*."""
    if left.deed != right.deed or left.claim is None or right.claim is None or left.passive != right.passive:
        return None
    if _does_too(left) == _does_too(right):
        return None
    one, other = (party_of(side.claim.subject, side.subject) for side in (left, right) if side.claim is not None)
    if one is None or other is None or not one.words.isdisjoint(other.words) or is_wider(one.head, other.head):
        return None
    return "one tells it of another, too"


def _does_too(one: Assertion) -> bool:
    """Whether *also* stands in front of the verb of a statement: *phones* **also** *caught fire*."""
    verb, text = (one.claim.value.get("verb"), one.claim.mention.text) if one.claim is not None else (None, "")
    return bool(verb) and " also " in text.partition(f" {verb}")[0] + " "


def doing_otherwise(left: Assertion, right: Assertion) -> str | None:
    """Why two are of two deeds that one verb opens or ends: *stopped making the car*, *stopped selling the car*."""
    if left.deed != right.deed or not left.deed[0]:
        return None
    mine, theirs = _doing(left), _doing(right)
    if (
        not mine
        or not theirs
        or not mine.isdisjoint(theirs)
        or any(not kindred(one).isdisjoint(theirs) for one in mine)
    ):
        return None
    return "they tell of two deeds"


def refuses_what(left: Assertion, right: Assertion) -> str | None:
    """Why what was refused here is not what was refused there, if only one tells it: *She refused*, *refused to resign*."""
    if left.predicate != right.predicate or left.modality != "deny" or right.modality != "deny":
        return None
    untold = [_tells_no_more_than_whom(one) for one in (left, right)]
    return "only one tells what was refused" if untold[0] != untold[1] else None


def _tells_no_more_than_whom(one: Assertion) -> bool:
    """Whether a statement has a subject and a verb and nothing else: *She refused.*"""
    text, subject = (one.claim.mention.text, one.claim.subject) if one.claim is not None else ("", "")
    return text.startswith(subject) and set(content_words(text[len(subject) :])) <= {one.predicate}


def _doing(one: Assertion) -> frozenset[str]:
    """The form in *-ing* right behind the verb of a statement and the word behind that: *started* **firing shots**."""
    verb, text = (one.claim.value.get("verb") or "", one.claim.mention.text) if one.claim is not None else ("", "")
    end = end_of_word(text, verb) if "ing" in text else -1
    found = _ING.match(text, end) if end >= 0 else None
    if found is None or found[1] not in _gerunds():
        return frozenset()
    return frozenset((predicate_of(found[1]) or found[1], *content_words(found[2] or "")))


# started | firing shots
_ING = re.compile(r"\s([a-z]+ing)\b(\s\w+)?")


@cache
def _gerunds() -> frozenset[str]:
    return frozenset(form for verb in verbs().values() for form in verb.gerund)


def swapped(left: Assertion, right: Assertion) -> str | None:
    """Why who does it here is not whom it is done to there: *The captain left the ship*, *The ship left port*."""
    if left.deed[0] != right.deed[0] or _of_one_subject(left, right) or left.frame is None or right.frame is None:
        return None
    if left.deed[0] in predicates("mutually"):
        return None
    for mine, theirs, one, other in ((left.frame, right.frame, left, right), (right.frame, left.frame, right, left)):
        if mine.doer is None or mine.done_to is None or theirs.done_to is None:
            continue
        if mine.doer.head != theirs.done_to.head or mine.doer.head in tokens("mutual"):
            continue
        by_whom = theirs.doer.words if theirs.doer is not None else frozenset[str]()
        if mine.doer.head in mine.done_to.words | by_whom:
            continue
        if mine.done_to.words.isdisjoint(other.tokens - {mine.doer.head}) and by_whom.isdisjoint(one.tokens):
            return "who does it here is whom it is done to there"
    return None


def _of_one_subject(left: Assertion, right: Assertion) -> bool:
    """Whether both tell of who is called the same in the same words, so that nobody who does it here suffers it there."""
    if left.claim is None or right.claim is None or left.passive != right.passive:
        return False
    return left.claim.subject == right.claim.subject and left.subject == right.subject


def of_all_and_some(left: Assertion, right: Assertion) -> str | None:
    """Why what is told of all and of some of them is not told alike: *all 12 were rescued*, *ten of the 12 were rescued*."""
    if left.deed != right.deed or left.claim is None or right.claim is None:
        return None
    of_all = [_ALL.match(side.claim.mention.text) is not None for side in (left, right) if side.claim is not None]
    if of_all[0] == of_all[1]:
        return None
    one, other = (party_of(side.claim.subject, None) for side in (left, right) if side.claim is not None)
    if one is None or other is None or one.part == other.part or one.words.isdisjoint(other.words):
        return None
    return "one is of all, the other of some"


def of_other_numbers(left: Assertion, right: Assertion) -> str | None:
    """Why what is told of twelve is not told of forty, whatever they are called.

    *Twelve people fell ill*, *Forty guests did*; *Two officers were killed*, *The blast killed five people*.
    """
    if left.deed != right.deed:
        return None
    one, other = _number_befallen(left), _number_befallen(right)
    if one is None or other is None or one.noun == other.noun or one.near(other) or one.meets(other):
        return None
    if one in right.figures or other in left.figures:
        return None  # nine officers and two civilians, two civilians
    alike = {one.noun, other.noun} & {"", predicate_of("people")} or (_is_person(one.noun) and _is_person(other.noun))
    return "they are told of other numbers" if alike else None


def _is_person(noun: str) -> bool:
    return noun in tokens("counted") or sorts_of(noun).get("beings") == sorts_of("man")["beings"]


def _number_befallen(one: Assertion) -> Figure | None:
    """How many it happened to: those to whom it was done, or else those who did it, as a statement counts them."""
    befallen = one.frame.done_to if one.frame is not None else None
    subject = party_of(one.claim.subject, None) if one.claim is not None else None
    for party in (befallen, subject):
        if party is not None and not party.definite:
            noun = "" if party.head[:1].isdigit() else party.head  # all seven
            if (figure := next((each for each in one.figures if each.noun == noun), None)) is not None:
                return figure
    return None


# all | 12 crew members
_ALL = re.compile(r"(?:all|both|every)\s", re.IGNORECASE)


def years_beside(one: Assertion) -> frozenset[str]:
    """The years it names that are not when it was so: **2019**, of *convicted of fraud in 2019*."""
    found: frozenset[str] | None = one.kept.get(__name__)
    if found is None:
        years = YEAR.findall(one.claim.mention.text) if one.claim is not None else ()
        found = one.kept[__name__] = frozenset(years).difference(time.begin[:4] for time in one.times)
    return found


def of_other_years(left: Assertion, right: Assertion) -> str | None:
    """Why what both tell is of two years, if each names one of which the other says nothing."""
    one, other = years_beside(left), years_beside(right)
    return f"one is of {min(one)}, the other of {min(other)}" if one and other and one.isdisjoint(other) else None


def of_kin(left: Assertion, right: Assertion) -> str | None:
    """Why what is told of one is not told of what is theirs: *Lind was born in Sund*, *Lind's son was born*."""
    for one, other in ((left, right), (right, left)):
        if one.claim is None or other.claim is None or one.passive != other.passive:
            continue
        if one.person and one.subject in other.names:
            name = other.shown.get(one.subject or "", "")
        else:
            name = one.claim.subject if one.subject is None and one.claim.subject.lower().startswith("the ") else ""
        owned = (f"{name}'s ", f"{name}’s ", f"{name}' ", f"{name}’ ")
        if name and other.claim.subject.startswith(owned) and not one.claim.subject.startswith(owned):
            return f"one is of {one.claim.subject!r}, the other of {other.claim.subject!r}"
    return None
