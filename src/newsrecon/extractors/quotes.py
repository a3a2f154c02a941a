"""Quotes: who said what, in which words: *“It rained,” said Ms. Smith.* *According to the ministry, it rained.*

Every passage is read for reports (`reports`), then what stands in quotation marks without a cue of its own is given to the
speaker who goes on, or left alone where nobody is speaking. Speakers are resolved in a second look, with the names that
other plugins have found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import define, field, frozen

from newsrecon.candidates import Candidate
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.marked_words import class_of_marks
from newsrecon.extractors.noun_phrases import Phrase, clause_subject, phrase_after, phrase_before, signature
from newsrecon.extractors.passages import Passage, Word, passages
from newsrecon.extractors.posts import posts
from newsrecon.extractors.reports import Report
from newsrecon.extractors.sieves import confidence_of, rule_of
from newsrecon.extractors.speakers import resolved
from newsrecon.extractors.verb_reports import reports
from newsrecon.extractors.word_kinds import is_work
from newsrecon.hookspecs import hookimpl
from newsrecon.matching import Matcher
from newsrecon.model import Article, Claim
from newsrecon.span import Span

__all__ = ["claim_of_attitude", "extract_claims", "propose_candidates", "register_matchers", "resolve_claims"]

kinds = ("quotation", "quote")

SENTENCE_ENDS = frozenset(".!?,;…—")
# BERG: It rained.
TRANSCRIPT = re.compile(r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=\S)")
WORDS_OF_AN_UTTERANCE = 4
WORDS_WITHOUT_A_CUE = 5


@define
class _Quote:
    """A quote while its article is being read."""

    content: list[Span]
    form: str
    paragraph: int
    order: str
    cue: Span | None = None
    speaker: Span | None = None
    group: str | None = None
    negated: bool = False
    questioned: bool = False
    nested: bool = False
    quoted: list[Span] = field(factory=list)


@frozen
class _Marked:
    """A quotation that nobody is quoted by, by its place in the words of its passage."""

    passage: Passage
    place: int
    content: Span


@hookimpl
def extract_claims(article: Article) -> Iterable[Claim]:
    """The quotes of an article, each with content, cue and speaker as far as they are told, and what is in marks but no quote."""
    reading = _Reading(article)
    quotes = [_claim(article, quote) for quote in reading.quotes() if quote.content]
    return [*quotes, *(_marked(article, words) for words in reading.marked)]


@hookimpl
def propose_candidates(article: Article, claims: tuple[Claim, ...]) -> Iterable[Candidate]:
    """The quotes as they are and in their other readings, for a plugin that scores them."""
    from newsrecon.extractors.quote_candidates import candidates_of

    return candidates_of(article, claims)


@hookimpl(trylast=True)
def resolve_claims(article: Article, claims: tuple[Claim, ...]) -> Iterable[Claim]:
    """The quotes again, with the speaker's bare name and full name where the names of the article tell them."""
    return resolved(article, claims)


@hookimpl
def register_matchers() -> Iterable[Matcher[Any]]:
    """How the same utterance is recognised in several outlets."""
    from newsrecon.extractors.quote_matching import quote_matcher

    return [quote_matcher()]


def claim_of_attitude(article: Article, passage: Passage, report: Report) -> Claim:
    """The claim for a report of what somebody thinks or wants."""
    quote = _quote(article, passage, report)
    quote.form = "attitude"
    return _claim(article, quote)


def _part(article: Article, span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(article.text)}


def _claim(article: Article, quote: _Quote) -> Claim:
    content = sorted(set(quote.content))
    value: dict[str, Any] = {
        "form": quote.form,
        "content": [_part(article, span) for span in content],
        "cue": _part(article, quote.cue),
        "speaker": _part(article, quote.speaker),
        "name": None,
        "quoted": [_part(article, span) for span in sorted(set(quote.quoted))] if quote.form == "mixed" else [],
        "class": quote.group,
        "order": quote.order,
        "rule": rule_of(quote.order, quote.form),
        "confidence": confidence_of(quote.order, quote.form),
        "negated": quote.negated,
        "questioned": quote.questioned,
        "nested": quote.nested,
    }
    subject = quote.speaker.of(article.text) if quote.speaker else ""
    return Claim("quote", subject, value, article.mention(content[0].start, content[-1].end))


