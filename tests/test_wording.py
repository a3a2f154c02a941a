"""What a text is about, however it is put."""

from __future__ import annotations

import pytest

from newsrecon.wording import base_of, containment, content_words, likeness


def equally(word):
    return 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moscow delisted the group.", "The group was removed by Moscow."),
        ("They seized power.", "They had returned to power."),
        ("a brave decision", "This courageous decision"),
        ("Russia recognised the government", "Russia’s recognition of the government"),
        ("Police detained two women.", "Police arrested 2 women"),
        ("normalized relations", "the normalization of ties"),
        ("Forty people died", "40 persons were killed"),
        ("accepted the ambassador’s credentials", "receives credentials of the ambassador"),
        ("The exhibit is closed until further notice.", "The exhibit was closed indefinitely"),
        ("She quit as mayor", "She stepped down as mayor"),
        ("The river burst its banks", "The river overflowed"),
        ("He takes office in June", "He will be sworn in in June"),
        ("Soldiers were deployed", "The army was sent in"),
        ("Both flight recorders were retrieved", "Both black boxes were recovered"),
        ("They took a decision", "They decided"),
        ("A car struck a tree", "A car hit a tree"),
        ("They walked off the job", "their strike"),
        ("The two sides held talks", "The two sides negotiated"),
        ("The town was evacuated", "the evacuation of the town"),
        ("They investigated the fire", "an investigation into the blaze"),
        ("Four others were wounded", "Four others were injured"),
        ("She led the march", "She leads the march"),
        ("Firefighters came", "Fire crews came"),
        ("It happened at noon", "It occurred at midday"),
        ("He was pulled from the rubble", "They pulled him from the debris"),
        ("He suffered a heart attack", "He suffered cardiac arrest"),
        ("The motorway was closed", "The highway was shut"),
    ],
)
def test_words_of_one_meaning_are_one_token(one, other):
    assert set(content_words(one)) == set(content_words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("station", "state"),
        ("nation", "native"),
        ("a fall in prices", "the fence"),
        ("general", "generate"),
        ("universe", "university"),
        ("policy", "police"),
        ("likely", "unlikely"),
        ("1994", "1992"),
        ("a plane", "a plan"),
        ("It was found", "It was founded"),
        ("They heard a shot", "The hearing"),
        ("the relatives", "the relations"),
        ("of importance", "an import"),
        ("strong winds", "a deep wound"),
        ("the wet ground", "they grind"),
        ("a car", "the care of children"),
        ("they coped", "a cop"),
        ("wine", "they win"),
        ("it is real", "they realised it"),
        ("a unit", "they unite"),
        ("the chief executive", "they were executed"),
        ("critical", "they criticised"),
        ("the mall", "a male"),
        ("heroin", "a heroine"),
        ("liberal", "they liberated it"),
        ("barely", "it is banned"),
        ("they held a rally", "the assets"),
        ("shot in the head", "the leader"),
        ("authors", "it was authorised"),
        ("the association", "his accomplice"),
        ("a strike", "it hit him"),
        ("a tyre", "they were exhausted"),
        ("substantial", "they confirmed it"),
        ("forests", "it forestalled them"),
        ("the surroundings", "a siege"),
        ("they discussed it", "a disk"),
    ],
)
def test_words_of_different_meaning_stay_apart(one, other):
    assert set(content_words(one)).isdisjoint(content_words(other))


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("harbours", "harbors"),
        ("favourable", "favorable"),
        ("neighbouring", "neighboring"),
        ("theatres", "theaters"),
        ("the driving licence", "a driving license"),
        ("licensed", "licenced"),
        ("manoeuvring", "maneuvers"),
        ("travellers", "travelers"),
        ("analysing", "analyzed"),
        ("paralysed", "paralyzed"),
        ("programmes", "programs"),
        ("practising", "practiced"),
        ("haemorrhage", "hemorrhages"),
        ("archaeologists", "archeologists"),
        ("sceptics", "skeptics"),
        ("gaoled", "jailed"),
        ("tyres", "tires"),
        ("jewellery", "jewelry"),
        ("an advisor", "advisers"),
        ("grey", "gray"),
        ("enquiries", "an inquiry"),
    ],
)
def test_british_and_american_spelling_are_one(british, american):
    assert content_words(british) == content_words(american) != ()


def test_words_of_grammar_say_nothing():
    assert content_words("It has been, however, as if they were not there.") == ()


def test_the_order_of_the_text_is_kept():
    assert content_words("Rome fell before Carthage") == ("rome", "fal", "carthag")


@pytest.mark.parametrize("text", ["", "…", "\ud800", "\x00", "’s", "İstanbul", "1,200.50", "a" * 10_000])
def test_any_text_has_content_words_or_none(text):
    assert all(isinstance(word, str) and word for word in content_words(text))


@pytest.mark.parametrize(
    ("forms", "base"),
    [
        (("take", "takes", "took", "taken", "taking"), "take"),
        (("deny", "denies", "denied", "denying"), "deni"),
        (("stop", "stopped", "stopping"), "stop"),
        (("hope", "hopes", "hoped", "hoping"), "hope"),
        (("hop", "hops", "hopped", "hopping"), "hop"),
        (("experience", "experiences", "experienced", "experiencing"), "experi"),
        (("boycott", "boycotts", "boycotted"), "boycot"),
        (("size", "sizes", "sized"), "size"),
        (("disagree", "disagreed", "disagrees"), "disagre"),
        (("realise", "realised", "realising"), "realise"),
        (("die", "died", "dying"), "die"),
        (("woman", "women"), "woman"),
        (("twelve", "12"), "12"),
        (("isolate", "isolates", "isolated", "isolating", "isolation"), "isol"),
        (("repeat", "repeated", "repeating"), "repeat"),
        (("agree", "agreed", "agrees", "agreement"), "agre"),
        (("suspend", "suspended", "suspension", "suspensions"), "suspend"),
        (("explain", "explained", "explanation"), "explain"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms, base):
    assert {base_of(form) for form in forms} == {base}


def test_likeness_is_one_for_the_same_words_and_none_for_others():
    assert likeness(("a", "b"), ("b", "a"), equally) == pytest.approx(1.0)
    assert likeness(("a", "b"), ("c",), equally) == 0.0
    assert likeness((), (), equally) == 0.0


def test_a_rare_word_in_common_tells_more_than_a_frequent_one():
    weights = {"rare": 5.0, "frequent": 1.0, "more": 1.0}.__getitem__
    assert likeness(("rare", "more"), ("rare",), weights) > likeness(("frequent", "more"), ("frequent",), weights)


def test_containment_is_of_the_left_in_the_right():
    assert containment(("a",), ("a", "b", "c"), equally) == 1.0
    assert containment(("a", "b", "c", "d"), ("a",), equally) == 0.25
    assert containment((), ("a",), equally) == 0.0
