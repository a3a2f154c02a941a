"""Which forms in one article are one name: *Muttaqi* for *Amir Khan Muttaqi*, *ICC* for *International Criminal Court*.

Short forms look for a fuller form in the same article. Where several would do, the nearest one before has it. The votes for
a type count together for all forms of a name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache, partial
from itertools import islice, pairwise

from attrs import define, field

from newsrecon import gazetteer
from newsrecon.extractors.name_roles import gender_of_title
from newsrecon.extractors.name_types import decide
from newsrecon.extractors.name_words import NameSpan, Votes
from newsrecon.text import one_of

__all__ = ["Form", "chain"]

Key = tuple[str, ...]

_SHARING = 500
"""So many names that share a word are looked at for the full one of a short form, the first in the text."""
_CANDIDATES = 50


@define
class Form:
    """All mentions of one spelling in an article."""

    key: Key
    text: str
    spans: list[NameSpan] = field(factory=list)
    votes: Votes = field(factory=partial(defaultdict, int))
    fuller: list[Form] = field(factory=list)
    type: str = "other"
    starts: list[int] = field(factory=list)
    """Where its mentions begin, in order."""


def chain(text: str, names: list[NameSpan]) -> list[tuple[NameSpan, Form]]:
    """Each mention with the fullest form of its name in this article, typed."""
    keys = [_key(text, name) for name in names]
    forms = _forms(text, names, keys)
    for form in forms.values():
        form.type = decide(form.votes)
    _link(text, forms)
    resolved: list[tuple[NameSpan, Form]] = []
    for number, (name, key) in enumerate(zip(names, keys, strict=True)):
        kin = keys[number + 1] if number + 1 < len(names) and _is_kin(text, name, names[number + 1]) else ()
        resolved.append((name, _fullest(forms[key], name.start, gender_of_title(text, name), kin)))
    _count_together(forms, resolved)
    return resolved


_GAPS = str.maketrans("-‑,", "   ", '."“”')


def _key(text: str, name: NameSpan) -> Key:
    surface = text[name.start : name.end].translate(_GAPS).lower()
    return tuple(surface.split())


def _forms(text: str, names: list[NameSpan], keys: list[Key]) -> dict[Key, Form]:
    forms: dict[Key, Form] = {}
    shown: dict[Key, Counter[str]] = defaultdict(Counter)
    for name, key in zip(names, keys, strict=True):
        surface = " ".join(text[name.start : name.end].split())
        if (form := forms.get(key)) is None:
            form = forms[key] = Form(key, surface)
        form.spans.append(name)
        form.starts.append(name.start)
        _add(form.votes, name.votes)
        shown[key][surface] += 1
    for key, form in forms.items():
        counts = shown[key]
        form.text = min(counts, key=lambda surface: (surface.isupper(), -counts[surface], surface))
    return forms


def _add(votes: Votes, more: Votes) -> None:
    for kind, number in more.items():
        votes[kind] += number


def _link(text: str, forms: Mapping[Key, Form]) -> None:
    """Tell every form its fuller forms."""
    by_word: dict[str, list[Form]] = {}
    by_initials: dict[str, list[Form]] = {}
    for form in forms.values():
        if len(form.key) > 1:
            for word in dict.fromkeys(form.key):
                if len(same := by_word.setdefault(word, [])) < _SHARING:
                    same.append(form)
            for initials in dict.fromkeys((_initials(form.key), "".join(word[0] for word in form.key))):
                by_initials.setdefault(initials, []).append(form)
    beside = {**_by_names(text, forms), **_in_brackets(text, forms)}
    for form in forms.values():
        if form.key in beside:
            form.fuller = [beside[form.key]]
            continue
        if len(form.key) == 1 and _is_abbreviation(form.text):
            found = [other for other in by_initials.get(form.key[0], ()) if other.type != "person"]
            if found:
                form.fuller = found
                continue
        candidates = by_word.get(form.key[0], ()) if len(form.key) == 1 else by_word.get(form.key[-1], ())
        shortened = (other for other in candidates if other is not form and _shortens(form, other))
        form.fuller = _likeliest(form, list(islice(shortened, _CANDIDATES)))


@cache
def _called() -> re.Pattern[str]:
    """What stands between a name and its by-name: *, better known as*, *, nicknamed the*, *, alias*."""
    called, marks = (one_of(gazetteer.surroundings(group)) for group in ("by_named", "by_name_marks"))
    return re.compile(
        r"(?:,? (?:(?:who|which) (?:is|was) )?(?:[a-z]+ ){0,2}known (?:[a-z]+ ){0,2}as"
        rf"|, (?:(?:who|which) (?:is|was) )?(?:also |[a-z]+ly )?(?:{called})"
        rf"|,? \(?(?:{marks}))(?: the)? [\"“‘']?"
    )


@cache
def _really() -> re.Pattern[str]:
    """What stands between a by-name and the name: *, whose real name is*."""
    return re.compile(rf"[\"”’']?, (?:whose )?(?:{one_of(gazetteer.surroundings('in_the_papers'))}) name (?:is |was )?")


def _by_names(text: str, forms: Mapping[Key, Form]) -> dict[Key, Form]:
    """By-names that the article states: *Otto Lund, better known as Ox Marlow*, and whose name they are."""
    spans = sorted(
        ((span.start, span.end, form) for form in forms.values() for span in form.spans), key=lambda row: row[:2]
    )
    found: dict[Key, Form] = {}
    for (_, end, first), (start, _, second) in pairwise(spans):
        if not 3 < start - end < _BETWEEN or first is second:
            continue
        if _called().fullmatch(text, end, start):
            found.setdefault(second.key, first)
        elif _really().fullmatch(text, end, start):
            found.setdefault(first.key, second)
    return {key: form for key, form in found.items() if form.key not in found}


_BETWEEN = 60
"""So many characters at most may stand between a name and its by-name."""


def _is_abbreviation(text: str) -> bool:
    """*ISC*, *I.S.C.*, *BoS*."""
    return text.replace(".", "").isupper() or (
        len(text) < 6 and text[0].isupper() and text[-1].isupper() and text.isalpha()
    )


def _initials(key: Key) -> str:
    return "".join(word[0] for word in key if word not in gazetteer.words_with_capitals("passed_over"))


def _in_brackets(text: str, forms: Mapping[Key, Form]) -> dict[Key, Form]:
    """Abbreviations in brackets right behind what they stand for: *United Nations (UN)*."""
    ends = {span.end: form for form in forms.values() for span in form.spans}
    found: dict[Key, Form] = {}
    for form in forms.values():
        if len(form.key) != 1 or not form.text[0].isupper():
            continue
        for span in form.spans:
            if text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")":
                before = ends.get(len(text[: span.start - 1].rstrip())) if span.start > 1 else None
                if before is not None and (_may_abbreviate(form, before) or _is_introduced(form, before)):
                    found[form.key] = before
    return found


def _is_introduced(short: Form, long: Form) -> bool:
    """Whether a body is called by an abbreviation from its own language, *Search Agency (Basarno)*, and is so again later."""
    names = gazetteer.organisations()
    if long.type != "organization" or len(long.key) < 2 or len(short.spans) < 2 or long.key[-1] in names.legal_forms:
        return False
    word = short.key[0]
    is_known = short.text in names.known or short.text in names.abbreviations or word in gazetteer.places()
    return not (
        is_known
        or word in gazetteer.given_names()
        or word in gazetteer.family_names()
        or word in gazetteer.common_words()
    )


def _may_abbreviate(short: Form, long: Form) -> bool:
    """Whether what stands in brackets can be an abbreviation of the name before, and not whom a picture is by."""
    initials = _initials(long.key)
    if len(long.key) < 2 or initials[:1] != short.key[0][:1]:
        return False
    meant = gazetteer.organisations().abbreviations.get(short.text)
    return initials == short.key[0] or (long.type != "person" and meant in (None, long.text))


def _shortens(short: Form, long: Form) -> bool:
    """Whether one form can be a shorter way to say the other."""
    few, many, passed_over = short.key, long.key, gazetteer.words_with_capitals("passed_over")
    if len(few) >= len(many):
        return False
    if long.type == "person":
        if short.type == "place" and short.votes["place"] >= 5:
            return False
        if many[-1] in ("jr", "sr"):
            many = many[:-1]
        if len(few) == 1:
            return few[0] in (many[-1], many[0]) or _is_first_family_name(few[0], many)
        return (few[-1] == many[-1] and few[0] == many[0]) or f" {' '.join(few)} " in f" {' '.join(many)} "
    if short.type == "person" and short.votes["person"] >= 4:
        return False
    names = gazetteer.organisations()
    if long.type == "organization":
        if short.type == "place" and short.votes["place"] >= 3:
            return False
        if many[: len(few)] == few:
            rest = many[len(few) :]
            return names.governments.isdisjoint(rest) and all(
                word in names.legal_forms or word in names.heads or word in passed_over for word in rest
            )
        if many[-len(few) :] == few:
            return len(few) > 1 or few[0] not in gazetteer.common_words() or short.type == "organization"
        return False
    if long.type == "place" and _is_bare_place(few, many) and not short.votes["organization"]:
        return True
    return long.type == short.type and many[: len(few)] == few and any(word in passed_over for word in many)


def _is_first_family_name(word: str, many: Key) -> bool:
    """*Ortega* for *José Luis Ortega y Prado*: a family name in front of the mother's."""
    inner = many[1:-1]
    is_given = word in gazetteer.given_names() and word not in gazetteer.family_names()
    return word in inner and len(word) > 2 and not is_given and word not in gazetteer.words_with_capitals("particles")


