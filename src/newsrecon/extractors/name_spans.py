"""Where a text has names: runs of capitalised words, cut to what is a name by the document's own evidence.

*Afghanistan's Foreign Minister Amir Khan Muttaqi* holds two names and a title. *Women in Kabul* holds one name: the first
word is written small elsewhere, or is a common English word.

Theory of operation. The words that have a capital in the middle of running text are evidence for those at a sentence's
start. Each run is cut at days, titles, nationalities and unlicensed small words; then what stands beside names that the
article knows in full is cut off. Headlines come last, with the names of the running text known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from attrs import define, field, frozen

from newsrecon import gazetteer
from newsrecon.extractors.name_headlines import names_in_headline
from newsrecon.extractors.name_parts import parts, title_in, without_function_words
from newsrecon.extractors.name_words import Passage, Run, Word, is_title, opens_sentence, runs
from newsrecon.model import Article

__all__ = ["NameSpan", "name_spans"]


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
    votes: Counter[str] = field(factory=Counter)

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


@frozen
class _Evidence:
    """What the whole document tells about words."""

    small: frozenset[str]
    """Words written small somewhere."""
    inside: Counter[str]
    """Words with a capital in the middle of running text, with their number."""
    families: frozenset[str]
    """Words at the end of longer runs there: likely family names."""
    surnames: frozenset[str]
    """Those of them that no small word stands before."""


def name_spans(article: Article) -> list[NameSpan]:
    """The names of an article in the order of the text, untyped, each with the title cut from its front."""
    text = article.text
    passages = runs(article)
    evidence = _evidence(text, passages)
    found: list[NameSpan] = []
    for passage, chains in passages:
        if passage.style == "running":
            for run in chains:
                found += _names_of_run(text, run, passage, evidence)
    found = list(_settled(found, evidence))
    known = {name.keys for name in found}
    # The last word stands for the whole: *Marlow Colts*, and in the headline *Colts*.
    heads = gazetteer.organisations().heads.keys() | evidence.small
    known |= {keys[-1:] for keys in known if len(keys) > 1 and keys[-1] not in heads and len(keys[-1]) > 2}
    for passage, chains in passages:
        if passage.style != "running":
            for run in chains:
                names = names_in_headline(run, passage, known, evidence.small)
                found += [NameSpan(tuple(words), passage) for words in names]
    found += _institutions(text, found)
    return sorted(found, key=lambda name: (name.start, name.end))


def _evidence(text: str, passages: Sequence[tuple[Passage, list[Run]]]) -> _Evidence:
    inside: Counter[str] = Counter()
    families: set[str] = set()
    surnames: set[str] = set()
    function = gazetteer.words_with_capitals("function_words")
    for passage, chains in passages:
        if passage.style != "running":
            continue
        for run in chains:
            proven = run[1:] if opens_sentence(text, run[0].start, passage) else run
            inside.update(word.key for word in proven)
            if len(proven) > 1 or (len(run) > 1 and proven):
                families.add(run[-1].key)
                if run[-2].key not in function:
                    surnames.add(run[-1].key)
    return _Evidence(frozenset(_SMALL.findall(text)), inside, frozenset(families), frozenset(surnames))


_SMALL = re.compile(r"(?<![\w'’-])[a-z][a-z]+")


# ---------------------------------------------------------------- running text


def _names_of_run(text: str, run: Run, passage: Passage, evidence: _Evidence) -> Iterator[NameSpan]:
    opens = opens_sentence(text, run[0].start, passage)
    for part in parts(run):
        kept = without_function_words(part)
        if opens and kept and kept[0] is run[0]:
            kept = _without_plain_start(text, kept, evidence)
        if kept:
            yield from _split_at_titles(text, kept, passage, opens and kept[0] is run[0], evidence)


def _without_plain_start(text: str, part: Run, evidence: _Evidence) -> Run:
    """What is left of a part that opens its sentence when a first word that is no name is dropped."""
    first, key = part[0], part[0].key
    if first.is_shouted or "." in first.text[:-1] or is_title(first):
        return part
    if not key.isalpha():
        is_plain = all(each in gazetteer.common_words() for each in key.split("-"))
        return without_function_words(part[1:]) if is_plain else part
    if evidence.inside[key] and (key not in evidence.small or key in evidence.families):
        return part
    if key not in gazetteer.common_words() and key not in evidence.small:
        return part
    if key in gazetteer.demonyms() or key in gazetteer.words_with_capitals("adjectives"):
        return part
    known = gazetteer.organisations().known
    whole = text[first.start : part[-1].end]
    if whole in known or whole.lower() in gazetteer.places() or first.text in known or key in gazetteer.places():
        return part
    if _place_in_front(part) or _speaks(text, part):
        return part
    if len(part) > 1 and _is_institution(part, evidence):
        return part[1:] if key in gazetteer.titles().passing else part
    return without_function_words(part[1:])


def _place_in_front(part: Run) -> bool:
    """*New Orleans Saints*: whether the first two or three words are a place."""
    return any(" ".join(word.key for word in part[:size]) in gazetteer.places() for size in (2, 3) if len(part) >= size)


_NEXT = re.compile(r" ([a-z]+)")


def _speaks(text: str, part: Run) -> bool:
    """*Bush said*: a family name that is a word, too, before a verb of speech."""
    word = part[0]
    if len(part) > 1 or not (word.key in gazetteer.family_names() or word.key in gazetteer.given_names()):
        return False
    follows = _NEXT.match(text, word.end)
    return follows is not None and follows[1] in gazetteer.words_with_capitals("speech")


def _is_institution(part: Run, evidence: _Evidence) -> bool:
    """Whether common words make a name here: *Supreme Court*, *Joint Chiefs of Staff*, *Grace Jones*."""
    common, heads = gazetteer.common_words(), gazetteer.organisations().heads
    second = part[1]
    if part[-1].key in heads and (second.key in common or second.key in heads):
        return True
    if any(word.link for word in part[1:]):
        return True
    if part[0].key in gazetteer.given_names() and second.key not in common and not is_title(second):
        return True
    return second.key in common and evidence.inside[second.key] > 0


def _split_at_titles(text: str, part: Run, passage: Passage, initial: bool, evidence: _Evidence) -> Iterator[NameSpan]:
    """*Apple CEO Steve Jobs* gives *Apple*, and *Steve Jobs* with its title; *the Foreign Minister* gives nothing."""
    found = None if _surface(text, part).lower() in gazetteer.places() else title_in(part)
    if found is None or len(part) == 1 or _is_periodical(text, part, found, passage):
        yield from _whole(text, part, passage, initial, evidence)
        return
    begin, end = found
    before, after = part[:begin], part[end:]
    while before and before[-1].key in ("former", "ex"):
        before = before[:-1]
    if before:
        yield from _whole(text, before, passage, initial, evidence)
    if after and after[0].link and after[0].link.split()[0] in ("of", "for"):
        if any(word.key not in gazetteer.common_words() for word in after):
            yield from _split_at_titles(text, after, passage, False, evidence)
        return
    if after:
        for number, name in enumerate(_split_at_titles(text, after, passage, False, evidence)):
            if number == 0 and name.title is None and name.words[0] is after[0]:
                name.title = (part[0].start, part[end - 1].end)
                name.votes["person"] += 6
            yield name


def _is_periodical(text: str, part: Run, title: tuple[int, int], passage: Passage) -> bool:
    """*wrote The Marlow Reporter*: a title's word that ends a name whose article has a capital inside a sentence."""
    place = part[0].start - 4
    return title[0] > 0 and title[1] == len(part) and place > passage.start and text.startswith("The ", place)


