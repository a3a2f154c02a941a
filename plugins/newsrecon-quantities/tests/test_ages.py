"""How old somebody is, whose age it is, and which ages meet."""

from __future__ import annotations

import newsrecon_quantities
import pytest
from newsrecon_quantities import extract_claims

from newsrecon import Article, Verdict, extract, reconcile


def _ages(text):
    claims = extract_claims(Article(text))
    return [
        (c.value["low"], c.value["of"], c.value["name"], c.mention.text) for c in claims if c.value["slot"] == "age"
    ]


def _verdicts(*texts):
    articles = [Article(text, id=f"a{number}", source=f"Outlet {number}") for number, text in enumerate(texts)]
    found = reconcile(articles, plugins=[newsrecon_quantities])
    return sorted(cluster.verdict for cluster in found.clusters if cluster.subject.startswith("age of"))


@pytest.mark.parametrize(
    ("text", "years", "noun", "name", "mention"),
    [
        ("A 6-year-old boy climbed the fence.", 6, "boy", None, "A 6-year-old boy"),
        ("A six-year-old boy climbed the fence.", 6, "boy", None, "A six-year-old boy"),
        ("The 15-year-old was found.", 15, "minor", None, "The 15-year-old"),
        ("Police held a 28-year-old Dane.", 28, "Dane", None, "a 28-year-old Dane"),
        ("Police held a 28-year-old French citizen.", 28, "citizen", None, "a 28-year-old French citizen"),
        ("A 9-year-old tiger escaped.", 9, "tiger", None, "A 9-year-old tiger"),
        ("A 9-year-old tiger named Raja escaped.", 9, "tiger", "Raja", "A 9-year-old tiger named Raja"),
        ("Jane Roe, 44, saw it.", 44, None, "Jane Roe", "Jane Roe, 44"),
        ("Jane Roe, aged 44, saw it.", 44, None, "Jane Roe", "Jane Roe, aged 44"),
        ("Jane Roe (44) saw it.", 44, None, "Jane Roe", "Jane Roe (44"),
        ("Roe, who is 44, saw it.", 44, None, "Roe", "Roe, who is 44"),
        ("Roe was only forty-four years old.", 44, None, "Roe", "Roe was only forty-four years old"),
        ("Jane Roe ran. Roe, 44, won.", 44, None, "Roe", "Roe, 44"),
        ("Jane Roe’s party lost. Roe, 44, quit.", 44, None, "Roe", "Roe, 44"),
        ("A man aged 52 was held.", 52, "man", None, "A man aged 52"),
        ("A woman of 81 died in a clinic.", 81, "woman", None, "A woman of 81"),
        ("He was 5 years old.", 5, "he", None, "He was 5 years old"),
        ("Jane Roe won. Roe, a 49-year-old lawyer, wept.", 49, "lawyer", "Roe", "Roe, a 49-year-old lawyer"),
        ("Jane Roe, a 49-year-old lawyer who lost, wept.", 49, "lawyer", "Jane Roe", "Jane Roe, a 49-year-old lawyer"),
        ("In New Sund, a 49-year-old lawyer, wept.", 49, "lawyer", None, "a 49-year-old lawyer"),
        ("Jane Roe, a 4-year-old boy, and a dog were hurt.", 4, "boy", None, "a 4-year-old boy"),
        ("A 22-year-old fled.", 22, "person", None, "A 22-year-old"),
        ("Police later said she is 5.", 5, "she", None, "she is 5"),
        (
            "The child was at first said to be 5 years old.",
            5,
            "child",
            None,
            "The child was at first said to be 5 years old",
        ),
    ],
)
def test_an_age_is_read_with_whose_it_is(text, years, noun, name, mention):
    assert _ages(text) == [(years, noun, name, mention)]


@pytest.mark.parametrize(
    "text",
    [
        "Last Sunday March, 16, they won.",
        "He was 5 metres away.",
        "A 900-year-old oak fell.",
        "Another 5-year-old was there.",
        "He was 12th.",
        "He was 12 points ahead.",
    ],
)
def test_what_is_no_age_of_somebody_known_is_left(text):
    assert not _ages(text)


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("A 6-year-old boy fell.", "A six-year-old child fell.", Verdict.CORROBORATED),
        ("A 15-year-old girl was held.", "Jane Roe, 15, was held.", Verdict.CORROBORATED),
        ("A 28-year-old Dane was held.", "A 28-year-old man was held.", Verdict.CORROBORATED),
        ("Jane Roe, 44, saw it.", "The driver, Jane Roe, 44, saw it.", Verdict.CORROBORATED),
        ("A 9-year-old tiger escaped.", "A 9-year-old tiger named Raja escaped.", Verdict.CORROBORATED),
        ("A 6-year-old boy fell.", "A 5-year-old boy fell.", Verdict.DISPUTED),
        ("A 6-year-old boy fell.", "A boy fell. He was 5 years old.", Verdict.DISPUTED),
        ("A 31-year-old suspect was held.", "A 32-year-old suspect was held.", Verdict.DISPUTED),
        ("Jane Roe, 44, saw it.", "Jane Roe, 54, saw it.", Verdict.DISPUTED),
    ],
)
def test_ages_of_one_person_meet(one, two, verdict):
    assert _verdicts(one, two) == [verdict]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("An 8-year-old tiger escaped.", "An 8-year-old boy fell."),
        ("A 31-year-old suspect was held.", "A 4-year-old boy fell."),
        ("A 6-year-old boy fell.", "A 6-year-old girl fell."),
        ("A 6-year-old boy fell.", "A 12-year-old boy fell."),
        ("A 40-year-old man fell.", "A 41-year-old man fell."),
        ("A 40-year-old suspect fled.", "A 40-year-old victim died."),
        ("A 16-year-old girl was held.", "Her 15-year-old cousin was held."),
        ("Jane Roe, 44, saw it.", "Mary Major, 44, saw it."),
        ("Jane Roe, 44, saw it.", "A 45-year-old woman saw it."),
    ],
)
def test_ages_of_people_who_may_be_two_stay_apart(one, two):
    assert _verdicts(one, two) == [Verdict.UNCONFIRMED] * 2


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Jane Roe won the race. The 41-year-old wept.", "age of Jane Roe"),
        ("Jane Roe beat Ada Lind. The 41-year-old wept.", "age of person"),
        ("Jane Roe won the race. A 41-year-old wept.", "age of person"),
    ],
)
def test_an_age_is_of_the_one_who_is_named_before(text, subject):
    claims = extract([Article(text, id="a")]).claims
    assert [claim.subject for claim in claims if claim.kind == "quantity"] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe, 22, found a girl. The 3-year-old was asleep.",
        "Jane Roe found a 3-year-old girl. The 3-year-old was asleep.",
        "Jane Roe saw it. The 15-year-old hid, and the 16-year-old ran.",
    ],
)
def test_an_age_is_of_nobody_named_where_another_may_be_meant(text):
    claims = extract([Article(text, id="a")]).claims
    ages = [claim for claim in claims if claim.kind == "quantity" and claim.mention.text.lower().startswith("the ")]
    assert ages
    assert not any(claim.value["name"] for claim in ages)


def test_where_an_article_introduces_two_children_nothing_is_disputed():
    both = "A 6-year-old boy fell. A 5-year-old boy ran."
    assert Verdict.DISPUTED not in _verdicts(both, "A 5-year-old boy ran.")


def test_two_who_are_called_by_their_ages_are_two():
    both = "The 16-year-old was hurt, and the 15-year-old ran."
    assert Verdict.DISPUTED not in _verdicts(both, "The 16 year old was hurt.")
