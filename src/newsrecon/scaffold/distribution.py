"""The files of a new plugin, filled in from templates and written into a folder that was not there before."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

__all__ = ["check_plugin_name", "write_distribution"]

# earthquakes · bird-strikes · g20
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LONGEST = 40
ENDING = ".jinja"


def check_plugin_name(name: str) -> str:
    """The name as it is, if a plugin can have it; ValueError where it cannot, or where an installed one has it."""
    if not _NAME.fullmatch(name) or len(name) > LONGEST:
        raise ValueError(
            f"a plugin's name is {LONGEST} lower-case letters and digits at most, words joined by hyphens, "
            f"such as 'bird-strikes', not {name!r}"
        )
    if name.startswith("newsrecon"):
        raise ValueError(f"a plugin's name goes without 'newsrecon', which its distribution is given, not {name!r}")
    for entry in metadata.entry_points(group="newsrecon"):
        if entry.name == name:
            raise ValueError(f"a plugin named {name!r} is installed already")
    return name


def write_distribution(name: str, folder: str | os.PathLike[str]) -> Path:
    """Write the distribution `newsrecon-NAME` into a folder and give its place.

    ValueError for a name that no plugin can have, FileExistsError where something is at that place already.
    """
    check_plugin_name(name)
    place = Path(folder) / f"newsrecon-{name}"
    place.mkdir(parents=False)
    try:
        _fill(place, name)
    except BaseException:
        shutil.rmtree(place)
        raise
    return place


def _fill(place: Path, name: str) -> None:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    facts = {
        "name": name,
        "words": name.replace("-", " "),
        "kind": name.replace("-", "_"),
        "module": f"newsrecon_{name.replace('-', '_')}",
        "distribution": f"newsrecon-{name}",
        "newsrecon": metadata.version("newsrecon"),
    }
    for path, template in _templates(resources.files("newsrecon").joinpath("scaffold/templates"), ""):
        target = place / path.replace("MODULE", facts["module"]).replace("KIND", facts["kind"]).removesuffix(ENDING)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(environment.from_string(template).render(facts), "utf-8", newline="\n")


def _templates(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    """Each template under a folder, with its path there."""
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _templates(one, f"{path}{one.name}/")
        elif one.name.endswith(ENDING):
            yield path + one.name, one.read_text("utf-8")
