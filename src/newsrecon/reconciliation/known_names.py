"""The names that a user gives, honoured: what has a form of one of them is it, and two of them are never joined.

A name of several words may also be a spelling of a form given, if of no other's. A single word is a form only if it is given
as one; where the story has somebody else of that family name, it stays open whose it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from newsrecon.known_names import KnownName
from newsrecon.names import compare_names
from newsrecon.parsed_names import parse_name
from newsrecon.reconciliation.name_links import block_keys
from newsrecon.reconciliation.name_nodes import Bond, Find, Node
from newsrecon.spelling import fold

__all__ = ["KnownNames"]

Form = tuple[str, KnownName]


@frozen(eq=False)
class KnownNames:
    """The names given, those of one identifier made one, and their forms by the keys they are looked up by."""

    entries: tuple[KnownName, ...]
    _exact: dict[str, list[Form]] = field(factory=lambda: defaultdict(list), repr=False)
    _alike: dict[str, list[Form]] = field(factory=lambda: defaultdict(list), repr=False)
    _formal: dict[tuple[str, ...], list[Form]] = field(factory=lambda: defaultdict(list), repr=False)
    """The forms of bodies by their words without legal forms."""

    @classmethod
    def of(cls, given: Iterable[KnownName] = ()) -> KnownNames:
        """The names given, in any order, ready to be looked up."""
        by_key: dict[tuple[str, str, str], list[KnownName]] = defaultdict(list)
        for entry in given:
            by_key[entry.key].append(entry)
        made = cls(tuple(_merged(same) for _, same in sorted(by_key.items())))
        for entry in made.entries:
            for form in entry.forms:
                made._exact[_key(form)].append((form, entry))
                is_person = entry.type == "person" or parse_name(form, entry.type).type == "person"
                words = parse_name(form, "person" if is_person else "organization").words
                if not is_person:
                    made._formal[words].append((form, entry))
                if len(words) > 1:
                    for key in dict.fromkeys(block_keys(words, is_person=is_person)):
                        made._alike[key].append((form, entry))
        return made

    def bonds(self, nodes: Sequence[Node], find: Find) -> Iterator[Bond]:
        """Tell each node the name given that it is, and bond those of one name given."""
        if not self.entries:
            return
        first: dict[KnownName, Node] = {}
        for node in nodes:
            found = self._exactly(node) or self._nearly(node)
            if found is None:
                continue
            form, entry = found
            how = "is a form of" if _key(form) == node.key else f"is a spelling of ‘{form}’, a form of"
            node.known, node.known_because = entry, f"‘{node.text}’ {how} {entry.shown} in the names given"
        _leave_open(nodes)
        for node in nodes:
            if node.known is None:
                continue
            other = first.setdefault(node.known, node)
            if other is not node:
                reason = f"‘{node.text}’ and ‘{other.text}’ are both {node.known.shown} in the names given"
                yield Bond(node, other, "known name", 1.0, reason)

    def _exactly(self, node: Node) -> Form | None:
        return _only_one((form, entry) for form, entry in self._exact.get(node.key, ()) if _fits(node, entry))

    def _nearly(self, node: Node) -> Form | None:
        """The one name given of which this is a spelling; None where there are two, or where its very words are given twice."""
        if node.key in self._exact:
            return None
        if len(node.words) < 2:
            # Nokora plc, where Nokora is given; one word may have many bearers, and a legal form tells that it is a body's
            is_formal = " " in node.key and not node.is_person and bool(parse_name(node.text, "organization").legal)
            formal = self._formal.get(node.words, ()) if is_formal else ()
            return _only_one((form, entry) for form, entry in formal if _fits(node, entry))
        near = {
            (form, entry)
            for key in block_keys(node.words, is_person=node.is_person)
            for form, entry in self._alike.get(key, ())
            if _fits(node, entry)
        }
        kind = "person" if node.is_person else "organization"
        same = [(form, entry) for form, entry in near if compare_names(node.text, form, kind).same]
        return _only_one(same)


def _merged(same: Sequence[KnownName]) -> KnownName:
    """Names of one identifier as one, whatever their order."""
    name = min(entry.name for entry in same)
    kinds = sorted(entry.type for entry in same if entry.type)
    forms = {form for entry in same for form in entry.forms}
    return KnownName(name, id=same[0].id, aliases=sorted(forms - {name}), type=kinds[0] if kinds else None)


def _key(form: str) -> str:
    """A form as the keys of nodes are written."""
    return fold(form).removeprefix("the ") or form


def _fits(node: Node, entry: KnownName) -> bool:
    """Whether a node may be of the type of a name given: for a name of several words, a person or not is what counts."""
    if entry.type is None:
        return True
    return node.type == entry.type if " " not in node.key else node.is_person == (entry.type == "person")


def _only_one(found: Iterable[Form]) -> Form | None:
    """One of the forms found, if all are of one name given."""
    forms = sorted(found, key=lambda pair: pair[0])
    return forms[0] if forms and all(entry == forms[0][1] for _, entry in forms) else None


def _leave_open(nodes: Sequence[Node]) -> None:
    """A family name alone is nobody's for sure where the story has somebody of that name whom the names given do not know."""
    others = {node.words[-1] for node in nodes if node.is_person and len(node.words) > 1 and node.known is None}
    for node in nodes:
        if node.known is not None and node.is_person and len(node.words) == 1 and node.words[0] in others:
            node.known, node.known_because = None, ""
