"""Which nodes of a register are one name: the tiers of rules, from full names to garbled ones, each with its reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from attrs import define, field, frozen

from newsrecon import gazetteer
from newsrecon.model import Claim
from newsrecon.names import compare_names, fold, parse_name, skeleton, spelling
from newsrecon.roles import Role, country_of, parse_role

__all__ = ["Bond", "Node", "bonds"]

Find = Callable[["Node"], list["Node"]]


@define(eq=False)
class Node:
    """All claims whose full name has the same words."""

    key: str
    text: str
    claims: list[Claim]
    words: tuple[str, ...]
    kinds: Counter[str]
    articles: frozenset[str]
    roles: tuple[Role, ...]
    genders: frozenset[str]
    number: int = field(default=-1)

    @classmethod
    def of(cls, key: str, claims: list[Claim]) -> Node:
        """The node of these claims."""
        texts = Counter(str(claim.value["full"]) for claim in claims)
        text = min(texts, key=lambda form: (form.isupper() and " " in form, -texts[form], form))
        kinds = Counter(str(claim.value["type"]) for claim in claims)
        is_person = kinds["person"] * 2 > sum(kinds.values())
        words = parse_name(text, "person" if is_person else "organization").words or tuple(key.split())
        return cls(
            key=key,
            text=text,
            claims=claims,
            words=words,
            kinds=kinds,
            articles=frozenset(claim.mention.article for claim in claims),
            roles=tuple(
                dict.fromkeys(parse_role(str(claim.value["role"])) for claim in claims if claim.value.get("role"))
            ),
            genders=frozenset(str(claim.value["gender"]) for claim in claims if claim.value.get("gender")),
        )

    @property
    def type(self) -> str:
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))

    @property
    def rank(self) -> tuple[int, int, str, str]:
        """The place in the order of evidence: most articles, most words, then spelling."""
        return -len(self.articles), -len(self.words), self.key, self.type

    def by_article(self) -> Iterator[list[Claim]]:
        for _, claims in groupby(self.claims, key=lambda claim: claim.mention.article):
            yield list(claims)


@frozen(eq=False)
class Bond:
    """Why a node belongs to another."""

    short: Node
    long: Node
    tier: str
    """`full`, `short`, `abbreviation` or `garbled`."""
    score: float
    reason: str
    rule: str


def bonds(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """The bonds between nodes, tier after tier; each is made before the next is looked for."""
    for tier in (_institutions, _full_names, _abbreviations, _surnames, _short_names, _garbled):
        yield from tier(nodes, find)


# ---------------------------------------------------------------- full names


def _institutions(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """*Russia's foreign ministry* and *the Russian Ministry of Foreign Affairs*; *U.S.* and *United States*."""
    first: dict[tuple[str, str], Node] = {}
    for node in nodes:
        if node.type == "person":
            continue
        for key in _institution(node):
            known = first.setdefault(key, node)
            if known is not node:
                reason = f"‘{node.text}’ and ‘{known.text}’ are the same institution of the same country"
                if key[1] == "country":
                    reason = f"‘{node.text}’ and ‘{known.text}’ are names of one country"
                yield Bond(node, known, "full", 0.97, reason, "institution")


def _institution(node: Node) -> list[tuple[str, str]]:
    """A country and an institution of it, if that is what the node names; or a country alone."""
    names = gazetteer.organisations()
    code = gazetteer.countries().get(node.text.lower().removeprefix("the ")) or gazetteer.countries().get(node.key)
    if code:
        return [(code, "country")]
    words = node.key.split()
    whole = node.text.lower().removeprefix("the ")
    for mark in ("’s ", "'s ", "’ ", "' "):
        if mark in whole:
            owner, _, rest = whole.partition(mark)
            rest = rest.replace("’", "'")
            if rest in names.institutions:
                return [(country_of(owner) or fold(owner), names.same_institution.get(rest, rest))]
    for size in (3, 2, 1):
        front, rest = " ".join(words[:size]), " ".join(words[size:])
        if rest in names.institutions and (gazetteer.demonyms().get(front) or gazetteer.countries().get(front)):
            return [(country_of(front), names.same_institution.get(rest, rest))]
    if " of " in node.key:
        for number in range(len(words) - 1, 1, -1):
            if words[number - 1] == "of":
                front, owner = " ".join(words[: number - 1]), " ".join(words[number:])
                if front in names.institutions and country_of(owner):
                    return [(country_of(owner), names.same_institution.get(front, front))]
    return []


