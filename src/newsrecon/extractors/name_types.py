"""Whether a name is a person's, an organisation's, a place's or something else's, by votes of its words and its surroundings.

*in Brownsville, Texas* is a place, *Gladys Porter Zoo* an organisation, *Maynard said* most likely a person. Every mention
votes for its form; the votes of all mentions of a form in the article are counted together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsrecon import gazetteer
from newsrecon.extractors.name_parts import is_of_several
from newsrecon.extractors.name_words import NameSpan, Passage, Votes, Word

__all__ = ["decide", "vote"]


def vote(text: str, name: NameSpan) -> None:
    """Add what this mention's words and surroundings tell to its votes."""
    _vote_by_words(text, name)
    _vote_by_front(text, name)
    _vote_by_rest(text, name)


def decide(votes: Votes) -> str:
    """The type with the most votes; a name that nothing tells about is an organisation's."""
    best, most = "organization", 0
    for kind in ("person", "place", "organization", "other"):
        if votes[kind] > most:
            best, most = kind, votes[kind]
    return best


# ---------------------------------------------------------------- the words of the name


def _vote_by_words(text: str, name: NameSpan) -> None:
    votes, words = name.votes, name.words
    names = gazetteer.organisations()
    surface = " ".join(text[words[0].start : words[-1].end].split())
    if name.hint:
        votes[name.hint] += 8
    kind = names.known.get(surface)
    if kind:
        votes[kind] += 7
    if surface.lower() in gazetteer.places():
        votes["place"] += 1 if kind else 6
        return
    if len(words) == 1:
        _vote_by_one_word(name)
        return
    head = _head(name)
    if words[-1].key in names.legal_forms:
        votes["organization"] += 8
    if head and not (words[0].key in gazetteer.given_names() and _is_bearer(words)):
        several = any(word.key in names.heads and names.heads[word.key] == "organization" for word in words)
        joined = any(word.link in ("&", "and") for word in words)
        votes["organization" if joined and several else names.heads[head]] += 6
        return
    if any(" ".join(name.keys[:size]) in gazetteer.places() for size in range(1, min(4, len(words)))):
        votes["organization"] += 0 if words[0].key in gazetteer.given_names() else 4
    elif words[0].key in names.first_words and _leads(words[0].key, words[1].link, names.first_words[words[0].key]):
        votes[names.first_words[words[0].key]] += 5
    _vote_for_person(name)


def _is_bearer(words: Sequence[Word]) -> bool:
    """*Derek Mills*: a given name that is no other word, and a head that is a family name and no place."""
    last, heads = words[-1].key, gazetteer.organisations().heads
    is_family = last in gazetteer.family_names() and heads.get(last) == "organization"
    return is_family and len(words) == 2 and not words[1].link and words[0].key not in gazetteer.common_words()


def _leads(first: str, link: str, kind: str) -> bool:
    """Whether a first word that tells a type is none of a person's name: *Banco do Norte*, *Royal Mint*."""
    is_given = first in gazetteer.given_names() and (kind == "place" or first not in gazetteer.common_words())
    return not is_given and (not link or link.split(" ")[0] in gazetteer.words_with_capitals("particles"))


def _vote_by_one_word(name: NameSpan) -> None:
    votes, word = name.votes, name.words[0]
    bare = word.text.replace(".", "")
    if _MODEL.search(word.text):
        votes["other"] += 5
        return
    if name.passage.style == "running":
        if bare.isupper() and 2 <= len(bare) <= 6:
            votes["organization"] += 3
        if word.key in gazetteer.organisations().heads:
            votes[gazetteer.organisations().heads[word.key]] += 2
    if _CAMEL.search(word.text) and not word.text.startswith(("Mc", "Mac", "De", "La", "Le", "Di", "Fitz")):
        votes["organization"] += 3
    if word.key in gazetteer.given_names():
        votes["person"] += 1
    if word.key in gazetteer.family_names():
        votes["person"] += 1
    if len(word.key) > 6 and word.key.endswith(gazetteer.family_endings()):
        votes["person"] += 2


_CAMEL = re.compile(r"[a-z][A-Z]")
# Kepler-452b · Boeing-737
_MODEL = re.compile(r"[-‑]\d+[^\W\d_]?$")


