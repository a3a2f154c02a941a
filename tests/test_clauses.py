"""The clauses of a sentence: where they begin, what they hang on, what they are about."""

from __future__ import annotations

import pytest

from newsrecon import Article
from newsrecon.clauses import clauses
from newsrecon.text import Span


def read(text):
    return clauses(text, [Span(0, len(text))])


def parts(text):
    return [clause.span.of(text) for clause in read(text)]


# A bar stands where a clause begins.
CUTS = [
    "In April, Moscow removed the group from its list of terrorist organizations | and accepted a Taliban-appointed ambassador.",
    "The mayor resigned on Monday.",
    "He resigned in May | and left the country, | which had welcomed him.",
    "The truck hit a wall, | killing two people.",
    "Police said | the driver had fled.",
    "Paul Rask said | police got a call at nine.",
    "Witnesses told police | the driver had fled.",
    "Anna Berg says | the shooting victim named Rask.",
    "The ministry announced | that it had received the letter.",
    "Moscow, | which had sent troops, | has taken steps to leave.",
    "While some countries have accepted diplomats, | they have stopped short of full recognition.",
    "The group has ruled the country | since it seized power in 2021.",
    "The army declared a government | after seizing power on 15 August 2021.",
    "The West remains cautious because of its new laws.",
    "The exhibit will be closed, | a spokesman told reporters.",
    "The boy was taken to a hospital, | according to the zoo.",
    "According to the zoo, | the boy was taken to a hospital.",
    "Officers shot and killed the driver.",
    "Women and girls and their teachers protested on Friday.",
    "In that month the river rose.",
    "“We left and came back when it rained,” said the captain.",
    "He called the plan “brave,” | adding | that it would work.",
    "The bank, | founded in 1921, | reported a loss.",
    "The mayor, | speaking in Rundvik, | called the vote a farce.",
    "The report, | published on Monday, | found | that prices rose last year.",
    "The volcano, dormant for eighty years, erupted twice.",
    "If approved, | the merger would create a giant.",
    "Asked | whether he would resign, | the minister said | he had done nothing wrong.",
    "Officials believe | the fire started in a shed.",
    "Anna Berg told the court | that he had left.",
    "Anna Berg said Wednesday | she would leave.",
    "The council said on Monday | the bridge was shut.",
    "The council said in a statement | the bridge was shut.",
    "The council said in a statement | Acme had paid.",
    "Police said late on Monday | a man had been held.",
    "The mayor told reporters | the bridge would reopen.",
    "The mayor told reporters on Monday | the bridge would reopen.",
    "The car parked on Monday near the bridge was old.",
    "Critics claim | the law will hurt the poor.",
    "Experts at the institute say | the virus came from bats.",
    "Anna Berg, head of a bank | that failed in May, | was held on Monday.",
    "Anna Berg, the owner of a firm | which sold pills, | denied it.",
    "The council elected Anna Berg as acting mayor by 9 votes to 4.",
    "They married in Sund | and had two sons.",
    "He was shot and killed in Sund.",
    "Northland’s managing director, David Browne, apologised to customers.",
    "The boy was freed | after his family paid a ransom.",
    "A tsunami warning was issued | after the island shook.",
    "The day after he left the party, | Anna Berg resigned.",
    "A boy who was shot on Monday died.",
    "The company that makes the drug says | it works.",
    "Polling stations in two districts opened late.",
    "A crew member survived with severe burns.",
    "She announced a merger | and said | the firm was proud.",
    "Acme confirms the attack | and says | no data was lost.",
    "Police said | the raid and reports of shots had frightened people.",
    "The tram hit a wall, | injuring all nine people on board, | officials said.",
]


