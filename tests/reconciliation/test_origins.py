"""Which articles are one voice: near-copies, wire text, passages credited to another outlet."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article, Claim
from newsrecon.owners import Owners
from newsrecon.reconciliation.origins import STRANGERS, find_origins
from newsrecon.records import record

SEEDS = sorted(Path("seeds").glob("*.txt"))

STORY = """\
The regional assembly voted late on Tuesday to close the last coal mine in the valley, ending two years of argument.

Forty-one deputies were in favour and twenty-six against, the speaker said after a count that had to be repeated.

Miners who had waited outside the building since the morning greeted the result in silence and walked home together.

The company that runs the mine promised each of its three hundred workers a place in a new factory for heat pumps.

Trade unions called the promise worthless, because the factory exists only on paper and nobody has paid for the land.

Opposition parties announced that they would take the decision to the constitutional court before the end of the month.

Scientists at the technical university had warned for years that water from the shafts was reaching the river.

A museum in the old engine house is to remember the men and women who worked below ground for a century and a half.
"""

OTHER = """\
A court in the capital has sent a former minister to prison for taking money from a builder of motorways.

Judges found that he had been paid four times in a car park, and that his wife had kept a record of the sums.

His lawyers said that the record was a forgery and that he would appeal against every part of the sentence.
"""


def _origins(*articles):
    return sorted(origin.articles for origin in find_origins([record(article) for article in articles]).origins)


def test_every_article_is_in_exactly_one_origin():
    articles = [Article(STORY, id="a"), Article(OTHER, id="b"), Article("", id="c"), Article("Rain fell.", id="d")]
    assert _origins(*articles) == [("a",), ("b",), ("c",), ("d",)]


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY[: len(STORY) * 7 // 10],
        STORY[len(STORY) * 3 // 10 :],
        "What it means for the valley, told by our own reporter in a lead that nobody else has.\n\n" + STORY,
        STORY.upper(),
        STORY.replace("Tuesday", "Wednesday").replace("forty", "fifty").replace("silence", "tears"),
        STORY + "\n" + OTHER,
    ],
    ids=["verbatim", "cut at the end", "cut in front", "a lead added", "shouted", "words changed", "more added"],
)
def test_near_copies_are_one_origin(copy):
    assert _origins(Article(STORY, id="a"), Article(copy, id="b"), Article("Snow fell.", id="c")) == [
        ("a", "b"),
        ("c",),
    ]


def test_a_shared_quotation_makes_no_copy():
    said = "“We have waited for this day for longer than most of us can remember,” the mayor said."
    assert _origins(Article(f"{STORY}\n{said}", id="a"), Article(f"{OTHER}\n{said}", id="b")) == [("a",), ("b",)]


@pytest.mark.parametrize("text", ["", "Rain fell.", "Rain fell on the town."])
def test_very_short_texts_are_one_origin_only_where_they_say_so(text):
    assert _origins(Article(text, id="a"), Article("Something else happened to others.", id="b")) == [("a",), ("b",)]


def test_empty_articles_are_not_copies_of_each_other():
    assert _origins(Article("", id="a"), Article("", id="b")) == [("a",), ("b",)]


def test_a_copy_of_a_copy_is_of_the_same_origin():
    first, second, third = STORY[: len(STORY) * 6 // 10], STORY, STORY[len(STORY) * 4 // 10 :]
    articles = [Article(text, id=name) for text, name in ((first, "a"), (second, "b"), (third, "c"))]
    assert _origins(*articles) == [("a", "b", "c")]


def test_an_origin_says_why():
    (origin,) = find_origins([record(Article(STORY, id=name)) for name in ("a", "b")]).origins
    assert origin.because == "a and b: the same text"
    (near,) = find_origins(
        [record(Article(text, id=name)) for name, text in (("a", STORY), ("b", STORY[:400]))]
    ).origins
    assert near.because == "a and b: 100% of the shorter text stands in the longer"
    (alone,) = find_origins([record(Article(STORY, id="a"))]).origins
    assert alone.because == "no other article shares its words"


def test_the_seeds_are_no_copies_of_each_other():
    assert len(_origins(*(Article(path.read_text("utf-8"), id=path.stem) for path in SEEDS))) == 5


# ---------------------------------------------------------------- credits

REUTERS = Article(OTHER, id="wire", source="Reuters")
CREDITING = Article("The vote was close. The mine will close in May, according to Reuters. Miners wept.", id="b")


def _claim_at(article, words):
    start = article.text.index(words)
    return Claim("toll", "", {}, article.mention(start, start + len(words)))


def _voices(*articles):
    return find_origins([record(article) for article in articles])


def test_articles_under_the_name_of_one_wire_are_one_origin():
    first = Article("KABUL (Reuters) - " + STORY, id="a", source="The Daily")
    second = Article("ROME (Reuters) - " + OTHER, id="b", source="Evening Post")
    (origin,) = _voices(first, second).origins
    assert origin.articles == ("a", "b")
    assert origin.because == "a and b: both rest on Reuters"


def test_a_credited_passage_joins_no_whole_articles():
    assert _origins(CREDITING, REUTERS) == [("b",), ("wire",)]


def test_a_credited_passage_speaks_with_the_voice_it_credits():
    voices = _voices(CREDITING, REUTERS)
    credited, own = _claim_at(CREDITING, "The mine will close in May"), _claim_at(CREDITING, "The vote was close")
    theirs = _claim_at(REUTERS, "A court in the capital")
    assert voices.of(credited)[0] == voices.of(theirs)[0]
    assert voices.of(credited)[1] == "b credits Reuters"
    assert voices.of(own) != voices.of(credited)
    assert voices.of(own)[1] is None


def test_two_passages_that_credit_one_absent_outlet_are_one_voice():
    other = Article("Reuters reported that the mine will close in May. It snowed.", id="c")
    voices = _voices(CREDITING, other)
    one, two = _claim_at(CREDITING, "The mine will close"), _claim_at(other, "the mine will close")
    assert voices.of(one)[0] == voices.of(two)[0]
    assert voices.of(_claim_at(other, "It snowed"))[0] != voices.of(two)[0]


def test_an_outlet_does_not_credit_itself():
    own = Article("The mine will close in May, Reuters reported.", id="a", source="Reuters")
    assert record(own).credits == ()


def test_the_order_of_articles_does_not_matter():
    articles = [Article(STORY, id="a"), Article(STORY[:500], id="b"), CREDITING, REUTERS, Article(OTHER, id="c")]
    articles[2] = Article(CREDITING.text, id="d")
    assert _origins(*articles) == _origins(*reversed(articles))


# ---------------------------------------------------------------- no chains

PRESS_RELEASE = """\
“We have decided after long talks with everybody who lives and works in the valley that the shafts will be flooded in spring, \
that the engine house will be kept, and that nobody who has given this company twenty years will be left without a place, \
whatever it may cost us and however long it may take,” the board of the company said.
"""


def test_a_shared_press_release_makes_no_copy_even_of_short_articles():
    one = (
        "A company in the north is about to give up its oldest shafts for good. " + PRESS_RELEASE + "Snow is expected."
    )
    two = (
        PRESS_RELEASE + "Unions had asked for a delay of two years, and were refused it in a letter on Friday evening."
    )
    assert _origins(Article(one, id="a"), Article(two, id="b")) == [("a",), ("b",)]


def test_an_interview_that_is_copied_is_a_copy():
    interview = "\n\n".join(f"“{sentence}”" for sentence in STORY.split("\n\n"))
    assert _origins(Article(interview, id="a"), Article("Read this.\n\n" + interview, id="b")) == [("a", "b")]


def test_a_round_up_does_not_make_what_it_gathers_one_voice():
    round_up = Article(STORY + "\n" + OTHER, id="c")
    found = _origins(Article(STORY, id="a"), Article(OTHER, id="b"), round_up)
    assert found == [("a", "c"), ("b",)] or found == [("a",), ("b", "c")]


def test_copies_of_one_text_are_one_origin_however_they_were_cut():
    parts = [STORY, STORY[: len(STORY) * 7 // 10], STORY[len(STORY) * 3 // 10 :], "A lead of its own.\n\n" + STORY]
    assert _origins(*(Article(text, id=f"{number}") for number, text in enumerate(parts))) == [("0", "1", "2", "3")]


def test_an_outlet_that_prints_two_agencies_does_not_make_the_agencies_one():
    articles = [
        Article("KABUL (Reuters) - " + STORY, id="a", source="The Daily"),
        Article("ROME (AP) - " + OTHER, id="b", source="The Daily"),
        Article("A report by the AP (AFP and others) (AP, Reuters) - Rain fell.", id="c", source="The Daily"),
        Article(OTHER.upper(), id="d", source="Reuters"),
    ]
    assert _origins(*articles) == [("a",), ("b", "c", "d")]


@st.composite
def patchworks(draw):
    """Articles made of runs of sentences of four texts that have nothing in common, some of them of several."""
    words = [[f"word{text}x{place}" for place in range(160)] for text in range(4)]
    articles = []
    for number in range(draw(st.integers(2, 7))):
        pieces = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 60)), min_size=1, max_size=3))
        text = " ".join(" ".join(words[piece][start : start + 100]) for piece, start in pieces)
        articles.append(Article(text, id=f"{number}"))
    return articles


@given(patchworks())
def test_no_two_articles_of_an_origin_are_strangers(articles):
    records = {article.id: record(article) for article in articles}
    for origin in find_origins(list(records.values())).origins:
        for one, other in combinations(origin.articles, 2):
            left, right = records[one].sketch, records[other].sketch
            assert records[one].digest == records[other].digest or len(left & right) >= STRANGERS * min(
                len(left), len(right)
            )


@given(patchworks(), st.randoms())
def test_origins_do_not_depend_on_the_order_of_articles(articles, chance):
    mixed = chance.sample(articles, len(articles))
    assert (
        find_origins([record(one) for one in articles]).origins == find_origins([record(one) for one in mixed]).origins
    )


# ---------------------------------------------------------------- owners

OWNERS = Owners({"The Daily": "Acme Media", "globe.example": "Acme Media", "Reuters": "Thomson"})
DAILY = Article("The vote was close, our reporter writes from the hall. " + OTHER[:300], id="a", source="The Daily")
GLOBE = Article(STORY[:400], id="b", source={"name": "The Globe", "domain": "globe.example"})
ECHO = Article("It was a long evening, and few stayed to its end.", id="c", source="Echo")


def _owned(*articles):
    return find_origins([record(article) for article in articles], OWNERS)


def test_outlets_of_one_owner_are_one_voice():
    voices = _owned(DAILY, GLOBE, ECHO)
    assert [origin.articles for origin in voices.origins] == [("a", "b"), ("c",)]
    assert voices.origins[0].because == "a and b: Acme Media owns both outlets"
    assert voices.names == ("Acme Media", "Echo")


def test_a_wire_story_is_the_wire_s_whoever_owns_the_paper_that_prints_it():
    printed = Article("ROME (AP) - " + STORY, id="b", source={"name": "The Globe", "domain": "globe.example"})
    elsewhere = Article("ROME (AP) - " + STORY, id="d", source="Echo")
    assert [origin.articles for origin in _owned(DAILY, printed, elsewhere).origins] == [("a",), ("b", "d")]


ORBIT = {"The Mirror": "Orbit", "The Post": "Orbit"}


def test_a_copy_is_the_voice_of_who_owns_the_original_and_chains_no_owners():
    copied = Article(GLOBE.text, id="d", source="The Mirror")
    own = Article("It snowed in the hills, and the road to the pass was closed at noon.", id="e", source="The Post")
    owners = Owners(dict(OWNERS.entries) | ORBIT)
    origins = find_origins([record(one) for one in (DAILY, GLOBE, copied, own)], owners).origins
    assert [origin.articles for origin in origins] == [("a", "b", "d"), ("e",)]


def test_of_copies_the_one_that_was_published_first_is_the_original():
    first = Article(GLOBE.text, id="d", source="The Mirror", published="2025-07-01")
    later = Article(GLOBE.text, id="b", source="The Globe", published="2025-07-02")
    owners = Owners({"The Mirror": "Orbit", "The Globe": "Acme Media", "The Daily": "Acme Media"})
    origins = find_origins([record(one) for one in (DAILY, later, first)], owners).origins
    assert [origin.articles for origin in origins] == [("a",), ("b", "d")]


def test_a_credited_passage_speaks_with_the_voice_of_the_owner():
    citing = Article("The mine will close, The Daily reported. It snowed. It will close, he told Reuters.", id="e")
    voices = _owned(DAILY, GLOBE, citing)
    assert voices.of(_claim_at(citing, "It will close"))[0] == "Thomson"
    assert voices.of(_claim_at(citing, "It will close"))[1] == "e credits Reuters, which Thomson owns"
