"""The JSON Schema (draft 2020-12) of what the command line reads and writes.

Other keys may follow in a later version of the same schema; readers pass over what they do not know.
"""

from __future__ import annotations

from typing import Any

from newsrecon.changes import Turn
from newsrecon.exports.states import SCHEMA
from newsrecon.matching import Relation
from newsrecon.reconciliation import Verdict

__all__ = ["SCHEMAS", "json_schema"]

_TEXT = {"type": "string"}
_MAYBE_TEXT = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_POSITIONS = {"type": "array", "items": _COUNT}
_TEXTS = {"type": "array", "items": _TEXT}


def _object(required: dict[str, Any], optional: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **(optional or {})},
        **more,
    }


_OFFSETS = {
    "enum": ["code points", "utf-16", "bytes"],
    "description": "What offsets are counted in; code points where nothing is said.",
}
_SPAN = _object(
    {"start": _COUNT, "end": _COUNT, "text": _TEXT},
    description="Half-open offsets, and the text that stands there.",
)
_MAYBE_SPAN = {"oneOf": [_SPAN, {"type": "null"}]}

_DATE = _object(
    {
        "type": {"enum": ["DATE", "TIME", "DURATION", "SET"]},
        "timex": {**_MAYBE_TEXT, "description": "TIMEX3 value (TimeML), underspecified where no anchor is known."},
        "begin": {**_MAYBE_TEXT, "description": "First day or moment it may mean, ISO 8601."},
        "end": {**_MAYBE_TEXT, "description": "The day or moment after the last, ISO 8601."},
    },
    {
        "zone": {**_TEXT, "description": "Zone of a clock time that tells one, as its distance from UTC: +02:00."},
        "bounds": {
            "const": True,
            "description": "Stands where the time only bounds what is told: have fled since Monday.",
        },
        "dateline": {
            "const": True,
            "description": "Stands where the time is that of a dateline or a line in front: when the text was written.",
        },
        "of": {
            **_TEXT,
            "description": "What the clause tells of where that stands outside it: the trial, of which opened.",
        },
        "of_noun": {
            "const": True,
            "description": "Stands where a noun has the time to itself, and the subject is that noun phrase: the March crash.",
        },
        "about": {
            **_TEXT,
            "description": "The sentences that tell more of what is dated, where the subject says little.",
        },
        "age": {"const": True, "description": "Stands where a length is the age of somebody or something."},
    },
)
_QUOTE = _object(
    {
        "form": {
            "enum": ["direct", "mixed", "indirect", "attitude"],
            "description": "attitude: what somebody thinks or wants; only with the plugin of that name.",
        },
        "content": {"type": "array", "items": _SPAN, "minItems": 1},
        "cue": _MAYBE_SPAN,
        "speaker": _MAYBE_SPAN,
        "name": _MAYBE_TEXT,
    },
    {
        "quoted": {"type": "array", "items": _SPAN},
        "class": {**_MAYBE_TEXT, "description": "Class of the cue (say, claim, ask, deny, …), null without one."},
        "order": {**_TEXT, "description": "Where the cue stands: before its content, after it, inverted, and so on."},
        "rule": {**_TEXT, "description": "The sieve it was read by: order and form."},
        "confidence": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "Measured share of what this sieve finds that is right, content and speaker both.",
        },
        "negated": {"type": "boolean", "description": "It was not said."},
        "questioned": {"type": "boolean", "description": "It is asked, or left open, whether it was said."},
        "nested": {"type": "boolean", "description": "The content tells what somebody else said."},
        "speaker_type": _MAYBE_TEXT,
        "speaker_role": _MAYBE_TEXT,
    },
)
_QUOTATION = _object(
    {"class": {"enum": ["title", "nickname", "term", "scare"]}, "text": _TEXT},
    description="Words in quotation marks that quote nobody.",
)
_ALIAS = _object(
    {"full": _TEXT, "type": {"enum": ["person", "organization", "place", "other"]}, "role": _MAYBE_TEXT},
    {"metonym": {**_TEXT, "description": "The country whose government this capital stands for, as an ISO 3166 code."}},
)
_DESCRIPTION = _object({"full": _TEXT, "type": {"enum": ["person", "organization"]}, "role": _MAYBE_TEXT})
_STATEMENT = _object({"text": _TEXT, "negated": {"type": "boolean"}})
_NUMBER = {"type": ["number", "null"]}
_QUANTITY = _object({"slot": _TEXT, "low": _NUMBER, "high": _NUMBER, "unit": _MAYBE_TEXT})

