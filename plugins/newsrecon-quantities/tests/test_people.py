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
        if c.value["unit"] == "people" and c.value["slot"] != "count"
    ]


@pytest.mark.parametrize(
    ("text", "slot", "low", "high", "mention"),
    [
        ("At least 12 people were killed.", "killed", 12, None, "At least 12 people were killed"),
        ("The blast killed 12 people.", "killed", 12, 12, "killed 12 people"),
        ("Twelve died.", "killed", 12, 12, "Twelve died"),
        # Ages count nobody.
        ("A man of 81 died in a clinic.", "killed", 1, None, "A man of 81 died"),
        ("A woman aged 81 died.", "killed", 1, None, "A woman aged 81 died"),
        ("Two men aged 31 and 40 were killed.", "killed", 2, 2, "Two men aged 31 and 40 were killed"),
        ("Two men, aged 31 and 40, were killed.", "killed", 2, 2, "Two men, aged 31 and 40, were killed"),
        ("Five children aged 3 to 12 died.", "killed", 5, 5, "Five children aged 3 to 12 died"),
        ("A bus with 32 children on board overturned.", "aboard", 32, 32, "32 children on board"),
        ("The bus was carrying 32 children.", "aboard", 32, 32, "was carrying 32 children"),
        ("Thirty-five children were on the bus.", "aboard", 35, 35, "Thirty-five children were on the bus"),
        ("Three more were killed.", "killed", 3, 3, "Three more were killed"),
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
        ("Jane Roe, who died at the scene, was 23.", "killed", 1, None, "Jane Roe, who died"),
        ("The driver, a 40-year-old woman, died.", "killed", 1, None, "The driver, a 40-year-old woman, died"),
        ("A teacher, her son and two pupils died.", "killed", 4, 4, "A teacher, her son and two pupils died"),
        (
            "Three people, two men and a boy, were killed.",
            "killed",
            3,
            3,
            "Three people, two men and a boy, were killed",
        ),
        ("One of three miners hurt in the fall went home.", "injured", 3, 3, "three miners hurt"),
        ("One of the three miners was hurt.", "injured", 1, 1, "One of the three miners was hurt"),
        ("One of the three miners died.", "killed", 1, 1, "One of the three miners died"),
        (
            "A miner who was hurt in the fall on Sunday has died.",
            "killed",
            1,
            None,
            "A miner who was hurt in the fall on Sunday has died",
        ),
        ("He killed a boy and critically wounded his father.", "injured", 1, None, "wounded his father"),
        ("Two were pulled out, one of them critically.", "injured", 1, None, "one of them critically"),
        ("Miner and 2 rescuers hurt in fall", "injured", 3, 3, "Miner and 2 rescuers hurt"),
        ("Four Wounded In Riverton Shooting", "injured", 4, 4, "Four Wounded"),
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
        "The guard fired one shot.",
        "A motorcycle carrying two men stopped.",
        "Two people on board sang.",
        "The guard shot three more times.",
        "A guard shot at her.",
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
        "Deputies from Precinct 5 were wounded.",
        "A bear at the Riverton Zoo was killed.",
        "An 8 yo girl was killed.",
        "A mother of two, 21-year-old Jane Roe, died.",
        "The weekend left 7 dead and 14 hurt in 17 shootings across the city.",
        "No other injuries were reported.",
        "He is survived by two sons.",
        "Officials denied reports that a child had died.",
        "Police rejected a claim by the party that five people had been killed.",
        "The house, with four for injuries treated, was shut.",
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


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("One man is dead and three others were shot.", 3),
        ("A girl was shot in the garden.", 1),
        ("A girl was shot in the garden. The funeral is on Friday.", None),
        ("Police were called to an attempted murder. A girl was shot.", 1),
        ("Both were shot.", None),
        ("A boy shot himself in the foot.", 1),
        ("They found a girl with a gunshot wound.", 1),
        ("Gunfire struck a nurse.", 1),
        ("One man was killed. Two other gunshot victims came by car.", 2),
    ],
)
def test_who_was_shot_is_hurt_unless_somebody_died(text, low):
    assert [count[1] for count in _counts(text) if count[0] == "injured"] == ([] if low is None else [low])


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("A boy was wounded on Sunday. The boy died in hospital.", False),
        ("A woman died on Sunday. She was wounded in her garden.", False),
        ("A miner who was hurt in the fall on Sunday has died.", False),
        ("Jane A. Roe was wounded. Jane Roe died.", False),
        ("A woman died on Sunday. Her husband was wounded.", True),
        ("A woman died on Sunday. He was wounded in the garden.", True),
        ("A woman died on Sunday. Another woman was wounded.", True),
        ("She died on Sunday. A second person was wounded.", True),
        ("Jane Roe was wounded. Joan Roe died.", True),
        ("The officer was wounded. The gunman died.", True),
    ],
)
def test_somebody_hurt_who_died_is_no_injured(text, hurt):
    assert any(count[0] == "injured" for count in _counts(text)) is hurt


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