def _full_names(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """Names of several words that compare as one: spellings, initials, middle names left out."""
    blocks: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in nodes:
        if len(node.words) > 1 or (node.type != "person" and " " in node.key):
            for key in _keys(node):
                blocks[key].append(node)
    seen: set[tuple[int, int]] = set()
    found: dict[int, list[tuple[float, Node, str]]] = defaultdict(list)
    for key in sorted(blocks):
        block = blocks[key][:200]
        for place, node in enumerate(block):
            for other in block[:place]:
                pair = (other.number, node.number)
                if pair in seen or not _may_meet(node, other):
                    continue
                seen.add(pair)
                kind = "person" if node.type == "person" else "organization"
                comparison = compare_names(node.text, other.text, kind)
                if comparison.same and not _is_weak_slip(node, other, comparison.reason):
                    found[node.number].append((comparison.score, other, comparison.reason))
    for node in nodes:
        options = [option for option in found[node.number] if _agree(find(node), find(option[1]))]
        rivals = {find(other)[0].number for _, other, _ in options}
        if not options:
            continue
        if len(rivals) > 1 and any(not _agree(find(one[1]), find(two[1])) for one in options for two in options):
            best = max(score for score, _, _ in options)
            ahead = [option for option in options if option[0] == best]
            if len({find(other)[0].number for _, other, _ in ahead}) > 1:
                continue
            options = ahead
        for score, other, reason in sorted(options, key=lambda option: (-option[0], option[1].rank)):
            if find(node) is not find(other) and _agree(find(node), find(other)):
                yield Bond(node, other, "full", score, reason, "same name")


def _keys(node: Node) -> Iterator[tuple[str, str]]:
    if node.type == "person":
        yield "family", skeleton(node.words[-1])
        yield "given", node.words[0][:1] + skeleton(node.words[0]) + "/" + node.words[-1][:2]
    else:
        yield "words", " ".join(sorted(node.words))
        for word in node.words:
            if word not in gazetteer.organisations().heads and word not in gazetteer.common_words():
                yield "word", skeleton(word)


def _may_meet(node: Node, other: Node) -> bool:
    return (node.type == "person") == (other.type == "person")


def _is_weak_slip(node: Node, other: Node, reason: str) -> bool:
    """A typing slip joins no two names that one article has side by side, nor two well-known places."""
    if "typing slip" not in reason and "slip at most" not in reason:
        return False
    return bool(node.articles & other.articles) or all(fold(each.text) in gazetteer.places() for each in (node, other))


def _agree(left: Iterable[Node], right: Iterable[Node]) -> bool:
    """Whether no two full names of two groups contradict each other."""
    right = list(right)
    for one in left:
        for two in right:
            if one is two or one.type != "person" or two.type != "person":
                continue
            if one.genders and two.genders and not one.genders & two.genders:
                return False
            if len(one.words) > 1 and len(two.words) > 1 and not compare_names(one.text, two.text, "person").same:
                return False
    return True


# ---------------------------------------------------------------- short forms


def _abbreviations(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """*ICC* and *International Criminal Court*, by the initials of one name of the story, or by the standard table."""
    standard = gazetteer.organisations().abbreviations
    by_key = {node.key: node for node in nodes if node.type != "person"}
    by_initials: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.type != "person" and " " in node.key:
            for initials in _initials(node):
                by_initials[initials].append(node)
    for node in nodes:
        written = node.text.replace(".", "")
        if node.type == "person" or " " in node.key or not written.isupper() or not 2 <= len(written) <= 8:
            continue
        meant = standard.get(node.text)
        full = by_key.get(fold(meant)) if meant else None
        if full is not None:
            yield Bond(node, full, "abbreviation", 0.95, f"‘{node.text}’ stands for ‘{meant}’", "abbreviation")
            continue
        options = by_initials.get(written.lower(), [])
        if len({find(option)[0].number for option in options}) == 1:
            long = min(options, key=lambda option: option.rank)
            reason = f"‘{node.text}’ is made of the initials of ‘{long.text}’, the only such name in the story"
            yield Bond(node, long, "abbreviation", 0.9, reason, "abbreviation")


def _initials(node: Node) -> set[str]:
    small = {"of", "the", "and", "for", "on", "in", "de", "la"}
    words = node.key.split()
    return {"".join(word[0] for word in words if word not in small), "".join(word[0] for word in words)}


def _surnames(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """A family name alone, where one person of the story has it."""
    by_family: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.type == "person" and len(node.words) > 1:
            by_family[node.words[-1]].append(node)
            if node.words[0] in _FAMILY_FIRST:
                by_family[node.words[0]].append(node)
    for node in nodes:
        if len(node.words) != 1 or (node.type == "place" or " " in node.key):
            continue
        options = by_family.get(node.words[0], [])
        if node.type != "person" and node.words[0] in gazetteer.organisations().heads:
            continue
        options = [
            option for option in options if not (node.genders and option.genders and not node.genders & option.genders)
        ]
        groups = {find(option)[0].number for option in options}
        if len(groups) > 1:
            shared = [
                option for option in options if any(_same_role(one, two) for one in node.roles for two in option.roles)
            ]
            options = shared if len({find(option)[0].number for option in shared}) == 1 else []
        if not options:
            continue
        long = min(options, key=lambda option: option.rank)
        reason = f"‘{long.text}’ is the only one in the story with the family name ‘{node.text}’"
        if len(groups) > 1:
            reason = f"of those named ‘{node.text}’, ‘{long.text}’ has the same role"
        yield Bond(node, long, "short", 0.9, reason, "family name")


_FAMILY_FIRST = frozenset(
    ["xi", "kim", "hu", "jiang", "zhu", "deng", "li", "wang", "zhang", "chen", "liu", "yang", "huang", "zhao", "wu", "zhou", "xu", "sun", "ma", "park", "choi", "jung", "kang", "cho", "yoon", "lee", "moon", "ban"]
)


def _same_role(one: Role, two: Role) -> bool:
    return one.same_office(two) and (one.is_sole or two.is_sole)


def _short_names(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """*Apple* for *Apple Inc.*, *Enquirer* for *Cincinnati Enquirer*, *Supreme Court* for the one in the story."""
    by_front: dict[str, list[Node]] = defaultdict(list)
    by_end: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        words = node.key.split()
        if node.type == "person" or len(words) < 2:
            continue
        for size in range(1, len(words)):
            if _is_filling(words[size:]):
                by_front[" ".join(words[:size])].append(node)
        for start in range(1, len(words)):
            by_end[" ".join(words[start:])].append(node)
    for node in nodes:
        if node.type == "person" or gazetteer.countries().get(node.key):
            continue
        is_place = node.type == "place" or node.key in gazetteer.places()
        options = [] if is_place else [each for each in by_front.get(node.key, []) if each.type != "place"]
        how = "begins"
        if not options and (" " in node.key or node.key not in gazetteer.common_words()) and not is_place:
            options = [each for each in by_end.get(node.key, []) if each.type == node.type]
            how = "ends"
        groups = {find(option)[0].number for option in options if find(option) is not find(node)}
        if len(groups) != 1:
            continue
        long = min((option for option in options if find(option) is not find(node)), key=lambda option: option.rank)
        reason = f"‘{long.text}’ is the only name in the story that {how} with ‘{node.text}’"
        yield Bond(node, long, "short", 0.85, reason, "short form")


def _is_filling(words: Sequence[str]) -> bool:
    """Whether these words at the end of an organisation's name may be left out."""
    names = gazetteer.organisations()
    filling = all(word in names.legal_forms or word in names.heads or word in names.generic for word in words)
    return filling or (words[0] in ("and", "of") and all(word in gazetteer.common_words() for word in words))


# ---------------------------------------------------------------- garbled names


def _garbled(nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
    """Names that letters cannot join, by what is said of them: same office, same given name, no rival, never side by side."""
    by_office: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.type == "person" and len(node.words) > 1:
            for office in sorted({role.office for role in node.roles if role.is_sole}):
                by_office[office].append(node)
    joined: set[int] = set()
    for node in sorted(nodes, key=lambda node: node.rank, reverse=True):
        if node.type != "person" or len(node.words) < 2 or node.number in joined:
            continue
        options = list(_garbled_options(node, by_office, find))
        groups = {find(other)[0].number for other, _, _ in options}
        if len(groups) != 1:
            continue
        other, mine, theirs = min(options, key=lambda option: option[0].rank)
        joined |= {each.number for each in find(node)} | {each.number for each in find(other)}
        reason = (
            f"‘{node.text}’ and ‘{other.text}’ share ‘{_shared(node, other)}’ and the role of {_in_words(mine, theirs)}, and no one else"
            " in the story has both"
        )
        yield Bond(node, other, "garbled", 0.7, reason, "context")


def _garbled_options(node: Node, by_office: dict[str, list[Node]], find: Find) -> Iterator[tuple[Node, Role, Role]]:
    group = find(node)
    articles = frozenset(article for each in group for article in each.articles)
    for role in node.roles:
        if not role.is_sole:
            continue
        for other in by_office.get(role.office, ()):
            if find(other) is group or not _shared(node, other):
                continue
            if articles & {article for each in find(other) for article in each.articles}:
                continue
            if node.genders and other.genders and not node.genders & other.genders:
                continue
            matching = [theirs for theirs in other.roles if theirs.is_sole and _firmly_same(role, theirs)]
            if matching:
                yield other, role, matching[0]
                break


def _firmly_same(one: Role, two: Role) -> bool:
    """The same office of the same possessor, both said."""
    return one.same_office(two) and bool((one.of and one.of == two.of) or (one.to and one.to == two.to))


def _shared(node: Node, other: Node) -> str:
    """The given names both have, the family names being somewhat alike."""
    if len(node.words) != len(other.words):
        return ""
    for one, two in zip(node.words[:-1], other.words[:-1], strict=True):
        if len(one) < 2 or spelling(one, two)[0] < 0.9:
            return ""
    from rapidfuzz.distance import Indel

    if Indel.normalized_similarity(node.words[-1], other.words[-1]) < 0.45:
        return ""
    return " ".join(node.text.split()[:-1])


def _in_words(one: Role, two: Role) -> str:
    countries = gazetteer.country_names()
    of, to = one.of or two.of, one.to or two.to
    office = one.office
    if of:
        office += f" of {countries.get(of, of)}"
    if to:
        office += f" to {countries.get(to, to)}"
    return office
