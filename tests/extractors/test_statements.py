"""Statements: which clauses assert something, and what is known about each."""

from __future__ import annotations

import pytest

from newsrecon import Article, extract
from newsrecon.extractors import aliases, dates, quotes, statements
from newsrecon.extractors.statement_numbers import numbers_in
from newsrecon.extractors.statements import extract_claims
from newsrecon.testing import check_extractor


def stated(text):
    return list(extract_claims(article=Article(text, id="a")))


def resolved(text, published="2025-07-04"):
    found = extract(
        [Article(text, id="a", published=published)], plugins=[aliases, dates, quotes, statements], strict=True
    )
    return {claim.mention.text: claim for claim in found if claim.kind == "statement"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In April, Moscow removed the group from its list and accepted an ambassador.",
            ["In April, Moscow removed the group from its list", "accepted an ambassador."],
        ),
        ("The truck hit a wall, killing two people.", ["The truck hit a wall", "killing two people."]),
        ("Police said the driver had fled to Spain.", ["the driver had fled to Spain."]),
        ("Anna Berg said she was robbed.", ["she was robbed."]),
        ("The boy was taken to a hospital, according to the zoo.", ["The boy was taken to a hospital"]),
        ("The falcon aviary is closed, a spokesman told reporters.", ["The falcon aviary is closed"]),
        ("The father told police the gun went off.", ["the gun went off."]),
        ("The mayor told residents on Monday that the bridge was shut.", ["that the bridge was shut."]),
        (
            "The mayor, who has run the town for ten years, resigned.",
            ["who has run the town for ten years", "resigned."],
        ),
        (
            "The driver is in hospital with a broken arm and has not been arrested.",
            ["The driver is in hospital with a broken arm", "has not been arrested."],
        ),
    ],
)
def test_each_clause_that_asserts_something_is_a_statement(text, expected):
    assert [claim.mention.text for claim in stated(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Has the ministry accepted the ambassador?",
        "A new era in foreign relations",
        "“We will never accept the new ambassador,” the minister said.",
        "He also said so.",
        "Rising Costs of Old Bridges in Norway",
        "Maria Gomez, Peru’s ambassador to Chile, stated.",
        "“We will never sell the harbour,” said Mayor Ann Roe.",
        "“We will never sell the harbour,” Ann Roe told reporters.",
        "Mayor Ann Roe said in a statement: “We will never sell the harbour.”",
        "It was.",
        "",
    ],
)
def test_questions_fragments_quotations_and_empty_clauses_are_none(text):
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "negated", "modality"),
    [
        ("The court convicted the mayor of fraud.", False, None),
        ("The court did not convict the mayor of fraud.", True, None),
        ("The court hasn’t convicted the mayor of fraud.", True, None),
        ("No court convicted the mayor of fraud.", True, None),
        ("Not only the court convicted the mayor of fraud.", False, None),
        ("Many states stopped short of recognition of the regime.", True, None),
        ("The mayor may lose his seat in parliament.", False, "may"),
        ("The city plans to close the bridge.", False, "plan"),
        ("The bridge is expected to close on Sunday.", False, None),
        ("The mayor denied the fraud.", False, "deny"),
        ("The train failed to stop at the red signal.", False, "deny"),
        ("The signal failed in the heavy snow.", False, None),
        ("Sales of the bank declined in the spring.", False, None),
        ("If the court convicts the mayor, he loses his seat.", False, "condition"),
        ("Experts doubt that the pilot switched off the engine.", False, "may"),
        ("Prosecutors accused the mayor of taking bribes.", False, "may"),
        ("The city has announced plans to close the bridge.", False, "plan"),
        ("The mayor kept his seat despite a promise to leave it.", False, None),
        ("The mayor closed the bridge for perhaps three weeks.", False, None),
    ],
)
def test_negation_and_modality_are_told(text, negated, modality):
    first = stated(text)[0]
    assert (first.value["negated"], first.value["modality"]) == (negated, modality)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("There is no evidence that the suspect fired the rifle.", "may"),
        ("The state has not proved that the suspect fired the rifle.", "may"),
        ("The state failed to show that the suspect fired the rifle.", "may"),
        ("The state has proved that the suspect fired the rifle.", None),
        ("It is not true that the suspect fired the rifle.", "may"),
        ("It is unlikely that the suspect fired the rifle.", "may"),
        ("The union hopes the suspect fired the rifle.", "may"),
        ("The guard did not deny that the suspect fired the rifle.", "may"),
        ("The guard denied that the suspect fired the rifle.", "denied"),
        ("There is evidence that the suspect fired the rifle.", None),
        ("It is true that the suspect fired the rifle.", None),
        ("The guard did not say that the suspect fired the rifle.", None),
    ],
)
def test_what_hangs_on_a_doubt_or_a_denial_is_not_said_to_be_so(text, modality):
    assert stated(text)[-1].value["modality"] == modality


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The mayor denied that he stole public money.", {"he stole public money.": "The mayor"}),
        ("The mayor rejects claims that he stole public money.", {"he stole public money.": "The mayor"}),
        ("The mayor denied stealing public money.", {"stealing public money.": "The mayor"}),
        ("The mayor did not deny that he stole public money.", {}),
        ("The judge denied bail to the driver of the truck.", {}),
        ("The senate rejected the budget bill.", {}),
        ("The mayor declined to say that he stole public money.", {}),
        (
            "Prosecutors say that he stole public money. The mayor denied the allegations.",
            {"the allegations.": "The mayor"},
        ),
    ],
)
def test_a_denial_tells_who_denies_it(text, denied):
    found = {claim.mention.text: claim.value.get("denied_by") for claim in stated(text)}
    told = {words: who for words, who in found.items() if who and len(words) > len("The mayor rejects claims")}
    assert {words[-len(end) :]: who for words, who in told.items() for end in denied} == denied


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Prosecutors say he stole public money. The mayor denied the allegations.", "he stole public money."),
        (
            "Aid groups raised concerns over the camps. It rained. The mayor rejects these claims.",
            "Aid groups raised concerns over the camps.",
        ),
        ("The bridge fell on Monday. The mayor denied the allegations.", None),
        ("The mayor said that it rained. The mayor denied the allegations.", None),
        ("Prosecutors say he stole public money. The mayor denied the allegations of a friend.", None),
    ],
)
def test_a_denial_of_what_was_told_before_has_its_words(text, about):
    assert list(resolved(text).values())[-1].value.get("about") == about


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police held 1,200 protesters.", [(1200, "protesters", None)]),
        ("More than fifty people died.", [(50, "people", "least")]),
        ("Nearly 80 people were killed.", [(80, "people", "about")]),
        ("up to three million dollars", [(3_000_000, "dollars", "most")]),
        ("two of the other men", [(2, "men", None)]),
        ("nobody was hurt", []),
        ("two hundred thousand dollars", [(200_000, "dollars", None)]),
        ("x² and ½ of it", []),
        ("Flight BX-12 carried 90 pilgrims", [(90, "pilgrims", None)]),
        ("Forty-three people saw twenty-one thousand geese", [(43, "people", None), (21_000, "geese", None)]),
        ("Jane Roe, 54, saw 12 geese", [(12, "geese", None)]),
        ("a man of 81 died of 12 wounds", [(12, "wounds", None)]),
        ("The ban applies to everyone under 16.", [(16, "age", None)]),
        ("Children under 12 pay less.", [(12, "age", None)]),
        ("Two-thirds of the members voted.", [(66.7, "percent", "about")]),
        ("More than a quarter of the forest burned.", [(25, "percent", "least")]),
        ("the third of the suspects, the third of a series", []),
        ("a third of a mile", [(0.333333, "mile", None)]),
        ("the third point, the third quarter", []),
        ("by half a percentage point", [(0.5, "points", None)]),
        ("by a quarter of a point", [(0.25, "point", None)]),
        ("by three quarters of a point", [(0.75, "point", None)]),
        ("a half-point rise, a quarter point", [(0.5, "point", None), (0.25, "point", None)]),
        ("by 25 basis points", [(0.25, "points", None)]),
        ("one percentage point, 3 percentage points", [(1, "points", None), (3, "points", None)]),
        ("a quarter of a million people", [(250_000, "people", None)]),
        ("half a mile", [(0.5, "mile", None)]),
        ("two and a half million people", [(2_500_000, "people", None)]),
        ("Seven of the nine members voted.", [(7, "members", None), (9, "members", None)]),
        ("one of two men", [(1, "men", None), (2, "men", None)]),
        ("five 40-foot containers", [(5, "containers", None), (40, "foot", None)]),
        ("25-year-old Jon Myers", [(25, "year", None)]),
        ("29-of-34 passes", [(29, "passes", None)]),
        ("9" * 400 + " men", []),
        ("a deal worth about $4.2bn in cash", [(4_200_000_000, "dollars", "about")]),
        (
            "nearly €300 million, US$ 5 million and £20m",
            [(3e8, "euros", "about"), (5e6, "dollars", None), (2e7, "pounds", None)],
        ),
        ("$31 a share, $300 million a year", [(31, "share", None), (300_000_000, "dollars", None)]),
        ("He put the number of damaged houses at 450.", [(450, "houses", None)]),
        ("The number of cases has reached more than 1,200 in May.", [(1200, "cases", "least")]),
        ("The number of guests was five times as high.", [(5, "times", None)]),
        ("12 paper cents", [(12, "cents", None)]),
        ("10 per cent of the vote", [(10, "percent", None)]),
        ("a wall of 5m and 5 bn of it", [(5, "m", None), (5, "bn", None)]),
        ("She was shot twice and fined three times.", [(2, "times", None), (3, "times", None)]),
        ("They sold twice as many books, twice the number of 2019.", [(2019, "", None)]),
        (
            "18 of its soldiers had died and 35 were wounded.",
            [(18, "soldiers", None), (35, "wounded", None)],
        ),
        ("At least two of them have been shot.", [(2, "shot", "least")]),
        (
            "A magnitude 6.4 earthquake struck; it had a magnitude of 6.1.",
            [(6.4, "magnitude", None), (6.1, "magnitude", None)],
        ),
    ],
)
def test_numbers_come_with_what_they_count(text, expected):
    assert [(one["number"], one["noun"], one["bound"]) for one in numbers_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Turnout was 68 percent, down from 73 percent.", [73]),
        ("It made 2 million euros, compared with a loss of 9 million euros.", [9_000_000]),
        ("Turnout rose from 60 percent to 68 percent.", []),
        ("Police filed charges against 12 people.", []),
        ("A group from 12 villages met.", []),
    ],
)
def test_what_a_number_is_compared_with_is_told(text, compared):
    assert [one["number"] for one in numbers_in(text) if one.get("compared")] == compared


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Two men were arrested on 14 July 2021 in the town.", [(2, "men")]),
        ("The shop was opened in 1994 by three brothers.", [(3, "brothers")]),
        ("The doors were opened from 5 p.m. to 8 p.m. on Sunday.", []),
        ("She was jailed for nine years on Monday.", [(9, "years")]),
    ],
)
def test_days_years_and_clock_times_count_nothing(text, numbers):
    (claim,) = resolved(text).values()
    assert [(one["number"], one["noun"]) for one in claim.value["numbers"]] == numbers


