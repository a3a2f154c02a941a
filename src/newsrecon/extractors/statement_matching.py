"""The same assertion in several outlets: *Moscow delisted the group in April*, *The Taliban was removed from Russia’s list*.

Theory of operation. A statement is a set of content words, one token for each name as the register has it (a country, its
adjective and its capital being one), and beside it what must not differ: negation, modality, numbers of one thing, times,
who did it to whom. The likeness is the weight of what two have in common, each word weighing by its rarity in the story,
against the weight of both, and of the shorter alone, since outlets cut and add. Names weigh little, everybody in the story
uses them; pronouns and descriptions of what has been named weigh nothing. Vetoes come after.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from itertools import combinations
from typing import Any

from attrs import field, frozen

from newsrecon.context import Context
from newsrecon.extractors.statements import without_quotations, words_of
from newsrecon.matching import Entailment, Likeness, Matcher, Relation
from newsrecon.model import Claim
from newsrecon.span import Span

__all__ = ["Assertion", "statement_matcher"]

THRESHOLD = 0.5
RAREST = 5
"""Tokens of a statement that each two of which make a block."""

Interval = tuple[str, str]


@frozen(eq=False)
class Assertion:
    """A statement as the matcher sees it."""

    words: frozenset[str]
    """Content words outside names and times, the predicate's among them."""
    names: frozenset[str]
    weights: Mapping[str, float] = field(repr=False)
    """The weight of each word and name, by its rarity in the story."""
    subject: str | None
    """The name the subject is known by, None for a description or a pronoun."""
    predicate: str
    passive: bool
    negated: bool
    modality: str | None
    numbers: frozenset[tuple[str, float]]
    """What is counted and how many."""
    times: tuple[tuple[str, str, str], ...]
    """Begin, end, and how they are known."""
    shown: Mapping[str, str] = field(repr=False, factory=dict)
    """A word of the text for each token, for the reasons."""

    @property
    def tokens(self) -> frozenset[str]:
        """Words and names together."""
        return self.words | self.names


def statement_matcher() -> Matcher[Assertion]:
    """The matcher of statements."""
    return Matcher(
        "statement", read=_read, keys=_keys, same=_same, relate=_relate, variant=_variant, threshold=THRESHOLD
    )


# ---------------------------------------------------------------- reading


def _read(claim: Claim, context: Context) -> Assertion:
    text = claim.mention.text
    named = _named(claim, context)
    shown: dict[str, str] = {}
    names = {}
    for span, name in named:
        token = _entity(name)
        names[token] = None
        shown.setdefault(token, text[span.start : span.end])
    rest = without_quotations(_without(text, [span for span, _ in named]))
    words: dict[str, None] = {}
    for surface, word in _content(rest):
        country = _country(surface)
        if country is not None:
            names[country] = None
            shown.setdefault(country, surface)
        else:
            words[word] = None
            shown.setdefault(word, surface)
    for word in _time_words(claim):
        words.pop(word, None)
    descriptions = _descriptions()
    weights = {}
    for word in words:
        rarity = max(context.rarity(word) - 0.7, 0.3)
        weights[word] = rarity * (0.3 if word in descriptions else 1.0)
    for name in names:
        rarity = max(context.rarity(_root(shown[name])) - 0.7, 0.3)
        weights[name] = 0.6 * rarity
    value = claim.value
    return Assertion(
        frozenset(words),
        frozenset(names),
        weights,
        _subject(claim, context),
        _predicate(value),
        bool(value.get("passive")),
        bool(value.get("negated")),
        value.get("modality"),
        _numbers(value),
        _times(claim, context),
        shown,
    )


def _named(claim: Claim, context: Context) -> list[tuple[Span, str]]:
    """The outermost names inside the mention, with offsets into it."""
    found: list[tuple[Span, str]] = []
    start = claim.mention.span.start
    inside = sorted(context.names.in_mention(claim.mention), key=lambda one: (one.span.start, -one.span.end))
    for one in inside:
        span = Span(one.span.start - start, one.span.end - start)
        if not found or span.start >= found[-1][0].end:
            found.append((span, one.name))
    return found


def _without(text: str, spans: Iterable[Span]) -> str:
    parts, place = [], 0
    for span in spans:
        parts.append(text[place : span.start])
        place = span.end
    return " , ".join([*parts, text[place:]])


def _content(text: str) -> Iterable[tuple[str, str]]:
    """The content words of a text, each with the words it stands for."""
    from newsrecon.wording import content_words

    return [(word, word) for word in content_words(text)]


def _root(text: str) -> str:
    from newsrecon.wording import content_words

    words = content_words(text)
    return words[-1] if words else text.lower()


