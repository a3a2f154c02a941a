"""Plugins at work: called one by one, what they give checked and stamped, and each one's failures its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from attrs import evolve, field, frozen

from newsrecon.candidates import LEAST, Candidate, best_of
from newsrecon.errors import PluginError
from newsrecon.matching import Matcher, SecondOpinion
from newsrecon.model import Article, Claim, Diagnostic
from newsrecon.plugins.blame import ToldError, codes, in_words, is_part_of, shown
from newsrecon.truth import TruthMethod

__all__ = ["Implementation", "PluginInfo", "Plugins"]


@frozen
class PluginInfo:
    """One plugin that was found: where it comes from, what it implements, and why it is off where it is.

    >>> from newsrecon import load_plugins
    >>> dates = next(info for info in load_plugins().infos if info.name == "dates")
    >>> dates.distribution
    'newsrecon'
    """

    name: str
    """The name of its entry point, its file, or its class."""
    distribution: str | None = field(default=None, kw_only=True)
    """The installed distribution it comes from; None for a file or an object."""
    version: str | None = field(default=None, kw_only=True)
    """The version of that distribution."""
    file: str | None = field(default=None, kw_only=True)
    """The file, of a plugin that was found in a folder."""
    hooks: tuple[str, ...] = field(default=(), kw_only=True)
    """The names of the hooks it implements, in the order of the alphabet."""
    kinds: tuple[str, ...] = field(default=(), kw_only=True)
    """The kinds of claims that the plugin says it makes, in its attribute `kinds`."""
    enabled: bool = field(default=True, kw_only=True)
    """Whether it is at work."""
    reason: str | None = field(default=None, kw_only=True)
    """Why a plugin is not enabled, in words."""


@frozen(eq=False)
class Implementation:
    """What one plugin does for one hook."""

    info: PluginInfo
    function: Callable[..., Any]
    """The plugin's own function."""
    call: Callable[..., Any]
    """Calls it through the wrappers that other plugins put around it."""
    home: str | None = None
    """The folder or file that the plugin is written in."""
    wrappers: tuple[Implementation, ...] = ()
    """Those wrappers."""
    alone: Callable[..., Any] | None = None
    """Calls it without them."""

    def give(self, **given: Any) -> list[Any]:
        """What the plugin gives, as a list."""
        found: list[Any] = []
        for result in self.call(**given):
            if isinstance(result, str) or not (result is None or isinstance(result, Iterable)):
                raise ToldError(f"gave {shown(result)}, which is no iterable")
            found += result or ()
        return found

    def blamed(self, error: BaseException) -> Implementation:
        """Whose failure it is, this plugin's or that of a wrapper: the one whose code the error came from last."""
        found = self
        for code in codes(error):
            found = next((one for one in (self, *self.wrappers) if is_part_of(code, one.function)), found)
        return found