def _wholes(text, title=None):
    return [(c.value["low"], c.value["whole"]) for c in extract_claims(Article(text, title=title))]


def test_the_total_is_the_number_that_the_title_tells():
    text = "One miner was hurt when the roof fell. Twelve people were hurt in all."
    assert _wholes(text) == [(1, True), (12, False)]
    assert _wholes(text, "12 Hurt In Riverton Mine") == [(1, False), (12, True)]


def test_the_total_is_a_number_that_tells_of_all():
    assert _wholes("Two people are in critical condition. Twelve people were hurt.") == [(2, False), (12, True)]
    assert _wholes("Two people are in critical condition.") == [(2, True)]


def test_numbers_further_on_are_of_other_events_where_title_and_text_tell_of_one():
    text = "A miner died on Sunday. In the county four miners died."
    assert _wholes(text) == [(4, True)]
    assert _wholes(text, "Miner dies in fall") == [(1, True), (4, False)]


def test_another_time_is_part_of_the_subject():
    claims = extract_claims(Article("A fire killed three people in 2012.", published="2025-07-03"))
    assert [claim.subject for claim in claims] == ["people killed in 2012"]
    text = "A fire killed three people, according to Lund Steel, which has run the works since 2012."
    assert [claim.subject for claim in extract_claims(Article(text))] == ["people killed"]
    claims = extract_claims(Article("A fire killed three people in 2012.", published="2012-07-03"))
    assert [claim.subject for claim in claims] == ["people killed"]


def test_one_person_says_nothing_where_a_number_is_given():
    assert [count[:3] for count in _counts("Twelve people died. A man died in hospital.")] == [("killed", 12, 12)]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Two guards shot and killed a poacher.", []),
        ("Three soldiers shot dead their captain.", []),
        ("Two suspects wounded the cashier.", []),
        ("Two guards killed in a raid.", ["killed"]),
        ("Five sailors killed the same night.", ["killed"]),
        ("Two killed a mile from the border.", ["killed"]),
        ("All four sailors survived the attack.", ["injured"]),
        ("All four sailors survived the storm.", []),
        ("Three people were killed a day after the vote.", ["killed"]),
        ("Three people are killed a day on these roads.", []),
    ],
)
def test_several_in_front_of_a_verb_did_it_where_somebody_else_stands_behind(text, slots):
    counts = _counts(text)
    assert [slot for slot, *_ in counts] == slots
    assert all(
        low == (1 if "poacher" in text or "captain" in text or "cashier" in text else low) for _, low, *_ in counts
    )


def test_those_hit_by_a_blade_are_called_so():
    told = {claim.subject for claim in extract_claims(Article("Both women had been stabbed. Two men were shot."))}
    assert {"people stabbed", "people shot"} <= told


def test_an_exact_number_below_a_bound_told_before_is_no_total():
    text = "At least 11 people died when an earthquake hit the valley. In Sund, two pupils were killed in their school."
    told = {claim.mention.text: claim.value["whole"] for claim in extract_claims(Article(text))}
    assert told == {"At least 11 people died": True, "two pupils were killed": False}
