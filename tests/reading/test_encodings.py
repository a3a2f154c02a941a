"""Bytes as text: what is tried, in which order, and what is said of it."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsrecon.reading.encodings import Decoded, decoded

XML = '<?xml version="1.0" encoding="{}"?><p>žluť</p>'
META = '<html><head><meta charset="{}"></head>„žluť“</html>'
HTTP = "<meta http-equiv='Content-Type' content='text/html; charset={}'>žluť"


@pytest.mark.parametrize("page", [XML, META, HTTP])
@pytest.mark.parametrize("encoding", ["iso-8859-2", "cp1250"])
def test_what_a_page_declares_is_believed(page, encoding):
    text = page.format(encoding).replace("„", "").replace("“", "")
    assert decoded(text.encode(encoding), declares=True) == Decoded(text, codecs.lookup(encoding).name)


def test_a_plain_text_declares_nothing():
    assert decoded('<meta charset="koi8-r">ü'.encode()) == Decoded('<meta charset="koi8-r">ü', "utf-8")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xef\xbb\xbf" + '<meta charset="koi8-r">ü'.encode(), Decoded('<meta charset="koi8-r">ü', "utf-8")),
        ('<meta charset="nonsense">ü'.encode(), Decoded('<meta charset="nonsense">ü', "utf-8")),
        ('<meta charset="rot13">ü'.encode(), Decoded('<meta charset="rot13">ü', "utf-8")),
        ('<meta charset="utf-16">ü'.encode(), Decoded('<meta charset="utf-16">ü', "utf-8")),
        ('<meta charset="ascii">ü'.encode("cp1252"), Decoded('<meta charset="ascii">ü', "cp1252")),
        ('<meta charset="latin1">“ü”'.encode("cp1252"), Decoded('<meta charset="latin1">“ü”', "cp1252")),
        ('<meta charset="utf-8">ü'.encode("cp1252"), Decoded('<meta charset="utf-8">ü', "cp1252", guessed=True)),
        (b"\x81", Decoded("\ufffd", "cp1252", guessed=True)),
        (b"", Decoded("", "utf-8")),
    ],
)
def test_marks_come_before_declarations_and_declarations_before_guesses(data, expected):
    assert decoded(data, declares=True) == expected


@given(st.binary(), st.booleans())
def test_any_bytes_are_some_text(data, declares):
    assert isinstance(decoded(data, declares=declares).text, str)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_text_in_utf_8_is_read_as_it_was_written(text):
    if not text.startswith("\ufeff"):
        assert decoded(text.encode("utf-8")).text == text