@frozen(eq=False)
class Plugins:
    """The plugins at work, in an order that does not depend on how they were installed.

    Made by `load_plugins`. `infos` also lists the plugins that are off. Where a plugin does what it must not, `extract` and
    Where a plugin does what it must not, `extract` and `matchers` add a diagnostic and go on without it. In strict mode they
    raise PluginError, or what the plugin raised passes through.

    >>> from newsrecon import load_plugins
    >>> off = load_plugins(disable=["dates"])
    >>> [info.name for info in off.infos if info.name == "dates"]
    ['dates']
    """

    infos: tuple[PluginInfo, ...]
    """All that were found, those that are off among them, in the order of their names."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What went wrong while they were loaded."""
    strict: bool = False
    """Whether an exception in a plugin passes through."""
    _hooks: Mapping[str, tuple[Implementation, ...]] = field(factory=dict, repr=False)

    def extract(self, article: Article, diagnostics: list[Diagnostic]) -> tuple[Claim, ...]:
        """All claims that the plugins find in an article, checked and stamped, resolved; what went wrong is added to the list."""
        found: dict[str, Claim] = {}
        for one in self._hooks.get("extract_claims", ()):
            for claim in self._checked(one, article, diagnostics):
                _keep(found, claim)
        if self._hooks.get("score_candidates"):
            self._choose(article, found, diagnostics)
        for one in self._hooks.get("resolve_claims", ()):
            seen = tuple(found.values())
            for claim in self._checked(one, article, diagnostics, claims=seen):
                if claim.revises is not None:
                    before = found.pop(claim.revises, None)
                    claim = _stamped(claim, before.extractor if before else claim.extractor)
                _keep(found, claim)
        return tuple(found.values())

    def _choose(self, article: Article, found: dict[str, Claim], diagnostics: list[Diagnostic]) -> None:
        """Put the likeliest reading in the place of each claim that has candidates, and leave out what none is likely of."""
        candidates = tuple(self._candidates(article, found, diagnostics))
        scores = [
            given
            for one in self._hooks["score_candidates"]
            if (given := self._scores(one, article, candidates, diagnostics))
        ]
        if not scores:
            return
        means = [sum(column) / len(scores) for column in zip(*scores, strict=True)]
        for key, (claim, score) in best_of(candidates, means).items():
            before = found.pop(key)
            if score >= LEAST:
                if "confidence" in claim.value:
                    claim = claim.revise(confidence=round(score, 6))
                _keep(found, _stamped(claim, before.extractor))

    def _candidates(
        self, article: Article, found: Mapping[str, Claim], diagnostics: list[Diagnostic]
    ) -> Iterator[Candidate]:
        for one in self._hooks.get("propose_candidates", ()):
            seen = tuple(found.values())
            for candidate in self._results(one, article.id, diagnostics, article=article, claims=seen):
                if not isinstance(candidate, Candidate):
                    self._fail(one, article.id, f"gave {shown(candidate)}, which is no Candidate", diagnostics)
                elif problem := _problem(candidate.claim, article):
                    self._fail(one, article.id, problem, diagnostics)
                elif candidate.of in found:
                    yield candidate

    def _scores(
        self, one: Implementation, article: Article, candidates: tuple[Candidate, ...], diagnostics: list[Diagnostic]
    ) -> list[float]:
        """What one plugin gives the candidates; nothing where that is not a number from 0 to 1 for each."""
        given = self._results(one, article.id, diagnostics, article=article, candidates=candidates)
        fits = len(given) == len(candidates) and all(
            isinstance(score, int | float) and 0 <= score <= 1 for score in given
        )
        if not fits and given:
            told = f"gave {shown(given)} for {len(candidates)} candidates, not a number from 0 to 1 for each"
            self._fail(one, article.id, told, diagnostics)
        return given if fits else []

    def matchers(self, diagnostics: list[Diagnostic]) -> dict[str, Matcher[Any]]:
        """The matcher of each kind, with second opinions; of two matchers for one kind, the first plugin by name has its way."""
        found = self._registered("register_matchers", Matcher, "kind", diagnostics)
        for one in self._hooks.get("register_second_opinions", ()):
            for offer in self._results(one, None, diagnostics):
                if not isinstance(offer, SecondOpinion):
                    self._fail(
                        one,
                        None,
                        f"register_second_opinions gave {shown(offer)}, which is no SecondOpinion",
                        diagnostics,
                    )
                    continue
                failed = partial(self._opinion_failed, one, diagnostics)
                found[offer.kind] = offer.over(found.get(offer.kind) or Matcher(offer.kind), failed)
        return found

    def _opinion_failed(self, one: Implementation, diagnostics: list[Diagnostic], error: BaseException) -> None:
        diagnostics.append(self._failed(one, None, error))

    def truth_methods(self, diagnostics: list[Diagnostic]) -> dict[str, TruthMethod]:
        """The methods of truth discovery by name; of two of one name, the first plugin by name has its way."""
        return self._registered("register_truth_methods", TruthMethod, "name", diagnostics)

    def described(self) -> tuple[PluginInfo, ...]:
        """The plugins, with the kinds of their matchers beside those they state."""
        matched: dict[str, set[str]] = {}
        for one in self._hooks.get("register_matchers", ()):
            offers = evolve(self, strict=False)._results(one, None, [])
            matched[one.info.name] = {offer.kind for offer in offers if isinstance(offer, Matcher)}
        return tuple(
            evolve(info, kinds=tuple(sorted({*info.kinds, *matched.get(info.name, ())}))) if info.enabled else info
            for info in self.infos
        )

    def _registered(self, hook: str, sort: type[Any], key: str, diagnostics: list[Diagnostic]) -> dict[str, Any]:
        """What plugins offer through a hook, by an attribute that tells them apart."""
        chosen: dict[str, tuple[str, Any]] = {}
        for one in self._hooks.get(hook, ()):
            for offer in self._results(one, None, diagnostics):
                if not isinstance(offer, sort) or not isinstance(getattr(offer, key), str):
                    self._fail(one, None, f"{hook} gave {shown(offer)}, which is no {sort.__name__}", diagnostics)
                    continue
                known, first = chosen.setdefault(getattr(offer, key), (one.info.name, offer))
                if first is not offer:
                    told = (
                        f"its {sort.__name__.lower()} for {getattr(offer, key)!r} is not used: plugin {known!r} has one"
                    )
                    self._fail(one, None, told, diagnostics)
        return {found: offer for found, (_, offer) in sorted(chosen.items())}

    def matcher_failed(self, kind: str, error: BaseException) -> Diagnostic:
        """The diagnostic for an exception of the matcher of a kind; in strict mode it passes through instead, with a note."""
        for one in self._hooks["register_matchers"]:
            if any(getattr(offer, "kind", None) == kind for offer in self._results(one, None, [])):
                return self._failed(one, None, error)
        raise error

    def _failed(self, one: Implementation, article: str | None, error: BaseException) -> Diagnostic:
        message = in_words(error, one.home)
        if self.strict and (isinstance(error, ToldError) or not isinstance(error, Exception)):
            raise PluginError(one.info.name, message) from error
        if self.strict:
            error.add_note(
                f"raised by the newsrecon plugin {one.info.name!r}" + (f" on article {article!r}" if article else "")
            )
            raise error
        return _diagnostic(one, article, message)

    def _checked(
        self, one: Implementation, article: Article, diagnostics: list[Diagnostic], **more: Any
    ) -> Iterator[Claim]:
        outside = 0
        for claim in self._results(one, article.id, diagnostics, article=article, **more):
            problem = _problem(claim, article)
            if problem:
                self._fail(one, article.id, problem, diagnostics)
            elif not article.in_body(claim.mention.span):
                outside += 1
            else:
                try:
                    claim.id  # noqa: B018 - made here, where it is known whose value cannot be written
                except (ValueError, RecursionError) as error:
                    told = f"gave a claim whose value cannot be written as JSON ({error})"
                    self._fail(one, article.id, told, diagnostics)
                else:
                    yield claim if claim.extractor else _stamped(claim, one.info.name, claim.revises)
        if outside:
            message = f"{outside} claims rest on boilerplate and were left out"
            diagnostics.append(_diagnostic(one, article.id, message, level="info"))

    def _results(
        self, one: Implementation, about: str | None, diagnostics: list[Diagnostic], **given: Any
    ) -> list[Any]:
        """What a hook gave, as a list; whatever it raises becomes a diagnostic, or passes through with a note in strict mode.

        What a wrapper raises costs that wrapper its turn alone.
        """
        try:
            return one.give(**given)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a plugin that calls exit() ends nothing but its own turn
            blamed = one.blamed(error)
            diagnostics.append(self._failed(blamed, about, error))
        if blamed is one or one.alone is None:
            return []
        return self._results(evolve(one, call=one.alone, wrappers=()), about, diagnostics, **given)

    def _fail(self, one: Implementation, article: str | None, message: str, diagnostics: list[Diagnostic]) -> None:
        if self.strict:
            raise PluginError(one.info.name, message)
        diagnostics.append(_diagnostic(one, article, message))


