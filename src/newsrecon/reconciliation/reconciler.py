"""Articles as they come in: what is new is read and compared, what is known is kept.

A reconciliation is a function of the set of claims, so keeping anything between two looks at it can only save time. What is kept
is what each story came to, and in the stories last looked at what each claim was read as and what was found of each pair. A new
article makes its own story be looked at again, since every word of it bears on how rare a word is there and who is meant by a
name. Claims are not read again, nor compared with each other, where nothing that was asked is answered otherwise, nor are
clusters judged again that rest on the same; and stories it does not belong to are left as they are. Putting the parts together
costs a little for each claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from newsrecon.extraction import extract
from newsrecon.known_names import KnownName
from newsrecon.matching import Matcher
from newsrecon.model import Article, Diagnostic, Extraction
from newsrecon.owners import Owners
from newsrecon.plugins import Plugins
from newsrecon.reconciliation.kept import RecentStories
from newsrecon.reconciliation.known_names import KnownNames
from newsrecon.reconciliation.reconciliation import Reconciliation, assembled, in_order, plugins_at_work
from newsrecon.reconciliation.story import Knowledge, Part, State, part_of

__all__ = ["Reconciler"]


class Reconciler:
    """What a growing set of articles comes to, always equal to `reconcile` of all of them at once.

    `names`, `owners`, `plugins` and `strict` are as in `reconcile`; they stay the same for the life of a Reconciler. Articles
    may come in any order, one by one or many at a time, and more than once.

    >>> desk = Reconciler()
    >>> desk.add(Article("The strike began on 3 May 2025.", id="1", source="The Daily"))
    >>> desk.add(Article("The strike began in May 2025.", id="2", source="The Globe"))
    >>> [cluster.reason for cluster in desk.reconciliation.refined if cluster.kind == "date"]
    ["'3 May 2025' tells more exactly what 'May 2025' tells: 3 May 2025 lies within May 2025"]
    """

    def __init__(
        self,
        *,
        names: Iterable[KnownName] = (),
        owners: Mapping[str, str] | None = None,
        plugins: Plugins | Iterable[object] | None = None,
        strict: bool = False,
    ) -> None:
        self._known = Knowledge(KnownNames.of(names), Owners(owners or {}))
        self._plugins = plugins_at_work(plugins, strict)
        self._strict = strict
        self._state = Extraction()
        self._parts: dict[str | None, tuple[State, Part]] = {}
        self._recent = RecentStories()
        self._failures: frozenset[Diagnostic] = frozenset()
        self._made: Reconciliation | None = None

    def add(self, given: Extraction | Iterable[Article] | Article) -> None:
        """Take in articles, or the claims read from them; ArticleConflictError where an id is known with another text."""
        if not isinstance(given, Extraction):
            given = extract(given, plugins=self._plugins, strict=self._strict)
        self._state |= given
        self._made = None

    @property
    def reconciliation(self) -> Reconciliation:
        """What all articles so far agree on and where they differ; computed when it is asked for."""
        if self._made is None:
            made = assembled(self._state, self._plugins, self._known, self._part)
            # A plugin that failed in what is not looked at again has failed all the same.
            self._failures |= {diagnostic for diagnostic in made.diagnostics if diagnostic.plugin}
            self._made = evolve(made, diagnostics=in_order((*made.diagnostics, *self._failures)))
        return self._made

    def _part(self, story: State, matchers: Mapping[str, Matcher[Any]]) -> Part:
        """What a story came to when it was last looked at, if nothing was added to it since."""
        known = self._parts.get(story.key)
        if known is None or known[0] != story:
            kept = self._recent.take(story.key)
            self._parts[story.key] = story, part_of(story, matchers, self._plugins, self._known, kept)
            self._recent.put(story.key, kept)
        return self._parts[story.key][1]
