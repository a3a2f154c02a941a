"""The nouns everything else is made of: Source, Article, Span, Mention, Claim, and the set of them that extraction yields.

All of them are frozen and hashable. Offsets are code points into `Article.text` exactly as given; intervals are half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any

from attrs import field, frozen

from newsrecon import clauses as _clauses
from newsrecon import text as _text
from newsrecon.article_records import ArticleRecord
from newsrecon.canonical import claims_in_order, diagnostics_in_order, records_in_order, united_claims
from newsrecon.value import Value, digest

__all__ = [
    "Article",
    "Claim",
    "Diagnostic",
    "Extraction",
    "Mention",
    "Source",
    "Span",
    "Value",
]

Span = _text.Span

_WORD = re.compile(r"[^\W_]+")


@frozen
class Source:
    """An outlet, by its name and, where known, its registrable domain.

    >>> Source("The Daily", domain="daily.example").name
    'The Daily'
    """

    name: str
    """What the outlet is called, as the article says or as it was given."""
    domain: str | None = field(default=None, kw_only=True)
    """Its registrable domain, such as `daily.example`; None where it is not known."""


def _to_source(value: Source | str | Mapping[str, Any] | None) -> Source | None:
    if value is None or isinstance(value, Source):
        return value
    if isinstance(value, Mapping):
        return Source(value.get("name") or value.get("domain") or "", domain=value.get("domain"))
    if not isinstance(value, str):
        raise TypeError(f"source is a name, a Source or an object with a name, not {value!r:.80}")
    return Source(value)


def _to_moment(value: str | date | datetime | None) -> date | datetime | None:
    if isinstance(value, str):
        given = value.strip()
        try:
            return date.fromisoformat(given) if len(given) <= 10 else datetime.fromisoformat(given)
        except ValueError:
            raise ValueError(f"published is an ISO date or date-time such as '2025-07-03', not {value!r:.80}") from None
    if value is not None and not isinstance(value, date):
        raise TypeError(f"published is a date, a date-time or ISO text, not {value!r}")
    return value


def _a_string(instance: Any, attribute: Any, value: Any) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} is a str, not {value!r:.80}")


@frozen
class Article:
    """A text from a Source, published on a day, with what its shape tells, computed once and shared by all extractors.

    `text` is kept exactly as given. `published` anchors relative dates and may be unknown; ISO text is converted. Without
    an `id`, one is derived from the content. Articles with different `story` values are never compared. TypeError for a text
    that is no string, ValueError for a `published` that is no ISO date.

    >>> article = Article("Rain fell.\\n\\nIt stopped on Monday.", published="2026-03-12", source="The Daily")
    >>> [article.text[s.start:s.end] for s in article.sentences]
    ['Rain fell.', 'It stopped on Monday.']
    """

    text: str = field(validator=_a_string, repr=lambda text: repr(text if len(text) < 60 else text[:57] + "..."))
    """The text as it was given, to which all offsets refer."""
    id: str = field(default="", kw_only=True)
    """What the article is told from others by; twenty hexadecimal digits of its content where none was given."""
    title: str | None = field(default=None, kw_only=True)
    """The headline, which is not part of the text; None where it is not known."""
    published: date | datetime | None = field(default=None, kw_only=True, converter=_to_moment)
    """When it was published, as a day or a moment, with or without a time zone; None where it is not known."""
    url: str | None = field(default=None, kw_only=True)
    """Where it stands; nothing is fetched from there."""
    source: Source | None = field(default=None, kw_only=True, converter=_to_source)
    """The outlet; a plain string is its name. None where it is not known."""
    story: str | None = field(default=None, kw_only=True)
    """The key of the story it belongs to; None is a story, too."""
    byline: str | None = field(default=None, kw_only=True)
    """By whom the article is, as it says."""

    def __attrs_post_init__(self) -> None:
        if not self.id:
            source = (self.source.name, self.source.domain) if self.source else None
            parts = (self.text, self.title, str(self.published or ""), self.url, source, self.story)
            object.__setattr__(self, "id", digest(*parts))

    @cached_property
    def source_name(self) -> str:
        """The outlet's name; its domain where it has no name; the article's own id where the outlet is unknown."""
        return (self.source.name or self.source.domain or self.id) if self.source else self.id

    @property
    def published_day(self) -> date | None:
        """The calendar day of `published`, in the time zone it was given in."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Runs of text between line breaks, without surrounding white space."""
        return _text.paragraphs(self.text)

    @cached_property
    def boilerplate(self) -> tuple[_text.Boilerplate, ...]:
        """Lines that belong to the web page and not to the report, each with its kind; no claims come from them."""
        return _text.boilerplate(self.text, self.paragraphs)

    @cached_property
    def body(self) -> tuple[Span, ...]:
        """The paragraphs that are not boilerplate, a boilerplate part at their end cut off."""
        return _text.without(self.paragraphs, [item.span for item in self.boilerplate])

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the body, in order; none crosses a paragraph."""
        return tuple(sentence for paragraph in self.body for sentence in self.sentences_of(paragraph))

    @cached_property
    def _known_sentences(self) -> dict[Span, tuple[Span, ...]]:
        return {}

    def sentences_of(self, paragraph: Span) -> tuple[Span, ...]:
        """The sentences of one paragraph alone: who looks at a few paragraphs need not wait for all.

        >>> article = Article("It rained. It stopped.\\n\\nThe sun came out.")
        >>> [len(article.sentences_of(paragraph)) for paragraph in article.body]
        [2, 1]
        """
        found = self._known_sentences.get(paragraph)
        if found is None:
            found = self._known_sentences[paragraph] = _text.sentences(self.text, (paragraph,))
        return found

    @cached_property
    def sentence_words(self) -> tuple[frozenset[str], ...]:
        """The words and numbers of each sentence as a set, in lower case: where none of those it needs is, no pattern need look.

        >>> sorted(Article("It rained on 3 May. It stopped.").sentence_words[1])
        ['it', 'stopped']
        """
        return tuple([frozenset(_WORD.findall(self.lower, span.start, span.end)) for span in self.sentences])

    @cached_property
    def clauses(self) -> tuple[_clauses.Clause, ...]:
        """The clauses of the sentences, in order; those of a sentence cover it."""
        return tuple(clause for sentence in self.sentences for clause in self.clauses_of(sentence))

    @cached_property
    def _known_clauses(self) -> dict[Span, tuple[_clauses.Clause, ...]]:
        return {}

    def clauses_of(self, sentence: Span) -> tuple[_clauses.Clause, ...]:
        """The clauses of one sentence alone: who looks at a few sentences need not wait for all."""
        found = self._known_clauses.get(sentence)
        if found is None:
            found = self._known_clauses[sentence] = _clauses.clauses(self.text, (sentence,))
        return found

    @cached_property
    def quotations(self) -> tuple[_text.Quotation, ...]:
        """What stands in quotation marks in the body, outermost first, in order."""
        return _text.quotations(self.text, self.body)

    @cached_property
    def lower(self) -> str:
        """The text in lower case, of equal length, so that offsets agree."""
        return _text.lower(self.text)

    def tokens(self, span: Span) -> tuple[Span, ...]:
        """Words, numbers and marks of a span."""
        return _text.tokens(self.text, span)

    @cached_property
    def _stretches(self) -> tuple[Span, ...]:
        """The paragraphs of the body, those made one that nothing but white space lies between."""
        found: list[Span] = []
        for span in self.body:
            if found and not self.text[found[-1].end : span.start].strip():
                span = Span(found.pop().start, span.end)
            found.append(span)
        return tuple(found)

    def in_body(self, span: Span) -> bool:
        """Whether a span lies in the body, over several paragraphs perhaps: claims from elsewhere are not kept."""
        return _text.covered(span, self._stretches)

    def mention(self, start: int, end: int) -> Mention:
        """The evidence at these offsets, surrounding white space left out."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Mention(self.id, source=self.source_name, span=Span(start, end), text=text[start:end])

    def _repr_html_(self) -> str:
        # A value shows itself through the view above it, loaded only when someone looks.
        from newsrecon.report.html import fragment

        return fragment(self)