def _is_bare_place(few: Key, many: Key) -> bool:
    """*Skarnfell* for *Mount Skarnfell*; a listed place is another one's: *Geneva*, *Lake Geneva*."""
    is_kind = many[1:] == few and many[0] in gazetteer.place_terms().kinds
    return is_kind and " ".join(few) not in gazetteer.places()


def _likeliest(short: Form, found: list[Form]) -> list[Form]:
    """Family names before given ones, persons before others for a word that speaks."""
    if len(short.key) != 1 or len(found) < 2:
        return found
    by_last = [form for form in found if form.type == "person" and form.key[-1] == short.key[0]]
    return by_last or found


# 's father, · ’s younger sister
_KIN = re.compile(r"['’]s?[ \n](?:[a-z-]+[ \n]){0,2}?([a-z]+),?[ \n]")


def _is_kin(text: str, name: NameSpan, other: NameSpan) -> bool:
    """*Berg's father, Otto Berg*: whether the next name is of somebody's kin, and so not the one in front."""
    between = _KIN.fullmatch(text, name.end, other.title[0] if other.title else other.start)
    return between is not None and between[1] in gazetteer.surroundings("kin")


def _fullest(form: Form, place: int, gender: str, kin: Key) -> Form:
    """The fuller form that stands nearest before this place, or first behind; again for that one.

    It is not of another gender than the form of address tells (*Mrs. Berg*), nor that of the bearer's kin.
    """
    seen = {form.key}
    given = gazetteer.given_names()
    while form.fuller:
        fitting = [
            other
            for other in form.fuller
            if other.key != kin and (not gender or given.get(other.key[0], "") in ("", gender))
        ]
        if not fitting:
            break
        chosen = min(fitting, key=lambda other: (_distance(other, place), -len(other.key), other.key))
        if len(fitting) > 1 and _one_name(fitting):
            chosen = max(fitting, key=lambda other: (len(other.key), len(other.spans), other.key))
        if chosen.key in seen:
            break
        seen.add(chosen.key)
        form = chosen
    return form


def _one_name(forms: list[Form]) -> bool:
    """Whether all these forms shorten the longest of them."""
    longest = max(forms, key=lambda form: (len(form.key), form.key))
    return all(form is longest or _shortens(form, longest) for form in forms)


def _distance(form: Form, place: int) -> tuple[int, int]:
    starts = form.starts
    number = bisect_right(starts, place)
    if number:
        return 0, place - starts[number - 1]
    return 1, starts[0] - place


def _count_together(forms: Mapping[Key, Form], resolved: list[tuple[NameSpan, Form]]) -> None:
    """Short forms lend their votes to the full one, which gives them all its type."""
    votes: dict[Key, Votes] = defaultdict(partial(defaultdict, int))
    for name, full in resolved:
        _add(votes[full.key], name.votes)
    for key, counted in votes.items():
        own = forms[key].votes
        top = max(own.values(), default=0)
        forms[key].type = decide(own if top >= 4 and len(key) > 1 else counted)
