"""A statement as it is compared: content words, names made one, who does what, how many, when.

A name is one token, whatever form it has; a country, its adjective and its capital are one, and a body with a country in its
name (*Russian Foreign Ministry*) can stand for that country. Words of dates are left out, since times are compared as times.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from math import fsum
from typing import Any

from attrs import field, frozen

from newsrecon.context import Context, NamedSpan
from newsrecon.extractors.circumstances import tells_how
from newsrecon.extractors.denials import denied_text
from newsrecon.extractors.frames import Frame, decided_deed, frame_of, intended_deed, refused_deed
from newsrecon.extractors.injuries import grades_of
from newsrecon.extractors.journeys import goal_of, route_of
from newsrecon.extractors.nominal_subjects import person_called
from newsrecon.extractors.parties import Party, party_of, subject_party
from newsrecon.extractors.statement_measures import (
    Figure,
    Time,
    amounts,
    every_figure_of,
    figures_of,
    sharpest,
    times_of,
)
from newsrecon.extractors.statement_names import common_parts, country, country_words, entity, outermost, without
from newsrecon.extractors.statement_numbers import without_parts
from newsrecon.extractors.statement_subjects import nations_of, subject_of
from newsrecon.extractors.statement_verbs import does_it_to_self, with_particle
from newsrecon.extractors.statement_words import (
    forms_in,
    is_calendar,
    multipliers_of_sums,
    ordinal,
    predicate_of,
    tokens_in,
    words_of,
)
from newsrecon.extractors.statements import QUOTED_WORDS
from newsrecon.extractors.states import State, may_tell_states, states_of
from newsrecon.extractors.sufferers import sufferers_of
from newsrecon.model import Claim
from newsrecon.span import Span
from newsrecon.text import one_of
from newsrecon.verbs import is_to_come, verbs
from newsrecon.wording import content_words, content_words_as_written

__all__ = [
    "DENIED",
    "YEAR",
    "Assertion",
    "light_words",
    "read",
    "time_token",
]

# “…,” said · he said: “…”
_SPEECH = re.compile('(?:^|(?<=[,:]))\\s{0,3}[“"]([^“”"]{0,2000})(?:[”"]|$)|[“"]([^“”"]{0,2000}[,?!])[”"]')
# Sept. 5, 2016 · 14 July · 2021
_DAY = re.compile(r"(?:(?<=\s)|^)\d{1,2}(?:st|nd|rd|th)?(?=,?\s|$)")
_DIGIT = re.compile(r"\d")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+\.?")


@frozen(eq=False)
class Assertion:
    """A statement as the matcher sees it."""

    words: frozenset[str]
    """Content words outside names and dates, the predicate's among them."""
    names: frozenset[str]
    weights: Mapping[str, float] = field(repr=False)
    """The weight of each word and name, by its rarity in the story."""
    subject: str | None
    """The name the subject is known by, None for a description or a pronoun."""
    nations: frozenset[str]
    """The countries that are the subject: of *China, Pakistan and others*, two; of *Russia’s decision*, none."""
    predicate: str
    passive: bool
    sufferers: str | None
    """Whether what is said happens to `one` or to `several`, as far as the words tell."""
    negated: bool
    modality: str | None
    figures: tuple[Figure, ...]
    """How many of what, one figure for each noun; a noun that is counted twice is left out."""
    times: tuple[Time, ...]
    """The times that the clause gives, whatever in it they are times of."""
    when: Time | None
    """The one time of what is stated; None where none or several are told."""
    article: str = ""
    ordinals: tuple[tuple[str, frozenset[str]], ...] = ()
    """Which of several, and the words behind it: *second*, of *second human case*."""
    stands_for: int = 0
    """How many of its words stand for somebody who has been named: *she*, *the group*."""
    phrase: str | None = None
    """Of what sort a statement is that is less than a clause: `place`, `nationality`."""
    echoes: frozenset[str] = frozenset()
    """Words that stand only in names: they meet what says as much without the name, but not each other."""
    shown: Mapping[str, str] = field(repr=False, factory=dict)
    """The words of the text for each token, for the reasons."""
    denied_by: str | None = None
    """Who says that it is not so; None where nobody does."""
    types: Mapping[str, str] = field(factory=dict, repr=False)
    """Of what each name is: a `person`, a `place`."""
    abroad: str | None = None
    """The country in which somebody lives who is a citizen of others only."""
    goal: str | None = None
    """The name of the place to which the subject moves, if it is said to move its home."""
    route: tuple[str, str] | None = None
    """The names of where somebody or something comes from and goes to."""
    deed: tuple[str, bool] = ("", False)
    """The verb of what is done, and whether it is not: of *refused to apologise*, to apologise, and that it is not."""
    states: tuple[State, ...] = ()
    """In which states something is said to be."""
    speaker: str | None = None
    """On whose word it is told."""
    claim: Claim | None = field(default=None, repr=False)
    named: tuple[tuple[Span, str], ...] = field(default=(), repr=False)
    """Where the text names somebody, and the token of the name."""
    unmet: frozenset[str] = frozenset()
    """Words that no other passage of the story has."""
    day: date | None = None
    """The day from which its article counts."""
    published: date | None = None
    """The day on which its article was published, where it tells."""

    tokens: frozenset[str] = field(init=False, repr=False)
    """Words and names together."""
    core: frozenset[str] = field(init=False, repr=False)
    """The tokens that tell something in any story; all where none does."""
    weight: float = field(init=False, repr=False)
    """The weight of all tokens."""
    judgement: int = field(init=False, repr=False)
    """1 where it calls something good, -1 where it calls it bad, 0 where it does neither or both."""
    told: Time | None = field(init=False, repr=False)
    """The time that the article itself gives, not one inferred from the tense."""
    tells_how: bool = field(init=False, repr=False)
    """Whether it tells without what, or because of what."""
    kept: dict[str, Any] = field(init=False, factory=dict, repr=False)
    """What a module found out from all this and nothing else, by its name, so that it is found out once."""

    @tokens.default
    def _tokens(self) -> frozenset[str]:
        return self.words | self.names

    @core.default
    def _core(self) -> frozenset[str]:
        return frozenset(self.tokens - light_words()) or self.tokens

    @weight.default
    def _weight(self) -> float:
        return self.weight_of(self.tokens)

    @judgement.default
    def _judgement(self) -> int:
        good, bad = _judgements()
        return (not self.words.isdisjoint(good)) - (not self.words.isdisjoint(bad))

    @told.default
    def _told(self) -> Time | None:
        return None if self.when is None or self.when.source == "tense" else self.when

    @tells_how.default
    def _tells_how(self) -> bool:
        return self.claim is not None and tells_how(self.claim.mention.text)

    @property
    def person(self) -> bool:
        """Whether the subject is a person who is named."""
        return self.subject is not None and self.types.get(self.subject) == "person"

    @property
    def counted(self) -> Sequence[Figure]:
        """All that it counts, a noun perhaps more than once."""
        return self.figures if self.claim is None else every_figure_of(self.claim.value)

    def weight_of(self, tokens: Iterable[str]) -> float:
        """The weight of some of the tokens, the same in whatever order they come."""
        return fsum(map(self.weights.__getitem__, tokens))

    @cached_property
    def frame(self) -> Frame | None:
        """Who does what to whom; looked for only where another statement may exclude this one."""
        if self.claim is None:
            return None
        value = self.claim.value
        return frame_of(
            self.claim.mention.text,
            self.claim.subject,
            value.get("verb") or "",
            passive=bool(value.get("passive")),
            who=self.subject,
            names=self.named,
            reported=value.get("speaker") is not None,
        )

    @property
    def party(self) -> Party | None:
        """Whom or what it is about, by the words of its subject."""
        if self.claim is None:
            return None
        return subject_party(
            self.claim.mention.text, self.claim.subject, self.claim.value.get("verb") or "", self.subject
        )

    @property
    def theme(self) -> Party | None:
        """Who or what it is about as its frame has it: whom a deed is done to, or who does it."""
        return None if self.frame is None else self.frame.done_to if self.passive else self.frame.doer

    @cached_property
    def to_self(self) -> bool:
        """Whether who does it does it to himself: *shot himself*."""
        return self.claim is not None and does_it_to_self(self.claim.mention.text, self.claim.value.get("verb") or "")

    @cached_property
    def will_be(self) -> bool:
        """Whether it is told of what is to come: *will leave*, *is to leave*."""
        return self.claim is not None and is_to_come(self.claim.mention.text)


