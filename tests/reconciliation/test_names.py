"""The register: names of several articles made one, with a reason for each link, whatever the order."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from newsrecon import Article
from newsrecon.extractors.aliases import extract_claims
from newsrecon.reconciliation.names import register

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def claims_of(*texts):
    return [claim for number, text in enumerate(texts) for claim in extract_claims(Article(text, id=f"{number:03}"))]


def people(*texts):
    """Each person's forms, the canonical one first."""
    return sorted([name.name, *name.aliases] for name in register(claims_of(*texts)).names if name.type == "person")


def organisations(*texts, kind="organization"):
    found = register(claims_of(*texts)).names
    return sorted([name.name, *name.aliases] for name in found if name.type == kind)


def seeds():
    return [path.read_text(encoding="utf-8") for path in SEEDS]


# ---------------------------------------------------------------- persons


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["We met Anna Berg.", "We met Anna Berg."], [["Anna Berg"]]),
        (["We met Anna Berg.", "We met Mrs. Berg."], [["Anna Berg", "Berg"]]),
        (["We met Muammar Gaddafi.", "It was Moammar Khadafy."], [["Moammar Khadafy", "Muammar Gaddafi"]]),
        (["We met Anna Q. Berg.", "We met Anna Berg."], [["Anna Q. Berg", "Anna Berg"]]),
        (["We met Anna Berg.", "We met Olga Berg."], [["Anna Berg"], ["Olga Berg"]]),
        (["We met Tariq Hassan.", "We met Tariq Hussein."], [["Tariq Hassan"], ["Tariq Hussein"]]),
        (["We met Muammar Gaddafi.", "It was Khadafy."], [["Muammar Gaddafi", "Khadafy"]]),
        (["We met Szabo Gyorgy.", "We met Gyorgy Szabo."], [["Gyorgy Szabo", "Szabo Gyorgy"]]),
        (
            ["We met Marta Gómez de Liaño. They heard Gómez de Liaño.", "We met Marta Gómez."],
            [["Marta Gómez de Liaño", "Gómez de Liaño", "Marta Gómez"]],
        ),
        (["We met José Ortega Prado.", "They heard Mr. Ortega."], [["José Ortega Prado", "Ortega"]]),
        (["We met R. V. Marlowan.", "We met RV Marlowan."], [["R. V. Marlowan", "RV Marlowan"]]),
        (
            ["We met Otto Lund, better known as Ox Marlow.", "We met Ox Marlow."],
            [["Otto Lund", "Ox Marlow"]],
        ),
        (["We met Queen Elizabeth.", "We met Elizabeth Taylor."], [["Elizabeth"], ["Elizabeth Taylor"]]),
        (["We met Queen Elizabeth.", "We met Elizabeth II."], [["Elizabeth II", "Elizabeth"]]),
        (
            ["We met Otto F. Berg.", "We met Otto K. Berg.", "We met Otto Berg."],
            [["Otto Berg"], ["Otto F. Berg"], ["Otto K. Berg"]],
        ),
    ],
)
def test_persons_are_joined_by_spelling_and_kept_apart_by_given_names(texts, expected):
    assert people(*texts) == sorted(expected)


def test_whose_court_it_is_may_be_left_out_where_the_story_has_one():
    told = ["It was the Supreme Court of Norland that ruled.", "They went to the Supreme Court."]
    assert organisations(*told)[-1] == ["Supreme Court of Norland", "Supreme Court"]
    assert ["Supreme Court"] in organisations(*told, "It was the Supreme Court of Harland that ruled.")


def test_a_street_is_one_however_short_its_kind_is_written():
    told = ["They closed Main Street.", "It burned on Main St. in May.", "It burned on Main Ave. in May."]
    assert organisations(*told, kind="place") == [["Main Ave."], ["Main Street", "Main St."]]


def test_a_by_name_is_known_to_the_other_articles_unless_they_differ():
    told = ["Marlow United, nicknamed the Otters, won.", "They cheered the Otters."]
    assert organisations(*told) == [["Marlow United", "Otters"]]
    both = [*told, "Harlow City, nicknamed the Otters, lost."]
    assert ["Otters"] in organisations(*both)


def test_a_firm_s_name_is_a_person_s_where_the_story_is_about_the_person():
    told = ["Tom Orr broke the mark of Phil Ford.", "He passed Phil Ford.", "He passed Ford."]
    assert ["Phil Ford", "Ford"] in people(*told)
    assert ["Phil Ford", "Ford"] not in people(*told, "The shares of Ford Motor Company fell.")


