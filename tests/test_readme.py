"""What the README shows is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

from newsrecon import read, reconcile
from newsrecon.report.text import render

README = Path("README.md").read_text("utf-8")


def test_the_report_it_shows_is_printed_passage_by_passage():
    (shown,) = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
    printed = render(reconcile(read("seeds").articles), width=100)
    passages = [passage.strip("\n") for passage in shown.split("[…]")]
    assert len(passages) > 2
    places = [printed.find(passage) for passage in passages]
    assert -1 not in places, f"not printed: {passages[places.index(-1)]}"
    assert places == sorted(places)


def test_the_pages_it_links_to_are_there():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("https://") or Path(target).is_file(), target
