"""Which full name a short one stands for in a story: abbreviations, family names, the front or the end of a longer name.

Each needs one candidate without a rival in the whole story; two are a tie, and a tie is left as it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from newsrecon import gazetteer
from newsrecon.reconciliation.name_nodes import Bond, Find, Node, groups_of
from newsrecon.roles import Role
from newsrecon.spelling import distance_to, fold, skeleton, spelling

__all__ = ["abbreviations", "by_names", "family_names", "given_names", "short_names", "slips"]


def _one_group(options: Sequence[Node], find: Find) -> Node | None:
    """The candidate with the most evidence, if all are in one group."""
    if len(groups_of(options, find)) != 1:
        return None
    return min(options, key=lambda option: option.rank)


# ---------------------------------------------------------------- abbreviations


def abbreviations(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """*ICC* and *International Criminal Court*, by the standard table or by the initials of one name of the story."""
    standard = gazetteer.organisations().abbreviations
    by_key = {node.key: node for node in nodes if not node.is_person}
    by_initials: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if not node.is_person and " " in node.key and max(map(len, node.key.split())) > 1:
            forms = gazetteer.organisations().legal_forms
            words = [word for word in node.key.split() if word not in forms] or node.key.split()
            all_of_them = "".join(word[0] for word in words)
            telling = "".join(word[0] for word in words if word not in gazetteer.words_with_capitals("passed_over"))
            # *THR* counts the article that stands before the name in its texts: *The Hollywood Reporter*.
            for initials in dict.fromkeys((all_of_them, telling, f"t{telling}")):
                by_initials[initials].append(node)
    for node in nodes:
        written = _MARKS.sub("", node.text)
        if node.is_person or not written.isalnum() or not written.isupper() or not 2 <= len(written) <= 8:
            continue
        meant = standard.get(node.text)
        full = by_key.get(fold(meant)) if meant else None
        if full is not None:
            yield Bond(node, full, "abbreviation", 0.95, f"‘{node.text}’ stands for ‘{meant}’")
        elif long := _one_group(by_initials.get(written.lower(), ()), find):
            reason = f"‘{node.text}’ is made of the initials of ‘{long.text}’, the only such name in the story"
            yield Bond(node, long, "abbreviation", 0.9, reason)


_MARKS = re.compile(r"[.&-]")


# ---------------------------------------------------------------- by-names


def by_names(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """*the Otters*, where another article says whose by-name that is, and no two articles differ."""
    called: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        short = [claim.mention.text for claim in node.claims if claim.mention.text != claim.value["full"]]
        for form in dict.fromkeys(map(fold, short)):
            if form and set(form.split()).isdisjoint(node.key.split()):
                called[form].append(node)
    for node in nodes if called else ():
        options = [option for option in called.get(node.key, ()) if option is not node]
        long = _one_group(options, find)
        if long and long.is_person == node.is_person and long not in find(node):
            reason = f"another article uses ‘{node.text}’ for ‘{long.text}’"
            yield Bond(node, long, "by-name", 0.85, reason)


# ---------------------------------------------------------------- one word of a person's name


def family_names(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """A family name alone, where one person of the story has it, or one with the same role."""
    by_family: dict[str, list[Node]] = defaultdict(list)
    by_sound: dict[str, list[Node]] = defaultdict(list)
    by_first: dict[str, list[Node]] = defaultdict(list)  # family names in front of another: *Ortega Prado*
    for node in nodes:
        if node.is_person and len(node.words) > 1:
            by_family[node.words[-1]].append(node)
            by_sound[skeleton(node.words[-1])].append(node)
            if node.words[0] in gazetteer.family_first():
                by_family[node.words[0]].append(node)
            for word in node.words[1:-1] if len(node.words) > 2 else ():
                if len(word) > 2 and word not in gazetteer.given_names():
                    by_first[word].append(node)
    firms = {node.key.partition(" ")[0] for node in nodes if not node.is_person and " " in node.key}
    for node in nodes:
        if " " in node.key or len(node.words) != 1:
            continue
        if not _can_be_person(node) and not _is_said_of(node, by_family.get(node.key, ()), firms):
            continue
        options = by_family.get(node.key) or by_first.get(node.key) or _spelled_otherwise(node, by_sound)
        options = [option for option in options if _genders_agree(node, option)]
        shared = [option for option in options if _share_role(node, option)]
        if long := _one_group(options, find):
            reason = f"‘{long.text}’ is the only one in the story with the family name ‘{node.text}’"
            yield Bond(node, long, "family name", 0.9, reason)
        elif long := _one_group(shared, find):
            reason = f"of those named ‘{node.text}’, only ‘{long.text}’ has the same role"
            yield Bond(node, long, "family name", 0.85, reason)


def _spelled_otherwise(node: Node, by_sound: Mapping[str, Sequence[Node]]) -> list[Node]:
    """The bearers of a family name that is this one in another spelling, and that other articles have: *Khadafy*, *Gaddafi*."""
    if _is_a_word(node.key):
        return []
    return [
        option
        for option in by_sound.get(skeleton(node.key), ())
        if spelling(node.key, option.words[-1])[1] == "spelling" and not node.articles & option.articles
    ]


def given_names(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """A given name alone, where one person of the story has it and no one has it as a family name."""
    by_word: dict[str, list[Node]] = defaultdict(list)
    by_family: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.is_person and len(node.words) > 1:
            for word in dict.fromkeys((node.words[0], node.words[-1])):
                by_word[word].append(node)
        by_family[node.words[-1]].append(node)
    for node in nodes:
        if (
            not _can_be_person(node)
            or not node.is_person
            or node.key not in gazetteer.given_names()
            or len(find(node)) > 1
        ):
            continue
        options = by_word.get(node.key, [])
        if _is_crowned(node):
            # *Queen Elizabeth* may be *Elizabeth II*, and is never *Elizabeth Taylor*.
            options = [
                option for option in nodes if option.is_person and option.words == node.words and option is not node
            ]
        if _is_kin(node):
            # *Otto Lund and his brother Jan*, who is no Jan Berg.
            options = [option for option in options if _has_kin(node, option, by_family[option.words[-1]])]
        long = _one_group(options, find)
        if long and all(option.words[0] == node.key and _genders_agree(node, option) for option in options):
            reason = f"‘{long.text}’ is the only one in the story with the given name ‘{node.text}’"
            yield Bond(node, long, "given name", 0.75, reason)


def _is_kin(node: Node) -> bool:
    """Whether somebody is told of as another's brother, wife or child."""
    return any(role.office in gazetteer.surroundings("kin") for role in node.roles)


