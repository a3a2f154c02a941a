"""The clauses of a sentence: *In May he resigned | and left the country, | which had welcomed him.*

Theory of operation. No parser: each word gets a class by its form (a finite verb for sure, a form in *-ed*, a form in *-ing*,
a word that opens clauses, …: `word_classes`), and a sentence is cut where a word or mark that can open a clause stands between
two stretches that each hold a verb (`clause_openings`). A participle (*The bridge, | built in 1932, | fell*) or a relative clause
may stand between a subject and its verb, as may an apposition (*The volcano, calm for years, erupted*), which is no clause: which
form in *-ed* is the verb is told by the commas around it (`tagged_words`). What stands in quotation marks is one opaque word.
Clauses do not overlap and cover the sentence, so a clause that another interrupts is in two parts. The subject is the noun phrase
before the first verb, the one shared with the clause before where there is none, and for a relative clause the noun it is about
(`clause_subjects`).
Every word is looked at a bounded number of times.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, field, frozen

from newsrecon.clause_openings import openings
from newsrecon.clause_subjects import antecedent, own_subject
from newsrecon.span import Span
from newsrecon.tagged_words import TaggedWords, tagged_words
from newsrecon.word_classes import reporting

__all__ = ["Clause", "clauses"]


@frozen
class Clause:
    """A part of a sentence with one verb, or none where the sentence has none; how it hangs together with the rest.

    `kind` is `main`, `coordinated` (*and left*), `subordinate` (*after it fell*), `content` (*said | that it fell*),
    `relative` (*who left*), `participle` (*killing two*), `attribution` (*according to him*, *…, he said*) or `continued`
    (the rest of a clause that was interrupted).

    >>> from newsrecon import Article
    >>> text = "It fell after the rope broke."
    >>> [(clause.kind, clause.span.of(text)) for clause in Article(text).clauses]
    [('main', 'It fell'), ('subordinate', 'after the rope broke.')]
    """

    span: Span
    """Where it stands, in code points, half-open."""
    sentence: Span
    """The sentence it is part of."""
    kind: str = field(default="main", kw_only=True)
    """How it hangs together with the rest."""
    governor: int | None = field(default=None, kw_only=True)
    """The position of the clause of the sentence that this one hangs on, None for the first."""
    subject: Span | None = field(default=None, kw_only=True)
    """What the verb is said of, where it can be told; it may lie in another clause."""
    verb: Span | None = field(default=None, kw_only=True)
    """The first finite verb or participle."""


def clauses(text: str, sentences: Sequence[Span]) -> tuple[Clause, ...]:
    """The clauses of some sentences, in order; those of a sentence cover it, but for white space between them.

    >>> text = "He resigned in May and left the country, which had welcomed him."
    >>> [(clause.kind, clause.span.of(text)) for clause in clauses(text, [Span(0, len(text))])]
    [('main', 'He resigned in May'), ('coordinated', 'and left the country,'), ('relative', 'which had welcomed him.')]
    """
    return tuple(clause for sentence in sentences for clause in _clauses_of(text, sentence))


def _clauses_of(text: str, sentence: Span) -> list[Clause]:
    words = tagged_words(text, sentence)
    opened = openings(words)
    ends = [place for place, _ in opened[1:]] + [len(words.tokens)]
    made: list[Clause] = []
    for (first, kind), last in zip(opened, ends, strict=True):
        made.append(_clause(words, sentence, first, last, kind, made))
    if made[0].kind == "participle" and made[0].subject is None and len(made) > 1 and made[1].kind in _WITH_A_SUBJECT:
        made[0] = evolve(made[0], subject=made[1].subject)  # Born in Sund, | Holm moved
    return made


def _clause(words: TaggedWords, sentence: Span, first: int, last: int, kind: str, made: Sequence[Clause]) -> Clause:
    end = words.tokens[last - 1].end() if last > first else sentence.end
    start = words.tokens[first].start() if first < len(words.tokens) else sentence.start
    if not made:
        start = sentence.start
    if last == len(words.tokens):
        end = sentence.end
    verb = words.verb_of(first, last, kind)
    reports = verb is not None and words.words[verb].lower() in reporting()
    governor = _governor(kind, made, reports=reports)
    subject = own_subject(words, first, last, verb, kind)
    if subject is None and kind == "relative":
        subject = antecedent(words, first, made[-1].verb.end if made and made[-1].verb is not None else sentence.start)
    if subject is None and governor is not None:
        subject = made[governor].subject
    return Clause(
        Span(start, end),
        sentence,
        kind=kind,
        governor=governor,
        subject=subject,
        verb=None if verb is None else words.span(verb, verb + 1),
    )


def _governor(kind: str, made: Sequence[Clause], *, reports: bool) -> int | None:
    if not made:
        return None
    if kind == "continued":
        recent = range(len(made) - 1, max(-1, len(made) - 20), -1)
        return next((at for at in recent if made[at].kind not in _INTERRUPTING), 0)
    if kind == "main":
        return 0
    if kind == "participle" and made[-1].kind == "content" and made[-1].governor is not None and reports:
        return made[-1].governor  # "…, adding that" goes on with who said it, not with what was said
    return len(made) - 1


# Kinds of clauses that may stand inside another.
_INTERRUPTING = frozenset(("relative", "participle", "attribution"))

# Kinds of clauses that tell who does what a participle in front of them tells.
_WITH_A_SUBJECT = frozenset(("main", "attribution"))
