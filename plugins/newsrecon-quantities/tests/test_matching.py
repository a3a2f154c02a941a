"""Which counts agree, which sharpen another, which cannot both be true, and which never meet."""

from __future__ import annotations

import newsrecon_quantities
import pytest

from newsrecon import Article, Verdict, reconcile
from newsrecon.extractors import aliases


def _reconciled(*texts):
    articles = [Article(text, id=f"a{number}", source=f"Outlet {number}") for number, text in enumerate(texts)]
    return reconcile(articles, plugins=[newsrecon_quantities])


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("Twelve people were killed.", "The blast killed 12 people.", Verdict.CORROBORATED),
        ("At least 12 people were killed.", "The blast killed 14 people.", Verdict.REFINED),
        ("Twelve people were killed.", "Twelve soldiers were killed.", Verdict.REFINED),
        ("Nearly 80 people were killed.", "The toll rose to 77.", Verdict.REFINED),
        ("A man was killed.", "The blast killed 12 people.", Verdict.CORROBORATED),
        ("Twelve people were killed.", "The blast killed 15 people.", Verdict.DISPUTED),
        ("Twelve soldiers were killed.", "The blast killed 15 soldiers.", Verdict.DISPUTED),
        ("Up to 12 people were killed.", "At least 15 people were killed.", Verdict.DISPUTED),
    ],
)
def test_totals_of_one_slot_are_compared_by_the_numbers_they_may_mean(one, two, verdict):
    (cluster,) = _reconciled(one, two)
    assert cluster.verdict is verdict


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Twelve people were killed.", "Fifteen people were injured."),
        ("Twelve people were killed.", "A fire killed three people in 2012."),
        ("Twelve people were killed.", "Twelve people were killed. Three children died at the school."),
        ("Twelve people were killed.", "Three children were killed."),
        ("Twelve people were killed.", "Two of the dead were children."),
        ("Six people were injured in the blast.", "Four others were injured in the blast."),
        ("Nine people were shot.", "Both were shot."),
        ("The fine was $12 million.", "The fine was $15 million."),
        ("Between 10 and 15 people were killed.", "Between 12 and 20 people were killed."),
        ("Twelve people were killed.", "Every year 300 people are killed on the road."),
        ("The storm killed two people in Texas.", "The storm killed 11 people in Florida."),
        ("Nobody was hurt in the second blast.", "Four people were hurt in the first blast."),
        ("No injuries were reported in the first crash.", "Two people were injured in the second crash."),
        ("About 200 people were evacuated from the hotel.", "About 50 people were evacuated from a school."),
    ],
)
def test_nothing_is_disputed_that_may_both_be_true(one, two):
    assert not _reconciled(one, two).disputed


def test_as_many_here_and_there_are_no_agreement_and_of_one_place_they_are():
    assert not _reconciled("It killed two people in Texas.", "It killed two people in Florida.").corroborated
    assert _reconciled("It killed two people in Texas.", "The storm killed two people.").corroborated
    assert _reconciled("It killed two people in Texas.", "It killed eleven people in Houston.").disputed


def test_two_counts_of_those_beside_others_can_be_disputed():
    assert _reconciled("Six others were injured in the blast.", "Seven others were injured in the blast.").disputed


def test_the_injured_become_more_and_fewer_with_time():
    def toll(*numbers):
        texts = ("{} people were injured.", "The blast at the mill by the river injured {} people.", "It left {} hurt.")
        articles = [
            Article(text.format(number), id=f"a{day}", source=f"Outlet {day}", published=f"2025-07-0{day}")
            for day, (number, text) in enumerate(zip(numbers, texts, strict=False), 1)
        ]
        (cluster,) = reconcile(articles, plugins=[newsrecon_quantities])
        return cluster.best is not None and cluster.variants[cluster.best].value["low"]

    assert toll(5, 8) == 8
    assert toll(5, 4) == 4
    assert toll(5, 5, 4) == 5


def test_who_was_missing_is_found_with_time():
    articles = [
        Article("Thirty people are missing.", id="a", source="A", published="2025-07-01"),
        Article("Seven people are still missing.", id="b", source="B", published="2025-07-03"),
    ]
    (cluster,) = reconcile(articles, plugins=[newsrecon_quantities])
    assert [cluster.variants[place].value["low"] for place in range(2)] == [7, 30]
    assert cluster.updated


def test_some_of_the_dead_may_be_fewer_but_not_more_and_are_no_second_voice():
    def cluster(*texts):
        return next(one for one in _reconciled(*texts).clusters if one.kind == "quantity")

    fewer = cluster("Three workers died in the fire.", "Four people died in the fire.")
    assert fewer.verdict is Verdict.UNCONFIRMED
    assert not fewer.updated  # nothing tells when either was told
    assert cluster("Five workers died in the fire.", "Four people died in the fire.").verdict is Verdict.DISPUTED


