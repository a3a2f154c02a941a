"""Addresses on the web: whose they are, and where a page was before somebody put it in an archive."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

__all__ = ["domain_of", "unarchived"]

# https://web.archive.org/web/20250703120000id_/https://daily.example/1 · https://archive.ph/2025.07.03-120000/https://daily.example/1
_ARCHIVED = re.compile(
    r"""https?://(?:
        web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?
      | archive\.(?:today|ph|is|li|vn|fo|md)/(?:o/\w{5}|\d{4}[\d.-]{4,16})
      | (?:www\.)?webarchive\.(?:nationalarchives\.gov|org)\.uk/[\w/-]*?\d{8,14}(?:[a-z]{2}_)?
    )/(?P<scheme>https?):/{1,2}(?P<rest>.+)""",
    re.IGNORECASE | re.VERBOSE,
)


def unarchived(url: str) -> str:
    """The address a page had before it was archived; any other address as it is.

    >>> unarchived("https://web.archive.org/web/20250703120000/https://daily.example/1")
    'https://daily.example/1'
    """
    match = _ARCHIVED.match(url)
    # Some tools tidy the second pair of slashes away.
    return f"{match['scheme']}://{match['rest']}" if match else url


def domain_of(url: str) -> str | None:
    """The registrable domain of a URL, of an archived page that of the page itself; None where it has none.

    >>> domain_of("https://edition.news.example.co.uk/world?id=1")
    'example.co.uk'
    """
    try:
        host = urlsplit(unarchived(url)).hostname
    except ValueError:
        return None
    if not host:
        return None
    found: str | None = _suffixes().privatesuffix(host)
    return found


@cache
def _suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
