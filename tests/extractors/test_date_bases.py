"""What a time is counted from where its sentence alone does not tell: a report's quarter, the day spoken of, an event.

All are read on Wednesday, 22 October 2025.
"""

from __future__ import annotations

import pytest

from newsrecon import Article
from newsrecon.extractors.dates import extract_claims


def found(text: str) -> dict[str, str]:
    return {claim.mention.text: claim.value["timex"] for claim in extract_claims(Article(text, published="2025-10-22"))}


def test_what_is_later_than_planned_counts_from_nothing():
    assert found("It left on May 5, three days later than planned.") == {"May 5": "2025-05-05", "three days": "P3D"}


def test_numbers_of_years_houses_and_blocks_are_no_dates():
    assert found("It burned in the 1900 block of Oak Street, not at 1950 Oak Street.") == {}
    assert found("In 2015 Oak Street was shut.") == {"2015": "2015"}
    assert found("He was sentenced on May 5 to 12 years.") == {"May 5": "2025-05-05"}


@pytest.mark.parametrize(
    ("text", "time", "expected"),
    [
        # a report compares with the quarter it tells of
        ("Profit rose in the third quarter from a year earlier.", "a year earlier", "2024-Q3"),
        (
            "It lost money in the third quarter. For the nine months, it did better than a year ago.",
            "a year ago",
            "2024",
        ),
        ("It lost money in the third quarter. For the year, it did better.", "the third quarter", "2025-Q3"),
        (
            "Third-quarter profit fell. Sales will fall in the fourth quarter. In the year-ago period it earned more.",
            "the year-ago period",
            "2024-Q3",
        ),
        (
            "Third-quarter profit fell. It paid tax, as it did in the year-ago quarter.",
            "the year-ago quarter",
            "2024-Q3",
        ),
        ("Profit fell in the third quarter. This quarter's loss includes a charge.", "This quarter", "2025-Q3"),
        ("Profit fell in the third quarter. This quarter's sales will be higher.", "This quarter", "2025-Q4"),
        ("The mill reopened. This quarter's orders are good.", "This quarter", "2025-Q4"),
        # a quarter is of the year in which it ended
        ("In the second quarter ended Nov. 30, it lost money.", "the second quarter", "2024-Q2"),
        ("In the second quarter ended March 31, it lost money.", "the second quarter", "2025-Q2"),
        ("In the second quarter ended Nov. 30, it lost money. That quarter was bad.", "That quarter", "2024-Q2"),
        # a clock time is of no day still to come if what it tells is over, and the small hours are of the day behind the night
        ("A ruling is due on Friday. The boy was found at 4 p.m.", "4 p.m.", "2025-10-22T16:00"),
        ("He fell on Monday. A ruling is due on Friday. He was found at 4 p.m.", "4 p.m.", "2025-10-20T16:00"),
        ("A ruling is due on Friday. It will be read at 4 p.m.", "4 p.m.", "2025-10-24T16:00"),
        ("They have scheduled a 4 p.m. news conference Friday.", "4 p.m.", "2025-10-24T16:00"),
        ("They held the 4 p.m. briefing and left Friday.", "4 p.m.", "2025-10-22T16:00"),
        # what is over is of no day weeks ahead, and what a quotation says tells nothing of the day outside it
        ("The boy was killed Nov. 9.", "Nov. 9", "2024-11-09"),
        ("On Nov. 9, she was driving home.", "Nov. 9", "2024-11-09"),
        ("It came before the scheduled end of the state of emergency on Nov. 9.", "Nov. 9", "2025-11-09"),
        ("He will remain jailed until a hearing before a judge on Nov. 9.", "Nov. 9", "2025-11-09"),
        ("His birthday would have been Nov. 9.", "Nov. 9", "2025-11-09"),
        ("He may have fled on Nov. 9.", "Nov. 9", "2024-11-09"),
        ("The notes were redeemed on Oct. 25.", "Oct. 25", "2025-10-25"),
        ("He said, “I will win,” before he fell on May 8.", "May 8", "2025-05-08"),
        ("He said, “I will win on May 8.”", "May 8", "2026-05-08"),
        ("Updated Friday, Oct. 24, at 4 p.m., as told.", "Friday, Oct. 24, at 4 p.m.", "2025-10-24T16:00"),
        ("The club was full on Monday night. Shots were heard at 2 a.m.", "2 a.m.", "2025-10-21T02:00"),
        ("The club was full on Monday night. Shots were heard at 11 p.m.", "11 p.m.", "2025-10-20T23:00"),
        ("They sat up all night. He called at 2 a.m.", "2 a.m.", "2025-10-22T02:00"),
        # that day is of the month last told, unless a day is nearer
        ("The mine collapsed in March. The owner fled that same day.", "that same day", "2025-03-XX"),
        ("It may be over in March. The plan was made that same day.", "that same day", "2025-10-22"),
        ("The mine collapsed in March. On Monday he was held; that same day he died.", "that same day", "2025-10-20"),
        ("On Monday they heard of a mine that collapsed in March. That day he fled.", "That day", "2025-10-20"),
        # what was overnight to a day told of
        ("They searched the valley on Monday after overnight rains.", "overnight", "2025-10-19TNI"),
        ("Talks resume on Friday after overnight shelling.", "overnight", "2025-10-21TNI"),
        ("It began on Monday. Three died overnight.", "overnight", "2025-10-21TNI"),
        (
            "Shares fell on Friday on overnight losses, 2% from the previous Friday.",
            "the previous Friday",
            "2025-10-10",
        ),
        # the day of an event, where that is told
        ("It is the third day of the strike.", "the third day", "2025-10-22"),
        ("It’s the final day of the fair.", "the final day", "2025-10-22"),
        (
            "Shops closed on Monday. It was the fourth straight night of riots.",
            "the fourth straight night",
            "2025-10-20TNI",
        ),
        ("Tuesday was the last day of the sale.", "the last day", "2025-10-21"),
        ("On Monday, the second day of the trial, he wept.", "the second day", "2025-10-20"),
        # last May is no month that is last month
        ("He quit last September.", "last September", "2024-09"),
        ("He quit last October.", "last October", "2024-10"),
        ("He quit last August.", "last August", "2025-08"),
        ("He quit this past September.", "this past September", "2025-09"),
        # what follows is no time but of a day with an article
        ("They met following Monday's crash.", "Monday", "2025-10-20"),
        ("They left following March's crash.", "March", "2025-03"),
        ("They met in May 2020 and left the following March.", "the following March", "2021-03"),
        ("They met in May 2020 and left the following autumn.", "the following autumn", "2020-FA"),
        ("They met on Oct. 3 and the following Monday.", "the following Monday", "2025-10-06"),
        ("Stocks fell ahead of Friday's vote.", "Friday", "2025-10-24"),
        ("Stocks fell before Friday's vote.", "Friday", "2025-10-17"),
        # what went on up to a day
        ("The road is shut until Friday.", "Friday", "2025-10-24"),
        ("The deadline was extended until Friday.", "Friday", "2025-10-24"),
        ("He remained in hospital until Friday.", "Friday", "2025-10-17"),
        ("He didn't report it until Friday.", "Friday", "2025-10-17"),
        ("He had not been told of it until Friday.", "Friday", "2025-10-17"),
        ("Until Friday, she had led the race.", "Friday", "2025-10-17"),
        ("Until Friday, she will lead the race.", "Friday", "2025-10-24"),
        # to whom or what a verb belongs
        ("They will not tell what led to the deaths Friday.", "Friday", "2025-10-17"),
        ("They hope to learn of a storm that killed two on Friday.", "Friday", "2025-10-17"),
        ("It is the state that will matter in November.", "November", "2025-11"),
        ("The children didn't go to school Friday.", "Friday", "2025-10-17"),
        ("The children go to school Friday.", "Friday", "2025-10-24"),
        ("He knew of nothing unusual going on Friday.", "Friday", "2025-10-17"),
        ("It is going to rain on Friday.", "Friday", "2025-10-24"),
        ("A strike is likely to begin on Friday.", "Friday", "2025-10-24"),
        ("On Friday, he refused to leave.", "Friday", "2025-10-17"),
        ("On Friday, he vowed to leave.", "Friday", "2025-10-17"),
        # the midnight that is over, or to come
        ("The strike began at midnight.", "midnight", "2025-10-21T24:00"),
        ("The strike will begin at midnight.", "midnight", "2025-10-22T24:00"),
        # to a number, which is no infinitive
        ("Inflation climbed to 9 percent in November.", "November", "2024-11"),
        ("Inflation climbed to nearly 9 percent in November.", "November", "2024-11"),
        ("On Friday, he is expected to leave.", "Friday", "2025-10-24"),
        # the present of a day lies ahead
        ("Monday is a holiday.", "Monday", "2025-10-27"),
        ("The attack Monday is the third.", "Monday", "2025-10-20"),
        ("Columbus Day is barely over.", "Columbus Day", "2025-10-13"),
        # what nobody tells of beforehand is over
        ("They will mourn the victims of Monday's bombing.", "Monday", "2025-10-20"),
        ("They will watch Monday's final.", "Monday", "2025-10-27"),
        # a day soon after one of a year that is over
        ("She was operated on on 12 March 2019. She died on 21 March.", "21 March", "2019-03-21"),
        ("She was operated on on 12 March 2019. She died on 21 February.", "21 February", "2025-02-21"),
        ("She was operated on on 12 March 2019.\n\nThe trial began on 21 March.", "21 March", "2025-03-21"),
        ("She was operated on in March 2019. The trial began on 21 March.", "21 March", "2025-03-21"),
        ("They seek a man said to be involved in a fatal shooting Monday.", "Monday", "2025-10-20"),
        ("Roads will be shut after a crash on Monday.", "Monday", "2025-10-20"),
        ("Roads will be shut for a parade on Monday.", "Monday", "2025-10-27"),
        ("She is supposed to land on Monday.", "Monday", "2025-10-27"),
        ("A guard is to blame for what was lost Monday.", "Monday", "2025-10-20"),
        ("A guard is to speak in court Monday.", "Monday", "2025-10-27"),
    ],
)
def test_what_a_time_is_counted_from(text: str, time: str, expected: str) -> None:
    assert found(text)[time] == expected


@pytest.mark.parametrize("text", ["The first day of school was cold.", "They met on the second day of the talks."])
def test_a_day_of_an_event_that_is_not_told_is_left_alone(text: str) -> None:
    assert found(text) == {}
