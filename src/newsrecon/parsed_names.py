"""Names taken apart: the words that count, and the titles, suffixes, particles and legal forms set aside.

*Dr. Martin Luther King, Jr.* is *martin luther king*, with a title and a suffix; *Daimler-Benz AG* is *daimler benz*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from attrs import field, frozen

from newsrecon import gazetteer
from newsrecon.spelling import distance_to, fold

__all__ = ["ParsedName", "parse_name"]


@frozen
class ParsedName:
    """A name taken apart: its words, and what was set aside."""

    text: str
    type: str
    """`person` or `organization`, as given or as its words tell."""
    words: tuple[str, ...]
    """The words that count, folded, in order; the given name first."""
    suffix: str = field(default="", kw_only=True)
    """*jr*, *sr*, *ii*, …"""
    titles: tuple[str, ...] = field(default=(), kw_only=True)
    """Titles and offices in front, with whose or of what they are."""
    nicknames: tuple[str, ...] = field(default=(), kw_only=True)
    """The words of what stands in quotation marks or in brackets inside a person's name."""
    abbreviation: str = field(default="", kw_only=True)
    """What stands in brackets behind an organisation's name, folded: *icc*."""
    legal: tuple[str, ...] = field(default=(), kw_only=True)
    """The legal forms of a company, each by the one word that stands for its kind."""
    particles: tuple[str, ...] = field(default=(), kw_only=True)
    """*al*, *bin*, *van*, *de*, …"""


_ORGANISATIONS = frozenset({"organization", "organisation", "company", "legalentity", "publicbody", "vessel"})


@lru_cache(maxsize=65536)
def parse_name(text: str, type: str | None = None) -> ParsedName:
    """A name's words, with titles, suffixes, particles and legal forms set aside; `type` tells what it names, if known.

    >>> parsed = parse_name("Dr. Martin Luther King, Jr.")
    >>> parsed.words, parsed.suffix, parsed.titles
    (('martin', 'luther', 'king'), 'jr', ('dr',))
    >>> parse_name("Apple CEO Steve Jobs").words, parse_name("Otto 'Ox' Lund").nicknames
    (('steve', 'jobs'), ('ox',))
    >>> parse_name("Tactical Missiles Corporation OJSC").legal
    ('corporation', 'joint stock')
    """
    kind = (type or "").lower()
    shown = _IN_BRACKETS.sub("", text)
    words = fold(shown).split()
    if kind in _ORGANISATIONS or (kind != "person" and _is_organisation(words)):
        bracket = _IN_BRACKETS.search(text) if words else None
        return _parse_organisation(text, words or fold(text).split(), fold(bracket[1]) if bracket else "")
    return _parse_person(text)


# International Criminal Court (ICC)
_IN_BRACKETS = re.compile(r"\s\(([A-Z][\w.&-]{1,11})\)\s*$")


# ---------------------------------------------------------------- organisations


def _is_organisation(words: Sequence[str]) -> bool:
    """Whether the words of a name tell that it is an organisation's: a legal form, a head noun, *of*."""
    names = gazetteer.organisations()
    if len(words) < 2 or _is_holder(words):
        return False
    if words[0] in names.leading_forms or words[-1] in names.legal_forms:
        return True
    if any(len("".join(words[place : place + _legal_form(words, place)[0]])) > 2 for place in range(1, len(words))):
        return True
    if {"of", "and", "for"} & set(words):
        return True
    people = gazetteer.family_names()
    return any(word in names.heads and word not in people and word not in gazetteer.given_names() for word in words)


def _is_holder(words: Sequence[str]) -> bool:
    """*Minister of Finance Anna Berg*: whether an office stands before a given name and a family name."""
    size = _office_in_front(words)
    return 0 < size < len(words) - 1 and words[size] in gazetteer.given_names() and words[-1] not in _ends_of_bodies()


@cache
def _ends_of_bodies() -> frozenset[str]:
    names = gazetteer.organisations()
    return frozenset(names.heads) - gazetteer.family_names() | frozenset(names.legal_forms)


