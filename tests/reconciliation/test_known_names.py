"""The register honours the names that a user gives: identifiers, one name for all forms, two names never one."""

from __future__ import annotations

import random

import pytest

from newsrecon import Article, KnownName, Reconciler, Relation, decode, encode, reconcile

ANNA = KnownName("Anna Berg", id="Q1", aliases=["A. K. Berg", "Anna Lund"], type="person")


def articles(*texts):
    return [Article(text, id=f"{number:03}", source=f"Paper {number}") for number, text in enumerate(texts)]


def names_in(*texts, known):
    """{canonical name: (identifier, aliases)}."""
    return {name.name: (name.id, set(name.aliases)) for name in reconcile(articles(*texts), names=known).names}


def test_all_forms_given_are_one_name_with_its_identifier():
    found = names_in("We met Anna Berg.", "We met Anna Lund.", "We met A. K. Berg.", known=[ANNA])
    assert found == {"Anna Berg": ("Q1", {"A. K. Berg", "Anna Lund"})}


def test_a_spelling_of_a_form_given_is_that_name():
    known = [KnownName("Muammar Gaddafi", id="Q2", type="person")]
    assert names_in("We met Moammar Khadafy.", known=known) == {"Muammar Gaddafi": ("Q2", {"Moammar Khadafy"})}


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("The shares of Nokora Holdings plc fell.", True),
        ("Nokora Inc. fell.", True),
        ("Nokora Foundation fell.", False),
    ],
)
def test_a_firm_given_is_that_firm_with_any_legal_form(text, same):
    known = KnownName("Nokora Holdings", id="Q9", aliases=["Nokora"], type="organization")
    assert [found for found, _ in names_in(text, known=[known]).values()] == (["Q9"] if same else [None])


def test_a_name_with_nothing_given_has_no_identifier():
    assert names_in("We met Otto Berg.", known=[ANNA]) == {"Otto Berg": (None, set())}


def test_two_names_given_are_never_one_and_the_name_says_so():
    texts = ("We met Moammar Khadafy.", "We met Muammar Gaddafi.")
    known = [KnownName("Moammar Khadafy", id="Q3"), KnownName("Muammar Gaddafi", id="Q4")]
    assert len(names_in(*texts, known=[])) == 1
    found = reconcile(articles(*texts), names=known)
    assert [(name.name, name.id) for name in found.names] == [("Moammar Khadafy", "Q3"), ("Muammar Gaddafi", "Q4")]
    for name in found.names:
        (link,) = [link for link in name.because if link.rule == "known apart"]
        assert link.relation is Relation.UNRELATED
        assert "‘Moammar Khadafy’ (Q3)" in link.reason
        assert "‘Muammar Gaddafi’ (Q4)" in link.reason


def test_the_reason_names_the_form_and_the_identifier():
    (name,) = reconcile(articles("We met Anna Lund.", "We met A. K. Berg."), names=[ANNA]).names
    assert name.id_because == "‘A. K. Berg’ is a form of ‘Anna Berg’ (Q1) in the names given"
    (link,) = [link for link in name.because if link.rule == "known name"]
    assert link.reason == "‘Anna Lund’ and ‘A. K. Berg’ are both ‘Anna Berg’ (Q1) in the names given"


@pytest.mark.parametrize(
    ("texts", "known", "expected"),
    [
        # A family name alone is a form only where it is given as one, and nobody else of the story has it.
        (["Minister Berg left."], [ANNA], {"Berg": None}),
        (["Minister Berg left."], [KnownName("Anna Berg", id="Q1", aliases=["Berg"])], {"Anna Berg": "Q1"}),
        (
            ["Minister Berg left.", "Otto Berg stayed."],
            [KnownName("Anna Berg", id="Q1", aliases=["Berg"])],
            {"Otto Berg": None},
        ),
        # Of two names with one form nothing tells which is meant.
        (["Anna Berg left."], [ANNA, KnownName("Anna Berg", id="Q9", type="person")], {"Anna Berg": None}),
        # The type tells a person from what is named like one.
        (["They went to Paris."], [KnownName("Paris", id="Q5", type="person")], {"Paris": None}),
        (["They went to Paris."], [KnownName("Paris", id="Q90", type="place")], {"Paris": "Q90"}),
        # Names without an identifier are honoured, too.
        (["We met Anna Lund."], [KnownName("Anna Berg", aliases=["Anna Lund"])], {"Anna Berg": None}),
    ],
)
def test_what_is_given_decides_only_what_it_tells(texts, known, expected):
    assert {name: found[0] for name, found in names_in(*texts, known=known).items()} == expected


def test_names_of_one_identifier_are_one_whatever_their_order():
    given = [
        KnownName("Anna Berg", id="Q1", type="person"),
        KnownName("Anna Lund", id="Q1"),
        KnownName("Tarn", id="Q8"),
    ]
    read = articles("We met Anna Berg.", "We met Anna Lund.")
    expected = encode(reconcile(read, names=given))
    assert expected["names"][0]["id"] == "Q1"
    assert len(expected["names"]) == 1
    for seed in range(5):
        shuffled = random.Random(seed).sample(given, len(given))
        assert encode(reconcile(read, names=shuffled)) == expected


def test_union_incremental_use_and_json_keep_the_names_given():
    one, two = articles("We met Anna Lund.", "We met A. K. Berg.")
    whole = reconcile([one, two], names=[ANNA])
    assert reconcile([one], names=[ANNA]) | reconcile([two], names=[ANNA]) == whole
    assert decode(type(whole), encode(whole)) == whole
    desk = Reconciler(names=[ANNA])
    desk.add(one)
    desk.add(two)
    assert desk.reconciliation == whole


# ---------------------------------------------------------------- what a name tells of itself


def test_a_name_tells_how_often_and_by_whom_each_form_is_used():
    (name,) = reconcile(articles("We met Anna Berg. Berg smiled. Berg left.", "We met Anna Berg.")).names
    assert [(form.text, form.count, form.sources) for form in name.forms] == [
        ("Anna Berg", 2, ("Paper 0", "Paper 1")),
        ("Berg", 2, ("Paper 0",)),
    ]


def test_a_name_tells_who_says_what_the_person_is_and_what_is_disputed():
    found = reconcile(
        articles(
            "Russia’s ambassador to Norway, Anna Berg, left.",
            "Anna Berg, the Russian ambassador to Sweden, left.",
            "Professor Anna Berg left.",
        )
    )
    (name,) = [name for name in found.names if name.type == "person"]
    assert {(role.role, role.sources, role.disputed) for role in name.stated_roles} == {
        ("Russia’s ambassador to Norway", ("Paper 0",), True),
        ("Russian ambassador to Sweden", ("Paper 1",), True),
        ("Professor", ("Paper 2",), False),
    }
    assert all(found.claim(claim).value["role"] == role.role for role in name.stated_roles for claim in role.claims)


def test_the_canonical_form_is_what_most_independent_voices_use():
    wire = "The harbour was closed on Monday after the storm, said Anna Quist Berg, and the boats stayed in. " * 3
    told = articles(wire, wire + "More soon.", "We met Anna Berg in the old town.", "Anna Berg sings in a choir.")
    (name,) = [name for name in reconcile(told).names if name.type == "person"]
    assert name.name == "Anna Berg"
