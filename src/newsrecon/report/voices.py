"""Who speaks with whose voice, as a picture: outlets on the left, voices on the right, credits as dashed lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from newsrecon.article_records import ArticleRecord
from newsrecon.reconciliation import Origin

__all__ = ["Line", "Node", "Picture", "picture"]

_ROW = 26
_FEW = 30
"""Articles up to which each is drawn; of more, only those that share a voice or credit one."""


@frozen
class Node:
    """A name at a height: an article on the left, a voice or a credited outlet on the right."""

    y: float
    label: str
    articles: int = 1
    """How many articles speak with this voice; 0 for an outlet that is only credited."""


@frozen
class Line:
    """From an article to a voice; `sort` is `own`, `part` where one passage is credited, `whole` where the article is."""

    y1: float
    y2: float
    sort: str


@frozen
class Picture:
    """All that is drawn, in pixels downwards, and how many lone articles are left out."""

    left: tuple[Node, ...]
    right: tuple[Node, ...]
    lines: tuple[Line, ...]
    height: int
    left_out: int


def picture(records: Sequence[ArticleRecord], origins: Sequence[Origin], labels: Mapping[str, str]) -> Picture:
    """Outlets and voices in the order of voices with most articles; `labels` names each article."""
    by_id = {record.id: record for record in records}
    ordered = sorted(origins, key=lambda origin: (-len(origin.articles), origin.articles))
    few = len(by_id) <= _FEW
    drawn = [
        origin
        for origin in ordered
        if few or len(origin.articles) > 1 or any(by_id[a].credits for a in origin.articles)
    ]
    left: list[Node] = []
    right: list[Node] = []
    lines: list[Line] = []
    voice_of = {labels[article].casefold(): origin for origin in drawn for article in origin.articles}
    height_of: dict[str, float] = {}
    credits: dict[tuple[float, str], bool] = {}
    for origin in drawn:
        heights = [_middle(len(left) + number) for number in range(len(origin.articles))]
        voice = sum(heights) / len(heights)
        count = len(origin.articles)
        right.append(Node(voice, "1 voice" if count == 1 else f"{count} articles, 1 voice", count))
        for article, height in zip(origin.articles, heights, strict=True):
            left.append(Node(height, labels[article]))
            lines.append(Line(height, voice, "own"))
            height_of[labels[article].casefold()] = voice
            for credit in by_id[article].credits:
                if voice_of.get(credit.name.casefold()) is not origin:
                    credits[height, credit.name] = credits.get((height, credit.name), False) or credit.whole
    for name in sorted({name for _, name in credits if name.casefold() not in height_of}):
        height = _middle(len(left) + sum(node.articles == 0 for node in right))
        right.append(Node(height, name, 0))
        height_of[name.casefold()] = height
    lines += [
        Line(height, height_of[name.casefold()], "whole" if whole else "part")
        for (height, name), whole in sorted(credits.items())
    ]
    bottom = max((node.y for node in (*left, *right)), default=0)
    return Picture(tuple(left), tuple(right), tuple(lines), int(bottom) + _ROW // 2, len(by_id) - len(left))


def _middle(row: int) -> float:
    return row * _ROW + _ROW / 2
