"""What one story comes to: its names, anchors and origins, then the clusters of each kind, blocked, matched and judged.

The steps of the pipeline stand here in their order. What comes out is a function of the records and claims that go in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from attrs import evolve, frozen

from newsrecon import wording
from newsrecon.article_records import ArticleRecord
from newsrecon.context import Context, Rarity
from newsrecon.matching import Matcher
from newsrecon.model import Claim, Diagnostic, Extraction
from newsrecon.owners import Owners
from newsrecon.plugins import Plugins
from newsrecon.reconciliation.anchors import Anchor, find_anchors
from newsrecon.reconciliation.clustering import group_claims
from newsrecon.reconciliation.comparisons import Comparisons, Group
from newsrecon.reconciliation.kept import Kept
from newsrecon.reconciliation.known_names import KnownNames
from newsrecon.reconciliation.names import register
from newsrecon.reconciliation.nodes import nodes_of
from newsrecon.reconciliation.origins import find_origins
from newsrecon.reconciliation.results import Cluster, Name, Origin
from newsrecon.reconciliation.roles import contested_roles, with_disputes
from newsrecon.reconciliation.support import cluster_of

__all__ = ["Knowledge", "Part", "State", "part_of", "states_of"]

NAMES = "alias"
"""The kind of claims that make up the names; all others make up clusters."""
DESCRIPTIONS = "description"
"""The kind of claims that belong to names, too, where it is known whose."""


@frozen
class State:
    """The records and claims of one story, in canonical order. Nothing of it is compared with another story."""

    key: str | None
    records: tuple[ArticleRecord, ...]
    claims: tuple[Claim, ...]


@frozen(eq=False)
class Part:
    """What one story comes to."""

    names: tuple[Name, ...]
    origins: tuple[Origin, ...]
    clusters: tuple[Cluster, ...]
    anchors: Mapping[str, Anchor]
    diagnostics: tuple[Diagnostic, ...]


def states_of(given: Extraction) -> Iterator[State]:
    """The state of each story of an extraction; a claim whose article has no record brings one that knows only its source."""
    records = {record.id: record for record in given.records}
    for claim in given.claims:
        mention = claim.mention
        if mention.article not in records:
            records[mention.article] = ArticleRecord(mention.article, source=mention.source, digest="")
    by_story: dict[str | None, tuple[list[ArticleRecord], list[Claim]]] = defaultdict(lambda: ([], []))
    for record in records.values():
        by_story[record.story][0].append(record)
    for claim in given.claims:
        by_story[records[claim.mention.article].story][1].append(claim)
    for story in sorted(by_story, key=lambda story: (story is not None, story or "")):
        found, claims = by_story[story]
        yield State(story, tuple(sorted(found, key=lambda record: record.id)), tuple(claims))


@frozen(eq=False)
class Knowledge:
    """What a user knows before any article is read: names, and who owns which outlet."""

    names: KnownNames
    owners: Owners


def part_of(
    story: State,
    matchers: Mapping[str, Matcher[Any]],
    plugins: Plugins,
    known: Knowledge,
    kept: Kept | None = None,
) -> Part:
    """The steps of the pipeline, in order: names, anchors, origins, then block, match, cluster and judge each kind.

    What is `kept` of each kind from an earlier look at the story is used, and what there is now put in its place.
    """
    records, claims = story.records, story.claims
    diagnostics: list[Diagnostic] = []
    voices = find_origins(records, known.owners)
    named = {claim.id: claim for claim in claims if claim.kind == NAMES}
    described = [claim for claim in claims if claim.kind == DESCRIPTIONS]
    found = register(
        (*named.values(), *described), story=story.key, known=known.names, voice_of=lambda claim: voices.of(claim)[0]
    )
    anchors = find_anchors(records, claims)
    rarity = _rarity(claims, {} if kept is None else kept.words)
    days = {record.id: record.published_day for record in records}
    context = Context(names=found.index, rarity=rarity, times=_times(claims), anchor=_days(anchors), published=days.get)
    if kept is not None:
        kept.readings.look_again(context, [record.id for record in records])
    published = {record.id: record.published for record in records}
    judge = partial(cluster_of, voices=voices, story=story.key, published=published)

    def heard_in(claim: Claim) -> Hashable:
        return voices.heard_in(claim), published.get(claim.mention.article)

    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind != NAMES:
            by_kind[claim.kind].append(claim)
    clusters: list[Cluster] = []
    for kind in sorted(by_kind):
        matcher = matchers.get(kind) or Matcher[Claim](kind)
        try:
            clusters += _clusters(by_kind[kind], matcher, context, judge, diagnostics, kept, heard_in)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a matcher that calls exit() ends nothing but its own comparisons
            if kind not in matchers:
                raise
            diagnostics.append(plugins.matcher_failed(kind, error))
            # The claims are kept; only those that say the same in the same words come together.
            apart = Matcher[Claim](kind, keys=lambda claim: ())
            clusters += _clusters(by_kind[kind], apart, context, judge, diagnostics, None, heard_in)
    contested = tuple(contested_roles(found.names, named, voices, story.key))
    names = with_disputes(found.names, contested)
    told = tuple(diagnostic if diagnostic.plugin else _of_story(diagnostic, story.key) for diagnostic in diagnostics)
    return Part(names, voices.origins, (*clusters, *contested), anchors, told)


def _clusters(
    claims: Iterable[Claim],
    matcher: Matcher[Any],
    context: Context,
    judge: Callable[[Group, Matcher[Any]], Cluster],
    diagnostics: list[Diagnostic],
    kept: Kept | None,
    heard_in: Callable[[Claim], Hashable],
) -> list[Cluster]:
    problems: list[str] = []
    compared = Comparisons()
    if kept is not None:
        matcher = kept.readings.kept_by(matcher)
        compared = kept.compared.pop(matcher.kind, compared)  # what was half done when a matcher failed is not kept
    nodes = nodes_of(claims, matcher, context, compared.nodes)
    groups = group_claims(nodes, matcher, problems, compared)
    if kept is None:
        made = [judge(group, matcher) for group in groups]
    else:
        kept.compared[matcher.kind] = compared
        made = kept.judged.clusters(matcher.kind, groups, lambda group: judge(group, matcher), heard_in)
    diagnostics += [Diagnostic("warning", problem) for problem in problems]
    return made


def _of_story(diagnostic: Diagnostic, story: str | None) -> Diagnostic:
    """The same with the name of the story, so that those of several stories are not taken for one."""
    return diagnostic if story is None else evolve(diagnostic, message=f"story {story!r}: {diagnostic.message}")


def _rarity(claims: Iterable[Claim], words: dict[str, frozenset[str]]) -> Rarity:
    """Rarity of content words over the distinct passages that claims other than names rest on; `words` has those known."""
    passages = {claim.mention.text for claim in claims if claim.kind != NAMES}
    for passage in passages - words.keys():
        words[passage] = frozenset(wording.content_words(passage))
    return Rarity.of(map(words.__getitem__, passages))


def _times(claims: Iterable[Claim]) -> Rarity:
    """Rarity of times over the distinct clauses that are dated."""
    dated: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.kind == "date" and isinstance(timex := claim.value.get("timex"), str):
            dated[claim.subject].add(timex)
    return Rarity.of((clause, *times) for clause, times in dated.items())


def _days(anchors: Mapping[str, Anchor]) -> Callable[[str], date | None]:
    def day_of(article: str) -> date | None:
        anchor = anchors.get(article)
        return anchor.day if anchor else None

    return day_of