def _entity(name: str) -> str:
    """One token for a name; a country and its capital are one."""
    low = name.lower().removeprefix("the ")
    return _country(low) or "@" + low


def _country(word: str) -> str | None:
    from newsrecon.gazetteer import capitals, countries, demonyms

    code = countries().get(word) or demonyms().get(word) or capitals().get(word)
    return "@" + code if code else None


def _descriptions() -> frozenset[str]:
    from newsrecon.wording import content_words

    return frozenset(word for one in words_of("descriptions") for word in content_words(one))


def _subject(claim: Claim, context: Context) -> str | None:
    subject = claim.subject
    if not subject or subject.lower() in words_of("pronouns"):
        return None
    name = context.names.of(claim.mention.article, subject)
    if name != subject:
        return _entity(name)
    for span, inside in _named(claim, context):
        if subject.endswith(claim.mention.text[span.start : span.end]):
            return _entity(inside)
    low = subject.lower().removeprefix("the ")
    return _country(low)


def _predicate(value: Mapping[str, Any]) -> str:
    from newsrecon.wording import content_words

    words = content_words(value.get("verb") or "")
    return words[0] if words else ""


def _numbers(value: Mapping[str, Any]) -> frozenset[tuple[str, float]]:
    from newsrecon.wording import content_words

    found = set()
    for one in value.get("numbers") or ():
        noun = content_words(one["noun"])
        if noun:
            found.add((noun[0], float(one["number"])))
    return frozenset(found)


def _time_words(claim: Claim) -> tuple[str, ...]:
    """The words of dates, which are compared as times and not as words."""
    return _CALENDAR


_CALENDAR = tuple(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june juli july august "
    "september octob october novemb november decemb december".split()
)


def _times(claim: Claim, context: Context) -> tuple[tuple[str, str, str], ...]:
    from newsrecon.timex import resolve_value

    anchor = context.anchor(claim.mention.article)
    found = []
    for time in claim.value.get("times") or ():
        if time.get("begin") is None and anchor is not None:
            time = resolve_value(time, anchor)
        if time.get("begin") and time.get("end"):
            found.append((time["begin"], time["end"], time.get("from") or "clause"))
    return tuple(sorted(set(found)))


def _keys(one: Assertion) -> Iterable[Hashable]:
    """Each two of the rarest tokens."""
    rarest = sorted(one.tokens, key=lambda token: (-one.weights[token], token))[:RAREST]
    return [tuple(sorted(pair)) for pair in combinations(rarest, 2)]


# ---------------------------------------------------------------- comparing


def _same(left: Assertion, right: Assertion) -> Likeness:
    shared_words = left.words & right.words
    shared = shared_words | (left.names & right.names)
    if not shared_words:
        return Likeness(0.0, "they have no telling word in common")
    reason = f"both have {_listed(left, shared)}"
    veto = _veto(left, right)
    if veto:
        return Likeness(0.0, f"{reason}, but {veto}", veto=True)
    weight = _weight(left, shared)
    mine, theirs = _weight(left, left.tokens), _weight(right, right.tokens)
    ochiai = weight / (mine * theirs) ** 0.5
    contained = weight / min(mine, theirs)
    return Likeness(min(1.0, 0.6 * ochiai + 0.4 * contained), reason)


def _veto(left: Assertion, right: Assertion) -> str | None:
    if left.negated != right.negated:
        return "one denies what the other says"
    if {left.modality, right.modality} & {"deny", "plan", "condition"} and left.modality != right.modality:
        return "one does not say that it is so"
    counted = dict(left.numbers)
    for noun, number in right.numbers:
        if noun in counted and counted[noun] != number:
            return f"the numbers of {noun} differ"
    return None


def _weight(one: Assertion, tokens: Collection[str]) -> float:
    return sum(one.weights[token] for token in sorted(tokens))


def _listed(one: Assertion, tokens: Collection[str]) -> str:
    return ", ".join(
        repr(one.shown[token]) for token in sorted(tokens, key=lambda token: (-one.weights[token], token))[:6]
    )


def _form(one: Assertion) -> tuple[frozenset[str], tuple[tuple[str, str], ...], bool, str | None]:
    return (
        one.tokens,
        tuple((begin, end) for begin, end, how in one.times if how == "clause"),
        one.negated,
        one.modality,
    )


def _variant(one: Assertion) -> Hashable:
    tokens, times, negated, modality = _form(one)
    return tuple(sorted(tokens)), times, negated, modality


def _relate(left: Assertion, right: Assertion) -> Entailment:
    if _variant(left) == _variant(right):
        return Entailment(Relation.EQUAL, "both say the same")
    return Entailment(Relation.OVERLAPS, "each says something the other does not")
