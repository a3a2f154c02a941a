"""What a reader is shown of a cluster: sides, steps, titles, what is told once, and how much of a large story."""

from __future__ import annotations

import random
import re

import pytest

from newsrecon import Article, read, reconcile, render_html
from newsrecon.model import Value
from newsrecon.report.page import Page
from newsrecon.report.passages import Passages
from newsrecon.report.rewording import likest
from newsrecon.report.timeline import Axis


def story_of(*told):
    articles = [Article(text, id=str(n), source=f"Outlet {n}", published="2025-05-10") for n, text in enumerate(told)]
    return Page(reconcile(articles), Passages(articles)).stories[0]


def views_of(story):
    return [view for section in story.sections for view in section.views]


FERRY = (
    "The ferry sank off the northern coast on 3 May 2025.",
    "The ferry sank off the northern coast in May 2025.",
    "The ferry sank off the northern coast on 4 May 2025.",
    "Off the northern coast, the ferry sank on 4 May 2025.",
)


def test_values_that_contradict_the_same_ones_stand_on_one_side():
    (view,) = [view for view in views_of(story_of(*FERRY)) if view.sides]
    shown = view if view.cluster.kind == "date" else view.folds[0]
    assert sorted([one.label for one in side] for side in shown.sides) == [["3 May 2025"], ["4 May 2025"]]


def test_a_date_and_the_statement_it_stands_in_are_told_once():
    views = views_of(story_of(*FERRY))
    pairs = {(view.cluster.kind, inner.cluster.kind) for view in views for inner in view.folds}
    assert pairs & {("date", "statement"), ("statement", "date")}
    told = [one.cluster.id for view in views for one in (view, *view.folds)]
    assert len(told) == len(set(told))


def test_each_section_counts_what_is_told_inside_other_findings():
    story = story_of(*FERRY)
    unconfirmed = story.numbers.get("unconfirmed", 0)
    assert sum(section.number for section in story.sections) + unconfirmed == len(story.clusters)


def test_a_quotation_is_titled_by_its_speaker_and_its_words():
    story = story_of(
        "“We will rebuild the bridge before winter,” said Mayor Ada Lind on Monday.",
        "“We will rebuild the bridge before winter,” Mayor Ada Lind told reporters.",
    )
    assert [view.line for view in story.utterances] == ["Ada Lind: “We will rebuild the bridge before winter”"]


def test_a_clause_that_tells_little_gives_way_to_its_sentence_on_the_timeline():
    story = story_of("The move came on 3 May 2025, after the council had closed the old bridge.")
    assert story.events[0][0].view.title == ("The move came on 3 May 2025, after the council had closed the old bridge")


@pytest.mark.parametrize(
    ("others", "text", "place"),
    [
        (["it rained", "the mayor said so"], "a mayor said so", 1),
        (["it rained"], "a mayor said so", None),
        ([], "a mayor said so", None),
        ([""], "", None),
    ],
)
def test_a_wording_is_compared_with_the_likest_one_above_it(others, text, place):
    assert likest(others, text) == place


def test_a_month_on_the_axis_tells_its_year_where_nothing_else_does():
    values = [
        Value({"begin": f"{day}", "end": None})
        for day in ("2023-12-30", "2024-01-01", "2024-07-01", "2025-01-01", "2025-06-01")
    ]
    told = set()
    for tick in Axis(values).ticks:
        years = set(re.findall(r"\d{4}", tick.label))
        assert years or told
        told |= years


# ---------------------------------------------------------------- a large story

OUTLETS = 100
SUBJECTS = (
    "the council",
    "a harbour pilot",
    "the coast guard",
    "the operator",
    "Captain Ada Lind",
    "Minister Per Holm",
)
VERBS = ("closed", "inspected", "evacuated", "repaired", "praised", "blamed", "promised", "photographed")
OBJECTS = (
    "the northern quay",
    "the ferry Aurora",
    "two rescue boats",
    "the engine room",
    "a fuel depot",
    "the old pier",
)
DETAILS = ("before dawn", "without delay", "for the third time", "despite the storm", "with great care", "in silence")
SOUNDS = [consonant + vowel for consonant in "bdfklmnrstv" for vowel in "aeo"]