def test_a_family_name_that_two_persons_have_stays_alone():
    texts = ("We met Anna Berg.", "We met Otto Berg.", "We met Dr. Berg.")
    assert people(*texts) == [["Anna Berg"], ["Berg"], ["Otto Berg"]]


def test_a_given_name_of_kin_is_of_nobody_with_a_family_name_that_no_one_else_has():
    brother = "Otto Lund and his brother Robert were arrested."
    assert ["Robert"] in people(brother, "Robert Lewis set bail.")
    assert ["Robert Lund", "Robert"] in people(brother, "Robert Lund was released.")


def test_a_role_decides_between_two_persons_of_one_family_name():
    texts = (
        "We met Norway's ambassador, Anna Berg.",
        "We met Norwegian Prime Minister Otto Berg.",
        "We met Norwegian Prime Minister Berg.",
    )
    assert people(*texts) == [["Anna Berg"], ["Otto Berg", "Berg"]]


def test_a_garbled_name_is_known_by_its_role_and_its_given_name():
    texts = (
        "Russia’s ambassador to Norway, Dmitry Zhirkov, left. So did Olga Tarn.",
        "We met Dmitry Cernov, the Russian ambassador to Oslo.",
    )
    found = register(claims_of(*texts))
    zhirkov = next(name for name in found.names if "Dmitry Cernov" in name.aliases or name.name == "Dmitry Cernov")
    assert "Dmitry Zhirkov" in (zhirkov.name, *zhirkov.aliases)
    reason = next(link.reason for link in zhirkov.because if link.rule == "context")
    assert "ambassador of Russia to Norway" in reason


@pytest.mark.parametrize(
    "other",
    [
        "We met Dmitry Cernov, the French ambassador to Oslo.",
        "We met Pavel Cernov, the Russian ambassador to Oslo.",
        "We met Dmitry Cernov, the Russian analyst.",
    ],
)
def test_a_garbled_name_stays_alone_without_the_same_role_and_given_name(other):
    assert len(people("Russia’s ambassador to Norway, Dmitry Zhirkov, left.", other)) == 2


def test_two_names_in_one_article_are_two_persons_whatever_their_role():
    text = "Russia’s ambassador to Norway, Dmitry Zhirkov, met Dmitry Cernov, the Russian ambassador to Oslo."
    assert people(text) == [["Dmitry Cernov"], ["Dmitry Zhirkov"]]


# ---------------------------------------------------------------- organisations


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["They sued Nokora Inc. over it.", "They like the Nokora Corp."], [["Nokora Corp.", "Nokora Inc."]]),
        (["The UN met.", "The United Nations met."], [["United Nations", "UN"]]),
        (["He left the Global Fish Trust.", "He left the GFT."], [["Global Fish Trust", "GFT"]]),
        (["He joined the Akron Colts.", "He joined the Colts."], [["Akron Colts", "Colts"]]),
        (
            ["It was the Marlow Zoo & Rose Garden.", "It was the Marlow Zoo."],
            [["Marlow Zoo & Rose Garden", "Marlow Zoo"]],
        ),
        (
            [
                "So said Russia’s foreign ministry.",
                "So said the Russian Foreign Ministry.",
                "So said Norway's foreign ministry.",
            ],
            [["Norway's foreign ministry"], ["Russian Foreign Ministry", "Russia’s foreign ministry"]],
        ),
    ],
)
def test_organisations_are_joined_by_legal_forms_initials_and_owners(texts, expected):
    assert organisations(*texts) == expected


def test_abbreviations_are_one_with_and_without_marks():
    texts = ("Harlow-Pace grew.", "We asked HP.", "We asked Harlow-Pace Co. (HP).", "We asked H-P.")
    assert organisations(*texts) == [["Harlow-Pace Co.", "HP", "H-P", "Harlow-Pace"]]


def test_a_group_is_of_the_type_of_its_full_names():
    found = register(claims_of("We met Otto Stone.", "We met Stone.")).names
    assert [(name.name, name.type) for name in found] == [("Otto Stone", "person")]


def test_an_abbreviation_that_two_names_have_stays_alone():
    texts = ("He left the Global Fish Trust.", "He left the General Food Trust.", "He left the GFT.")
    assert ["GFT"] in organisations(*texts)


