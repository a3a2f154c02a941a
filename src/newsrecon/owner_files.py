"""Files that tell who owns which outlet: a table with a heading, or TOML with the outlets of each owner.

```
outlet,owner
The Daily,Acme Media
globe.example,Acme Media
```
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator

from newsrecon.errors import ReadError
from newsrecon.given_files import given_file, table_rows
from newsrecon.owners import Owners

__all__ = ["read_owners"]

SUFFIXES = (".csv", ".toml")


def read_owners(path: str | os.PathLike[str]) -> dict[str, str]:
    """The owner of each outlet in a `.csv` file with the columns `outlet` and `owner`, or in a `.toml` file.

    An outlet is told by its name or its registrable domain. TOML has a list of outlets for each owner, as in
    `"Acme Media" = ["The Daily", "globe.example"]`. Other columns are passed over. Raises ReadError where something is not as
    it should be.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "owners.toml")
    ...     _ = path.write_text('"Acme Media" = ["The Daily", "globe.example"]', "utf-8")
    ...     read_owners(path)
    {'The Daily': 'Acme Media', 'globe.example': 'Acme Media'}
    """
    file, suffix, text = given_file(path, "owners", SUFFIXES)
    try:
        return dict(Owners(_table(text, str(file)) if suffix == ".csv" else _toml(text)).entries)
    except ValueError as error:
        raise ReadError(str(error), path=str(file)) from None


def _table(text: str, name: str) -> Iterator[tuple[str, str]]:
    for _, cells in table_rows(text, name, ["outlet", "owner"]):
        yield cells.get("outlet", ""), cells.get("owner", "")


def _toml(text: str) -> Iterator[tuple[str, str]]:
    for owner, outlets in tomllib.loads(text).items():
        if not isinstance(outlets, list):
            raise ValueError(f"the outlets of {owner!r} are a list of names and domains, not {outlets!r:.60}")
        yield from ((outlet, owner) for outlet in outlets)
