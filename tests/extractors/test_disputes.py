"""What one thing has only one of: a time, a measure, a fate; and what looks like two accounts of it, and is of two things."""

from __future__ import annotations

import pytest

from newsrecon import Article, reconcile


def disputes(*texts, days=("2026-03-11", "2026-03-11")):
    articles = [
        Article(text, id=str(number), source=f"outlet {number}", published=day)
        for number, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    return [cluster for cluster in reconcile(articles, strict=True).disputed if cluster.kind == "statement"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dam above Tarnbridge broke at 3 a.m. on Tuesday.", "The dam gave way at about 5 a.m. on Tuesday."),
        ("The collision happened at 7:40 a.m. on Monday.", "The trains collided at 8:45 a.m. on Monday."),
        ("The hotel was built in 1911.", "The hotel was built in 1923."),
        ("The hotel was built two years ago.", "The hotel was built in 2021."),
        (
            "Acme Foods was founded in 1948. It makes soup.",
            "Acme Foods makes soup. The company was founded in 1952 by two brothers.",
        ),
        ("Mara Holm has led the party since 2019.", "Mara Holm took over the party in 2021."),
        ("The asteroid is 4 kilometres wide.", "The asteroid is only 1.5 kilometres wide."),
        ("The quake had a magnitude of 6.1.", "The quake had a magnitude of 6.3, a survey said."),
        ("The mission cost 300 million euros.", "The mission cost more than half a billion euros."),
        ("Turnout was 64 percent, the commission said.", "Turnout was below 50 percent."),
        ("The talks lasted six hours.", "The negotiations lasted less than two hours, a delegate said."),
        ("The express was travelling at 120 kilometres an hour.", "The express was going at 80 kilometres an hour."),
        ("Paul Rask was sentenced to six years in prison.", "The judge jailed Paul Rask for eight years."),
        ("The match was watched by 41,000 people.", "Only 28,000 fans watched the match."),
        ("Sund Rovers won 3-1.", "Sund Rovers won 2-1."),
        ("The jury convicted Paul Rask of fraud on Monday.", "Paul Rask was acquitted of fraud on Monday."),
        ("The bridge survived the flood.", "The bridge collapsed in the flood."),
        ("A guard was stabbed.", "No guard was hurt."),
        ("Two of the inmates have been recaptured.", "None of the inmates has been recaptured."),
        ("The drill was damaged on landing.", "The drill was not damaged, the agency said."),
        ("The spillway was inspected in January.", "The spillway was never inspected."),
        ("The alarm went off.", "The alarm did not go off."),
        ("The army sealed off the town.", "The town was not sealed off."),
        ("Paul Rask was shot dead on Monday.", "Paul Rask is alive, his lawyer said."),
        ("Mara Holm has been suspended.", "Mara Holm remains in office, the ministry said."),
        ("Mara Holm was fired.", "Mara Holm resigned."),
        ("The stadium was sold out.", "The stadium was half empty."),
        ("The museum was closed at the time.", "The museum was open, a visitor said."),
        ("The exits were locked.", "The exits were open, the owner said."),
        ("The fire started in the kitchen.", "The fire broke out in a bedroom."),
        ("The thieves fled in a white van.", "The thieves escaped on motorcycles."),
        ("Mara Holm was shot dead.", "Mara Holm was stabbed to death."),
        ("The explosion was caused by methane.", "The explosion was caused by dynamite."),
        ("Paul Rask started the fight.", "Mara Holm started the fight."),
        (
            "Acme said on Thursday its chief executive Mara Holm had been fired.",
            "The chief executive of Acme, Mara Holm, resigned on Thursday.",
        ),
        (
            "Sund Rovers beat Tarn United 2-1 in the cup final.",
            "Tarn United lost the cup final 3-1 to Sund Rovers.",
        ),
        (
            "Acme Foods makes soup. The firm will recall 40,000 cans of soup.",
            "Acme Foods makes soup. The company is recalling 400,000 cans of soup made in Tarn.",
        ),
        # Since when, by a day and by a length.
        ("Mara Holm has led the party for ten years.", "Mara Holm has led the party since 2023."),
        ("The couple have been married for 20 years.", "The couple have been married since 2018."),
        ("The factory has been closed since January.", "The factory has been closed for two years."),
        ("Mara Holm has been mayor for less than ten years.", "Mara Holm has been mayor for 14 years."),
        # One is called by an office, or in apposition.
        (
            "The captain of the Stella Maris was sober at the time, the lawyer of Captain Paul Rask said.",
            "The captain, Paul Rask, had been drinking, police said.",
        ),
        ("Paul Rask was detained on Monday night at the port.", "Paul Rask was arrested on Tuesday morning."),
        # There was none, and there was one.
        ("Officials said no oil had leaked.", "Some 40 tonnes of oil leaked into the bay."),
        ("There was no warning of the flood.", "Officials issued a warning of the flood."),
        ("A spokesman said there was no investigation.", "Prosecutors have opened an investigation."),
        ("Regulators approved the vaccine in January.", "The vaccine has not yet been approved."),
        ("Mara Holm will not get a bonus this year.", "Mara Holm will receive a bonus of 1.5 million euros."),
        # Told in another way.
        ("Mara Holm punched the guard on Monday.", "Mara Holm was filmed kicking and slapping the guard on Monday."),
        ("Paul Rask was sentenced to life in prison.", "Paul Rask was jailed for 30 years."),
        ("The bank cut its key rate from 4.5 percent to 4 percent.", "The bank cut its rate from 4.5 to 4.25 percent."),
        ("Paul Rask was convicted of murdering three men.", "A jury convicted Paul Rask of the murder of four men."),
        ("A jury convicted Paul Rask on Tuesday.", "Paul Rask was found guilty on Monday."),
        ("The unions have called a general strike for Monday.", "The general strike will take place on Friday."),
        (
            "Some 60,000 people marched through Sund on Tuesday.",
            "Police said 22,000 people took part in a march in Sund on Tuesday.",
        ),
        ("The airport was closed for three hours.", "The airport remained open."),
        (
            "Mara Holm wept as the verdict was read out.",
            "Mara Holm was convicted on Monday. The 41-year-old showed no emotion.",
        ),
        ("The body was found by a hiker on Monday.", "A fisherman found the body on Monday."),
        ("The alarm had been raised by a caretaker.", "A teacher raised the alarm."),
        (
            "Acme Foods has agreed to buy its rival Norden Mills for 8 billion dollars.",
            "Acme Foods is to take over Norden Mills in a deal worth 6 billion dollars.",
        ),
        ("Shares in Acme Foods jumped 30 percent.", "Acme Foods shares rose 12 percent."),
        ("His family paid a ransom of 2 million euros.", "No ransom was paid, the police said."),
        ("A tsunami warning was issued and lifted an hour later.", "No tsunami warning was issued."),
        ("Mara Holm will be sworn in on 1 December.", "Mara Holm will take office on 15 December."),
        ("Paul Rask got 46.1 percent.", "Paul Rask received 47.4 percent."),
        # What came out.
        (
            "The city council elected Paul Rask as acting mayor by 9 votes to 4.",
            "The council voted 8-5 to make councillor Paul Rask acting mayor.",
        ),
        ("The council voted 8-5 to approve the plan.", "The council approved the plan by nine votes to four."),
        ("The bank made a loss of 400 million euros.", "The bank reported a profit of 90 million euros."),
        ("Acme Bank will close 120 branches.", "About 80 branches will be shut."),
        ("The collapse happened at 4 a.m. on Tuesday.", "The accident happened shortly after 5 a.m. on Tuesday."),
        ("The ship was on its way from Tarn to Sund.", "The ship was on its way from Sund to Tarn."),
        ("The painting was sold to a museum for 3 million euros.", "The painting was sold for 5 million euros."),
        ("The bill passed the senate by 52 votes to 48.", "The bill passed the senate 51-49 on Wednesday."),
        ("Jon Berg was appointed finance minister on Monday.", "Anna Lind was appointed finance minister on Monday."),
        ("The museum will reopen on 3 May.", "The museum will reopen on 10 May."),
        ("Acme was fined $2 million by the regulator.", "The regulator fined Acme $3 million."),
        ("Sund won the match 2-1.", "Sund lost the match 1-2."),
        ("The suspect was shot by police.", "The suspect shot himself."),
        ("The plane was flying from Lima to Quito.", "The plane was flying from Lima to Bogota."),
        ("The truce will begin on Sunday.", "The truce is to begin on Wednesday."),
        (
            "Some 80,000 people took part in the demonstration.",
            "About 15,000 people took part in the demonstration, police said.",
        ),
        (
            "Five of the trapped miners are dead, a rescuer said.",
            "All of the trapped miners are alive, the owner said.",
        ),
        ("The two sides will exchange 300 prisoners.", "The sides will exchange 120 prisoners."),
        (
            "There were enough life jackets for everyone, the owner said.",
            "There were not enough life jackets, a survivor said.",
        ),
        ("There were enough life jackets for everyone.", "There weren’t enough life jackets, a survivor said."),
        ("Paul Rask wept as the verdict was read.", "Paul Rask showed no emotion as the verdict was read."),
        (
            "The guards were filmed, and the guards stood by silently.",
            "She was filmed hitting the guards, who fended off the blows.",
        ),
        ("Paul Rask passed the test, his lawyer said.", "Paul Rask failed the test."),
        # of what "it" is, and "the firm"
        (
            "The ship, built in 1998, ran aground.",
            "The ferry was refloated on Tuesday. It had been built in 1996 in Lima.",
        ),
        (
            "The quake hit the island at 3:42 a.m.",
            "A powerful earthquake has killed dozens of people. It struck at 4:42 a.m.",
        ),
        (
            "Acme made a loss of 210 million euros in 2025, compared with a profit of 90 million euros the year before.",
            "Acme Foods owns Tarn Mills. Acme makes soup. The firm posted a net loss of 310 million euros last year.",
        ),
        # with what is only compared
        (
            "Turnout was 71 percent, the highest since 1994.",
            "Turnout was 68 percent, down from 73 percent five years ago.",
        ),
        # of what is planned, or was said to be planned
        ("Acme plans to open the plant in May.", "Acme intends to open the plant in June."),
        ("Acme will build 300 homes in Sund.", "Acme plans to build 200 homes in Sund."),
        ("Acme said it would cut 3,000 jobs, about 8 percent of its workforce.", "Acme is to shed 3,500 jobs."),
        ("Paul Rask plans to leave the party.", "Paul Rask will stay in the party."),
        # in other words
        ("The thieves got in through a cellar window.", "The burglars entered through the roof."),
        ("The plant will close at the end of 2027.", "The factory will shut in 2026."),
        ("The vote was free and fair, observers said.", "The vote was marred by irregularities."),
        ("Mara Holm has worked for Acme for 20 years.", "Mara Holm joined Acme in 2019."),
        # of some, of whom a relative clause tells which
        ("None of the sick children had been vaccinated.", "Two of the children who fell ill had been vaccinated."),
        ("The plane had last been inspected in January.", "The plane had not been inspected since November."),
        # with more told beside, by other verbs, or of who is only meant
        (
            "Former minister Paul Rask was sentenced to seven years in prison for taking bribes.",
            "Judge Mara Holm sentenced Paul Rask to six years and ordered him to pay back 2 million euros.",
        ),
        ("Acme’s shares fell 22 percent in Zurich on Tuesday.", "Acme’s stock lost 27 percent on Tuesday."),
        (
            "Former transport minister Paul Rask was jailed. He was acquitted of perjury.",
            "A court jailed Paul Rask. The former minister was convicted of fraud and perjury.",
        ),
        ("The winning goal was scored by Paul Rask.", "Jon Berg, who came on late, scored the winning goal."),
        ("Jon Berg cast the deciding vote.", "Paul Rask cast the deciding vote."),
        ("Paul Rask, who has been in custody since March, denied it.", "Paul Rask, who is free on bail, was in Sund."),
        ("Paul Rask conceded defeat on Tuesday night.", "Paul Rask has not conceded."),
        (
            "Coach Paul Rask said he would stay at the club.",
            "Paul Rask said after the match that he was leaving the club.",
        ),
        ("Sund Rovers won the Cup for the third time.", "Sund Rovers lifted the Cup, their second triumph in it."),
        ("Sund Rovers beat Tarn 4-3 on penalties.", "Sund Rovers had beaten Tarn 5-4 on penalties after a 1-1 draw."),
        ("Mara Holm served as mayor from 2012 to 2018.", "Mara Holm became mayor in 2013."),
        (
            "The ferry was on its way from Sund to Lima.",
            "Some 40 people were on the ferry, which was heading from Lima to Sund.",
        ),
        (
            "Acme was founded in 1948. Its stock fell 14 percent on Tuesday.",
            "Acme’s shares lost 19 percent on Tuesday.",
        ),
        (
            "Mara Holm declared an emergency in three districts.",
            "Mara Holm declared a state of emergency in five districts.",
        ),
        ("The hostage was released after an hour.", "The hostage was let go after three hours."),
        ("Acme made a profit of 22 million euros last year.", "Acme lost 15 million euros last year."),
        ("Acme made a profit of 22 million euros last year.", "Acme earned 12 million euros last year."),
        # of what nobody did at all, by now
        ("The drug was approved in Japan in January.", "The drug has not yet been approved anywhere."),
        (
            "Mara Holm sold shares worth 3 million euros in December.",
            "A spokesman said Mara Holm had not sold any shares.",
        ),
        ("The board approved bonuses for managers.", "The board did not approve any bonuses."),
    ],
)
def test_two_accounts_of_one_thing_are_a_dispute(one, other):
    assert len(disputes(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dam broke shortly after 3 a.m. on Tuesday.", "The dam broke at about 3:10 a.m. on Tuesday."),
        ("The hotel was built two years ago.", "The hotel was built in 2023."),
        (
            "The museum opened its wing in Halvik three months ago.",
            "The museum opened its wing in Halvik on 28 November.",
        ),
        ("The strike began on Monday in Sund.", "The strike began on Tuesday in Lima."),
        ("The first train left at noon on Tuesday.", "The train left at 2 p.m. on Tuesday."),
        ("The hotel in Sund was built in 1911.", "The hotel in Lima was built in 1923."),
        ("The hotel was built in 1911.", "The annex of the hotel was built in 1923."),
        ("The volcano erupted in 1911.", "The volcano erupted in 1923."),
        ("A bomb exploded on Monday.", "Another bomb exploded on Tuesday."),
        ("The probe will land on 14 July.", "The probe landed on 16 July."),
        ("The museum is 4 kilometres from the station.", "The museum is 300 metres from the harbour."),
        ("The tunnel is 4 kilometres long.", "The tunnel is 12 metres wide."),
        ("The mission cost 300 million euros.", "The mission cost 200 million euros in its first year."),
        ("The painting is worth 8 million euros.", "The painting is worth more than 5 million euros."),
        ("Inflation was 4 percent in May.", "Inflation was 5 percent in June."),
        ("Mara Holm was jailed for six years for fraud.", "Mara Holm was jailed for two years for theft."),
        ("Sund Rovers won 3-1 in Lima on Saturday.", "Sund Rovers won 2-1 in Sund on Sunday."),
        ("Paul Rask was convicted of fraud.", "Paul Rask was acquitted of perjury."),
        ("The union called off a strike in March.", "The union has not called off the strike."),
        ("Mara Holm won the first round with 44 percent.", "Paul Rask won the first round in 2020."),
        ("Mara Holm accepted a ceasefire in 2021.", "Mara Holm has accepted the ceasefire."),
        ("Norden Foods recalled 40,000 cans.", "Norden Foods recalled a further 15,000 cans."),
        ("Two men entered the bank.", "Two women left the bank."),
        ("In Sund, 500 people marched.", "In Lima, 80,000 people marched."),
        ("Paul Rask was on the run for a month.", "Paul Rask was arrested on Wednesday."),
        ("Paul Rask is at large.", "Paul Rask may be arrested."),
        ("The gate was locked at night.", "The door was open."),
        ("Mara Holm was fired in 2015.", "Mara Holm resigned."),
        ("A guard was stabbed.", "No visitor was hurt."),
        ("The fire started in the kitchen.", "The fire spread to a bedroom."),
        ("The thieves arrived in a white van.", "The thieves escaped on motorcycles."),
        ("Mara Holm has led the party since 2019.", "Mara Holm became mayor in 2021."),
        (
            "The company was founded in 1948.",
            "Acme Foods was founded in 1952. Norden Foods is a rival. The company makes soup.",
        ),
        ("The truce will begin on Sunday.", "The truce began on Wednesday."),
        ("Five of the miners are dead.", "Four of the miners are alive."),
        ("Five of the miners are dead.", "The miner is alive."),
        ("The police arrested 14 people.", "The police arrested 30 people."),
        ("The sides will exchange 300 prisoners.", "The sides will exchange another 120 prisoners."),
        ("There were enough boats for everyone.", "There will not be enough boats."),
        ("Paul Rask cried at the funeral.", "Paul Rask smiled at the wedding."),
        ("The asteroid will pass the Earth in 2031.", "The asteroid passed the Earth in 2012."),
        ("Mara Holm rejected a ceasefire in January.", "Mara Holm rejected the ceasefire."),
        (
            "Acme Foods makes soup. The firm will recall 40,000 cans of soup in Tarn.",
            "Acme Foods makes soup. The company is recalling 400,000 cans of soup.",
        ),
        ("The bill passed the senate by 52 votes to 48.", "The bill passed the house 210-200."),
        ("The bill passed the senate by 52 votes to 48.", "The bill passed the senate 52-48."),
        ("Jon Berg was appointed finance minister on Monday.", "Anna Lind was appointed health minister on Monday."),
        ("Jon Berg was elected mayor of Sund on Monday.", "Anna Lind was elected mayor of Tarn on Monday."),
        ("Jon Berg was named a judge on Monday.", "Anna Lind was named a judge on Monday."),
        ("Sund Rovers beat Tarn United 2-1 in May.", "Sund Rovers beat Tarn United 3-0 in March."),
        ("Sund Rovers beat Tarn United 2-1.", "Sund Rovers beat Lund Athletic 3-0."),
        ("The guard shot himself in the foot.", "A guard was shot in the foot by a thief."),
        # By two who may be one, or of two deals.
        ("The body was found by a hiker.", "A man found the body."),
        ("The alarm was raised by a teacher.", "A teacher and a pupil raised the alarm."),
        ("A hiker found a body in Sund.", "A fisherman found a body in Tarn."),
        (
            "Acme Foods bought Norden Mills for 8 billion dollars.",
            "Acme Foods bought a mill from Norden Mills for 2 million dollars in 2015.",
        ),
        ("The price rose from 10 to 12 dollars.", "The price rose from 12 to 15 dollars."),
        ("The inflation rate rose from 4 to 5 percent.", "The interest rate rose from 4 to 4.5 percent."),
        ("The unemployment rate rose by 2 points.", "The unemployment rate among the young rose by 5 points."),
        # In two ways that may be one, or of two things.
        ("Mara Holm punched the guard on Monday.", "Mara Holm hit the guard on Monday."),
        ("Mara Holm bit the guard.", "Mara Holm punched and bit the guard."),
        ("Mara Holm pushed the bill through parliament.", "Mara Holm kicked off the debate in parliament."),
        ("Paul Rask was convicted of stealing three cars.", "Paul Rask was convicted of selling two cars."),
        ("The bank cut its key rate from 4.5 to 4 percent.", "The bank cut its staff from 900 to 700."),
        (
            "Prosecutor Paul Rask asked for six years. The 41-year-old wept.",
            "Mara Holm, 41, was convicted. She smiled.",
        ),
        # Since when: of two matters, or of one time.
        ("Mara Holm has led the party for ten years.", "Mara Holm has sat in parliament since 2023."),
        ("The factory has been closed since January 2024.", "The factory has been closed for two years."),
        ("Mara Holm has been mayor for more than ten years.", "Mara Holm has been mayor for 14 years."),
        # There was none of another, or of another time.
        ("There was no evidence of arson.", "Police found evidence of fraud."),
        ("There was no agreement.", "The two sides signed an agreement in 2015."),
        ("Officials said no oil had leaked.", "Some 40 tonnes of ash fell on the town."),
        ("Paul Rask was not fined this year.", "Paul Rask was fined in 2024."),
        # Two posts, two firms, two events, two that hold one office.
        (
            "The council elected Paul Rask as mayor by 9 votes to 4.",
            "The council elected Mara Holm as deputy mayor by 8 votes to 5.",
        ),
        (
            "The senate confirmed Paul Rask as judge by 52 votes to 48.",
            "The committee voted 11-10 to confirm Paul Rask as judge.",
        ),
        ("Acme Bank will close 120 branches.", "Norden Bank will close 80 branches."),
        ("The bank made a loss of 400 million euros in 2023.", "The bank reported a profit of 90 million euros."),
        ("The meeting took place at noon on Tuesday.", "The accident happened at 5 p.m. on Tuesday."),
        ("Paul Rask was arrested in 2019.", "Paul Rask was arrested on Tuesday."),
        ("Paul Rask was arrested on Tuesday morning.", "Paul Rask was arrested on Tuesday at 3 a.m."),
        (
            "The captain of the ferry was sober, said Captain Paul Rask. Ole Vik, the captain of the tug, was hurt.",
            "The captain, Paul Rask, had been drinking.",
        ),
        ("The first ship was on its way from Tarn to Sund.", "The second ship was on its way from Sund to Tarn."),
        # "it" may be another
        ("The ferry sank. It was built in 1998.", "The tug sank. It was built in 1991."),
        ("The court fined the club. It will appeal.", "The court will not appeal."),
        # other plans, and plans that a condition hangs on
        ("Acme plans to build 200 homes in Sund.", "Acme plans to build 300 homes in Lima."),
        ("Acme plans to open a shop in Sund in May.", "Acme plans to open a plant in Sund in June."),
        ("Acme would cut 300 jobs if the deal failed.", "Acme will cut 500 jobs."),
        ("Acme said it would cut 300 jobs in 2026 and 200 in 2027.", "Acme will cut 500 jobs."),
        ("Paul Rask wants to leave the club.", "The club wants Paul Rask to stay."),
        # other sums, times and places
        (
            "Acme made an operating profit of 3 million euros in 2025.",
            "Acme made a net profit of 1 million euros in 2025.",
        ),
        ("Acme made a profit of 3 million euros in the first quarter.", "Acme made a profit of 9 million euros."),
        ("Acme made a profit of 3 million euros in 2024.", "Acme made a profit of 9 million euros in 2025."),
        ("Turnout was 71 percent in the north.", "Turnout was 68 percent in the south."),
        ("The vote was marred by irregularities in two districts.", "The vote was free and fair in the capital."),
        ("The quake hit the island at 3:42 a.m.", "A second quake hit the island at 5:10 a.m."),
        ("The storm hit the coast at 3:42 a.m.", "The storm hit at 5:10 a.m."),
        ("Mara Holm has lived in Sund for 20 years.", "Mara Holm bought a house in Sund in 2015."),
        ("None of the children who fell ill had been vaccinated.", "Two of the children had been vaccinated."),
        # in two places, at a peak, of another thing, of another kind of score
        ("Acme’s shares fell 22 percent in Zurich.", "Acme’s shares lost 27 percent in New York."),
        ("Acme’s shares fell 22 percent.", "Acme’s shares fell as much as 27 percent before recovering."),
        ("Acme’s shares fell 22 percent.", "Acme’s sales lost 27 percent."),
        ("Sund Rovers beat Tarn 4-3.", "Sund Rovers beat Tarn 5-4 on penalties."),
        ("Sund Rovers won the Cup for the third time.", "Sund Rovers won the league for the second time."),
        ("Jon Berg scored in the opening minutes.", "Paul Rask scored in the opening minutes."),
        ("Mara Holm served as mayor from 2012 to 2018.", "Mara Holm became mayor in 2012."),
        ("Paul Rask was leaving the club when he was hit.", "Paul Rask will stay at the club."),
        ("Acme made a profit of 22 million euros.", "Acme lost 15 million euros in market value."),
        ("The hostage was held for three hours.", "The hostage was held after an hour."),
        # another sentence, another post
        (
            "Paul Rask was ordered to pay 2 million euros in damages.",
            "Paul Rask was ordered to pay 50,000 euros in costs.",
        ),
        ("Paul Rask was banned from driving for three years.", "Paul Rask was jailed for six years."),
        (
            "Paul Rask was sentenced to six years, two of them suspended.",
            "Paul Rask was sentenced to four years in prison.",
        ),
        ("Mara Holm served as mayor from 2012 to 2018.", "Mara Holm became deputy mayor in 2009."),
        # denied of less, or of another time
        ("The drug was approved in Japan in January.", "The drug has not yet been approved in Europe."),
        ("Acme sold shares in 2009.", "Acme has not sold any shares."),
        ("Paul Rask won the second round on Tuesday.", "Paul Rask has not won."),
    ],
)
def test_what_only_looks_like_another_account_is_none(one, other):
    assert not disputes(one, other)


@pytest.mark.parametrize(
    ("one", "other", "days", "disputed"),
    [
        ("The suspect was arrested on Monday.", "The suspect is still at large.", ("2026-03-10", "2026-03-11"), True),
        ("The suspect is at large.", "The suspect was arrested on Tuesday.", ("2026-03-10", "2026-03-11"), False),
        ("Paul Rask was killed.", "Paul Rask is alive, his lawyer said.", ("2026-03-10", "2026-03-11"), True),
        ("Paul Rask is alive, his lawyer said.", "Paul Rask was killed.", ("2026-03-10", "2026-03-11"), False),
        ("The painting is missing.", "The painting was recovered.", ("2026-03-10", "2026-03-11"), False),
    ],
)
def test_a_state_may_end_by_what_is_done_later(one, other, days, disputed):
    assert bool(disputes(one, other, days=days)) == disputed


def test_since_when_something_is_so_does_not_change_by_the_next_day():
    told = "Mara Holm has led the party for ten years.", "Mara Holm has led the party since 2023."
    assert len(disputes(*told, days=("2026-03-11", "2026-03-12"))) == 1
