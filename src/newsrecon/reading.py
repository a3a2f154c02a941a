"""Articles from the outside world: text files, web pages, JSON, JSON Lines, and folders of them.

What a file holds is read as it stands; what is known about it (outlet, date, address) comes from the file itself, or from an
`articles.toml` beside it. One bad file among many costs that file and a diagnostic; where nothing can be read at all, that is
an error that lists them all.
"""

from __future__ import annotations

import codecs
import json
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from attrs import evolve, field, frozen

from newsrecon.errors import ArticleConflictError, ReadError
from newsrecon.model import Article, Diagnostic, Source
from newsrecon.text import boilerplate, paragraphs

__all__ = ["Reading", "article_from", "domain_of", "read"]

STDIN = "-"
BESIDE = "articles.toml"
SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl")
KEYS = ("id", "title", "published", "url", "source", "story")
"""What can be known of an article besides its text."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TOML_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


@frozen
class Reading:
    """What was read: the articles in the order of their paths, and what a user should know about the reading."""

    articles: tuple[Article, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=(), kw_only=True)


def read(paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str], *, strict: bool = False) -> Reading:
    """The articles in some files and folders; `-` stands for JSON Lines on standard input.

    Folders are read recursively, in the order of their names. A file that cannot be read becomes a diagnostic, as long as
    something else can; with `strict`, or when nothing can be read, it raises ReadError, several such errors an
    ExceptionGroup of them. Two articles with one id and different content raise ArticleConflictError.

    >>> read("seeds/000_eaf2f0c4394151a3.txt").articles[0].source.name
    'Pecohub'
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
    return Reading(_told_apart(found), diagnostics=tuple(reader.diagnostics))


def article_from(data: object) -> Article:
    """The Article that a JSON object describes; keys it does not know are passed over.

    `id` may be a number, `source` a name or an object with `name` and `domain`. Without a source, the registrable domain of
    the URL stands for it. Raises ValueError with one sentence where something is not as it should be.

    >>> article_from({"text": "It rained.", "url": "https://news.example.co.uk/1"}).source
    Source(name='example.co.uk', domain='example.co.uk')
    """
    if not isinstance(data, Mapping):
        raise ValueError(f"an article is an object with a text, not {_shown(data)}")
    if "text" not in data:
        raise ValueError(f"an article has a text; this one has only {', '.join(map(repr, data)) or 'nothing'}")
    if not isinstance(data["text"], str):
        raise ValueError(f"the text of an article is a string, not {_shown(data['text'])}")
    known = {key: data[key] for key in KEYS if data.get(key) is not None}
    if isinstance(known.get("id"), int) and not isinstance(known["id"], bool):
        known["id"] = str(known["id"])
    for key in ("id", "title", "url", "story"):
        if not isinstance(known.get(key, ""), str):
            raise ValueError(f"the {key} of an article is a string, not {_shown(known[key])}")
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
    raise ValueError(f"the source of an article is a name or an object with a name and a domain, not {_shown(given)}")


def _shown(value: object) -> str:
    """A JSON value in a message, cut to a length that can be read."""
    text = json.dumps(value, default=str)
    return text if len(text) <= 60 else text[:57] + "..."


def domain_of(url: str) -> str | None:
    """The registrable domain of a URL, None where it has none.

    >>> domain_of("https://edition.news.example.co.uk/world?id=1")
    'example.co.uk'
    """
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    if not host:
        return None
    found: str | None = _suffixes().privatesuffix(host)
    return found


@cache
def _suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


def _headline(text: str) -> str | None:
    """The first paragraph where it is a headline: short, not a sentence, not boilerplate, and text follows."""
    lines = paragraphs(text[:5000])
    if len(lines) < 2:
        return None
    first = lines[0].of(text)
    tagged = [item.span for item in boilerplate(text[:5000], lines) if item.span.overlaps(lines[0])]
    if tagged:
        first = text[lines[0].start : tagged[0].start].rstrip(" |–—-\t\xa0")
    words = first.split()
    return first if 3 <= len(words) <= 30 and len(first) <= 250 and first[-1] not in ".:;,…" else None


@frozen
class _Found:
    """An article that was read, and, where it has no id of its own, the file that its id is made from."""

    article: Article
    path: Path | None = None
    folder: Path | None = None


def _told_apart(found: Iterable[_Found]) -> tuple[Article, ...]:
    """The articles, each once, those without an id named after their files: by stem, or where two share it by path."""
    every = list(found)
    stems: dict[str, set[Path]] = {}
    for one in every:
        if one.path is not None:
            stems.setdefault(one.path.stem, set()).add(one.path)
    taken = {one.article.id for one in every if one.path is None}
    kept: dict[str, Article] = {}
    for one in every:
        article = one.article
        if one.path is not None:
            alone = len(stems[one.path.stem]) == 1 and one.path.stem not in taken
            article = evolve(article, id=one.path.stem if alone else _long_id(one))
        if kept.setdefault(article.id, article) != article:
            raise ArticleConflictError(article.id)
    return tuple(kept.values())


