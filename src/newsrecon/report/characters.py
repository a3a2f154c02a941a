"""Text of articles as HTML in which nothing hides: bidirectional, control and invisible characters stand there as tokens.

Joiners stay where scripts need them (Persian, Hindi, emoji), since there they change how neighbours look and hide nothing.
"""

from __future__ import annotations

import unicodedata

import regex
from markupsafe import Markup, escape

__all__ = ["isolated", "shown"]

# U+202E, U+200B, U+FEFF, NUL, a lone surrogate, a Hangul filler; not the joiner in a Persian word or a family of emoji
_HIDDEN = regex.compile(
    r"""
    (?<=[\p{Arabic}\p{Syriac}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Tamil}\p{Telugu}\p{Kannada}
         \p{Malayalam}\p{Sinhala}]) [\u200C\u200D] (?=[\p{L}\p{M}]) (*SKIP)(*FAIL)
    | (?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]) [\u200D] (?=\p{Extended_Pictographic}) (*SKIP)(*FAIL)
    | (?<=[\p{Emoji}]) \uFE0F (*SKIP)(*FAIL)
    | [[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\t\n\r]]
    """,
    regex.VERBOSE | regex.VERSION1,
)
_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")


def shown(text: str) -> Markup:
    """A text as HTML, each hidden character as a token that names it.

    >>> print(shown("<b>twelve\\u202e killed"))
    &lt;b&gt;twelve<span class="nr-char" title="RIGHT-TO-LEFT OVERRIDE">U+202E</span> killed
    """
    if text.isascii() and text.isprintable():
        return escape(text)
    parts = []
    done = 0
    for found in _HIDDEN.finditer(text):
        parts += [escape(text[done : found.start()]), _token(found.group())]
        done = found.end()
    return Markup("").join([*parts, escape(text[done:])])


def isolated(text: str) -> Markup:
    """A short text on one line that cannot turn the words around it, whatever its script: a name, a headline."""
    line = shown(" ".join(text.split()))
    return Markup("<bdi>{}</bdi>").format(line) if _RIGHT_TO_LEFT.search(text) else line


def _token(letter: str) -> Markup:
    name = unicodedata.name(letter, "") or f"{_SORTS[unicodedata.category(letter)[:2]]} character"
    return Markup('<span class="nr-char" title="{}">U+{:04X}</span>').format(name, ord(letter))


_SORTS = {"Cc": "control", "Cs": "lone surrogate", "Co": "private use", "Cn": "unassigned"}
