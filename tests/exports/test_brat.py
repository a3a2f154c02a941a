"""Claims to brat and back, untouched and corrected."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings

from newsrecon import Article, Claim, Span, export, extract, read_brat, reconcile
from newsrecon.exports.brat import brat_configuration, to_brat
from newsrecon.testing import articles

TEXT = "“It is a dark day,” said Ann Poe, the mayor. Rain fell on 3 July 2025."
ARTICLE = Article(TEXT, id="a", source="The Daily")
CLAIMS = tuple(extract(ARTICLE).claims)
OUT = to_brat(CLAIMS, ARTICLE)


def _same(claims):
    return sorted(claims, key=lambda claim: claim.id)


def _only(claims, kind):
    (claim,) = (claim for claim in claims if claim.kind == kind)
    return claim


def test_what_nobody_touched_comes_back_as_it_was(story):
    made, told = story
    for article in told:
        mine = [claim for claim in made.claims if claim.mention.article == article.id]
        back = read_brat(to_brat(mine, article), article)
        assert _same(back) == _same(mine)
        assert {claim.id: claim.extractor for claim in back} == {claim.id: claim.extractor for claim in mine}


@given(articles())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_claims_of_any_text_come_back(article):
    claims = extract(article).claims
    assert _same(read_brat(to_brat(claims, article), article)) == _same(claims)


def test_every_line_is_one_that_brat_reads(story):
    made, told = story
    for article in told:
        for line in to_brat(made.claims, article).split("\n")[:-1]:
            assert re.fullmatch(
                r"T\d+\t[A-Za-z0-9_-]+ \d+ \d+(;\d+ \d+)*\t[^\t\r\n]+"
                r"|R\d+\t[\w-]+ Arg1:T\d+ Arg2:T\d+"
                r"|#\d+\tAnnotatorNotes T\d+\t\{.*\}",
                line,
            ), line


def test_the_configuration_names_every_type_and_relation_that_is_used(made, seeds):
    configuration = brat_configuration(made)
    entities, relations = (set(part.split("\n")) for part in configuration.split("[events]")[0].split("[relations]"))
    named = {line.split("\t")[0] for line in relations}
    for article in seeds:
        for line in to_brat(made.claims, article).splitlines():
            kind = line.split("\t")[1].split(" ")[0]
            assert not line.startswith("T") or kind in entities
            assert not line.startswith("R") or kind in named


def test_a_text_and_its_annotations_stand_beside_each_other(made, seeds):
    files = export(made, "brat", articles=seeds)
    assert files["000.txt"].decode("utf-8") == seeds[0].text
    assert read_brat(files["000.ann"].decode("utf-8"), seeds[0])


# ---------------------------------------------------------------- corrections


def test_a_claim_that_was_deleted_is_gone():
    date = _only(CLAIMS, "date")
    line = next(line for line in OUT.splitlines() if "\tdate " in line)
    back = read_brat(OUT.replace(line + "\n", ""), ARTICLE)
    assert {claim.id for claim in CLAIMS} - {claim.id for claim in back} == {date.id}


def test_a_span_that_was_moved_moves_the_claim():
    start = TEXT.index("3 July")
    old = f"date {start} {start + 11}\t3 July 2025"
    assert old in OUT
    moved = _only(read_brat(OUT.replace(old, f"date {start - 3} {start + 11}\ton 3 July 2025"), ARTICLE), "date")
    assert moved.mention.span == Span(start - 3, start + 11)
    assert moved.value == _only(CLAIMS, "date").value
    assert moved.extractor == "brat"


def test_the_words_of_a_quote_move_with_it():
    quote = next(claim for claim in CLAIMS if claim.kind == "quote" and claim.value["form"] == "direct")
    span = quote.mention.span
    old = f"quote {span.start} {span.end}\t{quote.mention.text}"
    new = f"quote {span.start} {span.end - 4}\t{quote.mention.text[:-4]}"
    back = [claim for claim in read_brat(OUT.replace(old, new), ARTICLE) if claim.kind == "quote"]
    assert [part["text"] for claim in back for part in claim.value["content"]].count(quote.mention.text[:-4]) == 1


def test_a_speaker_that_was_tied_anew_is_the_speaker():
    start = TEXT.index("the mayor")
    names = [line.split("\t")[0] for line in OUT.splitlines() if line.startswith("T")]
    tie = next(line for line in OUT.splitlines() if "\tspeaker Arg1" in line)
    changed = (
        OUT.replace(tie, tie.replace(tie.rpartition(":")[2], "T99")) + f"T99\tspeaker {start} {start + 9}\tthe mayor\n"
    )
    assert "T99" not in names
    speakers = [claim.value["speaker"]["text"] for claim in read_brat(changed, ARTICLE) if claim.kind == "quote"]
    assert "the mayor" in speakers


def test_what_a_claim_says_can_be_edited_in_its_note():
    changed = OUT.replace('"role": "mayor"', '"role": "deputy mayor"').replace(
        '"role": "the mayor"', '"role": "deputy mayor"'
    )
    assert changed != OUT
    roles = {claim.value["role"] for claim in read_brat(changed, ARTICLE) if claim.kind == "alias"}
    assert "deputy mayor" in roles


@pytest.mark.parametrize("kind", ["date", "quote", "alias", "statement", "toll"])
def test_a_new_entity_is_a_new_claim_that_can_be_reconciled(kind):
    (claim,) = read_brat(f"T1\t{kind} 1 17\t{TEXT[1:17]}\n", ARTICLE)
    assert (claim.kind, claim.mention.text, claim.extractor) == (kind, TEXT[1:17], "brat")
    from newsrecon import Extraction
    from newsrecon.records import record

    made = reconcile(Extraction((claim,), records=(record(ARTICLE),)), strict=True)
    assert made.claims == (claim,)


def test_another_type_is_another_kind():
    changed = OUT.replace("\tdate ", "\tdeadline ")
    assert "deadline" in {claim.kind for claim in read_brat(changed, ARTICLE)}


@pytest.mark.parametrize(
    ("annotations", "message"),
    [
        ("T1\tdate 0 5\tRain!\n", "line 1: at 0 to 5 stands"),
        ("\nT1\tdate 0 5000\tRain\n", "line 2: there is no place 0 to 5000 in a text of"),
        ("T1\tdate\tRain\n", "line 1: not an entity with its place: 'date'"),
        ("T1\tdate 1 6\tIt is\n#1\tAnnotatorNotes T1\t{]\n", "line 2: "),
        ("T1\tquote 1 6\tIt is\nR1\tspeaker Arg1:T1 Arg2:T7\n", "a relation of T1 leads to T7, which is not there"),
    ],
)
def test_annotations_that_do_not_fit_the_text_are_an_error_that_says_where(annotations, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        read_brat(annotations, ARTICLE)


def test_what_is_not_ours_is_passed_over():
    foreign = (
        "E1\tMeet:T1\nA1\tNegated T1\n*\tEquiv T1 T2\n#9\tAnnotatorNotes T1\tlooks wrong to me\n#8\tNote E1\tx\n\n"
    )
    assert _same(read_brat(OUT + foreign, ARTICLE)) == _same(CLAIMS)


def test_parts_of_other_plugins_that_have_a_place_go_there_and_back():
    part = {"start": 1, "end": 6, "text": "It is"}
    claim = Claim("toll", "died", {"victim": part, "odd key": part, "n": 3, "many": [part]}, ARTICLE.mention(1, 18))
    out = to_brat([claim], ARTICLE)
    assert "\tvictim 1 6\tIt is" in out
    assert json.loads(out.splitlines()[-1].split("\t")[2])["value"] == {"n": 3, "odd key": part}
    assert read_brat(out, ARTICLE) == (claim,)