def read(claim: Claim, context: Context) -> Assertion:
    """The features of a statement claim."""
    inside = context.names.in_mention(claim.mention)
    named = outermost(claim, inside)
    # Where a place lies need not be said again: "Nice’s Elm Promenade" is "the famous Elm Promenade".
    telling = named[-1:] if claim.value.get("phrase") == "place" else named
    names = {entity(name): span.of(claim.mention.text) for span, name in reversed(telling)}
    value = claim.value
    denied = bool(value.get("denied_by"))
    denies = denied and value["modality"] == "deny"
    rest = without_parts(_plain(without(claim.mention.text, [span for span, _ in named])))
    if denies:
        rest = _plain(denied_text(rest, value.get("about")))
    plain = [(word, word.lower()) for word in _WORDS.findall(rest)]
    countries = {}
    if not country_words().isdisjoint([low for _, low in plain]):
        countries = {one: word for word, low in plain if word[0].isupper() and (one := country(low))}
    names |= countries
    told = _WORDS.sub(_unless_country, rest) if countries else rest
    words = {
        word: written
        for word, written in content_words_as_written(told)
        # Figures are compared as numbers, and one letter is what is left of a name: Kepler-452c.
        if len(word) > 1 and not word[0].isdigit() and word not in _measures()
    }
    subject = subject_of(claim, context, named)
    if subject is not None and not (value.get("phrase") or denied):
        names.setdefault(subject, value.get("antecedent") or claim.subject)  # that of "and left" is told in front of it
    parts = dict(common_parts(claim, inside))
    echoes = frozenset(parts.keys() - words.keys())
    shown = {**parts, **words, **names}
    times = tuple(times_of(claim, context))
    predicate = predicate_of(rest) if denies else _predicate(value.get("verb") or "", words)
    return Assertion(
        echoes.union(words),
        frozenset(names),
        _weights(echoes.union(words), names, echoes, shown, context, subject if value.get("antecedent") else None),
        subject,
        frozenset(value["nations"]) if value.get("phrase") == "nationality" else nations_of(claim.subject),
        predicate,
        bool(value.get("passive")),
        None if "_" in predicate else sufferers_of(claim),  # what is seized by who "seized power" is part of the verb
        bool(value.get("negated")),
        DENIED if denied else value.get("modality"),
        figures_of(value),
        tuple(time for time in times if time.source != "tense"),
        sharpest(times),
        claim.mention.article,
        ()
        if _ranking().isdisjoint([low for _, low in plain]) and not _NTH.search(rest)
        else tuple(_ordinals(rest, predicate)),
        len(_backward().findall(rest)),
        value.get("phrase"),
        echoes,
        shown,
        value.get("denied_by"),
        _types(claim, inside, subject, context),
        value.get("abroad"),
        goal_of(claim, named),
        route_of(claim.mention.text, named),
        _deed(claim, predicate),
        _states(claim, plain, subject, named),
        value.get("speaker"),
        claim,
        tuple((span, entity(name)) for span, name in named),
        frozenset(word for word in words if context.rarity.is_alone(word)),
        context.anchor(claim.mention.article),
        context.published(claim.mention.article),
    )


