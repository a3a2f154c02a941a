"""Who is meant without being named: *Russia's ambassador to Kabul*, *the ministry*, *the Afghan government*.

A role beside a name tells what its bearer is. Elsewhere a definite description stands for the one bearer of that office, or the
one institution of that kind, that the article has named before; with two of them it tells nothing. An office or a government with
its possessor says by itself whose it is, so that another article may know the name. Each such phrase is one claim of the kind
`description`; its mention is the phrase without its determiner.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from attrs import field, frozen

from newsrecon import gazetteer
from newsrecon.context import Context
from newsrecon.extractors.offices import offices
from newsrecon.hookspecs import hookimpl
from newsrecon.matching import Entailment, Likeness, Matcher, Relation
from newsrecon.model import Article, Claim, Span
from newsrecon.roles import Role, country_of, parse_role
from newsrecon.text import one_of

__all__ = ["KIND", "register_matchers", "resolve_claims"]

kinds = ("description",)

KIND = "description"
"""The kind of these claims."""
NAMES = "alias"
BESIDE = 120
"""In so many characters on either side of a name stands the role that its claim tells."""
FRONT = 80
"""So many characters in front of its head a description may begin."""


@hookimpl
def resolve_claims(article: Article, claims: tuple[Claim, ...]) -> Iterable[Claim]:
    """The descriptions of an article whose names are known, one claim each.

    >>> from newsrecon.extractors.aliases import extract_claims
    >>> article = Article("Norway's ambassador, Anna Berg, left. The ambassador did not say why.", id="a")
    >>> found = resolve_claims(article, tuple(extract_claims(article)))
    >>> [(claim.mention.text, claim.value["full"]) for claim in found]
    [("Norway's ambassador", 'Anna Berg'), ('ambassador', 'Anna Berg')]
    """
    known = _Known.of(article, claims)
    if not known.names:
        return []
    beside = list(_beside(article, known.names))
    alone = list(_alone(article, known, sorted(claim.mention.span for claim in beside)))
    return [*beside, *alone, *_named_offices(article, known, [claim.mention.span for claim in (*beside, *alone)])]


class _Named(NamedTuple):
    """A name where it stands."""

    start: int
    end: int
    full: str
    type: str
    role: str | None


@frozen(eq=False)
class _Known:
    """The names of an article in order, and what their bearers are."""

    names: tuple[_Named, ...]
    starts: tuple[int, ...]
    first: dict[str, int] = field(factory=dict)
    """Where each full name stands first."""
    roles: dict[str, tuple[Role, ...]] = field(factory=dict)
    """What each person is said to be."""
    bodies: dict[str, tuple[str, ...]] = field(factory=dict)
    """The organisations by the words of their full names."""

    @classmethod
    def of(cls, article: Article, claims: Iterable[Claim]) -> _Known:
        names = sorted(
            (_named(claim) for claim in claims if claim.kind == NAMES),
            key=lambda name: name[:3],
        )
        known = cls(tuple(names), tuple([name.start for name in names]))
        for name in names:
            known.first.setdefault(name.full, name.start)
            if name.role:
                known.roles[name.full] = (*known.roles.get(name.full, ()), parse_role(name.role))
            elif name.type == "organization":
                for word in name.full.lower().split():
                    if name.full not in (same := known.bodies.get(word, ())):
                        known.bodies[word] = (*same, name.full)
        return known

    def at(self, place: int) -> _Named | None:
        """The name that covers a place."""
        number = bisect_right(self.starts, place) - 1
        return self.names[number] if number >= 0 and place < self.names[number].end else None


def _named(claim: Claim) -> _Named:
    span, value = claim.mention.span, claim.value
    return _Named(span.start, span.end, value["full"], value["type"], value["role"])


def _claim(article: Article, span: Span, full: str, kind: str, role: str | None) -> Claim:
    value = {"full": full, "type": kind, "role": role}
    return Claim(KIND, full, value, article.mention(span.start, span.end))


# ---------------------------------------------------------------- beside a name


def _beside(article: Article, names: Sequence[_Named]) -> Iterator[Claim]:
    """The roles that stand beside the names they are of."""
    for name in names:
        if name.role:
            start = article.text.rfind(name.role, max(0, name.start - BESIDE), name.start)
            if start < 0:
                start = article.text.find(name.role, name.end, name.end + BESIDE)
            if start >= 0:
                yield _claim(article, Span(start, start + len(name.role)), name.full, name.type, name.role)


# ---------------------------------------------------------------- away from it


@cache
def _heads() -> tuple[re.Pattern[str], frozenset[str]]:
    """The last words of descriptions, as a pattern, and the words that one of them needs.

    They are offices, governments, heads of organisations' names.
    """
    names = gazetteer.organisations()
    bodies = {word for word, kind in names.heads.items() if kind == "organization" and word.isalpha() and len(word) > 3}
    words = gazetteer.titles().sole | names.governments | (bodies - names.legal_forms.keys())
    return re.compile(rf"(?<![\w'’.-])(?:{one_of(words)})(?![\w'’-])"), frozenset(
        word.partition("-")[0] for word in words
    )


def _alone(article: Article, known: _Known, taken: Sequence[Span]) -> Iterator[Claim]:
    pattern, needed = _heads()
    for sentence, words in zip(article.sentences, article.sentence_words, strict=True):
        if needed.isdisjoint(words):
            continue
        last = sentence.start
        for match in pattern.finditer(article.lower, sentence.start, sentence.end):
            if match.start() < last or known.at(match.start()):
                continue
            number = bisect_right(taken, match.start(), key=lambda span: span.start) - 1
            if number >= 0 and match.start() < taken[number].end:
                continue
            phrase = _phrase(article.text, known, Span(last, sentence.end), match.start(), match.end())
            found = _described(article.text, phrase, known)
            if found is not None:
                last = phrase.span.end
                yield _claim(article, phrase.span, *found)


def _named_offices(article: Article, known: _Known, taken: Sequence[Span]) -> Iterator[Claim]:
    """Offices of which the article does not tell the holder, each as something of its own."""

    def name_at(place: int) -> tuple[Span, str] | None:
        name = known.at(place)
        return None if name is None else (Span(name.start, name.end), name.type)

    taken, number = sorted(taken), 0
    for span in offices(article, name_at):
        while number < len(taken) and taken[number].end <= span.start:
            number += 1
        if number == len(taken) or not taken[number].overlaps(span):
            yield _claim(article, span, " ".join(span.of(article.text).split()), "other", None)


@frozen
class _Phrase:
    """A noun phrase without its determiner, with the head and the names on either side of it."""

    span: Span
    head: str
    determiner: str
    owner: str = ""
    """A possessor, a nationality or a name in front."""
    complement: str = ""
    """The name behind *of*, *to*, *for* or *in*."""

    @property
    def is_bare(self) -> bool:
        return not self.owner and not self.complement


_WORD = re.compile(r"[^\s,;:.!?()\"“”]+")
_COMPLEMENT = re.compile(r" (?:of|to|for|in) (?:the )?")
# the Lund government in the country
_AT_HOME = re.compile(r" (?:of|in) (?:the|that|this) (?:country|nation|kingdom|republic)(?![\w'’-])")
_COMPOUND = re.compile(r"([A-Z]\w+)[-‑](?:led|run|backed|appointed|controlled)")


def _phrase(text: str, known: _Known, limits: Span, start: int, end: int) -> _Phrase:
    """The noun phrase around a head: modifiers and a possessor in front, a name behind a preposition."""
    titles, demonyms = gazetteer.titles(), gazetteer.demonyms()
    head, owner, complement, place = text[start:end], "", "", start
    words = list(_WORD.finditer(text, max(limits.start, start - FRONT), start))
    while words and not text[words[-1].end() : place].strip(" \n") and "\n\n" not in text[words[-1].end() : place]:
        word = words[-1]
        key = word[0].lower()
        if compound := _COMPOUND.fullmatch(word[0]):
            owner = owner or compound[1]
        elif key in demonyms and word[0][0].isupper():
            owner = owner or word[0]
        elif (name := known.at(word.start())) and not (owner and owner in demonyms):
            if owner:
                break
            owner, place = name.full, name.start
            while words and words[-1].start() >= place:
                words.pop()
            continue
        elif key not in titles.passing and key not in titles.modifiers:
            break
        place = words.pop().start()
    if match := _COMPLEMENT.match(text, end, limits.end):
        name = known.at(match.end())
        if name is not None and name.start == match.end():
            complement, end = name.full, name.end
    is_at_home = owner and not complement and head.lower() in gazetteer.organisations().governments
    if is_at_home and (match := _AT_HOME.match(text, end, limits.end)):
        end = match.end()
    before = words[-1] if words and not text[words[-1].end() : place].strip(" \n") else None
    return _Phrase(Span(place, end), head.lower(), before[0].lower() if before else "", owner, complement)


Found = tuple[str, str, str | None]


def _described(text: str, phrase: _Phrase, known: _Known) -> Found | None:
    """Whom or what a phrase stands for: the full name, its type and the role; None where that is open."""
    words = " ".join(phrase.span.of(text).split())
    names = gazetteer.organisations()
    if phrase.head in names.governments:
        owned = phrase.owner or phrase.complement
        return (_AT_HOME.sub("", words), "organization", None) if owned else None
    if phrase.head in gazetteer.titles().sole:
        full = _bearer(parse_role(words), phrase, known)
        return (full or words, "person", words) if full or _is_told_by_itself(words, phrase) else None
    if phrase.is_bare and phrase.determiner == "the":
        bodies = [full for full in known.bodies.get(phrase.head, ()) if known.first[full] < phrase.span.start]
        return (bodies[0], "organization", None) if len(bodies) == 1 else None
    return None


def _is_told_by_itself(words: str, phrase: _Phrase) -> bool:
    """An office that one person at a time holds, of a country: *Norway's ambassador*."""
    role = parse_role(words)
    return role.is_sole and bool(country_of(phrase.owner)) and phrase.determiner not in ("a", "an")


