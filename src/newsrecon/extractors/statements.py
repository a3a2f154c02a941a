"""Statements: what an article asserts, clause by clause: *In April, Moscow removed the group | and accepted an ambassador.*

A clause makes a statement when it has a verb and says something that another outlet could say in other words. What stands in
quotation marks is left to the quotes; what is reported without marks is a statement on its speaker's word. When all claims of
the article are in view, each statement is given its times and its speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from attrs import frozen

from newsrecon.clauses import Clause
from newsrecon.extractors.denials import Told, denier_of, is_denial, leaves_open, points_back, what_is_denied
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.speakers import Antecedents, goes_back_to_a_person
from newsrecon.extractors.statement_numbers import may_count, numbers_in
from newsrecon.extractors.statement_times import PUNCTUAL, dates_in, times_of
from newsrecon.extractors.statement_verbs import predicate
from newsrecon.extractors.statement_words import forms_in, words_of
from newsrecon.extractors.trailing_lengths import trailing_length
from newsrecon.hookspecs import hookimpl
from newsrecon.matching import Matcher
from newsrecon.model import Article, Claim
from newsrecon.span import Span, trimmed
from newsrecon.text import end_of_word, lower
from newsrecon.verbs import forms_of, word_list
from newsrecon.wording import content_word

__all__ = ["extract_claims", "register_matchers", "resolve_claims"]

kinds = ("statement",)

REMOTE = 6
"""So many clauses away, a clause still hangs on another."""
NEARBY = 8
"""So many quotes back, one may still cover a clause."""
QUOTED_WORDS = 4
"""So many words in quotation marks are an utterance, fewer are a choice of words."""

SHORT = 9
"""Fewer characters state nothing: *it fell*."""

# had · n't · Taliban-led · 1,200; plain words first, as nearly all are
_WORD = re.compile(r"[a-z]++(?![\w'’])|\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
_GOING_ON = ("continued", "coordinated")
# the mayor · Rome
_NAMED = re.compile(r"\b[^\W\d_]{4,}")
# SMITH:
_LABEL = re.compile(r"[A-Z][A-Z.’'-]{1,30}(?: [A-Z][A-Z.’'-]{1,30}){0,3}:\s")
_OPENERS = re.compile(r"[\s,;:–—-]+|(?:and|but|or|yet|nor)\b\s*", re.IGNORECASE)


@hookimpl
def extract_claims(article: Article) -> Iterable[Claim]:
    """The statements of an article, in order; their mentions do not overlap."""
    return [_claim(article, found) for found in _assertions(article)]


@hookimpl(trylast=True)
def resolve_claims(article: Article, claims: tuple[Claim, ...]) -> Iterable[Claim]:
    """The statements again, with their times from the dates inside them, the speaker on whose word they rest, what they deny."""
    from newsrecon.extractors.statement_phrases import citizenships_of, injuries_of, places_of
    from newsrecon.extractors.thing_pronouns import Topics

    clauses = {found.span: found for found in _assertions(article)}
    dates = sorted((claim for claim in claims if claim.kind == "date"), key=_place)
    reported = _reported(claims)
    names = [claim for claim in claims if claim.kind == "alias" and claim.value["type"] != "person"]
    names.sort(key=_place)
    antecedents = (
        Antecedents(article, [claim for claim in claims if claim.kind == "alias"]) if _goes_back(claims) else None
    )
    persons, bodies = (
        frozenset(claim.mention.span.end for claim in claims if claim.kind == "alias" and claim.value["type"] == type_)
        for type_ in ("person", "organization")
    )
    topics = Topics(article)
    before: list[Told] = []
    stated = [claim for claim in claims if claim.kind == "statement" and claim.mention.span in clauses]
    for claim in sorted(stated, key=_place):
        found = clauses[claim.mention.span]
        times = times_of(article, found.clause, found.chain, dates)
        speaker = _speaker(claim.mention.span, reported)
        told = Told(found.span, found.clause, speaker)
        denied = what_is_denied(article, told, before) if _points_back(claim) else None
        before.append(told)
        who = found.clause.subject
        behind = antecedents.acts(who) if antecedents is not None and who is not None else None
        ends = None if who is None else who.end
        thing = topics.behind(claim, who, person=ends in persons, body=ends in bodies)
        read = {"about": denied, "numbers": _counted(claim, dates), "antecedent": behind}
        more: dict[str, Any] = {key: value for key, value in read.items() if value is not None}
        if times or speaker or more or thing:
            yield claim.revise(times=times, speaker=speaker, subject=thing or claim.subject, **more)
        if not claim.value["negated"] and claim.value["modality"] is None:
            yield from places_of(article, claim, found.around, names, speaker)
        if claim.value["modality"] is None:
            yield from injuries_of(article, claim, times, speaker)
    yield from citizenships_of(article, claims, lambda span: _speaker(span, reported))


def _goes_back(claims: Iterable[Claim]) -> bool:
    """Whether a statement tells of somebody named before: *he*, *the 41-year-old*."""
    return any(claim.kind == "statement" and goes_back_to_a_person(claim.subject) for claim in claims)


@hookimpl
def register_matchers() -> Iterable[Matcher[Any]]:
    """How one assertion is recognised in several outlets."""
    from newsrecon.extractors.statement_matching import statement_matcher

    return [statement_matcher()]


@frozen
class _Assertion:
    """A clause that states something: the span to show, its words, the clause, and the clauses it hangs on, nearest first."""

    span: Span
    words: tuple[str, ...]
    """In lower case, without what is quoted at length."""
    clause: Clause
    chain: tuple[Clause, ...]
    around: frozenset[str]
    """The words of its sentence."""


@lru_cache(maxsize=2)
def _assertions(article: Article) -> tuple[_Assertion, ...]:
    """What an article states clause by clause, kept from the first look at its claims to the second."""
    return tuple(
        found
        for sentence, words in zip(article.sentences, article.sentence_words, strict=True)
        for found in _in_sentence(article, sentence, words)
    )


def _in_sentence(article: Article, sentence: Span, around: frozenset[str]) -> Iterator[_Assertion]:
    if sentence.of(article.text).rstrip("\"”’')").endswith("?"):
        return
    clauses = article.clauses_of(sentence)
    for place, clause in enumerate(clauses):
        if clause.verb is None or clause.kind == "attribution" or _is_heading(article.text, clause):
            continue
        span = _shown(article, clause)
        if span is None or len(told := without_quotations(span.of(article.text))) < SHORT:
            continue
        words = tuple(_words(told))
        reports = any(other.kind == "content" and other.governor == place for other in clauses)
        chain = tuple(_chain(clause, clauses))
        quotes, named = len(told) < len(span), _named_in_front(article, clause, chain)
        if _says_something(article, span, words, clause, quotes=quotes, reports=reports, named=named):
            yield _Assertion(span, words, clause, chain, around)


def _named_in_front(article: Article, clause: Clause, chain: Sequence[Clause]) -> bool:
    """Whether the one whom a clause is about stands in front: *The mayor, who …,* | *resigned*; *Berg said* | *he was robbed*."""
    if clause.subject is None:
        return False
    subject = clause.subject.of(article.text)
    if clause.kind in _GOING_ON:
        return _NAMED.search(subject) is not None
    reported = clause.kind == "content" and bool(chain) and chain[0].subject is not None
    return reported and subject.lower() in words_of("reporters")


def _is_heading(text: str, clause: Clause) -> bool:
    """Whether a line without a full stop opens with a participle and so only names a matter: *Rising Costs of Old Bridges*."""
    verb, sentence = clause.verb, clause.sentence
    if verb is None or clause.kind != "main" or verb.start != sentence.start:
        return False
    return verb.of(text).endswith("ing") and sentence.of(text)[-1:].isalnum()


def _chain(clause: Clause, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses that a clause hangs on, the nearest first; beyond a few, nothing is passed on."""
    for _ in range(REMOTE):
        if clause.governor is None:
            return
        clause = clauses[clause.governor]
        yield clause