def _surface(text: str, words: Sequence[Word]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split())


def _whole(text: str, part: Run, passage: Passage, initial: bool, evidence: _Evidence) -> Iterator[NameSpan]:
    """A name as it stands, without a nationality in front of a person, with a small-written head behind it."""
    words = without_function_words(part)
    if not words:
        return
    surface = _surface(text, words)
    names = gazetteer.organisations()
    front = 0 if surface in names.known or surface.lower() in gazetteer.places() else _nationality(words)
    if front == len(words):
        head = _small_head(text, words[-1].end, passage.end, names.small_institutions)
        if head:
            yield NameSpan(tuple(words), passage, initial, tail=words[-1].end + len(head), hint="organization")
        return
    if front and _drops_nationality(words[front:]):
        words = words[front:]
    if len(words) == 1 and _is_no_name(text, words[0], evidence):
        return
    found = NameSpan(tuple(words), passage, initial)
    _extend(text, found)
    yield found


def _nationality(words: Sequence[Word]) -> int:
    """How many words in front are of nationality, faith or party: *Russian*, *North Korean*."""
    adjectives, demonyms = gazetteer.words_with_capitals("adjectives"), gazetteer.demonyms()
    front = 0
    while front < len(words):
        if front + 1 < len(words) and f"{words[front].key} {words[front + 1].key}" in demonyms:
            front += 2
        elif words[front].key in demonyms or words[front].key in adjectives or _is_compound(words[front].key):
            front += 1
        else:
            break
    return front


def _is_compound(key: str) -> bool:
    """*French-Tunisian*, *Anglo-American*: two words of nationality in one."""
    parts_of = key.split("-")
    adjectives, demonyms = gazetteer.words_with_capitals("adjectives"), gazetteer.demonyms()
    return len(parts_of) == 2 and all(part in demonyms or part in adjectives for part in parts_of)


def _drops_nationality(rest: Sequence[Word]) -> bool:
    """A nationality belongs to an institution (*Russian Supreme Court*) and not to a person (*German Claudia Pechstein*)."""
    heads = gazetteer.organisations().heads
    if len(rest) == 1 or any(word.key in heads for word in rest):
        return False
    return rest[0].key in gazetteer.given_names() or all(word.key not in gazetteer.common_words() for word in rest)


