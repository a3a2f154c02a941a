"""Web pages, as they were or as an archive kept them: the article's text, and what the page tells of it.

trafilatura finds the text, title and outlet, htmldate the days; which way a day was found is kept, since what stands in the
head of a page is stated and what is found in its body is inferred.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from attrs import field, frozen

from newsrecon.reading.addresses import unarchived

__all__ = ["Page", "page", "text_of"]

# What the Wayback Machine puts into the pages it serves.
_TOOLBAR = re.compile(r"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->", re.DOTALL)
_CAPTURED = re.compile(r"""__wm\.wombat\(\s*["'](?P<url>[^"']{1,2000})["']\s*,\s*["']\d{14}["']""")

_HEAD = re.compile(r"<head\b.*?</head\s*>", re.DOTALL | re.IGNORECASE)

LATEST = "2099-12-31"
"""Days after this are none of publication. The day of today is not asked for, so that a page reads the same tomorrow."""


@frozen
class Page:
    """What a page tells: the fields of an article, and which way the days were found."""

    fields: dict[str, Any]
    reader: str
    published_by: str | None = field(default=None, kw_only=True)
    updated: date | None = field(default=None, kw_only=True)
    updated_by: str | None = field(default=None, kw_only=True)


def page(markup: str) -> Page | None:
    """What a page tells; None where there is no article in it. ImportError without `newsrecon[html]`."""
    from htmldate import __version__ as dates_version
    from trafilatura import __version__ as version
    from trafilatura import bare_extraction

    captured = _CAPTURED.search(markup)
    markup = _TOOLBAR.sub("", markup)
    found: Any = bare_extraction(markup, with_metadata=True, include_comments=False) if markup.strip() else None
    if found is None or not found.text:
        return None
    published, published_by = _day(markup, original=True)
    updated, updated_by = _day(markup, original=False)
    url = found.url or (captured["url"] if captured else None)
    fields = {
        "text": found.text,
        "title": found.title,
        "byline": found.author,
        "published": published,
        "url": unarchived(url) if url else None,
        "source": found.sitename,
    }
    return Page(
        {key: value for key, value in fields.items() if value},
        f"trafilatura {version}",
        published_by=published_by and f"htmldate {dates_version}: {published_by}",
        updated=updated if updated != published else None,
        updated_by=updated_by and f"htmldate {dates_version}: {updated_by}" if updated != published else None,
    )


def _day(markup: str, *, original: bool) -> tuple[date | None, str | None]:
    """The day a page was published, or else updated, and where it was found: what its head states goes first."""
    from htmldate import find_date

    head = _HEAD.search(markup)
    for part, thorough, place in (
        (f"<html>{head[0]}<body></body></html>" if head else "", False, "head of the page"),
        (markup, False, "body of the page"),
        (markup, True, "extensive search"),
    ):
        found = find_date(part, original_date=original, extensive_search=thorough, max_date=LATEST) if part else None
        if found:
            return date.fromisoformat(found), place
    return None, None


def text_of(fragment: str) -> tuple[str, str] | None:
    """The text of a fragment of HTML, all of it, and what read it; None where it has none. ImportError as for `page`."""
    from trafilatura import __version__ as version
    from trafilatura import bare_extraction

    whole = f"<html><body><article>{fragment}</article></body></html>"
    found: Any = bare_extraction(whole, favor_recall=True, include_comments=False)
    return (found.text, f"trafilatura {version}") if found is not None and found.text else None
