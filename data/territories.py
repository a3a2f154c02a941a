"""Writes the countries' names of Unicode's CLDR, by ISO 3166 code, for the library: `python data/territories.py`.

Needs babel, which carries CLDR; `src/newsrecon/data/territories.toml` says of which version it was made.
"""

from __future__ import annotations

import json
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

TARGET = Path(__file__).parents[1] / "src/newsrecon/data/territories.toml"
NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of groupings, of outlying places, and of what is made up for tests."""
HEADING = """\
# Names of countries and territories in English, by ISO 3166-1 alpha-2 code. Made by data/territories.py; not to be edited.
# Origin: Unicode CLDR {version} through babel. Licence: Unicode-3.0.

"""


def territories() -> str:
    """The text of the data file."""
    names = Locale("en").territories
    codes = sorted(code for code in names if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES)
    rows = (f"{code} = {json.dumps(names[code], ensure_ascii=False)}\n" for code in codes)
    return HEADING.format(version=get_cldr_version()) + "".join(rows)


if __name__ == "__main__":
    TARGET.write_text(territories(), "utf-8")
