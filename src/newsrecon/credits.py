"""Whose word an article, or a sentence of it, rests on: *(Reuters)*, *By The Associated Press*, *told AFP*.

Which outlets there are, what they are called and which words give them credit is data. An outlet is known by its capitals, so
that nobody is *told the guardian of the child*.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from newsrecon.article_records import ArticleRecord, Credit
from newsrecon.language_data import data_table
from newsrecon.model import Article
from newsrecon.span import Span
from newsrecon.text import one_of

__all__ = ["credits_of", "same_outlet"]

HEAD = 400
"""How far into a text a dateline or the name of an agency may stand as its beginning."""
CONTEXT = 90
"""So many characters before a name, and after it, are looked at."""


def credits_of(article: Article) -> Iterator[Credit]:
    """The credits of an article, whole ones first; none for what it says of its own outlet, agency lines aside.

    >>> text = "The dam will be repaired, the minister told AFP. Work begins in May."
    >>> [(credit.name, credit.span.of(text)) for credit in credits_of(Article(text))]
    [('AFP', 'The dam will be repaired, the minister told AFP.')]
    """
    yield from _agency_lines(article)
    own = _outlet_of(article.source_name, article.source.domain if article.source else None)
    yield from (credit for credit in _linked(article) if credit.name != own)
    yield from (credit for credit in _passages(article) if credit.name != own)


def same_outlet(credited: str, entry: ArticleRecord) -> bool:
    """Whether a credited name is the outlet of an article, by its name or by its domain."""
    return credited == _outlet_of(entry.source, entry.domain) or credited.casefold() == entry.source.casefold()


def _outlet_of(source: str, domain: str | None) -> str:
    """The name that credits have for an outlet; its own where it is not known."""
    names, domains = _outlets()
    return names.get(source.casefold()) or domains.get(domain or "") or source


@cache
def _outlets() -> tuple[dict[str, str], dict[str, str]]:
    """{form in folded case: outlet's name} and {registrable domain: outlet's name} from the data file."""
    forms, domains = {}, {}
    for name, outlet in data_table("outlets")["outlets"].items():
        for form in (name, *outlet.get("forms", ())):
            forms[form.casefold()] = name
        for domain in outlet.get("domains", ()):
            domains[domain] = name
    return forms, domains


def _outlet(form: str) -> str:
    """The outlet that a form of its name means, whatever white space the form is written with."""
    return _outlets()[0][" ".join(form.casefold().split())]


@cache
def _forms() -> str:
    """What fits each form of an outlet's name as it is written, or in capitals, the longest first."""
    written = {
        form for name, outlet in data_table("outlets")["outlets"].items() for form in (name, *outlet.get("forms", ()))
    }
    return one_of(written | {form.upper() for form in written})


def _any_of(key: str) -> str:
    return "|".join(phrase.replace(" ", r"\s+") for phrase in data_table("outlets")["credit"][key])


# ---------------------------------------------------------------- the whole article


@cache
def _dateline() -> re.Pattern[str]:
    """*KABUL (Reuters) -* · *(AP)* · *ROME (AFP, dpa) –*: the first is who sent it."""
    forms = _forms()
    return re.compile(
        rf"\(\s{{0,2}}(?P<wire>{forms})(?:\s?[,/&]\s?(?:{forms}))*\s{{0,2}}\)|^(?P<alone>{forms})\s+[-–—]+\s"
    )


@cache
def _agency_line() -> re.Pattern[str]:
    """*By The Associated Press* · *Jane Doe, Reuters* · *Source: AFP* · *— AP*."""
    return re.compile(
        rf"[-–—(\s]*(?:(?:By|BY|Source|Via|From)\b:?\s*)?(?:[^\W\d_][\w.’'-]*(?:\s[\w.’'-]+){{1,4}}\s?[,|/]\s?)?"
        rf"(?:[Tt]he\s)?(?P<wire>{_forms()})(?:\s(?:{_any_of('staff')}))?[)\s.]*"
    )


