"""Names that a user knows before anything is read: the people and bodies of a beat, with the identifiers of a register.

*Anna Berg, Q101, also A. K. Berg*: whoever is called so in the articles is her, and nobody else with an identifier is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from newsrecon.spelling import fold

__all__ = ["KnownName", "known_name_from"]

TYPES = ("person", "organization", "place", "other")
_KEYS = ("name", "id", "aliases", "type")


def _is_a_name(instance: object, attribute: object, value: Any) -> None:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"a name is a string that is not empty, not {value!r}")


def _are_names(instance: object, attribute: object, value: Any) -> None:
    for alias in value:
        _is_a_name(instance, attribute, alias)


def _is_a_type(instance: object, attribute: object, value: Any) -> None:
    if value is not None and value not in TYPES:
        raise ValueError(f"a name is of the type {', '.join(TYPES)} or of none, not {value!r}")


def _is_an_id(instance: object, attribute: object, value: Any) -> None:
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise ValueError(f"the id of a name is a string or None, not {value!r}")


def _tuple(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@frozen(order=False)
class KnownName:
    """A name that is known beforehand, with its identifier, its other forms and its type where they are known.

    Given to `reconcile`, it makes one name of all its forms and keeps it apart from every other name given. The identifier
    is any string, such as one of Wikidata; names of one identifier are one. Raises ValueError for an empty name or alias,
    or an unknown type.

    >>> KnownName("Anna Berg", id="Q101", aliases=["A. K. Berg"], type="person")
    KnownName(name='Anna Berg', id='Q101', aliases=('A. K. Berg',), type='person')
    """

    name: str = field(validator=_is_a_name)
    """The form it is shown by."""
    id: str | None = field(default=None, validator=_is_an_id, kw_only=True)
    """The identifier; None where there is none."""
    aliases: tuple[str, ...] = field(default=(), converter=_tuple, validator=_are_names, kw_only=True)
    """The other forms."""
    type: str | None = field(default=None, validator=_is_a_type, kw_only=True)
    """`person`, `organization`, `place` or `other`; None where it is not known."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its aliases, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from other names given, which is its identifier, or where it has none its words and its type."""
        return (self.id, "", "") if self.id else ("", fold(self.name), self.type or "")

    @property
    def shown(self) -> str:
        """The name with its identifier, for a sentence."""
        return f"‘{self.name}’ ({self.id})" if self.id else f"‘{self.name}’"


def known_name_from(data: object) -> KnownName:
    """The KnownName that a JSON object describes; keys it does not know are passed over.

    Raises ValueError with one sentence where something is not as it should be.

    >>> known_name_from({"name": "Harbour Board", "id": "Q7", "type": "organization"}).shown
    '‘Harbour Board’ (Q7)'
    """
    if not isinstance(data, Mapping):
        raise ValueError(f"a known name is an object with a name, not {data!r:.60}")
    if "name" not in data:
        raise ValueError(f"a known name has a name; this one has only {', '.join(map(repr, data)) or 'nothing'}")
    given = {key: data[key] for key in _KEYS if data.get(key) not in (None, "")}
    aliases = given.get("aliases", ())
    if not isinstance(aliases, (str, list, tuple)):
        raise ValueError(f"the aliases of a name are a list of strings, not {aliases!r:.60}")
    return KnownName(given.pop("name", ""), **given)
