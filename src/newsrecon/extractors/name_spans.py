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
from collections.abc import Iterator, Sequence

from newsrecon import gazetteer
from newsrecon.extractors.name_evidence import Evidence, evidence_of
from newsrecon.extractors.name_extents import extend, institutions, joined_to_patrons, small_head
from newsrecon.extractors.name_headlines import names_in_headline
from newsrecon.extractors.name_parts import begins_with_number, parts, title_in, without_function_words
from newsrecon.extractors.name_words import (
    CALLED,
    NameSpan,
    Passage,
    Run,
    Word,
    is_title,
    opens_sentence,
    runs,
    surface,
)
from newsrecon.model import Article
from newsrecon.verbs import pasts

__all__ = ["name_spans"]


def name_spans(article: Article) -> list[NameSpan]:
    """The names of an article in the order of the text, untyped, each with the title cut from its front."""
    text = article.text
    passages = runs(article)
    evidence = evidence_of(text, passages)
    found: list[NameSpan] = []
    for passage, chains in passages:
        if passage.style == "running":
            for run in chains:
                found += _names_of_run(text, run, passage, evidence)
    found = joined_to_patrons(text, list(_settled(found, evidence)))
    headlines = [(passage, chains) for passage, chains in passages if passage.style != "running"]
    known = _known_in_headlines(found, evidence) if headlines else set()
    for passage, chains in headlines:
        for run in chains:
            names = names_in_headline(run, passage, known, evidence.small)
            found += [NameSpan(tuple(words), passage) for words in names]
    found += institutions(text, found)
    return sorted(found, key=lambda name: (name.start, name.end))


def _known_in_headlines(found: Sequence[NameSpan], evidence: Evidence) -> set[tuple[str, ...]]:
    """The names of the running text, and shorter forms: *Colts* for *Marlow Colts*, *Red Larks* for *Boston Red Larks*."""
    known = {name.keys for name in found}
    heads, small = gazetteer.organisations().heads, evidence.small
    last = {keys[-1] for keys in known if len(keys) > 1 and len(keys[-1]) > 2}
    known |= {(word,) for word in last if word not in heads and word not in small}
    known |= {keys[size:] for keys in known for size in (1, 2) if len(keys) > size + 1 and _is_place(keys[:size])}
    return known | evidence.clubs


# ---------------------------------------------------------------- running text


def _names_of_run(text: str, run: Run, passage: Passage, evidence: Evidence) -> Iterator[NameSpan]:
    opens = opens_sentence(text, run[0].start, passage)
    office: tuple[int, int] | None = None
    for part in parts(run):
        kept = without_function_words(part)
        if opens and kept and kept[0] is run[0]:
            kept = [] if _is_heading(text, kept, passage) else _without_plain_start(text, kept, evidence)
        names = list(_split_at_titles(text, kept, passage, opens and kept[0] is run[0], evidence)) if kept else []
        if office and names and not part[0].link and names[0].title is None and names[0].words[0] is part[0]:
            names[0].title = office
            names[0].votes["person"] += 6
        office = _office_with_owner(part, office)
        yield from names


def _office_with_owner(part: Run, office: tuple[int, int] | None) -> tuple[int, int] | None:
    """*President of Norland* before *Anna Berg*: the office that a part begins, or the owner it has in this part."""
    if office is not None:
        return (office[0], part[-1].end) if part[0].link in ("of", "of the") else None
    title = title_in(part)
    return (part[title[0]].start, part[-1].end) if title is not None and title[1] == len(part) else None


# PRESS DIGEST - · SUMMARY: · OUTLOOK ...
_HEADED = re.compile(r" ?(?:[:–—]|-{1,2}(?!\w)|\.\.\.)")


def _is_heading(text: str, part: Run, passage: Passage) -> bool:
    """Whether plain words in capitals are a heading, alone or in front of what they head: *PRESS DIGEST - Norland*."""
    common, known = gazetteer.common_words(), gazetteer.organisations().known
    if not all(word.is_shouted and word.key in common and word.text not in known for word in part):
        return False
    if surface(text, part).lower() in gazetteer.places():
        return False
    return part[-1].end == passage.end or _HEADED.match(text, part[-1].end) is not None


