"""The plain-text report: what stands where, and that no text of an article can disguise itself."""

from __future__ import annotations

from types import ModuleType

import pytest
from attrs import evolve

from newsrecon import Article, Claim, Extraction, Matcher, Value, hookimpl, reconcile, relate_intervals
from newsrecon.reconciliation import Variant
from newsrecon.records import record
from newsrecon.report.html import fragment
from newsrecon.report.text import render, render_claims
from newsrecon.report.words import dated_clause, title_of, value_in_words, visible


def _told(source, low, high, words, subject="the dead"):
    article = Article(words, id=source.lower(), source=source)
    return article, Claim("toll", subject, {"low": low, "high": high}, article.mention(0, len(words)))


def _made(*told):
    plugin = ModuleType("tolls")
    plugin.register_matchers = hookimpl(lambda: [Matcher("toll", relate=relate_intervals("low", "high"))])
    state = Extraction([claim for _, claim in told], records=[record(article) for article, _ in told])
    return reconcile(state, plugins=[plugin])


STORY = (
    _told("Daily", 12, 12, "twelve people died"),
    _told("Post", 13, 13, "thirteen were killed"),
    _told("Herald", 12, 12, "a dozen died"),
    _told("Radio", 50, None, "more than fifty hurt", "the injured"),
    _told("Wire", 55, 55, "55 injured", "the injured"),
    _told("Globe", 3, 3, "three arrests", "the arrested"),
    _told("Coast", 3, 3, "arrested three", "the arrested"),
    _told("Alone", 1, 1, "one missing", "the missing"),
)


def test_disputes_come_first_then_refinements_agreements_and_the_rest():
    text = render(_made(*STORY))
    places = [
        text.index(word)
        for word in ("8 articles", "DISPUTED (1)", "REFINED (1)", "CORROBORATED (1)", "UNCONFIRMED (1)")
    ]
    assert places == sorted(places)


def test_each_value_is_shown_with_its_sources_voices_and_words():
    text = render(_made(*STORY))
    assert "● 12 — Daily, Herald (2 voices)" in text
    assert "○ 13 — Post (1 voice)" in text
    for words in ("Daily: “twelve people died”", "Herald: “a dozen died”", "Post: “thirteen were killed”"):
        assert words in text


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ({"low": 12, "high": 12, "unit": "people", "slot": "killed", "of": None}, "12 people killed"),
        ({"low": 12, "high": 12, "unit": "people", "slot": "killed", "of": "soldiers"}, "12 soldiers killed"),
        ({"low": 34, "high": 34, "unit": "years", "slot": "age", "of": "boy"}, "34 years"),
        ({"low": 2.4e9, "high": None, "unit": "crowns", "slot": "money"}, "2,400,000,000 or more crowns"),
        ({"low": 4.5, "high": 4.6, "unit": "percent", "slot": "share"}, "4.5 to 4.6 percent"),
        ({"low": 36000.0, "high": 44000.0, "unit": "m", "slot": "distance", "stated": "40 km"}, "about 40 km"),
    ],
)
def test_a_number_is_told_as_readers_write_it(value, label):
    variant = Variant(Value(value), text="about 40 km", claims=(), support=(), origins=1)
    assert value_in_words(variant) == label


def test_a_dispute_says_why():
    text = render(_made(*STORY[:2]))
    assert "cannot both be true. Undecided: the sides are level." in text


def test_who_is_vaguer_is_shown_as_compatible():
    assert "● 55 — Wire (1 voice); compatible: Radio" in render(_made(*STORY))


def test_what_only_one_voice_says_is_counted():
    assert "UNCONFIRMED (1) — one voice, or no two that say the same: 1 toll" in render(_made(*STORY))


