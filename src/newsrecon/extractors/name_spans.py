"""Where a text has names: runs of capitalised words, cut to what is a name by the document's own evidence.

*Afghanistan's Foreign Minister Amir Khan Muttaqi* holds two names and a title. *Women in Kabul* holds one name: the first
word is written small elsewhere, or is a common English word. Headlines, where every word has a capital, hold the names that
the rest of the article knows, and words that are no English.

Theory of operation. A first pass finds runs of capitalised words, sentence by sentence, and tells running text from headlines
and lines in capitals. The words that have a capital in the middle of running text are evidence for those at a sentence's
start. A second pass cuts each run at days, titles, nationalities and unlicensed small words. Headlines come last.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import define, field, frozen

from newsrecon import gazetteer
from newsrecon.model import Article

__all__ = ["NameSpan", "Passage", "Word", "name_spans"]


def _capitals() -> str:
    """A character class of capital letters, title case included."""
    found = [code for code in range(sys.maxunicode + 1) if chr(code).isupper() or chr(code).istitle()]
    ranges: list[list[int]] = []
    for code in found:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges if not 0xD800 <= low <= 0xDFFF)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns for a run of capitalised words and for its words; made when first needed."""
    capital = f"[{_capitals()}]"
    short = (
        r"(?:Mr|Mrs|Ms|Dr|Drs|St|Ste|Mt|Ft|Sen|Rep|Reps|Gov|Gen|Col|Maj|Capt|Lt|Sgt|Cpl|Pvt|Adm|Cmdr|Brig|Prof|Rev|Hon|Det|Insp"
        r"|Atty|Supt|Msgr|Fr|Inc|Corp|Co|Cos|Ltd|Bros|Jr|Sr|Ave|Blvd|Rd|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan"
        r"|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo)\."
    )
    # U.S. · J. · O'Connor · Jean-Michel · Al-Qaeda · AT&T · Mazar-i-Sharif
    initials = rf"{capital}\.(?:-?{capital}\.)*(?:{capital}(?!\w))?"
    plain = rf"{capital}\w*(?:['’](?!s(?!\w))\w+|[-‑][^\W\d_]+|&{capital}\w*|\.(?=(?:com|org|net)\b)\w+)*"
    prefix = r"(?:(?:al|el|ad|as|ar|an|at|ash)[-‑]|d['’]|l['’])?"
    word = rf"(?:{short}|{initials}|{prefix}{plain})"
    small = (
        r"(?:of(?:[ \t]+the)?|for(?:[ \t]+the)?|on|and(?:[ \t]+the)?|&|de(?:[ \t]+(?:la|los|las))?|del|della|di|da|do|dos|das|du|des|la|le"
        r"|van(?:[ \t]+(?:der|den|de))?|von(?:[ \t]+der)?|der|den|bin|ben|bint|ibn|ould|al|el|y|e|i)"
    )
    gap = r"[ \t\u00a0]*(?:[ \t\u00a0]|\r?\n)[ \t\u00a0]*"
    run = re.compile(rf"(?<![\w@#/\\&]){word}(?:{gap}(?:{small}{gap})?{word})*")
    return run, re.compile(rf"(?P<word>{word})|(?P<small>{small})(?!\w)")


@frozen
class Word:
    """A word of a run: its place, its text, and the small words between it and the word before."""

    start: int
    end: int
    text: str
    link: str = ""

    @property
    def key(self) -> str:
        """The word in lower case, without a full stop at its end."""
        return self.text.lower().rstrip(".")


@frozen
class Passage:
    """A stretch of text that is read at once, and how its capitals are to be taken."""

    start: int
    end: int
    style: str = "running"
    """`running`, `headline` (most words have a capital), or `capitals` (nothing is written small)."""


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
    nested: bool = False
    votes: Counter[str] = field(factory=Counter)
    role: str | None = None
    gender: str | None = None

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.tail or self.words[-1].end


