"""The same assertion in several outlets: what joins, what keeps apart, what one says about the other."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from newsrecon import Article, Context, extract, reconcile
from newsrecon.extractors import aliases, dates, quotes, statements
from newsrecon.extractors.statement_matching import statement_matcher
from newsrecon.matching import Relation
from newsrecon.reconciliation.names import register
from newsrecon.testing import check_matcher

PLUGINS = [aliases, dates, quotes, statements]
SEEDS = Path(__file__).parents[2] / "seeds"
DAY = "2025-07-04"


def claims_of(*texts):
    articles = [Article(text, id=str(number), published=DAY) for number, text in enumerate(texts)]
    return extract(articles, plugins=PLUGINS, strict=True).claims


def context_of(claims):
    return Context(names=register([claim for claim in claims if claim.kind == "alias"]).index)


def match(one, other):
    """What the first statement of one text is to the first of the other."""
    claims = claims_of(one, other)
    matcher, context = statement_matcher(), context_of(claims)
    firsts = [
        next(claim for claim in claims if claim.kind == "statement" and claim.mention.article == article)
        for article in "01"
    ]
    return matcher.match(*(matcher.read(claim, context) for claim in firsts))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Moscow removed the group from its list of terrorist organizations.",
            "The group was removed from Russia’s list of terrorist organizations.",
        ),
        (
            "Russia plans to use Afghanistan as a gas transit hub.",
            "Moscow plans to use Afghanistan as a transit center for gas.",
        ),
        ("Police shot and killed the driver of the truck.", "The truck driver was shot dead by officers."),
        ("The group seized power in Kabul in August 2021.", "The group returned to power on 15 August 2021."),
        (
            "The falcon aviary is closed until further notice.",
            "The falcon aviary would remain closed indefinitely.",
        ),
        ("The firm plans to sell its shipyard in Sund.", "The firm will sell the shipyard in Sund next year."),
        ("Acme rejected offers from two banks.", "Acme turned down offers from two banks."),
        ("Anna Berg hired Paul Rask in Lima.", "Rask has joined Berg in Lima."),
        ("Mayor Anna Berg married a nurse in Sund.", "Anna Berg was married in Sund."),
        ("Anna Berg died in the blast in Sund.", "The blast in Sund killed Anna Berg."),
        ("The sale of the shipyard to Acme faces delays.", "Acme faces delays in the sale of the shipyard."),
        ("A man met a woman at the old harbour mill.", "The woman met a man at the old harbour mill."),
        ("The blast in the shaft left two miners dead.", "Two miners died in the blast in the shaft."),
        ("The bank was fined 3 million euros for fraud.", "Regulators fined the bank 3 million euros over fraud."),
        ("Acme will lay off 11,000 workers.", "Acme is to dismiss 11,000 workers."),
    ],
)
def test_paraphrases_join(one, other):
    assert match(one, other).relation is not Relation.UNRELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Senior leaders remain under UN sanctions.", "The court requested warrants for two senior leaders."),
        ("The port said the diver was in the lock.", "She was at the port with a group of students."),
        ("Russia opened an office in Kabul.", "Russia recognized the government in Kabul."),
        ("The government collapsed in 1992.", "The government collapsed in August 2021."),
        ("Anna Berg was born in the Elm Hospital in Sund.", "Anna Berg died in the Elm Hospital in Sund."),
        ("Moscow’s move to Lima was delayed.", "The road to Lima was closed."),
        # words that are a figure
        ("The bank lifted its rate by a quarter of a point.", "Two members preferred a quarter point."),
    ],
)
def test_related_statements_stay_apart(one, other):
    assert match(one, other).relation is Relation.UNRELATED


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("The court convicted two aides of fraud.", "The court did not convict the mayor of fraud.", "denies"),
        ("Acme won the second match in Lima.", "Acme won the third match in Lima.", "third"),
        ("Acme won a match in Lima.", "Acme lost a long match in Lima.", "exclude"),
        ("The dam sets a promising example.", "The dam sets a dangerous example.", "calls good"),
        ("The blast killed 12 miners in Lima.", "Police shot dead the miner, killed in Lima.", "several"),
        ("The senate approved the budget bill.", "The senate may reject the budget bill.", "exclude"),
        ("The mayor refused to sign the port treaty.", "The mayor signed a port treaty with Peru.", "is so"),
        ("The council promised to repair the dam.", "The council repaired the dam.", "is so"),
        ("The city closed the old bridge.", "The city plans to close the old bridge.", "is so"),
        ("The mayor may resign over the fraud.", "The mayor resigned over the fraud.", "is so"),
        ("Anna Berg was elected mayor of Sund.", "Paul Rask was elected mayor of Sund.", "another"),
        ("Anna Berg designed the bridge in Sund.", "Paul Rask designed the bridge in Sund.", "another"),
        ("There is no sign that Rask moved the car.", "Rask moved the car.", "is so"),
        ("The flood killed 12 miners.", "The flood killed 40 miners.", "numbers"),
        ("Germany attacked Poland with tanks.", "Poland attacked Germany with tanks.", "swapped"),
        ("The army crossed the Sund without permission.", "The army crossed the Sund with permission.", "without"),
        ("The blast was caused by a gas leak.", "The blast was caused by faulty wiring.", "causes"),
        ("Acme closed its yard in Sund.", "Acme would close its yard in Sund if rents rose.", "is so"),
        ("The city cut the power to homes in Sund.", "The city restored the power to homes in Sund.", "undoes"),
        ("Peru and Chile accepted the new envoys.", "Norway has accepted the new envoys.", "countries"),
        ("Another man was found dead in the canal.", "She was found dead in the canal in Sund.", "woman"),
        ("Anna Berg was found dead in the canal.", "The man was found dead in the canal in Sund.", "woman"),
        ("Anna Berg shot two guards in Sund.", "Anna Berg was shot in Sund.", "done to there"),
        ("Anna Berg asked to be freed on bail.", "Anna Berg will be freed on bail.", "is so"),
        ("A female driver was hurt in the tunnel.", "A male driver was hurt in the tunnel.", "woman"),
    ],
)
def test_vetoes_say_why(one, other, word):
    found = match(one, other)
    assert found.relation is Relation.UNRELATED
    assert word in found.reason


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The departure of Anna Berg had left a gap in the team.", None),
        ("The road to Lima was closed by the flood.", None),
        ("The government of Peru closed the road in May.", "@PE"),
        ("Mayor Anna Berg closed the road in May.", "@anna berg"),
    ],
)
def test_a_name_that_only_says_which_is_meant_is_no_subject(text, subject):
    claims = claims_of(text)
    (claim,) = (claim for claim in claims if claim.kind == "statement" and not claim.value.get("phrase"))
    assert statement_matcher().read(claim, context_of(claims)).subject == subject


def test_the_subject_counts_where_a_clause_leaves_it_out():
    claims = claims_of("Anna Berg won the race and left the stadium at once.")
    (claim,) = (claim for claim in claims if claim.mention.text.startswith("left the stadium"))
    assert "@anna berg" in statement_matcher().read(claim, context_of(claims)).names


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("The court convicted the mayor of fraud.", "The court did not convict the mayor of fraud.", "denies"),
        ("The minister met the union leaders.", "The minister never met the union leaders.", "denies"),
        ("The senate approved the budget bill.", "The senate rejected the budget bill.", "'rejected' exclude"),
        ("The driver survived the crash in Lima.", "The driver died in the crash in Lima.", "'survived'"),
        ("Rents in Lima rose to 7 percent.", "Rents in Lima fell to 7 percent.", "'rose'"),
        ("Maria Lopez was born in Lima in 1979.", "Maria Lopez was born in 1981.", "1981"),
    ],
)
def test_a_statement_and_its_very_denial_conflict(one, other, word):
    found = match(one, other)
    assert found.relation is Relation.CONFLICTS
    assert word in found.reason


@pytest.mark.parametrize(
    "denial",
    [
        "Paul Rask denied that he sold the forged permits.",
        "Paul Rask denied selling the forged permits.",
        "Paul Rask rejected claims that he sold the forged permits.",
        "Paul Rask has denied allegations of selling the forged permits.",
    ],
)
def test_what_one_says_and_another_denies_is_disputed(denial):
    articles = [
        Article(text, id=text[:30], source=text[:30], published=DAY)
        for text in (denial, "Paul Rask sold forged permits to builders.", "Rask sold the forged permits for years.")
    ]
    (disputed,) = reconcile(articles, plugins=PLUGINS, strict=True).disputed
    assert disputed.reason == "Paul Rask denies it"
    # Two outlets say that he sold them, one that he denies it.
    assert disputed.variants[disputed.best].text == "Paul Rask sold forged permits to builders."
    assert disputed.margin == 1


def test_an_outlet_that_tells_what_is_alleged_and_who_denies_it_tells_of_a_dispute():
    text = "Aid groups have raised concerns over forced labour in mines. The ministry has denied the allegations."
    (disputed,) = reconcile([Article(text, id="a")], plugins=PLUGINS).disputed
    assert [variant.text for variant in disputed.variants] == [
        "Aid groups have raised concerns over forced labour in mines.",
        "The ministry has denied the allegations.",
    ]


@pytest.mark.parametrize(
    ("denial", "other"),
    [
        ("Rask denied that he sold the forged permits.", "Rask may have sold the forged permits."),
        ("Rask denied that he sold the forged permits.", "Rask bought the house of a builder."),
        ("Rask denied that he sold 12 forged permits.", "Rask sold 3 forged permits."),
        ("Rask denied that he sold the forged permits.", "Rask did not sell the forged permits."),
    ],
)
def test_a_denial_disputes_only_what_it_denies(denial, other):
    articles = [Article(text, id=text, source=text, published=DAY) for text in (denial, other)]
    assert not reconcile(articles, plugins=PLUGINS).disputed


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        ("Bako came to Sund in 2015 from the Elm Zoo.", "Bako was transported to the Sund Zoo in 2014.", True),
        ("Anna Berg moved to Lima in 2011.", "Anna Berg moved to Lima with her son in 2012.", True),
        ("Anna Berg came to Lima in 2011.", "Anna Berg came to Lima in 2012.", False),
        ("Anna Berg came to Lima from Oslo on 3 May 2011.", "Anna Berg moved to Lima on 5 June 2012.", False),
        ("Anna Berg moved to Lima in 2011.", "Anna Berg moved to Oslo in 2012.", False),
        ("Anna Berg moved to Lima in 2011.", "Paul Rask moved to Lima in 2012.", False),
        ("Anna Berg moved to Lima in 2011.", "Anna Berg plans to move to Lima in 2030.", False),
    ],
)
def test_when_one_moved_is_disputed_by_the_year_and_visits_are_not(one, other, disputed):
    articles = [Article(text, id=text, source=text, published=DAY) for text in (one, other)]
    found = reconcile(articles, plugins=PLUGINS).disputed
    assert bool([cluster for cluster in found if cluster.kind == "statement"]) == disputed


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("a Peruvian resident in Chile", "a dual Chilean-Peruvian citizen", Relation.CONFLICTS),
        ("a Peruvian citizen", "a Norwegian national", Relation.CONFLICTS),
        ("a dual Chilean-Peruvian citizen", "a Peruvian national", Relation.REFINES),
        ("a Peruvian national", "a Peruvian citizen", Relation.EQUAL),
    ],
)
def test_whose_citizen_one_is_can_be_told_more_sharply_or_otherwise(one, other, relation):
    claims = claims_of(f"The driver, Paul Rask, {one}, fled.", f"Rask, {other}, fled. Paul Rask is 31.")
    told = [claim for claim in claims if claim.kind == "statement" and claim.value.get("phrase") == "nationality"]
    matcher, context = statement_matcher(), context_of(claims)
    left, right = (matcher.read(claim, context) for claim in sorted(told, key=lambda claim: claim.mention.article))
    assert matcher.match(left, right).relation is relation
    assert matcher.match(right, left).relation is relation.inverse


def test_days_that_rest_on_a_borrowed_anchor_contradict_nobody():
    texts = {
        "1": "The wide receiver Paul Rask was arrested on suspicion of fraud on 6 January 2009.",
        "2": "The wide receiver Paul Rask was arrested on suspicion of fraud yesterday.",
    }
    articles = [Article(text, id=key, source=key) for key, text in texts.items()]
    assert not reconcile(articles, plugins=PLUGINS).disputed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shares of Acme rose on Monday.", "Shares of Acme fell on Tuesday."),
        ("The minister did not meet the union leaders.", "The minister met the union leaders of Peru."),
        ("A man died in the crash in Lima.", "She survived the crash in Lima."),
        ("The senate approved the budget bill.", "The court rejected the budget bill."),
    ],
)
def test_nearly_a_denial_is_no_conflict(one, other):
    assert match(one, other).relation is not Relation.CONFLICTS


def test_one_article_does_not_contradict_itself():
    text = "The driver survived the crash in Lima. The driver died in the crash in Lima."
    assert not reconcile([Article(text, id="a")], plugins=PLUGINS).disputed


@pytest.mark.parametrize(
    ("fuller", "other"),
    [
        ("The police arrested Mary Jones in the port.", "The police arrested her in the port."),
        ("The dog bit a four-year-old girl.", "The dog bit a girl."),
        ("Rescuers of the Delta Group left the camp.", "Rescuers of the group left the camp."),
    ],
)
def test_a_name_for_a_pronoun_and_an_age_tell_nothing_more_exactly(fuller, other):
    told = reconcile([Article(fuller, id="a", source="A"), Article(other, id="b", source="B")], plugins=PLUGINS)
    (cluster,) = [one for one in told.of_kind("statement") if len(one.sources) == 2]
    assert str(cluster.verdict) == "corroborated"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Two trams collided at the Riverside Park.", "A tram derailed near the Riverside Park.", True),
        ("She was met outside her family home.", "A crowd sang outside her family home.", True),
        ("Two trams collided at the Riverside Park.", "A tram derailed at the Hillside Park.", False),
        ("Two trams met on Oslo’s Promenade des Fleurs.", "A tram stood along the old Promenade des Fleurs.", True),
        (
            "A man was stabbed outside the Riverside Park.",
            "Police say a man was stabbed inside the Riverside Park.",
            False,
        ),
        ("A man was stabbed near the Riverside Park.", "Police say a man was stabbed inside the Riverside Park.", True),
        ("Shots were fired outside a Riverside Park flat.", "Witnesses heard shots in the Riverside Park.", True),
        ("A parolee hid outside his house.", "A memorial stands near the house.", False),
        ("A nurse was stabbed inside the house.", "The nurse fought for her life inside a house.", True),
        ("A nurse was stabbed inside the house.", "An intruder stabbed two guests inside a house.", True),
        ("A crowd sang outside her home.", "The nurse was met outside her home.", True),
    ],
)
def test_one_place_is_one_whatever_happened_there(one, other, same):
    articles = [Article(text, id=text[:9], source=text[:9], published=DAY) for text in (one, other)]
    found = reconcile(articles, plugins=PLUGINS).of_kind("statement")
    places = [len(cluster.sources) for cluster in found if cluster.variants[0].value.get("phrase")]
    assert places == ([2] if same else [1, 1])


def test_the_same_said_twice_is_equal():
    assert match("Police shot the driver of the truck.", "Officers shot the truck’s driver.").relation is Relation.EQUAL


@pytest.mark.parametrize(
    ("sharp", "vague"),
    [
        ("Russia opened a business office in Kabul in May 2022.", "Russia opened a business office in Kabul."),
        ("Acme opened a guarded office with a garden in Lima.", "Acme opened an office in Lima."),
        ("Two ferries with sheep sank in the harbour.", "Ferries with sheep sank in the harbour."),
        ("The old bridge in Sund is badly damaged.", "The bridge in Sund is damaged."),
        ("Anna Berg sold her yard in Sund to Paul Rask.", "Anna Berg sold her yard in Sund."),
    ],
)
def test_what_says_all_and_more_of_the_same_deed_refines(sharp, vague):
    assert match(sharp, vague).relation is Relation.REFINES
    assert match(vague, sharp).relation is Relation.REFINED_BY


def test_what_tells_another_deed_besides_is_another_wording():
    found = match("The sale of the yard in Sund was delayed by the court.", "The court in Sund saw the yard sold.")
    assert found.relation is Relation.OVERLAPS


def test_one_event_at_two_times_is_a_conflict():
    found = match(
        "In April 2025, Moscow accepted a Taliban ambassador.", "In June 2025, Russia accepted the Taliban ambassador."
    )
    assert found.relation is Relation.CONFLICTS
    assert "April 2025" in found.reason
    assert "June 2025" in found.reason


def test_one_verb_with_strangers_is_no_conflict():
    found = match(
        "In 1996, a hiker slid into the gorge at Arken.", "In May 2016, a hiker slid into the gorge at Soltau."
    )
    assert found.relation is Relation.UNRELATED


def test_the_seeds_dispute_when_the_ambassador_was_accepted():
    found = reconcile(
        [Article(path.read_text("utf-8"), id=path.stem[:3], published=DAY) for path in sorted(SEEDS.glob("*.txt"))],
        plugins=PLUGINS,
        strict=True,
    )
    denied, disputed = sorted(
        (cluster for cluster in found.disputed if cluster.kind == "statement"),
        key=lambda cluster: len(cluster.variants),
    )
    assert denied.reason == "the Taliban government denies it"
    texts = [variant.text for variant in disputed.variants]
    assert "accepted a Taliban-appointed ambassador." in texts
    assert any("received credentials" in text for text in texts)


def test_the_matcher_keeps_its_laws():
    seeds = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    claims = claims_of(*seeds)
    told = [claim for claim in claims if claim.kind == "statement"]
    for start in range(0, len(told), 12):
        check_matcher(statement_matcher(), told[start : start + 12], context=context_of(claims))


def test_reasons_name_words_of_the_text():
    claims = claims_of("Police shot the driver of the truck.", "Officers shot the truck’s driver.")
    matcher, context = statement_matcher(), context_of(claims)
    features = [matcher.read(claim, context) for claim in claims if claim.kind == "statement"]
    for one, other in combinations(features, 2):
        assert "shot" in matcher.same(one, other).reason


@pytest.mark.parametrize(
    ("day", "agree"), [("2025-07-02", False), ("2025-07-05", True), ("9999-12-31", True), (None, True)]
)
def test_what_was_told_as_done_was_not_done_days_later(day, agree):
    later = Article("Anna Berg crossed the Sund on foot on Saturday.", id="a", source="A", published="2025-07-06")
    told = Article("Anna Berg crossed the Sund on foot.", id="b", source="B", published=day)
    found = [cluster for cluster in reconcile([later, told]).clusters if cluster.kind == "statement"]
    assert any(len(cluster.sources) > 1 for cluster in found) is agree


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The firm in Sund will stop selling the Volt phone.", "The firm in Sund will stop making the Volt phone."),
        ("The firm began testing the drug in March.", "The firm began shipping the drug in March."),
        ("The outbreak in Sund killed 33 people.", "The previous outbreak in Sund killed 33 people."),
        ("Mayor Anna Berg refused.", "Mayor Anna Berg refused to step down."),
        ("The suspect was identified as a native of Sund.", "The victims were identified as natives of Sund."),
        ("A woman started recording with her phone after the shooting.", "The guard started shooting with a rifle."),
        ("The ferry Berta was on its way to the wreck.", "The ferry Berta is near the wreck."),
    ],
)
def test_another_deed_and_another_of_its_sort_are_no_agreement(one, other):
    assert match(one, other).relation is Relation.UNRELATED


def test_two_words_for_one_deed_that_began_bear_each_other_out():
    assert match("The guard began shooting at the crowd.", "The guard began firing shots at the crowd.").relation in (
        Relation.OVERLAPS,
        Relation.EQUAL,
    )


def test_a_unit_in_common_tells_nothing():
    one, other = "Acme expects savings of 300 million euros a year.", "Acme makes 400,000 cars a year."
    assert match(one, other).score == 0
