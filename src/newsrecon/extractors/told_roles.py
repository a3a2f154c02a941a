"""What a person is said to be by a verb: *Berg is the mayor of Lund*, *Berg, who heads the bank*, *appointed Berg as judge*.

Only what holds is read: not what somebody was, may be or is not. A post that was taken in some year may be over; it is read
where it is bare, since nothing can be held against it.
"""

from __future__ import annotations

import re
from itertools import islice

from newsrecon import gazetteer
from newsrecon.extractors.name_words import NameSpan

__all__ = ["role_told"]

REACH = 120
"""So many characters behind a name a role is told."""
MOST = 6
"""So many words a noun phrase has."""

# , who is · , 54, is · became · was elected · has been named as
_TAKES = (
    r"(?:(?:is|was|has[ \n]been)[ \n](?:re-?)?(?:elected|appointed|named|sworn[ \n]in)|became|becomes|has[ \n]become)"
)
_AGED = r",[ \n](?:aged[ \n])?\d{1,3},|[ \n]\(\d{1,3}\)"
_IS = re.compile(
    rf"(?P<who>,?[ \n]who|{_AGED})?[ \n](?:is|(?P<takes>{_TAKES}))"
    r"(?:[ \n](?:also|now|currently))?(?:[ \n](?:as|to[ \n]be))?[ \n]"
)
# , who heads the
_DOES = re.compile(r",[ \n]who[ \n](?P<verb>[a-z-]+)[ \n](?P<what>(?:the[ \n])?)")
_AS = re.compile(r"[ \n](?:(?:as|to[ \n]be)[ \n])?")
# The clause begins with the name.
_OPENS = re.compile(
    r"(?:^|[\n.!?:;,“\"]|[\n.!?:;,”\"][ \n]+[“\"]?|(?<![\w'’-])(?:that|because|but|where|when|while|said|says)[ \n])$"
)
_HANGS = re.compile(r"(?<![\w'’-])(?:of|and|or)[ \n]$")
_DETERMINER = re.compile(r"(?:the|an?|its|one[ \n]of[ \n]the)[ \n]")
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_NAME = r"(?:(?:[A-Z]\.)+|[A-Z][\w'’-]*)(?:[ \n][A-Z][\w'’-]*){0,4}"
_CHIEF = re.compile(r"[ \n]in[ \n]chief(?![\w'’-])")
_OF = re.compile(r"[ \n]of[ \n](?:(?:the|its|an?)[ \n])?")
_WHERE = re.compile(rf"[ \n](?:to|for|at)[ \n](?:the[ \n])?{_NAME}(?<!['’]s)(?![\w'’]|[ \n][A-Z])")
# of the Department of Health
_PART = re.compile(r"[ \n](?:of|for)[ \n](?:the[ \n])?(?=[A-Z])")
# until May · in 2019 · three years ago
_LIMITED = re.compile(
    r"[ \n](?:(?:until|from|between|for|since)(?![\w'’-])|in[ \n](?:\w+[ \n])?\d{4}|(?:\w+[ \n]){1,2}ago(?![\w'’-]))"
)


def role_told(text: str, name: NameSpan) -> str | None:
    """The role that the clause around a name gives its bearer; None where it gives none.

    >>> from newsrecon import Article
    >>> from newsrecon.extractors.aliases import extract_claims
    >>> article = Article("Anna Berg is the mayor of Lund. Otto Tarn, who heads the bank, was glad.", id="a")
    >>> [claim.value["role"] for claim in extract_claims(article) if claim.value["role"]]
    ['mayor of Lund', 'head of the bank']
    """
    start = name.title[0] if name.title else name.start
    limit = min(name.passage.end, name.end + REACH)
    front = text[max(name.passage.start, start - 30) : start]
    told = _IS.match(text, name.end, limit)
    if told is not None:
        fits = not _HANGS.search(front) if (told["who"] or "").endswith("who") else _OPENS.search(front)
        return _post(text, told.end(), limit, taken=bool(told["takes"])) if fits else None
    if does := _DOES.match(text, name.end, limit):
        return None if _HANGS.search(front) else _doer(text, does, limit)
    words = front.split()
    if words and words[-1] in gazetteer.surroundings("choosing") and words[-2:-1] not in (["not"], ["never"]):
        chosen = _AS.match(text, name.end, limit)
        return _post(text, chosen.end(), limit, taken=True) if chosen else None
    return None


def _post(text: str, start: int, limit: int, *, taken: bool) -> str | None:
    """The noun phrase that begins here, if its head is a role; of one that was taken, only what cannot be over."""
    if determiner := _DETERMINER.match(text, start, limit):
        start = determiner.end()
    end, head = _run(text, start, limit)
    titles = gazetteer.titles()
    if head not in titles.roles and head not in titles.heads:
        return None
    if chief := _CHIEF.match(text, end, limit):
        end = chief.end()
    if of := _OF.match(text, end, limit):
        end = _body(text, of.end(), limit) or end
    elif where := _WHERE.match(text, end, limit):
        end = where.end()
    role = " ".join(text[start:end].rstrip(".").split())
    if role.lower().startswith("first ") and role.count(" ") > 1:
        return None
    return None if taken and " " in role and _LIMITED.match(text, end, limit) else role


def _body(text: str, start: int, limit: int) -> int:
    """Where the name or the noun phrase behind *of* ends; nought where none is there, or where it is somebody's something."""
    end, last = _run(text, start, limit)
    if last and (part := _PART.match(text, end, limit)) and text[start].isupper():
        whole, more = _run(text, part.end(), limit)
        end = whole if more else end
    return end if last and text[end - 2 : end] not in ("'s", "’s") else 0


def _run(text: str, start: int, limit: int) -> tuple[int, str]:
    """Where the words of a noun phrase end that begins here, and the last of them in lower case; nothing without words."""
    end, last = start, ""
    stops = gazetteer.surroundings("behind_roles")
    for word in islice(_WORD.finditer(text, start, limit), MOST):
        if word.start() > end + bool(last) or word[0].lower() in stops:
            break
        end, last = word.end(), word[0].lower().rstrip(".")
        if word[0].endswith(".") and text[word.end() : limit].lstrip()[:1].isupper():
            break
    return end, last


def _doer(text: str, does: re.Match[str], limit: int) -> str | None:
    """The role of who does something to a body: *head of the bank*."""
    role = gazetteer.titles().doers.get(does["verb"])
    if role is None:
        return None
    end, last = _run(text, does.end(), limit)
    is_body = gazetteer.organisations().heads.get(last) == "organization"
    body = " ".join(text[does.end() : end].rstrip(".").split())
    return f"{role} of {does['what'].strip()} {body}".replace("  ", " ") if is_body and body else None