def test_a_date_in_front_is_shared_by_the_clause_that_goes_on():
    found = resolved("In April, Moscow removed the group from its list and accepted an ambassador.")
    for text in ("In April, Moscow removed the group from its list", "accepted an ambassador."):
        assert [(time["begin"], time["end"]) for time in found[text].value["times"]] == [("2025-04-01", "2025-05-01")]
    assert found["accepted an ambassador."].value["times"][0]["from"] == "sentence"


def test_what_is_set_out_behind_a_colon_is_of_the_time_in_front_of_it():
    found = resolved("Fewer came on 30 June: 9,000 people marched, police said. Twelve were held.")
    assert [time["timex"] for time in found["9,000 people marched"].value["times"]] == ["2025-06-30"]
    assert found["Twelve were held."].value["times"] == ()
    found = resolved("Many came on 30 June: 9,000 people marched; fewer came on 1 July: 3,000 people danced.")
    assert [time["timex"] for time in found["3,000 people danced."].value["times"]] == ["2025-07-01"]


def test_a_date_behind_the_verb_belongs_to_its_clause_alone():
    found = resolved("The group seized power in 2021 and closed many schools.")
    assert found["The group seized power in 2021"].value["times"][0]["timex"] == "2021"
    assert found["closed many schools."].value["times"] == ()


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("The driver was charged with murder on 30 June.", "2025-06-30"),
        ("The driver was convicted in 2019 of murder.", "2019-01-01"),
        # when the deed was done
        ("The driver was convicted of murder in 2019.", None),
        ("The driver was convicted of the murder of a guard on 30 June.", None),
        ("The driver is accused of murder on 30 June.", None),
        # beside the time of something else
        ("The driver resigned after the 30 June vote.", None),
        ("The driver resigned ahead of the vote of 30 June.", None),
        ("The driver was shot in the attack of 30 June.", "2025-06-30"),
    ],
)
def test_a_day_is_of_what_was_done_then(text, begin):
    (claim,) = resolved(text).values()
    assert [time["begin"] for time in claim.value["times"]] == ([begin] if begin else [])


