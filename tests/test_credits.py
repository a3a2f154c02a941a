"""Whose word an article, or a sentence of it, rests on."""

from __future__ import annotations

import pytest

from newsrecon import Article
from newsrecon.credits import credits_of

REPORT = "The bridge over the Aller was closed on Tuesday. Nobody was hurt."


def _passages(text, **more):
    return [(credit.name, credit.span.of(text)) for credit in credits_of(Article(text, **more)) if not credit.whole]


def _wholes(text, **more):
    return [credit.name for credit in credits_of(Article(text, **more)) if credit.whole]


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("According to Al Jazeera, the dam will hold.", "Al Jazeera"),
        ("The dam will hold, according to the Guardian.", "The Guardian"),
        ("The dam will hold, the minister told AFP.", "AFP"),
        ("The dam will hold, the minister told the AP on Monday.", "Associated Press"),
        ("AP reported that the dam will hold.", "Associated Press"),
        ("The repair was first reported by the Kyiv Independent.", "Kyiv Independent"),
        ("As reported by Reuters, the dam will hold.", "Reuters"),
        ("The Xinhua news agency reported that the dam will hold.", "Xinhua"),
        ("The state news agency TASS reported on Friday that the dam will hold.", "TASS"),
        ("The dam will hold, he told the state news agency TASS.", "TASS"),
        ("The dam will hold, she said in an interview with Der Spiegel.", "Der Spiegel"),
        ("Citing two officials, Reuters reported that the dam will hold.", "Reuters"),
        ("The cracks are old, DW reports, citing engineers.", "Deutsche Welle"),
        ("The dam will hold, Reuters said.", "Reuters"),
        ("“The dam will hold,” the BBC quoted him as saying.", "BBC"),
        ("Letters obtained by Bloomberg show that the dam was old.", "Bloomberg"),
        ("The minister confirmed to Sky News that the dam will hold.", "Sky News"),
        ("The minister confirmed to Sky  News that the dam will hold.", "Sky News"),
        ("BBC has also reported that the dam will hold.", "BBC"),
    ],
)
def test_a_sentence_that_gives_credit_rests_on_the_outlet_it_names(sentence, outlet):
    text = f"It rained. {sentence} It snowed."
    assert _passages(text) == [(outlet, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He was told the guardian of the child had left.",
        "According to the time table, the bus left.",
        "She told reporters that the dam will hold.",
        "Two Reuters reporters were turned away at the gate.",
        "The BBC said it would not apologise.",
        "Guardian angels were painted on the wall, he told them.",
        "The actor told APN that he was ill.",
        "Bloomberg ran for president.",
        "CNN’s offices were searched.",
        "The students passed the AP examination.",
        "He has worked for Reuters and told nobody.",
        "The ria was closed to boats, he told ania.",
    ],
)
def test_an_outlet_that_is_only_spoken_of_gets_no_credit(sentence):
    assert _passages(f"It rained. {sentence} It snowed.") == []


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"KABUL (Reuters) - {REPORT}", "Reuters"),
        (f"KABUL, Afghanistan (AP) — {REPORT}", "Associated Press"),
        (f"ROME (AFP, dpa) – {REPORT}", "AFP"),
        (f"AP — {REPORT}", "Associated Press"),
        (f"By The Associated Press\n\n{REPORT}", "Associated Press"),
        (f"By Jane Doe, Reuters\n\n{REPORT}", "Reuters"),
        (f"The Associated Press\n\n{REPORT}", "Associated Press"),
        (f"{REPORT}\n\nSource: AFP", "AFP"),
        (f"{REPORT}\n\n(Reuters)", "Reuters"),
        (f"{REPORT}\n\n— AP", "Associated Press"),
    ],
)
def test_an_article_under_the_name_of_an_agency_rests_on_it_whole(text, outlet):
    assert _wholes(text) == [outlet]


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        f"By Jane Doe\n\n{REPORT}",
        f"{REPORT}\n\nThe strikers (AP members among them) went home.",
        f"{REPORT}\n\nReuters contributed to this report.",
        f"{REPORT}\n\nThe minister spoke to Reuters.",
    ],
)
def test_an_article_of_ones_own_rests_on_nobody(text):
    assert _wholes(text) == []


@pytest.mark.parametrize("source", ["Reuters", "Thomson Reuters", {"name": "World desk", "domain": "reuters.com"}])
def test_an_outlet_does_not_credit_itself(source):
    assert _passages("The dam will hold, the minister told Reuters.", source=source) == []