def _without_plain_start(text: str, part: Run, evidence: Evidence) -> Run:
    """What is left of a part that opens its sentence when a first word that is no name is dropped."""
    first, key = part[0], part[0].key
    if first.is_shouted or "." in first.text[:-1] or is_title(first):
        return part
    if not key.isalpha():
        is_plain = key.endswith("-old") or all(each in gazetteer.common_words() for each in key.split("-"))
        return without_function_words(part[1:]) if is_plain else part
    if len(part) > 1 and (key, part[1].key) in evidence.pairs:
        return part
    if (
        len(part) > 1
        and key in gazetteer.words_with_capitals("particles")
        and part[1].key not in gazetteer.common_words()
    ):
        return part  # Dos Santos
    is_group = len(part) == 1 and key in gazetteer.words_with_capitals("groups")
    if key in evidence.inside and not is_group and (key not in evidence.small or key in evidence.families):
        return part
    if key not in gazetteer.common_words() and key not in evidence.small:
        return part
    if key in gazetteer.demonyms() or key in gazetteer.words_with_capitals("adjectives"):
        return part
    if (key,) in evidence.clubs or tuple(word.key for word in part[:2]) in evidence.clubs:
        return part
    known = gazetteer.organisations().known
    whole = text[first.start : part[-1].end]
    if whole in known or whole.lower() in gazetteer.places() or first.text in known or key in gazetteer.places():
        return part
    if (
        _is_coordinated(text, part)
        or begins_with_number(part)
        or _place_in_front(part)
        or (len(part) == 1 and _acts(text, first))
    ):
        return part
    if len(part) > 1 and _is_institution(part, evidence):
        return part[1:] if key in gazetteer.titles().passing else part
    return without_function_words(part[1:])


def _place_in_front(part: Run) -> bool:
    """*New Orleans Saints*: whether the first two or three words are a place."""
    return any(_is_place([word.key for word in part[:size]]) for size in (2, 3) if len(part) >= size)


def _is_place(keys: Sequence[str]) -> bool:
    return " ".join(keys) in gazetteer.places()


_AND = re.compile(r" and ([A-Z][\w'’-]+)")


def _is_coordinated(text: str, part: Run) -> bool:
    """*Smith and Jones said*: a family name that is a word, too, beside one that is none."""
    beside = _AND.match(text, part[0].end) if len(part) == 1 and part[0].key in gazetteer.family_names() else None
    return beside is not None and beside[1].lower() not in gazetteer.common_words()


_NEXT = re.compile(r" ([a-z]+)")


def _acts(text: str, word: Word) -> bool:
    """*Bush said*, *Baker threw*: a person's name that is a word, too, before a verb that tells a person or one thing.

    A noun for one thing has an article where a sentence begins; *rice fell* is of the stuff that has none.
    """
    follows = _NEXT.match(text, word.end)
    if follows is None or not (word.key in gazetteer.family_names() or word.key in gazetteer.given_names()):
        return False
    if follows[1] in gazetteer.words_with_capitals("speech"):
        return True
    no_article = word.key.endswith("s") or word.key in gazetteer.words_with_capitals("without_article")
    return follows[1] in pasts() and not no_article


def _is_borne(text: str, word: Word, evidence: Evidence) -> bool:
    """*Black said*, and *Black* for *Ann Black*: a family name that is a word of nationality or colour, too."""
    if word.key not in gazetteer.family_names() or text[max(0, word.start - 4) : word.start].lower() == "the ":
        return False
    follows = _NEXT.match(text, word.end)
    if follows is not None and follows[1] in gazetteer.words_with_capitals("speech"):
        return True
    if word.key not in evidence.surnames:
        return False
    return follows is None or follows[1] in gazetteer.words_with_capitals("function_words") or follows[1] in pasts()


def _is_institution(part: Run, evidence: Evidence) -> bool:
    """Whether common words make a name here: *Supreme Court*, *Joint Chiefs of Staff*, *Grace Jones*.

    So they do where the article has their initials: *Advanced Marlow Devices*, and *AMD*.
    """
    common, heads = gazetteer.common_words(), gazetteer.organisations().heads
    second = part[1]
    if part[-1].key in heads and (second.key in common or second.key in heads):
        return True
    if any(word.link and word.link != CALLED for word in part[1:]):
        return True
    if part[0].key in gazetteer.given_names() and second.key not in common and not is_title(second):
        return True
    if "".join(word.key[0] for word in part) in evidence.abbreviations:
        return True
    return second.key in common and second.key in evidence.inside


