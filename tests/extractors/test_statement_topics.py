"""What two statements only speak of does not make them one; what both say of it does."""

from __future__ import annotations

import pytest

from newsrecon import Article, Context, extract
from newsrecon.extractors import aliases, dates, statements
from newsrecon.extractors.statement_matching import statement_matcher
from newsrecon.extractors.statement_topics import apart_in_what_they_say, one_topic
from newsrecon.matching import Relation
from newsrecon.reconciliation.names import register

MATCHER = statement_matcher()


def read(*texts):
    """The first statement of each text, as the matcher sees it."""
    articles = [Article(text, id=str(number), published="2025-07-04") for number, text in enumerate(texts)]
    claims = extract(articles, plugins=[aliases, dates, statements], strict=True).claims
    context = Context(names=register([claim for claim in claims if claim.kind == "alias"]).index)
    firsts = {claim.mention.article: claim for claim in reversed(claims) if claim.kind == "statement"}
    return [MATCHER.read(firsts[article], context) for article in sorted(firsts)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mould had been discovered in flour from the Tarnby mill.", "The mill in Tarnby burned down."),
        ("The paper mill hired forty apprentices.", "The paper mill poisoned the stream."),
        ("Divers searched the old harbour basin.", "Smugglers sailed from the old harbour basin."),
        ("Harbour master Anna Berg resigned.", "Harbour master Anna Berg praised the fishermen."),
        # two verbs of which nothing is known
        ("The harbour ferry terminal is old.", "The harbour ferry terminal got a roof."),
    ],
)
def test_one_noun_phrase_of_which_two_things_are_said_joins_nothing(one, other):
    likeness = MATCHER.same(*read(one, other))
    assert likeness.score < MATCHER.threshold
    assert not likeness.veto
    assert likeness.reason.startswith("both only speak of ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one verb, or another for the same
        ("The mill in Tarnby burned down.", "The Tarnby mill burned to the ground."),
        ("Divers searched the old harbour basin.", "The old harbour basin was searched by the navy."),
        # the phrase holds the verb
        ("The passengers were rushed to a nearby clinic.", "Most were taken to a nearby clinic."),
        # a verb that tells nothing leaves it to the phrase
        ("The pilot was in serious but stable condition.", "The pilot is in stable condition."),
        ("The shotgun went off.", "Suddenly the shotgun went off."),
        # something beside the phrase
        ("The Tarnby mill burned down after an explosion.", "An explosion wrecked the mill in Tarnby."),
    ],
)
def test_what_both_say_of_it_joins(one, other):
    assert MATCHER.same(*read(one, other)).score >= MATCHER.threshold


