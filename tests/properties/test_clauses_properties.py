"""Laws of clauses: whatever the text, they cover their sentences, in order and apart, and nothing is raised."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsrecon import Article
from newsrecon.clauses import clauses
from newsrecon.testing import texts
from newsrecon.text import Span, paragraphs, sentences

LINE = """and but that who which , ; “ ” " ( ) . after when as said says adding according to the it Rome was taken fell
killing not to in May 2021 — ’s very"""
WORDS = st.lists(st.sampled_from(LINE.split()), max_size=40).map(" ".join)
ANY = st.one_of(texts(), st.text(), WORDS)


@given(ANY)
def test_clauses_cover_their_sentence_but_for_white_space(text):
    for sentence in sentences(text, paragraphs(text)):
        found = clauses(text, [sentence])
        assert found[0].span.start == sentence.start
        assert found[-1].span.end == sentence.end
        for before, after in pairwise(found):
            assert before.span.end <= after.span.start
            assert not text[before.span.end : after.span.start].strip()


@given(ANY)
def test_clauses_hang_on_clauses_before_them(text):
    for sentence in sentences(text, paragraphs(text)):
        for place, clause in enumerate(clauses(text, [sentence])):
            assert clause.governor is None or 0 <= clause.governor < place
            assert (clause.governor is None) == (place == 0)


@given(ANY)
def test_verbs_lie_in_their_clause_and_subjects_in_their_sentence(text):
    for sentence in sentences(text, paragraphs(text)):
        for clause in clauses(text, [sentence]):
            assert clause.sentence == sentence
            assert clause.verb is None or clause.span.contains(clause.verb)
            assert clause.subject is None or (sentence.contains(clause.subject) and len(clause.subject) > 0)


@given(ANY, st.text(alphabet="ab \n", max_size=8))
def test_what_stands_in_front_only_shifts_clauses(text, front):
    moved = len(front) + 2
    sentence = Span(0, len(text))
    there = clauses(front + "\n\n" + text, [Span(moved, moved + len(text))])
    here = clauses(text, [sentence])
    assert [(clause.span.start + moved, clause.span.end + moved, clause.kind) for clause in here] == [
        (clause.span.start, clause.span.end, clause.kind) for clause in there
    ]


@given(ANY)
def test_an_article_has_the_clauses_of_its_sentences(text):
    article = Article(text)
    assert {clause.sentence for clause in article.clauses} == set(article.sentences)
