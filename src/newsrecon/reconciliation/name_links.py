"""Which full names are one: countries and institutions said in two ways, legal forms, spellings, middle names left out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from newsrecon import gazetteer
from newsrecon.names import compare_names
from newsrecon.parsed_names import parse_name
from newsrecon.reconciliation.name_nodes import Bond, Find, Node, agree, groups_of, known_apart
from newsrecon.roles import country_of
from newsrecon.spelling import fold, given_name_groups, skeleton, spelling

__all__ = ["block_keys", "full_names", "institutions", "legal_forms"]

_BLOCK = 200
"""At most so many names of a block are compared with each other, those with the most evidence."""


def institutions(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """*Russia's foreign ministry* and *the Russian Ministry of Foreign Affairs*; *U.S.* and *United States*."""
    first: dict[tuple[str, str], Node] = {}
    seats = _seats(nodes)
    for node in nodes:
        key = None if node.is_person else _institution(node) or _government(node, seats)
        if key is None:
            continue
        known = first.setdefault(key, node)
        if known is not node:
            what = "names of one country" if key[1] == "country" else "the same institution of the same owner"
            yield Bond(node, known, "institution", 0.97, f"‘{node.text}’ and ‘{known.text}’ are {what}")


def _institution(node: Node) -> tuple[str, str] | None:
    """The owner and the institution, if that is what the node names; or a country alone."""
    if country := node.claims[0].value.get("metonym"):
        return str(country), "government"
    names = gazetteer.organisations()
    whole = node.text.lower().removeprefix("the ")
    code = gazetteer.countries().get(whole) or gazetteer.countries().get(node.key)
    if code:
        return code, "country"
    for mark in ("’s ", "'s ", "’ ", "' "):
        owner, found, rest = whole.partition(mark)
        rest = rest.replace("’", "'")
        if found and rest in names.institutions:
            return country_of(owner) or fold(owner), names.same_institution.get(rest, rest)
    words = node.key.split()
    for size in range(1, min(4, len(words))):
        front, rest = " ".join(words[:size]), " ".join(words[size:])
        if rest in names.institutions and country_of(front):
            return country_of(front), names.same_institution.get(rest, rest)
    for place in range(len(words) - 2, 0, -1):
        front, owner = " ".join(words[:place]), " ".join(words[place + 1 :])
        if words[place] == "of" and front in names.institutions and country_of(owner):
            return country_of(owner), names.same_institution.get(front, front)
    return None


_SEAT = re.compile(r" (?:of|in) (?:the )?")
_LED = re.compile(r"['’]s?(?= )|[-‑](?:led|run|controlled)(?= )")


def _ruled(node: Node) -> tuple[str, str] | None:
    """Who governs and the country that is governed, as far as a description of a government tells; None for anything else."""
    phrase, *behind = _SEAT.split(_LED.sub("", node.text.lower()), maxsplit=1)
    *front_words, head = phrase.split() or [""]
    seat = behind[0] if behind else ""
    if head not in gazetteer.organisations().governments:
        return None
    front = " ".join(word for word in front_words if word not in ("new", "the"))
    if not gazetteer.titles().passing.isdisjoint(front.split()):
        return None
    country = country_of(seat) or country_of(seat.rsplit(" of ", 1)[-1])
    own = country_of(front)
    if (own and country and own != country) or (seat and not country):
        return None
    return ("" if own else front), own or country