def _shown(article: Article, clause: Clause) -> Span | None:
    """The clause without the label of who speaks, the conjunction it opens with, and what it does not end with.

    That is a comma, and a length of time that belongs to the next clause.
    """
    text, start, end = article.text, clause.span.start, trailing_length(article.lower, clause.span) or clause.span.end
    if start == clause.sentence.start:
        start = label.end() if (label := _LABEL.match(text, start, end)) else start
    while (opener := _OPENERS.match(text, start, end)) is not None and opener.end() > start:
        start = opener.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—"):
        end -= 1
    return trimmed(text, start, end)


def _says_something(
    article: Article, span: Span, words: Sequence[str], clause: Clause, *, quotes: bool, reports: bool, named: bool
) -> bool:
    """Whether enough is said outside quotation marks, and of the subject, to be said again by another outlet.

    To whom or where somebody said what is quoted at length is not enough: *told reporters: “…”*; nor is when, or to whomever,
    something was said that another clause tells: *told reporters on Monday | that it rained*, *told her sister | it rained*.
    """
    if reports and clause.verb is not None and clause.verb.of(article.text).lower() in _telling():
        return False
    empty = forms_in("empty")
    known = _known(article, span, clause)
    if (quotes or reports) and clause.verb is not None and clause.verb.of(article.text).lower() in empty:
        known = [*known, *words_of("channels"), *(words_of("calendar") if reports else ())]
    about, told = False, {""} if named else set[str]()
    if words[:1] == ("there",) and "no" in words and not reports:
        told.add("")  # *There was no warning* says as much as that one was given
    for word, after in zip(words, [*words[1:], ""], strict=True):
        token = content_word(word)
        if word == "may" and not _is_modal(span.of(article.text)):
            token = word
        if word in empty:
            token = (token or word) if after in words_of("particles") or after in words_of("verb_nouns") else ""
        if token:
            told.add(token)
            about = about or word not in known
            if about and len(told) > 1:
                return True
    return False


