"""Every sort of time expression that is promised, and every sort of false friend, with sentences of our own.

All are read on Friday, 4 July 2025.
"""

from __future__ import annotations

import pytest

from newsrecon import Article
from newsrecon.extractors.dates import extract_claims


def found(text: str, published: str | None = "2025-07-04") -> list[tuple[str, str]]:
    return [(claim.mention.text, claim.value["timex"]) for claim in extract_claims(Article(text, published=published))]


def mods(text: str) -> list[tuple[str, str, str | None]]:
    values = [claim.value for claim in extract_claims(Article(text, published="2025-07-04"))]
    return [(value["type"], value["timex"], value["mod"]) for value in values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # numeric: ISO, with a clock; day first or month first as evidence tells
        ("Published 2025-07-03T14:30:00Z.", [("2025-07-03T14:30:00Z", "2025-07-03T14:30")]),
        ("It closed on 3/7/2025 after 25/12/2024.", [("3/7/2025", "2025-07-03"), ("25/12/2024", "2024-12-25")]),
        ("It closed on 3/7/2024 after 12/25/2023.", [("3/7/2024", "2024-03-07"), ("12/25/2023", "2023-12-25")]),
        ("It closed on 7/3/2025.", [("7/3/2025", "2025-07-03")]),
        ("It closed on 2/7/2025.", [("2/7/2025", "2025-07-02")]),
        ("It closed on 03.07.2025.", [("03.07.2025", "2025-07-03")]),
        ("It closed on 04-07-2025.", [("04-07-2025", "2025-07-04")]),
        ("It closed on 3-Jul-2025.", [("3-Jul-2025", "2025-07-03")]),
        # lists and ranges with shared heads
        ("It was the 3rd and 4th of July.", [("the 3rd", "2025-07-03"), ("4th of July", "2025-07-04")]),
        ("It lasted from the 3rd to the 4th of July.", [("the 3rd", "2025-07-03"), ("the 4th of July", "2025-07-04")]),
        ("It was 3, 4 and 5 July.", [("3", "2025-07-03"), ("4", "2025-07-04"), ("5 July", "2025-07-05")]),
        ("It was open Monday 20, Tuesday 21 April.", [("Monday 20", "2025-04-20"), ("Tuesday 21 April", "2025-04-21")]),
        (
            "The vote was on July 3, 4 and 5, 2024.",
            [("July 3", "2024-07-03"), ("4", "2024-07-04"), ("5, 2024", "2024-07-05")],
        ),
        (
            "It ran from May 15 to August 16, 1988.",
            [("May 15", "1988-05-15"), ("August 16, 1988", "1988-08-16")],
        ),
        (
            "It ran from November 15 to February 15, 1989.",
            [("November 15", "1988-11-15"), ("February 15, 1989", "1989-02-15")],
        ),
        ("The winter (December-March 1794) was cold.", [("December", "1793-12"), ("March 1794", "1794-03")]),
        ("Between 1996 and 2001 he ruled.", [("1996", "1996"), ("2001", "2001")]),
        ("The 2019/20 season was cut.", [("2019", "2019"), ("20", "2020")]),
        ("In 1066, 1492 and 1789 it changed.", [("1066", "1066"), ("1492", "1492"), ("1789", "1789")]),
        # fiscal years, quarters, halves, decades, centuries, eras
        ("Sales fell in fiscal 1990.", [("fiscal 1990", "1990")]),
        ("Sales rose in Q3 2024 and in H1 of 2025.", [("Q3 2024", "2024-Q3"), ("H1 of 2025", "2025-H1")]),
        ("Taste of the early eighties.", [("the early eighties", "198")]),
        (
            "Art of the late 19th and early 20th centuries.",
            [("the late 19th", "18"), ("early 20th centuries", "19")],
        ),
        ("Augustus died in AD 14.", [("AD 14", "0014")]),
        ("A villa of the 3rd century AD.", [("the 3rd century AD", "02")]),
        ("It opened in January nineteen ninety-seven.", [("January nineteen ninety-seven", "1997-01")]),
        ("They feared the year two thousand.", [("the year two thousand", "2000")]),
        # weekdays and days of the month
        ("The parade is on the first Monday of May.", [("the first Monday of May", "2026-05-04")]),
        ("Clocks go back on the last Sunday in October 2026.", [("the last Sunday in October 2026", "2026-10-25")]),
        ("He left on the 15th.", [("the 15th", "2025-06-15")]),
        ("A week from Tuesday the court sits.", [("A week from Tuesday", "2025-07-15")]),
        ("They leave the day after tomorrow.", [("the day after tomorrow", "2025-07-06")]),
        ("They left the day before yesterday.", [("the day before yesterday", "2025-07-02")]),
        # clock times with zones, parts of the day
        (
            "The blast came at 6:05 p.m. (2205 GMT).",
            [("6:05 p.m.", "2025-07-04T18:05"), ("2205 GMT", "2025-07-04T22:05")],
        ),
        (
            "The quake hit at 2:46 p.m. (0546 GMT) on March 11, 2011.",
            [("2:46 p.m.", "2011-03-11T14:46"), ("0546 GMT", "2011-03-11T05:46"), ("March 11, 2011", "2011-03-11")],
        ),
        ("It struck at 1430 hours.", [("1430 hours", "2025-07-04T14:30")]),
        ("He left at half past three.", [("half past three", "2025-07-04T03:30")]),
        ("Shots rang at a quarter to five.", [("a quarter to five", "2025-07-04T04:45")]),
        ("Updated 3 Jul 2025 14:30 BST.", [("3 Jul 2025 14:30 BST", "2025-07-03T14:30")]),
        (
            "He fell on 3 July. In the afternoon he died.",
            [("3 July", "2025-07-03"), ("the afternoon", "2025-07-03TAF")],
        ),
        ("They work at night.", [("night", "XXXX-XX-XXTNI")]),
        # counted from now or from the time before
        ("A fortnight ago they came.", [("A fortnight ago", "2025-W25")]),
        ("Half a century ago it began.", [("Half a century ago", "1975")]),
        ("A year and a half ago it began.", [("A year and a half ago", "2024-01")]),
        ("In 20 years' time he will be old.", [("20 years' time", "2045")]),
        ("The war began in 1939. Two years on, it had spread.", [("1939", "1939"), ("Two years on", "1941")]),
        (
            "He won on 10 May 1940. Days before, he lost. Three days before, too.",
            [("10 May 1940", "1940-05-10"), ("Days before", "PAST_REF"), ("Three days before", "1940-05-07")],
        ),
        (
            "He won on 10 May 1940. The day before, he had lost.",
            [("10 May 1940", "1940-05-10"), ("The day before", "1940-05-09")],
        ),
        ("He was shot last Oct. 23.", [("last Oct. 23", "2024-10-23")]),
        ("It is this coming Sunday, July sixth.", [("this coming Sunday, July sixth", "2025-07-06")]),
        ("It fell at mid-afternoon yesterday.", [("mid-afternoon yesterday", "2025-07-03TAF")]),
        ("Earlier Thursday, he fled.", [("Earlier Thursday", "2025-07-03")]),
        ("The day after Christmas 2024 he fled.", [("The day after Christmas 2024", "2024-12-26")]),
        ("The night before July 4 he fled.", [("The night before July 4", "2025-07-03TNI")]),
        ("It was the latter part of the year.", [("the latter part of the year", "2025")]),
        ("They did well in recent months.", [("recent months", "PXM")]),
        ("They will do well in the coming weeks.", [("the coming weeks", "PXW")]),
        ("The bond will be repaid in five years.", [("five years", "2030")]),
        ("It was built in five years.", [("five years", "P5Y")]),
        ("It will one day be sold, they said.", [("one day", "FUTURE_REF")]),
        ("He died on 3 May. An hour later, she died.", [("3 May", "2025-05-03"), ("An hour later", "PT1H")]),
        ("It is the second week of June 2025.", [("the second week of June 2025", "2025-W24")]),
        ("It was the last weekend of March.", [("the last weekend of March", "2025-W13-WE")]),
        ("It ends on the last day of February 2024.", [("the last day of February 2024", "2024-02-29")]),
        (
            "Sales began in week 27 of 2024 and in 2025-W03.",
            [("week 27 of 2024", "2024-W27"), ("2025-W03", "2025-W03")],
        ),
        ("At the turn of the century it grew.", [("the turn of the century", "20")]),
        ("They want it by the end of the decade.", [("the end of the decade", "202")]),
        ("The first half of the 1990s was good.", [("The first half of the 1990s", "199")]),
        ("The fall in the 470s BC.", [("the 470s BC", "BC047")]),
        ("The revolt (499-493 BC) failed.", [("499", "BC0499"), ("493 BC", "BC0493")]),
        ("It fell between 58 and 50 BC.", [("58", "BC0058"), ("50 BC", "BC0050")]),
        ("It fell at noon on Boxing Day 2016.", [("noon on Boxing Day 2016", "2016-12-26T12:00")]),
        ("It fell at 5 p.m. GMT on Thanksgiving.", [("5 p.m. GMT on Thanksgiving", "2024-11-28T17:00")]),
        ("It fell at noon on Easter eggs.", [("noon", "2025-07-04T12:00")]),
        ("They met from 3 to 5 p.m.", [("3", "2025-07-04T15:00"), ("5 p.m.", "2025-07-04T17:00")]),
        ("It is open 11-1 p.m. daily.", [("11", "2025-07-04T11:00"), ("1 p.m.", "2025-07-04T13:00"), ("daily", "P1D")]),
        ("It lasted spring and summer of 2020.", [("spring", "2020-SP"), ("summer of 2020", "2020-SU")]),
        (
            "It is strong in the second and fourth quarters.",
            [("the second", "XXXX-Q2"), ("fourth quarters", "XXXX-Q4")],
        ),
        ("Clubs open Friday and Saturday nights.", [("Friday", "XXXX-WXX-5TNI"), ("Saturday nights", "XXXX-WXX-6TNI")]),
        ("They play on weekends.", [("weekends", "XXXX-WXX-WE")]),
        ("Net rose in the quarter ended May 31.", [("the quarter", "2025-Q2"), ("May 31", "2025-05-31")]),
        ("It lost money in the fiscal second quarter of 2024.", [("the fiscal second quarter of 2024", "2024-Q2")]),
        ("They met after Eid al-Fitr.", [("Eid al-Fitr", "2025-03-30")]),
        ("Chinese New Year 2024 was cold.", [("Chinese New Year 2024", "2024-02-10")]),
        ("He left before Passover.", [("Passover", "2025-04-13")]),
        ("The barns struck overnight burned.", [("overnight", "2025-07-03TNI")]),
        ("The barns will be searched overnight.", [("overnight", "2025-07-04TNI")]),
        ("Clashes went on overnight Tuesday.", [("overnight Tuesday", "2025-07-01TNI")]),
        ("It took a day or two.", [("a day or two", "PXD")]),
        ("It will be sold in a year or two.", [("a year or two", "FUTURE_REF")]),
        ("After a month-and-a-half-long strike they won.", [("a month-and-a-half-long", "P1.5M")]),
        (
            "In the second quarter it lost money. In that quarter, it sold its mine.",
            [("the second quarter", "2025-Q2"), ("that quarter", "2025-Q2")],
        ),
        ("The 17 year-old boy fell.", [("17 year-old", "P17Y")]),
        # seasons, halves, eras
        ("Fires raged the past three summers.", [("the past three summers", "XXXX-SU")]),
        ("It was cold in the winter of 2010-11.", [("the winter of 2010-11", "2010-WI")]),
        ("At the turn of the millennium it grew.", [("the turn of the millennium", "20")]),
        ("By mid-week it had spread.", [("mid-week", "2025-W27")]),
        ("In the 1990's it grew.", [("the 1990's", "199")]),
        ("It was built c. 1500.", [("1500", "1500")]),
        ("Vesuvius erupted in A.D. 79.", [("A.D. 79", "0079")]),
        ("It fell in the last quarter.", [("the last quarter", "2025-Q2")]),
        ("It fell in the final quarter of 2024.", [("the final quarter of 2024", "2024-Q4")]),
        ("Net for the 2025 fiscal year rose.", [("the 2025 fiscal year", "2025")]),
        ("It rained in the first half of July.", [("the first half of July", "2025-07")]),
        # one beyond the next, one before the last
        ("They met the week before last.", [("the week before last", "2025-W25")]),
        ("He died the night before last.", [("the night before last", "2025-07-02TNI")]),
        ("They vote the Sunday after next.", [("the Sunday after next", "2025-07-13")]),
        ("It was this past weekend.", [("this past weekend", "2025-W26-WE")]),
        ("It is the coming weekend.", [("the coming weekend", "2025-W27-WE")]),
        ("They left the Friday before Christmas.", [("the Friday before Christmas", "2024-12-20")]),
        ("It was on Friday the 13th.", [("Friday the 13th", "2025-06-13")]),
        ("Two-and-a-half years ago it began.", [("Two-and-a-half years ago", "2023-01")]),
        ("It fell moments ago.", [("moments ago", "PAST_REF")]),
        ("Two years back, he fell.", [("Two years back", "2023")]),
        ("He spent two years back home.", [("two years", "P2Y")]),
        ("A year ago today it fell.", [("A year ago today", "2024-07-04")]),
        ("A week ago Tuesday it fell.", [("A week ago Tuesday", "2025-06-24")]),
        ("It fell in March. It will rise in the coming year.", [("March", "2025-03"), ("the coming year", "2026")]),
        # hours and parts of a day
        ("It struck in the early hours of Tuesday.", [("the early hours of Tuesday", "2025-07-01")]),
        ("They fled at dawn on Tuesday.", [("dawn on Tuesday", "2025-07-01TMO")]),
        ("He was found before dawn on Feb. 19.", [("dawn on Feb. 19", "2025-02-19TMO")]),
        ("They must leave by nightfall.", [("nightfall", "2025-07-04TEV")]),
        ("It opens later tonight.", [("later tonight", "2025-07-04TNI")]),
        ("It fell at 3 o'clock in the afternoon.", [("3 o'clock in the afternoon", "2025-07-04T15:00")]),
        ("It fell at 12 noon.", [("12 noon", "2025-07-04T12:00")]),
        ("It fell at five minutes to midnight.", [("five minutes to midnight", "2025-07-04T23:55")]),
        ("It began at 0600 hours.", [("0600 hours", "2025-07-04T06:00")]),
        ("It is open 3pm-5pm.", [("3pm", "2025-07-04T15:00"), ("5pm", "2025-07-04T17:00")]),
        ("It fell at noon; by 14.30 GMT it burned.", [("noon", "2025-07-04T12:00"), ("14.30 GMT", "2025-07-04T14:30")]),
        ("It took 3½ years.", [("3½ years", "P42M")]),
        ("Sales rose in the week ended June 20.", [("the week", "2025-W25"), ("June 20", "2025-06-20")]),
        ("They meet on the last Friday of every month.", [("the last Friday of every month", "XXXX-WXX-5")]),
        # ranges, sets, feasts
        ("It ran 30 June-2 July.", [("30 June", "2025-06-30"), ("2 July", "2025-07-02")]),
        ("They meet every second Tuesday of the month.", [("every second Tuesday of the month", "XXXX-WXX-2")]),
        ("They pay 5 percent per annum.", [("per annum", "P1Y")]),
        ("They met on Labor Day weekend.", [("Labor Day weekend", "2024-W35-WE")]),
        ("They met on St Patrick's Day.", [("St Patrick's Day", "2025-03-17")]),
        ("Since the September 11 attacks he fled.", [("September 11", "2001-09-11")]),
        ("On Sept. 11 he fled.", [("Sept. 11", "2024-09-11")]),
        ("The Maundy Thursday mass of 2024.", [("Maundy Thursday", "2025-04-17"), ("2024", "2024")]),
    ],
)
def test_what_a_timex_annotator_would_mark(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It takes about three weeks.", ("DURATION", "P3W", "APPROX")),
        ("They met approximately two years ago.", ("DATE", "2023", "APPROX")),
        ("He was born around 1850.", ("DATE", "1850", "APPROX")),
        ("It is due by mid-July.", ("DATE", "2025-07", "MID")),
        ("It took less than 24 hours.", ("DURATION", "PT24H", "LESS_THAN")),
        ("It took no more than ten days.", ("DURATION", "P10D", "EQUAL_OR_LESS")),
        ("At least six months passed.", ("DURATION", "P6M", "EQUAL_OR_MORE")),
        ("It can be used over three years.", ("DURATION", "P3Y", None)),
        ("It took over a week.", ("DURATION", "P1W", "MORE_THAN")),
        ("It lasted between two and three weeks.", ("DURATION", "PXW", None)),
        ("He waited a quarter of an hour.", ("DURATION", "PT15M", None)),
        ("It grew in the following days.", ("DURATION", "PXD", None)),
        ("The company lost money in the year ended in March.", ("DURATION", "P1Y", None)),
        ("They meet every other week.", ("SET", "P2W", None)),
        ("They meet twice a month.", ("SET", "P1M", None)),
    ],
)
def test_types_and_modifiers(text: str, expected: tuple[str, str, str | None]) -> None:
    assert mods(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was named to the post in March.", "2025-03"),
        ("She will be named to the post in March.", "2026-03"),
        ("The shares are to be sold in December.", "2025-12"),
        ("The firm bought the mine in September.", "2024-09"),
        ("The minister said in September that he was tired.", "2024-09"),
        ("The offer runs until Tuesday.", "2025-07-08"),
        ("The group might come as soon as Tuesday.", "2025-07-08"),
        ("Ministers say that the firm knew of it as early as September.", "2024-09"),
        ("The mill stood as late as October.", "2024-10"),
        ("The mill may open as early as October.", "2025-10"),
        ("He might leave for the U.S. as soon as Tuesday, they said.", "2025-07-08"),
        ("The offer had been due to expire Tuesday.", "2025-07-01"),
        ("The committee meets on Thursday.", "2025-07-10"),
        ("The trial had been set to begin on Monday.", "2025-06-30"),
        ("They hope to charge them by Wednesday.", "2025-07-09"),
        ("The treaty expires in February.", "2026-02"),
        ("A reduced price applies from Tuesday.", "2025-07-01"),
        ("These are the books of the term ended Jan. 31.", "2025-01-31"),
        ("The firm earned little in the fourth quarter.", "2024-Q4"),
        ("The firm expects profits in the fourth quarter.", "2025-Q4"),
        ("The family could not be reached on Sunday.", "2025-06-29"),
        ("She could not stop what began on Monday.", "2025-06-30"),
        ("They agreed to meet on Monday.", "2025-07-07"),
        ("They had agreed to meet on Monday.", "2025-06-30"),
        ("The council voted 12 to 9 on Monday to close it.", "2025-06-30"),
        ("They agreed on Monday to meet.", "2025-06-30"),
        ("The judge ordered the firm to pay on Tuesday.", "2025-07-08"),
        ("The judge ordered the old and large mining firm to pay on Tuesday.", "2025-07-08"),
        ("Prices rose since year-end.", "2024"),
        ("It redeems the preferred shares on July 7.", "2025-07-07"),
        ("She would help those whom the June 20 storm had hurt.", "2025-06-20"),
        ("On Tuesday, the large and old League of Friends of the Lake will vote.", "2025-07-08"),
        ("They have invited the ministers to a party on Tuesday.", "2025-07-08"),
        ("Since August it is dear.", "2024-08"),
        ("This Sunday is a feast.", "2025-07-06"),
        ("He resigned this Monday.", "2025-06-30"),
        ("They may meet on Tuesday.", "2025-07-08"),
        ("In October, the makers of Drum vs. Bass and a firm in Waco, Tex., opened a hall.", "2024-10"),
        ("In October, Mr. Jones opened a hall.", "2024-10"),
        ("It posted a profit for the fiscal first-quarter.", "2025-Q1"),
    ],
)
def test_direction_follows_the_verb_and_the_preposition(text: str, expected: str) -> None:
    assert [timex for _, timex in found(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He may march in the second act.",
        "They won 3-2, 21-19, and 1-0 in 2:05.",
        "It rose 0.25 to 12.50 points, or 1.99 percent.",
        "The A380, F-16s and Boeing 737 flew to the G7 and COP26.",
        "Of 1,800 guests, 2000 people left.",
        "He lives at 1600 Pennsylvania Avenue, room 1984.",
        "Order no. 1998 and case 2021-0034 were lost.",
        "Fri ends are friends; he sat down; the sun set; mon ami; they wed her.",
        "Windows 2000 and Office 2016 crash.",
        "A 9/11 family spoke of 7/7 and 24/7 care.",
        "A first-half goal and a second-half draw.",
        "Call 0800 1111 or 020 7946 0018 or (555) 010-2020.",
        "IBAN 2021 0034 1998 and ISBN 978-0-306.",
        "The $2020 phone costs £1,999.",
        "USA Today reported on the Daily Telegraph and the Sunday Mirror.",
        "April said so, and Summer Smith and Autumn Jones fell.",
        "The March of Dimes marched.",
        "It weighs 2000 kg and spans 1950 miles.",
        "Article 14 of Resolution 2254 and Channel 4 News.",
        "He lives on the 15th floor and reads the evening news.",
        "The 2009 Honda and her 2012 Ford Focus were towed.",
        "He was Man of the Year and wrote for The Week.",
        "The satirical weekly Charlie Hebdo and the daily Le Monde.",
        "The ad 14 pages long was seen by a quarter of voters.",
        "The boy was not hurt in the fall.",
        "It was argued in some quarters that he lied.",
        "ANCHOR: Now, you say he lied.",
        "They won the Euro 2016 cup and the Rio 2016 games.",
        "The Prague Spring and the members of Golden Dawn.",
        "He told 60 Minutes that he saw Friday Night Lights.",
        "Version 2.10.2024 and § 1983 apply.",
        "The minutes of the meeting were read in the early hours of the talks.",
        "The Easter Islanders sang on the Tonight Show.",
        "The Christmas party was loud, and the Easter eggs were gone.",
        "She was named player of the year; the word of the year was told to the coach of the year.",
        "A mid-century chair and an overnight flight.",
        "Monday Night Football, Sunday school, Black Wednesday and the Good Friday Agreement.",
        "Shares fell after hours, the Sunday Independent wrote.",
    ],
)
def test_false_friends(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("It struck at 6:05 p.m. EDT.", "zone", "-04:00"),
        ("It struck at 6:05 p.m. EDT.", "edtf", "2025-07-04T18:05:00-04:00"),
        ("It struck at 2205 GMT.", "zone", "+00:00"),
        ("Sent 2025-07-03T14:30:00+02:00.", "zone", "+02:00"),
        ("It struck at 6:05 p.m. local time.", "zone", None),
        ("It struck at 6:05 p.m.", "zone", None),
        ("A 42-year-old fell.", "age", True),
        ("A two-year plan.", "age", None),
    ],
)
def test_what_a_time_tells_besides(text: str, key: str, expected: object) -> None:
    (claim,) = extract_claims(Article(text, published="2025-07-04"))
    assert claim.value.get(key) == expected


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("It fell a day before Saturday's race.", "2025-06-27"),
        ("It fell two days before his arrest on Monday.", "2025-06-28"),
        ("It fell one day after the vote of 3 May.", "2025-05-04"),
        ("It fell a month after Christmas 2024.", "2025-01-01"),
        ("It fell two days before the attack.", None),
        ("It fell for two days before it was Monday.", None),
        ("It fell four hours before Monday's vote.", None),
        ("The two-day fair before Monday's vote fell.", None),
    ],
)
def test_a_length_before_or_after_a_day_tells_which_day_that_is(text: str, begin: str | None) -> None:
    found = next(extract_claims(Article(text, published="2025-07-04")))
    assert found.value["type"] == "DURATION"
    assert found.value["begin"] == begin
