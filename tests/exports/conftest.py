"""Stories that exports are tried on: the seeds, and one that is as awkward as texts may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsrecon import Article, Claim, Extraction, Matcher, hookimpl, reconcile, relate_intervals
from newsrecon.records import record

SEEDS = tuple(
    Article(path.read_text("utf-8"), id=path.stem[:3], url=f"https://news.example/{path.stem[:3]}")
    for path in sorted(Path("seeds").glob("*.txt"))
)
AWKWARD = (
    Article(
        "\U0001f327 Rain & “wind” <b>fell</b> on 3 July 2025, according to Reuters.\r\n"
        "“It is \ud800 a dark\x00 day,” said Ann Poe.",
        id='../a "b"\n<c>',
        source="=cmd|' /C calc'!A0",
        title="-1+1",
        published="2025-07-04",
    ),
    Article("@SUM(1) opened on Monday. “It is a dark day,” said Ann Poe, the mayor.", id="b", source="+Post"),
)


@pytest.fixture(scope="session")
def seeds():
    return SEEDS


@pytest.fixture(scope="session")
def made(seeds):
    return reconcile(seeds)


@pytest.fixture(scope="session", params=["seeds", "awkward", "nothing"])
def story(request, made):
    """(reconciliation, its articles)."""
    articles = {"seeds": SEEDS, "awkward": AWKWARD, "nothing": ()}[request.param]
    return (made if request.param == "seeds" else reconcile(articles)), articles


@pytest.fixture(scope="session")
def picked():
    """A dispute whose best value a method of truth discovery picked, told by outlets of one owner."""
    told = {"The Daily": 12, "Echo": 12, "The Globe": 15, "The Post": 15}
    articles = [Article(f"{number} dead, {source} says", id=source, source=source) for source, number in told.items()]
    claims = [
        Claim("toll", "the dead", {"low": told[article.id], "high": told[article.id]}, article.mention(0, 7))
        for article in articles
    ]
    matcher = Matcher("toll", relate=relate_intervals("low", "high"))
    extraction = Extraction(tuple(claims), records=tuple(map(record, articles)))
    owners = {"The Daily": "Acme", "Echo": "Acme"}
    return reconcile(extraction, owners=owners, plugins=[Matchers(matcher)]).judged("vote")


class Matchers:
    """A plugin with one matcher."""

    def __init__(self, matcher):
        self.matcher = matcher

    @hookimpl
    def register_matchers(self):
        return [self.matcher]