def _seats(nodes: Sequence[Node]) -> dict[str, str]:
    """The country of those who are said to govern one: *the rebel government in Norland*; nothing for who governs several."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        ruled = _ruled(node)
        if ruled and all(ruled):
            found[ruled[0]].add(ruled[1])
    return {front: countries.pop() for front, countries in found.items() if len(countries) == 1}


def _government(node: Node, seats: Mapping[str, str]) -> tuple[str, str] | None:
    """The country, or else the people, that a described government is of."""
    ruled = _ruled(node)
    if ruled is None:
        return None
    front, country = ruled
    if front and country and seats.get(front) != country:
        return None
    return country or seats.get(front, front), "government"


def legal_forms(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """*Apple* and *Apple Inc.*, whatever the articles take the shorter one for, places excepted."""
    formal: dict[tuple[str, ...], Node] = {}
    for node in nodes:
        if not _words_of_forms().isdisjoint(node.key.split()):
            parsed = parse_name(node.text, "organization")
            if parsed.legal:
                formal.setdefault(parsed.words, node)
    firsts = {words[0] for words in formal}
    same_word = gazetteer.organisations().same_word
    for node in nodes:
        words = node.key.split()
        # A name that has not one word in common with a formal one is not worth taking apart.
        if not firsts or firsts.isdisjoint((*words, *(same_word.get(word, word) for word in words))):
            continue
        first = formal.get(parse_name(node.text, "organization").words)
        if first and node is not first and not (node.type == "place" and node.key in gazetteer.places()):
            reason = f"‘{first.text}’ is ‘{node.text}’ but for its legal form"
            yield Bond(node, first, "legal form", 0.95, reason)


@cache
def _words_of_forms() -> frozenset[str]:
    return frozenset(word for form in gazetteer.organisations().legal_forms for word in form.split())


def full_names(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """Names of several words that compare as one: spellings, initials, middle names left out. Ties between rivals are left."""
    found = _alike(nodes)
    for node in nodes:
        options = []
        for option in found.get(node.number, ()):
            if known_apart(find(node), find(option[1])):
                yield Bond(node, option[1], "same name", option[0], option[2])  # refused, and told
            elif agree(find(node), find(option[1])):
                options.append(option)
        if len(groups_of((other for _, other, _ in options), find)) > 1 and _are_rivals(options, find):
            best = max(score for score, _, _ in options)
            # Which middle name is left out tells nothing: *George Bush* may be either of two.
            options = [option for option in options if option[0] > best - _MARGIN]
            if len(groups_of((other for _, other, _ in options), find)) > 1:
                continue
        for score, other, reason in sorted(options, key=lambda option: (-option[0], option[1].rank)):
            if find(node) is not find(other) and agree(find(node), find(other)):
                yield Bond(node, other, "same name", score, reason)


Option = tuple[float, Node, str]


_MARGIN = 0.05
"""By so much more than its rivals the likeliest name must be alike."""


def _are_rivals(options: Sequence[Option], find: Find) -> bool:
    return any(not agree(find(one), find(two)) for _, one, _ in options for _, two, _ in options)


def _alike(nodes: Sequence[Node]) -> dict[int, list[Option]]:
    """For each node the earlier ones whose names compare as the same, compared only within blocks."""
    found: dict[int, dict[int, Option]] = defaultdict(dict)
    seen: set[tuple[int, int]] = set()
    for block in _blocks(nodes):
        for place, node in enumerate(block):
            for other in block[:place]:
                if node.is_person != other.is_person or (node.is_person and not _may_be_one(node.words, other.words)):
                    continue
                pair = (node.number, other.number)
                if pair in seen:
                    continue
                seen.add(pair)
                comparison = compare_names(node.text, other.text, "person" if node.is_person else "organization")
                if comparison.same and not _is_doubtful(node, other, comparison.reason):
                    found[node.number][other.number] = (comparison.score, other, comparison.reason)
    return {number: [options[other] for other in sorted(options)] for number, options in found.items()}


def _blocks(nodes: Iterable[Node]) -> Iterable[list[Node]]:
    """The names of several words that share a key, those with the most evidence of each key."""
    # Most keys are of one name only, and no list is worth making for those.
    first: dict[str, Node] = {}
    shared: dict[str, list[Node]] = {}
    for node in nodes:
        if " " in node.key and len(node.words) > 1:
            for key in block_keys(node.words, is_person=node.is_person):
                if (other := first.setdefault(key, node)) is node:
                    continue
                block = shared.get(key)
                if block is None:
                    block = shared[key] = [other]
                if block[-1] is not node and len(block) < _BLOCK:
                    block.append(node)
    return shared.values()


def _may_be_one(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether it is worth comparing two persons' names: of two words each, both need their like."""
    if len(one) != 2 or len(two) != 2:
        return True
    alike = spelling(one[0], two[0])[0] and spelling(one[1], two[1])[0]
    return bool(alike) or (one[0] == two[1] and _is_turned(one, two)) or "".join(one) == "".join(two)


