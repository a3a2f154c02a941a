"""The shape of a text: paragraphs, sentences, tokens, quotations, boilerplate, lower case."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newsrecon import Article, Span
from newsrecon.text import (
    boilerplate,
    covered,
    lower,
    paragraphs,
    quotations,
    sentences,
    tokens,
    without,
)

SEEDS = Path(__file__).parents[1] / "seeds"


def of(text, spans):
    return [span.of(text) for span in spans]


# ---------------------------------------------------------------- spans


def test_a_span_runs_forward_and_starts_inside_the_text():
    with pytest.raises(ValueError, match="not 4 to 3"):
        Span(4, 3)
    with pytest.raises(ValueError, match="not -1 to 3"):
        Span(-1, 3)


@pytest.mark.parametrize(
    ("left", "right", "overlap", "inside"),
    [
        (Span(0, 4), Span(4, 8), False, False),
        (Span(0, 5), Span(4, 8), True, False),
        (Span(0, 9), Span(4, 8), True, True),
        (Span(4, 8), Span(4, 8), True, True),
    ],
)
def test_spans_overlap_when_they_share_a_character(left, right, overlap, inside):
    assert left.overlaps(right) is overlap
    assert right.overlaps(left) is overlap
    assert left.contains(right) is inside


@pytest.mark.parametrize(
    ("span", "inside"),
    [
        (Span(0, 5), True),
        (Span(1, 2), True),
        (Span(4, 7), False),
        (Span(5, 6), False),
        (Span(6, 9), True),
        (Span(8, 10), False),
        (Span(20, 21), False),
    ],
)
def test_a_span_is_covered_when_one_of_some_spans_holds_all_of_it(span, inside):
    assert covered(span, (Span(0, 5), Span(6, 9))) is inside


@pytest.mark.parametrize(
    ("cuts", "left"),
    [
        ([], [Span(0, 9), Span(10, 20)]),
        ([Span(0, 9)], [Span(10, 20)]),
        ([Span(15, 20)], [Span(0, 9), Span(10, 15)]),
        ([Span(12, 15)], [Span(0, 9), Span(10, 12), Span(15, 20)]),
        ([Span(5, 12)], [Span(0, 5), Span(12, 20)]),
        ([Span(10, 12), Span(18, 20)], [Span(0, 9), Span(12, 18)]),
        ([Span(0, 30)], []),
    ],
)
def test_what_is_cut_away_is_gone_and_the_rest_is_left(cuts, left):
    assert list(without((Span(0, 9), Span(10, 20)), cuts)) == left


# ---------------------------------------------------------------- paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One.", ["One."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\n  Two. ", ["One.", "Two."]),
        ("One.\u2029Two.\x85Three.", ["One.", "Two.", "Three."]),
        ("One.\u00a0\n\u3000Two.", ["One.", "Two."]),
    ],
)
def test_paragraphs_are_the_lines_without_white_space_around_them(text, expected):
    assert of(text, paragraphs(text)) == expected


WRAPPED = """Harbour bridge closed

   PORT ELLEN (NW) _ Engineers closed the old harbour bridge on
Tuesday after cracks were found in two of the pillars that carry
the northern half.
   ``Nobody was hurt,'' the harbour master said. He added that the
ferry would run twice an hour until further notice, and that
drivers should expect queues.