_VALUES = {
    "date": _DATE,
    "quote": _QUOTE,
    "quotation": _QUOTATION,
    "alias": _ALIAS,
    "description": _DESCRIPTION,
    "statement": _STATEMENT,
    "quantity": _QUANTITY,
}

_CLAIM = _object(
    {
        "id": _TEXT,
        "kind": _TEXT,
        "subject": _TEXT,
        "value": {"type": "object"},
        "mention": _object({"article": _TEXT, "source": _TEXT, "start": _COUNT, "end": _COUNT, "text": _TEXT}),
    },
    {"extractor": _TEXT, "offsets": _OFFSETS},
    allOf=[
        {
            "if": {"properties": {"kind": {"const": kind}}},
            "then": {"properties": {"value": value}},
        }
        for kind, value in _VALUES.items()
    ],
)

_ARTICLE = _object(
    {"text": _TEXT},
    {
        "id": _MAYBE_TEXT,
        "title": _MAYBE_TEXT,
        "published": {**_MAYBE_TEXT, "description": "ISO 8601 date or date-time."},
        "url": _MAYBE_TEXT,
        "source": {"oneOf": [_object({}, {"name": _MAYBE_TEXT, "domain": _MAYBE_TEXT}), _MAYBE_TEXT]},
        "story": _MAYBE_TEXT,
        "byline": {**_MAYBE_TEXT, "description": "By whom it is, as it says."},
    },
)

