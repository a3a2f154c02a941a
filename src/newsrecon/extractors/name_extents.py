"""How far a name reaches beyond its capitals: *Pasteur hospital*, *Verbatim, Inc.*, *Russia's foreign ministry*."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from newsrecon import gazetteer
from newsrecon.extractors.name_words import NameSpan, surface

__all__ = ["extend", "institutions", "joined_to_patrons", "small_head"]


_HEAD = re.compile(r"[ \u00a0]([a-z]+(?:[ \u00a0][a-z’']+){0,2})")
# , Inc. · , Jr. · plc · A/S
_LEGAL = re.compile(r", (Inc|Ltd|Corp|LLC|L\.L\.C|Co|LLP|L\.P|S\.A|N\.V|Jr|Sr)\b\.?| (plc|A/S)\b")


def small_head(text: str, end: int, limit: int, heads: Iterable[str]) -> str:
    """The small-written head behind this place, with the space before it, the longest there is."""
    match = _HEAD.match(text, end, min(limit, end + 60))
    if match is None:
        return ""
    words = match[1].replace("\u00a0", " ").split(" ")
    for size in range(len(words), 0, -1):
        if " ".join(words[:size]) in heads:
            return match[0][: 1 + len(" ".join(words[:size]))]
    return ""


def extend(text: str, name: NameSpan) -> None:
    """Add a small-written head or a legal form behind a comma: *Pasteur hospital*, *Verb8tm, Inc.*"""
    names = gazetteer.organisations()
    last = name.words[-1]
    legal = _LEGAL.match(text, last.end) if text[last.end : last.end + 2] in (", ", " p", " A") else None
    if legal:
        name.tail = legal.end()
        name.hint = "person" if legal[1] in ("Jr", "Sr") else "organization"
        return
    if text[last.end : last.end + 2] in ("'s", "’s") and f"{surface(text, name.words)}'s" in names.known:
        name.tail = last.end + 2
        return
    if text[last.end : last.end + 1] == "!" and f"{surface(text, name.words)}!" in names.known:
        name.tail = last.end + 1
        return
    if last.key in names.heads and len(name.words) > 1:
        return
    head = small_head(text, last.end, name.passage.end, names.after_name)
    if head and not (last.is_shouted and len(name.words) == 1 and head.strip() in names.beside_abbreviations):
        name.tail = last.end + len(head)
        name.hint = names.after_name[head.strip().replace("\u00a0", " ")]


# Russia's foreign ministry · Afghanistan's Foreign Ministry
_POSSESSED = re.compile(r"['’]s? ([A-Za-z]+(?: (?:of )?[A-Za-z]+(?:['’]s)?){0,2})")


def institutions(text: str, found: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Institutions that a possessor tells apart: *Russia's foreign ministry* beside *Russia*; a bare one written large is cut."""
    by_start = {name.start: name for name in found}
    for name in found:
        match = _POSSESSED.match(text, name.end, min(name.passage.end, name.end + 60))
        if match is None:
            continue
        words = match[1].split(" ")
        for size in range(len(words), 0, -1):
            phrase = " ".join(words[:size])
            if not _is_possessed(phrase):
                continue
            start = match.start(1)
            written = by_start.get(start)
            if written is not None:
                if written.end == start + len(phrase):
                    written.front = name.start
                    written.hint = "organization"
            else:
                yield NameSpan(name.words, name.passage, name.initial, tail=start + len(phrase), hint="organization")
            break


def joined_to_patrons(text: str, found: Sequence[NameSpan]) -> list[NameSpan]:
    """The names, each house that is called after a saint, a king or a given name as one: *St Mary's Hospital*."""
    kept: list[NameSpan] = []
    seen = Counter(name.keys for name in found)
    houses = gazetteer.organisations().houses
    for name in found:
        if kept and name.words[0].key in houses and name.title is None and not name.words[0].link:
            patron = kept[-1]
            between = text[patron.end : name.start] if 0 < name.start - patron.end < 4 else ""
            if between in ("'s ", "’s ") and (start := _patron(text, patron, alone=seen[patron.keys] == 1)) >= 0:
                kept.pop()
                name.front = start
                name.hint = "organization"
        kept.append(name)
    return kept


def _patron(text: str, name: NameSpan, *, alone: bool) -> int:
    """Where the name of a house's patron begins; -1 if this is nobody a house is called after."""
    first = name.words[0].key
    if name.title:
        title = text[name.title[0] : name.title[1]].lower()
        return name.title[0] if title in gazetteer.words_with_capitals("crowned") else -1
    if first in ("st", "saint"):
        return name.start
    is_given = len(name.words) == 1 and first in gazetteer.given_names() and first not in gazetteer.places()
    return name.start if is_given and alone else -1


@lru_cache(maxsize=1 << 12)
def _is_possessed(phrase: str) -> bool:
    names = gazetteer.organisations()
    key = phrase.lower().replace("’", "'")
    return key in (names.small_institutions if phrase.islower() else names.institutions)
