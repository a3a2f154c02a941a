"""Other ways to read a quote, for scorers to choose among: another speaker nearby or none, a shorter or a longer content.

Each candidate comes with its features: `own` (this is how the rules read it), `form`, `order`, `class`, `cue` and `speaker` in
lower case, `measured` (the precision of the sieve), `words` in the content, `speaker_words`, and the distances
`speaker_to_cue` and `content_to_cue` in characters, negative where the cue comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from newsrecon.candidates import Candidate
from newsrecon.model import Article, Claim
from newsrecon.span import Span

__all__ = ["candidates_of"]

NEIGHBOURS = 2
"""Quotes on either side whose speakers could be meant."""
WORDS_LEFT = 3
"""Words that a shortened content still has."""
COMMA = re.compile(r",\s")


def candidates_of(article: Article, claims: Iterable[Claim]) -> Iterator[Candidate]:
    """The quotes of an article as they are, each followed by its other readings."""
    quotes = sorted(
        (claim for claim in claims if claim.kind == "quote"), key=lambda claim: (claim.mention.span, claim.id)
    )
    for place, claim in enumerate(quotes):
        near = quotes[max(0, place - NEIGHBOURS) : place] + quotes[place + 1 : place + 1 + NEIGHBOURS]
        readings = dict.fromkeys((*_of_speaker(claim, near), *_of_content(article, claim)))
        for reading in (claim, *(reading for reading in readings if reading != claim)):
            yield Candidate(reading, _features(reading))


def _of_speaker(claim: Claim, near: Sequence[Claim]) -> Iterator[Claim]:
    for other in near:
        speaker = other.value.get("speaker")
        if speaker is not None:
            yield claim.revise(subject=speaker["text"], speaker=speaker, name=None)
    yield claim.revise(subject="", speaker=None, name=None)


def _of_content(article: Article, claim: Claim) -> Iterator[Claim]:
    """The content up to its first comma, and up to the end of its sentence; what is all in marks has one reading."""
    if claim.value["form"] == "direct":
        return
    *before, last = claim.value["content"]
    for end in _ends(article, Span(last["start"], last["end"])):
        content = [*before, {"start": last["start"], "end": end, "text": article.text[last["start"] : end]}]
        quoted = [part for part in claim.value["quoted"] if part["end"] <= end]
        mention = article.mention(content[0]["start"], end)
        form = "mixed" if quoted else "indirect"
        yield evolve(claim.revise(content=content, quoted=quoted, form=form), mention=mention)


def _ends(article: Article, last: Span) -> Iterator[int]:
    comma = COMMA.search(article.text, last.start, last.end)
    if comma and len(article.text[last.start : comma.start()].split()) >= WORDS_LEFT:
        yield comma.start()
    sentence = next((one for one in article.sentences if one.contains(last)), None)
    if sentence is not None:
        end = sentence.end
        while end > last.start + 1 and not article.text[end - 1].isalnum():
            end -= 1
        if end > last.end:
            yield end


def _features(claim: Claim) -> Mapping[str, Any]:
    value = claim.value
    cue, speaker, content = value["cue"], value["speaker"], value["content"]
    return {
        "own": claim.revises is None,
        "form": value["form"],
        "order": value["order"],
        "class": value["class"] or "",
        "cue": cue["text"].lower() if cue else "",
        "speaker": speaker["text"].lower() if speaker else "",
        "measured": value["confidence"],
        "words": sum(len(part["text"].split()) for part in content),
        "speaker_words": len(speaker["text"].split()) if speaker else 0,
        "speaker_to_cue": cue["start"] - speaker["start"] if cue and speaker else 0,
        "content_to_cue": cue["start"] - content[0]["start"] if cue else 0,
    }
