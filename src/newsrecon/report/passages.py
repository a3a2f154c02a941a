"""Where a claim stands in its article: the sentence around it, and the whole text with its claims underlined.

A reconciliation has claims and no texts. With the articles beside it a claim is shown in its sentence and links to its place;
without them its mention stands alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise

from attrs import frozen
from markupsafe import Markup

from newsrecon.clauses import Clause
from newsrecon.model import Article, Claim, Span
from newsrecon.report.characters import shown
from newsrecon.report.words import dated_clause

__all__ = ["Passages", "Underlined"]

AROUND = 1000
"""So many letters of its sentence are shown on each side of a claim: a list without a stop would else stand there for each."""

_BESIDE = 3
"""So many letters at most, a comma among them, stand between a relative clause and what it is about."""
_ANTECEDENT = 60
"""So long is what a relative clause is about, at most, to be told with it."""


@frozen
class Underlined:
    """A paragraph of an article as HTML; `aside` tells what kind of boilerplate it is, empty for the report itself."""

    html: Markup
    aside: str = ""


class Passages:
    """The texts at hand, asked for what stands around a claim."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._number = {article: number for number, article in enumerate(sorted(self._articles), 1)}
        self._starts = {article.id: [span.start for span in article.sentences] for article in self._articles.values()}

    def article(self, article: str) -> Article | None:
        """The article with this id, None where its text is not at hand."""
        return self._articles.get(article)

    def anchor(self, article: str) -> str:
        """The id of an article's section on the page; empty where its text is not at hand."""
        number = self._number.get(article)
        return f"a{number}" if number else ""

    def place(self, claim: Claim) -> str:
        """The id of the place of a claim on the page; empty where its text is not at hand."""
        if self._text_of(claim) is None:
            return ""
        return f"a{self._number[claim.mention.article]}-{claim.mention.span.start}"

    def around(self, claim: Claim) -> Markup:
        """The sentence of a claim, or as many as it runs over, with its mention highlighted."""
        mention = claim.mention
        article = self._text_of(claim)
        if article is None:
            return Markup("<mark>{}</mark>").format(shown(mention.text))
        text, span = article.text, self._sentences(article, mention.span)
        opened = '<mark class="nr-words">' if 2 * len(mention.span) < len(span) else "<mark>"
        begin, end = max(span.start, mention.span.start - AROUND), min(span.end, mention.span.end + AROUND)
        return Markup("{}{}" + opened + "{}</mark>{}{}").format(
            "…" * (begin > span.start),
            shown(text[begin : mention.span.start]),
            shown(mention.text),
            shown(text[mention.span.end : end]),
            "…" * (end < span.end),
        )

    def sentence(self, claim: Claim) -> str:
        """The sentence of a claim, or as many as it runs over; empty where its text is not at hand."""
        article = self._text_of(claim)
        if article is None:
            return ""
        return self._sentences(article, claim.mention.span).of(article.text)

    def clause(self, claim: Claim) -> str:
        """What a time dates, with whom or what it is about where that stands before it: *the yard, which closed in May*."""
        article = self._text_of(claim)
        clause = _clause_at(article, claim.mention.span.start) if article else None
        subject = clause.subject if clause is not None and clause.kind == "relative" else None
        if article is None or clause is None or subject is None or len(subject) > _ANTECEDENT:
            return dated_clause(claim)
        if not 0 <= clause.span.start - subject.end <= _BESIDE:
            return dated_clause(claim)
        return f"{article.text[subject.start : clause.span.start].rstrip()} {claim.subject}"

    def paragraphs(
        self, article: Article, claims: Sequence[Claim], links: Mapping[str, str], led_to: Collection[str]
    ) -> Iterator[Underlined]:
        """The text of an article, paragraph by paragraph, its claims underlined and linked.

        `links` gives the attributes of the link of a claim, by its id, none where it leads nowhere; `led_to` the ids of places
        that something leads to, since only those need an id. Where claims overlap, the innermost one is linked.
        """
        place = f"a{self._number[article.id]}"
        pieces = _innermost([claim for claim in claims if claim.id in links and self._text_of(claim)])
        kinds = {span.start: kind for span, kind in ((item.span, item.kind) for item in article.boilerplate)}
        ends = [piece.end for piece, _ in pieces]
        for paragraph in article.paragraphs:
            parts: list[Markup] = []
            done = paragraph.start
            for piece, claim in pieces[bisect_right(ends, paragraph.start) :]:
                if piece.start >= paragraph.end:
                    break
                start, end = max(piece.start, paragraph.start), min(piece.end, paragraph.end)
                if article.text[start:end].isspace():
                    continue
                here = f" id={place}-{start}" if f"{place}-{start}" in led_to else ""
                tag = "a" if "href" in links[claim.id] else "u"
                opened, closed = Markup(f"<{tag}{here}{links[claim.id]}>"), Markup(f"</{tag}>")
                parts += [shown(article.text[done:start]), opened, shown(article.text[start:end]), closed]
                done = end
            parts.append(shown(article.text[done : paragraph.end]))
            yield Underlined(Markup("").join(parts), kinds.get(paragraph.start, ""))

    def _text_of(self, claim: Claim) -> Article | None:
        article = self._articles.get(claim.mention.article)
        return article if article and claim.mention.span.of(article.text) == claim.mention.text else None

    def _sentences(self, article: Article, span: Span) -> Span:
        start, end = span.start, span.end
        first = bisect_right(self._starts[article.id], span.start) - 1
        for sentence in article.sentences[max(first, 0) :]:
            if sentence.start >= span.end:
                break
            if sentence.end > span.start:
                start, end = min(start, sentence.start), max(end, sentence.end)
        return Span(start, end)


def _clause_at(article: Article, place: int) -> Clause | None:
    at = bisect_right(article.sentences, place, key=lambda sentence: sentence.start) - 1
    told = article.clauses_of(article.sentences[at]) if at >= 0 else ()
    return next((one for one in told if one.span.start <= place < one.span.end), None)


def _innermost(claims: Sequence[Claim]) -> list[tuple[Span, Claim]]:
    """The text that claims cover, cut where one begins or ends, each piece with the shortest claim that covers it."""
    ordered = sorted(claims, key=lambda claim: (claim.mention.span, claim.id))
    cuts = sorted({place for claim in claims for place in (claim.mention.span.start, claim.mention.span.end)})
    pieces: list[tuple[Span, Claim]] = []
    open_claims: list[tuple[int, str, int]] = []
    coming = 0
    for start, end in pairwise(cuts):
        while coming < len(ordered) and ordered[coming].mention.span.start <= start:
            span = ordered[coming].mention.span
            heappush(open_claims, (len(span), ordered[coming].id, coming))
            coming += 1
        while open_claims and ordered[open_claims[0][2]].mention.span.end <= start:
            heappop(open_claims)
        if open_claims:
            pieces.append((Span(start, end), ordered[open_claims[0][2]]))
    return pieces
