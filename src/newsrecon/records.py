"""What is kept of an article once its text is gone: digest, sketch and credit lines.

*Sketch.* The words of the body in lower case, in runs of four; each run is hashed, and the hashes that are multiples of
`SAMPLING` are kept (Manber 1994; Broder 1997). The share of a shorter sketch that a longer one holds estimates how much of
one text is contained in another, and survives cuts and added leads.

*Credits.* "(Reuters)", "according to Al Jazeera", "told AFP": passages that rest on another outlet's word.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from newsrecon.model import Article, ArticleRecord, Credit
from newsrecon.text import Span

__all__ = ["record", "same_outlet"]

RUN = 4
SAMPLING = 4
_WORD = re.compile(r"\w+")
_MASK = (1 << 61) - 1


def record(article: Article) -> ArticleRecord:
    """The record of an article: its metadata, the SHA-256 of its text, its sketch and its credits.

    >>> made = record(Article("Rain fell, according to Reuters. It stopped.", id="a"))
    >>> [(credit.name, credit.whole) for credit in made.credits]
    [('Reuters', False)]
    """
    return ArticleRecord(
        article.id,
        source=article.source_name,
        published=article.published,
        title=article.title,
        url=article.url,
        story=article.story,
        byline=article.byline,
        digest=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        domain=article.source.domain if article.source else None,
        sketch=_sketch(article),
        credits=tuple(_credits(article)),
    )


def _sketch(article: Article) -> frozenset[int]:
    words: list[int] = []
    for span in article.body:
        words += [
            zlib.crc32(word.encode("utf-8", "surrogatepass"))
            for word in _WORD.findall(article.lower, span.start, span.end)
        ]
    kept = set()
    for one, two, three, four in zip(words, words[1:], words[2:], words[3:], strict=False):
        run = (
            (one * 0x9E3779B1 + two * 0x85EBCA77 + three * 0xC2B2AE3D + four * 0x27D4EB2F) & _MASK
        ) * 0x2545F491 & _MASK
        # The low bits of sums of products are poor; the sample is taken higher up.
        if (run >> 20) % SAMPLING == 0:
            kept.add(run)
    return frozenset(kept)


# ---------------------------------------------------------------- credits


@cache
def _outlet_data() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(resources.files("newsrecon").joinpath("data/outlets.toml").read_text("utf-8"))


@cache
def _outlets() -> tuple[dict[str, str], dict[str, str]]:
    """{form in lower case: outlet's name} and {registrable domain: outlet's name} from the data file."""
    forms, domains = {}, {}
    for name, outlet in _outlet_data()["outlets"].items():
        for form in (name, *outlet.get("forms", ())):
            forms[form.lower()] = name
        for domain in outlet.get("domains", ()):
            domains[domain] = name
    return forms, domains


@cache
def _credit_pattern() -> re.Pattern[str]:
    """*according to Al Jazeera*, *told AFP*, *Reuters reported*; the forms are those of the data file, longest first."""
    forms = "|".join(re.escape(form) for form in sorted(_outlets()[0], key=lambda form: (-len(form), form)))
    before = r"according to|reported by|told|citing|cited by|in an interview with|as reported by|via|quoted by"
    return re.compile(
        rf"\b(?:(?:{before})\s+(?:the\s+)?(?P<after>{forms})(?:\s+news\s+agency)?\b"
        rf"|(?P<reports>{forms})(?:\s+news\s+agency)?\s+(?:reported|reports|has\s+reported|quoted)\b)"
    )


@cache
def _dateline_pattern() -> re.Pattern[str]:
    """*KABUL (Reuters) -* or *(AP)*: at the head of a text."""
    forms = "|".join(re.escape(form) for form in sorted(_outlets()[0], key=lambda form: (-len(form), form)))
    return re.compile(rf"\(\s*(?P<wire>{forms})\s*\)")


_HEAD = 400
_URL_HOST = re.compile(r"https?://(?:www\.)?([\w.-]{3,100})", re.IGNORECASE)


def _credits(article: Article) -> Iterator[Credit]:
    forms, domains = _outlets()
    own = article.source_name.lower()
    lower = article.lower
    for span in article.body[:3]:
        if span.start < _HEAD and (
            match := _dateline_pattern().search(lower, span.start, min(span.end, span.start + 120))
        ):
            yield Credit(forms[match["wire"]], span=Span(*match.span()), whole=True)
    for span in _link_credits(article):
        host = _URL_HOST.match(article.text, span.start)
        name = next((known for domain, known in domains.items() if host and _under(host[1].lower(), domain)), None)
        if name is not None and name.lower() != own:
            yield Credit(name, span=span, whole=True)
    pattern = _credit_pattern()
    for sentence in article.sentences:
        match = pattern.search(lower, sentence.start, sentence.end)
        if match:
            name = forms[match["after"] or match["reports"]]
            if name.lower() != own:
                yield Credit(name, span=sentence)


def _link_credits(article: Article) -> Iterator[Span]:
    """Bare links of a page that names its source by a link ("Source link"): the page is a copy of what they lead to."""
    labels = _source_labels()
    if any(item.span.of(article.lower).strip(" :.") in labels for item in article.boilerplate):
        yield from (item.span for item in article.boilerplate if item.kind == "url")


@cache
def _source_labels() -> frozenset[str]:
    return frozenset(_outlet_data()["source_labels"])


def _under(host: str, domain: str) -> bool:
    return host == domain or host.endswith("." + domain)


def same_outlet(credited: str, entry: ArticleRecord) -> bool:
    """Whether a credited name is the outlet of an article, by its name or by its domain."""
    forms, domains = _outlets()
    known = forms.get(entry.source.lower()) or domains.get(entry.domain or "")
    return credited == known or credited.casefold() == entry.source.casefold()
