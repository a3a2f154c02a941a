"""What is told more exactly, and what is only told in other words or beside something else."""

from __future__ import annotations

import pytest

from newsrecon import Article, reconcile


def verdicts(one: str, other: str) -> set[str]:
    """The verdicts over what two outlets tell together."""
    articles = [
        Article(text, id=name, source=name, published="2025-05-20") for name, text in (("a", one), ("b", other))
    ]
    shared = [cluster for cluster in reconcile(articles).clusters if len(cluster.sources) == 2]
    return {str(cluster.verdict) for cluster in shared if cluster.kind in ("date", "quote", "statement")}


@pytest.mark.parametrize(
    ("vague", "sharp"),
    [
        ("Two men were held in Lund.", "Two men were held in Lund on Monday."),
        ("The vaccine was approved in 2024.", "The vaccine was approved in March 2024."),
        ("More than 40 houses burned down in Tarsa.", "44 houses burned down in Tarsa."),
        ("The avalanche buried at least nine.", "The avalanche buried 14."),
        ("The court jailed Lena Brodt.", "The court jailed Lena Brodt for six years."),
        ("The ferry Aurora sank off Tarsa.", "The ferry Aurora sank off Tarsa in a storm."),
        ("A teacher was arrested over the arson.", "A teacher from Oslo was arrested over the arson."),
        ("Karl Voss was born at a farm in Chile.", "Karl Voss was born at the Los Alerces farm in Temuco, Chile."),
        ("The union called off the strike.", "The union called off the strike after talks with the ministry."),
        ("More than 40 miners are dead.", "44 miners died in the shaft."),
        # Of some of a sort, without an article, it is told how many they were, or of which sort.
        ("Ministers approved the plan.", "Nine ministers approved the plan."),
        ("The army used weapons against the rebels.", "The army used chemical weapons against the rebels."),
        ("Protesters threw stones.", "Masked protesters threw stones."),
        ("A bus hit a wall.", "A bus carrying tourists hit a wall."),
        # Each says something the other does not, and one tells who did it, or more exactly when or how many.
        ("The firm was removed from Russia’s list in April.", "Moscow removed the firm from its list of suppliers."),
        ("The boat slipped off the rocks in May.", "The old boat slipped on 12 May at the pier."),
        ("More than 40 houses of Tarsa burned down.", "44 wooden houses burned down in Tarsa at night."),
        (
            "Aster Foods opened a bakery in Peru.",
            "Aster Foods was the first firm to open a bakery for rice bread in Peru.",
        ),
        (
            'Mayor Ada Lind said the treaty would bring "lasting and honest peace".',
            '"This treaty will bring lasting and honest peace to both our valleys," Mayor Ada Lind said.',
        ),
    ],
)
def test_more_of_one_deed_or_remark_is_told_more_exactly(vague: str, sharp: str) -> None:
    assert "refined" in verdicts(vague, sharp)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Other words for what both mean.
        ("The bus hit a wall.", "The bus carrying tourists hit a wall."),
        ("The bill was passed by parliament.", "The controversial bill was passed by parliament."),
        ("The zoo hoped to breed the panda.", "It hoped to breed the panda."),
        ("Police shot him dead.", "Police shot the driver dead."),
        ("The 300-tonne (331-ton) ferry sank.", "The ferry sank."),
        ("They fled over the Inn.", "Miners and cooks fled over the Inn."),
        ("Aster Foods was the first to leave Peru.", "Aster Foods was the first to do so."),
        # Another deed beside it.
        ("The storm tore off the roof.", "The storm tore off the roof and felled a tree."),
        ("She was arrested and charged with arson.", "She was arrested."),
        # Another deed with the same words.
        ("The ministry announced the ban.", "The announcement came from the ministry."),
        ("The council has taken steps to close the mine.", "The council closed the mine."),
        ("The mill that burned down was sold.", "The mill burned down."),
        ("A lawyer criticised the ruling on the dam.", "Farmers criticised the ruling on the dam."),
        ("The bomb was hidden in a car.", "The bomb was hidden in a rubbish bin."),
        ("The bridge was closed to lorries.", "The bridge was closed for repairs."),
        ("The bridge was opened by the prime minister in 1974.", "The queen opened the bridge in 1974."),
        ("The ban applies to everyone under 18.", "The ban applies to everyone under 16."),
        # Not said to be so in the same way.
        ("The senator denied that he took the money.", "The senator took the money from the fund."),
        # Another remark of the same speaker; the same words with and without their speaker.
        (
            'Mayor Ada Lind said: "The old dam is safe."',
            'Mayor Ada Lind said: "The old dam is safe. We will test it in June."',
        ),
        (
            'Mayor Ada Lind said: "The old dam is safe."',
            'Mayor Ada Lind said: "The old dam is safe and the school will open."',
        ),
        (
            'Mayor Ada Lind said: "The board chose to drain the lake."',
            'Mayor Ada Lind said: "The board chose to drain the lake (Inn)."',
        ),
        ('Residents were told "to boil all tap water".', 'Officials told residents "to boil all tap water".'),
    ],
)
def test_other_words_and_other_deeds_tell_nothing_more_exactly(one: str, other: str) -> None:
    assert "refined" not in verdicts(one, other)


def test_the_reason_says_what_is_told_more_exactly() -> None:
    articles = [
        Article("The ferry Aurora sank.", id="a", source="a"),
        Article("The ferry Aurora sank in a storm.", id="b", source="b"),
    ]
    (cluster,) = [one for one in reconcile(articles).of_kind("statement") if len(one.sources) == 2]
    assert "'storm'" in cluster.reason


def test_sources_agree_where_one_only_tells_of_something_else_as_well() -> None:
    assert "corroborated" in verdicts(
        "The storm tore off the roof in Tarsa.", "The storm tore off the roof in Tarsa and felled a tree."
    )
