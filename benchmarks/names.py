"""How well and how fast names are compared, beside whichever peers are installed; how fast a register of many names grows.

    python benchmarks/names.py PAIRS.jsonl…   # pairs of names, one a line: {"a", "b", "is_match", "type"?}
    python benchmarks/names.py                # speed and growth only, on made-up names
    python benchmarks/names.py --names 25000  # a smaller register

A register compares only names that share a block; how many pairs it thereby misses is printed below each table.
`own` is F1 of a tool's own decision, `best` F1 at the threshold that suits these pairs best, pairs a second are CPU time.
Peers: nomenklatura (the matchers of OpenSanctions), rapidfuzz, nameparser. A peer that is not installed has no row.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from newsrecon import Article, Claim, Extraction, compare_names, gazetteer, reconcile
from newsrecon.extractors.aliases import extract_claims
from newsrecon.parsed_names import parse_name
from newsrecon.reconciliation.name_links import block_keys
from newsrecon.spelling import fold

Pair = dict[str, Any]
Scorer = Callable[[str, str, str], float]
SEEDS = Path(__file__).parents[1] / "seeds"
REGISTERS = (12_500, 25_000, 50_000, 100_000)
SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ren",
    "to",
    "sha",
    "vi",
    "dor",
    "bel",
    "an",
    "ski",
    "ov",
    "ez",
    "er",
    "mann",
    "ton",
    "ham",
    "ri",
    "chu",
    "wen",
    "zo",
    "pa",
    "ne",
    "gu",
    "li",
    "ster",
]


def main() -> None:
    """Print a table for each file of pairs, then speed on made-up names and the growth of the register."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="pairs of names as JSON Lines")
    parser.add_argument("--names", type=int, default=100_000, help="the size of the largest register")
    given = parser.parse_args()
    tools = dict(peers())
    for file in given.files:
        pairs = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
        print(f"\n{file.stem}: {len(pairs)} pairs, {sum(pair['is_match'] for pair in pairs)} of one")
        print(f"  {'':<22} {'own':>6} {'best':>6} {'pairs/s':>10}")
        for name, (score, threshold) in tools.items():
            print(f"  {name:<22} {row(pairs, score, threshold)}", flush=True)
        met, joined, called = blocking(pairs)
        print(
            f"  of {called} pairs rightly called one, {met} meet in a block of the register and {joined} become one name"
        )
    made_up = sorted(names(2000))
    print(f"\ncomparisons of made-up names, each with each: {round(warm_comparisons(made_up)):,} a second")
    split, whole = detection()
    print(f"names found in the seeds: {round(split):,} KB/s after sentences are split, {round(whole):,} with that")
    print("\nregister of names")
    points = []
    for size in (size for size in REGISTERS if size <= given.names):
        spent = register_seconds(size)
        points.append((math.log(size), math.log(spent)))
        print(f"  {size:>8,} names {spent:>8.2f} s", flush=True)
    if len(points) > 1:
        print(f"  exponent {(points[-1][1] - points[0][1]) / (points[-1][0] - points[0][0]):>13.2f}")


# ---------------------------------------------------------------- tools


def peers() -> Iterator[tuple[str, tuple[Scorer, float]]]:
    """Each tool with its score of two names and the score from which it calls them one."""
    yield "newsrecon", (lambda a, b, type: _decided(compare_names(a, b)), 0.5)
    yield "newsrecon, type given", (lambda a, b, type: _decided(compare_names(a, b, type)), 0.5)
    try:
        from rapidfuzz.fuzz import WRatio
        from rapidfuzz.utils import default_process

        yield "rapidfuzz WRatio", (lambda a, b, type: WRatio(a, b, processor=default_process) / 100, 0.9)
    except ImportError:
        pass
    try:
        from nameparser import HumanName

        yield "nameparser", (lambda a, b, type: _same_parts(HumanName(a), HumanName(b)), 0.5)
    except ImportError:
        pass
    with suppress(ImportError):
        yield from _nomenklatura()


def _decided(comparison: Any) -> float:
    """The score, moved above a half if and only if the names are called one, so that one number holds both."""
    return (1 + comparison.score) / 2 if comparison.same else comparison.score / 2


def _same_parts(left: Any, right: Any) -> float:
    return float(left.first.lower() == right.first.lower() and left.last.lower() == right.last.lower())


