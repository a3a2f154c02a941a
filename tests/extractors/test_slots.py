"""What one deed has only once: where, from where, through what, of what."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from newsrecon import Article, reconcile
from newsrecon.extractors.statement_reading import predicate_of
from newsrecon.extractors.word_sorts import exclude


def disputed(one: str, other: str) -> list[str]:
    """The reasons for which two outlets of one day contradict each other in what they state."""
    articles = [
        Article(text, id=name, source=name, published="2026-03-11") for name, text in (("a", one), ("b", other))
    ]
    return [cluster.reason for cluster in reconcile(articles, strict=True).disputed if cluster.kind == "statement"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jon Berg was arrested in Lyon on Monday.", "Police arrested Jon Berg in Marseille on Monday."),
        ("Ada Lind was born in Chicago.", "Ada Lind was born in Boston in 1960."),
        ("The two leaders met in Geneva on Monday.", "On Monday, the two leaders met in Vienna."),
        ("The body was found in a lake.", "Police found the body in a field."),
        ("Jon Berg was arrested at the airport.", "Jon Berg was arrested at his home."),
        ("The fire broke out in a kitchen.", "The fire started in the attic."),
        ("The robbers escaped in a van.", "The robbers fled on motorcycles."),
        ("The thieves entered through a skylight.", "The thieves broke in through a side door."),
        ("The gunman was armed with a rifle.", "The gunman was armed with two pistols."),
        ("Ada Lind died of a heart attack.", "Ada Lind died of a stroke."),
        ("The plane crashed into a field.", "The plane crashed into the sea."),
        ("The bus collided with a lorry.", "The bus collided with a train."),
        ("The plane was hit by a missile.", "The plane was hit by lightning."),
        ("The bomb was hidden in a suitcase.", "The bomb was hidden in a rubbish bin."),
        ("The match was stopped because of rain.", "The match was stopped due to crowd trouble."),
        ("The car was red.", "The car was silver, a witness said."),
        ("Jon Berg was stabbed inside the bar.", "Jon Berg was stabbed outside the bar."),
        ("Acme is based in Lyon.", "Acme is based in Geneva."),
    ],
)
def test_two_fillings_of_one_slot_are_a_dispute(one, other):
    assert disputed(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The agency identified him as Jon Berg.", "The agency identified him as Paul Rask."),
        ("Jon Berg was stabbed inside a car.", "Jon Berg was stabbed outside the bar."),
        # One may lie in the other, or be another word for it.
        ("The fire began in a kitchen in Lyon.", "The fire began in a hotel in Lyon."),
        ("Jon Berg was arrested in Paris.", "Jon Berg was arrested in France."),
        ("Jon Berg was arrested in Tarn.", "Jon Berg was arrested in Sund."),
        ("The robbers escaped in a van.", "The robbers escaped in a white car."),
        ("The accident happened on a bridge.", "The accident happened on a road near a school."),
        ("Jon Berg was killed in a fire.", "Jon Berg was killed in Paris."),
        # Each of two things has its own.
        ("A man was arrested in Paris.", "A man was arrested in Brussels."),
        ("Two suspects were arrested in Paris.", "Two suspects were arrested in Brussels."),
        ("The documents were found in an office.", "The documents were found in a hospital."),
        ("The woman's body was found in a river.", "The man's body was found in a forest."),
        ("Her father died of cancer.", "Her mother died of a stroke."),
        (
            "The concert in Berlin was cancelled because of a strike.",
            "The concert in Rome was cancelled because of rain.",
        ),
        # One after the other, or both.
        ("Jon Berg was first arrested in Paris.", "Jon Berg was later arrested in London."),
        ("Jon Berg was arrested in Paris in 2019.", "Jon Berg was arrested in London on Monday."),
        ("The president arrived in Paris by train.", "The president arrived in London by plane."),
        ("The president met Ada Lind in Paris.", "The president met Ada Lind in London."),
        ("The strike began in Berlin.", "The strike began in Hamburg, Bremen and Berlin."),
        ("The gunman was armed with a rifle.", "The gunman was armed with a pistol and a rifle."),
        ("The car crashed into a tree.", "The car crashed into a tree and a bus."),
        ("Jon Berg was arrested in", "Jon Berg was arrested in Lyon."),
        ("Flames may have started in the kitchen.", "The fire did not start in the attic."),
    ],
)
def test_two_circumstances_that_may_both_be_so_are_none(one, other):
    assert disputed(one, other) == []


def test_the_reason_shows_both_fillings():
    (reason,) = disputed("The body was found in a small lake.", "The body was found in a field.")
    assert "'a small lake'" in reason
    assert "'a field'" in reason


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("a small knife", "an axe", True),
        ("the van", "a white car", False),
        ("a front door", "the back door", True),
        ("the door", "the back door", False),
        ("a heart attack", "a stroke", True),
        ("the attack", "a stroke", False),
        ("two pistols", "a rifle", True),
        ("the stove", "the kitchen", False),
    ],
)
def test_phrases_name_two_things_of_one_sort(one, other, apart):
    phrases = one.split(), other.split()
    assert exclude(*phrases) == exclude(*reversed(phrases)) == apart


def test_only_some_sorts_count_where_they_are_given():
    assert exclude(["a", "bus"], ["a", "train"], ["vehicles"])
    assert not exclude(["a", "bus"], ["a", "train"], ["weapons"])


def test_the_data_name_sorts_that_there_are_and_deeds_that_have_a_token():
    slots, sorts = (
        tomllib.loads(resources.files("newsrecon").joinpath(f"data/{name}.toml").read_text("utf-8"))
        for name in ("slots", "sorts")
    )
    known = sorts["sorts"].keys() | sorts["as_written"].keys()
    assert {sort for slot in slots["slots"] for sort in slot.get("sorts", ())} <= known
    verbs = [verb for slot in slots["slots"] for group in slot["deeds"] for verb in group.split("/")]
    assert [verb for verb in verbs if " " not in verb and not predicate_of(verb)] == []
