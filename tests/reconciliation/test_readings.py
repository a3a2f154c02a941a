"""What a reading asked is what decides whether it still holds."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon import (
    Article,
    Claim,
    Context,
    Entailment,
    Likeness,
    Matcher,
    Reconciler,
    Relation,
    Span,
    reconcile,
)
from newsrecon.context import NamedSpan, NameIndex, Rarity
from newsrecon.reconciliation.questions import asking, changed
from newsrecon.reconciliation.readings import Readings

TEXTS = (
    "The ferry sank.",
    "The ferry sank at night.",
    "A storm sank the ferry near Sund.",
    "A storm hit Sund at night.",
)


def _articles(texts):
    return [Article(text, id=text, source=text) for text in texts]


def _counting(reads, features):
    """A matcher that counts how often each claim is read, and its keys asked for."""

    def read(claim, context):
        reads["read", claim.mention.text] += 1
        return claim.mention.text, features(context)

    def keys(read):
        reads["keys", read[0]] += 1
        return ["ferry"]

    return Matcher(
        "sinking",
        read=read,
        keys=keys,
        same=lambda left, right: Likeness(0.9, f"{left[0]} {right[0]}"),
        relate=lambda left, right: Entailment(Relation.EQUAL if left == right else Relation.OVERLAPS, "by heart"),
        variant=lambda read: read[0],
    )


@pytest.fixture
def read_when_one_more_comes(of_whole_articles):
    """How often each claim is read when an article more comes, by what its reading asks of the context."""

    def found(features):
        reads = Counter()
        plugin = of_whole_articles(_counting(reads, features))
        desk = Reconciler(plugins=[plugin])
        desk.add(_articles(TEXTS[:3]))
        before = desk.reconciliation
        reads.clear()
        desk.add(_articles(TEXTS[3:]))
        assert desk.reconciliation != before
        again = dict(reads)
        assert desk.reconciliation == reconcile(_articles(TEXTS), plugins=[plugin])
        return again

    return found


def test_only_what_is_new_is_read(read_when_one_more_comes):
    assert read_when_one_more_comes(lambda context: context.names.of("1", "Lind")) == {
        ("read", TEXTS[3]): 1,
        ("keys", TEXTS[3]): 1,
    }


@pytest.mark.parametrize(
    "features",
    [
        lambda context: context.rarity("storm"),
        lambda context: context.rarity.telling("storm"),
        lambda context: context.rarity.counts["storm"],
        lambda context: "hit" in context.rarity.counts,
        lambda context: tuple(sorted(context.rarity.counts)),
        lambda context: len(context.rarity.counts),
        lambda context: context.rarity.passages,
        lambda context: context.rarity.is_alone("storm"),
        lambda context: context.rarity.is_common("storm", 0.4),
        lambda context: context,
        lambda context: context.rarity.telling,
    ],
    ids=str,
)
def test_what_asked_for_something_that_is_otherwise_now_is_read_again(features, read_when_one_more_comes):
    assert set(read_when_one_more_comes(features)) >= {("read", text) for text in TEXTS}


NAMES = {"1": [NamedSpan(Span(6, 10), "Ada Lind", "person")]}


@pytest.mark.parametrize(
    "ask",
    [
        lambda context: context.names.within("1", Span(0, 20)),
        lambda context: context.names.in_mention(Article("Mayor Lind resigned.", id="1").mention(0, 20)),
        lambda context: context.names.of("1", "Lind"),
        lambda context: context.names.type_of("1", "Ada Lind"),
        lambda context: context.names.spans.get("1"),
        lambda context: list(context.names.spans),
        lambda context: context.names.forms.get(("1", "Lind")),
        lambda context: context.names.roles.get("Ada Lind"),
        lambda context: context.anchor("1"),
        lambda context: context.published("1"),
        lambda context: context.times.telling("2025-05-03"),
    ],
    ids=str,
)
def test_names_days_and_times_are_noticed(ask):
    before = Context()
    after = Context(
        names=NameIndex(NAMES, {("1", "Lind"): "Ada Lind"}, {"Ada Lind": ("mayor",)}),
        times=Rarity.of([["2025-05-03"], ["2025-05-04"]]),
        anchor=lambda article: date(2025, 5, 3),
        published=lambda article: date(2025, 5, 3),
    )
    asked = set()
    assert ask(asking(before, asked)) == ask(before)
    assert ask(asking(after, set())) == ask(after) != ask(before)
    assert not asked.isdisjoint(changed(before, after, ["1"]))


WORDS = st.sampled_from(["ferry", "storm", "sank", "night"])
PASSAGES = st.lists(st.frozensets(WORDS | st.integers(0, 400).map(str), max_size=4), max_size=60)
QUESTIONS = st.lists(
    st.tuples(st.sampled_from(["weight", "telling", "count", "alone", "common", "passages"]), WORDS),
    min_size=1,
    max_size=4,
)


def _answer(context, question):
    sort, word = question
    rarity = context.rarity
    return {
        "weight": lambda: rarity(word),
        "telling": lambda: rarity.telling(word),
        "count": lambda: rarity.counts.get(word),
        "alone": lambda: rarity.is_alone(word),
        "common": lambda: rarity.is_common(word, 0.25),
        "passages": lambda: rarity.passages,
    }[sort]()


@given(PASSAGES, PASSAGES, QUESTIONS)
def test_where_no_question_is_answered_otherwise_every_answer_is_the_same(told, more, questions):
    before, after = Context(rarity=Rarity.of(told)), Context(rarity=Rarity.of([*told, *more]))
    asked = set()
    context = asking(before, asked)
    answers = [_answer(context, question) for question in questions]
    if asked.isdisjoint(changed(before, after, [])):
        assert answers == [_answer(after, question) for question in questions]


def test_what_is_not_read_any_more_is_forgotten():
    article = Article("The ferry sank. The dam broke.", id="1")
    claims = [Claim("event", "it", {}, article.mention(0, 15)), Claim("event", "it", {}, article.mention(16, 30))]
    readings = Readings()
    for told in (claims, claims[:1]):
        readings.look_again(Context(), ["1"])
        matcher = readings.kept_by(Matcher("event"))
        assert [matcher.read(claim, Context()) for claim in told] == told
    assert len(readings) == 1
