"""Data files say where they come from, and what is generated is what its script makes."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from newsrecon import gazetteer

DATA = Path("src/newsrecon/data")


def test_the_names_of_territories_are_those_the_script_makes():
    core = pytest.importorskip("babel.core")
    shipped = (DATA / "territories.toml").read_text("utf-8")
    if f"CLDR {core.get_cldr_version()} " not in shipped:
        pytest.skip("made from another version of CLDR than the one installed here")
    assert runpy.run_path("data/territories.py")["territories"]() == shipped


@pytest.mark.parametrize("path", sorted(DATA.glob("*.t*")), ids=lambda path: path.name)
def test_a_data_file_opens_with_what_it_is_and_where_it_comes_from(path):
    comments = []
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            break
        comments.append(line)
    assert any(word in " ".join(comments) for word in ("Licence", "Apache-2.0", "Permission")), "no licence at its top"


def test_every_code_of_a_country_has_one_name_to_show():
    names = gazetteer.country_names()
    assert set(gazetteer.countries().values()) <= names.keys()
    assert set(gazetteer.demonyms().values()) | set(gazetteer.capitals().values()) <= names.keys()
    assert (names["AF"], names["JE"], names["XS"]) == ("Afghanistan", "Jersey", "Scotland")


def test_a_pattern_of_boilerplate_captures_nothing_since_groups_tell_which_rule_a_line_fits():
    rules = tomllib.loads((DATA / "boilerplate.toml").read_text("utf-8"))["lines"]
    patterns = [pattern for rule in rules for pattern in rule["patterns"]]
    assert [pattern for pattern in patterns if re.compile(pattern).groups] == []


@pytest.mark.parametrize(
    "key", ["deeds", "turns", "plans", "fates", "decided", "attitudes", "undoing", "alone", "outcomes"]
)
def test_verbs_that_exclude_each_other_are_no_stop_words(key):
    from newsrecon.extractors.oppositions import opposition_words
    from newsrecon.extractors.statement_reading import predicate_of

    assert [pair for pair in opposition_words(key) if not all(map(predicate_of, pair.split("/")))] == []


def test_every_unit_of_time_has_its_days():
    from newsrecon.extractors.single_measures import DAYS
    from newsrecon.extractors.statement_words import words_of

    assert set(DAYS) == words_of("time_units")