The bridge was opened in 1931.
"""


def test_the_lines_of_a_wrapped_text_are_joined_until_one_is_set_in_or_empty():
    found = of(WRAPPED, paragraphs(WRAPPED))
    assert [part[:11] for part in found] == ["Harbour bri", "PORT ELLEN ", "``Nobody wa", "The bridge "]
    assert found[1].endswith("the northern half.")


def test_a_list_of_short_lines_is_not_taken_for_a_wrapped_text():
    text = "You need\nthree eggs\nsome milk\nflour and\nsalt\nand butter"
    assert len(paragraphs(text)) == 6


# ---------------------------------------------------------------- sentences


@pytest.mark.parametrize(
    "marked",
    [
        "He left.| She stayed.",
        "He moved to the U.S.| She stayed.",
        "The U.S. Army sent Spc. Ivan Poe to D.C. on Monday.| He arrived.",
        "They met at 5 p.m. Monday.| They parted at 10 a.m. EST.| It was late.",
        "They met at 5 p.m.| The mayor spoke.",
        "Lt. Gov. Ann Poe met Dr. J. K. Roe and Prof. Moe.| Nobody spoke.",
        "Dep. Lou Hart fired.| Ofc. Kim Low did not.",
        "He lives in Main St.| The house is old.",
        'He said "No."| Then he left.',
        "“Go!” he said.| “Why?” asked Ann.| “Because.”| She went.",
        "“It rained. It snowed,” he said.| Then he left.",
        "He asked for help.| “Then he left.",
        "''We won,'' he said.| ``We lost,'' said she.",
        "(It was new.)| It failed.",
        "It cost $3.5 million.| No. 10 won.",
        "Will he? he asked.| Nobody knew.",
        "Wait... what?| He left.",
        "She is seriously ill.| Doctors called.| He told me.| Police came.",
        "It was repaired in May.| Acme said so.| It opened on 10 May.| Rain fell.",
        "She lives in Peoria, Ill. Police said so.",
        '"He is ill. Doctors said so," she said.| Then he left.',
        "It was 1990.",
        "Rain, at last",
    ],
)
def test_sentences_end_where_a_reader_would_end_them(marked):
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|")]
    assert of(text, sentences(text, paragraphs(text))) == expected


def test_no_sentence_crosses_a_paragraph():
    text = "It rained\nand rained. Then\nit stopped."
    assert of(text, sentences(text, paragraphs(text))) == ["It rained", "and rained.", "Then", "it stopped."]


def test_a_paragraph_of_any_length_is_read_to_its_end():
    text = "Dr. Ito left. “So it is,” she said. " * 1000
    found = of(text, sentences(text, paragraphs(text)))
    assert found == ["Dr. Ito left.", "“So it is,” she said."] * 1000


def test_a_word_of_any_length_is_one_sentence():
    assert sentences("a" * 20_000, [Span(0, 20_000)]) == (Span(0, 20_000),)


def test_a_lone_surrogate_moves_no_boundary():
    text = "He said \ud83d so. She\udc00 left."
    assert of(text, sentences(text, paragraphs(text))) == ["He said \ud83d so.", "She\udc00 left."]


@pytest.mark.parametrize("space", ["\u3000", "\xa0", "\x85", "\u2003"])
def test_wide_white_space_before_a_full_stop_is_white_space(space):
    text = f"It rained in B{space}. She left{space}home. He stayed."
    assert "".join(of(text, sentences(text, paragraphs(text)))).count(".") == 3


# ---------------------------------------------------------------- tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Rain fell.", ["Rain", "fell", "."]),
        ("Don’t say O'Neill’s", ["Don’t", "say", "O'Neill’s"]),
        ("a Taliban-led 20-year-old", ["a", "Taliban", "-", "led", "20", "-", "year", "-", "old"]),
        ("$1,200.50 in the U.S.", ["$", "1,200.50", "in", "the", "U.S."]),
        ("Ελλάδα, 日本", ["Ελλάδα", ",", "日本"]),
        ("“No,”", ["“", "No", ",", "”"]),
    ],
)
def test_tokens_are_words_numbers_and_marks(text, expected):
    assert of(text, tokens(text, Span(0, len(text)))) == expected


def test_tokens_stay_inside_the_span():
    assert of("Rain fell.", tokens("Rain fell.", Span(2, 7))) == ["in", "fe"]


# ---------------------------------------------------------------- quotations


def found_in(text):
    return [(found.content.of(text), found.depth) for found in quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing.", []),
        ("“No,” she said.", [("No,", 0)]),
        ('"No," she said. "Never."', [("No,", 0), ("Never.", 0)]),
        ("‘No,’ she said.", [("No,", 0)]),
        ("'No,' she said.", [("No,", 0)]),
        ("''No,'' she said. ``Never.''", [("No,", 0), ("Never.", 0)]),
        ("‘‘No,’’ she said.", [("No,", 0)]),
        ("`No,' she said.", [("No,", 0)]),
        ("«No», she said, «never»", [("No", 0), ("never", 0)]),
        ("« No », she said", [("No", 0)]),
        ("»No«, she said, »never«", [("No", 0), ("never", 0)]),
        ("‹No›, she said", [("No", 0)]),
        ("„No“, she said. „Never”", [("No", 0), ("Never", 0)]),
        ("‚No‘, she said", [("No", 0)]),
        ("”No”, she said.", [("No", 0)]),
        ("He said“No”and left", [("No", 0)]),
        ('"No,"she said.', [("No,", 0)]),
        ('“No," she said.', [("No,", 0)]),
    ],
)
def test_marks_of_every_shape_are_paired(text, expected):
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me ‘no’,” she said.", [("He told me ‘no’,", 0), ("no", 1)]),
        ("\"He told me 'no,'\" she said.", [("He told me 'no,'", 0), ("no,", 1)]),
        ("‘He told me “no”,’ she said.", [("He told me “no”,", 0), ("no", 1)]),
        ("“He said “no” to me,” she said.", [("He said “no” to me,", 0), ("no", 1)]),
        ("«a «b» c»", [("a «b» c", 0), ("b", 1)]),
        ("'''College,''' he said. ''Now.''", [("'College,'", 0), ("College,", 1), ("Now.", 0)]),
    ],
)
def test_quotations_inside_others_are_found_after_them_and_one_deeper(text, expected):
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boys' toys and the girls' toys", []),
        ("It’s the Smiths’ house, isn’t it", []),
        ("the '90s, the ’60s, rock 'n' roll, get 'em", []),
        ("“It’s the boys’ turn,” he said.", [("It’s the boys’ turn,", 0)]),
        ("‘I don’t know,’ he said. The boys’ toys.", [("I don’t know,", 0)]),
        ("‘The boys’ toys are here,’ he said.", [("The boys’ toys are here,", 0)]),
        ("'The boys' toys are here,' he said.", [("The boys' toys are here,", 0)]),
        ("They call him ‘the boss’ here.", [("the boss", 0)]),
    ],
)
def test_apostrophes_are_not_quotation_marks(text, expected):
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He is 6\'2" tall and said "no."', [("no.", 0)]),
        ('"He is 5\'10" tall," she said.', [("He is 5'10\" tall,", 0)]),
        ('"I bought a 27" screen," he said.', [('I bought a 27" screen,', 0)]),
        ('They paid "about $200" for it.', [("about $200", 0)]),
    ],
)
def test_signs_of_measure_are_not_quotation_marks(text, expected):
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A stray " here. He said "no" and "yes".', [("no", 0), ("yes", 0)]),
        ("No mark opens this,” he said. “But this,” he said.", [("But this,", 0)]),
        ("One “two. “Three,” he said.", [("Three,", 0)]),
        ('"', []),
        ("“”", []),
        ("“ ”", []),
        ("” “", []),
    ],
)
def test_a_doubtful_mark_costs_only_what_it_might_have_marked(text, expected):
    assert found_in(text) == expected


def test_a_quotation_over_several_paragraphs_repeats_its_mark_and_is_closed_once():
    text = "“One.\n\n“Two.\n\n“Three,” he said. “Four.”"
    found = quotations(text, paragraphs(text))
    assert [(one.content.of(text), one.closed, one.continues) for one in found] == [
        ("One.", False, False),
        ("Two.", False, True),
        ("Three,", True, True),
        ("Four.", True, False),
    ]


def test_a_quotation_left_open_before_a_new_speaker_does_not_swallow_what_follows():
    text = "“One.\n\nShe nodded.\n\n“Two,” he said."
    found = quotations(text, paragraphs(text))
    assert [(one.content.of(text), one.closed, one.continues) for one in found] == [
        ("One.", False, False),
        ("Two,", True, False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The master said: "It will take a while.\nShe left.', ["It will take a while."]),
        ('"It will take a while.\nShe left.', ["It will take a while."]),
        ("The master said “it will take a while.\nShe left.", ["it will take a while."]),
        ('The "A" ferry is 9" longer.\nShe left.', ["A"]),
        ('The master said it will " take a while.\nShe left.', []),
    ],
)
def test_a_mark_left_open_runs_to_the_end_of_its_paragraph_where_it_surely_opens(text, expected):
    assert of(text, [found.content for found in quotations(text, paragraphs(text))]) == expected


def test_a_quotation_may_be_closed_in_the_next_paragraph_without_repeating_its_mark():
    text = "“One.\nTwo,” he said."
    found = quotations(text, paragraphs(text))
    assert [(one.content.of(text), one.continues) for one in found] == [("One.", False), ("Two,", True)]


def test_the_outer_span_holds_the_marks():
    text = "He said “no”."
    (found,) = quotations(text, paragraphs(text))
    assert found.outer.of(text) == "“no”"
    assert found.content.of(text) == "no"


# ---------------------------------------------------------------- boilerplate

STORY = """Harbour bridge closed

