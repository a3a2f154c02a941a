"""Forms that a date takes beside its plain one: in short, within a year told by its distance, beside an event, by the moon.

All are read on Friday, 4 July 2025, unless another day is given.
"""

from __future__ import annotations

import pytest

from newsrecon import Article
from newsrecon.extractors.dates import extract_claims


def found(text: str, published: str | None = "2025-07-04") -> list[tuple[str, str]]:
    return [(claim.mention.text, claim.value["timex"]) for claim in extract_claims(Article(text, published=published))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # years told by two figures
        ("The July ’25 contract fell.", [("July ’25", "2025-07")]),
        ("It was cheap in Oct. '22.", [("Oct. '22", "2022-10")]),
        ("The law was repealed in '94.", [("'94", "1994")]),
        ("He won in ’08 and ’12.", [("’08", "2008"), ("’12", "2012")]),
        ("It was the summer of '69.", [("the summer of '69", "1969-SU")]),
        ("Of those in '90 dead bodies were found.", []),
        ("He said 'July '25 dead men walked.", [("July '25", "2025-07")]),
        ("Sales fell in FY24 and FY2025.", [("FY24", "2024"), ("FY2025", "2025")]),
        ("Sales fell in Q3 FY25.", [("Q3 FY25", "2025-Q3")]),
        # of a year, or a month, told by its distance
        ("It begins on 11 June next year.", [("11 June next year", "2026-06-11")]),
        ("It began on June 16th of last year.", [("June 16th of last year", "2024-06-16")]),
        (
            "He won in May 1940 and fell on 3 July that year.",
            [("May 1940", "1940-05"), ("3 July that year", "1940-07-03")],
        ),
        ("It is payable on the 15th of next month.", [("the 15th of next month", "2025-08-15")]),
        ("He left on the first of last month.", [("the first of last month", "2025-06-01")]),
        ("They met in June 1972 and again that November.", [("June 1972", "1972-06"), ("that November", "1972-11")]),
        ("In 2012 he came home for that June weekend.", [("2012", "2012"), ("June", "2012-06")]),
        ("They say that May left.", []),
        # eras, decades and centuries
        ("Tiberius reigned AD 14-37.", [("AD 14", "0014"), ("37", "0037")]),
        ("He reigned from 14 to 37 AD.", [("14", "0014"), ("37 AD", "0037")]),
        ("The ads 14-37 were read.", []),
        ("In the 1700s it was rich.", [("the 1700s", "17")]),
        ("In the 2000s it was poor.", [("the 2000s", "200")]),
        ("The drought of the early-to-mid 1930s ended.", [("the early-to-mid 1930s", "193")]),
        ("They died out 66 million years ago.", [("66 million years ago", "XXXX")]),
        ("It took two million years.", [("two million years", "P2000000Y")]),
        # quarters by a firm's own count, and in short
        ("It begins in the fourth quarter of fiscal 2026.", [("the fourth quarter of fiscal 2026", "2026-Q4")]),
        ("Q4 of fiscal year 2023 was weak.", [("Q4 of fiscal year 2023", "2023-Q4")]),
        ("Sales fell in Q2.", [("Q2", "2025-Q2")]),
        ("He answered Q1, drove a Q2 and sold an Audi Q3 in Q3 Mall and in Q2 96.", []),
        # what recurs
        ("Every Monday and Friday it opens.", [("Every Monday", "XXXX-WXX-1"), ("Friday", "XXXX-WXX-5")]),
        (
            "Each Friday, Saturday and Sunday night it is full.",
            [("Each Friday", "XXXX-WXX-5TNI"), ("Saturday", "XXXX-WXX-6TNI"), ("Sunday night", "XXXX-WXX-7TNI")],
        ),
        ("Every Sunday, and Monday is a holiday.", [("Every Sunday", "XXXX-WXX-7"), ("Monday", "2025-06-30")]),
        ("It is open 24 hours a day.", [("24 hours a day", "P1D")]),
        ("It airs Mondays at 9 p.m.", [("Mondays at 9 p.m.", "XXXX-WXX-1T21:00")]),
        ("Trains leave daily at noon.", [("daily at noon", "XXXX-XX-XXT12:00")]),
        ("It opens every Friday at 5 p.m.", [("every Friday at 5 p.m.", "XXXX-WXX-5T17:00")]),
        ("They spoke of The Daily at 5 p.m.", [("5 p.m.", "2025-07-04T17:00")]),
        ("They meet on the second Tuesday of the month.", [("the second Tuesday of the month", "XXXX-WXX-2")]),
        ("He fell on the first Monday of the month.", [("Monday", "2025-06-30"), ("the month", "2025-06")]),
        # a run of days
        ("It rained from Monday to Wednesday.", [("Monday", "2025-06-30"), ("Wednesday", "2025-07-02")]),
        ("It rained Wednesday through Monday.", [("Wednesday", "2025-06-25"), ("Monday", "2025-06-30")]),
        ("It will rain Thursday-Sunday.", [("Thursday", "2025-07-10"), ("Sunday", "2025-07-13")]),
        (
            "It rained from Sunday night to Monday morning.",
            [("Sunday night", "2025-06-29TNI"), ("Monday morning", "2025-06-30TMO")],
        ),
        ("They work three days each week.", [("three days each week", "P1W")]),
        ("He lay there for two days a week ago.", [("two days", "P2D"), ("a week ago", "2025-W26")]),
        ("It costs more everyday.", [("everyday", "P1D")]),
        ("Her everyday shoes are red.", []),
        # without an article no stretch is told, but only what was or will be
        ("It was so in past years.", [("past years", "PAST_REF")]),
        ("It was so in the past years.", [("the past years", "PXY")]),
        ("It may rain in coming weeks.", [("coming weeks", "FUTURE_REF")]),
        ("It may rain in the coming weeks.", [("the coming weeks", "PXW")]),
        ("It will come within hours or days.", [("hours or days", "PTXH")]),
        ("He was away for weeks or months.", [("weeks or months", "PXW")]),
        # left out where it is said once
        ("Fewer came this year than last.", [("this year", "2025"), ("last", "2024")]),
        ("It rained as much this month as last, she said.", [("this month", "2025-07"), ("last", "2025-06")]),
        ("He was better this year than last night.", [("this year", "2025"), ("last night", "2025-07-03TNI")]),
        # seasons that are spent
        ("They spent the winter in Oslo.", [("the winter", "2024-WI")]),
        ("He took the fall for it.", []),
        (
            "They spent the spring and early summer of 2021 there.",
            [("the spring", "2021-SP"), ("early summer of 2021", "2021-SU")],
        ),
        ("The convoy left at 05:30hrs.", [("05:30hrs", "2025-07-04T05:30")]),
        ("It began two and a half years before the war.", [("two and a half years", "P30M")]),
        # no times
        ("They sketch the cars of tomorrow.", []),
        ("The bridge is shut as of tomorrow.", [("tomorrow", "2025-07-05")]),
        ("Now for the weather.", []),
        ("Now for the first time it is dry.", [("Now", "PRESENT_REF")]),
        # beside an event, and in apposition
        ("He fell ill the day before the vote.", [("the day", "XXXX-XX-XX")]),
        ("On 3 May, the day after the vote, he fell ill.", [("3 May", "2025-05-03"), ("the day", "2025-05-03")]),
        ("He left in March, the month after the vote.", [("March", "2025-03"), ("the month", "2025-03")]),
        ("He slept badly in the weeks before the vote.", [("the weeks", "PXW")]),
        ("Little has changed in the years since.", [("the years", "PXY")]),
        (
            "He fell on 3 May. The night before, he sang.",
            [("3 May", "2025-05-03"), ("The night before", "2025-05-02TNI")],
        ),
        ("He came two years to the day after the vote.", [("two years", "P2Y")]),
        ("The week before Christmas was wet.", [("The week before Christmas", "2024-W51")]),
        ("The weekend after Easter 2024 was wet.", [("The weekend after Easter 2024", "2024-W14-WE")]),
        ("Roads fill on the Labor Day weekend.", [("the Labor Day weekend", "2025-W35-WE")]),
        ("It lost money for the year of $3 a share.", [("the year", "2025")]),
        ("He sang on 3 May, the day before at sea.", [("3 May", "2025-05-03"), ("the day before", "2025-05-02")]),
        # nothing to count from
        ("He was shot, and died two days later.", [("two days later", "P2D")]),
        ("She had turned 17 just a day before.", [("a day before", "P1D")]),
        # what recurs, lengths
        ("Losses grew in each of the last three years.", [("each of the last three years", "P1Y")]),
        ("Prices rose in the year to June.", [("the year", "P1Y"), ("June", "2025-06")]),
        ("Profit for the year-earlier nine months was less.", [("the year-earlier nine months", "P9M")]),
        # clocks
        ("The meeting is at half past two on Tuesday.", [("half past two on Tuesday", "2025-07-08T02:30")]),
        ("It struck at quarter to six in the afternoon.", [("quarter to six in the afternoon", "2025-07-04T17:45")]),
        ("It struck at 9:15 p.m. on 06/30/2025.", [("9:15 p.m. on 06/30/2025", "2025-06-30T21:15")]),
        ("Shots fell around 9:30 Saturday night.", [("9:30 Saturday night", "2025-06-28T21:30")]),
        ("Shots fell just after 2 Sunday night.", [("2 Sunday night", "2025-06-29T02:00")]),
        ("Shots fell at 10:15 p.m. Saturday night.", [("10:15 p.m. Saturday night", "2025-06-28T22:15")]),
        ("They met Saturday night at 8:30.", [("Saturday night at 8:30", "2025-06-28T20:30")]),
        (
            "He fell on 3 May. At 8 that evening, he died.",
            [("3 May", "2025-05-03"), ("8 that evening", "2025-05-03T20:00")],
        ),
        ("They left at 10 last night.", [("10 last night", "2025-07-03T22:00")]),
        ("It killed 8 last night.", [("last night", "2025-07-03TNI")]),
        ("It struck at 2 at night.", [("2 at night", "2025-07-04T02:00")]),
        ("It passed on the morning of the 3rd.", [("the morning of the 3rd", "2025-07-03TMO")]),
        # a weekday tells the year
        ("It was on Saturday, 13 July.", [("Saturday, 13 July", "2024-07-13")]),
        ("It was on Sunday, 13 July.", [("Sunday, 13 July", "2025-07-13")]),
        # what is no time, or not all of it
        ("Highs will be in the 70s.", []),
        ("Climber Killed In Fall", []),
        ("He told Corpus Christi police.", []),
        ("Approval fell to the mid-30s, and two men in their early 20s fled.", []),
        ("He sings of the early 30s and the mid-’20s.", [("the mid-’20s", "202")]),
        ("He works for 19th Century Bears, and said so on “This Week.”", []),
        ("A 2013 gray Camry and her 2008 silver Nissan were towed.", []),
        ("Her 2012 silver medal was stolen.", [("2012", "2012")]),
        ("The 2013 Red Sox won.", [("2013", "2013")]),
        ("It was built in the 70s.", [("the 70s", "197")]),
        ("The film will last two hours.", [("two hours", "PT2H")]),
        ("In 1666, a year after the plague, it burnt.", [("1666", "1666"), ("a year", "P1Y")]),
        ("Ms. June sang to Mr. March.", []),
        ("Profit was flat in the 12 months to end-March.", [("the 12 months", "P12M"), ("end-March", "2025-03")]),
    ],
)
def test_forms_of_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kick-off is at 3 p.m. on Sunday.", "2025-07-06T15:00"),
        ("The hearing is on Wednesday.", "2025-07-09"),
        ("The club will play abroad a week on Tuesday.", "2025-07-15"),
        ("It was not until Tuesday that he left.", "2025-07-01"),
        ("It wasn't until Tuesday that he left.", "2025-07-01"),
        ("Profit grew in the term ended July 9.", "2024-07-09"),
        ("He was charged in the Oct. 31 death of a boy.", "2024-10-31"),
        ("Two men charged in an October double murder fled.", "2024-10"),
        ("They fled at around 3 a.m. on Oct. 31, police said.", "2024-10-31T03:00"),
        ("They think of the Oct. 31 vote.", "2025-10-31"),
        ("They mourned those of the Sept. 11 terror attacks.", "2001-09-11"),
        (
            "She has invited the ministers of Peru, the old Republic of Chad and Fiji to a party on Tuesday.",
            "2025-07-08",
        ),
    ],
)
def test_direction(text: str, expected: str) -> None:
    assert [timex for _, timex in found(text)] == [expected]