def _marked(article: Article, marked: _Marked) -> Claim:
    text = marked.content.of(article.text)
    value = {"class": str(class_of_marks(marked.passage.words, marked.place, text)), "text": text}
    return Claim("quotation", text, value, article.mention(marked.content.start, marked.content.end))


class _Reading:
    """An article read passage by passage; what was said last is remembered for what goes on without a cue."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.found: list[_Quote] = []
        self.marked: list[_Marked] = []
        self.colon: _Quote | None = None
        self.alone: _Quote | None = None

    def quotes(self) -> list[_Quote]:
        for passage in passages(self.article):
            self._read(passage)
        self._read_posts()
        return self.found

    def _read_posts(self) -> None:
        """What is posted is said by who signed it, and no quotation inside is a quote of its own without a cue."""
        starts = [span.start for span in self.article.paragraphs]
        for post in posts(self.article):
            self.found = [
                quote for quote in self.found if quote.cue or not all(map(post.content.overlaps, quote.content))
            ]
            paragraph = bisect_right(starts, post.content.start)
            cues = sorted(quote.cue.start for quote in self.found if quote.cue is not None)
            quote = _Quote([post.content], "direct", paragraph, "post", None, post.name)
            quote.nested = _holds(post.content, cues)
            self.found.append(quote)

    def _read(self, passage: Passage) -> None:
        colon, self.colon = self.colon, None
        alone, self.alone = self.alone, None
        covered: set[int] = set()
        fresh: list[_Quote] = []
        found = reports(passage)
        for report in found:
            if self._cites_a_work(passage, report):
                continue
            quote = _quote(self.article, passage, report)
            covered.update(at for run in report.content for at in range(run.first, run.last))
            if report.wants == "after":
                self.colon = quote
            elif report.wants == "before" and alone is not None and alone.paragraph == passage.paragraph:
                alone.speaker, alone.cue, alone.group = quote.speaker, quote.cue, quote.group
                alone.order = "before"
            fresh.append(self._led_by(passage, quote, report))
        if not any(report.wants == "after" for report in found):
            self._read_colon(passage, covered)
        left = [at for at in passage.quotations if at not in covered]
        if left and not self._read_signed(passage, left) and not self._read_transcript(passage, left):
            self._read_alone(passage, left, colon)
        self._keep_marked(passage, left)
        self.found += [quote for quote in fresh if quote.content]

    def _keep_marked(self, passage: Passage, left: list[int]) -> None:
        """What is left in marks and is no quote."""
        # What was just read stands at the end of its quote, however long that has become.
        said = [span for quote in self.found[-len(left) - 1 :] for span in quote.content[-len(left) :]] if left else []
        for at in left:
            content = passage.quotations[at].content
            if not any(map(content.overlaps, said)):
                self.marked.append(_Marked(passage, at, content))

    def _led_by(self, passage: Passage, quote: _Quote, report: Report) -> _Quote:
        """The quote with the paragraphs before it, where its quotation only goes on from there and nobody spoke yet."""
        last = self.found[-1] if self.found else None
        first = passage.quotations.get(report.content[0].first) if report.content else None
        goes_on = last is not None and last.cue is None and first is not None and first.continues
        if last is not None and goes_on and self._is_one(last, quote.content, passage, continues=True):
            self.found.pop()
            quote.content = last.content + quote.content
        return quote

    def _read_colon(self, passage: Passage, covered: set[int]) -> None:
        """*She made this promise: “It will rain.”*: a colon leads to what the subject of the sentence says."""
        words = passage.words
        colon = next((at for at in range(len(words) - 1, max(-1, len(words) - 4), -1) if words[at].kind == ":"), None)
        if colon is None or colon == 0:
            return
        inside = [at for at in range(colon + 1, len(words)) if at in passage.quotations]
        if covered.intersection(inside) or (colon + 1 < len(words) and not inside):
            return
        near = phrase_before(words, colon - 1, 0)
        named = near is not None and words[near.last - 1].capital
        speaker = _origin(words, colon) or (near if named else clause_subject(words, colon, 0))
        spans = [passage.quotations[at].content for at in inside]
        quote = _Quote(spans, "direct", passage.paragraph, "colon", None, _offsets(passage, speaker))
        covered.update(inside)
        if inside:
            self.found.append(quote)
        else:
            self.colon = quote

    def _cites_a_work(self, passage: Passage, report: Report) -> bool:
        """Whether what a cue governs is the title of a work: *they read “The Old Bridge” at school*."""
        first = report.content[0].first if report.content else -1
        if first not in passage.quotations or passage.words[first].lower in SENTENCE_ENDS or report.order != "after":
            return False
        words = passage.quotations[first].content.of(self.article.text).split()
        capital = all(word[0].isupper() or len(word) < 4 for word in words) and words[0][0].isupper()
        return len(words) > 1 and capital and report.group == "say"

    def _read_signed(self, passage: Passage, left: list[int]) -> bool:
        """*“It rained.” — Anna Berg*: quotations signed by who said them."""
        last = left[-1]
        if any(word.kind not in (",", ".", "q") for word in passage.words[:last]):
            return False
        name = signature(passage.words, last + 1)
        if name is None:
            return False
        spans = [passage.quotations[at].content for at in left]
        self.found.append(
            _Quote(spans, "direct", passage.paragraph, "signed", None, _offsets(passage, name), quoted=spans)
        )
        return True

    def _read_transcript(self, passage: Passage, left: list[int]) -> bool:
        """*“BERG: It rained.*: the speaker inside the marks, as in the transcript of an interview."""
        text = self.article.text
        found = []
        for at in left:
            content = passage.quotations[at].content
            match = TRANSCRIPT.match(text, content.start, content.end)
            if match is not None:
                speaker = Span(content.start, match.end("name"))
                found.append(
                    _Quote([Span(match.end(), content.end)], "direct", passage.paragraph, "transcript", None, speaker)
                )
        self.found += found
        return bool(found)

    def _read_alone(self, passage: Passage, left: list[int], colon: _Quote | None) -> None:
        """Quotations without a cue: what goes on from before, or follows a colon, or stands by itself."""
        whole = all(word.kind != "w" for word in passage.words)
        spans = [passage.quotations[at].content for at in left]
        last = self.found[-1] if self.found else None
        continues = passage.quotations[left[0]].continues
        if colon is not None and whole:
            colon.content += spans
            colon.form, colon.paragraph = "direct", passage.paragraph
            self.found.append(colon)
        elif whole and last is not None and last.form != "indirect" and self._is_one(last, spans, passage, continues):
            last.content += spans
            last.paragraph = passage.paragraph
            if last.form == "mixed":
                last.quoted += spans
        elif whole and any(_is_utterance(self.article, passage, at) for at in left):
            speaker = self._who_goes_on(passage)
            quote = _Quote(spans, "direct", passage.paragraph, "alone", None, speaker)
            self.found.append(quote)
            self.alone = quote
        elif not whole:
            self._read_inside(passage, left)

    def _is_one(self, last: _Quote, spans: list[Span], passage: Passage, continues: bool) -> bool:
        """Whether these go on with the last quote: in its paragraph, or with the mark repeated, no part of the page between."""
        if last.paragraph != passage.paragraph and not continues:
            return False
        return bool(last.content) and self.article.in_body(Span(last.content[-1].start, spans[-1].end))

    def _read_inside(self, passage: Passage, left: list[int]) -> None:
        """Quotations inside a sentence that no cue governs: long ones, and those behind *as*, are somebody's words."""
        for at in left:
            content = passage.quotations[at].content
            described = _described(passage, at)
            long = len(content.of(self.article.text).split()) >= WORDS_WITHOUT_A_CUE
            if is_work(passage.words, at) or not (long or described):
                continue
            first = described.first if described else at
            subject = _offsets(passage, clause_subject(passage.words, first, 0))
            speaker = subject or self._who_goes_on(passage, paragraphs=0)
            start = passage.words[first].start if described else content.start
            span = Span(start, passage.words[at].end if described else content.end)
            self.found.append(_Quote([span], "mixed", passage.paragraph, "alone", None, speaker, quoted=[content]))

    def _who_goes_on(self, passage: Passage, paragraphs: int = 2) -> Span | None:
        """The speaker of the quote right before, at most so many paragraphs back; in one paragraph also who was reported."""
        for quote in reversed(self.found[-3:]):
            if quote.form != "indirect" and passage.paragraph - quote.paragraph <= paragraphs:
                return quote.speaker
        last = self.found[-1] if self.found else None
        reported = last is not None and last.paragraph == passage.paragraph and paragraphs > 0
        return last.speaker if last is not None and reported else None


