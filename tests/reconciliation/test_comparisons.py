"""What was compared is not compared again while it is read as it was."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve, field, frozen

from newsrecon import (
    Article,
    Context,
    Entailment,
    Likeness,
    Matcher,
    Reconciler,
    Relation,
    SecondOpinion,
    hookimpl,
    read,
    reconcile,
)
from newsrecon.matching import Relation as SameRelation
from newsrecon.reconciliation import blocks
from newsrecon.reconciliation.features import alike, is_plain_throughout
from newsrecon.value import Value


@frozen(eq=False)
class Read:
    """Features that `==` tells apart even where they are built alike."""

    words: frozenset[str] = frozenset()
    weights: dict[str, float] = field(factory=dict)
    rest: object = None
    derived: float = field(init=False)

    @derived.default
    def _derived(self) -> float:
        return float("nan")


@frozen
class Likened:
    """Features of which `==` passes over a part."""

    word: str
    weight: float = field(eq=False)


class Odd:
    """Nothing is known of what an object of this class is made of."""

    def __eq__(self, other):
        return True

    __hash__ = None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ferry", "ferry", True),
        ("ferry", "fairy", False),
        (1, 1.0, False),
        (None, None, True),
        (date(2025, 5, 3), date(2025, 5, 3), True),
        (("a", ("b", 2)), ("a", ("b", 2)), True),
        (("a", ("b", 2)), ("a", ("b", 3)), False),
        (["a"], ("a",), False),
        (frozenset({("a", "b")}), frozenset({("a", "b")}), True),
        (frozenset({Likened("a", 1.0)}), frozenset({Likened("a", 2.0)}), False),
        ({"a": 1.0, "b": 2.0}, {"a": 1.0, "b": 2.0}, True),
        ({"a": 1.0, "b": 2.0}, {"a": 1.0, "b": 2.5}, False),
        ({"a": 1.0, "b": 2.0}, {"b": 2.0, "a": 1.0}, False),
        (Value(low=1), Value(low=1), True),
        (Relation.EQUAL, SameRelation("equal"), True),
        (Relation.EQUAL, Relation.REFINES, False),
        (Read(frozenset({"a"}), {"a": 0.5}), Read(frozenset({"a"}), {"a": 0.5}), True),
        (Read(frozenset({"a"}), {"a": 0.5}), Read(frozenset({"a"}), {"a": 0.6}), False),
        (Likened("a", 1.0), Likened("a", 1.0), True),
        (Likened("a", 1.0), Likened("a", 2.0), False),
        (Odd(), Odd(), False),
        (Read(rest=Odd()), Read(rest=Odd()), False),
    ],
)
def test_alike_is_what_is_the_same_in_every_respect(one, other, expected):
    assert alike(one, other) is expected
    assert alike(other, one) is expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        ("ferry", True),
        (None, True),
        (("a", ["b", {"c": 2.0}]), True),
        (frozenset({("a", "b")}), True),
        (frozenset({Likened("a", 1.0)}), False),
        (Read(frozenset({"a"}), {"a": 0.5}), True),
        (Read(rest=Odd()), False),
        (Read(rest=len), False),
        (Context(), False),
    ],
)
def test_plain_throughout_is_what_holds_nothing_that_may_answer_otherwise(one, expected):
    assert is_plain_throughout(one) is expected


def test_a_thing_is_always_like_itself():
    odd = Odd()
    assert alike(odd, odd)


TEXTS = ("The ferry sank.", "The ferry sank at night.", "A ferry sank near Sund.", "The ferry went down.")


@frozen(eq=False)
class Telling:
    text: str
    weight: float


def _counting(asked, weight=lambda context: 1.0):
    """A matcher that counts how often two articles are compared."""

    def same(left, right):
        asked[tuple(sorted((left.text, right.text)))] += 1
        return Likeness(0.9, "both tell of a ferry")

    return Matcher(
        "sinking",
        read=lambda claim, context: Telling(claim.mention.text, weight(context)),
        keys=lambda telling: ["ferry"],
        same=same,
        relate=lambda left, right: Entailment(
            Relation.EQUAL if left.text == right.text else Relation.OVERLAPS, "by heart"
        ),
        variant=lambda telling: telling.text,
    )


def _articles(texts):
    return [Article(text, id=text, source=text) for text in texts]


def test_only_pairs_with_something_new_are_compared(of_whole_articles):
    asked = Counter()
    desk = Reconciler(plugins=[of_whole_articles(_counting(asked))])
    desk.add(_articles(TEXTS[:3]))
    assert len(desk.reconciliation) == 1
    asked.clear()
    desk.add(_articles(TEXTS[3:]))
    assert len(desk.reconciliation) == 1
    assert set(asked) == {tuple(sorted((TEXTS[3], old))) for old in TEXTS[:3]}


def test_what_is_read_otherwise_since_is_compared_again(of_whole_articles):
    asked = Counter()
    desk = Reconciler(plugins=[of_whole_articles(_counting(asked, lambda context: context.rarity("night")))])
    desk.add(_articles(TEXTS[:2]))
    assert len(desk.reconciliation) == 1
    asked.clear()
    desk.add(Article("Not a night went by.", id="night", source="night"))  # now *night* is not as rare
    assert len(desk.reconciliation) == 1
    assert asked[tuple(sorted(TEXTS[:2]))] == 1


def test_a_failure_in_what_is_not_looked_at_again_is_still_told(of_whole_articles):
    def judge(left, right, likeness):
        raise RuntimeError("no model here")

    class Opinion:
        @hookimpl
        def register_second_opinions(self):
            return [SecondOpinion("sinking", judge)]

    desk = Reconciler(plugins=[of_whole_articles(_counting(Counter())), Opinion()])
    desk.add(_articles(TEXTS[:2]))
    told = [diagnostic.message for diagnostic in desk.reconciliation.diagnostics]
    assert any("no model here" in message for message in told)
    desk.add([evolve(article, story="another") for article in _articles(TEXTS[2:3])])
    assert [diagnostic.message for diagnostic in desk.reconciliation.diagnostics] == told


@pytest.mark.parametrize("limit", [blocks.BLOCK_LIMIT, 5])
def test_the_seeds_one_by_one_come_to_what_they_come_to_together(limit, monkeypatch):
    monkeypatch.setattr(blocks, "BLOCK_LIMIT", limit)
    seeds = read([Path(__file__).parents[2] / "seeds"]).articles
    desk = Reconciler()
    for count, article in enumerate(reversed(seeds), 1):
        desk.add(article)
        assert desk.reconciliation == reconcile(seeds[-count:])
