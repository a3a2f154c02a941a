"""Runs of capitalised words, sentence by sentence, and whether a capital means anything there.

*Afghanistan's Foreign Minister Amir Khan Muttaqi* holds two runs. In a headline or a line in capitals every word has one, so
that a capital proves nothing; passages of that kind are marked by their style.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from attrs import define, field, frozen

from newsrecon import gazetteer
from newsrecon.model import Article
from newsrecon.span import Span
from newsrecon.text import one_of

__all__ = ["CALLED", "NameSpan", "Passage", "Run", "Votes", "Word", "is_title", "opens_sentence", "runs", "surface"]


class Word(NamedTuple):
    """A word of a run: its place, its text, and the text in lower case, apostrophes straight, without a last full stop."""

    start: int
    end: int
    text: str
    key: str
    link: str = ""
    """The small words in front: *of the*, *van der*; nothing where it follows directly, a hyphen behind *-based*, or `CALLED`."""

    @property
    def is_shouted(self) -> bool:
        """Whether it has capitals only."""
        return len(self.text) > 1 and self.text.isupper()


@frozen
class Passage:
    """A sentence, and how its capitals are to be taken."""

    start: int
    end: int
    style: str = "running"
    """`running`, `headline` (most words have a capital), or `capitals` (nothing is written small)."""


Run = list[Word]
Votes = defaultdict[str, int]
"""What speaks for each type of a name; a `Counter` takes much longer to make."""


@define
class NameSpan:
    """A name where it stands, with what was cut from its front."""

    words: tuple[Word, ...]
    passage: Passage
    initial: bool = False
    """Whether it opens its sentence, where a capital proves nothing."""
    title: tuple[int, int] | None = None
    """The offsets of the title in front, if there is one in capitals."""
    tail: int = 0
    """Where the name ends if a small-written head belongs to it ("Pasteur hospital"), else 0."""
    hint: str = ""
    """The type that a head or the rule that found it tells, or nothing."""
    front: int = -1
    """Where the name begins if a possessor belongs to it ("Russia's foreign ministry"), else -1."""
    votes: Votes = field(factory=partial(defaultdict, int))

    @property
    def start(self) -> int:
        return self.words[0].start if self.front < 0 else self.front

    @property
    def end(self) -> int:
        return self.tail or self.words[-1].end

    @property
    def keys(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(word.key for word in self.words)


def surface(text: str, words: Sequence[Word]) -> str:
    """What stands from the first to the last of these words, with single spaces."""
    return " ".join(text[words[0].start : words[-1].end].split())


_WITH_CAPITALS = (
    range(0x2E00),
    range(0xA640, 0xA800),
    range(0xFF21, 0xFF3B),
    range(0x10400, 0x10430),
    range(0x1E900, 0x1E922),
)
"""Where Unicode has capital letters of scripts in use; looking through all of it would take a third of a second."""


def _capitals() -> str:
    """A character class of capital letters, title case included."""
    ranges: list[list[int]] = []
    for code in (code for block in _WITH_CAPITALS for code in block):
        letter = chr(code)
        if not (letter.isupper() or letter.istitle()):
            continue
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges)


CALLED = '"'
"""The link of what somebody is called by, in quotation marks, and of the word behind it."""
_LONGEST = 40
"""So many words a run may have behind its first: no name is longer, and work on runs stays in bounds."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The patterns of a capital, of a run, and of a word in it; made when first needed, since capitals take a while."""
    capital = f"[{_capitals()}]"
    abbreviated = one_of(gazetteer.words_with_capitals("abbreviated"))
    # U.S. · U. S. · J. · J.-P.
    initials = rf"U\. ?[SKN]\.(?:A\.)?|{capital}\.(?:-?{capital}\.){{0,6}}(?:{capital}(?!\w))?"
    # O'Connor · Jean-Michel · AT&T · Mazar-i-Sharif · Change.org
    # 47th Street · 76ers
    ways = one_of(gazetteer.words_with_capitals("ways"))
    numbered = rf"\d{{1,3}}(?:st|nd|rd|th)(?=[ \t](?:{ways})(?!\w))"
    team = rf"(?:\d{{2}}(?:ers|ERS)(?!\w)|{numbered})"
    # Kepler-452b · F-16
    model = r"[-‑]\d{1,4}[^\W\d_]?(?!\w)"
    plain = rf"{capital}\w*(?:['’](?!s(?!\w))\w+|[-‑][^\W\d_]+|{model}|&{capital}\w*|\.(?=(?:com|org|net)\b)\w+){{0,6}}"
    # al-Assad · d'Ivoire · easyJet
    prefix = rf"(?:(?:al|el|ad|as|ar|an|at|ash)[-‑]|[dl]['’]|[a-z]{{1,4}}(?={capital}[a-z]{{2}}))?"
    # People's Daily · Farmers' Union
    shared = one_of(gazetteer.words_with_capitals("possessive_in_names"))
    # Sheriff's Office · State's Attorney's Office
    holders = one_of(gazetteer.words_with_capitals("holders_of_offices"))
    seats = one_of(gazetteer.words_with_capitals("seats_of_offices"))
    owned = rf"(?:(?:{shared})['’]s?(?=[ \t]{capital})|(?:{holders})['’]s(?=[ \t](?:{seats})\b))"
    word = rf"(?:(?:{abbreviated})\.|{initials}|{owned}|{prefix}{plain})"
    # Bank of the · Food and · Charles de · Mohammed bin
    small = (
        r"(?:of(?:[ \t]+the)?|for(?:[ \t]+the)?|on|and(?:[ \t]+the)?|&|de(?:[ \t]+(?:la|los|las))?|del|della|di|da|do|dos|das"
        r"|du|des|la|le|van(?:[ \t]+(?:der|den|de|['’]t))?|['’]t"
        r"|von(?:[ \t]+(?:der|dem|und[ \t]+zu))?|und[ \t]+zu|der|den|zu|af|ter"
        r"|bin|ben|bint|ibn|ould|al|el|wa|y|e|i)"
    )
    gap = r"[ \t\u00a0]*(?:[ \t\u00a0]|\r?\n)[ \t\u00a0]*"
    # Otto "Ox" Lund
    called = rf"(?:[\"“](?:[Tt]he[ \t])?{plain}[\"”](?={gap}{capital}))"
    run = re.compile(rf"(?:{word}|{numbered})(?:{gap}(?:{small}{gap})?(?:{word}|{team}|{called})){{0,{_LONGEST}}}")
    return (
        re.compile(capital),
        run,
        re.compile(rf"(?P<called>{called})|(?P<word>{word}|{team})|(?P<small>{small})(?!\w)"),
    )