def test_a_time_tells_of_which_zone_its_clock_is():
    found = resolved("The quake struck the island at 01:17 GMT on 30 June.")
    (time,) = found["The quake struck the island at 01:17 GMT on 30 June."].value["times"]
    assert time["zone"] == "+00:00"


def test_news_in_the_perfect_is_of_the_days_before_the_article():
    found = resolved("Russia has accepted the credentials of an ambassador.")
    (time,) = found["Russia has accepted the credentials of an ambassador."].value["times"]
    assert time["from"] == "tense"
    assert time["begin"] < "2025-07-04" < time["end"]


@pytest.mark.parametrize(
    "text",
    [
        "Russia has long accepted the credentials of the group.",
        "Russia has gradually accepted the credentials of the group.",
        "Russia has accepted ambassadors of the group since 2021.",
        "Russia accepted the credentials of the group.",
        "Russia had accepted the credentials of the group.",
    ],
)
def test_what_lasts_or_is_told_as_past_has_no_time_from_its_tense(text):
    assert all(time["from"] != "tense" for claim in resolved(text).values() for time in claim.value["times"])


def test_a_reported_clause_rests_on_its_speaker():
    found = resolved("Anna Berg said the driver had fled to Spain.")
    assert found["the driver had fled to Spain."].value["speaker"] == "Anna Berg"