def _types(claim: Claim, inside: Iterable[NamedSpan], subject: str | None, context: Context) -> dict[str, str]:
    """Of what each name is, the subject's too where the clause only means it; who is called by an office is a person."""
    types = {entity(one.name): one.type for one in inside}
    if subject is None or subject in types:
        return types
    article, names = claim.mention.article, context.names
    name = names.of(article, claim.value.get("antecedent") or claim.subject)
    told = names.type_of(article, name) if entity(name) == subject else None
    if told is None and person_called(names, article, claim.subject) is not None:
        told = "person"
    return types if told is None else types | {subject: told}


def _deed(claim: Claim, predicate: str) -> tuple[str, bool]:
    """What is done, and whether it is not; what is refused is not done, and what is intended is to be done."""
    value, verb = claim.value, claim.value.get("verb") or ""
    if verb in forms_in("keeping") and (same := _unchanged().search(claim.mention.text)) is not None:
        return predicate_of(same[0]), bool(value.get("negated"))
    refused = refused_deed(claim.mention.text, verb)
    negated = bool(value.get("negated"))
    if refused is not None:
        return predicate_of(refused), not negated
    if (intended := intended_deed(claim.mention.text, verb)) is not None:
        return predicate_of(intended) or with_particle(claim.mention.text, intended), negated
    if (decided := decided_deed(claim.mention.text, verb)) is not None:
        return predicate_of(decided), negated
    phrase = predicate if "_" in predicate else ""  # came | into force
    return predicate_of(verb) or with_particle(claim.mention.text, verb) or phrase or _got(verb), negated