def test_one_word_that_is_a_verb_here_and_a_noun_there_is_no_agreement():
    noun, verb = read("Visitors admired the painted signs.", "The tenants signed.")
    both = noun.words & verb.words
    assert len(both) == 1
    assert one_topic(noun, verb, both)
    assert one_topic(verb, noun, both)
    assert not one_topic(verb, verb, both)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # words that tell little in any story
        ("That was the first time.", "She went there for the first time."),
        # a verb alone
        ("The sailors refused the rum.", "The charges were refused."),
        # one word
        ("Fog made the way more confusing for the sailors.", "It was a confusing sermon."),
        ("Chaplains were on hand for the widows.", "Nobody knows how the boy got his hands on the keys."),
        # only of whom one of them is
        ("Mayor Anna Berg announced a tender.", "Mayor Anna Berg announced a sale."),
        ("Two nurses of the Tarnby clinic were identified.", "The Tarnby clinic fired a gardener."),
        ("The Sund Ferry Company is ill-famed.", "Four lines are run by the Sund Ferry Company."),
        # what was taken back
        (
            "The journal retracted the paper on a comet with two tails.",
            "A team saw two tails on a comet, says the paper.",
        ),
        # a fire in one noun phrase, of which one tells the cause
        ("An electrical fault caused the fire at the Tarnby paper mill.", "A fire broke out at the Tarnby paper mill."),
        # a name alone, and what is to come
        ("The verdict in the trial of Jon Berg is expected soon.", "Jon Berg was found guilty."),
        ("The council will vote on the stadium in Sund.", "The council approved the stadium in Sund."),
        # one word and a time of which much else is
        ("The strike planned for Thursday was called off.", "Trains will be hit by a strike on Thursday."),
        ("The toll of the plane crash stands at three.", "It was the third fatal plane crash in Norland this year."),
        ("The Tarnby Bank took over the Sund Bank.", "The shares of the Tarnby Bank fell."),
        # other numbers of what each tells
        ("Anna Lind leads with 48 percent of the vote.", "Anna Lind won the election with 51 percent of the vote."),
        ("The storm had winds of 120 km/h.", "The storm strengthened, with winds of 160 km/h."),
        ("Twelve people fell ill after the wedding in Sund.", "Forty guests fell ill after the wedding in Sund."),
        ("All seven were in stable condition.", "Six men were in stable condition."),
        # a time alone
        ("Police searched a Tarnby house on 4 May 2026.", "A boy was hurt at a Tarnby house on 4 May 2026."),
        # another of two
        # another doer, another way
        ("The attack on the port was carried out by Norland.", "Sundia carried out the attack on the port."),
        ("The cruiser sailed from Lima to Quito.", "The cruiser sailed from Lima to Bogota."),
        # that somebody said something
        ("“It was a miracle,” said chief Jan Kolar of the Sund ferries.", "Chief Jan Kolar left the Sund board."),
        # how many there are of what somebody has
        ("Tarnby Bank had 3,000 customers.", "The fraud cost customers of Tarnby Bank 80 million euros."),
        ("Two managers of Tarnby Bank were fined.", "The two managers of Tarnby Bank were given awards."),
        ("Rights groups have condemned the move of Norland.", "Jon Berg condemned the move of Norland."),
        # to what number something has come
        ("The death toll from the collapse of a dam in Sund rose to 14.", "A dam collapsed in Sund."),
        # what somebody is, and what something else is
        ("Anna Berg is the first woman to win the cup.", "It was the club's first cup win."),
        # two deeds of one doer
        ("The storm killed twelve people in Sund.", "The storm destroyed hundreds of homes in Sund."),
        # how many of another sort
        ("Two police officers were killed in the blast in Sund.", "The blast in Sund killed five workers."),
        ("Police in Sund arrested 45 people.", "Police in Sund arrested twenty protesters."),
        # another, too
        ("A bus caught fire in Sund after the crash.", "A lorry also caught fire in Sund after the crash."),
        # other lengths, in two units
        ("The ferry Berta was 2.1 km off the rocks.", "The ferry Berta was about 500 metres off the rocks."),
        # that somebody said something
        ("Anna Berg admitted on Monday that the ferry leaked.", "Anna Berg admitted in court that she had lied."),
        # a word in a compound
        ("The strike of ferry pilots ended the low-cost talks.", "The strike of ferry pilots cost 40 jobs a day."),
        # a word or two, a small part of what either says
        (
            "A guard who took the place of a hostage during an attack on a mill in Sund has died of his wounds.",
            "Fifteen sailors were wounded in the attack.",
        ),
        (
            "Mayor Anna Berg visited the harbour and promised quick help.",
            "She had promised 100 million euros in emergency aid earlier.",
        ),
        # what was not done to its end
        ("Mayor Anna Berg visited Sund on Monday.", "Mayor Anna Berg cut short her visit."),
        # what somebody is asked to do, and did, or will do
        ("Neighbours want the Tarnby zoo to be shut.", "The Tarnby zoo will be shut until Friday."),
        ("Farmers call on Mayor Berg to repeal the levy.", "Mayor Berg repealed the levy on hay."),
    ],
)
def test_what_says_only_of_whom_it_is_bears_nothing_out(one, other):
    left, right = read(one, other)
    assert apart_in_what_they_say(left, right)
    assert apart_in_what_they_say(right, left)
    assert MATCHER.relate(left, right).relation in (Relation.UNRELATED, Relation.CONFLICTS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Divers searched the old harbour basin.", "The old harbour basin was searched by the navy."),
        ("The Tarnby mill burned down after an explosion.", "An explosion wrecked the mill in Tarnby."),
        # the deed is told by its noun
        ("The explosion at the Tarnby mill hurt a cook.", "The Tarnby mill exploded."),
        ("The mayor’s wedding took place in Sund.", "The mayor held a wedding in Sund."),
        # what happens only once
        ("One of the divers died.", "A tourist has died."),
        # a time or a number in common
        ("Harbour master Anna Berg left on Monday.", "Harbour master Anna Berg was in town on Monday."),
        ("Anna Berg has twelve boats.", "Anna Berg lost twelve boats."),
        ("Twelve people fell ill at a wedding in Sund.", "Some twelve guests fell ill at a wedding in Sund."),
        ("The blast in Sund killed five workers.", "Five people were killed in the blast in Sund."),
        ("The ferry Berta was 2.1 km off the rocks.", "The ferry Berta was 2,100 metres off the rocks."),
        # a deed and what it is done to, or who does it
        (
            "The mayor had smoked crack cocaine, after months of denials, in a drunken stupor.",
            "After the vote in May he admitted smoking crack.",
        ),
        ("A ferry with pupils on a trip sank off the southern coast of Norland.", "The ferry sank within two hours."),
        # a number of one thing
        (
            "The party took 282 of 543 seats, the first majority for a single party in 30 years.",
            "The Harbour Party won 282 seats in the election.",
        ),
        ("Anna Berg demanded 5 million euros for the wall.", "Anna Berg wants 5 million euros for a wall."),
        # a bound that the other lies above; some who are counted here and there
        (
            "At least 717 pilgrims were killed in the crush in Sund.",
            "More than 1,400 people died in the crush in Sund.",
        ),
        (
            "Nine officers and two workers were hurt in the blast in Sund.",
            "Two workers were hurt in the blast in Sund.",
        ),
        # verbs that may tell one deed
        ("Norland will raise the minimum wage in May 2026.", "The minimum wage will go up in May 2026."),
        ("The dam above Sund burst after days of rain.", "The dam above Sund broke after days of rain."),
        ("Sund Rovers hired a Danish coach.", "Sund Rovers appointed a Danish coach."),
        ("The talks in Sund collapsed on Sunday.", "The talks in Sund broke down on Sunday."),
        ("Residents of Sund were ordered to leave their homes.", "Residents of Sund were told to evacuate."),
        ("A capsule built by Acme docked with the new station.", "The Acme capsule reached the station in orbit."),
        ("The bride wore a dress by Anna Berg and a long veil.", "Her dress was designed by Anna Berg of Sund."),
        ("The tanker crashed into a fishing boat near Sund.", "The tanker hit a boat with three men aboard."),
        ("The bank in Sund lifted its rate again.", "The bank has raised its rate."),
    ],
)
def test_what_both_say_bears_it_out(one, other):
    assert apart_in_what_they_say(*read(one, other)) is None