@cache
def _telling() -> frozenset[str]:
    return forms_of(["tell"])


def _known(article: Article, span: Span, clause: Clause) -> list[str]:
    """The words that say who or what the clause is about: its subject, or all before a verb that says nothing itself."""
    verb, subject = clause.verb, clause.subject
    told = _words(subject.of(article.text)) if subject and span.contains(subject) else []
    if verb is not None and span.start <= verb.start and verb.of(article.text).lower() in forms_in("empty"):
        # Behind "said" in “…,” said the mayor stands who said it, and nothing about the mayor.
        behind = told if subject and subject.start >= verb.end else []
        return _words(article.text[span.start : verb.start]) + behind
    return told


def _words(text: str) -> list[str]:
    return _WORD.findall(lower(text).replace("’", "'"))


# “…” · "…"
_QUOTED = re.compile('“([^“”]{0,2000})”?|"([^"]{0,2000})"')


def without_quotations(text: str) -> str:
    """The text less what it quotes at length.

    >>> without_quotations("The ministry called it “brave” and said “it will be an example for others”.")
    'The ministry called it “brave” and said  .'
    """

    def kept(match: re.Match[str]) -> str:
        inside = match[1] if match[1] is not None else match[2]
        return match[0] if len(_WORD.findall(inside)) < QUOTED_WORDS else " "

    return _QUOTED.sub(kept, text)


def _claim(article: Article, found: _Assertion) -> Claim:
    text, low = found.span.of(article.text), found.words
    verb, passive = predicate(low, found.clause, article.text)
    passive = passive or _is_passive_too(article, found, verb)
    modality = _modality(
        [word for word in low if word != "may" or _is_modal(text)], verb, found.around, passive=passive
    )
    negated = _is_negated(low)
    subject = _subject(article, found)
    denier = denier_of(article, found.clause, found.chain)
    if denier is not None and modality is None:
        modality = "denied" if denier else "may"
    elif modality == "deny" and not negated and is_denial(text):
        denier = subject
    else:
        denier = None
    value = {
        "text": text,
        "negated": negated,
        "modality": modality,
        "numbers": numbers_in(text) if may_count(text, found.around) else [],
        "times": [],
        "speaker": None,
        "verb": verb,
        "passive": passive,
    }
    if denier:
        value["denied_by"] = denier
    return Claim("statement", subject, value, article.mention(found.span.start, found.span.end))


def _is_passive_too(article: Article, found: _Assertion, verb: str) -> bool:
    """Whether a second verb is passive as the first is: *was convicted | and sentenced to six years*."""
    first = found.chain[0] if found.chain and found.clause.kind == "coordinated" else None
    if first is None or first.subject != found.clause.subject or verb not in forms_in("done_to_one"):
        return False
    text = found.span.of(article.text)
    end = end_of_word(text, verb)
    behind = next(iter(text[end:].split(maxsplit=1)), "")
    if end < 0 or not (behind.lower() in words_of_class("prepositions") or behind[:1] in ".,;)"):
        return False
    return predicate(tuple(_words(first.span.of(article.text))), first, article.text)[1]


def _place(claim: Claim) -> tuple[int, int]:
    span = claim.mention.span
    return span.start, span.end


def _points_back(claim: Claim) -> bool:
    """Whether a statement denies what was told before it."""
    return bool(claim.value.get("denied_by")) and claim.value["modality"] == "deny" and points_back(claim.mention.text)


def _counted(claim: Claim, dates: Sequence[Claim]) -> list[dict[str, Any]] | None:
    """The numbers of a statement without those of its days, years and clock times; None where it tells none of both."""
    if not claim.value["numbers"]:
        return None
    span = claim.mention.span
    when = [date.mention.span for date in dates_in(span, dates) if date.value["type"] in PUNCTUAL]
    inside = [Span(date.start - span.start, date.end - span.start) for date in when]
    return numbers_in(claim.mention.text, inside) if inside else None


