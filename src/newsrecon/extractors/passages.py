"""A passage is what the speaker, the cue and the content of a report are looked for in: a sentence, with every sentence
that a quotation in it reaches into. Its words are read once, a quotation counting as one word.

*"It rained. It poured," she said.* is one passage of five words: a quotation, *she*, *said* and two marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from attrs import field, frozen

from newsrecon.extractors.cues import lexicon
from newsrecon.extractors.grammar import words_of_class
from newsrecon.extractors.unclosed_quotations import ended
from newsrecon.model import Article
from newsrecon.text import Quotation, Span

__all__ = ["Passage", "Word", "passages"]

# A plain word, as nearly all are; an abbreviation such as U.S., a number such as 2,400, a word with inner marks (Jean-Luc's,
# 1.5, AT&T), or one mark.
TOKEN = re.compile(
    r"(?P<plain>[a-zA-Z][a-z]++(?![\w'’.&-]))"
    r"|(?:[^\W\d_]\.){2,}|\d{1,3}(?:,\d{3})+(?![^\W_])|[^\W_]+(?:[-'’.&][^\W_]+)*['’]?(?![^\W_])|[^\W_]+|-{2,}|\S"
)
CLITICS = frozenset({"ve", "ll", "re", "d", "m"})
DASHES = frozenset("–—―-−")


class Word(NamedTuple):
    """A word, mark or quotation of a passage; `kind` is "w", "q" or the mark itself (any dash is "—").

    `lower` is the word in lower case with straight apostrophes; of a quotation, its last character.
    """

    start: int
    end: int
    lower: str
    kind: str
    capital: bool


@frozen(eq=False)
class Passage:
    """One or more sentences that belong together, its words, and the quotations among them by their place in `words`."""

    span: Span
    paragraph: int
    words: tuple[Word, ...] = field(repr=False)
    quotations: Mapping[int, Quotation] = field(factory=dict)

    def text_of(self, first: int, last: int) -> tuple[int, int]:
        """Offsets from the word at `first` up to, but not including, the one at `last`."""
        return self.words[first].start, self.words[last - 1].end


def passages(article: Article, *, attitudes: bool = False) -> Iterator[Passage]:
    """The passages of an article in which something may be reported: they hold a quotation or a cue, or end with a colon.

    With `attitudes`, verbs that tell what somebody thinks or wants are cues, too.
    """
    whole = (one for one in article.quotations if one.depth == 0 and one.content.start < one.content.end)
    quotations = list(ended(article, whole))
    starts = [one.outer.start for one in quotations]
    forms = lexicon().forms.keys() if attitudes else lexicon().speech
    paragraph_starts = [span.start for span in article.paragraphs]
    for first, last in _joined(article, quotations):
        span = Span(article.sentences[first].start, article.sentences[last - 1].end)
        inside = quotations[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        leads = article.text[span.end - 1] == ":"
        if not (inside or leads) and all(map(forms.isdisjoint, article.sentence_words[first:last])):
            continue
        words, places = _words(article, span, inside)
        yield Passage(span, bisect_right(paragraph_starts, span.start), words, places)


def _joined(article: Article, quotations: list[Quotation]) -> Iterator[tuple[int, int]]:
    """Sentences, by number, those made one that a quotation reaches across, and a quotation with the signature behind it."""
    ends = {quotation.outer.end for quotation in quotations}
    number = first = end = 0
    for place, sentence in enumerate(article.sentences):
        inside = number < len(quotations) and quotations[number].outer.start < end
        signed = end in ends and article.text[sentence.start] in DASHES
        if place and not (inside or signed):
            yield first, place
            first = place
        end = sentence.end
        while number < len(quotations) and quotations[number].outer.end <= end:
            number += 1
    if article.sentences:
        yield first, len(article.sentences)


def _words(article: Article, span: Span, quotations: list[Quotation]) -> tuple[tuple[Word, ...], dict[int, Quotation]]:
    words: list[Word] = []
    places: dict[int, Quotation] = {}
    position = span.start
    for quotation in quotations:
        words += _plain_words(article, position, quotation.outer.start)
        places[len(words)] = quotation
        content = quotation.content
        capital = _first_letter(article.text, content).isupper()
        words.append(Word(quotation.outer.start, quotation.outer.end, article.text[content.end - 1], "q", capital))
        position = max(position, quotation.outer.end)
    words += _plain_words(article, position, span.end)
    return tuple(words), places


def _first_letter(text: str, span: Span) -> str:
    return next((char for char in text[span.start : min(span.end, span.start + 8)] if char.isalnum()), "")


def _plain_words(article: Article, start: int, end: int) -> Iterator[Word]:
    text, lower = article.text, article.lower
    titles, hosts = words_of_class("titles"), words_of_class("clitic_hosts")
    taken = start
    for match in TOKEN.finditer(text, start, end):
        first, last = match.span()
        if match.lastgroup:
            yield Word(first, last, lower[first:last], "w", text[first].isupper())
            continue
        if first < taken:
            continue  # the full stop of the word before
        form = lower[first:last].replace("’", "'")
        head = text[first]
        if not head.isalnum():
            kind = "—" if head in DASHES else head
            yield Word(first, last, form, kind, False)
            continue
        if last < end and text[last] == ".":
            titled = (f"{form}." in titles and last + 1 < end) or (len(form) == 1 and head.isupper())
            last = taken = last + titled
            form += "." if titled else ""
        if "'" in form:
            base, mark, clitic = form.rpartition("'")
            if clitic in CLITICS or (clitic == "s" and base in hosts):
                yield Word(first, first + len(base), base, "w", head.isupper())
                yield Word(first + len(base), last, mark + clitic, "w", False)
                continue
        yield Word(first, last, form, "w", head.isupper())