def _head(name: NameSpan) -> str:
    """The head noun of a name: its last word, or the last before *of* or *for*; an empty string if it is no known head."""
    names = gazetteer.organisations()
    words = name.words
    for place in range(1, len(words)):
        if words[place].link.split(" ")[0] in ("of", "for", "on"):
            head = words[place - 1].key
            return head if head in names.heads else ""
    place = len(words) - 1
    while place and (words[place].key in names.legal_forms or words[place].key.isdigit()):
        place -= 1
    return next((word.key for word in (words[place], words[-1]) if word.key in names.heads), "")


def _vote_for_person(name: NameSpan) -> None:
    """A given name in front, an initial in the middle, no plain English word; against it, a place inside and figures."""
    votes, words = name.votes, name.words
    common, given = gazetteer.common_words(), gazetteer.given_names()
    links = {word.link.split(" ")[0] for word in words[1:] if word.link}
    if links & {"of", "for", "&", "and", "on"}:
        votes["organization"] += 2
    if any(letter.isdigit() for letter in words[-1].key):
        votes["other"] += 5
        return
    if is_of_several(words[-1]):
        votes["organization"] += 5
    if words[0].key in ("st", "saint") and len(words) == 2:
        votes["place"] += 3  # St. Joseph: a town, a hospital, a church
        return
    if words[0].key in given:
        votes["person"] += 4
    elif not links & gazetteer.words_with_capitals("joining_particles") and any(
        word.key in gazetteer.places() or word.key in gazetteer.demonyms() for word in words
    ):
        votes["organization"] += 3
    if any(len(word.text) <= 3 and word.text.endswith(".") for word in words[1:-1]) or len(words[0].key) == 1:
        votes["person"] += 4
    if (
        len(words) <= 4
        and not links & {"of", "for", "&", "and", "on"}
        and all(word.key not in common for word in words)
        and not _begins_with_initials(words, name.passage)
    ):
        votes["person"] += 2
    if words[-1].key in gazetteer.family_names() or words[-1].key.endswith(gazetteer.family_endings()):
        votes["person"] += 1
    if words[-1].key in ("jr", "sr"):
        votes["person"] += 6
    if words[0].key not in given and all(word.key in common for word in words):
        votes["organization"] += 1
        votes["other"] += 1


def _begins_with_initials(words: Sequence[Word], passage: Passage) -> bool:
    """*UPMC Marlow*: three capitals or more in running text, the short form of a body's name."""
    first = words[0].text
    return passage.style == "running" and first.isupper() and len(first.replace(".", "")) > 2 and "." not in first


# ---------------------------------------------------------------- what stands before


def _is_of_a_place(text: str, name: NameSpan, first: str) -> bool:
    """*the outskirts of*, *Otto Lund, 34, of*."""
    if first in gazetteer.surroundings("places") or first in gazetteer.surroundings("of_places"):
        return True
    return _HOME.search(text, max(name.passage.start, name.start - 12), name.start) is not None


def _leads_there(first: str, last: str) -> bool:
    """*the road to*, *bound for*."""
    group = {"to": "ways_to", "for": "leaving_for"}.get(last)
    return group is not None and first in gazetteer.surroundings(group)


_SHIP = 16
"""Ships bear the names of people; what tells a ship once outweighs all that looks like a person's name."""
# ," said
_SPOKEN = re.compile(r"[\"”’'][ \n]+[a-z]+[ \n]+$")
# Otto Lund, 34, of
_HOME = re.compile(r", \d{1,3}, of $")
# the ferry named · the village of · in the
# Read from right to left: the last word, then the one in front of it.
_ARTICLES = ("the", "a", "an")
_BEFORE = re.compile(r"[(\"“]?[ \n]*,?([^\W\d_]+)(?:[ \n]+([.’']?[^\W\d_]+))?")