def _long_id(one: _Found) -> str:
    assert one.path is not None
    return one.path.as_posix()


class _Reader:
    """Reads one input after another and remembers what went wrong."""

    def __init__(self) -> None:
        self.errors: list[ReadError] = []
        self.diagnostics: list[Diagnostic] = []
        self._seen: set[Path] = set()
        self._known: dict[Path, dict[str, Any]] = {}

    def standard_input(self) -> list[_Found]:
        return self._guarded("standard input", lambda: self._json_lines(sys.stdin.buffer.read(), "standard input"))

    def path(self, path: Path) -> list[_Found]:
        return self._folder(path) if path.is_dir() else self._file(path)

    def _guarded(self, name: str, call: Any) -> list[_Found]:
        try:
            return list(call())
        except ReadError as error:
            self.errors.append(error)
        except OSError as error:
            self.errors.append(ReadError(error.strerror or str(error), path=name))
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
                if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                    yield Path(place, name)

    def _file(self, path: Path) -> list[_Found]:
        if path in self._seen:
            return []
        self._seen.add(path)
        return self._guarded(str(path), lambda: self._articles_of(path))

    def _articles_of(self, path: Path) -> Iterator[_Found]:
        suffix = path.suffix.lower()
        if suffix not in SUFFIXES:
            raise ReadError(f"not a kind of file that can be read: expected {', '.join(SUFFIXES)}", path=str(path))
        data = path.read_bytes()
        if suffix == ".jsonl":
            yield from self._json_lines(data, str(path))
        elif suffix == ".json":
            yield from self._json(path, data)
        else:
            fields = self._web_page(path, data) if suffix != ".txt" else self._plain_text(path, data)
            yield self._named(path, {**fields, **self._beside(path)})

    def _named(self, path: Path, fields: Mapping[str, Any], line: int | None = None) -> _Found:
        article = _made(fields, str(path), line)
        return _Found(article, None if fields.get("id") is not None else path)

    def _plain_text(self, path: Path, data: bytes) -> dict[str, Any]:
        text = self._decoded(data, str(path))
        return {"text": text, "title": _headline(text)}

    def _web_page(self, path: Path, data: bytes) -> dict[str, Any]:
        try:
            from trafilatura import bare_extraction
        except ImportError:
            message = "web pages are read with trafilatura, which is not installed; install newsrecon[html]"
            raise ReadError(message, path=str(path)) from None
        page: Any = bare_extraction(data, with_metadata=True, include_comments=False) if data.strip() else None
        if page is None or not page.text:
            raise ReadError("no article text is found in this web page", path=str(path))
        fields = {
            "text": page.text,
            "title": page.title,
            "published": page.date,
            "url": page.url,
            "source": page.sitename,
        }
        return {key: value for key, value in fields.items() if value}

    def _json(self, path: Path, data: bytes) -> Iterator[_Found]:
        given = _parsed(self._decoded(data, str(path)), str(path))
        if isinstance(given, list):
            yield from (_Found(_made(item, str(path))) for item in given)
        else:
            yield self._named(path, given)

    def _json_lines(self, data: bytes, name: str) -> Iterator[_Found]:
        """One article a line; a whole list of them, which begins with a bracket, will do as well."""
        text = self._decoded(data, name)
        if text.lstrip().startswith("["):
            yield from (_Found(_made(item, name)) for item in _parsed(text, name))
            return
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield _Found(_made(_parsed(line, name, number), name, number))

    def _decoded(self, data: bytes, name: str) -> str:
        """Bytes as text: by byte order mark, else UTF-8, else Windows-1252 with a diagnostic."""
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return data[len(mark) :].decode(encoding, "replace")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            self.diagnostics.append(Diagnostic("warning", f"{name}: not UTF-8; read as Windows-1252"))
            return data.decode("cp1252", "replace")

    def _beside(self, path: Path) -> dict[str, Any]:
        """What the `articles.toml` in a file's folder knows of it."""
        known = self._known.get(path.parent)
        if known is None:
            known = self._known[path.parent] = self._catalogue(path.parent / BESIDE)
        entry = known.get(path.name, {})
        if not isinstance(entry, dict):
            raise ReadError(
                f"the entry for {path.name!r} is a table, not {_shown(entry)}", path=str(path.parent / BESIDE)
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


def _made(fields: object, name: str, line: int | None = None) -> Article:
    try:
        return article_from(fields)
    except ValueError as error:
        raise ReadError(str(error), path=name, line=line) from None