@frozen
class Mention:
    """A span of an article with its exact text, kept as evidence that needs no article beside it.

    Made by `Article.mention`. ValueError where the text is empty or not as long as the span.

    >>> article = Article("It rained on 3 May 2025.", id="1", source="The Daily")
    >>> mention = article.mention(13, 23)
    >>> mention.text, mention.article, mention.source
    ('3 May 2025', '1', 'The Daily')
    """

    article: str
    """The id of the article."""
    source: str = field(kw_only=True)
    """The outlet, as `Article.source_name` has it."""
    span: Span = field(kw_only=True)
    """Where it stands in the text, in code points, half-open."""
    text: str = field(kw_only=True)
    """The very words at that place, never empty."""

    def __attrs_post_init__(self) -> None:
        if not self.text:
            raise ValueError(f"a mention is not empty: article {self.article!r}, {self.span}")
        if self.span.end - self.span.start != len(self.text):
            raise ValueError(
                f"span {self.span} is {len(self.span)} long, its text {self.text!r:.80} is {len(self.text)}"
            )


def _to_value(value: Value | Mapping[str, Any]) -> Value:
    return value if type(value) is Value else Value(value)


@frozen
class Claim:
    """What one article asserts: a `kind`, a `subject`, a `value`, and the Mention that proves it.

    Claims are equal when kind, subject, value and mention are; `id` is the digest of these. `extractor` tells who found it.
    TypeError for a kind or subject that is no string, or a value that is not JSON.

    >>> article = Article("Twelve people died.", id="a")
    >>> claim = Claim("toll", "died", {"low": 12, "high": 12}, article.mention(0, 6))
    >>> claim.mention.text, claim.value["low"], len(claim.id)
    ('Twelve', 12, 20)
    """

    kind: str = field(validator=_a_string)
    """What sort of claim it is, such as `date` or `quote`; it decides which matcher compares it."""
    subject: str = field(validator=_a_string)
    """What it is about, in words of the article."""
    value: Value = field(converter=_to_value)
    """What is asserted, as JSON; which keys there are is up to the kind."""
    mention: Mention
    """The words that prove it."""
    extractor: str = field(default="", kw_only=True, eq=False)
    """The name of the plugin that found it."""
    revises: str | None = field(default=None, kw_only=True, eq=False, repr=False)
    """The id of the claim whose place this one takes, set by `revise`."""

    @cached_property
    def id(self) -> str:
        """Twenty hexadecimal digits made from kind, subject, value and mention."""
        mention = self.mention
        span = (mention.article, mention.source, mention.span.start, mention.span.end, mention.text)
        return digest(self.kind, self.subject, self.value, span)

    def revise(self, *, subject: str | None = None, **value: Any) -> Claim:
        """This claim with another subject or other parts of its value, to be yielded from `resolve_claims` in its place."""
        told = self.subject if subject is None else subject
        changed = Value(self.value, **value)
        return Claim(self.kind, told, changed, self.mention, extractor=self.extractor, revises=self.revises or self.id)

    def _repr_html_(self) -> str:
        # A value shows itself through the view above it, loaded only when someone looks.
        from newsrecon.report.html import fragment

        return fragment(self)