@pytest.mark.parametrize("marked", CUTS)
def test_a_sentence_is_cut_where_clauses_begin(marked):
    expected = [part.strip() for part in marked.split("|")]
    assert parts(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("He resigned in May and left the country, which had welcomed him.", ["main", "coordinated", "relative"]),
        ("The truck hit a wall, killing two people.", ["main", "participle"]),
        ("When it rained, the roof fell in.", ["subordinate", "main"]),
        ("Police said that the driver had fled.", ["main", "content"]),
        ("Police said the driver, a former guard of the mill, had fled.", ["main", "content"]),
        ("Police said the drawing, a sketch, was safe.", ["main", "content"]),
        ("Moscow, which had sent troops, has taken steps.", ["main", "relative", "continued"]),
        ("The zoo is closed, the mayor said.", ["main", "attribution"]),
        ("The zoo is closed, said the mayor, who owns it.", ["main", "attribution", "relative"]),
        ("The zoo is closed, according to the firm, which has run it for years.", ["main", "attribution", "relative"]),
        ("The council has not yet opened the zoo.", ["main"]),
        ("The zoo was small, yet drew crowds.", ["main", "coordinated"]),
        ("The bridge, which was built in 1932, collapsed on Friday.", ["main", "relative", "continued"]),
        ("He met the mayor, who ran the town, accused of theft.", ["main", "relative", "participle"]),
        ("Anna Berg, who ran the mill until May, said it was old.", ["main", "relative", "continued", "content"]),
    ],
)
def test_each_clause_says_how_it_hangs_together(text, kinds):
    assert [clause.kind for clause in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("In May 2021, the mayor resigned.", ["the mayor"]),
        ("The mayor resigned in May and left the city.", ["The mayor", "The mayor"]),
        ("“It will rain,” said Anna Berg.", ["Anna Berg"]),
        ("“It will rain,” Anna Berg said.", ["Anna Berg"]),
        ("He thanked the ministry, which had sent a letter.", ["He", "the ministry"]),
        ("Moscow, which had sent troops, has taken steps.", ["Moscow", "Moscow", "Moscow"]),
        ("The truck hit a wall, killing two people.", ["The truck", "The truck"]),
        ("However, the court disagreed.", ["the court"]),
        ("Anna Berg, head of a bank that failed in May, was held.", ["Anna Berg", "a bank", "Anna Berg"]),
        ("The day after the vote, the mayor resigned.", ["the mayor"]),
        ("Two hours before the vote began, the mayor resigned.", ["the vote", "the mayor"]),
        ("The man who fell ill had been vaccinated.", ["The man"]),
        ("Police held the captain, Jon Berg, 52, who had fled.", ["Police", "Jon Berg"]),
        ("Flight 214, carrying a choir, crashed on Friday.", ["Flight 214", "Flight 214", "Flight 214"]),
        ("Police held a 44-year-old teacher who had fled.", ["Police", "a 44-year-old teacher"]),
        ("Washington watched closely, which helped.", ["Washington", "Washington"]),
        ("Berg said after the match that he would go.", ["Berg", "he"]),
        ("Berg told reporters in Sund that she would go.", ["Berg", "she"]),
        ("A company that makes the drug said sales rose.", ["A company", "sales"]),
        ("A group that demands more rights for the region claimed the attack.", ["A group"]),
        ("The barriers at the Velm crossing failed twice.", ["The barriers at the Velm crossing"]),
    ],
)
def test_the_subject_is_found_or_shared(text, subjects):
    assert [clause.subject and clause.subject.of(text) for clause in read(text)] == subjects


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Inspectors found a crack in the wall.", ["found"]),
        ("The bridge, which was built in 1932, collapsed on Friday.", [None, "was", "collapsed"]),
        ("The mayor, who has run the town for ten years, resigned.", [None, "has", "resigned"]),
        ("The man accused of the theft was released.", ["was"]),
        ("The man arrived in the town.", ["arrived"]),
        ("The volcano, dormant for eighty years, erupted twice.", ["erupted"]),
        ("The 34-year-old, named locally as Tom Hale, was dead.", ["was"]),
        ("Police used tear gas.", ["used"]),
        ("People who fell ill were taken to hospital.", ["were"]),
        ("A boy who was shot on Monday died.", ["died"]),
        ("The storm that hit the island killed four people.", ["killed"]),
        ("Thousands have fled since fighting broke out.", ["have"]),
        ("The sinking killed 30 people.", ["killed"]),
        ("The Lyon bombing wounded three soldiers on Monday.", ["wounded"]),
        ("A car bombing killed 12 people.", ["killed"]),
        ("The painting, sold in 1990, fetched 3 million.", [None, "sold", "fetched"]),
        ("Police saw a man carrying wounded children.", ["saw"]),
        ("Two died in the crash.", ["died"]),
        ("All survived the crash.", ["survived"]),
        ("Thousands marched in Sund on Monday, police said.", ["marched", "said"]),
        ("Two injured in the crash were taken to Sund.", ["were"]),
        ("Some wounded soldiers were taken to Sund.", ["were"]),
        ("Two wounded soldiers were taken to Sund.", ["were"]),
    ],
)
def test_the_verb_of_a_clause_is_its_own(text, verbs):
    assert [clause.verb and clause.verb.of(text) for clause in read(text)] == verbs


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        # A participle only describes the noun in front of it.
        ("A bus carrying tourists hit a wall.", "A bus carrying tourists", "hit"),
        ("Police investigating the murder arrested a man.", "Police investigating the murder", "arrested"),
        ("Residents living near the dam left their homes.", "Residents living near the dam", "left"),
        ("A car driven by the mayor hit a tree.", "A car driven by the mayor", "hit"),
        ("A boy hit by a car died.", "A boy hit by a car", "died"),
        ("A bomb planted under a bridge killed four soldiers.", "A bomb planted under a bridge", "killed"),
        ("The firm founded by Berg employs 40 people.", "The firm founded by Berg", "employs"),
        ("The worst hit was the town of Lund.", "The worst hit", "was"),
        ("Workers rebuilding homes after the flood.", "Workers", "rebuilding"),
        ("He's hoping the mayor will pay.", "He", "hoping"),
        ("Experts looking at how the site rated the film agree.", "Experts", "looking"),
        # Here the first form is the verb.
        ("Prices increased by 4 percent in shops visited by us.", "Prices", "increased"),
        ("He played in goals scored by Berg.", "He", "played"),
        ("She talked about a deal signed a year ago.", "She", "talked"),
        ("The singer performed in a play called a farce.", "The singer", "performed"),
        # Who says so, between commas, is not who does it.
        ("The mayor, police said, was unhurt.", "The mayor", "was"),
        ("The blast, experts believe, was caused by gas.", "The blast", "was"),
        # A time in front is no subject.
        ("This week, police arrested two men.", "police", "arrested"),
        ("Last week Berg sold the house.", "Berg", "sold"),
        ("On Monday police closed the road.", "police", "closed"),
        ("In May 2021 Moscow closed the school.", "Moscow", "closed"),
        ("On July 6, 2015, Sanders made a speech.", "Sanders", "made"),
        ("Two days later the army took the town.", "the army", "took"),
        ("A day earlier, a bomb killed four people.", "a bomb", "killed"),
        ("Hours after the attack, police closed the road.", "police", "closed"),
        ("Early on 3 May 2021 the bridge fell.", "the bridge", "fell"),
        ("At 3 a.m. on Monday, a bomb went off.", "a bomb", "went"),
        ("Last year, though, prices fell.", "prices", "fell"),
        ("Since last May, according to the union, firms have cut 400 jobs.", "firms", "have"),
        ("And last summer, while visiting Lund, Berg met the mayor.", "Berg", "met"),
        ("The march, calm at first, ended in a fight.", "The march", "ended"),
        ("The night, quiet until then, ended in a fight.", "The night", "ended"),
        ("The spring, dry for years, filled again.", "The spring", "filled"),
        ("Family, friends and neighbours came.", "Family, friends and neighbours", "came"),
        ("Italy, France and Spain signed the treaty.", "Italy, France and Spain", "signed"),
        ("A second, smaller bomb exploded in Lund.", "A second", "exploded"),
        ("Emily, a nurse, left the party.", "Emily", "left"),
        ("Last year was the hottest on record.", "Last year", "was"),
        ("The week ended in violence.", "The week", "ended"),
        ("May, the minister, resigned.", "May", "resigned"),
        ("The day care centre was closed.", "The day care centre", "was"),
        # Nor is what only leads to it, or tells what it is.
        ("Worse, the dam broke.", "the dam", "broke"),
        ("Indeed, prices fell again.", "prices", "fell"),
        ("Back in Lund, police arrested a man.", "police", "arrested"),
        ("In all, 40 people died.", "40 people", "died"),
        ("Perhaps the bank will pay.", "the bank", "will"),
        ("Unlike Berg, Holm voted for the plan.", "Holm", "voted"),
        ("A former teacher, Berg won the vote.", "Berg", "won"),
        ("The former mayor, Jon Berg, won the vote.", "The former mayor", "won"),
        ("Kelly initially came under fire.", "Kelly", "came"),
        ("In 2013 Strong was charged with theft.", "Strong", "was"),
        ("At around 9 a.m. on Monday deputies were called to the port.", "deputies", "were"),
        ("During the search the body of a man was found.", "the body of a man", "was"),
        ("In a statement released Monday, Berg denied the charge.", "Berg", "denied"),
        ("Both were taken to hospital.", "Both", "were"),
        ("Noon Saturday they came home.", "they", "came"),
        ("Throughout the afternoon officers searched the house.", "officers", "searched"),
        ("Monday at a meeting in Lund, Berg addressed the students.", "Berg", "addressed"),
        ("In Europe it is lower.", "it", "is"),
        ("Voters asked to stay could leave at noon.", "Voters asked to stay", "could"),
        ("Acme Inc. said it had sold the mill.", "Acme Inc.", "said"),
        ("The Wilmington, Del., company reported a loss.", "The Wilmington, Del., company", "reported"),
        ("In heavy trading on Friday, shares fell.", "shares", "fell"),
        ("To win, Berg needs 40 seats.", "Berg", "needs"),
        ("At Saturday's debate, Holm blasted Berg.", "Holm", "blasted"),
        ("At one point, Berg left the room.", "Berg", "left"),
        ("In a video made by the Globe, a diplomat denied the charge.", "a diplomat", "denied"),
        ("James Holm, the deputy injured in the attack, has left the force.", "James Holm", "has"),
        ("The bridge that Berg built in 1932 fell on Monday.", "The bridge that Berg built in 1932", "fell"),
        ("The pay cut angered workers.", "The pay cut", "angered"),
        ("Freeing the men was a mistake.", "Freeing the men", "was"),
        ("Broadcast networks have lost money, but not much.", "Broadcast networks", "have"),
        (
            "The boy killed just yards from his school was named on Monday.",
            "The boy killed just yards from his school",
            "was",
        ),
        ("Lund Housing Commission video shows the car.", "Lund Housing Commission video", "shows"),
        ("A study showed just how easily a virus could spread.", "A study", "showed"),
        ("Some delegates at the meeting fell ill.", "Some delegates at the meeting", "fell"),
    ],
)
def test_a_sentence_has_the_subject_and_the_verb_of_its_main_clause(text, subject, verb):
    found = read(text)[0]
    assert (found.subject and found.subject.of(text), found.verb and found.verb.of(text)) == (subject, verb)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Police arrested a man in Lund who had robbed a bank.", "a man"),
        ("They searched a house in Sund which belonged to Berg.", "a house"),
        ("The council mourned a crash on Elm Road on Monday that killed two people.", "a crash"),
        ("She flew to Sund, which lies on the coast.", "Sund"),
        ("They met a nurse in Miami, Fla., who had fled.", "a nurse"),
        ("They met Ada Lind of Miami, Fla., who had fled.", "Ada Lind"),
        ("Born in Sund, Holm moved to Lund.", "Holm"),
        ("Hit by a lorry on Monday, she lost a leg.", "she"),
        ("They fled when responding officers arrived.", "responding officers"),
        ("The driver died after being hit by a lorry.", "The driver"),
    ],
)
def test_a_clause_without_a_subject_of_its_own_is_about_what_it_hangs_on(text, subject):
    hanging = next(clause for clause in read(text) if clause.kind in ("relative", "participle", "subordinate"))
    assert hanging.subject.of(text) == subject