def test_a_toll_of_some_is_out_of_date_where_more_are_told_of_later():
    articles = [
        Article("Three workers died in the fire.", id="1", source="A", published="2025-07-03"),
        Article("Two workers died in the fire.", id="2", source="B", published="2025-07-03"),
        Article("Four people died in the fire.", id="3", source="C", published="2025-07-04"),
    ]
    (cluster,) = reconcile(articles, plugins=[newsrecon_quantities]).clusters
    assert [(variant.value["low"], variant.updated_by) for variant in cluster.variants] == [(4, None), (3, 0), (2, 0)]
    assert cluster.verdict is Verdict.UNCONFIRMED


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "At least 38 people have been killed since the protests began.",
            "Sixteen people were killed on Thursday and Friday.",
        ),
        ("Since Monday, 38 people have been killed.", "On Friday, 16 people were killed."),
        ("Twelve people were hurt by stray bullets on Monday.", "Nine people were hurt on Tuesday."),
    ],
)
def test_numbers_counted_over_two_times_never_meet(one, two):
    assert len(_reconciled(one, two).clusters) == 2


def test_numbers_counted_over_one_time_meet():
    (cluster,) = _reconciled("Twelve people were hurt on Monday.", "On Monday, nine people were hurt.")
    assert cluster.verdict is Verdict.DISPUTED


def test_more_who_are_held_are_others():
    articles = [
        Article("Two sailors were arrested.", id="1", source="A", published="2025-07-03"),
        Article("Four more sailors were arrested.", id="2", source="B", published="2025-07-05"),
    ]
    made = reconcile(articles, plugins=[newsrecon_quantities])
    assert not made.updated
    assert not made.disputed


@pytest.mark.parametrize(
    ("later", "disputed"), [("2025-07-10", True), ("2025-10-03", False), ("2028-01-03", True), ("2024-03-01", True)]
)
def test_people_grow_older_and_that_is_no_dispute(later, disputed):
    articles = [
        Article("Anna Berg, 28, won.", id="1", source="A", published="2025-07-03"),
        Article("Anna Berg, 29, won.", id="2", source="B", published=later),
    ]
    (cluster,) = reconcile(articles, plugins=[aliases, newsrecon_quantities]).of_kind("quantity")
    assert (cluster.verdict is Verdict.DISPUTED) == disputed


def test_some_of_the_injured_do_not_take_the_place_of_all_of_them():
    articles = [
        Article("Six people were injured in the fire.", id="1", source="A", published="2025-07-03"),
        Article("Two workers were injured in the fire.", id="2", source="B", published="2025-07-04"),
    ]
    assert not reconcile(articles, plugins=[newsrecon_quantities]).updated


@pytest.mark.parametrize(
    ("one", "two", "met"),
    [
        (
            "The government approved a plan on Monday that raises the deficit to 2.4 percent of output.",
            "A deficit of 2.4 percent breaks the rules, the bank said.",
            True,
        ),
        (
            "A picture of a lake by the painter Jan Lind was sold for $90.3 million.",
            "The picture went for $90.3 million.",
            True,
        ),
        # a figure that many things have
        (
            "The government approved a plan on Monday that raises the deficit to 2 percent of output.",
            "A deficit of 2 percent breaks the rules, the bank said.",
            False,
        ),
        # no word in common
        ("The government raises the deficit to 2.4 percent.", "Wages fell by 2.4 percent.", False),
    ],
)
def test_exact_figures_meet_by_one_word(one, two, met):
    clusters = _reconciled(one, two).of_kind("quantity")
    assert any(len(cluster.sources) == 2 for cluster in clusters) == met


def test_amounts_meet_where_the_words_around_them_are_alike():
    (cluster,) = _reconciled(
        "The bank was fined $12 million over the loans.", "Over the loans the bank was fined $12 million."
    )
    assert cluster.verdict is Verdict.CORROBORATED
    assert len(_reconciled("The bank was fined $12 million.", "A painting sold for $12 million.").clusters) == 2


def test_the_reason_names_the_numbers():
    (cluster,) = _reconciled("Twelve people were killed.", "The blast killed 15 people.")
    assert cluster.because[0].reason in (
        "both count people killed; 12 and 15 cannot both be the number of people killed",
        "both count people killed; 15 and 12 cannot both be the number of people killed",
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Police arrested ten people.", "Twenty-three people were arrested."),
        ("No arrests have been made.", "Police arrested three people."),
        ("Twelve people are missing.", "Nine people are missing."),
    ],
)
def test_arrests_and_missing_persons_of_two_moments_are_no_dispute(one, two):
    assert not _reconciled(one, two).disputed


def test_no_serious_injuries_leave_open_whether_anybody_was_hurt():
    assert not _reconciled("There were no serious injuries.", "Two people were injured.").disputed
    assert _reconciled("There were no injuries.", "Two people were injured.").disputed


def test_as_many_in_two_places_are_not_said_to_be_equal():
    from newsrecon import Context, Relation, extract

    texts = "It killed two people in Texas.", "It killed two people in Florida."
    claims = extract([Article(text, id=text) for text in texts], plugins=[newsrecon_quantities]).claims
    one, other = (newsrecon_quantities.matching.matcher.read(claim, Context()) for claim in claims)
    assert newsrecon_quantities.matching.matcher.relate(one, other).relation is Relation.UNRELATED
