"""JSON as others write articles: our own schema, and the records of news-please, newspaper and NewsAPI, told by their keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from newsrecon.reading.addresses import domain_of

__all__ = ["LAYOUTS", "Layout", "articles_in", "as_ours", "is_cut", "layout_of"]


@frozen
class Layout:
    """A way to write an article: its name, the keys that tell it, and which of its keys is which of ours."""

    name: str
    tells: tuple[str, ...]
    text: str
    keys: Mapping[str, str]
    source_is_host: bool = False
    """Whether the source is given as a host, whose domain it is, and not as a name."""


LAYOUTS = (
    Layout(
        "news-please",
        tells=("maintext",),
        text="maintext",
        keys={
            "title": "title",
            "published": "date_publish",
            "url": "url",
            "source": "source_domain",
            "byline": "authors",
        },
        source_is_host=True,
    ),
    Layout(
        "newspaper",
        tells=("text", "publish_date"),
        text="text",
        keys={
            "title": "title",
            "published": "publish_date",
            "url": "url",
            "source": "meta_site_name",
            "byline": "authors",
        },
    ),
    Layout(
        "NewsAPI",
        tells=("content", "publishedAt"),
        text="content",
        keys={"title": "title", "published": "publishedAt", "url": "url", "source": "source", "byline": "author"},
    ),
)

# NewsAPI and its likes end what they cut with "… [+2345 chars]".
_CUT = re.compile(r"(?:…|\.\.\.)?\s*\[\+?\d+ char(?:acter)?s\]\s*$")


def layout_of(data: Mapping[str, Any]) -> Layout | None:
    """The layout of a record of others; None where it is one of ours, or none that is known.

    >>> layout_of({"maintext": "It rained.", "date_publish": "2025-07-03 08:00:00"}).name
    'news-please'
    """
    return next((layout for layout in LAYOUTS if all(key in data for key in layout.tells)), None)


def articles_in(data: Any) -> Any:
    """The list of articles that a response or a file wraps; anything else as it is."""
    if (
        isinstance(data, Mapping)
        and "text" not in data
        and isinstance(data.get("articles"), list)
        and "schema" not in data
    ):
        return data["articles"]
    return data


def as_ours(layout: Layout, data: Mapping[str, Any]) -> dict[str, Any]:
    """A record of others with our keys."""
    fields = {ours: data.get(theirs) for ours, theirs in layout.keys.items()}
    fields["text"] = data.get(layout.text)
    if isinstance(fields["byline"], list):
        fields["byline"] = ", ".join(name for name in fields["byline"] if isinstance(name, str)) or None
    source = fields["source"]
    if isinstance(source, Mapping):
        fields["source"] = source.get("name")
    elif layout.source_is_host and isinstance(source, str):
        domain = domain_of(f"//{source}")
        fields["source"] = {"name": domain, "domain": domain} if domain else source
    return {key: value for key, value in fields.items() if value is not None and value != ""}


def is_cut(text: str) -> bool:
    """Whether a text says of itself that it is the beginning of one only."""
    return _CUT.search(text[-80:]) is not None