def test_the_timeline_shows_the_words_of_the_sharpest_time_and_decades_as_readers_know_them():
    made = reconcile(
        [
            Article("The old bridge at Dover was closed in 2021. Trains came in the 1980s.", id="1", source="Daily"),
            Article("The old bridge at Dover was closed on 15 August 2021.", id="2", source="Post"),
            Article("Rain fell in Rundvik on the evening of 2 May 2022.", id="3", source="Sun"),
        ]
    )
    timeline = render(made).partition("TIMELINE")[2]
    assert "2021-08-15 The old bridge at Dover was closed on 15 August 2021 — Daily, Post" in timeline
    assert "1980s      Trains came in the 1980s — Daily" in timeline
    assert "2022-05-02 evening  Rain fell in Rundvik on the evening of 2 May 2022 — Sun" in timeline


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Berg says that the yard closed in 2021.", "2021       The yard closed in 2021 — Daily"),
        ("Berg, who led the yard until 2021, is back.", "2021       Berg … led the yard until 2021 — Daily"),
        (
            "The yard in Sund was sold to a bank, and was shut in 2021.",
            "2021       The yard in Sund … was shut in 2021 — Daily",
        ),
        ("RUNDVIK, May 4 (Agency) - The yard closed in 2021.", "2021       The yard closed in 2021 — Daily"),
    ],
)
def test_the_timeline_tells_clauses_as_lines_of_their_own(text, line):
    assert line in render(reconcile(Article(text, id="1", source="Daily"))).partition("TIMELINE")[2]


def test_a_clause_without_a_subject_that_nothing_is_told_of_is_told_as_it_is():
    (date,) = (claim for claim in reconcile([Article("Sank on 3 May 2025.", id="1")]).claims if claim.kind == "date")
    cut = evolve(date, subject="was shut", value=Value({key: date.value[key] for key in date.value if key != "of"}))
    assert dated_clause(cut) == "… was shut"


def test_the_day_in_front_of_an_article_and_who_said_something_are_no_events():
    text = (
        "By Anna Berg | 3 May 2021\n\nThe old yard was shut in April 2021, the mayor said. She said so on 2 May 2021."
    )
    timeline = render(reconcile(Article(text, id="1", source="Daily"))).partition("TIMELINE")[2]
    assert [line.split()[0] for line in timeline.splitlines() if line.strip()] == ["2021-04"]


@pytest.mark.parametrize(
    ("one", "other", "title"),
    [
        # whole before what hangs on something
        (
            "It was feared after it shut the old yard in Rundvik.",
            "The firm shut the old yard in Rundvik.",
            "The firm shut the",
        ),
        # a name before a pronoun, and no word that leads over
        ("It shut the old yard in Rundvik.", "Meanwhile, Acme shut the old yard in Rundvik.", "Acme shut the old yard"),
    ],
)
def test_a_statement_is_headed_by_the_wording_that_stands_best_by_itself(one, other, title):
    made = reconcile([Article(one, id="1", source="Daily"), Article(other, id="2", source="Post")])
    assert f"[statement] {title}" in render(made)


def test_a_role_is_told_once_whatever_its_capitals():
    texts = ("Police chief Lars Berg left.", "The police chief, Lars Berg, left.", "Police Chief Lars Berg left.")
    made = reconcile([Article(text, id=text, source=text[:9]) for text in texts])
    (line,) = [line for line in render(made).splitlines() if line.startswith("  Lars Berg (person)")]
    assert line.lower().count("police chief") == 1


def test_a_disputed_statement_is_headed_by_what_is_in_dispute():
    stories = (
        ("Daily", "Goalkeeper Sven Aho saved two penalties in the final on Saturday."),
        ("Post", "Sven Aho saved three penalties in the final on Saturday."),
    )
    articles = [Article(text, id=source, source=source, published="2026-06-21") for source, text in stories]
    (found,) = [cluster for cluster in reconcile(articles).disputed if cluster.kind == "statement"]
    assert "the numbers of 'penalties' differ" in found.reason
    vague = evolve(found.variants[0], text="Aho is a goalkeeper.", conflicts=())
    headed = evolve(found, variants=(vague, *found.variants), best=None)
    assert "saved" in title_of(headed)


