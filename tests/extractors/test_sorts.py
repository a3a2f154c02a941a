"""A school is no bridge: words of one sort keep apart what else is told alike."""

from __future__ import annotations

import pytest

from newsrecon import Article, reconcile
from newsrecon.extractors import aliases, dates, statements
from newsrecon.extractors.sorts import of_another_name, of_another_sort


def agree(one: str, other: str) -> bool:
    """Whether two outlets agree on a statement."""
    articles = [
        Article(text, id=name, source=name, published="2025-05-20") for name, text in (("a", one), ("b", other))
    ]
    found = reconcile(articles, plugins=[aliases, dates, statements])
    return any(
        len(cluster.sources) == 2 and str(cluster.verdict) in ("corroborated", "refined")
        for cluster in found.of_kind("statement")
        if not all(variant.value.get("phrase") for variant in cluster.variants)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The minister opened a school in Sund on Monday.", "The minister opened a bridge in Sund on Monday."),
        ("Firefighters rescued a dog from the river.", "A cat was rescued from the river by firefighters."),
        ("Two people died in a fire in Sund.", "Two people died in a flood in Sund."),
        ("Researchers found a new species of frog in Peru.", "Researchers found a new species of bat in Peru."),
        ("Prices of bread rose by 5 percent.", "Prices of petrol rose by 5 percent."),
        ("Police shot and killed Kim Lund in Tarn.", "Ole Vik was shot dead by police in Tarn."),
        ("The court convicted Jon Berg of fraud.", "The court convicted Jon Berg of murder."),
        ("Sundia won the gold medal in the relay.", "Sundia won the silver medal in the relay."),
        ("The knife was hidden in a suitcase.", "The knife was hidden in a bin."),
        ("A French court rejected the plan on Monday.", "A German court rejected the plan on Monday."),
        ("The injured were taken to St Anna hospital.", "The injured were taken to Mercy hospital."),
        ("Kim Lund was born in Tarn.", "Kim Lund's son was born in Tarn."),
        ("All 12 crew members were rescued.", "Ten of the 12 crew were rescued and two drowned."),
        ("Kim Lund thanked the volunteers.", "Kim Lund thanked the firefighters."),
        ("The bridge will be closed for two weeks.", "The bridge will be closed for a month next year."),
        ("Kim Lund was shot twice.", "Kim Lund was shot three times."),
        ("The woman was found in the kitchen.", "A knife was found in the kitchen."),
        ("The president visited the victims in hospital.", "The president visited the scene of the attack."),
        ("Rescuers found the body of a man.", "Rescuers found four more bodies on Thursday."),
        ("The group claimed the attack.", "The group has claimed similar attacks in the past."),
        ("The ship left the port on Monday.", "The captain left the ship last."),
        ("The president's wife was not hurt.", "The president was not hurt."),
        ("The army killed 12 rebels.", "The army captured 12 rebels."),
        ("The soldiers left the town.", "The soldiers quit smoking in the town."),
        ("The crew pulled the ship off the rocks.", "The crew demolished a shed near the rocks."),
        ("Rescuers pulled a woman from the rubble.", "Rescuers pulled a boy from the rubble."),
        ("The island was hit by a storm.", "The island was hit by an earthquake."),
        ("The shooting occurred on Main Street.", "More than 2,400 shootings occurred this year."),
        ("Kim Lund was convicted of fraud in 2019.", "Kim Lund was convicted of fraud in 2016."),
    ],
)
def test_two_things_of_one_sort_are_not_agreed_on(one, other):
    assert not agree(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The minister opened a new bridge in Sund on Monday.", "A bridge was opened in Sund by the minister."),
        ("Firefighters rescued a dog from the river.", "A dog was rescued from the river by firefighters."),
        # Two places in the clause: both may be of one shooting, and both of the fire.
        ("Kim Lund was shot dead outside the hotel in Tarn.", "Kim Lund was shot dead near the station in Tarn."),
        ("A bomb killed five at a market near the mosque.", "The bomb killed five at a mosque in Sund."),
        # Both were convicted, and one body has two forms of its name.
        ("The jury convicted Ada Lind and Jon Berg of fraud.", "Jon Berg was convicted of fraud by the jury."),
        ("Kim Lund was taken to the Mercy Clinic on Monday.", "Kim Lund was taken to Mercy Hospital on Monday."),
        # a brother is one to whom one is a brother
        ("Kim Lund was shot by his own brother in Tarn.", "A man shot his brother in Tarn."),
        # one shooting, several shot
        ("The shooting occurred at the Elm Street club.", "Four men were shot at the Elm Street club."),
        # a body called by a common word, and verbs that may tell one deed
        ("Parliament passed the budget.", "The budget was adopted by parliament."),
        ("Kim Lund was cleared of murder.", "Kim Lund was found not guilty of murder."),
        ("Rebels shot down the helicopter.", "The helicopter was brought down by rebels."),
        ("Nine workers lost their lives in the blast.", "The blast killed nine workers."),
        ("The bomb failed to explode.", "The bomb did not explode."),
        ("Acme has laid off 300 workers.", "Acme cut 300 jobs."),
    ],
)
def test_one_thing_told_twice_is_agreed_on(one, other):
    assert agree(one, other)


def test_the_reasons_show_the_words():
    from newsrecon import Context, extract
    from newsrecon.extractors.statement_matching import statement_matcher
    from newsrecon.reconciliation.names import register

    texts = ("Jon Berg met with Ada Lind in a hotel.", "Jon Berg met with Kim Vik in a museum.")
    articles = [Article(text, id=str(number)) for number, text in enumerate(texts)]
    claims = extract(articles, plugins=[aliases, statements]).claims
    context = Context(names=register([claim for claim in claims if claim.kind == "alias"]).index)
    left, right = (
        next(
            statement_matcher().read(one, context)
            for one in claims
            if one.kind == "statement" and key in one.mention.text
        )
        for key in ("Ada", "Kim")
    )
    assert of_another_sort(left, right) == "one is of 'hotel', the other of 'museum'"
    assert of_another_name(left, right) == "'with' stands in front of 'Ada Lind' here and of 'Kim Vik' there"
    assert of_another_sort(left, left) is None
    assert of_another_name(left, left) is None