def _bearer(role: Role, phrase: _Phrase, known: _Known) -> str | None:
    """The one person of the article who is said to hold an office; without its possessor only one named before."""
    found = []
    for full, roles in known.roles.items():
        if phrase.determiner in ("a", "an"):
            continue
        if phrase.is_bare and (phrase.determiner != "the" or known.first[full] > phrase.span.start):
            continue
        if any(_may_be(role, other) for other in roles):
            found.append(full)
    return found[0] if len(found) == 1 else None


def _may_be(short: Role, long: Role) -> bool:
    """Whether the first role can be a shorter way to tell the second."""
    if short.former != long.former or (short.of and short.of != long.of) or (short.to and short.to != long.to):
        return False
    return long.office == short.office or (not short.of and not short.to and long.office.endswith(f" {short.office}"))


# ---------------------------------------------------------------- bringing them together


@frozen
class _Told:
    """Who is described across articles, and as what."""

    who: str
    what: Role | str


def _read(claim: Claim, context: Context) -> _Told:
    who = context.names.of(claim.mention.article, str(claim.value["full"]))
    role = claim.value.get("role")
    return _Told(who, parse_role(str(role)) if role else "")


def _same(left: _Told, right: _Told) -> Likeness:
    if left.who == right.who:
        return Likeness(1.0, f"both stand for {left.who!r}")
    return Likeness(0.0, "they stand for two names")


def _relate(left: _Told, right: _Told) -> Entailment:
    if left.what == right.what:
        return Entailment(Relation.EQUAL, "both say the same of the name")
    return Entailment(Relation.OVERLAPS, "both can be true")


@hookimpl
def register_matchers() -> Iterable[Matcher[Any]]:
    """Descriptions of one entity stand together; roles that exclude each other are told by clusters of the kind `role`."""
    return [
        Matcher(
            KIND,
            read=_read,
            keys=lambda told: (told.who,),
            same=_same,
            relate=_relate,
            variant=lambda told: told.what,
        )
    ]
