"""What several news articles about one event agree on, where they differ, and whose word each statement rests on."""

from newsrecon.context import Context, NamedSpan, NameIndex, Rarity
from newsrecon.discovery import discover, learn_accuracy
from newsrecon.errors import ArticleConflictError, NewsreconError, PluginError, ReadError
from newsrecon.export import claims_to_jsonl, decode, dumps, encode
from newsrecon.extraction import extract
from newsrecon.hookspecs import hookimpl
from newsrecon.matching import Entailment, Likeness, Match, Matcher, Relation, relate_intervals
from newsrecon.model import (
    Article,
    ArticleRecord,
    Claim,
    Credit,
    Diagnostic,
    Extraction,
    Mention,
    Source,
    Span,
    Value,
)
from newsrecon.names import compare_names
from newsrecon.plugins import PluginInfo, Plugins, load_plugins
from newsrecon.reading import Reading, read
from newsrecon.reconciliation import (
    Anchor,
    Cluster,
    Link,
    Name,
    Origin,
    Reconciler,
    Reconciliation,
    Story,
    Variant,
    Verdict,
    reconcile,
    stories,
)
from newsrecon.report.html import render_html
from newsrecon.schema import json_schema
from newsrecon.truth import Ballot, SourceAccuracy, TruthMethod

__all__ = [
    "Anchor",
    "Article",
    "ArticleConflictError",
    "ArticleRecord",
    "Ballot",
    "Claim",
    "Cluster",
    "Context",
    "Credit",
    "Diagnostic",
    "Entailment",
    "Extraction",
    "Likeness",
    "Link",
    "Match",
    "Matcher",
    "Mention",
    "Name",
    "NameIndex",
    "NamedSpan",
    "NewsreconError",
    "Origin",
    "PluginError",
    "PluginInfo",
    "Plugins",
    "Rarity",
    "ReadError",
    "Reading",
    "Reconciler",
    "Reconciliation",
    "Relation",
    "Source",
    "SourceAccuracy",
    "Span",
    "Story",
    "TruthMethod",
    "Value",
    "Variant",
    "Verdict",
    "claims_to_jsonl",
    "compare_names",
    "decode",
    "discover",
    "dumps",
    "encode",
    "extract",
    "hookimpl",
    "json_schema",
    "learn_accuracy",
    "load_plugins",
    "read",
    "reconcile",
    "relate_intervals",
    "render_html",
    "stories",
]
