"""What several news articles about one event agree on, where they differ, and whose word each statement rests on."""

from newsrecon.context import Context, NamedSpan, NameIndex, Rarity
from newsrecon.errors import ArticleConflictError, NewsreconError, PluginError, ReadError
from newsrecon.extraction import extract
from newsrecon.hookspecs import hookimpl
from newsrecon.matching import Entailment, Likeness, Match, Matcher, Relation, relate_intervals
from newsrecon.model import Article, ArticleRecord, Claim, Credit, Diagnostic, Extraction, Mention, Source, Span, Value
from newsrecon.plugins import PluginInfo, Plugins, load_plugins