@pytest.mark.parametrize(
    ("published", "text", "mention", "begin", "end"),
    [
        ("2025-03-20", "Shops close early during Ramadan.", "Ramadan", "2025-03-01", "2025-03-30"),
        ("2025-07-04", "They came in Ramadan 2015.", "Ramadan 2015", "2015-06-18", "2015-07-17"),
        ("2025-07-04", "Prices doubled last Ramadan.", "last Ramadan", "2025-03-01", "2025-03-30"),
        ("2025-12-04", "Ramadan will begin in spring.", "Ramadan", "2026-02-18", "2026-03-20"),
        (
            "2025-07-04",
            "It was the first day of Ramadan 2015.",
            "the first day of Ramadan 2015",
            "2015-06-18",
            "2015-06-19",
        ),
        ("2025-07-04", "It was Dhul Hijjah.", "Dhul Hijjah", "2025-05-28", "2025-06-26"),
    ],
)
def test_months_of_the_islamic_calendar(published: str, text: str, mention: str, begin: str, end: str) -> None:
    claim = next(iter(extract_claims(Article(text, published=published))))
    assert (claim.mention.text, claim.value["begin"], claim.value["end"]) == (mention, begin, end)
    assert claim.value["mod"] == "APPROX"


@pytest.mark.parametrize(
    "text",
    [
        "Tariq Ramadan was charged. The court heard Ramadan twice.",
        "Mr. Ramadan was charged.",
        "The scholar Tariq Ramadan was charged. In Ramadan they saw a friend.",
        "A film on the Ramadan Offensive and ramadan lamps.",
    ],
)
def test_people_who_are_called_like_a_month(text: str) -> None:
    assert found(text) == []