def _nomenklatura() -> Iterator[tuple[str, tuple[Scorer, float]]]:
    from followthemoney import model
    from followthemoney.proxy import EntityProxy
    from nomenklatura.matching import get_algorithm

    def entity(name: str, type: str) -> EntityProxy:
        schema = type if type in ("Person", "Company", "Organization", "Vessel") else "LegalEntity"
        made = model.make_entity(schema)
        made.id = name
        made.add("name", name)
        return made

    for name in ("logic-v1", "logic-v2", "name-based"):
        algorithm = get_algorithm(name)
        if algorithm is not None:
            config = algorithm.default_config()

            def score(a: str, b: str, type: str, algorithm: Any = algorithm, config: Any = config) -> float:
                return float(algorithm.compare(entity(a, type), entity(b, type), config).score)

            yield f"nomenklatura {name}", (score, 0.7)


# ---------------------------------------------------------------- pairs


def row(pairs: Sequence[Pair], score: Scorer, threshold: float) -> str:
    start = time.process_time()
    scores = [(score(pair["a"], pair["b"], pair.get("type") or ""), bool(pair["is_match"])) for pair in pairs]
    spent = time.process_time() - start
    best = max((f1(scores, limit) for limit in {value for value, _ in scores if value > 0}), default=0.0)
    return f"{f1(scores, threshold):>6.3f} {best:>6.3f} {len(pairs) / spent:>10,.0f}"


def f1(scores: Iterable[tuple[float, bool]], threshold: float) -> float:
    right = wrong = missed = 0
    for score, match in scores:
        taken = score >= threshold
        right += taken and match
        wrong += taken and not match
        missed += match and not taken
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


# ---------------------------------------------------------------- blocks


def blocking(pairs: Iterable[Pair]) -> tuple[int, int, int]:
    """Of the pairs rightly called one: how many share a block, how many a register makes one, and how many there are."""
    met = joined = called = 0
    for pair in pairs:
        type = KINDS.get(pair.get("type") or "", "organization")
        if pair["is_match"] and compare_names(pair["a"], pair["b"], type).same:
            called += 1
            left, right = (set(keys(pair[side], type)) for side in "ab")
            met += not left.isdisjoint(right)
            state = Extraction([mention(number, pair[side], type) for number, side in enumerate("ab")])
            joined += len(reconcile(state, plugins=[]).names) == 1
    return met, joined, called


KINDS = {"person": "person", "Person": "person"}


def keys(name: str, type: str) -> Iterator[str]:
    yield fold(name)
    yield from block_keys(parse_name(name, type).words or (fold(name),), is_person=type == "person")


def mention(number: int, name: str, type: str) -> Claim:
    """A claim that an article of its own has the name."""
    article = Article(name, id=f"{number:06}", source=f"Outlet {number % 50}")
    value = {"full": name, "type": type, "role": None, "gender": None}
    return Claim("alias", name, value, article.mention(0, len(name)))


# ---------------------------------------------------------------- speed


def names(count: int) -> set[str]:
    """Made-up names of persons: given names that exist, family names of which a third exist."""
    chance = random.Random(2025)
    given, families = sorted(gazetteer.given_names()), sorted(gazetteer.family_names())
    found: set[str] = set()
    while len(found) < count:
        made = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 3)))
        family = chance.choice(families) if chance.random() < 0.3 else made
        found.add(f"{chance.choice(given)} {family}".title())
    return found


def warm_comparisons(made_up: Sequence[str], count: int = 200_000) -> float:
    """Comparisons a second of pairs that were not compared before, of names that were."""
    chance = random.Random(2025)
    pairs = [(chance.choice(made_up), chance.choice(made_up)) for _ in range(count)]
    for name in made_up:
        compare_names(name, made_up[0])
    start = time.process_time()
    for one, two in pairs:
        compare_names(one, two)
    return count / (time.process_time() - start)


def detection(rounds: int = 40) -> tuple[float, float]:
    """KB of text a second in which names are found, without and with the splitting into sentences; the best round."""
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    kilobytes = sum(map(len, texts)) / 1000
    spent = []
    for _ in range(rounds):
        articles = [Article(text, id=str(number)) for number, text in enumerate(texts)]
        start = time.process_time()
        for article in articles:
            article.sentences  # noqa: B018 - computed once and kept
        middle = time.process_time()
        for article in articles:
            extract_claims(article)
        spent.append((time.process_time() - middle, time.process_time() - start))
    return kilobytes / min(one for one, _ in spent), kilobytes / min(two for _, two in spent)


def register_seconds(size: int) -> float:
    """CPU seconds to reconcile so many names, each said once."""
    state = Extraction([mention(number, name, "person") for number, name in enumerate(sorted(names(size)))])
    start = time.process_time()
    reconcile(state, plugins=[])
    return time.process_time() - start


if __name__ == "__main__":
    main()