def _quote(article: Article, passage: Passage, report: Report) -> _Quote:
    spans = [span for run in report.content for span in _spans(passage, run)]
    places = [at for run in report.content for at in range(run.first, run.last) if at in passage.quotations]
    quoted = [passage.quotations[at].content for at in places]
    only = all(
        at in passage.quotations or passage.words[at].kind in (",", ".")
        for run in report.content
        for at in range(run.first, run.last)
    )
    form = "indirect"
    if quoted:
        form = "direct" if only and any(_is_utterance(article, passage, at) for at in places) else "mixed"
    return _Quote(
        spans,
        form,
        passage.paragraph,
        report.order,
        cue=_offsets(passage, report.cue),
        speaker=_offsets(passage, report.speaker),
        group=report.group,
        negated=report.negated,
        questioned=report.questioned,
        nested=report.nested,
        quoted=quoted,
    )


def _origin(words: Sequence[Word], colon: int) -> Phrase | None:
    """*From Anna Berg:* the whole of what leads to a colon, behind *from*."""
    found = phrase_after(words, 1, colon) if words[0].lower == "from" else None
    return found if found is not None and found.last == colon else None


def _described(passage: Passage, at: int) -> Phrase | None:
    """Who or what is described by a quotation behind *as*: *she admires* **him** *as a “strong leader”*."""
    words = passage.words
    place = next((before for before in (at - 1, at - 2) if before > 1 and words[before].lower == "as"), None)
    if place is None or (place == at - 2 and words[at - 1].lower not in words_of_class("articles")):
        return None
    return phrase_before(words, place - 1, 0)