def test_the_outlet_s_own_words_rest_on_nobody():
    found = resolved("The driver fled to Spain.")
    assert found["The driver fled to Spain."].value["speaker"] is None


def test_what_goes_on_is_about_the_name_that_stands_in_apposition():
    told = stated("The captain, Jon Berg, is in hospital with a broken arm and has not been arrested.")
    assert told[-1].subject == "Jon Berg"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The ferry was refloated on Tuesday. It had been built in Lima.", "The ferry"),
        ("A bridge fell on Tuesday. It was built in 1932.", "The bridge"),
        ("The burglars came at night. They smashed a window.", "The burglars"),
        ("Acme was founded in 1948. It sells soup in Lima.", "Acme"),
        ("Two men fled on Tuesday. They were arrested in Lima.", "The two men"),
        # of a body, though a thing stands behind its verb
        ("Acme bought a ferry. It was founded in 1948.", "Acme"),
        ("Acme bought a ferry. It was painted red in Lima.", "It"),
        ("Acme sued Norden Mills. It employs 200 people.", "It"),
        # and what is theirs
        ("Acme was founded in 1948. Its stock lost 9 percent.", "Acme’s stock"),
        ("The miners were freed on Tuesday. Their families wept at the gate.", "The miners’ families"),
        ("A train hit a truck on Tuesday. Its driver was hurt.", "Its driver"),
        ("Acme was founded in 1948. Its stock fell. It sells soup in Lima.", "It"),
        # Two may be meant, it is nothing, or what stood before is of another number.
        ("The court fined the company. It will appeal the ruling.", "It"),
        ("The bridge fell on Tuesday. It emerged on Monday that the steel was old.", "It"),
        ("The bridge fell on Tuesday. It was not clear why it fell.", "It"),
        ("The mayor resigned on Tuesday. It had rained all day.", "It"),
        ("The burglars came at night. It had stopped raining in Sund.", "It"),
        ("The bridge fell on Tuesday. They had closed the road.", "They"),
        ("The bridge fell on Tuesday. Nobody was hurt. It was closed in May.", "It"),
    ],
)
def test_it_goes_back_to_what_the_sentence_before_is_about(text, subject):
    last = text.split(". ")[-1]
    found = [claim for told, claim in resolved(text).items() if last.startswith(told[:12])]
    assert [claim.subject for claim in found] == [subject]


