"""Quotes in one article: who said what, in which words, and which quotation marks quote nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsrecon import Article, load_plugins
from newsrecon.extraction import extract
from newsrecon.extractors import aliases, attitudes, quotes
from newsrecon.extractors.cues import inflections, lexicon
from newsrecon.extractors.sieves import confidence_of
from newsrecon.testing import check_extractor

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def claims_of(text):
    return [
        claim
        for claim in extract(Article(text, id="a"), plugins=[quotes, aliases], strict=True)
        if claim.kind == "quote"
    ]


def said(text):
    """(speaker, cue, content) of each quote, the parts of a content with a slash between."""
    return [
        (
            (claim.value["speaker"] or {"text": None})["text"],
            (claim.value["cue"] or {"text": None})["text"],
            " / ".join(part["text"] for part in claim.value["content"]),
        )
        for claim in claims_of(text)
    ]


def forms(text):
    return [claim.value["form"] for claim in claims_of(text)]


def names(text):
    return [claim.value["name"] for claim in claims_of(text)]


# ---------------------------------------------------------------- orders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is closed,” said Anna Berg.", ("Anna Berg", "said", "The bridge is closed,")),
        ("“The bridge is closed,” Anna Berg said.", ("Anna Berg", "said", "The bridge is closed,")),
        ('Anna Berg said: "The bridge is closed."', ("Anna Berg", "said", "The bridge is closed.")),
        ("Anna Berg said, “The bridge is closed.”", ("Anna Berg", "said", "The bridge is closed.")),
        ("“Is it closed?” Berg asked.", ("Berg", "asked", "Is it closed?")),
        ("Said Berg: “The bridge is closed.”", ("Berg", "Said", "The bridge is closed.")),
        ("“The bridge is closed.” — Anna Berg", ("Anna Berg", None, "The bridge is closed.")),
        ("From Anna Berg: “The bridge is closed.”", ("Anna Berg", None, "The bridge is closed.")),
        ("From the port:\n\n“The bridge is closed.”", ("the port", None, "The bridge is closed.")),
        ("“It is closed,” Ann Berg, the mayor, who is 60, said.", ("Ann Berg", "said", "It is closed,")),
    ],
)
def test_speaker_cue_and_content_stand_in_any_order(text, expected):
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“If it closes,” Berg said, “we will wait.”", "If it closes, / we will wait."),
        ("“It closes,” Berg said. “We will wait.”", "It closes, / We will wait."),
        ("“It closes,” said Berg, a local engineer. “We will wait.”", "It closes, / We will wait."),
        (
            "“It closes,” Berg said at a briefing on Monday. “We will wait. It is late.”",
            "It closes, / We will wait. It is late.",
        ),
    ],
)
def test_what_a_cue_interrupts_is_one_utterance(text, content):
    assert [found for _, _, found in said(text)] == [content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg said the bridge was closed.", ("Berg", "said", "the bridge was closed")),
        ("Berg said that the bridge was closed.", ("Berg", "said", "the bridge was closed")),
        ("Berg said on Monday in a statement that the bridge was closed.", ("Berg", "said", "the bridge was closed")),
        ("The bridge was closed, Berg said.", ("Berg", "said", "The bridge was closed")),
        ("The bridge was closed, said Berg.", ("Berg", "said", "The bridge was closed")),
        ("The bridge, Berg said, was closed.", ("Berg", "said", "The bridge / was closed")),
        ("According to Berg, the bridge was closed.", ("Berg", "According to", "the bridge was closed")),
        ("The bridge was closed, according to Berg.", ("Berg", "according to", "The bridge was closed")),
        ("Berg told reporters the bridge was closed.", ("Berg", "told", "the bridge was closed")),
        ("Berg told the BBC on Monday that the bridge was closed.", ("Berg", "told", "the bridge was closed")),
        ("Berg asked whether the bridge was closed.", ("Berg", "asked", "whether the bridge was closed")),
        ("Berg vowed to close the bridge.", ("Berg", "vowed", "to close the bridge")),
        ("Berg called for calm.", ("Berg", "called", "calm")),
        ("Berg denied the allegations.", ("Berg", "denied", "the allegations")),
        ("Officials described the bridge as unsafe.", ("Officials", "described", "the bridge as unsafe")),
        ("It was announced that the bridge was closed.", (None, "announced", "the bridge was closed")),
        ("The bridge was described as unsafe by officials.", ("officials", "described", "unsafe")),
        ("Few trusted Berg's claim that the bridge was closed.", ("Berg", "claim", "the bridge was closed")),
        ("Polls show voters trust the mayor.", ("Polls", "show", "voters trust the mayor")),
        ("The survey shows Berg ahead by five points.", ("The survey", "shows", "Berg ahead by five points")),
        ("Bank records from Oda show he sold the bridge.", ("Bank records from Oda", "show", "he sold the bridge")),
        ("When asked why she sold it, Berg shrugged.", (None, "asked", "why she sold it")),
        ("Asked about the bridge, Berg shrugged.", (None, "Asked", "about the bridge")),
        ("Berg was asked by Tom Lind if it was safe.", ("Tom Lind", "asked", "if it was safe")),
        ("Residents were asked to stay indoors.", (None, "asked", "to stay indoors")),
        ("RUNDVIK (AP) – The bridge was closed, Berg said.", ("Berg", "said", "The bridge was closed")),
        ("The bridge was closed, according to AP reports.", ("AP", "according to", "The bridge was closed")),
    ],
)
def test_indirect_speech_is_found_with_or_without_that(text, expected):
    assert said(text) == [expected]
    assert forms(text) == ["indirect"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Berg said the bridge was closed, adding that the road was open.",
            [("Berg", "said", "the bridge was closed"), ("Berg", "adding", "the road was open")],
        ),
        (
            "The ministry praised the plan, saying it saves lives.",
            [("The ministry", "praised", "the plan"), ("The ministry", "saying", "it saves lives")],
        ),
        (
            "Berg said the bridge was closed and warned that the road was icy.",
            [("Berg", "said", "the bridge was closed"), ("Berg", "warned", "the road was icy")],
        ),
        (
            "The bridge was closed, Berg said, but the road was open.",
            [("Berg", "said", "The bridge was closed"), ("Berg", "said", "the road was open")],
        ),
        (
            "Police said the bridge was closed, Radio Ost reported.",
            [
                ("Radio Ost", "reported", "Police said the bridge was closed"),
                ("Police", "said", "the bridge was closed"),
            ],
        ),
    ],
)
def test_a_sentence_may_hold_several_reports(text, expected):
    assert sorted(said(text), key=str) == sorted(expected, key=str)


def test_a_clause_reported_by_an_outlet_may_hold_a_report_itself():
    text = "The ministry said the bridge was closed, according to Radio Ost."
    assert said(text) == [
        ("Radio Ost", "according to", "The ministry said the bridge was closed"),
        ("The ministry", "said", "the bridge was closed"),
    ]
    assert [claim.value["nested"] for claim in claims_of(text)] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg said that Ito had warned that it would rain.", "Ito had warned that it would rain"),
        ("Berg said Ito urged her to wait.", "Ito urged her to wait"),
        ("Berg said she would order the guards to leave.", "she would order the guards to leave"),
    ],
)
def test_what_somebody_is_said_to_have_said_is_part_of_what_is_said(text, expected):
    assert said(text) == [("Berg", "said", expected)]
    assert [claim.value["nested"] for claim in claims_of(text)] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Berg said the bridge was closed but did not say why it was closed.",
            [("Berg", "the bridge was closed"), ("Berg", "why it was closed")],
        ),
        (
            "Ito, who denied that it rained, said that it snowed.",
            [("Ito", "it rained"), ("Ito", "it snowed")],
        ),
        (
            "While Ito said it rained, Berg said it snowed.",
            [("Ito", "it rained"), ("Berg", "it snowed")],
        ),
        (
            "The guards agreed to leave the bridge, officials said.",
            [("The guards", "leave the bridge"), ("officials", "The guards agreed to leave the bridge")],
        ),
    ],
)
def test_content_ends_where_a_report_begins_that_is_not_part_of_it(text, expected):
    assert sorted((speaker, content) for speaker, _, content in said(text)) == sorted(expected)


# ---------------------------------------------------------------- forms and segments


@pytest.mark.parametrize(
    ("text", "content", "quoted"),
    [
        (
            "Berg said the bridge was “a disgrace” to the town.",
            "the bridge was “a disgrace” to the town",
            ["a disgrace"],
        ),
        ("Berg called it a “disgrace.”", "it a “disgrace.”", ["disgrace."]),
        ("The bridge is “a disgrace,” Berg said.", "The bridge is “a disgrace,”", ["a disgrace,"]),
    ],
)
def test_quoted_words_inside_reported_wording_make_a_mixed_quote(text, content, quoted):
    claim = claims_of(text)[0]
    assert claim.value["form"] == "mixed"
    assert [part["text"] for part in claim.value["content"]] == [content]
    assert [part["text"] for part in claim.value["quoted"]] == quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The “smart” bridge was closed.", ("scare", "smart")),
        ("They read “The Old Bridge” at school.", ("title", "The Old Bridge")),
        ("The film “Dawn” was shown on Monday.", ("title", "Dawn")),
        ("John “Jack” Berg crossed the bridge.", ("nickname", "Jack")),
        ("The so-called “bridge tax” was due in May.", ("term", "bridge tax")),
        ("The Oda Bridge Board (“the board”) met in May.", ("term", "the board")),
    ],
)
def test_quotation_marks_that_quote_nobody_are_told_from_utterances_and_kept(text, expected):
    assert said(text) == []
    found = [claim for claim in extract(Article(text), plugins=[quotes]) if claim.kind == "quotation"]
    assert [(claim.value["class"], claim.mention.text) for claim in found] == [expected]


def test_what_is_quoted_is_no_words_at_a_distance():
    text = "Berg said the bridge was “a disgrace” and called it “unsafe.” “It is closed,” Ito said."
    assert [claim.kind for claim in extract(Article(text), plugins=[quotes])] == ["quote"] * 3


def test_the_name_of_a_programme_is_part_of_where_it_was_said():
    assert said("Berg told CBS's “Face the Nation” that the bridge was closed.") == [
        ("Berg", "told", "the bridge was closed")
    ]


def test_a_quotation_whose_mark_is_repeated_in_the_next_paragraph_is_one_utterance():
    text = "“The bridge is closed,” Berg said. “We will wait.\n\n“The road is open.”"
    assert said(text) == [("Berg", "said", "The bridge is closed, / We will wait. / The road is open.")]


def test_a_cue_behind_the_last_paragraph_is_that_of_the_whole_utterance():
    text = "It was late.\n\n“The bridge is closed.\n\n“The road is open,” Berg said."
    assert said(text) == [("Berg", "said", "The bridge is closed. / The road is open,")]


def test_nothing_that_belongs_to_the_page_is_inside_an_utterance():
    text = "Berg said: “The bridge is closed.\n\nAdvertisement\n\n“The road is open.”"
    assert [content for _, _, content in said(text)] == ["The bridge is closed.", "The road is open."]


def test_a_paragraph_of_quotation_without_a_cue_is_given_to_who_spoke_last():
    text = "“The bridge is closed,” Anna Berg said.\n\n“The road is open to all.”"
    assert said(text)[1] == ("Anna Berg", None, "The road is open to all.")
    assert names(text) == ["Anna Berg", "Anna Berg"]


def test_a_colon_leads_to_the_quotation_below():
    text = "The ministry wrote on Monday:\n\n“The bridge is closed.”"
    assert said(text) == [("The ministry", "wrote", "The bridge is closed.")]


def test_a_quotation_inside_a_sentence_of_the_narrator_is_given_to_who_spoke_right_before():
    text = (
        "Anna Berg said the bridge was “old.” Rust was everywhere – and “nobody in the harbour office had checked it.”"
    )
    assert said(text)[1] == ("Anna Berg", None, "nobody in the harbour office had checked it.")


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is closed: https://example.org/x pic.example.com/y — Oda Police (@odapolice) May 4, 2015",
        "The bridge is closed — Oda Police (@odapolice)",
        "“The bridge is closed” — Oda Police (@odapolice) May 4, 2015",
        "The bridge is closed\n\n— Oda Police (@odapolice) May 4, 2015",
    ],
)
def test_a_post_is_what_its_signature_says(text):
    assert said(text) == [("Oda Police", None, "The bridge is closed")]


def test_several_posts_in_one_paragraph_have_an_author_each():
    text = "The bridge is closed. — Oda Police (@oda) May 4, 2015 I saw it fall. — Anna Berg (@anna) May 4, 2015"
    assert [(speaker, content) for speaker, _, content in said(text)] == [
        ("Oda Police", "The bridge is closed."),
        ("Anna Berg", "I saw it fall."),
    ]


@pytest.mark.parametrize("text", ["— Anna Berg (@anna) May 4, 2015", "https://example.org — Anna Berg (@anna)"])
def test_a_signature_without_words_posts_nothing(text):
    assert said(text) == []


# ---------------------------------------------------------------- speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ito, the mayor of Oda, said the bridge was closed.", "Ito"),
        ("Ken Ito, who built the bridge, said it was closed.", "Ken Ito"),
        ("Rep. Ken Ito (D-Ohio) said the bridge was closed.", "Ken Ito"),
        ("“It is closed,” said the mayor, Ken Ito.", "Ken Ito"),
        ("In an interview on Monday, Ito said the bridge was closed.", "Ito"),
        ("But Ito later said the bridge was closed.", "Ito"),
        ("A man who saw the crash said the bridge was closed.", "A man"),
        ("A firm that owns the bridge said it was closed.", "A firm"),
        ("The firm which makes the cables said the bridge was closed.", "The firm"),
        ("The group that wants a tunnel said the bridge was closed.", "The group"),
        ("A spokesman for the ministry said the bridge was closed.", "A spokesman for the ministry"),
        ("The UN special rapporteur on bridges said it was closed.", "The UN special rapporteur on bridges"),
        ("Ito on Monday said the bridge was closed.", "Ito"),
        ("The report says the bridge was closed.", "The report"),
        ("Foreign Minister Ken Ito said the bridge was closed.", "Ken Ito"),
    ],
)
def test_the_speaker_is_the_bare_name_or_the_whole_noun_phrase(text, speaker):
    assert [found for found, _, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg crossed the bridge. Berg said it was open.", ["Anna Berg"]),
        ("Mayor Anna Berg crossed the bridge. She said it was open.", ["Anna Berg"]),
        ("Mr. Ken Ito spoke first. He said it was open.", ["Ken Ito"]),
        ("Foreign Minister Anna Berg crossed the bridge. The minister said it was open.", ["Anna Berg"]),
        ("The rain fell. He said it was open.", [None]),
        ("Mr. Ken Ito met Mr. Tom Rask. He said it was open.", ["Ken Ito"]),
        ("In Oda, Mr. Ken Ito and Mr. Tom Rask met. He said it was open.", [None]),
        ("Ms. Anna Berg crossed the bridge. He said it was open.", [None]),
        ("Mr. Ken Ito left.\n\nThe bridge at dawn. Agency/Tom Rask\n\n“It is open,” he said.", ["Ken Ito"]),
        ("The Oda Zoo said in a statement that it rained. The statement said it was sad.", ["Oda Zoo", "Oda Zoo"]),
        ("The Oda Zoo opened, a letter from the zoo said. The letter said it was sad.", ["Oda Zoo", "Oda Zoo"]),
        ("The Oda Zoo said in a statement that it rained. The letter said it was sad.", ["Oda Zoo", None]),
        ("Zoo director Anna Berg left. The zoo said it was open.", [None]),
        ("Ann Berg, director of the port and head of the bank, left. The head said it was open.", ["Ann Berg"]),
        ("An Oda Zoo statement said it was open.", ["Oda Zoo"]),
        ("While port officials were still counting, they said it was open.", ["port officials"]),
    ],
)
def test_a_speaker_is_resolved_to_a_full_name_or_left_open(text, expected):
    assert names(text) == expected


def test_the_subject_is_the_full_name_where_it_is_known():
    assert [claim.subject for claim in claims_of("Anna Berg left. Berg said it was open. A guard said so: “Go.”")] == [
        "Anna Berg",
        "A guard",
    ]


# ---------------------------------------------------------------- cues


@pytest.mark.parametrize(
    "text",
    [
        "The report was long.",
        "The insurance claims were paid.",
        "The United States left the bridge.",
        "Rates are high in most states.",
        "His statement was short.",
        "They hope the bridge will hold, and plan a party.",
        "The party lost the claims that had been filed.",
        "She is popular in smaller, colder states, but not here.",
        "Berg showed him the bridge.",
        "The drug, called lumanab, was approved in May.",
        "Berg, 58, pleaded not guilty.",
        "Berg, who has been in custody since May, pleaded not guilty.",
        # Who is dismissed from a post, of whom nothing is said.
        "Norway dismissed its envoy Jon Berg and closed the embassy.",
        "The board dismissed its chief executive, Ada Lind, after the fire.",
        "The club dismissed coach Jon Berg on Monday.",
    ],
)
def test_nouns_and_plain_verbs_are_no_cues(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Berg dismissed the minister's claims.", "the minister's claims"),
        ("Lund dismissed the minister as a fool.", "the minister as a fool"),
        ("Lund dismissed claims by the minister.", "claims by the minister"),
        ("The minister dismissed critics of the law.", "critics of the law"),
    ],
)
def test_what_is_dismissed_in_words_is_a_report(text, content):
    (quote,) = [claim for claim in extract(Article(text)) if claim.kind == "quote"]
    assert [part["text"] for part in quote.value["content"]] == [content]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Berg said it was open.", "say"),
        ("Berg denied that it was open.", "deny"),
        ("Berg warned that it was open.", "warn"),
        ("Berg promised to open it.", "promise"),
        ("Berg asked whether it was open.", "ask"),
        ("Berg claimed it was open.", "claim"),
        ("Berg believes it was open.", "claim"),
        ("Berg praised the bridge.", "praise"),
    ],
)
def test_a_cue_has_a_class(text, group):
    assert [claim.value["class"] for claim in claims_of(text)] == [group]


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("tell", ["tell", "tells", "told", "told", "telling"]),
        ("reply", ["reply", "replies", "replied", "replied", "replying"]),
        ("argue", ["argue", "argues", "argued", "argued", "arguing"]),
        ("confess", ["confess", "confesses", "confessed", "confessed", "confessing"]),
        ("agree", ["agree", "agrees", "agreed", "agreed", "agreeing"]),
        ("stay", ["stay", "stays", "stayed", "stayed", "staying"]),
    ],
)
def test_forms_follow_the_spelling_of_english(lemma, forms):
    assert list(inflections(lemma, *(["told"] if lemma == "tell" else [])).values()) == forms


def test_every_form_of_a_cue_is_in_the_lexicon():
    forms = lexicon().forms
    assert {"says", "said", "admitting", "denies", "wrote", "written", "quipped"} <= forms.keys()
    assert forms["says"].lemma == "say"


def test_a_negated_report_is_marked():
    assert [claim.value["negated"] for claim in claims_of("Berg did not say that it was open.")] == [True]


@pytest.mark.parametrize(
    ("text", "questioned"),
    [
        ("Did Berg say that it was open?", True),
        ("Has the ministry confirmed that it was open?", True),
        ("Nobody knew whether Berg had said it was open.", True),
        ("Berg said it was open.", False),
        ("Berg asked whether it was open.", False),
        ("“Is it open?” Berg asked.", False),
    ],
)
def test_a_report_that_is_asked_about_is_marked(text, questioned):
    assert [claim.value["questioned"] for claim in claims_of(text)] == [questioned]


def test_contents_that_and_joins_are_claims_of_their_own():
    assert said("Berg said that it rained, and that the mayor had left.") == [
        ("Berg", "said", "it rained"),
        ("Berg", "said", "the mayor had left"),
    ]


# ---------------------------------------------------------------- attitudes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg hopes that the bridge will open.", ("Berg", "hopes", "the bridge will open", "intend")),
        ("Ito thinks the bridge is old.", ("Ito", "thinks", "the bridge is old", "believe")),
        ("Ito wants to leave the town.", ("Ito", "wants", "to leave the town", "intend")),
        ("The mayor opposed the new bridge.", ("The mayor", "opposed", "the new bridge", "evaluate")),
    ],
)
def test_what_somebody_thinks_or_wants_is_read_only_where_it_is_asked_for(text, expected):
    assert said(text) == []
    (found,) = extract(Article(text), plugins=[quotes, attitudes], strict=True)
    value = found.value
    assert (value["speaker"]["text"], value["cue"]["text"], value["content"][0]["text"], value["class"]) == expected
    assert value["form"] == "attitude"


def test_attitudes_are_installed_and_off():
    (info,) = [info for info in load_plugins().infos if info.name == "attitudes"]
    assert not info.enabled
    assert "attitudes" in {info.name for info in load_plugins(enable=["attitudes"]).infos if info.enabled}


def test_hopes_in_words_of_their_own_are_quotes():
    assert forms("Berg hoped for “a small miracle,” and Ito feared it would be “the end of the town.”")[-1] == "mixed"


# ---------------------------------------------------------------- confidence


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("“The bridge is closed,” said Berg.", "inverted direct"),
        ("“The bridge is closed,” Berg said.", "before direct"),
        ("Berg said it was “a disgrace” to the town.", "after mixed"),
        ("The bridge is closed, according to Berg.", "according indirect"),
    ],
)
def test_a_quote_says_by_which_sieve_it_was_read_and_how_often_that_is_right(text, rule):
    (claim,) = claims_of(text)
    assert claim.value["rule"] == rule
    assert claim.value["confidence"] == confidence_of(*rule.split()) > 0.5


def test_a_sieve_seen_too_rarely_has_the_figure_of_all_rare_ones_of_its_form():
    assert (
        confidence_of("signed", "direct") == confidence_of("transcript", "direct") < confidence_of("before", "direct")
    )


# ---------------------------------------------------------------- promises


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_every_span_is_exact_and_no_quote_is_empty(path):
    text = path.read_text(encoding="utf-8")
    for claim in claims_of(text):
        parts = [*claim.value["content"], *claim.value["quoted"], claim.value["cue"], claim.value["speaker"]]
        for part in filter(None, parts):
            assert text[part["start"] : part["end"]] == part["text"] != ""


def test_quotes_of_the_founding_story_have_their_speakers():
    found = {}
    for path in SEEDS:
        for claim in claims_of(path.read_text(encoding="utf-8")):
            found[claim.value["content"][0]["text"]] = claim.value["name"]
    assert found["This brave decision will be an example for others,"] == "Amir Khan Muttaqi"
    assert found["This courageous decision will be an example of others,"] == "Amir Khan Motti"
    assert found["Strategic interests will always outweigh human rights,"] == "Mariam Solaimankhil"
    assert found["it poses a risk to both Afghan citizens and broader international security"] == "Fawzia Koofi"
    assert found["it sets a positive precedent for other nations"] == "Amir Khan Muttaqi"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“",
        "said",
        "said " * 300,
        '"' * 301,
        "“a” " * 200 + "he said",
        "he said that " * 200,
        "and said " * 200,
        "Berg\x00 said \ud800 “no\u202e way,” \r\n he said:",
        "Mr. " * 200 + "said: ",
        "— A (@a) " * 200,
        "http://" * 200 + "— Anna (@a)",
    ],
)
def test_no_text_is_refused(text):
    assert isinstance(claims_of(text), list)


def test_the_extractor_keeps_every_promise():
    check_extractor(
        quotes,
        beside=[aliases],
        examples=["“It rained,” she said. “It poured.”", "He said that “no” was “no.”", "A, B, said C, D."],
    )


def test_who_recalls_a_product_says_nothing():
    assert not claims_of("The dairy recalled about 600 cans of milk on Friday.")
    assert said("Berg recalled that the milk was sour.") == [("Berg", "recalled", "the milk was sour")]