def _got(verb: str) -> str:
    """The verb for *got*, which is a stop word, of what somebody gets: *will not get a bonus*."""
    return predicate_of("receive") if verb in verbs()["get"].forms else ""


# left the rate | unchanged
@cache
def _unchanged() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(words_of('as_before'))})\b")


def _states(
    claim: Claim, plain: Iterable[tuple[str, str]], subject: str | None, named: Iterable[tuple[Span, str]]
) -> tuple[State, ...]:
    """The states that a clause tells as a fact."""
    value = claim.value
    if value.get("phrase") == "injury":
        grades = grades_of(claim.mention.text)
        return (State(-1, "injury", grades, claim.mention.text, party_of(claim.subject, subject), "past", False),)
    if value.get("phrase") or value.get("modality") or not may_tell_states(low for _, low in plain):
        return ()
    names = [(span, entity(name)) for span, name in named]
    return states_of(
        claim.mention.text,
        claim.subject,
        value.get("verb") or "",
        passive=bool(value.get("passive")),
        who=subject,
        names=names,
    )


_WORDS = re.compile(r"[^\W\d_]+")


@cache
def _measures() -> frozenset[str]:
    """Words that are part of a figure: *3* **billion dollars**."""
    return amounts().union(*map(content_words, multipliers_of_sums()))


@cache
def _ranking() -> frozenset[str]:
    """Words that tell which of several: *second*, *largest*."""
    return words_of("ordinals") | words_of("superlatives")


