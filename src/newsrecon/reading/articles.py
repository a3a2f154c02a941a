"""An Article from a JSON object, its values checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newsrecon.model import Article, Source
from newsrecon.reading.addresses import domain_of
from newsrecon.reading.json_records import as_ours, layout_of

__all__ = ["KEYS", "article_from", "shown"]

KEYS = ("id", "title", "byline", "published", "url", "source", "story")
"""What can be known of an article besides its text."""


def article_from(data: object) -> Article:
    """The Article that a JSON object describes; keys it does not know are passed over.

    `id` may be a number, `source` a name or an object with `name` and `domain`. Without a source, the registrable domain of
    the URL stands for it. Records of news-please, newspaper and NewsAPI are known by their keys. Raises ValueError with one
    sentence where something is not as it should be.

    >>> article_from({"text": "It rained.", "url": "https://news.example.co.uk/1"}).source
    Source(name='example.co.uk', domain='example.co.uk')
    >>> article_from({"content": "It rained.", "publishedAt": "2025-07-03T08:00:00Z", "source": {"name": "The Daily"}}).source
    Source(name='The Daily', domain=None)
    """
    if not isinstance(data, Mapping):
        raise ValueError(f"an article is an object with a text, not {shown(data)}")
    layout = layout_of(data)
    if layout is not None:
        data = as_ours(layout, data)
    if "text" not in data:
        raise ValueError(f"an article has a text; this one has only {', '.join(map(repr, data)) or 'nothing'}")
    if not isinstance(data["text"], str):
        raise ValueError(f"the text of an article is a string, not {shown(data['text'])}")
    known = {key: data[key] for key in KEYS if data.get(key) is not None}
    if isinstance(known.get("id"), int) and not isinstance(known["id"], bool):
        known["id"] = str(known["id"])
    for key in ("id", "title", "byline", "url", "story"):
        if not isinstance(known.get(key, ""), str):
            raise ValueError(f"the {key} of an article is a string, not {shown(known[key])}")
    source = _source(known.pop("source", None), known.get("url"))
    try:
        return Article(data["text"], source=source, **known)
    except TypeError as error:
        raise ValueError(str(error)) from None


def _source(given: object, url: str | None) -> Source | None:
    if given is None or given == "":
        domain = domain_of(url) if url else None
        return Source(domain, domain=domain) if domain else None
    if isinstance(given, str):
        return Source(given)
    if isinstance(given, Mapping):
        name, domain = given.get("name"), given.get("domain")
        if all(isinstance(part, str | None) for part in (name, domain)) and (name or domain):
            return Source(name or domain or "", domain=domain or None)
    raise ValueError(f"the source of an article is a name or an object with a name and a domain, not {shown(given)}")


def shown(value: Any) -> str:
    """A JSON value in a message, cut to a length that can be read."""
    text = json.dumps(value, default=str)
    return text if len(text) <= 60 else text[:57] + "..."