_LINK = _object(
    {
        "left": _TEXT,
        "right": _TEXT,
        "relation": {"enum": [str(relation) for relation in Relation]},
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        "reason": _TEXT,
    },
    {
        "rule": _TEXT,
        "threshold": {
            "type": ["number", "null"],
            "description": "The least score at which the rule brings claims together.",
        },
    },
)
_VARIANT = _object(
    {
        "value": {"type": "object"},
        "text": _TEXT,
        "support": _TEXTS,
        "origins": _COUNT,
        "compatible": _TEXTS,
        "claims": {**_TEXTS, "minItems": 1},
        "refines": _POSITIONS,
    },
    {
        "conflicts": _POSITIONS,
        "voices": {**_TEXTS, "description": "The independent voices among the support, by name."},
        "updated_by": {"type": ["integer", "null"], "description": "Position of the newer value that took its place."},
        "because": _TEXT,
    },
)
_CLUSTER = _object(
    {
        "id": _TEXT,
        "kind": _TEXT,
        "subject": _TEXT,
        "verdict": {"enum": [str(verdict) for verdict in Verdict]},
        "best": {"type": ["integer", "null"], "description": "Position of the best variant, null on a tie."},
        "variants": {"type": "array", "items": _VARIANT, "minItems": 1},
        "because": {"type": "array", "items": _LINK},
    },
    {"reason": _TEXT, "margin": _COUNT, "pick": _TEXT, "story": _MAYBE_TEXT},
)
_RECORD_KEYS = {"id": _TEXT, "source": _TEXT, **dict.fromkeys(("published", "title", "url", "story"), _MAYBE_TEXT)}
_MORE_RECORD_KEYS = {
    "byline": _MAYBE_TEXT,
    "domain": _MAYBE_TEXT,
    "digest": _TEXT,
    "sketch": _TEXT,
    "quoted": _TEXT,
    "credits": {"type": "array"},
}
_RECORD = _object(_RECORD_KEYS, _MORE_RECORD_KEYS)
_ANCHORED_RECORD = _object(
    {
        **_RECORD_KEYS,
        "anchor": {**_MAYBE_TEXT, "description": "The day its relative dates count from, its own or a borrowed one."},
    },
    {**_MORE_RECORD_KEYS, "anchor_because": _MAYBE_TEXT},
)
_FORM = _object({"text": _TEXT, "count": _COUNT, "sources": _TEXTS})
_STATED_ROLE = _object({"role": _TEXT, "sources": _TEXTS, "claims": _TEXTS, "disputed": {"type": "boolean"}})
_KNOWN_NAME = _object({"name": _TEXT}, {"id": _MAYBE_TEXT, "aliases": _TEXTS, "type": _MAYBE_TEXT})
_RECONCILIATION = _object(
    {
        "schema": {"const": SCHEMA},
        "articles": {"type": "array", "items": _ANCHORED_RECORD},
        "origins": {"type": "array", "items": _object({"articles": {**_TEXTS, "minItems": 1}, "because": _TEXT})},
        "names": {
            "type": "array",
            "items": _object(
                {"name": _TEXT, "type": _TEXT, "aliases": _TEXTS, "roles": _TEXTS, "claims": _TEXTS},
                {
                    "government_of": {
                        **_MAYBE_TEXT,
                        "description": "The country whose government this is, where its capital stands for it: an ISO 3166 code.",
                    },
                    "id": {**_MAYBE_TEXT, "description": "The identifier of the name given that this is."},
                    "id_because": _MAYBE_TEXT,
                    "forms": {"type": "array", "items": _FORM},
                    "stated_roles": {"type": "array", "items": _STATED_ROLE},
                    "because": {"type": "array", "items": _LINK},
                    "story": _MAYBE_TEXT,
                },
            ),
        },
        "clusters": {"type": "array", "items": _CLUSTER},
        "claims": {"type": "array", "items": _CLAIM},
        "diagnostics": {
            "type": "array",
            "items": _object(
                {"level": _TEXT, "message": _TEXT, "plugin": _MAYBE_TEXT, "article": _MAYBE_TEXT},
                {"version": _MAYBE_TEXT},
            ),
        },
    },
    {
        "known_names": {"type": "array", "items": _KNOWN_NAME, "description": "The names that were given."},
        "offsets": _OFFSETS,
        "owners": {
            "type": "object",
            "additionalProperties": _TEXT,
            "description": "The owner of each outlet that was given, by its name or domain.",
        },
    },
)

_EXTRACTION = _object(
    {
        "schema": {"const": SCHEMA},
        "articles": {"type": "array", "items": _RECORD},
        "claims": {"type": "array", "items": _CLAIM},
        "diagnostics": _RECONCILIATION["properties"]["diagnostics"],
    },
    {"offsets": _OFFSETS},
)
_STORIES = _object(
    {
        "schema": {"const": SCHEMA},
        "stories": {"type": "array", "items": _object({"id": _TEXT, "articles": {**_TEXTS, "minItems": 1}})},
    }
)
_MAYBE_CLUSTER = {"oneOf": [_CLUSTER, {"type": "null"}]}
_CHANGE = _object({"turn": {"enum": [str(turn) for turn in Turn]}, "old": _MAYBE_CLUSTER, "new": _MAYBE_CLUSTER})
_CHANGES = _object(
    {
        "schema": {"const": SCHEMA},
        "articles": _object({"added": _TEXTS, "removed": _TEXTS}),
        "claims": _object({key: {"type": "array", "items": _CLAIM} for key in ("added", "removed")}),
        "clusters": {"type": "array", "items": _CHANGE},
    }
)

SCHEMAS = {
    "article": _ARTICLE,
    "claim": _CLAIM,
    "extraction": _EXTRACTION,
    "reconciliation": _RECONCILIATION,
    "stories": _STORIES,
    "changes": _CHANGES,
}
"""The formats that are published, by name."""


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a format by its name: one of `SCHEMAS`, else ValueError.

    >>> json_schema("claim")["required"]
    ['id', 'kind', 'subject', 'value', 'mention']
    """
    if name not in SCHEMAS:
        raise ValueError(f"there are schemas for {', '.join(SCHEMAS)}, not for {name!r}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"newsrecon {name}",
        **SCHEMAS[name],
    }