@frozen
class Diagnostic:
    """Something a user should know that stopped nothing: which plugin, of which version, about which article, and what.

    >>> told = Diagnostic("warning", "too many claims in one block", plugin="dates", article="1")
    >>> told.level, told.plugin, told.message
    ('warning', 'dates', 'too many claims in one block')
    """

    level: str
    """`error` where something is missing from the result, else `warning`."""
    message: str
    """What happened, in a sentence."""
    plugin: str | None = field(default=None, kw_only=True)
    """The name of the plugin it happened in; None where it was in none."""
    version: str | None = field(default=None, kw_only=True)
    """The version of the plugin's distribution."""
    article: str | None = field(default=None, kw_only=True)
    """The id of the article it happened with; None where it concerns no single one."""


@frozen
class Extraction:
    """The state of everything: a set of claims and a set of article records. Its only merge is union.

    Both are kept in one canonical order, so that equal sets are equal values. Iteration yields the claims.

    >>> from newsrecon import extract
    >>> one = extract(Article("It rained on 3 May 2025.", id="1"))
    >>> two = extract(Article("It snowed on 4 May 2025.", id="2"))
    >>> one | two == two | one, one | one == one
    (True, True)
    """

    claims: tuple[Claim, ...] = field(default=(), converter=claims_in_order)
    """The claims, each id once, in the order of article, place, kind and id."""
    records: tuple[ArticleRecord, ...] = field(default=(), kw_only=True, converter=records_in_order)
    """A record of each article, in the order of their ids."""
    diagnostics: tuple[Diagnostic, ...] = field(default=(), kw_only=True, converter=diagnostics_in_order, eq=False)
    """What happened on the way; no part of the state, and so of equality."""

    def __or__(self, other: Extraction) -> Extraction:
        if not isinstance(other, Extraction):
            return NotImplemented
        return Extraction(
            united_claims(self.claims, other.claims),
            records=self.records + other.records,
            diagnostics=self.diagnostics + other.diagnostics,
        )

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __len__(self) -> int:
        return len(self.claims)
