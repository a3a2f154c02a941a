"""What can go wrong that only this library can say.

A wrong argument is a `ValueError` or `TypeError` as everywhere; the errors here carry facts a program may want to act on.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["ArticleConflictError", "NewsreconError", "PluginError", "ReadError", "did_you_mean"]


class NewsreconError(Exception):
    """The base of every error that only this library raises.

    >>> issubclass(ReadError, NewsreconError)
    True
    """


class ReadError(NewsreconError):
    """Raised when a file or stream cannot be read as articles; `path`, `line` and `column` say where.

    >>> from newsrecon import read
    >>> try:
    ...     read(["no-such-file.txt"])
    ... except ReadError as error:
    ...     print(error.path)
    no-such-file.txt
    """

    def __init__(self, message: str, *, path: str, line: int | None = None, column: int | None = None) -> None:
        place = path
        if line is not None:
            place += f", line {line}"
        if column is not None:
            place += f", column {column}"
        super().__init__(f"{place}: {message}")
        self.path = path
        self.line = line
        self.column = column


class ArticleConflictError(NewsreconError):
    """Raised when two articles share an id and differ in content; `article` is the id.

    >>> from newsrecon import Article, extract
    >>> try:
    ...     extract([Article("It rained.", id="a"), Article("It snowed.", id="a")])
    ... except ArticleConflictError as error:
    ...     print(error.article)
    a
    """

    def __init__(self, article: str) -> None:
        super().__init__(f"two different articles have the id {article!r}; give each article an id of its own")
        self.article = article


class PluginError(NewsreconError):
    """Raised in strict mode when a plugin cannot be loaded or returns what it must not; `plugin` is its name.

    >>> from newsrecon import Article, extract, hookimpl
    >>> class Wrong:
    ...     @hookimpl
    ...     def extract_claims(self, article):
    ...         return ["no claim"]
    >>> try:
    ...     extract(Article("It rained.", id="a"), plugins=[Wrong()], strict=True)
    ... except PluginError as error:
    ...     print(error.plugin)
    Wrong
    """

    def __init__(self, plugin: str, message: str) -> None:
        super().__init__(f"plugin {plugin!r}: {message}")
        self.plugin = plugin


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """The end of a sentence that names what was most likely meant; empty where nothing known comes near.

    >>> did_you_mean("quots", ["dates", "quotes"])
    "; did you mean 'quotes'?"
    """
    from difflib import get_close_matches

    near = get_close_matches(given, list(known), n=1, cutoff=0.7)
    return f"; did you mean {near[0]!r}?" if near else ""