def test_it_in_reported_speech_is_who_reports():
    (claim,) = [
        claim for claim in stated("Russia announced that it had accepted a letter.") if "letter" in claim.mention.text
    ]
    assert claim.subject == "Russia"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Two trams collided at the Riverside Park in Leeds.", ["at the Riverside Park", "in Leeds"]),
        ("She was met outside her family home.", ["outside her family home"]),
        ("The crew was filmed at the entrance to the singer's house.", ["at the entrance to the singer's house"]),
        ("Talks were held in France and in Paris.", []),
        ("He was not seen outside her family home.", []),
        ("He might be met outside her family home.", []),
        ("The ferry sailed from the Elm Street Bridge at noon.", []),
        ("The wreck lies 9 kilometres from the port of Sundvik.", []),
        ("Two trams collided on the outskirts of Leeds.", ["on the outskirts of Leeds"]),
        ("Two trams collided in a suburb of Leeds.", ["in a suburb of Leeds"]),
        ("The lawyer spoke on behalf of Leeds.", []),
        ("Two men were shot at a Leeds apartment complex on Friday.", ["at a Leeds apartment complex"]),
        ("Two men were shot at a crowded Leeds nightclub.", ["at a crowded Leeds nightclub"]),
        ("Two men were shot at a Leeds party.", []),
        ("Anna Berg’s Portrait at the Lake was shown in Leeds.", ["in Leeds"]),
        ("She was found outside her aunt's Leeds home.", ["outside her aunt's Leeds home"]),
    ],
)
def test_where_something_was_so_is_a_statement_of_its_own(text, places):
    found = extract([Article(text, id="a")], plugins=[aliases, statements], strict=True)
    assert [claim.mention.text for claim in found if claim.value.get("phrase") == "place"] == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Photographs showed the barn, its roof torn off by the wind.", "its roof torn off by the wind."),
        ("The firm grew, its profits rising in May.", "its profits rising in May."),
        ("The two younger elephants were called out at once.", "The two younger elephants were called out at once."),
    ],
)
def test_a_noun_with_its_own_participle_and_a_verb_with_a_particle_assert_something(text, expected):
    assert expected in [claim.mention.text for claim in stated(text)]


def test_statements_of_clauses_do_not_overlap():
    text = "Rome, which fell in May, sent two ships, adding that it would send more when they were ready."
    spans = [claim.mention.span for claim in stated(text)]
    assert spans
    assert not any(one.overlaps(other) for one in spans for other in spans if one != other)


