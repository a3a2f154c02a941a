"""How much at once: reconciliation, truth discovery, origins and stories, at the sizes of an archive.

    python benchmarks/reconcile.py                     # 1,000,000 claims, made of the seeds
    python benchmarks/reconcile.py FILE_OR_FOLDER      # made of sentences of your own
    python benchmarks/reconcile.py --claims 100000     # fewer
    python benchmarks/reconcile.py --only stories      # one table

Claims are read from made-up articles on a few events, each article some sentences of the given ones with words left out and
numbers changed, and are then told again of other events, with other words and names of the same length in place of theirs.
CPU time of this process and the most memory it ever held; what the claims are made with is not counted.
"""

from __future__ import annotations

import argparse
import functools
import gc
import operator
import random
import re
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from speed import SEEDS, sentences_of, story, table

from newsrecon import Article, Claim, Extraction, Mention, Reconciler, discover, extract, read, reconcile, stories
from newsrecon.reconciliation.origins import find_origins
from newsrecon.records import record
from newsrecon.wording import content_word

EVENTS, CROWD = 8, 10
"""Events that claims are read of, and articles on each."""
ONE_STORY = 400
VOTES, VOTERS = 1_000_000, 5_000
ARTICLES = 4_000
QUOTES, VOCABULARY, SPEAKERS = 100_000, 30_000, 1_000
"""Quotes of one story, the made-up words that are said in them, and who says them."""
TABLES = ("claims", "one story", "quotes", "new", "votes", "origins", "stories")


def main() -> None:
    """Measure what is asked for and print one table for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "paths", nargs="*", default=[str(SEEDS)], help="articles to take sentences from; the seeds without any"
    )
    parser.add_argument("--claims", type=int, default=1_000_000, help="how many; the other sizes shrink with it")
    parser.add_argument("--only", choices=TABLES, action="append", help="one table; may be given several times")
    given = parser.parse_args()
    articles = read(given.paths).articles
    share = min(1.0, given.claims / 1_000_000)
    measures: dict[str, Callable[[], Iterable[tuple[str, str]]]] = {
        "claims": lambda: many_stories(articles, given.claims),
        "one story": lambda: one_story(articles, max(8, round(ONE_STORY * share))),
        "quotes": lambda: remarks(round(QUOTES * share)),
        "new": lambda: what_is_new(articles, given.claims // 10),
        "votes": lambda: votes(round(VOTES * share)),
        "origins": lambda: origins(articles, round(ARTICLES * share)),
        "stories": lambda: streams(articles, round(ARTICLES * share)),
    }
    for name in given.only or TABLES:
        table(name, measures[name]())


def spent(work: Callable[[], Any]) -> tuple[float, Any]:
    """The CPU time that some work takes, and what it gives."""
    gc.collect()
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def memory() -> str:
    """The most that this process ever held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{peak / (1 << 30 if sys.platform == 'darwin' else 1 << 20):.2f} GB"


# ---------------------------------------------------------------- reconciliation


def many_stories(articles: Sequence[Article], count: int) -> Iterator[tuple[str, str]]:
    before = memory()
    given, took = made(articles, count), 0.0
    yield f"{len(given):,} claims of {len(given.records):,} articles held", f"{memory()} ({before} before)"
    took, found = spent(lambda: reconcile(given))
    yield "reconciled, CPU seconds", f"{took:.1f}"
    yield "claims a second", f"{len(given) / took:,.0f}"
    yield "clusters", f"{len(found):,}"
    yield "most memory", memory()


def one_story(articles: Sequence[Article], size: int) -> Iterator[tuple[str, str]]:
    told = story(articles, size)
    reading, given = spent(lambda: extract(told))
    took, found = spent(lambda: reconcile(given))
    yield f"{size} articles of one story, {len(given):,} claims: read", f"{reading:.1f}"
    yield "reconciled", f"{took:.1f}"
    for diagnostic in found.diagnostics:
        if diagnostic.level == "warning":
            yield f"  {diagnostic.message}", ""


