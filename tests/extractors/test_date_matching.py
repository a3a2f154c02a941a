"""Which dated clauses of two articles are of one event, and which are of two that are told alike."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article, extract, reconcile


def meet(left: str, right: str) -> bool:
    articles = [
        Article(text, id=name, source=name, published="2025-07-05") for name, text in (("a", left), ("b", right))
    ]
    extraction = extract(articles)
    told = {claim.id: claim for claim in extraction.claims}
    clusters = [cluster for cluster in reconcile(extraction).clusters if cluster.kind == "date"]
    return any(len({told[claim].mention.article for claim in cluster.claims}) == 2 for cluster in clusters)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The minister held talks with Russian officials in Doha on Thursday.",
            "The minister held talks with Chinese officials in Doha on Thursday.",
        ),
        (
            "Foreign Minister Anna Berg met the Turkish ambassador on Tuesday.",
            "Foreign Minister Anna Berg met the Iranian ambassador on Tuesday.",
        ),
        (
            "The president spoke with the king of Jordan by phone on Saturday.",
            "The president spoke with the king of Morocco by phone on Saturday.",
        ),
        (
            "A bomb exploded in a market in Kirkuk on Monday, killing five people.",
            "A bomb exploded near a mosque in Baghdad on Monday, killing nine people.",
        ),
        ("A bomb exploded in Harlow Park on Monday.", "A bomb exploded in Fenton Park on Monday."),
        ("Police arrested two men in Lyon on Friday.", "Police arrested three women in Marseille on Friday."),
        (
            "The court sentenced Paul Adler to ten years on Wednesday.",
            "The court sentenced Maria Voss to two years on Wednesday.",
        ),
        ("Spain beat Norway 3-1 in the match on Sunday.", "Spain beat Denmark 2-0 in the match on Sunday."),
        ("The first round of talks began on Thursday.", "The 2nd round of talks began on Thursday."),
        ("Voters in Norway go to the polls on Thursday.", "Voters in Sweden go to the polls on Thursday."),
        # All that both have is one name.
        (
            "Norden Mills said last week that wheat was dear.",
            "A clerk left Norden Mills in tears on Wednesday of last week.",
        ),
        (
            "A student punched a referee in the stands last month.",
            "Police beat a farmer at the border last month.",
        ),
        (
            "Gunmen killed forty people in Odenby on 13 March, the mayor said.",
            "Nothing has been the same since the attack of last March in Halvik.",
        ),
        (
            "Two days before Monday's fire, the choir of Rundvik marked its jubilee in the cannery.",
            "The choir of Rundvik marked its jubilee in the cannery on 27 June.",
        ),
        ("https://t.co/AbCd (@rundvik) 28 June 2025", "https://t.co/EfGh (@rundvik) 28 June 2025"),
        ("A lorry rammed a bus on the bridge on Monday.", "A train derailed in the tunnel on Monday."),
        (
            "An earthquake struck the coast of Chile on Monday morning.",
            "A second earthquake struck the coast of Chile on Monday evening.",
        ),
    ],
)
def test_events_told_alike_stay_apart_by_whom_and_where(left: str, right: str) -> None:
    assert not meet(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The first round of talks began on Thursday morning.",
            "The first round of the talks on fishing began on Thursday.",
        ),
        (
            "The minister held talks with Russian officials in Doha on Thursday.",
            "On Thursday, the minister met officials from Moscow for talks in Doha.",
        ),
        (
            "Foreign Minister Anna Berg met the Turkish ambassador on Tuesday.",
            "Berg received Turkey's ambassador on Tuesday.",
        ),
        (
            "A bomb exploded in a market in Kirkuk on Monday, killing five people.",
            "A bomb exploded in a market in Iraq on Monday.",
        ),
        (
            "The court sentenced Paul Adler to ten years on Wednesday.",
            "Adler was sentenced to ten years in prison on Wednesday by a court.",
        ),
        ("Spain beat Norway 3-1 in the match on Sunday.", "On Sunday, Spain won their match against Norway 3-1."),
        ("The rebels seized power in August 2021.", "The rebels, who seized power on 15 August 2021, banned music."),
        ("A bomb exploded in Harlow Park on Monday.", "A bomb exploded in Leeds on Monday."),
        ("The chamber approved the treaty on Tuesday.", "The chamber approved the treaty on Tuesday evening."),
        (
            "A barge rammed the old bridge in Dunvale, killing six people. Divers asked the crew what happened on Tuesday night.",
            "A barge rammed the old bridge in Dunvale late on Tuesday night and six people died.",
        ),
        (
            "She was filmed in May near her shop, pushing, kicking and biting a guard, who laughed.",
            "A trader was charged on Monday. She was filmed in May, pushing, kicking and biting a guard near the shop.",
        ),
        ("The hall was rebuilt after a fire in 1997.", "After the fire of 1997 the hall was rebuilt."),
        (
            "Judge Ona Reed ruled on Monday that the dam must be closed.",
            "Monday's ruling by Judge Ona Reed closed the dam.",
        ),
        ("Harbour workers walked out on 3 May over pay.", "The 3 May walkout by harbour workers stopped all ferries."),
        (
            "The trial of Lena Brodt opened in Halle on 5 May.",
            "Lena Brodt denies everything. Her trial, which opened on 5 May, is to last a month.",
        ),
        # A day told by how far it is from another.
        (
            "Two days before Monday's fire, the choir of Rundvik marked its jubilee in the cannery.",
            "The choir of Rundvik marked its jubilee in the cannery on 28 June.",
        ),
        # Addresses are no words.
        (
            "A good jubilee to Rundvik's choir! https://t.co/AbCd https://t.co/EfGh pic.twitter.com/IjKl (@choir) 28 June 2025",
            "The choir of Rundvik marked its jubilee on 28 June.",
        ),
        # Deeds of one kind, told in words that are no synonyms.
        (
            "A trader was fined on Monday for punching a guard in the face two weeks ago.",
            "A trader was fined after she was filmed in June slapping a guard.",
        ),
        (
            "Thieves robbed the bank of Rundvik of two paintings on Monday.",
            "Two paintings were snatched from the bank of Rundvik on Monday evening.",
        ),
        # Long before the story, in one place and one month.
        (
            "Gunmen killed forty people in Odenby on 13 March, the mayor said.",
            "Nothing has been the same since the attack of last March in Odenby.",
        ),
        (
            "The probe Corvus has sent pictures. It was launched in May 2021.",
            "Corvus, launched in May 2021, has sent pictures.",
        ),
        (
            "Aster Foods bought the bakery chain Millfold in 2019.",
            "The 2019 acquisition of Millfold by Aster Foods cost 400 jobs.",
        ),
    ],
)
def test_one_event_in_other_words_meets(left: str, right: str) -> None:
    assert meet(left, right)


def verdict_of_dates(left: str, right: str, *, published: tuple[str, str] = ("2025-03-12", "2025-03-13")) -> list[str]:
    """What becomes of the dates of two articles that share a cluster."""
    told = zip("ab", (left, right), published, strict=True)
    articles = [Article(text, id=name, source=name, published=day) for name, text, day in told]
    found = reconcile(articles).clusters
    return [str(cluster.verdict) for cluster in found if cluster.kind == "date" and len(cluster.variants) > 1]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("The attack occurred at 1 p.m. on Tuesday.", "The assault took place at 3:50 p.m. on Tuesday.", ["disputed"]),
        # Witnesses tell one moment so.
        (
            "The crash occurred at 7:40 a.m. on Tuesday.",
            "The collision took place shortly before 8 a.m. on Tuesday.",
            ["corroborated"],
        ),
        ("The attack occurred at midnight on Tuesday.", "The attack began at 11:50 p.m. on Tuesday.", ["corroborated"]),
        # One of several; of another kind; where nothing is told of but what happened at that hour.
        ("The second attack occurred at 1 p.m. on Tuesday.", "The attack took place at 3 p.m. on Tuesday.", []),
        ("The attack occurred at 1 p.m. on Tuesday.", "The flood struck at 3 p.m. on Tuesday.", []),
        ("The attack occurred at 1 p.m. on Tuesday.", "Police came at 3 p.m. on Tuesday.", []),
        # The small hours are a morning in some mouths.
        (
            "A guard was shot in the yard in the early morning hours of Tuesday, police said.",
            "A guard was shot in the yard at 3 a.m. on Tuesday, police said.",
            ["refined"],
        ),
    ],
)
def test_hours_of_one_event_meet_and_exclude_each_other_where_they_lie_well_apart(
    left: str, right: str, verdict: list[str]
) -> None:
    assert verdict_of_dates(left, right) == verdict


def test_two_weekdays_of_one_event_are_a_dispute() -> None:
    assert verdict_of_dates(
        "The dairy in Rundvik was closed by inspectors on Monday.",
        "The dairy in Rundvik was closed by inspectors on Tuesday.",
    ) == ["disputed"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # One body, two things it did.
        (
            "The harbour safety office of Rundvik said so on Wednesday.",
            "The harbour safety office of Rundvik moved on Thursday.",
        ),
        # Who speaks of something speaks of it again.
        (
            "The harbour master of Rundvik acknowledged the loss of two boats on Monday.",
            "The harbour master of Rundvik acknowledged the loss of two boats on Tuesday.",
        ),
        # So far apart, it is another one.
        (
            "The fishermen of Rundvik held a rally at the quay on Saturday.",
            "The fishermen of Rundvik held a rally at the quay on Tuesday.",
        ),
        # Which Friday is meant is taken from the verb.
        (
            "The ferry line to Rundvik opens with a feast on Friday.",
            "The ferry line to Rundvik opened with a feast on Friday.",
        ),
        # The clause gives two days.
        (
            "The guards of Rundvik saw the light on Sunday and called the mayor on Monday.",
            "The guards of Rundvik saw the light on Sunday and called the mayor on Tuesday.",
        ),
        # Counted back in whole years, from March.
        (
            "The ferry line to Rundvik was opened by the mayor two years ago.",
            "The ferry line to Rundvik was opened by the mayor in October 2022.",
        ),
        # Written before midnight, published after it.
        (
            "A vigil for the fishermen of Rundvik is held tonight.",
            "A vigil for the fishermen of Rundvik is held tonight.",
        ),
        (
            "A vigil for the fishermen of Rundvik is held tonight at the quay.",
            "A vigil for the fishermen of Rundvik is held on Thursday night at the quay.",
        ),
    ],
)
def test_days_that_need_not_be_two_of_one_event_are_no_dispute(left: str, right: str) -> None:
    assert "disputed" not in verdict_of_dates(left, right)


@given(
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    st.integers(2, 5),
    st.sampled_from((("years", 365), ("months", 30), ("weeks", 7))),
    st.floats(-0.35, 0.35),
)
def test_what_lies_within_half_a_unit_of_so_many_units_ago_agrees_with_it(
    published: date, count: int, unit: tuple[str, int], off: float
) -> None:
    name, days = unit
    day = published - timedelta(round((count + off) * days))
    told = f"The old dairy in Rundvik was closed by inspectors {count} {name} ago."
    other = f"The old dairy in Rundvik was closed by inspectors on {day.day} {day:%B %Y}."
    pair = (str(published), str(published))
    assert verdict_of_dates(told, other, published=pair) in ([], ["refined"], ["corroborated"])


def test_days_that_exclude_each_other_are_no_agreement_either() -> None:
    trial = "The trial of the former treasurer Tomas Orr was set {}."
    assert verdict_of_dates(trial.format("for Monday"), trial.format("over to this fall")) == ["unconfirmed"]


def voices(*texts: str) -> int:
    """How many voices agree on the day of the first of some articles of which nothing tells the day."""
    found = reconcile([Article(text, id=str(number), source=str(number)) for number, text in enumerate(texts)])
    (cluster,) = [one for one in found.clusters if one.kind == "date" and len(one.claims) == len(texts)]
    return int(cluster.reason.split()[0]) if cluster.verdict == "corroborated" else 1


def test_a_weekday_is_borne_out_by_the_same_weekday_and_not_by_a_yesterday_nobody_knows() -> None:
    fire = "A fire destroyed the old cannery in Rundvik {}."
    assert voices(fire.format("on Tuesday"), fire.format("on Tuesday morning")) == 2
    assert voices(fire.format("on Tuesday"), fire.format("yesterday")) == 1
    assert voices(fire.format("yesterday"), fire.format("yesterday") + " It was insured.") == 1


def test_the_day_in_front_of_two_articles_is_nothing_that_they_agree_on() -> None:
    articles = [
        Article(f"{what}\n3 May 2025\n\n{what} on Friday.", id=what, source=what)
        for what in ("The ferry sank", "The choir sang")
    ]
    assert all(len(one.claims) == 1 for one in reconcile(articles).clusters if one.kind == "date")


def test_two_lengths_of_one_thing_bear_each_other_out_no_more() -> None:
    told = "Lena Frost, the {}-year-old keeper of the old lighthouse in Rundvik, resigned."
    assert voices(told.format(60), told.format(60) + " It rained.") == 2
    assert voices(told.format(60), told.format(61)) == 1


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("for weeks", "for three weeks", "refined"),
        ("for 11 months", "for months", "refined"),
        ("for four weeks", "for three weeks", "unconfirmed"),
        ("for months", "for three weeks", "unconfirmed"),
    ],
)
def test_a_number_of_a_unit_is_more_exact_than_the_unit_alone(left: str, right: str, verdict: str) -> None:
    told = "The strike at the port of Lund has dragged on {}."
    articles = [Article(told.format(one), id=one, source=one, published="2024-03-04") for one in (left, right)]
    assert {str(cluster.verdict) for cluster in reconcile(articles) if cluster.kind == "date"} == {verdict}


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("early in 2025", "in the second half of 2025", "disputed"),
        ("in late 2025", "in the first quarter of 2025", "disputed"),
        ("in mid-2025", "in the first quarter of 2025", "disputed"),
        ("early in 2025", "late in 2025", "disputed"),
        ("early in 2025", "in the first quarter of 2025", "corroborated"),
        ("in late 2025", "in October 2025", "corroborated"),
        ("in mid-2025", "in the second half of 2025", "corroborated"),
    ],
)
def test_the_beginning_of_a_time_is_not_its_end(left: str, right: str, verdict: str) -> None:
    told = "The council of Rundvik will open the new fish market at the quay {}."
    articles = [Article(told.format(one), id=one, source=one, published="2024-03-04") for one in (left, right)]
    assert {str(cluster.verdict) for cluster in reconcile(articles) if cluster.kind == "date"} == {verdict}


def test_one_day_of_two_persons_is_not_one_event():
    texts = {
        "The Daily": "Jon Berg was appointed finance minister on Monday.",
        "The Globe": "Anna Lind was appointed finance minister on Monday.",
    }
    made = reconcile(Article(text, source=source, published="2025-03-05") for source, text in texts.items())
    assert all(len(cluster.sources) == 1 for cluster in made.of_kind("date"))


@pytest.mark.parametrize(
    ("before", "after", "met"),
    [
        (
            "Harbour workers will begin painting boats in Sund next week.",
            "A harbour worker was robbed on Monday and sacked a day later.",
            False,
        ),
        ("The harbour pilots will start a strike next week.", "A strike of harbour pilots began on Monday.", True),
    ],
)
def test_a_sharper_time_is_of_one_thing_where_something_is_said_of_it(before: str, after: str, met: bool) -> None:
    articles = [
        Article(before, source="The Daily", published="2025-03-05"),
        Article(after, source="The Globe", published="2025-03-12"),
    ]
    assert any(len(cluster.sources) == 2 for cluster in reconcile(articles).of_kind("date")) == met


def test_the_time_to_which_an_amount_goes_is_nothing_that_two_agree_on():
    texts = ("The Sund ferry line carries 4,000 passengers a day.", "4,000 passengers a day take the Sund ferry line.")
    made = reconcile(Article(text, source=text, published="2025-03-05") for text in texts)
    assert all(len(cluster.sources) == 1 for cluster in made.of_kind("date"))


def test_how_often_something_is_done_is():
    texts = (
        "The Sund ferry line sails to Lund three times a week.",
        "Three times a week the Sund ferry line sails to Lund.",
    )
    made = reconcile(Article(text, source=text, published="2025-03-05") for text in texts)
    assert any(len(cluster.sources) == 2 for cluster in made.of_kind("date"))
