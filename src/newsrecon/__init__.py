"""What several news articles about one event agree on, where they differ, and whose word each statement rests on."""

from importlib import import_module as _import_module

# Each name is imported from its module when someone asks for it, so that the command line starts at once; what a type
# checker reads is `__init__.pyi`.
_NAMES = {
    "article_records": ("ArticleRecord", "Credit"),
    "candidates": ("Candidate",),
    "context": ("Context", "NamedSpan", "NameIndex", "Rarity"),
    "changes": ("Change", "Changes", "Turn", "compare"),
    "discovery": ("discover", "learn_accuracy"),
    "errors": ("ArticleConflictError", "NewsreconError", "PluginError", "ReadError"),
    "exports.documents": ("decode", "dumps", "encode"),
    "exports.lines": ("claims_to_jsonl",),
    "exports.brat": ("read_brat",),
    "exports.formats": ("export",),
    "exports.tables": ("Table", "tables"),
    "extraction": ("extract",),
    "hookspecs": ("hookimpl",),
    "known_names": ("KnownName",),
    "matching": ("Entailment", "Likeness", "Match", "Matcher", "Relation", "SecondOpinion", "relate_intervals"),
    "model": (
        "Article",
        "Claim",
        "Diagnostic",
        "Extraction",
        "Mention",
        "Source",
        "Span",
        "Value",
    ),
    "name_files": ("read_names",),
    "names": ("compare_names",),
    "owner_files": ("read_owners",),
    "plugins": ("PluginInfo", "Plugins", "load_plugins"),
    "reading": ("Provenance", "Reading", "read"),
    "reconciliation": (
        "Anchor",
        "Cluster",
        "Link",
        "Name",
        "NameForm",
        "Origin",
        "Reconciler",
        "Reconciliation",
        "StatedRole",
        "Story",
        "Variant",
        "Verdict",
        "reconcile",
        "stories",
    ),
    "report.html": ("render_html",),
    "schema": ("json_schema",),
    "truth": ("Ballot", "SourceAccuracy", "TruthMethod"),
}
_HOME = {name: module for module, names in _NAMES.items() for name in names}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'newsrecon' has no attribute {name!r}")
    value: object = getattr(_import_module(f"newsrecon.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
