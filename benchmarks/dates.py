"""Dates side by side: newsrecon and what is installed of dateparser, recognizers-text and parsedatetime on one file.

    python benchmarks/dates.py ANNOTATED.jsonl            # {"text", "dct", "timexes": [{"start", "end", "value"}]} a line
    python benchmarks/dates.py ANNOTATED.jsonl --first 20 # only so many documents

Strict is F1 of equal spans, relaxed of overlapping ones, value of overlapping ones with the annotated TIMEX3 value, as in
TempEval-3. A peer that gives no TIMEX3 is read as kindly as can be: a moment as its day, a range by what it spans. Seconds are
CPU time of this process; the first document is read once before, so that loading does not count.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from newsrecon import Article
from newsrecon.extractors.dates import read_dates

Found = tuple[int, int, str]
Tagger = Callable[[str, datetime], Iterable[Found]]


def main() -> None:
    """Print one table: a row a tool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="JSON Lines, plain or .gz")
    parser.add_argument("--first", type=int, help="only so many documents")
    given = parser.parse_args()
    documents = read_documents(given.file)[: given.first]
    print(f"{'':<32}{'strict':>8}{'relaxed':>9}{'value':>8}{'KB/s':>8}", flush=True)
    for name, tagger in taggers():
        strict, relaxed, value, speed = measured(tagger, documents)
        print(f"{name:<32}{strict:>8.3f}{relaxed:>9.3f}{value:>8.3f}{speed:>8.0f}", flush=True)


def read_documents(path: Path) -> list[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def taggers() -> Iterator[tuple[str, Tagger]]:
    """newsrecon and the peers that can be imported, each with its version."""
    yield f"newsrecon {version('newsrecon')}", by_newsrecon
    for package, make in (
        ("recognizers-text-date-time", recognizers),
        ("dateparser", dateparser),
        ("parsedatetime", parsedatetime),
    ):
        try:
            yield f"{package} {version(package)}", make()
        except ImportError:
            continue


# ---------------------------------------------------------------- the tools


def by_newsrecon(text: str, published: datetime) -> Iterator[Found]:
    for reading in read_dates(Article(text, published=published)):
        yield reading.start, reading.end, reading.timex.value


def recognizers() -> Tagger:
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture

    def tag(text: str, published: datetime) -> Iterator[Found]:
        for found in recognize_datetime(text, Culture.English, reference=published):
            values = (found.resolution or {}).get("values") or [{}]
            yield found.start, found.end + 1, _timex(values[0])

    return tag


def _timex(value: dict[str, str]) -> str:
    """A resolution as a TIMEX3 value: its own TIMEX where that is known in full, else the day or moment it begins."""
    timex = value.get("timex", "")
    if timex and not re.search(r"X|[(]", timex):
        return timex
    moment = value.get("value") or value.get("start") or timex
    return moment.replace(" ", "T")[:16]


def dateparser() -> Tagger:
    from dateparser.search import search_dates

    def tag(text: str, published: datetime) -> Iterator[Found]:
        place = 0
        for words, moment in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": published}) or ():
            start = text.find(words, place)
            if start >= 0:
                place = start + len(words)
                yield start, place, moment.date().isoformat()

    return tag


def parsedatetime() -> Tagger:
    from parsedatetime import Calendar

    calendar = Calendar()

    def tag(text: str, published: datetime) -> Iterator[Found]:
        for moment, kind, start, end, _ in calendar.nlp(text, published) or ():
            yield start, end, moment.date().isoformat() if kind == 1 else f"{moment:%Y-%m-%dT%H:%M}"

    return tag


# ---------------------------------------------------------------- the measures


def measured(tagger: Tagger, documents: list[dict[str, Any]]) -> tuple[float, float, float, float]:
    """Strict, relaxed and value F1, and kilobytes a second."""
    gold = ours = strict = hits = reached = right = size = 0
    seconds = 0.0
    list(tagger(documents[0]["text"], moment_of(documents[0])))
    for document in documents:
        text = document["text"]
        begun = time.process_time()
        found = [(*trimmed(text, start, end), value) for start, end, value in tagger(text, moment_of(document))]
        seconds += time.process_time() - begun
        size += len(text.encode())
        known = [(*trimmed(text, one["start"], one["end"]), one.get("value") or "") for one in document["timexes"]]
        gold, ours = gold + len(known), ours + len(found)
        places = {(start, end) for start, end, _ in known}
        strict += sum((start, end) in places for start, end, _ in found)
        hits += sum(any(overlap(one, other) for other in known) for one in found)
        for one in known:
            if touching := [other for other in found if overlap(one, other)]:
                reached += 1
                best = max(touching, key=lambda other: overlap(one, other))
                right += best[2].upper() == one[2].upper()
    relaxed = f1(hits / max(ours, 1), reached / max(gold, 1))
    return (
        f1(strict / max(ours, 1), strict / max(gold, 1)),
        relaxed,
        relaxed * right / max(reached, 1),
        size / 1000 / seconds,
    )


def moment_of(document: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(document["dct"])


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without white space, punctuation and marks at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def overlap(one: Found, other: Found) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    main()