def _parse_organisation(text: str, words: Sequence[str], abbreviation: str) -> ParsedName:
    names = gazetteer.organisations()
    legal: list[str] = []
    kept: list[str] = []
    place = 0
    while place < len(words):
        size, form = _legal_form(words, place)
        if size:
            legal.append(form)
        elif words[place] not in names.generic:
            same = (
                names.same_last
                if place and words[place] in names.same_last and place + 1 == len(words)
                else names.same_word
            )
            kept.append(same.get(words[place], words[place]))
        place += size or 1
    if not kept:
        kept = [word for word in words if word not in names.generic] or list(words)
        legal = []
    return ParsedName(text, "organization", tuple(kept), legal=tuple(legal), abbreviation=abbreviation)


def _legal_form(words: Sequence[str], place: int) -> tuple[int, str]:
    """How many words from here are a legal form, and which; the first word of a name is none if it could be a name."""
    names = gazetteer.organisations()
    for size in range(min(6, len(words) - place), 0, -1):
        form = names.legal_forms.get(" ".join(words[place : place + size]))
        if form and (place or size > 1 or words[place] in names.leading_forms):
            return size, form
    form = _misspelled_form(" ".join(words[place:])) if place else ""
    return (len(words) - place, form) if form else (0, "")


@lru_cache(maxsize=4096)
def _misspelled_form(end: str) -> str:
    """The long legal form that the end of a name is but for one letter: *Aktiengeselschaft*."""
    if len(end) < _LONG_FORM:
        return ""
    distance = distance_to(1)
    forms = gazetteer.organisations().legal_forms
    return next((form for known, form in forms.items() if len(known) >= _LONG_FORM and distance(end, known) <= 1), "")


_LONG_FORM = 10
"""So many letters a legal form must have to be told although one is wrong."""


# ---------------------------------------------------------------- persons


_EZAFE = re.compile(r"(?<=\w)[-‑](?:ye|e|i)[- ](?=\w)")
"""What joins two Persian words: *Kuh-e Sabz*."""
_ASSIMILATED = re.compile(r"([ae])(s|sh|t|th|d|dh|z|r|n)")
"""The Arabic article as it sounds before certain consonants: *as-Salam*, *er-Rashid*."""


def _is_article(word: str, following: str) -> bool:
    match = _ASSIMILATED.fullmatch(word)
    return match is not None and following.startswith(match[2])


# Otto "Ox" Lund · William 'Bill' Hartley · Anna (Annie) Berg
_NICKNAME = re.compile(r"(?<=\s)(?:[\"“”‘'`]+([^\W\d][^\"“”’`()]{0,30}?)[\"“”’'`]+|\(([^()]{1,30})\))(?=[\s,]|$)")
# Anna Berg née Lund
_BORN = re.compile(r",?\s(?:née|né|nee)\s(?=\w)")
# RV Lund · J.J. Lund · George H.W. Lund
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]{2,3}|[A-Z](?:\.-?[A-Z]){1,2}\.?)(?=[ ]\w)")
_REGNAL = re.compile(r"[ivx]{2,5}|[iv]")


def _parse_person(text: str) -> ParsedName:
    table, given = gazetteer.titles(), gazetteer.given_names()
    bare = _NICKNAME.sub("", _BORN.sub(" ", text))
    nicknames = tuple(fold(" ".join(one or two for one, two in _NICKNAME.findall(text))).split())
    bare = _INITIALS.sub(_apart, bare) if not text.isupper() else bare
    front, comma, behind = bare.partition(",")
    suffix, last = "", fold(behind).split()
    if comma:
        while last and (last[-1] in table.suffixes or (last[-1] in table.behind and len(front.split()) > 1)):
            suffix = table.suffixes.get(last.pop(), suffix)
        bare = f"{' '.join(last)} {front}" if last else front
    words = fold(_EZAFE.sub(" ", bare)).split()
    titles: list[str] = []
    while len(words) > 1 and words[0] in table.honorifics and (_is_title_here(words) or _is_crowned(bare, words)):
        titles.append(words.pop(0))
    size = _office_in_front(words)
    titles, words = titles + words[:size], words[size:]
    while len(words) > 2 and words[-1] in table.behind:
        titles.append(words.pop())
    if (len(words) > 2 and words[-1] in table.suffixes) or (len(words) > 1 and _is_regnal(bare, words)):
        number = words.pop()
        suffix = table.suffixes.get(number, number)
    if len(words) > 2 and words[0] in gazetteer.words_with_capitals("filiation") and words[0] not in given:
        words = [words[-1], *words[:-1]]  # nobody's name begins with "son of": the given name is at the end
    kept, particles = _without_particles(words)
    return ParsedName(
        text,
        "person",
        tuple(kept),
        suffix=suffix,
        titles=tuple(titles),
        particles=tuple(particles),
        nicknames=nicknames,
    )


