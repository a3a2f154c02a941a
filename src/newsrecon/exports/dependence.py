"""Who depends on whom, as a picture: articles, the voices they share, and the outlets they credit; for GraphViz and for Mermaid.

Articles of one origin stand in one box, which says why they are one voice. An arrow leads from an article to the outlet that it
credits: a full one where all of it rests on that outlet, a dashed one where passages do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from textwrap import fill

from attrs import field, frozen

from newsrecon.article_records import ArticleRecord
from newsrecon.credits import same_outlet
from newsrecon.reconciliation import Reconciliation

__all__ = ["to_dot", "to_mermaid"]


@frozen
class _Arrow:
    """From a node to a node, with how many passages it stands for; `whole` where all of the article does."""

    left: str
    right: str
    passages: int = field(kw_only=True)
    whole: bool = field(kw_only=True)

    @property
    def label(self) -> str:
        return "all of it" if self.whole else f"{self.passages} passage{'' if self.passages == 1 else 's'}"


@frozen
class _Picture:
    """The labels of nodes, the boxes (label, nodes) of which each article stands in one, and the arrows."""

    labels: dict[str, str]
    boxes: tuple[tuple[str, tuple[str, ...]], ...]
    arrows: tuple[_Arrow, ...]


def to_dot(reconciliation: Reconciliation) -> str:
    """A directed graph in the language of GraphViz."""
    picture = _picture(reconciliation)
    lines = ["digraph newsrecon {", "  rankdir=LR;", "  node [shape=box];"]
    boxed = {node for _, nodes in picture.boxes for node in nodes}
    lines += [
        f"  {node} [label={_dot(label)}{'' if node in boxed else ', style=dashed'}];"
        for node, label in picture.labels.items()
    ]
    for number, (label, nodes) in enumerate(picture.boxes):
        if len(nodes) > 1:
            lines.append(f"  subgraph cluster_{number} {{ label={_dot(fill(label, 40))}; {'; '.join(nodes)}; }}")
    for arrow in picture.arrows:
        style = "solid" if arrow.whole else "dashed"
        lines.append(f"  {arrow.left} -> {arrow.right} [label={_dot(arrow.label)}, style={style}];")
    return "\n".join([*lines, "}"]) + "\n"


def to_mermaid(reconciliation: Reconciliation) -> str:
    """A flowchart in the language of Mermaid, as Markdown pages on many sites show it."""
    picture = _picture(reconciliation)
    lines = ["flowchart LR"]
    lines += [f"  {node}[{_mermaid(label)}]" for node, label in picture.labels.items()]
    for number, (label, nodes) in enumerate(picture.boxes):
        if len(nodes) > 1:
            lines += [f"  subgraph o{number}[{_mermaid(label)}]", *(f"    {node}" for node in nodes), "  end"]
    for arrow in picture.arrows:
        line = "-->" if arrow.whole else "-.->"
        lines.append(f"  {arrow.left} {line}|{_mermaid(arrow.label)}| {arrow.right}")
    return "\n".join(lines) + "\n"


def _picture(made: Reconciliation) -> _Picture:
    nodes = {record.id: f"a{number}" for number, record in enumerate(made.records)}
    labels = {nodes[record.id]: _label(record) for record in made.records}
    arrows = []
    for record in made.records:
        for credited, (passages, whole) in sorted(_credited(record).items()):
            ends = _told_by(credited, record, made.records, nodes)
            if not ends:
                node = next((node for node, label in labels.items() if label == credited and node[0] == "c"), None)
                node = node or f"c{len(labels)}"
                labels[node] = credited
                ends = [node]
            arrows += [_Arrow(nodes[record.id], end, passages=passages, whole=whole) for end in ends]
    boxes = tuple((origin.because, tuple(nodes[article] for article in origin.articles)) for origin in made.origins)
    return _Picture(labels, boxes, tuple(arrows))


def _label(record: ArticleRecord) -> str:
    return record.source if record.source == record.id else f"{record.source} ({record.id})"


def _credited(record: ArticleRecord) -> dict[str, tuple[int, bool]]:
    """{outlet: how many passages rest on it, whether the whole article does}."""
    passages = Counter(credit.name for credit in record.credits)
    whole = {credit.name for credit in record.credits if credit.whole}
    return {name: (count, name in whole) for name, count in passages.items()}


def _told_by(credited: str, by: ArticleRecord, records: Iterable[ArticleRecord], nodes: dict[str, str]) -> list[str]:
    """The articles that are here of an outlet that an article credits."""
    return [nodes[record.id] for record in records if record is not by and same_outlet(credited, record)]


def _dot(text: str) -> str:
    quoted = "".join(_shown(text)).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{quoted}"'


def _mermaid(text: str) -> str:
    """A text in quotation marks, what means something to Mermaid or to the page around it as the number of its letter."""
    return (
        '"'
        + "".join(letter if letter.isalnum() or letter in " .,:-()’" else f"#{ord(letter)};" for letter in _shown(text))
        + '"'
    )


def _shown(text: str) -> Iterator[str]:
    """The letters of a label: controls and lone surrogates have no place in a picture."""
    return (letter if letter.isprintable() or letter == "\n" else "\ufffd" for letter in text)