{0}

Engineers closed the harbour bridge on Tuesday after cracks were found in two pillars.

“Nobody was hurt,” said the harbour master, Ann Poe.

{1}"""


def labelled(text):
    return [(item.kind, item.span.of(text)) for item in boilerplate(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("4 min read", "read-time"),
        ("Reading time: 3 minutes", "read-time"),
        ("By Jane Doe", "byline"),
        ("By JANE DOE and John van der Roe, Harbour News", "byline"),
        ("By [email\u00a0protected]", "byline"),
        ("Photo of author", "byline"),
        ("Share This Article", "share"),
        ("Facebook | Twitter | WhatsApp | Email", "share"),
        ("Follow us on Twitter @harbournews", "follow"),
        ("Follow Harbour News on", "follow"),
        ("Follow our WhatsApp channel for the latest news.", "follow"),
        ("Leave a Reply", "comment-form"),
        ("3 Comments", "share"),
        ("Also Read: Ten bridges to see before they fall", "related-link"),
        ("READ MORE: Ferry runs late", "related-link"),
        ("More From Category", "related-link"),
        ("Source link", "related-link"),
        ("Sign up for our daily newsletter", "newsletter"),
        ("Download our free app for iPhone and Android.", "newsletter"),
        ("Subscribe to continue reading", "paywall"),
        ("You have reached your limit of free articles.", "paywall"),
        ("We use cookies to improve your experience.", "cookie-notice"),
        ("Advertisement", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("© 2025 Harbour News. All rights reserved.", "copyright"),
        ("Please enable JavaScript to watch this video", "player"),
        ("Photo credit: Jane Doe", "image-credit"),
        ("harbour bridge cracks pillars engineers", "image-credit"),
        ("harbour_bridge-2.jpg", "image-credit"),
        ("jane.doe@harbournews.example", "contact"),
        ("This is a developing story. Check back for updates.", "notice"),
        ("https://harbournews.example/bridge?id=1", "url"),
        ("margin-top: 10px;", "code"),
        ("Correction: An earlier version of this article said that twelve sailors had died.", "correction"),
        ("This story has been corrected to show that nine sailors died.", "correction"),
        ("An earlier version of this report misspelled the name of the mayor.", "correction"),
    ],
)
def test_lines_of_the_page_are_labelled_with_their_kind(line, kind):
    text = STORY.format("Cracks were found.", line)
    assert labelled(text) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday evening the queue was two miles long.",
        "Share prices fell after the news.",
        "Follow-up work will take a year, she said.",
        "Read the report, she told the council, and then decide.",
        "The company uses cookies made by a bakery on the quay to win its customers.",
        "“Sign up,” he said.",
        "Video from the scene showed dust rising above the water.",
        "More from the north are expected, the ferry company said.",
        "Related families were housed together.",
        "Police asked anyone with information to call 555 010 0199.",
        "She left a comment, and he replied.",
        "The photo by the gate was taken in 1931.",
        "he has no plan to resign",
        "Subscribers to the bridge fund will be repaid.",
        "12:45 p.m.: The bridge is closed.",
        "Getty said it would pay.",
        "The correction of the course saved the ship.",
        "An earlier version of the bridge fell into the river.",
    ],
)
def test_sentences_of_the_report_are_left_alone(line):
    assert labelled(STORY.format("Cracks were found.", line)) == []


def test_a_site_name_is_known_by_the_reading_time_beside_it():
    assert labelled(STORY.format("Harbourside\n3 Min Read", "It reopens in May.")) == [
        ("byline", "Harbourside"),
        ("read-time", "3 Min Read"),
    ]


def test_a_subheading_without_such_company_is_no_site_name():
    assert labelled(STORY.format("Harbourside", "It reopens in May.")) == []


def test_teasers_under_a_heading_are_boilerplate_to_the_end():
    tail = "You Might Also Be Interested In\n\nTen Bridges To See\nThey may fall at any time.\nFerry Runs Late Again"
    assert labelled(STORY.format("Cracks were found.", tail)) == [
        ("related-link", "You Might Also Be Interested In"),
        ("teaser", "Ten Bridges To See"),
        ("teaser", "They may fall at any time."),
        ("teaser", "Ferry Runs Late Again"),
    ]


def test_the_report_goes_on_after_a_list_of_headlines_in_its_middle():
    text = STORY.format("Related stories:\nFerry runs late again\nTen bridges to see", "It reopens in May.")
    assert [kind for kind, _ in labelled(text)] == ["related-link", "teaser", "teaser"]


def test_a_long_paragraph_that_stands_twice_is_labelled_the_second_time():
    standfirst = "Cracks were found in two pillars of the bridge, the council said."
    text = STORY.format(standfirst, standfirst)
    (found,) = boilerplate(text, paragraphs(text))
    assert found.kind == "repeat"
    assert found.span.start == text.rindex(standfirst)


@pytest.mark.parametrize(
    ("title", "tag"),
    [
        ("Storm hits Cuba, thousands without power | Weather", "Weather"),
        ("Storm hits Cuba, thousands without power - Harbour News", "Harbour News"),
        ("Storm leaves thousands in Cuba without power in Havana Cuba News", "Cuba News"),
        ("Anchor leaves Fox News", None),
        ("Sanders wins the north - barely", None),
        ("Storm hits Cuba, thousands without power", None),
    ],
)
def test_the_tag_of_a_section_at_the_end_of_a_title_is_a_part_of_its_line(title, tag):
    text = f"{title}\n\nThe storm reached the coast on Monday."
    assert labelled(text) == ([("section-tag", tag)] if tag else [])


def test_the_credit_after_a_caption_is_a_part_of_its_line():
    text = STORY.format("Engineers look at the cracks. (Photo: Jane Doe/Harbour News)", "It reopens in May.")
    assert labelled(text) == [("image-credit", "(Photo: Jane Doe/Harbour News)")]


def test_the_body_is_what_is_no_boilerplate():
    article = Article(STORY.format("3 Min Read", "Share This Article"))
    assert of(article.text, article.body) == [
        "Harbour bridge closed",
        "Engineers closed the harbour bridge on Tuesday after cracks were found in two pillars.",
        "“Nobody was hurt,” said the harbour master, Ann Poe.",
    ]


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        ("000", ["Pecohub", "3 Min Read", "Share This Article"]),
        ("002", ["Also Read", "Also Read", "Follow our WhatsApp Channel"]),
        ("003", ["Follow AsumeTech on", "More From Category", "More Stories Today", "Leave a Reply"]),
        (
            "004",
            [
                "Taliban News",
                "Photo of author",
                "By [email",
                "https://www.aljazeera.com",
                "Source link",
                "Leave a Comm",
            ],
        ),
    ],
)
def test_the_boilerplate_of_the_seeds_is_found(seed, expected):
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    text = path.read_bytes().decode("utf-8")
    found = of(text, [item.span for item in boilerplate(text, paragraphs(text))])
    assert [line.startswith(start) for line, start in zip(found, expected, strict=True)] == [True] * len(expected)


# ---------------------------------------------------------------- lower case


def test_lower_case_keeps_every_offset():
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(lower(every)) == len(every)
    assert lower("İSTANBUL ẞ ﬃ") == "istanbul ß ﬃ"