def _has_kin(node: Node, option: Node, bearers: Sequence[Node]) -> bool:
    """Whether an article that has the given name alone has another bearer of this family name, whose kin it may be."""
    return any(one is not option and node.articles & one.articles for one in bearers)


def _is_crowned(node: Node) -> bool:
    """Whether every role of a person is one whose bearers go by their given name: *king*, *pope*."""
    crowned = gazetteer.words_with_capitals("crowned")
    return bool(node.roles) and all(role.office.split(" ")[-1] in crowned for role in node.roles)


def _can_be_person(node: Node) -> bool:
    """A single word that no list knows as a place or a head of organisations."""
    if " " in node.key or len(node.words) != 1:
        return False
    if node.is_person:
        return True
    return not (
        node.key in gazetteer.places()
        or node.key in gazetteer.organisations().heads
        or node.text in gazetteer.organisations().known
        or node.text.isupper()
    )


def _is_said_of(node: Node, bearers: Sequence[Node], firms: Collection[str]) -> bool:
    """A firm's name that is a family name, too: the story is about its bearer, and no longer name is the firm's."""
    if node.type == "place" or node.key in firms or node.key in gazetteer.places():
        return False
    if any(fold(claim.mention.text) == node.key for bearer in bearers for claim in bearer.claims):
        return True
    told = len(frozenset[str]().union(*(bearer.articles for bearer in bearers)))
    return told >= 2 * len(node.articles) and told > 1


def _genders_agree(node: Node, other: Node) -> bool:
    return not node.genders or not other.genders or bool(node.genders & other.genders)


def _share_role(node: Node, other: Node) -> bool:
    return any(_same_role(one, two) for one in node.roles for two in other.roles)


def _same_role(one: Role, two: Role) -> bool:
    return one.same_office(two) and (one.is_sole or two.is_sole)


# ---------------------------------------------------------------- parts of other names


