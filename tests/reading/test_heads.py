"""Title, names and day at the head of a plain text: found where a line says so and nothing else, left empty elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from newsrecon.reading.heads import head
from newsrecon.testing import texts

BODY = "\n\nEngineers closed the harbour bridge on Tuesday, 1 July 2025.\n\nCracks were found.\n"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("by Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("By Jane Doe, John Roe and Ann Poe", "Jane Doe, John Roe and Ann Poe"),
        ("Written by: Jane van der Doe", "Jane van der Doe"),
        ("By Jane O’Doe-Smith, Staff Writer", "Jane O’Doe-Smith"),
        ("By Jane Doe | Senior Correspondent", "Jane Doe"),
        ("By the river the crowd waited", None),
        ("By Tuesday the bridge was closed.", None),
        ("By Monday, engineers had closed the bridge", None),
        ("Jane Doe", None),
        ("By 2030", None),
        ("By", None),
    ],
)
def test_a_byline_is_a_line_of_names(line, names):
    assert head(f"Harbour bridge closed\n\n{line}{BODY}").get("byline") == names


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("July 3, 2025", date(2025, 7, 3)),
        ("3 July 2025", date(2025, 7, 3)),
        ("Jul 3, 2025", date(2025, 7, 3)),
        ("Sept. 3rd, 2025", date(2025, 9, 3)),
        ("2025-07-03", date(2025, 7, 3)),
        ("2025-07-03T10:15:00+02:00", date(2025, 7, 3)),
        ("Published: Thursday, July 3, 2025, 10:15 am GMT", date(2025, 7, 3)),
        ("Posted on 3 July 2025 | 22:05", date(2025, 7, 3)),
        ("First published Thu 3 Jul 2025 10.15 BST", date(2025, 7, 3)),
        ("Updated July 3, 2025", None),
        ("July 3", None),
        ("July 2025", None),
        ("03/07/2025", None),
        ("Thursday", None),
        ("February 30, 2025", None),
        ("On July 3, 2025 the bridge was closed.", None),
        ("July 3, 2025: a day to remember", None),
    ],
)
def test_a_date_line_is_a_line_with_a_whole_day_and_nothing_else(line, day):
    assert head(f"Harbour bridge closed\n\n{line}{BODY}").get("published") == day


def test_two_days_at_the_head_are_none():
    assert "published" not in head(f"Bridge closed at last\n\nJuly 3, 2025\nJuly 4, 2025{BODY}")
    assert head(f"Bridge closed at last\n\nJuly 3, 2025\n2025-07-03{BODY}")["published"] == date(2025, 7, 3)


def test_a_day_far_down_is_not_that_of_publication():
    assert "published" not in head("Bridge closed at last" + BODY * 5 + "\n\nJuly 3, 2025\n")


@given(texts())
def test_any_text_has_a_head(text):
    assert set(head(text)) <= {"title", "byline", "published"}


@pytest.mark.parametrize(
    "line", ["By " + "Jane " * 30, "By " + "a.b-c’d " * 18 + "!", "July 3, 2025 " + "-" * 140, "Published" + ":" * 150]
)
def test_a_line_that_almost_is_one_ends(line):
    assert head(f"Harbour bridge closed\n\n{line}{BODY}").get("published") is None
