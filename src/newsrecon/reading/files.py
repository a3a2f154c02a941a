"""Files, folders and standard input as articles, one bad file costing itself alone."""

from __future__ import annotations

import json
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from newsrecon.errors import ArticleConflictError, ReadError, did_you_mean
from newsrecon.model import Article, Diagnostic
from newsrecon.reading.articles import KEYS, article_from, shown
from newsrecon.reading.encodings import Decoded, decoded
from newsrecon.reading.heads import head
from newsrecon.reading.json_records import articles_in, is_cut, layout_of

__all__ = ["Provenance", "Reading", "read"]

STDIN = "-"
BESIDE = "articles.toml"
PAGES = (".html", ".htm")
FEEDS = (".xml", ".rss", ".atom")
SUFFIXES = (".txt", *PAGES, ".json", ".jsonl", *FEEDS)
_TOML_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


@frozen
class Provenance:
    """How an article came to be what it is: which file, read by what, and which way its days were found.

    >>> from newsrecon import read
    >>> last = read(["seeds"]).provenance[-1]
    >>> last.article, last.encoding, last.published_by
    ('004', 'utf-8', 'articles.toml')
    """

    article: str
    """The article's id."""
    path: str
    """The file, or `standard input`."""
    reader: str
    """What made the text, with its version, such as `newsrecon 0.1.0` or `trafilatura 2.0.0`."""
    digest: str
    """SHA-256 of the text as it is kept, in UTF-8 with lone surrogates passed through; offsets refer to this text."""
    encoding: str | None = field(default=None, kw_only=True)
    """The encoding of the file; None for a feed, whose reader settles it."""
    published_by: str | None = field(default=None, kw_only=True)
    """Where the day of publication was found, in words, such as *date line* or *head of the page* and by which reader."""
    updated: date | datetime | None = field(default=None, kw_only=True)
    """When the article was last changed, as it says; None where it does not."""
    updated_by: str | None = field(default=None, kw_only=True)
    """Where that was found, in words."""


@frozen
class Reading:
    """What was read: the articles in the order of their paths, and what a user should know about the reading.

    >>> from newsrecon import read
    >>> found = read(["seeds"])
    >>> len(found.articles), found.diagnostics
    (5, ())
    """

    articles: tuple[Article, ...]
    """The articles, in the order of their paths and of their places in them."""
    diagnostics: tuple[Diagnostic, ...] = field(default=(), kw_only=True)
    """What could not be read, and what a user should know of the rest."""
    provenance: tuple[Provenance, ...] = field(default=(), kw_only=True)
    """How each article was read, in the order of the articles."""


def read(paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str], *, strict: bool = False) -> Reading:
    """The articles in some files and folders; `-` stands for JSON Lines on standard input.

    Folders are read recursively, in the order of their names. A file that cannot be read becomes a diagnostic, as long as
    something else can; with `strict`, or when nothing can be read, it raises ReadError, several such errors an
    ExceptionGroup of them. Two articles with one id and different content raise ArticleConflictError. Nothing is fetched.

    >>> reading = read("seeds/000_eaf2f0c4394151a3.txt")
    >>> reading.articles[0].source.name, reading.provenance[0].encoding
    ('Pecohub', 'utf-8')
    """
    given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    reader = _Reader()
    found: list[_Found] = []
    for path in given:
        found += reader.standard_input() if str(path) == STDIN else reader.path(Path(path))
    if reader.errors and (strict or not found):
        if len(reader.errors) == 1:
            raise reader.errors[0]
        raise ExceptionGroup(f"{len(reader.errors)} inputs cannot be read", reader.errors)
    reader.diagnostics += [Diagnostic("error", str(error)) for error in reader.errors]
    kept = _told_apart(found)
    return Reading(
        tuple(article for article, _ in kept),
        diagnostics=tuple(reader.diagnostics),
        provenance=tuple(provenance for _, provenance in kept),
    )


@frozen
class _Found:
    """An article that was read, how, and, where it has no id of its own, the file that its id is made from."""

    article: Article
    provenance: Provenance
    path: Path | None = None


def _told_apart(found: Iterable[_Found]) -> tuple[tuple[Article, Provenance], ...]:
    """The articles, each once, those without an id named after their files: by stem, or where two share it by path."""
    every = list(found)
    stems: dict[str, set[Path]] = {}
    for one in every:
        if one.path is not None:
            stems.setdefault(one.path.stem, set()).add(one.path)
    taken = {one.article.id for one in every if one.path is None}
    kept: dict[str, tuple[Article, Provenance]] = {}
    for one in every:
        article = one.article
        if one.path is not None:
            alone = len(stems[one.path.stem]) == 1 and one.path.stem not in taken
            article = evolve(article, id=one.path.stem if alone else one.path.as_posix())
        provenance = evolve(one.provenance, article=article.id)
        if kept.setdefault(article.id, (article, provenance))[0] != article:
            raise ArticleConflictError(article.id)
    return tuple(kept.values())


