"""A list of places: their names, identifiers and coordinates, and which lies in which."""

from __future__ import annotations

import csv
import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

__all__ = ["Gazetteer", "Place", "read_gazetteer"]


def _a_name(instance: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"the {attribute.name} of a place is a string that is not empty, not {value!r}")


def _degrees(most: float) -> Any:
    def check(instance: object, attribute: Any, value: Any) -> None:
        if value is not None and not (isinstance(value, (int, float)) and -most <= value <= most):
            raise ValueError(f"the {attribute.name} of a place lies from -{most:g} to {most:g}, not {value!r}")

    return check


@frozen
class Place:
    """One place: any identifier, such as one of GeoNames, its name, other names, what it lies in, and where, in degrees.

    ValueError for an empty identifier or name, and for degrees that there are not.
    """

    id: str = field(validator=_a_name)
    name: str = field(validator=_a_name)
    aliases: tuple[str, ...] = field(default=(), converter=tuple, kw_only=True)
    within: str | None = field(default=None, kw_only=True)
    """The identifier of the smallest place on the list that it lies in."""
    latitude: float | None = field(default=None, validator=_degrees(90), kw_only=True)
    longitude: float | None = field(default=None, validator=_degrees(180), kw_only=True)

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called."""
        return (self.name, *self.aliases)

    def told(self, gazetteer: Gazetteer) -> dict[str, Any]:
        """What an alias claim about this place says beside the words: its name on the list, and what is known of it."""
        return {"full": self.name, "type": "place", "place": self.value(gazetteer)}

    def value(self, gazetteer: Gazetteer) -> dict[str, Any]:
        """What is known of it, as a claim says it."""
        above = [place.id for place in gazetteer.around(self)]
        where = {"latitude": self.latitude, "longitude": self.longitude}
        return {"id": self.id, "name": self.name, "within": above, **where}


def _in_order(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(sorted(set(places), key=lambda place: (place.id, place.name)))


@frozen
class Gazetteer:
    """Places, each within another one or none. ValueError where two share an id, or one lies in itself or in none there is."""

    places: tuple[Place, ...] = field(default=(), converter=_in_order)
    _by_id: dict[str, Place] = field(factory=dict, init=False, repr=False, eq=False)
    _called: dict[str, list[Place]] = field(factory=dict, init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        for place in self.places:
            if (other := self._by_id.setdefault(place.id, place)) != place:
                raise ValueError(f"two places have the id {place.id!r}: {other.name!r} and {place.name!r}")
        for place in self.places:
            if place.within is not None and place.within not in self._by_id:
                raise ValueError(f"{place.name!r} lies within {place.within!r}, which is the id of no place")
            if place.id in [above.id for above in self.around(place)]:
                raise ValueError(f"{place.name!r} lies within itself")
            for name in dict.fromkeys(name.casefold() for name in place.names):
                self._called.setdefault(name, []).append(place)

    def __len__(self) -> int:
        return len(self.places)

    def called(self, name: str) -> tuple[Place, ...]:
        """The places of this name, whatever its case, in the order of their ids."""
        return tuple(self._called.get(name.casefold(), ()))

    def around(self, place: Place) -> tuple[Place, ...]:
        """What a place lies in, the smallest first."""
        found: dict[str, Place] = {}
        within = place.within
        while within is not None and within not in found:
            found[within] = self._by_id[within]
            within = found[within].within
        return tuple(found.values())


def read_gazetteer(path: str | os.PathLike[str]) -> Gazetteer:
    """The places of a file: tables `[[place]]` of a `.toml`, or the rows of a `.csv` with a heading, in UTF-8.

    The keys are `id`, `name`, `aliases` (in a CSV with semicolons between), `within`, `latitude`, `longitude`; others are passed
    over. ValueError, with the file and the entry, where one cannot be used; OSError where the file cannot be read.
    """
    file = Path(path)
    entries = _toml(file) if file.suffix.lower() == ".toml" else _csv(file)
    places = []
    for label, entry in entries:
        try:
            places.append(_place(entry))
        except (ValueError, TypeError) as error:
            raise ValueError(f"{file}, {label}: {error}") from None
    try:
        return Gazetteer(places)
    except ValueError as error:
        raise ValueError(f"{file}: {error}") from None


def _toml(file: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        entries = tomllib.loads(file.read_text("utf-8-sig")).get("place")
    except ValueError as error:
        raise ValueError(f"{file}: {error}") from None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ValueError(f"{file}: places are told in tables [[place]], and there is none")
    yield from ((f"place {number}", entry) for number, entry in enumerate(entries, 1))


def _csv(file: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        if not {"id", "name"} <= set(rows.fieldnames or ()):
            raise ValueError(f"{file}: the heading has the columns id and name, not {rows.fieldnames!r}")
        for row in rows:
            names = [name.strip() for name in (row.get("aliases") or "").split(";") if name.strip()]
            yield f"line {rows.line_num}", {**{key: value or None for key, value in row.items()}, "aliases": names}


def _place(entry: Mapping[str, Any]) -> Place:
    given = {key: entry.get(key) for key in ("within", "latitude", "longitude")}
    for key, value in given.items():
        if key != "within" and isinstance(value, str):
            given[key] = float(value)
    aliases = entry.get("aliases") or ()
    if isinstance(aliases, str) or not all(isinstance(alias, str) for alias in aliases):
        raise ValueError(f"the aliases of a place are a list of names, not {aliases!r}")
    return Place(entry.get("id"), entry.get("name"), aliases=aliases, **given)  # type: ignore[arg-type]