def test_a_country_has_one_name():
    found = register(claims_of("They left the U.S. today.", "They left the United States today.")).names
    assert [(name.name, name.aliases, name.type) for name in found] == [("United States", ("U.S.",), "place")]


# ---------------------------------------------------------------- the register as a whole


def test_the_canonical_form_is_what_most_articles_say_and_then_the_fullest():
    texts = ("We met Anna Quist Berg.", "We met Anna Berg.", "We met Anna Berg.")
    assert people(*texts)[0][0] == "Anna Berg"
    assert people(*texts[:2])[0][0] == "Anna Quist Berg"


def test_a_place_is_not_called_as_a_dateline_has_it():
    texts = ("RUNDVIK (Reuters) - The bridge was closed.", "The bridge in Rundvik was closed.")
    assert [name.name for name in register(claims_of(*texts)).names if name.type == "place"] == ["Rundvik"]


def test_a_body_is_known_by_what_most_articles_call_it_even_where_one_says_more():
    texts = (
        "Officials met the Hamas Government on Monday. Hamas agreed.",
        "He spoke for Hamas. The leaders of Hamas agreed.",
        "He spoke of Hamas. The leaders of Hamas agreed.",
    )
    (found,) = [name for name in register(claims_of(*texts)).names if "Hamas" in (name.name, *name.aliases)]
    assert found.name == "Hamas"


def test_every_claim_is_in_one_name_and_every_join_has_a_reason():
    claims = claims_of(*seeds())
    found = register(claims)
    assert sorted(claim for name in found.names for claim in name.claims) == sorted(claim.id for claim in claims)
    of_claim = {claim: name for name in found.names for claim in name.claims}
    articles = {claim.id: claim.mention.article for claim in claims}
    for name in found.names:
        linked = {end for link in name.because for end in (link.left, link.right)}
        assert all(of_claim[end] is name for end in linked)
        assert all(link.reason for link in name.because)
        assert len({articles[claim] for claim in name.claims}) == 1 or len(linked) > 1


def test_the_order_of_claims_does_not_matter():
    claims = claims_of(*seeds())
    expected = register(claims)
    for seed in range(3):
        shuffled = random.Random(seed).sample(claims, len(claims))
        found = register(shuffled)
        assert found.names == expected.names
        assert (found.index.spans, found.index.forms) == (expected.index.spans, expected.index.forms)


def test_the_seeds_have_one_name_for_each_person_and_two_foreign_ministries():
    found = register(claims_of(*seeds()))
    forms = {name.name: set(name.aliases) for name in found.names}
    assert forms["Amir Khan Muttaqi"] == {"Muttaqi", "Amir Khan Motti"}
    assert forms["Dmitry Zhirnov"] == {"Dmitry Cernov"}
    assert forms["Sergey Lavrov"] == {"Lavrov"}
    assert forms["United Nations"] == {"UN"}
    assert forms["International Criminal Court"] == {"ICC"}
    assert forms["Russian Foreign Ministry"] == {"Russia’s foreign ministry"}
    ministries = [name for name in found.names if "oreign" in name.name and "inistry" in name.name]
    assert len(ministries) == 2


def test_the_index_tells_who_is_named_where():
    texts = ("We met Anna Berg.", "So said Mrs. Berg.")
    claims = claims_of(*texts)
    index = register(claims).index
    assert [named.name for named in index.in_mention(claims[1].mention)] == ["Anna Berg"]
    assert index.of("001", "Berg") == "Anna Berg"


def test_two_entities_of_one_spelling_have_two_names_in_the_index():
    texts = ("We met Mr. Washington, 45, at home.", "They live in Washington, near the river.")
    claims = claims_of(*texts)
    index = register(claims).index
    assert len({index.of(claim.mention.article, "Washington") for claim in claims}) == 2


def test_no_claims_make_an_empty_register():
    found = register([])
    assert found.names == ()
    assert found.index.spans == {}


def test_the_story_is_kept():
    assert {name.story for name in register(claims_of("We met Anna Berg."), story="s").names} == {"s"}


def test_a_capital_for_its_government_is_apart_from_the_city():
    texts = ("Oslo has recognised the island.", "It rained in Oslo. Oslo has agreed.")
    found = register(claims_of(*texts)).names
    assert [(name.name, name.type, name.kind, name.government_of, len(name.claims)) for name in found] == [
        ("Oslo", "organization", "government of Norway", "NO", 2),
        ("Oslo", "place", "place", None, 1),
    ]
