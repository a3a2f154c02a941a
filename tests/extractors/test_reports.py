"""Reports within a sentence: who the subject of a cue is, and which words are what is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article, Span, load_plugins
from newsrecon.extraction import extract
from newsrecon.extractors import aliases, quotes
from newsrecon.extractors.unclosed_quotations import ended


def read(text):
    """(speaker, content, name) of each quote, the parts of a content with a slash between."""
    plugins = load_plugins([quotes, aliases], entry_points=False)
    return [
        (
            claim.value["speaker"] and claim.value["speaker"]["text"],
            " / ".join(part["text"] for part in claim.value["content"]),
            claim.value["name"],
        )
        for claim in extract(Article(text, id="a"), plugins=plugins, strict=True)
        if claim.kind == "quote"
    ]


# ---------------------------------------------------------------- who says it


@pytest.mark.parametrize(
    ("text", "speaker", "name"),
    [
        # A description that opens its sentence, and the name it explains.
        ("The mayor, Jon Berg, said the road was shut.", "Jon Berg", "Jon Berg"),
        ("The head of the union, Lena Frost, claimed workers had been beaten.", "Lena Frost", "Lena Frost"),
        ("Her brother, Tim, said the road was shut.", "Tim", "Tim"),
        ("The mayor, a Liberal, said the road was shut.", "The mayor", None),
        # An age is no speaker.
        ("Lena Frost, 54, a nurse from Oda, said the road was shut.", "Lena Frost", "Lena Frost"),
        ("Lena Frost, 54, of Oda, said the road was shut.", "Lena Frost", "Lena Frost"),
        # Two who speak together are not one of them.
        ("Lena Frost and Tim Hale said the road was shut.", "Lena Frost and Tim Hale", None),
        ("Lena Frost, Otto Lund and Tim Hale said it rained.", "Lena Frost, Otto Lund and Tim Hale", None),
        ("But Frost, Lund, and Hale said the road was shut.", "Frost, Lund, and Hale", None),
        # What stands before a comma is none of them.
        ("In Oda, Berg and Lund said the road was shut.", "Berg and Lund", None),
        ("Last March, Berg and Lund said the road was shut.", "Berg and Lund", None),
        ("When she left Oda, Berg and Lund said the road was shut.", "Berg and Lund", None),
        # A relative clause that ends with a verb.
        ("A witness who asked not to be named said the road was shut.", "A witness", None),
        ("People who were there said the road was shut.", "People", None),
        # A verb that governs another has its subject.
        ("After the dam broke, Berg continued to say that nobody was hurt.", "Berg", "Berg"),
    ],
)
def test_the_subject_of_a_cue_is_found_past_what_stands_between(text, speaker, name):
    [(found, _, full)] = read(text)
    assert (found, full) == (speaker, name)


def test_who_is_credited_and_goes_on_is_no_part_of_according_to():
    text = "Nobody fell, according to the police, who said the road was shut."
    assert [quote[:2] for quote in read(text)] == [("the police", "Nobody fell"), ("the police", "the road was shut")]


# ---------------------------------------------------------------- what is said


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # Another report begins.
        ("Frost said it would rain and Hale denied that the roof leaked.", ["it would rain", "the roof leaked"]),
        ("Frost said it would rain — and she noted that the roof leaked.", ["it would rain", "the roof leaked"]),
        ("Frost said it would rain and Oda would be cold.", ["it would rain and Oda would be cold"]),
        # Words between commas before "that".
        ("Frost said, however, that the road was shut.", ["the road was shut"]),
        ("Frost said, among other things, that the road was shut.", ["the road was shut"]),
        (
            "It was a plan, they said, that would have saved the town.",
            ["It was a plan / that would have saved the town"],
        ),
        # A phrase that is no sentence waits for what follows the insertion.
        ("In May, Berg said, the dam broke.", ["In May / the dam broke"]),
        ("After the dam broke, Berg said, the army came.", ["After the dam broke / the army came"]),
        ("It was not clear, officials said, how the fire began.", ["It was not clear / how the fire began"]),
        # It is nothing that is said where nothing follows, or where the verb has an object of its own.
        ("In an interview, Berg added another name to the list.", []),
        ("After the storm, Berg wrote a letter.", []),
        ("On Monday, Berg continued to repair the bridge.", []),
        # What has no words of its own.
        ("Berg, asked about it, said the road was shut.", ["the road was shut"]),
        ("Asked about that, Berg said the road was shut.", ["the road was shut"]),
        ("Berg denied it.", []),
        ("Berg said so on Friday.", []),
        ("Asked whether he would leave, Berg said no.", ["whether he would leave", "no"]),
        # Numbers, days and "there" that begin what is said.
        ("Berg said 2,400 people were hurt.", ["2,400 people were hurt"]),
        ("Berg told reporters 12 people were hurt.", ["12 people were hurt"]),
        ("Berg said Monday 12 people were hurt.", ["12 people were hurt"]),
        ("Berg said in Oda 12 people were hurt.", ["12 people were hurt"]),
        ("Berg said on May 3 the dam broke.", ["the dam broke"]),
        ("Berg said Monday the dam broke.", ["the dam broke"]),
        ("Berg said Monday was a holiday.", ["Monday was a holiday"]),
        ("Berg said July 3 was a good day.", ["July 3 was a good day"]),
        ("Berg said there was no damage.", ["there was no damage"]),
        # Words that tell how much is meant, without which something else would be said.
        ("Officials said not a single house was lost.", ["not a single house was lost"]),
        ("Officials said only two people were hurt.", ["only two people were hurt"]),
        ("Officials said at least 12 people were hurt.", ["at least 12 people were hurt"]),
        ("Officials said over 200 people had left.", ["over 200 people had left"]),
        ("Officials said in some cases people had waited for days.", ["in some cases people had waited for days"]),
        ("Officials said on their page (of 4 May) that the road was shut.", ["the road was shut"]),
        # A number that is called tells nothing, nor does a subject without a name.
        ("The driver called 911 at noon.", []),
        ("He fell in what is reported to be a quarrel.", []),
        ("The men are believed to have fled, police said.", ["The men are believed to have fled"]),
        ("A witness who asked not to be named said the road was shut.", ["the road was shut"]),
        # Who is told counts people, too.
        ("The minister told a crowd of 2,000 people the war was over.", ["the war was over"]),
        # Nobody speaks, and the subject is part of what is said.
        ("The mill is reported to have closed.", ["The mill / to have closed"]),
        ("It was announced on Friday that the mill would close.", ["the mill would close"]),
        # Another statement behind an insertion.
        ("Two people were killed, police said, and four were hurt.", ["Two people were killed", "four were hurt"]),
        # Who speaks is described, and nothing more is said.
        (
            "In Oda, a town that was hit by the storm, nobody fell, said Jon Berg, director of the fire service.",
            ["In Oda, a town that was hit by the storm, nobody fell"],
        ),
        # An object ends before a clause that is joined to it.
        ("Berg mentioned his plan and went home.", ["his plan"]),
        # A noun in -s is no verb.
        ("She won three early voting states that had been in doubt.", []),
        ("There are 40 pledged delegates in the hall.", []),
        # What somebody does after they spoke.
        ("Frost replied, “Of course,” and left.", ["Of course,"]),
        # A quotation goes on behind a semicolon.
        (
            "“It’s a shame,” says Frost; “it could have been a school.”",
            ["It’s a shame, / it could have been a school."],
        ),
        ("Berg told the council not to sell the mill.", ["not to sell the mill"]),
    ],
)
def test_what_is_said_is_a_clause(text, contents):
    assert [content for _, content, _ in read(text)] == contents


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # A deed is none of what was only to come.
        ("Frost warned that the city would be shelled, and the army moved in on Monday.", "the city would be shelled"),
        ("Frost warned that prices would rise, and shares fell on the news.", "prices would rise"),
        ("Frost said the bridge might collapse, but the engineers have found no cracks.", "the bridge might collapse"),
        ("Frost said it might rain, and the crew would stay.", "it might rain, and the crew would stay"),
        ("Frost said it would rain, but the crew had not been paid.", "it would rain, but the crew had not been paid"),
        ("Frost said it would rain, and she was proud of it.", "it would rain, and she was proud of it"),
        ("Frost said it rained, and the officer shot twice.", "it rained, and the officer shot twice"),
        # An object ends at a comma, unless it is of a list, and before the occasion.
        ("The mayor praised nurses, cooks and drivers.", "nurses, cooks and drivers"),
        ("The mayor praised the nurses, who had worked all night.", "the nurses"),
        ("Frost defended the trip, the first in ten years.", "the trip"),
        ("Frost rejected the plan in a speech to farmers.", "the plan"),
        ("Frost praised the book on meeting strangers.", "the book on meeting strangers"),
        (
            "Frost condemned the raid, the arrests and the trial as “a farce”.",
            "the raid, the arrests and the trial as “a farce”",
        ),
        # The day may stand before what is called for.
        ("Frost called Friday for a new vote.", "a new vote"),
        # Several words that report together.
        ("Frost made clear that the bridge was shut.", "the bridge was shut"),
        ("Frost has made it abundantly clear the bridge was shut.", "the bridge was shut"),
        ("Frost is making it known on Friday that the bridge was shut.", "the bridge was shut"),
        # Nobody says so, and the subject is part of it.
        ("Frost is alleged to have taken bribes.", "Frost / to have taken bribes"),
        ("The rebels are rumoured to have left.", "The rebels / to have left"),
        # Two spellings of one cue.
        ("The union labelled it “an insult to nurses”.", "it “an insult to nurses”"),
        ("The union labeled it “an insult to nurses”.", "it “an insult to nurses”"),
    ],
)
def test_what_is_said_goes_as_far_as_its_clause(text, content):
    assert [found for _, found, _ in read(text)] == [content]


@pytest.mark.parametrize(
    "text", ["He made a clear pass to Lund.", "They made soup, and it was clear that it rained.", "Clear rumours flew."]
)
def test_what_is_made_is_not_always_made_clear(text):
    assert read(text) == []


def test_the_cue_of_what_is_made_clear_is_all_of_it():
    claims = extract(Article("Frost did not make it clear whether the bridge was shut.", id="a")).claims
    (claim,) = (claim for claim in claims if claim.kind == "quote")
    assert (claim.value["cue"]["text"], claim.value["negated"]) == ("make it clear", True)


def test_who_was_reported_goes_on_in_quotation_marks():
    text = "The minister said the vote was fair. “We counted every slip twice.” He then left."
    assert read(text)[1][:2] == ("The minister", "We counted every slip twice.")


# ---------------------------------------------------------------- marks that are never closed


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "“The bridge is done, Anna Holt said on Monday. The town was quiet.\n\n“We are glad,” Peter Lund said.",
            [("Anna Holt", "The bridge is done,"), ("Peter Lund", "We are glad,")],
        ),
        ("“The bridge is done, said Anna Holt, the mayor. The town was quiet.", [("Anna Holt", "The bridge is done,")]),
        ("“The bridge is done, Mr. Holt told The Oda Times. The town was quiet.", [("Holt", "The bridge is done,")]),
        # The monologue that goes on in the next paragraph is whole, whoever is spoken of in it.
        (
            "“The bridge was done, and the mayor told us to go.\n\n“So we went,” Holt said.",
            [("Holt", "The bridge was done, and the mayor told us to go. / So we went,")],
        ),
        # Inside a sentence the mark takes in no more than this sentence.
        (
            "Holt said the bridge was “somewhat safe and open. The town has 4,000 people.",
            [("Holt", "the bridge was “somewhat safe and open.")],
        ),
    ],
)
def test_a_mark_that_is_never_closed_costs_only_what_is_in_doubt(text, quoted):
    assert [(speaker, content) for speaker, content, _ in read(text)] == quoted


@given(st.text(alphabet="“”\"'ab ,.\nA", max_size=80))
def test_quotations_that_are_ended_stay_inside_what_they_were(text):
    article = Article(text, id="a")
    for before, after in zip(article.quotations, ended(article, article.quotations), strict=True):
        assert after == before or not before.closed
        assert before.outer.start == after.outer.start <= after.content.start < after.content.end <= before.outer.end
        assert Span(after.content.start, after.content.end).of(text)
