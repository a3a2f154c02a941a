"""Bytes as text: by byte order mark, else as they declare themselves, else UTF-8, else Windows-1252, which is worth a word."""

from __future__ import annotations

import codecs
import re

from attrs import frozen

__all__ = ["Decoded", "decoded"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 2048
"""Where a page or a feed must declare its encoding; HTML asks for the first 1024 bytes."""

# <?xml version="1.0" encoding="iso-8859-2"?> · <meta charset=windows-1251> · <meta http-equiv=… content="text/html; charset=…">
_DECLARED = re.compile(
    rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["'](?P<xml>[\w.:-]{1,40})|<meta[^>]{0,200}?charset\s*=\s*["']?(?P<html>[\w.:-]{1,40})""",
    re.IGNORECASE,
)
_WEB = {"ascii": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874"}
"""What the web means by some names (WHATWG Encoding Standard); and pages in UTF-16 cannot declare anything."""


@frozen
class Decoded:
    """A text and the encoding it was in; `guessed` where nothing but the bytes themselves spoke for it."""

    text: str
    encoding: str
    guessed: bool = False


def decoded(data: bytes, *, declares: bool = False) -> Decoded:
    """The text of some bytes; `declares` where they are HTML or XML, which can say what they are in.

    >>> decoded("Gr\\u00fc\\u00dfe".encode("cp1252"))
    Decoded(text='Grüße', encoding='cp1252', guessed=True)
    >>> decoded('<meta charset="koi8-r">'.encode() + "мир".encode("koi8-r"), declares=True).encoding
    'koi8-r'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    for name in (_declared(data) if declares else None, "utf-8"):
        if name is not None:
            try:
                return Decoded(data.decode(name), name)
            except ValueError:
                pass
    return Decoded(data.decode("cp1252", "replace"), "cp1252", guessed=True)


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    try:
        found = codecs.lookup((match["xml"] or match["html"]).decode("ascii"))
    except LookupError:
        return None
    if found.name.startswith(("utf-16", "utf-32")):
        return "utf-8"
    # Names of transformations of text, such as rot13, are names of codecs too.
    return _WEB.get(found.name, found.name) if getattr(found, "_is_text_encoding", True) else None
