"""Descriptions: phrases that stand for a name, tied to it where only one can be meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article, reconcile
from newsrecon.extractors import aliases, descriptions
from newsrecon.testing import articles as any_articles
from newsrecon.testing import check_matcher


def described(text):
    """(phrase, whom or what it stands for) of each description, in the order of the text."""
    article = Article(text, id="a")
    found = descriptions.resolve_claims(article, tuple(aliases.extract_claims(article)))
    return [(claim.mention.text, claim.value["full"]) for claim in sorted(found, key=lambda one: one.mention.span)]


def names_of(*texts):
    """{canonical name: the texts of its descriptions}."""
    read = [Article(text, id=f"{number}", source=f"Paper {number}") for number, text in enumerate(texts)]
    found = reconcile(read, plugins=[aliases, descriptions])
    claims = {claim.id: claim for claim in found.claims}
    return {
        name.name: sorted(claims[one].mention.text for one in name.claims if claims[one].kind == "description")
        for name in found.names
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Beside the name.
        ("Foreign Minister Anna Berg left.", [("Foreign Minister", "Anna Berg")]),
        ("Norway's ambassador to Chad, Anna Berg, left.", [("Norway's ambassador to Chad", "Anna Berg")]),
        ("The rebel-appointed governor, Anna Berg, left.", [("rebel-appointed governor", "Anna Berg")]),
        # Further on, with and without a possessor.
        (
            "Mayor Anna Berg spoke. The mayor was angry.",
            [("Mayor", "Anna Berg"), ("mayor", "Anna Berg")],
        ),
        (
            "Norwegian Foreign Minister Anna Berg spoke. Norway's foreign minister was angry, and so was the minister.",
            [
                ("Norwegian Foreign Minister", "Anna Berg"),
                ("Norway's foreign minister", "Anna Berg"),
                ("minister", "Anna Berg"),
            ],
        ),
        ("He called Norway's foreign ministry. The ministry was silent.", [("ministry", "Norway's foreign ministry")]),
        # By itself: an office of a country, a government.
        ("We met Otto Tarn. Norway's new ambassador left.", [("Norway's new ambassador",) * 2]),
        ("We met Otto Tarn. The Norwegian government fell.", [("Norwegian government",) * 2]),
        ("We met Otto Tarn. The new government in Chad fell.", [("new government in Chad",) * 2]),
    ],
)
def test_a_description_stands_for_the_one_who_can_be_meant(text, expected):
    assert described(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Otto Tarn left. The ambassador spoke.",
        "Otto Tarn left. A mayor of Oslo spoke.",
        "Otto Tarn left. The government spoke.",
        "The mayor spoke before Otto Tarn did.",
        "The ministry spoke. He called Norway's foreign ministry.",
    ],
)
def test_what_nobody_is_known_to_be_stands_for_nobody(text):
    assert described(text) == []


def test_of_two_bearers_of_an_office_none_is_meant():
    text = "Mayor Anna Berg met Mayor Otto Tarn. The mayor was angry."
    assert [phrase for phrase, _ in described(text)] == ["Mayor", "Mayor"]


def test_a_possessor_tells_two_bearers_apart():
    text = "Norway's ambassador, Anna Berg, met Chad's ambassador, Otto Tarn. Chad's ambassador was angry."
    assert described(text)[-1] == ("Chad's ambassador", "Otto Tarn")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Otto Tarn met the nominee for Surgeon General.", "Surgeon General"),
        ("Otto Tarn met the U.S. Attorney General.", "U.S. Attorney General"),
        ("Otto Tarn met the Foreign Minister of Norway.", "Foreign Minister of Norway"),
        ("Otto Tarn asked for a general surgeon.", None),
        ("Otto Tarn asked a Former Secretary.", None),
        ("Otto Tarn met Major General officers.", None),
    ],
)
def test_a_public_office_written_large_is_named_for_itself(text, office):
    assert described(text) == ([(office, office)] if office else [])


# ---------------------------------------------------------------- across articles


def test_an_office_is_one_name_unless_two_countries_have_it():
    texts = ("Otto Tarn may become U.S. Surgeon General.", "Otto Tarn may become Surgeon General.")
    assert names_of(*texts)["U.S. Surgeon General"] == ["Surgeon General", "U.S. Surgeon General"]
    found = names_of(*texts, "Olga Lund may become Surgeon General of Norway.")
    assert {"Surgeon General", "Surgeon General of Norway", "U.S. Surgeon General"} <= found.keys()


def test_an_office_of_a_country_is_the_one_who_is_said_to_hold_it():
    found = names_of("Norway's Foreign Minister, Anna Berg, left.", "Otto Tarn met the Foreign Minister of Norway.")
    assert "Foreign Minister of Norway" in found["Anna Berg"]


def test_an_office_with_its_possessor_is_known_from_another_article():
    found = names_of(
        "Norway's newly appointed ambassador, Anna Berg, left.", "Otto Tarn met the new Norwegian ambassador."
    )
    assert found["Anna Berg"] == ["Norway's newly appointed ambassador", "new Norwegian ambassador"]


def test_an_office_that_two_hold_is_nobodys_and_makes_no_name():
    found = names_of(
        "Norway's ambassador, Anna Berg, left.",
        "Norway's ambassador, Olga Lund, left.",
        "Otto Tarn met Norway's ambassador.",
    )
    assert found == {
        "Anna Berg": ["Norway's ambassador"],
        "Olga Lund": ["Norway's ambassador"],
        "Norway": [],
        "Otto Tarn": [],
    }


def test_a_government_is_one_by_country_and_by_who_governs():
    found = names_of(
        "The Tarnist government in Chad fell. Otto Berg left.",
        "The Chadian government fell. Otto Berg left.",
        "The Tarnist-led government was weak. Otto Berg left.",
        "The government of Norway was glad. Otto Berg left.",
        "The interim government in Chad began. Otto Berg left.",
    )
    governments = {name: phrases for name, phrases in found.items() if "government" in name}
    assert sorted(map(len, governments.values())) == [1, 1, 3]


def test_a_government_in_the_country_is_the_one_that_governs_it():
    ours = "The Tarnist government in the country fell. Otto Berg left."
    found = names_of(ours, "The Tarnist government in Chad fell. Otto Berg left.")
    assert sorted(map(len, (phrases for name, phrases in found.items() if "government" in name))) == [2]
    assert ("Tarnist government in the country", "Tarnist government") in described(ours)


def test_a_body_and_the_government_it_forms_are_two_names():
    found = names_of("Tarnists spoke. The Tarnists agreed with the Tarnists. The Tarnist government spoke in Chad.")
    assert "Tarnist government" in found


def test_descriptions_of_one_person_make_one_cluster_that_counts_voices():
    read = [
        Article("Mayor Anna Berg spoke.", id="1", source="One"),
        Article("We met Mayor Anna Berg.", id="2", source="Two"),
    ]
    (cluster,) = reconcile(read, plugins=[aliases, descriptions]).of_kind("description")
    assert (cluster.subject, cluster.verdict, cluster.sources) == ("Anna Berg", "corroborated", ("One", "Two"))


def test_the_matcher_keeps_the_laws():
    values = [
        {"full": full, "type": "person", "role": role}
        for full in ("Anna Berg", "Otto Tarn")
        for role in ("mayor", "Mayor", "mayor of Oslo", None)
    ]
    check_matcher(descriptions.register_matchers()[0], values)


# ---------------------------------------------------------------- any text


@given(any_articles() | st.text(max_size=300).map(Article))
def test_a_mention_is_what_stands_at_its_place_in_any_text(article):
    for claim in descriptions.resolve_claims(article, tuple(aliases.extract_claims(article))):
        assert claim.mention.text == claim.mention.span.of(article.text)


@pytest.mark.parametrize(
    "unit", ["the mayor ", "Norway's ", "Anna Berg's mayor of ", "new new new mayor ", "the mayor of Oslo, "]
)
def test_long_repetitions_are_read_to_the_end(unit):
    assert isinstance(described(f"Mayor Anna Berg. {unit * 2000}"), list)
