"""How often each sieve of the quote extractor is right, on annotated news: the table `data/sieves.toml`.

    python benchmarks/sieves.py ANNOTATED.jsonl            # prints the table
    python benchmarks/sieves.py ANNOTATED.jsonl --least 50 # sieves with fewer quotes count as rare

A line is {"text", "attributions": [{"content", "cue", "source"}]}, each a list of [start, end]. A quote is right where half of
the words of its content and of the annotated one together are in both, matched one to one, and a third of the words of its
speaker are of the annotated speaker; where nobody is annotated, nobody may be named. So the figure is for content and
speaker both.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newsrecon import Article, Claim, extract, load_plugins

WORD = re.compile(r"\w+(?:['’]\w+)*")
SMALL = frozenset(WORD.findall("the a an of in at for and or to on with by from as that this his her its their our my"))
HALF, THIRD = 0.5, 0.34
FEWEST = 20
"""Quotes that the rare sieves of a form need together; below, the figure of the whole form stands for them."""
FORMS = ("direct", "mixed", "indirect", "attitude")


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
            print(f'"{rule}" = {right[rule] / count:.3f}  # of {count}')
    for form in FORMS:
        of_form = [rule for rule in found if rule.endswith(f" {form}")]
        rare = [rule for rule in of_form if found[rule] < given.least]
        if sum(found[rule] for rule in rare) < FEWEST:
            rare = of_form
        count = sum(found[rule] for rule in rare)
        print(f'"rare {form}" = {sum(right[rule] for rule in rare) / max(count, 1):.3f}  # of {count}')


def read_documents(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def counted(documents: Iterable[dict[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    """How many quotes each sieve found, and how many of these were right."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    plugins = load_plugins(disable=["dates", "statements", "quantities"], enable=["attitudes"], strict=True)
    for document in documents:
        text = document["text"]
        claims = [claim for claim in extract(Article(text), plugins=plugins).claims if claim.kind == "quote"]
        gold = document["attributions"]
        # Attitudes are there only where they were asked for, and take no quote's place in the matching.
        felt = [claim for claim in claims if claim.value["form"] == "attitude"]
        said = [claim for claim in claims if claim.value["form"] != "attitude"]
        for claim, known in (*matched(text, said, gold), *matched(text, felt, gold)):
            found[claim.value["rule"]] += 1
            right[claim.value["rule"]] += known is not None and same_speaker(text, claim, known)
    return found, right


def matched(
    text: str, claims: list[Claim], gold: list[dict[str, Any]]
) -> Iterator[tuple[Claim, dict[str, Any] | None]]:
    """Each claim with the annotated quote whose content is nearest, greedily and one to one; None below a half."""
    ours = [words_in(text, [(part["start"], part["end"]) for part in claim.value["content"]]) for claim in claims]
    theirs = [words_in(text, known["content"]) for known in gold]
    pairs = (
        (len(one & other) / len(one | other), place, at)
        for place, one in enumerate(ours)
        for at, other in enumerate(theirs)
        if one & other
    )
    chosen: dict[int, int] = {}
    for share, place, at in sorted(pairs, reverse=True):
        if share >= HALF and place not in chosen and at not in chosen.values():
            chosen[place] = at
    for place, claim in enumerate(claims):
        yield claim, gold[chosen[place]] if place in chosen else None


def same_speaker(text: str, claim: Claim, known: dict[str, Any]) -> bool:
    speaker = claim.value["speaker"]
    ours = words_in(text, [(speaker["start"], speaker["end"])] if speaker else [])
    ours = {place for place in ours if WORD.match(text, place)[0].lower() not in SMALL}  # type: ignore[index]
    theirs = words_in(text, known["source"])
    if not theirs:
        return not ours
    return bool(ours) and len(ours & theirs) / len(ours) >= THIRD


def words_in(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """Where the words of some spans begin."""
    return {match.start() for start, end in spans for match in WORD.finditer(text, start, end)}


if __name__ == "__main__":
    main()
