"""How fast: extraction, each extractor alone, growth with the length of a text, growth of reconciliation, import.

    python benchmarks/speed.py                  # on the seeds, repeated
    python benchmarks/speed.py FILE_OR_FOLDER   # on texts of your own
    python benchmarks/speed.py --quick          # a tenth of the work

CPU time of this process; figures depend on the machine, exponents hardly. An exponent of 1 is linear growth.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from newsrecon import Article, Plugins, extract, load_plugins, read, reconcile

SEEDS = Path(__file__).parent.parent / "seeds"
LENGTHS = (50_000, 100_000, 200_000, 400_000)
CROWDS = (25, 50, 100, 200, 400)


def main() -> None:
    """Measure everything and print one table for each question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[str(SEEDS)], help="articles to read; the seeds without any")
    parser.add_argument("--quick", action="store_true", help="a tenth of the work")
    given = parser.parse_args()
    articles = read(given.paths).articles
    part = 10 if given.quick else 1
    table("import", [("import newsrecon", f"{import_seconds():.2f} s")])
    table("extraction, KB of text a CPU second", throughput(repeated(articles, 1_000_000 // part)))
    table("extraction of one text, CPU seconds", growth(lengths(articles, part), lambda text: extract(text)))
    table("reconciliation of one story, CPU seconds", growth(crowds(articles, part), lambda claims: reconcile(claims)))


def table(title: str, rows: Iterable[tuple[str, str]]) -> None:
    print(f"\n{title}")
    for label, figure in rows:
        print(f"  {label:<42} {figure:>12}", flush=True)


def seconds(work: Callable[[], object], repeat: int = 1) -> float:
    """The least CPU time that some work takes."""
    best = math.inf
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def import_seconds() -> float:
    """Seconds from nothing to `import newsrecon`, less those that the interpreter takes by itself; the least of five."""

    def started(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - start

    return min(started("import newsrecon") for _ in range(5)) - min(started("") for _ in range(5))


# ---------------------------------------------------------------- extraction


def repeated(articles: Sequence[Article], size: int) -> list[Article]:
    """The articles again and again, each time under another id, until they hold so many characters."""
    found: list[Article] = []
    total = 0
    while total < size:
        for article in articles:
            if article.text.strip():
                found.append(copy_of(article, f"{article.id} {len(found)}"))
                total += len(article.text)
        if not total:
            raise SystemExit("there is no text to read")
    return found


def copy_of(article: Article, name: str) -> Article:
    """The same article, none of it read yet."""
    return Article(article.text, id=name, published=article.published or date(2025, 7, 3), source=name)


def throughput(articles: Sequence[Article]) -> Iterable[tuple[str, str]]:
    kilobytes = sum(len(article.text.encode("utf-8", "surrogatepass")) for article in articles) / 1000
    every = load_plugins()
    extract(articles[:1])

    def figure(plugins: Plugins) -> str:
        fresh = [copy_of(article, article.id) for article in articles]
        return f"{kilobytes / seconds(lambda: extract(fresh, plugins=plugins)):.0f}"

    yield "all plugins", figure(every)
    others = [info.name for info in every.infos if info.distribution != "newsrecon"]
    yield "the built-in ones", figure(load_plugins(disable=others))
    names = [info.name for info in every.infos if "extract_claims" in info.hooks]
    for name in names:
        yield f"{name} alone", figure(load_plugins(disable=[other for other in names if other != name]))
    yield "none: the record of the article only", figure(load_plugins(entry_points=False))


def lengths(articles: Sequence[Article], part: int) -> Iterable[tuple[str, int, Article]]:
    """Texts of growing length, in paragraphs, made of sentences that vary; the longest once more in one line."""
    chance = random.Random(2025)
    sentences = sentences_of(articles)
    parts: list[str] = []
    total = 0
    while total < LENGTHS[-1] // part:
        parts.append(
            " ".join(varied(sentence, chance) for sentence in chance.sample(sentences, min(3, len(sentences))))
        )
        total += len(parts[-1])
    text = "\n\n".join(parts)
    for length in LENGTHS:
        size = length // part
        yield f"{size:,} characters", size, Article(text[:size], id="long", published="2025-07-03")
    size = LENGTHS[-1] // part
    line = re.sub(r"\s+", " ", text)[:size]
    yield f"{size:,} characters in one line", 0, Article(line, id="line", published="2025-07-03")


# ---------------------------------------------------------------- reconciliation


def crowds(articles: Sequence[Article], part: int) -> Iterable[tuple[str, int, object]]:
    """Extractions of growing numbers of articles of one story, each made of sentences of the given ones, varied."""
    told = story(articles, max(CROWDS[-1] // part, 8))
    for crowd in CROWDS:
        size = crowd // part
        if size > 1:
            state = extract(told[:size])
            yield f"{size} articles, {len(state)} claims", size, state


def story(articles: Sequence[Article], count: int) -> list[Article]:
    """Made-up articles: each takes some sentences of the given ones, leaves words out, and has other numbers and days."""
    chance = random.Random(2025)
    sentences = sentences_of(articles)
    told = []
    for number in range(count):
        chosen = chance.sample(sentences, min(20, len(sentences)))
        text = "\n\n".join(varied(sentence, chance) for sentence in chosen)
        day = date(2025, 7, 3) + timedelta(chance.randrange(3))
        told.append(Article(text, id=f"{number:04}", source=f"Outlet {number}", published=day))
    return told


def sentences_of(articles: Sequence[Article]) -> list[str]:
    """Every sentence that is no boilerplate."""
    found = [span.of(article.text) for article in articles for span in article.sentences]
    return found or [article.text for article in articles]


def varied(sentence: str, chance: random.Random) -> str:
    """A sentence with some words left out and its numbers changed now and then."""
    words = [word for word in sentence.split(" ") if word[:1].isupper() or chance.random() > 0.08]
    return " ".join(
        str(int(word) + chance.randrange(2)) if word.isdecimal() and len(word) < 5 else word for word in words
    )


# ---------------------------------------------------------------- growth


def growth(cases: Iterable[tuple[str, int, object]], work: Callable[[object], object]) -> Iterable[tuple[str, str]]:
    """The time of each case, and the exponent with which time grows with size."""
    points = []
    for label, size, case in cases:
        spent = seconds(lambda case=case: work(case))
        if size:
            points.append((math.log(size), math.log(max(spent, 1e-6))))
        yield label, f"{spent:.2f}"
    yield "exponent", f"{slope(points):.2f}"


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the line of least squares."""
    across = sum(x for x, _ in points) / len(points)
    up = sum(y for _, y in points) / len(points)
    return sum((x - across) * (y - up) for x, y in points) / sum((x - across) ** 2 for x, _ in points)


if __name__ == "__main__":
    main()