def test_the_extractor_keeps_its_promises():
    check_extractor(statements, max_texts=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The driver, Paul Rask, a 31-year-old Peruvian resident in Chile, fled.", ("Paul Rask", ("PE",), "CL")),
        ("Paul Rask, who police said held dual Chilean-Peruvian citizenship, fled.", ("Paul Rask", ("CL", "PE"), None)),
        ("Paul Rask is a Norwegian national.", ("Paul Rask", ("NO",), None)),
        ("Police held Paul Rask and a Norwegian national.", None),
        ("Paul Rask, a Peruvian man, fled.", None),
        ("Paul Rask, 31, showed the guard a Peruvian passport.", None),
        ("Paul Rask, a Lima citizen, fled.", None),
    ],
)
def test_it_is_told_whose_citizen_somebody_is(text, expected):
    found = [one for one in resolved(text).values() if one.value.get("phrase") == "nationality"]
    told = [(one.subject, one.value["nations"], one.value["abroad"]) for one in found]
    assert told == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Jon Berg was found guilty and sentenced to six years in prison.", True),
        ("Jon Berg was found guilty of arson and sentenced to six years in prison.", True),
        ("She was taken to Sund and treated for burns.", True),
        ("She was found guilty in May and fined the paper.", False),
        ("She was found in Sund and moved to Lima.", False),
        ("The court heard the case and sentenced her to six years.", False),
        ("A child died after being shot in the chest.", True),
    ],
)
def test_a_second_verb_is_passive_as_the_first_is(text, passive):
    last = [claim for claim in stated(text) if not claim.value.get("phrase")][-1]
    assert last.value["passive"] is passive


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Anna Berg was a nurse in Sund.", "was", False),
        ("The storm had winds of 120 km/h.", "had", False),
        ("They have three children in Sund.", "have", False),
        ("The ferry is in Sund.", "is", False),
        ("The ferry had not yet arrived in Sund.", "arrived", False),
        ("The bridge was quickly closed by the city.", "closed", True),
        ("The bridge has been closed since May.", "closed", True),
        ("The plane had last been inspected in May.", "inspected", True),
        ("The firm is to shed 300 jobs in Sund.", "shed", False),
        ("He got shot in the leg in Sund.", "shot", True),
        ("The first in Sund was Eileen Collins.", "was", False),
    ],
)
def test_an_auxiliary_is_the_verb_where_no_other_follows_it(text, verb, passive):
    first = next(claim for claim in stated(text) if not claim.value.get("phrase"))
    assert (first.value["verb"], first.value["passive"]) == (verb, passive)


@pytest.mark.parametrize(
    ("before", "subject", "who"),
    [
        ("Jon Berg, 34, left the club.", "The 34-year-old", "Jon Berg"),
        ("Jon Berg (34) left the club.", "The 34-year-old striker", "Jon Berg"),
        ("Jon Berg, aged 34, left the club.", "The 34-year-old striker", "Jon Berg"),
        ("The club sold 17-year-old Jon Berg.", "The 17-year-old boy", "Jon Berg"),
        ("Jon Berg, 34, met Mara Holm, 41.", "The 41-year-old", "Mara Holm"),
        ("Jon Berg left the club.", "The 34-year-old", "Jon Berg"),
        ("Jon Berg left the club.", "The Argentine", "Jon Berg"),
        ("Mara Holm met the Danish minister Jon Berg.", "The Dane", "Jon Berg"),
        # Of another age, a child whom nobody named, somebody else, one of two, many.
        ("Jon Berg, 34, left the club.", "The 41-year-old", None),
        ("Jon Berg left the club.", "The 4-year-old", None),
        ("Jon Berg left the club.", "The 34-year-old driver", None),
        ("Mara Holm met Jon Berg.", "The 34-year-old", None),
        ("Mara Holm met Jon Berg.", "The Dane", None),
        ("The Danish minister Jon Berg left the club.", "The Argentine", None),
        ("Jon Berg left the club.", "American", None),
        ("Jon Berg left the club.", "The French", None),
        ("Jon Berg left the club.", "The Danes", None),
    ],
)
def test_a_subject_that_tells_an_age_or_a_nation_goes_back_to_who_is_named(before, subject, who):
    claims = extract(Article(f"{before} {subject} wept.", id="a")).claims
    (claim,) = [one for one in claims if one.kind == "statement" and one.mention.text == f"{subject} wept."]
    assert claim.value.get("antecedent") == who
