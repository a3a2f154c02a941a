"""What two statements of one story cannot both say, and what looks like it and can be."""

from __future__ import annotations

import pytest

from newsrecon import Article, reconcile
from newsrecon.extractors import aliases, dates, quotes, statements

PLUGINS = [aliases, dates, quotes, statements]


def reconciled(*texts, days=()):
    days = days or ["2025-07-04"] * len(texts)
    articles = [
        Article(text, id=str(number), source=f"outlet {number}", published=day)
        for number, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    return reconcile(articles, plugins=PLUGINS, strict=True)


def disputes(*texts, days=()):
    return [cluster for cluster in reconciled(*texts, days=days).disputed if cluster.kind == "statement"]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        # Decisions and outcomes of one doer on one thing.
        (
            "The port authority approved the expansion unanimously.",
            "The port authority rejected the expansion.",
            "approved",
        ),
        ("Mara Holm supports the merger, her lawyer said.", "Mara Holm opposes the merger of the banks.", "opposes"),
        ("The airline will stay in Sund.", "The airline will leave Sund.", "leave"),
        ("The head office will remain in Sund.", "The head office will be moved to Lima.", "moved"),
        # What is not done, and what is refused.
        (
            "The goalkeeper apologised to the fans after the game.",
            "The goalkeeper refused to apologise to the fans.",
            "denies",
        ),
        ("The hostages were freed.", "The hostages were not freed.", "denies"),
        ("No jobs will be cut at the mill.", "Up to 300 jobs will be cut at the mill.", "denies"),
        ("The island asked for foreign help last week.", "The island has not asked for any foreign help.", "denies"),
        # What nobody has done by now was not done in the days before.
        ("Mara Holm was arrested on Monday night and faces charges.", "Mara Holm has not been arrested.", "denies"),
        (
            "Mara Holm resigned on Tuesday after a row.",
            "Mara Holm is at home and has not resigned, she said.",
            "denies",
        ),
        ("One infant died on Tuesday.", "No child has died, the ministry said.", "denies"),
        ("A toddler was hurt on Tuesday in Elm Street.", "None of the children was hurt.", "denies"),
        # How many, of one deed of one day.
        (
            "Acme recalled 40,000 cans of soup on Tuesday.",
            "Acme recalled about 60,000 cans of soup on Tuesday.",
            "differ",
        ),
        (
            "Mara Holm sold ten paintings in Sund on Tuesday.",
            "Mara Holm sold 30 paintings in Sund on Tuesday.",
            "differ",
        ),
        # Who can be only one.
        ("Paul Rask won the election on Sunday.", "Mara Holm won the election, her party said.", "cannot both"),
        (
            "The attack on the port was carried out by France.",
            "Germany carried out the attack on the port.",
            "cannot both",
        ),
        # Days that are set for one event, and sums that are to be paid.
        ("The judge set sentencing for July 10.", "His sentencing is scheduled for July 12.", "12 July"),
        ("The trial is set for July 10.", "The trial will take place on July 12.", "12 July"),
        ("The funeral will be held on Saturday.", "The funeral is set for Sunday.", "6 July"),
        (
            "The court ordered Mara Holm to pay 4,000 crowns in damages.",
            "The court ordered Mara Holm to pay 40,000 crowns in damages.",
            "differ",
        ),
        (
            "The Alliance won 88 seats in the new parliament.",
            "The Alliance took 89 seats in the new parliament.",
            "seats",
        ),
        ("The Orion-3 probe landed at 14:20 on Tuesday.", "Orion-3 touched down at 14:52 on Tuesday.", "14:52"),
        # How long one thing was.
        ("Mara Holm came to Sund for a four-day visit.", "Mara Holm was met in Sund on a five-day trip.", "4 days"),
        ("The strike will last three days.", "The strike will last a week.", "a week"),
        ("The tunnel was closed for two weeks.", "The tunnel was closed for a month after the fire.", "month"),
        # How strong it was, for how much it was sold, and what a vote came to.
        ("A magnitude 6.1 earthquake struck Sund.", "The earthquake in Sund had a magnitude of 6.4.", "differ"),
        ("The painting was sold for $3 million.", "The painting fetched $4 million.", "differ"),
        ("The council approved the plan by nine votes to six.", "The council approved the plan 10-5.", "vote"),
        # Alike in all but a number.
        (
            "The gunman, a 20-year-old, fled in a stolen van.",
            "The gunman, a 25-year-old, fled in a stolen van.",
            "differ",
        ),
        # What one is.
        ("The captain was a woman.", "The captain was a 45-year-old man.", "'woman'"),
        ("Orlo Tower is the tallest in Sundia.", "Orlo Tower is the second tallest in Sundia.", "second"),
        # How much something changes, how many came, and how many did it.
        ("Ticket prices will rise by 5 percent.", "Ticket prices will go up by 8 percent.", "percent"),
        ("Mara Holm won 52 percent of the vote.", "Mara Holm got 54 percent of the vote.", "percent"),
        ("The rally in Sund drew 5,000 people.", "About 20,000 people attended the rally in Sund.", "differ"),
        ("The statue was stolen by two masked men.", "The statue was stolen by three masked men.", "men"),
        ("Shares in Acme fell 5 percent on Tuesday.", "Shares in Acme rose 3 percent on Tuesday.", "rose"),
        ("The bank raised its key rate on Tuesday.", "The bank left its key rate unchanged on Tuesday.", "raised"),
        ("Turnout was 68 percent.", "Turnout fell to 61 percent, the lowest since 1990.", "percent"),
        (
            "The Centre Party won the election with 41.2 percent of the vote, ahead of the Greens on 37.9 percent.",
            "The Centre Party took 43 percent, with the Greens on 38.",
            "percent",
        ),
        ("A reward of 10,000 crowns has been offered.", "Police are offering a reward of 20,000 crowns.", "differ"),
        (
            "Norland's economy grew by 2.1 percent last year.",
            "Norland's economy grew by 1.4 percent last year.",
            "percent",
        ),
        ("The lake has dropped by three metres.", "The lake has dropped by five metres.", "metres"),
        ("The vaccine is 95 percent effective.", "The vaccine is 70 percent effective, a study found.", "percent"),
        ("France has 3,000 troops in Mali.", "France has 5,000 soldiers in Mali.", "differ"),
        ("Mara Holm signed a three-year contract with Sund.", "Mara Holm signed a two-year deal with Sund.", "3 years"),
        ("The talks lasted three hours.", "The talks went on for five hours.", "five hours"),
        # Which of several, how it ended, and how one is.
        ("Paul Rask finished second in the race.", "Paul Rask finished third in the race.", "third"),
        ("Sund Bank posted a profit of 30 million.", "Sund Bank posted a loss of 12 million.", "loss"),
        ("The judge granted bail.", "The judge refused bail.", "refused"),
        ("The patient is in a stable condition.", "The patient is in a critical condition.", "critical"),
        # Until when, and when it began.
        ("The museum is closed until August.", "The museum is closed until September.", "September"),
        ("The ceasefire took effect on Tuesday.", "The ceasefire came into force on Wednesday.", "July"),
        ("Sundia has signed the treaty.", "Sundia has yet to sign the treaty.", "denies"),
        ("Paul Rask died at his home in Sund.", "Paul Rask died in a hospital in Sund.", "hospital"),
        ("A short circuit started the fire.", "The fire was started by arsonists.", "arsonists"),
        ("The suspect, Paul Rask, is a French citizen.", "Paul Rask is a German national.", "citizen"),
        # What is called off.
        (
            "The strike set for Thursday has been called off.",
            "Unions said Thursday's strike would go ahead.",
            "called off",
        ),
        ("Police fired tear gas on Tuesday in Sund.", "No tear gas was used on Tuesday, she said.", "denies"),
        # Which of several it is.
        ("Sundia became the fifth nation to join.", "Sundia on Monday became the sixth country to join.", "sixth"),
        # What is refused, and what was not done since.
        ("Mara Holm refused to concede, citing fraud.", "Mara Holm conceded defeat on Tuesday.", "denies"),
        ("The mine was inspected last month.", "The mine had not been inspected since 2022, he said.", "denies"),
        ('The drawing, "Man with a Stick", was insured.', "The drawing was not insured, she said.", "insured"),
        # States of one thing.
        ("The strike is legal, the union said.", "The strike is illegal, the ministry said.", "'illegal'"),
        ("The guard was on duty at the time.", "The guard was off duty.", "duty"),
        ("The march was peaceful.", "The march was violent, police said.", "violent"),
        ("The letter was genuine, experts said.", "The letter was a forgery.", "forgery"),
        ("The airport was closed on Monday.", "The airport remained open on Monday.", "closed"),
        # How one deed was done.
        ("The driver hit the cyclist on purpose.", "The cyclist was hit by accident, the lawyer said.", "by accident"),
        ("Mara Holm died at the scene, a medic said.", "Mara Holm died in hospital two hours later.", "in hospital"),
        ("Paul Rask pleaded guilty to fraud.", "Paul Rask pleaded not guilty to fraud.", "'not guilty'"),
        ("The ferry was sailing from Sund to Lima.", "The ferry was sailing from Lima to Sund when it sank.", "back"),
        # What caused one event.
        (
            "The crash was caused by engine failure.",
            "Bad weather caused the crash, an official said.",
            "engine failure",
        ),
        # What is named beside what it is.
        (
            "The vessel, the Marlow Star, was sailing from China to Brazil.",
            "The Marlow Star was on its way from Peru to Brazil.",
            "way",
        ),
        # Who did what nobody did.
        ("There were no survivors.", "One crew member survived the crash.", "there was none"),
        ("There were no bids for the yard.", "Acme bid for the yard.", "there was none"),
        # Some of several that are somebody's.
        ("One of Acme's four plants will be closed.", "No plants will be closed.", "denies"),
        # Who is named here, and told of there by what he is.
        (
            "A surgeon was jailed for nine years on Wednesday for the manslaughter of two patients.",
            "Surgeon Paul Rask has been sentenced to eight years in prison for killing two patients.",
            "years",
        ),
        # How badly one is hurt.
        (
            "The boy was taken to a clinic with serious injuries.",
            "The boy was not seriously hurt, police said.",
            "hurt",
        ),
        ("The pilot, Mara Holm, was in critical condition.", "Mara Holm suffered only minor injuries.", "hurt"),
        ("Paul Rask escaped unhurt.", "Paul Rask was slightly injured in the fire.", "hurt"),
    ],
)
def test_what_excludes_each_other_of_one_thing_is_a_dispute(one, other, words):
    found = disputes(one, other)
    assert len(found) == 1
    assert words in found[0].reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Another thing, or another of its sort.
        ("The judge rejected the request to move the trial.", "The judge accepted the request to hear a witness."),
        ("The council rejected an offer for the mill.", "The council accepted an offer for the mill."),
        ("The canteen was closed.", "The kindergarten was open."),
        ("No weapon has been found at the house.", "Police found other weapons at the house."),
        ("The captain was sober.", "The co-pilot was drunk."),
        ("Paul Rask won the match in Sund.", "Mara Holm won the race in Lima."),
        ("The proposals were praised by Elm Street traders.", "Mara Holm condemned the proposals."),
        ("The proposals were praised.", "Mara Holm condemned the proposals."),
        ("The offer was rejected by the unions.", "The board accepted the offer."),
        # Less is denied than is said.
        ("Police fired no shots in Elm Street.", "Police fired shots."),
        ("The minister did not meet the leaders on Monday.", "The minister met the leaders."),
        ("The minister travelled from Sund to Lima.", "The minister travelled from Lima to Sund."),
        ("One child died on Tuesday.", "No girl has died, the ministry said."),
        ("Two pupils were hurt in a fight at the school.", "None of the pupils on the bus were hurt."),
        ("A teacher was hurt on Tuesday.", "None of the pupils was hurt."),
        ("Mara Holm signed the treaty on Tuesday.", "Mara Holm has not signed."),
        ("An attack was carried out by France.", "Germany carried out an attack."),
        ("Mara Holm's trial is set for July 10.", "Paul Rask's trial is set for July 12."),
        ("The first hearing is scheduled for Friday.", "The second hearing is scheduled for Monday."),
        ("The hearing was scheduled for Friday.", "The hearing has been set for Monday."),
        (
            "The court ordered Acme to pay 4,000 crowns to Mara Holm.",
            "The court ordered Acme to pay 40,000 crowns to Paul Rask.",
        ),
        # Another in order, or of another.
        ("It was the second goal of Mara Holm this season.", "It was the first goal of Mara Holm this season."),
        ("The concert in Sund was cancelled.", "The festival will take place on Friday."),
        ("Mara Holm, a 34-year veteran, left Sund.", "Mara Holm, a 3-year member, left Sund."),
        ("Mara Holm began a four-day visit.", "Paul Rask began a five-day visit."),
        ("A concert was cancelled.", "A concert will take place on Friday."),
        ("Mara Holm scored her first goal in May.", "Mara Holm scored her second goal in June."),
        ("Sundia became the fifth nation to join.", "Norland became the sixth nation to join."),
        ("The man, a 20-year-old, fled in a stolen van.", "The man, a 25-year-old, fled in a stolen van."),
        ("The tunnel was closed for a month.", "The tunnel was closed for 30 days."),
        ("The tunnel was closed for two weeks.", "The bridge was closed for a month."),
        ("A magnitude 6.1 earthquake struck Sund.", "A magnitude 5.2 aftershock struck Lima."),
        ("A magnitude 6.1 earthquake struck Sund.", "The new earthquake in Sund had a magnitude of 5.9."),
        # Whoever is named may be another.
        (
            "Another surgeon was jailed for two years on Wednesday for hiding the deaths of two patients.",
            "Surgeon Paul Rask was sentenced to eight years in prison for killing two patients.",
        ),
        # To what it came, and by how much it changed.
        ("Sales rose to $5bn.", "Sales rose $200m."),
        ("Mara Holm was a nurse.", "Mara Holm was a teacher."),
        ("A suspect is a man.", "A suspect is a woman."),
        ("Orlo Tower is the tallest in Sundia.", "Orlo Tower is the second tallest in Norland."),
        ("The museum is closed until August.", "The museum is open until five."),
        ("The museum is closed until August.", "The library is closed until September."),
        ("Unemployment fell by 5 percent.", "Unemployment fell to 8 percent."),
        ("Turnout was 68 percent in Sund.", "Turnout was 61 percent in Lima."),
        ("Turnout was 68 percent in the first round.", "Turnout was 61 percent in the second round."),
        ("Mara Holm had two chances in the first half.", "Mara Holm had three chances in the second half."),
        ("The Greens won 38 percent of the vote in Sund.", "The Greens won 41 percent of the vote in Lima."),
        (
            "The plan was approved by nine votes to six in committee.",
            "The plan was approved by 60 votes to 40 in parliament.",
        ),
        ("The drug cut deaths by 30 percent.", "The drug cut hospital stays by 12 percent."),
        ("Mara Holm promised to raise wages by 5 percent.", "Mara Holm promised to raise pensions by 3 percent."),
        ("Shares in Acme rose 5 percent in the morning.", "Shares in Acme fell 2 percent by the close."),
        ("Mara Holm was arrested on Tuesday.", "Mara Holm was released on Tuesday."),
        ("The strike will begin on Monday at the port.", "The strike will begin on Friday at the airport."),
        ("Some residents support the plan.", "Some residents oppose the plan."),
        ("The road to Sund is open.", "The road to Lima is closed."),
        ("The concert in Sund was cancelled.", "The concert in Lima will go ahead."),
        ("Turnout was 40 percent by noon.", "Turnout was 68 percent."),
        ("Mara Holm had 41 percent with half of the votes counted.", "Mara Holm won with 43 percent of the vote."),
        ("A reward of 10,000 crowns was offered for Paul Rask.", "A reward of 5,000 crowns was offered for Jon Vik."),
        ("Norland's economy grew by 2.1 percent last year.", "Norland's economy will grow by 1.4 percent next year."),
        ("The lake has dropped by three metres.", "The river has dropped by five metres."),
        ("Paul Rask finished second in the race.", "Mara Holm finished third in the race."),
        ("Paul Rask stopped Jon Vik in the sixth round.", "Paul Rask stopped the American in the seventh round."),
        ("The patient is in a critical but stable condition.", "The patient is in a critical condition."),
        ("Acme posted a profit of 30 million in 2021.", "Acme posted a loss of 12 million in 2019."),
        ("The Centre Party won 41 percent of the vote.", "The Greens won 38 percent of the vote."),
        ("The Centre Party won 41 percent of the vote in 2021.", "The Centre Party won 38 percent of the vote."),
        ("Two men were seen near the statue.", "Three men were seen near the statue."),
        ("Shares in Acme fell 5 percent.", "Shares in Acme rose 3 percent."),
        ("All twelve miners were rescued.", "Ten of the twelve miners were rescued."),
        # Another time or tense.
        ("The mine was inspected in 2019.", "The mine had not been inspected since 2022, he said."),
        ("Mara Holm was arrested in 2019 for fraud.", "Mara Holm has not been arrested."),
        ("Mara Holm was arrested on March 3 and faces charges.", "Mara Holm has not been arrested."),
        ("Mara Holm was arrested on Monday after a fight.", "Mara Holm was questioned and was not arrested."),
        ("Mara Holm was named on Monday as coach of Sund.", "Mara Holm has not been named."),
        ("Mara Holm voted on Tuesday in Sund.", "Mara Holm has not voted here."),
        ("Mara Holm was arrested last March.", "Mara Holm has not been arrested."),
        ("An infant died in 2019.", "No child has died, the ministry said."),
        ("Police did not use tear gas on Saturday.", "Police will use tear gas."),
        ("The bridge was closed on Monday.", "The bridge is open."),
        ("Police detained Paul Rask.", "Police released Paul Rask."),
        ("Shares of Acme rose in the morning.", "Shares of Acme fell."),
        ("Mara Holm held a rally in Sund on Tuesday.", "Mara Holm held a rally in Sund on Saturday."),
        ("Some 8,000 people marched against the levy.", "On Tuesday, 3,000 people marched against the levy."),
        ("Mara Holm remained in Sund.", "Mara Holm left Sund."),
        ("This is not the first time.", "The flood was the second in Sund, which is the first time."),
        ("The fire was out of control.", "The fire was contained."),
        # How many, of two deeds or of a part of one.
        ("The Sund Navy caught 40 pirates on Saturday.", "The Sund Navy has caught 26 pirates in its fifth operation."),
        ("Acme recalled 40,000 cans of soup in 2019.", "Acme recalled 60,000 cans of soup in 2019."),
        ("Acme sold ten cars to farmers in Sund on Tuesday.", "Acme sold 30 cars on Tuesday."),
        ("Acme Bank approved 12 loans to farmers.", "Acme Bank rejected 12 loans to farmers."),
        # Said to be possible, or not said to be so.
        ("The airline may leave Sund.", "The airline will stay in Sund."),
        ("Mara Holm could be moved to Lima.", "Mara Holm will remain in Sund."),
        # Words with another meaning where they stand.
        ("Mara Holm and Paul Rask are legal experts.", "The couriers are illegal."),
        ("The court is open to new evidence.", "The court is closed."),
        # Both can be so.
        ("The boy was taken away with serious injuries.", "The boy has injuries that are not life-threatening."),
        ("Two men were seriously hurt.", "Two men suffered minor injuries."),
        ("The passengers suffered minor injuries.", "The passengers were seriously injured."),
        ("Mara Holm was taken to a clinic with serious injuries.", "Paul Rask suffered minor injuries."),
        ("The fire was caused by a short circuit.", "The fire was caused by faulty wiring."),
        ("The stake was paid in cash.", "The stake was paid in cash and in shares."),
    ],
)
def test_what_only_looks_like_it_is_none(one, other):
    assert not disputes(one, other)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The tunnel is closed.", "The tunnel is open."),
        ("The mayor has not resigned over the fraud.", "The mayor has resigned over the fraud."),
        ("Mara Holm has not been arrested.", "Mara Holm was arrested on Sunday and faces charges."),
        ("The strike was called off.", "The strike will go ahead."),
        ("The trial is set for July 10.", "The trial is now set for July 20."),
        ("Mara Holm was in critical condition.", "Mara Holm has only minor injuries left and was in good condition."),
    ],
)
def test_what_may_have_become_of_it_by_the_next_day_is_an_update(old, new):
    assert disputes(old, new, days=["2025-07-04", "2025-07-04"])
    found = reconciled(old, new, days=["2025-07-04", "2025-07-06"])
    assert not found.disputed
    assert [cluster for cluster in found.clusters if cluster.kind == "statement" and cluster.updated]


