"""How often each sieve of the quote extractor is right, on annotated news: the table `data/sieves.toml`.

    python benchmarks/sieves.py ANNOTATED.jsonl            # prints the table; see annotated_quotes.py
    python benchmarks/sieves.py ANNOTATED.jsonl --least 80 # sieves with fewer quotes count as rare

A quote is right where half of the words of its content and of the annotated one together are in both, matched one to one, and a
third of the words of its speaker are of the annotated speaker. So the figure is for content and speaker both.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotated_quotes import annotated, in_marks, matched, quote_of, read_documents, same_speaker

from newsrecon import Article, extract, load_plugins

FORMS = ("direct", "mixed", "indirect", "attitude")
FEWEST = 20
"""Quotes that the rare sieves of a form need together; below, the figure of the whole form stands for them."""


def main() -> None:
    """Print the table as TOML."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="JSON Lines, plain or .gz")
    parser.add_argument("--least", type=int, default=50, help="quotes that a sieve needs for a figure of its own")
    given = parser.parse_args()
    found, right = counted(read_documents(given.file))
    print("[precision]")
    for rule, count in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])):
        if count >= given.least:
            print(f'"{rule}" = {share(right[rule], count)}  # of {count}')
    for form in FORMS:
        of_form = [rule for rule in found if rule.endswith(f" {form}")]
        rare = [rule for rule in of_form if found[rule] < given.least]
        if sum(found[rule] for rule in rare) < FEWEST:
            rare = of_form
        count = sum(found[rule] for rule in rare)
        print(f'"rare {form}" = {share(sum(right[rule] for rule in rare), count)}  # of {count}')


def share(right: int, count: int) -> str:
    """Three digits, never rounded up."""
    return f"{1000 * right // max(count, 1) / 1000:.3f}"


def counted(documents: Iterable[dict[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    """How many quotes each sieve found, and how many of these were right."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    plugins = load_plugins(disable=["dates", "statements", "quantities"], enable=["attitudes"], strict=True)
    for document in documents:
        text = document["text"]
        inside = in_marks(text)
        gold = annotated(document, inside)
        claims = [claim for claim in extract(Article(text), plugins=plugins).claims if claim.kind == "quote"]
        # Attitudes are there only where they were asked for, and take no quote's place in the matching.
        felt = [claim for claim in claims if claim.value["form"] == "attitude"]
        said = [claim for claim in claims if claim.value["form"] != "attitude"]
        for some in (said, felt):
            ours = [quote_of(text, *spans_of(claim.value), inside) for claim in some]
            chosen = matched(ours, gold)
            for place, claim in enumerate(some):
                found[claim.value["rule"]] += 1
                right[claim.value["rule"]] += place in chosen and same_speaker(ours[place], gold[chosen[place]])
    return found, right


def spans_of(value: Any) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The spans of content and speaker in the value of a quote claim."""
    speaker = value["speaker"]
    content = [(part["start"], part["end"]) for part in value["content"]]
    return content, [(speaker["start"], speaker["end"])] if speaker else []


if __name__ == "__main__":
    main()