def _ordinals(text: str, predicate: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The ordinals of a text, each with the words behind it that tell something; of *won for the third time* the verb, too."""
    for found in _nth().finditer(text):
        nth = (found["nth"] or "first").lower()
        behind = content_words(found["behind"]) or found["behind"].lower().split()[:1]  # the first | half
        yield ordinal(nth), frozenset((*behind, predicate) if behind[0] == time_token() else behind)


@cache
def time_token() -> str:
    """What tells, behind an ordinal, which time something was done: *for the third* **time**."""
    return predicate_of("time")


# in the | 80th minute
_NTH = re.compile(r"\d(?:st|nd|rd|th)\b")


# second | human case · second- | largest city · the | largest city
@cache
def _nth() -> re.Pattern[str]:
    nth, most = one_of(words_of("ordinals")), one_of(words_of("superlatives"))
    return re.compile(
        rf"\b(?:(?P<nth>{nth}|\d{{1,3}}(?:st|nd|rd|th))|(?:the|’s|'s)(?=\s(?:{most})\b))(?P<behind>(?:[\s-][^\W\d_]+){{1,4}})",
        re.IGNORECASE,
    )


def _plain(text: str) -> str:
    """The text without what is quoted as speech and without the words of dates."""
    if "“" in text or '"' in text:
        text = _SPEECH.sub(_unless_short, text)
    if words_of("calendar").isdisjoint(_WORDS.findall(text.lower())):
        return YEAR.sub(" ", text) if _DIGIT.search(text) else text
    text = _WORD.sub(lambda match: " " if is_calendar(match[0]) else match[0], text)
    return _DAY.sub(" ", YEAR.sub(" ", text))


def _unless_country(match: re.Match[str]) -> str:
    return " , " if match[0][0].isupper() and country(match[0].lower()) else match[0]  # a Pole, but not the south pole


def _unless_short(match: re.Match[str]) -> str:
    inside = match[1] if match[1] is not None else match[2]
    return match[0] if inside.count(" ") < QUOTED_WORDS - 1 else " , "


def _weights(
    words: Iterable[str],
    names: Iterable[str],
    parts: Collection[str],
    shown: Mapping[str, str],
    context: Context,
    meant: str | None = None,
) -> dict[str, float]:
    """How much each token weighs; a name that is only `meant`, by *she*, weighs less than one that is written."""
    weights: dict[str, float] = {}
    light = light_words()
    for word in words:
        kind = LIGHT if word in light or word in parts else 1.0
        weights[word] = kind * context.rarity.telling(word)
    for name in names:
        made_of = content_words(shown[name]) or (shown[name].lower(),)
        weights[name] = (MEANT if name == meant else NAME) * max(context.rarity.telling(part) for part in made_of)
    return weights


DENIED = "denied"
"""The modality of what somebody denies, however it is put."""
NAME = 0.8
"""What a name weighs against a word as rare: everybody in the story is named by everybody."""
MEANT = 0.4
"""What the name of whom *she* goes back to weighs, which may be wrong."""
LIGHT = 0.4
"""What a word weighs that tells little in any story."""


@cache
def light_words() -> frozenset[str]:
    """Content words that tell little: descriptions of what has been named, units of time, words of measure."""
    listed = sorted(words_of("descriptions") | words_of("light"))
    return frozenset(word for one in listed for word in content_words(one))


@cache
def _backward() -> re.Pattern[str]:
    """Words by which one refers back: *she*, *their*, *the group*."""
    pronouns = "he|him|his|she|her|hers|it|its|they|them|their"
    nouns = "|".join(sorted(words_of("descriptions")))
    first = one_of(sorted(words_of("of_all")))
    return re.compile(
        rf"\b(?:{pronouns}|(?:the|this|that|these|those)\s+(?:(?!(?:{first})\b)\w+\s+)?(?:{nouns}))\b", re.IGNORECASE
    )


def _predicate(verb: str, words: Mapping[str, str]) -> str:
    """The token of the verb of a clause, or of the phrase that the verb is part of there: *referred to*, *left two dead*."""
    token = predicate_of(verb)
    if token == predicate_of("leave") and (state := next((one for one in words if one in tokens_in("left_so")), None)):
        return state
    if token in words or not verb:
        return token
    return next((phrase for phrase, written in words.items() if written.lower().startswith(f"{verb.lower()} ")), token)


@cache
def _judgements() -> tuple[frozenset[str], frozenset[str]]:
    """The words that call a thing good, and those that call it bad."""
    good, bad = (frozenset(word for one in words_of(key) for word in content_words(one)) for key in ("good", "bad"))
    return good, bad