@pytest.mark.parametrize(
    ("later", "disputed"), [("2025-03-09", True), ("2025-06-09", False), ("2027-06-09", True), ("2024-06-09", True)]
)
def test_people_grow_older_and_that_is_no_dispute(later, disputed):
    found = disputes("Mara Holm is 28 years old.", "Mara Holm is 29 years old.", days=["2025-03-08", later])
    assert bool(found) is disputed


def test_a_denial_of_something_else_is_none():
    said = "Her well-received speech at the new harbour hall drew dockers, teachers and a brass band from the old port."
    assert not disputes(said, "Her office denied that she would be accepting new speeches.")


def test_what_was_done_stays_done():
    assert disputes(
        "The mayor has resigned over the fraud.",
        "The mayor has not resigned over the fraud.",
        days=["2025-07-04", "2025-07-06"],
    )


def test_what_had_been_done_when_it_was_denied_did_not_become_so():
    texts = ("Mara Holm has not been arrested.", "Mara Holm was arrested on Thursday and faces charges.")
    assert disputes(*texts, days=["2025-07-04", "2025-07-06"])


def test_how_badly_one_is_hurt_is_a_statement_of_its_own():
    text = "The pilot, Mara Holm, was taken to a clinic with serious but not life-threatening injuries."
    told = [claim for claim in reconciled(text).claims if claim.value.get("phrase") == "injury"]
    assert [(claim.subject, claim.mention.text) for claim in told] == [
        ("Mara Holm", "serious but not life-threatening injuries")
    ]
