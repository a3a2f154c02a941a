"""One utterance in several outlets: what joins, what never does, and how the wordings stand to each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from newsrecon import Article, Claim, Context, NameIndex, Relation, Value, reconcile
from newsrecon.context import Rarity
from newsrecon.extraction import extract
from newsrecon.extractors import aliases, quotes
from newsrecon.extractors.quote_matching import quote_matcher
from newsrecon.extractors.voices import Bond, Voice, bond, strangers
from newsrecon.reconciliation.clustering import group_claims
from newsrecon.reconciliation.names import register
from newsrecon.reconciliation.nodes import nodes_of
from newsrecon.testing import check_matcher

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
MATCHER = quote_matcher()


def quote(content, name="Anna Berg", *, form="direct", quoted=(), role=None, type="person", nested=False, article="a"):
    """A quote claim of these words, said by somebody of this name."""

    def part(text):
        return {"start": 0, "end": len(text), "text": text}

    value = {
        "form": form,
        "content": [part(content)],
        "cue": None,
        "speaker": part(name) if name else None,
        "name": name,
        "quoted": [part(words) for words in quoted],
        "speaker_role": role,
        "speaker_type": type,
        "nested": nested,
    }
    mention = Article(content, id=article).mention(0, len(content))
    return Claim("quote", name or "", value, mention)


def match(left, right, context=None):
    context = context or Context()
    return MATCHER.match(MATCHER.read(left, context), MATCHER.read(right, context))


# ---------------------------------------------------------------- one utterance


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The bridge will stay closed until May.", "The bridge will stay closed until May.", Relation.EQUAL),
        ("The bridge will stay closed until May.", "“The bridge will stay closed until May,”", Relation.EQUAL),
        ("The old bridge will stay closed until May.", "The bridge will stay closed", Relation.REFINES),
        ("stay closed until", "The bridge will stay closed until May.", Relation.REFINED_BY),
        (
            "This brave decision will be an example for others",
            "This courageous decision will be an example of others",
            Relation.OVERLAPS,
        ),
    ],
)
def test_identical_cut_and_translated_wordings_are_one_utterance(left, right, relation):
    assert match(quote(left), quote(right)).relation is relation


def test_a_fragment_in_reported_wording_joins_the_sentence_it_was_cut_from():
    fragment = quote(
        "it would lead to “productive harbour cooperation” soon",
        form="mixed",
        quoted=["productive harbour cooperation"],
    )
    sentence = quote("We believe the treaty will give new impetus to productive harbour cooperation between our towns.")
    assert match(sentence, fragment).relation is Relation.REFINES


def test_what_is_quoted_here_may_be_reported_indirectly_there():
    there = quote("the harbour bridge was closed because of rust in its cables", form="indirect")
    here = quote("We closed the harbour bridge because its cables are full of rust.")
    assert match(here, there).relation is Relation.OVERLAPS


def test_a_sentence_repeated_word_for_word_joins_longer_quotations():
    left = quote("It could have been very bad.")
    right = quote("They saved the boy. It could have been very bad.")
    assert match(right, left).relation is Relation.REFINES


def test_the_register_of_names_makes_speakers_one():
    names = NameIndex(forms={("a", "Anna Berg"): "Anna Berg", ("b", "Ana Berk"): "Anna Berg"})
    left = quote("The harbour bridge stays closed.", "Anna Berg", article="a")
    right = quote("The harbour bridge stays closed.", "Ana Berk", article="b")
    assert match(left, right, Context(names=names)).relation is Relation.EQUAL
    assert match(left, right).relation is Relation.UNRELATED


def test_what_one_speaker_denies_twice_is_one_remark_in_few_words():
    context = Context()
    denied = match(
        quote("the guard did not appear to be sleeping", form="indirect"),
        quote("The guard wasn't asleep or sleeping, but many odd things may happen on such a long night"),
        context,
    )
    said = match(
        quote("the guard appeared to be sleeping", form="indirect"),
        quote("The guard was asleep or sleeping, but many odd things may happen on such a long night"),
        context,
    )
    assert denied.score > said.score


@pytest.mark.parametrize(
    ("denied", "said", "shown"),
    [
        ("the tunnel was not safe for lorries", "The tunnel is dangerous for any lorry.", "“not safe” (“dangerous”)"),
        ("the ferry wouldn't reopen on Monday", "The ferry stays closed on Monday.", "“wouldn't reopen” (“closed”)"),
        (
            "pumping would not lower the river overnight, leaving villages cut off",
            "It may take quite a while before the pumping tells on the river.",
            "“not lower the river overnight”",
        ),
    ],
)
def test_what_one_outlet_denies_another_may_tell_by_the_contrary(denied, said, shown):
    found = match(quote(denied, form="indirect"), quote(said))
    assert found.relation is Relation.OVERLAPS
    assert shown in found.reason


@pytest.mark.parametrize("mark", [{"class": "deny"}, {"negated": True}])
def test_what_is_denied_or_was_not_said_is_no_second_voice_for_what_was_said(mark):
    said = quote("a signal had failed near the bridge", form="indirect")
    denied = evolve(said, value=Value({**said.value, **mark}))
    assert match(said, quote("A signal failed near the bridge,")).score >= MATCHER.threshold
    assert match(denied, quote("A signal failed near the bridge,")).relation is Relation.UNRELATED
    assert match(denied, denied).relation is Relation.EQUAL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Berg denied the charges.", "Berg admitted the charges."),
        ("Berg denied that he took bribes.", "Berg admitted that he took bribes."),
        ("Berg rejected the offer of talks.", "Berg welcomed the offer of talks."),
        ("Lund praised the stadium plan.", "Lund condemned the stadium plan."),
    ],
)
def test_the_same_words_denied_here_and_admitted_there_are_two_remarks(one, other):
    made = reconcile([Article(one, id="1", source="The Daily"), Article(other, id="2", source="The Globe")])
    assert all(len(cluster.sources) == 1 for cluster in made.of_kind("quote"))


def test_the_same_words_condemned_in_two_words_are_one_remark():
    texts = {"The Daily": "Berg condemned the attack on Sund.", "The Globe": "Berg denounced the attack on Sund."}
    made = reconcile(Article(text, source=source) for source, text in texts.items())
    assert [len(cluster.sources) for cluster in made.of_kind("quote")] == [2]


def test_who_says_that_it_is_so_says_not_what_denies_it():
    left = quote("members would not be allowed to vote at the hearing", form="indirect")
    assert match(left, quote("members would be allowed to vote at the hearing")).relation is Relation.UNRELATED
    assert match(left, quote("voting is banned for members at the hearing")).relation is Relation.OVERLAPS


def test_all_words_in_common_are_enough_where_nobody_knows_who_spoke():
    told_often = [{"calf", "9", "day", "old", str(passage)} for passage in range(6)]
    context = Context(rarity=Rarity.of([*told_often, *({f"other {passage}"} for passage in range(12))]))
    left = quote("the calf is nine days old", None, form="indirect")
    same = quote("The calf was nine days old.", "Oda Zoo", type="organization")
    more = quote("The calf of the old cow was found nine days ago in a barn.", "Oda Zoo", type="organization")
    assert match(left, same, context).relation is not Relation.UNRELATED
    assert match(left, more, context).relation is Relation.UNRELATED


def test_a_sentence_that_its_cue_interrupts_is_one():
    article = Article("“The harbour,” Anna Berg said, “was closed because of rusty cables. Nobody was hurt.”", id="a")
    (claim,) = (claim for claim in extract([article]).claims if claim.kind == "quote")
    sentences = {len(wording.words) for wording in MATCHER.read(claim, Context()).told if len(wording.words) < 5}
    assert len(claim.value["content"]) == 2
    assert sentences == {4, 2}


def test_what_the_story_says_somebody_is_tells_whose_voice_it_is():
    names = NameIndex(roles={"Anna Berg": ("Norwegian foreign minister",)})
    minister = quote("the treaty sets an example for other harbours")
    ministry = quote("the treaty sets an example for other harbours", "Norway", type="place")
    assert match(minister, ministry, Context(names=names)).relation is not Relation.UNRELATED
    assert match(minister, ministry).relation is Relation.UNRELATED


def test_officials_are_the_voice_of_their_body_and_its_director_is_not():
    zoo = Voice("oda zoo", "Oda Zoo", "organization", True, frozenset({"oda", "zoo"}))
    officials = Voice("zoo", "zoo officials", words=frozenset({"zoo"}))
    director = Voice("zoo", "the zoo's director", words=frozenset({"zoo"}))
    assert bond(zoo, officials) is bond(officials, zoo) is Bond.SAME
    assert bond(zoo, director) is bond(director, zoo) is Bond.RELATED


def test_the_same_short_words_meet_where_one_speaker_is_known():
    left, right = (MATCHER.read(quote("to stay indoors", name), Context()) for name in (None, "local officials"))
    assert set(MATCHER.keys(left)) & set(MATCHER.keys(right))


# ---------------------------------------------------------------- two utterances


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            quote("it sets a dangerous precedent", "Lawyers for Rights", type="organization"),
            quote("it sets a positive precedent"),
        ),
        (quote("it legitimizes a regime", "Tom Rask"), quote("it will legitimize impunity")),
        (quote("brave"), quote("This brave decision will be an example")),
        (quote("The bridge is closed for repairs."), quote("The mayor praised the firemen of the town.")),
        (quote("12 people crossed the harbour bridge"), quote("40 people crossed the harbour bridge")),
        (quote("One person died in clashes at the harbour"), quote("Three people died in clashes at the harbour")),
        (quote("the harbour bridge is not open"), quote("the harbour bridge is open")),
        (
            quote("to declare a harbour emergency if there is no deal by May", form="indirect"),
            quote("she would not declare a harbour emergency for now", form="indirect"),
        ),
        (quote("guards fired rubber bullets at the crowd", None), quote("no rubber bullets were fired", "Tom Rask")),
        (quote("the harbour bridge collapsed", None), quote("the harbour is old", None)),
        (quote("a very sad day"), quote("It's a sad day all the way around.")),
        (quote("a tough choice"), quote("It was a choice we made, and a tough evening.")),
        (quote("it crossed the road", None), quote("it crossed the old road", None)),
    ],
)
def test_a_common_word_a_number_a_negation_or_a_stranger_keeps_two_apart(left, right):
    assert match(left, right).relation is Relation.UNRELATED


def test_two_words_in_marks_join_only_what_has_the_very_words():
    assert match(quote("an old bridge"), quote("It is a very old bridge, and rusty.")).relation is Relation.OVERLAPS
    assert match(quote("an old bridge"), quote("It is a bridge, rusty and old.")).relation is Relation.UNRELATED


def test_the_same_words_of_nobody_known_are_one_utterance():
    assert match(quote("to stay indoors", None), quote("to stay indoors", None)).relation is Relation.EQUAL
    left, right = (MATCHER.read(quote("to stay indoors", None, article=article), Context()) for article in "ab")
    assert set(MATCHER.keys(left)) & set(MATCHER.keys(right))


def test_numbers_of_other_sentences_do_not_keep_two_apart():
    left = quote("The old bridge has rusted through. It carried 400 cars.")
    right = quote("The old bridge has rusted through. It was built in 1932.")
    assert match(left, right).relation is not Relation.UNRELATED


def test_parts_of_a_remark_that_share_nothing_are_silent_about_each_other_and_two_persons_are_not():
    left, right = quote("the cables rusted through"), quote("nobody checked the harbour")
    same = MATCHER.same(*(MATCHER.read(claim, Context()) for claim in (left, right)))
    assert (same.silent, same.veto) == (True, False)
    stranger = MATCHER.read(quote("nobody checked the harbour", "Tom Rask"), Context())
    other = MATCHER.same(MATCHER.read(left, Context()), stranger)
    assert (other.silent, other.veto) == (False, True)


def test_a_remark_brings_the_parts_together_that_outlets_picked_from_it():
    whole = quote("The cables rusted through, and nobody in the harbour office had checked them.", article="a")
    parts = [quote("the cables rusted through", article="b"), quote("nobody in the harbour office", article="c")]
    groups = group_claims(nodes_of([whole, *parts], MATCHER, Context()), MATCHER, [])
    assert [len(group.nodes) for group in groups] == [3]


def test_a_report_of_a_report_is_not_what_is_reported():
    outer = quote("The ministry said the harbour bridge was closed", "Radio Ost", type="organization", nested=True)
    inner = quote("the harbour bridge was closed", "Foreign Ministry", type="organization")
    assert match(outer, inner).relation is Relation.UNRELATED


# ---------------------------------------------------------------- disputes

SECTORS = "we seek cooperation in energy, shipping, farming, railways and mining"


def test_the_same_words_credited_to_two_persons_are_a_dispute_over_who_said_them():
    found = match(quote(SECTORS, "Anna Berg"), quote(SECTORS, "Tom Rask"))
    assert found.relation is Relation.CONFLICTS
    assert "credited to Anna Berg and to Tom Rask" in found.reason
    assert "“farming”" in found.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (quote(SECTORS, "Norway", type="place"), quote(SECTORS, "Norwegian Foreign Ministry", type="organization")),
        (quote(SECTORS, "Oslo", type="place"), quote(SECTORS, "Norway", type="place")),
        (
            quote(SECTORS, "Anna Berg", role="Norwegian foreign minister"),
            quote(SECTORS, "Norwegian Foreign Ministry", type="organization"),
        ),
        (quote(SECTORS, "Oda Zoo", type="organization"), quote(SECTORS, "Anna Berg", role="director of the Oda Zoo")),
        (quote(SECTORS, None), quote(SECTORS, "Anna Berg")),
    ],
)
def test_a_body_its_member_its_capital_and_someone_unnamed_do_not_conflict(one, other):
    assert match(one, other).relation not in (Relation.CONFLICTS, Relation.UNRELATED)


def test_two_people_who_tell_one_fact_in_their_own_order_do_not_dispute_who_said_it():
    one = quote("two miners are dead, six wounded and the shaft at Kirkwall is closed", "Anna Berg")
    other = quote("the Kirkwall shaft is closed, six wounded miners are safe, two dead", "Tom Rask")
    assert match(one, other).relation is not Relation.CONFLICTS


def test_a_minister_and_the_ministry_of_another_country_are_strangers():
    minister = quote(SECTORS, "Anna Berg", role="Norwegian foreign minister")
    ministry = quote(SECTORS, "Polish Foreign Ministry", type="organization")
    assert match(minister, ministry).relation is Relation.CONFLICTS


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Voice("a", "a"), Voice("a", "a"), Bond.SAME),
        (Voice(None, "he"), Voice("a", "a"), Bond.UNKNOWN),
        (
            Voice("a", "a", "person", True, frozenset("a")),
            Voice("b", "b", "person", True, frozenset("b")),
            Bond.DIFFERENT,
        ),
        (Voice("a", "a", words=frozenset("a")), Voice("b", "b", words=frozenset("b")), Bond.UNCLEAR),
        (Voice("a b", "a b", words=frozenset("ab")), Voice("b", "b", words=frozenset("b")), Bond.RELATED),
    ],
)
def test_speakers_stand_to_each_other_in_one_of_five_ways(left, right, expected):
    assert bond(left, right) is bond(right, left) is expected
    assert not strangers(left, right) or expected is Bond.DIFFERENT


# ---------------------------------------------------------------- laws and the founding story


def test_the_matcher_keeps_every_law():
    texts = ("The harbour bridge is closed.", "The harbour bridge", "bridge", "…", "It is not 12 but 40.", SECTORS)
    speakers = ((None, None), ("Anna Berg", "person"), ("Tom Rask", "person"), ("Norway", "place"))
    claims = [quote(text, name, type=type) for text in texts for name, type in speakers]
    check_matcher(MATCHER, [claim.value for claim in claims])


def test_blocks_are_made_of_pairs_of_telling_words():
    keys = list(MATCHER.keys(MATCHER.read(quote("The harbour bridge is closed."), Context())))
    assert len(keys) == len(set(keys)) <= 6
    assert not list(MATCHER.keys(MATCHER.read(quote("Yes."), Context())))


def founding_story():
    articles = [Article(path.read_text(encoding="utf-8"), id=path.name[:3]) for path in SEEDS]
    found = extract(articles, plugins=[quotes, aliases], strict=True)
    context = Context(names=register([claim for claim in found if claim.kind == "alias"]).index)
    return [claim for claim in found if claim.kind == "quote"], context


def test_the_utterances_of_the_founding_story_join_and_its_look_alikes_do_not():
    claims, context = founding_story()

    def features(article, words):
        claim = next(
            c for c in claims if c.mention.article == article and words in c.mention.text and not c.value["nested"]
        )
        return MATCHER.read(claim, context)

    def relation(left, right):
        return MATCHER.match(features(*left), features(*right)).relation

    unrelated = Relation.UNRELATED
    assert relation(("000", "brave decision"), ("004", "courageous decision")) is Relation.OVERLAPS
    assert relation(("002", "We believe"), ("004", "We believe")) is Relation.OVERLAPS
    assert relation(("002", "We believe"), ("001", "productive bilateral")) is Relation.REFINES
    assert relation(("002", "We believe"), ("003", "productive bilateral")) is not unrelated
    assert relation(("000", "fight against"), ("004", "fight against")) is not unrelated
    assert relation(("000", "like energy, transport"), ("002", "such as energy, transportation")) is Relation.CONFLICTS
    assert relation(("001", "dangerous precedent"), ("003", "positive precedent")) is unrelated
    assert relation(("000", "legitimizes a regime"), ("000", "legitimize impunity")) is unrelated


def test_of_an_utterance_the_words_of_the_speaker_are_best():
    whole = quote("The bridge will be closed for a year")
    partly = quote("the bridge will be closed “for a year”", form="mixed", quoted=["for a year"])
    told = quote("that the bridge would be closed for some twelve months", form="indirect")
    nearness = [MATCHER.preference(MATCHER.read(one, Context())) for one in (whole, partly, told)]
    assert nearness[0] > nearness[1] > nearness[2]
