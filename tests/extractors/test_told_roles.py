"""Roles told by a verb, behind an age, in brackets; and what tells none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article, reconcile
from newsrecon.extractors import aliases, descriptions
from newsrecon.roles import Role, parse_role
from newsrecon.testing import articles as any_articles


def role_of(text, name="Karin Berg"):
    return next(
        claim.value["role"] for claim in aliases.extract_claims(Article(text, id="a")) if claim.mention.text == name
    )


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Karin Berg is the mayor of Lund.", "mayor of Lund"),
        ("Mr. Karin Berg is chief executive of Tarn Bank. He left.", "chief executive of Tarn Bank"),
        ("He said Karin Berg is U.S. ambassador to Japan. It rained.", "U.S. ambassador to Japan"),
        ("Karin Berg is now editor in chief of the paper.", "editor in chief of the paper"),
        ("Karin Berg, who is a nurse, left.", "nurse"),
        ("Karin Berg, 54, is a student from Lund.", "student"),
        ("Karin Berg was elected mayor of Lund on Sunday.", "mayor of Lund"),
        ("Karin Berg has been appointed as foreign minister.", "foreign minister"),
        ("The king appointed Karin Berg as foreign minister.", "foreign minister"),
        ("The board named Karin Berg chairwoman on Monday.", "chairwoman"),
        ("Karin Berg became mayor in 2019.", "mayor"),
        ("Karin Berg, who heads the agency, left.", "head of the agency"),
        ("Karin Berg, who founded Tarn Bank, left.", "founder of Tarn Bank"),
        ("Karin Berg, 54, a nurse, left.", "nurse"),
        ("Karin Berg (54), a nurse from Lund, left.", "nurse from Lund"),
        ("Karin Berg (foreign minister of Chad) left.", "foreign minister of Chad"),
    ],
)
def test_a_clause_tells_what_somebody_is(text, role):
    assert role_of(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "Karin Berg is not the mayor.",
        "Karin Berg is no longer mayor of Lund.",
        "If Karin Berg is the mayor, all is well.",
        "The wife of Karin Berg is a nurse.",
        "A friend of Karin Berg, who is a nurse, left.",
        "Karin Berg was a nurse.",
        "Karin Berg may be the mayor.",
        "Karin Berg is dating a nurse.",
        "Karin Berg is suing former mayor Otto Lund.",
        "Karin Berg became foreign minister of Chad in 2019.",
        "Karin Berg became the first Norwegian minister to speak there.",
        "Karin Berg, who leads the race, left.",
        "They never elected Karin Berg mayor of Lund.",
        "Karin Berg, 54, was shot by a guard, they said.",
        "Karin Berg, and a nurse, left.",
        "Karin Berg, who served under the president, left.",
    ],
)
def test_what_is_over_or_open_or_somebody_elses_is_no_role(text):
    assert role_of(text) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("We met coast guard spokesman Commander Karin Berg.", "coast guard spokesman"),
        ("We met police spokeswoman Superintendent Karin Berg.", "police spokeswoman"),
        ("We met foreign ministry spokeswoman Karin Berg.", "foreign ministry spokeswoman"),
        ("We met Ivory Coast President Karin Berg.", "Ivory Coast President"),
        ("We met army commander General Karin Berg.", "army commander General"),
    ],
)
def test_who_speaks_for_a_body_is_its_spokesman_whatever_the_rank(text, role):
    assert role_of(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "foreign minister of Chad",
        "Chad's foreign minister",
        "the Chadian FM",
        "minister of foreign affairs of Chad",
        "Chadian Minister of Foreign Affairs",
    ],
)
def test_one_office_is_told_in_many_ways(text):
    assert parse_role(text) == Role("foreign minister", of="TD")


def test_outlets_that_tell_one_office_by_verb_and_by_title_do_not_dispute_it():
    texts = [
        "Karin Berg is the foreign minister of Afghanistan.",
        "We met Afghan Foreign Minister Karin Berg.",
        "Afghanistan's foreign minister, Karin Berg, left.",
    ]
    read = [Article(text, id=f"{number}", source=f"Paper {number}") for number, text in enumerate(texts)]
    found = reconcile(read, plugins=[aliases, descriptions])
    (name,) = [name for name in found.names if name.type == "person"]
    assert not any(role.disputed for role in name.stated_roles)
    assert not [cluster for cluster in found.clusters if cluster.kind == "role"]


def test_roles_told_by_verbs_that_exclude_each_other_are_disputed():
    texts = ["Karin Berg is Norway's ambassador to Iran.", "We met Norway's ambassador to Chad, Karin Berg."]
    read = [Article(text, id=f"{number}", source=f"Paper {number}") for number, text in enumerate(texts)]
    found = reconcile(read, plugins=[aliases, descriptions])
    (name,) = [name for name in found.names if name.type == "person"]
    assert [role.disputed for role in name.stated_roles] == [True, True]


@given(st.text(alphabet="Karin Bergswhoistm,.()54 \n", max_size=60), any_articles())
def test_any_text_is_read(text, article):
    for one in (Article(f"Karin Berg {text}", id="a"), article):
        assert all(claim.value["role"] != "" for claim in aliases.extract_claims(one))


@pytest.mark.parametrize("unit", ["Karin Berg is a ", "Karin Berg, who is ", "elected Karin Berg as ", "mayor of "])
def test_long_repetitions_are_read_to_the_end(unit):
    list(aliases.extract_claims(Article(unit * 10_000)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ferry Karin Berg was late. The Karin Berg had 40 people on board.", "other"),
        ("The Karin Berg capsized off Lund.", "other"),
        ("The HMS Karin Berg was late. Karin Berg is old.", "other"),
        ("The ferry captain, Karin Berg, was late. Karin Berg sailed on.", "person"),
    ],
)
def test_a_ship_is_told_from_the_one_it_is_called_after(text, kind):
    found = {
        claim.value["type"]
        for claim in aliases.extract_claims(Article(text, id="a"))
        if claim.mention.text == "Karin Berg"
    }
    assert found == {kind}
