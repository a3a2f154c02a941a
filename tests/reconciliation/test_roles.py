"""Roles of one person: what goes together, what is two posts, and when that is a dispute of the outlets."""

from __future__ import annotations

from itertools import permutations

import pytest

from newsrecon import Article, Relation, Verdict, dumps, reconcile
from newsrecon.extractors import aliases
from newsrecon.reconciliation.roles import relate_roles
from newsrecon.roles import parse_role

SAME = [
    ("Russia's ambassador to Afghanistan", "the Russian ambassador to Kabul"),
    ("minister for foreign affairs", "Foreign Minister"),
    ("Defense Minister", "minister of defence"),
]
SHARPER = [
    ("Foreign Minister", "minister"),
    ("Afghan Foreign Minister", "Foreign Minister"),
    ("mayor of Lyon", "mayor"),
    ("director of the city zoo", "director"),
]
TWO_POSTS = [
    ("Russian ambassador to Afghanistan", "Russian ambassador to Iran"),
    ("Russian ambassador to Kabul", "Norwegian ambassador to Kabul"),
    ("mayor of Houston", "Chicago mayor"),
    ("governor of Texas", "governor of Ohio"),
    ("Foreign Minister", "Deputy Foreign Minister"),
    ("French president", "French vice president"),
    ("Finance Minister", "minister of health"),
]
BOTH_TRUE = [
    ("prime minister", "Foreign Minister"),
    ("president", "chairman of the council"),
    ("former president", "president"),
    ("Taliban Foreign Minister", "Afghan Foreign Minister"),
    ("Afghan ambassador", "Russian ambassador to Kabul"),
    ("father", "lawyer"),
    ("zoo director", "zoo president"),
    ("French director", "Belgian director"),
    ("vice president", "president of the club"),
]


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        *((one, two, Relation.EQUAL) for one, two in SAME),
        *((one, two, Relation.REFINES) for one, two in SHARPER),
        *((one, two, Relation.CONFLICTS) for one, two in TWO_POSTS),
        *((one, two, Relation.OVERLAPS) for one, two in BOTH_TRUE),
    ],
)
def test_what_one_role_says_about_another_is_the_same_from_both_sides(one, two, relation):
    left, right = parse_role(one), parse_role(two)
    assert relate_roles(left, right).relation is relation
    assert relate_roles(right, left).relation is relation.inverse


def _told(**texts):
    articles = [Article(text, id=source, source=source) for source, text in texts.items()]
    return reconcile(articles, plugins=[aliases])


TO_ONE = "Russia's ambassador to Afghanistan, Anton Berg, said on Monday that the talks went well."
TO_OTHER = "The talks went well, said Anton Berg, the Russian ambassador to Iran."
SHORT = "The envoys met Ambassador Anton Berg."


def test_two_posts_for_one_person_are_a_dispute_of_those_who_say_so():
    found = _told(A=TO_ONE, B=TO_OTHER, C=SHORT)
    (cluster,) = found.of_kind("role")
    assert (cluster.subject, cluster.verdict, cluster.best) == ("Anton Berg", Verdict.DISPUTED, None)
    by_text = {variant.text: variant for variant in cluster.variants}
    one, other = by_text["Russia's ambassador to Afghanistan"], by_text["Russian ambassador to Iran"]
    short = by_text["Ambassador"]
    assert (one.support, one.compatible, one.value["to"]) == (("A",), ("C",), "AF")
    assert (other.support, other.compatible, other.value["to"]) == (("B",), ("C",), "IR")
    assert short.support == ("A", "B", "C")
    place = {variant.text: number for number, variant in enumerate(cluster.variants)}
    assert one.conflicts == (place[other.text],)
    assert one.refines == other.refines == (place[short.text],)
    assert {link.relation for link in cluster.because} >= {Relation.CONFLICTS}


def test_the_post_that_most_voices_give_is_best():
    said_again = "Reporters asked Anton Berg, the Russian ambassador to Iran, about the price of bread and flour."
    (cluster,) = _told(A=TO_ONE, B=TO_OTHER, D=said_again).of_kind("role")
    assert cluster.best is not None
    assert cluster.variants[cluster.best].value["to"] == "IR"


@pytest.mark.parametrize(
    "texts",
    [
        {"A": TO_ONE, "C": SHORT},
        {"A": TO_ONE, "B": "The talks went well, said Anton Berg, the former Russian ambassador to Iran."},
        {"A": TO_ONE, "B": "The talks went well, said Carla Lind, the Russian ambassador to Iran."},
        {"A": f"{TO_ONE}\n\n{TO_OTHER}"},
        {"A": TO_ONE, "B": TO_OTHER, "D": f"{TO_ONE}\n\n{TO_OTHER}"},
    ],
    ids=["shorter", "former", "two persons", "one source alone", "one source gives both"],
)
def test_no_dispute(texts):
    assert not _told(**texts).of_kind("role")


def test_alias_claims_stay_in_their_names():
    found = _told(A=TO_ONE, B=TO_OTHER)
    (cluster,) = found.of_kind("role")
    in_names = [claim for name in found.names for claim in name.claims]
    assert sorted(in_names) == sorted(claim.id for claim in found.claims)
    assert set(cluster.claims) <= set(in_names)
    assert found.cluster_of(cluster.claims[0]) == cluster


@pytest.mark.parametrize("order", list(permutations("ABC")))
def test_the_order_of_articles_does_not_matter(order):
    texts = {"A": TO_ONE, "B": TO_OTHER, "C": SHORT}
    assert dumps(_told(**{source: texts[source] for source in order})) == dumps(_told(**texts))