def test_a_clause_that_goes_on_without_its_subject_is_headed_by_both():
    stories = (
        ("Daily", "2026-06-20", "The museum will reopen on Tuesday."),
        ("Post", "2026-06-21", "The museum has been closed for a week and will reopen on Friday."),
    )
    articles = [Article(text, id=source, source=source, published=day) for source, day, text in stories]
    assert "  [statement] The museum … will reopen on Friday\n" in render(reconcile(articles))


def test_lengths_seasons_and_single_people_are_told_in_words():
    from newsrecon.report.words import timex_of

    months = ("a", "Ole Vik, a pilot for 13 years, crashed last summer."), ("b", "Ole Vik was a pilot for 13 years.")
    made = reconcile([Article(text, id=name, source=name, published="2026-02-01") for name, text in months])
    told = render(made)
    assert "13 years" in told
    assert "P13Y" not in told
    assert "2025 summer" in {timex_of(variant) for cluster in made.of_kind("date") for variant in cluster.variants}


def test_nothing_found_is_said():
    assert (
        render(reconcile([], plugins=[])) == "0 articles · 0 independent origins · 0 claims\n\nNo claims were found.\n"
    )
    assert render_claims(Extraction()) == "No claims were found.\n"


def test_copies_are_named_as_one_origin():
    words = (
        "twelve people died when a bridge fell into the river on sunday night the governor of the province said " * 3
    )
    text = render(_made(_told("Daily", 12, 12, words), _told("Post", 12, 12, words)))
    assert "2 articles · 1 independent origin" in text
    assert "one origin: daily, post" in text


@pytest.mark.parametrize("width", [40, 72, 100])
def test_no_line_is_longer_than_asked_for(width):
    for line in render(_made(*STORY), width=width).splitlines():
        assert len(line) <= width


def test_colours_are_only_there_where_asked_for():
    made = _made(*STORY)
    assert "\x1b" not in render(made)
    assert "\x1b[1;31mDISPUTED (1)\x1b[0m" in render(made, color=True)


def test_str_is_the_report():
    made = _made(*STORY)
    assert str(made) == render(made)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("twelve  \n died", "twelve died"),
        ("caf\u00e9 \u65b0\u805e", "caf\u00e9 \u65b0\u805e"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u200bb", "a\\u200bb"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\x00b", "a\\x00b"),
        ("a\ud800b", "a\\ud800b"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_an_escape(text, shown):
    assert visible(text) == shown


def test_no_article_can_colour_or_turn_the_report():
    text = render(_made(_told("Da\x1b[31mily", 12, 12, "twelve \u202e died"), STORY[1]))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_what_a_phrase_stands_for_is_told_with_the_name_and_is_no_finding():
    articles = [
        Article("Mayor Ada Lind opened the bridge. The mayor cut a ribbon.", id=source, source=source)
        for source in ("Daily", "Post")
    ]
    made = reconcile(articles)
    assert any(cluster.kind == "description" for cluster in made.clusters)
    assert "description" not in render(made)
    assert "Ada Lind (person) — Mayor" in render(made)


def test_claims_are_listed_by_article_with_place_and_words():
    _, claim = STORY[0]
    assert render_claims(Extraction([claim])).splitlines() == [
        "Daily (daily)",
        "         0–18  toll       “twelve people died”",
    ]


def test_a_notebook_shows_the_same_with_everything_escaped():
    html = _made(_told("<b>Daily</b>", 12, 12, "<script>twelve</script>"), STORY[1])._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;twelve" in html
    assert "Disputed" in html
    assert fragment(_made(*STORY)).count("<article") == 3


def test_wordings_of_one_voice_each_are_told_to_be_of_several_voices_together():
    told = (
        "Rescuers carried the pilot to a hospital in Sund.",
        "The pilot was carried to a small hospital in Sund by rescuers.",
        "Rescuers carried the wounded pilot to the hospital.",
    )
    made = reconcile([Article(text, id=text, source=text, published="2024-05-10") for text in told])
    assert any(len(cluster.variants) == 3 for cluster in made.corroborated)
    assert "together: 3 independent voices agree." in render(made)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "Two trams collided at the Elm Street Bridge.",
            "Nine people were hurt at the Elm Street Bridge.",
            "Where things were\n    at the Elm Street Bridge — A, B (2 voices)",
        ),
        (
            "Mara Holm was taken to a clinic with serious injuries.",
            "Mara Holm suffered only minor injuries.",
            "How badly hurt: Mara Holm",
        ),
    ],
)
def test_a_phrase_of_a_statement_is_told_with_what_it_answers(one, other, told):
    articles = (Article(one, id="1", source="A"), Article(other, id="2", source="B"))
    assert f"[statement] {told}" in render(reconcile(articles))


