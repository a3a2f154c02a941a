"""What a person is said to be, beside the name: *Russia's ambassador to Afghanistan, Dmitry Zhirnov*.

A role stands in capitals before the name ("Foreign Minister Sergey Lavrov"), written small before it ("former
parliamentarian Mariam Solaimankhil"), behind it after a comma and perhaps an age ("Jane Roe, 54, the director of the
zoo, said"), or in brackets; `told_roles` reads those that a verb tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsrecon import gazetteer
from newsrecon.extractors.name_words import NameSpan
from newsrecon.extractors.told_roles import role_told
from newsrecon.text import one_of

__all__ = ["gender_of_title", "role_of"]

_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}"
# "ambassador to Afghanistan, " · "director of the zoo "
_COMPLEMENT = re.compile(rf" (?:of|to|for|in|at|from|on) (?:the )?(?:{_NAME}|[a-z]+ ?[a-z]*),? ?$")
_POSSESSOR = re.compile(rf"({_NAME})['’]s ((?:[a-z-]+ ){{0,3}})$")
_LAST_WORDS = re.compile(r"[^\s,;:.!?()\"“”]+")
# (the mayor of Lund)
_IN_BRACKETS = re.compile(r"[ \n]\(([^\W\d_][^,;:()\"“”\n]{2,60})\)")
_DETERMINER = re.compile(r"(?:the|a|an|his|her|its|their|one of the)[ \n]+", re.IGNORECASE)


@cache
def _behind_a_name() -> re.Pattern[str]:
    """*, 54, the director of the zoo* before a comma or a verb."""
    return re.compile(
        r"(?:,[ \n]+(?:aged[ \n])?\d{1,3}|[ \n]\(\d{1,3}\))?[ \n]*,[ \n]+([^,;:()\"“”\n]{3,90}?)"
        rf"(?=[,;:.)]|[ \n](?:{one_of(gazetteer.surroundings('behind_a_role'))})\b|$)"
    )


def role_of(text: str, name: NameSpan) -> tuple[str | None, str | None]:
    """The role of a person where it stands beside this mention, and the gender that the role tells; else None."""
    role = _in_capitals(text, name) or _before(text, name) or _behind(text, name) or role_told(text, name)
    role = role.removeprefix("The ") if role else None
    return role, _gender(text, name, role)


def gender_of_title(text: str, name: NameSpan) -> str:
    """The gender that the title in front of a name tells: *Mrs.*, *Queen*; else an empty string."""
    titles = gazetteer.titles()
    front = text[name.title[0] : name.title[1]].lower().replace(".", "").split() if name.title else ()
    genders = (titles.honorifics.get(word) or titles.gendered.get(word) for word in front)
    return next((gender for gender in genders if gender), "")


def _gender(text: str, name: NameSpan, role: str | None) -> str | None:
    titles, given = gazetteer.titles(), gazetteer.given_names()
    if in_front := gender_of_title(text, name):
        return in_front
    if role and (told := titles.gendered.get(_head_of(role))):
        return told
    if len(name.words) > 1 or name.words[0].key not in gazetteer.common_words():
        return given.get(name.words[0].key) or None
    return None


def _in_capitals(text: str, name: NameSpan) -> str | None:
    if name.title is None:
        return None
    start, end = name.title
    titles = gazetteer.titles()
    words = text[start:end].lower().replace(".", "").split()
    if all(word in titles.honorifics for word in words) or words[-1].removesuffix("s") in titles.heads - {words[-1]}:
        return None
    limit = max(name.passage.start, start - 60)
    possessor = _POSSESSOR.search(text, limit, start)
    if possessor and all(word in titles.passing or word in titles.modifiers for word in possessor[2].split()):
        start = possessor.start(1)
    else:
        start = _over_modifiers(text, limit, start)
    return _without_rank(text[start:end].split())


def _without_rank(words: Sequence[str]) -> str:
    """*police spokesman* of *police spokesman Captain*: who speaks for a body is that, whatever the rank."""
    voices = gazetteer.titles().voices
    last = next((place for place, word in enumerate(words) if word.lower() in voices), len(words))
    return " ".join(words[: last + 1])


def _over_modifiers(text: str, limit: int, start: int) -> int:
    """Where a role begins, going left from its first word over *former*, *deputy*, a nationality."""
    titles, demonyms = gazetteer.titles(), gazetteer.demonyms()
    words = list(_LAST_WORDS.finditer(text, limit, start))
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        gap = text[word.end() : start]
        key = word[0].lower()
        if gap.strip() or "\n\n" in gap:
            break
        two = " ".join(text[words[place - 1].start() : word.end()].lower().split()) if place else ""
        if two in titles.bodies:
            return words[place - 1].start()
        if (
            key in titles.passing
            or key in titles.modifiers
            or key in demonyms
            or key in titles.roles
            or key in titles.heads
            or _is_compound(key)
        ):
            start = word.start()
            continue
        break
    return start


def _is_compound(key: str) -> bool:
    """*rebel-appointed*, *London-based*: what stands before an office and tells by whom or where."""
    front, hyphen, end = key.partition("-")
    return bool(front and hyphen) and end in gazetteer.words_with_capitals("compound_endings")


def _before(text: str, name: NameSpan) -> str | None:
    """A role written small in front of the name, with or without a comma."""
    limit = max(name.passage.start, name.start - 110)
    front = text[limit : name.start]
    if not front[-1:].isspace():
        return None
    end = len(front.rstrip())
    comma = front[end - 1 : end] == ","
    if comma and _speaks(text, name):
        return None
    end -= comma
    head = front[:end]
    last = _last_word(head)
    if last in gazetteer.titles().roles:
        start = _start_of_role(head, len(head))
        return " ".join(head[start:].split())
    complement = _COMPLEMENT.search(front[: end + comma]) if comma else None
    if complement:
        before = front[: complement.start()]
        if _last_word(before) in gazetteer.titles().roles | gazetteer.titles().heads:
            start = _start_of_role(before, len(before))
            return " ".join(head[start:].split())
    return None


_NEXT = re.compile(r"[ \n]([a-z]+)")


def _speaks(text: str, name: NameSpan) -> bool:
    """*killed his brother, Berg said*: what follows tells that the name is who says so, and in apposition to nothing."""
    follows = _NEXT.match(text, name.end, name.passage.end)
    return follows is not None and follows[1] in gazetteer.words_with_capitals("speech")


def _last_word(part: str) -> str:
    word = part.rsplit(None, 1)[-1] if part.strip() else ""
    return word.lower().strip(".,") if word[-1:].isalpha() else ""


def _start_of_role(part: str, end: int) -> int:
    """Where the phrase that ends here begins: at its possessor, or at the first of its modifiers."""
    head = part[:end].rsplit(None, 1)
    start = end - len(head[-1])
    if possessor := _POSSESSOR.search(part, 0, start):
        return possessor.start(1)
    start = _over_modifiers(part, 0, start)
    possessor = _POSSESSOR.search(part, 0, start)
    return possessor.start(1) if possessor else start


def _behind(text: str, name: NameSpan) -> str | None:
    """A role behind the name, after a comma: the noun phrase up to the next comma or verb of speech."""
    limit = min(name.passage.end, name.end + 100)
    match = _behind_a_name().match(text, name.end, limit) if text[name.end : name.end + 1] in ",( \n" else None
    if match is None and text.startswith("(", name.end + 1):
        match = _IN_BRACKETS.match(text, name.end, limit)
    if match is None:
        return None
    phrase = match[1].strip()
    determiner = _DETERMINER.match(phrase)
    if determiner:
        phrase = phrase[determiner.end() :]
    titles, front = gazetteer.titles(), _front_of(phrase)
    if _last_word(front) not in titles.roles and _last_word(front) not in titles.heads:
        return None
    # "54, was shot by a guard" tells what happened, not what somebody is.
    is_clause = not gazetteer.surroundings("behind_roles").isdisjoint(front.lower().split())
    return None if is_clause else " ".join(phrase.split())


def _head_of(phrase: str) -> str:
    """The head noun of a role: *ambassador* of *Russian ambassador to Kabul*."""
    return _last_word(_front_of(phrase))


def _front_of(phrase: str) -> str:
    return re.split(r"\s(?:of|to|for|in|at|from|on|with|and)\s", phrase, maxsplit=1)[0]
