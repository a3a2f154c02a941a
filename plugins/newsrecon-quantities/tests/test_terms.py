"""Terms of imprisonment."""

from __future__ import annotations

import newsrecon_quantities
import pytest
from newsrecon_quantities import extract_claims

from newsrecon import Article, Verdict, reconcile


def _terms(text):
    claims = extract_claims(Article(text))
    return [
        (c.value["of"], c.value["low"], c.value["high"], c.mention.text) for c in claims if c.value["slot"] == "term"
    ]


@pytest.mark.parametrize(
    ("text", "sort", "low", "high", "mention"),
    [
        ("They face up to 7 years in prison.", "longest", 7, 7, "up to 7 years in prison"),
        ("They could be jailed for up to seven years.", "longest", 7, 7, "jailed for up to seven years"),
        ("The law sets a maximum of 18 months in jail.", "longest", 1.5, 1.5, "a maximum of 18 months in jail"),
        ("He was sentenced to 12 years.", "given", 12, 12, "sentenced to 12 years"),
        ("He was sentenced to more than 12 years.", "given", 12, None, "sentenced to more than 12 years"),
        ("Two were jailed for six months.", "given", 0.5, 0.5, "jailed for six months"),
    ],
)
def test_a_term_is_read_in_years(text, sort, low, high, mention):
    assert _terms(text) == [(sort, low, high, mention)]


@pytest.mark.parametrize(
    "text",
    ["He spent 7 years in prison.", "Up to 7 years passed, then came prison.", "He was sentenced to 40 hours of work."],
)
def test_what_was_not_given_is_no_term(text):
    assert not _terms(text)


@pytest.mark.parametrize(
    ("one", "two", "verdicts"),
    [
        ("He faces up to 7 years in prison.", "He may be jailed for up to 7 years.", [Verdict.CORROBORATED]),
        ("He faces up to 7 years in prison.", "He faces up to 9 years in prison.", [Verdict.DISPUTED]),
        ("He was sentenced to 7 years.", "He was jailed for 9 years.", [Verdict.UNCONFIRMED] * 2),
        ("He faces up to 7 years in prison.", "He was sentenced to 5 years.", [Verdict.UNCONFIRMED] * 2),
        (
            "He was sentenced to 7 years. Jane Roe was sentenced to 9 years.",
            "He was sentenced to 8 years.",
            [Verdict.UNCONFIRMED] * 3,
        ),
    ],
)
def test_terms_of_one_sort_are_compared(one, two, verdicts):
    articles = [Article(one, id="one", source="One"), Article(two, id="two", source="Two")]
    found = reconcile(articles, plugins=[newsrecon_quantities])
    assert [cluster.verdict for cluster in found.clusters if "prison term" in cluster.subject] == verdicts
