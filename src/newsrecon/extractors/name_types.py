"""Whether a name is a person's, an organisation's, a place's or something else's, by votes of its words and its surroundings.

*in Brownsville, Texas* is a place, *Gladys Porter Zoo* an organisation, *Maynard said* most likely a person. Every mention
votes for its form; the votes of all mentions of a form in the article are counted together.
"""

from __future__ import annotations

import re
from collections import Counter

from newsrecon import gazetteer
from newsrecon.extractors.name_spans import NameSpan

__all__ = ["decide", "vote"]

_BEFORE = re.compile(r"([^\W\d_]+[.’']?)?[ \n]*([^\W\d_]+)([ \n]*[(\"“]?)$")
_AFTER = re.compile(r"(['’]s?(?!\w))?([ \n]*[,)]?)[ \n]*([^\W\d_]+)?")
_AGE = re.compile(r", (?:aged? )?\d{1,2}(?=[,.;)])|,? \(\d{1,2}\)")
_STATE = re.compile(r", ([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})")
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{1,30})? ?(?:\([^)\n]{2,30}\)|\d{4}-\d\d-\d\d|[–—_-]{1,2} |, [A-Z][a-z]{2,8}\.? \d{1,2} ?[–—_(-])"
)

_IN = frozenset({"in", "near", "outside", "around", "across", "throughout"})
_TOWARDS = frozenset({"from", "to", "at", "into", "via", "toward", "towards", "between", "through"})


def vote(text: str, name: NameSpan) -> None:
    """Add what this mention's words and surroundings tell to its votes."""
    _vote_by_words(text, name)
    _vote_by_place(text, name)


def _vote_by_words(text: str, name: NameSpan) -> None:
    votes, words = name.votes, name.words
    names, given = gazetteer.organisations(), gazetteer.given_names()
    surface = " ".join(text[words[0].start : words[-1].end].split())
    last = words[-1].key
    if name.hint:
        votes[name.hint] += 8
    if surface in names.known:
        votes[names.known[surface]] += 7
    elif len(words) > 1 and surface.lower().removeprefix("the ") in {known.lower() for known in ()}:
        votes["organization"] += 7
    if surface.lower() in gazetteer.places():
        votes["place"] += 5 if surface not in names.known else 1
    if len(words) == 1:
        _vote_by_one_word(name, last, words[0].text)
        return
    if last in names.legal_forms or (words[0].key in ("al-", "fc", "ac", "as", "real")):
        votes["organization"] += 5
    head = _head(name)
    if head:
        votes[names.heads[head]] += 6
    linked = any(word.link for word in words)
    if not head and linked and any(word.link.split()[:1] in (["of"], ["for"], ["&"]) for word in words if word.link):
        votes["organization"] += 2
    if head:
        return
    if words[0].key in given and not (len(words) == 2 and surface.lower() in gazetteer.places()):
        votes["person"] += 4
    if len(words) <= 4 and not linked and all(word.key not in gazetteer.common_words() for word in words):
        votes["person"] += 2
    if any(len(word.text) <= 3 and word.text.endswith(".") for word in words[1:-1]):
        votes["person"] += 4
    if last in gazetteer.family_names():
        votes["person"] += 1
    if last in ("jr", "sr"):
        votes["person"] += 6
    if all(word.key in gazetteer.common_words() for word in words) and words[0].key not in given:
        votes["organization"] += 1
        votes["other"] += 1


def _vote_by_one_word(name: NameSpan, key: str, word: str) -> None:
    votes = name.votes
    bare = word.replace(".", "")
    if (bare.isupper() and 2 <= len(bare) <= 6 and name.passage.style == "running") or (
        re.search(r"[a-z][A-Z]", word) and not word.startswith(("Mc", "Mac", "De", "La", "Le", "O'"))
    ):
        votes["organization"] += 3
    if key in gazetteer.organisations().heads and name.passage.style == "running":
        votes[gazetteer.organisations().heads[key]] += 2
    if key in gazetteer.given_names():
        votes["person"] += 1
    if key in gazetteer.family_names():
        votes["person"] += 1


def _head(name: NameSpan) -> str:
    """The head noun of a name: its last word, or the last before *of* or *for*."""
    heads = gazetteer.organisations().heads
    for place, word in enumerate(name.words):
        if place and word.link.split()[:1] in (["of"], ["for"], ["on"]):
            return name.words[place - 1].key if name.words[place - 1].key in heads else ""
    last = name.words[-1].key
    if last in gazetteer.organisations().legal_forms and len(name.words) > 2 and name.words[-2].key in heads:
        return name.words[-2].key
    if last.isdigit() and len(name.words) > 1:
        last = name.words[-2].key
    return last if last in heads else ""


def _vote_by_place(text: str, name: NameSpan) -> None:
    """What stands before and behind."""
    votes, titles = name.votes, gazetteer.titles()
    start, end, passage = name.start, name.end, name.passage
    before = _BEFORE.search(text, max(passage.start, start - 40), start)
    first, last = ((before[1] or "").lower(), before[2].lower()) if before else ("", "")
    after = _AFTER.match(text, end, min(passage.end, end + 40))
    possessive = bool(after and after[1])
    comma = bool(after and "," in after[2])
    follows = (after[3] or "") if after else ""
    follows = follows if follows.islower() else ""
    if last in _IN:
        votes["place"] += 3
    elif last in _TOWARDS:
        votes["place"] += 1
    elif last in ("the", "a", "an"):
        votes["person"] -= 3
        votes["organization"] += 1 if last == "the" else 0
        if first in _IN:
            votes["place"] += 1
    elif last in ("mr", "mrs", "ms", "dr") or last in titles.roles:
        votes["person"] += 3
    if last in ("by", "with", "against") and len(name.words) == 1:
        votes["person"] += 0.5  # type: ignore[assignment]
    if _AGE.match(text, end):
        votes["person"] += 5
    if follows and not possessive:
        if follows in gazetteer.words_with_capitals("speech"):
            votes["person"] += 2 if not comma else 0
        elif comma and follows in ("who", "whose"):
            votes["person"] += 4
        elif follows in ("who", "himself", "herself"):
            votes["person"] += 3
        elif not comma and follows in titles.of_organisations:
            votes["organization"] += 3
            votes["person"] -= 1
    if comma and (state := _STATE.match(text, end)) and state[1].lower() in gazetteer.places():
        votes["place"] += 4
    if name.initial and _DATELINE.match(text, end) and (len(text) > end) and text[start:end].isupper():
        votes["place"] += 6


def decide(votes: Counter[str]) -> str:
    """The type with the most votes; a name that nothing tells about is an organisation's."""
    best, most = "organization", 0.5
    for kind in ("person", "place", "organization", "other"):
        if votes[kind] > most:
            best, most = kind, votes[kind]
    return best
