"""A second opinion on claims that another plugin matches: asked in doubt, bound by vetoes, its failures its own."""

from __future__ import annotations

from types import ModuleType

import pytest

from newsrecon import (
    Article,
    Claim,
    Entailment,
    Extraction,
    Likeness,
    Matcher,
    Relation,
    SecondOpinion,
    hookimpl,
    reconcile,
)


def _plugin(name, **hooks):
    module = ModuleType(name)
    for hook, offers in hooks.items():
        setattr(module, hook, hookimpl(lambda offers=offers: list(offers), specname=hook))
    return module


def _opining(name, *scorers):
    return _plugin(name, register_second_opinions=scorers)


def _matching(name, *matchers):
    return _plugin(name, register_matchers=matchers)


def _two(subject, other):
    texts = (f"{subject} sank.", f"{other} went down.")
    articles = [Article(text, id=text[:9], source=text[:9]) for text in texts]
    return Extraction(
        [Claim("wreck", one.text[:-1], {"sunk": True}, one.mention(0, len(one.text))) for one in articles]
    )


def _clusters(claims, *plugins):
    return reconcile(claims, plugins=[_matching("wrecks", Matcher("wreck", keys=lambda _: [0])), *plugins])


def test_a_second_opinion_brings_together_what_the_matcher_doubts():
    claims = _two("Aurora", "The Aurora")
    together = SecondOpinion("wreck", lambda left, right, first: Likeness(1.0, "a hunch"), above=0.0)
    assert len(_clusters(claims)) == 2
    (cluster,) = _clusters(claims, _opining("hunch", together))
    assert cluster.because[0].reason.startswith("a hunch")


def test_what_a_second_opinion_alone_makes_one_goes_along_with_each_other():
    claims = _two("Aurora", "The Aurora")
    apart = Matcher(
        "wreck",
        keys=lambda _: [0],
        relate=lambda *_: Entailment(Relation.UNRELATED, "nothing in common"),
        variant=lambda one: one.subject,
    )
    together = SecondOpinion("wreck", lambda left, right, first: Likeness(1.0, "a hunch"), above=0.0)
    (cluster,) = reconcile(claims, plugins=[_matching("wrecks", apart), _opining("hunch", together)])
    assert cluster.verdict == "corroborated"
    assert cluster.because[0].relation is Relation.OVERLAPS


def test_a_second_opinion_is_asked_only_in_doubt_and_may_have_none():
    claims = _two("Aurora", "The Aurora")
    asked = []
    silent = SecondOpinion("wreck", lambda *pair: asked.append(pair), above=0.0)
    beyond = SecondOpinion("wreck", lambda *pair: asked.append(pair), above=0.5)
    assert len(_clusters(claims, _opining("silent", silent))) == 2
    assert len(asked) == 1
    assert len(_clusters(claims, _opining("beyond", beyond))) == 2
    assert len(asked) == 1


def test_a_second_opinion_does_not_undo_a_veto():
    claims = _two("Aurora", "The Aurora")
    never = _matching("wrecks", Matcher("wreck", keys=lambda _: [0], same=lambda *_: Likeness(0.5, "no", veto=True)))
    together = SecondOpinion("wreck", lambda left, right, first: Likeness(1.0, "a hunch"), above=0.0)
    assert len(reconcile(claims, plugins=[never, _opining("hunch", together)])) == 2


def test_a_second_opinion_that_raises_costs_itself_alone():
    def broken(left, right, first):
        raise ZeroDivisionError("oh")

    claims = _two("Aurora", "The Aurora")
    found = _clusters(claims, _opining("broken", SecondOpinion("wreck", broken, above=0.0)))
    assert len(found) == 2
    (told,) = found.diagnostics
    assert told.plugin == "broken"
    assert "oh" in told.message
    with pytest.raises(ZeroDivisionError):
        reconcile(
            claims,
            plugins=[
                _matching("wrecks", Matcher("wreck", keys=lambda _: [0])),
                _opining("b", SecondOpinion("wreck", broken, above=0.0)),
            ],
            strict=True,
        )


@pytest.mark.parametrize("judge", [lambda *_: 0.7, lambda *_: Likeness(float("nan"), "?"), lambda *_: exit(3)])
def test_a_second_opinion_that_judges_as_it_must_not_costs_itself_alone(judge):
    found = _clusters(_two("Aurora", "The Aurora"), _opining("odd", SecondOpinion("wreck", judge, above=0.0)))
    assert len(found) == 2
    assert [told.plugin for told in found.diagnostics] == ["odd"]


def test_what_is_no_second_opinion_is_told_and_passed_over():
    found = _clusters(_two("Aurora", "The Aurora"), _opining("odd", "no opinion"))
    assert ["no SecondOpinion" in told.message for told in found.diagnostics] == [True]
