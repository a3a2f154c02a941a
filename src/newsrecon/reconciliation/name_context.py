"""Names so garbled that letters cannot join them, joined by what is said about them: *Dmitry Cernov* and *Dmitry Zhirnov*.

Both hold the same office of the same country, have the same given names, stand in different articles, and no one else in the
story could be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newsrecon import gazetteer
from newsrecon.reconciliation.name_nodes import Bond, Find, Node, groups_of
from newsrecon.roles import Role, parse_role
from newsrecon.spelling import spelling

__all__ = ["garbled_names", "offices", "posts"]

Option = tuple[Node, Role, Role]


def garbled_names(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """The bonds of this tier, the names with the least evidence first."""
    by_office: dict[str, list[Node]] = defaultdict(list)
    holders: list[Node] = []
    for node in nodes:
        if (
            node.is_person
            and len(node.words) > 1
            and (held := sorted({role.office for role in node.roles if role.is_sole}))
        ):
            holders.append(node)
            for office in held:
                by_office[office].append(node)
    joined: set[int] = set()
    for node in sorted(holders, key=lambda node: node.rank, reverse=True):
        if node.number in joined:
            continue
        options = list(_options(node, by_office, find))
        if len(groups_of((other for other, _, _ in options), find)) != 1:
            continue
        other, mine, theirs = min(options, key=lambda option: option[0].rank)
        joined |= {each.number for each in [*find(node), *find(other)]}
        given = " ".join(node.text.split()[:-1])
        reason = (
            f"‘{node.text}’ and ‘{other.text}’ share ‘{given}’ and the role of {_in_words(mine, theirs)},"
            " and no one else in the story has both"
        )
        yield Bond(node, other, "context", 0.7, reason)


def _options(node: Node, by_office: Mapping[str, Sequence[Node]], find: Find) -> Iterator[Option]:
    group = find(node)
    articles = {article for each in group for article in each.articles}
    for role in node.roles:
        if not role.is_sole:
            continue
        for other in by_office.get(role.office, ()):
            theirs = next((each for each in other.roles if _is_firmly_same(role, each)), None)
            if theirs is None or find(other) is group or not _are_alike(node, other):
                continue
            if not any(article in each.articles for each in find(other) for article in articles):
                yield other, role, theirs


def offices(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """*Norway's new ambassador*, where one person of the story is said to hold this office."""
    by_office: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.is_person and node.is_named:
            for office in sorted({role.office for role in node.roles if role.is_sole}):
                by_office[office].append(node)
    for node in nodes:
        if node.is_named or node.type == "organization":
            continue
        options = [
            other
            for role in node.roles or (parse_role(node.text),)
            for other in by_office.get(role.office, ())
            if any(_is_firmly_same(role, each) for each in other.roles)
        ]
        if len(groups_of(options, find)) == 1:
            long = min(options, key=lambda option: option.rank)
            reason = f"‘{long.text}’ is the only one in the story who is said to be ‘{node.text}’"
            yield Bond(node, long, "office", 0.8, reason)


def posts(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """Offices named for themselves: *the U.S. Surgeon General* and *Surgeon General*, where no other country's is named."""
    by_office: dict[str, dict[str, Node]] = defaultdict(dict)
    for node in nodes:
        if node.is_named or node.type != "other":
            continue
        role = parse_role(node.text)
        first = by_office[role.office].setdefault(role.of or role.to, node)
        if first is not node:
            yield Bond(
                node, first, "office", 0.9, f"‘{node.text}’ and ‘{first.text}’ are one office of the same country"
            )
    for owned in by_office.values():
        if len(owned) == 2 and "" in owned:
            bare, whole = owned[""], next(node for owner, node in owned.items() if owner)
            reason = f"‘{whole.text}’ is the only such office in the story that is said to be somebody’s"
            yield Bond(bare, whole, "office", 0.8, reason)


def _is_firmly_same(one: Role, two: Role) -> bool:
    """The same office of the same possessor or to the same place, both said."""
    if not (two.is_sole and one.same_office(two)):
        return False
    return bool((one.of and one.of == two.of) or (one.to and one.to == two.to))


def _are_alike(node: Node, other: Node) -> bool:
    """The same given names, family names that share some letters, and no other gender."""
    if len(node.words) != len(other.words) or (node.genders and other.genders and not node.genders & other.genders):
        return False
    for one, two in zip(node.words[:-1], other.words[:-1], strict=True):
        if len(one) < 2 or spelling(one, two)[0] < 0.9:
            return False
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(node.words[-1], other.words[-1]) >= 0.45


def _in_words(one: Role, two: Role) -> str:
    countries = gazetteer.country_names()
    of, to = one.of or two.of, one.to or two.to
    words = [one.office]
    if of:
        words.append(f"of {countries.get(of, of)}")
    if to:
        words.append(f"to {countries.get(to, to)}")
    return " ".join(words)