def _is_no_name(text: str, word: Word, evidence: _Evidence) -> bool:
    """Whether a word with a capital is none by itself: a title, an abbreviation of units, a legal form, a letter."""
    key = word.key
    if key.upper() in gazetteer.organisations().after_on:
        return text[max(0, word.start - 4) : word.start] != " on "
    if is_title(word):
        return key not in evidence.families or text[max(0, word.start - 4) : word.start].lower() == "the "
    if key in gazetteer.organisations().legal_forms and not word.is_shouted:
        return True
    if key in evidence.surnames and not word.is_shouted and len(key) > 2:
        return False
    return key in gazetteer.words_with_capitals("no_names") or len(key) == 1 or key.isdigit()


# ---------------------------------------------------------------- what belongs to a name and is written small


_HEAD = re.compile(r"[ \u00a0]([a-z]+(?:[ \u00a0][a-z’']+){0,2})")
# , Inc. · , Jr.
_LEGAL = re.compile(r", (Inc|Ltd|Corp|LLC|L\.L\.C|Co|LLP|L\.P|S\.A|N\.V|Jr|Sr)\b\.?")


def _small_head(text: str, end: int, limit: int, heads: Iterable[str]) -> str:
    """The small-written head behind this place, with the space before it, the longest there is."""
    match = _HEAD.match(text, end, min(limit, end + 60))
    if match is None:
        return ""
    words = match[1].replace("\u00a0", " ").split(" ")
    for size in range(len(words), 0, -1):
        if " ".join(words[:size]) in heads:
            return match[0][: 1 + len(" ".join(words[:size]))]
    return ""


def _extend(text: str, name: NameSpan) -> None:
    """Add a small-written head or a legal form behind a comma: *Pasteur hospital*, *Verb8tm, Inc.*"""
    names = gazetteer.organisations()
    last = name.words[-1]
    legal = _LEGAL.match(text, last.end) if text[last.end : last.end + 1] == "," else None
    if legal:
        name.tail = legal.end()
        name.hint = "person" if legal[1] in ("Jr", "Sr") else "organization"
        return
    if text[last.end : last.end + 2] in ("'s", "’s") and f"{_surface(text, name.words)}'s" in names.known:
        name.tail = last.end + 2
        return
    if last.key in names.heads and len(name.words) > 1:
        return
    head = _small_head(text, last.end, name.passage.end, names.after_name)
    if head:
        name.tail = last.end + len(head)
        name.hint = names.after_name[head.strip().replace("\u00a0", " ")]


# Russia's foreign ministry · Afghanistan's Foreign Ministry
_POSSESSED = re.compile(r"['’]s? ([A-Za-z]+(?: (?:of )?[A-Za-z]+(?:['’]s)?){0,2})")


def _institutions(text: str, found: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Institutions that a possessor tells apart: *Russia's foreign ministry* beside *Russia*; a bare one written large is cut."""
    by_start = {name.start: name for name in found}
    for name in found:
        match = _POSSESSED.match(text, name.end, min(name.passage.end, name.end + 60))
        if match is None:
            continue
        words = match[1].split(" ")
        for size in range(len(words), 0, -1):
            phrase = " ".join(words[:size])
            if not _is_possessed(phrase):
                continue
            start = match.start(1)
            written = by_start.get(start)
            if written is not None:
                if written.end == start + len(phrase):
                    written.front = name.start
                    written.hint = "organization"
            else:
                yield NameSpan(name.words, name.passage, name.initial, tail=start + len(phrase), hint="organization")
            break


@cache
def _is_possessed(phrase: str) -> bool:
    names = gazetteer.organisations()
    key = phrase.lower().replace("’", "'")
    return key in (names.small_institutions if phrase.islower() else names.institutions)


# ---------------------------------------------------------------- second thoughts


def _settled(found: Sequence[NameSpan], evidence: _Evidence) -> Iterator[NameSpan]:
    """The names, less what the article itself shows to be no name or none of its part."""
    counts = Counter(name.keys for name in found)
    families = {name.keys[-1] for name in found if len(name.words) > 1}
    taken = 0
    for name in found:
        if name.start < taken:
            continue
        taken = name.tail
        if len(name.words) == 1 and not name.tail:
            key = name.words[0].key
            if (
                key in evidence.small
                and key in gazetteer.common_words()
                and key not in families
                and name.title is None
                and key not in gazetteer.places()
                and name.words[0].text not in gazetteer.organisations().known
                and not name.words[0].is_shouted
            ):
                continue
        elif len(name.words) > 2 and counts[name.keys] == 1:
            name.words = _known_core(name.words, counts)
        yield name


def _known_core(words: tuple[Word, ...], counts: Counter[tuple[str, ...]]) -> tuple[Word, ...]:
    """*Esther Williams Dies* without its last word, where the article has the name without it and the word is plain English."""
    keys = tuple(word.key for word in words)
    common, heads = gazetteer.common_words(), gazetteer.organisations().heads
    for size in range(len(words) - 1, 1, -1):
        rest = keys[size:]
        if counts[keys[:size]] and all(word in common and word not in heads for word in rest):
            return words[:size]
        rest = keys[: len(words) - size]
        if counts[keys[-size:]] and all(word in common and word not in heads for word in rest):
            return words[-size:]
    return words
