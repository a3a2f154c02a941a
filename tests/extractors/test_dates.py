"""Time expressions in news: spans, types, values; what is none; what they are counted from; which of them meet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newsrecon import Article, Claim, Context, Rarity
from newsrecon.extractors import dates
from newsrecon.extractors.date_matching import matcher
from newsrecon.extractors.dates import extract_claims
from newsrecon.matching import Relation
from newsrecon.testing import check_extractor, check_matcher

FRIDAY = "2025-07-04"
SEEDS = Path(__file__).parents[2] / "seeds"


def claims(text: str, published: str | None = FRIDAY, **known: str) -> list[Claim]:
    return list(extract_claims(article=Article(text, published=published, **known)))


def found(text: str, published: str | None = FRIDAY) -> list[tuple[str, str]]:
    return [(claim.mention.text, claim.value["timex"]) for claim in claims(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on July 3, 2025.", [("July 3, 2025", "2025-07-03")]),
        ("The move came on Thursday, July 3, after talks.", [("Thursday, July 3", "2025-07-03")]),
        ("It fell on 15 August 2021.", [("15 August 2021", "2021-08-15")]),
        ("It fell on the 3rd of May 1998.", [("the 3rd of May 1998", "1998-05-03")]),
        ("He died on Nov. 9, 1989, in Bonn.", [("Nov. 9, 1989", "1989-11-09")]),
        ("Updated 2016-05-30 09:53 by the desk.", [("2016-05-30 09:53", "2016-05-30T09:53")]),
        ("Dated 07/15/2016 and 15.07.2016.", [("07/15/2016", "2016-07-15"), ("15.07.2016", "2016-07-15")]),
        ("The group returned in August 2021.", [("August 2021", "2021-08")]),
        ("It was formed in 1994 and banned in 2003.", [("1994", "1994"), ("2003", "2003")]),
        ("By early 1941 the front had moved.", [("early 1941", "1941")]),
        ("They fought during the 1980s.", [("the 1980s", "198")]),
        ("Music of the '80s and the mid-1990s.", [("the '80s", "198"), ("the mid-1990s", "199")]),
        ("A castle of the 12th century.", [("the 12th century", "11")]),
        ("Athens burned in 480 BC.", [("480 BC", "BC0480")]),
        ("It ended in the summer of 1944.", [("the summer of 1944", "1944-SU")]),
        ("Profit fell in the third quarter of 1990.", [("the third quarter of 1990", "1990-Q3")]),
        ("Sales rose in the first half of 2008.", [("the first half of 2008", "2008-H1")]),
    ],
)
def test_absolute_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote was on July 3 and 4.", [("July 3", "2025-07-03"), ("4", "2025-07-04")]),
        ("Talks on 20 and 21 April failed.", [("20", "2025-04-20"), ("21 April", "2025-04-21")]),
        ("He ruled from 1996 to 2001.", [("1996", "1996"), ("2001", "2001")]),
        ("The war (1980-88) was long.", [("1980", "1980"), ("88", "1988")]),
        ("The earthquakes of June 2022 and October 2023.", [("June 2022", "2022-06"), ("October 2023", "2023-10")]),
    ],
)
def test_ranges_and_lists_share_their_heads(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister resigned on Thursday.", [("Thursday", "2025-07-03")]),
        ("The minister resigned on Friday.", [("Friday", "2025-07-04")]),
        ("The court will rule on Tuesday.", [("Tuesday", "2025-07-08")]),
        ("Unions said Tuesday's strike would go ahead.", [("Tuesday", "2025-07-08")]),
        ("Classes were cancelled for Tuesday.", [("Tuesday", "2025-07-08")]),
        ("He was blamed for Tuesday's crash.", [("Tuesday", "2025-07-01")]),
        ("Sabotage cannot be ruled out as the cause of Tuesday's power cut.", [("Tuesday", "2025-07-01")]),
        ("Nobody has explained Tuesday's blackout.", [("Tuesday", "2025-07-01")]),
        ("The minister resigned last Friday.", [("last Friday", "2025-06-27")]),
        ("He leaves next Monday.", [("next Monday", "2025-07-07")]),
        ("The club was shut on Monday night.", [("Monday night", "2025-06-30TNI")]),
        ("It began on Wednesday last week.", [("Wednesday last week", "2025-06-25")]),
        ("They arrived yesterday and leave tomorrow.", [("yesterday", "2025-07-03"), ("tomorrow", "2025-07-05")]),
        ("Rain fell last night.", [("last night", "2025-07-03TNI")]),
        ("In April, the ban was lifted.", [("April", "2025-04")]),
        ("The ban was lifted in April this year.", [("April this year", "2025-04")]),
        ("He visited Moscow last October.", [("last October", "2024-10")]),
        ("The fair will open in September.", [("September", "2025-09")]),
        ("She retired last year.", [("last year", "2024")]),
        ("They meet again next week.", [("next week", "2025-W28")]),
        ("It lost power earlier this month.", [("earlier this month", "2025-07")]),
        ("The forces left four years ago.", [("four years ago", "2021")]),
        ("It was filmed two weeks ago.", [("two weeks ago", "2025-W25")]),
        ("He was seen five days ago.", [("five days ago", "2025-06-29")]),
        ("The shop closed last Christmas.", [("last Christmas", "2024-12-25")]),
        ("Crowds celebrated Bastille Day 2016.", [("Bastille Day 2016", "2016-07-14")]),
        ("They fled on Good Friday 2016.", [("Good Friday 2016", "2016-03-25")]),
    ],
)
def test_relative_dates_count_from_the_day_of_publication(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began at 4 p.m. Wednesday.", [("4 p.m. Wednesday", "2025-07-02T16:00")]),
        ("It began at 10:35 a.m. on July 3, 2025.", [("10:35 a.m. on July 3, 2025", "2025-07-03T10:35")]),
        ("It was reported around 4pm.", [("4pm", "2025-07-04T16:00")]),
        ("They met on Thursday at noon.", [("Thursday at noon", "2025-07-03T12:00")]),
        ("They met this morning.", [("this morning", "2025-07-04TMO")]),
        ("The attack was on the night of 8 February 1904.", [("the night of 8 February 1904", "1904-02-08TNI")]),
    ],
)
def test_times_of_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted two months.", [("two months", "P2M")]),
        ("They held on for more than 10 minutes.", [("more than 10 minutes", "PT10M")]),
        ("They have waited nearly two years.", [("nearly two years", "P2Y")]),
        ("It changed over the past two decades.", [("the past two decades", "P20Y")]),
        ("Ties warmed over the past year.", [("the past year", "P1Y")]),
        ("The land recovers from decades of war.", [("decades", "PXDE")]),
        ("A 42-year-old man fled.", [("42-year-old", "P42Y")]),
        ("The boy is 4 years old.", [("4 years old", "P4Y")]),
        ("A month-long siege ended.", [("month-long", "P1M")]),
        ("Gorillas live for 30-50 years.", [("30-50 years", "PXY")]),
        ("He spoke for half an hour.", [("half an hour", "PT30M")]),
        ("It took a year and a half.", [("a year and a half", "P18M")]),
        ("It took twenty-one days.", [("twenty-one days", "P21D")]),
    ],
)
def test_lengths(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
    assert {claim.value["type"] for claim in claims(text)} == {"DURATION"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He earns $5 million a year.", [("a year", "P1Y")]),
        ("The market opens every day.", [("every day", "P1D")]),
        ("They march each Thursday.", [("each Thursday", "XXXX-WXX-4")]),
        ("It shuts every Christmas Eve.", [("every Christmas Eve", "XXXX-12-24")]),
        ("It shuts on Boxing Day each year.", [("Boxing Day each year", "XXXX-12-26")]),
        ("They march every Thanksgiving.", [("every Thanksgiving", "P1Y")]),
        ("A weekly protest blocks the road.", [("weekly", "P1W")]),
        ("It meets every two years.", [("every two years", "P2Y")]),
    ],
)
def test_what_recurs_is_a_set(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
    assert {claim.value["type"] for claim in claims(text)} == {"SET"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody knew until now.", [("now", "PRESENT_REF")]),
        ("It recently expanded.", [("recently", "PAST_REF")]),
        ("It worked well in recent years.", [("recent years", "PXY")]),
        ("Nothing is planned for the future.", [("the future", "FUTURE_REF")]),
    ],
)
def test_vague_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The forces left in August 2021. It has changed since then.", ("then", "2021-08")),
        ("In April 2024 it rained. He said in that month he was tired.", ("that month", "2024-04")),
        ("Italy joined on 10 June 1940. France gave up twelve days later.", ("twelve days later", "1940-06-22")),
        ("He landed on 10 May 1940. On the same day the city fell.", ("the same day", "1940-05-10")),
        ("The first was in 1949. The following year another came.", ("The following year", "1950")),
    ],
)
def test_some_count_from_the_time_before_them(text: str, last: tuple[str, str]) -> None:
    assert found(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "You may go, and they march on.",
        "May said so, and Theresa May agreed.",
        "April Smith won the race.",
        "He read it in the Sunday Times and the Daily Mail.",
        "He finished second, then took a second job.",
        "The fall of the republic and a hot spring.",
        "Some 2,000 people and 1998 soldiers came.",
        "Version 2.0.19 and chapter 12.4 are out.",
        "They won 3-2 after 21-19.",
        "It costs $1,990 or €2020.",
        "Call 555-2021 or +44 1992 440011.",
        "A Boeing 747 and flight 1998 landed.",
        "See https://example.org/2025/07/AFP__20250417__42.jpg for more.",
        "The G20 and B1995 met at 10 Downing Street.",
        "Three quarters of voters stayed home.",
        "The sun sat low.",
        "He works on friday's face, on fri ends.",
        "",
        "1",
    ],
)
def test_false_friends_yield_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("published", "words", "timex"),
    [
        ("9999-12-31", "last Monday", "9999-12-27"),
        ("9999-12-31", "next Monday", "XXXX-WXX-1"),
        ("9999-12-31", "on Sunday", "9999-12-26"),
        ("9999-12-31", "tomorrow", "XXXX-XX-XX"),
        ("0001-01-01", "last year", "BC0001"),
        ("0001-01-01", "yesterday", "BC0001-12-31"),
    ],
)
def test_what_lies_beyond_the_calendar_stays_underspecified(published: str, words: str, timex: str) -> None:
    ((_, value),) = found(f"It rained {words}.", published)
    assert value == timex


def test_without_a_date_values_stay_underspecified() -> None:
    thursday, april, ago = claims("They met on Thursday. In April they had parted, four years ago.", None)
    assert (thursday.value["timex"], thursday.value["begin"], thursday.value["anchor"]) == ("XXXX-WXX-4", None, None)
    assert (april.value["timex"], ago.value["timex"]) == ("XXXX-04", "XXXX")
    assert thursday.value["expression"] == "past(XXXX-WXX-4,now)"


def test_news_with_some_dates_in_full_still_waits_for_an_anchor() -> None:
    text = "It fell on 15 August 2021. Quakes struck in June 2022 and October 2023. The ban ended in April this year."
    assert found(text, None)[-1] == ("April this year", "XXXX-04")


def test_a_history_tells_its_own_time() -> None:
    full = " ".join(f"On {day} March {1940 + day // 5} they fought." for day in range(3, 15))
    assert found(f"{full} In April, the town was taken. It was lost on 2 May.", None)[-2:] == [
        ("April", "1942-04"),
        ("2 May", "1942-05-02"),
    ]


def test_a_claim_tells_what_was_inferred_and_from_what() -> None:
    explicit, inferred = claims("They met on July 3, 2025, and again on Thursday.")
    assert (explicit.value["anchor"], inferred.value["anchor"]) == (None, "published")
    assert (inferred.value["begin"], inferred.value["end"]) == ("2025-07-03", "2025-07-04")


def test_modifiers_are_named() -> None:
    assert [claim.value["mod"] for claim in claims("In early 1998 he waited nearly two years.")] == [
        "START",
        "LESS_THAN",
    ]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("He resigned in May 2021 and left the country, which had welcomed him.", ["He resigned in May 2021"]),
        (
            "The firm has traded since 2000 and has been based in Lyon since 2014.",
            ["The firm has traded since 2000", "and has been based in Lyon since 2014."],
        ),
        ("The senator, who lost the seat in 2018, was elected again.", ["who lost the seat in 2018,"]),
        (
            "The mayor said on Monday that the bridge would open in May.",
            ["The mayor said on Monday", "that the bridge would open in May."],
        ),
        ("After the fire of 1997 the hall was rebuilt.", ["the fire of 1997"]),
        ("A report on the April crash was published.", ["the April crash"]),
        ("Monday's ruling by Judge Ona Reed closed the dam.", ["Monday's ruling by Judge Ona Reed"]),
        ("The deaths of 3 May in Tarsa were mourned.", ["The deaths of 3 May in Tarsa"]),
        ("The bank closed its 2019 fund, and left.", ["its 2019 fund"]),
        ("The end of May was dry.", ["The end of May was dry."]),
        ("The night of 3 May was calm.", ["The night of 3 May was calm."]),
        ("The year 2019 saw fires.", ["The year 2019 saw fires."]),
        ("In May prices rose.", ["In May prices rose."]),
        ("The 16-year-old girl left.", ["The 16-year-old girl left."]),
        (
            "She was caught on Monday pushing, kicking and biting.",
            ["She was caught on Monday pushing, kicking and biting."],
        ),
        (
            "He was fined on Monday for parking a lorry there in March, it said.",
            [
                "He was fined on Monday for parking a lorry there in March,",
                "parking a lorry there in March",
            ],
        ),
        ("He was fined for parking a lorry there in March.", ["He was fined for parking a lorry there in March."]),
        (
            "He was seen on Monday in the pub at Sebring last year.",
            [
                "He was seen on Monday in the pub at Sebring last year.",
                "He was seen on Monday in the pub at Sebring last year.",
            ],
        ),
        (
            "She was seen in May near her shop, feeding the birds, which flew off.",
            ["She was seen in May near her shop, feeding the birds,"],
        ),
        ("She was ill in May, adding that it was over.", ["She was ill in May,"]),
        (
            "She was shot after she fled in May 2021 and died in June 2021.",
            ["after she fled in May 2021", "and died in June 2021."],
        ),
    ],
)
def test_the_subject_is_the_clause_that_is_dated(text: str, subjects: list[str]) -> None:
    assert [claim.subject for claim in claims(text)] == subjects


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Her trial, which opened on 5 May, is to last a month.", "Her trial"),
        ("Lena Brodt, whose arrest in May shook Halle, is well.", "Lena Brodt"),
        ("The probe Corvus landed. It was launched in 2021.", "The probe Corvus"),
        ("The probe Corvus landed. It sent pictures. Its launch was in 2021.", "The probe Corvus"),
        ("The trial opened on 5 May.", None),
        ("It was launched in 2021.", None),
        ("They met. They wed in 2021.", None),
    ],
)
def test_what_a_dated_clause_tells_of_is_kept_where_it_stands_outside(text: str, of: str | None) -> None:
    assert next(claim for claim in claims(text) if claim.value["type"] == "DATE").value.get("of") == of


def test_a_line_without_end_gives_each_date_what_stands_around_it() -> None:
    told = claims("word " * 300 + "on 3 July 2025 " + "word " * 300)
    assert len(told[0].subject) < 1200
    assert "word on 3 July 2025 word" in told[0].subject
    assert set(told[0].subject.split()) == {"word", "on", "3", "July", "2025"}


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 on 3 July 2025",
        "\x00 3 July 2025 \x00",
        "İ 3 July 2025",
        "١٢ 3 July 2025",
        "a\r\n3 July 2025\r\n",
        "🜂 3 July 2025",
    ],
)
def test_any_text_keeps_its_offsets(text: str) -> None:
    (claim,) = claims(text)
    assert claim.mention.span.of(text) == claim.mention.text == "3 July 2025"


def dated(text: str, published: str | None = FRIDAY, outlet: str = "a", anchor: date | None = None) -> object:
    claim = claims(text, published, source=outlet)[-1]
    return matcher().read(
        claim, Context(anchor=lambda article: anchor or (date.fromisoformat(published) if published else None))
    )


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The group seized power in 2021.", "The group seized power on 15 August 2021.", Relation.REFINED_BY),
        ("The group seized power in August 2021.", "The group had returned to power in August 2021.", Relation.EQUAL),
        ("The group seized power four years ago.", "The group seized power in 2021.", Relation.EQUAL),
        (
            "The minister accepted the ambassador's credentials in April 2025.",
            "The minister accepted the ambassador's credentials in July 2025.",
            Relation.CONFLICTS,
        ),
        (
            "The earthquakes struck the province in June 2022.",
            "Floods hit the valley in April 2024.",
            Relation.UNRELATED,
        ),
        ("Forces left the base on 15 August 2021.", "A summit opened in Geneva on 16 August 2021.", Relation.UNRELATED),
        ("The country lost two decades of rights gains.", "His stance changed over two decades.", Relation.UNRELATED),
        ("The committee has met recently.", "The committee has met recently.", Relation.UNRELATED),
        (
            "The rocket hit the old school at 6:05 p.m. EDT.",
            "The rocket hit the old school at 2205 GMT.",
            Relation.EQUAL,
        ),
        (
            "The rocket hit the old school at midnight GMT on 3 July.",
            "The rocket hit the old school at 2 a.m. CEST on 4 July.",
            Relation.EQUAL,
        ),
        (
            "The rocket hit the old school at 6:05 p.m.",
            "The rocket hit the old school at 6:05 p.m. EDT.",
            Relation.REFINED_BY,
        ),
    ],
)
def test_dates_meet_where_they_date_one_event(left: str, right: str, relation: Relation) -> None:
    assert matcher().match(dated(left, outlet="a"), dated(right, outlet="b")).relation is relation  # type: ignore[arg-type]


def test_the_matcher_keeps_the_laws_of_matchers() -> None:
    told = [claim for path in sorted(SEEDS.glob("*.txt")) for claim in claims(path.read_text("utf-8"), id=path.stem)]
    check_matcher(matcher(), told[::2], context=Context(anchor=lambda article: date(2025, 7, 4)))


def test_the_extractor_keeps_its_promises_on_any_text() -> None:
    check_extractor(
        dates, examples=["They met on Thursday, July 3, two days later and every Monday for 10 years."], max_texts=60
    )


def test_one_article_does_not_contradict_itself() -> None:
    text = "The river flooded the old town in May 2021. The river flooded the old town in May 2022."
    one, two = (matcher().read(claim, Context()) for claim in claims(text))
    assert matcher().same(one, two).veto


def test_a_time_that_nothing_else_in_the_story_has_tells_more_than_one_that_all_have() -> None:
    left = claims("In March 2024, Rome took the bank off its list of approved sponsors for the stadium.")[-1]
    right = claims("The Italian high court lifted the label of rogue lender for the bank in March 2024.")[-1]

    def relation(times: Rarity) -> Relation:
        one, two = (matcher().read(claim, Context(times=times)) for claim in (left, right))
        return matcher().match(one, two).relation

    assert relation(Rarity.of([{"2024-03", str(number)} for number in range(400)])) is Relation.UNRELATED
    assert relation(Rarity.of([{"2024-04", str(number)} for number in range(400)])) is Relation.EQUAL


def test_an_article_without_a_date_is_compared_by_the_anchor_of_its_story() -> None:
    bare = dated("The ministry recognised the new government on Thursday.", None, "a", date(2025, 7, 5))
    full = dated("The ministry recognised the new government on July 3, 2025.", None, "b")
    assert matcher().match(bare, full).relation is Relation.EQUAL  # type: ignore[arg-type]
    assert bare.value["anchor"] == "story"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        (
            "001",
            {
                ("Thursday, July 3", "2025-07-03"),
                ("2021", "2021"),
                ("January 2025", "2025-01"),
                ("two decades", "P20Y"),
            },
        ),
        (
            "002",
            {
                ("July 3, 2025", "2025-07-03"),
                ("April this year", "2025-04"),
                ("15 August 2021", "2021-08-15"),
                ("1992", "1992"),
            },
        ),
        (
            "004",
            {
                ("Thursday", "2025-07-03"),
                ("four years ago", "2021"),
                ("last October", "2024-10"),
                ("that month", "2025-04"),
                ("then", "2021-08"),
                ("the 1980s", "198"),
            },
        ),
    ],
)
def test_the_founding_articles_are_dated(seed: str, expected: set[tuple[str, str]]) -> None:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    assert expected <= set(found(path.read_text("utf-8")))
