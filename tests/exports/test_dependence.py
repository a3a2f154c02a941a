"""Who depends on whom, as GraphViz and Mermaid read it."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from newsrecon import Article, export, reconcile
from newsrecon.exports.dependence import to_dot, to_mermaid

SENTENCES = (
    "The harbour bridge of Sund was closed on Tuesday after cracks were found in two of its pillars. "
    "Engineers of the council will look at every bolt before the winter comes, and the ferry runs twice an hour. "
)
WIRE = Article("(Reuters) - " + SENTENCES, id="1", source="The Daily")
COPY = Article(SENTENCES + "Readers wrote in.", id="2", source="The Globe")
CREDITS = Article(
    "The ferry sank, according to Al Jazeera. It was raining, Al Jazeera reported.", id="3", source='The "Post"\\'
)
CREDITED = Article("The ferry at Lund sank at noon, and forty people swam ashore.", id="4", source="Al Jazeera")


@pytest.fixture
def wired():
    return reconcile([WIRE, COPY, CREDITS, CREDITED])


def test_articles_of_one_voice_stand_in_one_box_and_credits_are_arrows(wired):
    dot = to_dot(wired)
    assert re.search(r"subgraph cluster_\d+ \{ label=.*; a0; a1; \}", dot)
    assert 'a2 -> a3 [label="2 passages", style=dashed];' in dot
    assert re.search(r'a0 -> c\d+ \[label="all of it", style=solid\];', dot)
    mermaid = to_mermaid(wired)
    assert 'a2 -.->|"2 passages"| a3' in mermaid
    assert re.search(r'a0 -->\|"all of it"\| c\d+', mermaid)
    assert re.search(r'subgraph o\d+\["[^\]]*"\]\n    a0\n    a1\n  end', mermaid)


# pydot calls pyparsing by names that are on their way out.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_graphviz_reads_it(story):
    pydot = pytest.importorskip("pydot")
    made, _ = story
    (content,) = export(made, "dot").values()
    (graph,) = pydot.graph_from_dot_data(content.decode("utf-8"))
    articles = [node for node in graph.get_nodes() if re.fullmatch(r"a\d+", node.get_name())]
    assert len(articles) == len(made.records)


@pytest.mark.skipif(shutil.which("dot") is None, reason="GraphViz is not installed")
def test_graphviz_draws_it(story):
    (content,) = export(story[0], "dot").values()
    assert b"<svg" in subprocess.run(["dot", "-Tsvg"], input=content, capture_output=True, check=True).stdout


def test_no_label_ends_early(story, wired):
    for one in (story[0], wired):
        for line in to_mermaid(one).splitlines()[1:]:
            assert re.fullmatch(
                r'  a\d+\["[^"\[\]]*"\]|  c\d+\["[^"\[\]]*"\]|  subgraph o\d+\["[^"\[\]]*"\]|    a\d+|  end'
                r'|  a\d+ (-->|-\.->)\|"[\w ]+"\| [ac]\d+',
                line,
            ), line
        for line in to_dot(one).splitlines():
            assert len(re.findall(r'(?<!\\)(?:\\\\)*"', line)) % 2 == 0, line
