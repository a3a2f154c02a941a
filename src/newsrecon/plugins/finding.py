"""Where plugins are: among the installed distributions, in folders of single files, in the hands of the program."""

from __future__ import annotations

import errno
import importlib.util
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import metadata
from pathlib import Path
from types import ModuleType

from attrs import frozen

__all__ = ["GROUP", "Found", "given", "in_folders", "installed"]

GROUP = "newsrecon"
"""The group of entry points by which distributions name their plugins."""
OPTIONAL = "newsrecon.optional"
"""The group of plugins that are at work only where they are asked for."""
LOAD_VARIABLE = "NEWSRECON_LOAD_PLUGINS"


@frozen
class Found:
    """A plugin before it is loaded."""

    name: str
    load: Callable[[], object]
    distribution: str | None = None
    version: str | None = None
    file: str | None = None
    off: str | None = None
    """Why it is not to be loaded, in words."""


def installed(enable: Iterable[str] = ()) -> Iterator[Found]:
    """The plugins that installed distributions name; those that the environment does not name, or nobody asked for, are off."""
    wanted = os.environ.get(LOAD_VARIABLE)
    names = None if wanted is None else {name.strip() for name in wanted.split(",") if name.strip()}
    asked = {*enable, *(names or ())}
    for entry in (*metadata.entry_points(group=GROUP), *metadata.entry_points(group=OPTIONAL)):
        dist = entry.dist
        off = None if names is None or entry.name in asked else f"not named in {LOAD_VARIABLE}"
        if entry.group == OPTIONAL and entry.name not in asked:
            off = "optional, and not asked for"
        yield Found(entry.name, entry.load, dist.name if dist else None, dist.version if dist else None, off=off)


def in_folders(folders: Iterable[str | os.PathLike[str]]) -> Iterator[Found]:
    """The Python files of some folders, each a plugin named as the file is; those that begin with `_` are passed over."""
    for folder in map(Path, folders):
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "there is no such folder of plugins", str(folder))
        for path in sorted(folder.glob("*.py")):
            if not path.name.startswith("_"):
                yield Found(path.stem, partial(_module_of, path.resolve()), file=str(path))


def given(plugins: Iterable[object]) -> Iterator[Found]:
    """Plugins that are there already, as modules or instances."""
    for plugin in plugins:
        name = getattr(plugin, "__name__", None) or type(plugin).__name__
        yield Found(str(name).removeprefix("newsrecon.extractors."), partial(_itself, plugin))


def _itself(plugin: object) -> object:
    return plugin


def _module_of(path: Path) -> ModuleType:
    """The module in a file, under a name that hides no installed module: a plugin may well be called `json`."""
    name = f"newsrecon_plugin_file_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{str(path)!r} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException as error:
        del sys.modules[name]
        if isinstance(error, SyntaxError) and error.filename is None:  # Python names no file for a NUL in it
            error.filename = str(path)
        raise
    return module