def _diagnostic(one: Implementation, article: str | None, message: str, *, level: str = "error") -> Diagnostic:
    return Diagnostic(level, message, plugin=one.info.name, version=one.info.version, article=article)


def _stamped(claim: Claim, extractor: str, revises: str | None = None) -> Claim:
    """The claim with who found it; copied part by part, its id kept, since this is done for every claim there is."""
    stamped = object.__new__(Claim)
    for name in ("kind", "subject", "value", "mention", "id"):
        object.__setattr__(stamped, name, getattr(claim, name))
    object.__setattr__(stamped, "extractor", extractor)
    object.__setattr__(stamped, "revises", revises)
    return stamped


def _keep(found: dict[str, Claim], claim: Claim) -> None:
    """Of two plugins that find the same claim, the first by name is stamped on it."""
    known = found.get(claim.id)
    if known is None or claim.extractor < known.extractor:
        found[claim.id] = claim


def _problem(claim: object, article: Article) -> str | None:
    if not isinstance(claim, Claim):
        return f"gave {shown(claim)}, which is no Claim"
    mention = claim.mention
    if mention.article != article.id:
        return f"gave a claim about article {mention.article!r} while reading {article.id!r}"
    if mention.source != article.source_name:
        return f"gave a mention with the source {mention.source!r:.60} of an article from {article.source_name!r}"
    if mention.span.of(article.text) != mention.text:
        return f"gave a mention {mention.text!r:.60} that is not what stands at {mention.span.start}–{mention.span.end}"
    return None
