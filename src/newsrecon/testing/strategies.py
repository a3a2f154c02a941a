"""Hypothesis strategies for the types of this library, named as plurals of the type and built from one another.

Texts are as hostile as any `str` can be: astral and combining characters, lone surrogates, NUL, bidirectional controls,
line breaks of every sort, unpaired quotation marks, letters whose lower case is longer; among them ordinary news
sentences, so that extractors find something.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from attrs import field, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from newsrecon.model import Article, Claim, Extraction, Mention, Source, Span, Value
from newsrecon.reconciliation import Reconciliation, reconcile
from newsrecon.records import record

__all__ = [
    "Known",
    "Planted",
    "articles",
    "claims",
    "extractions",
    "mentions",
    "plantings",
    "reconciliations",
    "sources",
    "spans",
    "stories",
    "texts",
    "values",
]

HOSTILE = (
    "\x00", "\ud800", "\udfff", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "e\u0301", "\u0130", "\ufb03", "\u1e9e",
    "\u202e", "\u2067", "\u200f", "\u200b", "\ufeff", "\r\n", "\r", "\u2028", "\x85", "\x1c", "\t", "\u00a0", "\u3000",
    "\"", "\u201c", "\u201d", "\u2018", "\u2019", "'", "\u00ab", "\u00bb", "\u201e", "(", ")", "[", "\u2014", "-",
    "...", "\u2026", "$", "%", "\u0661\u0662", "\u00bd", "\u00b9", "\uff11\uff12", "\u4e09", "1,2,3,", "1e9", "9" * 40, "0" * 20,
    "a" * 300, "\"" * 50, "(" * 50, "U.S." * 20, "#", "@",
)  # fmt: skip

SENTENCES = (
    "The treaty was signed on 3 July 2025.",
    "It rained on Thursday, and the match was put off until next month.",
    "At least 12 people were killed and dozens injured when a bus overturned, police said.",
    "Ministers met in the capital, the BBC reported.",
    "Maria Lopez, the mayor of Riverton, resigned in March 2021 after four years in office.",
    "\u201cWe will rebuild this town,\u201d said Lopez, who was elected four years ago.",
    "\"It is,\" she said, \"a dark day for all of us.\"",
    "He told reporters the bridge \u2018should have been closed\u2019 in the 1990s.",
    "According to the Ministry of Health (MoH), half a million doses worth $1.2bn arrived.",
    "The U.S. Food Agency's chief, Dr. John O\u2019Neill-Smith, denied it at 5 p.m.",
    "Also Read: Ten things to know",
    "Share this article",
)  # fmt: skip

OUTLETS = (
    Source("The Daily", domain="daily.example"),
    Source("Evening Post"),
    Source("Radio Nord", domain="nord.example"),
    Source("Al Manar\u00e9"),
    Source("\u65b0\u805e", domain="shinbun.example"),
)

BREAKS = ("", " ", "\n\n", "\n", "\r\n\r\n", "\u2029", "  \n \n")


def texts(*, sentences: Sequence[str] = SENTENCES, max_pieces: int = 8) -> SearchStrategy[str]:
    """Any `str` whatever, up to the most hostile, among it the given sentences.

    >>> from hypothesis import Phase, find, settings
    >>> type(find(texts(), lambda found: True, settings=settings(phases=[Phase.generate]))).__name__
    'str'
    """
    characters = st.characters(codec=None, categories=None, exclude_categories=())
    piece = st.one_of(
        st.sampled_from(tuple(sentences)), st.sampled_from(HOSTILE), st.text(characters, max_size=12), _cut(sentences)
    )
    pieces = st.lists(st.tuples(piece, st.sampled_from(BREAKS)), max_size=max_pieces)
    return pieces.map(lambda pairs: "".join(piece + gap for piece, gap in pairs))


@st.composite
def _cut(draw: DrawFn, sentences: Sequence[str]) -> str:
    """A sentence cut off somewhere, with something hostile in the middle."""
    sentence = draw(st.sampled_from(tuple(sentences)))
    start, middle, end = sorted(draw(st.tuples(*[st.integers(0, len(sentence))] * 3)))
    return sentence[start:middle] + draw(st.sampled_from(HOSTILE)) + sentence[middle:end]


@st.composite
def spans(draw: DrawFn, text: str = "x" * 100, *, min_size: int = 0) -> Span:
    """Spans that lie inside a text of at least `min_size` characters.

    >>> from hypothesis import Phase, find, settings
    >>> type(find(spans(min_size=5), lambda found: True, settings=settings(phases=[Phase.generate]))).__name__
    'Span'
    """
    start = draw(st.integers(0, len(text) - min_size))
    return Span(start, draw(st.integers(start + min_size, len(text))))


def sources() -> SearchStrategy[Source]:
    """Outlets, few enough that some of them meet again.

    >>> from hypothesis import Phase, find, settings
    >>> type(find(sources(), lambda found: True, settings=settings(phases=[Phase.generate]))).__name__
    'Source'
    """
    return st.sampled_from(OUTLETS) | st.builds(Source, st.text(min_size=1, max_size=8))


def _published() -> SearchStrategy[date | None]:
    return st.none() | st.dates(date(1990, 1, 1), date(2035, 12, 31))


def articles(text: SearchStrategy[str] | None = None, *, story: str | None = None) -> SearchStrategy[Article]:
    """Articles with any text (or one of the given kind), with and without title, date, address and outlet.

    >>> from hypothesis import Phase, find, settings
    >>> type(find(articles(), lambda found: True, settings=settings(phases=[Phase.generate]))).__name__
    'Article'
    """
    return st.builds(
        Article,
        texts() if text is None else text,
        title=st.none() | st.text(max_size=12),
        published=_published(),
        url=st.none() | st.sampled_from(("https://www.daily.example/news/1", "not an address")),
        source=st.none() | sources(),
        story=st.just(story),
    )


@frozen
class Known:
    """A claim that a passage makes: its kind, the words of its mention, and what its value says at least.

    >>> print(Known("toll", "Twelve", {"low": 12}))
    toll 'Twelve' {"low":12}
    """

    kind: str
    """The kind of the claim."""
    words: str
    """The words of its mention."""
    value: Value = field(factory=Value, converter=Value)
    """What its value says at least."""

    def __str__(self) -> str:
        return f"{self.kind} {self.words!r} {self.value.canonical}"


@frozen
class Planted:
    """An article in which known passages stand at known places, and make known claims.

    >>> from hypothesis import Phase, find, settings
    >>> found = find(plantings(["3 May 2025"]), lambda found: True, settings=settings(phases=[Phase.generate]))
    >>> [span.of(found.article.text) for span in found.spans]
    ['3 May 2025']
    """

    article: Article
    """The article."""
    spans: tuple[Span, ...] = field(kw_only=True)
    """Where the passages stand, in the order of the text."""
    known: tuple[tuple[Known, int], ...] = field(default=(), kw_only=True)
    """The claims that they make, each with where its words begin."""

    def missing(self, claims: Iterable[Claim]) -> tuple[Known, ...]:
        """The known claims that are not among these, by kind, place, and each key of the value that is known."""
        found: dict[tuple[str, int, str], list[Value]] = {}
        for claim in claims:
            mention = claim.mention
            found.setdefault((claim.kind, mention.span.start, mention.text), []).append(claim.value)
        return tuple(
            known
            for known, start in self.known
            if not any(
                known.value.items() <= value.items() for value in found.get((known.kind, start, known.words), ())
            )
        )


@st.composite
def plantings(draw: DrawFn, passages: Sequence[str] | Mapping[str, Iterable[Known]], *, min_size: int = 1) -> Planted:
    """Articles with some of the passages as paragraphs of their own, among unrelated and hostile paragraphs.

    What an extractor finds in a passage alone it should find at the place where it is planted. A mapping also tells the
    claims that each passage makes; ValueError where the words of one do not stand in it.

    >>> from hypothesis import Phase, find, settings
    >>> passages = {"Twelve people died.": [Known("toll", "Twelve", {"low": 12})]}
    >>> planted = find(plantings(passages), lambda found: True, settings=settings(phases=[Phase.generate]))
    >>> planted.spans[0].of(planted.article.text)
    'Twelve people died.'
    >>> print(*planted.missing([]))
    toll 'Twelve' {"low":12}
    """
    told = {passage: tuple(known) for passage, known in passages.items()} if isinstance(passages, Mapping) else {}
    for passage, known_claims in told.items():
        for known in known_claims:
            if known.words not in passage:
                raise ValueError(f"the words {known.words!r} do not stand in {passage!r:.80}")
    chosen = draw(st.lists(st.sampled_from(tuple(passages)), min_size=min_size, max_size=4))
    fillers = st.just("") | st.text("abc \u00e9\U0001f600\u0301\u202e\r", max_size=20).map(str.strip)
    text, found = draw(fillers), []
    for passage in chosen:
        text += "\n\n" if text else ""
        found.append(Span(len(text), len(text) + len(passage)))
        text += passage
        if filler := draw(fillers):
            text += "\n\n" + filler
    stand = [
        (known, span.start + span.of(text).index(known.words))
        for span in found
        for known in told.get(span.of(text), ())
    ]
    article = Article(text, published=draw(_published()), source=draw(sources()))
    return Planted(article, spans=tuple(found), known=tuple(stand))


def values() -> SearchStrategy[Value]:
    """Any JSON object.

    >>> from hypothesis import Phase, find, settings
    >>> type(find(values(), lambda found: True, settings=settings(phases=[Phase.generate]))).__name__
    'Value'
    """
    plain = (
        st.none()
        | st.booleans()
        | st.integers(-(2**63), 2**63)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text()
    )
    any_json = st.recursive(
        plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    )
    return st.dictionaries(st.text(max_size=8), any_json, max_size=4).map(Value)


def _tolls() -> SearchStrategy[Value]:
    """Small intervals, open and closed, that often meet."""
    bounds = st.tuples(st.none() | st.integers(0, 4), st.none() | st.integers(0, 4))
    in_order = bounds.filter(lambda pair: pair[0] is None or pair[1] is None or pair[0] <= pair[1])
    return in_order.map(lambda pair: Value(low=pair[0], high=pair[1]))


@st.composite
def mentions(draw: DrawFn, article: Article | None = None) -> Mention:
    """The evidence at some place of an article, or of any article that is not empty.

    >>> from hypothesis import Phase, find, settings
    >>> type(find(mentions(), lambda found: True, settings=settings(phases=[Phase.generate]))).__name__
    'Mention'
    """
    article = article or draw(articles(texts().filter(bool)))
    span = draw(spans(article.text, min_size=1))
    return Mention(article.id, source=article.source_name, span=span, text=span.of(article.text))


def claims(
    article: Article | None = None,
    *,
    kinds: Sequence[str] = ("toll", "rumour"),
    subjects: Sequence[str] = ("the dead", "the missing"),
    values: SearchStrategy[Value] | None = None,
) -> SearchStrategy[Claim]:
    """Claims of made-up kinds about few subjects, so that some of them agree, refine and contradict each other.

    >>> from hypothesis import Phase, find, settings
    >>> type(find(claims(), lambda found: True, settings=settings(phases=[Phase.generate]))).__name__
    'Claim'
    """
    return st.builds(
        Claim,
        st.sampled_from(tuple(kinds)),
        st.sampled_from(tuple(subjects)),
        _tolls() if values is None else values,
        mentions(article),
        extractor=st.sampled_from(("", "tolls")),
    )


@st.composite
def extractions(draw: DrawFn, *, max_articles: int = 5, max_claims: int = 4) -> Extraction:
    """Extractions of a few articles of one story, with claims about them that often meet.

    >>> from hypothesis import Phase, find, settings
    >>> type(find(extractions(), lambda found: True, settings=settings(phases=[Phase.generate]))).__name__
    'Extraction'
    """
    read = draw(st.lists(articles(_PASSAGES), max_size=max_articles, unique_by=lambda article: article.id))
    found = [claim for article in read for claim in draw(st.lists(claims(article), max_size=max_claims))]
    return Extraction(tuple(found), records=tuple(record(article) for article in read))


def reconciliations(*, max_articles: int = 5, max_claims: int = 4) -> SearchStrategy[Reconciliation]:
    """What such extractions come to, brought together by subject and value alone.

    >>> from hypothesis import Phase, find, settings
    >>> type(find(reconciliations(), lambda found: True, settings=settings(phases=[Phase.generate]))).__name__
    'Reconciliation'
    """
    return extractions(max_articles=max_articles, max_claims=max_claims).map(lambda made: reconcile(made, plugins=[]))


# One event as several outlets tell it: alike, sharper, vaguer, otherwise.
TELLINGS = (
    (
        "The treaty was signed on 3 July 2025.",
        "The treaty was signed on Thursday.",
        "The treaty was signed in July 2025.",
    ),
    ("Omar Haddad, the foreign minister, signed the treaty.", "Foreign Minister Omar Hadad signed the treaty."),
    (
        "\u201cThis is a brave step for both peoples,\u201d said Omar Haddad.",
        "Haddad called it \u201ca brave step\u201d.",
        '"This is a courageous step for both peoples," Haddad told reporters.',
    ),
    ("The border reopened in April.", "The border reopened in May.", "The border has not reopened."),
    (
        "At least 12 people were killed in the fire.",
        "The fire killed 14 people.",
        "Dozens died in the fire, according to Reuters.",
    ),
    (
        "The United Nations (UN) welcomed the treaty.",
        "The UN welcomed the treaty.",
        "The United Nations rejected the treaty.",
    ),
)

_PASSAGES = st.lists(
    st.sampled_from([sentence for telling in TELLINGS for sentence in telling]), min_size=1, max_size=5
).map("\n\n".join)


@st.composite
def stories(draw: DrawFn, *, min_size: int = 0, max_size: int = 5) -> tuple[Article, ...]:
    """A few articles by several outlets on one event, agreeing, refining, contradicting and copying each other.

    >>> from hypothesis import Phase, find, settings
    >>> len(find(stories(), lambda found: len(found) == 2, settings=settings(phases=[Phase.generate])))
    2
    """
    outlets = ("The Daily", "Evening Post", "Radio Nord", "The Herald", "Coast News", "City Wire")
    told: list[Article] = []
    for number in range(draw(st.integers(min_size, max_size))):
        sentences = [
            draw(st.sampled_from(telling))
            for telling in draw(st.lists(st.sampled_from(TELLINGS), min_size=1, max_size=4))
        ]
        text = "\n\n".join(dict.fromkeys(sentences))
        if told and draw(st.integers(0, 4)) == 0:
            text = told[draw(st.integers(0, len(told) - 1))].text
        published = draw(st.none() | st.integers(0, 3).map(lambda days: date(2025, 7, 3) + timedelta(days)))
        told.append(Article(text, id=f"article-{number}", source=outlets[number % len(outlets)], published=published))
    return tuple(told)