def test_the_timeline_tells_what_happened_rather_than_what_was_said_of_it():
    told = (
        Article(
            "The bridge at Rundvik was closed to all traffic on Monday.", id="1", source="A", published="2025-05-07"
        ),
        Article(
            "The mayor said on Monday: “The bridge at Rundvik was closed to all traffic, and we will build a new and wider one.”",
            id="2",
            source="B",
            published="2025-05-07",
        ),
    )
    timeline = render(reconcile(told)).partition("TIMELINE")[2]
    assert "2025-05-05 The bridge at Rundvik was closed to all traffic on Monday" in timeline
    assert "wider" not in timeline


def test_what_is_disputed_for_its_time_has_it_beside_words_that_do_not_tell_it():
    texts = {
        "The Daily": "In April 2025, Norway dismissed its envoy Jon Berg and closed the old embassy in Tirana.",
        "The Globe": "In June 2025, Norway dismissed its envoy Jon Berg and closed the old embassy in Tirana.",
    }
    made = reconcile(Article(text, source=source) for source, text in texts.items())
    disputed = [one for one in made.disputed if "old embassy" in one.variants[0].text]
    told = " ".join(render(evolve(made, clusters=tuple(disputed))).split())
    assert "The Daily (1 voice): “closed the old embassy in Tirana.” (April 2025)" in told
    assert "The Globe (1 voice): “closed the old embassy in Tirana.” (June 2025)" in told
    assert "April 2025" in fragment(evolve(made, clusters=tuple(disputed)))


DATED = {
    "The Daily": "The harbour council closed the old ferry terminal on 3 May 2025.",
    "The Globe": "The harbour council closed the old ferry terminal in May 2025.",
}


def test_a_date_is_told_inside_the_statement_it_stands_in_and_its_words_once():
    told = render(reconcile(Article(text, source=source) for source, text in DATED.items()))
    assert "[date]" not in told
    assert " ".join(told.split()).count("ferry terminal on 3 May 2025") == 2  # its value, the timeline
    assert "    when:\n      ○ May 2025 — The Daily, The Globe (2 voices)\n" in told
    assert "REFINED (2)" in told
    assert "… and 1 more inside another entry, as its time or its words" in told


def test_several_entries_inside_others_are_counted():
    sold = {"The Daily": " It sold eight boats on 5 June 2025.", "The Globe": " It sold eight boats in June 2025."}
    told = render(reconcile(Article(text + sold[source], source=source) for source, text in DATED.items()))
    assert "… and 2 more inside other entries, as their times or words" in told


def test_what_is_told_inside_another_entry_says_so_if_its_verdict_is_another():
    made = reconcile(Article(text, source=source) for source, text in DATED.items())
    graver = [evolve(one, verdict="disputed") if one.kind == "statement" else one for one in made.clusters]
    assert "    when (refined):\n" in render(evolve(made, clusters=tuple(graver)))
    graver = [evolve(one, verdict="disputed") if one.kind == "date" else one for one in made.clusters]
    told = render(evolve(made, clusters=tuple(graver)))
    assert "[date]" in told
    assert "[statement]" not in told