def _split_at_titles(text: str, part: Run, passage: Passage, initial: bool, evidence: Evidence) -> Iterator[NameSpan]:
    """*Apple CEO Steve Jobs* gives *Apple*, and *Steve Jobs* with its title; *the Foreign Minister* gives nothing."""
    found = None if surface(text, part).lower() in gazetteer.places() else title_in(part)
    if found is None or len(part) == 1 or _is_periodical(text, part, found, passage):
        yield from _whole(text, part, passage, initial, evidence)
        return
    begin, end = found
    before, after = _owner_of_office(part, begin), part[end:]
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


def _owner_of_office(part: Run, begin: int) -> Run:
    """Whose the office is that begins at a place of a part: *Marlow County* before *Sheriff*."""
    titles = gazetteer.titles()
    owner = part[: begin + 1] if begin and part[begin].key in titles.divisions else part[:begin]
    while owner and owner[-1].key in titles.past:
        owner = owner[:-1]
    return owner[1:] if owner and owner[0].key in titles.passing else owner


def _is_periodical(text: str, part: Run, title: tuple[int, int], passage: Passage) -> bool:
    """*wrote The Marlow Reporter*: a title's word that ends a name whose article has a capital inside a sentence.

    Where a sentence begins, only a word that papers are often called by tells it.
    """
    place = part[0].start - 4
    if title[0] == 0 or title[1] < len(part) or place < passage.start or not text.startswith("The ", place):
        return False
    return place > passage.start or part[-1].key in gazetteer.organisations().periodicals


def _whole(text: str, part: Run, passage: Passage, initial: bool, evidence: Evidence) -> Iterator[NameSpan]:
    """A name as it stands, without a nationality in front of a person, with a small-written head behind it."""
    words = without_function_words(part)
    if not words:
        return
    shown = surface(text, words)
    names = gazetteer.organisations()
    front = 0 if shown in names.known or shown.lower() in gazetteer.places() else _nationality(words)
    if front == len(words):
        head = small_head(text, words[-1].end, passage.end, names.small_institutions)
        if head:
            yield NameSpan(tuple(words), passage, initial, tail=words[-1].end + len(head), hint="organization")
        elif len(words) == 1 and _is_borne(text, words[0], evidence):
            yield NameSpan(tuple(words), passage, initial, hint="person")
        elif (words[-1].key,) in evidence.clubs:
            yield NameSpan(tuple(words), passage, initial, hint="organization")
        return
    if front and _drops_nationality(words[front:]):
        words = words[front:]
    if len(words) == 1 and _is_no_name(text, words[0], evidence):
        return
    found = NameSpan(tuple(words), passage, initial)
    extend(text, found)
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


# (D-Calif.) · (R-Texas)
_OF_PARTY = re.compile(r"[DRI][-‑][A-Z]\w+\.?")


def _is_no_name(text: str, word: Word, evidence: Evidence) -> bool:
    """Whether a word with a capital is none by itself: a title, an abbreviation of units, a legal form, a letter."""
    key = word.key
    if _OF_PARTY.fullmatch(word.text) and text[word.start - 1 : word.start] == "(":
        return True
    if key.upper() in gazetteer.organisations().after_on:
        return text[max(0, word.start - 4) : word.start] != " on "
    if is_title(word):
        return key not in evidence.families or text[max(0, word.start - 4) : word.start].lower() == "the "
    if key in gazetteer.organisations().legal_forms and not word.is_shouted:
        return True
    if key in evidence.surnames and not word.is_shouted and len(key) > 2:
        return False
    if key.replace(".", "") in gazetteer.words_with_capitals("no_names"):
        return True
    return len(key) == 1 or key.isdigit()


# ---------------------------------------------------------------- second thoughts


def _settled(found: Sequence[NameSpan], evidence: Evidence) -> Iterator[NameSpan]:
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
    keys, given = tuple(word.key for word in words), gazetteer.given_names()
    for size in range(len(words) - 1, 1, -1):
        rest = words[size:]
        if counts[keys[:size]] and _is_plain(rest[0]) and all(_is_plain(word) or word.is_shouted for word in rest):
            return words[:size]
        rest = words[: len(words) - size]
        # Whatever stands before a given name is none of the name that the article has without it.
        is_person = keys[-size] in given and rest[-1].key not in given
        if counts[keys[-size:]] and (is_person or all(_is_plain(word) for word in rest)):
            return words[-size:]
    return words


def _is_plain(word: Word) -> bool:
    return word.key in gazetteer.common_words() and word.key not in gazetteer.organisations().heads