def short_names(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """*Courier* for *Marlow Courier*, *Colts* for *Indianapolis Colts*, *Supreme Court* for the one in the story."""
    by_front, by_end = _parts(nodes)
    for node in nodes:
        if node.is_person or node.key in gazetteer.places() or node.type == "place":
            continue
        options, how = [option for option in by_front.get(node.key, ()) if option.type != "place"], "begins"
        options = [option for option in options if option.type == node.type] or options
        if not options:
            options, how = [option for option in by_end.get(node.key, ()) if _may_drop_front(node, option)], "ends"
        options = [option for option in options if find(option) is not find(node)]
        has_full = any(node.words == other.words and other is not node for other in find(node))
        long = None if has_full else _one_group(options, find)
        if long:
            reason = f"‘{long.text}’ is the only name in the story that {how} with ‘{node.text}’"
            yield Bond(node, long, "short form", 0.85, reason)
        elif long := _most_used(node, options, find):
            reason = f"most articles that have both use ‘{node.text}’ for ‘{long.text}’"
            yield Bond(node, long, "short form", 0.75, reason)


def _parts(nodes: Sequence[Node]) -> tuple[dict[str, list[Node]], dict[str, list[Node]]]:
    """Names by their fronts, where what is left out is filling, and by their ends."""
    by_front: dict[str, list[Node]] = defaultdict(list)
    by_end: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        words = node.key.split()
        if node.is_person or not 2 <= len(words) <= 12:
            continue
        for size in range(1, len(words)):
            if _is_filling(words[size:]) or (words[size] == "of" and size > 1 and words[size - 1] in _heads()):
                by_front[" ".join(words[:size])].append(node)
            by_end[" ".join(words[size:])].append(node)
    return by_front, by_end


def _heads() -> Mapping[str, str]:
    """*Supreme Court* for *Supreme Court of Norland*."""
    return gazetteer.organisations().heads


def _may_drop_front(node: Node, long: Node) -> bool:
    """A name in front, most likely a place, may be left out; a plain word only where the rest is none."""
    if node.type != long.type:
        return False
    front = long.key.removesuffix(node.key).strip()
    common = gazetteer.common_words()
    is_name = front in gazetteer.places() or all(word not in common for word in front.split())
    return is_name or " " in node.key or node.key not in common


def _is_filling(words: Sequence[str]) -> bool:
    """Whether these words at the end of an organisation's name may be left out."""
    names = gazetteer.organisations()
    if not (names.governments.isdisjoint(words) and names.beside_namesakes.isdisjoint(words)):
        return False
    if all(word in names.legal_forms or word in names.heads or word in names.generic for word in words):
        return True
    return words[0] in ("and", "of", "for") and all(word in gazetteer.common_words() for word in words)


def _most_used(node: Node, options: Sequence[Node], find: Find) -> Node | None:
    """Of several candidates the one for which other articles use this short form, at least twice as often as any other."""
    used: Counter[int] = Counter()
    for option in options:
        for claims in option.by_article():
            used[find(option)[0].number] += any(fold(claim.mention.text) == node.key for claim in claims)
    (best, most), *rest = used.most_common() or [(0, 0)]
    if most < 2 or (rest and rest[0][1] * 2 > most):
        return None
    return min((option for option in options if find(option)[0].number == best), key=lambda option: option.rank)


# ---------------------------------------------------------------- typing slips


def slips(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """*Turkeminstan*, once, beside *Turkmenistan* in several articles, but never in its own."""
    blocks: dict[tuple[str, str], list[Node]] = defaultdict(list)
    singles = [node for node in nodes if " " not in node.key and len(node.key) >= 6 and node.key.isalpha()]
    keys: tuple[Callable[[str], str], ...] = (
        skeleton,
        lambda key: key[:2] + key[-2:],
        lambda key: "".join(sorted(key)),
    )
    for node in singles:
        for number, key in enumerate(keys):
            blocks[str(number), key(node.key)].append(node)
    for node in singles:
        if len(node.articles) > 1 or len(find(node)) > 1 or _is_a_word(node.key):
            continue
        near = [other for number, key in enumerate(keys) for other in blocks[str(number), key(node.key)]]
        options = [other for other in near if other is not node and _is_slip_of(node, other)]
        if long := _one_group(options, find):
            yield Bond(
                node,
                long,
                "slip",
                0.75,
                f"‘{node.text}’ is ‘{long.text}’ but for a slip, and is said by one article only",
            )


def _is_a_word(key: str) -> bool:
    return (
        key in gazetteer.common_words()
        or key in gazetteer.places()
        or key in gazetteer.given_names()
        or key in gazetteer.family_names()
    )


def _is_slip_of(node: Node, other: Node) -> bool:
    if node.articles & other.articles or (len(other.articles) < 2 and len(other.claims) < 3):
        return False
    allowed = 1 if len(node.key) < 9 else 2
    return distance_to(allowed)(node.key, other.key) <= allowed