def remarks(count: int) -> Iterator[tuple[str, str]]:
    """Remarks of made-up words, a few of them in every third remark, each told by four outlets: whole, cut, reworded."""
    chance = random.Random(2025)
    words = ["".join(chance.choices("bdfgklmnprstv", k=6)) for _ in range(VOCABULARY)]
    often = [1 / (rank + 10) for rank in range(VOCABULARY)]
    claims = []
    said: list[str] = []
    for number in range(count):
        outlet = number % 4
        if outlet == 0:
            said = chance.choices(words, often, k=chance.randint(8, 24))
            speaker = f"Speaker {chance.choice(words)} {number % SPEAKERS}"
        told = said[: len(said) * 2 // 3] if outlet == 1 else list(said)
        if outlet == 2:
            told[chance.randrange(len(told))] = chance.choice(words)
        text = " ".join(told).capitalize() + "."
        article = Article(text, id=f"{number // 20} {outlet}", source=f"Outlet {outlet}")
        part = {"start": 0, "end": len(text), "text": text}
        value = {"form": "direct", "content": [part], "cue": None, "speaker": None, "quoted": [], "name": speaker}
        claims.append(Claim("quote", speaker, value, article.mention(0, len(text))))
    took, found = spent(lambda: reconcile(Extraction(tuple(claims))))
    yield f"{count:,} quotes of one story: CPU seconds", f"{took:.1f}"
    yield "utterances", f"{len(found):,}"
    yield "most memory", memory()


def what_is_new(articles: Sequence[Article], count: int) -> Iterator[tuple[str, str]]:
    """One article more: in a small story among many that stay as they are, and in one large story."""
    given = made(articles, count)
    desk = Reconciler()
    desk.add(given)
    everything, _ = spent(lambda: desk.reconciliation)
    key = given.records[0].story
    new = Article(
        story(articles, CROWD + 1)[-1].text, id="new", source="The Newcomer", published="2025-07-04", story=key
    )

    def add() -> object:
        desk.add(new)
        return desk.reconciliation

    one, _ = spent(add)
    yield f"{len(given):,} claims, all of them", f"{everything:.2f}"
    yield "one article more", f"{one:.2f}"
    size = max(8, ONE_STORY * count // 100_000)
    *known, last, next_one = map(extract, story(articles, size + 2))
    desk = Reconciler()
    desk.add(functools.reduce(operator.or_, known))
    everything, _ = spent(lambda: desk.reconciliation)
    yield f"{size} articles of one story, all of them", f"{everything:.2f}"
    for name, article in (("one article more, read before", last), ("and another", next_one)):
        desk.add(article)
        one, _ = spent(lambda: desk.reconciliation)
        yield name, f"{one:.2f}"
    yield "most memory", memory()


def made(articles: Sequence[Article], count: int) -> Extraction:
    """So many claims, of as many events as it takes."""
    chance = random.Random(2025)
    words = Words(random.Random(7))
    told = [told_of for number in range(EVENTS) for told_of in [event(articles, number)]]
    claims: list[Claim] = []
    records = []
    number = 0
    while len(claims) < count:
        key = f"story {number:05}"
        again = words.replaced(chance)
        for article, found in told[number % EVENTS]:
            name = f"{key} {article.id}"
            text = again(article.text)
            copy = Article(text, id=name, source=article.source, published=article.published, story=key)
            records.append(record(copy))
            claims += [retold(claim, name, text, again) for claim in found]
        number += 1
    return Extraction(tuple(claims), records=tuple(records))


def event(articles: Sequence[Article], number: int) -> list[tuple[Article, tuple[Claim, ...]]]:
    """Some articles on one event, each with its claims; a sentence is told by three of ten."""
    chance = random.Random(number)
    sentences = sentences_of(articles)
    chosen = chance.sample(sentences, min(60, len(sentences)))
    told = story([Article("\n\n".join(chosen))], CROWD)
    found = extract(told)
    return [(article, tuple(claim for claim in found if claim.mention.article == article.id)) for article in told]


TIMES = {"anchor", "begin", "edtf", "end", "expression", "mod", "timex"}
KEPT = TIMES | {"bound", "class", "form", "from", "gender", "modality", "order", "slot", "speaker_type", "type", "unit"}
"""Keys of values that are no words of the text."""

WORD = re.compile(r"[^\W\d_]{4,}")


class Words:
    """Made-up words of every length, to be put in place of those of a text so that no offset changes."""

    def __init__(self, chance: random.Random) -> None:
        self._by_length: dict[int, list[str]] = {}
        for length in range(4, 31):
            letters = [("bcdfghklmnprstvw", "aeiou")[place % 2] for place in range(length)]
            self._by_length[length] = ["".join(map(chance.choice, letters)) for _ in range(4_000)]

    def replaced(self, chance: random.Random) -> Callable[[str], str]:
        """A way of telling a text again in which each content word has one other word throughout."""
        known: dict[str, str] = {}

        def other(match: re.Match[str]) -> str:
            word = match[0]
            if word not in known:
                low = word.lower()
                keep = len(word) > 30 or not content_word(word) or chance.random() < 0.3
                new = low if keep else known.setdefault(f" {low}", chance.choice(self._by_length[len(word)]))
                known[word] = word if keep else new.capitalize() if word[0].isupper() else new
            return known[word]

        return lambda text: WORD.sub(other, text)


def retold(claim: Claim, article: str, text: str, again: Callable[[str], str]) -> Claim:
    mention = claim.mention
    place = Mention(article, source=mention.source, span=mention.span, text=mention.span.of(text))
    return Claim(claim.kind, again(claim.subject), retold_value(claim.value, again), place, extractor=claim.extractor)


def retold_value(value: Any, again: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return again(value)
    if isinstance(value, Mapping):
        return {key: inner if key in KEPT else retold_value(inner, again) for key, inner in value.items()}
    return [retold_value(inner, again) for inner in value] if isinstance(value, tuple) else value


# ---------------------------------------------------------------- votes, origins, stories


def votes(count: int) -> Iterator[tuple[str, str]]:
    """Origins of different accuracy, each with a few hundred votes; a wrong one has one of five wrong values."""
    chance = random.Random(2025)
    right = [chance.uniform(0.4, 0.95) for _ in range(VOTERS)]
    slots = max(1, count // 10)
    given = []
    for number in range(count):
        voter, slot = chance.randrange(VOTERS), number % slots
        value = "right" if chance.random() < right[voter] else f"wrong {chance.randrange(5)}"
        given.append((f"origin {voter}", f"slot {slot}", f"{value} of {slot}"))
    for method in ("vote", "accu", "accu-copy", "truthfinder", "pooled-investment", "hierarchical"):
        took, _ = spent(lambda method=method: discover(given, method=method))
        yield f"{count:,} votes, {method}: CPU seconds", f"{took:.1f}"


def origins(articles: Sequence[Article], count: int) -> Iterator[tuple[str, str]]:
    told = copied(articles, count)
    reading, records = spent(lambda: [record(article) for article in told])
    took, found = spent(lambda: find_origins(records))
    yield f"{count:,} articles of one story: sketched, articles a second", f"{count / reading:,.0f}"
    yield "origins found, articles a second", f"{count / took:,.0f}"
    yield "both, articles a second", f"{count / (reading + took):,.0f}"
    yield "origins", f"{len(found.origins):,}"


def streams(articles: Sequence[Article], count: int) -> Iterator[tuple[str, str]]:
    told = copied(articles, count)
    took, found = spent(lambda: stories(told))
    yield f"{count:,} articles, articles a second", f"{count / took:,.0f}"
    yield "stories", f"{len(found):,}"


def copied(articles: Sequence[Article], count: int) -> list[Article]:
    """Articles on many events, with words of their own; each third one is a cut copy of the one before."""
    chance = random.Random(2025)
    words = Words(random.Random(7))
    found: list[Article] = []
    while len(found) < count:
        again = words.replaced(chance)
        for article in story(articles, min(CROWD, count - len(found))):
            text = again(article.text)
            if len(found) % 3 == 2:
                text = found[-1].text[: len(text) * 4 // 5]
            day = date(2025, 1, 1) + timedelta(len(found) * 365 // count)
            title = text[: text.find(" ", 40)]
            found.append(
                Article(text, id=f"{len(found):06}", title=title, source=f"Outlet {len(found)}", published=day)
            )
    return found


if __name__ == "__main__":
    main()
