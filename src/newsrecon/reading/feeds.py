"""RSS and Atom: entries that carry an article's full content. Those with a summary only are counted, since a summary is not what
the article says.

feedparser reads what a feed is given as and never what it points to; entities that a document defines for itself are not
expanded.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from attrs import field, frozen

__all__ = ["Entry", "Feed", "feed"]


@frozen
class Entry:
    """An entry with full content: the fields of an article, the content as HTML still, and when it was updated."""

    fields: dict[str, Any]
    content: str
    published_by: str | None = field(default=None, kw_only=True)
    updated: datetime | None = field(default=None, kw_only=True)


@frozen
class Feed:
    """What a feed holds: entries with full content, and the titles of those with a summary only."""

    entries: tuple[Entry, ...]
    summaries: tuple[str, ...]
    reader: str


def feed(data: bytes) -> Feed | None:
    """What a feed holds; None where the bytes are no feed. ImportError without `newsrecon[feeds]`."""
    import feedparser

    # A stream, since a string that looks like an address would be fetched.
    parsed: Any = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version"):
        return None
    outlet = parsed.feed.get("title")
    entries, summaries = [], []
    for entry in parsed.entries:
        content = _content(entry)
        if content:
            entries.append(_entry(entry, content, outlet))
        else:
            summaries.append(entry.get("title") or entry.get("link") or "without a title")
    return Feed(tuple(entries), tuple(summaries), f"feedparser {feedparser.__version__}")


def _content(entry: Any) -> str:
    """The full content of an entry as HTML: of several forms the longest."""
    told = [part.get("value") or "" for part in entry.get("content") or ()]
    return max((part.strip() for part in told), key=len, default="")


def _entry(entry: Any, content: str, outlet: str | None) -> Entry:
    # As plain dicts: feedparser's own answers with one moment when asked for another.
    published, updated = (_moment(dict(entry), key) for key in ("published", "updated"))
    source = (entry.get("source") or {}).get("title") or outlet
    fields = {
        "id": entry.get("id"),
        "title": entry.get("title"),
        "byline": entry.get("author"),
        "published": published or updated,
        "url": entry.get("link"),
        "source": source,
    }
    return Entry(
        {key: value for key, value in fields.items() if value},
        content,
        published_by="feed entry" if published else "feed entry, updated" if updated else None,
        updated=updated if published and updated != published else None,
    )


def _moment(entry: dict[str, Any], key: str) -> datetime | None:
    """A moment in the time zone it was given in, else in universal time."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(entry.get(key) or "")
        except (ValueError, TypeError):
            continue
    parsed = entry.get(f"{key}_parsed")
    return datetime(*parsed[:6]).replace(tzinfo=UTC) if parsed else None
