"""Every promise that newsrecon asks of a plugin, and how it comes by its list."""

from __future__ import annotations

import os
import subprocess
import sys

from newsrecon_places import Gazetteer, Place, Places

from newsrecon.extractors import aliases, quotes
from newsrecon.testing import parametrize_with_checks

PLACES = Places(
    Gazetteer(
        [Place("nl", "Norland"), Place("nl-riv", "Riverton", aliases=["Rivertown"], within="nl"), Place("v", "Vik")]
    )
)
EXAMPLES = [
    "A bridge collapsed in Riverton on Monday.",
    "In Norland, schools were closed. \u201cIt is over,\u201d the mayor said in Vik.",
]


@parametrize_with_checks(PLACES, examples=EXAMPLES, beside=[aliases, quotes], max_texts=60)
def test_it_keeps_its_promises(check):
    check()


def _listed(**environment):
    done = subprocess.run(
        [sys.executable, "-m", "newsrecon", "plugins"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return next(line for line in done.stdout.splitlines() if line.startswith("places "))


def test_the_list_is_named_in_the_environment(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text("id,name\nnl,Norland\n")
    given = '{"id": "1", "text": "A bridge collapsed in Norland."}\n'
    done = subprocess.run(
        [sys.executable, "-m", "newsrecon", "extract", "-", "--format", "jsonl"],
        env={**os.environ, "NEWSRECON_PLACES": str(path)},
        input=given,
        capture_output=True,
        text=True,
        check=True,
    )
    assert '"kind": "location"' in done.stdout


def test_a_list_that_cannot_be_used_leaves_the_plugin_off_and_says_why(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text("id,name\nnl,\n")
    assert "extract_claims" not in _listed()
    assert "alias, location: register_matchers, resolve_claims" in _listed()
    assert f"off: cannot be loaded: ValueError: {path}, line 2: " in _listed(NEWSRECON_PLACES=str(path))
    assert "FileNotFoundError" in _listed(NEWSRECON_PLACES=str(tmp_path / "nowhere.csv"))
