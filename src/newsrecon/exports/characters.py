"""Texts for formats that do not take every `str`: what they cannot hold becomes U+FFFD, one for one, so that offsets hold."""

from __future__ import annotations

import re

__all__ = ["for_xml", "valid"]

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, not even as a reference: controls, lone surrogates, U+FFFE and U+FFFF."""


def valid(text: str) -> str:
    """A text that UTF-8 can hold.

    >>> valid("so \\ud800 it is") == "so \\ufffd it is"
    True
    """
    return _SURROGATE.sub("\ufffd", text)


def for_xml(text: str) -> str:
    """A text as the content of an XML element; carriage returns as references, since a parser would drop them.

    >>> for_xml("a < b \\x00\\r")
    'a &lt; b \\ufffd&#13;'
    """
    safe = _NOT_XML.sub("\ufffd", text)
    return safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
