from .article_records import ArticleRecord, Credit
from .candidates import Candidate
from .changes import Change, Changes, Turn, compare
from .context import Context, NamedSpan, NameIndex, Rarity
from .discovery import discover, learn_accuracy
from .errors import ArticleConflictError, NewsreconError, PluginError, ReadError
from .exports.brat import read_brat
from .exports.documents import decode, dumps, encode
from .exports.formats import export
from .exports.lines import claims_to_jsonl
from .exports.tables import Table, tables
from .extraction import extract
from .hookspecs import hookimpl
from .known_names import KnownName
from .matching import Entailment, Likeness, Match, Matcher, Relation, SecondOpinion, relate_intervals
from .model import (
    Article,
    Claim,
    Diagnostic,
    Extraction,
    Mention,
    Source,
    Span,
    Value,
)
from .name_files import read_names
from .names import compare_names
from .owner_files import read_owners
from .plugins import PluginInfo, Plugins, load_plugins
from .reading import Provenance, Reading, read
from .reconciliation import (
    Anchor,
    Cluster,
    Link,
    Name,
    NameForm,
    Origin,
    Reconciler,
    Reconciliation,
    StatedRole,
    Story,
    Variant,
    Verdict,
    reconcile,
    stories,
)
from .report.html import render_html
from .schema import json_schema
from .truth import Ballot, SourceAccuracy, TruthMethod

__all__ = [
    "Anchor",
    "Article",
    "ArticleConflictError",
    "ArticleRecord",
    "Ballot",
    "Candidate",
    "Change",
    "Changes",
    "Claim",
    "Cluster",
    "Context",
    "Credit",
    "Diagnostic",
    "Entailment",
    "Extraction",
    "KnownName",
    "Likeness",
    "Link",
    "Match",
    "Matcher",
    "Mention",
    "Name",
    "NameForm",
    "NameIndex",
    "NamedSpan",
    "NewsreconError",
    "Origin",
    "PluginError",
    "PluginInfo",
    "Plugins",
    "Provenance",
    "Rarity",
    "ReadError",
    "Reading",
    "Reconciler",
    "Reconciliation",
    "Relation",
    "SecondOpinion",
    "Source",
    "SourceAccuracy",
    "Span",
    "StatedRole",
    "Story",
    "Table",
    "TruthMethod",
    "Turn",
    "Value",
    "Variant",
    "Verdict",
    "claims_to_jsonl",
    "compare",
    "compare_names",
    "decode",
    "discover",
    "dumps",
    "encode",
    "export",
    "extract",
    "hookimpl",
    "json_schema",
    "learn_accuracy",
    "load_plugins",
    "read",
    "read_brat",
    "read_names",
    "read_owners",
    "reconcile",
    "relate_intervals",
    "render_html",
    "stories",
    "tables",
]