def test_what_goes_on_with_who_said_it_does_not_hang_on_what_was_said():
    text = "The ministry said the move will lead to cooperation, adding that it will seek trade."
    assert [clause.governor for clause in read(text)] == [None, 0, 0, 2]
    assert read(text)[2].subject.of(text) == "The ministry"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The plan faces criticism from farmers.", "faces"),
        ("Dock unions fear layoffs.", "fear"),
        ("The lake also attracts cyclists.", "attracts"),
        ("The capture of the dam ends ten weeks of siege.", "ends"),
        ("Peace talks in Geneva", None),
        ("The end of the plan.", None),
    ],
)
def test_a_sentence_that_ends_with_a_full_stop_has_a_verb_that_agrees_with_its_subject(text, verb):
    (clause,) = read(text)
    assert (clause.verb.of(text) if clause.verb else None) == verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("She met the mayor, named in the report as a witness.", "named"),
        ("They found a bag, left on the seat.", "left"),
    ],
)
def test_a_participle_is_the_verb_of_the_clause_that_it_opens(text, verb):
    assert read(text)[-1].verb.of(text) == verb


def test_a_sentence_without_a_verb_is_one_clause():
    (clause,) = read("Rising concerns about prices")[:1]
    assert clause.span == Span(0, 28)


def test_an_article_shares_its_clauses():
    article = Article("Rain fell.\n\nIt stopped on Monday, the mayor said.")
    found = [clause.span.of(article.text) for clause in article.clauses]
    assert found == ["Rain fell.", "It stopped on Monday,", "the mayor said."]