def runs(article: Article) -> list[tuple[Passage, list[Run]]]:
    """The passages that have capitals, each with its runs of capitalised words."""
    text = article.text
    capital, run, word_pattern = _patterns()
    found = []
    for sentence in article.sentences:
        places = [place for place in _places(text, sentence, capital, run) if not _in_address(text, place[0])]
        if places:
            style = _style(text, sentence.start, sentence.end, sum(end - start for start, end in places))
            words = [_words(text, start, end, word_pattern) for start, end in places]
            found.append((Passage(sentence.start, sentence.end, style), words))
    return found


_JOINED = re.compile(r"[\w@#\\&]")
"""What a capital is not the beginning of a run behind."""
_PREFIX = re.compile(r"(?:(?<![\w@#\\&])(?:al|el|ad|as|ar|an|at|ash)[-‑]|(?<![\w@#\\&])[dl]['’])$")
# 47th
_ORDINAL = re.compile(r"(?<![\w.,])\d{1,3}(?:st|nd|rd|th) $")
# eBay · iPhone · easyJet
_CAMEL = re.compile(r"(?<![\w@#\\&./-])[a-z]{1,4}$")


def _places(text: str, sentence: Span, capital: re.Pattern[str], run: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where the runs of a sentence begin and end. Looking for capitals first is far faster than trying a run at each place."""
    last = sentence.start
    for match in capital.finditer(text, sentence.start, sentence.end):
        start = match.start()
        if start < last:
            continue
        if start and (before := text[start - 1]) != " ":
            if before.islower() and (prefix := _CAMEL.search(text, max(last, start - 5), start)):
                start = prefix.start()
            elif before in "-‑'’":
                prefix = _PREFIX.search(text, max(last, start - 4), start)
                start = prefix.start() if prefix else start
            elif _JOINED.match(before):
                continue
        elif (number := _ORDINAL.search(text, max(last, start - 6), start)) and run.match(text, number.start()):
            start = number.start()
        found = run.match(text, start, sentence.end)
        if found:
            last = found.end()
            yield start, last


def _in_address(text: str, place: int) -> bool:
    """Whether a word behind a slash is part of a web address: no in *Photo/Ann Berg*."""
    if text[place - 1 : place] != "/":
        return False
    before = text[max(0, place - 200) : place].split()[-1:]
    return not before or "." in before[0] or "://" in before[0] or before[0] == "/"


def _words(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Run:
    """The words of a run; of *Taliban-led* only *Taliban*."""
    if (whole := text[start:end]).isalpha():
        return [Word(start, end, whole, whole.lower())]
    words: Run = []
    link = ""
    for match in pattern.finditer(text, start, end):
        word, last, behind = match[0], match.end(), ""
        if match.lastgroup == "small":
            link = " ".join(word.split())
            continue
        if match.lastgroup == "called":
            words.append(Word(match.start(), last, word, word.strip('"“”').lower(), CALLED))
            link = CALLED
            continue
        cut = max(word.rfind("-"), word.rfind("‑"))
        is_given = cut < 5 and len(words) == 1 and words[0].key in gazetteer.family_first()  # Ban Ki-moon
        if 0 < cut < len(word) - 1 and word[cut + 1].islower() and not is_given and _is_ending(word[cut + 1 :]):
            last, word = match.start() + cut, word[:cut]
            behind = "-"
        if match.end() == end and len(word) == 2 and word[1] == ".":
            last, word = last - 1, word[0]
        words.append(Word(match.start(), last, word, word.lower().rstrip(".").replace("’", "'"), link))
        link = behind
    return words


def _is_ending(part: str) -> bool:
    """Whether what stands behind the hyphen is no part of the name: *-led*, *-based*, any longer English word."""
    return part in gazetteer.words_with_capitals("compound_endings") or (
        len(part) > 3 and part in gazetteer.common_words()
    )


_SMALL = re.compile(r"(?<![\w'’.-])[a-z]{2,}")
_LARGE = re.compile(r"(?<![\w'’.-])[A-Z][\w]{3,}")


def _style(text: str, start: int, end: int, covered: int) -> str:
    """How the capitals of a passage are to be taken, given how many of its characters are in runs."""
    if covered * 5 < (end - start) * 2:
        return "running"
    part = text[start:end]
    usual = gazetteer.words_with_capitals("small_in_headlines")
    small = sum(word not in usual for word in _SMALL.findall(part))
    large = _LARGE.findall(part)
    if len(large) >= 2 and not small and all(word.isupper() for word in large):
        return "capitals"
    if len(large) < 3 or small * 8 > len(large) or (small and part.rstrip().endswith(".")):
        return "running"
    common = gazetteer.common_words()
    plain = sum(word.lower() in common for word in large[1:])
    return "headline" if plain >= 2 and plain * 3 >= len(large) else "running"


_OPENING = re.compile(r"[\s\"'“”‘’«»(\[_*•·–—`-]*")
# WASHINGTON (AP) — · LOS ANGELES, Aug. 3 _ · TENNIS - · Kabul (AFP) –
_LEADS = re.compile(
    r"(?:[^\W\d_a-z]{2,}(?![^\W\d_])[^\n]{0,60}[ )]|[A-Z][\w ,.]{1,40}\([A-Z][^)\n]{1,20}\)\s?)[–—_-]{1,2}\s*[\"'“‘«`]*"
)


def opens_sentence(text: str, place: int, passage: Passage) -> bool:
    """Whether a capital is due to the place: where a sentence or a quotation begins, after a colon or a dateline's dash."""
    if place == passage.start:
        return True
    if place > passage.start + 1 and text[place - 1] == " " and text[place - 2].isalnum():
        return False
    opening = _OPENING.match(text, passage.start, place)
    if opening is not None and opening.end() == place:
        return True
    before = text[max(passage.start, place - 3) : place].rstrip(" ")
    if before.endswith(('"', "“", "‘", "«", "`", ":", "?", "!")):
        return True
    return before.endswith(("–", "—", "_", "-")) and _LEADS.fullmatch(text, passage.start, place) is not None


def is_title(word: Word) -> bool:
    """Whether this word is a title by itself: *President*, *Mr.*"""
    titles = gazetteer.titles()
    return word.key in titles.heads or word.key in titles.honorifics
