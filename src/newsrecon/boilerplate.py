"""Lines of a pasted web page that are not the report: *3 Min Read*, *Share This Article*, *Also Read: …*, *Leave a Reply*.

They are labelled with a kind and stay in the text. What such lines look like is data; a line that might be a sentence of the
report is left alone, since a fact lost is worse than a prompt kept. Some are known only by their company: the teasers under
*You might also be interested in*, a site's name beside the reading time, a standfirst that is repeated, the tag of a section
at the end of a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from attrs import frozen

from newsrecon.language_data import data_table
from newsrecon.span import Span

__all__ = ["Boilerplate", "boilerplate"]

LONGEST = 300
"""A line longer than this is never taken for a prompt."""
TOP, END = 8, 5
"""How many lines count as the first, and as the last, of a text."""
REPEATED = 40
"""A paragraph this long that occurs again word for word was repeated by the page."""
TAIL = 0.4
"""The share at the end of a text in which teasers may have summaries under their headlines."""

_TRIM = re.compile(r"^[\s►▶▸»>•·*→↓+=|✉×\ufeff–—-]+|[\s|»>›→▼▾]+$")
_PLAIN_END = re.compile(r"[\w.,;:!?…”’\"')\]]\Z")
_SLUG = re.compile(r"[a-z0-9]{1,20}(?:[ _-][a-z0-9]{1,20}){2,11}")

# Crews at the pier. (Photo: Jane Doe/City News) · (AP Photo/Jane Doe)
_CREDIT = re.compile(
    r"""\((?:
      (?:(?:file|handout|staff|stock)\s)?(?:photo|image|picture|video|source|credit|courtesy|screenshot)s?
      (?:\s(?:credit|courtesy)(?:\sof)?)?\s?(?::|by\b|/|via\b|courtesy)[^()]{1,80}
    | (?:AP|AFP|Reuters|Getty)\s?(?:Photo|Images?)?\s?[/,][^()]{1,60}
    )\)\.?$""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_NAME = re.compile(r"[\d.!?…:,;\"“”]")
_SENTENCE_END = re.compile(r"[.!?…:]['\"’”»)\]]{0,3}$")


@frozen
class Boilerplate:
    """A line, or part of one, that belongs to the web page and not to the report, with its kind (`byline`, `share`, …).

    >>> from newsrecon import Article
    >>> page = Article("It rained.\\n\\nShare This Article")
    >>> [(line.kind, line.span.of(page.text)) for line in page.boilerplate]
    [('share', 'Share This Article')]
    """

    span: Span
    """Where it stands, in code points, half-open."""
    kind: str
    """What it is, such as `byline`, `share` or `read-time`."""


def boilerplate(text: str, paragraphs: Sequence[Span]) -> tuple[Boilerplate, ...]:
    """The parts of a text that belong to the web page around it, in order; none overlaps another.

    >>> text = "Bridge opens\\n\\n3 Min Read\\n\\nThe bridge opened on Monday.\\n\\nShare This Article"
    >>> lines = (Span(0, 12), Span(14, 24), Span(26, 54), Span(56, 74))
    >>> [(item.kind, item.span.of(text)) for item in boilerplate(text, lines)]
    [('read-time', '3 Min Read'), ('share', 'Share This Article')]
    """
    lines = [_bare(span.of(text)) if len(span) <= LONGEST else None for span in paragraphs]
    kinds: dict[int, str] = {}
    for place, kind in (*_prompts(lines), *_teasers(lines, paragraphs), *_slugs(lines), *_repeats(text, paragraphs)):
        kinds.setdefault(place, kind)
    for place in [
        place for place in range(1, min(TOP, len(lines))) if place not in kinds and _is_site_name(place, lines, kinds)
    ]:
        kinds[place] = "byline"
    whole = [Boilerplate(paragraphs[place], kind) for place, kind in kinds.items()]
    parts = _parts(text, [span for place, span in enumerate(paragraphs) if place not in kinds])
    return tuple(sorted((*whole, *parts), key=lambda item: item.span))


def _bare(line: str) -> str:
    """A line without bullets, arrows and white space around it."""
    # Most lines are sentences: to look for the end of each run of white space costs ten times as much.
    return line if line[:1].isalnum() and _PLAIN_END.search(line, len(line) - 1) else _TRIM.sub("", line)


@frozen
class _Shapes:
    """What lines look like that may stand in the same places; each pattern ends with a group, which tells its rule by number."""

    pattern: re.Pattern[str]
    rules: tuple[int, ...]
    exact: bool
    near: str

    def places(self, count: int) -> Sequence[int]:
        """Where among so many lines they may stand."""
        if not self.near:
            return range(count)
        last = count - END if self.near == "edge" else count
        return [place for place in range(count) if place < TOP or place >= last]