def _agency_lines(article: Article) -> Iterator[Credit]:
    for span in article.body[:3]:
        if span.start < HEAD and (
            found := _dateline().search(article.text[span.start : min(span.end, span.start + 120)])
        ):
            yield _whole(found["wire"] or found["alone"], span.start + found.start(), span.start + found.end())
            return
    bylines = [item.span for item in article.boilerplate if item.kind == "byline"]
    for span in (*bylines, *article.body[:1], *article.paragraphs[-1:]):
        found = _agency_line().fullmatch(span.of(article.text)) if len(span) <= CONTEXT else None
        if found:
            yield _whole(found["wire"], span.start, span.end)
            return


def _whole(form: str, start: int, end: int) -> Credit:
    return Credit(_outlet(form), span=Span(start, end), whole=True)


_URL_HOST = re.compile(r"https?://(?:www\.)?([\w.-]{3,100})", re.IGNORECASE)


def _linked(article: Article) -> Iterator[Credit]:
    """Bare links of a page that names its source by a link ("Source link"): the page is a copy of what they lead to."""
    labels = _source_labels()
    if not any(item.span.of(article.lower).strip(" :.") in labels for item in article.boilerplate):
        return
    for item in article.boilerplate:
        host = _URL_HOST.match(article.text, item.span.start) if item.kind == "url" else None
        if host:
            names = (name for domain, name in _outlets()[1].items() if _under(host[1].lower(), domain))
            yield from (Credit(name, span=item.span, whole=True) for name in list(names)[:1])


@cache
def _source_labels() -> frozenset[str]:
    return frozenset(data_table("outlets")["source_labels"])


def _under(host: str, domain: str) -> bool:
    return host == domain or host.endswith("." + domain)


# ---------------------------------------------------------------- single sentences


@cache
def _name() -> re.Pattern[str]:
    # Without a boundary in front the engine looks for the first letters only, which is much faster; it is checked afterwards.
    return re.compile(_forms())


@cache
def _before() -> re.Pattern[str]:
    """What gives credit in front of a name: *told*, *as first reported by the news agency*, *according to a … tally*."""
    return re.compile(
        rf"(?i:\b(?:{_any_of('before')})\s+(?:(?:the|a|an)\s+)?(?:(?:\w+\s+){{0,2}}(?:{_any_of('sorts')})\s+)?)$"
    )


@cache
def _after() -> re.Pattern[str]:
    """What gives credit behind a name: *reported*, *news agency quoted*; *said* only at the end of what it said."""
    return re.compile(
        rf"(?:\s+(?:{_any_of('sorts')}))?(?:\s+(?:has|had|first|also|later|earlier|previously))*\s+(?:{_any_of('after')})\b"
    )


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?:{_any_of('sorts')}))?\s+(?:said|says)\s*(?:[.;”\"]|$)")


def _passages(article: Article) -> Iterator[Credit]:
    """The sentences that give credit to an outlet, each to the first that it gives credit to."""
    text, last = article.text, -1
    bodies = [span.start for span in article.body]
    for found in _name().finditer(text):
        start, end = found.span()
        if (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum()):
            continue
        place = bisect_right(bodies, start) - 1
        around = article.sentences_of(article.body[place]) if place >= 0 else ()
        sentence = next((span for span in around if span.start <= start and end <= span.end), None)
        if sentence is None or sentence.start <= last:
            continue
        if _is_credited(
            text[max(sentence.start, start - CONTEXT) : start], text[end : min(sentence.end, end + CONTEXT)]
        ):
            last = sentence.start
            yield Credit(_outlet(found[0]), span=sentence)


def _is_credited(before: str, after: str) -> bool:
    if _before().search(before) or _after().match(after):
        return True
    return before.removesuffix("the ").rstrip().endswith((",", ",”", ',"')) and _closing().match(after) is not None