def _holds(span: Span, cues: list[int]) -> bool:
    """Whether a cue stands inside: content never holds its own."""
    place = bisect_left(cues, span.start)
    return place < len(cues) and cues[place] < span.end


def _offsets(passage: Passage, phrase: Phrase | None) -> Span | None:
    """Where a phrase stands, a possessive ending left out."""
    if phrase is None:
        return None
    start, end = passage.text_of(phrase.first, phrase.last)
    owns = passage.words[phrase.last - 1].lower.endswith("'s") and end - start > 2
    return Span(start, end - 2 if owns else end)


def _spans(passage: Passage, run: Phrase) -> Iterator[Span]:
    """The offsets of content: without the outer marks where it is nothing but quotations."""
    inside = [at for at in range(run.first, run.last) if passage.words[at].kind not in (",", ".")]
    if inside and all(at in passage.quotations for at in inside):
        for at in inside:
            yield passage.quotations[at].content
    else:
        start, end = passage.text_of(run.first, run.last)
        yield Span(start, end)


def _is_utterance(article: Article, passage: Passage, at: int) -> bool:
    """Whether a quotation is a sentence, to go by its length, its case and how it ends."""
    content = passage.quotations[at].content
    text = content.of(article.text)
    words = len(text.split(maxsplit=WORDS_OF_AN_UTTERANCE + 2))
    ends = text[-1:] in SENTENCE_ENDS
    return (words >= WORDS_OF_AN_UTTERANCE and (passage.words[at].capital or ends)) or (
        ends and passage.words[at].capital
    )