def _apart(initials: re.Match[str]) -> str:
    """Initials written as one word, each by itself; a title in capitals stays as it is: *PM*."""
    key, titles = fold(initials[0]), gazetteer.titles()
    known = (titles.heads, titles.abbreviations, titles.honorifics, titles.suffixes, gazetteer.given_names())
    if any(key in words for words in (*known, gazetteer.words_with_capitals("particles"))):
        return initials[0]
    return " ".join(letter for letter in initials[0] if letter.isalpha())


def _office_in_front(words: Sequence[str]) -> int:
    """How many words in front are an office and whose it is: *Norway's Foreign Minister*, *Apple CEO*, *President*."""
    titles, given = gazetteer.titles(), gazetteer.given_names()
    end = 0
    for place, word in enumerate(words[:-1]):
        is_post = f"{words[place - 1]} {word}" in titles.posts if place else False
        if not is_post and (word not in titles.heads or word in given):
            continue
        leads = all(each in titles.heads or each in titles.modifiers for each in words[:place])
        if leads or (words[place + 1] in given and len(words) - place > 2):
            end = place + 1
    if end and words[end] in ("of", "for"):
        # of Finance Anna Berg: what the office is about or whose it is ends before a given name
        holder = (place for place in range(end + 2, len(words) - 1) if words[place] in given)
        end = next(holder, end)
    return end


def _is_crowned(text: str, words: Sequence[str]) -> bool:
    """*King Harald V*."""
    is_crowned = words[0] in gazetteer.words_with_capitals("crowned")
    return len(words) > 2 and is_crowned and (words[-1] in gazetteer.titles().suffixes or _is_regnal(text, words))


def _is_regnal(text: str, words: Sequence[str]) -> bool:
    """Whether a name ends in a number as kings have one: *Charles III*, *Elizabeth I*; *Anna I.* ends in an initial."""
    is_number = _REGNAL.fullmatch(words[-1]) is not None and not text.isupper()
    return is_number and text.rstrip().endswith(words[-1].upper())


def _is_title_here(words: Sequence[str]) -> bool:
    """*Dr. Ito* begins with a title, and so does *King Abdullah II*; *King Vidor* need not."""
    return (len(words) > 2 and words[0] not in gazetteer.given_names()) or words[0] in gazetteer.titles().addresses


# Abdelkarim · Abdurrahman; not Abdullah
_SERVANT = re.compile(r"^abd[aeu](?:l(?!l?ah?$)|([rsnzdt])(?=\1))(?=\w{4})")


def _without_particles(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words without particles; *abd*, *abu* and the like are one word with the next. *Ben* in front is a given name."""
    small, table = gazetteer.words_with_capitals("particles"), gazetteer.titles()
    kept: list[str] = []
    particles: list[str] = []
    joining = ""
    for place, word in enumerate(words):
        is_small = word in small and len(words) > 1 and len(word) > 1 and (place or word not in gazetteer.given_names())
        if is_small or (place and _is_article(word, "".join(words[place + 1 : place + 2]))):
            particles.append(word)
        elif word in table.joined and not joining and place + 1 < len(words):
            joining = table.joined[word]
        else:
            kept.append(joining + word if joining else _SERVANT.sub("abd", word))
            joining = ""
    return (kept, particles) if kept else (list(words), [])
