"""Quotes side by side: newsrecon and, where it is installed with a spaCy model, textacy, on one file of annotated news.

    python benchmarks/quotes.py ANNOTATED.jsonl            # see annotated_quotes.py
    python benchmarks/quotes.py ANNOTATED.jsonl --first 20 # only so many documents
    python benchmarks/quotes.py ANNOTATED.jsonl --model en_core_web_md

refused: documents that raise. segments: F1 of parts in quotation marks, equal word for word. speaker: of the annotated direct
quotes with a speaker, the share whose found counterpart covers half of it and has the right head. direct, all: F1 of contents
that share half of their words with the annotated one, of those all in marks and of all; full: with the right speaker, too.
KB/s of text in CPU time of this process; the first document is read once before, so that loading does not count.

textacy reads direct quotations only, and refuses a document with an odd number of marks; by paragraphs it refuses less.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from annotated_quotes import HALF, Quote, annotated, in_marks, matched, quote_of, read_documents, same_speaker
from sieves import spans_of

from newsrecon import Article, extract, load_plugins

Spans = list[tuple[int, int]]
Found = tuple[Spans, Spans]
"""The spans of a content, and those of its speaker."""
Reader = Callable[[str], Iterable[Found]]

COLUMNS = ("refused", "segments", "speaker", "direct", "all", "full", "KB/s")


def main() -> None:
    """Print one table: a row a tool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="JSON Lines, plain or .gz")
    parser.add_argument("--first", type=int, help="only so many documents")
    parser.add_argument("--model", default="en_core_web_sm", help="the spaCy model for textacy")
    given = parser.parse_args()
    documents = list(read_documents(given.file))[: given.first]
    print(f"{'':<32}" + "".join(f"{column:>10}" for column in COLUMNS), flush=True)
    for name, reader in readers(given.model):
        refused, *figures, speed = measured(reader, documents)
        print(
            f"{name:<32}{refused:>10}" + "".join(f"{figure:>10.3f}" for figure in figures) + f"{speed:>10.0f}",
            flush=True,
        )


def readers(model: str) -> Iterator[tuple[str, Reader]]:
    """newsrecon, and the peers that can be imported, each with its version."""
    yield f"newsrecon {version('newsrecon')}", newsrecon()
    try:
        read = textacy(model)
    except (ImportError, OSError):
        return
    yield f"textacy {version('textacy')}", read
    yield f"textacy {version('textacy')}, by paragraphs", by_paragraphs(read)


# ---------------------------------------------------------------- the tools


def newsrecon() -> Reader:
    plugins = load_plugins(disable=["dates", "statements", "quantities"], strict=True)

    def read(text: str) -> Iterator[Found]:
        for claim in extract(Article(text), plugins=plugins).claims:
            if claim.kind == "quote":
                yield spans_of(claim.value)

    return read


def textacy(model: str) -> Reader:
    nlp = import_module("spacy").load(model)
    direct_quotations = import_module("textacy.extract.triples").direct_quotations

    def read(text: str) -> Iterator[Found]:
        for found in direct_quotations(nlp(text)):
            content = [(found.content.start_char, found.content.end_char)]
            yield content, [(token.idx, token.idx + len(token)) for token in found.speaker]

    return read


def by_paragraphs(read: Reader) -> Reader:
    def read_each(text: str) -> Iterator[Found]:
        start = 0
        for line in text.splitlines(keepends=True):
            try:
                for found in list(read(line)):
                    content, speaker = ([(first + start, last + start) for first, last in part] for part in found)
                    yield content, speaker
            except ValueError:
                pass  # this paragraph is refused, and the others are read
            start += len(line)

    return read_each


# ---------------------------------------------------------------- the measures


def measured(reader: Reader, documents: list[dict[str, Any]]) -> tuple[float, ...]:
    """Documents refused, the figures in the order of the columns, and kilobytes a second."""
    counts: Counter[str] = Counter()
    seconds, size = 0.0, 0
    list(reader(documents[0]["text"]))
    for document in documents:
        text = document["text"]
        begun = time.process_time()
        try:
            found = list(reader(text))
        except ValueError:
            found = []
            counts["refused"] += 1
        seconds += time.process_time() - begun
        size += len(text.encode())
        inside = in_marks(text)
        ours = [quote for one in found if (quote := quote_of(text, *one, inside)).content]
        count(counts, ours, annotated(document, inside))
    return (
        counts["refused"],
        f1(counts["segments right"], counts["segments found"], counts["segments known"]),
        counts["speakers right"] / max(counts["speakers"], 1),
        f1(counts["direct right"], counts["direct found"], counts["direct known"]),
        f1(counts["right"], counts["found"], counts["known"]),
        f1(counts["right in full"], counts["found"], counts["known"]),
        size / 1000 / seconds,
    )


def count(counts: Counter[str], ours: list[Quote], gold: list[Quote]) -> None:
    """Add up one document."""
    here, there = ({segment for quote in side for segment in quote.segments} for side in (ours, gold))
    counts.update({"segments found": len(here), "segments known": len(there), "segments right": len(here & there)})
    for quote in gold:
        if quote.direct and quote.speaker:
            best = max(ours, key=lambda one: len(one.content & quote.content), default=None)
            covers = best is not None and len(best.content & quote.content) >= HALF * len(quote.content)
            counts["speakers"] += 1
            counts["speakers right"] += best is not None and covers and same_speaker(best, quote)
    chosen = matched(ours, gold)
    counts.update({"found": len(ours), "known": len(gold), "right": len(chosen)})
    counts["right in full"] += sum(same_speaker(ours[place], gold[at]) for place, at in chosen.items())
    counts["direct found"] += sum(quote.direct for quote in ours)
    counts["direct known"] += sum(quote.direct for quote in gold)
    counts["direct right"] += sum(ours[place].direct and gold[at].direct for place, at in chosen.items())


def f1(right: int, found: int, known: int) -> float:
    return 2 * right / (found + known) if found + known else 0.0


if __name__ == "__main__":
    main()