def _vote_by_front(text: str, name: NameSpan) -> None:
    votes, titles = name.votes, gazetteer.titles()
    before = _BEFORE.match(text[max(name.passage.start, name.start - 40) : name.start][::-1])
    if before is None:
        return
    first, last = (before[2] or "")[::-1].lower(), before[1][::-1].lower()
    if last in gazetteer.surroundings("in_places"):
        votes["place"] += 3
    elif last in gazetteer.surroundings("parts_of_places") or _leads_there(first, last):
        votes["place"] += 4
    elif last in gazetteer.surroundings("towards"):
        votes["place"] += name.keys[-1] in gazetteer.places()
    elif last == "of" and _is_of_a_place(text, name, first):
        votes["place"] += 5
    elif last in gazetteer.surroundings("vessels") and not name.title:
        votes["other"] += _SHIP
    elif last in gazetteer.surroundings("things") and not name.title:
        votes["other"] += 5
    elif last in gazetteer.surroundings("places") and not name.title:
        votes["place"] += 3
    elif last in _ARTICLES:
        votes["person"] -= 3
        if last == "the" and (after := _AFTER.match(text, name.end)) and after[3] in gazetteer.surroundings("sails"):
            votes["other"] += 0 if after[1] or after[2].strip() else _SHIP
        votes["place" if first in gazetteer.surroundings("in_places") else "organization"] += last == "the"
    elif last in gazetteer.surroundings("called"):
        votes["person" if first in gazetteer.surroundings("people") or first in titles.roles else "other"] += 6
    elif last in gazetteer.surroundings("firms") and not name.title and name.keys[0] not in gazetteer.given_names():
        votes["organization"] += 5
    elif last in titles.of_firms_too and first in _ARTICLES and name.keys[0] not in gazetteer.given_names():
        votes["organization"] += 3
    elif last in titles.roles:
        votes["person"] += 3
    elif last in gazetteer.words_with_capitals("speech") and _SPOKEN.search(text, max(0, name.start - 16), name.start):
        votes["person"] += 1


# ---------------------------------------------------------------- what stands behind


_AFTER = re.compile(r"(['’]s?(?!\w))?([ \n]*[,)]?)[ \n]*([a-z]+)?(?!\w)")
# , 45, · (17)
_AGE = re.compile(r", (?:aged? )?\d{1,2}(?=[,.;)])|,? \(\d{1,2}\)")
_STATE = re.compile(r", ([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})")
# BEIJING 1996-08-22 · MOSCOW (AP) · NEW YORK, Aug. 3 —
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{1,30})? ?(?:\([^)\n]{2,30}\)|\d{4}-\d\d-\d\d|[–—_-]{1,2} |, [A-Z][a-z]{2,8}\.? \d{1,2} ?[–—_(-])"
)
# , a local newspaper, · , the village where
_APPOSITION = re.compile(
    r", (?:an?|the|its|our|one of the|another) ((?:[a-z-]+ ){0,4}?)([a-z]+)"
    r"(?=[,.;)]| (?:of|in|on|at|that|which|where|from|for|near|with|based)\b)"
)


def _vote_by_rest(text: str, name: NameSpan) -> None:
    votes, titles, end = name.votes, gazetteer.titles(), name.end
    limit = min(name.passage.end, end + 80)
    after = _AFTER.match(text, end, limit)
    follows = (after[3] or "") if after else ""
    comma = bool(after and "," in after[2])
    if after and not after[1] and follows:
        if follows in gazetteer.words_with_capitals("speech") and not comma:
            votes["person"] += 2
        elif follows in ("who", "whose", "himself", "herself"):
            votes["person"] += 4 if comma else 3
        elif not comma and follows in titles.of_organisations:
            votes["organization"] += 3
            votes["person"] -= 1
    if not comma and not (after and "(" in text[end : end + 2]) and not name.initial:
        return
    if _AGE.match(text, end, limit):
        votes["person"] += 5
    if (state := _STATE.match(text, end, limit)) and state[1].lower() in gazetteer.places():
        votes["place"] += 4
    if name.initial and text[name.start : end].isupper() and _DATELINE.match(text, end, limit):
        votes["place"] += 6
    if apposition := _APPOSITION.match(text, end, limit):
        noun = apposition[2]
        if noun in titles.roles or noun in gazetteer.surroundings("people"):
            votes["person"] += 4
        elif noun in gazetteer.surroundings("places"):
            votes["place"] += 4
        elif noun in gazetteer.surroundings("things"):
            votes["other"] += 4
        elif noun in gazetteer.organisations().heads:
            votes[gazetteer.organisations().heads[noun]] += 4