class _Reader:
    """Reads one input after another and remembers what went wrong."""

    def __init__(self) -> None:
        self.errors: list[ReadError] = []
        self.diagnostics: list[Diagnostic] = []
        self._seen: set[Path] = set()
        self._known: dict[Path, dict[str, Any]] = {}

    def standard_input(self) -> list[_Found]:
        def lines() -> Iterator[_Found]:
            if sys.stdin is None:
                raise ReadError("closed", path="standard input")
            yield from self._json_lines(sys.stdin.buffer.read(), "standard input")

        return self._guarded("standard input", lines)

    def path(self, path: Path) -> list[_Found]:
        return self._folder(path) if path.is_dir() else self._file(path)

    def _guarded(self, name: str, call: Any) -> list[_Found]:
        try:
            return list(call())
        except ReadError as error:
            self.errors.append(error)
        except OSError as error:
            hint = _hint(Path(name)) if isinstance(error, FileNotFoundError) else ""
            self.errors.append(ReadError(f"{error.strerror or error}{hint}", path=name))
        return []

    def _folder(self, folder: Path) -> list[_Found]:
        found: list[_Found] = []
        files = list(self._files_in(folder))
        if not files:
            kinds = ", ".join(SUFFIXES)
            self.errors.append(ReadError(f"the folder holds no articles ({kinds})", path=str(folder)))
        for file in files:
            found += self._file(file)
        return found

    def _files_in(self, folder: Path) -> Iterator[Path]:
        def unreadable(error: OSError) -> None:
            self.errors.append(ReadError(error.strerror or str(error), path=str(error.filename or folder)))

        for place, folders, names in os.walk(folder, onerror=unreadable):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                path = Path(place, name)
                # What is no file, such as a pipe that nobody writes to, would be waited for without end.
                if (
                    not name.startswith(".")
                    and name.lower().endswith(SUFFIXES)
                    and (path.is_file() or path.is_symlink())
                ):
                    yield path

    def _file(self, path: Path) -> list[_Found]:
        if path in self._seen:
            return []
        self._seen.add(path)
        return self._guarded(str(path), lambda: self._articles_of(path))

    def _articles_of(self, path: Path) -> Iterator[_Found]:
        suffix = path.suffix.lower()
        if suffix not in SUFFIXES and path.exists():
            raise ReadError(f"not a kind of file that can be read: expected {', '.join(SUFFIXES)}", path=str(path))
        data = path.read_bytes()
        if suffix == ".jsonl":
            yield from self._json_lines(data, str(path))
        elif suffix == ".json":
            yield from self._json(path, data)
        elif suffix in FEEDS:
            yield from self._feed(path, data)
        elif suffix in PAGES:
            yield self._web_page(path, data)
        else:
            yield self._plain_text(path, data)

    def _plain_text(self, path: Path, data: bytes) -> _Found:
        told = self._decoded(data, str(path))
        fields = {"text": told.text, **head(told.text)}
        by = "date line" if "published" in fields else None
        return self._named(path, fields, encoding=told.encoding, published_by=by)

    def _web_page(self, path: Path, data: bytes) -> _Found:
        told = self._decoded(data, str(path), declares=True)
        with _extra("web pages are read with trafilatura", "html", path):
            from newsrecon.reading.pages import page

            found = page(told.text)
        if found is None:
            raise ReadError("no article text is found in this web page", path=str(path))
        return self._named(
            path,
            found.fields,
            reader=found.reader,
            encoding=told.encoding,
            published_by=found.published_by,
            updated=found.updated,
            updated_by=found.updated_by,
        )

    def _feed(self, path: Path, data: bytes) -> Iterator[_Found]:
        with _extra("feeds are read with feedparser", "feeds", path):
            from newsrecon.reading.feeds import feed
            from newsrecon.reading.pages import text_of

            found = feed(data)
            texts = [text_of(entry.content) for entry in found.entries] if found else []
        if found is None:
            raise ReadError("this is no RSS or Atom feed", path=str(path))
        if found.summaries:
            titles = ", ".join(map(repr, found.summaries[:3])) + (", …" if len(found.summaries) > 3 else "")
            message = f"{path}: {len(found.summaries)} entries have a summary only and are passed over: {titles}"
            self.diagnostics.append(Diagnostic("warning", message))
        for entry, told in zip(found.entries, texts, strict=True):
            if told is None:
                message = f"{path}: no text is found in the entry {entry.fields.get('title') or ''!r}"
                self.diagnostics.append(Diagnostic("warning", message))
                continue
            text, reader = told
            yield self._found(
                {**entry.fields, "text": text},
                str(path),
                reader=f"{found.reader}, {reader}",
                published_by=entry.published_by,
                updated=entry.updated,
                updated_by="feed entry" if entry.updated else None,
            )

    def _named(self, path: Path, fields: Mapping[str, Any], **how: Any) -> _Found:
        """The article of a file of its own, with what is known beside it, named after the file unless it has a name."""
        beside = self._beside(path)
        if "published" in beside:
            how["published_by"] = BESIDE
        found = self._found({**fields, **beside}, str(path), **how)
        return evolve(found, path=None if {**fields, **beside}.get("id") is not None else path)

    def _found(self, data: object, name: str, line: int | None = None, **how: Any) -> _Found:
        try:
            article = article_from(data)
        except ValueError as error:
            raise ReadError(str(error), path=name, line=line) from None
        digest = sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        how.setdefault("reader", _this_version())
        return _Found(article, Provenance(article.id, name, digest=digest, **how))

    def _json(self, path: Path, data: bytes) -> Iterator[_Found]:
        told = self._decoded(data, str(path))
        given = articles_in(_parsed(told.text, str(path)))
        if isinstance(given, list):
            yield from (self._record(item, str(path), encoding=told.encoding) for item in given)
        else:
            found = self._record(given, str(path), encoding=told.encoding)
            has_id = isinstance(given, Mapping) and given.get("id") is not None
            yield evolve(found, path=None if has_id else path)

    def _json_lines(self, data: bytes, name: str) -> Iterator[_Found]:
        """One article a line; a whole list of them, which begins with a bracket, will do as well."""
        told = self._decoded(data, name)
        if told.text.lstrip().startswith("["):
            yield from (self._record(item, name, encoding=told.encoding) for item in _parsed(told.text, name))
            return
        for number, line in enumerate(told.text.split("\n"), 1):
            if line.strip():
                yield self._record(_parsed(line, name, number), name, number, encoding=told.encoding)

    def _record(self, data: object, name: str, line: int | None = None, **how: Any) -> _Found:
        """The article of one JSON object, ours or of a layout that is known."""
        layout = layout_of(data) if isinstance(data, Mapping) else None
        found = self._found(data, name, line, **how)
        if layout is not None and is_cut(found.article.text):
            message = f"{name}: the text of {found.article.title or found.article.id!r} is its beginning only"
            self.diagnostics.append(Diagnostic("warning", message))
        if found.article.published is None:
            return found
        by = f"key {layout.keys['published']!r}" if layout else "key 'published'"
        return evolve(found, provenance=evolve(found.provenance, published_by=by))

    def _decoded(self, data: bytes, name: str, *, declares: bool = False) -> Decoded:
        told = decoded(data, declares=declares)
        if told.guessed:
            if "\0" in told.text:
                raise ReadError("not a text: it is not UTF-8 and holds bytes of value 0", path=name)
            self.diagnostics.append(Diagnostic("warning", f"{name}: not UTF-8; read as Windows-1252"))
        return told

    def _beside(self, path: Path) -> dict[str, Any]:
        """What the `articles.toml` in a file's folder knows of it."""
        known = self._known.get(path.parent)
        if known is None:
            known = self._known[path.parent] = self._catalogue(path.parent / BESIDE)
        entry = known.get(path.name, {})
        if not isinstance(entry, dict):
            raise ReadError(
                f"the entry for {path.name!r} is a table, not {shown(entry)}", path=str(path.parent / BESIDE)
            )
        return {key: value for key, value in entry.items() if key in KEYS}

    def _catalogue(self, path: Path) -> dict[str, Any]:
        try:
            return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        except FileNotFoundError:
            return {}
        except tomllib.TOMLDecodeError as error:
            place = _TOML_PLACE.search(str(error))
            message = f"not valid TOML: {_TOML_PLACE.sub('', str(error))}"
            line, column = (int(place[1]), int(place[2])) if place else (None, None)
            self.errors.append(ReadError(message, path=str(path), line=line, column=column))
        except (OSError, UnicodeDecodeError) as error:
            self.errors.append(ReadError(f"cannot be read: {error}", path=str(path)))
        return {}


@cache
def _this_version() -> str:
    # Asked once: each time, the file that tells it is parsed anew, which takes longer than to read an article.
    return f"newsrecon {metadata.version('newsrecon')}"


def _parsed(text: str, name: str, line: int | None = None) -> Any:
    """The value of a JSON text; `line` is where it stands in a larger file."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(
            f"not valid JSON: {error.msg}", path=name, line=line or error.lineno, column=error.colno
        ) from None
    except RecursionError:
        raise ReadError("not valid JSON: nested too deeply", path=name, line=line) from None
    except ValueError as error:
        raise ReadError(f"not valid JSON: {error}", path=name, line=line) from None


@contextmanager
def _extra(does: str, extra: str, path: Path) -> Iterator[None]:
    """Say which extra is missing where an import fails."""
    try:
        yield
    except ImportError as error:
        message = f"{does}, and {error.name} is not installed; install newsrecon[{extra}]"
        raise ReadError(message, path=str(path)) from None


def _hint(path: Path) -> str:
    """What may have been meant by the name of a file that is not there."""
    try:
        return did_you_mean(path.name, os.listdir(path.parent))
    except OSError:
        return ""
