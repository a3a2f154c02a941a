"""Who was killed, injured, arrested, is missing or displaced, and how many."""

from __future__ import annotations

import pytest
from newsrecon_quantities import extract_claims

from newsrecon import Article


def _counts(text, **more):
    claims = extract_claims(Article(text, **more))
    return [
        (c.value["slot"], c.value["low"], c.value["high"], c.mention.text)
        for c in claims
        if c.value["unit"] == "people"
    ]


@pytest.mark.parametrize(
    ("text", "slot", "low", "high", "mention"),
    [
        ("At least 12 people were killed.", "killed", 12, None, "At least 12 people were killed"),
        ("The blast killed 12 people.", "killed", 12, 12, "killed 12 people"),
        ("Twelve died.", "killed", 12, 12, "Twelve died"),
        ("It left 12 dead.", "killed", 12, 12, "12 dead"),
        ("Four men were fatally shot.", "killed", 4, 4, "Four men were fatally shot"),
        ("The death toll rose to 84.", "killed", 84, 84, "death toll rose to 84"),
        ("The death toll rose from 73 to 84.", "killed", 84, 84, "death toll rose from 73 to 84"),
        ("The toll has risen to 84.", "killed", 84, 84, "The toll has risen to 84"),
        (
            "The death toll in the town of Riverton rose to 84.",
            "killed",
            84,
            84,
            "death toll in the town of Riverton rose to 84",
        ),
        (
            "Death toll in the fire, which began on May 3 at a mill, rose to 84.",
            "killed",
            84,
            84,
            "Death toll in the fire, which began on May 3 at a mill, rose to 84",
        ),
        ("There were 12 confirmed deaths.", "killed", 12, 12, "12 confirmed deaths"),
        (
            "Twelve people, including three children, were killed.",
            "killed",
            12,
            12,
            "Twelve people, including three children, were killed",
        ),
        ("Two men and a woman were killed.", "killed", 3, 3, "Two men and a woman were killed"),
        ("A 19-year-old man died in hospital.", "killed", 1, None, "A 19-year-old man died"),
        ("Jane Roe, 23, was killed.", "killed", 1, None, "Jane Roe, 23, was killed"),
        ("Man killed in crash.", "killed", 1, None, "Man killed"),
        ("Nobody was hurt.", "injured", 0, 0, "Nobody was hurt"),
        ("No injuries were reported.", "injured", 0, 0, "No injuries"),
        ("The crash injured dozens.", "injured", 24, None, "injured dozens"),
        ("As many as five people were wounded.", "injured", None, 5, "As many as five people were wounded"),
        ("Also wounded were four patrons.", "injured", 4, 4, "wounded were four patrons"),
        (
            "Two of them are in hospital and 42 people are in critical condition.",
            "injured",
            42,
            None,
            "42 people are in critical condition",
        ),
        ("Five people were shot, two fatally.", "shot", 5, 5, "Five people were shot"),
        ("Police arrested 24 suspects.", "arrested", 24, 24, "arrested 24 suspects"),
        ("Seven men were taken into custody.", "arrested", 7, 7, "Seven men were taken into custody"),
        ("Some 30 people are still missing.", "missing", 27, 33, "Some 30 people are still missing"),
        ("The flood displaced 3,000 villagers.", "displaced", 3000, 3000, "displaced 3,000 villagers"),
    ],
)
def test_a_count_is_read_with_its_slot_and_evidence(text, slot, low, high, mention):
    assert (slot, low, high, mention) in _counts(text)
    assert len([count for count in _counts(text) if count[0] == slot]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Three tigers were killed.",
        "He could have killed 20 people.",
        "They plotted to kill two officials.",
        "Some 40,000 people are killed on the roads every year.",
        "He was killed in 2012. He was 12.",
        "On May 12 killed cattle were found.",
        "The fire killed 300 sheep.",
        "Two of the dead were children.",
        "The death toll is not known, and the number of cases rose to 84.",
        "The suspect killed.",
        "She called 555-1234.",
        "Grade 12 pupils wrote a test.",
        "A bear at the Riverton Zoo was killed.",
    ],
)
def test_nobody_is_counted_who_was_not(text):
    assert not [count for count in _counts(text) if count[2] is not None]


def test_those_shot_who_were_not_killed_were_injured():
    assert [count[:3] for count in _counts("Five people were shot. Two men died.")] == [
        ("killed", 2, 2),
        ("injured", 3, 3),
        ("shot", 5, 5),
    ]
    assert [count[:3] for count in _counts("Five people were shot.")] == [("injured", None, 5), ("shot", 5, 5)]


def test_two_slots_in_one_sentence_are_told_apart():
    assert [count[:3] for count in _counts("Twelve people were killed and 30 injured.")] == [
        ("killed", 12, 12),
        ("injured", 30, 30),
    ]


def test_who_kills_is_not_counted_among_the_killed():
    assert [count[:3] for count in _counts("The gunman killed 12 people.")] == [("killed", 12, 12)]


def test_the_first_number_is_the_total_and_another_is_none():
    claims = list(extract_claims(Article("Twelve people were killed. Three children died at the school.")))
    assert [(claim.subject, claim.value["whole"]) for claim in claims] == [
        ("people killed", True),
        ("children killed", False),
    ]


def test_another_time_is_part_of_the_subject():
    claims = extract_claims(Article("A fire killed three people in 2012.", published="2025-07-03"))
    assert [claim.subject for claim in claims] == ["people killed in 2012"]
    claims = extract_claims(Article("A fire killed three people in 2012.", published="2012-07-03"))
    assert [claim.subject for claim in claims] == ["people killed"]


def test_one_person_says_nothing_where_a_number_is_given():
    assert [count[:3] for count in _counts("Twelve people died. A man died in hospital.")] == [("killed", 12, 12)]
