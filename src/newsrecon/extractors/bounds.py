"""Times that only bound what is told: *40 families have fled | since Monday*, *the worst flood | since 1953*.

*Since* and a perfect tell of two things. A state or what lasts began at the time: *has ruled since 1994*, *has been shut since
Monday*. A deed was done at some time after it: *has taken steps since 2021*. Which of them a verb tells, the data hold in
classes; where they do not know it, or it is denied (*has not spoken since Monday*), the time is taken for the beginning.
"""

from __future__ import annotations

import re
from functools import cache

from newsrecon.clauses import Clause
from newsrecon.text import one_of
from newsrecon.verbs import verbs, word_list

__all__ = ["only_bounds"]

_BEFORE = 40
_AROUND = 500
"""So many characters on either side may hold the verb."""

# since | at least
_SINCE = re.compile(r"\bsince\s+(?:(?:at least|about|around|roughly|early|late|mid|the)[\s-]+){0,2}$")
# have | not | all | been | arrested
_PERFECT = re.compile(
    r"\b(?:has|have|had|ve)(?P<not>n['’]t)?\s+"
    r"(?:(?:[a-z]{2,20}ly|also|already|now|long|since|even|just|still|all|both|only|once|twice|(?P<denied>not|never))\s+){0,3}"
    r"(?P<been>been\s+(?:[a-z]{2,20}ly\s+)?)?(?P<verb>[a-z]+)"
)
# But | since Monday …; not "Berg, mayor since 2014, …"
_OPENING = re.compile(r"\W{0,3}(?:\w+\s+){0,2}\Z")
# no one has · nothing has
_NOBODY = re.compile(r"\b(?:no|none|nobody|nothing|neither|nor|hardly|few|little)\b")


def only_bounds(lower: str, start: int, clause: Clause) -> bool:
    """Whether the time that begins at `start` in a text in lower case is only the bound of what its clause tells.

    >>> from newsrecon import Article
    >>> for text in ("Forty families have fled since Monday.", "The road has been shut since Monday."):
    ...     print(only_bounds(text.lower(), text.index("Monday"), Article(text).clauses[0]))
    True
    False
    """
    since = _SINCE.search(lower, max(clause.span.start, start - _BEFORE), start)
    if since is None:
        return False
    verb = clause.verb.end if clause.verb else clause.span.start
    if _superlative().search(lower, max(min(verb, since.start()), start - _AROUND), since.start()):
        return True
    begin, end = max(clause.span.start, start - _AROUND), min(clause.span.end, start + _AROUND)
    told = [*_PERFECT.finditer(lower, begin, since.start())][-1:]
    if not told and _OPENING.match(lower, clause.span.start, since.start()):
        told = [*_PERFECT.finditer(lower, start, end)][:1]
    return bool(told) and _is_deed(told[0]) and not _NOBODY.search(lower, begin, told[0].start())


def _is_deed(perfect: re.Match[str]) -> bool:
    """Whether a perfect tells what was done: of a verb that is known, and of none that lasts or leaves a state behind."""
    bases = _participles().get(perfect["verb"], frozenset())
    if not bases or perfect["not"] or perfect["denied"]:
        return False
    return bases.isdisjoint(word_list("lasting")) and not (
        perfect["been"] and not bases.isdisjoint(word_list("leaving"))
    )


@cache
def _participles() -> dict[str, frozenset[str]]:
    """The verbs that each participle may be of."""
    found: dict[str, set[str]] = {}
    for verb in verbs().values():
        for form in verb.participle:
            found.setdefault(form, set()).add(verb.base)
    return {form: frozenset(bases) for form, bases in found.items()}


@cache
def _superlative() -> re.Pattern[str]:
    """*the worst flood*, *its second biggest loss*."""
    return re.compile(
        rf"\b(?:the|its|his|her|their|our|my|a|an)\s+(?:[\w-]+\s+)?(?:{one_of(word_list('superlatives'))})\b"
    )