@cache
def _shapes() -> tuple[_Shapes, ...]:
    """All rules, those in one pattern that ask for the same places, as often: most lines look like none of them."""
    together: dict[tuple[bool, str, int], list[tuple[int, str]]] = {}
    for number, rule in enumerate(data_table("boilerplate")["lines"]):
        asked = (rule.get("exact", False), rule.get("near", ""), rule.get("min", 1))
        together.setdefault(asked, []).extend((number, pattern) for pattern in rule["patterns"])
    return tuple(
        _Shapes(
            re.compile("|".join(f"(?:{pattern})()" for _, pattern in shapes)),
            tuple(rule for rule, _ in shapes),
            exact,
            near,
        )
        for (exact, near, _), shapes in together.items()
    )


@cache
def _headings() -> re.Pattern[str]:
    return _any_of(data_table("boilerplate")["teasers"]["headings"])


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _prompts(lines: Sequence[str | None]) -> Iterator[tuple[int, str]]:
    """The lines that are known by themselves."""
    found: dict[int, list[int]] = {}
    for shapes in _shapes():
        fits = shapes.pattern.fullmatch
        for place in shapes.places(len(lines)):
            line = lines[place]
            match = None if line is None else fits(line if shapes.exact else line.lower())
            if match and match.lastindex:
                found.setdefault(shapes.rules[match.lastindex - 1], []).append(place)
    for number, places in sorted(found.items()):
        rule = data_table("boilerplate")["lines"][number]
        if len(places) >= rule.get("min", 1):
            yield from ((place, rule["kind"]) for place in places)


def _teasers(lines: Sequence[str | None], paragraphs: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """Headings of lists of other articles, and the headlines under them; near the end of a text, their summaries too."""
    following = 0
    for place, line in enumerate(lines):
        if place < following or line is None or not _headings().fullmatch(line.rstrip(" :").lower()):
            continue
        yield place, "related-link"
        following = place + 1
        while following < len(lines) and _is_headline(lines[following]):
            yield following, "teaser"
            following += 1
            in_tail = following < len(lines) and paragraphs[following].start >= (1 - TAIL) * paragraphs[-1].end
            if in_tail and (following + 1 == len(lines) or _is_headline(lines[following + 1])):
                yield following, "teaser"
                following += 1


def _is_headline(line: str | None) -> bool:
    return line is not None and line[:1].isupper() and " " in line and not _SENTENCE_END.search(line)


def _slugs(lines: Sequence[str | None]) -> Iterator[tuple[int, str]]:
    """Lines that are the name of an image or what stands in its place: *harbour fire night crews*."""
    if not any(line and not line.islower() for line in lines):
        return
    prose = frozenset(data_table("boilerplate")["slugs"]["prose"])
    for place, line in enumerate(lines):
        if place and line and _SLUG.fullmatch(line) and prose.isdisjoint(re.split("[ _-]", line)):
            yield place, "image-credit"


def _repeats(text: str, paragraphs: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """Long paragraphs that stood before, word for word."""
    seen: set[str] = set()
    for place, span in enumerate(paragraphs):
        if len(span) >= REPEATED:
            words = span.of(text)
            if words in seen:
                yield place, "repeat"
            seen.add(words)


def _is_site_name(place: int, lines: Sequence[str | None], kinds: Mapping[int, str]) -> bool:
    """Whether a line of a word or three stands among the first lines, right beside a byline or a reading time."""
    line = lines[place]
    if not line or not line[0].isupper() or len(line) > 40 or len(line.split()) > 3 or _NO_NAME.search(line):
        return False
    return any(kinds.get(beside) in ("byline", "read-time") for beside in (place - 1, place + 1))


def _parts(text: str, paragraphs: Sequence[Span]) -> Iterator[Boilerplate]:
    """Parts of lines: the tag of a section after a title, the credit after the caption of an image."""
    for number, span in enumerate(paragraphs):
        if len(span) > LONGEST:
            continue
        if number == 0:
            start = _tag(span.of(text))
            if start is not None:
                yield Boilerplate(Span(span.start + start, span.end), "section-tag")
                continue
        credit = _CREDIT.search(text, span.start, span.end)
        if credit:
            yield Boilerplate(Span(*credit.span()), "image-credit")


def _tag(title: str) -> int | None:
    """Where the name of a section or outlet begins at the end of a title: *Storm hits Cuba | Cuba News*."""
    titles = data_table("boilerplate")["titles"]
    words = title.split()
    if len(words) < 5 or words[-1].endswith((".", "!", "?")):
        return None
    for separator in titles["separators"]:
        head, found, tail = title.rpartition(separator)
        tagged = tail.split()
        is_name = 1 <= len(tagged) <= 4 and all(word[0].isupper() for word in tagged)
        if (
            found
            and is_name
            and len(head.split()) >= 3
            and (separator in titles["sure"] or tagged[-1] in titles["tags"])
        ):
            return len(title) - len(tail)
    before, name, last = words[-3], words[-2], words[-1]
    in_sentence_case = sum(word.islower() for word in words) > len(words) / 2
    if last in titles["tags"] and in_sentence_case and before[0].isupper() and name[0].isupper() and name in words[:-3]:
        return title.rindex(name)
    return None
