"""Who owns which outlet, as far as a user says: *The Daily* and *globe.example* belong to *Acme Media*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

__all__ = ["Owners"]


def _entries(given: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    known: dict[str, tuple[str, str]] = {}
    for outlet, owner in given.items() if isinstance(given, Mapping) else given:
        for text in (outlet, owner):
            if not isinstance(text, str) or not text.strip():
                raise ValueError(f"an outlet and its owner are strings that are not empty, not {text!r}")
        before = known.setdefault(outlet.casefold(), (outlet, owner))
        if before[1] != owner:
            raise ValueError(f"{outlet!r} has two owners, {before[1]!r} and {owner!r}")
    return tuple(sorted(known.values()))


@frozen
class Owners:
    """The owner of each outlet that is known, made of `{name or registrable domain of an outlet: owner}`.

    Upper and lower case are one. ValueError for an empty name, or an outlet with two owners.

    >>> owners = Owners({"The Daily": "Acme Media", "globe.example": "Acme Media"})
    >>> owners.of("the daily"), owners.of("The Globe", "globe.example"), owners.of("Echo")
    ('Acme Media', 'Acme Media', None)
    """

    entries: tuple[tuple[str, str], ...] = field(default=(), converter=_entries)
    """Each outlet with its owner, in the order of their names."""
    _owner: dict[str, str] = field(init=False, eq=False, repr=False)

    @_owner.default
    def _by_outlet(self) -> dict[str, str]:
        return {outlet.casefold(): owner for outlet, owner in self.entries}

    def of(self, name: str, domain: str | None = None) -> str | None:
        """The owner of an outlet, by its name or its domain; None where it is not known."""
        return self._owner.get(name.casefold()) or self._owner.get((domain or "").casefold())