def passages(article: Article) -> list[Passage]:
    """The sentences of the body; in hard-wrapped text the lines of a sentence are put together again."""
    text = article.text
    found = [(span.start, span.end) for span in article.sentences]
    if not found:
        return []
    inside = sum(text[start].islower() for start, _ in found)
    if inside * 4 > len(found):
        found = list(_unwrapped(text, found))
    return [Passage(start, end) for start, end in found]


def _unwrapped(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = spans[0]
    for follow, stop in spans[1:]:
        gap = text[end:follow]
        if gap.count("\n") == 1 and (text[end - 1] not in ".!?:\"'”’" or text[follow].islower()) and end - start < 4000:
            end = stop
            continue
        yield start, end
        start, end = follow, stop
    yield start, end


_SMALL_WORD = re.compile(r"(?<![\w'’.-])[a-z]{4,}")
_CAPITAL_WORD = re.compile(r"(?<![\w'’.-])[A-Z][\w]{3,}")


def _style(text: str, start: int, end: int, covered: int) -> str:
    """How the capitals of a passage are to be taken, given how many characters are in runs of capitalised words."""
    length = end - start
    if covered * 5 < length * 2:
        return "running"
    part = text[start:end]
    small = len(_SMALL_WORD.findall(part))
    large = _CAPITAL_WORD.findall(part)
    shouted = sum(word.isupper() for word in large)
    if not small and len(large) >= 2 and shouted == len(large):
        return "capitals"
    if len(large) < 3 or large == [] or small * 4 > len(large):
        return "running"
    common = gazetteer.common_words()
    plain = sum(word.lower() in common for word in large[1:])
    return "headline" if plain >= 2 and plain * 3 >= len(large) else "running"


@frozen
class _Evidence:
    """What the whole document tells about words."""

    small: frozenset[str]
    """Words written small somewhere."""
    inside: Counter[str]
    """Words written with a capital in the middle of running text, in lower case, with their number."""


def name_spans(article: Article) -> list[NameSpan]:
    """The names of an article in the order of the text, untyped, each with the title cut from its front."""
    text = article.text
    run_pattern, word_pattern = _patterns()
    runs: list[tuple[Passage, list[list[Word]]]] = []
    for passage in passages(article):
        matches = [match.span() for match in run_pattern.finditer(text, passage.start, passage.end)]
        if not matches:
            continue
        style = _style(text, passage.start, passage.end, sum(end - start for start, end in matches))
        passage = Passage(passage.start, passage.end, style)
        runs.append((passage, [_words(text, start, end, word_pattern) for start, end in matches]))
    evidence = _Evidence(frozenset(_small_words(text)), _inside(text, runs))
    found: list[NameSpan] = []
    for passage, chains in runs:
        if passage.style == "running":
            for chain in chains:
                found += _names_of_run(text, chain, passage, evidence)
    known = {tuple(word.key for word in name.words) for name in found}
    for passage, chains in runs:
        if passage.style != "running":
            for chain in chains:
                found += _names_of_headline(text, chain, passage, evidence, known)
    return sorted(found, key=lambda name: (name.start, name.end))


def _small_words(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w'’-])[a-z][a-z]+", text))


def _words(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Word]:
    """The words of a run; of *Taliban-led* only *Taliban*."""
    endings = gazetteer.words_with_capitals("compound_endings")
    common = gazetteer.common_words()
    words: list[Word] = []
    link = ""
    for match in pattern.finditer(text, start, end):
        if match.lastgroup == "small":
            link = " ".join(match[0].split())
            continue
        word, first, last = match[0], match.start(), match.end()
        cut = max(word.rfind("-"), word.rfind("‑"))
        if 0 < cut < len(word) - 1 and word[cut + 1].islower():
            ending = word[cut + 1 :]
            if ending in endings or (len(ending) > 3 and ending in common):
                last, word = first + cut, word[:cut]
        words.append(Word(first, last, word, link))
        link = ""
    return words


def _inside(text: str, runs: Sequence[tuple[Passage, list[list[Word]]]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for passage, chains in runs:
        if passage.style != "running":
            continue
        for chain in chains:
            initial = _opens_sentence(text, chain[0].start, passage)
            for word in chain[1 if initial else 0 :]:
                found[word.key] += 1
    return found


_OPENING = re.compile(r"[\s\"'“”‘’«»(\[_*•·–—-]*")


def _opens_sentence(text: str, place: int, passage: Passage) -> bool:
    """Whether only marks stand between this place and the start of its sentence, or the start of a quotation or a clause after a colon."""
    opening = _OPENING.match(text, passage.start, place)
    if opening is not None and opening.end() == place:
        return True
    before = text[max(passage.start, place - 3) : place]
    return (before.rstrip(" ")[-1:] in '"“‘«:' if before.strip() else False) or (
        before.endswith(("- ", "– ", "— ")) and False
    )


# ---------------------------------------------------------------- running text


def _names_of_run(text: str, chain: list[Word], passage: Passage, evidence: _Evidence) -> Iterator[NameSpan]:
    initial = _opens_sentence(text, chain[0].start, passage)
    for number, part in enumerate(_parts(chain)):
        opens = initial and number == 0 and part[0] is chain[0]
        yield from _names_of_part(text, part, passage, evidence, opens)


def _parts(chain: list[Word]) -> Iterator[list[Word]]:
    """A run cut at days and months and at small words that no name licenses there."""
    calendar = gazetteer.words_with_capitals("calendar")
    part: list[Word] = []
    for place, word in enumerate(chain):
        following = chain[place + 1] if place + 1 < len(chain) else None
        if word.key in calendar and not _is_named_after_a_day(word, part, following):
            if part:
                yield part
            part = []
            continue
        if part and word.link and not _licensed(part, word, chain[place:]):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _is_named_after_a_day(word: Word, part: list[Word], following: Word | None) -> bool:
    """*Sunday Times*, *April Ryan*, *Black Friday*: a day inside a name."""
    if following is None or following.link:
        return bool(part) and part[-1].key in {"black", "good", "ash", "bloody", "cyber", "easter", "palm", "super"}
    if following.key in gazetteer.organisations().heads:
        return True
    key = following.key
    return (
        word.key in gazetteer.given_names()
        and not key[0].isdigit()
        and key not in gazetteer.common_words()
        and key not in gazetteer.places()
        and key not in gazetteer.demonyms()
        and key not in gazetteer.words_with_capitals("calendar")
        and not _is_title(following)
    )


def _licensed(part: list[Word], word: Word, rest: list[Word]) -> bool:
    """Whether the small words before this word join it to what stands before: *Bank of England*, *Charles de Gaulle*."""
    link = word.link.split()[0]
    names = gazetteer.organisations()
    last = part[-1].key
    joined = " ".join([*(each.key for each in part), word.link, word.key])
    if joined in gazetteer.places():
        return True
    if link in ("of", "for", "on"):
        if _is_title(part[-1]) and last not in names.before_of:
            return False
        if link == "on":
            return last in ("committee", "commission", "council", "conference", "subcommittee", "institute")
        heads = {last, last.removesuffix("s"), " ".join(each.key for each in part[-2:])}
        if heads & names.before_of:
            return link == "of" or last not in ("city", "county", "state", "republic", "kingdom", "house", "hall")
        if link == "of" and len(part) == 1 and last in gazetteer.given_names() and last not in gazetteer.common_words():
            return word.link == "of"
        return False
    if link == "&":
        return True
    if link == "and":
        return _joined_by_and(part, rest)
    if link in ("e", "i", "y"):
        return len(part) > 0 and word.key not in gazetteer.common_words()
    return last not in gazetteer.words_with_capitals("function_words") and not _is_title(part[-1])


def _joined_by_and(part: list[Word], rest: list[Word]) -> bool:
    """*Food and Drug Administration*, *Zoo and Botanical Garden*: common words with an institution's head at the end."""
    common, heads = gazetteer.common_words(), gazetteer.organisations().heads
    right = [rest[0]]
    for word in rest[1:]:
        if word.link:
            break
        right.append(word)
    if not all(word.key in common for word in right) or any(_is_title(word) for word in right[:1]):
        return False
    if any(word.link in ("of", "of the", "for", "for the", "on") for word in part) and part[-1].key in common:
        return True
    if len(part) == 1 and part[0].key in common and len(right) > 1 and right[-1].key in heads:
        return True
    return part[-1].key in heads and len(right) > 1 and right[-1].key in heads and heads[right[-1].key] != "other"


def _is_title(word: Word) -> bool:
    key = word.key
    titles = gazetteer.titles()
    return key in titles.heads or key in titles.honorifics


def _names_of_part(
    text: str, part: list[Word], passage: Passage, evidence: _Evidence, initial: bool
) -> Iterator[NameSpan]:
    """The names in a part of a run that has no days and only licensed small words."""
    part, moved = _without_function_words(part)
    if not part:
        return
    initial = initial and not moved
    if initial:
        dropped = _without_plain_start(text, part, evidence)
        if not dropped:
            return
        if len(dropped) < len(part):
            part, initial = dropped, False
    yield from _split_at_titles(text, part, passage, initial)


def _without_function_words(part: list[Word]) -> tuple[list[Word], bool]:
    """*The International Criminal Court* without *The*; small words with a capital at the end go, too."""
    function = gazetteer.words_with_capitals("function_words")
    start, end = 0, len(part)
    while start < end and part[start].key in function and not _is_shouted(part[start]):
        start += 1
    while end > start and part[end - 1].key in function and not _is_shouted(part[end - 1]):
        end -= 1
    return part[start:end], start > 0


def _is_shouted(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _without_plain_start(text: str, part: list[Word], evidence: _Evidence) -> list[Word]:
    """What is left of a part that opens its sentence when a first word that is no name is dropped."""
    first = part[0]
    key = first.key
    if _is_shouted(first) or "." in first.text[:-1] or not key.isalpha():
        return part
    if evidence.inside[key] and key not in evidence.small:
        return part
    if key not in gazetteer.common_words() and key not in evidence.small:
        return part
    if _is_title(first) or key in gazetteer.demonyms() or key in gazetteer.words_with_capitals("adjectives"):
        return part
    names = gazetteer.organisations()
    whole = text[first.start : part[-1].end]
    if whole in names.known or whole.lower() in gazetteer.places() or first.text in names.known:
        return part
    if len(part) > 1:
        if part[-1].key in names.heads and part[1].key in gazetteer.common_words() | names.heads.keys():
            return part if key not in gazetteer.titles().passing else part[1:]
        if any(word.link for word in part[1:]):
            return part
        if key in gazetteer.given_names() and part[1].key not in gazetteer.common_words() and not _is_title(part[1]):
            return part
        if part[1].key in gazetteer.common_words() and evidence.inside[part[1].key]:
            return part
    rest = part[1:]
    return _without_function_words(rest)[0] if rest else []


def _split_at_titles(text: str, part: list[Word], passage: Passage, initial: bool) -> Iterator[NameSpan]:
    """*Apple CEO Steve Jobs* gives *Apple* and *Steve Jobs* with its title; *the Foreign Minister* gives nothing."""
    begin, end = _title_run(part)
    if begin < 0:
        yield from _whole(text, part, passage, initial, None)
        return
    before, after = part[:begin], part[end:]
    if before and before[-1].key in ("former", "ex"):
        before = before[:-1]
    if before:
        yield from _whole(text, before, passage, initial, None)
    if after:
        start = part[0].start if before or begin == 0 else part[begin].start
        for number, name in enumerate(_split_at_titles(text, after, passage, False)):
            if number == 0 and name.title is None and name.start == after[0].start:
                name.title = (start, part[end - 1].end)
                name.votes["person"] += 6
            yield name


def _title_run(part: list[Word]) -> tuple[int, int]:
    """The first run of title words that has a head: begin and end, (-1, -1) where there is none.

    Words that would leave an institution's name behind are none: *General Motors*, *President's Office*.
    """
    titles, heads = gazetteer.titles(), gazetteer.organisations().heads
    for place, word in enumerate(part):
        if not _is_title(word) or (word.link and place):
            continue
        end = place + 1
        while end < len(part) and not part[end].link and (_is_title(part[end]) or _continues(part, end)):
            end += 1
        while (
            end + 1 < len(part) and part[end].link == "of" and part[end].key in ("state", "staff", "defense", "defence")
        ):
            end += 1
        rest = part[end:]
        if rest and not word.text.endswith(".") and rest[-1].key in heads and not rest[-1].link:
            if _is_given(rest[0]) and len(rest) > 1:
                pass
            else:
                continue
        if rest and rest[0].link in ("of", "for", "of the", "for the", "and"):
            return (place, end) if not rest else _with_tail(part, place, end)
        begin = place
        while begin > 0 and not part[begin].link and part[begin - 1].key in titles.modifiers:
            begin -= 1
        if not rest and begin == 0 and place == 0 and len(part) == 1:
            return 0, 1
        return begin, end
    return -1, -1


def _continues(part: list[Word], place: int) -> bool:
    """A modifier inside a title: *Deputy Foreign Minister*, where *Foreign* follows one title word and precedes another."""
    return (
        place + 1 < len(part)
        and part[place].key in gazetteer.titles().modifiers
        and (_is_title(part[place + 1]) or _continues(part, place + 1))
    )


def _with_tail(part: list[Word], place: int, end: int) -> tuple[int, int]:
    return place, end


def _is_given(word: Word) -> bool:
    return word.key in gazetteer.given_names()


def _whole(
    text: str, words: list[Word], passage: Passage, initial: bool, title: tuple[int, int] | None
) -> Iterator[NameSpan]:
    """A name as it stands, without a nationality in front of a person or alone, with a small-written head behind it."""
    words, _ = _without_function_words(words)
    if not words:
        return
    names = gazetteer.organisations()
    adjectives = gazetteer.words_with_capitals("adjectives")
    front = 0
    while front < len(words) and (words[front].key in gazetteer.demonyms() or words[front].key in adjectives):
        front += 1
    surface = " ".join(text[words[0].start : words[-1].end].split())
    if front and len(words) > 1 and " ".join(word.key for word in words[:2]) in gazetteer.demonyms():
        front = max(front, 2)
    if surface in names.known or surface.lower() in gazetteer.places():
        front = 0
    if front == len(words):
        head = _small_head(text, words[-1].end, passage.end, names.small_institutions)
        if head and front == 1:
            yield NameSpan(tuple(words), passage, initial, tail=words[-1].end + len(head), hint="organization")
        return
    if front and _drops_nationality(words[front:]):
        words = words[front:]
    if len(words) == 1 and _is_no_name(words[0]):
        return
    found = NameSpan(tuple(words), passage, initial, title)
    _extend(text, found)
    yield found


def _drops_nationality(rest: list[Word]) -> bool:
    """A nationality belongs to an institution (*Russian Supreme Court*) and not to a person (*German Claudia Pechstein*)."""
    heads = gazetteer.organisations().heads
    if rest[-1].key in heads or any(word.key in heads for word in rest):
        return False
    if _is_given(rest[0]) and len(rest) > 1:
        return True
    if len(rest) == 1:
        return False
    return all(word.key not in gazetteer.common_words() for word in rest)


def _is_no_name(word: Word) -> bool:
    key = word.key
    if key in gazetteer.words_with_capitals("no_names"):
        return True
    if len(key) == 1 or key.isdigit():
        return True
    return _is_title(word)


_HEAD = re.compile(r"[ \u00a0]([a-z]+(?:[ \u00a0][a-z’']+){0,2})")


def _small_head(text: str, end: int, limit: int, heads: frozenset[str]) -> str:
    """The small-written head that follows a place, with the space before it: of three words, two or one."""
    match = _HEAD.match(text, end, min(limit, end + 60))
    if match is None:
        return ""
    words = match[1].replace("\u00a0", " ").split(" ")
    for size in range(len(words), 0, -1):
        if " ".join(words[:size]) in heads:
            return match[0][: 1 + len(" ".join(words[:size]))]
    return ""


@cache
def _after_name() -> frozenset[str]:
    return frozenset(gazetteer.organisations().after_name)


def _extend(text: str, name: NameSpan) -> None:
    """Add a small-written head or a legal form behind a comma: *Pasteur hospital*, *Verb8tm, Inc.*"""
    names = gazetteer.organisations()
    end = name.words[-1].end
    if text[end : end + 1] == "," and (match := _LEGAL.match(text, end)):
        name.tail = match.end()
        name.hint = "person" if match[1] in ("Jr", "Sr") else "organization"
        return
    if name.words[-1].key in names.heads and len(name.words) > 1:
        return
    head = _small_head(text, end, name.passage.end, _after_name())
    if head:
        name.tail = end + len(head)
        name.hint = names.after_name[head.strip().replace("\u00a0", " ")]


_LEGAL = re.compile(r", (Inc|Ltd|Corp|LLC|L\.L\.C|Co|LLP|L\.P|S\.A|N\.V|Jr|Sr)\b\.?")


# ---------------------------------------------------------------- headlines


def _names_of_headline(
    text: str, chain: list[Word], passage: Passage, evidence: _Evidence, known: set[tuple[str, ...]]
) -> Iterator[NameSpan]:
    """Names of a line whose capitals prove nothing: those known from elsewhere, and runs of words that are no English."""
    common, calendar = gazetteer.common_words(), gazetteer.words_with_capitals("calendar")
    function, places = gazetteer.words_with_capitals("function_words"), gazetteer.places()
    standard = {name.lower(): name for name in gazetteer.organisations().known}
    no_names, adjectives = gazetteer.words_with_capitals("no_names"), gazetteer.words_with_capitals("adjectives")
    place = 0
    strange: list[Word] = []
    while place < len(chain):
        size = next(
            (
                size
                for size in range(min(6, len(chain) - place), 0, -1)
                if (keys := tuple(word.key for word in chain[place : place + size])) in known
                or _listed(chain[place : place + size], places, standard, passage)
            ),
            0,
        )
        word = chain[place]
        plain = (
            word.key in common
            or word.key in calendar
            or word.key in function
            or word.key in adjectives
            or word.key in gazetteer.demonyms()
            or word.key in no_names
            or _is_title(word)
            or word.key.removesuffix("s") in common
            or (word.key in evidence.small)
            or not word.key[0].isalpha()
        )
        if size or plain or (word.link and word.link not in ("de", "van", "von", "al", "bin")):
            if strange:
                yield NameSpan(tuple(strange), passage, False)
            strange = []
        if size:
            yield NameSpan(tuple(chain[place : place + size]), passage, False)
            place += size
            continue
        if not plain:
            strange.append(word)
        place += 1
    if strange:
        yield NameSpan(tuple(strange), passage, False)


def _listed(words: Sequence[Word], places: frozenset[str], standard: dict[str, str], passage: Passage) -> bool:
    """Whether a run of words is a place or a well-known name; in a headline, short ones must be written as they always are."""
    key = words[0].key
    for word in words[1:]:
        key += f" {word.link + ' ' if word.link else ''}{word.key}"
    if key in places and len(key) > 3:
        return len(words) > 1 or key not in gazetteer.common_words()
    surface = standard.get(key)
    if surface is None:
        return False
    written = " ".join(word.text for word in words)
    return written == surface if passage.style == "headline" else len(key) > 3 and key not in gazetteer.common_words()