def _subject(article: Article, found: _Assertion) -> str:
    """The words for what the clause is about; a pronoun in reported speech is the one who reports: *Russia said that it …*

    What goes on about *the captain, Jon Berg,* is about Jon Berg.
    """
    subject = found.clause.subject
    text = _without_time(subject.of(article.text)) if subject else ""
    if (
        found.clause.kind == "content"
        and text.lower() in words_of("reporters")
        and found.chain
        and found.chain[0].subject
    ):
        return found.chain[0].subject.of(article.text)
    if subject and not found.span.contains(subject):
        from newsrecon.extractors.statement_subjects import name_in_apposition

        return name_in_apposition(article.text, subject.end) or text
    return text


def _without_time(subject: str) -> str:
    """A subject without the time behind it: *Sundia* | *on Monday*, *Acme* | *Wednesday*."""
    found = _time_behind().search(subject)
    rest = subject[: found.start()] if found is not None else ""
    hangs = rest.rpartition(" ")[2].lower() in words_of_class("prepositions")  # the strike planned for | Thursday
    return rest if rest and not hangs else subject


# Sundia | late on Monday morning
@cache
def _time_behind() -> re.Pattern[str]:
    days = "|".join(sorted({word.title() for word in words_of("calendar") - words_of("common_in_calendar")}))
    return re.compile(
        rf",?\s(?:(?:early|late)\s)?(?:(?:on|in)\s)?(?:{days})(?:\s(?:morning|afternoon|evening|night))?,?$"
    )


def _is_negated(low: Sequence[str]) -> bool:
    line = f" {' '.join(low)} "
    denies = "n't " in line or not words_of("negations").isdisjoint(low)
    if denies and not any(f" {phrase} " in line for phrase in words_of("not_negating")):
        return True
    phrases, openings = _lacking()
    return not openings.isdisjoint(low) and any(phrase in line for phrase in phrases)


@cache
def _lacking() -> tuple[tuple[str, ...], frozenset[str]]:
    """Phrases that negate, with the spaces around them, and the words they begin with."""
    phrases = sorted(words_of("lacking"))
    return tuple(f" {phrase} " for phrase in phrases), frozenset(phrase.split()[0] for phrase in phrases)


def _is_modal(text: str) -> bool:
    """Whether *may* in this text is a verb and not the month."""
    return bool(re.search(r"\bmay\b|^May\b", text))


def _modality(low: Sequence[str], verb: str, around: frozenset[str], *, passive: bool) -> str | None:
    """Whether the clause says less than that something is so: it may be, is meant to be, is denied.

    Only what stands before its verb, and the verb itself, is about the clause: *kept the post despite a promise to leave* is so.
    """
    place = low.index(verb) if verb in low else len(low)
    if not words_of("may").isdisjoint(low[: place + 1]):
        return "may"
    if not passive and (
        verb in forms_in("deny") or (verb in forms_in("deny_to") and low[place + 1 : place + 2] == ["to"])
    ):
        return "deny"
    if not passive and verb in forms_in("alleging"):
        return "may"
    if "that" in low and leaves_open(low[: low.index("that")]):
        return "may"
    if not passive and _is_planned(low[place : place + 4]):
        return "plan"  # but "is expected to" is someone else's word
    conditional = "if" in around and not frozenset(word_list("supposed")).isdisjoint(low[:place])
    return "condition" if conditional or (low and low[0] in words_of("condition")) else None


def _is_planned(words: Sequence[str]) -> bool:
    """Whether a verb and what follows tell of an intention: *plans to leave*, *has announced plans to leave*."""
    told = [word for word in words if word not in _OWNERS]
    return any(
        told[place + 1 : place + 2] == ["to"] and told[place] in forms_in("plan") for place in (0, 1) if told[place:]
    )


_OWNERS = frozenset(("a", "an", "the", "his", "her", "its", "their"))


def _reported(claims: Iterable[Claim]) -> list[tuple[int, int, str]]:
    """Where each quote is and who speaks, in the order of places."""
    found = []
    for claim in claims:
        if claim.kind == "quote":
            speaker = claim.value["speaker"]
            name = claim.value["name"] or (speaker["text"] if speaker else None) or claim.subject
            found += [(part["start"], part["end"], name) for part in claim.value["content"] if name]
    return sorted(found)


def _speaker(span: Span, reported: Sequence[tuple[int, int, str]]) -> str | None:
    """Whose word a statement rests on: the speaker of a quote whose content covers most of it."""
    place = bisect_left(reported, (span.end,))
    for start, end, name in reversed(reported[max(0, place - NEARBY) : place]):
        if end > span.start and 2 * (min(span.end, end) - max(span.start, start)) > len(span):
            return name
    return None
