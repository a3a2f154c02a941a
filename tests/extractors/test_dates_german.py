"""Dates in German, the second data file: absolute dates, weekdays, what is counted from the day of publication."""

from __future__ import annotations

import pytest

from newsrecon import Article
from newsrecon.extractors.date_lexicon import language_of
from newsrecon.extractors.dates import extract_claims, read_dates

FRIDAY = "2025-07-04"


def found(text: str) -> list[tuple[str, str]]:
    article = Article(text, published=FRIDAY)
    return [(text[one.start : one.end], one.timex.value) for one in read_dates(article, "de")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Urteil fiel am Donnerstag, dem 3. Juli 2025.", [("Donnerstag, dem 3. Juli 2025", "2025-07-03")]),
        ("Am 15. August 2021 fiel die Stadt.", [("15. August 2021", "2021-08-15")]),
        ("Sie tagen am 3. und 4. Juli.", [("3", "2025-07-03"), ("4. Juli", "2025-07-04")]),
        ("Vom 3.-5. Juli 2024 war Markt.", [("3", "2024-07-03"), ("5. Juli 2024", "2024-07-05")]),
        ("Der Brief kam am 03.07.2025.", [("03.07.2025", "2025-07-03")]),
        ("Im Juli 2024 regnete es.", [("Juli 2024", "2024-07")]),
        ("Sie kam Anfang Mai und ging letzten Oktober.", [("Anfang Mai", "2025-05"), ("letzten Oktober", "2024-10")]),
        ("Seit 1998 ruht der Streit.", [("1998", "1998")]),
        ("Ein Bau des 19. Jahrhunderts.", [("des 19. Jahrhunderts", "18")]),
        ("Im Sommer 1944 floh er.", [("Sommer 1944", "1944-SU")]),
        ("Karfreitag 2016 war spät.", [("Karfreitag 2016", "2016-03-25")]),
        ("Der Minister trat am Donnerstag zurück.", [("Donnerstag", "2025-07-03")]),
        ("Der Minister wird am Dienstag reisen.", [("Dienstag", "2025-07-08")]),
        ("Am vergangenen Mittwoch schneite es.", [("vergangenen Mittwoch", "2025-07-02")]),
        ("Sie kamen vorgestern und fahren übermorgen.", [("vorgestern", "2025-07-02"), ("übermorgen", "2025-07-06")]),
        ("Vor zwei Jahren begann es.", [("Vor zwei Jahren", "2023")]),
        ("Die Wahl ist nächste Woche.", [("nächste Woche", "2025-W28")]),
    ],
)
def test_german_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["So sagte er: Di Stefano kam.", "Es kamen 2000 Menschen.", "Artikel 1998 gilt.", "Er lief 3,5 Meter."]
)
def test_german_false_friends(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am 3. Juli hat das Parlament von der Reise der Minister und dem Streit erfahren.", "de"),
        ("The parliament of the city met on 3 July and was told of the dispute.", "en"),
        ("Von der Leyen met Macron on Thursday.", "en"),
        ("3 July", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_told_by_frequent_words(text: str, language: str) -> None:
    assert language_of(text.lower()) == language


def test_german_articles_are_read_as_german() -> None:
    article = Article(
        "Der Minister trat am Dienstag, dem 1. Juli, von dem Amt zurück und ging auf eine Reise.", published=FRIDAY
    )
    assert [(one.mention.text, one.value["timex"]) for one in extract_claims(article)] == [
        ("Dienstag, dem 1. Juli", "2025-07-01")
    ]