def made_up_articles(number):
    """Articles of some 3,500 letters on one event: each tells some of sixty facts, and more that nobody else tells."""
    dice = random.Random(5)
    facts = [list(map(dice.choice, (SUBJECTS, VERBS, OBJECTS, DETAILS))) for _ in range(60)]
    for place in range(number):
        sentences = []
        for who, did, what, how in dice.sample(facts, 12):
            when = dice.choice(("", f" on {dice.randint(1, 9)} May 2025", " in May 2025", " on Monday"))
            sentences.append(dice.choice((f"{who} {did} {what} {how}{when}.", f"{how}, {who} {did} {what}{when}.")))
        for _ in range(30):
            words = ["".join(dice.choices(SOUNDS, k=3)) for _ in range(8)]
            sentences.append(f"{words[0]} {words[1].title()} {dice.choice(VERBS)} the {' '.join(words[2:])}.")
        dice.shuffle(sentences)
        capital = [sentence[0].upper() + sentence[1:] for sentence in sentences]
        text = "\n\n".join(" ".join(capital[at : at + 6]) for at in range(0, len(capital), 6))
        yield Article(text, id=f"{place:03}", source=f"The Daily {place}", published="2025-05-10", title=capital[0])


@pytest.fixture(scope="module")
def large():
    articles = list(made_up_articles(OUTLETS))
    return articles, reconcile(articles)


def test_the_page_of_a_hundred_articles_is_under_two_megabytes_and_its_links_lead_somewhere(large):
    articles, made = large
    html = render_html(made, articles)
    assert len(html.encode()) < 2_000_000
    ids = re.findall(r'\sid="?([\w-]+)', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="?#([\w-]+)', html)) <= set(ids)
    assert all(f'id="a{number + 1}"' in html for number in range(OUTLETS))


def test_what_is_left_out_of_a_large_page_is_counted(large):
    articles, made = large
    story = Page(made, Passages(articles)).stories[0]
    events, left_out = story.events
    assert len(events) + left_out == len(made.timeline)
    assert sum(group.left_out for group in story.singles) > 0
    assert sum(group.number for group in story.singles) == story.numbers["unconfirmed"]


def test_every_finding_of_the_seeds_has_its_place_on_the_page():
    articles = read(["seeds"]).articles
    made = reconcile(articles)
    html = render_html(made, articles)
    ids = set(re.findall(r'\sid="?(k\d+)', html))
    kinds = enumerate((cluster.kind for cluster in made.clusters), 1)
    assert ids == {f"k{number}" for number, kind in kinds if kind != "description"}
    assert 'class="nr-kind">description' not in html


def test_what_a_phrase_stands_for_is_told_with_the_name():
    story = story_of(
        "Norway’s ambassador to Chile, Ada Lind, arrived. The ambassador spoke to reporters on Monday.",
        "Ada Lind, Norway’s ambassador to Chile, arrived on Monday.",
    )
    (lind,) = (view for view in story.names[0] if view.name.name == "Ada Lind")
    phrases = [phrase for phrase, _ in lind.meant]
    assert "ambassador" in " ".join(phrases)
    assert not set(phrases) & set(lind.roles)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The yard, which has been shut since 3 May 2025, was sold.", "The yard, which has been shut since 3 May 2025"),
        ("Vera Lund, who led the yard until 3 May 2025, is back.", "Vera Lund, who led the yard until 3 May 2025"),
        (
            "RUNDVIK (Coast Wire) - The yard was shut, the mayor said on 3 May 2025.",
            "The yard was shut, the mayor said on 3 May 2025",
        ),
        (
            "The mayor of Rundvik, who had met the owners of the old yard and the heads of both unions in the town hall that"
            " morning, said on 3 May 2025 that it was so.",
            "The mayor of Rundvik … said on 3 May 2025",
        ),
    ],
    ids=["whose", "who", "dateline", "no cut before the time"],
)
def test_an_event_is_told_with_whom_it_is_about_and_with_its_time(text, title):
    assert story_of(text).events[0][0].view.title == title
