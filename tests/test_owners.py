"""Who owns which outlet, as a user tells it."""

from __future__ import annotations

import pytest

from newsrecon import Article, Extraction, ReadError, Reconciliation, decode, encode, extract, read_owners, reconcile
from newsrecon.owners import Owners

ONE = Article("Nine people died in the fire at the mill.", id="a", source="The Daily")
TWO = Article("Nine people died in the fire at the mill, a spokesman said.", id="b", source="The Globe")
OWNERS = {"The Daily": "Acme Media", "The Globe": "Acme Media"}


def test_an_outlet_is_known_by_name_or_domain_in_any_case():
    owners = Owners({"The Daily": "Acme", "globe.example": "Orbit"})
    assert (owners.of("THE DAILY"), owners.of("x", "Globe.example"), owners.of("x")) == ("Acme", "Orbit", None)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ([("Daily", "Acme"), ("daily", "Orbit")], "'daily' has two owners, 'Acme' and 'Orbit'"),
        ([("", "Acme")], "an outlet and its owner are strings that are not empty, not ''"),
        ([("Daily", None)], "an outlet and its owner are strings that are not empty, not None"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(given, problem):
    with pytest.raises(ValueError, match=problem):
        Owners(given)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("owners.csv", "outlet,owner,since\nThe Daily,Acme Media,1999\n\nThe Globe,Acme Media,\n"),
        ("owners.csv", "\ufeffowner , outlet\nAcme Media, The Daily\nAcme Media, The Globe\n"),
        ("owners.toml", '"Acme Media" = ["The Daily", "The Globe"]\n'),
    ],
)
def test_owners_are_read_from_tables_and_toml(tmp_path, name, text):
    (tmp_path / name).write_text(text, "utf-8")
    assert read_owners(tmp_path / name) == OWNERS


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("owners.csv", "outlet\nThe Daily\n", "line 1: the table has no column 'owner', only 'outlet'"),
        ("owners.csv", "outlet,owner\nDaily,Acme\nDaily,Orbit\n", "'Daily' has two owners"),
        ("owners.toml", "Acme = 'The Daily'\n", "the outlets of 'Acme' are a list of names and domains"),
        ("owners.toml", "Acme = [\n", "nvalid"),
        ("owners.xls", "", "not a kind of file that owners are read from"),
    ],
)
def test_a_file_that_tells_no_owners_is_refused_by_name(tmp_path, name, text, problem):
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(ReadError, match=problem) as caught:
        read_owners(tmp_path / name)
    assert name in str(caught.value)


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(ReadError, match="No such file"):
        read_owners(tmp_path / "none.csv")
    (tmp_path / "owners.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(ReadError, match="not UTF-8"):
        read_owners(tmp_path / "owners.csv")


def test_what_outlets_of_one_owner_agree_on_is_not_corroborated():
    apart, owned = reconcile([ONE, TWO]), reconcile([ONE, TWO], owners=OWNERS)
    assert any(cluster.variants[0].origins == 2 for cluster in apart)
    assert all(variant.origins == 1 for cluster in owned for variant in cluster.variants)
    assert not owned.corroborated
    assert any("Acme Media owns both outlets" in variant.because for cluster in owned for variant in cluster.variants)


def test_owners_are_part_of_a_reconciliation_and_of_its_document():
    owned = reconcile([ONE], owners={"The Daily": "Acme Media"}) | reconcile([TWO], owners={"The Globe": "Acme Media"})
    assert owned == reconcile([ONE, TWO], owners=OWNERS)
    assert owned.owners == tuple(OWNERS.items())
    assert decode(Reconciliation, encode(owned)) == owned


def test_without_owners_nothing_changes():
    state = extract([ONE, TWO])
    assert isinstance(state, Extraction)
    assert reconcile(state) == reconcile(state, owners={})
