"""A length of time before *after* or *before* is no end of the clause it stands behind."""

from __future__ import annotations

import pytest

from newsrecon import Article, extract


def claims(text, kind):
    found = extract(Article(text, id="1", published="2025-05-10"), strict=True).claims
    return [claim for claim in found if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The hunt was called off on Thursday, two days after it had begun.", "The hunt was called off on Thursday"),
        ("Berg resigned on 3 May, just a week before the vote was held.", "Berg resigned on 3 May"),
        ("Lund left in May, some 20 years after she had come.", "Lund left in May"),
        ("The fort fell on 2 June, less than 48 hours after its guns fell silent.", "The fort fell on 2 June"),
    ],
)
def test_a_clause_ends_before_the_length_by_which_the_next_is_told(text, told):
    assert claims(text, "statement")[0].mention.text == told
    first, length = claims(text, "date")[:2]
    assert first.subject == told
    assert length.mention.text in length.subject


@pytest.mark.parametrize(
    "text",
    [
        "The march took from Monday to Thursday, three days.",
        "The hunt lasted two days before it was called off.",
        "The hunt began on Monday, three boats after it had been planned.",
    ],
)
def test_any_other_end_stays(text):
    first = claims(text, "date")[0]
    assert text.startswith(first.subject)
    assert not first.subject.endswith(("Thursday", "lasted", "Monday"))