def _is_turned(one: Sequence[str], two: Sequence[str]) -> bool:
    """*Szabo Gyorgy* and *Gyorgy Szabo*; of two words that are both given names the order tells who it is."""
    given = gazetteer.given_names()
    return one[0] == two[1] and one[1] == two[0] and not (one[0] in given and one[1] in given)


def block_keys(words: Sequence[str], *, is_person: bool) -> Iterator[str]:
    """The blocks of a name: one of its parts exactly in sound, the other roughly, so that a slip may be in either."""
    if is_person:
        given, family = words[0], words[-1]
        sound = skeleton(family)
        for word in words[:-1][:4]:
            yield f"initial: {sound} {word[0]}"
        for group in sorted(given_name_groups(given)):
            yield f"forms: {sound} {group}"
        sound = skeleton(given)
        yield f"given: {sound} {family[:3]}."
        yield f"given: {sound} {family[:2]}.{family[-1]}"
        yield f"given: {sound} {family[0]}.{family[-2:]}"
        # Names left out and in another order: any two words; words parted elsewhere: all of them as one.
        for one, two in combinations(sorted({skeleton(word) for word in words[:5]}), 2):
            yield f"two words: {one} {two}"
        yield "as one: " + skeleton("".join(words))
        return
    telling = sorted({skeleton(word) for word in words if not _is_head(word)}) or sorted(words)
    yield "words: " + " ".join(telling)
    yield "as one: " + skeleton("".join(words))
    yield from _initials(words)
    named = [word for word in words if not _is_head(word)]
    if len(named) == 1 and len(named[0]) > 5:
        yield "begins: " + named[0][:4]
        yield "ends: " + named[0][-4:]
    if 1 < len(telling) <= 6:
        for place in range(len(telling)):
            yield "all but one: " + " ".join(telling[:place] + telling[place + 1 :])


def _initials(words: Sequence[str]) -> Iterator[str]:
    """One key for *INS Marlow* and *Indian Naval Ship Marlow*: the initials, each short word taken for some of them."""
    if len(words) < 2:
        return
    first, last = [word[0] for word in words], skeleton(words[-1])
    if len(words) > 2:
        yield f"initials: {''.join(first)} {last}"
    for place, word in enumerate(words):
        if 2 <= len(word) <= 5:
            yield f"initials: {''.join((*first[:place], word, *first[place + 1 :]))} {last}"


def _is_head(word: str) -> bool:
    """Whether a word is a head of organisations' names, one of them or several: *picture* as *pictures*."""
    heads = gazetteer.organisations().heads
    return word in heads or f"{word}s" in heads or (word.endswith("s") and word[:-1] in heads)


def _is_doubtful(node: Node, other: Node, reason: str) -> bool:
    """Whether a typing slip is too little: between names that one article has, listed places, or persons told equally often.

    A slip is rarer than what it is a slip of: *Anna Holt* and *Anna Holm*, each in one article, are two persons.
    """
    if "slip" not in reason:
        return False
    if node.articles & other.articles or all(each.key in gazetteer.places() for each in (node, other)):
        return True
    told = len(node.articles) != len(other.articles) or len(node.claims) != len(other.claims)
    if not node.is_person:
        return not told and _is_near_namesake(node.words, other.words)
    if max(len(node.words[-1]), len(other.words[-1])) > _LONG or node.words[-1] == other.words[-1]:
        return False
    return not told and not any(one.same_office(two) for one in node.roles for two in other.roles)


def _is_near_namesake(one: Sequence[str], two: Sequence[str]) -> bool:
    """*St. Mary's Hospital* and *St. Mark's*, *HMS Marlow* and *HMS Harlow*: short words, or words that begin otherwise."""
    left, right = ([word for word in words if word not in others] for words, others in ((one, two), (two, one)))
    if len(left) != 1 or len(right) != 1:
        return False
    return max(len(left[0]), len(right[0])) <= _LONG or left[0][0] != right[0][0]


_LONG = 5
"""A family name of more letters is hardly another one's but for a slip."""
